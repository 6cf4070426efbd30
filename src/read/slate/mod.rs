//! Reads Slate: the trees of the editors built on it, of Plate and Payload among them, and those of its first versions.
//!
//! Slate has no schema, so nodes are known by the names that many editors give them.

mod block;
mod component;
mod inline;
mod list;
mod node;
#[cfg(test)]
mod tests;
mod upload;

use crate::diagnostic::Diagnostics;
use crate::json::{Kind, Value};
use crate::model::{Article, Block, Image, Inline, Note};

use super::format::Format;
use super::index::Index;
use super::pictures;
use super::prose::{self, Prose, items_below};
use super::source::{Shape, Source};
use super::values::Values;
use node::{children, is_leaf, is_node};

/// The row for Slate.
pub(super) const FORMAT: Format =
    Format { name: "slate", about: "Slate, Plate and their kin", shape: Shape::Json, matches, read };

fn matches(source: &Source<'_>) -> bool {
    let Some(nodes) = source.json().and_then(nodes) else { return false };
    // The blocks of BlockNote have children as well, and their text beside them.
    if nodes.items().any(|node| node.get("props").is_some() && node.get("content").is_some()) {
        return false;
    }
    let mut nodes = nodes.items().filter(|node| is_node(*node) && node.get("_type").is_none());
    let found = nodes.next().map(|first| (first, std::iter::once(first).chain(nodes).find_map(is_slate)));
    // A document without any text has nothing but nodes that could hold some.
    found.is_some_and(|(first, verdict)| {
        verdict.unwrap_or_else(|| first.get("children").is_some_and(|children| children.kind() == Kind::Array))
    })
}

/// The nodes of a document: the array of them, or what the first versions have around it.
fn nodes<'d, 'a>(root: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let root = root.get("document").unwrap_or(root);
    match root.kind() {
        Kind::Array => Some(root),
        Kind::Object => root.get("nodes").filter(|nodes| nodes.items().any(|node| node.get("object").is_some())),
        Kind::Null | Kind::True | Kind::False | Kind::Number | Kind::String | Kind::EscapedString => None,
    }
}

/// Whether the first text in a node is one of Slate's, which does not say that it is a text; those of others do.
fn is_slate(node: Value<'_, '_>) -> Option<bool> {
    if is_leaf(node) {
        return Some(node.get("type").is_none_or(|name| !name.is("text")) && node.get("_type").is_none());
    }
    // A text that is a value is one of unist, as content trees and DatoCMS have it.
    if node.get("children").is_none() && node.has_string("value") {
        return Some(false);
    }
    // The nodes of Lexical have a version each.
    if node.get("version").is_some() { Some(false) } else { children(node).find_map(is_slate) }
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let mut references = Index::new();
    for record in source.records() {
        for value in record.items_of("references") {
            value.str_of("id").into_iter().for_each(|id| references.add(id, value));
        }
    }
    let mut reader = Slate { values: Values::new(diagnostics), notes: Vec::new(), references, depth: 0 };
    let nodes = source.json().map(|root| nodes(root).unwrap_or(root));
    let body = nodes.map(|nodes| reader.blocks(nodes)).unwrap_or_default();
    let lead_media = source.records().next().and_then(|record| prose::lead(&mut reader, record));
    let mut article = Article { lead_media, body, notes: reader.notes, ..Article::default() };
    pictures::show_lead_once(&mut article);
    article
}

/// What the readers of the parts share: the values, the notes that were found, and what stands beside the nodes for
/// them to refer to, as Hygraph has it.
struct Slate<'r, 'd, 'a> {
    values: Values<'r>,
    notes: Vec<Note<'a>>,
    references: Index<'a, Value<'d, 'a>>,
    /// How many of these stand around what is being read.
    depth: usize,
}

/// References in what references stand for, which may lead in a circle.
const DEEPEST_REFERENCE: usize = 3;

impl<'r, 'a> Prose<'r, 'a> for Slate<'r, '_, 'a> {
    fn values(&mut self) -> &mut Values<'r> {
        &mut self.values
    }

    fn line(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        if value.is_string() {
            return prose::line_in(&mut self.values, value);
        }
        if value.kind() == Kind::Array && !value.items().any(node::is_inline) {
            return items_below(value, &mut |item| self.words(item));
        }
        self.words(value)
    }

    fn blocks(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        match value.kind() {
            Kind::String | Kind::EscapedString => prose::paragraphs_in(&mut self.values, value),
            Kind::Array => self.blocks_among(value.items().collect()),
            Kind::Object => self.blocks_among(vec![value]),
            Kind::Null | Kind::True | Kind::False | Kind::Number => {
                self.values.expected("a node", value);
                Vec::new()
            }
        }
    }

    fn picture(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        self.image(value)
    }

    fn notes(&mut self) -> &mut Vec<Note<'a>> {
        &mut self.notes
    }
}
