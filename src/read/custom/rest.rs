//! Says which sentences of a block are not shown; it knows fields for readers by their names, not blocks.

use std::borrow::Cow;

use crate::diagnostic::Diagnostics;
use crate::json::Value;
use crate::model::{Block, BlockPart, plain_text};

use super::super::piece::{Base, copied};
use super::super::prose::Prose;
use super::super::recognise::editor;
use super::super::values::Values;
use super::super::words::letters;
use super::super::{figure, markup};
use super::unknown::{is_for_readers, is_readable};

/// Fields of a block that are looked at.
const MOST_FIELDS: usize = 32;
/// How much may stand in what is searched, in bytes: what holds others in others is not searched again and again.
const MOST_SAID: usize = 65_536;
/// Words of a sentence, which a label does not have.
const FEWEST_WORDS: usize = 4;
/// Characters in which a line begins, and letters by which a sentence is found again.
const BEGINNING: usize = 120;
const FIRST_LETTERS: usize = 20;

/// Reports the sentences of a block that are in none of the blocks that it became. What is not for readers became none.
pub(in crate::read) fn report<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, found: &[Block<'a>]) {
    let mut said = None;
    let looked_at = if found.is_empty() { 0 } else { MOST_FIELDS };
    for (key, field) in value.members().take(looked_at) {
        let name = key.raw_str();
        let is_meant =
            if field.is_string() { is_readable(name) } else { editor::is_rich(field) && is_for_readers(name) };
        if !is_meant || figure::is_said_of(name) {
            continue;
        }
        let fewest = if field.is_string() { FEWEST_WORDS } else { 2 };
        let first = first_text(field).filter(|text| text.split_whitespace().nth(fewest - 1).is_some());
        let Some(first) = first else { continue };
        let start = start(&first);
        let said = said.get_or_insert_with(|| {
            let mut said = String::new();
            add(found, &mut said);
            if said.len() > MOST_SAID { None } else { Some(letters(&said)) }
        });
        let Some(said) = said else { return };
        if !said.contains(&start) {
            prose.values().left_out(key);
        }
    }
}

/// A text, or the first of the texts in rich text. The depth is bounded by that of JSON.
fn first_text<'a>(value: Value<'_, 'a>) -> Option<Cow<'a, str>> {
    const INSIDE: [&str; 6] = ["text", "value", "content", "children", "root", "json"];
    let text = value.as_str().filter(|text| !text.trim().is_empty());
    let mut inside = INSIDE.iter().filter_map(|key| value.get(key)).chain(value.items());
    text.or_else(|| inside.find_map(first_text))
}

/// The first letters of a text, which may be HTML or Markdown.
fn start(text: &str) -> String {
    let beginning: String = text.chars().take(BEGINNING).collect();
    // Where a link of Markdown leads is not said.
    let beginning = beginning.split("](").next().unwrap_or_default();
    if !beginning.contains(['<', '&']) {
        return letters(beginning).chars().take(FIRST_LETTERS).collect();
    }
    let mut ignored = Diagnostics::default();
    let line = markup::line_of(beginning, copied, Base::Around(0), &mut Values::new(&mut ignored));
    letters(&plain_text(&line)).chars().take(FIRST_LETTERS).collect()
}

/// Adds how the lines of blocks begin. The depth of blocks is bounded where they are read.
fn add(blocks: &[Block<'_>], out: &mut String) {
    for block in blocks {
        if out.len() > MOST_SAID {
            return;
        }
        if let Block::Code(code) = block {
            add_lines(&code.text, out);
        } else if let Block::Recording(recording) = block {
            add_lines(recording.title.as_deref().unwrap_or_default(), out);
        } else if let Block::Embed(embed) = block {
            add_lines(embed.title.as_deref().unwrap_or_default(), out);
        }
        block.parts(&mut |part| match part {
            BlockPart::Line(line) => add_lines(&plain_text(line), out),
            BlockPart::Blocks(blocks) => add(blocks, out),
            BlockPart::Image(image) => add_lines(&plain_text(&image.caption), out),
        });
    }
}

fn add_lines(text: &str, out: &mut String) {
    for line in text.split('\n') {
        out.extend(line.chars().take(BEGINNING));
    }
}
