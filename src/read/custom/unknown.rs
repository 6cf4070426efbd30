//! Reads what can be read of a block that is not known: pictures, prose, other blocks, where it leads.

use std::borrow::Cow;

use crate::diagnostic::Code;
use crate::json::{Kind as JsonKind, Value};
use crate::model::{Block, Image, Inline, Link, LinkKind, Unknown, plain_line};

use super::super::figure;
use super::super::prose::{Prose, first, has_link, name_of};
use super::super::recognise::editor;
use super::super::source::shortened;
use super::super::values::at;
use super::super::words::{self, plain_name};
use super::address::{ADDRESS, url_of};
use super::fields::{blocks_in, line_of};
use super::{TITLE, buttons, card, embed, is_media};

/// Whether a field is one for readers, by its name: `sectionTitle` and `intro_text` are, and what is for search engines
/// or for editors is not.
pub(in crate::read) fn is_readable(key: &str) -> bool {
    const NAMES: &str = "tagline|summary|lead|bio|biography|definition|question|number|answers|options|steps|term|content|value|message|children|items|columns|left|right|rows|slides|attribution|cite";
    const ENDS: &str = "title|heading|headline|text|body|description|points|label|intro|quote|answer|caption|footnote|footer|transcript|verdict";
    let plain = plain_name(key);
    words::has(NAMES, key) || (words::find(ENDS, &mut |end| plain.ends_with(end)).is_some() && !is_other(&plain))
}

/// Whether a field of rich text is one for readers.
pub(super) fn is_for_readers(key: &str) -> bool {
    !words::has(NOT_FOR_READERS, key) && !is_other(&plain_name(key))
}

fn is_other(plain: &str) -> bool {
    const STARTS: &str = "seo|meta|og|twitter|internal|admin|private|entry|alt|button|aria|author";
    words::find(STARTS, &mut |start| plain.starts_with(start)).is_some()
}

/// Fields that mark text, or that editors keep for themselves.
const NOT_FOR_READERS: &str = "marks|markDefs|comments|notes|history|revisions|versions|workflow|tags";

/// Reports a block that is not known, and keeps what can be read of it.
pub(in crate::read) fn unknown<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, name: &str) -> Vec<Block<'a>> {
    let mut content = Vec::new();
    readable(prose, value, &mut content);
    add_link(prose, value, name, &mut content);
    let id = value.str_of("_ref").or_else(|| value.members().find_map(|(key, field)| referred(key, field)));
    if let Some(id) = &id {
        prose.values().missing(value, id, "which stands here");
        // Something stands here, so that nobody looks for it once more.
        if content.is_empty() {
            return vec![Block::Unknown(Unknown { name: name.to_owned().into(), content })];
        }
    }
    // What has no name is a part of a block that was reported.
    if name.is_empty() && !content.is_empty() {
        return content;
    }
    if is_media(name) {
        let message = ["nothing says which file or page `", &shortened(name), "` shows"].concat();
        prose.values().add(Code::MediaSrcMissing, value, message);
    } else {
        prose.values().unknown_with(Code::BlockUnknown, value, "block", name, content.len());
    }
    vec![Block::Unknown(Unknown { name: name.to_owned().into(), content })]
}

/// The identifier of what a field of a block refers to: a reference of Sanity, or a file that is given by no more than a
/// number or a name without an ending.
fn referred<'a>(key: Value<'_, 'a>, field: Value<'_, 'a>) -> Option<Cow<'a, str>> {
    const FILES: [&str; 7] = ["image", "photo", "picture", "media", "file", "video", "audio"];
    if !FILES.iter().any(|name| key.is(name)) {
        return field.str_of("_ref");
    }
    let is_name = |name: &Cow<'_, str>| !name.is_empty() && !words::has_one_of(name, "./: ");
    let number = field.as_integer().map(|number| Cow::Owned(number.to_string()));
    number.or_else(|| field.as_str().filter(is_name)).or_else(|| field.str_of("_ref"))
}

/// Links the title of a block, or its only line, to its address; what has neither is shown there.
fn add_link<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, name: &str, content: &mut Vec<Block<'a>>) {
    // A card says where it leads.
    if content.iter().any(|block| matches!(block, Block::LinkCard(_))) {
        return;
    }
    let is_only = content.len() == 1;
    match content.first_mut() {
        Some(Block::Paragraph(title)) if (is_only || first(value, &TITLE).is_some()) && !has_link(title) => {
            let Some(href) = url_of(prose, value, &ADDRESS) else { return };
            let content = std::mem::take(title);
            title.push(Inline::Link(Link { href: Some(href), content, at: at(value), ..Link::default() }));
        }
        Some(_) | None => content.extend(embed(prose, value, &plain_name(name))),
    }
}

/// Adds the pictures among the fields, and the text of those whose names say that they are for readers.
fn readable<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, content: &mut Vec<Block<'a>>) {
    let (at, mut picture) = figure::among(prose, value).unzip();
    let is_described = at.is_some();
    // What somebody is called is said with what they are.
    let is_person = is_about_somebody(value);
    for (key, field) in value.members() {
        let name = key.as_str().unwrap_or_default();
        if words::has(NOT_FOR_READERS, &name) || (is_described && figure::is_said_of(&name)) {
            continue;
        }
        if at.is_some_and(|at| at.index() == field.index()) {
            content.extend(picture.take().map(Block::from));
            continue;
        }
        if let Some(button) = buttons::button(prose, value, key, field) {
            content.push(button);
            continue;
        }
        // An identifier is no name, and an address to write to is private.
        let is_name = !field.is_string() || (field.raw_str().contains(' ') && !field.raw_str().contains('@'));
        if is_name && ["author", "person", "speaker"].iter().any(|name| key.is(name)) {
            content.extend(name_of(prose, field).map(|name| Block::Paragraph(plain_line(name))));
        }
        let pictures = pictures(prose, field);
        if !pictures.is_empty() {
            content.extend(pictures.into_iter().map(Block::from));
        } else if key.is("attrs") {
            readable(prose, field, content);
        } else if are_records(field) {
            for item in field.items() {
                // A whole document says in its content what it is called.
                let is_whole = item.get("content").is_some_and(|content| content.kind() == JsonKind::Object);
                let name = line_of(prose, item, &["name", "post_title"]);
                let is_said = is_whole || is_about_somebody(item);
                content.extend((!name.is_empty() && !is_said).then_some(Block::Paragraph(name)));
                let mut own = Vec::new();
                readable(prose, item, &mut own);
                if first(item, &TITLE).is_some() {
                    add_link(prose, item, "", &mut own);
                }
                content.append(&mut own);
            }
        } else if field.kind() == JsonKind::Object
            && first(field, &["url", "href"]).is_some()
            && TITLE.iter().chain(&["text"]).any(|name| first(field, &[name]).is_some())
        {
            content.extend(card(prose, field, LinkKind::Bookmark));
        } else if field.kind() == JsonKind::Number {
            let is_shown = key.is("number") || key.is("value");
            content.extend(is_shown.then(|| Block::Paragraph(plain_line(field.raw_str().to_owned()))));
        } else if editor::is_rich(field)
            || editor::are_blocks(field)
            || (is_readable(&name) && field.as_bool().is_none())
            || (is_person && field.is_string() && words::has("name|role|jobTitle", &name))
            || are_objects(field)
            || are_sentences(field)
            || (field.is_string() && field.raw_str().contains("</p>"))
        {
            content.extend(blocks_in(prose, field));
        } else {
            add_rich(prose, field, content);
        }
    }
}

/// Whether a block says what somebody is.
fn is_about_somebody(value: Value<'_, '_>) -> bool {
    first(value, &["role", "jobTitle", "bio", "biography"]).is_some()
}

/// Adds the rich text in an object. What else is in one may be for machines or for editors.
fn add_rich<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, content: &mut Vec<Block<'a>>) {
    for (key, field) in value.members() {
        if words::has(NOT_FOR_READERS, &key.as_str().unwrap_or_default()) {
            continue;
        }
        if editor::is_rich(field) {
            content.extend(blocks_in(prose, field));
        } else {
            add_rich(prose, field, content);
        }
    }
}

/// Whether a field is a list of objects that are no blocks.
fn are_records(field: Value<'_, '_>) -> bool {
    const OF_BLOCKS: [&str; 9] =
        ["_type", "type", "nodeType", "component", "blockType", "__component", "children", "sys", "text"];
    are_objects(field) && field.items().all(|item| OF_BLOCKS.iter().all(|key| item.get(key).is_none()))
}

/// Whether a field is a list of texts, and not of words for machines.
fn are_sentences(field: Value<'_, '_>) -> bool {
    field.items().all(Value::is_string) && field.items().any(|item| item.raw_str().contains(' '))
}

fn are_objects(field: Value<'_, '_>) -> bool {
    field.items().next().is_some() && field.items().all(|item| item.kind() == JsonKind::Object)
}

/// The picture that a field is, or the pictures that it is a list of.
fn pictures<'a>(prose: &mut dyn Prose<'_, 'a>, field: Value<'_, 'a>) -> Vec<Image<'a>> {
    if field.kind() == JsonKind::Object {
        return prose.picture(field).into_iter().collect();
    }
    if !field.items().all(|item| item.kind() == JsonKind::Object) {
        return Vec::new();
    }
    // One with words of its own is more than a picture.
    let picture = |item| if figure::is_all(item) { prose.picture(item) } else { None };
    field.items().map(picture).collect::<Option<Vec<_>>>().unwrap_or_default()
}
