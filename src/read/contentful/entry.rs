//! Reads entries that stand in the text: wrappers of a picture, other articles, and blocks that a newsroom defined.

use std::borrow::Cow;

use crate::json::{Kind, Value};
use crate::model::{Alt, Block, Image, LinkCard, LinkKind};

use super::super::prose::{first, first_string, line_of};
use super::super::values::at;
use super::super::{custom, figure};
use super::links::{Target, fields};
use super::{Contentful, asset, has_links, is_document};

/// The fields that hold the body of an entry, the likelier one first.
const BODY: [&str; 8] = ["body", "content", "text", "articleBody", "richText", "sections", "blocks", "modules"];
/// Returns the field that holds the body of an entry: the one that is called so, or else the longest rich text.
pub(super) fn body_of<'d, 'a>(fields: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let is_rich = |field: &Value<'_, '_>| is_document(*field) || has_links(*field);
    let named = || BODY.iter().filter_map(|name| fields.get(name));
    let longest = fields.members().map(|(_, field)| field).filter(is_rich).max_by_key(|field| field.raw_str().len());
    let is_other = |field: &Value<'_, '_>| field.is_string() || field.kind() == Kind::Array;
    named().find(is_rich).or(longest).or_else(|| named().find(is_other))
}

/// Returns what a newsroom calls entries of this kind.
pub(super) fn kind<'a>(entry: Value<'_, 'a>) -> Cow<'a, str> {
    let own = entry.get("sys").and_then(|sys| sys.get("contentType")?.get("sys")?.str_of("id"));
    own.or_else(|| entry.str_of("__typename")).unwrap_or_default()
}

impl<'a> Contentful<'_, '_, 'a> {
    /// Adds what a link leads to, which stands in `node`.
    pub(super) fn add_target(&mut self, target: Value<'_, 'a>, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        let Some(record) = self.record(target) else { return };
        if let Some(block) = self.asset(fields(record)) {
            return blocks.push(block);
        }
        match self.links.open(record) {
            Ok(()) => {
                blocks.extend(self.entry(record));
                self.links.close();
            }
            Err((code, message)) => self.values.add(code, node, message),
        }
    }

    fn entry(&mut self, record: Value<'_, 'a>) -> Vec<Block<'a>> {
        let fields = fields(record);
        if let Some(card) = self.other_page(fields) {
            return vec![card];
        }
        // Gatsby puts the system's name before that of the type.
        let name = kind(record);
        custom::blocks(self, fields, name.strip_prefix("Contentful").unwrap_or(&name))
    }

    /// An entry that has a page of its own is linked to.
    fn other_page(&mut self, fields: Value<'_, 'a>) -> Option<Block<'a>> {
        let title = first(fields, &["headline", "title"])?;
        let address = first_string(fields, &["canonicalUrl", "url", "link"]);
        first(fields, &["slug"]).filter(|_| body_of(fields).is_some() || address.is_some())?;
        let target = first(fields, &["image", "heroImage", "featuredImage", "thumbnail"]);
        Some(Block::from(LinkCard {
            url: address.and_then(|address| self.values.url(address)),
            title: super::Prose::line(self, title),
            description: line_of(self, fields, &["excerpt", "deck", "subtitle", "summary", "description"]),
            image: target.and_then(|image| self.image(image)),
            kind: LinkKind::Related,
            at: at(fields),
            ..LinkCard::default()
        }))
    }

    /// The picture that a link leads to, or that is wrapped in an entry with its caption and its credit.
    pub(super) fn image(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        let mut image = Image { at: at(value), ..Image::default() };
        if figure::cloudinary(self, value, &mut image) {
            return Some(image);
        }
        let is_linked = !matches!(self.links.target(value), Target::Itself);
        let record = fields(self.record(value)?);
        if asset::file(record).is_some() {
            return asset::is_picture(record).then(|| self.asset_image(record));
        }
        let inner = figure::wrapped(record)?;
        if is_linked && self.links.open(record).is_err() {
            return None;
        }
        let inner = self.image(inner);
        if is_linked {
            self.links.close();
        }
        Some(self.described(record, inner?))
    }

    /// What a wrapper says of a picture counts before what its file says.
    fn described(&mut self, wrapper: Value<'_, 'a>, file: Image<'a>) -> Image<'a> {
        let mut image = Image { alt: Alt::Absent, title: None, ..file };
        figure::describe(self, wrapper, &mut image);
        if image.alt == Alt::Absent {
            image.alt = file.alt;
        }
        image.title = image.title.or(file.title);
        image.at = at(wrapper);
        image
    }
}
