//! Whether a JSON value is rich text; it knows what the documents of editors have in common.

use crate::json::{Kind, Value};

/// Whether a body is the tree of an editor, or one in a string, and not Markdown or blocks as we write them.
pub(in crate::read) fn is_of_an_editor(body: Value<'_, '_>) -> bool {
    let first = body.items().next().unwrap_or(body);
    let has = |key| first.get(key).is_some();
    let is_json = body.is_string() && body.raw_str().trim_start().starts_with(['{', '[']);
    let is_node = has("children") || has("data") || first.get("content").is_some_and(are_nodes);
    is_json || is_node || (first.kind() == Kind::Object && !has("type"))
}

/// Whether a field holds rich text of one of the editors: a node, several of them, or what GraphQL has around one.
pub(in crate::read) fn is_rich(field: Value<'_, '_>) -> bool {
    let field = field.get("json").unwrap_or(field);
    is_node(field.items().next().unwrap_or(field))
}

/// Whether a value is a node of rich text.
pub(in crate::read) fn is_node(value: Value<'_, '_>) -> bool {
    let has = |key: &str| value.get(key).is_some_and(|inner| matches!(inner.kind(), Kind::Array | Kind::Object));
    (value.get("nodeType").is_some() && has("content"))
        || (value.get("type").is_some() && (has("content") || has("children")))
        || (value.get("_type").is_some() && has("children"))
        || value.get("root").is_some_and(|root| root.get("children").is_some())
}

/// Where systems say what a block is called.
pub(in crate::read) const NAME: [&str; 4] = ["component", "blockType", "__component", "_type"];

/// Whether a field is a list of blocks that say what they are.
pub(in crate::read) fn are_blocks(field: Value<'_, '_>) -> bool {
    let is_block = |item: Value<'_, '_>| NAME.iter().any(|name| item.get(name).is_some());
    field.items().next().is_some() && field.items().all(is_block)
}

/// The depth is bounded by that of JSON.
fn are_nodes(content: Value<'_, '_>) -> bool {
    let is_node = |node: Value<'_, '_>| node.get("text").is_some() || node.get("nodeType").is_some();
    content.items().any(|node| is_node(node) || node.get("content").is_some_and(are_nodes))
}
