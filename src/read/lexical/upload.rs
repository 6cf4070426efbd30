//! Reads the files of Payload: pictures, films, sounds and others.

use crate::json::Value;
use crate::model::{Block, Decimal, FocalPoint, Image, LinkCard, LinkKind, Recording, RecordingSource};

use super::super::prose::{first_string, line_of, media_url_of, paragraph, pixels, text_of};
use super::super::values::at;
use super::super::{figure, pictures, recordings};
use super::Lexical;

impl<'a> Lexical<'_, '_, 'a> {
    /// A node that shows a file, by its record or by the identifier of one that the caller knows.
    pub(super) fn add_upload(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        let Some(value) = node.get("value") else {
            return self.values.expected("an upload with a `value`", node);
        };
        let (id, found) = self.referred(value);
        let record = found.unwrap_or(value);
        if let Some(mut image) = self.described(node.get("fields"), record, node) {
            figure::finish(&mut image);
            blocks.push(Block::from(image));
        } else if let Some(block) = self.file(record) {
            blocks.push(block);
        } else {
            self.values.missing(node, id.as_deref().unwrap_or_default(), "a file that stands here");
            let about = node.get("fields").unwrap_or(node);
            blocks.extend(paragraph(line_of(self, about, &["caption"])));
        }
    }

    /// The picture in a record, which stands in some place. What is said of it there counts before what its record says.
    fn described(
        &mut self,
        about: Option<Value<'_, 'a>>,
        record: Value<'_, 'a>,
        place: Value<'_, 'a>,
    ) -> Option<Image<'a>> {
        let file = self.record_image(record)?;
        let about: Vec<_> = about.into_iter().chain([record]).collect();
        let image = figure::described(self, None, &about, place);
        let Image { src, width, height, renditions, focal_point, .. } = file;
        Some(Image { src, width, height, renditions, focal_point, ..image })
    }

    /// The picture that a field of a block is: the record of a file, or one in a block around it.
    pub(super) fn upload_image(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        if value.says("type", "upload") {
            return self.described(value.get("fields"), value.get("value")?, value);
        }
        if let Some(mut image) = self.record_image(value) {
            figure::describe(self, value, &mut image);
            return Some(image);
        }
        let inner = figure::wrapped(value)?;
        let (_, found) = self.referred(inner);
        self.described(Some(value), found.unwrap_or(inner), value)
    }

    /// The file of a picture, with the sizes that Payload made of it.
    fn record_image(&mut self, record: Value<'_, 'a>) -> Option<Image<'a>> {
        // A query may have left out what it is.
        let is_file = || record.str_of("url").is_some_and(|address| pictures::is_file(&address));
        if !record.str_of("mimeType").map_or_else(is_file, |name| name.starts_with("image/")) {
            return None;
        }
        let src = media_url_of(&mut self.values, record, &["url", "src"]);
        let (width, height) = (pixels(record, "width"), pixels(record, "height"));
        let focal_point = focal_point(record);
        let mut image = Image { src, width, height, focal_point, at: at(record), ..Image::default() };
        figure::renditions(&mut self.values, record, "sizes", &mut image);
        Some(image)
    }

    /// A film or a sound, or a link to any other file.
    fn file(&mut self, record: Value<'_, 'a>) -> Option<Block<'a>> {
        let url = first_string(record, &["url", "src"])?;
        let media_type = text_of(&mut self.values, record, &["mimeType"]);
        let Some(kind) = media_type.as_deref().and_then(recordings::kind_of_type) else {
            return Some(Block::from(LinkCard {
                url: self.values.url(url),
                title: line_of(self, record, &["title", "filename", "alt"]),
                description: line_of(self, record, &["caption", "description"]),
                kind: LinkKind::Bookmark,
                at: at(record),
                ..LinkCard::default()
            }));
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
}

/// Payload counts it in percent.
fn focal_point(record: Value<'_, '_>) -> Option<FocalPoint> {
    let fraction = |name: &str| {
        let percent = Decimal::parse(record.get(name)?.raw_str())?.hundredths() / 100;
        Some(Decimal::of_hundredths(percent.min(100)))
    };
    Some(FocalPoint { x: fraction("focalX")?, y: fraction("focalY")? })
}
