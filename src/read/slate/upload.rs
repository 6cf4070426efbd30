//! Reads pictures and files: nodes with an address, and those with the record of an upload in them.

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{Block, Image, Inline, Link, Recording, RecordingSource, plain_line};

use super::super::prose::{Prose, first, line_of, paragraph, text_of};
use super::super::values::at;
use super::super::{figure, recordings};
use super::Slate;
use super::node::{Node, children, field, kind};

impl<'a> Slate<'_, '_, 'a> {
    /// A picture: a node that is called one, or one around a file that is one.
    pub(super) fn image(&mut self, node: Value<'_, 'a>) -> Option<Image<'a>> {
        if node.kind() != Kind::Object {
            return None;
        }
        let file = record(node).unwrap_or(node);
        let is_called_one = kind(node) == Node::Picture;
        let is_picture = media_type(file).is_some_and(|kind| kind.starts_with("image/"));
        let is_described = node.get("type").is_none() && node.get("alt").is_some() && address(node).is_some();
        let may_be_one = (is_called_one || is_described) && media_type(file).is_none();
        if !is_picture && !may_be_one {
            return None;
        }
        let about = ["data", "attributes", "fields"].iter().filter_map(|name| node.get(name));
        let about: Vec<_> = std::iter::once(node).chain(about).chain([file]).collect();
        let mut image = figure::described(self, address(file), &about, node);
        self.inner_figure(node, &mut image);
        figure::finish(&mut image);
        figure::renditions(&mut self.values, file, "sizes", &mut image);
        Some(image)
    }

    /// A figure may have its picture and its caption as nodes in it; a picture its caption as text.
    fn inner_figure(&mut self, node: Value<'_, 'a>, image: &mut Image<'a>) {
        for child in children(node) {
            let part = kind(child);
            if part == Node::Picture && image.src.is_none() {
                image.src = address(child).and_then(|src| self.values.media_url(src));
                figure::describe(self, child, image);
            } else if part == Node::Caption && image.caption.is_empty() {
                image.caption = self.words(child);
            }
        }
        let is_figure = children(node).any(|child| matches!(kind(child), Node::Picture | Node::Caption));
        if image.caption.is_empty() && !is_figure {
            image.caption = self.words(node);
        }
    }

    /// A node that shows a file: a picture, a recording, or a link to anything else.
    pub(super) fn upload(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        if let Some(image) = self.image(node) {
            return blocks.push(Block::from(image));
        }
        if let Some(recording) = self.recording(node) {
            return blocks.push(Block::from(recording));
        }
        match self.file(node) {
            Some(link) => blocks.push(Block::Paragraph(vec![Inline::Link(link)])),
            None => {
                let message = "the file is not in the document, only its identifier, so it is not shown";
                self.values.add(Code::ImgSrcMissing, node, message);
                blocks.extend(self.inside(node));
                let caption = node.get("fields").map(|fields| line_of(self, fields, &["caption"])).unwrap_or_default();
                blocks.extend(paragraph(caption));
            }
        }
    }

    fn recording(&mut self, node: Value<'_, 'a>) -> Option<Recording<'a>> {
        let file = record(node)?;
        let media_type = media_type(file)?;
        let kind = recordings::kind_of_type(&media_type)?;
        let src = address(file).and_then(|src| self.values.media_url(src))?;
        let source = RecordingSource { src, media_type: Some(media_type.into()) };
        let title = text_of(&mut self.values, file, &["title", "alt"]);
        let caption = first(node, &["caption"]).or_else(|| node.get_in("fields", "caption"));
        let caption = caption.map(|caption| self.line(caption)).unwrap_or_default();
        Some(Recording { title, sources: vec![source], caption, at: at(node), ..Recording::new(kind) })
    }

    /// A link to a file, called by its name.
    pub(super) fn file(&mut self, node: Value<'_, 'a>) -> Option<Link<'a>> {
        let file = record(node).unwrap_or(node);
        let address = address(file)?;
        let href = self.values.url(address)?;
        let name = text_of(&mut self.values, file, &["title", "filename", "name"]);
        let name = name.or_else(|| self.values.text(address))?;
        Some(Link { href: Some(href), content: plain_line(name), at: at(node), ..Link::default() })
    }
}

/// The record of an upload in a node.
pub(super) fn record<'d, 'a>(node: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    field(node, &["value", "file", "asset", "image"]).filter(|record| record.kind() == Kind::Object)
}

fn address<'d, 'a>(value: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    field(value, &["url", "src", "link", "imageUrl"]).filter(|address| address.is_string())
}

fn media_type<'a>(file: Value<'_, 'a>) -> Option<std::borrow::Cow<'a, str>> {
    first(file, &["mimeType", "mime", "contentType"]).and_then(Value::as_str)
}
