//! Names functions so that those with much in common stand side by side once they are sorted by name: what compresses the
//! module then finds one in the other. Knows bytes, nothing of what they do.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use walrus::{FunctionId, Module};
use wasmparser::{Parser, Payload};

/// What a function is compared by.
type Pieces<'a> = BTreeSet<&'a [u8]>;

/// How many bytes are compared at a time.
const PIECE: usize = 5;
/// A piece that more functions have says nothing about any two of them.
const COMMON: usize = 100;
/// How many pieces a function is taken to have beyond its own when its share of common ones is worked out, so that the
/// smallest do not come before all others.
const MORE: usize = 100;
/// Shares are whole numbers of so many.
const SCALE: usize = 1_000_000;

/// Returns the module with the names by which its functions are to be sorted.
pub(crate) fn named(mut module: Module) -> Result<Module> {
    let bytes = module.emit_wasm();
    let order = order(&bodies(&bytes)?);
    // Read again, functions have the order of their bodies.
    let mut module = Module::from_buffer(&bytes)?;
    let functions: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for (place, function) in order.into_iter().enumerate() {
        let id = functions.get(function).context("a function has no body")?;
        module.funcs.get_mut(*id).name = Some(format!("{place:06}"));
    }
    Ok(module)
}

fn bodies(module: &[u8]) -> Result<Vec<&[u8]>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::CodeSectionEntry(body) = payload? {
            bodies.push(body.as_bytes());
        }
    }
    Ok(bodies)
}

/// Returns the places of `bodies` in an order in which each is followed by the one of those left that is most like it.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let pieces: Vec<Pieces> = bodies.iter().map(|body| body.windows(PIECE).collect()).collect();
    let mut owners: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (body, pieces) in pieces.iter().enumerate() {
        for piece in pieces {
            owners.entry(piece).or_default().push(body);
        }
    }
    owners.retain(|_, bodies| (2..=COMMON).contains(&bodies.len()));
    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut order: Vec<usize> = Vec::new();
    while let Some(first) = left.first() {
        let last = order.last().and_then(|last| pieces.get(*last));
        let next = last.and_then(|last| likest(last, &pieces, &owners, &left)).unwrap_or(*first);
        left.remove(&next);
        order.push(next);
    }
    order
}

/// Returns the place of the one of those left that has the largest share of its pieces in common with `last`, if any has.
fn likest(
    last: &Pieces,
    pieces: &[Pieces],
    owners: &BTreeMap<&[u8], Vec<usize>>,
    left: &BTreeSet<usize>,
) -> Option<usize> {
    let mut common: BTreeMap<usize, usize> = BTreeMap::new();
    for body in last.iter().filter_map(|piece| owners.get(piece)).flatten().filter(|body| left.contains(body)) {
        *common.entry(*body).or_default() += 1;
    }
    let all = |body: usize| pieces.get(body).map_or(0, BTreeSet::len) + MORE;
    common.into_iter().max_by_key(|(body, common)| common * SCALE / all(*body)).map(|(body, _)| body)
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn bodies_that_are_alike_follow_one_another() {
        let bodies: [&[u8]; 4] = [b"one two three", b"a quick brown fox", b"one two, three", b"the quick brown fox"];
        assert_eq!(order(&bodies), [0, 2, 1, 3]);
        assert_eq!(order(&[]), [0; 0]);
    }
}
