//! Reads Portable Text, and the documents of Sanity that hold it.
//!
//! The names are those of the specification of Portable Text and of Sanity's schema types.

mod block;
mod image;
mod span;
#[cfg(test)]
mod tests;

use crate::diagnostic::Diagnostics;
use crate::json::{Kind, Value};
use crate::model::{Article, Block, Image, Inline, Note};

use super::format::Format;
use super::prose::{self, Prose, items_below};
use super::source::{Shape, Source};
use super::values::Values;
use super::{aliases, pictures};

/// The row for Portable Text.
pub(super) const FORMAT: Format = Format {
    name: "portable-text",
    about: "Portable Text, alone or in a document of Sanity",
    shape: Shape::Json,
    matches,
    read,
};

fn matches(source: &Source<'_>) -> bool {
    let Some(root) = source.json() else { return false };
    let has_blocks = || root.members().any(|(_, field)| are_blocks(field));
    are_blocks(root) || (is_typed(root) && (has_children(root) || root.get("_id").is_some() || has_blocks()))
}

/// Whether the first object of an array is a block of Sanity's, and not a document: of those, there are several.
fn are_blocks(value: Value<'_, '_>) -> bool {
    let first = value.items().find(|item| item.kind() == Kind::Object);
    first.is_some_and(|first| (is_typed(first) && first.get("_id").is_none()) || has_spans(first))
}

/// Types that begin with `@` are JSON-LD's, and those with a `model.` before the name another publisher's.
fn is_typed(value: Value<'_, '_>) -> bool {
    value.str_of("_type").is_some_and(|name| !name.starts_with('@') && !name.starts_with("model."))
}

fn has_spans(value: Value<'_, '_>) -> bool {
    value.get("children").is_some_and(|children| children.items().any(is_span))
}

fn is_span(value: Value<'_, '_>) -> bool {
    value.says("_type", "span")
}

/// Whether the children are such as a block of text has: spans, and objects in the line.
fn has_children(value: Value<'_, '_>) -> bool {
    value.get("children").is_some_and(|children| {
        children.kind() == Kind::Array && children.items().all(|child| child.get("_type").is_some())
    })
}

/// Whether it is a block of text, whatever its type is called.
fn is_block(value: Value<'_, '_>) -> bool {
    value.says("_type", "block") || has_children(value) || has_spans(value)
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let Some(root) = source.json() else { return Article::default() };
    let document = (root.kind() == Kind::Object && !is_block(root)).then_some(root);
    let body = document.map_or(Some(root), body);
    let mut reader = PortableText { source, values: Values::new(diagnostics), notes: Vec::new(), depth: 0 };
    let record = document.or_else(|| source.records().next());
    let lead_media = record.and_then(|record| prose::lead(&mut reader, record));
    let blocks = body.map(|body| reader.blocks(body)).unwrap_or_default();
    let mut article = Article { lead_media, body: blocks, notes: reader.notes, ..Article::default() };
    if let Some(document) = document {
        aliases::describe(&mut article, document, &mut |id| source.reference(id), diagnostics);
        aliases::report_text(document, body.unwrap_or(document), diagnostics);
    }
    pictures::show_lead_once(&mut article);
    article
}

/// The field of a document that holds its body: the one that is called so, or else the first with blocks of text.
fn body<'d, 'a>(document: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let one =
        |field: Value<'d, 'a>| aliases::localised_item(field).or_else(|| aliases::localised(field)).unwrap_or(field);
    let named = prose::first(document, &["body", "content", "text", "article", "blocks"]).map(one);
    let mut others = document.members().map(|(_, field)| one(field));
    let named = named.filter(|body| are_blocks(*body));
    named.or_else(|| others.find(|field| field.items().any(has_spans))).or_else(|| sections(document))
}

/// The longest list of sections, which newsrooms define themselves, in a document that has no text of its own.
fn sections<'d, 'a>(document: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let is_section = |item: Value<'_, '_>| is_typed(item) && item.get("_ref").is_none();
    let fields = document.members().filter(|(key, _)| !key.as_str().is_some_and(|key| aliases::is_known(&key)));
    let lists = fields.map(|(_, field)| field).filter(|field| field.items().next().is_some_and(is_section));
    lists.max_by_key(|list| list.raw_str().len())
}

/// What the readers of the parts share: the values, what the caller knows, and the notes that were found on the way.
struct PortableText<'r, 'a> {
    source: &'r Source<'a>,
    values: Values<'r>,
    notes: Vec<Note<'a>>,
    /// How many references stand around what is being read.
    depth: usize,
}

/// References in what references stand for, which may lead in a circle.
const DEEPEST_REFERENCE: usize = 3;

impl<'r, 'a> PortableText<'r, 'a> {
    /// What a reference stands for, if the caller has said so.
    fn referred(&self, value: Value<'_, 'a>) -> Option<Value<'r, 'a>> {
        let id = value.str_of("_ref")?;
        let source = self.source;
        source.reference(&id).filter(|found| found.kind() == Kind::Object)
    }
}

impl<'r, 'a> Prose<'r, 'a> for PortableText<'r, 'a> {
    fn values(&mut self) -> &mut Values<'r> {
        &mut self.values
    }

    fn line(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        if value.is_string() {
            return prose::line_in(&mut self.values, value);
        }
        if value.kind() == Kind::Object {
            return self.spans(value);
        }
        items_below(value, &mut |item| self.line(item))
    }

    fn blocks(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        self.add_blocks(value, &mut blocks);
        blocks
    }

    fn picture(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        self.image(value)
    }

    fn notes(&mut self) -> &mut Vec<Note<'a>> {
        &mut self.notes
    }
}
