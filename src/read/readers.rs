//! Which readers are here; it knows their names and not what they read.
//!
//! A page fetches those that it needs (the feature `readers`), as parts of the module. Anywhere else all are here.
//! Functions that lead into a part are named in `xtask/src/parts/graph.rs` and never inlined.

use std::sync::{Mutex, PoisonError};

/// What the readers of most formats need, and what finds articles inside of documents.
pub(crate) const SHARED: &str = "formats";
/// What reads Markdown in other formats: blocks, and no front matter.
pub(crate) const MARKDOWN: &str = "markdown-blocks";
/// The reader that is always here.
const CANONICAL: &str = "canonical";

/// Those that were added.
static ADDED: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Whether the reader of a format is here, or what readers share.
pub(crate) fn is_here(name: &str) -> bool {
    !cfg!(feature = "readers") || name == CANONICAL || has(name)
}

fn has(name: &str) -> bool {
    ADDED.lock().unwrap_or_else(PoisonError::into_inner).iter().any(|added| added == name)
}

/// Words the finding that something cannot be read yet.
pub(crate) fn unread(what: &str) -> String {
    ["the reader of ", what, " is not here yet; `withModule` fetches it, `addReader` adds it"].concat()
}

/// Says that a reader is here from now on, named like its format.
#[cfg(any(test, feature = "wasm"))]
pub(crate) fn add(name: &str) {
    ADDED.lock().unwrap_or_else(PoisonError::into_inner).push(name.to_owned());
}

#[cfg(test)]
mod tests {
    use super::{add, has};

    #[test]
    fn what_was_added_is_here() {
        assert!(!has("a reader"));
        add("a reader");
        assert!(has("a reader") && !has("another"));
    }
}
