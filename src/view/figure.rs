//! Shows a picture with its caption and its credit.

use std::borrow::Cow;

use crate::html::{Attribute, Element, Name, Node};
use crate::model::{Alt, Credit, Image, ImageKind, Inline, MediaUrl, PageWidth, Rendition, Side, Url, is_blank};

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
        let class = match layout_class(image) {
            Some(layout) => Cow::Owned([class, layout].concat()),
            None => Cow::Borrowed(class),
        };
        let mut figure = Element::new(Name::Figure).with(Attribute::Class, class);
        figure.extend(image.src.as_ref().map(|src| linked(image, picture(image, src, loading))));
        figure.extend(self.long_description(image));
        figure.extend(self.picture_caption(image));
        (!figure.is_empty()).then(|| self.shown(Part::Figure(image), figure))
    }

    /// The caption of a picture says, before who made it, whether a machine did (IPTC Digital Source Type).
    fn picture_caption(&mut self, image: &'a Image<'a>) -> Option<Element<'a>> {
        let provenance = self.provenance(image);
        let figcaption = self.figcaption(&image.caption, image.credit.as_ref(), self.words.image_credit);
        let Some(provenance) = provenance else { return figcaption };
        let label = Element::classed(Name::Span, "np-provenance").text(provenance);
        Some(match figcaption {
            Some(figcaption) => figcaption.text(" ").child(label),
            None => Element::classed(Name::Figcaption, "np-figcaption").child(label),
        })
    }

    /// Caption and credit stand apart, with a space between them that is read as a pause.
    pub(super) fn figcaption(
        &mut self,
        caption: &'a [Inline<'a>],
        credit: Option<&'a Credit<'a>>,
        label: &str,
    ) -> Option<Element<'a>> {
        let caption = (!is_blank(caption)).then(|| self.line(Element::classed(Name::Span, "np-caption"), caption));
        let credit = credit.and_then(|credit| self.credit(credit, label));
        let gap = (caption.is_some() && credit.is_some()).then_some(Node::Text(" ".into()));
        let figcaption =
            Element::classed(Name::Figcaption, "np-figcaption").children(caption).children(gap).children(credit);
        (!figcaption.is_empty()).then_some(figcaption)
    }

    /// The terms of the IPTC's vocabulary of digital source types that a reader has to be told of.
    fn provenance(&self, image: &Image<'_>) -> Option<&'a str> {
        let term = image.digital_source_type.as_ref().and_then(|url| url.as_str().rsplit('/').next());
        match term {
            Some("trainedAlgorithmicMedia" | "algorithmicMedia") => Some(self.words.made_with_ai),
            Some("compositeWithTrainedAlgorithmicMedia") => Some(self.words.partly_made_with_ai),
            Some("composite" | "compositeCapture" | "compositeSynthetic") => Some(self.words.composite),
            Some(_) | None => (image.kind == Some(ImageKind::Composite)).then_some(self.words.composite),
        }
    }

    /// What a chart or a map says, for everybody who wants to read it (WCAG technique G92).
    fn long_description(&mut self, image: &'a Image<'a>) -> Option<Element<'a>> {
        let content = self.blocks(&image.long_description);
        let summary = Element::new(Name::Summary).text(self.words.picture_description);
        (!content.is_empty()).then(|| Element::classed(Name::Details, "np-details").child(summary).children(content))
    }

    /// The label is for those who cannot see that this is a credit; a credit with a label of its own needs none.
    pub(super) fn credit(&self, credit: &'a Credit<'a>, label: &str) -> Option<Element<'a>> {
        let is_own = self.options.own_credits.iter().any(|own| own == credit.text.trim());
        if credit.is_hidden || is_own || credit.text.is_blank() {
            return None;
        }
        let label = (!credit.is_labelled).then(|| {
            let words = format!("{label} ");
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
    let (eagerness, sizes) = match loading {
        Loading::Eager => ("eager", LEAD_SIZES),
        Loading::Lazy => ("lazy", BODY_SIZES),
    };
    let img = img(image, src, loading, eagerness, sizes);
    if image.renditions.iter().all(is_same_picture) {
        return img;
    }
    Element::new(Name::Picture).children(other_sources(image, sizes)).child(img)
}

/// A rendition that is the same picture in another size, and not another crop or type of file.
fn is_same_picture(rendition: &Rendition<'_>) -> bool {
    rendition.media.is_none() && rendition.media_type.is_none()
}

/// The crops and types of file that a browser chooses from before it takes the picture itself (HTML, "The source
/// element"); renditions of one kind that follow each other are one source.
fn other_sources<'a>(image: &'a Image<'a>, sizes: &'static str) -> Vec<Element<'a>> {
    let others: Vec<_> = image.renditions.iter().filter(|rendition| !is_same_picture(rendition)).collect();
    let kind = |rendition: &Rendition<'a>| (rendition.media.clone(), rendition.media_type.clone());
    let groups = others.chunk_by(|one, next| kind(one) == kind(next));
    groups.filter_map(|group| source(group, sizes)).collect()
}

fn source<'a>(group: &[&'a Rendition<'a>], sizes: &'static str) -> Option<Element<'a>> {
    let first = group.first()?;
    let mut candidates = Vec::with_capacity(group.len());
    group.iter().for_each(|rendition| add_candidate(rendition.width, &rendition.src, &mut candidates));
    let has_widths = !candidates.is_empty();
    let srcset = if has_widths { written(candidates) } else { without_outer_commas(first.src.as_str()).into_owned() };
    Some(
        Element::new(Name::Source)
            .with_some(Attribute::Media, first.media.as_ref().map(|query| query.as_str()))
            .with_some(Attribute::Type, first.media_type.as_ref().map(|name| name.as_str()))
            .with_some(Attribute::Sizes, has_widths.then_some(sizes))
            .with(Attribute::Srcset, srcset)
            .with_some(Attribute::Width, first.width.map(|width| width.to_string()))
            .with_some(Attribute::Height, first.height.map(|height| height.to_string())),
    )
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

/// The focal point as a third of each axis: a theme can say where a picture lies, an article may not carry a style.
fn image_class(image: &Image<'_>) -> Cow<'static, str> {
    let Some(point) = image.focal_point else { return Cow::Borrowed("np-image") };
    let third = |part: u32, names: [&'static str; 3]| match part {
        0..=33 => names[0],
        34..=66 => names[1],
        _ => names[2],
    };
    let across = third(point.x, [" np-focus-left", "", " np-focus-right"]);
    let down = third(point.y, [" np-focus-top", "", " np-focus-bottom"]);
    Cow::Owned(["np-image", across, down].concat())
}

fn img<'a>(
    image: &'a Image<'a>,
    src: &'a MediaUrl<'a>,
    loading: Loading,
    eagerness: &'static str,
    sizes: &'static str,
) -> Element<'a> {
    let srcset = srcset(image, src);
    let img = Element::new(Name::Img).with(Attribute::Class, image_class(image)).with(Attribute::Loading, eagerness);
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
    let same = || image.renditions.iter().filter(|rendition| is_same_picture(rendition));
    if !same().any(|rendition| rendition.width.is_some()) {
        return None;
    }
    let mut candidates: Vec<(u32, &str)> = Vec::with_capacity(image.renditions.len() + 1);
    for rendition in same() {
        add_candidate(rendition.width, &rendition.src, &mut candidates);
    }
    add_candidate(image.width, src, &mut candidates);
    Some(written(candidates))
}

fn written(candidates: Vec<(u32, &str)>) -> String {
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
    srcset
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
