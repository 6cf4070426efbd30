//! The canonical format.
use super::{Format, Shape, Source};
use crate::diagnostic::Diagnostics;
use crate::model::Article;

/// The row for the canonical format.
pub(super) const FORMAT: Format =
    Format { name: "canonical", about: "Newsprint's own JSON", shape: Shape::Json, matches: |_| true, read };

fn read<'a>(_: &Source<'a>, _: &mut Diagnostics) -> Article<'a> {
    Article::default()
}
