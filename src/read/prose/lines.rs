//! Lines made of others, and blocks of lines, for places that hold nothing else; it knows no fields.

use crate::json::Value;
use crate::model::{Block, BlockPart, Code, Direction, Inline, Span, Text, plain_text};

/// Puts a line below another.
pub(in crate::read) fn add_below<'a>(line: &mut Vec<Inline<'a>>, below: Vec<Inline<'a>>) {
    if !line.is_empty() && !below.is_empty() {
        line.push(Inline::Break);
    }
    line.extend(below);
}

/// Returns the lines of the items of an array as one line, one below the other.
pub(in crate::read) fn items_below<'d, 'a>(
    array: Value<'d, 'a>,
    line_of: &mut dyn FnMut(Value<'d, 'a>) -> Vec<Inline<'a>>,
) -> Vec<Inline<'a>> {
    let mut line = Vec::new();
    for item in array.items() {
        add_below(&mut line, line_of(item));
    }
    line
}

/// Returns what is listed in a line, between signs.
pub(in crate::read) fn listed<'a>(line: &str, signs: &[char]) -> Vec<Text<'a>> {
    let parts = line.split(signs).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.to_owned().into()).collect()
}

/// Takes the heading that blocks begin with, which is the title of the box that they stand in.
pub(in crate::read) fn title<'a>(blocks: &mut Vec<Block<'a>>) -> Vec<Inline<'a>> {
    let Some(Block::Heading(heading)) = blocks.first_mut() else { return Vec::new() };
    let title = std::mem::take(&mut heading.content);
    if !title.is_empty() {
        blocks.remove(0);
    }
    title
}

/// Returns the lines of blocks as one line, one below the other, for places that hold no blocks.
pub(in crate::read) fn one_line<'a>(blocks: &[Block<'a>]) -> Vec<Inline<'a>> {
    let mut line = Vec::new();
    add_lines(blocks, &mut line);
    line
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

/// Returns words as one text, with something between them, if one of them says something.
pub(in crate::read) fn joined<'a>(words: &mut dyn Iterator<Item = &str>, between: &str) -> Option<Text<'a>> {
    let mut text = String::new();
    for word in words.filter(|word| !word.trim().is_empty()) {
        if !text.is_empty() {
            text.push_str(between);
        }
        text.push_str(word);
    }
    (!text.is_empty()).then(|| text.into())
}

/// Returns two texts as one, with something between them, or the one that is there.
pub(in crate::read) fn both<'a>(one: Option<Text<'a>>, other: Option<Text<'a>>, between: &str) -> Option<Text<'a>> {
    match (one, other) {
        (Some(one), Some(other)) => Some([&*one, between, &*other].concat().into()),
        (one, other) => one.or(other),
    }
}

/// Returns a line in a direction of its own, if it has one.
pub(in crate::read) fn directed<'a>(direction: Option<Direction>, content: Vec<Inline<'a>>) -> Vec<Inline<'a>> {
    let direction = direction.filter(|direction| *direction != Direction::Auto && !content.is_empty());
    if direction.is_none() {
        return content;
    }
    vec![Inline::Span(Span { language: None, direction, content })]
}

/// Returns the code that a line is. Code with links in it is shown line by line, since a block of code is nothing but
/// text.
pub(in crate::read) fn code<'a>(language: Option<Text<'a>>, mut line: Vec<Inline<'a>>) -> Block<'a> {
    if has_link(&line) {
        mark_as_code(&mut line);
        return Block::Preformatted(line);
    }
    Block::Code(Code { language, text: plain_text(&line).into(), caption: Vec::new() })
}

/// Returns whether a line has a link in it. The depth of inlines is bounded where they are read, here and below.
pub(in crate::read) fn has_link(line: &[Inline<'_>]) -> bool {
    line.iter().any(|inline| matches!(inline, Inline::Link(_)) || has_link(inline.content()))
}

fn mark_as_code(line: &mut [Inline<'_>]) {
    for inline in line {
        if let Inline::Text(text) = inline {
            *inline = Inline::Code(std::mem::take(text));
        } else if let Some(content) = inline.content_mut() {
            mark_as_code(content);
        }
    }
}
