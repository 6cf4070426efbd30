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
    let text = after_comments(source.text()).trim_end();
    let begins =
        text.strip_prefix('<').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!'));
    begins && (text.ends_with('>') || !recognise::is_markdown(text))
}

/// Comments may stand before a document of any kind.
fn after_comments(text: &str) -> &str {
    let mut text = text.trim_start();
    while let Some((_, after)) = text.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
        text = after.trim_start();
    }
    text
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    markup::article(source.text(), Base::Exact(0), &mut Values::new(diagnostics))
}
