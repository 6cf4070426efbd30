//! Pictures of ANS: their files, words and rights; it knows where Arc keeps addresses that browsers can load.

use crate::json::{Kind, Value};
use crate::model::{Alt, FocalPoint, Image, Rendition, Side, plain_text};

use super::super::prose::{first, first_string, line_of, pixels};
use super::super::values::{at, share};
use super::super::{figure, pictures, words};
use super::Ans;

impl<'a> Ans<'_, '_, 'a> {
    /// What ANS calls a subtitle is a title, and never the alternative text.
    pub(super) fn image(&mut self, value: Value<'_, 'a>) -> Image<'a> {
        let properties = value.get("additional_properties");
        let mut image = Image {
            id: self.words(value, &["_id"]),
            src: address(value).and_then(|address| self.values.media_url(address)),
            width: pixels(value, "width"),
            height: pixels(value, "height"),
            alt: self.words(value, &["alt_text", "alt"]).map_or(Alt::Absent, Alt::Text),
            caption: line_of(self, value, &["caption", "credits_caption_display"]),
            credit: self.credit(value),
            title: self.words(value, &["subtitle"]),
            copyright_notice: self.words(value, &["copyright"]),
            location: self.words(value, &["location"]),
            at: at(value),
            ..Image::default()
        };
        // Where a caption has to be there, one that says nothing is a dash.
        if !plain_text(&image.caption).contains(|c| !matches!(c, '-' | '–' | '—' | '.' | '_' | ' ')) {
            image.caption.clear();
        }
        figure::settle(&mut image);
        let owner = value.get("distributor").and_then(|owner| self.words(owner, &["name"]));
        figure::add_provider(&mut image, owner);
        image.kind = value.str_of("image_type").and_then(|name| figure::kind(&name));
        image.focal_point =
            value.get("focal_point").and_then(|point| focal_point(point, image.width.zip(image.height)));
        image.side = value.str_of("alignment").and_then(|side| words::meaning(&Side::NAMES, &side));
        image.href = properties.and_then(|properties| self.address(properties, &["link"]));
        let files = self.files(value);
        pictures::set_files(&mut image, files);
        image
    }

    /// The same picture in other widths, by names such as `640x0`; one that has a height too is a crop.
    fn files(&mut self, value: Value<'_, 'a>) -> Vec<Rendition<'a>> {
        let sizes = value.get_in("renditions", "original");
        let mut files = Vec::new();
        let Some(sizes) = sizes.or_else(|| value.get("resized_urls")) else { return files };
        for (name, address) in sizes.members().filter(|(_, address)| address.is_string()) {
            let name = name.as_str().unwrap_or_default();
            let Some((width, "0" | "")) = name.split_once('x') else { continue };
            let Some(src) = self.values.media_url(address) else { continue };
            files.push(Rendition { src, width: width.parse().ok(), height: None, media_type: None, media: None });
        }
        files
    }
}

/// The address of a picture, or that of a copy where browsers cannot show the original.
fn address<'d, 'a>(value: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let own = first_string(value, &["url"]);
    let is_shown = |url: &Value<'d, 'a>| {
        let address = url.as_str().unwrap_or_default();
        let path = address.split(['?', '#']).next().unwrap_or_default();
        !words::has_lower("tif|tiff|psd|eps", path.rsplit('.').next().unwrap_or_default())
    };
    let copies = value.get("additional_properties");
    let copy = copies.and_then(|copies| first(copies, &["fullSizeResizeUrl", "resizeUrl", "originalUrl"]));
    own.filter(is_shown).or_else(|| copy.filter(|url| url.is_string()).filter(is_shown)).or(own)
}

/// The point that must stay in sight, which ANS counts in pixels from the upper left corner.
fn focal_point(point: Value<'_, '_>, size: Option<(u32, u32)>) -> Option<FocalPoint> {
    let (x, y) = (point.get("x")?, point.get("y")?);
    let (width, height) = size.filter(|_| x.kind() == Kind::Number && y.kind() == Kind::Number)?;
    Some(FocalPoint { x: share(x, width)?, y: share(y, height)? })
}
