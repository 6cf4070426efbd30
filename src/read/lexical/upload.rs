//! Reads the files of Payload: pictures, films, sounds and others.

use crate::json::Value;
use crate::model::{Block, Decimal, FocalPoint, Image, LinkCard, LinkKind, Recording, RecordingSource};

use super::super::prose::{first, first_string, line_of, text_of};
use super::super::values::at;
use super::super::{custom, figure};
use super::Lexical;
use super::inline::identifier;

impl<'a> Lexical<'_, '_, 'a> {
    /// A node that shows a file, by its record or by the identifier of one that the caller knows.
    pub(super) fn add_upload(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        let Some(value) = node.get("value") else {
            return self.values.expected("an upload with a `value`", node);
        };
        let id = identifier(value);
        let record = id.as_deref().and_then(|id| self.source.reference(id)).unwrap_or(value);
        if let Some(image) = self.described(node, record) {
            return blocks.push(Block::from(image));
        }
        match self.file(record) {
            Some(block) => blocks.push(block),
            None => {
                self.values.missing(node, id.as_deref().unwrap_or_default(), "a file that stands here");
                let about = node.get("fields").unwrap_or(node);
                let caption = line_of(self, about, &["caption"]);
                blocks.extend(super::super::prose::paragraph(caption));
            }
        }
    }

    /// What stands beside the file here counts before what its record says.
    fn described(&mut self, node: Value<'_, 'a>, record: Value<'_, 'a>) -> Option<Image<'a>> {
        let file = self.record_image(record)?;
        let mut image = Image { at: at(node), ..Image::default() };
        if let Some(fields) = node.get("fields") {
            figure::describe(self, fields, &mut image);
        }
        figure::describe(self, record, &mut image);
        figure::finish(&mut image);
        let Image { src, width, height, renditions, focal_point, .. } = file;
        Some(Image { src, width, height, renditions, focal_point, ..image })
    }

    /// The picture that a field of a block is: the record of a file, or one in a block around it.
    pub(super) fn upload_image(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        if value.says("type", "upload") {
            return self.described(value, value.get("value")?);
        }
        if let Some(mut image) = self.record_image(value) {
            figure::describe(self, value, &mut image);
            return Some(image);
        }
        let inner = figure::wrapped(value)?;
        let id = identifier(inner);
        let record = id.as_deref().and_then(|id| self.source.reference(id)).unwrap_or(inner);
        let file = self.record_image(record)?;
        let mut image = Image { at: at(value), ..Image::default() };
        figure::describe(self, value, &mut image);
        figure::describe(self, record, &mut image);
        let Image { src, width, height, renditions, focal_point, .. } = file;
        Some(Image { src, width, height, renditions, focal_point, ..image })
    }

    /// The file of a picture, with the sizes that Payload made of it.
    fn record_image(&mut self, record: Value<'_, 'a>) -> Option<Image<'a>> {
        record.str_of("mimeType").filter(|name| name.starts_with("image/"))?;
        let src = first(record, &["url", "src"]).and_then(|url| self.values.media_url(url));
        let size = |name| super::super::prose::pixels(record, name);
        let (width, height) = (size("width"), size("height"));
        let focal_point = focal_point(record);
        let mut image = Image { src, width, height, focal_point, at: at(record), ..Image::default() };
        let sizes = record.members_of("sizes").map(|(_, size)| size);
        figure::renditions(&mut self.values, sizes, &mut image);
        Some(image)
    }

    fn file(&mut self, record: Value<'_, 'a>) -> Option<Block<'a>> {
        let url = first_string(record, &["url", "src"])?;
        let media_type = text_of(&mut self.values, record, &["mimeType"]);
        let Some(kind) = media_type.as_deref().and_then(custom::kind_of_type) else {
            return Some(self.download(record, url));
        };
        let src = self.values.media_url(url)?;
        Some(Block::from(Recording {
            title: text_of(&mut self.values, record, &["title", "alt"]),
            sources: vec![RecordingSource { src, media_type }],
            caption: line_of(self, record, &["caption"]),
            at: at(record),
            ..Recording::new(kind)
        }))
    }

    fn download(&mut self, record: Value<'_, 'a>, url: Value<'_, 'a>) -> Block<'a> {
        Block::from(LinkCard {
            url: self.values.url(url),
            title: line_of(self, record, &["title", "filename", "alt"]),
            description: line_of(self, record, &["caption", "description"]),
            kind: LinkKind::Bookmark,
            at: at(record),
            ..LinkCard::default()
        })
    }
}

/// Payload counts it in percent.
fn focal_point(record: Value<'_, '_>) -> Option<FocalPoint> {
    let fraction = |name: &str| {
        let percent = Decimal::parse(record.get(name)?.raw_str())?.hundredths() / 100;
        Some(Decimal::of_hundredths(percent.min(100)))
    };
    Some(FocalPoint { x: fraction("focalX")?, y: fraction("focalY")? })
}
