//! Reads quotes that a newsroom defined itself: what is said, and by whom.

use crate::json::{Kind as JsonKind, Value};
use crate::model::{Block, Inline, Pullquote, Quote, Text, plain_text};

use super::super::prose::{self, Prose, first, list, name_of, text_of};
use super::super::quote;
use super::super::recognise::kind::Kind;
use super::super::words::{self, plain_name};
use super::address::url_of;
use super::fields::{blocks_of, line_of};
use super::items::targets;
use super::{TITLE, group, picture, unknown};

/// Where a quote has its words.
const QUOTED: [&str; 9] =
    ["quote", "quoteText", "testimonial", "text", "content", "body", "value", "message", "children"];
/// Where a quote says whose it is.
const SAID_BY: [&str; 10] =
    ["cite", "citation", "attribution", "author", "source", "by", "speaker", "name", "person", "caption"];
/// What somebody who is quoted is.
const POSITION: [&str; 9] = [
    "role",
    "jobTitle",
    "job_title",
    "position",
    "credentials",
    "authorTitle",
    "authorRole",
    "attributionRole",
    "title",
];

/// The quotes in a block of that name: several under a title, or one.
pub(super) fn quotes<'a>(
    prose: &mut dyn Prose<'_, 'a>,
    value: Value<'_, 'a>,
    kind: Kind,
    name: &str,
) -> Option<Vec<Block<'a>>> {
    let Some(quotes) = list(value, &["quotes", "testimonials", "items"]) else { return pictured(prose, value, kind) };
    let mut found = Vec::from_iter(group::heading(prose, value, &TITLE));
    // They hold no lists of their own: one may lead back to the list.
    for quote in targets(prose, quotes) {
        found.extend(pictured(prose, quote, kind).unwrap_or_else(|| unknown(prose, quote, name)));
    }
    Some(found)
}

/// A quote, and the picture of whoever is quoted behind it.
fn pictured<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, kind: Kind) -> Option<Vec<Block<'a>>> {
    let quote = if matches!(kind, Kind::Pullquote) { pullquote(prose, value) } else { quotation(prose, value) }?;
    Some([Some(quote), picture(prose, value)].into_iter().flatten().collect())
}

fn pullquote<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let content = vec![Block::Paragraph(line_of(prose, value, &QUOTED))];
    let (content, cite) = quote::said_by(content, cite(prose, value));
    let content = prose::one_line(&content);
    (!content.is_empty()).then_some(Block::Pullquote(Pullquote { content, cite }))
}

fn quotation<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let (content, cite) = quote::said_by(blocks_of(prose, value, &QUOTED), cite(prose, value));
    let cite_url = url_of(prose, value, &["citeUrl", "sourceUrl", "url", "link"]);
    (!content.is_empty()).then_some(Block::Quote(Quote { content, cite, cite_url }))
}

/// Who said it, and what they are. Where nothing else names anybody, the title does.
pub(in crate::read) fn cite<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
    // `expertName` and `quote_author` name somebody; what a block is called does not.
    let names = |(key, field): &(Value<'_, '_>, Value<'_, '_>)| {
        let plain = plain_name(key.raw_str());
        let is_name = ["name", "author", "speaker"].iter().any(|end| plain.ends_with(end));
        let is_own = !key.raw_str().starts_with('_') && !plain.starts_with("block") && !plain.starts_with("internal");
        field.is_string() && is_name && is_own
    };
    // Where a quote is from is no name.
    let is_address = |field: &Value<'_, '_>| field.is_string() && field.raw_str().contains("://");
    let stated = SAID_BY.iter().filter_map(|name| first(value, &[name])).find(|field| !is_address(field));
    let named = stated.or_else(|| value.members().find(names).map(|(_, field)| field));
    let Some(field) = named else { return line_of(prose, value, &["title"]) };
    // A person is an object with a name; a line may have links in it.
    let is_person = field.kind() == JsonKind::Object;
    let mut cite = if is_person {
        name_of(prose, field).map(Inline::Text).into_iter().collect()
    } else {
        quote::cite(prose.line(field))
    };
    // Where a quote stands beside the text is no position.
    let is_office = |office: &Text<'_>| !words::has("left|right|center|full|wide|inline", office);
    let position = text_of(prose.values(), value, &POSITION).filter(is_office);
    let position = position.or_else(|| text_of(prose.values(), field, &POSITION)).filter(|_| !cite.is_empty());
    let said = plain_text(&cite);
    if let Some(position) = position.filter(|position| !said.contains(&**position)) {
        cite.push(Inline::Text([", ", &position].concat().into()));
    }
    cite
}
