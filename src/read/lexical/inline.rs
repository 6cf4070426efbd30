//! Reads lines.

use std::borrow::Cow;

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{Direction, Inline, Link, Mark, Text, Url};

use super::super::marks::{Marks, Run};
use super::super::prose::{add_note, directed, first, first_string, is_note, is_sponsored, name_of, text_of};
use super::super::values::at;
use super::Lexical;
use super::node::{Card, Kind, Piece, children, kind, name, piece};

/// The bits of a text's format; bits that are not here only say how letters look.
const BITS: [(i64, Mark); 7] = [
    (1, Mark::Strong),
    (2, Mark::Emphasis),
    (4, Mark::Strikethrough),
    (8, Mark::Underline),
    (32, Mark::Subscript),
    (64, Mark::Superscript),
    (128, Mark::Highlight),
];
const CODE: i64 = 16;

impl<'s, 'a> Lexical<'_, 's, 'a> {
    /// The line of a block, in its own direction where it is not the document's.
    pub(super) fn words(&mut self, block: Value<'_, 'a>) -> Vec<Inline<'a>> {
        let mut run = Run::default();
        children(block).for_each(|node| self.add_inline(node, Marks::default(), &mut run));
        self.directed(block, run.finish())
    }

    pub(super) fn directed(&self, block: Value<'_, 'a>, content: Vec<Inline<'a>>) -> Vec<Inline<'a>> {
        let own = block.str_of("direction").and_then(|name| Direction::from_name(&name));
        let around = self.direction.unwrap_or(Direction::Ltr);
        directed(own.filter(|own| *own != around), content)
    }

    /// The depth is bounded by that of JSON.
    pub(super) fn add_inline(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        match piece(node) {
            Some(Piece::Text) => {
                let marks = format(node, marks);
                let text = ["text", "mentionName", "value"].iter().find_map(|name| node.get(name));
                if let Some(text) = text.and_then(|text| self.values.text(text)) {
                    run.text(text, marks);
                }
            }
            Some(Piece::Break) => run.line_break(),
            Some(Piece::Tab) => run.text("\t".into(), marks),
            // The editor keeps an address that its writer does not want to be a link.
            Some(Piece::Link) if node.is_true("isUnlinked") => {
                self.add_children(node, marks, run);
            }
            Some(Piece::Link) => {
                let link = run.link(self.link(node));
                self.add_children(node, marks.link(link), run);
            }
            Some(Piece::Mark) => self.add_children(node, marks, run),
            Some(Piece::Block) => self.add_inline_block(node, marks, run),
            Some(Piece::Formula) => {
                let formula = text_of(&mut self.values, node, &["equation"]);
                formula.into_iter().for_each(|text| run.inline(Inline::Code(text), marks));
            }
            Some(Piece::Unshown) => {}
            None if kind(node) == Kind::Card(Card::Image) => {
                if let Some(image) = self.card_image(node) {
                    run.picture(image, marks);
                }
            }
            None => self.add_unknown(node, marks, run),
        }
    }

    fn add_children(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        children(node).for_each(|child| self.add_inline(child, marks, run));
    }

    /// A block has no place in a line, and what is not known is reported; the words of both are kept.
    fn add_unknown(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        if is_note(&name(node)) {
            return add_note(self, node, node, run);
        }
        let before = run.len();
        let is_other = kind(node) == Kind::Other;
        if let Some(text) = first(node, &["text", "value", "label"]).filter(|text| is_other && text.is_string())
            && let Some(text) = self.values.text(text)
        {
            run.text(text, format(node, marks));
        }
        self.add_children(node, marks, run);
        if is_other {
            self.values.unknown_with(Code::InlineUnknown, node, "inline", &name(node), run.len() - before);
        }
    }

    /// What a newsroom defined to stand in a line is a note, or is called something.
    fn add_inline_block(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        let fields = node.get("fields").unwrap_or(node);
        let name = fields.str_of("blockType").unwrap_or_default();
        if is_note(&name) {
            return add_note(self, fields, node, run);
        }
        let words = first(fields, &["name", "title", "fullName", "label", "text", "value", "content"]);
        match words.and_then(|words| name_of(self, words)) {
            Some(name) => run.text(name, marks),
            None => self.values.unknown_with(Code::InlineUnknown, node, "inline", &name, 0),
        }
    }

    /// Payload has what a link says in its fields, and the document that an internal one leads to, or its identifier.
    fn link(&mut self, node: Value<'_, 'a>) -> Link<'a> {
        let fields = node.get("fields").unwrap_or(node);
        let is_internal = fields.says("linkType", "internal");
        let href = match first(fields, &["url", "href"]).or_else(|| first(node, &["url"])) {
            Some(url) if !is_internal => self.values.url(url),
            Some(_) | None => fields.get("doc").and_then(|doc| self.address(doc)),
        };
        let is_sponsored = is_sponsored(fields) || is_sponsored(node);
        Link { href, is_sponsored, at: at(node), ..Link::default() }
    }

    /// The identifier that stands where a document might, and what the caller knows of it.
    pub(super) fn referred(&self, value: Value<'_, 'a>) -> (Option<Cow<'a, str>>, Option<Value<'s, 'a>>) {
        let id = identifier(value);
        let found = id.as_deref().and_then(|id| self.source.reference(id));
        (id, found)
    }

    /// The address of a document of the same system.
    pub(super) fn address(&mut self, doc: Value<'_, 'a>) -> Option<Url<'a>> {
        let value = doc.get("value").unwrap_or(doc);
        let (id, found) = self.referred(value);
        let record = found.unwrap_or(value);
        let address = first_string(record, &["url", "canonicalUrl", "permalink", "path"]);
        match (address, id.filter(|_| found.is_none())) {
            (Some(address), _) => return self.values.url(address),
            (None, Some(id)) => self.values.missing(doc, &id, "which is linked to"),
            (None, None) => {
                let message = "nothing says at which address the document is that this links to; its text is kept";
                self.values.add(Code::LinkNoTarget, doc, message);
            }
        }
        None
    }
}

/// The identifier that stands where a document might, as a string or a number.
fn identifier<'a>(value: Value<'_, 'a>) -> Option<Cow<'a, str>> {
    let number = value.as_integer().map(|number| Cow::Owned(number.to_string()));
    value.as_str().or(number).or_else(|| value.members().count().eq(&1).then(|| value.str_of("id"))?)
}

/// The marks that a text's format says, and those around it.
fn format(node: Value<'_, '_>, around: Marks) -> Marks {
    let bits = node.get("format").and_then(Value::as_integer).unwrap_or_default();
    let marks = BITS.iter().filter(|(bit, _)| bits & bit != 0).fold(around, |marks, (_, mark)| marks.with(*mark));
    if bits & CODE == 0 { marks } else { marks.code() }
}

/// The words of a line of code: its breaks and tabs count.
pub(super) fn code_text<'a>(node: Value<'_, 'a>) -> Text<'a> {
    let mut text = String::new();
    add_code(node, &mut text);
    text.into()
}

fn add_code(node: Value<'_, '_>, text: &mut String) {
    match piece(node) {
        Some(Piece::Break) => text.push('\n'),
        Some(Piece::Tab) => text.push('\t'),
        Some(_) | None => text.push_str(&node.str_of("text").unwrap_or_default()),
    }
    children(node).for_each(|child| add_code(child, text));
}
