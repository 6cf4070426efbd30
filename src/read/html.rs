//! HTML, a fragment or a whole page; it knows how to tell HTML from other text.

use super::markup;
use super::piece::Base;
use super::values::Values;
use super::{Format, Shape, Source, recognise};
use crate::diagnostic::Diagnostics;
use crate::model::Article;

/// The row for HTML.
pub(super) const FORMAT: Format =
    Format { name: "html", about: "an HTML fragment or page", shape: Shape::Text, matches, read };

/// Markdown may begin with a tag too, but then goes on in Markdown to its end.
fn matches(source: &Source<'_>) -> bool {
    let text = source.text().trim();
    let begins =
        text.strip_prefix('<').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!'));
    begins && (text.ends_with('>') || !recognise::is_markdown(text))
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    markup::article(source.text(), Base::Exact(0), &mut Values::new(diagnostics))
}
