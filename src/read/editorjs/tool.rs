//! Which tool made a block, by the fields of its data and by its name; it knows nothing of what they say.

use crate::json::{Kind, Value};

use super::super::figure;
use super::super::prose::first;
use super::super::recognise::kind::is_named;
use super::super::words::{Meanings, has, has_letters, plain_name};
use super::media;

/// A tool of the editor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Tool {
    Paragraph,
    Heading,
    List,
    Quote,
    Picture,
    Pictures,
    File,
    Embed,
    Table,
    Code,
    Html,
    Divider,
    Warning,
    LinkCard,
    Button,
    Columns,
    /// One of those that sites make for themselves.
    Other,
}

static NAMES: Meanings<Tool, 11> = Meanings::new([
    (Tool::Paragraph, "paragraph|text"),
    (Tool::Heading, "header|heading|title"),
    (Tool::List, "list|checklist|nestedlist"),
    (Tool::Quote, "quote"),
    (Tool::Picture, "image|img|inlineimage"),
    (Tool::Embed, "embed"),
    (Tool::Code, "code"),
    (Tool::Html, "raw"),
    (Tool::Divider, "delimiter|divider|hr|separator"),
    (Tool::Warning, "warning|alert|notice"),
    (Tool::LinkCard, "link"),
]);

/// Fields with words for readers, which most tools do not have.
const WORDS: &str = "title|subtitle|text|description|note|source|footer|author|artist|filename|caption";
/// Which of these the readers of the tools look at.
const READ: [(&[Tool], &str); 7] = [
    (&[Tool::Paragraph, Tool::Html, Tool::Button], "text"),
    (&[Tool::Heading], "text|title"),
    (&[Tool::Quote], "text|caption|author"),
    (&[Tool::Picture], "caption|title|source"),
    (&[Tool::Pictures, Tool::File, Tool::Embed, Tool::Table], "caption|title"),
    (&[Tool::Code], "text|caption"),
    (&[Tool::Warning], "title|text"),
];

/// Returns the fields of a block that have words which its tool does not show.
pub(super) fn unread<'d, 'a>(tool: Tool, data: Value<'d, 'a>) -> impl Iterator<Item = Value<'d, 'a>> {
    let read = READ.iter().find(|(tools, _)| tools.contains(&tool)).map_or("", |(_, read)| read);
    let is_unread = move |(key, field): &(Value<'_, '_>, Value<'_, '_>)| {
        let name = key.raw_str();
        let is_said = tool == Tool::Other || !has(WORDS, name) || has(read, name);
        !is_said && field.is_string() && has_letters(field.raw_str()) && !field.raw_str().contains("://")
    };
    data.members().filter(is_unread).map(|(key, _)| key)
}

/// Returns the tool that made a block.
pub(super) fn tool(name: &str, data: Value<'_, '_>) -> Tool {
    // `imageTool` and `simple-image` are images.
    let name = plain_name(name);
    let name = name.strip_suffix("tool").or_else(|| name.strip_suffix("block")).unwrap_or(&name);
    let name = name.strip_prefix("simple").unwrap_or(name);
    let named = NAMES.of(name);
    // What many newsrooms call their blocks says more than fields that several tools have.
    let is_own = named.is_none() && is_named(name);
    by_fields(data, named, is_own).or(named).unwrap_or(Tool::Other)
}

/// The tool that has such fields, if they leave no doubt.
fn by_fields(data: Value<'_, '_>, named: Option<Tool>, is_own: bool) -> Option<Tool> {
    let is = |key: &str, kind: Kind| data.get(key).is_some_and(|field| field.kind() == kind);
    let has = |key: &str| data.get(key).is_some();
    let has_text = |key: &str| data.has_string(key);
    if data.kind() == Kind::Array {
        return are_pictures(data).then_some(Tool::Pictures);
    }
    // Most blocks are no more than a text.
    if has_text("text") && data.members().nth(1).is_none() {
        return (named.is_none() && !is_own).then_some(Tool::Paragraph);
    }
    if has_text("text") && is("level", Kind::Number) {
        Some(Tool::Heading)
    } else if is("items", Kind::Array) && (named == Some(Tool::List) || (is_list(data) && !has("title"))) {
        Some(Tool::List)
    } else if data.items_of("content").next().is_some_and(|row| row.kind() == Kind::Array) {
        Some(Tool::Table)
    } else if is("cols", Kind::Array) || is("itemContent", Kind::Object) {
        Some(Tool::Columns)
    } else if has_text("link") && is("meta", Kind::Object) {
        Some(Tool::LinkCard)
    } else if has_text("code") {
        Some(Tool::Code)
    } else if has_text("html") && !has_text("text") && !is_own {
        Some(Tool::Html)
    } else if has_text("embed") || (has_text("source") && has_text("service")) {
        Some(Tool::Embed)
    } else if has_text("message") && has("title") {
        Some(Tool::Warning)
    } else if pictures(data).is_some() {
        Some(Tool::Pictures)
    } else if media::is_picture(data) && (!is_own || figure::is_all(data)) {
        Some(Tool::Picture)
    } else if is("file", Kind::Object) {
        Some(Tool::File)
    } else if has_text("text") && has_text("caption") && !is_own {
        Some(Tool::Quote)
    } else if has_text("link") && has_text("text") && !has("title") {
        Some(Tool::Button)
    } else {
        None
    }
}

/// Whether the items are those of a list: words, or objects with words.
fn is_list(data: Value<'_, '_>) -> bool {
    let is_item = |item: Value<'_, '_>| {
        item.is_string()
            || item.has_string("content")
            || (item.has_string("text") && (item.get("checked").is_some() || data.get("style").is_some()))
    };
    data.items_of("items").next().is_some_and(is_item)
}

/// Returns the list of pictures among the fields.
pub(super) fn pictures<'d, 'a>(data: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    if data.kind() == Kind::Array {
        return Some(data).filter(|data| are_pictures(*data));
    }
    first(data, &["files", "images", "items", "photos", "pictures", "slides", "urls"])
        .filter(|list| are_pictures(*list))
}

fn are_pictures(list: Value<'_, '_>) -> bool {
    list.kind() == Kind::Array && list.items().next().is_some() && list.items().all(media::is_picture)
}
