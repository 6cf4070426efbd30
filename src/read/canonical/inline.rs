//! Reads lines of text.

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{Alt, Date, Direction, Inline, InlineImage, Link, Mark, Span, Text, plain_text};

use super::super::values::at;
use super::Canonical;

impl<'a> Canonical<'_, 'a> {
    /// A line: a string, a piece, or an array of pieces.
    pub(super) fn line(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        let mut line = Vec::new();
        self.add_pieces(value, &mut line);
        line
    }

    fn add_pieces(&mut self, value: Value<'_, 'a>, line: &mut Vec<Inline<'a>>) {
        match value.kind() {
            Kind::String | Kind::EscapedString => {
                line.extend(self.values.text(value).filter(|text| !text.is_empty()).map(Inline::Text))
            }
            Kind::Array => {
                for item in value.items() {
                    self.add_pieces(item, line);
                }
            }
            Kind::Object => match bare_text(value) {
                Some(text) => self.add_pieces(text, line),
                None => self.add_piece(value, line),
            },
            Kind::Null | Kind::True | Kind::False | Kind::Number => self.values.expected("a line of text", value),
        }
    }

    pub(super) fn add_piece(&mut self, value: Value<'_, 'a>, line: &mut Vec<Inline<'a>>) {
        let name = value.str_of("type").unwrap_or_default();
        self.report_unknown_keys(value, &name);
        let piece = match &*name {
            "text" => return self.add_pieces_of(value, "value", line),
            "link" => Inline::Link(self.link(value)),
            "code" => Inline::Code(self.code(value)),
            "lineBreak" => Inline::Break,
            "image" => Inline::Image(self.inline_image(value)),
            "span" => Inline::Span(self.span(value)),
            "abbr" => Inline::Abbreviation {
                title: value.get("title").and_then(|title| self.values.text(title)).unwrap_or_default(),
                content: self.line_of(value, "content"),
            },
            "footnoteRef" => {
                let id = value.get("id").and_then(|id| self.values.text(id)).unwrap_or_default();
                Inline::NoteRef { id, at: at(value) }
            }
            "mention" => match self.contributor(value) {
                Some(contributor) => Inline::Mention(contributor),
                None => return,
            },
            "time" => Inline::Time {
                date: value.get("datetime").and_then(|date| self.values.date(date)).unwrap_or_else(|| Date::parse("")),
                content: self.line_of(value, "content"),
            },
            name => match mark(name) {
                Some(mark) => Inline::Marked(mark, self.line_of(value, "content")),
                None => return self.unknown_inline(value, name, line),
            },
        };
        line.push(piece);
    }

    fn add_pieces_of(&mut self, value: Value<'_, 'a>, key: &str, line: &mut Vec<Inline<'a>>) {
        if let Some(inner) = value.get(key) {
            self.add_pieces(inner, line);
        }
    }

    /// Code is text: pieces inside of it lose their marks.
    fn code(&mut self, value: Value<'_, 'a>) -> Text<'a> {
        match value.get("value").or_else(|| value.get("content").filter(|content| content.is_string())) {
            Some(text) => self.values.text(text).unwrap_or_default(),
            None => plain_text(&self.line_of(value, "content")).into(),
        }
    }

    fn unknown_inline(&mut self, value: Value<'_, 'a>, name: &str, line: &mut Vec<Inline<'a>>) {
        let before = line.len();
        for key in ["content", "value", "text"] {
            self.add_pieces_of(value, key, line);
        }
        self.unknown(Code::InlineUnknown, value, "inline", name, line.len().saturating_sub(before));
    }

    fn link(&mut self, value: Value<'_, 'a>) -> Link<'a> {
        let rel = value.get("rel").and_then(|rel| self.values.string(rel)).unwrap_or_default();
        Link {
            href: self.url_of(value, "href"),
            content: self.line_of(value, "content"),
            is_sponsored: rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("sponsored")),
            language: self.language_of(value, "lang"),
            at: at(value),
        }
    }

    fn span(&mut self, value: Value<'_, 'a>) -> Span<'a> {
        Span {
            language: self.language_of(value, "lang"),
            direction: value.str_of("dir").and_then(|name| Direction::from_name(&name)),
            content: self.line_of(value, "content"),
        }
    }

    fn inline_image(&mut self, value: Value<'_, 'a>) -> InlineImage<'a> {
        InlineImage {
            src: value.get("src").and_then(|src| self.values.media_url(src)),
            alt: self.alt(value),
            width: self.size_of(value, "width"),
            height: self.size_of(value, "height"),
            at: at(value),
        }
    }

    /// `"decorative": true` says that a picture says nothing; an empty `alt` alone says only that nobody wrote one.
    pub(super) fn alt(&mut self, image: Value<'_, 'a>) -> Alt<'a> {
        if image.get("decorative").and_then(|said| self.values.boolean(said)) == Some(true) {
            return Alt::Decorative;
        }
        match image.get("alt").and_then(|alt| self.values.text(alt)).filter(|text| !text.is_empty()) {
            Some(text) => Alt::Text(text),
            None => Alt::Absent,
        }
    }
}

/// The text of a piece that is nothing but text, as most are.
fn bare_text<'d, 'a>(piece: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let mut members = piece.members();
    let (first, name) = members.next()?;
    let (second, text) = members.next()?;
    let is_bare = first.raw_str() == "type" && name.raw_str() == "text" && second.raw_str() == "value";
    (is_bare && members.next().is_none()).then_some(text)
}

pub(super) fn mark(name: &str) -> Option<Mark> {
    Mark::NAMES.iter().find(|(_, own)| *own == name).map(|(mark, _)| *mark)
}

/// Whether an object's type is that of a piece of a line and not that of a block.
pub(super) fn is_inline(name: &str) -> bool {
    matches!(name, "text" | "link" | "lineBreak" | "span" | "abbr" | "footnoteRef" | "mention" | "time")
        || mark(name).is_some()
}
