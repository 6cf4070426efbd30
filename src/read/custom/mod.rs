//! Blocks that a newsroom defined itself, read by what they are called and by the names of their fields; it knows no
//! format.
//!
//! Systems let their users define blocks, and users define the same ones again: quotes, galleries, films, boxes.

mod address;
mod buttons;
mod cards;
mod fields;
mod group;
mod items;
mod media;
mod quotes;
mod rest;
mod unknown;

use crate::json::{Kind as JsonKind, Value};
use crate::model::{
    Block, CalloutKind, Code as CodeBlock, Correction, CorrectionKind, Date, Details, Image, Inline, LinkKind,
    plain_line,
};

use super::prose::{self, Prose, first, first_string, list, text_of};
use super::recognise::editor::NAME;
use super::recognise::kind::{Kind, is_media, kind, kind_of_box};
use super::words::plain_name;
use super::{figure, markdown, markup};
use cards::{add_bookmarks, card, cards_of};
use fields::{blocks_of, is_markup, line_of};
use items::{QUESTIONS, figures, points, questions, timeline};
use media::{embed, gallery, recording, table};
use quotes::quotes;

pub(super) use quotes::cite;
pub(super) use rest::report;
pub(super) use unknown::{is_readable, unknown};

/// What a block is called.
const TITLE: [&str; 5] = ["title", "heading", "headline", "name", "label"];
/// Where a heading has its words.
const HEADING: [&str; 8] = ["title", "heading", "headline", "heading_text", "text", "content", "value", "children"];
/// Where a block has its words.
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
/// Where a block has HTML.
const HTML: [&str; 7] = ["html", "code", "embed", "embedCode", "embed_code", "content", "value"];
/// Where a block has a player, or its address.
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
    let Some(kind) = kind(&plain) else { return shown(prose, value) };
    let block = match kind {
        Kind::Html => return html(prose, value, &HTML),
        Kind::Markdown => return markdown(prose, value),
        Kind::Prose => return text(prose, value),
        Kind::Rating => return rating(prose, value),
        Kind::List => return titled_points(prose, value),
        Kind::Card(kind) => return cards_of(prose, value, kind),
        Kind::Quote | Kind::Pullquote => return quotes(prose, value, kind, name),
        Kind::Unseen => return Some(Vec::new()),
        Kind::Table if first(value, &["html"]).is_some_and(is_markup) => return html(prose, value, &["html"]),
        // The address of a player may stand in the HTML that its site hands out.
        Kind::Embed | Kind::Recording(_) if first(value, &PLAYER).is_some_and(is_markup) => {
            return player(prose, value);
        }
        Kind::Embed => match embedded(prose, value, &plain) {
            // A chart may be a picture of one.
            None => return shown(prose, value),
            embedded => embedded,
        },
        Kind::Recording(kind) => recording(prose, value, kind).or_else(|| embed(prose, value, &plain)),
        Kind::Heading => group::heading(prose, value, &HEADING),
        Kind::Code => code(prose, value),
        Kind::Divider => Some(Block::Divider),
        Kind::Ad => Some(Block::Ad),
        Kind::Paywall => Some(Block::Paywall),
        Kind::Gallery => gallery(prose, value),
        Kind::Table => table(prose, value),
        Kind::Callout(kind) => callout(prose, value, kind),
        Kind::Details => details(prose, value),
        // One question may be all that there is.
        Kind::Questions => match list(value, &QUESTIONS) {
            Some(items) => questions(prose, value, items),
            None => details(prose, value),
        },
        Kind::Timeline => timeline(prose, value),
        Kind::Figures => figures(prose, value),
        Kind::Correction(kind) => correction(prose, value, kind),
    };
    block.map(|block| vec![block])
}

fn html<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Option<Vec<Block<'a>>> {
    let html = first_string(value, names)?;
    Some(markup::blocks(html, prose.values()).keep_notes(prose.notes()))
}

fn markdown<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Vec<Block<'a>>> {
    let text = first_string(value, &["markdown", "text", "content", "body", "value"])?;
    Some(markdown::blocks(text, prose.values()).keep_notes(prose.notes()))
}

/// A block that is there for its words.
fn text<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Vec<Block<'a>>> {
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

fn rating<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Vec<Block<'a>>> {
    let rating = items::rating(value)?;
    let mut found = Vec::from_iter(group::heading(prose, value, &TITLE));
    found.extend(picture(prose, value));
    found.extend(words(prose, value));
    found.extend(blocks_of(prose, value, &["summary", "verdict"]));
    found.push(Block::Rating(rating));
    Some(found)
}

fn titled_points<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Vec<Block<'a>>> {
    let points = points(prose, value)?;
    let mut found = Vec::from_iter(group::heading(prose, value, &["title", "heading", "headline"]));
    found.push(points);
    Some(found)
}

/// What the HTML of a player shows, with what the block says of it.
fn player<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Vec<Block<'a>>> {
    let mut found = html(prose, value, &PLAYER)?;
    let caption = line_of(prose, value, &["caption", "description"]);
    figure::add_caption(&mut found, caption);
    if let [Block::Embed(embed)] = found.as_mut_slice() {
        let title = embed.title.take();
        embed.title = title.or_else(|| text_of(prose.values(), value, &["title", "name", "alt"]));
    }
    Some(found)
}

/// What stands on another page, or the file that it is.
fn embedded<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, name: &str) -> Option<Block<'a>> {
    embed(prose, value, name).or_else(|| media::file(prose, value)).or_else(|| {
        first(value, &["file"])?;
        card(prose, value, LinkKind::Bookmark)
    })
}

fn callout<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, kind: CalloutKind) -> Option<Block<'a>> {
    let mut names = ["style", "variant", "type", "kind", "tone", "intent"].iter();
    let stated = names.find_map(|name| kind_of_box(&value.str_of(name)?));
    let title = line_of(prose, value, &TITLE);
    let mut content = Vec::from_iter(picture(prose, value));
    content.extend(words(prose, value));
    prose::callout(stated.unwrap_or(kind), title, content)
}

fn details<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
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

fn correction<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, kind: CorrectionKind) -> Option<Block<'a>> {
    let content = words(prose, value);
    let date = text_of(prose.values(), value, &["date", "publishedAt", "correctedAt"]).map(Date::parse);
    (!content.is_empty()).then(|| Block::from(Correction { kind, date, content }))
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
