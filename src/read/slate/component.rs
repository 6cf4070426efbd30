//! The fields of what a site of Keystone defined: those that are rich text stand among the children of the node; it
//! knows where they stand, not what they mean.

use crate::json::{Document, Kind, Value};

use super::node::children;

/// Returns the fields of a component in one object, if some of them stand apart and none is a field of a field: a
/// document, all of which is where the component is.
pub(super) fn fields(node: Value<'_, '_>) -> Option<Document<'static>> {
    let mut out = String::new();
    let mut add = |key: &str, value: Value<'_, '_>| {
        let quote = if value.is_string() { "\"" } else { "" };
        let sign = if out.is_empty() { "{\"" } else { ",\"" };
        out.extend([sign, key, "\":", quote, value.raw_str(), quote]);
    };
    let fields = node.members_of("props").filter(|(_, field)| field.kind() != Kind::Null);
    fields.for_each(|(key, field)| add(key.raw_str(), field));
    let mut are_apart = false;
    for child in children(node) {
        let mut path = child.items_of("propPath");
        let Some(key) = path.next() else { continue };
        if path.next().is_some() {
            return None;
        }
        let Some(words) = child.get("children") else { continue };
        are_apart = true;
        add(key.raw_str(), words);
    }
    out.push('}');
    Document::nested(out, node.offset()).ok().filter(|_| are_apart)
}
