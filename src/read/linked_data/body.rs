//! Reads a body: one string, in which paragraphs are parted by empty lines, by single ones, by tags, or by nothing.

use std::borrow::Cow;

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{Block, Callout, CalloutKind, Decimal, List, ListItem, Rating, Text, plain_text};

use super::super::piece::{Base, copied};
use super::super::{markup, prose, words};
use super::Reader;

impl<'d, 'a> Reader<'_, 'd, 'a, '_, '_> {
    pub(super) fn body(&mut self, node: Value<'d, 'a>) -> Vec<Block<'a>> {
        let name = words::find("articleBody|reviewBody|text", &mut |name| self.one(node, name).is_some());
        let mut body = Vec::new();
        for part in name.map(|name| self.all(node, name)).unwrap_or_default() {
            body.extend(self.part(part));
        }
        body
    }

    pub(super) fn part(&mut self, value: Value<'d, 'a>) -> Vec<Block<'a>> {
        let Some(text) = value.as_str() else {
            self.values.expected("a string", value);
            return Vec::new();
        };
        let base = Base::Around(value.offset());
        if words::is_in(BLOCKS, &text) || (words::is_in(PHRASES, &text) && !text.contains("\n\n")) {
            return markup::blocks(value, self.values).blocks;
        }
        if text.contains("&lt;/") {
            // Escaped twice.
            let html = plain_text(&markup::line_of(&text, copied, base, self.values));
            return markup::blocks_of(&html, copied, base, self.values).blocks;
        }
        if !markup::is_html(&text) {
            let Some(text) = self.values.text(value) else { return Vec::new() };
            let lost = lost_breaks(&text);
            return if lost.is_empty() { prose::running_text(text) } else { split(&text, &lost) };
        }
        let paragraphs = prose::running_text(Text::from(text.into_owned()));
        paragraphs.into_iter().map(|block| self.decoded(block, base)).collect()
    }

    /// A paragraph with the characters that its entities stand for.
    fn decoded(&mut self, block: Block<'a>, base: Base) -> Block<'a> {
        let Block::Paragraph(line) = block else { return block };
        let html = plain_text(&line).replace('\n', "<br>");
        Block::Paragraph(markup::line_of(&html, copied, base, self.values))
    }

    /// How good a reviewer finds what is reviewed: a number, a word, such as whether a claim is true, or both.
    pub(super) fn rating(&mut self, node: Value<'d, 'a>) -> Vec<Block<'a>> {
        let mut found = Vec::new();
        if let Some(rating) = self.one(node, "reviewRating") {
            found.extend(self.number(rating).map(Block::Rating));
            found.extend(self.text(rating, "alternateName").map(|word| Block::Paragraph(prose::line(word))));
        }
        let mut items = Vec::new();
        for (name, sign) in [("positiveNotes", "+ "), ("negativeNotes", "− ")] {
            for list in self.all(node, name) {
                let notes = self.all(list, "itemListElement");
                let notes = if notes.is_empty() { vec![list] } else { notes };
                let words = notes.into_iter().filter_map(|note| self.words(note));
                items.extend(words.map(|words| [sign, &words].concat().into()).map(|line: Text<'a>| ListItem {
                    content: vec![Block::Paragraph(prose::line(line))],
                    checked: None,
                }));
            }
        }
        if items.is_empty() {
            return found;
        }
        // What speaks for it and against it stands in a box under the name of what is reviewed.
        let title = self.one(node, "itemReviewed").map(|item| self.line(item, "name")).unwrap_or_default();
        found.insert(0, Block::List(List { start: None, items }));
        vec![Block::from(Callout { kind: CalloutKind::KeyPoints, title, content: found })]
    }

    fn number(&mut self, rating: Value<'d, 'a>) -> Option<Rating<'a>> {
        let mut number = |names: &str| {
            let text = self.text(rating, names)?;
            Decimal::parse(&text.replace(',', "."))
        };
        let value = number("ratingValue")?;
        let (min, max) = (number("worstRating"), number("bestRating"));
        let (min, max) = (min.unwrap_or(Decimal::whole(1)), max.unwrap_or(Decimal::whole(5)));
        if max < value {
            self.values.add(Code::ValueInvalid, rating, "the rating is above its best one");
            return None;
        }
        Some(Rating { value, min, max, unit: None })
    }
}

/// Tags that part lines, and tags that stand in a line: paragraphs with only those may be parted by empty lines.
const BLOCKS: &str = "</p>|<p>|<p |<br|</div>|</h|</li>";
const PHRASES: &str = "</a>|</strong>|</em>";

/// Where paragraphs of a text were put together without a space: at the ends of sentences that the next one touches.
/// Once in a long text is a slip.
fn lost_breaks(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    if text.contains('\n') {
        return found;
    }
    let mut before = ['\0'; 2];
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let [last, end] = before;
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let is_end = matches!(end, '.' | '!' | '?') && last.is_lowercase();
        let is_quoted_end = end == '”' && matches!(last, '.' | '!' | '?');
        let begins = c.is_uppercase() && (next.is_lowercase() || next == ' ');
        let begins_quoted = c == '“' && next.is_uppercase();
        if (is_end && (begins || begins_quoted)) || (is_quoted_end && begins) {
            found.push(at);
        }
        before = [end, c];
    }
    if found.len() > 1 { found } else { Vec::new() }
}

fn split<'a>(text: &str, breaks: &[usize]) -> Vec<Block<'a>> {
    let ends = breaks.iter().copied().chain([text.len()]);
    let mut start = 0;
    let parts = ends.filter_map(|end| {
        let part = text.get(start..end);
        start = end;
        part
    });
    parts.map(|part| Block::Paragraph(prose::line(Text::from(Cow::Owned(part.trim().to_owned()))))).collect()
}
