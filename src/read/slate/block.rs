//! Reads blocks: paragraphs, headings, quotes, code, tables, and what holds blocks.

use crate::json::{Document, Kind, Value};
use crate::model::{Block, Cell, Inline, List, Note, Scope, Table};

use super::super::lists::Lists;
use super::super::marks::{Marks, Run};
use super::super::prose::{another_note, columns, pixels};
use super::super::values::at;
use super::super::{custom, figure, prose, quote};
use super::node::{Node, children, field, has_words, is_inline, is_leaf, kind, name, note_id};
use super::upload::record;
use super::{DEEPEST_REFERENCE, Slate, component};

impl<'a> Slate<'_, '_, 'a> {
    /// The blocks among nodes; what stands in a line makes paragraphs between them.
    ///
    /// The depth is bounded by the depth of JSON.
    pub(super) fn blocks_among(&mut self, nodes: Vec<Value<'_, 'a>>) -> Vec<Block<'a>> {
        let is_line = nodes.iter().any(|node| has_words(*node));
        let mut blocks = Vec::new();
        let mut run = Run::default();
        let mut lists = Lists::default();
        for node in nodes {
            // Code that stands alone is a block.
            let is_code = !is_line && node.says("type", "code");
            if (is_inline(node) && !is_code) || (is_line && kind(node) == Node::Other) {
                self.add_inline(node, Marks::default(), &mut run);
            } else if node.kind() == Kind::Object && self.values.another_block(node) {
                blocks.extend(prose::next_paragraph(&mut run));
                if !self.indented_item(node, &mut lists, &mut blocks) {
                    blocks.extend(lists.finish());
                    self.block(node, &mut blocks);
                }
            } else {
                prose::add_stray(&mut self.values, node, &mut blocks);
            }
        }
        blocks.extend(lists.finish());
        blocks.extend(prose::next_paragraph(&mut run));
        blocks
    }

    fn block(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        match kind(node) {
            Node::Paragraph | Node::Caption => self.paragraph(node, blocks),
            Node::Heading(level) => {
                let content = self.words(node);
                let level = level.unwrap_or_else(|| self.values.level(field(node, &["level", "depth"])));
                blocks.extend(prose::heading(level, content, node));
            }
            Node::BulletList | Node::NumberedList | Node::List => blocks.push(Block::List(self.list(node))),
            // An item without a list around it is the only one of its list.
            Node::ListItem | Node::Task => {
                blocks.push(Block::List(List { start: None, items: vec![self.item(node)] }));
            }
            Node::Quote => {
                let content = self.inside(node);
                if !content.is_empty() {
                    blocks.push(quote::block(content));
                }
            }
            Node::CodeBlock | Node::InlineCode => blocks.push(self.code(node)),
            Node::Divider => blocks.push(Block::Divider),
            Node::Table => blocks.push(self.table(node)),
            Node::Columns => blocks.push(columns(children(node).map(|column| self.inside(column)).collect())),
            Node::Group | Node::Row | Node::HeaderCell => blocks.extend(self.inside(node)),
            Node::Picture | Node::Upload => self.upload(node, blocks),
            Node::Other => self.other(node, blocks),
            Node::Note => {
                if another_note(self, node) {
                    let content = self.inside(node);
                    self.notes.push(Note { id: note_id(node), content, at: at(node) });
                }
            }
            Node::Link | Node::Break | Node::Mention | Node::Date | Node::NoteRef => {
                let mut run = Run::default();
                self.add_inline(node, Marks::default(), &mut run);
                blocks.extend(prose::next_paragraph(&mut run));
            }
        }
    }

    /// The blocks inside of a node; text right inside of it is a paragraph.
    pub(super) fn inside(&mut self, node: Value<'_, 'a>) -> Vec<Block<'a>> {
        self.blocks_among(children(node).collect())
    }

    /// A paragraph; an editor may put a picture into one.
    fn paragraph(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        if !children(node).any(has_words) && children(node).any(|child| !is_inline(child)) {
            return blocks.extend(self.inside(node));
        }
        let line = self.words(node);
        blocks.extend((!line.is_empty()).then_some(Block::Paragraph(line)));
    }

    /// The lines of code are nodes or texts; marks in them are an editor's colours.
    fn code(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let mut lines = Vec::new();
        for (index, line) in children(node).enumerate() {
            if index > 0 && !is_leaf(line) {
                lines.push(Inline::Break);
            }
            lines.append(&mut self.words(line));
        }
        let language = field(node, &["language", "lang"]).filter(|field| field.is_string());
        let language = language.and_then(|field| self.values.text(field));
        prose::code(language, lines)
    }

    /// What editors call their own blocks is the same in many systems. The words of a node are its children: fields
    /// are held against them only when there are none.
    fn other(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        let referred = node.str_of("nodeId").and_then(|id| self.references.get(&id).copied());
        if let Some(found) = referred.filter(|_| self.depth < DEEPEST_REFERENCE) {
            self.depth += 1;
            blocks.extend(custom::blocks(self, found, &found.str_of("__typename").unwrap_or_default()));
            self.depth -= 1;
            return;
        }
        // Keystone has what a site defined in one kind of node, with its fields apart.
        let component = node.str_of("component").filter(|_| node.get("props").is_some());
        let apart = component.as_ref().and_then(|_| component::fields(node));
        let is_component = component.is_some();
        let own = if is_component { node.get("props").unwrap_or(node) } else { node };
        let fields = apart.as_ref().map_or(own, Document::root);
        let name = component.unwrap_or_else(|| name(node));
        if let Some(mut known) = custom::named(self, fields, &name) {
            if is_component && apart.is_none() {
                known.extend(self.inside(node));
            } else if let [Block::Embed(_) | Block::Recording(_) | Block::Gallery(_)] = known.as_slice()
                && !is_component
            {
                figure::add_caption(&mut known, self.words(node));
            }
            custom::report(self, fields, &known);
            return blocks.extend(known);
        }
        // A document of the publisher's own that Payload puts into another.
        if let Some(record) = record(node).filter(|_| matches!(&*name, "relationship" | "reference")) {
            let card = custom::named(self, record, "relatedArticle");
            return blocks.extend(card.unwrap_or_else(|| custom::unknown(self, record, &name)));
        }
        let content = self.inside(node);
        if content.is_empty() {
            return blocks.extend(custom::unknown(self, node, &name));
        }
        blocks.push(prose::unknown(&mut self.values, node, "block", &name, content));
    }

    fn table(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let mut table = Table { at: at(node), ..Table::default() };
        let mut cells = 0;
        self.rows(node, &mut table, &mut cells);
        Block::Table(table)
    }

    fn rows(&mut self, node: Value<'_, 'a>, table: &mut Table<'a>, cells: &mut usize) {
        for child in children(node).filter(|child| !is_leaf(*child)) {
            let part = kind(child);
            if part == Node::Caption {
                table.caption = self.words(child);
            } else if part != Node::Row {
                self.rows(child, table, cells);
            } else {
                if !self.values.more_cells(cells, children(child).count(), child) {
                    return;
                }
                let row = children(child).map(|cell| self.cell(cell)).collect();
                prose::add_row(table, row);
            }
        }
    }

    fn cell(&mut self, node: Value<'_, 'a>) -> Cell<'a> {
        let is_header = kind(node) == Node::HeaderCell
            || field(node, &["header", "isHeader"]).and_then(Value::as_bool) == Some(true);
        let around = node.get("attributes").or_else(|| node.get("data")).unwrap_or(node);
        let span = |names: [&str; 2]| {
            let find = |value| names.iter().find_map(|name| pixels(value, name));
            find(node).or_else(|| find(around)).unwrap_or(1).min(1000)
        };
        Cell {
            content: self.words(node),
            scope: is_header.then_some(Scope::Column),
            colspan: span(["colSpan", "colspan"]),
            rowspan: span(["rowSpan", "rowspan"]),
            align: None,
        }
    }
}
