//! Reads lists: those that are nodes around their items, and paragraphs that say how deep they stand.

use crate::json::Value;
use crate::model::{Block, List, ListItem};

use super::super::lists::{self, Lists};
use super::Slate;
use super::node::{Node, children, field, has_words, is_inline, is_leaf, kind};

impl<'a> Slate<'_, '_, 'a> {
    /// A list that stands between items belongs to the one before it.
    pub(super) fn list(&mut self, node: Value<'_, 'a>) -> List<'a> {
        let mut items = Vec::new();
        for child in children(node) {
            let is_list = matches!(kind(child), Node::BulletList | Node::NumberedList | Node::List);
            if is_list {
                lists::nest(&mut items, Block::List(self.list(child)));
            } else if !is_leaf(child) || has_words(child) {
                items.push(self.item(child));
            }
        }
        List { start: self.start(node), items }
    }

    /// An item has paragraphs and lists in it, or text right away.
    pub(super) fn item(&mut self, node: Value<'_, 'a>) -> ListItem<'a> {
        let checked = field(node, &["checked"]).and_then(Value::as_bool);
        let content = if is_inline(node) { self.blocks_among(vec![node]) } else { self.inside(node) };
        ListItem { content, checked: checked.or((kind(node) == Node::Task).then_some(false)) }
    }

    fn start(&mut self, node: Value<'_, 'a>) -> Option<u32> {
        let says_so = || {
            let named = field(node, &["listType", "format", "style"]).and_then(Value::as_str);
            let is_named = named.is_some_and(|name| matches!(&*name, "ordered" | "number" | "ol" | "numbered"));
            field(node, &["ordered"]).and_then(Value::as_bool).unwrap_or(is_named)
        };
        let is_numbered = kind(node) == Node::NumberedList || (kind(node) == Node::List && says_so());
        let start = field(node, &["start"]).and_then(|start| self.values.whole(start));
        is_numbered.then(|| start.unwrap_or(1))
    }

    /// Plate keeps lists flat: a paragraph has its level and the style of its sign. Returns whether the node is one.
    pub(super) fn indented_item(
        &mut self,
        node: Value<'_, 'a>,
        lists: &mut Lists<'a>,
        blocks: &mut Vec<Block<'a>>,
    ) -> bool {
        let Some(style) = node.str_of("listStyleType") else { return false };
        let level = node.get("indent").and_then(|level| self.values.positive(level)).unwrap_or(1);
        let is_numbered = !matches!(&*style, "disc" | "circle" | "square" | "none" | "todo" | "");
        let start =
            node.get("listRestart").or_else(|| node.get("listStart")).and_then(|start| self.values.whole(start));
        let checked = node.get("checked").and_then(Value::as_bool).or((style == "todo").then_some(false));
        let content = self.inside(node);
        blocks.extend(lists.add(level, is_numbered.then(|| start.unwrap_or(1)), ListItem { content, checked }));
        true
    }
}
