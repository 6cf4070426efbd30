//! What formats have in common that let a newsroom define its own blocks: prose, read each in its own way, and fields
//! whose names say what they hold; it knows no format.

use std::borrow::Cow;

use crate::json::{Kind, Value};
use crate::model::{Block, BlockPart, Code, Group, GroupRole, Image, Inline, Note, Text, Url, is_blank, plain_text};

use super::marks::{Marks, Run};
use super::source::MOST_NOTES;
use super::values::{Values, at};
use super::words;
use crate::diagnostic;

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

    /// Returns the notes that were found so far.
    fn notes(&mut self) -> &mut Vec<Note<'a>>;
}

/// Returns the first of the fields that has something in it.
pub(super) fn first<'d, 'a>(value: Value<'d, 'a>, names: &[&str]) -> Option<Value<'d, 'a>> {
    names.iter().find_map(|name| value.get(name).filter(|field| !is_empty(*field)))
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
pub(super) fn text_of<'a>(values: &mut Values<'_>, value: Value<'_, 'a>, names: &[&str]) -> Option<Text<'a>> {
    first(value, names).filter(|field| field.is_string()).and_then(|field| values.text(field))
}

/// Returns the line in the first of the fields that has one.
pub(super) fn line_of<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Vec<Inline<'a>> {
    first(value, names).map(|field| prose.line(field)).unwrap_or_default()
}

/// Returns the blocks in the first of the fields that has some.
pub(super) fn blocks_of<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Vec<Block<'a>> {
    first(value, names).map(|field| prose.blocks(field)).unwrap_or_default()
}

/// Returns what somebody or something is called: a string, an object with a name, several of these, or rich text.
pub(super) fn name_of<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Text<'a>> {
    if value.is_string() {
        return prose.values().text(value).filter(|text| !text.is_blank()).map(Text::trimmed);
    }
    if let Some(name) = first(value, &["name", "title", "fullName", "text"]).filter(|name| name.is_string()) {
        return name_of(prose, name);
    }
    let names: Vec<_> = match value.items().next() {
        Some(item) if item.is_string() || item.get("name").is_some() => {
            value.items().filter_map(|item| name_of(prose, item)).collect()
        }
        Some(_) | None => vec![plain_text(&prose.line(value)).into()],
    };
    let names = names.iter().map(Text::as_str).filter(|name| !name.trim().is_empty()).collect::<Vec<_>>().join(", ");
    (!names.is_empty()).then(|| names.into())
}

/// Returns whether what stands in a line under that name is a note.
pub(super) fn is_note(plain: &str) -> bool {
    words::has("footnote|note|endnote|sidenote|tooltip|glossary|glossaryterm|definition", plain)
}

/// Returns whether there is room for another note; one too many is reported.
pub(super) fn another_note<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> bool {
    let has_room = prose.notes().len() < MOST_NOTES;
    if !has_room {
        let message = format!("the article has more than {MOST_NOTES} footnotes; the rest is left out");
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

/// Keeps what a value says as a note, and puts its sign, which stands at another value, into a line.
pub(super) fn add_note<'a>(
    prose: &mut dyn Prose<'_, 'a>,
    value: Value<'_, 'a>,
    sign: Value<'_, 'a>,
    run: &mut Run<'a>,
) {
    if let Some(number) = note(prose, value) {
        run.inline(note_reference(number, sign), Marks::default());
    }
}

/// Returns the sign of a note, by its number.
pub(super) fn note_reference<'a>(number: usize, value: Value<'_, 'a>) -> Inline<'a> {
    Inline::NoteRef { id: number.to_string().into(), at: at(value) }
}

/// Returns a number of pixels, which may stand in a string; what is no such number says nothing.
pub(super) fn pixels(value: Value<'_, '_>, name: &str) -> Option<u32> {
    let field = value.get(name)?;
    let number = field.as_integer().or_else(|| field.as_str()?.trim().trim_end_matches("px").parse().ok())?;
    u32::try_from(number).ok().filter(|pixels| *pixels > 0)
}

/// Returns over how many columns or rows a cell goes.
pub(super) fn span(cell: Value<'_, '_>, name: &str) -> u32 {
    pixels(cell, name).unwrap_or(1).min(1000)
}

/// Returns the fields of an entry: version 4 of Strapi wraps them twice.
pub(super) fn attributes<'d, 'a>(value: Value<'d, 'a>) -> Value<'d, 'a> {
    let value = value.get("data").unwrap_or(value);
    value.get("attributes").unwrap_or(value)
}

/// What systems call the picture that leads an article, the more usual name first.
const LEAD: [&str; 14] = [
    "leadImage",
    "leadMedia",
    "mainImage",
    "mainMedia",
    "heroImage",
    "hero",
    "featuredImage",
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
    first(record, &LEAD).and_then(|field| prose.picture(field)).map(|image| Block::Image(Box::new(image)))
}

/// Returns the line that a string is.
pub(super) fn line_in<'a>(values: &mut Values<'_>, string: Value<'_, 'a>) -> Vec<Inline<'a>> {
    values.text(string).map(line).unwrap_or_default()
}

/// Returns the paragraphs of a string.
pub(super) fn paragraphs_in<'a>(values: &mut Values<'_>, string: Value<'_, 'a>) -> Vec<Block<'a>> {
    values.text(string).map(paragraphs).unwrap_or_default()
}

/// Adds what stands where a node was expected: a string says something, what else is there is reported.
pub(super) fn add_stray<'a>(values: &mut Values<'_>, stray: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
    if stray.is_string() {
        blocks.extend(paragraphs_in(values, stray));
    } else {
        values.expected("a node", stray);
    }
}

/// Returns the paragraphs of a text: an empty line ends one, a line feed alone a line of it.
pub(super) fn paragraphs(text: Text<'_>) -> Vec<Block<'_>> {
    match text.into_cow() {
        Cow::Borrowed(text) => text.split("\n\n").filter_map(|text| trimmed(text.into())).collect(),
        Cow::Owned(text) => text.split("\n\n").filter_map(|text| trimmed(text.to_owned().into())).collect(),
    }
}

/// Returns the paragraphs of a text whose writer may have parted them by an empty line or by the end of a line.
pub(super) fn running_text(text: Text<'_>) -> Vec<Block<'_>> {
    match text.into_cow() {
        Cow::Borrowed(text) => parted(text).into_iter().filter_map(|part| lines(part, Text::from)).collect(),
        Cow::Owned(text) => {
            parted(&text).into_iter().filter_map(|part| lines(part, |line| line.to_owned().into())).collect()
        }
    }
}

/// A paragraph of lines, which may be indented.
fn lines<'s, 'a>(part: &'s str, own: fn(&'s str) -> Text<'a>) -> Option<Block<'a>> {
    let mut run = Run::default();
    for line in part.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if run.len() > 0 {
            run.line_break();
        }
        run.text(own(line), Marks::default());
    }
    (run.len() > 0).then(|| Block::Paragraph(run.finish()))
}

/// The parts of a text between its empty lines, or its lines where none is empty.
fn parted(text: &str) -> Vec<&str> {
    let text = text.trim();
    if !text.lines().any(|line| line.trim().is_empty()) {
        return text.lines().collect();
    }
    let (mut parts, mut start, mut at) = (Vec::new(), 0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            parts.extend(text.get(start..at));
            start = at + line.len();
        }
        at += line.len();
    }
    parts.extend(text.get(start..));
    parts
}

fn trimmed(text: Text<'_>) -> Option<Block<'_>> {
    paragraph(line(text.trimmed()))
}

/// Makes the first letter of a paragraph a large one.
pub(super) fn drop_cap(block: Option<&mut Block<'_>>) {
    if let Some(block) = block
        && let Block::Paragraph(line) = block
    {
        *block = Block::DropCap(std::mem::take(line));
    }
}

/// Returns the paragraph that a line is, if it shows something: editors keep an empty one where one may go on writing.
pub(super) fn paragraph(line: Vec<Inline<'_>>) -> Option<Block<'_>> {
    (!is_blank(&line)).then_some(Block::Paragraph(line))
}

/// Returns the paragraph that the pieces of a line make until something follows that is none.
pub(super) fn next_paragraph<'a>(run: &mut Run<'a>) -> Option<Block<'a>> {
    paragraph(std::mem::take(run).finish())
}

/// Returns what stands side by side.
pub(super) fn columns(columns: Vec<Vec<Block<'_>>>) -> Block<'_> {
    let count = u32::try_from(columns.len()).ok().filter(|count| *count > 0);
    let column = |content| Block::Group(Box::new(Group { role: None, columns: None, content }));
    let content = columns.into_iter().map(column).collect();
    Block::Group(Box::new(Group { role: Some(GroupRole::Layout), columns: count, content }))
}

/// Returns whether a link says that somebody paid for it (HTML `rel=sponsored`).
pub(super) fn is_sponsored(link: Value<'_, '_>) -> bool {
    let rel = link.str_of("rel").unwrap_or_default();
    rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("sponsored"))
}

/// Returns where a link leads, with the place in the page that it names beside the address.
pub(super) fn anchored<'a>(url: Url<'a>, link: Value<'_, 'a>) -> Url<'a> {
    match first(link, &["anchor"]).and_then(Value::as_str) {
        Some(anchor) if !url.as_str().contains('#') => {
            Url::parse([url.as_str(), "#", anchor.trim_start_matches('#')].concat()).unwrap_or(url)
        }
        Some(_) | None => url,
    }
}

/// Returns the line that a text is; a line feed in it is the end of a line.
pub(super) fn line(text: Text<'_>) -> Vec<Inline<'_>> {
    let mut run = Run::default();
    run.text(text, Marks::default());
    run.finish()
}

/// Returns the line of a value that is no string: that of the first of its fields, or of its items, one below the other.
pub(super) fn line_inside<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Vec<Inline<'a>> {
    if let Some(field) = first(value, names) {
        return prose.line(field);
    }
    let mut line = Vec::new();
    for item in value.items() {
        let below = prose.line(item);
        add_below(&mut line, below);
    }
    line
}

/// Puts a line below another.
pub(super) fn add_below<'a>(line: &mut Vec<Inline<'a>>, below: Vec<Inline<'a>>) {
    if !line.is_empty() && !below.is_empty() {
        line.push(Inline::Break);
    }
    line.extend(below);
}

/// Returns the lines of blocks as one line, one below the other, for places that hold no blocks.
pub(super) fn one_line<'a>(blocks: &[Block<'a>]) -> Vec<Inline<'a>> {
    let mut line = Vec::new();
    add_lines(blocks, &mut line);
    line
}

/// Returns the code that a line is. Code with links in it is shown line by line, since a block of code is nothing but
/// text.
pub(super) fn code<'a>(language: Option<Text<'a>>, mut line: Vec<Inline<'a>>) -> Block<'a> {
    if has_link(&line) {
        mark_as_code(&mut line);
        return Block::Preformatted(line);
    }
    Block::Code(Code { language, text: plain_text(&line).into(), caption: Vec::new() })
}

/// Returns whether a line has a link in it. The depth of inlines is bounded where they are read, here and below.
pub(super) fn has_link(line: &[Inline<'_>]) -> bool {
    line.iter().any(|inline| matches!(inline, Inline::Link(_)) || has_link(inline.content()))
}

fn mark_as_code(line: &mut [Inline<'_>]) {
    for inline in line {
        match inline {
            Inline::Text(text) => *inline = Inline::Code(std::mem::take(text)),
            Inline::Link(link) => mark_as_code(&mut link.content),
            Inline::Marked(_, content) => mark_as_code(content),
            Inline::Code(_)
            | Inline::Break
            | Inline::Image(_)
            | Inline::NoteRef { .. }
            | Inline::Mention(_)
            | Inline::Span(_)
            | Inline::Abbreviation { .. }
            | Inline::Time { .. } => {}
        }
    }
}

/// The depth of blocks is bounded where they are read, so this cannot exhaust the stack.
fn add_lines<'a>(blocks: &[Block<'a>], line: &mut Vec<Inline<'a>>) {
    for block in blocks {
        if let Block::Code(code) = block {
            add_below(line, vec![Inline::Code(code.text.clone())]);
        }
        block.parts(&mut |part| match part {
            BlockPart::Line(content) => add_below(line, content.to_vec()),
            BlockPart::Image(image) => {
                if image.src.is_some() {
                    add_below(line, vec![Inline::Image(image.into())]);
                }
                add_below(line, image.caption.clone());
            }
            BlockPart::Blocks(blocks) => add_lines(blocks, line),
        });
    }
}
