//! Reads the blocks that most articles have.

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{Block, Heading, Inline, List, ListItem, Note, Quote, Span};

use super::super::source::{MOST_NOTES, too_many};
use super::super::values::at;
use super::super::{markdown, readers};
use super::Canonical;
use super::inline::is_inline;

impl<'a> Canonical<'_, 'a> {
    /// Blocks: an array of them, one of them, or Markdown in a string. Pieces of a line make a paragraph.
    ///
    /// The depth is bounded by the depth of JSON.
    pub(super) fn blocks(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        let mut line = Vec::new();
        self.add_blocks(value, &mut blocks, &mut line);
        blocks.extend(paragraph(&mut line));
        blocks
    }

    /// `line` holds the pieces of a line that no block has followed yet.
    fn add_blocks(&mut self, value: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>, line: &mut Vec<Inline<'a>>) {
        match value.kind() {
            Kind::Array => {
                for item in value.items() {
                    self.add_blocks(item, blocks, line);
                }
            }
            Kind::String | Kind::EscapedString => {
                blocks.extend(paragraph(line));
                blocks.extend(markdown::blocks(value, &mut self.values).keep_notes(&mut self.notes));
            }
            Kind::Object => {
                if self.values.another_block(value) {
                    self.add_object(value, blocks, line);
                }
            }
            Kind::Null | Kind::True | Kind::False | Kind::Number => self.values.expected("a block", value),
        }
    }

    fn add_object(&mut self, value: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>, line: &mut Vec<Inline<'a>>) {
        let name = value.str_of("type").unwrap_or_default();
        if is_inline(&name) || is_code_in_line(value, &name) {
            return self.add_piece(value, line);
        }
        self.report_unknown_keys(value, &name);
        let block = match &*name {
            "paragraph" => self.paragraph(value),
            "heading" => Block::Heading(Heading {
                level: self.values.level(value.get("level")),
                content: self.line_of(value, "content"),
                id: value.get("id").and_then(|id| self.values.text(id)),
                at: at(value),
            }),
            "list" => Block::List(self.list(value)),
            "blockquote" => Block::Quote(Quote {
                content: self.blocks_of(value, "content"),
                cite: self.line_of(value, "cite"),
                cite_url: self.url_of(value, "citeUrl"),
            }),
            "image" => match self.image(value) {
                Some(image) => Block::from(image),
                None => return,
            },
            "divider" => Block::Divider,
            "paywall" => Block::Paywall,
            "ad" => Block::Ad,
            "footnotes" => return self.footnotes(value),
            name => match self.rare_if_here(value, name) {
                Some(block) => block,
                None => return,
            },
        };
        blocks.extend(paragraph(line));
        blocks.push(block);
    }

    fn rare_if_here(&mut self, value: Value<'_, 'a>, name: &str) -> Option<Block<'a>> {
        if readers::ask(readers::RARE) { self.rare(value, name) } else { None }
    }

    /// A paragraph in another language or direction is one whose words all stand in such a span.
    fn paragraph(&mut self, value: Value<'_, 'a>) -> Block<'a> {
        let mut content = self.line_of(value, "content");
        if value.get("lang").is_some() || value.get("dir").is_some() {
            let language = self.language_of(value, "lang");
            let direction = value.get("dir").and_then(|name| self.direction(name));
            if language.is_some() || direction.is_some() {
                content = vec![Inline::Span(Span { language, direction, content })];
            }
        }
        let opens = self.flag_of(value, "dropCap") == Some(true);
        if opens { Block::DropCap(content) } else { Block::Paragraph(content) }
    }

    pub(super) fn line_of(&mut self, value: Value<'_, 'a>, key: &str) -> Vec<Inline<'a>> {
        value.get(key).map(|line| self.line(line)).unwrap_or_default()
    }

    pub(super) fn blocks_of(&mut self, value: Value<'_, 'a>, key: &str) -> Vec<Block<'a>> {
        value.get(key).map(|blocks| self.blocks(blocks)).unwrap_or_default()
    }

    fn list(&mut self, value: Value<'_, 'a>) -> List<'a> {
        let is_ordered = self.flag_of(value, "ordered").unwrap_or_default();
        let start = value.get("start").and_then(|start| self.values.whole(start)).unwrap_or(1);
        let items = value.get("items").map(|items| self.values.list(items).map(|item| self.list_item(item)).collect());
        List { start: is_ordered.then_some(start), items: items.unwrap_or_default() }
    }

    fn list_item(&mut self, value: Value<'_, 'a>) -> ListItem<'a> {
        match value.get("content") {
            Some(content) => ListItem { content: self.blocks(content), checked: self.flag_of(value, "checked") },
            None => ListItem { content: self.blocks(value), checked: None },
        }
    }

    fn footnotes(&mut self, value: Value<'_, 'a>) {
        for item in self.objects_of(value, "items") {
            if self.notes.len() == MOST_NOTES {
                self.values.add(Code::LimitNotes, item, too_many("article", MOST_NOTES, "footnotes"));
                return;
            }
            self.report_unknown_keys(item, "footnote");
            let id = item.get("id").and_then(|id| self.values.text(id)).unwrap_or_default();
            let content = self.blocks_of(item, "content");
            self.notes.push(Note { id, content, at: at(item) });
        }
    }
}

/// Code in a line and lines of code have one name; only those have a text.
pub(super) fn is_code_in_line(value: Value<'_, '_>, name: &str) -> bool {
    name == "code" && value.get("text").is_none()
}

pub(super) fn paragraph<'a>(line: &mut Vec<Inline<'a>>) -> Option<Block<'a>> {
    (!line.is_empty()).then(|| Block::Paragraph(std::mem::take(line)))
}
