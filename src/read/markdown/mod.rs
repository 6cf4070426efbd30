//! Markdown, with front matter if it has any; it knows how authors write articles in it, not how Markdown is parsed.

mod autolink;
mod body;
mod builder;
mod callout;
mod dialect;
mod figure;
mod front_matter;
mod line;
mod quote;
mod run;
mod table;
mod template;
#[cfg(test)]
mod tests;

use super::piece::{Base, Body};
use super::values::Values;
use super::{Format, Shape, Source, aliases, opening, prose, readable, recognise};
use crate::diagnostic::Diagnostics;
use crate::model::Article;

pub(super) use body::blocks;

/// The row for Markdown.
pub(super) const FORMAT: Format = Format {
    name: "markdown",
    about: "Markdown with front matter",
    shape: Shape::Text,
    matches: |source| recognise::is_markdown(source.text()),
    read: readable(read),
};

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    if let Some(value) = source.json() {
        return prose::markdown(&mut Values::new(diagnostics), value).into();
    }
    let (fields, start) = front_matter::read(source.text(), diagnostics);
    let mut article = aliases::article(fields, diagnostics);
    let markdown = source.text().get(start..).unwrap_or_default();
    let Body { blocks, notes } = blocks(markdown, |text| text, Base::Exact(start), diagnostics);
    article.notes = notes;
    opening::open(&mut article, blocks);
    article
}
