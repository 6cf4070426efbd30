//! Reads cards that a newsroom defined itself: where a block leads, and what it says of it.

use crate::json::{Kind as JsonKind, Value};
use crate::model::{Block, LinkCard, LinkKind};

use super::super::prose::{self, Prose, first, list, text_of};
use super::super::values::at;
use super::address::{ADDRESS, of_story, url, url_of};
use super::fields::line_of;
use super::media::asset;
use super::{TITLE, body, buttons, group, picture_of};

/// Where a block has several links.
const LINKS: [&str; 16] = [
    "links",
    "buttons",
    "actions",
    "articles",
    "posts",
    "docs",
    "stories",
    "relatedArticles",
    "relatedPosts",
    "relatedStories",
    "files",
    "documents",
    "downloads",
    "related",
    "button",
    "link",
];

/// The cards that a block of that kind is: several under what it says, or one.
pub(super) fn cards_of<'a>(
    prose: &mut dyn Prose<'_, 'a>,
    value: Value<'_, 'a>,
    kind: LinkKind,
) -> Option<Vec<Block<'a>>> {
    if list(value, &LINKS).is_some_and(|links| links.kind() == JsonKind::Array) {
        return cards(prose, value, kind);
    }
    card(prose, value, kind).map(|card| vec![card]).or_else(|| cards(prose, value, kind))
}

/// What a block says that has several links below it.
fn cards<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, kind: LinkKind) -> Option<Vec<Block<'a>>> {
    let mut found = Vec::from_iter(group::heading(prose, value, &TITLE));
    found.extend(body(prose, value));
    let mut is_known = !found.is_empty();
    for link in links(value) {
        match card(prose, link, kind) {
            Some(card) => found.push(card),
            // It may be a reference, which each format has in its own way, and reports where it leads to nothing.
            None if link.kind() == JsonKind::Object => found.extend(prose.blocks(link)),
            None => continue,
        }
        is_known = true;
    }
    buttons::add(prose, value, &mut found);
    (is_known || !found.is_empty()).then_some(found)
}

pub(super) fn card<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, kind: LinkKind) -> Option<Block<'a>> {
    // The other article, or a file, may stand in a field of its own.
    let value =
        first(value, &["article", "post", "story"]).filter(|page| page.kind() == JsonKind::Object).unwrap_or(value);
    let around = first(value, &["file", "asset"]).map(|file| prose.target(file));
    let file = around.map(asset);
    let link = url_of(prose, value, &ADDRESS).or_else(|| of_story(value));
    let url = link.or_else(|| url(prose, file?));
    let mut title = line_of(prose, value, &["title", "heading", "headline"]);
    let mut about = ["description", "excerpt", "summary", "teaser", "caption", "text"].as_slice();
    if title.is_empty() {
        title = line_of(prose, value, &["text", "label", "name", "linkText", "buttonText", "children"]);
        about = about.get(..5).unwrap_or_default();
    }
    let own = (file, &["title", "name", "originalFilename"]);
    for (place, names) in
        [(around, &["title", "name", "label"]), own, (first(value, &["link"]), &["title", "label", "text"])]
    {
        if let Some(place) = place.filter(|_| title.is_empty()) {
            title = line_of(prose, place, names);
        }
    }
    if url.is_none() && (title.is_empty() || matches!(kind, LinkKind::Bookmark)) {
        return None;
    }
    Some(Block::from(LinkCard {
        url,
        title,
        description: line_of(prose, value, about),
        image: picture_of(prose, value, &["image", "thumbnail", "photo", "imageUrl"]),
        publisher: text_of(prose.values(), value, &["publisher", "siteName", "site_name"]),
        kind,
        at: at(value),
    }))
}

/// The links in a block: several of them, or one. Payload keeps one that is switched off.
fn links<'d, 'a>(value: Value<'d, 'a>) -> impl Iterator<Item = Value<'d, 'a>> {
    let is_off = value.get("enableLink").and_then(Value::as_bool) == Some(false);
    let links = list(value, &LINKS).filter(|_| !is_off);
    let one = links.filter(|links| links.kind() == JsonKind::Object);
    links
        .into_iter()
        .flat_map(Value::items)
        .chain(one)
        .map(prose::attributes)
        .map(|link| first(link, &["link"]).filter(|inner| first(*inner, &TITLE).is_some()).unwrap_or(link))
}

/// Adds where the links in a block lead.
pub(super) fn add_bookmarks<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, content: &mut Vec<Block<'a>>) {
    let before = content.len();
    for link in links(value) {
        content.extend(card(prose, link, LinkKind::Bookmark));
    }
    buttons::add(prose, value, content);
    if before > 0 && content.len() == before {
        content.extend(buttons::bare(prose, value));
    }
}
