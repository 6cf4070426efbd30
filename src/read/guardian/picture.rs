//! Reads pictures: files from small to large with a master copy among them, and words some of which are HTML.

use crate::json::{Value, items_in};
use crate::model::{Alt, Block, Credit, Gallery, Image, ImageKind, MediaUrl, PageWidth, Rendition};

use super::super::prose::{both, pixels};
use super::super::values::at;
use super::super::{credit, figure, pictures, words};
use super::{Element, Guardian};

const WIDTHS: &[(PageWidth, &str)] = &[
    (PageWidth::Full, "immersive"),
    (PageWidth::Wide, "showcase"),
    (PageWidth::Column, "supporting|thumbnail|halfWidth"),
];

impl<'d, 'a> Guardian<'_, 'd, 'a> {
    #[inline(never)]
    pub(super) fn picture(&mut self, element: &Element<'d, 'a>) -> Image<'a> {
        let mut image = Image { at: at(element.whole), ..Image::default() };
        self.describe(element, &mut image);
        let of_renderer = element.get_in("media", "allImages");
        let assets = element.whole.get("assets");
        let files = of_renderer.or(assets).map(|list| self.files(list)).unwrap_or_default();
        pictures::set_files(&mut image, files);
        if image.src.is_none() {
            let sets = element.items_of("imageSources");
            let set = sets.filter_map(|set| set.get("srcSet")).max_by_key(|set| set.items().count());
            let files = set.map(|set| self.files(set)).unwrap_or_default();
            pictures::set_files(&mut image, files);
        }
        image
    }

    fn describe(&mut self, element: &Element<'d, 'a>, image: &mut Image<'a>) {
        image.id = self.text(element, &["mediaId"]);
        image.alt = self.text(element, &["alt", "altText"]).map_or(Alt::Absent, Alt::Text);
        image.caption = self.line(element, &["caption"]);
        image.credit = self.credit(element);
        figure::settle(image);
        image.copyright_notice = self.text(element, &["copyright"]);
        image.kind = figure::kind(&element.string(&["imageType"]));
        image.width_on_page = words::meaning(WIDTHS, &element.string(&["role"]));
    }

    /// The line of the credit, or else who made it and who supplied it; it may be there and not meant to be shown.
    #[inline(never)]
    pub(super) fn credit(&mut self, element: &Element<'d, 'a>) -> Option<Credit<'a>> {
        let photographer = self.text(element, &["photographer"]);
        let source = self.text(element, &["source"]);
        let line = self
            .text(element, &["credit"])
            .or_else(|| both(photographer.clone(), source.clone(), "/").filter(|_| photographer.is_some()))?;
        let is_hidden = element.get("displayCredit").and_then(Value::as_bool) == Some(false);
        let found = credit::credit(line);
        let provider = found.provider.clone().or(source);
        Some(Credit { is_hidden, provider, ..found })
    }

    /// The files of a picture, whose sizes are numbers or strings.
    fn files(&mut self, list: Value<'d, 'a>) -> Vec<Rendition<'a>> {
        let (mut files, mut masters) = (Vec::new(), Vec::new());
        for file in list.items() {
            let group = if is_master(file) { &mut masters } else { &mut files };
            group.extend(self.file(file));
        }
        // The master copy may be there in its own size too.
        let widest = files.iter().map(|file| file.width).max().flatten();
        masters.retain(|master| master.width != widest || widest.is_none());
        files.append(&mut masters);
        files
    }

    fn file(&mut self, file: Value<'d, 'a>) -> Option<Rendition<'a>> {
        let fields = file.get("typeData").or_else(|| file.get("fields")).unwrap_or(file);
        let is_other =
            file.get("mimeType").is_some_and(|kind| kind.is_string() && !kind.raw_str().starts_with("image"));
        let address = fields.get("secureFile").or_else(|| file.get("file")).or_else(|| file.get("url"));
        let address = address.or_else(|| file.get("src")).filter(|address| address.is_string() && !is_other)?;
        let src = secure(self.values.media_url(address)?);
        let (width, height) = (pixels(fields, "width"), pixels(fields, "height"));
        Some(Rendition { src, width, height, media_type: None, media: None })
    }

    /// A picture of which nothing but an address is known.
    #[inline(never)]
    pub(super) fn bare(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        let mut image = self.values.picture(value)?;
        image.src = image.src.map(secure);
        Some(image)
    }

    pub(super) fn gallery(&mut self, element: &Element<'d, 'a>) -> Block<'a> {
        let items = element.items_of("images").map(|image| self.picture(&Element::of(image))).collect();
        let caption = self.line(element, &["caption"]);
        Block::from(Gallery { items, caption, at: at(element.whole), ..Gallery::default() })
    }

    /// A cartoon in one cut for each kind of screen; the one for large screens is the picture.
    pub(super) fn cartoon(&mut self, element: &Element<'d, 'a>) -> Vec<Block<'a>> {
        let variants: Vec<_> = element.items_of("variants").collect();
        let large = variants.iter().find(|variant| variant.says("viewportSize", "large"));
        let chosen = large.or_else(|| variants.first());
        let mut blocks = Vec::new();
        for file in items_in(chosen.and_then(|variant| variant.get("images"))) {
            let mut image = Image { at: at(file), ..Image::default() };
            if blocks.is_empty() {
                self.describe(element, &mut image);
            }
            image.kind = Some(ImageKind::Cartoon);
            let files = self.file(file).into_iter().collect();
            pictures::set_files(&mut image, files);
            blocks.push(Block::from(image));
        }
        blocks
    }
}

fn is_master(file: Value<'_, '_>) -> bool {
    let fields = file.get("typeData").or_else(|| file.get("fields"));
    let says = fields.and_then(|fields| fields.get("isMaster"));
    says.is_some_and(|says| says.as_bool() == Some(true) || says.is("true"))
}

/// The Guardian's own servers have all files under `https`.
pub(super) fn secure(src: MediaUrl<'_>) -> MediaUrl<'_> {
    let rest = src.as_str().strip_prefix("http://");
    let host = rest.and_then(|rest| rest.split('/').next()).unwrap_or_default();
    if !["guim.co.uk", "theguardian.tv", "theguardian.com"].iter().any(|own| host.ends_with(own)) {
        return src;
    }
    rest.and_then(|rest| MediaUrl::parse(format!("https://{rest}")).ok()).unwrap_or(src)
}
