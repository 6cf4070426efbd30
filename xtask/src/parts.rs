//! Which part of the module has what: the core has what every page needs, and each reader what its format alone needs.
//! Knows names of functions and who refers to whom, not how modules are written.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use walrus::ir::{self, Visitor};
use walrus::{FunctionId, FunctionKind, Module};

use crate::links::Links;

/// Functions that are called only where their part is known to be there, by a part of the name, mangled as it is.
const GATES: [(&str, &str); 3] = [
    ("4read8envelope4open17h", SHARED),
    ("4read7aliases8complete8complete17h", SHARED),
    ("4read8markdown11read_blocks17h", "markdown"),
];
/// What the readers of most formats need, and what finds articles inside of documents (`src/read/readers.rs`).
const SHARED: &str = "formats";
/// The place of the core in [`Plan::names`].
pub(crate) const CORE: usize = 0;
/// The reader that the core has.
const CANONICAL: &str = "canonical";
/// The reader that needs nothing of [`SHARED`].
const ALONE: &str = "text";
/// The formats that every text is held against.
const OF_TEXTS: [&str; 4] = [CANONICAL, ALONE, "html", "markdown"];
/// What several readers share, and the others do not, is a part of its own if it has so many instructions and bytes of data.
const LARGE: usize = 8_000;

/// A function, by its place in the module, or a datum, by its place in [`Links::data`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Node {
    Function(usize),
    Datum(usize),
}

/// What is in which part.
pub(crate) struct Plan {
    /// The names of the parts; the first is the core.
    pub(crate) names: Vec<String>,
    /// The part that has each function and each datum; what nobody needs is in none.
    pub(crate) owners: BTreeMap<Node, usize>,
    /// The gates, each with its part.
    pub(crate) gates: BTreeMap<usize, usize>,
    /// Functions that say no more than that the instance stops: each part has its own.
    pub(crate) everywhere: BTreeSet<usize>,
    /// The parts that each reader needs, in the order in which they are to be added.
    pub(crate) needs: BTreeMap<String, Vec<usize>>,
}

impl Plan {
    /// Returns for each reader the names of the parts that it needs, in the order in which they are to be added.
    pub(crate) fn needs_as_json(&self) -> String {
        let quoted = |place: &usize| self.names.get(*place).map(|name| format!("\"{name}\"")).unwrap_or_default();
        let row = |(name, needs): (&String, &Vec<usize>)| {
            format!("  \"{name}\": [{}]", needs.iter().map(quoted).collect::<Vec<_>>().join(", "))
        };
        format!("{{\n{}\n}}\n", self.needs.iter().map(row).collect::<Vec<_>>().join(",\n"))
    }
}

/// The references between nodes.
struct Graph {
    edges: BTreeMap<Node, BTreeSet<Node>>,
    sizes: BTreeMap<Node, usize>,
    /// Functions by their names.
    named: BTreeMap<String, Vec<usize>>,
}

/// Decides which part of the module has what.
pub(crate) fn plan(module: &Module, links: &Links) -> Result<Plan> {
    let graph = Graph::new(module, links);
    let readers = graph.readers()?;
    let gates = graph.gates()?;
    let mut names: Vec<String> = vec![CANONICAL.to_owned(), SHARED.to_owned()];
    names.extend(readers.roots.keys().filter(|name| ![CANONICAL, SHARED].contains(&name.as_str())).cloned());

    let mut users: BTreeMap<Node, BTreeSet<usize>> = BTreeMap::new();
    for (part, name) in names.iter().enumerate() {
        let mut roots: Vec<Node> = readers.roots.get(name).into_iter().flatten().copied().collect();
        roots.extend(gates.iter().filter(|(_, owner)| owner == &name).map(|(gate, _)| Node::Function(*gate)));
        if part == CORE {
            roots.extend(imported(module).chain(exported(module)));
            roots.extend(in_tables_by_others(module, links));
            roots.push(readers.rows);
        }
        for node in graph.reach(&roots, readers.rows, &gates) {
            users.entry(node).or_default().insert(part);
        }
    }
    let mut sets: BTreeMap<BTreeSet<usize>, Vec<Node>> = BTreeMap::new();
    for (node, parts) in users {
        sets.entry(parts).or_default().push(node);
    }

    let place = |name: &str| names.iter().position(|known| known == name).context("a part has no name");
    let (shared, alone) = (place(SHARED)?, place(ALONE)?);
    let mut needs: BTreeMap<usize, Vec<usize>> = (1..names.len()).map(|part| (part, vec![shared])).collect();
    needs.insert(alone, Vec::new());
    let mut all = names.clone();
    let size = |nodes: &[Node]| nodes.iter().filter_map(|node| graph.sizes.get(node)).sum::<usize>();
    let is_some =
        |parts: &BTreeSet<usize>| parts.len() > 1 && ![CORE, shared, alone].iter().any(|part| parts.contains(part));
    let large: Vec<_> = sets.iter().filter(|(parts, nodes)| is_some(parts) && size(nodes) >= LARGE).collect();
    for (number, (parts, _)) in large.iter().enumerate() {
        all.push(format!("{SHARED}-{}", number + 1));
        for (_, needs) in needs.iter_mut().filter(|(part, _)| parts.contains(part)) {
            needs.push(names.len() + number);
        }
    }
    let mut owners: BTreeMap<Node, usize> = BTreeMap::new();
    for (parts, nodes) in &sets {
        let owner = if let (1, Some(only)) = (parts.len(), parts.first()) {
            *only
        } else if parts.contains(&CORE) || parts.contains(&alone) {
            CORE
        } else {
            let wider = large.iter().position(|(others, _)| parts.is_subset(others));
            wider.map_or(shared, |number| names.len() + number)
        };
        owners.extend(nodes.iter().map(|node| (*node, owner)));
    }
    for (part, needs) in &mut needs {
        if !needs.contains(part) {
            needs.push(*part);
        }
    }
    settle(&graph, readers.rows, &gates, &needs, shared, &mut owners);

    let gates = gates.into_iter().map(|(gate, owner)| Ok((gate, place(owner)?))).collect::<Result<_>>()?;
    let needs = needs.into_iter().filter_map(|(part, needs)| Some((names.get(part)?.clone(), needs))).collect();
    Ok(Plan { names: all, owners, gates, everywhere: everywhere(module), needs })
}

/// Moves what is referred to from a part that may be there without it: to what all readers share, or to the core.
fn settle(
    graph: &Graph,
    rows: Node,
    gates: &BTreeMap<usize, &str>,
    needs: &BTreeMap<usize, Vec<usize>>,
    shared: usize,
    owners: &mut BTreeMap<Node, usize>,
) {
    // What is there wherever a part is.
    let has = |part: usize, other: usize| {
        let mut together = needs.values().filter(|needs| needs.contains(&part));
        other == CORE || other == part || (part != CORE && together.all(|needs| needs.contains(&other)))
    };
    let is_way = |node: &Node| matches!(node, Node::Function(function) if gates.contains_key(function));
    loop {
        let mut moved = Vec::new();
        for (node, edges) in graph.edges.iter().filter(|(node, _)| **node != rows) {
            let Some(part) = owners.get(node) else { continue };
            for next in edges.iter().filter(|next| !is_way(next)) {
                let Some(other) = owners.get(next) else { continue };
                if !has(*part, *other) {
                    moved.push((*next, if has(*part, shared) { shared } else { CORE }));
                }
            }
        }
        if moved.is_empty() {
            return;
        }
        owners.extend(moved);
    }
}

/// The table of the formats, and what of it each part has.
struct Readers {
    rows: Node,
    roots: BTreeMap<String, Vec<Node>>,
}

impl Graph {
    fn new(module: &Module, links: &Links) -> Self {
        let mut graph = Self { edges: BTreeMap::new(), sizes: BTreeMap::new(), named: BTreeMap::new() };
        for function in module.funcs.iter() {
            if let Some(name) = &function.name {
                graph.named.entry(name.clone()).or_default().push(function.id().index());
            }
        }
        for function in module.funcs.iter() {
            let mut calls = Calls::default();
            if let FunctionKind::Local(local) = &function.kind {
                ir::dfs_in_order(&mut calls, local, local.entry_block());
                graph
                    .sizes
                    .insert(Node::Function(function.id().index()), usize::try_from(local.size()).unwrap_or_default());
            }
            let mut edges: BTreeSet<Node> = calls.functions.iter().map(|id| Node::Function(id.index())).collect();
            let references = function.name.as_ref().and_then(|name| links.functions.get(name));
            edges.extend(references.iter().flat_map(|references| graph.nodes(&references.data, &references.functions)));
            graph.edges.insert(Node::Function(function.id().index()), edges);
        }
        for (place, datum) in links.data.iter().enumerate() {
            let edges = graph.nodes(&datum.references.data, &datum.references.functions).collect();
            graph.edges.insert(Node::Datum(place), edges);
            graph.sizes.insert(Node::Datum(place), usize::try_from(datum.end - datum.start).unwrap_or_default());
        }
        graph
    }

    fn nodes(&self, data: &BTreeSet<usize>, functions: &BTreeSet<String>) -> impl Iterator<Item = Node> {
        let functions = functions.iter().filter_map(|name| self.named.get(name)).flatten();
        let nodes: Vec<Node> = functions.map(|index| Node::Function(*index)).collect();
        data.iter().map(|place| Node::Datum(*place)).collect::<Vec<_>>().into_iter().chain(nodes)
    }

    /// Returns the table of the formats, which is the one datum that refers to the reader of each.
    fn readers(&self) -> Result<Readers> {
        let mut readers = Vec::new();
        for (name, functions) in &self.named {
            if let Some(format) = format_of(name, "4read17h") {
                readers.extend(functions.iter().map(|function| (format.clone(), Node::Function(*function))));
            }
        }
        let refers_to_all =
            |edges: &&BTreeSet<Node>| readers.iter().filter(|(_, reader)| edges.contains(reader)).count() > 15;
        let tables = self.edges.iter().filter(|(node, edges)| matches!(node, Node::Datum(_)) && refers_to_all(edges));
        let (rows, edges) =
            tables.map(|(rows, edges)| (*rows, edges)).next().context("the table of the formats is not found")?;
        let mut roots: BTreeMap<String, Vec<Node>> = BTreeMap::new();
        for node in edges.iter().filter(|node| matches!(node, Node::Function(_))) {
            let reads = readers.iter().find(|(_, reader)| reader == node).map(|(format, _)| format.clone());
            roots.entry(reads.unwrap_or_else(|| self.asked_in(*node))).or_default().push(*node);
        }
        Ok(Readers { rows, roots })
    }

    /// Returns the part that has what tells a format by its shape.
    fn asked_in(&self, node: Node) -> String {
        let is_named = |functions: &Vec<usize>| functions.iter().any(|function| Node::Function(*function) == node);
        let name = self.named.iter().find(|(_, functions)| is_named(functions)).map(|(name, _)| name);
        let format = name.and_then(|name| format_of(name, "7matches17h"));
        let is_of_texts = format.is_some_and(|format| OF_TEXTS.contains(&format.as_str()));
        if is_of_texts { CANONICAL } else { SHARED }.to_owned()
    }

    fn gates(&self) -> Result<BTreeMap<usize, &'static str>> {
        GATES
            .iter()
            .map(|(part, owner)| {
                let found = self
                    .named
                    .iter()
                    .find(|(name, _)| name.contains(part))
                    .and_then(|(_, functions)| functions.first());
                found.map(|function| (*function, *owner)).with_context(|| format!("no function is called `{part}`"))
            })
            .collect()
    }

    /// Returns what the roots refer to, and what that refers to, up to the gates; the `rows` refer to all readers, and are
    /// no way to them.
    fn reach(&self, roots: &[Node], rows: Node, gates: &BTreeMap<usize, &str>) -> BTreeSet<Node> {
        let is_way = |node: &Node| matches!(node, Node::Function(function) if gates.contains_key(function));
        let mut reached: BTreeSet<Node> = roots.iter().copied().collect();
        let mut open: Vec<Node> = roots.to_vec();
        while let Some(node) = open.pop() {
            let is_row = |next: &Node| node == rows && matches!(next, Node::Function(_));
            let edges = self.edges.get(&node).into_iter().flatten();
            for next in edges.filter(|next| !is_way(next) && !is_row(next)) {
                if reached.insert(*next) {
                    open.push(*next);
                }
            }
        }
        reached
    }
}

/// Returns the format whose function of that name it is, mangled as it is: `…9newsprint4read3ans4read17h…`.
fn format_of(name: &str, function: &str) -> Option<String> {
    let (_, rest) = name.split_once("9newsprint4read")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (length, rest) = rest.split_at_checked(digits)?;
    let (format, rest) = rest.split_at_checked(length.parse().ok()?)?;
    rest.starts_with(function).then(|| format.replace('_', "-"))
}

/// What is exported, and with it what a host calls.
fn exported(module: &Module) -> impl Iterator<Item = Node> {
    module.exports.iter().filter_map(|export| {
        let walrus::ExportItem::Function(id) = export.item else { return None };
        Some(Node::Function(id.index()))
    })
}

/// What a host gives is given to the core.
fn imported(module: &Module) -> impl Iterator<Item = Node> {
    let is_imported = |function: &&walrus::Function| matches!(function.kind, FunctionKind::Import(_));
    module.funcs.iter().filter(is_imported).map(|function| Node::Function(function.id().index()))
}

/// Functions of a single instruction.
fn everywhere(module: &Module) -> BTreeSet<usize> {
    module.funcs.iter_local().filter(|(_, local)| local.size() <= 1).map(|(id, _)| id.index()).collect()
}

/// What tables have that no relocation told of, such as what wasm-bindgen adds.
fn in_tables_by_others(module: &Module, links: &Links) -> Vec<Node> {
    let data = links.data.iter().map(|datum| &datum.references);
    let known: BTreeSet<&String> =
        links.functions.values().chain(data).flat_map(|references| &references.functions).collect();
    let mut others = Vec::new();
    for element in module.elements.iter() {
        let walrus::ElementItems::Functions(functions) = &element.items else { continue };
        let is_known = |id: &&FunctionId| module.funcs.get(**id).name.as_ref().is_some_and(|name| known.contains(name));
        others.extend(functions.iter().filter(|id| !is_known(id)).map(|id| Node::Function(id.index())));
    }
    others
}

/// The functions that a function calls or hands on.
#[derive(Default)]
struct Calls {
    functions: BTreeSet<FunctionId>,
}

impl Visitor<'_> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.functions.insert(*function);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{CORE, Graph, Node, format_of, settle};

    #[test]
    fn a_reader_is_named_like_its_format() {
        let named = |name: &str| format_of(name, "4read17h");
        assert_eq!(named("_ZN9newsprint4read10apple_news4read17h00E").as_deref(), Some("apple-news"));
        assert_eq!(named("_ZN9newsprint4read10apple_news7matches17h00E"), None);
        assert_eq!(named("_ZN9newsprint4read10apple_news"), None);
        assert_eq!(named("_ZN4core3fmt5Write9write_fmt17h00E"), None);
    }

    #[test]
    fn what_is_called_from_two_parts_is_where_both_have_it() {
        // The core is 0, what readers share 1, and two readers are 2 and 3.
        let [own, called, below] = [10, 11, 12].map(Node::Function);
        let edges = [(own, BTreeSet::from([called])), (called, BTreeSet::from([below]))];
        let graph = Graph { edges: edges.into(), sizes: BTreeMap::new(), named: BTreeMap::new() };
        let needs = BTreeMap::from([(2, vec![1, 2]), (3, vec![1, 3])]);
        let check = |caller: usize, expected: usize| {
            let mut owners = BTreeMap::from([(own, caller), (called, 3), (below, 3)]);
            settle(&graph, Node::Datum(0), &BTreeMap::new(), &needs, 1, &mut owners);
            assert_eq!([owners.get(&called), owners.get(&below)], [Some(&expected); 2]);
        };
        check(3, 3);
        check(2, 1);
        check(1, 1);
        check(CORE, CORE);
    }
}
