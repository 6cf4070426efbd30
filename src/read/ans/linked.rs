//! References and links to other pages; it knows what Arc keeps of what it refers to.

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{Block, LinkCard, LinkKind, LinkList, Unknown};

use super::super::embeds;
use super::super::prose::{self, Prose, first, line_of};
use super::super::source::shortened;
use super::super::values::at;
use super::credits::reference;
use super::{Ans, MOST_REFERENCES};

impl<'a> Ans<'_, '_, 'a> {
    /// What a reference stands for; one that nobody resolves shows what it says itself.
    pub(super) fn reference(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        let Some(referent) = value.get("referent") else { return Vec::new() };
        let id = reference(value).and_then(Value::as_str).unwrap_or_default();
        let source = self.source;
        if let Some(resolved) = source.reference(&id) {
            if self.references == MOST_REFERENCES {
                let message = format!("`{}` refers to something that refers to others too often", shortened(&id));
                self.values.add(Code::ReferenceCircle, value, message);
                return Vec::new();
            }
            self.references += 1;
            let blocks = self.element(resolved);
            self.references -= 1;
            return blocks;
        }
        let kind = referent.str_of("type").unwrap_or_default();
        if (kind == "oembed" || referent.says("service", "oembed"))
            && let Some(url) = self.referred_page(referent)
        {
            return vec![Block::from(embeds::embed(url, at(value)))];
        }
        let message = format!("nothing is known of the {} `{}`", shortened(&kind), shortened(&id));
        self.values.add(Code::ReferenceMissing, value, message);
        let Some(properties) = referent.get("referent_properties") else { return Vec::new() };
        if kind == "image" {
            return vec![Block::from(self.image(properties))];
        }
        let fields = ["headlines", "subtitle", "caption", "description", "content"];
        let fields = fields.iter().filter_map(|name| properties.get(name));
        let content = fields.filter_map(|field| prose::paragraph(self.line(field)));
        vec![Block::Unknown(Unknown { content: content.collect(), name: kind.into() })]
    }

    /// A link between two paragraphs, alone or in a list.
    pub(super) fn link_card(&mut self, value: Value<'_, 'a>, kind: LinkKind) -> LinkCard<'a> {
        LinkCard {
            url: self.address(value, &["url"]),
            title: line_of(self, value, &["content", "title"]),
            description: line_of(self, value, &["description"]),
            image: first(value, &["image"]).and_then(|image| self.picture(image)),
            kind,
            at: at(value),
            ..LinkCard::default()
        }
    }

    pub(super) fn link_list(&mut self, value: Value<'_, 'a>) -> LinkList<'a> {
        let mut items = Vec::new();
        for item in value.items_of("items") {
            if self.values.another_block(item) {
                items.push(self.link_card(item, LinkKind::Related));
            }
        }
        LinkList { title: line_of(self, value, &["title"]), items }
    }
}
