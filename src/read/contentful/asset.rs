//! Reads assets: pictures, films, sounds and other files.

use crate::json::Value;
use crate::model::{Alt, Block, Image, Inline, LinkCard, LinkKind, Recording, RecordingSource, Text};

use super::super::prose::{first, pixels, text_of};
use super::super::source::shortened;
use super::super::values::at;
use super::super::{pictures, recordings, words};
use super::Contentful;

/// Returns the address of an asset's file, if the fields are those of one: REST has it in the file, GraphQL beside what
/// it says about the file.
pub(super) fn file<'d, 'a>(fields: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    match fields.get("file").filter(|file| file.get("url").is_some()) {
        Some(file) => file.get("url"),
        None => fields
            .get("url")
            .filter(|url| fields.get("contentType").is_some() || is_from_contentful(*url))
            .or_else(|| fields.get("gatsbyImageData")?.get("images")?.get("fallback")?.get("src")),
    }
}

fn is_from_contentful(url: Value<'_, '_>) -> bool {
    url.as_str().is_some_and(|url| url.contains("//images.ctfassets.net/") || url.contains("//assets.ctfassets.net/"))
}

/// Whether the fields are those of a picture.
pub(super) fn is_picture(fields: Value<'_, '_>) -> bool {
    let says_so = content_type(fields).map(|name| name.as_str().is_some_and(|name| name.starts_with("image/")));
    says_so.unwrap_or_else(|| file(fields).is_some_and(|url| url.as_str().is_some_and(|url| !names_other_file(&url))))
}

/// Whether an address ends with the name of a file that is no picture.
fn names_other_file(address: &str) -> bool {
    let end = address.rsplit('.').next().unwrap_or_default();
    recordings::is_recording(address) || words::has_lower("pdf|zip|docx|xlsx|csv", end)
}

fn content_type<'d, 'a>(fields: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    fields.get("file").unwrap_or(fields).get("contentType")
}

impl<'a> Contentful<'_, '_, 'a> {
    /// The block that shows an asset.
    pub(super) fn asset(&mut self, fields: Value<'_, 'a>) -> Option<Block<'a>> {
        let url = file(fields)?;
        if is_picture(fields) {
            return Some(Block::from(self.asset_image(fields)));
        }
        let media_type = content_type(fields).and_then(|name| self.values.text(name));
        let Some(kind) = media_type.as_deref().and_then(recordings::kind_of_type) else {
            return Some(self.card(fields, url));
        };
        let src = self.values.media_url(url)?;
        Some(Block::from(Recording {
            title: text_of(&mut self.values, fields, &["title"]),
            sources: vec![RecordingSource { src, media_type }],
            caption: line(text_of(&mut self.values, fields, &["description"])),
            at: at(fields),
            ..Recording::new(kind)
        }))
    }

    /// The description of a picture is what its editor is asked for as the alternative text, and what Contentful's own
    /// renderer makes of it.
    pub(super) fn asset_image(&mut self, fields: Value<'_, 'a>) -> Image<'a> {
        let details = fields.get("file").and_then(|file| file.get("details")?.get("image"));
        let size = details.or_else(|| fields.get("gatsbyImageData")).unwrap_or(fields);
        let mut image = Image {
            src: file(fields).and_then(|url| self.values.media_url(url)),
            width: pixels(size, "width"),
            height: pixels(size, "height"),
            alt: text_of(&mut self.values, fields, &["description"]).map_or(Alt::Absent, Alt::Text),
            title: text_of(&mut self.values, fields, &["title"]),
            at: at(fields),
            ..Image::default()
        };
        pictures::add_sizes(&mut image);
        image
    }

    /// A file to read or to keep, under its title or else its name.
    fn card(&mut self, fields: Value<'_, 'a>, url: Value<'_, 'a>) -> Block<'a> {
        let name = first(fields.get("file").unwrap_or(fields), &["fileName"]).and_then(|name| self.values.text(name));
        let title = text_of(&mut self.values, fields, &["title"]).or(name);
        let title = title.or_else(|| Some(shortened(&url.as_str()?).into_owned().into()));
        Block::from(LinkCard {
            url: self.values.url(url),
            title: line(title),
            description: line(text_of(&mut self.values, fields, &["description"])),
            kind: LinkKind::Bookmark,
            at: at(fields),
            ..LinkCard::default()
        })
    }
}

fn line(text: Option<Text<'_>>) -> Vec<Inline<'_>> {
    text.map(Inline::Text).into_iter().collect()
}
