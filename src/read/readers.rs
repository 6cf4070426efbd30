//! Which readers are here, and which was asked for; it knows their names and not what they read.
//!
//! A page fetches those that it needs (the feature `readers`), as parts of the module. Outside of WebAssembly all are here. What
//! was read while one was missing is not shown: it is read again once that is here. Functions that lead into a part are
//! named in `xtask/src/parts/graph.rs` and never inlined.

use std::sync::{Mutex, PoisonError};

/// What all formats need but the canonical one, and what reads dates in words.
pub(crate) const COMMON: &str = "common";
/// What finds articles inside of JSON, and what completes them.
pub(crate) const SHARED: &str = "formats";
/// What reads Markdown in other formats: blocks, and no front matter.
pub(crate) const MARKDOWN: &str = "markdown-blocks";
/// What reads HTML in other formats: fragments, and no pages.
pub(crate) const HTML: &str = "html-blocks";
/// What reads JSON-LD, in pages as well.
pub(crate) const LINKED_DATA: &str = "schema-org";
/// What decodes references to characters in Markdown.
pub(crate) const ENTITIES: &str = "markdown-entities";
/// What few articles have: tables, films, boxes, posts.
pub(crate) const RARE: &str = "rare";
/// The reader that is always here.
const CANONICAL: &str = "canonical";

static STATE: Mutex<State> = Mutex::new(State { added: Vec::new(), missing: None });

struct State {
    /// Those that were added.
    added: Vec<String>,
    /// The first that was asked for and is not here.
    missing: Option<&'static str>,
}

/// Whether the reader of a format is here, or what readers share.
pub(crate) fn is_here(name: &str) -> bool {
    !cfg!(all(feature = "readers", target_family = "wasm")) || name == CANONICAL || state(|state| state.has(name))
}

/// Whether a reader is here; one that is not is asked for.
pub(crate) fn ask(name: &'static str) -> bool {
    let is_here = is_here(name);
    if !is_here {
        state(|state| state.missing = state.missing.or(Some(name)));
    }
    is_here
}

/// Returns the reader that was asked for first and is not here, once.
#[cfg(feature = "wasm")]
pub(crate) fn missing() -> Option<&'static str> {
    state(|state| state.missing.take())
}

/// Says that a reader is here from now on, named like its format.
#[cfg(any(test, feature = "wasm"))]
pub(crate) fn add(name: &str) {
    state(|state| state.added.push(name.to_owned()));
}

fn state<T>(work: impl FnOnce(&mut State) -> T) -> T {
    work(&mut STATE.lock().unwrap_or_else(PoisonError::into_inner))
}

impl State {
    fn has(&self, name: &str) -> bool {
        self.added.iter().any(|added| added == name)
    }
}

#[cfg(test)]
mod tests {
    use super::{add, state};

    #[test]
    fn what_was_added_is_here() {
        let has = |name: &str| state(|state| state.has(name));
        assert!(!has("a reader"));
        add("a reader");
        assert!(has("a reader") && !has("another"));
    }
}
