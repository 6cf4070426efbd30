//! Shows a picture with its caption and its credit.

use std::borrow::Cow;

use crate::html::{Attribute, Element, Name, Node};
use crate::model::{Alt, Credit, Image, MediaUrl, Url, is_blank};

use super::{Part, View};

/// The widths at which the theme lays pictures out (HTML, "Sizes attributes").
const LEAD_SIZES: &str = "(min-width: 64em) 60rem, 100vw";
const BODY_SIZES: &str = "(min-width: 42em) 39rem, calc(100vw - 2rem)";

/// When a browser should fetch a picture (HTML `loading` and `fetchpriority`).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Loading {
    /// At once: it is what the reader sees first.
    Eager,
    /// When the reader comes near it.
    Lazy,
}

impl<'a> View<'_, 'a> {
    pub(super) fn lead_figure(&mut self, image: &'a Image<'a>) -> Option<Node<'a>> {
        self.any_figure(image, "np-figure np-lead", Loading::Eager)
    }

    pub(super) fn figure(&mut self, image: &'a Image<'a>) -> Option<Node<'a>> {
        self.any_figure(image, "np-figure", Loading::Lazy)
    }

    /// A picture without an address shows its caption and credit; one without any of the three shows nothing.
    fn any_figure(&mut self, image: &'a Image<'a>, class: &'static str, loading: Loading) -> Option<Node<'a>> {
        let mut figure = Element::classed(Name::Figure, class);
        figure.extend(image.src.as_ref().map(|src| linked(image, picture(image, src, loading))));
        figure.extend(self.figcaption(image));
        (!figure.is_empty()).then(|| self.shown(Part::Figure(image), figure))
    }

    /// Caption and credit stand apart, with a space between them that is read as a pause.
    fn figcaption(&mut self, image: &'a Image<'a>) -> Option<Element<'a>> {
        let caption =
            (!is_blank(&image.caption)).then(|| self.line(Element::classed(Name::Span, "np-caption"), &image.caption));
        let credit = image.credit.as_ref().and_then(|credit| self.credit(credit));
        let gap = (caption.is_some() && credit.is_some()).then_some(Node::Text(" ".into()));
        let figcaption =
            Element::classed(Name::Figcaption, "np-figcaption").children(caption).children(gap).children(credit);
        (!figcaption.is_empty()).then_some(figcaption)
    }

    /// The label is for those who cannot see that this is a credit; a credit with a label of its own needs none.
    fn credit(&self, credit: &'a Credit<'a>) -> Option<Element<'a>> {
        if credit.is_hidden || credit.text.is_blank() {
            return None;
        }
        let label = (!credit.is_labelled).then(|| {
            let words = format!("{} ", self.words.image_credit);
            Element::classed(Name::Span, "np-vh").text(words)
        });
        let text = credit.text.as_str();
        let line = match &credit.url {
            Some(url) => Element::new(Name::A).with(Attribute::Href, url.as_str()).text(text).into(),
            None => Node::Text(text.into()),
        };
        let language = self.other_language(credit.language.as_ref());
        Some(Element::classed(Name::Span, "np-credit").with_some(Attribute::Lang, language).children(label).child(line))
    }
}

/// `loading` stands before `src`: a browser that builds the element attribute by attribute must know it first.
fn picture<'a>(image: &'a Image<'a>, src: &'a MediaUrl<'a>, loading: Loading) -> Element<'a> {
    let srcset = srcset(image, src);
    let (img, sizes) = match loading {
        Loading::Eager => (Element::classed(Name::Img, "np-image").with(Attribute::Loading, "eager"), LEAD_SIZES),
        Loading::Lazy => (Element::classed(Name::Img, "np-image").with(Attribute::Loading, "lazy"), BODY_SIZES),
    };
    let sizes = srcset.as_ref().map(|_| sizes);
    let priority = (loading == Loading::Eager).then_some("high");
    img.with_some(Attribute::Fetchpriority, priority)
        .with(Attribute::Decoding, "async")
        .with_some(Attribute::Sizes, sizes)
        .with_some(Attribute::Srcset, srcset)
        .with(Attribute::Src, src.as_str())
        .with(Attribute::Alt, alt(image))
        .with_some(Attribute::Width, image.width.map(|width| width.to_string()))
        .with_some(Attribute::Height, image.height.map(|height| height.to_string()))
}

/// The candidates in order of width, the picture itself among them (HTML, "Srcset attributes").
fn srcset<'a>(image: &'a Image<'a>, src: &'a MediaUrl<'a>) -> Option<String> {
    if !image.renditions.iter().any(|rendition| rendition.width.is_some()) {
        return None;
    }
    let mut candidates: Vec<(u32, &str)> = Vec::with_capacity(image.renditions.len() + 1);
    for rendition in &image.renditions {
        add_candidate(rendition.width, &rendition.src, &mut candidates);
    }
    add_candidate(image.width, src, &mut candidates);
    let mut srcset = String::new();
    for (width, src) in candidates {
        if !srcset.is_empty() {
            srcset.push_str(", ");
        }
        srcset.push_str(&without_outer_commas(src));
        srcset.push(' ');
        srcset.push_str(&width.to_string());
        srcset.push('w');
    }
    Some(srcset)
}

/// Keeps the candidates sorted, with one for each width: they are few, and most come in order.
fn add_candidate<'a>(width: Option<u32>, src: &'a MediaUrl<'a>, candidates: &mut Vec<(u32, &'a str)>) {
    let Some(width) = width else { return };
    let place = candidates.iter().rposition(|(before, _)| *before <= width).map_or(0, |before| before + 1);
    let is_new =
        place.checked_sub(1).and_then(|before| candidates.get(before)).is_none_or(|(before, _)| *before < width);
    if is_new {
        candidates.insert(place, (width, src.as_str()));
    }
}

/// A comma at either end of an address would end the candidate.
fn without_outer_commas(src: &str) -> Cow<'_, str> {
    let inner = src.trim_matches(',');
    if inner.len() == src.len() {
        return Cow::Borrowed(src);
    }
    let start = src.len() - src.trim_start_matches(',').len();
    let end = src.len() - start - inner.len();
    Cow::Owned(format!("{}{inner}{}", "%2C".repeat(start), "%2C".repeat(end)))
}

/// The author's text; where it repeats the caption the caption is the alternative, so that nothing is read twice.
/// A picture that is a link's only content keeps it, for it is the link's name (WCAG failure F89).
fn alt<'a>(image: &'a Image<'a>) -> &'a str {
    if image.href.is_none() && image.repeats_caption() { "" } else { image.alt.as_str() }
}

fn linked<'a>(image: &'a Image<'a>, picture: Element<'a>) -> Element<'a> {
    match (&image.href, &image.alt) {
        (Some(href), Alt::Text(text)) if !text.is_blank() => {
            Element::new(Name::A).with(Attribute::Href, Url::as_str(href)).child(picture)
        }
        // Without a name nobody could tell where the link leads.
        (Some(_) | None, Alt::Text(_) | Alt::Absent | Alt::Decorative) => picture,
    }
}
