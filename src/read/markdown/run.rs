//! Words that follow one another, joined without copying where they do so in the source too; it knows nothing of marks.

use std::borrow::Cow;

use pulldown_cmark::CowStr;

use crate::read::source::offset_in;

/// Pieces of text that are one text.
///
/// A parser hands out `a`, ` [`, `b` where the source has `a [b`. As long as each piece begins where the last one
/// ended, the run is a slice of the source. Else it is put together in a buffer that serves all runs, and copied out
/// at its exact length.
#[derive(Default)]
pub(super) struct Run<'s> {
    slice: &'s str,
    buffer: String,
}

impl<'s> Run<'s> {
    /// Adds a piece that may be a slice of the source.
    pub(super) fn push(&mut self, source: &'s str, piece: &CowStr<'s>) {
        if self.buffer.is_empty()
            && let CowStr::Borrowed(piece) = piece
            && let Some(joined) = join(source, self.slice, piece)
        {
            self.slice = joined;
        } else {
            self.push_str(piece);
        }
    }

    /// Adds a piece that is no slice of the source.
    pub(super) fn push_str(&mut self, piece: &str) {
        if self.buffer.is_empty() {
            self.buffer.push_str(self.slice);
            self.slice = "";
        }
        self.buffer.push_str(piece);
    }

    /// Returns whether nothing was added since the last [`Self::take`].
    pub(super) fn is_empty(&self) -> bool {
        self.slice.is_empty() && self.buffer.is_empty()
    }

    /// Returns where in the source the words begin, if they are a slice of it.
    pub(super) fn start(&self, source: &str) -> Option<usize> {
        offset_in(source, self.slice).filter(|_| self.buffer.is_empty())
    }

    /// Leaves of words in brackets that are a link or a span, and end with the sign of one, no more than the words.
    pub(super) fn drop_link(&mut self, sign: &str) -> bool {
        const LONGEST: usize = 200;
        self.push_str("");
        let Some(words) = self.buffer.strip_suffix(sign) else { return false };
        let end = words.len();
        let from = end.saturating_sub(LONGEST);
        let label = words.as_bytes().get(from..).unwrap_or_default();
        let Some(bracket) = memchr::memrchr(b'[', label).map(|at| from + at) else { return false };
        self.buffer.truncate(end);
        self.buffer.remove(bracket);
        true
    }

    /// Returns the text and begins anew.
    pub(super) fn take(&mut self) -> Cow<'s, str> {
        if self.buffer.is_empty() {
            return Cow::Borrowed(std::mem::take(&mut self.slice));
        }
        let text = self.buffer.as_str().to_owned();
        self.buffer.clear();
        Cow::Owned(text)
    }
}

fn join<'s>(source: &'s str, first: &'s str, second: &'s str) -> Option<&'s str> {
    if first.is_empty() {
        return Some(second);
    }
    let start = offset_in(source, first)?;
    let end = offset_in(source, second)?;
    if start + first.len() == end { source.get(start..end + second.len()) } else { None }
}

/// Returns the parser's text as the standard library's: a slice stays a slice, a box is not copied.
pub(super) fn cow(text: CowStr<'_>) -> Cow<'_, str> {
    match text {
        CowStr::Borrowed(text) => Cow::Borrowed(text),
        CowStr::Boxed(text) => Cow::Owned(text.into_string()),
        CowStr::Inlined(text) => Cow::Owned((*text).to_owned()),
    }
}
