//! Reads tables.

use crate::json::Value;
use crate::model::{Align, Cell, Scope, Table};

use super::super::prose::{add_below, add_row, line_of, one_line, span};
use super::super::values::at;
use super::ProseMirror;
use super::node::{Kind, attrs, children, kind};

impl<'a> ProseMirror<'_, '_, 'a> {
    pub(super) fn table(&mut self, node: Value<'_, 'a>) -> Table<'a> {
        let caption = line_of(self, attrs(node), &["caption", "title"]);
        let mut table = Table { caption, at: at(node), ..Table::default() };
        let mut cells = 0;
        self.add_rows(node, &mut table, &mut cells);
        table
    }

    /// Rows stand in the table, or in a head and a body. The depth is bounded by that of JSON.
    fn add_rows(&mut self, node: Value<'_, 'a>, table: &mut Table<'a>, cells: &mut usize) {
        for child in children(node) {
            if kind(child) == Kind::Row {
                self.add_row(child, table, cells);
            } else if kind(child) == Kind::Caption {
                let words = self.words(child);
                add_below(&mut table.caption, words);
            } else if kind(child) == Kind::Part || children(child).any(|inner| kind(inner) == Kind::Row) {
                self.add_rows(child, table, cells);
            } else {
                // What is neither has no place in a table but above it.
                add_below(&mut table.caption, one_line(&self.block(child)));
            }
        }
    }

    fn add_row(&mut self, row: Value<'_, 'a>, table: &mut Table<'a>, cells: &mut usize) {
        if self.values.more_cells(cells, children(row).count(), row) {
            let row = children(row).map(|cell| self.cell(cell)).collect();
            add_row(table, row);
        }
    }

    fn cell(&mut self, node: Value<'_, 'a>) -> Cell<'a> {
        let content = one_line(&self.content(node));
        let scope = (kind(node) == Kind::HeaderCell).then_some(Scope::Row);
        let about = attrs(node);
        let align = about.str_of("align").or_else(|| about.str_of("textAlign")).and_then(|name| match &*name {
            "right" | "end" => Some(Align::End),
            "center" => Some(Align::Center),
            _ => None,
        });
        Cell { content, scope, colspan: span(about, "colspan"), rowspan: span(about, "rowspan"), align }
    }
}
