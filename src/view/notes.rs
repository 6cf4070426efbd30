//! Shows references to footnotes, and the footnotes with the ways back.

use std::collections::BTreeMap;

use crate::html::{Attribute, Element, Name, Node};
use crate::locale::fill;
use crate::model::{Article, Note};

use super::{Part, View};

/// The notes, numbered in the order of their first reference.
pub(super) struct Notes<'a> {
    all: &'a [Note<'a>],
    by_id: BTreeMap<&'a str, usize>,
    /// Which of them have a number, in order of their numbers, and how often each has been referred to.
    numbered: Vec<(usize, u32)>,
    /// The number of each, 0 for none yet.
    numbers: Vec<usize>,
}

impl<'a> Notes<'a> {
    pub(super) fn of(article: &'a Article<'a>) -> Self {
        let all = article.notes.as_slice();
        // The first of two notes with one identifier counts.
        let by_id = all.iter().enumerate().rev().map(|(index, note)| (note.id.as_str(), index)).collect();
        Self { all, by_id, numbered: Vec::new(), numbers: vec![0; all.len()] }
    }

    /// The number of the note of that identifier and how many references it has now, if there is such a note.
    fn refer(&mut self, id: &str) -> Option<(usize, u32)> {
        let number = self.number(*self.by_id.get(id)?);
        let (_, count) = self.numbered.get_mut(number - 1)?;
        *count += 1;
        Some((number, *count))
    }

    fn number(&mut self, index: usize) -> usize {
        let Some(number) = self.numbers.get_mut(index) else { return 1 };
        if *number == 0 {
            self.numbered.push((index, 0));
            *number = self.numbered.len();
        }
        *number
    }
}

impl<'a> View<'_, 'a> {
    /// A reference is a link whose name contains its number (DPUB-ARIA 1.1, `doc-noteref`; WCAG 2.5.3).
    pub(super) fn note_ref(&mut self, id: &'a str) -> Node<'a> {
        let reference = Element::classed(Name::Sup, "np-noteref");
        let Some((number, count)) = self.notes.refer(id) else {
            return reference.text(id).into();
        };
        let link = Element::new(Name::A)
            .with(Attribute::Id, self.note_ref_id(number, count))
            .with(Attribute::Href, format!("#{}", self.id(&format!("fn-{number}"))))
            .with(Attribute::Role, "doc-noteref")
            .with(Attribute::AriaLabel, fill(self.words.note, number))
            .text(number.to_string());
        reference.child(link).into()
    }

    fn note_ref_id(&self, number: usize, count: u32) -> String {
        self.id(&if count == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{count}") })
    }

    /// The notes that are referred to, then the others. A note may refer to notes, so the ways back come last.
    pub(super) fn endnotes(&mut self) -> Option<Node<'a>> {
        let all = self.notes.all;
        if all.is_empty() {
            return None;
        }
        let mut items = Vec::with_capacity(all.len());
        let mut unreferred = 0..all.len();
        while items.len() < all.len() {
            let index = match self.notes.numbered.get(items.len()) {
                Some((index, _)) => *index,
                None => {
                    let Some(index) = unreferred.find(|index| self.notes.numbers.get(*index) == Some(&0)) else {
                        break;
                    };
                    self.notes.number(index);
                    index
                }
            };
            items.push(all.get(index).map(|note| self.blocks(&note.content)).unwrap_or_default());
        }
        let items =
            items.into_iter().enumerate().map(|(index, content)| self.note(index + 1, content)).collect::<Vec<_>>();
        let heading = self.id("notes");
        let section = Element::classed(Name::Section, "np-notes")
            .with(Attribute::Role, "doc-endnotes")
            .with(Attribute::AriaLabelledby, heading.clone())
            .child(self.notes_heading(heading))
            .child(Element::classed(Name::Ol, "np-list").children(items));
        Some(self.shown(Part::Notes, section))
    }

    fn notes_heading(&self, id: String) -> Element<'a> {
        let level = self.options.heading_level.get() + 1;
        Element::classed(Name::heading(level), "np-heading").with(Attribute::Id, id).text(self.words.notes)
    }

    fn note(&self, number: usize, content: Vec<Node<'a>>) -> Element<'a> {
        let mut item = Element::new(Name::Li).with(Attribute::Id, self.id(&format!("fn-{number}"))).children(content);
        let count = self.notes.numbered.get(number - 1).map_or(0, |(_, count)| *count);
        for nth in 1..=count {
            let link = Element::classed(Name::A, "np-backlink")
                .with(Attribute::Href, format!("#{}", self.note_ref_id(number, nth)))
                .with(Attribute::Role, "doc-backlink")
                .with(Attribute::AriaLabel, self.way_back(number, nth))
                .text("↩");
            match item.last_child_mut().filter(|last| last.name() == Name::P) {
                Some(paragraph) => paragraph.extend([Node::Text(" ".into()), link.into()]),
                None => item.extend([Node::Text(" ".into()), link.into()]),
            }
        }
        item
    }

    fn way_back(&self, number: usize, nth: u32) -> String {
        let name = if nth == 1 { number.to_string() } else { format!("{number}.{nth}") };
        fill(self.words.back_to_reference, name)
    }
}
