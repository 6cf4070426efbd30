//! What a format is; it knows none.

use std::fmt;

use super::source::{Shape, Source};
use crate::diagnostic::Diagnostics;
use crate::model::Article;

/// A format that articles come in.
#[derive(Clone, Copy)]
pub struct Format {
    /// The name that every interface uses.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// The shape of its documents.
    pub shape: Shape,
    /// Whether a source of that shape is in this format.
    pub matches: fn(&Source<'_>) -> bool,
    /// Reads a source in this format.
    pub read: Read,
}

/// Reads a source in a format: an article, and what there is to say about it.
pub type Read = for<'a> fn(&Source<'a>, &mut Diagnostics) -> Article<'a>;

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Format").field(&self.name).finish()
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}
