//! Cells → a table, within the limit on cells; it knows nothing of what stands in a cell.

use pulldown_cmark::Alignment;

use super::line::Line;
use crate::diagnostic::Code;
use crate::model::{Align, At, Cell, Inline, Scope, Table, is_blank};
use crate::read::source::{MOST_CELLS, too_many};

/// A table whose end was not seen yet.
pub(super) struct Rows<'a> {
    table: Table<'a>,
    alignments: Vec<Option<Align>>,
    row: Vec<Cell<'a>>,
    cells: usize,
    blanks: usize,
}

/// The parser makes every row as long as the head: a head of a thousand cells makes a thousand of two signs.
const MOST_BLANKS: usize = 10_000;

impl<'a> Rows<'a> {
    pub(super) fn new(alignments: &[Alignment], at: At) -> Self {
        Self {
            table: Table { at, ..Table::default() },
            alignments: alignments.iter().map(|alignment| align(*alignment)).collect(),
            row: Vec::new(),
            cells: 0,
            blanks: 0,
        }
    }

    /// Adds a cell to the row, unless there are too many.
    pub(super) fn add(&mut self, content: Vec<Inline<'a>>, line: &mut Line<'_, 'a, '_>) {
        self.cells += 1;
        let is_blank = is_blank(&content);
        self.blanks += usize::from(is_blank);
        if self.cells == MOST_CELLS + 1 {
            let message = too_many("table", MOST_CELLS, "cells");
            line.diagnostics.add(Code::LimitCells, self.table.at.offset(), message);
        }
        if is_blank && self.blanks == MOST_BLANKS + 1 {
            let message = format!("the table has more than {MOST_BLANKS} empty cells; its rows end before those");
            line.diagnostics.add(Code::LimitCells, self.table.at.offset(), message);
        }
        if self.cells <= MOST_CELLS {
            let align = self.alignments.get(self.row.len()).copied().flatten();
            self.row.push(Cell { content, align, ..Cell::default() });
        }
    }

    /// Ends the row of the head. Markdown has no table without one, so a blank one means that there is none.
    pub(super) fn end_head(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        if row.iter().any(|cell| !is_blank(&cell.content)) {
            row.iter_mut().for_each(|cell| cell.scope = Some(Scope::Column));
            self.table.head.push(row);
        }
    }

    /// Ends a row of the body.
    pub(super) fn end_row(&mut self) {
        while self.blanks > MOST_BLANKS && self.row.last().is_some_and(|cell| is_blank(&cell.content)) {
            self.row.pop();
            self.cells -= 1;
        }
        if !self.row.is_empty() {
            self.table.body.push(std::mem::take(&mut self.row));
        }
    }

    /// Returns the table.
    pub(super) fn finish(self) -> Table<'a> {
        self.table
    }
}

/// Gives a line that stands after a table to the table, if it begins as Pandoc's captions do; returns what is none.
pub(super) fn adopt<'a>(table: &mut Table<'a>, mut line: Vec<Inline<'a>>) -> Vec<Inline<'a>> {
    let Some(Inline::Text(text)) = line.first_mut().filter(|_| table.caption.is_empty()) else { return line };
    let caption = text.strip_prefix("Table: ").or_else(|| text.strip_prefix(": ")).map(str::len);
    let Some(caption) = caption else { return line };
    // Behind it may stand what it is called for references.
    let end = text.rfind(" {#").filter(|_| text.ends_with('}')).unwrap_or(text.len());
    *text = text.slice(text.len() - caption..end);
    table.caption = line;
    Vec::new()
}

/// Markdown says left and right and means the start and the end of the line.
fn align(alignment: Alignment) -> Option<Align> {
    match alignment {
        Alignment::None => None,
        Alignment::Left => Some(Align::Start),
        Alignment::Center => Some(Align::Center),
        Alignment::Right => Some(Align::End),
    }
}
