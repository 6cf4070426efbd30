//! Shows a picture with its caption and its credit.

use std::borrow::Cow;

use crate::html::{Attribute, Element, Name, Node};
use crate::model::{Block, Credit, Image, Inline, PageWidth, Provenance, Side};

use super::picture::{Loading, linked_picture};
use super::{Part, View, apart, linked};

impl<'a> View<'_, 'a> {
    pub(super) fn lead_figure(&mut self, image: &'a Image<'a>) -> Option<Node<'a>> {
        self.any_figure(image, "np-figure np-lead", Loading::Eager)
    }

    pub(super) fn figure(&mut self, image: &'a Image<'a>) -> Option<Node<'a>> {
        self.any_figure(image, "np-figure", Loading::Lazy)
    }

    /// A picture without an address shows its caption and credit; one without any of the three shows nothing.
    fn any_figure(&mut self, image: &'a Image<'a>, class: &'static str, loading: Loading) -> Option<Node<'a>> {
        let class = match layout_class(image) {
            Some(layout) => Cow::Owned([class, layout].concat()),
            None => Cow::Borrowed(class),
        };
        let mut figure = Element::new(Name::Figure).with(Attribute::Class, class);
        figure.extend(image.src.as_ref().map(|src| linked_picture(image, src, loading)));
        figure.extend(self.long_description(image));
        figure.extend(self.picture_caption(image));
        figure.unless_empty().map(|figure| self.shown(Part::Figure(image), figure))
    }

    /// The caption of a picture says, after who made it, whether a machine did (IPTC Digital Source Type).
    fn picture_caption(&mut self, image: &'a Image<'a>) -> Option<Element<'a>> {
        let provenance = self.provenance(image);
        let figcaption = self.figcaption(&image.caption, image.credit.as_ref(), self.words.image_credit);
        let Some(provenance) = provenance else { return figcaption };
        let label = self.our_text(Element::classed(Name::Span, "np-provenance"), provenance);
        let figcaption = figcaption.unwrap_or_else(|| Element::classed(Name::Figcaption, "np-figcaption"));
        Some(apart(figcaption, Some(label)))
    }

    pub(super) fn figcaption(
        &mut self,
        caption: &'a [Inline<'a>],
        credit: Option<&'a Credit<'a>>,
        label: &str,
    ) -> Option<Element<'a>> {
        let caption = self.caption(caption);
        figcaption_of(caption, credit.and_then(|credit| self.credit(credit, label)))
    }

    pub(super) fn caption(&mut self, caption: &'a [Inline<'a>]) -> Option<Element<'a>> {
        self.some_line(Element::classed(Name::Span, "np-caption"), caption)
    }

    fn provenance(&self, image: &Image<'_>) -> Option<&'a str> {
        Some(match image.provenance()? {
            Provenance::Generated => self.words.made_with_ai,
            Provenance::PartlyGenerated => self.words.partly_made_with_ai,
            Provenance::Composite => self.words.composite,
        })
    }

    /// What a chart or a map says, for everybody who wants to read it (WCAG technique G92).
    fn long_description(&mut self, image: &'a Image<'a>) -> Option<Element<'a>> {
        self.foldable(self.words.picture_description, &image.long_description)
    }

    /// Blocks that a reader can open, under a word of ours.
    pub(super) fn foldable(&mut self, word: &'a str, blocks: &'a [Block<'a>]) -> Option<Element<'a>> {
        let content = self.blocks(blocks);
        let summary = self.our_text(Element::new(Name::Summary), word);
        (!content.is_empty()).then(|| Element::classed(Name::Details, "np-details").child(summary).children(content))
    }

    /// The label is for those who cannot see that this is a credit; a credit with a label of its own needs none.
    pub(super) fn credit(&self, credit: &'a Credit<'a>, label: &str) -> Option<Element<'a>> {
        let is_own = self.options.own_credits.iter().any(|own| own == credit.text.trim());
        if credit.is_hidden || is_own || credit.text.is_blank() {
            return None;
        }
        let label = (!credit.is_labelled).then(|| self.for_ears(label));
        let line = linked(credit.url.as_ref(), &credit.text);
        let language = self.other_language(credit.language.as_ref());
        Some(Element::classed(Name::Span, "np-credit").with_some(Attribute::Lang, language).children(label).child(line))
    }
}

/// Where a picture stands, and what of it must stay in sight when the theme crops it.
fn layout_class(image: &Image<'_>) -> Option<&'static str> {
    match (image.side, image.width_on_page) {
        (Some(Side::Start), _) => Some(" np-side np-side-start"),
        (Some(Side::End), _) => Some(" np-side np-side-end"),
        (None, Some(PageWidth::Wide)) => Some(" np-wide"),
        (None, Some(PageWidth::Full)) => Some(" np-full"),
        (None, Some(PageWidth::Column)) => Some(" np-column"),
        (None, Some(PageWidth::Inline) | None) => None,
    }
}

/// Caption and credit stand apart.
pub(super) fn figcaption_of<'a>(caption: Option<Element<'a>>, credit: Option<Element<'a>>) -> Option<Element<'a>> {
    apart(Element::classed(Name::Figcaption, "np-figcaption").children(caption), credit).unless_empty()
}
