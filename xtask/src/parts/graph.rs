//! Who refers to whom, and where each part begins; knows names of functions, nothing of how parts are divided.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use walrus::ir::{self, Visitor};
use walrus::{ElementItems, ExportItem, Function, FunctionId, FunctionKind, LocalFunction, Module};

use super::links::Links;
use super::{COMMON, COMPONENTS, CORE, ENTITIES, HTML, LINKED_DATA, MARKDOWN, RARE, SHARED, WRITERS};

/// Functions that are called only where their part is known to be there, by a part of the name, mangled as it is.
const GATES: [(&str, &str); 20] = [
    ("4read6finish17h", COMMON),
    ("4read5dates8in_words17h", COMMON),
    ("4read8envelope4open17h", SHARED),
    ("4read7aliases8complete8complete17h", SHARED),
    ("4read6markup11read_blocks17h", HTML),
    ("4read6markup9read_line17h", HTML),
    ("4read8markdown11read_blocks17h", MARKDOWN),
    ("4read6markup6linked11read_linked17h", LINKED_DATA),
    ("4read10schema_org13is_only_there17h", LINKED_DATA),
    ("4read6strapi15read_components17h", "strapi"),
    ("14pulldown_cmark8scanners11scan_entity17h", ENTITIES),
    ("Canonical$GT$4rare17h", RARE),
    ("Canonical$GT$10rare_field17h", RARE),
    ("view..View$GT$4rare17h", RARE),
    ("view..View$GT$5posts17h", RARE),
    ("view..View$GT$11corrections17h", RARE),
    ("4wasm9parts_for17h", COMPONENTS),
    ("4wasm13write_article17h", WRITERS),
    ("4wasm10write_text17h", WRITERS),
    ("4wasm13write_json_ld17h", WRITERS),
];
/// The formats that the core has to tell by sight: its own, and those that every text is held against.
const TOLD: [&str; 5] = [CORE, LINKED_DATA, "html", "markdown", "text"];
/// The table of formats refers to more readers than anything else does.
const MOST_READERS: usize = 15;

/// A function, by its place in the module, or a datum, by its place in [`Links::data`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Node {
    Function(usize),
    Datum(usize),
}

/// The references between nodes, but for those that lead through a gate or the table of formats into another part.
#[derive(Default)]
pub(crate) struct Graph {
    pub(crate) edges: BTreeMap<Node, BTreeSet<Node>>,
    /// How many instructions or bytes of data each node has.
    pub(crate) sizes: BTreeMap<Node, usize>,
    /// Where each part begins.
    pub(crate) roots: BTreeMap<String, Vec<Node>>,
    /// The gates.
    pub(crate) gates: BTreeSet<usize>,
    /// Functions by their names.
    named: BTreeMap<String, Vec<usize>>,
}

impl Graph {
    pub(crate) fn new(module: &Module, links: &Links) -> Result<Self> {
        let mut graph = Self::default();
        for function in module.funcs.iter() {
            if let Some(name) = &function.name {
                graph.named.entry(name.clone()).or_default().push(function.id().index());
            }
        }
        for (id, local) in module.funcs.iter_local() {
            let name = module.funcs.get(id).name.as_ref();
            let mut edges: BTreeSet<Node> = called_by(local).iter().map(|id| Node::Function(id.index())).collect();
            let taken = name.and_then(|name| links.functions.get(name));
            let functions = taken.into_iter().flat_map(|taken| &taken.functions);
            edges.extend(functions.flat_map(|name| graph.functions(name)));
            // An address that the linker knows of may be gone, or have gone on into a function that is called.
            let data_at = |number: &u32| {
                taken.and_then(|taken| taken.addresses.get(number)).or_else(|| links.addresses.get(number))
            };
            let numbers = numbers_of(local);
            let data = numbers.iter().filter_map(data_at).flatten();
            edges.extend(data.map(|place| Node::Datum(*place)));
            graph.edges.insert(Node::Function(id.index()), edges);
            graph.sizes.insert(Node::Function(id.index()), usize::try_from(local.size())?);
        }
        for (place, datum) in links.data.iter().enumerate() {
            let functions = datum.references.functions.iter().flat_map(|name| graph.functions(name));
            let data = datum.references.data.iter().map(|place| Node::Datum(*place));
            graph.edges.insert(Node::Datum(place), functions.chain(data).collect());
            graph.sizes.insert(Node::Datum(place), usize::try_from(datum.end - datum.start)?);
        }
        graph.begin_at_formats()?;
        graph.begin_at_gates()?;
        let core = graph.roots.entry(CORE.to_owned()).or_default();
        core.extend(crossing(module).chain(in_tables_by_others(module, links)));
        Ok(graph)
    }

    /// Returns the functions of a name.
    fn functions(&self, name: &str) -> impl Iterator<Item = Node> {
        self.named.get(name).into_iter().flatten().map(|index| Node::Function(*index))
    }

    /// Makes what the table of formats refers to the beginnings of the parts.
    fn begin_at_formats(&mut self) -> Result<()> {
        let mut formats: BTreeMap<Node, String> = BTreeMap::new();
        for (name, functions) in &self.named {
            let Some(format) = format_of(name, "4read17h") else { continue };
            formats.extend(functions.iter().map(|function| (Node::Function(*function), format.clone())));
        }
        let readers = |edges: &BTreeSet<Node>| edges.iter().filter(|node| formats.contains_key(node)).count();
        let is_table =
            |node: &Node, edges: &BTreeSet<Node>| matches!(node, Node::Datum(_)) && readers(edges) > MOST_READERS;
        let table = self.edges.iter().find(|(node, edges)| is_table(node, edges)).map(|(node, _)| *node);
        let table = table.context("the table of the formats is not found")?;
        let edges = self.edges.remove(&table).unwrap_or_default();
        let (functions, data): (BTreeSet<_>, _) = edges.into_iter().partition(|node| matches!(node, Node::Function(_)));
        self.edges.insert(table, data);
        self.roots.entry(CORE.to_owned()).or_default().push(table);
        for function in functions {
            let part = formats.get(&function).cloned().unwrap_or_else(|| self.that_tells(function).to_owned());
            self.roots.entry(part).or_default().push(function);
        }
        Ok(())
    }

    /// Returns the part that has what tells a format.
    fn that_tells(&self, function: Node) -> &'static str {
        let mut names = self.named.iter();
        let name = names.find(|(_, functions)| functions.iter().any(|index| Node::Function(*index) == function));
        let format = name.and_then(|(name, _)| format_of(name, "7matches17h"));
        if format.is_some_and(|format| TOLD.contains(&format.as_str())) { CORE } else { SHARED }
    }

    /// Makes the gates beginnings of their parts.
    fn begin_at_gates(&mut self) -> Result<()> {
        for (called, part) in GATES {
            let gate =
                self.named.iter().find(|(name, _)| name.contains(called)).and_then(|(_, functions)| functions.first());
            let gate = *gate.with_context(|| format!("no function is called `{called}`"))?;
            self.gates.insert(gate);
            self.roots.entry(part.to_owned()).or_default().push(Node::Function(gate));
            for edges in self.edges.values_mut() {
                edges.remove(&Node::Function(gate));
            }
        }
        Ok(())
    }

    /// Makes functions the beginnings of a part, and gates for those of `before`.
    pub(crate) fn begin_behind_gates(
        &mut self,
        part: &str,
        functions: &BTreeSet<Node>,
        before: impl Fn(&Node) -> bool,
    ) {
        for (node, edges) in &mut self.edges {
            if before(node) {
                edges.retain(|next| !functions.contains(next));
            }
        }
        self.gates.extend(functions.iter().filter_map(|node| match node {
            Node::Function(place) => Some(*place),
            Node::Datum(_) => None,
        }));
        self.roots.entry(part.to_owned()).or_default().extend(functions);
    }

    /// Returns what a part refers to, and what that refers to.
    pub(crate) fn reach(&self, part: &str) -> BTreeSet<Node> {
        let roots = self.roots.get(part).map(Vec::as_slice).unwrap_or_default();
        let mut reached: BTreeSet<Node> = roots.iter().copied().collect();
        let mut open = roots.to_vec();
        while let Some(node) = open.pop() {
            open.extend(self.edges.get(&node).into_iter().flatten().copied().filter(|next| reached.insert(*next)));
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

/// What a host gives or calls.
fn crossing(module: &Module) -> impl Iterator<Item = Node> {
    let is_imported = |function: &&Function| matches!(function.kind, FunctionKind::Import(_));
    let imported = module.funcs.iter().filter(is_imported).map(Function::id);
    let exported = module.exports.iter().filter_map(|export| {
        let ExportItem::Function(id) = export.item else { return None };
        Some(id)
    });
    imported.chain(exported).map(|id| Node::Function(id.index()))
}

/// What tables have that no relocation told of, such as what wasm-bindgen adds.
fn in_tables_by_others(module: &Module, links: &Links) -> Vec<Node> {
    let by_code = links.functions.values().flat_map(|taken| &taken.functions);
    let by_data = links.data.iter().flat_map(|datum| &datum.references.functions);
    let known: BTreeSet<&String> = by_code.chain(by_data).collect();
    let is_known = |id: &FunctionId| module.funcs.get(*id).name.as_ref().is_some_and(|name| known.contains(name));
    let mut others = Vec::new();
    for element in module.elements.iter() {
        let ElementItems::Functions(functions) = &element.items else { continue };
        others.extend(functions.iter().filter(|id| !is_known(id)).map(|id| Node::Function(id.index())));
    }
    others
}

/// Returns the functions that a function calls or hands on.
pub(crate) fn called_by(function: &LocalFunction) -> BTreeSet<FunctionId> {
    let mut calls = Calls(BTreeSet::new());
    ir::dfs_in_order(&mut calls, function, function.entry_block());
    calls.0
}

struct Calls(BTreeSet<FunctionId>);

impl Visitor<'_> for Calls {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.insert(*function);
    }
}

/// Returns the numbers that may be addresses in a function.
fn numbers_of(function: &LocalFunction) -> BTreeSet<u32> {
    let mut numbers = Numbers(BTreeSet::new());
    ir::dfs_in_order(&mut numbers, function, function.entry_block());
    numbers.0
}

struct Numbers(BTreeSet<u32>);

impl Visitor<'_> for Numbers {
    fn visit_const(&mut self, number: &ir::Const) {
        if let ir::Value::I32(number) = number.value {
            self.0.insert(number.cast_unsigned());
        }
    }

    fn visit_load(&mut self, load: &ir::Load) {
        self.0.extend(u32::try_from(load.arg.offset));
    }

    fn visit_load_simd(&mut self, load: &ir::LoadSimd) {
        self.0.extend(u32::try_from(load.arg.offset));
    }

    fn visit_store(&mut self, store: &ir::Store) {
        self.0.extend(u32::try_from(store.arg.offset));
    }
}

#[cfg(test)]
mod tests {
    use super::format_of;

    #[test]
    fn a_reader_is_named_like_its_format() {
        let named = |name: &str| format_of(name, "4read17h");
        assert_eq!(named("_ZN9newsprint4read10apple_news4read17h00E").as_deref(), Some("apple-news"));
        assert_eq!(named("_ZN9newsprint4read10apple_news7matches17h00E"), None);
        assert_eq!(named("_ZN9newsprint4read10apple_news"), None);
        assert_eq!(named("_ZN4core3fmt5Write9write_fmt17h00E"), None);
    }
}
