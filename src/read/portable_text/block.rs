//! Reads blocks: those of text with their styles and levels, and the objects between them.

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{Block, Heading, ListItem, Pullquote};

use super::super::lists::{DEEPEST, Lists};
use super::super::prose::{self, Prose};
use super::super::values::at;
use super::super::{custom, figure, quote};
use super::{DEEPEST_REFERENCE, PortableText, is_block};

impl<'a> PortableText<'_, 'a> {
    /// Adds blocks: an array of them, one of them, or the paragraphs of a string.
    ///
    /// The depth is bounded by the depth of JSON.
    pub(super) fn add_blocks(&mut self, value: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        match value.kind() {
            Kind::Array | Kind::Object => {
                let mut lists = Lists::default();
                let only = Some(value).filter(|value| value.kind() == Kind::Object);
                for item in value.items().chain(only) {
                    self.add_item(item, &mut lists, blocks);
                }
                blocks.extend(lists.finish());
            }
            Kind::String | Kind::EscapedString => {
                blocks.extend(prose::paragraphs_in(&mut self.values, value));
            }
            Kind::Null | Kind::True | Kind::False | Kind::Number => self.values.expected("a block", value),
        }
    }

    fn add_item(&mut self, item: Value<'_, 'a>, lists: &mut Lists<'a>, blocks: &mut Vec<Block<'a>>) {
        if item.kind() == Kind::Null || !self.values.another_block(item) {
            return;
        }
        if is_block(item) && item.str_of("listItem").is_some() {
            let level = self.level(item);
            let start = self.start(item);
            let content = self.text_block(item).into_iter().collect();
            let checked = item.get("checked").and_then(Value::as_bool);
            blocks.extend(lists.add(level, start, ListItem { content, checked }));
            return;
        }
        blocks.extend(lists.finish());
        if item.kind() != Kind::Object {
            self.add_blocks(item, blocks);
        } else if is_block(item) {
            blocks.extend(self.text_block(item));
        } else {
            self.object(item, blocks);
        }
    }

    fn level(&mut self, item: Value<'_, 'a>) -> u32 {
        let level = item.get("level").and_then(|level| self.values.positive(level)).unwrap_or(1);
        if level > DEEPEST {
            let message = format!("the item stands on level {level}; it is shown on level {DEEPEST}");
            self.values.add(Code::LimitDepth, item, message);
        }
        level
    }

    /// The number of the first item, in a list that has numbers; a list of a kind that is not known has none.
    fn start(&mut self, item: Value<'_, 'a>) -> Option<u32> {
        let name = item.str_of("listItem").unwrap_or_default();
        match &*name {
            "number" | "numbered" | "ordered" => return Some(1),
            "bullet" | "dash" | "square" | "check" | "checkbox" | "checklist" | "todo" => {}
            name => self.values.unknown(Code::BlockUnknown, item, "kind of list", name),
        }
        None
    }

    /// A block of text; one that says nothing is nothing but space.
    fn text_block(&mut self, value: Value<'_, 'a>) -> Option<Block<'a>> {
        let line = self.spans(value);
        if line.is_empty() {
            return None;
        }
        let style = value.str_of("style").unwrap_or_default();
        Some(match &*style {
            "" | "normal" | "paragraph" | "lead" | "lede" | "intro" | "small" | "large" => Block::Paragraph(line),
            "dropCap" | "dropcap" | "drop-cap" => Block::DropCap(line),
            "blockquote" | "quote" => quote::block(vec![Block::Paragraph(line)]),
            "pullquote" | "pullQuote" | "pull-quote" => Block::Pullquote(Pullquote { content: line, cite: Vec::new() }),
            "code" | "pre" => prose::code(None, line),
            style => match heading_level(style) {
                Some(level) => Block::Heading(Heading { level, content: line, id: None, at: at(value) }),
                None => {
                    self.values.unknown(Code::BlockUnknown, value, "style", style);
                    Block::Paragraph(line)
                }
            },
        })
    }

    /// Anything that is not text: what newsrooms call their own blocks is the same in many systems.
    fn object(&mut self, value: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        if self.depth < DEEPEST_REFERENCE
            && let Some(referred) = self.referred(value)
        {
            self.depth += 1;
            self.object(referred, blocks);
            self.depth -= 1;
            return;
        }
        let name = value.str_of("_type").unwrap_or_default();
        let image = (name == "image" || figure::is_all(value)).then(|| self.picture(value)).flatten();
        if let Some(image) = image {
            return blocks.push(Block::from(image));
        }
        blocks.extend(custom::blocks(self, value, &name));
    }
}

fn heading_level(style: &str) -> Option<u8> {
    let level = style.strip_prefix(['h', 'H'])?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}
