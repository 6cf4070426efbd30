//! Reads the blocks of BlockNote: items of lists stand among them without a list, and what is indented below a block
//! stands in its `children`.

use crate::json::{Kind, Value};
use crate::model::{Block, Details, ListItem};

use super::super::custom;
use super::super::lists::Lists;
use super::super::prose::{first, paragraph, pixels};
use super::super::words::plain_name;
use super::ProseMirror;
use super::node::{attrs, name};

/// Whether a value is a list of such blocks.
pub(super) fn are_blocks(value: Value<'_, '_>) -> bool {
    value.items().next().is_some_and(is_block)
}

/// Whether a node is such a block.
pub(super) fn is_block(node: Value<'_, '_>) -> bool {
    node.has_string("type") && node.get("props").is_some() && node.get("children").is_some()
}

impl<'a> ProseMirror<'_, '_, 'a> {
    /// Adds such a block. The depth is bounded by that of JSON.
    pub(super) fn add_beside_children(
        &mut self,
        node: Value<'_, 'a>,
        lists: &mut Lists<'a>,
        blocks: &mut Vec<Block<'a>>,
    ) {
        let inner = self.fields(node, "children");
        let name = name(node);
        let name = plain_name(&name);
        if let Some(kind) = name.strip_suffix("listitem").filter(|kind| *kind != "toggle") {
            let start = (kind == "numbered").then(|| pixels(attrs(node), "start").unwrap_or(1));
            let checked = attrs(node).get("checked").and_then(Value::as_bool);
            let mut content = Vec::from_iter(paragraph(self.words(node)));
            content.extend(inner);
            return blocks.extend(lists.add(1, start, ListItem { content, checked }));
        }
        blocks.extend(lists.finish());
        let table = first(node, &["content"]).filter(|content| content.kind() == Kind::Object);
        if let Some(found) = table.and_then(|table| custom::named(self, table, &name)) {
            return blocks.extend(found);
        }
        if name == "togglelistitem" && !inner.is_empty() {
            let summary = self.words(node);
            return blocks.push(Block::from(Details { summary, content: inner, is_open: false }));
        }
        blocks.extend(self.block(node));
        blocks.extend(inner);
    }
}
