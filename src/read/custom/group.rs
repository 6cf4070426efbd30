//! Reads blocks that a newsroom put into others: columns, grids, sections.

use crate::json::{Kind as JsonKind, Value};
use crate::model::{Block, Group, GroupRole, Heading};

use super::super::prose::{Prose, columns, first, list};
use super::super::values::at;
use super::fields::line_of;
use super::{NAME, TITLE, add_bookmarks, blocks, body, unknown};

/// Where a block has others.
const CELLS: [&str; 5] = ["columns", "blocks", "items", "elements", "sections"];

/// The blocks in a block, under its title if it has one.
pub(super) fn group<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Vec<Block<'a>>> {
    let cells = list(value, &CELLS).filter(|cells| cells.items().all(|cell| cell.kind() == JsonKind::Object))?;
    let mut found = Vec::from_iter(heading(prose, value, &TITLE));
    let content: Vec<_> = cells.items().map(|cell| self::cell(prose, cell)).collect();
    found.push(if value.get("columns").is_some() {
        columns(content)
    } else {
        let content = content.into_iter().flatten().collect();
        Block::from(Group { role: Some(GroupRole::Section), columns: None, content })
    });
    Some(found)
}

/// The title of a block as a heading of the article.
pub(super) fn heading<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Option<Block<'a>> {
    let content = line_of(prose, value, names);
    let level = first(value, &["level", "size"]).and_then(|level| match level.as_str() {
        Some(name) => name.strip_prefix(['h', 'H'])?.parse().ok(),
        None => u8::try_from(level.as_integer()?).ok(),
    });
    let level = level.filter(|level| (1..=6).contains(level)).unwrap_or(2);
    (!content.is_empty()).then(|| Block::Heading(Heading { level, content, id: None, at: at(value) }))
}

/// A cell is a block with a name, or no more than prose.
fn cell<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Vec<Block<'a>> {
    if let Some(name) = NAME.iter().find_map(|name| value.str_of(name)) {
        return blocks(prose, value, &name);
    }
    let mut content = body(prose, value);
    add_bookmarks(prose, value, &mut content);
    if content.is_empty() { unknown(prose, value, "column") } else { content }
}
