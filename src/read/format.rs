//! What a format is; it knows none.

use std::fmt;

use super::source::{Shape, Source};
use crate::diagnostic::{Code, Diagnostics};
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

/// Returns the rows of a build without the feature `formats`, which reads canonical JSON and plain text: of the others it
/// knows the names, and texts in them by sight.
pub(super) const fn named<const N: usize>(mut formats: [Format; N]) -> [Format; N] {
    let mut rest: &mut [Format] = &mut formats;
    while let Some((format, others)) = rest.split_first_mut() {
        if !matches!(format.name.as_bytes(), b"canonical" | b"text") {
            format.read = unread;
            if !matches!(format.shape, Shape::Text) {
                format.matches = |_| false;
            }
        }
        rest = others;
    }
    formats
}

fn unread<'a>(_: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let message = "this is in a format that this build of Newsprint does not read";
    diagnostics.add(Code::FormatUnread, Some(0), message);
    Article::default()
}

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
