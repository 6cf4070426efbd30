//! Reads galleries, recordings, embeds and tables that a newsroom defined itself.

use std::borrow::Cow;

use crate::json::{Kind as JsonKind, Value};
use crate::model::{
    Block, Cell, Credit, Embed, Gallery, Inline, Recording, RecordingKind, RecordingSource, Scope, Table, Url,
};

use super::super::prose::{self, Prose, first, list, name_of, pixels, span, text_of};
use super::super::recordings::{is_recording, kind_of_type};
use super::super::values::at;
use super::super::{credit, embeds};
use super::address::{ADDRESS, url};
use super::fields::{blocks_of, is_markup, line_of};
use super::{PLAYER, lines_of, picture_in, picture_of, words_in};

/// Where a gallery has its pictures.
const PICTURES: [&str; 8] = ["images", "items", "slides", "photos", "pictures", "files", "media", "gallery"];

pub(super) fn gallery<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let pictures = list(value, &PICTURES)?;
    let mut items = Vec::new();
    for item in pictures.items() {
        match picture_in(prose, item) {
            Some(image) => items.push(image),
            None => prose.values().expected("a picture", item),
        }
    }
    if items.is_empty() {
        return None;
    }
    Some(Block::from(Gallery {
        items,
        caption: lines_of(prose, value, &[&["title", "heading"], &["caption", "description"]]),
        credit: credit_of(prose, value),
        layout: None,
        at: at(value),
    }))
}

/// Where a film or a sound has its file.
const FILES: [&str; 11] =
    ["file", "media", "asset", "video", "audio", "videoFile", "audioFile", "videoUrl", "audioUrl", "src", "url"];

/// A film or a sound whose own file is named; one that only names a page is an embed.
pub(super) fn recording<'a>(
    prose: &mut dyn Prose<'_, 'a>,
    value: Value<'_, 'a>,
    kind: RecordingKind,
) -> Option<Block<'a>> {
    let file = first(value, &FILES)?;
    let file = asset(prose.target(file));
    let address = if file.is_string() { file } else { first(file, &["url", "src", "filename"])? };
    let is_page = |address: &str| Url::parse(address).is_ok_and(|url| embeds::site(&url).is_some());
    let name = address.as_str()?;
    let typed = first(file, &TYPE).or_else(|| first(value, &TYPE)).and_then(Value::as_str);
    let is_typed = typed.is_some_and(|name| kind_of_type(&name).is_some());
    if !is_recording(&name) && (is_page(&name) || (file.is_string() && !is_typed)) {
        return None;
    }
    let src = prose.values().media_url(address)?;
    let media_type = text_of(prose.values(), file, &TYPE).or_else(|| text_of(prose.values(), value, &TYPE));
    let names = ["poster", "thumbnail", "thumbnailUrl", "image"];
    let poster = picture_of(prose, value, &names).or_else(|| picture_of(prose, file, &names));
    Some(Block::from(Recording {
        // The name of a file says nothing to readers.
        title: text_of(prose.values(), value, &["title", "name"]).filter(|title| !is_recording(title)),
        sources: vec![RecordingSource { src, media_type }],
        poster,
        caption: caption(prose, value, file),
        credit: credit_of(prose, value),
        transcript: blocks_of(prose, value, &["transcript"]),
        at: at(value),
        ..Recording::new(kind)
    }))
}

/// The caption of a block, or else that of its file.
fn caption<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, file: Value<'_, 'a>) -> Vec<Inline<'a>> {
    let caption = line_of(prose, value, &["caption", "description", "summary"]);
    if caption.is_empty() { line_of(prose, file, &["caption"]) } else { caption }
}

/// A film or a sound in a block that does not say that it holds one, but whose file does.
pub(super) fn file<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let file = first(value, &["file", "media", "asset"])?;
    let file = asset(prose.target(file));
    let kind = kind_of_type(&first(file, &TYPE)?.as_str()?)?;
    recording(prose, value, kind)
}

/// What a field says of a file; Sanity and Contentful have it one level deeper.
pub(super) fn asset<'d, 'a>(field: Value<'d, 'a>) -> Value<'d, 'a> {
    let file = prose::attributes(field);
    first(file, &["asset", "file"]).unwrap_or(file)
}

/// Where a file says what it is.
const TYPE: [&str; 3] = ["mimeType", "mime", "contentType"];

/// What stands on another page: its address, or the identifier that the name of the block says where to find.
pub(super) fn embed<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, name: &str) -> Option<Block<'a>> {
    // What is no more than a name may be one of the system's own.
    let is_address = |field: Value<'_, '_>| !field.is_string() || (field.raw_str().contains("//") && !is_markup(field));
    let url = match first(value, &ADDRESS).or_else(|| first(value, &PLAYER).filter(|field| is_address(*field))) {
        Some(field) => url(prose, field),
        None => page(value, name).or_else(|| embeds::page_by_id(&|site| site == "mux", &mux_id(value)?)),
    }?;
    let embed = embeds::embed(url, at(value));
    // Where it is from may be the name of the site as well.
    let is_site = value.get("source").is_some_and(|source| embeds::BY_ID.iter().any(|(site, _)| source.is(site)));
    let sources = if is_site || first(value, &["source"]).is_some_and(is_address) { &[][..] } else { &["source"] };
    Some(Block::from(Embed {
        title: text_of(prose.values(), value, &["title", "name", "alt"]),
        caption: lines_of(prose, value, &[&["caption", "description"], sources]),
        width: pixels(value, "width"),
        height: pixels(value, "height"),
        ..embed
    }))
}

/// What Mux calls a film, where the query asked for it.
fn mux_id<'a>(value: Value<'_, 'a>) -> Option<Cow<'a, str>> {
    first(value, &["asset"]).unwrap_or(value).str_of("playbackId")
}

fn page<'a>(value: Value<'_, 'a>, name: &str) -> Option<Url<'a>> {
    // Payload gives every block an identifier of its own.
    let own = || value.get("id").filter(|_| value.get("blockType").is_none());
    // `youtubeId` says itself where to find it.
    let is_id = |(key, field): &(Value<'_, '_>, Value<'_, '_>)| {
        key.raw_str().len() > 2 && key.raw_str().to_ascii_lowercase().ends_with("id") && field.is_string()
    };
    let sites = |key: &str| embeds::BY_ID.iter().any(|(site, _)| key.starts_with(site)) || key.starts_with("video");
    let named = value.members().filter(is_id).find(|(key, _)| sites(key.raw_str()));
    let id = named.map(|(_, id)| id).or_else(own)?.as_str()?;
    let site =
        ["provider", "platform", "service", "source"].iter().find_map(|key| value.str_of(key)).unwrap_or_default();
    embeds::page_by_id(
        &|own| {
            name.starts_with(own)
                || named.is_some_and(|(key, _)| key.raw_str().starts_with(own))
                || site.eq_ignore_ascii_case(own)
        },
        &id,
    )
}

/// Where a table has what its columns are called, and where a cell has its words.
const HEAD: [&str; 8] = ["headers", "headings", "columnHeaders", "columns", "header", "headerRow", "head", "thead"];
const WORDS: [&str; 9] = ["content", "value", "text", "children", "body", "c", "label", "title", "name"];

/// Rows of cells, either of them bare or in an object.
pub(super) fn table<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let around = first(value, &["rows", "data", "content", "table", "dataTable", "tableData"])?;
    let rows = first(around, &["rows", "tbody", "body", "tableData"]).unwrap_or(around);
    let head = first(around, &HEAD).or_else(|| first(value, &HEAD)).filter(|head| head.kind() == JsonKind::Array);
    let says_head =
        first(value, &["hasHeader", "hasHeaderRow", "withHeadings", "headerRow", "first_row_is_table_header"])
            .and_then(Value::as_bool);
    let stated = value.get("headerRows").and_then(Value::as_integer).unwrap_or(i64::from(says_head == Some(true)));
    let mut caption = lines_of(prose, value, &[&["title", "heading", "sectionTitle"], &["caption"], &["source"]]);
    if caption.is_empty() {
        caption = line_of(prose, around, &["caption"]);
    }
    let mut table = Table { caption, at: at(value), ..Table::default() };
    let mut cells = 0;
    for row in head.into_iter().chain(rows.items()) {
        // A row may be an object that has a field for each column.
        let columns = first(row, &["cells", "columns", "children", "content", "body"]).unwrap_or(row);
        let own = columns.members().filter(|(key, _)| !key.raw_str().starts_with('_') && !key.is("id"));
        let columns: Vec<_> = columns.items().chain(own.map(|(_, cell)| cell)).collect();
        if !prose.values().more_cells(&mut cells, columns.len(), row) {
            break;
        }
        let row_says = first(row, &["header", "isHeader"]).and_then(Value::as_bool) == Some(true);
        let is_head = table.body.is_empty()
            && (row_says
                || head.is_some_and(|head| head.index() == row.index())
                || i64::try_from(table.head.len()).is_ok_and(|rows| rows < stated));
        let row: Vec<_> = columns.into_iter().map(|cell| self::cell(prose, cell)).collect();
        if is_head { table.head.push(row) } else { table.body.push(row) }
    }
    (cells > 0).then_some(Block::Table(table))
}

fn cell<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Cell<'a> {
    let is_header = first(value, &["header", "isHeader"]).and_then(Value::as_bool) == Some(true);
    let content = first(value, &WORDS).unwrap_or(value);
    Cell {
        content: words_in(prose, content),
        scope: is_header.then_some(Scope::Column),
        colspan: span(value, "colspan").max(span(value, "colSpan")),
        rowspan: span(value, "rowspan").max(span(value, "rowSpan")),
        align: None,
    }
}

fn credit_of<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Credit<'a>> {
    first(value, &["credit", "attribution"]).and_then(|field| name_of(prose, field)).map(credit::credit)
}
