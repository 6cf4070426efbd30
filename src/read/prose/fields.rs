//! Fields whose names say what they hold, in formats that let a newsroom name its own; it knows no format.

use crate::json::{Kind, Value};
use crate::model::{MediaUrl, Text, Url};
use crate::read::values::Values;
use crate::read::words;

/// Returns the first of the fields that has something in it.
pub(in crate::read) fn first<'d, 'a>(value: Value<'d, 'a>, names: &[&str]) -> Option<Value<'d, 'a>> {
    names.iter().find_map(|name| value.get(name).filter(|field| !is_empty(*field)))
}

/// Returns the list in the first of the fields that has something in it. An answer may be wrapped around it, as GraphQL
/// does, and Contentful then calls it a collection.
#[inline(never)]
pub(in crate::read) fn list<'d, 'a>(value: Value<'d, 'a>, names: &[&str]) -> Option<Value<'d, 'a>> {
    let is_collection = |(key, _): &(Value<'_, '_>, Value<'_, '_>)| {
        key.raw_str().strip_suffix("Collection").is_some_and(|key| names.contains(&key))
    };
    let field = first(value, names).or_else(|| value.members().find(is_collection).map(|(_, field)| field))?;
    Some(first(field, &["data", "items", "nodes"]).unwrap_or(field))
}

/// Returns the first of the fields of a key's object that has something in it.
#[inline(never)]
pub(in crate::read) fn first_in<'d, 'a>(value: Value<'d, 'a>, outer: &str, names: &[&str]) -> Option<Value<'d, 'a>> {
    first(value.get(outer)?, names)
}

/// Returns the first of the fields of a list that has something in it.
pub(in crate::read) fn first_of<'d, 'a>(value: Value<'d, 'a>, list: &str) -> Option<Value<'d, 'a>> {
    words::found(list, &mut |name| first(value, &[name]))
}

/// Returns the first of the fields that has something in it, if it is a string.
#[inline(never)]
pub(in crate::read) fn first_string<'d, 'a>(value: Value<'d, 'a>, names: &[&str]) -> Option<Value<'d, 'a>> {
    first(value, names).filter(|field| field.is_string())
}

fn is_empty(value: Value<'_, '_>) -> bool {
    match value.kind() {
        Kind::Null => true,
        Kind::String | Kind::EscapedString => value.raw_str().trim().is_empty(),
        Kind::Array => value.items().next().is_none(),
        Kind::Object => value.members().next().is_none(),
        Kind::True | Kind::False | Kind::Number => false,
    }
}

/// Returns the words of the first of the fields that has some, if it is a string.
pub(in crate::read) fn text_of<'a>(values: &mut Values<'_>, value: Value<'_, 'a>, names: &[&str]) -> Option<Text<'a>> {
    first_string(value, names).and_then(|field| values.text(field)).filter(|text| !text.is_blank())
}

/// Returns the address of a page that is the first of the fields that has something in it.
#[inline(never)]
pub(in crate::read) fn url_of<'a>(values: &mut Values<'_>, value: Value<'_, 'a>, names: &[&str]) -> Option<Url<'a>> {
    values.url(first(value, names)?)
}

/// Returns the address of a file that is the first of the fields that has something in it.
#[inline(never)]
pub(in crate::read) fn media_url_of<'a>(
    values: &mut Values<'_>,
    value: Value<'_, 'a>,
    names: &[&str],
) -> Option<MediaUrl<'a>> {
    values.media_url(first(value, names)?)
}

/// Returns a number of pixels, which may stand in a string; what is no such number says nothing.
pub(in crate::read) fn pixels(value: Value<'_, '_>, name: &str) -> Option<u32> {
    let field = value.get(name)?;
    let number = field.as_integer().or_else(|| field.as_str()?.trim().trim_end_matches("px").parse().ok())?;
    u32::try_from(number).ok().filter(|pixels| *pixels > 0)
}

/// Returns over how many columns or rows a cell goes.
pub(in crate::read) fn span(cell: Value<'_, '_>, name: &str) -> u32 {
    pixels(cell, name).unwrap_or(1).min(1000)
}

/// Returns the fields of an entry: version 4 of Strapi wraps them twice.
pub(in crate::read) fn attributes<'d, 'a>(value: Value<'d, 'a>) -> Value<'d, 'a> {
    let value = value.get("data").unwrap_or(value);
    value.get("attributes").unwrap_or(value)
}

/// Returns whether a link says that somebody paid for it (HTML `rel=sponsored`).
pub(in crate::read) fn is_sponsored(link: Value<'_, '_>) -> bool {
    let rel = link.str_of("rel").unwrap_or_default();
    rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("sponsored"))
}

/// Returns where a link leads, with the place in the page that it names beside the address.
pub(in crate::read) fn anchored<'a>(url: Url<'a>, link: Value<'_, 'a>) -> Url<'a> {
    match first(link, &["anchor"]).and_then(Value::as_str) {
        Some(anchor) if !url.as_str().contains('#') => {
            Url::parse([url.as_str(), "#", anchor.trim_start_matches('#')].concat()).unwrap_or(url)
        }
        Some(_) | None => url,
    }
}
