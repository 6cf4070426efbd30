//! Blocks that a newsroom defined itself, read by what they are called and by the names of their fields; it knows no
//! format.
//!
//! Systems let their users define blocks, and users define the same ones again: quotes, galleries, films, boxes.

mod address;
mod buttons;
mod fields;
mod group;
mod items;
mod media;
mod rest;
mod unknown;

use crate::json::{Kind as JsonKind, Value};
use crate::model::{
    Block, Code as CodeBlock, Correction, Date, Details, Image, Inline, LinkCard, LinkKind, Pullquote, Quote, Text,
    plain_line, plain_text,
};

use super::prose::{self, Prose, first, first_string, list, name_of, text_of};
use super::recognise::editor::NAME;
use super::recognise::kind::{Kind, is_media, kind, kind_of_box};
use super::values::at;
use super::words::{self, plain_name};
use super::{figure, markdown, markup, quote};
use address::{ADDRESS, of_story, url, url_of};
use fields::{blocks_of, is_markup, line_of};
use items::{QUESTIONS, figures, points, questions, targets, timeline};
use media::{embed, gallery, recording, table};

pub(super) use rest::report;
pub(super) use unknown::{is_readable, unknown};

const TITLE: [&str; 5] = ["title", "heading", "headline", "name", "label"];
const HEADING: [&str; 8] = ["title", "heading", "headline", "heading_text", "text", "content", "value", "children"];
const BODY: [&str; 13] = [
    "content",
    "body",
    "text",
    "description",
    "message",
    "value",
    "children",
    "richText",
    "wysiwyg",
    "editor",
    "answer",
    "introContent",
    "html",
];
const QUOTED: [&str; 9] =
    ["quote", "quoteText", "testimonial", "text", "content", "body", "value", "message", "children"];
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
const PLAYER: [&str; 11] =
    ["embed", "oembed", "video", "audio", "iframe", "embed_code", "embedCode", "html", "code", "media", "value"];

/// Returns what a block of that name shows. One whose name says nothing is held against its fields; one whose fields
/// say nothing either is reported, and what can be read of it is kept.
pub(super) fn blocks<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, name: &str) -> Vec<Block<'a>> {
    match named(prose, value, name) {
        Some(found) => {
            report(prose, value, &found);
            found
        }
        None => unknown(prose, value, name),
    }
}

/// Returns what a block shows whose name or fields say what it is.
pub(super) fn named<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, name: &str) -> Option<Vec<Block<'a>>> {
    let plain = plain_name(name);
    match kind(&plain) {
        Some(Kind::Html) => {
            html(prose, value, &["html", "code", "embed", "embedCode", "embed_code", "content", "value"])
        }
        Some(Kind::Markdown) => {
            let text = first_string(value, &["markdown", "text", "content", "body", "value"])?;
            Some(markdown::blocks(text, prose.values()).keep_notes(prose.notes()))
        }
        Some(Kind::Prose) => {
            let mut content = body(prose, value);
            if content.is_empty() {
                return group::group(prose, value).or_else(|| shown(prose, value));
            }
            content.extend(picture(prose, value));
            add_bookmarks(prose, value, &mut content);
            if let Some(heading) = group::heading(prose, value, &["title", "heading", "headline"]) {
                content.insert(0, heading);
            }
            Some(content)
        }
        Some(Kind::Rating) => {
            let rating = items::rating(value)?;
            let mut found = Vec::from_iter(group::heading(prose, value, &TITLE));
            found.extend(picture(prose, value));
            found.extend(words(prose, value));
            found.extend(blocks_of(prose, value, &["summary", "verdict"]));
            found.push(Block::Rating(rating));
            Some(found)
        }
        Some(Kind::Heading) => group::heading(prose, value, &HEADING).map(|heading| vec![heading]),
        Some(Kind::Unseen) => Some(Vec::new()),
        Some(Kind::Card(kind)) if list(value, &LINKS).is_some_and(|links| links.kind() == JsonKind::Array) => {
            cards(prose, value, kind)
        }
        Some(Kind::Card(kind)) => card(prose, value, kind).map(|card| vec![card]).or_else(|| cards(prose, value, kind)),
        Some(Kind::Table) if first(value, &["html"]).is_some_and(is_markup) => html(prose, value, &["html"]),
        // The address of a player may stand in the HTML that its site hands out.
        Some(Kind::Embed | Kind::Recording(_)) if first(value, &PLAYER).is_some_and(is_markup) => {
            let mut found = html(prose, value, &PLAYER)?;
            let caption = line_of(prose, value, &["caption", "description"]);
            figure::add_caption(&mut found, caption);
            if let [Block::Embed(embed)] = found.as_mut_slice() {
                let title = embed.title.take();
                embed.title = title.or_else(|| text_of(prose.values(), value, &["title", "name", "alt"]));
            }
            Some(found)
        }
        Some(kind @ (Kind::Quote | Kind::Pullquote)) => {
            if let Some(quotes) = list(value, &["quotes", "testimonials", "items"]) {
                let mut found = Vec::from_iter(group::heading(prose, value, &TITLE));
                // They hold no lists of their own: one may lead back to the list.
                for quote in targets(prose, quotes) {
                    found.extend(pictured_quote(prose, quote, kind).unwrap_or_else(|| unknown(prose, quote, name)));
                }
                return Some(found);
            }
            pictured_quote(prose, value, kind)
        }
        Some(Kind::List) => {
            let points = points(prose, value)?;
            let mut found = Vec::from_iter(group::heading(prose, value, &["title", "heading", "headline"]));
            found.push(points);
            Some(found)
        }
        // A chart may be a picture of one.
        Some(Kind::Embed) => match known(prose, value, Kind::Embed, &plain) {
            Some(block) => Some(vec![block]),
            None => shown(prose, value),
        },
        Some(kind) => known(prose, value, kind, &plain).map(|block| vec![block]),
        None => shown(prose, value),
    }
}

/// A quote, and the picture of whoever is quoted behind it.
fn pictured_quote<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, kind: Kind) -> Option<Vec<Block<'a>>> {
    let quote = known(prose, value, kind, "")?;
    Some([Some(quote), picture(prose, value)].into_iter().flatten().collect())
}

/// The picture or the recording that a block is, whatever it is called.
fn shown<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Vec<Block<'a>>> {
    if !figure::is_all(value) {
        return None;
    }
    let image = prose.picture(value).or_else(|| figure::addressed(prose, value));
    let image = image.map(Block::from);
    let shown = image.or_else(|| media::file(prose, value));
    let has_several = || value.get("images").is_some();
    shown.or_else(|| if has_several() { gallery(prose, value) } else { None }).map(|block| vec![block])
}

/// The lines of several fields, one below the other: the first of each list that has something.
fn lines_of<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, lists: &[&[&str]]) -> Vec<Inline<'a>> {
    let mut lines = Vec::new();
    for names in lists {
        let below = line_of(prose, value, names);
        prose::add_below(&mut lines, below);
    }
    lines
}

/// The line of a field, which may be a bare number.
fn words_in<'a>(prose: &mut dyn Prose<'_, 'a>, field: Value<'_, 'a>) -> Vec<Inline<'a>> {
    match field.kind() {
        JsonKind::Number | JsonKind::True | JsonKind::False => plain_line(field.raw_str().to_owned()),
        JsonKind::Null | JsonKind::String | JsonKind::EscapedString | JsonKind::Array | JsonKind::Object => {
            prose.line(field)
        }
    }
}

/// The picture that the first of the fields is that has something in it.
#[inline(never)]
fn picture_of<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Option<Image<'a>> {
    first(value, names).and_then(|field| picture_in(prose, field))
}

/// The picture that a field is: one of the format, or no more than an address.
fn picture_in<'a>(prose: &mut dyn Prose<'_, 'a>, field: Value<'_, 'a>) -> Option<Image<'a>> {
    if figure::is_address(field) { prose.values().picture(field) } else { prose.picture(field) }
}

/// The picture in a block that is there for its words.
fn picture<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    picture_of(prose, value, &["image", "photo", "picture", "media", "imageUrl"]).map(Block::from)
}

fn html<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Option<Vec<Block<'a>>> {
    let html = first_string(value, names)?;
    Some(markup::blocks(html, prose.values()).keep_notes(prose.notes()))
}

/// The block, if it holds what one of its kind does.
fn known<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, kind: Kind, name: &str) -> Option<Block<'a>> {
    match kind {
        Kind::Code => code(prose, value),
        Kind::Divider => Some(Block::Divider),
        Kind::Ad => Some(Block::Ad),
        Kind::Paywall => Some(Block::Paywall),
        Kind::Quote => quotation(prose, value),
        Kind::Pullquote => {
            let content = vec![Block::Paragraph(line_of(prose, value, &QUOTED))];
            let (content, cite) = quote::said_by(content, cite(prose, value));
            let content = prose::one_line(&content);
            (!content.is_empty()).then_some(Block::Pullquote(Pullquote { content, cite }))
        }
        Kind::Gallery => gallery(prose, value),
        Kind::Recording(kind) => recording(prose, value, kind).or_else(|| embed(prose, value, name)),
        Kind::Embed => embed(prose, value, name).or_else(|| media::file(prose, value)).or_else(|| {
            first(value, &["file"])?;
            card(prose, value, LinkKind::Bookmark)
        }),
        Kind::Table => table(prose, value),
        Kind::Callout(kind) => {
            let stated = ["style", "variant", "type", "kind", "tone", "intent"]
                .iter()
                .find_map(|name| kind_of_box(&value.str_of(name)?));
            let kind = stated.unwrap_or(kind);
            let title = line_of(prose, value, &TITLE);
            let mut content = Vec::from_iter(picture(prose, value));
            content.extend(words(prose, value));
            prose::callout(kind, title, content)
        }
        Kind::Details => {
            let summary = line_of(prose, value, &["summary", "title", "heading", "question", "label"]);
            if summary.is_empty() {
                // What one opens may follow it.
                let line = line_of(prose, value, &["text", "children"]);
                return prose::paragraph(line);
            }
            let mut content = words(prose, value);
            content.extend(picture(prose, value));
            if content.is_empty() {
                return Some(Block::Paragraph(summary));
            }
            Some(Block::from(Details { summary, content, is_open: false }))
        }
        // One question may be all that there is.
        Kind::Questions => match list(value, &QUESTIONS) {
            Some(items) => questions(prose, value, items),
            None => known(prose, value, Kind::Details, name),
        },
        Kind::Timeline => timeline(prose, value),
        Kind::Figures => figures(prose, value),
        Kind::Correction(kind) => {
            let content = words(prose, value);
            let date = text_of(prose.values(), value, &["date", "publishedAt", "correctedAt"]).map(Date::parse);
            (!content.is_empty()).then(|| Block::from(Correction { kind, date, content }))
        }
        Kind::List
        | Kind::Card(_)
        | Kind::Rating
        | Kind::Heading
        | Kind::Prose
        | Kind::Html
        | Kind::Markdown
        | Kind::Unseen => None,
    }
}

fn code<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let text = text_of(
        prose.values(),
        value,
        &["code", "latex", "texExpression", "equation", "math", "body", "text", "content", "value", "children"],
    )?;
    Some(Block::Code(CodeBlock {
        language: text_of(prose.values(), value, &["language", "lang"]),
        text,
        caption: line_of(prose, value, &["caption", "filename", "title", "description"]),
    }))
}

fn quotation<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let (content, cite) = quote::said_by(blocks_of(prose, value, &QUOTED), cite(prose, value));
    let cite_url = url_of(prose, value, &["citeUrl", "sourceUrl", "url", "link"]);
    (!content.is_empty()).then_some(Block::Quote(Quote { content, cite, cite_url }))
}

/// Who said it, and what they are. Where nothing else names anybody, the title does.
pub(super) fn cite<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
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

fn card<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, kind: LinkKind) -> Option<Block<'a>> {
    // The other article, or a file, may stand in a field of its own.
    let value =
        first(value, &["article", "post", "story"]).filter(|page| page.kind() == JsonKind::Object).unwrap_or(value);
    let around = first(value, &["file", "asset"]).map(|file| prose.target(file));
    let file = around.map(media::asset);
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

/// The text of a block. Where an editor has it in the children of a node, fields do not stand for it.
fn body<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Vec<Block<'a>> {
    let are_nodes =
        value.items_of("children").all(|child| child.get("text").or_else(|| child.get("children")).is_some());
    let own = if are_nodes { blocks_of(prose, value, &["children"]) } else { Vec::new() };
    if own.is_empty() { blocks_of(prose, value, &BODY) } else { own }
}

/// The blocks in a block that is there for its words: below the words, its points and where it leads.
fn words<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Vec<Block<'a>> {
    let mut content = body(prose, value);
    content.extend(points(prose, value));
    add_bookmarks(prose, value, &mut content);
    content
}

/// Adds where the links in a block lead.
fn add_bookmarks<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, content: &mut Vec<Block<'a>>) {
    let before = content.len();
    for link in links(value) {
        content.extend(card(prose, link, LinkKind::Bookmark));
    }
    buttons::add(prose, value, content);
    if before > 0 && content.len() == before {
        content.extend(buttons::bare(prose, value));
    }
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
