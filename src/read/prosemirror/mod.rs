//! Reads ProseMirror: the documents of TipTap and of the editors built on it, of Substack, Storyblok and Atlassian.
//!
//! ProseMirror has no schema, so nodes and marks are known by the names that many editors give them.

mod block;
mod blocknote;
mod inline;
mod media;
mod node;
mod table;

use crate::diagnostic::Diagnostics;
use crate::json::{Kind as JsonKind, Value};
use crate::model::{Article, Block, Image, Inline, Note};

use super::figure;
use super::format::Format;
use super::prose::{self, Prose};
use super::source::{Shape, Source};
use super::values::Values;

/// The row for ProseMirror.
pub(super) const FORMAT: Format = Format {
    name: "prosemirror",
    about: "ProseMirror, TipTap, BlockNote, Substack, Storyblok and Atlassian documents",
    shape: Shape::Json,
    matches: |source| {
        source.json().is_some_and(|root| is_document(root) || are_bloks(root) || blocknote::are_blocks(root))
    },
    read,
};

fn is_document(value: Value<'_, '_>) -> bool {
    let is_doc = value.says("type", "doc");
    is_doc && value.get("content").is_some_and(|content| content.kind() == JsonKind::Array)
}

/// Whether a value is a list of the components of Storyblok, which stand among its nodes too.
fn are_bloks(value: Value<'_, '_>) -> bool {
    value.items().next().is_some_and(|first| first.get("component").is_some() && first.get("_uid").is_some())
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let mut reader = ProseMirror { values: Values::new(diagnostics), source, notes: Vec::new() };
    let body = source.json().map(|root| reader.document(root)).unwrap_or_default();
    Article { body, notes: reader.notes, ..Article::default() }
}

/// What the readers of the parts share: the values, what references stand for, and the notes that were found.
struct ProseMirror<'r, 's, 'a> {
    values: Values<'r>,
    source: &'s Source<'a>,
    notes: Vec<Note<'a>>,
}

impl<'r, 'a> Prose<'r, 'a> for ProseMirror<'r, '_, 'a> {
    fn values(&mut self) -> &mut Values<'r> {
        &mut self.values
    }

    fn line(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        if value.is_string() {
            return prose::line_in(&mut self.values, value);
        }
        if value.kind() == JsonKind::Array && value.items().all(node::is_inline) {
            return self.words_of(value);
        }
        prose::one_line(&self.blocks(value))
    }

    fn blocks(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        match value.kind() {
            JsonKind::String | JsonKind::EscapedString => prose::paragraphs_in(&mut self.values, value),
            JsonKind::Array => self.blocks_in(value),
            JsonKind::Object if is_document(value) => self.content(value),
            JsonKind::Object => self.block(value),
            JsonKind::Null | JsonKind::True | JsonKind::False | JsonKind::Number => {
                self.values.expected("a block", value);
                Vec::new()
            }
        }
    }

    fn picture(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        let is_file = |file: &Value<'_, '_>| media::is_file(*file);
        let mut image = if node::is_picture(value) {
            self.image(value)?
        } else {
            self.file(Some(value).filter(is_file).or_else(|| figure::wrapped(value).filter(is_file))?)?
        };
        figure::describe(self, value, &mut image);
        figure::finish(&mut image);
        Some(image)
    }

    fn notes(&mut self) -> &mut Vec<Note<'a>> {
        &mut self.notes
    }
}
