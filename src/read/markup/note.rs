//! Footnotes in HTML: the notes, the references to them and the ways back; it knows how they are written, not how they
//! are numbered.

use super::Markup;
use super::line::Line;
use super::tag::Tag;
use super::tree::{Node, Tree};
use crate::diagnostic::Code;
use crate::model::{Block, Inline, Note, is_letter};
use crate::read::source::MOST_NOTES;
use crate::read::{order, words};

/// The notes of a fragment, and what is read somewhere else than where it stands.
pub(super) struct Notes<'t, 's> {
    /// The notes by their names, in the order of the names.
    notes: Vec<(&'t str, Node<'t, 's>)>,
    /// The places in the tree of captions, credits and the like that are being read somewhere else.
    elsewhere: Vec<usize>,
    /// How often each place stands in that list, so that nobody has to look through it.
    counts: Vec<u32>,
}

/// The class of a note that stands behind its reference.
const BESIDE: &str = "modern-footnotes-footnote__note";

/// What the names of comments begin with in a document of Google Docs, which has them as notes.
const COMMENT: &str = "cmnt";

/// The class of a note of Substack, whose name is that of the way back in it.
const NUMBERED: &str = "footnote";
const NUMBER: &str = "footnote-number";

/// The name of a note: its identifier, or its number.
fn name_of<'t>(node: Node<'t, '_>) -> Option<&'t str> {
    let of_number = || {
        let number = if node.is_called(NUMBERED) { node.find(Tag::A) } else { None };
        number.filter(|number| number.is_called(NUMBER))?.attribute("id")
    };
    let own = node.first(&["id", "data-mfn"]).or_else(of_number).map(|name| &**name);
    own.or_else(|| way_back_of(node).map(|link| link.name))
}

/// A link with a name of its own to another place of the document.
#[derive(Clone, Copy)]
struct Way<'t> {
    name: &'t str,
    to: &'t str,
    start: usize,
}

fn way<'t>(link: Node<'t, '_>) -> Option<Way<'t>> {
    let name = link.first(&["id", "name"]).filter(|_| link.is(Tag::A))?;
    Some(Way { name, to: link.attribute("href")?.strip_prefix('#')?, start: link.start() })
}

/// The link that a paragraph or an item begins with, if it has a name, as in the documents of word processors.
fn way_back_of<'t>(node: Node<'t, '_>) -> Option<Way<'t>> {
    const FIRST: usize = 4;
    let is_note = matches!(node.tag(), Some(Tag::P | Tag::Li));
    node.elements().take(FIRST).filter(|_| is_note).find_map(way)
}

/// The notes of word processors: they begin with a link to the link that refers to them.
fn add_answers<'t, 's>(tree: &'t Tree<'s>, notes: &mut Vec<(&'t str, Node<'t, 's>)>) {
    let mut ways: Vec<_> = tree.root().elements().filter_map(way).collect();
    order::sort(&mut ways, &|one, other| one.name.cmp(other.name));
    let way_of = |name: &str| {
        let index = ways.binary_search_by(|way| way.name.cmp(name)).ok()?;
        ways.get(index)
    };
    let answers = |back: &Way<'_>| way_of(back.to).is_some_and(|way| way.to == back.name && way.start < back.start);
    if !ways.is_empty() {
        let backs = tree.root().elements().filter_map(|node| Some((way_back_of(node).filter(answers)?.name, node)));
        notes.extend(backs.take(MOST_NOTES));
    }
}

/// Whether the words of a link are no more than that it leads back.
fn says_back(text: &str) -> bool {
    const WORDS: &str = "back|back to text|return|return to text|jump up|zurück|retour|volver|terug|tillbaka";
    !words::has_letters(text) || words::has_lower(WORDS, words::trim(text, |c| !is_letter(c)))
}

/// The text of a note without the space that parted it from its number.
fn without_first_space(mut blocks: Vec<Block<'_>>) -> Vec<Block<'_>> {
    if let Some(Block::Paragraph(line)) = blocks.first_mut()
        && let Some(Inline::Text(text)) = line.first_mut()
    {
        let spaces = text.len() - text.trim_start().len();
        *text = text.slice(spaces..text.len());
    }
    blocks
}

impl<'t, 's> Notes<'t, 's> {
    /// Returns the notes of a tree: the items that have a name, in what is called footnotes.
    pub(super) fn find(tree: &'t Tree<'s>) -> Self {
        let mut notes: Vec<(&'t str, Node<'t, 's>)> = Vec::new();
        let mut headings: Vec<Node<'t, 's>> = Vec::new();
        let is_endnotes = |node: Node<'t, 's>| node.says("role", "doc-endnotes");
        let is_notes =
            |node: Node<'t, 's>| node.is_called_like("footnotes") || node.is_called("references") || is_endnotes(node);
        for place in tree.root().all_that(usize::MAX, &is_notes) {
            let before = notes.len();
            let is_item = |node: Node<'t, 's>| matches!(node.tag(), Some(Tag::Li | Tag::P | Tag::Div));
            for note in place.all_that(usize::MAX, &is_item) {
                if let Some(id) = note.attribute("id")
                    && notes.len() < MOST_NOTES
                    && !notes.iter().rev().take(2).any(|(_, other)| other.holds(note))
                {
                    notes.push((id, note));
                }
            }
            if is_endnotes(place) && notes.len() > before {
                // The notes are shown under a heading of ours.
                headings.extend(place.find_that(&Node::is_heading));
            }
        }
        // A plugin of WordPress has each note right behind the reference to it, Substack each on its own.
        let is_alone =
            |node: Node<'t, 's>| (node.is_called(BESIDE) || node.is_called(NUMBERED)) && name_of(node).is_some();
        let beside = tree.root().all_that(MOST_NOTES, &is_alone).into_iter();
        notes.extend(beside.filter_map(|node| Some((name_of(node)?, node))));
        add_answers(tree, &mut notes);
        order::sort(&mut notes, &|one, other| one.0.cmp(other.0));
        notes.dedup_by(|one, other| one.0 == other.0);
        let mut found = Self { notes, elsewhere: Vec::new(), counts: Vec::new() };
        found.set_aside(&headings);
        found
    }

    fn note(&self, name: &str) -> Option<Node<'t, 's>> {
        let index = self.notes.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
        self.notes.get(index).map(|(_, note)| *note)
    }

    /// Returns whether a node is read somewhere else.
    pub(super) fn is_elsewhere(&self, node: Node<'t, 's>) -> bool {
        let is_note = !self.notes.is_empty()
            && name_of(node).is_some_and(|name| self.note(name).is_some_and(|note| note.is_same(node)));
        is_note || self.counts.get(node.place()).is_some_and(|count| *count > 0)
    }

    /// Sets nodes aside; returns how many there were before.
    pub(super) fn set_aside(&mut self, nodes: &[Node<'t, 's>]) -> usize {
        let before = self.elsewhere.len();
        for place in nodes.iter().map(|node| node.place()) {
            if self.counts.len() <= place {
                self.counts.resize(place + 1, 0);
            }
            if let Some(count) = self.counts.get_mut(place) {
                *count += 1;
            }
            self.elsewhere.push(place);
        }
        before
    }

    /// Forgets what was set aside after the first `len`.
    pub(super) fn forget(&mut self, len: usize) {
        for place in self.elsewhere.drain(len.min(self.elsewhere.len())..) {
            if let Some(count) = self.counts.get_mut(place) {
                *count -= 1;
            }
        }
    }

    /// Returns whether a link leads from a note back to where it was referred to.
    pub(super) fn is_way_back(&self, node: Node<'t, 's>) -> bool {
        !self.notes.is_empty()
            && node.attribute("href").is_some_and(|href| href.contains('#'))
            && (node.is_called_like("back")
                || node.is_called(NUMBER)
                || node.says("role", "doc-backlink")
                || way(node).is_some_and(|way| self.note(way.name).is_some())
                || says_back(&node.plain_text()))
    }
}

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Returns the name of the note that a link refers to.
    pub(super) fn note_of(&self, node: Node<'t, 's>) -> Option<&'t str> {
        // Browsers that save a page write the address of the page before the name. A link in words leads elsewhere.
        let is_sign = || !node.plain_text().trim_start().starts_with(is_letter);
        let named = node.attribute("href").and_then(|href| href.rsplit_once('#'));
        let named = named.filter(|(page, _)| page.is_empty() || is_sign());
        let name = named.map(|(_, name)| name).or_else(|| node.attribute("aria-describedby").map(|name| &**name))?;
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
        if name.starts_with(COMMENT) {
            return;
        }
        line.push(Inline::NoteRef { id: self.made(name.to_owned()), at: self.at(node) });
    }

    /// Returns the footnotes, in the order of the source.
    pub(super) fn notes(&mut self) -> Vec<Note<'a>> {
        let mut notes = self.notes.notes.clone();
        order::sort(&mut notes, &|one, other| one.1.start().cmp(&other.1.start()));
        let read = |(name, node): (&'t str, Node<'t, 's>)| {
            if name.starts_with(COMMENT) {
                self.report(Code::HtmlDropped, node.start(), "a comment that editors left in the HTML is left out");
                return None;
            }
            let id = self.made(name.to_owned());
            Some(Note { id, content: without_first_space(self.blocks(node)), at: self.at(node) })
        };
        notes.into_iter().filter_map(read).collect()
    }
}
