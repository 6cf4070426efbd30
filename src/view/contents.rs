//! Shows the table of contents.

use crate::html::{Attribute, Element, Name, Node};
use crate::model::{Article, is_blank, plain_text};

use super::options::Contents;
use super::outline::outline_headings;
use super::{Part, View};

/// Fewer headings are seen at a glance.
const FEWEST: usize = 2;

impl<'a> View<'_, 'a> {
    /// A list of the headings that begin a part of the body, each with the way to it (WCAG technique G64).
    pub(super) fn contents(&self, article: &'a Article<'a>) -> Option<Node<'a>> {
        if self.options.contents == Contents::Hidden {
            return None;
        }
        let mut headings = Vec::new();
        outline_headings(&article.body, &mut |heading| headings.push(&heading.content));
        let mut list = Element::new(Name::Ol);
        for (words, place) in headings.into_iter().zip(self.outline.coming()) {
            if !is_blank(words) && place.level == self.section_level() {
                let link = Element::new(Name::A).with(Attribute::Href, ["#", &place.id].concat());
                list.push(Element::new(Name::Li).child(link.text(plain_text(words))));
            }
        }
        if list.nodes().len() < FEWEST {
            return None;
        }
        let title = Element::classed(Name::P, "np-box-title")
            .child(self.our_text(Element::new(Name::Strong), self.words.contents));
        let nav = Element::classed(Name::Nav, "np-contents").with(Attribute::AriaLabel, self.words.contents);
        Some(self.shown(Part::Contents, nav.child(title).child(list)))
    }
}
