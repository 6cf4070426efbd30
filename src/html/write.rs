//! Writes a tree as HTML; it knows how text and attributes are escaped, and is the only place that writes a `<`.
//!
//! The result is what the standard's own algorithm gives (HTML, "Serializing HTML fragments"): what a parser builds
//! from it, serialised again, is the same string.

use std::ops::Range;

use super::{Element, Name, Node};
use crate::lanes::{TOPS, are, each};

/// Adds an element to the end of `out`.
///
/// The depth of a tree is bounded where articles are read, so the recursion is too.
pub fn write(element: &Element<'_>, out: &mut String) {
    let name = element.name();
    open(element, out);
    if name.is_void() {
        return;
    }
    // A parser drops one line feed after the start tag of `pre`.
    if name == Name::Pre && starts_with_line_feed(element) {
        out.push('\n');
    }
    for node in element.nodes() {
        match node {
            Node::Element(child) => write(child, out),
            Node::Text(text) => escape_text(text, out),
        }
    }
    out.push_str(name.end_tag());
}

fn open(element: &Element<'_>, out: &mut String) {
    out.push('<');
    out.push_str(element.name().as_str());
    for (attribute, value) in element.attributes() {
        out.push_str(attribute.start());
        escape_attribute(value, out);
        out.push('"');
    }
    out.push('>');
}

fn starts_with_line_feed(element: &Element<'_>) -> bool {
    match element.nodes().first() {
        Some(Node::Text(text)) => text.starts_with('\n'),
        Some(Node::Element(_)) | None => false,
    }
}

/// Where a text stands, which decides whether a quotation mark ends it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between tags.
    Content,
    /// In the double quotes of an attribute.
    Value,
}

/// Adds text between tags.
pub(super) fn escape_text(text: &str, out: &mut String) {
    escape(text, Place::Content, out);
}

/// Adds the value of an attribute between its double quotes.
pub(super) fn escape_attribute(value: &str, out: &mut String) {
    escape(value, Place::Value, out);
}

/// The first byte of U+00A0 in UTF-8, and of other characters.
const NBSP_LEAD: u8 = 0xc2;

/// Most text has nothing to escape, so many bytes are looked at at once, and text is copied in runs.
fn escape(text: &str, place: Place, out: &mut String) {
    let bytes = text.as_bytes();
    let mut copied = 0;
    if bytes.len() < LONG || has_special(bytes) {
        let (words, rest) = bytes.as_chunks::<8>();
        for (index, word) in words.iter().enumerate() {
            if may_hold_special(*word) {
                copied = escape_piece(text, index * 8..index * 8 + 8, copied, place, out);
            }
        }
        if may_hold_special(last_of(bytes)) {
            copied = escape_piece(text, text.len() - rest.len()..text.len(), copied, place, out);
        }
    }
    out.push_str(text.get(copied..).unwrap_or_default());
}

/// From here on it is quicker to look twice, with the widest registers of the machine.
const LONG: usize = 32;

fn has_special(bytes: &[u8]) -> bool {
    memchr::memchr3(b'&', b'<', b'>', bytes).or_else(|| memchr::memchr2(b'"', NBSP_LEAD, bytes)).is_some()
}

/// The last eight bytes, those before the text being blank.
fn last_of(bytes: &[u8]) -> [u8; 8] {
    let mut last = [b' '; 8];
    match bytes.last_chunk() {
        Some(chunk) => last = *chunk,
        None => last.iter_mut().zip(bytes).for_each(|(to, byte)| *to = *byte),
    }
    last
}

/// Whether one of the bytes is any of `"&<>` or begins a no-break space. `"` and `&` differ in one bit, as `<` and `>` do.
#[inline(always)]
fn may_hold_special(bytes: [u8; 8]) -> bool {
    let lanes = u64::from_le_bytes(bytes);
    let quote_or_and = are(lanes | each(b'"' ^ b'&'), b'&');
    let angle = are(lanes | each(b'<' ^ b'>'), b'>');
    (quote_or_and | angle | are(lanes, NBSP_LEAD)) & TOPS != 0
}

/// Escapes a piece of the text, of which all before `copied` has been added; returns how much has been added then.
fn escape_piece(text: &str, piece: Range<usize>, mut copied: usize, place: Place, out: &mut String) -> usize {
    for at in piece {
        let entity = match text.as_bytes().get(at..).unwrap_or_default() {
            [b'&', ..] => "&amp;",
            [b'<', ..] => "&lt;",
            [b'>', ..] => "&gt;",
            [b'"', ..] if place == Place::Value => "&quot;",
            [NBSP_LEAD, 0xa0, ..] => "&nbsp;",
            _ => continue,
        };
        out.push_str(text.get(copied..at).unwrap_or_default());
        out.push_str(entity);
        copied = at + if entity == "&nbsp;" { 2 } else { 1 };
    }
    copied
}

#[cfg(test)]
mod tests {
    use super::super::{Attribute, Element, Name};
    use super::write;

    fn check(element: &Element<'_>, expected: &str) {
        let mut html = String::new();
        write(element, &mut html);
        assert_eq!(html, expected);
    }

    #[test]
    fn one_escape_per_context() {
        check(
            &Element::new(Name::P).text("<b> & \"c\" 'd'\u{a0}\u{ab}"),
            "<p>&lt;b&gt; &amp; \"c\" 'd'&nbsp;\u{ab}</p>",
        );
        let img = Element::new(Name::Img).with(Attribute::Alt, "\"><script>\u{a0}&");
        check(&img, "<img alt=\"&quot;&gt;&lt;script&gt;&nbsp;&amp;\">");
    }

    #[test]
    fn every_place_is_looked_at() {
        for at in 0..40 {
            for (special, entity) in
                [('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('\u{a0}', "&nbsp;"), ('\u{a1}', "\u{a1}"), ('é', "é")]
            {
                let (before, after) = ("a".repeat(at), "\u{80}z".repeat(3));
                check(
                    &Element::new(Name::P).text(format!("{before}{special}{after}")),
                    &format!("<p>{before}{entity}{after}</p>"),
                );
            }
        }
    }

    #[test]
    fn a_first_line_feed_in_pre_survives_the_parser() {
        check(&Element::new(Name::Pre).text("\nx"), "<pre>\n\nx</pre>");
        check(&Element::new(Name::Pre).text("x\n"), "<pre>x\n</pre>");
    }
}
