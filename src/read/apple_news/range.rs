//! Reads plain text whose links and styles are ranges of it, counted in the code units of UTF-16.

use std::borrow::Cow;

use crate::json::{Kind, Value};
use crate::model::{Block, Link, Text};

use super::super::marks::{Marks, Run, Wrap};
use super::super::values::at;
use super::super::{order, prose};
use super::{AppleNews, style};

/// Ranges of one text; what is more than that is no text that somebody wrote.
const MOST_RANGES: usize = 1_000;

/// Where a range begins or ends in the text, in bytes.
struct Edge<'a> {
    at: usize,
    is_start: bool,
    range: usize,
    marks: Marks,
    link: Option<Link<'a>>,
}

/// Whether a component has ranges.
pub(super) fn has_ranges(component: Value<'_, '_>) -> bool {
    ranges(component).next().is_some()
}

fn ranges<'d, 'a: 'd>(component: Value<'d, 'a>) -> impl Iterator<Item = Value<'d, 'a>> {
    let ranges = component.items_of("additions").chain(component.items_of("inlineTextStyles"));
    ranges.filter(|range| range.get("rangeStart").is_some())
}

impl<'d, 'a> AppleNews<'_, 'd, 'a> {
    /// The paragraphs of a plain text with its ranges.
    pub(super) fn ranged(&mut self, component: Value<'d, 'a>, text: Value<'d, 'a>) -> Vec<Block<'a>> {
        if !has_ranges(component) || !text.is_string() {
            return self.values.text(text).map(prose::paragraphs).unwrap_or_default();
        }
        let whole = text.as_str().unwrap_or_default();
        let edges = self.edges(component, whole.trim_end());
        match whole {
            Cow::Borrowed(whole) => split(whole.trim_end(), |piece| piece.into(), edges),
            Cow::Owned(whole) => split(whole.trim_end(), |piece| piece.to_owned().into(), edges),
        }
    }

    /// Where ranges begin and end, in the order of the text.
    fn edges(&mut self, component: Value<'d, 'a>, whole: &str) -> Vec<Edge<'a>> {
        let mut edges = Vec::new();
        for (index, range) in ranges(component).take(MOST_RANGES).enumerate() {
            let number = |name: &str| {
                range.get(name).and_then(Value::as_integer).and_then(|number| usize::try_from(number).ok())
            };
            let (Some(start), Some(len)) = (number("rangeStart"), number("rangeLength")) else {
                self.values.expected("a range with a start and a length", range);
                continue;
            };
            let (marks, link) = (self.range_marks(range), self.range_link(range));
            let end = start.saturating_add(len);
            edges.push(Edge { at: start, is_start: true, range: index, marks, link });
            edges.push(Edge { at: end, is_start: false, range: index, marks, link: None });
        }
        order::sort(&mut edges, &|one, other| (one.at, one.is_start).cmp(&(other.at, other.is_start)));
        to_bytes(whole, &mut edges);
        edges
    }

    fn range_marks(&self, range: Value<'d, 'a>) -> Marks {
        let Some(named) = range.get("textStyle") else { return Marks::default() };
        match named.as_str() {
            Some(name) => self.styles.get(&name).copied().unwrap_or_default(),
            None => style::marks(named),
        }
    }

    fn range_link(&mut self, range: Value<'d, 'a>) -> Option<Link<'a>> {
        let address = range.get("URL").filter(|address| address.kind() != Kind::Null)?;
        Some(Link { href: self.values.url(address), at: at(range), ..Link::default() })
    }
}

/// From code units to bytes, in one walk over the text. What is inside of a character goes to its end.
fn to_bytes(whole: &str, edges: &mut [Edge<'_>]) {
    let mut chars = whole.char_indices();
    let (mut units, mut byte) = (0, 0);
    for edge in edges {
        while units < edge.at {
            let Some((at, c)) = chars.next() else { break };
            units += c.len_utf16();
            byte = at + c.len_utf8();
        }
        edge.at = byte;
    }
}

/// The paragraphs of a text, each with the marks and links over it.
fn split<'s, 'a>(whole: &'s str, own: fn(&'s str) -> Text<'a>, edges: Vec<Edge<'a>>) -> Vec<Block<'a>> {
    let mut paragraphs = Paragraphs { blocks: Vec::new(), run: Run::default(), wrap: None };
    let mut open: Vec<Edge<'a>> = Vec::new();
    let mut start = 0;
    for edge in edges {
        let piece = whole.get(start..edge.at).unwrap_or_default();
        paragraphs.add(piece, own, &open);
        start = edge.at;
        if edge.is_start {
            open.push(edge);
        } else {
            open.retain(|known| known.range != edge.range);
        }
    }
    paragraphs.add(whole.get(start..).unwrap_or_default(), own, &open);
    paragraphs.end();
    paragraphs.blocks
}

/// Paragraphs that are being put together.
struct Paragraphs<'a> {
    blocks: Vec<Block<'a>>,
    run: Run<'a>,
    /// The link that is open, by the number of its range.
    wrap: Option<(usize, Wrap)>,
}

impl<'a> Paragraphs<'a> {
    /// Adds a piece of the text; two line feeds in it end a paragraph.
    fn add<'s>(&mut self, piece: &'s str, own: fn(&'s str) -> Text<'a>, open: &[Edge<'a>]) {
        let marks = open.iter().fold(Marks::default(), |marks, edge| marks.union(edge.marks));
        let link = open.iter().rev().find(|edge| edge.link.is_some());
        for (index, part) in piece.split("\n\n").enumerate() {
            if index > 0 {
                self.end();
            }
            if part.is_empty() {
                continue;
            }
            let marks = match link {
                Some(edge) => marks.link(self.wrap(edge)),
                None => marks,
            };
            self.run.text(own(part), marks);
        }
    }

    fn wrap(&mut self, edge: &Edge<'a>) -> Wrap {
        if let Some((_, wrap)) = self.wrap.filter(|(range, _)| *range == edge.range) {
            return wrap;
        }
        let wrap = self.run.link(edge.link.clone().unwrap_or_default());
        self.wrap = Some((edge.range, wrap));
        wrap
    }

    fn end(&mut self) {
        self.wrap = None;
        self.blocks.extend(prose::next_paragraph(&mut self.run));
    }
}
