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

pub(super) struct Body<'a> {
    pub(super) blocks: Vec<crate::model::Block<'a>>,
    pub(super) notes: Vec<crate::model::Note<'a>>,
}
pub(super) fn blocks<'s, 'a>(
    m: &'s str,
    own: fn(pulldown_cmark::CowStr<'s>) -> std::borrow::Cow<'a, str>,
    _: Option<usize>,
    _: &mut Diagnostics,
) -> Body<'a> {
    Body {
        blocks: vec![crate::model::Block::Paragraph(vec![crate::model::Inline::Text(own(m.into()).into())])],
        notes: vec![],
    }
}
