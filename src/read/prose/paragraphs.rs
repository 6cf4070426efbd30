//! Text → paragraphs and lines; it knows where people end them, not where the text is from.

use crate::json::Value;
use crate::model::{Block, Inline, Text, is_blank};
use crate::read::marks::{Marks, Run};
use crate::read::values::Values;

/// Returns the paragraphs of a text: an empty line ends one, a line feed alone a line of it.
pub(in crate::read) fn paragraphs(text: Text<'_>) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    for part in text.split("\n\n") {
        blocks.extend(paragraph(line(text.part(part.trim()))));
    }
    blocks
}

/// Returns the paragraphs of a text whose writer may have parted them by an empty line or by the end of a line.
pub(in crate::read) fn running_text(text: Text<'_>) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    for part in parted(&text) {
        blocks.extend(lines(part, &text));
    }
    blocks
}

/// A paragraph of lines, which may be indented: a part of a text.
fn lines<'a>(part: &str, text: &Text<'a>) -> Option<Block<'a>> {
    let mut run = Run::default();
    for line in part.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if run.len() > 0 {
            run.line_break();
        }
        run.text(text.part(line), Marks::default());
    }
    (run.len() > 0).then(|| Block::Paragraph(run.finish()))
}

/// The parts of a text between its empty lines, or its lines where none is empty.
fn parted(text: &str) -> Vec<&str> {
    let text = text.trim();
    if !text.lines().any(|line| line.trim().is_empty()) {
        return text.lines().collect();
    }
    let (mut parts, mut start, mut at) = (Vec::new(), 0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            parts.extend(text.get(start..at));
            start = at + line.len();
        }
        at += line.len();
    }
    parts.extend(text.get(start..));
    parts
}

/// Returns the paragraph that a line is, if it shows something: editors keep an empty one where one may go on writing.
pub(in crate::read) fn paragraph(line: Vec<Inline<'_>>) -> Option<Block<'_>> {
    (!is_blank(&line)).then_some(Block::Paragraph(line))
}

/// Returns the paragraph that the pieces of a line make until something follows that is none.
pub(in crate::read) fn next_paragraph<'a>(run: &mut Run<'a>) -> Option<Block<'a>> {
    paragraph(std::mem::take(run).finish())
}

/// Makes the first letter of a paragraph a large one.
pub(in crate::read) fn drop_cap(block: Option<&mut Block<'_>>) {
    if let Some(block) = block
        && let Block::Paragraph(line) = block
    {
        *block = Block::DropCap(std::mem::take(line));
    }
}

/// Returns the line that a text is; a line feed in it is the end of a line.
pub(in crate::read) fn line(text: Text<'_>) -> Vec<Inline<'_>> {
    let mut run = Run::default();
    run.text(text, Marks::default());
    run.finish()
}

/// Returns the line that a string is.
pub(in crate::read) fn line_in<'a>(values: &mut Values<'_>, string: Value<'_, 'a>) -> Vec<Inline<'a>> {
    values.text(string).map(line).unwrap_or_default()
}

/// Returns the paragraphs of a string.
pub(in crate::read) fn paragraphs_in<'a>(values: &mut Values<'_>, string: Value<'_, 'a>) -> Vec<Block<'a>> {
    values.text(string).map(paragraphs).unwrap_or_default()
}

/// Adds what stands where a node was expected: a string says something, what else is there is reported.
pub(in crate::read) fn add_stray<'a>(values: &mut Values<'_>, stray: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
    if stray.is_string() {
        blocks.extend(paragraphs_in(values, stray));
    } else {
        values.expected("a node", stray);
    }
}
