//! Pictures, files and embeds: which file a block names, and the words with it; it knows endings of names and the
//! fields of the usual tools.

use crate::json::{Kind, Value};
use crate::model::{
    Block, Embed, Gallery, Image, Inline, Link, PageWidth, Recording, RecordingSource, Text, Url, plain_line,
};

use super::super::prose::{Prose, add_below, first, first_string, line_of, pixels, text_of};
use super::super::values::at;
use super::super::{embeds, figure, pictures, recordings};
use super::EditorJs;

/// What holds the address: the file, or the block itself.
fn file<'d, 'a>(data: Value<'d, 'a>) -> Value<'d, 'a> {
    first(data, &["file", "image", "media"]).filter(|file| file.kind() == Kind::Object).unwrap_or(data)
}

fn address<'d, 'a>(data: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let own = Some(data).filter(|data| data.is_string());
    let address = own
        .or_else(|| first(file(data), &["url", "src"]))
        .or_else(|| first(data, &["url", "src", "image", "file", "imageUrl"]));
    address.filter(|address| address.is_string())
}

/// Whether data are those of a picture: such a file, or the fields that only tools for pictures have.
pub(super) fn is_picture(data: Value<'_, '_>) -> bool {
    let Some(address) = address(data) else { return false };
    if data.get("service").is_some() || data.get("embed").is_some() {
        return false;
    }
    let address = address.as_str().unwrap_or_default();
    let is_set = ["withBorder", "withBackground", "stretched"].iter().any(|key| data.get(key).is_some());
    let is_titled = data.get("title").is_some() && data.get("file").is_some() && data.get("caption").is_none();
    ((is_set && !recordings::is_recording(&address)) || pictures::is_file(&address)) && !is_titled
}

impl<'a> EditorJs<'_, 'a> {
    pub(super) fn image(&mut self, data: Value<'_, 'a>) -> Image<'a> {
        let file = file(data);
        let about = if file.offset() == data.offset() { &[data][..] } else { &[data, file] };
        let mut image = figure::described(self, address(data), about, data);
        figure::finish(&mut image);
        if data.is_true("stretched") {
            image.width_on_page = Some(PageWidth::Full);
        }
        image
    }

    pub(super) fn gallery(&mut self, data: Value<'_, 'a>, pictures: Value<'_, 'a>) -> Block<'a> {
        let items = pictures.items().map(|item| self.image(item)).collect();
        let caption = self.titled(data);
        Block::from(Gallery { items, caption, at: at(data), ..Gallery::default() })
    }

    /// A caption below a title.
    pub(super) fn titled(&mut self, data: Value<'_, 'a>) -> Vec<Inline<'a>> {
        let mut lines = line_of(self, data, &["title", "heading"]);
        add_below(&mut lines, line_of(self, data, &["caption"]));
        lines
    }

    pub(super) fn embed(&mut self, data: Value<'_, 'a>) -> Option<Block<'a>> {
        let page = first_string(data, &["source", "url"]).and_then(|page| self.values.url(page));
        let url = page.or_else(|| self.values.url(first_string(data, &["embed"])?))?;
        let mut embed = embeds::embed(url, at(data));
        if embed.provider.is_none() {
            embed.provider = text_of(&mut self.values, data, &["service"]);
        }
        let title = text_of(&mut self.values, data, &["title"]);
        let caption = line_of(self, data, &["caption"]);
        let (width, height) = (pixels(data, "width"), pixels(data, "height"));
        Some(Block::from(Embed { title, caption, width, height, ..embed }))
    }

    /// A file: a recording is played, any other is a link with its name.
    pub(super) fn file(&mut self, data: Value<'_, 'a>) -> Option<Block<'a>> {
        let address = address(data)?;
        let title = text_of(&mut self.values, data, &["title", "name"]);
        let title = title.or_else(|| text_of(&mut self.values, file(data), &["title", "name"]));
        let Some(kind) = address.as_str().as_deref().and_then(recordings::kind_of_name) else {
            let url = self.values.url(address)?;
            let words = title.unwrap_or_else(|| Text::from(url.as_str().to_owned()));
            return Some(Block::Paragraph(vec![link(url, plain_line(words))]));
        };
        let src = self.values.media_url(address)?;
        Some(Block::from(Recording {
            title,
            sources: vec![RecordingSource { src, media_type: None }],
            caption: line_of(self, data, &["caption"]),
            poster: first(data, &["poster", "thumbnail", "cover"]).and_then(|poster| self.picture(poster)),
            at: at(data),
            ..Recording::new(kind)
        }))
    }
}

/// Words that lead to an address.
pub(super) fn link<'a>(url: Url<'a>, content: Vec<Inline<'a>>) -> Inline<'a> {
    Inline::Link(Link { href: Some(url), content, ..Link::default() })
}
