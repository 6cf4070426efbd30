//! Markdown.
use super::{Format, Shape, Source};
use crate::diagnostic::Diagnostics;
use crate::model::Article;

/// The row for Markdown.
pub(super) const FORMAT: Format =
    Format { name: "markdown", about: "Markdown with front matter", shape: Shape::Text, matches: |_| false, read };

fn read<'a>(_: &Source<'a>, _: &mut Diagnostics) -> Article<'a> {
    Article::default()
}
