//! Reads blocks of rich text.

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{Block, Cell, Heading, List, ListItem, Scope, Table};

use super::super::marks::{Marks, Run};
use super::super::prose::{self, one_line, span};
use super::super::quote;
use super::super::source::DEEPEST;
use super::super::values::at;
use super::Contentful;
use super::inline::is_inline;

impl<'a> Contentful<'_, '_, 'a> {
    /// The depth is bounded by that of JSON, and that of entries in entries by that of links.
    pub(super) fn add_blocks(&mut self, value: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        match value.kind() {
            Kind::Array => value.items().for_each(|item| self.add_blocks(item, blocks)),
            Kind::Object if value.get("nodeType").is_some() => self.add_node(value, blocks),
            Kind::Object => self.add_target(value, value, blocks),
            Kind::String | Kind::EscapedString => {
                blocks.extend(prose::paragraphs_in(&mut self.values, value));
            }
            Kind::Null | Kind::True | Kind::False | Kind::Number => self.values.expected("a node of rich text", value),
        }
    }

    /// The blocks in a node; pieces of a line that stand among them make a paragraph. Entries in entries may nest deeper
    /// than one document can: what is too deep is one paragraph.
    pub(super) fn content(&mut self, node: Value<'_, 'a>) -> Vec<Block<'a>> {
        if self.depth == DEEPEST {
            let message = format!("what nests deeper than {DEEPEST} levels is flattened");
            self.values.add(Code::LimitDepth, node, message);
            return prose::paragraph(self.words(node)).into_iter().collect();
        }
        self.depth += 1;
        let blocks = self.inner_content(node);
        self.depth -= 1;
        blocks
    }

    fn inner_content(&mut self, node: Value<'_, 'a>) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        let mut run = Run::default();
        for item in node.items_of("content") {
            if is_inline(item) {
                self.add_inline(item, Marks::default(), &mut run);
            } else {
                blocks.extend(prose::next_paragraph(&mut run));
                self.add_blocks(item, &mut blocks);
            }
        }
        blocks.extend(prose::next_paragraph(&mut run));
        blocks
    }

    fn add_node(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        if !self.values.another_block(node) {
            return;
        }
        let name = node.str_of("nodeType").unwrap_or_default();
        let block = match &*name {
            "document" => return blocks.extend(self.content(node)),
            "paragraph" => return blocks.extend(prose::paragraph(self.words(node))),
            "ordered-list" => Block::List(self.list(node, Some(1))),
            "unordered-list" => Block::List(self.list(node, None)),
            "list-item" => return blocks.extend(self.content(node)),
            "hr" => Block::Divider,
            "blockquote" => quote::block(self.content(node)),
            "table" => Block::Table(self.table(node)),
            "embedded-entry-block" | "embedded-asset-block" | "embedded-resource-block" => {
                return match node.get_in("data", "target") {
                    Some(target) => self.add_target(target, node, blocks),
                    None => {
                        self.values.add(Code::ReferenceMissing, node, "nothing says which entry or asset stands here")
                    }
                };
            }
            name => match name.strip_prefix("heading-").and_then(|level| level.parse().ok()) {
                Some(level @ 1..=6) => {
                    let content = self.words(node);
                    Block::Heading(Heading { level, content, id: None, at: at(node) })
                }
                Some(_) | None if is_inline(node) => {
                    let mut run = Run::default();
                    self.add_inline(node, Marks::default(), &mut run);
                    return blocks.extend(prose::next_paragraph(&mut run));
                }
                Some(_) | None => {
                    let content = self.content(node);
                    prose::unknown(&mut self.values, node, "block", name, content)
                }
            },
        };
        blocks.push(block);
    }

    fn list(&mut self, node: Value<'_, 'a>, start: Option<u32>) -> List<'a> {
        let mut items = Vec::new();
        for item in node.items_of("content") {
            if !self.values.another_block(item) {
                break;
            }
            let mut content = Vec::new();
            if item.says("nodeType", "list-item") {
                content = self.content(item);
            } else {
                self.add_blocks(item, &mut content);
            }
            items.push(ListItem { content, checked: None });
        }
        List { start, items }
    }

    fn table(&mut self, node: Value<'_, 'a>) -> Table<'a> {
        let mut table = Table { at: at(node), ..Table::default() };
        let mut cells = 0;
        for row in node.items_of("content") {
            if !self.values.more_cells(&mut cells, row.items_of("content").count(), row) {
                break;
            }
            let row = row.items_of("content").map(|cell| self.cell(cell)).collect();
            prose::add_row(&mut table, row);
        }
        table
    }

    fn cell(&mut self, node: Value<'_, 'a>) -> Cell<'a> {
        let content = one_line(&self.content(node));
        let data = node.get("data").unwrap_or(node);
        Cell {
            content,
            scope: node.says("nodeType", "table-header-cell").then_some(Scope::Row),
            colspan: span(data, "colspan"),
            rowspan: span(data, "rowspan"),
            align: None,
        }
    }
}
