//! Shows a picture by itself: its file, its renditions and its alternative text; it knows no caption and no credit.

use std::borrow::Cow;

use crate::html::{Attribute, Element, Name};
use crate::model::{Decimal, Image, MediaUrl, PageWidth, Rendition};

use super::link_to;

/// The widths at which the theme lays pictures out (HTML, "Sizes attributes").
const LEAD_SIZES: &str = "(min-width: 64em) 60rem, 100vw";
const BODY_SIZES: &str = "(min-width: 42em) 39rem, calc(100vw - 2rem)";

/// When a browser should fetch a picture (HTML `loading` and `fetchpriority`).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Loading {
    /// At once: it is what the reader sees first.
    Eager,
    /// When the reader comes near it.
    Lazy,
}

impl Loading {
    /// The value of HTML's `loading`.
    fn as_str(self) -> &'static str {
        match self {
            Self::Eager => "eager",
            Self::Lazy => "lazy",
        }
    }
}

/// How wide the theme lays a picture out.
fn sizes(image: &Image<'_>, loading: Loading) -> &'static str {
    match image.width_on_page {
        Some(PageWidth::Full) => "100vw",
        Some(PageWidth::Wide) => LEAD_SIZES,
        Some(PageWidth::Inline | PageWidth::Column) | None if loading == Loading::Lazy => BODY_SIZES,
        Some(PageWidth::Inline | PageWidth::Column) | None => LEAD_SIZES,
    }
}

/// A picture beside words that say all that it says.
pub(super) fn silent_picture<'a>(image: &'a Image<'a>, class: &'static str) -> Option<Element<'a>> {
    let src = image.src.as_ref()?;
    let img = Element::classed(Name::Img, class).with(Attribute::Loading, Loading::Lazy.as_str());
    let img = img.with(Attribute::Decoding, "async").with(Attribute::Src, src.as_str()).with(Attribute::Alt, "");
    Some(sized(img, image.width, image.height))
}

/// The element with the size by which a browser keeps its place.
pub(super) fn sized(element: Element<'_>, width: Option<u32>, height: Option<u32>) -> Element<'_> {
    element
        .with_some(Attribute::Width, width.map(|width| width.to_string()))
        .with_some(Attribute::Height, height.map(|height| height.to_string()))
}

/// The picture, which leads to its link.
pub(super) fn linked_picture<'a>(image: &'a Image<'a>, src: &'a MediaUrl<'a>, loading: Loading) -> Element<'a> {
    let picture = picture(image, src, loading);
    match image.link() {
        Some(href) => link_to(href.as_str()).child(picture),
        None => picture,
    }
}

/// `loading` stands before `src`: a browser that builds the element attribute by attribute must know it first.
fn picture<'a>(image: &'a Image<'a>, src: &'a MediaUrl<'a>, loading: Loading) -> Element<'a> {
    let img = img(image, src, loading);
    if image.renditions.iter().all(is_same_picture) {
        return img;
    }
    Element::new(Name::Picture).children(other_sources(image, sizes(image, loading))).child(img)
}

/// A rendition that is the same picture in another size, and not another crop or type of file.
fn is_same_picture(rendition: &Rendition<'_>) -> bool {
    rendition.media.is_none() && rendition.media_type.is_none()
}

/// The crops and types of file that a browser chooses from before it takes the picture itself (HTML, "The source
/// element"); renditions of one kind that follow each other are one source.
fn other_sources<'a>(image: &'a Image<'a>, sizes: &'static str) -> Vec<Element<'a>> {
    let others = image.renditions.iter().filter(|rendition| !is_same_picture(rendition));
    // One without a condition would hide those that come after it.
    let (mut others, last): (Vec<_>, Vec<_>) = others.partition(|rendition| rendition.media.is_some());
    others.extend(last);
    let groups = others.chunk_by(|one, next| one.media == next.media && one.media_type == next.media_type);
    let mut sources = Vec::new();
    for group in groups {
        sources.extend(source(group, sizes));
    }
    sources
}

fn source<'a>(group: &[&'a Rendition<'a>], sizes: &'static str) -> Option<Element<'a>> {
    let first = group.first()?;
    let mut candidates = Vec::with_capacity(group.len());
    group.iter().for_each(|rendition| add_candidate(rendition.width, &rendition.src, &mut candidates));
    let has_widths = !candidates.is_empty();
    let srcset = if has_widths { written(candidates) } else { without_outer_commas(first.src.as_str()).into_owned() };
    let source = Element::new(Name::Source)
        .with_some(Attribute::Media, first.media.as_ref().map(|query| query.as_str()))
        .with_some(Attribute::Type, first.media_type.as_ref().map(|name| name.as_str()))
        .with_some(Attribute::Sizes, has_widths.then_some(sizes))
        .with(Attribute::Srcset, srcset);
    Some(sized(source, first.width, first.height))
}

/// The focal point as a third of each axis: a theme can say where a picture lies, an article may not carry a style.
fn image_class(image: &Image<'_>) -> Cow<'static, str> {
    let Some(point) = image.focal_point else { return Cow::Borrowed("np-image") };
    let third = |part: Decimal, names: [&'static str; 3]| match part.hundredths() {
        0..=33 => names[0],
        34..=66 => names[1],
        _ => names[2],
    };
    let across = third(point.x, [" np-focus-left", "", " np-focus-right"]);
    let down = third(point.y, [" np-focus-top", "", " np-focus-bottom"]);
    Cow::Owned(["np-image", across, down].concat())
}

fn img<'a>(image: &'a Image<'a>, src: &'a MediaUrl<'a>, loading: Loading) -> Element<'a> {
    let srcset = srcset(image, src);
    let img = Element::new(Name::Img).with(Attribute::Class, image_class(image));
    let img = img.with(Attribute::Loading, loading.as_str());
    let sizes = srcset.as_ref().map(|_| sizes(image, loading));
    let priority = (loading == Loading::Eager).then_some("high");
    let img = img
        .with_some(Attribute::Fetchpriority, priority)
        .with(Attribute::Decoding, "async")
        .with_some(Attribute::Sizes, sizes)
        .with_some(Attribute::Srcset, srcset)
        .with(Attribute::Src, src.as_str())
        .with(Attribute::Alt, alt(image));
    sized(img, image.width, image.height)
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
    /// As long as a width is, with what stands around it.
    const MORE: usize = 8;
    let mut srcset = String::with_capacity(candidates.iter().map(|(_, src)| src.len() + MORE).sum());
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
