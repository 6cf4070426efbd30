//! Divides nodes among parts so that little is downloaded; knows who needs a node and who has a part, by their places.

use std::collections::{BTreeMap, BTreeSet};

use super::graph::{Graph, Node};

/// Readers, one bit each, by the places of their parts.
pub(super) type Set = u64;

/// Everything has the core, which is the first part.
pub(super) const ALL: Set = Set::MAX;
pub(super) const CORE: Set = 1;
/// What one more file costs, in instructions and bytes of data.
const FILE: usize = 600;
/// What is shared by some and has so many instructions and bytes of data may become a part of its own.
const SMALLEST: usize = 100;
/// A part of its own has to spare so much, in all.
const LEAST_GAIN: usize = 10_000;

/// Nodes, and who needs them.
#[derive(Default)]
pub(super) struct Division {
    nodes: Vec<Node>,
    edges: Vec<Vec<usize>>,
    sizes: Vec<usize>,
    users: Vec<Set>,
}

impl Division {
    /// Takes the nodes that somebody needs.
    pub(super) fn new(graph: &Graph, users: &BTreeMap<Node, Set>) -> Self {
        let places: BTreeMap<Node, usize> = users.keys().enumerate().map(|(place, node)| (*node, place)).collect();
        let edges_of = |node: &Node| graph.edges.get(node).into_iter().flatten();
        Self {
            nodes: users.keys().copied().collect(),
            edges: users
                .keys()
                .map(|node| edges_of(node).filter_map(|next| places.get(next)).copied().collect())
                .collect(),
            sizes: users.keys().map(|node| graph.sizes.get(node).copied().unwrap_or_default()).collect(),
            users: users.values().copied().collect(),
        }
    }

    /// Adds parts for what some readers share, the one that spares most first. `having` says for each part who has it,
    /// `weights` for each reader how much what it downloads counts.
    pub(super) fn add_shared(&self, having: &mut Vec<Set>, weights: &[usize]) {
        let mut sizes: BTreeMap<Set, usize> = BTreeMap::new();
        for (users, size) in self.users.iter().zip(&self.sizes) {
            *sizes.entry(*users).or_default() += size;
        }
        sizes.retain(|users, size| *size >= SMALLEST && users & CORE == 0 && !having.contains(users));
        let candidates: BTreeSet<Set> = sizes.into_keys().collect();
        let mut cost = self.cost(having, weights);
        loop {
            let cost_with = |users: Set| self.cost(&[having.as_slice(), &[users]].concat(), weights);
            let best = candidates.iter().map(|users| (cost_with(*users), *users)).min();
            let Some((least, users)) = best.filter(|(least, _)| least + LEAST_GAIN < cost) else { return };
            cost = least;
            having.push(users);
        }
    }

    /// What all readers download with these parts.
    fn cost(&self, having: &[Set], weights: &[usize]) -> usize {
        let mut sizes = vec![FILE; having.len()];
        for (owner, size) in self.owners(having).into_iter().zip(&self.sizes) {
            if let Some(part) = sizes.get_mut(owner) {
                *part += size;
            }
        }
        let weight = |users: Set| -> usize {
            weights.iter().enumerate().filter(|(reader, _)| has(users, *reader)).map(|(_, weight)| weight).sum()
        };
        having.iter().zip(sizes).map(|(users, size)| weight(*users) * size).sum()
    }

    /// Gives each node to the part that all have who need the node, and the fewest others. Who has a part needs what
    /// everything in it refers to.
    fn owners(&self, having: &[Set]) -> Vec<usize> {
        let mut known: BTreeMap<Set, usize> = BTreeMap::new();
        let mut owner = |users: Set| {
            let have_it = || having.iter().enumerate().filter(|(_, have)| users & !**have == 0);
            let fewest = || have_it().min_by_key(|(_, have)| have.count_ones()).map_or(0, |(part, _)| part);
            *known.entry(users).or_insert_with(fewest)
        };
        let mut users = self.users.clone();
        let mut owners = vec![0; self.nodes.len()];
        let mut open: Vec<usize> = (0..self.nodes.len()).collect();
        while let Some(node) = open.pop() {
            let part = owner(users.get(node).copied().unwrap_or(ALL));
            let have = having.get(part).copied().unwrap_or(ALL);
            if let Some(owner) = owners.get_mut(node) {
                *owner = part;
            }
            for next in self.edges.get(node).into_iter().flatten() {
                if let Some(users) = users.get_mut(*next).filter(|users| have & !**users != 0) {
                    *users |= have;
                    open.push(*next);
                }
            }
        }
        owners
    }

    /// Returns the part of each node.
    pub(super) fn owner_of_each(&self, having: &[Set]) -> BTreeMap<Node, usize> {
        self.nodes.iter().copied().zip(self.owners(having)).collect()
    }
}

/// Whether a reader is in a set.
pub(super) fn has(set: Set, reader: usize) -> bool {
    set >> reader & 1 == 1
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{ALL, Division, Graph, Node};

    #[test]
    fn what_is_called_from_two_parts_is_where_both_have_it() {
        // The core is 0, what readers share 1, and two readers are 2 and 3.
        let having = [ALL, 0b1110, 0b0100, 0b1000];
        let [own, called, below] = [10, 11, 12].map(Node::Function);
        let edges = [(own, BTreeSet::from([called])), (called, BTreeSet::from([below]))];
        let mut graph = Graph::default();
        graph.edges = edges.into();
        let check = |caller: u64, expected: usize| {
            let division = Division::new(&graph, &[(own, caller), (called, 0b1000), (below, 0b1000)].into());
            let owners = division.owner_of_each(&having);
            assert_eq!([owners.get(&called), owners.get(&below)], [Some(&expected); 2]);
        };
        check(0b1000, 3);
        check(0b0100, 1);
        check(0b0010, 1);
        check(0b0001, 0);
    }

    #[test]
    fn what_some_share_is_a_part_of_its_own_where_that_spares_much() {
        let node = Node::Function(10);
        let check = |size: usize, expected: &[u64]| {
            let mut graph = Graph::default();
            graph.sizes = [(node, size)].into();
            let mut having = vec![ALL, 0b0010, 0b0100, 0b1000];
            Division::new(&graph, &[(node, 0b1100)].into()).add_shared(&mut having, &[1; 4]);
            assert_eq!(having.get(4..).unwrap_or_default(), expected);
        };
        check(100, &[]);
        check(1_000, &[]);
        check(10_000, &[0b1100]);
    }
}
