//! HTML as a tree of elements, words and comments; it knows how HTML nests, not what an article is.
//!
//! The tokens are read by the rules of the HTML Standard, 13.2.5. The tree is built as browsers build it (13.2.6) as far
//! as that decides where words belong: what ends a paragraph, an item or a cell, and which marks go on after it. The
//! nodes lie in the order of the source, each with the end of what is in it, so nothing points anywhere.

use std::borrow::Cow;

use super::tag::{Kind, Tag};
use crate::read::words;

/// A piece of HTML.
pub(super) struct Tree<'s> {
    nodes: Vec<Data<'s>>,
    attributes: Vec<(Cow<'s, str>, Cow<'s, str>)>,
    /// Where the first element begins that nests too deep to be kept.
    pub(super) too_deep: Option<usize>,
}

struct Data<'s> {
    content: Content<'s>,
    /// Where it begins.
    start: u32,
    /// The index of the node after all that is in it.
    end: u32,
    /// How many texts with words there are before it.
    words: u32,
    /// How many pictures there are before it.
    pictures: u32,
}

/// What a node is.
pub(super) enum Content<'s> {
    Element(Element),
    Text(Cow<'s, str>),
    /// HTML that is shown where no script runs.
    Source(Cow<'s, str>),
    Comment(Cow<'s, str>),
}

#[derive(Clone, Copy)]
pub(super) struct Element {
    tag: Tag,
    kind: Kind,
    /// Whether a block stands in it.
    has_block: bool,
    first_attribute: u32,
    attributes: u32,
}

/// What stands for a node that there is not.
const NOTHING: Data<'static> =
    Data { content: Content::Text(Cow::Borrowed("")), start: 0, end: 0, words: 0, pictures: 0 };

/// A node of a tree.
#[derive(Clone, Copy)]
pub(super) struct Node<'t, 's> {
    tree: &'t Tree<'s>,
    index: usize,
}

impl<'s> Tree<'s> {
    /// Returns what holds all that there is.
    pub(super) fn root(&self) -> Node<'_, 's> {
        Node { tree: self, index: 0 }
    }

    fn data(&self, index: usize) -> &Data<'s> {
        self.nodes.get(index).unwrap_or(&NOTHING)
    }
}

impl<'t, 's> Node<'t, 's> {
    fn data(self) -> &'t Data<'s> {
        self.tree.data(self.index)
    }

    /// Returns the place behind all that is in it.
    #[inline(never)]
    fn end(self) -> usize {
        self.data().end as usize
    }

    fn element(self) -> Option<&'t Element> {
        if let Content::Element(element) = &self.data().content { Some(element) } else { None }
    }

    /// Returns the tag of an element.
    pub(super) fn tag(self) -> Option<Tag> {
        self.element().map(|element| element.tag)
    }

    /// Returns whether it is an element of that tag.
    pub(super) fn is(self, tag: Tag) -> bool {
        self.tag() == Some(tag)
    }

    /// Returns what becomes of an element.
    pub(super) fn kind(self) -> Option<Kind> {
        self.element().map(|element| element.kind)
    }

    /// Returns the words of a text.
    pub(super) fn text(self) -> Option<&'t Cow<'s, str>> {
        if let Content::Text(text) = &self.data().content { Some(text) } else { None }
    }

    /// Returns what a comment says.
    pub(super) fn comment(self) -> Option<&'t str> {
        if let Content::Comment(text) = &self.data().content { Some(text.trim()) } else { None }
    }

    /// Returns its place among all nodes of the tree.
    pub(super) fn place(self) -> usize {
        self.index
    }

    /// Returns where it begins in the HTML.
    pub(super) fn start(self) -> usize {
        self.data().start as usize
    }

    /// Returns whether a block stands in it.
    pub(super) fn has_block(self) -> bool {
        self.element().is_some_and(|element| element.has_block)
    }

    /// Returns how many texts with words are in it.
    pub(super) fn words(self) -> u32 {
        self.tree.counts(self.end()).0 - self.data().words
    }

    /// Returns how many pictures are in it.
    pub(super) fn pictures(self) -> u32 {
        self.tree.counts(self.end()).1 - self.data().pictures
    }

    /// Returns whether words follow it before its ancestor `ancestor` ends.
    pub(super) fn is_before_words(self, ancestor: Node<'t, 's>) -> bool {
        self.tree.counts(ancestor.end()).0 > self.tree.counts(self.end()).0
    }

    /// Returns what stands right in it.
    pub(super) fn children(self) -> impl Iterator<Item = Node<'t, 's>> {
        let (mut next, end) = (self.index + 1, self.end());
        std::iter::from_fn(move || {
            let child = Node { tree: self.tree, index: next };
            next = if next < end { child.end() } else { return None };
            Some(child)
        })
    }

    /// Returns the element that begins where it ends, if nothing but space is between.
    pub(super) fn next_element(self) -> Option<Node<'t, 's>> {
        let behind = self.end()..self.tree.nodes.len();
        let mut behind = behind.map(|index| Node { tree: self.tree, index });
        behind.find(|node| !node.text().is_some_and(|text| text.trim().is_empty())).filter(|node| node.tag().is_some())
    }

    /// Returns the elements in it at any depth, in the order of the source.
    pub(super) fn elements(self) -> impl Iterator<Item = Node<'t, 's>> {
        let (mut next, end) = (self.index + 1, self.end());
        std::iter::from_fn(move || {
            let index = self.tree.element_from(next, end);
            next = index + 1;
            (index < end).then_some(Node { tree: self.tree, index })
        })
    }

    /// Returns whether it is the same node as `other`, of the same tree.
    pub(super) fn is_same(self, other: Node<'t, 's>) -> bool {
        self.index == other.index
    }

    /// Returns whether `other` is in it.
    pub(super) fn holds(self, other: Node<'t, 's>) -> bool {
        other.index > self.index && other.index < self.end()
    }

    /// Returns it and what is in it.
    fn inside(self) -> impl Iterator<Item = &'t Content<'s>> {
        let inside = self.tree.nodes.get(self.index..self.end()).unwrap_or_default();
        inside.iter().map(|data| &data.content)
    }

    /// Returns the texts in it.
    pub(super) fn texts(self) -> impl Iterator<Item = &'t str> {
        self.inside().map(|content| if let Content::Text(text) = content { text } else { "" })
    }

    /// Returns the words in it, without marks.
    #[inline(never)]
    pub(super) fn plain_text(self) -> String {
        self.texts().collect()
    }

    /// Returns how many words are in it; those of two texts are apart, as in two boxes.
    pub(super) fn count(self) -> usize {
        let is_word = |word: &&str| words::has_letters(word);
        self.texts().map(|text| text.split_whitespace().filter(is_word).count()).sum()
    }

    /// Returns the first text with words in it, without the space around it.
    #[inline(never)]
    pub(super) fn first_text(self) -> &'t str {
        self.texts().map(str::trim).find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// Returns the words in it, those of two texts apart, as in two boxes.
    #[inline(never)]
    pub(super) fn parted_text(self) -> String {
        self.texts().flat_map(|text| [text, " "]).collect()
    }

    /// Returns the HTML that it has for those without scripts.
    pub(super) fn source(self) -> String {
        self.inside().map(|content| if let Content::Source(html) = content { html } else { "" }).collect()
    }

    /// Returns an attribute's value.
    pub(super) fn attribute(self, name: &str) -> Option<&'t Cow<'s, str>> {
        let element = self.element()?;
        let first = element.first_attribute as usize;
        let own = self.tree.attributes.get(first..first + element.attributes as usize)?;
        own.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }
}

impl<'s> Tree<'s> {
    /// Returns where the first element stands from one place on and before another, or that other.
    #[inline(never)]
    fn element_from(&self, start: usize, end: usize) -> usize {
        let mut index = start;
        while index < end && !matches!(self.data(index).content, Content::Element(_)) {
            index += 1;
        }
        index
    }

    /// Returns the counts of words and pictures before a node, or in all.
    fn counts(&self, index: usize) -> (u32, u32) {
        match self.nodes.get(index) {
            Some(data) => (data.words, data.pictures),
            None => self.nodes.last().map_or((0, 0), |last| {
                let is_picture = matches!(last.content, Content::Element(Element { kind: Kind::Picture, .. }));
                (last.words + u32::from(has_words(&last.content)), last.pictures + u32::from(is_picture))
            }),
        }
    }

    pub(super) fn new() -> Self {
        Self { nodes: Vec::new(), attributes: Vec::new(), too_deep: None }
    }

    /// Returns how many attributes there are so far.
    pub(super) fn attributes(&self) -> usize {
        self.attributes.len()
    }

    /// Adds an attribute to the element that is added next, unless it has one of that name.
    pub(super) fn add_attribute(&mut self, first: usize, name: Cow<'s, str>, value: Cow<'s, str>) {
        let own = self.attributes.get(first..).unwrap_or_default();
        if own.len() < MOST_ATTRIBUTES && !own.iter().any(|(known, _)| *known == name) {
            self.attributes.push((name, value));
        }
    }

    /// Adds an element that has the attributes from `first` on; returns its index.
    pub(super) fn add_element(&mut self, tag: Tag, kind: Kind, first: usize, count: usize, start: usize) -> usize {
        let (first_attribute, attributes) = (number(first), number(count));
        self.add(Content::Element(Element { tag, kind, has_block: false, first_attribute, attributes }), start)
    }

    /// Returns the attributes of an element: where they begin and how many there are.
    pub(super) fn attributes_of(&self, index: usize) -> (usize, usize) {
        let element = Node { tree: self, index }.element();
        element.map_or((0, 0), |element| (element.first_attribute as usize, element.attributes as usize))
    }

    /// Adds a node; returns its index.
    #[inline(never)]
    pub(super) fn add(&mut self, content: Content<'s>, start: usize) -> usize {
        let index = self.nodes.len();
        let (words, pictures) = self.counts(index);
        self.nodes.push(Data { content, start: number(start), end: number(index + 1), words, pictures });
        index
    }

    /// Ends an element: what is added from now on is not in it.
    pub(super) fn close(&mut self, index: usize) {
        let end = number(self.nodes.len());
        if let Some(data) = self.nodes.get_mut(index) {
            data.end = end;
        }
    }

    /// Notes that a block stands in an element; returns whether that is new.
    pub(super) fn note_block(&mut self, index: usize) -> bool {
        let Some(Data { content: Content::Element(element), .. }) = self.nodes.get_mut(index) else { return false };
        !std::mem::replace(&mut element.has_block, true)
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Attributes of one element; more than that nobody writes.
const MOST_ATTRIBUTES: usize = 48;

fn has_words(content: &Content<'_>) -> bool {
    matches!(content, Content::Text(text) if !text.trim_start().is_empty())
}
