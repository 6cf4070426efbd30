//! Reads pictures.

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{
    Contributor, Credit, Decimal, FocalPoint, Image, ImageKind, Inline, MediaUrl, PageWidth, Rendition, Side, Text,
};

use super::super::credit;
use super::super::prose::{both, joined};
use super::super::source::{MOST_RENDITIONS, too_many};
use super::super::values::at;
use super::Canonical;

/// The media query for the dark (CSS Media Queries 5).
const DARK: &str = "(prefers-color-scheme: dark)";

impl<'a> Canonical<'_, 'a> {
    pub(super) fn image(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        if value.kind() != Kind::Object {
            self.values.expected("an image", value);
            return None;
        }
        let mut image = Image { at: at(value), alt: self.alt(value), ..Image::default() };
        let mut said = Credit::default();
        for (key, value) in value.members() {
            match &*key.as_str().unwrap_or_default() {
                "type" | "alt" | "decorative" => {}
                "id" => image.id = self.values.text(value),
                "src" => image.src = self.values.media_url(value),
                "width" => image.width = self.values.positive(value),
                "height" => image.height = self.values.positive(value),
                "sources" => image.renditions = self.renditions(value),
                "caption" => image.caption = self.line(value),
                "title" => image.title = self.values.text(value),
                "copyrightNotice" => image.copyright_notice = self.values.text(value),
                "license" => image.license = self.values.url(value),
                "acquireLicensePage" => image.acquire_license_page = self.values.url(value),
                "digitalSourceType" => image.digital_source_type = self.values.url(value),
                "href" => image.href = self.values.url(value),
                "copyrightHolder" => image.copyright_holder = self.name(value),
                "usageTerms" => image.usage_terms = self.values.text(value),
                "dateCreated" => image.created = self.date(value),
                "contentLocation" => image.location = self.name(value),
                "kind" => image.kind = self.values.named(value, &ImageKind::NAMES),
                "longDescription" => image.long_description = self.blocks(value),
                "focalPoint" => image.focal_point = self.focal_point(value),
                "layout" if value.kind() != Kind::Object => {
                    self.values.expected("an object with `width` or `align`", value)
                }
                "layout" => {
                    self.report_unknown_keys(value, "layout");
                    image.width_on_page = self.named_of(value, "width", &PageWidth::NAMES);
                    image.side = self.named_of(value, "align", &Side::NAMES);
                }
                _ if self.credit_field(&mut said, key, value) => {}
                _ => self.unknown_key(key, "an image"),
            }
        }
        image.credit = credit_in(said, &mut image.caption);
        Some(image)
    }

    /// The credit of what is not a picture, and is not to be found in a caption.
    pub(super) fn credit_of(&mut self, value: Value<'_, 'a>) -> Option<Credit<'a>> {
        let mut said = Credit::default();
        for (key, value) in value.members() {
            self.credit_field(&mut said, key, value);
        }
        credit_in(said, &mut Vec::new())
    }

    /// Reads a field of a credit, if the key names one.
    fn credit_field(&mut self, said: &mut Credit<'a>, key: Value<'_, 'a>, value: Value<'_, 'a>) -> bool {
        match &*key.as_str().unwrap_or_default() {
            "creditText" => said.text = self.values.text(value).map(Text::trimmed).unwrap_or_default(),
            "creator" => said.creators = self.contributors(value),
            "provider" | "source" => said.provider = self.name(value),
            "creditUrl" => said.url = self.values.url(value),
            "creditLanguage" => said.language = self.values.language(value),
            "creditVisible" => said.is_hidden = self.values.boolean(value) == Some(false),
            _ => return false,
        }
        true
    }

    /// Fractions of the width and height, as most systems have them.
    fn focal_point(&mut self, value: Value<'_, 'a>) -> Option<FocalPoint> {
        let mut fraction = |key: &str| {
            let number = value.get(key)?;
            let fraction = Decimal::parse(number.raw_str()).filter(|fraction| fraction.hundredths() <= 100);
            if fraction.is_none() {
                self.values.expected("a number from 0 to 1", number);
            }
            fraction
        };
        let (x, y) = (fraction("x"), fraction("y"));
        if x.is_none() && y.is_none() {
            self.values.expected("an object with `x` and `y`", value);
        }
        Some(FocalPoint { x: x?, y: y? })
    }

    fn renditions(&mut self, value: Value<'_, 'a>) -> Vec<Rendition<'a>> {
        if value.kind() == Kind::Object {
            return self.renditions_by_template(value);
        }
        let mut renditions = Vec::new();
        for item in self.values.objects(value) {
            if !self.has_room(&renditions, item) {
                break;
            }
            renditions.extend(self.rendition(item));
        }
        renditions
    }

    fn rendition(&mut self, item: Value<'_, 'a>) -> Option<Rendition<'a>> {
        let (mut src, mut width, mut height, mut media_type) = (None, None, None, None);
        let (mut query, mut is_dark) = (None, false);
        for (key, value) in item.members() {
            match &*key.as_str().unwrap_or_default() {
                "src" => src = Some(value),
                "width" => width = self.values.positive(value),
                "height" => height = self.values.positive(value),
                "type" => media_type = self.values.text(value),
                "media" => query = self.values.text(value).filter(|query| !query.is_blank()),
                "role" => is_dark = self.values.string(value).as_deref() == Some("dark"),
                _ => self.unknown_key(key, "`rendition`"),
            }
        }
        let src = self.src(src, item)?;
        let media = if is_dark { Some(query_for_the_dark(query)) } else { query };
        Some(Rendition { src, width, height, media_type, media })
    }

    /// The sizes that a service makes when it is asked for them: an address with a place for the width, and the widths.
    fn renditions_by_template(&mut self, value: Value<'_, 'a>) -> Vec<Rendition<'a>> {
        const PLACE: &str = "{width}";
        let mut renditions = Vec::new();
        let said = value.get("template").unwrap_or(value);
        let Some(template) = self.values.string(said) else {
            self.values.expected("a `template` with its `widths`, or an array of renditions", value);
            return renditions;
        };
        if !template.contains(PLACE) {
            self.values.add(Code::ValueInvalid, said, "the template has no place `{width}`, so it is left out");
            return renditions;
        }
        let widths = value.get("widths").map(|widths| self.values.list(widths));
        for item in widths.into_iter().flatten() {
            if !self.has_room(&renditions, item) {
                break;
            }
            let Some(width) = self.values.positive(item) else { continue };
            let address = template.replace(PLACE, &width.to_string());
            let Some(src) = self.values.media_url_in(address.into(), value) else { break };
            renditions.push(Rendition { src, width: Some(width), height: None, media_type: None, media: None });
        }
        renditions
    }

    /// The address of what is nothing without one.
    pub(super) fn src(&mut self, src: Option<Value<'_, 'a>>, of: Value<'_, 'a>) -> Option<MediaUrl<'a>> {
        if src.is_none() {
            self.values.expected("an object with an address as `src`", of);
        }
        self.values.media_url(src?)
    }

    fn has_room(&mut self, renditions: &[Rendition<'a>], next: Value<'_, 'a>) -> bool {
        if renditions.len() == MOST_RENDITIONS {
            let message = too_many("picture", MOST_RENDITIONS, "renditions");
            self.values.add(Code::LimitRenditions, next, message);
        }
        renditions.len() < MOST_RENDITIONS
    }
}

/// The query of another crop for the dark, which stands under the query for that as well.
fn query_for_the_dark(query: Option<Text<'_>>) -> Text<'_> {
    let Some(query) = query else { return DARK.into() };
    let queries: Vec<_> = query.split(',').map(|query| [query.trim(), DARK].join(" and ")).collect();
    queries.join(", ").into()
}

/// The credit of what the fields say, else that at the end of the caption, which then loses it.
fn credit_in<'a>(said: Credit<'a>, caption: &mut Vec<Inline<'a>>) -> Option<Credit<'a>> {
    let found = if !said.text.is_blank() {
        credit::credit_by(said.text, said.creators)
    } else if said.creators.is_empty() && said.provider.is_none() {
        let (rest, found) = credit::split(std::mem::take(caption));
        *caption = rest;
        found?
    } else {
        let text = names(&said.creators, said.provider.as_ref());
        Credit { text, creators: said.creators, ..Credit::default() }
    };
    let provider = said.provider.or(found.provider);
    Some(Credit { provider, url: said.url, language: said.language, is_hidden: said.is_hidden, ..found })
}

/// "Creator, Creator/Provider", as agencies write it.
fn names<'a>(creators: &[Contributor<'a>], provider: Option<&Text<'a>>) -> Text<'a> {
    let names = joined(&mut creators.iter().map(|creator| creator.name.as_str()), ", ");
    both(names, provider.cloned(), "/").unwrap_or_default()
}
