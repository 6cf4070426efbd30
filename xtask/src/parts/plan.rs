//! Which part of the module has what: the core has what every page needs, and each reader what its format alone needs.
//! Knows who refers to whom, not why.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};

use super::graph::{Graph, Node};
use super::{COMMON, CORE, MARKDOWN, SHARED};

/// The place of the core among the parts.
pub(crate) const FIRST: usize = 0;
/// What these need whole; all others need what most readers share.
const NEEDS: [(&str, &[&str]); 5] = [
    (COMMON, &[]),
    (SHARED, &[COMMON]),
    ("text", &[]),
    (MARKDOWN, &[COMMON]),
    ("markdown", &[COMMON, SHARED, MARKDOWN]),
];
/// What some readers share, and others do not, is a part of its own if it has so many instructions and bytes of data.
const LARGE: usize = 8_000;

/// What is in which part.
pub(crate) struct Plan {
    /// The names of the parts; the first is the core.
    pub(crate) names: Vec<String>,
    /// The part that has each node; what nobody needs is in none.
    pub(crate) owners: BTreeMap<Node, usize>,
    /// The parts that each reader needs, in the order in which they are to be added, by the place of the reader.
    pub(crate) needs: BTreeMap<usize, Vec<usize>>,
}

/// Nodes by the parts that refer to them.
type Sets = BTreeMap<BTreeSet<usize>, Vec<Node>>;

impl Plan {
    pub(crate) fn new(graph: &Graph) -> Result<Self> {
        let mut names = [CORE, COMMON, SHARED].map(str::to_owned).to_vec();
        names.extend(graph.roots.keys().filter(|name| ![CORE, COMMON, SHARED].contains(&name.as_str())).cloned());
        let sets = sets(graph, &names);
        let place = |name: &str| names.iter().position(|known| known == name).context("a part is missing");
        let mut needs = BTreeMap::new();
        for (part, name) in names.iter().enumerate().skip(FIRST + 1) {
            let whole =
                NEEDS.iter().find(|(reader, _)| reader == name).map_or(&[COMMON, SHARED][..], |(_, needs)| needs);
            let needed = whole.iter().map(|name| place(name)).collect::<Result<Vec<_>>>()?;
            needs.insert(part, needed.into_iter().filter(|needed| *needed != part).collect());
        }
        let (common, shared) = (place(COMMON)?, place(SHARED)?);
        let mut plan = Self { names, owners: BTreeMap::new(), needs };
        plan.divide(graph, &sets, common, shared);
        for (part, needs) in &mut plan.needs {
            if !needs.contains(part) {
                needs.push(*part);
            }
        }
        plan.settle(graph, common, shared);
        Ok(plan)
    }

    /// Gives each set of nodes to a part that all who refer to it need.
    fn divide(&mut self, graph: &Graph, sets: &Sets, common: usize, shared: usize) {
        let readers = self.names.len();
        let whole = self.needs.clone();
        let is_for =
            |owner: usize, part: usize| owner == part || whole.get(&part).is_some_and(|needs| needs.contains(&owner));
        let is_for_all = |owner: usize, parts: &BTreeSet<usize>| parts.iter().all(|part| is_for(owner, *part));
        let is_of_some =
            |parts: &BTreeSet<usize>| parts.len() > 1 && !parts.contains(&shared) && is_for_all(shared, parts);
        let size = |nodes: &[Node]| nodes.iter().filter_map(|node| graph.sizes.get(node)).sum::<usize>();
        let large: Vec<_> = sets.iter().filter(|(parts, nodes)| is_of_some(parts) && size(nodes) >= LARGE).collect();
        for (number, (parts, _)) in large.iter().enumerate() {
            self.names.push(format!("{SHARED}-{}", number + 1));
            for (_, needs) in self.needs.iter_mut().filter(|(part, _)| parts.contains(part)) {
                needs.push(readers + number);
            }
        }
        for (parts, nodes) in sets {
            let one = parts.iter().copied().find(|owner| is_for_all(*owner, parts));
            let of_some =
                || large.iter().position(|(others, _)| parts.is_subset(others)).map(|number| readers + number);
            let of_all = || [shared, common].into_iter().find(|owner| is_for_all(*owner, parts));
            let owner = one.or_else(of_some).or_else(of_all).unwrap_or(FIRST);
            self.owners.extend(nodes.iter().map(|node| (*node, owner)));
        }
    }

    /// Moves what is referred to from a part that may be there without it: to what readers share, or to the core.
    fn settle(&mut self, graph: &Graph, common: usize, shared: usize) {
        // What is there wherever a part is.
        let has = |part: usize, other: usize| {
            let mut together = self.needs.values().filter(|needs| needs.contains(&part));
            other == FIRST || other == part || (part != FIRST && together.all(|needs| needs.contains(&other)))
        };
        loop {
            let mut moved = BTreeMap::new();
            for (node, edges) in &graph.edges {
                let Some(part) = self.owners.get(node) else { continue };
                let is_away = |next: &&Node| self.owners.get(next).is_some_and(|other| !has(*part, *other));
                let to = [shared, common].into_iter().find(|to| has(*part, *to)).unwrap_or(FIRST);
                moved.extend(edges.iter().filter(is_away).map(|next| (*next, to)));
            }
            if moved.is_empty() {
                return;
            }
            self.owners.append(&mut moved);
        }
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

fn sets(graph: &Graph, names: &[String]) -> Sets {
    let mut users: BTreeMap<Node, BTreeSet<usize>> = BTreeMap::new();
    for (part, name) in names.iter().enumerate() {
        for node in graph.reach(name) {
            users.entry(node).or_default().insert(part);
        }
    }
    let mut sets = Sets::new();
    for (node, parts) in users {
        sets.entry(parts).or_default().push(node);
    }
    sets
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::{FIRST, Graph, Node, Plan};

    #[test]
    fn what_is_called_from_two_parts_is_where_both_have_it() {
        // The core is 0, what readers share 1, and two readers are 2 and 3.
        let [own, called, below] = [10, 11, 12].map(Node::Function);
        let edges = [(own, BTreeSet::from([called])), (called, BTreeSet::from([below]))];
        let mut graph = Graph::default();
        graph.edges = edges.into();
        let check = |caller: usize, expected: usize| {
            let owners = BTreeMap::from([(own, caller), (called, 3), (below, 3)]);
            let mut plan = Plan { names: Vec::new(), owners, needs: [(2, vec![1, 2]), (3, vec![1, 3])].into() };
            plan.settle(&graph, 1, 1);
            assert_eq!([plan.owners.get(&called), plan.owners.get(&below)], [Some(&expected); 2]);
        };
        check(3, 3);
        check(2, 1);
        check(1, 1);
        check(FIRST, FIRST);
    }
}
