//! Shows references to footnotes, and the footnotes with the ways back.

use crate::html::{Attribute, Element, Name, Node};
use crate::locale::fill;

use super::{Part, View};

impl<'a> View<'_, 'a> {
    /// A reference is a link whose name contains its number (DPUB-ARIA 1.1, `doc-noteref`; WCAG 2.5.3).
    pub(super) fn note_ref(&mut self, id: &'a str) -> Node<'a> {
        let reference = Element::classed(Name::Sup, "np-noteref");
        let Some((number, nth)) = self.notes.refer(id) else {
            return reference.text(id).into();
        };
        let Some(nth) = nth else { return reference.text(self.number(number)).into() };
        let id = self.note_ref_id(number, nth);
        if self.is_in_link {
            return reference.with(Attribute::Id, id).text(self.number(number)).into();
        }
        let link = Element::new(Name::A)
            .with(Attribute::Id, id)
            .with(Attribute::Href, ["#", &self.id(&format!("fn-{number}"))].concat())
            .with(Attribute::Role, "doc-noteref")
            .with(Attribute::AriaLabel, fill(self.words.note, &self.number(number)))
            .text(self.number(number));
        reference.child(link).into()
    }

    fn note_ref_id(&self, number: usize, nth: usize) -> String {
        self.id(&if nth == 1 { format!("fnref-{number}") } else { format!("fnref-{number}-{nth}") })
    }

    /// The notes that are referred to, then the others. A note may refer to notes, so the ways back come last.
    pub(super) fn endnotes(&mut self) -> Option<Node<'a>> {
        let mut items = Vec::new();
        while let Some(note) = self.notes.next_unshown() {
            items.push(self.blocks(&note.content));
        }
        if items.is_empty() {
            return None;
        }
        let items = (1..).zip(items).map(|(number, content)| self.note(number, content));
        let heading = self.id("notes");
        let section = Element::classed(Name::Section, "np-notes")
            .with(Attribute::Role, "doc-endnotes")
            .with(Attribute::AriaLabelledby, heading.clone())
            .child(self.section_heading(heading, self.words.notes))
            .child(Element::classed(Name::Ol, "np-list").children(items));
        Some(self.shown(Part::Notes, section))
    }

    fn note(&self, number: usize, content: Vec<Node<'a>>) -> Element<'a> {
        let mut item = Element::new(Name::Li).with(Attribute::Id, self.id(&format!("fn-{number}"))).children(content);
        for nth in 1..=self.notes.references(number) {
            let link = Element::classed(Name::A, "np-backlink")
                .with(Attribute::Href, ["#", &self.note_ref_id(number, nth)].concat())
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

    fn way_back(&self, number: usize, nth: usize) -> String {
        let number = self.number(number);
        let name = if nth == 1 { number } else { [&number, ".", &self.number(nth)].concat() };
        fill(self.words.back_to_reference, &name)
    }
}
