//! Reads pictures: addresses or nodes, of which several may be crops of one picture, or the sign of the publisher.

use crate::json::{Kind, Value};
use crate::model::{Image, MediaUrl, Rendition, are_same, plain_line};

use super::super::source::MOST_RENDITIONS;
use super::super::values::at;
use super::super::{credit, figure, pictures, words};
use super::Reader;

impl<'d, 'a> Reader<'_, 'd, 'a, '_, '_> {
    /// The pictures of an article, the one that stands for it first.
    pub(super) fn pictures(&mut self, node: Value<'d, 'a>) -> Vec<Image<'a>> {
        let mut values = self.all(node, "image");
        if values.is_empty() {
            values = self.all(node, "primaryImageOfPage");
        }
        values.extend(self.parts(node).into_iter().filter(|media| is_image(*media)));
        if values.is_empty() {
            values = self.all(node, "thumbnailUrl");
        }
        let representative = values.iter().position(|image| self.boolean(*image, "representativeOfPage") == Some(true));
        if let Some(index) = representative {
            let first = values.remove(index);
            values.insert(0, first);
        }
        let logo = self.one(node, "publisher").and_then(|publisher| self.portrait_of(publisher, "logo"));
        let mut found: Vec<Image<'a>> = Vec::new();
        let mut crops = Vec::new();
        for value in values {
            let Some(image) = self.picture(value) else { continue };
            if is_sign(&image, logo.as_ref()) {
                continue;
            }
            // Crops stand beside each other, or go back to the first.
            let last = found.len().saturating_sub(1);
            let is_known = |index: &usize| found.get(*index).is_some_and(|known| is_crop(known, &image));
            match [last, 0].into_iter().find(is_known).and_then(|index| found.get_mut(index)) {
                Some(known) => crop(known, image, &mut crops),
                None => found.push(image),
            }
        }
        // What is said of the rights does not make another picture of a crop.
        found.iter_mut().for_each(figure::finish);
        found
    }

    /// The pictures, films and sounds, and whatever else a node says that it has or goes with.
    pub(super) fn parts(&self, node: Value<'d, 'a>) -> Vec<Value<'d, 'a>> {
        let mut parts = self.all(node, "associatedMedia");
        parts.extend(self.all(node, "hasPart"));
        parts
    }

    pub(super) fn portrait(&mut self, node: Value<'d, 'a>) -> Option<Image<'a>> {
        self.portrait_of(node, "image").or_else(|| self.portrait_of(node, "logo"))
    }

    /// A picture without the words that belong to it: who made it may be who it shows.
    #[inline(never)]
    fn portrait_of(&mut self, node: Value<'d, 'a>, name: &str) -> Option<Image<'a>> {
        let value = self.one(node, name)?;
        if value.is_string() {
            return self.picture(value);
        }
        let address = self.one(value, "contentUrl|url").filter(|address| address.is_string())?;
        let (width, height) = (self.pixels(value, "width"), self.pixels(value, "height"));
        Some(Image { src: self.values.media_url(address), width, height, at: at(value), ..Image::default() })
    }

    #[inline(never)]
    pub(super) fn picture(&mut self, value: Value<'d, 'a>) -> Option<Image<'a>> {
        if value.is_string() {
            return self.values.picture(value);
        }
        let address = self.one(value, "contentUrl|url")?;
        let address = if address.is_string() { address } else { self.one(address, "@id|url")? };
        let mut image = Image {
            src: self.values.media_url(address),
            width: self.pixels(value, "width"),
            height: self.pixels(value, "height"),
            title: self.text(value, "name|headline"),
            copyright_notice: self.text(value, "copyrightNotice"),
            copyright_holder: self.text(value, "copyrightHolder"),
            license: self.url(value, "license"),
            acquire_license_page: self.url(value, "acquireLicensePage"),
            usage_terms: self.text(value, "usageInfo").filter(|terms| !terms.contains("://")),
            created: self.date(value, "dateCreated"),
            location: self.text(value, "contentLocation|locationCreated"),
            digital_source_type: self.url(value, "digitalSourceType").filter(|url| url.host().is_some()),
            at: at(value),
            ..Image::default()
        };
        image.caption = self.text(value, "caption|description").map(plain_line).unwrap_or_default();
        self.credit(value, &mut image);
        Some(image)
    }

    /// The line of the credit as it is published, or else who made the picture.
    fn credit(&mut self, value: Value<'d, 'a>, image: &mut Image<'a>) {
        let creators = self.persons(value, "creator", None);
        let creators = if creators.is_empty() { self.persons(value, "author", None) } else { creators };
        let names = || creators.iter().map(|creator| &*creator.name).collect::<Vec<_>>().join(", ").into();
        let line = self.text(value, "creditText").or_else(|| (!creators.is_empty()).then(names));
        let given = line.map(|line| credit::credit_by(line, creators));
        (image.caption, image.credit) = credit::settle(std::mem::take(&mut image.caption), given);
    }

    /// A number of pixels: a number, a string, or a node that has it as its value.
    fn pixels(&mut self, node: Value<'d, 'a>, name: &str) -> Option<u32> {
        let value = self.one(node, name)?;
        let value = if value.kind() == Kind::Object { self.one(value, "value|@value")? } else { value };
        let number =
            value.as_integer().or_else(|| value.as_str()?.trim().trim_end_matches("px").trim().parse().ok())?;
        u32::try_from(number).ok().filter(|pixels| *pixels > 0)
    }
}

fn is_image(media: Value<'_, '_>) -> bool {
    super::graph::is_a(media, |name| name == "imageobject" || name == "photograph")
}

/// Whether a picture is the publisher's sign, which stands where there is no picture.
fn is_sign(image: &Image<'_>, logo: Option<&Image<'_>>) -> bool {
    let is_logo = logo.is_some_and(|logo| logo.src.is_some() && logo.src == image.src);
    is_logo || (image.caption.is_empty() && image.src.as_ref().is_some_and(pictures::is_called_sign))
}

/// Whether a picture is one that is there already, cut in another way: no words of its own say that it is another.
fn is_crop(known: &Image<'_>, image: &Image<'_>) -> bool {
    let is_none_other =
        if image.caption.is_empty() { image.credit.is_none() } else { are_same(&known.caption, &image.caption) };
    pictures::is_same(known, image) || is_none_other
}

/// Adds another cut of a picture. What is of the same shape is a rendition of it; of cuts whose sizes nobody says, one
/// that was not cut is the picture.
fn crop<'a>(known: &mut Image<'a>, image: Image<'a>, seen: &mut Vec<MediaUrl<'a>>) {
    let Some(src) = image.src else { return };
    if let (Some(_), Some(_), Some(_)) = (known.width, image.width, image.height) {
        if seen.len() < MOST_RENDITIONS && !seen.contains(&src) {
            seen.push(src.clone());
            let (width, height) = (image.width, image.height);
            pictures::set_files(known, vec![Rendition { src, width, height, media_type: None, media: None }]);
        }
    } else if known.width.is_none() && image.width.is_none() {
        let is_cut = |src: &MediaUrl<'_>| words::is_in("crop|1x1", src.as_str());
        if known.src.as_ref().is_some_and(is_cut) && !is_cut(&src) {
            known.src = Some(src);
        }
    }
}
