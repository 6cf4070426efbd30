//! What a component is called and where its fields are, in the systems that let newsrooms put articles together of them;
//! it knows neither what components show nor what is in the fields.

use std::borrow::Cow;

use crate::json::{Kind, Value};
use crate::read::prose::first;

use super::kind::{is_named, is_prose};

/// Where a component has its name: in Strapi, WordPress' flexible content, Craft, Directus, answers of GraphQL.
const NAMES: [&str; 5] = ["__component", "acf_fc_layout", "typeHandle", "collection", "__typename"];
/// What the nodes of editors have, which have a type as well.
const OF_EDITORS: [&str; 10] =
    ["children", "data", "object", "props", "attrs", "marks", "spans", "nodeType", "version", "key"];
const WORDS: [&str; 8] = ["text", "content", "body", "value", "html", "markdown", "richText", "heading"];

/// Returns the name of a component, and the object that its fields are in: Directus has them in `item`, Kirby in
/// `content`, Wagtail in `value`. A heading with a text below it needs no name.
pub(in crate::read) fn component<'d, 'a>(value: Value<'d, 'a>) -> Option<(Cow<'a, str>, Value<'d, 'a>)> {
    let object = |key: &str| value.get(key).filter(|fields| fields.kind() == Kind::Object);
    if let Some(name) = NAMES.iter().find_map(|key| value.str_of(key)) {
        let name = match name {
            Cow::Borrowed(name) => Cow::Borrowed(own_name(name)),
            Cow::Owned(name) => Cow::Owned(own_name(&name).to_owned()),
        };
        return Some((name, object("item").unwrap_or(value)));
    }
    let are_nodes = value.items_of("content").any(|node| node.kind() == Kind::Object);
    if are_nodes || OF_EDITORS.iter().any(|key| value.get(key).is_some()) {
        return None;
    }
    let section = || value.get("heading").map(|_| Cow::Borrowed("section"));
    let fields = object("content").or_else(|| object("value")).unwrap_or(value);
    Some((value.str_of("type").or_else(section)?, fields))
}

/// What GraphQL of Strapi calls a component, `ComponentSharedRichText`, without the name of its category.
fn own_name(name: &str) -> &str {
    let Some(rest) = name.strip_prefix("Component") else { return name };
    let mut parts = rest.char_indices().filter(|(_, letter)| letter.is_ascii_uppercase());
    parts.find_map(|(at, _)| rest.get(at..).filter(|part| is_named(part))).unwrap_or(rest)
}

/// Returns whether a list is one of components, one of which has words in it.
pub(in crate::read) fn are_components(list: Value<'_, '_>) -> bool {
    let mut has_words = false;
    let mut is_component = |item: Value<'_, '_>| {
        let found = component(item);
        has_words |= found.as_ref().is_some_and(|(name, fields)| {
            is_prose(name) && first(*fields, &WORDS).is_some_and(|words| words.is_string())
        });
        found.is_some()
    };
    list.items().all(&mut is_component) && has_words
}
