//! Reads links whose words and addresses stand in fields of a block, such as `buttonText` and `buttonUrl`, or whose
//! address stands there alone.

use crate::json::Value;
use crate::model::{Block, LinkCard, LinkKind, plain_line};

use super::super::prose::{Prose, first_string, link_card};
use super::super::values::at;
use super::super::words::{self, plain_name};
use super::address::url;

/// Fields of a block that are looked at.
const MOST_FIELDS: usize = 32;

/// Adds where the buttons of a block lead.
pub(super) fn add<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, content: &mut Vec<Block<'a>>) {
    for (key, words) in value.members().take(MOST_FIELDS) {
        content.extend(button(prose, value, key, words));
    }
}

/// The button whose words stand in a field of a block, if another field says where it leads.
pub(super) fn button<'a>(
    prose: &mut dyn Prose<'_, 'a>,
    value: Value<'_, 'a>,
    key: Value<'_, 'a>,
    words: Value<'_, 'a>,
) -> Option<Block<'a>> {
    let name = plain_name(key.raw_str());
    let stem = ["text", "label", "title"].iter().find_map(|end| name.strip_suffix(end))?;
    if !words.is_string() || !words::is_in("button|cta|link", stem) {
        return None;
    }
    let is_address = |(key, field): &(Value<'_, '_>, Value<'_, '_>)| {
        let key = plain_name(key.raw_str());
        let end = key.strip_prefix(stem);
        end.is_some_and(|end| words::has("url|link|href", end) || (end.is_empty() && field.is_string()))
    };
    let (_, address) = value.members().take(MOST_FIELDS).find(is_address)?;
    let title = prose.line(words);
    if title.is_empty() {
        return None;
    }
    let url = url(prose, address);
    link_card(LinkCard { url, title, kind: LinkKind::Bookmark, at: at(value), ..LinkCard::default() })
}

/// Where a block leads that says nothing of it but the address.
pub(super) fn bare<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let address = first_string(value, &["url", "href", "link"])?;
    let url = url(prose, address)?;
    let title = plain_line(url.as_str().to_owned());
    link_card(LinkCard { url: Some(url), title, kind: LinkKind::Bookmark, at: at(value), ..LinkCard::default() })
}
