//! Tables in HTML; it knows rows and cells, and that some tables only lay a page out.

use super::flow::Flow;
use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, image};
use crate::diagnostic::Code;
use crate::model::{Align, Block, Cell, Inline, Mark, Scope, Table};
use crate::read::source::{MOST_CELLS, too_many};
use crate::read::words;

/// The most columns or rows that a cell spans (HTML 4.9.11).
const WIDEST: u32 = 1000;

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Adds a table, or what is in it where it only lays the page out.
    pub(super) fn table(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        if is_layout(node) {
            self.end_line(node, out);
            self.contents(node, out);
            return self.end_line(node, out);
        }
        let mut table = Table { at: self.at(node), ..Table::default() };
        let mut stray = Flow::default();
        let mut count = 0;
        for child in node.children() {
            match child.tag() {
                Some(Tag::Caption) if table.caption.is_empty() => table.caption = self.line(child),
                Some(Tag::Thead) => self.rows(child, &mut table.head, &mut count, &mut stray),
                Some(Tag::Tbody) => self.rows(child, &mut table.body, &mut count, &mut stray),
                Some(Tag::Tfoot) => self.rows(child, &mut table.foot, &mut count, &mut stray),
                Some(Tag::Tr) => table.body.extend(self.row(child, &mut count, &mut stray)),
                // What stands in no row stands before the table (HTML 13.2.6.1, foster parenting).
                _ => self.add(child, &mut stray),
            }
        }
        self.end_line(node, &mut stray);
        let is_head = |row: &Vec<Cell<'a>>| row.len() > 1 && row.iter().all(|cell| cell.scope == Some(Scope::Column));
        if table.head.is_empty() && table.body.len() > 1 && table.body.first().is_some_and(is_head) {
            table.head.push(table.body.remove(0));
        } else {
            bold_head(&mut table);
        }
        self.end_line(node, out);
        out.blocks.extend(stray.blocks);
        self.push(node, Block::Table(table), out);
    }

    fn rows(&mut self, node: Node<'t, 's>, out: &mut Vec<Vec<Cell<'a>>>, count: &mut usize, stray: &mut Flow<'a>) {
        // Cells without a row are one (HTML 13.2.6.4.13).
        if node.has_child(&is_cell) && !node.has_child(&|child| child.is(Tag::Tr)) {
            return out.extend(self.row(node, count, stray));
        }
        for child in node.children() {
            if child.is(Tag::Tr) {
                out.extend(self.row(child, count, stray));
            } else {
                self.add(child, stray);
            }
        }
    }

    fn row(&mut self, node: Node<'t, 's>, count: &mut usize, stray: &mut Flow<'a>) -> Option<Vec<Cell<'a>>> {
        let is_head = !node.has_child(&|child| child.is(Tag::Td));
        let mut row = Vec::new();
        for child in node.children() {
            if !is_cell(child) {
                self.add(child, stray);
                continue;
            }
            *count += 1;
            if *count > MOST_CELLS {
                if *count == MOST_CELLS + 1 {
                    let message = too_many("table", MOST_CELLS, "cells");
                    self.report(Code::LimitCells, child.start(), message);
                }
                break;
            }
            row.push(self.cell(child, is_head));
        }
        (!row.is_empty()).then_some(row)
    }

    fn cell(&mut self, node: Node<'t, 's>, is_in_head: bool) -> Cell<'a> {
        let named = node.attribute("scope").and_then(|scope| match scope.to_ascii_lowercase().as_str() {
            "row" | "rowgroup" => Some(Scope::Row),
            "col" | "colgroup" => Some(Scope::Column),
            _ => None,
        });
        let by_place = if is_in_head { Scope::Column } else { Scope::Row };
        let span = |name: &str| {
            let span = node.attribute(name).and_then(|span| span.trim().parse().ok());
            span.map_or(1, |span: u32| span.clamp(1, WIDEST))
        };
        Cell {
            content: self.line(node),
            scope: node.is(Tag::Th).then(|| named.unwrap_or(by_place)),
            colspan: span("colspan"),
            rowspan: span("rowspan"),
            align: align(node),
        }
    }
}

/// Whether a table lays a page or a newsletter out: it says so, or names nothing and holds what a cell of data has not,
/// or never has two cells beside each other.
fn is_layout(table: Node<'_, '_>) -> bool {
    if let Some(role) = table.attribute("role") {
        return matches!(&**role, "presentation" | "none");
    }
    let has_head = |row: Node<'_, '_>| row.has_child(&|cell| cell.is(Tag::Th));
    let is_named = |part: Node<'_, '_>| {
        matches!(part.tag(), Some(Tag::Thead | Tag::Caption)) || has_head(part) || part.has_child(&has_head)
    };
    let is_of_page = |node: Node<'_, '_>| {
        matches!(node.kind(), Some(Kind::Heading(_) | Kind::Table | Kind::Figure | Kind::Divider))
            || (node.kind() == Some(Kind::Picture) && !image::is_icon(node))
    };
    let says = |cell: &Node<'_, '_>| is_cell(*cell) && (cell.words() > 0 || cell.pictures() > 0);
    let is_row = |node: Node<'_, '_>| node.children().filter(says).nth(1).is_some();
    let is_one_cell = table.all_that(2, &is_cell).len() < 2;
    is_one_cell
        || table.words() == 0
        || (!table.has_child(&is_named) && (table.has_that(&is_of_page) || !table.has_that(&is_row)))
}

fn is_cell(node: Node<'_, '_>) -> bool {
    matches!(node.tag(), Some(Tag::Td | Tag::Th))
}

/// A first row that alone is in bold from end to end is the head of a table, as word processors write it.
fn bold_head(table: &mut Table<'_>) {
    let is_bold = |row: &Vec<Cell<'_>>| {
        row.len() > 1 && row.iter().all(|cell| matches!(*cell.content, [Inline::Marked(Mark::Strong, _)]))
    };
    if let ([], [first, second, ..]) = (table.head.as_slice(), table.body.as_slice())
        && is_bold(first)
        && !is_bold(second)
    {
        let mut head = table.body.remove(0);
        for cell in &mut head {
            cell.scope = Some(Scope::Column);
            if let [Inline::Marked(_, content)] = cell.content.as_mut_slice() {
                cell.content = std::mem::take(content);
            }
        }
        table.head.push(head);
    }
}

fn align(node: Node<'_, '_>) -> Option<Align> {
    const NAMES: [(&str, Align); 3] =
        [("left|start", Align::Start), ("center", Align::Center), ("right|end", Align::End)];
    let named = |name: &str| NAMES.iter().find(|(names, _)| words::has(names, name)).map(|(_, align)| *align);
    let style = node.attribute("style").map(|style| style.to_ascii_lowercase());
    let style = style.as_deref().and_then(|style| style.split_once("text-align"));
    let style =
        style.map(|(_, value)| value.trim_start_matches([':', ' ']).split([';', ' ']).next().unwrap_or_default());
    let class = node.attribute("class");
    let class =
        class.and_then(|class| class.split_ascii_whitespace().find_map(|class| class.strip_prefix("has-text-align-")));
    let attribute = node.attribute("align").map(|name| name.to_ascii_lowercase());
    style.or(class).or(attribute.as_deref()).and_then(named)
}
