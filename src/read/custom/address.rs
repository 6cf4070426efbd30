//! Reads addresses: bare ones, and those in the objects that systems keep links in.

use crate::json::{Document, Value};
use crate::model::{Inline, Link, Url};

use super::super::prose::{Prose, anchored, first, has_link};
use super::super::values::at;

/// Where a block has the address that it leads to.
pub(super) const ADDRESS: [&str; 10] =
    ["url", "href", "embedUrl", "embedURL", "src", "link", "videoUrl", "audioUrl", "pageUrl", "oembed"];

/// The address in the first of the fields that has one.
pub(super) fn url_of<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Option<Url<'a>> {
    first(value, names).and_then(|field| url(prose, field))
}

/// An address, or the link that holds it.
pub(super) fn url<'a>(prose: &mut dyn Prose<'_, 'a>, field: Value<'_, 'a>) -> Option<Url<'a>> {
    // Strapi has what a site answered as JSON in a string.
    if field.raw_str().starts_with("{\\") {
        let answer = Document::nested(field.as_str()?.into_owned(), field.offset()).ok()?;
        return url(prose, answer.root());
    }
    // The name of a file of Storyblok's is its address.
    let is_address = |name: &Value<'_, '_>| name.raw_str().contains("//");
    let named = || first(field, &["filename"]).filter(is_address);
    let inner = first(field, &["url", "href", "cached_url", "email"]);
    let address = if field.is_string() { field } else { inner.or_else(named)? };
    if !address.is_string() {
        return None;
    }
    // The path of a story in Storyblok is said from the root of the site, and an address to write to without its scheme.
    let start = match field.str_of("linktype").as_deref() {
        Some("story") => "/",
        Some("email") => "mailto:",
        Some(_) | None => "",
    };
    let path = address.as_str().filter(|path| !start.is_empty() && !path.starts_with('/') && !path.contains(':'));
    let url = match path {
        Some(path) => Url::parse([start, &path].concat()).ok(),
        None => prose.values().url(address),
    };
    url.map(|url| anchored(url, field))
}

/// The address of a story of Storyblok, which says where it is from the root of the site.
pub(super) fn of_story<'a>(value: Value<'_, 'a>) -> Option<Url<'a>> {
    Url::parse(["/", &*value.str_of("full_slug")?].concat()).ok()
}

/// A line that leads where what it stands for does.
pub(super) fn linked<'a>(
    prose: &mut dyn Prose<'_, 'a>,
    value: Value<'_, 'a>,
    line: Vec<Inline<'a>>,
) -> Vec<Inline<'a>> {
    if line.is_empty() || has_link(&line) {
        return line;
    }
    match url_of(prose, value, &["url", "href", "link"]) {
        Some(url) => vec![Inline::Link(Link { href: Some(url), content: line, at: at(value), ..Link::default() })],
        None => line,
    }
}
