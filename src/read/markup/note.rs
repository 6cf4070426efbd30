//! Footnotes in HTML: the notes, the references to them and the ways back; it knows how they are written, not how they
//! are numbered.

use std::borrow::Cow;

use super::Markup;
use super::line::Line;
use super::tag::{Kind, Tag};
use super::tree::{Node, Tree};
use crate::model::{Inline, Note, Text};
use crate::read::order;
use crate::read::source::MOST_NOTES;

/// The notes of a fragment, and what is read somewhere else than where it stands.
pub(super) struct Notes<'t, 's> {
    /// The notes by their names, in the order of the names.
    notes: Vec<(&'t str, Node<'t, 's>)>,
    /// Captions and credits that are being read with their figure.
    elsewhere: Vec<Node<'t, 's>>,
}

/// The class of a note that stands behind its reference.
const BESIDE: &str = "modern-footnotes-footnote__note";

/// The class of a note of Substack, whose name is that of the way back in it.
const NUMBERED: &str = "footnote";
const NUMBER: &str = "footnote-number";

/// The name of a note: its identifier, or its number.
fn name_of<'t>(node: Node<'t, '_>) -> Option<&'t str> {
    let of_number = || {
        let number = node.find(Tag::A).filter(|_| node.has_class(&|class| class == NUMBERED))?;
        number.attribute("id").filter(|_| number.has_class(&|class| class == NUMBER))
    };
    node.attribute("id").or_else(|| node.attribute("data-mfn")).or_else(of_number).map(|name| &**name)
}

impl<'t, 's> Notes<'t, 's> {
    /// Returns the notes of a tree: the items that have a name, in what is called footnotes.
    pub(super) fn find(tree: &'t Tree<'s>) -> Self {
        let mut notes: Vec<(&'t str, Node<'t, 's>)> = Vec::new();
        let mut elsewhere = Vec::new();
        let is_endnotes = |node: Node<'t, 's>| node.attribute("role").is_some_and(|role| &**role == "doc-endnotes");
        let is_notes = |node: &Node<'t, 's>| node.has_class(&|class| class.contains("footnotes")) || is_endnotes(*node);
        for place in tree.root().elements().filter(is_notes) {
            let before = notes.len();
            let named = place.elements().filter(|node| matches!(node.tag(), Some(Tag::Li | Tag::P | Tag::Div)));
            for note in named {
                if let Some(id) = note.attribute("id")
                    && notes.len() < MOST_NOTES
                    && !notes.iter().rev().take(2).any(|(_, other)| other.holds(note))
                {
                    notes.push((id, note));
                }
            }
            if is_endnotes(place) && notes.len() > before {
                // The notes are shown under a heading of ours.
                elsewhere.extend(place.elements().find(|node| matches!(node.kind(), Some(Kind::Heading(_)))));
            }
        }
        // A plugin of WordPress has each note right behind the reference to it, Substack each on its own.
        let is_alone = |node: &Node<'t, 's>| node.has_class(&|class| class == BESIDE || class == NUMBERED);
        let beside = tree.root().elements().filter(is_alone).filter_map(|node| Some((name_of(node)?, node)));
        notes.extend(beside.take(MOST_NOTES));
        order::sort(&mut notes, &|one, other| one.0.cmp(other.0));
        notes.dedup_by(|one, other| one.0 == other.0);
        Self { notes, elsewhere }
    }

    fn note(&self, name: &str) -> Option<Node<'t, 's>> {
        let index = self.notes.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
        self.notes.get(index).map(|(_, note)| *note)
    }

    /// Returns whether a node is read somewhere else.
    pub(super) fn is_elsewhere(&self, node: Node<'t, 's>) -> bool {
        let is_note = !self.notes.is_empty()
            && name_of(node).is_some_and(|name| self.note(name).is_some_and(|note| note.is_same(node)));
        is_note || self.elsewhere.iter().any(|other| other.is_same(node))
    }

    /// Sets nodes aside; returns how many there were before.
    pub(super) fn set_aside(&mut self, nodes: &[Node<'t, 's>]) -> usize {
        let before = self.elsewhere.len();
        self.elsewhere.extend_from_slice(nodes);
        before
    }

    /// Forgets what was set aside after the first `len`.
    pub(super) fn forget(&mut self, len: usize) {
        self.elsewhere.truncate(len);
    }

    /// Returns whether a link leads from a note back to where it was referred to.
    pub(super) fn is_way_back(&self, node: Node<'t, 's>) -> bool {
        !self.notes.is_empty()
            && node.attribute("href").is_some_and(|href| href.starts_with('#'))
            && (node.has_class(&|class| class.contains("back") || class == NUMBER)
                || node.attribute("role").is_some_and(|role| &**role == "doc-backlink")
                || !node.plain_text().contains(char::is_alphanumeric))
    }
}

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Returns the name of the note that a link refers to.
    pub(super) fn note_of(&self, node: Node<'t, 's>) -> Option<&'t str> {
        let named = node.attribute("href").and_then(|href| href.strip_prefix('#'));
        let name = named.or_else(|| node.attribute("aria-describedby").map(|name| &**name))?;
        self.notes.note(name).filter(|note| !note.holds(node)).map(|_| name)
    }

    /// Returns the name of the note that an element is nothing but a reference to.
    pub(super) fn note_in(&self, node: Node<'t, 's>) -> Option<&'t str> {
        let link = node.find(Tag::A)?;
        if node.words() != link.words() {
            return None;
        }
        let number = || node.attribute("data-mfn").map(|name| &**name).filter(|name| self.notes.note(name).is_some());
        self.note_of(link).or_else(number)
    }

    pub(super) fn note_reference(&mut self, node: Node<'t, 's>, name: &str, line: &mut Line<'a>) {
        let id = Text::from((self.own)(Cow::Owned(name.to_owned())));
        line.push(Inline::NoteRef { id, at: self.at(node) });
    }

    /// Returns the footnotes, in the order of the source.
    pub(super) fn notes(&mut self) -> Vec<Note<'a>> {
        let mut notes = std::mem::take(&mut self.notes.notes);
        order::sort(&mut notes, &|one, other| one.1.start().cmp(&other.1.start()));
        // The ways back are known by the notes that there are.
        self.notes.notes.clone_from(&notes);
        order::sort(&mut self.notes.notes, &|one, other| one.0.cmp(other.0));
        let read = |(name, node): (&'t str, Node<'t, 's>)| Note {
            id: Text::from((self.own)(Cow::Owned(name.to_owned()))),
            content: self.blocks(node),
            at: self.at(node),
        };
        notes.into_iter().map(read).collect()
    }
}
