//! Plain text.
use super::{Format, Shape, Source};
use crate::diagnostic::Diagnostics;
use crate::model::Article;

/// The row for plain text.
pub(super) const FORMAT: Format =
    Format { name: "text", about: "Plain text", shape: Shape::Text, matches: |_| true, read };

fn read<'a>(_: &Source<'a>, _: &mut Diagnostics) -> Article<'a> {
    Article::default()
}
