//! A line being put together from HTML; it knows white space and marks, not elements.

use std::borrow::Cow;

use crate::model::{Date, Inline, Link, Mark, Span, Text, is_blank};
use crate::read::words;

/// A line that is not finished.
#[derive(Default)]
pub(super) struct Line<'a> {
    pub(super) content: Vec<Inline<'a>>,
    /// Whether what is added now follows something that is no white space.
    is_after_word: bool,
    /// Whether the words are a computer's.
    pub(super) is_code: bool,
    /// Whether white space counts.
    is_verbatim: bool,
    /// The marks around what is added now.
    pub(super) marks: Vec<Mark>,
}

/// What an element sets around the words in it.
#[derive(Clone)]
pub(super) enum Wrap<'a> {
    Mark(Mark),
    Link(Link<'a>),
    Span(Span<'a>),
    Abbreviation(Text<'a>),
    Time(Date<'a>),
}

impl<'a> Wrap<'a> {
    /// Returns the words with it around them.
    pub(super) fn around(self, content: Vec<Inline<'a>>) -> Inline<'a> {
        match self {
            Self::Mark(mark) => Inline::Marked(mark, content),
            Self::Link(link) => Inline::Link(Link { content, ..link }),
            Self::Span(span) => Inline::Span(Span { content, ..span }),
            Self::Abbreviation(title) => Inline::Abbreviation { title, content },
            Self::Time(date) => Inline::Time { date, content },
        }
    }
}

impl<'a> Line<'a> {
    /// Returns a line whose white space counts.
    pub(super) fn verbatim() -> Self {
        Self { is_verbatim: true, ..Self::default() }
    }

    /// Returns whether nothing of it can be seen so far.
    pub(super) fn is_blank(&self) -> bool {
        is_blank(&self.content)
    }

    /// Adds words. White space is one space, and none where a line or its next part begins (CSS Text 3, 4.1.1).
    pub(super) fn add(&mut self, text: Cow<'a, str>) {
        let text = if self.is_verbatim { text } else { self.collapsed(text) };
        let text = Text::from(text);
        if text.is_empty() {
            return;
        }
        self.is_after_word = !text.ends_with([' ', '\n']);
        self.content.push(if self.is_code { Inline::Code(text) } else { Inline::Text(text) });
    }

    fn collapsed(&self, text: Cow<'a, str>) -> Cow<'a, str> {
        if (self.is_after_word || !text.starts_with(' ')) && is_collapsed(text.as_bytes()) {
            return text;
        }
        let mut out = String::with_capacity(text.len());
        let mut is_after_word = self.is_after_word;
        for c in text.chars() {
            if !c.is_ascii_whitespace() {
                out.push(c);
                is_after_word = true;
            } else if std::mem::replace(&mut is_after_word, false) {
                out.push(' ');
            }
        }
        Cow::Owned(out)
    }

    /// Adds something that is no text.
    pub(super) fn push(&mut self, inline: Inline<'a>) {
        self.is_after_word = !matches!(inline, Inline::Break);
        self.content.push(inline);
    }

    /// Begins a new line in the line, unless it is at its beginning or has just begun one.
    pub(super) fn begin_line(&mut self) {
        if !self.content.is_empty() && !matches!(self.content.last(), Some(Inline::Break)) {
            trim_end(&mut self.content);
            self.push(Inline::Break);
        }
    }

    /// Returns the line without white space and breaks at its ends, and begins anew.
    pub(super) fn take(&mut self) -> Vec<Inline<'a>> {
        let mut content = joined(std::mem::take(&mut self.content));
        self.is_after_word = false;
        let first = content.iter().position(|inline| !matches!(inline, Inline::Break)).unwrap_or(content.len());
        content.drain(..first);
        if !self.is_verbatim {
            trim_end(&mut content);
        }
        content
    }
}

/// Whether all white space is single spaces. All of it is looked at, many bytes at once.
fn is_collapsed(text: &[u8]) -> bool {
    let is_space = |byte: &u8| matches!(byte, b'\t' | b'\n' | b'\x0c' | b'\r');
    let has_spaces = text.iter().fold(false, |has, byte| has | is_space(byte));
    let pairs = text.iter().zip(text.get(1..).unwrap_or_default());
    !has_spaces && !pairs.fold(false, |has, (one, next)| has | ((*one == b' ') & (*next == b' ')))
}

/// Makes one text of texts that stand side by side, and one code of codes.
pub(super) fn joined(line: Vec<Inline<'_>>) -> Vec<Inline<'_>> {
    let is_split =
        |pair: &[Inline<'_>]| matches!(pair, [Inline::Text(_), Inline::Text(_)] | [Inline::Code(_), Inline::Code(_)]);
    if !line.windows(2).any(is_split) {
        return line;
    }
    let mut out = Vec::with_capacity(line.len());
    let mut rest = line.into_iter().peekable();
    while let Some(inline) = rest.next() {
        let (Inline::Text(text) | Inline::Code(text)) = &inline else {
            out.push(inline);
            continue;
        };
        let is_code = matches!(inline, Inline::Code(_));
        let mut words = String::from(&**text);
        while let Some(Inline::Text(next) | Inline::Code(next)) =
            rest.next_if(|next| matches!((is_code, next), (true, Inline::Code(_)) | (false, Inline::Text(_))))
        {
            words.push_str(&next);
        }
        if words.len() == text.len() {
            out.push(inline);
        } else {
            out.push(if is_code { Inline::Code(words.into()) } else { Inline::Text(words.into()) });
        }
    }
    out
}

/// Takes the white space and the breaks off the end of a line. The depth of inlines is bounded where the tree is built.
fn trim_end(line: &mut Vec<Inline<'_>>) {
    while let Some(last) = line.last_mut() {
        match last {
            Inline::Break => {}
            Inline::Text(text) => {
                let trimmed = words::trim_end(text, |c| matches!(c, ' ' | '\n' | '\t' | '\u{a0}'));
                if trimmed.len() == text.len() {
                    return;
                }
                if !trimmed.is_empty() {
                    *text = text.slice(0..trimmed.len());
                    return;
                }
            }
            Inline::Link(Link { content, .. }) => return trim_end(content),
            Inline::Marked(_, content)
            | Inline::Span(Span { content, .. })
            | Inline::Abbreviation { content, .. }
            | Inline::Time { content, .. } => {
                trim_end(content);
                if !content.is_empty() {
                    return;
                }
            }
            Inline::Code(_) | Inline::Image(_) | Inline::NoteRef { .. } | Inline::Mention(_) => return,
        }
        line.pop();
    }
}
