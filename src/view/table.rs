//! Shows a table of data.

use std::borrow::Cow;

use crate::html::{Attribute, Element, Name};
use crate::locale::fill;
use crate::model::{Align, Cell, Scope, Table, is_blank};

use super::View;

impl<'a> View<'_, 'a> {
    /// A wide table scrolls in a region of its own, which a keyboard can reach and a name tells apart (WCAG 2.1.1).
    pub(super) fn table(&mut self, table: &'a Table<'a>) -> Option<Element<'a>> {
        if table.head.is_empty() && table.body.is_empty() && table.foot.is_empty() {
            return None;
        }
        self.tables += 1;
        let region =
            Element::classed(Name::Div, "np-scroll").with(Attribute::Role, "region").with(Attribute::Tabindex, "0");
        let mut element = Element::classed(Name::Table, "np-table");
        let region = if is_blank(&table.caption) {
            region.with(Attribute::AriaLabel, fill(self.words.table, &self.number(self.tables)))
        } else {
            let id = self.id(&format!("table-{}", self.tables));
            let caption = Element::classed(Name::Caption, "np-table-caption").with(Attribute::Id, id.clone());
            element.push(self.line(caption, &table.caption));
            region.with(Attribute::AriaLabelledby, id)
        };
        for (name, rows) in [(Name::Thead, &table.head), (Name::Tbody, &table.body), (Name::Tfoot, &table.foot)] {
            if !rows.is_empty() {
                element.push(self.rows(name, rows));
            }
        }
        let region = region.child(element);
        let note = self.some_line(Element::classed(Name::P, "np-table-note"), &table.note);
        let source = self.source_line(&table.source);
        if note.is_none() && source.is_none() {
            return Some(region);
        }
        Some(Element::classed(Name::Div, "np-group").child(region).children(note).children(source))
    }

    fn rows(&mut self, name: Name, rows: &'a [Vec<Cell<'a>>]) -> Element<'a> {
        let mut group = Element::new(name);
        for row in rows {
            group.push(Element::new(Name::Tr).children(row.iter().map(|cell| self.cell(cell, name))));
        }
        group
    }

    /// A header cell says what it names; an empty one would name nothing, so it is a plain cell.
    fn cell(&mut self, cell: &'a Cell<'a>, group: Name) -> Element<'a> {
        let scope = cell.scope.or((group == Name::Thead).then_some(Scope::Column)).filter(|_| !is_blank(&cell.content));
        let name = if scope.is_some() { Name::Th } else { Name::Td };
        let element = Element::new(name)
            .with_some(Attribute::Class, cell.align.filter(|_| !is_blank(&cell.content)).map(align_class))
            .with_some(Attribute::Scope, scope.map(scope_value))
            .with_some(Attribute::Colspan, span(cell.colspan))
            .with_some(Attribute::Rowspan, span(cell.rowspan));
        self.line(element, &cell.content)
    }
}

fn span<'a>(span: u32) -> Option<Cow<'a, str>> {
    (span > 1).then(|| span.to_string().into())
}

fn scope_value(scope: Scope) -> &'static str {
    match scope {
        Scope::Column => "col",
        Scope::Row => "row",
    }
}

fn align_class(align: Align) -> &'static str {
    match align {
        Align::Start => "np-start",
        Align::Center => "np-center",
        Align::End => "np-end",
    }
}
