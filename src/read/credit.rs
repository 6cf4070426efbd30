//! The credit in a caption.
use crate::model::{Credit, Inline, Text};
pub(super) fn split<'a>(caption: Vec<Inline<'a>>) -> (Vec<Inline<'a>>, Option<Credit<'a>>) {
    (caption, None)
}
pub(super) fn credit<'a>(line: Text<'a>) -> Credit<'a> {
    Credit { text: line, ..Credit::default() }
}
