//! Reads Apple News Format.
//!
//! The names are those of its documentation. What only says how a component looks or where it floats is passed over;
//! components are read in the order in which they stand.

mod component;
mod header;
mod media;
mod range;
mod style;
mod table;
mod text;

use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Value};
use crate::model::{Article, Block, Credit, Image, Inline, MediaUrl, Note, Text};

use super::format::Format;
use super::index::Index;
use super::marks::Marks;
use super::opening;
use super::source::{Shape, Source};
use super::values::{Values, at};

/// The row for Apple News Format.
pub(super) const FORMAT: Format =
    Format { name: "apple-news", about: "Apple News Format", shape: Shape::Json, matches, read };

fn matches(source: &Source<'_>) -> bool {
    let Some(root) = source.json() else { return false };
    let mut components = root.items_of("components").filter(|item| item.kind() == Kind::Object);
    components.next().is_some_and(|first| first.has_string("role"))
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let Some(root) = source.json() else { return Article::default() };
    let mut reader = AppleNews {
        values: Values::new(diagnostics),
        root,
        has_base: source.context().base.is_some(),
        has_title: style::holds_title(root),
        first_level: style::first_level(root),
        styles: style::marks_of_styles(root),
        drop_caps: style::drop_caps(root),
        article: Article::default(),
        notes: Vec::new(),
        caption: None,
        is_in_text: false,
        is_captioned: false,
        are_captions_text: false,
    };
    let mut blocks = Vec::new();
    if let Some(components) = root.get("components") {
        reader.components(components, &mut blocks);
    }
    reader.end_caption(&mut blocks);
    reader.describe();
    let (mut article, notes) = (reader.article, reader.notes);
    article.notes = notes;
    if article.lead_media.is_none() && matches!(blocks.first(), Some(Block::Recording(_))) {
        article.lead_media = Some(blocks.remove(0));
    }
    opening::open(&mut article, blocks);
    article
}

/// A caption and the credit in it.
type Caption<'a> = (Vec<Inline<'a>>, Option<Credit<'a>>);

/// What the readers of the parts share.
struct AppleNews<'r, 'd, 'a> {
    values: Values<'r>,
    root: Value<'d, 'a>,
    /// Whether the caller says where the bundle of the article is, or was told that nobody does.
    has_base: bool,
    /// Whether one of the components is the title.
    has_title: bool,
    /// The highest level of the headings that have a number.
    first_level: u8,
    /// What the styles of text mean, by their names.
    styles: Index<'a, Marks>,
    /// The names of the styles whose first letter is large.
    drop_caps: Index<'a, ()>,
    /// The article, of which the components fill the header.
    article: Article<'a>,
    notes: Vec<Note<'a>>,
    /// A caption that stands right before what it belongs to, if that follows.
    caption: Option<Vec<Block<'a>>>,
    /// Whether there was text already, or a byline without end.
    is_in_text: bool,
    /// Whether what was shown last has a caption of its own component.
    is_captioned: bool,
    /// Whether what is called a caption is text that looks like one.
    are_captions_text: bool,
}

impl<'a> AppleNews<'_, '_, 'a> {
    /// The address of a file, which may be in the bundle that the article comes in.
    #[inline(never)]
    fn media_url(&mut self, value: Value<'_, 'a>) -> Option<MediaUrl<'a>> {
        let address = value.as_str()?;
        let Some(path) = address.trim().strip_prefix("bundle://") else { return self.values.media_url(value) };
        if !std::mem::replace(&mut self.has_base, true) {
            self.values.add(
                Code::ReferenceMissing,
                value,
                format!("`{path}` is in the bundle of the article; a caller may say where that is, as the base"),
            );
        }
        MediaUrl::parse(path.trim_start_matches('/').to_owned()).ok()
    }

    /// The picture whose file is at an address, as something shows it.
    fn picture_in(&mut self, address: Value<'_, 'a>, place: Value<'_, 'a>) -> Option<Image<'a>> {
        Some(Image { src: Some(self.media_url(address)?), at: at(place), ..Image::default() })
    }

    #[inline(never)]
    fn text(&mut self, component: Value<'_, 'a>, name: &str) -> Option<Text<'a>> {
        let value = component.get(name).filter(|value| value.is_string())?;
        self.values.text(value).filter(|text| !text.is_blank()).map(Text::trimmed)
    }

    /// A caption that found nothing to belong to is text.
    fn end_caption(&mut self, out: &mut Vec<Block<'a>>) {
        out.extend(self.caption.take().unwrap_or_default());
    }
}
