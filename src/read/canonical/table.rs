//! Reads tables.

use crate::json::{Kind, Value};
use crate::model::{Align, Cell, Scope, Table};

use super::super::prose;
use super::super::values::at;
use super::Canonical;
use super::block::is_code_in_line;
use super::inline::is_inline;

impl<'a> Canonical<'_, 'a> {
    pub(super) fn table(&mut self, value: Value<'_, 'a>) -> Table<'a> {
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
}
