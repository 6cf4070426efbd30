//! Markdown, with front matter if it has any; it knows how authors write articles in it, not how Markdown is parsed.

mod autolink;
mod body;
mod builder;
mod callout;
mod dialect;
mod figure;
mod front_matter;
mod line;
#[cfg(test)]
mod linear;
mod run;
mod table;
mod template;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::format::Format;
use super::piece::{Base, Body, copied};
use super::source::{Shape, Source};
use super::values::Values;
use super::{aliases, credit, opening, readers, recognise, script};
use crate::diagnostic::Diagnostics;
use crate::json::Value;
use crate::model::{Article, Block, Inline};

use body::{blocks_of, line_of};

/// The row for Markdown.
pub(super) const FORMAT: Format =
    Format { name: "markdown", about: "Markdown with front matter", shape: Shape::Text, matches, read };

fn matches(source: &Source<'_>) -> bool {
    recognise::is_markdown(source.text())
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    if let Some(value) = source.json() {
        let text = value.as_str().unwrap_or_default();
        if !are_paragraphs(&text) {
            return blocks(value, &mut Values::new(diagnostics)).into();
        }
        return blocks_of(&text.replace('\n', "\n\n"), copied, Base::Around(value.offset()), diagnostics).into();
    }
    let (fields, start) = front_matter::read(source.text(), diagnostics);
    let mut article = aliases::article(fields, diagnostics);
    // What stands below a picture may have links and emphasis.
    if let Some(Block::Image(image)) = &mut article.lead_media
        && let [Inline::Text(text)] = image.caption.as_slice()
        && let Some(caption) = line_of(text, Base::Around(image.at.offset().unwrap_or_default()), diagnostics)
    {
        (image.caption, image.credit) = credit::settle(caption, image.credit.take());
    }
    let markdown = source.text().get(start..).unwrap_or_default();
    script::learn(markdown, &mut article);
    let Body { blocks, notes } = blocks_of(markdown, |text| text, Base::Exact(start), diagnostics);
    article.notes = notes;
    opening::open(&mut article, blocks);
    article
}

/// Whether the lines of a text are its paragraphs, as those have it who take it out of pages: none is empty, one is wider
/// than lines are broken, and nothing is Markdown's.
fn are_paragraphs(text: &str) -> bool {
    const WIDEST: usize = 90;
    text.lines().nth(1).is_some()
        && text.lines().all(|line| !line.trim().is_empty())
        && text.lines().any(|line| line.len() > WIDEST)
        && !recognise::is_markdown(text)
}

/// Returns the blocks and footnotes of Markdown in a JSON string; where Markdown is not read yet, its reader is asked for.
pub(super) fn blocks<'a>(value: Value<'_, 'a>, values: &mut Values<'_>) -> Body<'a> {
    if value.raw_str().trim().is_empty() || !readers::ask(readers::MARKDOWN) {
        return Body::default();
    }
    read_blocks(value, values)
}

#[inline(never)]
fn read_blocks<'a>(value: Value<'_, 'a>, values: &mut Values<'_>) -> Body<'a> {
    match values.string(value) {
        Some(Cow::Borrowed(text)) => blocks_of(text, |text| text, Base::Exact(value.offset() + 1), values.diagnostics),
        Some(Cow::Owned(text)) => blocks_of(&text, copied, Base::Around(value.offset()), values.diagnostics),
        None => Body::default(),
    }
}
