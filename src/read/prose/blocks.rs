//! Blocks that are there if they show something; it knows no fields.

use crate::json::Value;
use crate::model::{Block, Callout, CalloutKind, Heading, Inline, LinkCard};
use crate::read::values::at;

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
