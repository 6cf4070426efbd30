//! Which part of the module has what: the core has what every page needs, and each reader what its format alone needs.
//! Knows who refers to whom, not why.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};

use super::division::{self, ALL, Division, Set};
use super::graph::{Graph, Node};
use super::profile::Ran;
use super::{COMMON, COMPONENTS, CORE, ENTITIES, HTML, LINKED_DATA, MARKDOWN, RARE, SHARED, WRITERS};

/// The place of the core among the parts.
pub(crate) const FIRST: usize = 0;
/// What these need whole. What most articles of a format have in them is fetched at once.
const NEEDS: [(&str, &[&str]); 17] = [
    (CORE, &[]),
    (COMMON, &[]),
    (RARE, &[]),
    (SHARED, &[COMMON]),
    (HTML, &[RARE]),
    (MARKDOWN, &[]),
    (ENTITIES, &[]),
    (WRITERS, &[]),
    (COMPONENTS, &[]),
    ("text", &[COMMON]),
    ("html", &[COMMON, RARE, HTML]),
    ("markdown", &[COMMON, MARKDOWN]),
    ("ans", &[COMMON, RARE, SHARED, HTML]),
    ("editorjs", &[COMMON, RARE, SHARED, HTML]),
    ("guardian", &[COMMON, RARE, SHARED, HTML]),
    (LINKED_DATA, &[COMMON, RARE, HTML]),
    ("wordpress", &[COMMON, RARE, SHARED, HTML]),
];
/// The parts that are fetched without what no typical article needs of them, in the order in which they are divided.
const DIVIDED: [&str; 5] = [CORE, COMMON, MARKDOWN, HTML, "html"];
/// What comes after the name of a part in that of the rest of it.
const SELDOM: &str = "-seldom";
/// A function with fewer instructions is hardly longer than the way to it, and used by more articles than are tried.
const SMALLEST: usize = 30;
/// What those need that are in none of the rows.
const OTHERS_NEED: &[&str] = &[COMMON, RARE, SHARED];
/// What most pages ask for counts for more.
const MOST_READ: [&str; 4] = [CORE, "html", "markdown", MARKDOWN];
const WEIGHT: usize = 3;

/// What is in which part.
pub(crate) struct Plan {
    /// The names of the parts; the first is the core.
    pub(crate) names: Vec<String>,
    /// The part that has each node; what nobody needs is in none.
    pub(crate) owners: BTreeMap<Node, usize>,
    /// The parts that each reader needs, in the order in which they are to be added, by the place of the reader.
    pub(crate) needs: BTreeMap<usize, Vec<usize>>,
}

/// Makes gates of what no typical article runs through, into parts of their own: a page fetches one when its article does.
pub(crate) fn part_seldom(graph: &mut Graph, ran: &Ran) {
    for part in DIVIDED {
        let own = own(graph, part);
        let not_run = |ran: &BTreeSet<usize>| -> BTreeSet<Node> {
            let is_large = |node: &Node| graph.sizes.get(node).is_some_and(|size| *size >= SMALLEST);
            let has_run = |node: &Node| !matches!(node, Node::Function(place) if !ran.contains(place));
            own.iter().filter(|node| is_large(node) && !has_run(node)).copied().collect()
        };
        let (seldom, not_by_core) = (not_run(&ran.all), not_run(&ran.core));
        graph.begin_behind_gates(&format!("{part}{SELDOM}"), &seldom, |node| !seldom.contains(node));
        if part == CORE {
            // What only articles in other formats run through comes with them.
            let late = not_by_core.difference(&seldom).copied().collect();
            graph.begin_behind_gates(COMMON, &late, |node| own.contains(node) && !not_by_core.contains(node));
        }
    }
}

/// Returns what a part refers to, and no part that may be there without it.
fn own(graph: &Graph, part: &str) -> BTreeSet<Node> {
    let others = graph.roots.keys().filter(|name| *name != part && part != CORE && !needs(name).contains(&part));
    let taken = others.flat_map(|name| graph.reach(name)).chain(graph.roots.get(part).into_iter().flatten().copied());
    let taken: BTreeSet<Node> = taken.collect();
    graph.reach(part).difference(&taken).copied().collect()
}

impl Plan {
    pub(crate) fn new(graph: &Graph) -> Result<Self> {
        let others = graph.roots.keys().filter(|name| *name != CORE).cloned();
        let mut names: Vec<String> = [CORE.to_owned()].into_iter().chain(others).collect();
        let mut having = having(&names)?;
        let readers = having.len();
        let mut users: BTreeMap<Node, Set> = BTreeMap::new();
        for (part, (name, have)) in names.iter().zip(&having).enumerate() {
            let who = if part == FIRST { division::CORE } else { *have };
            graph.reach(name).into_iter().for_each(|node| *users.entry(node).or_default() |= who);
        }
        let weight = |name: &String| if MOST_READ.contains(&name.as_str()) { WEIGHT } else { 1 };
        let weights: Vec<_> = names.iter().map(weight).collect();
        let division = Division::new(graph, &users);
        division.add_shared(&mut having, &weights);
        names.extend((readers..having.len()).map(|part| format!("{COMMON}-{}", part + 1 - readers)));
        let needs_of = |reader: usize| {
            let parts = having.iter().enumerate().skip(FIRST + 1);
            parts.filter(|(_, have)| division::has(**have, reader)).map(|(part, _)| part).collect()
        };
        let needs = (FIRST + 1..readers).map(|reader| (reader, needs_of(reader))).collect();
        let mut plan = Self { names, owners: division.owner_of_each(&having), needs };
        plan.order(graph)?;
        Ok(plan)
    }

    /// Puts what each part needs in an order in which nothing refers to what comes later.
    fn order(&mut self, graph: &Graph) -> Result<()> {
        let mut before: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (node, edges) in &graph.edges {
            let Some(part) = self.owners.get(node) else { continue };
            let others = edges.iter().filter_map(|next| self.owners.get(next)).filter(|other| *other != part);
            before.entry(*part).or_default().extend(others);
        }
        for needs in self.needs.values_mut() {
            let mut left = std::mem::take(needs);
            while !left.is_empty() {
                let is_free = |part: &usize| {
                    before.get(part).is_none_or(|others| !left.iter().any(|other| others.contains(other)))
                };
                let next = left.iter().position(is_free).context("two parts refer to each other")?;
                needs.push(left.remove(next));
            }
        }
        Ok(())
    }

    /// Returns for each reader the names of the parts that it needs, in the order in which they are to be added.
    pub(crate) fn needs_as_json(&self) -> String {
        let quoted = |place: &usize| self.names.get(*place).map(|name| format!("\"{name}\"")).unwrap_or_default();
        let row = |(reader, needs): (&usize, &Vec<usize>)| {
            format!("  {}: [{}]", quoted(reader), needs.iter().map(quoted).collect::<Vec<_>>().join(", "))
        };
        format!("{{\n{}\n}}\n", self.needs.iter().map(row).collect::<Vec<_>>().join(",\n"))
    }
}

/// Returns for each part the readers that have it: those that need it whole.
fn having(names: &[String]) -> Result<Vec<Set>> {
    let mut having = vec![0; names.len()];
    for (reader, name) in names.iter().enumerate() {
        for part in needs(name).into_iter().chain([name.as_str()]) {
            let place = names.iter().position(|known| known == part);
            *place.and_then(|place| having.get_mut(place)).context("a part is missing")? |= 1 << reader;
        }
    }
    *having.get_mut(FIRST).context("the core is missing")? = ALL;
    Ok(having)
}

/// Returns what a part needs whole.
fn needs(name: &str) -> Vec<&str> {
    let Some(part) = name.strip_suffix(SELDOM) else {
        return NEEDS.iter().find(|(known, _)| *known == name).map_or(OTHERS_NEED, |(_, others)| others).to_vec();
    };
    let whole = needs(part).into_iter().chain([part, COMMON]).filter(|part| *part != CORE);
    whole.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{COMMON, CORE, Graph, Node, Ran, SMALLEST, needs, part_seldom};

    #[test]
    fn what_no_typical_article_runs_through_is_behind_a_gate() {
        let [root, ran, seldom, small, late, other] = [0, 1, 2, 3, 4, 5].map(Node::Function);
        let mut graph = Graph::default();
        graph.roots = [(CORE.to_owned(), vec![root]), ("text".to_owned(), vec![other])].into();
        let calls = |called: &[Node]| BTreeSet::from_iter(called.iter().copied());
        graph.edges = [(root, calls(&[ran])), (ran, calls(&[seldom, small, late])), (other, calls(&[late]))].into();
        graph.sizes = [root, ran, seldom, late, other].map(|node| (node, SMALLEST)).into();
        graph.sizes.insert(small, SMALLEST - 1);
        part_seldom(&mut graph, &Ran { core: BTreeSet::from([0, 1]), all: BTreeSet::from([0, 1, 4, 5]) });
        assert_eq!(graph.gates, BTreeSet::from([2, 4]));
        assert_eq!(graph.edges.get(&ran), Some(&calls(&[small])));
        assert_eq!(graph.edges.get(&other), Some(&calls(&[late])));
        assert_eq!(graph.roots.get("canonical-seldom"), Some(&vec![seldom]));
        assert_eq!(graph.roots.get(COMMON), Some(&vec![late]));
    }

    #[test]
    fn the_rest_of_a_part_needs_the_part_and_what_that_needs() {
        assert_eq!(needs("canonical-seldom"), [COMMON]);
        assert_eq!(needs("html-blocks-seldom"), ["rare", "html-blocks", COMMON]);
    }
}
