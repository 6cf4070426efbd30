//! Prose that each format reads in its own way, for what all of them have that let a newsroom define its own blocks; it
//! knows no format.

mod blocks;
mod fields;
mod lines;
mod paragraphs;

use crate::diagnostic;
use crate::json::Value;
use crate::model::{Block, Group, GroupRole, Image, Inline, Note, Text, plain_text};

use super::marks::{Marks, Run};
use super::source::{MOST_NOTES, too_many};
use super::values::{Values, at};
use super::words;

pub(super) use blocks::{add_row, blocks_each, callout, heading, link_card, unknown};
pub(super) use fields::{
    anchored, attributes, first, first_in, first_of, first_string, is_sponsored, list, media_url_of, pixels, span,
    text_of, url_of,
};
pub(super) use lines::{add_below, both, code, directed, has_link, items_below, joined, listed, one_line, title};
pub(super) use paragraphs::{
    add_stray, drop_cap, line, line_in, next_paragraph, paragraph, paragraphs, paragraphs_in, running_text,
};

/// What a format reads in its own way, for the things that are the same in all of them.
pub(super) trait Prose<'r, 'a> {
    /// Returns where findings go.
    fn values(&mut self) -> &mut Values<'r>;

    /// Reads a line: a string, or the format's rich text with its blocks one below the other.
    fn line(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>>;

    /// Reads blocks: a string, whose empty lines part paragraphs, or the format's rich text.
    fn blocks(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>>;

    /// Reads a picture, if the object is one in this format; says nothing about one that is not.
    fn picture(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>>;

    /// Returns the fields of what a value links to, where a format has what stands in a block beside it.
    fn target<'d>(&mut self, value: Value<'d, 'a>) -> Value<'d, 'a>
    where
        Self: 'd,
    {
        value
    }

    /// Returns the notes that were found so far.
    fn notes(&mut self) -> &mut Vec<Note<'a>>;
}

/// Returns the line in the first of the fields that has one.
pub(super) fn line_of<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Vec<Inline<'a>> {
    first(value, names).map(|field| prose.line(field)).unwrap_or_default()
}

/// Returns the blocks in the first of the fields that has some.
pub(super) fn blocks_of<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Vec<Block<'a>> {
    first(value, names).map(|field| prose.blocks(field)).unwrap_or_default()
}

/// Returns the line of a value that is no string: that of the first of its fields, or of its items, one below the other.
pub(super) fn line_inside<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Vec<Inline<'a>> {
    if let Some(field) = first(value, names) {
        return prose.line(field);
    }
    items_below(value, &mut |item| prose.line(item))
}

/// Returns what somebody or something is called: a string, an object with a name, several of these, or rich text.
pub(super) fn name_of<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Text<'a>> {
    if value.is_string() {
        return prose.values().text(value).filter(|text| !text.is_blank()).map(Text::trimmed);
    }
    if let Some(name) = first_string(value, &["name", "title", "fullName", "text"]) {
        return name_of(prose, name);
    }
    let names: Vec<_> = match value.items().next() {
        Some(item) if item.is_string() || item.get("name").is_some() => {
            value.items().filter_map(|item| name_of(prose, item)).collect()
        }
        Some(_) | None => vec![plain_text(&prose.line(value)).into()],
    };
    joined(&mut names.iter().map(Text::as_str), ", ")
}

/// Returns whether what stands in a line under that name is a note.
pub(super) fn is_note(plain: &str) -> bool {
    words::has("footnote|note|endnote|sidenote|tooltip|glossary|glossaryterm|definition", plain)
}

/// Returns whether there is room for another note; one too many is reported.
pub(super) fn another_note<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> bool {
    let has_room = prose.notes().len() < MOST_NOTES;
    if !has_room {
        let message = too_many("article", MOST_NOTES, "footnotes");
        prose.values().add(diagnostic::Code::LimitNotes, value, message);
    }
    has_room
}

/// Keeps what a value says as a note, and returns the number of the note, counted from 1.
pub(super) fn note<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<usize> {
    if !another_note(prose, value) {
        return None;
    }
    let content = blocks_of(
        prose,
        value,
        &["content", "text", "note", "body", "children", "value", "description", "definition", "tooltip", "noteText"],
    );
    let number = prose.notes().len() + 1;
    prose.notes().push(Note { id: number.to_string().into(), content, at: at(value) });
    Some(number)
}

/// Keeps what a value says as a note, and puts its sign, which stands at another value, into a line, behind the word that
/// it explains.
pub(super) fn add_note<'a>(
    prose: &mut dyn Prose<'_, 'a>,
    value: Value<'_, 'a>,
    sign: Value<'_, 'a>,
    run: &mut Run<'a>,
) {
    let term = text_of(prose.values(), value, &["term"]);
    term.into_iter().for_each(|term| run.text(term, Marks::default()));
    if let Some(number) = note(prose, value) {
        run.inline(note_reference(number, sign), Marks::default());
    }
}

/// Returns the sign of a note, by its number.
pub(super) fn note_reference<'a>(number: usize, value: Value<'_, 'a>) -> Inline<'a> {
    Inline::NoteRef { id: number.to_string().into(), at: at(value) }
}

/// What systems call the picture that leads an article, the more usual name first.
const LEAD: [&str; 16] = [
    "leadImage",
    "leadMedia",
    "mainImage",
    "mainMedia",
    "heroImage",
    "hero",
    "featuredImage",
    "featuredMedia",
    "heroMedia",
    "featureImage",
    "coverImage",
    "cover",
    "image",
    "main_image",
    "hero_image",
    "featured_image",
];

/// Returns the picture that leads the article of a record, if one of its fields is one.
pub(super) fn lead<'a>(prose: &mut dyn Prose<'_, 'a>, record: Value<'_, 'a>) -> Option<Block<'a>> {
    first(record, &LEAD).and_then(|field| prose.picture(field)).map(Block::from)
}

/// Returns what stands side by side.
pub(super) fn columns(columns: Vec<Vec<Block<'_>>>) -> Block<'_> {
    let count = u32::try_from(columns.len()).ok().filter(|count| *count > 0);
    let column = |content| Block::from(Group { role: None, columns: None, content });
    let content = columns.into_iter().map(column).collect();
    Block::from(Group { role: Some(GroupRole::Layout), columns: count, content })
}
