//! Reads Editor.js: blocks of tools, whose fields hold HTML of one line; it knows the tools, not who configured them.
//!
//! Each site calls its tools as it likes, so a block is told by the fields of its data first, and by its name where
//! those of two tools are alike.

mod block;
mod list;
mod media;
mod tool;

use crate::diagnostic::Diagnostics;
use crate::json::{Kind, Value, items_in};
use crate::model::{Article, Block, Details, Image, Inline, Note, Text};

use super::format::Format;
use super::markup;
use super::prose::{self, Prose, another_note, blocks_of};
use super::source::{Shape, Source};
use super::values::{Values, at};

/// The row for Editor.js.
pub(super) const FORMAT: Format =
    Format { name: "editorjs", about: "the blocks of Editor.js", shape: Shape::Json, matches, read };

fn matches(source: &Source<'_>) -> bool {
    source.json().is_some_and(|root| are_blocks(root) || is_document(root))
}

/// A document of the editor, which may have no blocks yet.
fn is_document(value: Value<'_, '_>) -> bool {
    let Some(blocks) = value.get("blocks").filter(|blocks| blocks.kind() == Kind::Array) else { return false };
    let is_empty = blocks.items().next().is_none();
    are_blocks(blocks) || (is_empty && value.get("time").is_some() && value.get("version").is_some())
}

/// Whether a list holds blocks: each has a type, and its data apart. Some tools have no data to keep; what has a start
/// is a mark on a part of a text.
fn are_blocks(list: Value<'_, '_>) -> bool {
    const MOST: usize = 16;
    let mut has_data = false;
    let are_typed = list.items().filter(|item| item.kind() == Kind::Object).take(MOST).all(|block| {
        let is_own = block.get("data").is_some_and(|data| matches!(data.kind(), Kind::Object | Kind::Array));
        has_data |= is_own;
        let has_others = ["children", "nodes", "attrs", "attributes", "content", "text", "start"]
            .iter()
            .any(|key| block.get(key).is_some());
        block.has_string("type") && !has_others && (is_own || block.get("data").is_none())
    });
    has_data && are_typed
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let mut reader = EditorJs { values: Values::new(diagnostics), notes: Vec::new(), depth: 0 };
    let Some(root) = source.json() else { return Article::default() };
    let body = reader.document(root);
    // When the editor saved what it holds; a record around it knows better when the article changed.
    let has_record = source.records().next().is_some();
    let saved = root.get("time").filter(|time| time.as_integer().is_some() && !has_record);
    let modified = saved.and_then(|time| reader.values.date(time));
    Article { body, modified, notes: reader.notes, ..Article::default() }
}

/// What the readers of the parts share: the values, the notes so far, and how deep they are.
struct EditorJs<'r, 'a> {
    values: Values<'r>,
    notes: Vec<Note<'a>>,
    /// Toggles inside of toggles.
    depth: usize,
}

/// What is deeper stands below the toggle.
const DEEPEST: usize = 8;

impl<'r, 'a> Prose<'r, 'a> for EditorJs<'r, 'a> {
    fn values(&mut self) -> &mut Values<'r> {
        &mut self.values
    }

    fn line(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        if value.is_string() {
            markup::line(value, &mut self.values)
        } else {
            prose::line_inside(self, value, &["text", "content"])
        }
    }

    fn blocks(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        match value.kind() {
            Kind::String | Kind::EscapedString => markup::blocks(value, &mut self.values).keep_notes(&mut self.notes),
            Kind::Object if is_document(value) => self.document(value),
            Kind::Object if value.get("type").is_some() && value.get("data").is_some() => self.block(value),
            Kind::Object => blocks_of(self, value, &["text", "content", "html"]),
            Kind::Array => prose::blocks_each(&mut value.items(), &mut |item| self.blocks(item)),
            Kind::Null | Kind::True | Kind::False | Kind::Number => Vec::new(),
        }
    }

    fn picture(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        media::is_picture(value).then(|| self.image(value))
    }

    fn notes(&mut self) -> &mut Vec<Note<'a>> {
        &mut self.notes
    }
}

impl<'a> EditorJs<'_, 'a> {
    /// The depth of documents in documents is bounded by that of JSON.
    fn document(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        let blocks = value.get("blocks").unwrap_or(value);
        self.next(&mut blocks.items(), usize::MAX)
    }

    /// Reads the next blocks. A toggle is followed by as many blocks as it says that it opens.
    fn next<'d>(&mut self, list: &mut dyn Iterator<Item = Value<'d, 'a>>, count: usize) -> Vec<Block<'a>> {
        let mut found = Vec::new();
        for _ in 0..count {
            let Some(block) = list.next() else { break };
            let mut shown = self.block(block);
            if let ([Block::Paragraph(line)], Some((count, is_open))) = (shown.as_mut_slice(), toggled(block))
                && self.depth < DEEPEST
            {
                let summary = std::mem::take(line);
                self.depth += 1;
                let content = self.next(list, count);
                self.depth -= 1;
                shown = vec![if content.is_empty() {
                    Block::Paragraph(summary)
                } else {
                    Block::from(Details { summary, content, is_open })
                }];
            }
            found.extend(shown);
        }
        found
    }

    /// Reads the notes that a tune keeps beside a block, and gives the references in its lines their names.
    fn notes_of(&mut self, block: Value<'_, 'a>, blocks: &mut [Block<'a>]) {
        let mut next = self.notes.len() + 1;
        for note in items_in(block.get_in("tunes", "footnotes")) {
            if !another_note(self, note) {
                break;
            }
            let id = note_id(self.notes.len() + 1);
            let content = self.blocks(note);
            self.notes.push(Note { id, content, at: at(note) });
        }
        for block in blocks {
            if let Block::Paragraph(line) | Block::DropCap(line) = block {
                name_references(line, &mut next);
            } else if let Block::Heading(heading) = block {
                name_references(&mut heading.content, &mut next);
            }
        }
    }
}

/// How many blocks a toggle opens that follow it, and whether it is open already.
fn toggled(block: Value<'_, '_>) -> Option<(usize, bool)> {
    let data = block.get("data")?;
    let settings = data.get("settings").unwrap_or(data);
    let count = data.get("items").or_else(|| settings.get("blockCount"))?.as_integer()?;
    let is_open = data.says("status", "open") || settings.is_true("defaultExpanded");
    Some((usize::try_from(count).ok().filter(|count| *count > 0)?, is_open))
}

fn note_id<'a>(number: usize) -> Text<'a> {
    format!("note-{number}").into()
}

/// Names the references of a line by the notes in their order. The depth of inlines is bounded where they are read.
fn name_references(line: &mut [Inline<'_>], next: &mut usize) {
    for inline in line {
        if let Inline::NoteRef { id, .. } = inline {
            *id = note_id(*next);
            *next += 1;
        } else if let Inline::Marked(_, content) | Inline::Abbreviation { content, .. } | Inline::Time { content, .. } =
            inline
        {
            name_references(content, next);
        } else if let Inline::Link(link) = inline {
            name_references(&mut link.content, next);
        } else if let Inline::Span(span) = inline {
            name_references(&mut span.content, next);
        }
    }
}
