//! Blocks and rows that readers make in the same way; it knows no fields.

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{Block, Callout, CalloutKind, Cell, Heading, Inline, LinkCard, Scope, Table, Unknown};
use crate::read::values::{Values, at};

/// Returns the heading that a line is, if it says something.
#[inline(never)]
pub(in crate::read) fn heading<'a>(level: u8, content: Vec<Inline<'a>>, value: Value<'_, '_>) -> Option<Block<'a>> {
    let heading = Heading { level, content, id: None, at: at(value) };
    (!heading.content.is_empty()).then_some(Block::Heading(heading))
}

/// Returns a link to a page, if it is called something or leads somewhere.
#[inline(never)]
pub(in crate::read) fn link_card(card: LinkCard<'_>) -> Option<Block<'_>> {
    (card.url.is_some() || !card.title.is_empty()).then(|| Block::from(card))
}

/// Returns a box, if it has a title or something in it.
#[inline(never)]
pub(in crate::read) fn callout<'a>(
    kind: CalloutKind,
    title: Vec<Inline<'a>>,
    content: Vec<Block<'a>>,
) -> Option<Block<'a>> {
    let callout = Callout { kind, title, content };
    (!callout.title.is_empty() || !callout.content.is_empty()).then(|| Block::from(callout))
}

/// Returns the blocks of values, one after the other.
pub(in crate::read) fn blocks_each<'d, 'a>(
    values: &mut dyn Iterator<Item = Value<'d, 'a>>,
    blocks_of: &mut dyn FnMut(Value<'d, 'a>) -> Vec<Block<'a>>,
) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    for value in values {
        blocks.extend(blocks_of(value));
    }
    blocks
}

/// Reports a block that a format does not have, and returns what is kept of it.
pub(in crate::read) fn unknown<'a>(
    values: &mut Values<'_>,
    value: Value<'_, '_>,
    what: &str,
    name: &str,
    content: Vec<Block<'a>>,
) -> Block<'a> {
    values.unknown_with(Code::BlockUnknown, value, what, name, content.len());
    Block::Unknown(Unknown { name: name.to_owned().into(), content })
}

/// Adds a row to a table. Those at the beginning in which every cell names something are the head, and name columns.
pub(in crate::read) fn add_row<'a>(table: &mut Table<'a>, mut row: Vec<Cell<'a>>) {
    let is_head = table.body.is_empty() && !row.is_empty() && row.iter().all(|cell| cell.scope.is_some());
    if is_head {
        row.iter_mut().for_each(|cell| cell.scope = Some(Scope::Column));
        table.head.push(row);
    } else {
        table.body.push(row);
    }
}
