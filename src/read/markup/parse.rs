//! HTML tokens → a tree; it knows which tags end which elements.

use std::borrow::Cow;

use html5gum::emitters::callback::CallbackEvent;

use super::names::named;
use super::tag::{Kind, Tag};
use super::tokens::tokens;
use super::tree::{Content, Tree};
use crate::read::source::DEEPEST;

/// Elements inside of elements, mere boxes counted too.
const DEEPEST_BOX: usize = 256;
/// Marks that go on in the next block.
const MOST_MARKS: usize = 16;

/// Returns the tree of a piece of HTML.
pub(super) fn parse(source: &str) -> Tree<'_> {
    let mut builder = Builder {
        source,
        tree: Tree::new(),
        open: Vec::new(),
        depth: 0,
        interrupted: Vec::new(),
        name: (Tag::Other, Kind::Plain),
        first_attribute: 0,
        attribute: None,
        start: 0,
    };
    builder.push(Tag::Other, Kind::Box, 0, 0, 0);
    tokens(source, |event, at| builder.read(event, at));
    builder.close_to(0);
    builder.close_one();
    builder.tree
}

struct Builder<'s> {
    source: &'s str,
    tree: Tree<'s>,
    open: Vec<Open>,
    /// How deep what is open nests, mere boxes not counted.
    depth: usize,
    /// Marks that a block interrupted: they go on in the next one.
    interrupted: Vec<Open>,
    /// The start tag that is being read.
    name: (Tag, Kind),
    first_attribute: usize,
    attribute: Option<Cow<'s, str>>,
    start: usize,
}

/// An element whose end was not seen yet.
#[derive(Clone, Copy)]
struct Open {
    tag: Tag,
    kind: Kind,
    index: usize,
    /// Whether its end tag was seen while a block in it was open: it ends with that block.
    is_ending: bool,
}

impl<'s> Builder<'s> {
    fn read(&mut self, event: CallbackEvent<'_>, at: usize) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.name = named(utf8(name));
                self.first_attribute = self.tree.attributes();
                self.start = at;
            }
            CallbackEvent::AttributeName { name } => {
                self.end_attribute(Cow::Borrowed(""));
                self.attribute = Some(self.slice(utf8(name), at));
            }
            CallbackEvent::AttributeValue { value } => {
                let value = self.slice(utf8(value), at);
                self.end_attribute(value);
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                self.end_attribute(Cow::Borrowed(""));
                self.start_tag(self_closing);
            }
            CallbackEvent::EndTag { name } => {
                self.attribute = None;
                self.end_tag(named(utf8(name)).0);
            }
            CallbackEvent::String { value } => self.text(utf8(value), at),
            CallbackEvent::Comment { value } => {
                if !self.is_silent() {
                    let text = self.slice(utf8(value), at + "<!--".len());
                    self.tree.add(Content::Comment(text), at);
                }
            }
            CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    /// Returns the part of the source that lies there, if it is the text, or else a copy of the text.
    fn slice(&self, text: &str, at: usize) -> Cow<'s, str> {
        match self.source.get(at..at + text.len()) {
            Some(slice) if slice == text => Cow::Borrowed(slice),
            Some(_) | None => Cow::Owned(text.to_owned()),
        }
    }

    fn end_attribute(&mut self, value: Cow<'s, str>) {
        if let Some(name) = self.attribute.take() {
            self.tree.add_attribute(self.first_attribute, name, value);
        }
    }

    /// Whether what is read is not for readers.
    fn is_silent(&self) -> bool {
        self.open.last().is_some_and(|open| open.kind == Kind::Silent)
    }

    fn text(&mut self, text: &str, at: usize) {
        if self.is_silent() {
            return;
        }
        let slice = self.slice(text, at);
        if self.open.last().is_some_and(|open| open.kind == Kind::Noscript) {
            self.tree.add(Content::Source(slice), at);
            return;
        }
        if !text.trim_start().is_empty() {
            self.resume();
        }
        self.tree.add(Content::Text(slice), at);
    }

    fn start_tag(&mut self, is_self_closing: bool) {
        let (tag, kind) = self.name;
        let (first, count) = (self.first_attribute, self.tree.attributes() - self.first_attribute);
        if self.is_silent() {
            // A block ends a drawing that nobody ended (HTML 13.2.6.5).
            let is_foreign = self.open.last().is_some_and(|open| open.tag == Tag::Svg);
            if !is_foreign || !(kind.is_block() || tag == Tag::Img) {
                return;
            }
            self.close_one();
        }
        self.end_before(tag, kind);
        if !kind.is_block() && kind != Kind::Nothing {
            self.resume();
        }
        self.push(tag, kind, first, count, self.start);
        if tag.is_void() || (is_self_closing && matches!(tag, Tag::Svg | Tag::Math)) {
            self.close_one();
        }
    }

    /// Adds an element and opens it, if it is not too deep.
    fn push(&mut self, tag: Tag, kind: Kind, first: usize, count: usize, start: usize) {
        let levels = usize::from(!tag.is_mere_box());
        let is_deep = self.open.len() >= DEEPEST_BOX || self.depth + levels > DEEPEST;
        if is_deep && !tag.is_void() && kind != Kind::Silent {
            self.tree.too_deep.get_or_insert(start);
            return;
        }
        let index = self.tree.add_element(tag, kind, first, count, start);
        if kind.is_block() {
            let _ = self.open.iter().rev().take_while(|open| self.tree.note_block(open.index)).count();
        }
        self.depth += levels;
        self.open.push(Open { tag, kind, index, is_ending: false });
    }

    fn close_one(&mut self) {
        if let Some(open) = self.open.pop() {
            self.depth -= usize::from(!open.tag.is_mere_box());
            self.tree.close(open.index);
        }
    }

    /// Closes what was opened after the first `len` elements. Marks that nobody ended go on in the next block.
    fn close_to(&mut self, len: usize) {
        let target = self.open.get(len).copied();
        let is_cell = target.is_some_and(|open| open.tag.is_cell() || open.tag == Tag::Table);
        let from = self.interrupted.len();
        while self.open.len() > len {
            let Some(open) = self.open.last().copied() else { break };
            let is_target = self.open.len() == len + 1;
            if open.tag.is_formatting() && !open.is_ending && !is_target && !is_cell {
                self.interrupted.push(open);
            }
            self.close_one();
        }
        // They were met from the inside out.
        if let Some(new) = self.interrupted.get_mut(from..) {
            new.reverse();
        }
        self.interrupted.truncate(MOST_MARKS);
        if self.open.last().is_some_and(|open| open.is_ending) {
            self.close_one();
        }
    }

    /// Begins the interrupted marks again.
    fn resume(&mut self) {
        for open in std::mem::take(&mut self.interrupted) {
            let (first, count) = self.tree.attributes_of(open.index);
            let start = self.start;
            self.push(open.tag, open.kind, first, count, start);
        }
    }

    /// The number of open elements outside of the innermost one that `is_wanted`, unless one that `is_wall` is met.
    fn innermost(&self, is_wanted: &dyn Fn(Tag) -> bool, is_wall: &dyn Fn(Tag) -> bool) -> Option<usize> {
        let mut at = self.open.len();
        for open in self.open.iter().rev() {
            at -= 1;
            if is_wanted(open.tag) && !open.is_ending {
                return (at > 0).then_some(at);
            }
            if is_wall(open.tag) {
                return None;
            }
        }
        None
    }

    /// Closes what a start tag ends.
    fn end_before(&mut self, tag: Tag, kind: Kind) {
        let is_list = |tag: Tag| matches!(tag, Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dl) || tag.is_cell();
        let is_table = |tag: Tag| tag == Tag::Table;
        let is_group = |tag: Tag| matches!(tag, Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Caption);
        let ended = if tag == Tag::Li {
            self.innermost(&|open| open == Tag::Li, &is_list)
        } else if matches!(tag, Tag::Dt | Tag::Dd) {
            self.innermost(&|open| matches!(open, Tag::Dt | Tag::Dd), &is_list)
        } else if matches!(tag, Tag::Td | Tag::Th) {
            self.innermost(&Tag::is_cell, &is_table)
        } else if tag == Tag::Tr {
            self.innermost(&|open| open == Tag::Tr || open == Tag::Caption, &is_table)
        } else if is_group(tag) {
            self.innermost(&is_group, &is_table)
        } else if tag == Tag::A {
            self.innermost(&|open| open == Tag::A, &Tag::is_cell)
        } else if tag.is_heading() {
            self.open.last().filter(|open| open.tag.is_heading()).map(|_| self.open.len() - 1)
        } else {
            None
        };
        let paragraph = || self.innermost(&|open| open == Tag::P, &Tag::is_cell);
        let ended = ended.or_else(|| if kind.is_block() { paragraph() } else { None });
        if let Some(len) = ended {
            self.close_to(len);
        }
        if tag == Tag::A {
            self.interrupted.retain(|open| open.tag != Tag::A);
        }
    }

    fn end_tag(&mut self, tag: Tag) {
        if tag == Tag::Br {
            self.first_attribute = self.tree.attributes();
            self.name = (tag, Kind::Break);
            return self.start_tag(false);
        }
        let silent = self.open.last().filter(|open| open.kind == Kind::Silent && open.tag != tag);
        // In a drawing an end tag may be that of an element around it; what else is silent has its own end.
        if tag.is_void() || silent.is_some_and(|open| matches!(tag, Tag::Custom | Tag::Other) || open.tag != Tag::Svg) {
            return;
        }
        let is_heading = tag.is_heading();
        let is_wanted = |open: Tag| open == tag || (is_heading && open.is_heading());
        let is_wall = |open: Tag| open.is_cell() && !matches!(tag, Tag::Table | Tag::Tr | Tag::Tbody | Tag::Thead);
        if tag.is_formatting()
            && let Some(last) = self.interrupted.iter().rposition(|open| open.tag == tag)
        {
            self.interrupted.remove(last);
            return;
        }
        let Some(len) = self.innermost(&is_wanted, &is_wall) else { return };
        let holds_block = self.open.get(len + 1..).unwrap_or_default().iter().any(|open| open.kind.is_block());
        match self.open.get_mut(len) {
            Some(open) if tag.is_formatting() && holds_block => open.is_ending = true,
            _ => self.close_to(len),
        }
    }
}

fn utf8(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}
