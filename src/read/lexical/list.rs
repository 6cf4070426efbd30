//! Reads lists and tables.

use crate::json::Value;
use crate::model::{Block, Cell, List, ListItem, Scope, Table};

use super::super::lists;
use super::super::prose::{one_line, pixels, span};
use super::super::values::at;
use super::Lexical;
use super::node::{Kind, children, kind, name};

impl<'a> Lexical<'_, '_, 'a> {
    /// A list in a list is the only thing in an item, and belongs to the item before that.
    ///
    /// The depth is bounded by that of JSON.
    pub(super) fn list(&mut self, node: Value<'_, 'a>) -> List<'a> {
        let is_ordered = node.get("listType").map_or_else(|| node.says("tag", "ol"), |kind| kind.is("number"));
        let is_check = node.says("listType", "check");
        let mut items = Vec::new();
        for child in children(node) {
            if !self.values.another_block(child) {
                break;
            }
            let mut inner = children(child);
            match (inner.next(), inner.next()) {
                (Some(only), None) if kind(child) == Kind::Item && kind(only) == Kind::List => {
                    lists::nest(&mut items, Block::List(self.list(only)));
                }
                _ if kind(child) == Kind::List => lists::nest(&mut items, Block::List(self.list(child))),
                _ => {
                    let checked = child.get("checked").and_then(Value::as_bool).unwrap_or_default();
                    let content = self.blocks_in(child);
                    items.push(ListItem { content, checked: is_check.then_some(checked) });
                }
            }
        }
        let start = is_ordered.then(|| pixels(node, "start").unwrap_or(1));
        List { start, items }
    }

    /// The rows at the beginning in which every cell names its column are the head.
    pub(super) fn table(&mut self, node: Value<'_, 'a>) -> Table<'a> {
        let mut table = Table { at: at(node), ..Table::default() };
        let mut cells = 0;
        for row in children(node).filter(|row| name(*row) == "tablerow") {
            if !self.values.more_cells(&mut cells, children(row).count(), row) {
                break;
            }
            let is_head = table.body.is_empty() && children(row).all(|cell| header(cell) & 1 == 1);
            let row = children(row).map(|cell| self.cell(cell)).collect();
            if is_head { table.head.push(row) } else { table.body.push(row) }
        }
        table
    }

    fn cell(&mut self, node: Value<'_, 'a>) -> Cell<'a> {
        let content = one_line(&self.blocks_in(node));
        let scope = match header(node) & 3 {
            0 => None,
            2 => Some(Scope::Row),
            _ => Some(Scope::Column),
        };
        Cell { content, scope, colspan: span(node, "colSpan"), rowspan: span(node, "rowSpan"), align: None }
    }
}

/// What a cell names: nothing, its column (1), its row (2), or both (3).
fn header(cell: Value<'_, '_>) -> i64 {
    cell.get("headerState").and_then(Value::as_integer).unwrap_or_default()
}
