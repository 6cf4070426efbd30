//! Reads pictures: one for each kind of screen, each in several resolutions.

use crate::json::{Kind, Value};
use crate::model::{Alt, Image, ImageKind, PageWidth, Rendition, Side};

use super::super::prose::{media_url_of, pixels};
use super::super::source::MOST_RENDITIONS;
use super::super::values::at;
use super::super::{credit, figure, order};
use super::ContentTree;

/// The formats of a picture, the one for the widest screen first, and the screens of those that are not the first of a
/// set. What has no format is for all of them.
const FORMATS: [(&str, &str); 8] = [
    ("desktop", ""),
    ("wide", ""),
    ("", ""),
    ("standard", "(max-width: 61.24em)"),
    ("standard-inline", "(max-width: 61.24em)"),
    ("square-ftedit", "(max-width: 46.24em)"),
    ("square", "(max-width: 46.24em)"),
    ("mobile", "(max-width: 30.62em)"),
];

impl<'a> ContentTree<'_> {
    /// A picture; a tree in transit has no more of it than its identifier.
    pub(super) fn image(&mut self, node: Value<'_, 'a>) -> Image<'a> {
        let mut image = Image { id: self.words(node, "id"), at: at(node), ..Image::default() };
        let picture = node.get("picture").filter(|picture| picture.kind() == Kind::Object);
        for around in [Some(node), picture].into_iter().flatten() {
            self.describe(around, &mut image);
        }
        figure::settle(&mut image);
        if let Some(picture) = picture {
            self.place(picture, &mut image);
        }
        image
    }

    fn describe(&mut self, value: Value<'_, 'a>, image: &mut Image<'a>) {
        if image.alt == Alt::Absent {
            image.alt = self.words(value, "alt").map_or(Alt::Absent, Alt::Text);
        }
        if image.caption.is_empty() {
            image.caption = self.words_line(value, "caption");
        }
        if image.credit.is_none() {
            image.credit = self.words(value, "credit").map(credit::credit);
        }
        (image.caption, image.credit) = credit::settle(std::mem::take(&mut image.caption), image.credit.take());
    }

    fn place(&mut self, picture: Value<'_, 'a>, image: &mut Image<'a>) {
        image.kind = picture.says("imageType", "graphic").then_some(ImageKind::Graphic);
        (image.width_on_page, image.side) = match &*picture.str_of("layoutWidth").unwrap_or_default() {
            "inset-left" => (Some(PageWidth::Column), Some(Side::Start)),
            "inset-right" => (Some(PageWidth::Column), Some(Side::End)),
            "full-bleed" => (Some(PageWidth::Full), None),
            "full-grid" | "mid-grid" | "full-width" => (Some(PageWidth::Wide), None),
            _ => (None, None),
        };
        let mut images: Vec<_> = picture.items_of("images").collect();
        images.extend(picture.get("fallbackImage").filter(|_| images.is_empty()));
        order::sort(&mut images, &|one, other| format(*one).cmp(&format(*other)));
        let mut images = images.into_iter();
        if let Some(main) = images.next() {
            self.main(main, image);
        }
        // The narrowest screen is asked for first: a browser takes the first that fits.
        for other in images.rev() {
            self.crop(other, image);
        }
    }

    pub(super) fn main(&mut self, main: Value<'_, 'a>, image: &mut Image<'a>) {
        image.src = media_url_of(&mut self.values, main, &["url"]);
        (image.width, image.height) = (pixels(main, "width"), pixels(main, "height"));
        self.sources(main, "", image);
    }

    /// The picture as it stands on one kind of screen instead of the others.
    fn crop(&mut self, other: Value<'_, 'a>, image: &mut Image<'a>) {
        let Some(src) = media_url_of(&mut self.values, other, &["url"]) else { return };
        if image.src.as_ref() == Some(&src) || image.renditions.len() >= MOST_RENDITIONS {
            return;
        }
        let media = FORMATS.get(format(other)).map_or("", |(_, media)| media);
        // One for the same screens as the picture itself would never be shown.
        if media.is_empty() {
            return;
        }
        let (width, height) = (pixels(other, "width"), pixels(other, "height"));
        image.renditions.push(Rendition { src, width, height, media_type: None, media: Some(media.into()) });
        self.sources(other, media, image);
    }

    /// The same picture in other resolutions; the width of a source is told in the pixels of a page.
    fn sources(&mut self, of: Value<'_, 'a>, media: &'static str, image: &mut Image<'a>) {
        for source in of.items_of("sourceSet") {
            let Some(src) = media_url_of(&mut self.values, source, &["url"]) else { continue };
            let is_there = |own: &Rendition<'_>| own.src == src;
            let Some(width) = pixels(source, "width") else { continue };
            if image.src.as_ref() == Some(&src)
                || image.renditions.iter().any(is_there)
                || image.renditions.len() >= MOST_RENDITIONS
            {
                continue;
            }
            let width = Some(width.saturating_mul(pixels(source, "dpr").unwrap_or(1)));
            let media = (!media.is_empty()).then(|| media.into());
            image.renditions.push(Rendition { src, width, height: None, media_type: None, media });
        }
    }
}

/// The place of a picture's format among the formats.
fn format(image: Value<'_, '_>) -> usize {
    let name = image.str_of("format").unwrap_or_default();
    FORMATS.iter().position(|(own, _)| *own == name).unwrap_or(2)
}
