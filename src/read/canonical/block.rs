//! Reads blocks.

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{
    Align, Block, Cell, Code as CodeBlock, Heading, Inline, List, ListItem, Note, Pullquote, Quote, Scope, Span, Table,
    Unknown,
};

use super::super::source::{MOST_NOTES, too_many};
use super::super::values::at;
use super::super::{markdown, prose, words};
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
            "pullquote" => Block::Pullquote(Pullquote {
                content: self.line_of(value, "content"),
                cite: self.line_of(value, "cite"),
            }),
            "image" => match self.image(value) {
                Some(image) => Block::from(image),
                None => return,
            },
            "rating" => match self.rating(value) {
                Some(rating) => Block::Rating(rating),
                None => return,
            },
            "table" => Block::Table(self.table(value)),
            "code" => Block::Code(CodeBlock {
                language: value.get("language").and_then(|language| self.values.text(language)),
                text: value.get("text").and_then(|text| self.values.text(text)).unwrap_or_default(),
                caption: self.line_of(value, "caption"),
            }),
            "divider" => Block::Divider,
            "paywall" => Block::Paywall,
            "ad" => Block::Ad,
            "preformatted" => Block::Preformatted(self.line_of(value, "content")),
            "footnotes" => return self.footnotes(value),
            "unknown" => Block::Unknown(self.kept(value)),
            name => match self.media(value, name).or_else(|| self.aside(value, name)) {
                Some(block) => block,
                None => Block::Unknown(self.unknown_block(value, name)),
            },
        };
        blocks.extend(paragraph(line));
        blocks.push(block);
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

    fn table(&mut self, value: Value<'_, 'a>) -> Table<'a> {
        let mut cells = 0;
        Table {
            caption: self.line_of(value, "caption"),
            head: self.rows(value, "head", &mut cells),
            body: self.rows(value, "body", &mut cells),
            foot: self.rows(value, "foot", &mut cells),
            note: self.line_of(value, "note"),
            source: self.line_of(value, "source"),
            at: at(value),
        }
    }

    fn rows(&mut self, table: Value<'_, 'a>, key: &str, cells: &mut usize) -> Vec<Vec<Cell<'a>>> {
        let mut rows = Vec::new();
        let Some(list) = table.get(key) else { return rows };
        for row in self.values.list(list) {
            if !self.values.more_cells(cells, row.items().count(), row) {
                break;
            }
            let names = |column| if key != "head" && column == 0 { Scope::Row } else { Scope::Column };
            if row.kind() != Kind::Array {
                self.values.expected("an array of cells", row);
                continue;
            }
            rows.push(row.items().enumerate().map(|(column, cell)| self.cell(cell, names(column))).collect());
        }
        rows
    }

    /// A cell is a line, or an object with a line or blocks in it; blocks become lines. One that is a header names what
    /// it says, or else what a header in its place names.
    fn cell(&mut self, value: Value<'_, 'a>, names: Scope) -> Cell<'a> {
        // A piece of a line has content as well, and is no cell of that.
        let cell = value.get("content").filter(|_| value.str_of("type").is_none_or(|name| !is_inline(&name)));
        let Some(content) = cell else { return Cell { content: self.line(value), ..Cell::default() } };
        let is_piece = |item: Value<'_, '_>| {
            let name = item.str_of("type");
            name.is_none_or(|name| is_inline(&name) || &*name == "image" || is_code_in_line(item, &name))
        };
        let is_line = content.is_string() || content.items().all(is_piece);
        let content = if is_line { self.line(content) } else { prose::one_line(&self.blocks(content)) };
        let is_header = self.flag_of(value, "header") == Some(true);
        let said = value.get("scope").and_then(|scope| self.values.string(scope));
        let scope = match said.as_deref() {
            Some("row" | "rowgroup") => Some(Scope::Row),
            Some("col" | "colgroup") => Some(Scope::Column),
            Some(_) | None => is_header.then_some(names),
        };
        Cell {
            content,
            scope,
            colspan: self.span_of(value, "colspan"),
            rowspan: self.span_of(value, "rowspan"),
            align: self.named_of(value, "align", &Align::NAMES),
        }
    }

    /// HTML allows 1,000 columns; more rows than that are no use to a reader either.
    fn span_of(&mut self, value: Value<'_, 'a>, key: &str) -> u32 {
        value.get(key).and_then(|span| self.values.positive(span)).unwrap_or(1).min(1000)
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

    /// A block that another reader did not know.
    fn kept(&mut self, value: Value<'_, 'a>) -> Unknown<'a> {
        let name = value.get("originalType").and_then(|name| self.values.text(name));
        let name = name.unwrap_or_else(|| "unknown".into());
        let content = self.blocks_of(value, "content");
        self.unknown(Code::BlockUnknown, value, "block", &name, content.len());
        Unknown { name, content }
    }

    /// Everything in it that reads like text is kept.
    fn unknown_block(&mut self, value: Value<'_, 'a>, name: &str) -> Unknown<'a> {
        let mut content = Vec::new();
        for (key, value) in value.members() {
            if words::has(READABLE, key.raw_str()) {
                if value.is_string() {
                    content.extend(paragraph(&mut self.line(value)));
                } else {
                    content.extend(self.blocks(value));
                }
            }
        }
        self.unknown(Code::BlockUnknown, value, "block", name, content.len());
        Unknown { name: name.to_owned().into(), content }
    }
}

/// The keys under which blocks that are not known have their text.
const READABLE: &str = "title|headline|summary|term|description|text|content|body|items|events|caption|cite";

/// Code in a line and lines of code have one name; only those have a text.
fn is_code_in_line(value: Value<'_, '_>, name: &str) -> bool {
    name == "code" && value.get("text").is_none()
}

fn paragraph<'a>(line: &mut Vec<Inline<'a>>) -> Option<Block<'a>> {
    (!line.is_empty()).then(|| Block::Paragraph(std::mem::take(line)))
}
