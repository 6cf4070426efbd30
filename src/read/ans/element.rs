//! The elements of a story; it knows their types, not how pictures, films and references are kept.

use crate::json::{Kind, Value};
use crate::model::{
    Block, Cell, Code, Decimal, Gallery, Group, LinkKind, List, ListItem, Post, Pullquote, Quote, Rating,
    RecordingKind, Scope, Table, are_same,
};

use super::super::prose::{self, Prose, blocks_of, first_string, line_of};
use super::super::values::at;
use super::super::{custom, lists, quote};
use super::Ans;
use super::header::PUBLISHED;
use super::text::decoded;

impl<'a> Ans<'_, '_, 'a> {
    /// The depth of elements in elements is bounded by that of JSON, and by that of references.
    pub(super) fn element(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        if !self.values.is_block(value, "an element") {
            return Vec::new();
        }
        let name = value.str_of("type").unwrap_or_default();
        let block = match &*name {
            "text" => return self.text(value),
            "raw_html" => return self.content(value),
            "video" => return self.recording(value, RecordingKind::Video),
            "audio" => return self.recording(value, RecordingKind::Audio),
            "oembed_response" | "oembed" => return self.oembed(value),
            "reference" => return self.reference(value),
            "endorsement" | "copyright" => return blocks_of(self, value, &["content", "endorsement", "text"]),
            "story" if value.items_of("content_elements").next().is_some() => return self.post(value),
            "story" | "collection" => self.story_card(value).map(Block::from),
            "interstitial_link" => Some(Block::from(self.link_card(value, LinkKind::Interstitial))),
            "link_list" => Some(Block::from(self.link_list(value))),
            "correction" => self.correction(value).map(Block::from),
            "element_group" | "content_zone" => {
                let content = self.elements(value);
                (!content.is_empty()).then(|| Block::from(Group { content, ..Group::default() }))
            }
            "header" => self.header(value),
            "image" => Some(Block::from(self.image(value))),
            "gallery" => return self.gallery(value),
            "list" => self.list(value).map(Block::List),
            "quote" => self.quote(value),
            "blockquote" => {
                let content = self.content(value);
                (!content.is_empty()).then_some(Block::Quote(Quote { content, ..Quote::default() }))
            }
            "code" => self.code(value),
            "table" => Some(Block::Table(self.table(value))),
            "divider" => Some(Block::Divider),
            "custom_embed" => return self.custom_embed(value).unwrap_or_else(|| self.other(value, &name)),
            "numeric_rating" => rating(value)
                .map(|rating| Block::Rating(Rating { unit: self.words(value, &["units", "unit"]), ..rating })),
            _ => return self.other(value, &name),
        };
        block.into_iter().collect()
    }

    /// A story in a story is a post of it, such as those of live coverage.
    fn post(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        let post = Post {
            id: self.words(value, &["_id"]),
            headline: line_of(self, value, &["headlines"]),
            published: self.date(value, &PUBLISHED),
            modified: None,
            url: self.address(value, &["canonical_url"]),
            authors: value.get("credits").map(|credits| self.people(credits)).unwrap_or_default(),
            body: self.elements(value),
            is_key_event: false,
            is_pinned: false,
        };
        self.updates.push(post);
        Vec::new()
    }

    pub(super) fn elements(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        prose::blocks_each(&mut value.items_of("content_elements"), &mut |element| self.element(element))
    }

    /// The blocks of the HTML in an element.
    fn content(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        first_string(value, &["content"]).map(|html| self.html(html)).unwrap_or_default()
    }

    fn text(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        let mut blocks = self.content(value);
        let is_dropped = value.get_in("block_properties", "dropcap").is_some();
        if is_dropped {
            prose::drop_cap(blocks.first_mut());
        }
        blocks
    }

    fn header(&mut self, value: Value<'_, 'a>) -> Option<Block<'a>> {
        let level = self.values.level(value.get("level"));
        prose::heading(level, line_of(self, value, &["content"]), value)
    }

    /// What is no picture stands below the gallery.
    fn gallery(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        let (mut items, mut others) = (Vec::new(), Vec::new());
        for element in value.items_of("content_elements") {
            for block in self.element(element) {
                if let Block::Image(image) = block {
                    items.push(*image);
                } else {
                    others.push(block);
                }
            }
        }
        let mut caption = line_of(self, value, &["headlines"]);
        let description = line_of(self, value, &["description"]);
        if !are_same(&caption, &description) {
            prose::add_below(&mut caption, description);
        }
        let credit = self.credit(value);
        let gallery = Gallery { items, caption, credit, at: at(value), ..Gallery::default() };
        if !gallery.items.is_empty() {
            others.insert(0, Block::from(gallery));
        }
        others
    }

    /// A list between items belongs to the one before it.
    fn list(&mut self, value: Value<'_, 'a>) -> Option<List<'a>> {
        let mut items = Vec::new();
        for item in value.items_of("items") {
            if !self.values.another_block(item) {
                break;
            }
            if item.says("type", "list") {
                if let Some(list) = self.list(item) {
                    lists::nest(&mut items, Block::List(list));
                }
                continue;
            }
            let content = self.item(item);
            if !content.is_empty() {
                items.push(ListItem { content, checked: None });
            }
        }
        let is_ordered = value.says("list_type", "ordered");
        (!items.is_empty()).then_some(List { start: is_ordered.then_some(1), items })
    }

    /// What an item says: words, or an element of another type.
    fn item(&mut self, item: Value<'_, 'a>) -> Vec<Block<'a>> {
        if item.kind() == Kind::Object && item.get("type").is_some_and(|kind| !kind.is("text")) {
            return self.element(item);
        }
        Vec::from_iter(prose::paragraph(self.line(item)))
    }

    fn quote(&mut self, value: Value<'_, 'a>) -> Option<Block<'a>> {
        let cite = quote::cite(line_of(self, value, &["citation"]));
        if value.says("subtype", "pullquote") {
            let content = line_of(self, value, &["content_elements", "content"]);
            return (!content.is_empty()).then_some(Block::Pullquote(Pullquote { content, cite }));
        }
        let mut content = self.elements(value);
        if content.is_empty() {
            content = self.content(value);
        }
        let is_empty = content.is_empty() && cite.is_empty();
        (!is_empty).then_some(Block::Quote(Quote { content, cite, cite_url: None }))
    }

    /// Code may be escaped as HTML is.
    fn code(&mut self, value: Value<'_, 'a>) -> Option<Block<'a>> {
        let text = first_string(value, &["content"])?;
        let text = match text.as_str().filter(|code| code.contains("&lt;") && !code.contains('<')) {
            Some(code) => decoded(code).into(),
            None => self.values.text(text)?,
        };
        let language = self.words(value, &["language"]);
        Some(Block::Code(Code { language, text, caption: Vec::new() }))
    }

    fn table(&mut self, value: Value<'_, 'a>) -> Table<'a> {
        let mut table =
            Table { at: at(value), caption: line_of(self, value, &["caption", "title"]), ..Table::default() };
        let mut count = 0;
        let head = value.get("header").map(|row| self.row(row, Some(Scope::Column), &mut count));
        table.head.extend(head.filter(|row| !row.is_empty()));
        table.body.extend(value.items_of("rows").map(|row| self.row(row, None, &mut count)));
        table
    }

    fn row(&mut self, row: Value<'_, 'a>, scope: Option<Scope>, count: &mut usize) -> Vec<Cell<'a>> {
        if !self.values.more_cells(count, row.items().count(), row) {
            return Vec::new();
        }
        row.items().map(|cell| Cell { content: self.line(cell), scope, ..Cell::default() }).collect()
    }

    /// One whose type the schema does not have, which it allows.
    fn other(&mut self, value: Value<'_, 'a>, name: &str) -> Vec<Block<'a>> {
        let content = self.elements(value);
        if content.is_empty() {
            return match first_string(value, &["html"]) {
                Some(html) => self.html(html),
                None => custom::blocks(self, value, if name.is_empty() { "element" } else { name }),
            };
        }
        vec![prose::unknown(&mut self.values, value, "element", name, content)]
    }
}

/// What a reviewer gave.
fn rating<'a>(value: Value<'_, '_>) -> Option<Rating<'a>> {
    let number = |name: &str| {
        let field = value.get(name)?;
        Decimal::parse(&field.as_str().unwrap_or_else(|| field.raw_str().into()))
    };
    Some(Rating {
        value: number("numeric_rating").or_else(|| number("rating"))?,
        min: number("min").unwrap_or_default(),
        max: number("max").unwrap_or(Decimal::whole(5)),
        unit: None,
    })
}
