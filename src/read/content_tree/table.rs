//! Reads tables.

use crate::json::Value;
use crate::model::{Align, Block, Cell, Scope, Table};

use super::super::prose::pixels;
use super::super::values::at;
use super::{ContentTree, children, kind};

impl<'a> ContentTree<'_> {
    pub(super) fn table(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let mut table = Table { at: at(node), ..Table::default() };
        let columns: Vec<_> = node.items_of("columnSettings").map(align).collect();
        let mut cells = 0;
        for part in children(node) {
            match &*kind(part) {
                "table-caption" => table.caption = self.line(part),
                "table-header" => table.head = self.rows(part, &columns, &mut cells, Scope::Column),
                "table-footer" => table.note = self.line(part),
                _ => table.body.extend(self.rows(part, &columns, &mut cells, Scope::Row)),
            }
        }
        // Rows of names at the beginning name the columns.
        let is_names = |row: &Vec<Cell<'_>>| row.iter().all(|cell| cell.scope.is_some()) && row.len() > 1;
        if table.head.is_empty() && table.body.iter().any(|row| !is_names(row)) {
            let names = table.body.iter().take_while(|row| is_names(row)).count();
            table.head = table.body.drain(..names).collect();
            table.head.iter_mut().flatten().for_each(|cell| cell.scope = Some(Scope::Column));
        }
        Block::Table(table)
    }

    /// `first` is what a cell names that is the first of its row and names something.
    fn rows(
        &mut self,
        part: Value<'_, 'a>,
        columns: &[Option<Align>],
        cells: &mut usize,
        first: Scope,
    ) -> Vec<Vec<Cell<'a>>> {
        let mut rows = Vec::new();
        for row in children(part) {
            if !self.values.more_cells(cells, children(row).count(), row) {
                break;
            }
            let aligned = columns.iter().copied().chain(std::iter::repeat(None));
            let names = |column| if column == 0 { first } else { Scope::Column };
            let cells = children(row).zip(aligned).enumerate();
            rows.push(cells.map(|(column, (node, align))| self.cell(node, align, names(column))).collect());
        }
        rows
    }

    fn cell(&mut self, node: Value<'_, 'a>, align: Option<Align>, names: Scope) -> Cell<'a> {
        let is_header = node.is_true("heading");
        Cell {
            content: self.line(node),
            scope: is_header.then_some(names),
            colspan: pixels(node, "columnSpan").unwrap_or(1).min(1000),
            rowspan: pixels(node, "rowSpan").unwrap_or(1).min(1000),
            align,
        }
    }
}

/// Figures stand under one another at the end of their column.
fn align(settings: Value<'_, '_>) -> Option<Align> {
    match &*settings.str_of("sortType")? {
        "number" | "currency" | "percent" => Some(Align::End),
        _ => None,
    }
}
