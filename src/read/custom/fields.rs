//! Reads the fields of a block that hold words: whatever format the block is in, they may be in HTML.

use crate::json::Value;
use crate::model::{Block, Inline};

use super::super::markup;
use super::super::prose::{Prose, first};

/// Whether a field is HTML.
pub(super) fn is_markup(field: Value<'_, '_>) -> bool {
    field.is_string() && field.raw_str().trim_start().starts_with('<')
}

/// The blocks in a field.
pub(super) fn blocks_in<'a>(prose: &mut dyn Prose<'_, 'a>, field: Value<'_, 'a>) -> Vec<Block<'a>> {
    if is_markup(field) { markup::blocks(field, prose.values()).keep_notes(prose.notes()) } else { prose.blocks(field) }
}

/// The blocks in the first of the fields that has some.
pub(super) fn blocks_of<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Vec<Block<'a>> {
    first(value, names).map(|field| blocks_in(prose, field)).unwrap_or_default()
}

/// The line in a field.
pub(super) fn line_in<'a>(prose: &mut dyn Prose<'_, 'a>, field: Value<'_, 'a>) -> Vec<Inline<'a>> {
    if field.as_str().is_some_and(|text| markup::is_html(&text)) {
        return markup::line(field, prose.values());
    }
    prose.line(field)
}

/// The line in the first of the fields that has one.
pub(super) fn line_of<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Vec<Inline<'a>> {
    first(value, names).map(|field| line_in(prose, field)).unwrap_or_default()
}
