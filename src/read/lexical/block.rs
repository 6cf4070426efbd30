//! Reads blocks.

use crate::json::{Kind as JsonKind, Value};
use crate::model::{Block, Code as CodeBlock, Details, Heading, LinkCard, LinkKind};

use super::super::marks::{Marks, Run};
use super::super::prose::{add_stray, columns, first, first_string, line_of, one_line, paragraph, text_of};
use super::super::values::at;
use super::super::{custom, quote};
use super::inline::code_text;
use super::node::{Kind, Piece, children, kind, name, piece};
use super::{Lexical, Prose};

impl<'a> Lexical<'_, '_, 'a> {
    /// The blocks in a node.
    pub(super) fn blocks_in(&mut self, node: Value<'_, 'a>) -> Vec<Block<'a>> {
        node.get("children").map(|children| self.blocks_of(children, node)).unwrap_or_default()
    }

    /// Blocks; pieces of a line that stand among them make a paragraph, in the direction of what is around them. The
    /// depth is bounded by that of JSON.
    pub(super) fn blocks_of(&mut self, nodes: Value<'_, 'a>, around: Value<'_, 'a>) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        let mut run = Run::default();
        for node in nodes.items() {
            if piece(node).is_some() {
                self.add_inline(node, Marks::default(), &mut run);
            } else {
                let line = std::mem::take(&mut run).finish();
                blocks.extend(paragraph(self.directed(around, line)));
                self.add_block(node, &mut blocks);
            }
        }
        blocks.extend(paragraph(self.directed(around, run.finish())));
        blocks
    }

    pub(super) fn add_block(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        if node.kind() != JsonKind::Object {
            return add_stray(&mut self.values, node, blocks);
        }
        if !self.values.another_block(node) {
            return;
        }
        let block = match kind(node) {
            Kind::Paragraph => return self.add_paragraph(node, blocks),
            Kind::Heading => self.heading(node),
            Kind::Quote => quote::block(self.blocks_in(node)),
            Kind::List => Block::List(self.list(node)),
            Kind::Code => Block::Code(CodeBlock {
                language: text_of(&mut self.values, node, &["language"]),
                text: code_text(node),
                caption: Vec::new(),
            }),
            Kind::Divider => Block::Divider,
            Kind::Table => Block::Table(self.table(node)),
            Kind::Details => self.details(node),
            Kind::Columns => columns(children(node).map(|column| self.blocks_in(column)).collect()),
            Kind::Item | Kind::Part => return blocks.extend(self.blocks_in(node)),
            Kind::Formula => Block::Code(CodeBlock {
                language: Some("latex".into()),
                text: text_of(&mut self.values, node, &["equation", "latex"]).unwrap_or_default(),
                caption: Vec::new(),
            }),
            Kind::Paywall => Block::Paywall,
            Kind::Upload => return self.add_upload(node, blocks),
            Kind::Block => return self.add_custom(node, blocks),
            Kind::Relationship => return blocks.extend(self.relationship(node)),
            Kind::Unshown => return,
            Kind::Other => return blocks.extend(self.other(node)),
            Kind::Card(card) => return self.add_card(card, node, blocks),
        };
        blocks.push(block);
    }

    /// Some editors have pictures in lines only: a paragraph of nothing else is those.
    fn add_paragraph(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        let is_block = |child: Value<'_, '_>| piece(child).is_none() && kind(child) != Kind::Other;
        let is_space = |child: Value<'_, '_>| match piece(child) {
            Some(Piece::Text) => child.str_of("text").is_none_or(|text| text.trim().is_empty()),
            piece => piece == Some(Piece::Break),
        };
        if children(node).any(is_block) && children(node).all(|child| is_block(child) || is_space(child)) {
            return children(node).filter(|child| is_block(*child)).for_each(|child| self.add_block(child, blocks));
        }
        blocks.extend(paragraph(self.words(node)));
    }

    fn heading(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let tag = node.str_of("tag").unwrap_or_default();
        let level = tag.strip_prefix('h').and_then(|level| level.parse().ok());
        let level = level.filter(|level| (1..=6).contains(level)).unwrap_or(2);
        Block::Heading(Heading { level, content: self.words(node), id: None, at: at(node) })
    }

    fn details(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let mut details = Details { is_open: node.is_true("open"), ..Details::default() };
        for child in children(node) {
            if name(child) == "collapsible-title" {
                details.summary = one_line(&self.blocks_in(child));
            } else {
                self.add_block(child, &mut details.content);
            }
        }
        Block::from(details)
    }

    /// A list of blocks that a newsroom defined in Payload.
    pub(super) fn fields_of_blocks(&mut self, list: Value<'_, 'a>) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        for fields in list.items() {
            if self.values.another_block(fields) {
                self.add_custom(fields, &mut blocks);
            }
        }
        blocks
    }

    /// A block that a newsroom defined in Payload: its fields say what it is.
    fn add_custom(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        let fields = node.get("fields").unwrap_or(node);
        let name = fields.str_of("blockType").unwrap_or_default();
        blocks.extend(custom::blocks(self, fields, &name));
    }

    pub(super) fn other(&mut self, node: Value<'_, 'a>) -> Vec<Block<'a>> {
        // A block of Payload may stand in another one, where it is no node.
        let name = node.str_of("blockType").unwrap_or_else(|| name(node));
        custom::blocks(self, node, &name)
    }

    /// Another document of the same system.
    fn relationship(&mut self, node: Value<'_, 'a>) -> Option<Block<'a>> {
        let value = node.get("value")?;
        let (id, found) = self.referred(value);
        let record = found.unwrap_or(value);
        let title = line_of(self, record, &["headline", "title", "name"]);
        if title.is_empty() {
            self.values.missing(node, &id.unwrap_or_default(), "which the article refers to");
            return None;
        }
        let url = first_string(record, &["url", "canonicalUrl", "permalink"]);
        Some(Block::from(LinkCard {
            url: url.and_then(|url| self.values.url(url)),
            title,
            description: line_of(self, record, &["excerpt", "description", "summary"]),
            image: first(record, &["image", "heroImage", "featuredImage"]).and_then(|image| self.picture(image)),
            kind: LinkKind::Related,
            at: at(node),
            ..LinkCard::default()
        }))
    }
}
