//! Reads pictures, films and sounds: items with renditions, some of which are files of other kinds.

use std::borrow::Cow;

use crate::json::{Kind, Value};
use crate::model::{
    Alt, Block, Decimal, FocalPoint, Image, ImageKind, Recording, RecordingKind, RecordingSource, Rendition, Text, Url,
};

use super::super::prose::{joined, pixels};
use super::super::source::MOST_RENDITIONS;
use super::super::values::{at, share};
use super::super::{credit, figure, pictures, recordings};
use super::field::{Words, field, first, named, texts};
use super::header::license;
use super::{IDS, Ninjs, kind};

/// Roles of descriptions that are a caption, the likeliest first.
const CAPTIONS: [&str; 8] = ["caption", "", "html", "xhtml", "richtext", "text", "main", "lead"];
/// Where a rendition is: the dpa calls it as others do.
pub(super) const ADDRESSES: [&str; 2] = ["href", "url"];
/// Pictures that browsers do not show.
const UNSHOWN: [&str; 3] = ["tif", "photoshop", "postscript"];

impl<'a> Ninjs<'_> {
    /// An item as a picture.
    pub(super) fn picture(&mut self, item: Value<'_, 'a>) -> Image<'a> {
        let mut image = Image { id: self.text(item, &IDS), at: at(item), ..Image::default() };
        let files = self.files(item);
        pictures::set_files(&mut image, files);
        image.focal_point = focal_point(item);
        image.kind = (kind(item) == "graphic").then_some(ImageKind::Graphic);
        image.alt = self.alt(item);
        let descriptions = texts(item, "description");
        let caption = CAPTIONS.iter().find_map(|role| descriptions.iter().find(|words| words.role == *role));
        image.caption = match caption {
            Some(words) => self.line(words),
            None => self.text_line(item, &["caption"]),
        };
        image.credit = self.credit(item, &descriptions).map(credit::credit);
        figure::settle(&mut image);
        figure::add_provider(&mut image, self.source(item));
        let headline = texts(item, "headline").first().and_then(|words| self.values.text(words.value));
        image.title = headline.or_else(|| self.text(item, &["title"]));
        image.copyright_notice = self.text(item, &["copyrightnotice"]);
        image.copyright_holder = self.text(item, &["copyrightholder"]);
        image.usage_terms = self.text(item, &["usageterms"]);
        image.license = license(item).and_then(|url| self.values.url(url));
        image.location = self.text(item, &["located"]);
        image.created = field(item, "contentcreated").and_then(|date| self.values.date(date));
        image.digital_source_type = self.digital_source_type(item);
        image
    }

    /// ninjs has no alternative text but that of a role; Superdesk keeps it as the body of a picture.
    fn alt(&mut self, item: Value<'_, 'a>) -> Alt<'a> {
        let mut described = texts(item, "description").into_iter();
        let described = described.find(|words| words.role.starts_with("alt"));
        let described = described.and_then(|words| self.values.text(words.value));
        let text = self.text(item, &["alttext", "alt_text"]).or(described).or_else(|| self.text(item, &["body_text"]));
        text.map_or(Alt::Absent, Alt::Text)
    }

    fn credit(&mut self, item: Value<'_, 'a>, descriptions: &[Words<'_, 'a>]) -> Option<Text<'a>> {
        let line = descriptions.iter().find(|words| words.role == "creditline");
        let line = line.and_then(|words| self.values.text(words.value)).map(Text::trimmed);
        let own = self.byline(item).or_else(|| self.text(item, &["creditline", "credit"]));
        let people = || {
            let names = self.names(field(item, "authors")?);
            joined(&mut names.iter().map(Text::as_str), ", ")
        };
        own.or(line).or_else(people).or_else(|| self.text(item, &["copyrightholder"]))
    }

    /// Who it comes from.
    fn source(&mut self, item: Value<'_, 'a>) -> Option<Text<'a>> {
        let source = named(field(item, "infosources")?).into_iter().next();
        source.map(|(name, _)| Text::from(name)).filter(|name| !name.is_blank())
    }

    /// A string in the first generation, an object in the others.
    fn digital_source_type(&mut self, item: Value<'_, 'a>) -> Option<Url<'a>> {
        let value = field(item, "digitalsourcetype")?;
        let address = if value.is_string() { value } else { first(value, &["uri"])? };
        self.values.url(address)
    }

    /// The renditions that are files of this picture. Those with a mark across them are for looking only.
    fn files(&mut self, item: Value<'_, 'a>) -> Vec<Rendition<'a>> {
        let mut files = Vec::new();
        for (name, rendition) in renditions(item) {
            let Some(href) = first(rendition, &ADDRESSES) else { continue };
            let is_marked = |text: &str| text.to_ascii_lowercase().contains("watermark");
            if !(is_picture(rendition) || is_bare(rendition)) || is_marked(&name) || is_marked(href.raw_str()) {
                continue;
            }
            let Some(src) = self.values.media_url(href) else { continue };
            let (width, height) = (pixels(rendition, "width"), pixels(rendition, "height"));
            files.push(Rendition { src, width, height, media_type: None, media: None });
        }
        files
    }

    /// An item as a film or a sound.
    pub(super) fn recording(&mut self, item: Value<'_, 'a>) -> Block<'a> {
        let is_sound = kind(item) == "audio";
        let mut described = self.picture(item);
        let mut recording = Recording::new(if is_sound { RecordingKind::Audio } else { RecordingKind::Video });
        for (_, rendition) in renditions(item).into_iter().filter(|(_, rendition)| is_recording(*rendition)) {
            let Some(src) = first(rendition, &ADDRESSES).and_then(|href| self.values.media_url(href)) else { continue };
            let media_type = self.text(rendition, &["mimetype", "contenttype"]);
            // Browsers play this one.
            let is_best = media_type.as_deref() == Some("video/mp4");
            let place = if is_best { 0 } else { recording.sources.len() };
            if recording.sources.len() < MOST_RENDITIONS {
                recording.sources.insert(place, RecordingSource { src, media_type });
            }
            recording.width = recording.width.or_else(|| pixels(rendition, "width"));
            recording.height = recording.height.or_else(|| pixels(rendition, "height"));
            recording.duration = recording.duration.or_else(|| seconds(rendition));
        }
        recording.title = described.title.clone();
        recording.caption = std::mem::take(&mut described.caption);
        recording.credit = described.credit.take();
        recording.poster = Some(described).filter(|poster| poster.src.is_some());
        recording.at = at(item);
        Block::from(recording)
    }
}

/// How long a rendition is, which some count in milliseconds.
fn seconds(rendition: Value<'_, '_>) -> Option<u32> {
    const LONGEST: u32 = 100_000;
    let number = pixels(rendition, "duration")?;
    Some(if number < LONGEST { number } else { number / 1000 })
}

/// The renditions of an item with their names.
pub(super) fn renditions<'d, 'a>(item: Value<'d, 'a>) -> Vec<(Cow<'a, str>, Value<'d, 'a>)> {
    field(item, "renditions").map(named).unwrap_or_default()
}

fn media_type(rendition: Value<'_, '_>) -> String {
    let said = first(rendition, &["mimetype", "contenttype"]).and_then(Value::as_str);
    said.unwrap_or_default().to_ascii_lowercase()
}

/// What does not say its type is a picture if it has a width.
pub(super) fn is_picture(rendition: Value<'_, '_>) -> bool {
    let said = media_type(rendition);
    if said.is_empty() {
        return field(rendition, "width").is_some() && field(rendition, "duration").is_none();
    }
    said.starts_with("image/") && !UNSHOWN.iter().any(|kind| said.contains(kind))
}

/// Whether nothing is said of a file but where it is, as Superdesk has those that it takes from other services.
fn is_bare(rendition: Value<'_, '_>) -> bool {
    const SAID: [&str; 5] = ["mimetype", "contenttype", "width", "duration", "type"];
    let href = first(rendition, &ADDRESSES).and_then(Value::as_str).unwrap_or_default();
    SAID.iter().all(|name| field(rendition, name).is_none()) && !recordings::is_recording(&href)
}

pub(super) fn is_recording(rendition: Value<'_, '_>) -> bool {
    let said = media_type(rendition);
    said.starts_with("video/")
        || said.starts_with("audio/")
        || (said.is_empty() && field(rendition, "duration").is_some())
}

/// The point that must stay in sight, in pixels of a rendition, or in fractions of the picture.
fn focal_point(item: Value<'_, '_>) -> Option<FocalPoint> {
    let own = field(item, "poi").and_then(|poi| point(poi, None));
    let of_file = || {
        renditions(item).into_iter().find_map(|(_, rendition)| {
            let size = pixels(rendition, "width").zip(pixels(rendition, "height"));
            point(field(rendition, "poi")?, size)
        })
    };
    own.or_else(of_file)
}

fn point(poi: Value<'_, '_>, size: Option<(u32, u32)>) -> Option<FocalPoint> {
    let (x, y) = (field(poi, "x")?, field(poi, "y")?);
    if x.kind() != Kind::Number || y.kind() != Kind::Number {
        return None;
    }
    let is_fraction = |value: Value<'_, '_>| value.raw_str().starts_with("0.") || value.raw_str() == "1.0";
    if is_fraction(x) && is_fraction(y) {
        return Some(FocalPoint { x: Decimal::parse(x.raw_str())?, y: Decimal::parse(y.raw_str())? });
    }
    let (width, height) = size?;
    Some(FocalPoint { x: share(x, width)?, y: share(y, height)? })
}
