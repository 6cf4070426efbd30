//! Writes a tree as HTML; it knows how text and attributes are escaped, and is the only place that writes a `<`.
//!
//! The result is what the standard's own algorithm gives (HTML, "Serializing HTML fragments"): what a parser builds
//! from it, serialised again, is the same string.

use super::{Element, Name, Node};

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
    out.push_str("</");
    out.push_str(name.as_str());
    out.push('>');
}

fn open(element: &Element<'_>, out: &mut String) {
    out.push('<');
    out.push_str(element.name().as_str());
    for (attribute, value) in element.attributes() {
        out.push(' ');
        out.push_str(attribute.as_str());
        out.push_str("=\"");
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

/// Adds text between tags.
pub(super) fn escape_text(text: &str, out: &mut String) {
    escape(text, out, |byte| (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == NBSP_LEAD));
}

/// Adds the value of an attribute between its double quotes.
pub(super) fn escape_attribute(value: &str, out: &mut String) {
    escape(value, out, |byte| (byte == b'&') | (byte == b'<') | (byte == b'>') | (byte == b'"') | (byte == NBSP_LEAD));
}

/// The first byte of U+00A0 in UTF-8, and of other characters.
const NBSP_LEAD: u8 = 0xc2;

/// Most text has nothing to escape, so it is looked at in pieces, many bytes at a time, and copied in runs.
fn escape(text: &str, out: &mut String, is_special: impl Fn(u8) -> bool + Copy) {
    const PIECE: usize = 32;
    let bytes = text.as_bytes();
    let (mut copied, mut at) = (0, 0);
    while let Some(piece) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        let piece = piece.get(..PIECE).unwrap_or(piece);
        if !piece.iter().fold(false, |found, byte| found | is_special(*byte)) {
            at += piece.len();
            continue;
        }
        at += piece.iter().position(|byte| is_special(*byte)).unwrap_or_default();
        let entity = match bytes.get(at..).unwrap_or_default() {
            [b'&', ..] => "&amp;",
            [b'<', ..] => "&lt;",
            [b'>', ..] => "&gt;",
            [b'"', ..] => "&quot;",
            [NBSP_LEAD, 0xa0, ..] => "&nbsp;",
            _ => {
                at += 1;
                continue;
            }
        };
        out.push_str(text.get(copied..at).unwrap_or_default());
        out.push_str(entity);
        at += if entity == "&nbsp;" { 2 } else { 1 };
        copied = at;
    }
    out.push_str(text.get(copied..).unwrap_or_default());
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
    fn a_first_line_feed_in_pre_survives_the_parser() {
        check(&Element::new(Name::Pre).text("\nx"), "<pre>\n\nx</pre>");
        check(&Element::new(Name::Pre).text("x\n"), "<pre>x\n</pre>");
    }
}
