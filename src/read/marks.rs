//! From text with sets of marks to nested inlines; it knows marks and links, not how a format writes them.
//!
//! The nesting is the least there can be: of the marks that begin at a place, the one that lasts longest is outermost.
//! Of two that last equally long the link is, then the span, then the mark that stands first in [`Mark::NAMES`].

use std::ops::Range;

use super::words::{self, plain_name};
use crate::json::Value;
use crate::model::{Image, Inline, Link, Mark, Text};

/// What a piece of text is marked with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    set: u16,
    link: Option<Wrap>,
    span: Option<Wrap>,
}

/// A link or a span of a [`Run`] that text can stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrap(usize);

/// Code can hold nothing but text, so it stands inside of all other marks.
const CODE: u16 = 1 << 15;

impl Marks {
    /// Returns these marks and another.
    pub(super) fn with(self, mark: Mark) -> Self {
        Self { set: self.set | 1 << mark as u16, ..self }
    }

    /// Returns these marks and that of code.
    pub(super) fn code(self) -> Self {
        Self { set: self.set | CODE, ..self }
    }

    /// Returns these marks and the one that many systems call by that name, if it is one.
    pub(super) fn named(self, name: &str) -> Option<Self> {
        let plain = plain_name(name);
        if matches!(&*plain, "code" | "inlinecode") {
            return Some(self.code());
        }
        NAMES.iter().find(|(own, _)| *own == plain).map(|(_, mark)| self.with(*mark))
    }

    /// Returns these marks and those of a text's fields that are true, as many systems keep them.
    pub(super) fn flags(self, text: Value<'_, '_>) -> Self {
        text.members()
            .filter(|(_, flag)| flag.as_bool() == Some(true))
            .fold(self, |marks, (name, _)| marks.named(&name.as_str().unwrap_or_default()).unwrap_or(marks))
    }

    /// Returns these marks inside of a link. Links do not nest, so a link around them stays the one.
    pub(super) fn link(self, link: Wrap) -> Self {
        Self { link: self.link.or(Some(link)), ..self }
    }

    /// Returns these marks inside of a span, or of what else [`Run::span`] was given; the innermost is the one.
    pub(super) fn span(self, span: Wrap) -> Self {
        Self { span: Some(span), ..self }
    }

    /// Returns these marks and others; links and spans stay these.
    pub(super) fn union(self, other: Self) -> Self {
        Self { set: self.set | other.set, ..self }
    }

    /// Returns the marks that are in both.
    fn common(self, other: Self) -> Self {
        let both = |own: Option<Wrap>, others: Option<Wrap>| own.filter(|_| own == others);
        Self { set: self.set & other.set, link: both(self.link, other.link), span: both(self.span, other.span) }
    }

    /// Returns what stands on a layer, if something does: a link, a span, or a mark.
    fn on(self, layer: usize) -> Option<usize> {
        match layer {
            LINK => self.link.map(|Wrap(index)| index),
            SPAN => self.span.map(|Wrap(index)| index),
            _ => (self.set >> (layer - FIRST_MARK) & 1 == 1).then_some(0),
        }
    }

    /// The layers that something stands on, each a bit.
    fn layers(self) -> usize {
        let marks = usize::from(self.set & !CODE) << FIRST_MARK;
        marks | usize::from(self.link.is_some()) << LINK | usize::from(self.span.is_some()) << SPAN
    }

    fn has_code(self) -> bool {
        self.set & CODE != 0
    }
}

/// What systems call marks, in small letters and without what parts words.
const NAMES: &[(&str, Mark)] = &[
    ("strong", Mark::Strong),
    ("bold", Mark::Strong),
    ("b", Mark::Strong),
    ("em", Mark::Emphasis),
    ("emphasis", Mark::Emphasis),
    ("italic", Mark::Emphasis),
    ("i", Mark::Emphasis),
    ("underline", Mark::Underline),
    ("underlined", Mark::Underline),
    ("u", Mark::Underline),
    ("strikethrough", Mark::Strikethrough),
    ("strike", Mark::Strikethrough),
    ("linethrough", Mark::Strikethrough),
    ("deleted", Mark::Strikethrough),
    ("del", Mark::Strikethrough),
    ("s", Mark::Strikethrough),
    ("subscript", Mark::Subscript),
    ("sub", Mark::Subscript),
    ("superscript", Mark::Superscript),
    ("sup", Mark::Superscript),
    ("highlight", Mark::Highlight),
    ("mark", Mark::Highlight),
    ("marker", Mark::Highlight),
    ("smallcaps", Mark::SmallCaps),
    ("q", Mark::Quote),
    ("kbd", Mark::Keyboard),
    ("keyboard", Mark::Keyboard),
];

/// Marks that only say how words look, or what editors said about them, in the same spelling.
const LOOKS: &str = "textstyle|textcolor|color|highlightcolor|backgroundcolor|fontsize|fontfamily|styled|anchor|comment|commentmark|inlinecomment|indentation|alignment|textalign|left|center|right|border|breakout|fragment|dataconsumer|typeaheadquery|inlinethread";

/// Returns whether a mark of that name says nothing to readers.
pub(super) fn is_look(plain: &str) -> bool {
    words::has(LOOKS, plain)
}

const LINK: usize = 0;
const SPAN: usize = 1;
const FIRST_MARK: usize = 2;

/// The pieces of one line with their marks, in their order.
#[derive(Debug, Default)]
pub(super) struct Run<'a> {
    pieces: Vec<Piece<'a>>,
    wraps: Vec<Inline<'a>>,
}

#[derive(Debug)]
struct Piece<'a> {
    content: Inline<'a>,
    marks: Marks,
    /// The end of a line that was given no marks takes those that continue behind it.
    is_bridge: bool,
}

impl<'a> Run<'a> {
    /// Adds a link for text to stand in; its own content is not looked at. One that leads where the link before it
    /// leads is the same link.
    pub(super) fn link(&mut self, link: Link<'a>) -> Wrap {
        self.wrap(Inline::Link(Link { content: Vec::new(), ..link }))
    }

    /// Adds a span, an abbreviation or a time for text to stand in; its own content is not looked at.
    pub(super) fn span(&mut self, span: Inline<'a>) -> Wrap {
        self.wrap(span)
    }

    fn wrap(&mut self, wrap: Inline<'a>) -> Wrap {
        if !self.wraps.last().is_some_and(|last| last.is_alike(&wrap)) {
            self.wraps.push(wrap);
        }
        Wrap(self.wraps.len() - 1)
    }

    /// Adds text; a line feed in it is the end of a line.
    pub(super) fn text(&mut self, text: Text<'a>, marks: Marks) {
        if !text.contains('\n') {
            return self.words(text, marks);
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.inline(Inline::Break, marks);
            }
            self.words(text.part(line), marks);
        }
    }

    fn words(&mut self, text: Text<'a>, marks: Marks) {
        if !text.is_empty() {
            self.inline(Inline::Text(text), marks);
        }
    }

    /// Adds something that is not text, such as a picture.
    pub(super) fn inline(&mut self, content: Inline<'a>, marks: Marks) {
        self.pieces.push(Piece { content, marks, is_bridge: false });
    }

    /// Adds a picture. There is no place for a caption or a credit in a line, so their words follow it.
    pub(super) fn picture(&mut self, image: Image<'a>, marks: Marks) {
        self.inline(Inline::Image((&image).into()), marks);
        if !image.caption.is_empty() {
            self.text(" ".into(), marks);
            image.caption.into_iter().for_each(|piece| self.inline(piece, marks));
        }
        if let Some(credit) = image.credit {
            self.text([" (", &*credit.text, ")"].concat().into(), marks);
        }
    }

    /// Adds the end of a line that has no marks of its own: those around it go on.
    pub(super) fn line_break(&mut self) {
        self.pieces.push(Piece { content: Inline::Break, marks: Marks::default(), is_bridge: true });
    }

    /// Returns how many pieces there are, by which a caller sees whether something was added.
    pub(super) fn len(&self) -> usize {
        self.pieces.len()
    }

    /// Returns the line.
    pub(super) fn finish(mut self) -> Vec<Inline<'a>> {
        self.bridge();
        self.nest(0..self.pieces.len(), 0)
    }

    /// Gives the ends of lines the marks that stand both before and behind them.
    fn bridge(&mut self) {
        let mut behind = Marks::default();
        for piece in self.pieces.iter_mut().rev() {
            if piece.is_bridge {
                piece.marks = behind;
            } else {
                behind = piece.marks;
            }
        }
        let mut before = Marks::default();
        for piece in &mut self.pieces {
            if piece.is_bridge {
                piece.marks = piece.marks.common(before);
            } else {
                before = piece.marks;
            }
        }
    }

    /// Nests what stands on the layers that are not in `done`. Every step inwards adds a layer to it, so the depth is at
    /// most the number of layers, and the time that number times the number of pieces.
    fn nest(&mut self, range: Range<usize>, done: usize) -> Vec<Inline<'a>> {
        let mut line = Vec::new();
        let mut start = range.start;
        while start < range.end {
            let end = match self.longest(start..range.end, done) {
                Some((layer, end)) => {
                    let wrap = self.pieces.get(start).and_then(|piece| piece.marks.on(layer)).unwrap_or_default();
                    let content = self.nest(start..end, done | 1 << layer);
                    line.extend(self.wrapped(layer, wrap, content));
                    end
                }
                None => self.leaf(start..range.end, done, &mut line),
            };
            start = end;
        }
        line
    }

    /// The layer that goes on longest from the start of the range, and where it ends.
    fn longest(&self, range: Range<usize>, done: usize) -> Option<(usize, usize)> {
        let pieces = self.pieces.get(range.clone())?;
        let first = pieces.first()?.marks;
        let mut layers = first.layers() & !done;
        let mut longest = None;
        while layers != 0 {
            let layer = layers.trailing_zeros() as usize;
            layers &= layers - 1;
            let here = first.on(layer);
            let len = pieces.iter().take_while(|piece| piece.marks.on(layer) == here).count();
            if longest.is_none_or(|(_, end)| range.start + len > end) {
                longest = Some((layer, range.start + len));
            }
        }
        longest
    }

    fn wrapped(&self, layer: usize, wrap: usize, content: Vec<Inline<'a>>) -> Option<Inline<'a>> {
        if layer >= FIRST_MARK {
            return Mark::NAMES.get(layer - FIRST_MARK).map(|(mark, _)| Inline::Marked(*mark, content));
        }
        let mut wrap = self.wraps.get(wrap)?.clone();
        if let Some(inside) = wrap.content_mut() {
            *inside = content;
        }
        Some(wrap)
    }

    /// Adds the piece at the start of the range, if it is text with all further text like it, and says where that ends.
    fn leaf(&mut self, range: Range<usize>, done: usize, line: &mut Vec<Inline<'a>>) -> usize {
        let pieces = self.pieces.get_mut(range.clone()).unwrap_or_default();
        let is_code = pieces.first().is_some_and(|piece| piece.marks.has_code());
        let is_like = |piece: &&Piece<'a>| {
            piece.marks.layers() & !done == 0
                && piece.marks.has_code() == is_code
                && matches!(piece.content, Inline::Text(_))
        };
        let len = pieces.iter().take_while(is_like).count().max(1);
        // A single text is not copied.
        let mut more = String::new();
        for piece in pieces.get(1..len).unwrap_or_default() {
            if let Inline::Text(text) = &piece.content {
                more.push_str(text);
            }
        }
        match pieces.first_mut().map(|piece| std::mem::replace(&mut piece.content, Inline::Break)) {
            Some(Inline::Text(text)) => {
                let text = if more.is_empty() { text } else { [&*text, &more].concat().into() };
                line.push(if is_code { Inline::Code(text) } else { Inline::Text(text) });
            }
            other => line.extend(other),
        }
        range.start + len
    }
}

#[cfg(test)]
mod tests;
