//! Which readers are here; it knows their names and not what they read.
//!
//! A page fetches those that it needs (the feature `readers`), as parts of the module. Anywhere else all are here.

use std::sync::atomic::{AtomicU32, Ordering};

use super::formats::FORMATS;

/// What the readers of all formats but the canonical one and plain text need, and what finds articles inside of documents.
pub(crate) const SHARED: &str = "formats";

/// Those that were added, a bit for each.
static ADDED: AtomicU32 = AtomicU32::new(0);

/// Whether the reader of a format is here.
pub(crate) fn is_here(name: &str) -> bool {
    !cfg!(feature = "readers") || bit(name).is_none_or(|bit| ADDED.load(Ordering::Relaxed) & bit != 0)
}

/// Says that a reader is here from now on; returns whether there is one of that name.
#[cfg(any(test, feature = "wasm"))]
pub(crate) fn add(name: &str) -> bool {
    let bit = bit(name);
    ADDED.fetch_or(bit.unwrap_or_default(), Ordering::Relaxed);
    bit.is_some()
}

/// Returns the bit of a reader; the reader of the canonical format is always here.
fn bit(name: &str) -> Option<u32> {
    let place = match name {
        "canonical" => None,
        SHARED => Some(0),
        name => FORMATS.iter().position(|format| format.name == name).map(|place| place + 1),
    };
    place.map(|place| 1 << place)
}

#[cfg(test)]
mod tests {
    use super::{FORMATS, add, bit};

    #[test]
    fn every_reader_has_a_bit_of_its_own() {
        let names = || FORMATS.iter().map(|format| format.name).filter(|name| *name != "canonical").chain(["formats"]);
        let bits: u32 = names().filter_map(bit).sum();
        assert_eq!(bits.count_ones() as usize, names().count());
        assert!(names().all(add) && !add("canonical") && !add("quark"));
    }
}
