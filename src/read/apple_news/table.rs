//! Reads tables of records: the descriptors are the columns, or the rows where the table is turned.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{Alt, Block, Cell, Inline, InlineImage, Scope, Table, plain_line};

use super::super::index::Index;
use super::super::order;
use super::super::source::{MOST_CELLS, too_many};
use super::super::values::{at, millionths};
use super::AppleNews;

impl<'d, 'a> AppleNews<'_, 'd, 'a> {
    pub(super) fn data_table(&mut self, component: Value<'d, 'a>) -> Option<Block<'a>> {
        let data = component.get("data")?;
        let columns: Vec<_> = data.items_of("descriptors").collect();
        let mut records: Vec<_> = data.items_of("records").collect();
        if columns.is_empty() {
            return None;
        }
        let most = MOST_CELLS / columns.len();
        if records.len() > most {
            self.values.add(Code::LimitCells, data, too_many("table", MOST_CELLS, "cells"));
            records.truncate(most);
        }
        sort(component, &columns, &mut records);
        let has_labels = component.get("showDescriptorLabels").and_then(Value::as_bool) != Some(false);
        let labels = columns.iter().filter(|_| has_labels);
        let mut head = vec![labels.map(|column| self.label(*column)).collect()];
        head.retain(|row: &Vec<_>| !row.is_empty());
        let mut body: Vec<Vec<Cell<'a>>> = records.iter().map(|record| self.row(*record, &columns)).collect();
        if component.says("dataOrientation", "vertical") {
            body = turned(std::mem::take(&mut head), body, columns.len());
        }
        Some(Block::Table(Table { head, body, at: at(component), ..Table::default() }))
    }

    fn label(&mut self, column: Value<'d, 'a>) -> Cell<'a> {
        let content = column.get("label").map(|label| self.value(label)).unwrap_or_default();
        Cell { content, scope: Some(Scope::Column), ..Cell::default() }
    }

    fn row(&mut self, record: Value<'d, 'a>, columns: &[Value<'d, 'a>]) -> Vec<Cell<'a>> {
        let mut fields = Index::new();
        // Of a key that stands twice, the last one counts.
        let members: Vec<_> = record.members().collect();
        for (key, value) in members.into_iter().rev() {
            fields.add(key.as_str().unwrap_or_default(), value);
        }
        let values = columns.iter().map(|column| fields.get(&column.str_of("key")?).copied());
        let contents = values.map(|value| value.map(|value| self.value(value)).unwrap_or_default());
        contents.map(|content| Cell { content, ..Cell::default() }).collect()
    }

    /// A string, a number, a text with a format, or a picture.
    fn value(&mut self, value: Value<'d, 'a>) -> Vec<Inline<'a>> {
        match value.kind() {
            Kind::Object if value.get("URL").is_some() => {
                let src = value.get("URL").and_then(|url| self.media_url(url));
                let alt = self.text(value, "accessibilityCaption").map_or(Alt::Absent, Alt::Text);
                vec![Inline::Image(InlineImage { src, alt, at: at(value), ..InlineImage::default() })]
            }
            Kind::Object => self.line(value),
            Kind::String | Kind::EscapedString => self.values.text(value).map(plain_line).unwrap_or_default(),
            Kind::Number | Kind::True | Kind::False => plain_line(value.raw_str().to_owned()),
            Kind::Null | Kind::Array => Vec::new(),
        }
    }
}

/// The rows of a table that is turned: each begins with its label.
fn turned<'a>(mut head: Vec<Vec<Cell<'a>>>, body: Vec<Vec<Cell<'a>>>, columns: usize) -> Vec<Vec<Cell<'a>>> {
    head.iter_mut().flatten().for_each(|label| label.scope = Some(Scope::Row));
    let mut rows: Vec<Vec<Cell<'a>>> = Vec::new();
    rows.resize_with(columns, Vec::new);
    for record in head.into_iter().chain(body) {
        for (row, cell) in rows.iter_mut().zip(record) {
            row.push(cell);
        }
    }
    rows
}

/// Sorts records by the first of the rules that tells them apart.
fn sort(component: Value<'_, '_>, columns: &[Value<'_, '_>], records: &mut Vec<Value<'_, '_>>) {
    let rules: Vec<_> = component
        .items_of("sortBy")
        .take(MOST_RULES)
        .filter_map(|rule| {
            let name = rule.str_of("descriptor")?;
            let column = columns.iter().find(|column| column.says("identifier", &name))?;
            let is_descending = rule.says("direction", "descending");
            Some((column.str_of("key")?, is_descending))
        })
        .collect();
    order::sort(records, &|one, other| {
        let orders = rules.iter().map(|(key, is_descending)| {
            let order = compare(one.get(key), other.get(key));
            if *is_descending { order.reverse() } else { order }
        });
        orders.into_iter().find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    });
}

/// Rules that records are sorted by.
const MOST_RULES: usize = 8;

fn compare(one: Option<Value<'_, '_>>, other: Option<Value<'_, '_>>) -> Ordering {
    if let (Some(one), Some(other)) = (one.and_then(millionths), other.and_then(millionths)) {
        return one.cmp(&other);
    }
    text(one).cmp(&text(other))
}

fn text<'a>(value: Option<Value<'_, 'a>>) -> Option<Cow<'a, str>> {
    value.and_then(|value| value.as_str().or_else(|| value.str_of("text")))
}
