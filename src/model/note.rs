//! Footnotes and their numbers; it knows the order of references, not how they are shown.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{At, Block, Text};

/// A footnote: the text that a [`Inline::NoteRef`](super::Inline::NoteRef) of the same identifier points to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Note<'a> {
    /// The identifier that the references name.
    pub id: Text<'a>,
    /// What it says.
    pub content: Vec<Block<'a>>,
    /// Where it begins in the source.
    pub at: At,
}

/// The numbers of the footnotes, given in the order in which they are referred to.
///
/// ```
/// use newsprint::model::{Note, Numbering};
/// let notes = ["a", "b"].map(|id| Note { id: id.into(), ..Note::default() });
/// let mut numbering = Numbering::of(&notes);
/// assert_eq!(numbering.refer("b"), Some((1, Some(1))));
/// assert_eq!(numbering.refer("b"), Some((1, Some(2))));
/// assert_eq!(numbering.refer("c"), None);
/// assert_eq!(numbering.next_unshown().unwrap().id.as_str(), "b");
/// assert_eq!(numbering.next_unshown().unwrap().id.as_str(), "a");
/// assert_eq!(numbering.references(1), 2);
/// ```
#[derive(Debug)]
pub struct Numbering<'a> {
    notes: &'a [Note<'a>],
    by_id: BTreeMap<Cow<'a, str>, usize>,
    /// The index of each numbered note, and how often it has been referred to.
    numbered: Vec<(usize, usize)>,
    /// The number of each note, 0 for none yet.
    numbers: Vec<usize>,
    shown: usize,
    /// No note before this one is without a number.
    first_unnumbered: usize,
    references: usize,
}

/// No article has more; each of them costs two links with their names.
const MOST_REFERENCES: usize = 1_000;

impl<'a> Numbering<'a> {
    /// Returns the numbering of these notes, none of which has a number yet. Of two notes with one identifier the first
    /// counts.
    #[must_use]
    pub fn of(notes: &'a [Note<'a>]) -> Self {
        let mut by_id = BTreeMap::new();
        for (index, note) in notes.iter().enumerate().rev() {
            by_id.insert(Cow::Borrowed(note.id.as_str()), index);
        }
        Self {
            notes,
            by_id,
            numbered: Vec::new(),
            numbers: vec![0; notes.len()],
            shown: 0,
            first_unnumbered: 0,
            references: 0,
        }
    }

    /// Counts a reference; returns the number of its note, and that of the reference among those to that note unless there
    /// are too many references for each to have a way there and back.
    pub fn refer(&mut self, id: &str) -> Option<(usize, Option<usize>)> {
        let index = *self.by_id.get(id)?;
        let number = self.number(index)?;
        self.references += 1;
        if self.references > MOST_REFERENCES {
            return Some((number, None));
        }
        let (_, references) = self.numbered.get_mut(number - 1)?;
        *references += 1;
        Some((number, Some(*references)))
    }

    /// Returns the note with the lowest number that has not been shown; those that nothing refers to come last.
    pub fn next_unshown(&mut self) -> Option<&'a Note<'a>> {
        if self.shown == self.numbered.len() {
            while *self.numbers.get(self.first_unnumbered)? > 0 {
                self.first_unnumbered += 1;
            }
            self.number(self.first_unnumbered)?;
        }
        let (index, _) = self.numbered.get(self.shown)?;
        self.shown += 1;
        self.notes.get(*index)
    }

    /// Returns how often the note of that number has been referred to.
    #[must_use]
    pub fn references(&self, number: usize) -> usize {
        self.numbered.get(number - 1).map_or(0, |(_, references)| *references)
    }

    fn number(&mut self, index: usize) -> Option<usize> {
        let number = self.numbers.get_mut(index)?;
        if *number == 0 {
            self.numbered.push((index, 0));
            *number = self.numbered.len();
        }
        Some(*number)
    }
}
