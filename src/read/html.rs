//! HTML, a fragment or a whole page; it knows how to tell HTML from other text.

use super::format::Format;
use super::markup;
use super::piece::Base;
use super::recognise::xml;
use super::source::{Shape, Source};
use super::values::Values;
use super::{recognise, strapi, words};
use crate::diagnostic::Diagnostics;
use crate::model::Article;

/// The row for HTML.
pub(super) const FORMAT: Format =
    Format { name: "html", about: "an HTML fragment or page", shape: Shape::Text, matches, read };

/// A page may be written as XML, or cut off. Markdown may begin with a tag or a comment too, but then goes on in Markdown
/// to its end.
fn matches(source: &Source<'_>) -> bool {
    let text = without_comments(xml::after_declaration(source.text().trim()));
    let begins =
        text.strip_prefix('<').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!'));
    let is_page = words::after(text, "<!doctype|<html").is_some();
    begins && !xml::is_xml(source.text()) && (is_page || text.ends_with('>') || !recognise::is_markdown(text))
}

/// The text between the comments that it begins and ends with; nothing but comments is HTML.
fn without_comments(text: &str) -> &str {
    let mut inner = text;
    while let Some((_, rest)) = inner.strip_prefix("<!--").and_then(|comment| comment.split_once("-->")) {
        inner = rest.trim_start();
    }
    while let Some((rest, _)) = inner.strip_suffix("-->").and_then(|comment| comment.rsplit_once("<!--")) {
        inner = rest.trim_end();
    }
    if inner.is_empty() { text } else { inner }
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let values = &mut Values::new(diagnostics);
    match source.json() {
        Some(value) if value.is_string() => markup::blocks(value, values).into(),
        Some(components) => strapi::components(components, values).into(),
        None => markup::article(source.text(), Base::Exact(0), values),
    }
}
