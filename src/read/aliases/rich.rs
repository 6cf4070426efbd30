//! The words of rich text where a header wants no more; it knows the dialects by their shapes.

use std::borrow::Cow;

use super::Value;
use crate::json::{self, Kind};

/// Whether a value is a node of rich text in one of its dialects.
pub(super) fn is_rich(value: json::Value<'_, '_>) -> bool {
    let has = |key: &str| value.get(key).is_some_and(|inner| matches!(inner.kind(), Kind::Array | Kind::Object));
    (value.get("nodeType").is_some() && has("content"))
        || (value.get("type").is_some() && (has("content") || has("children")))
        || (value.get("_type").is_some() && has("children"))
        || value.get("root").is_some_and(|root| root.get("children").is_some())
}

/// The words of rich text, without what marks them.
pub(super) fn words_of<'a>(value: json::Value<'_, 'a>) -> Value<'a> {
    let mut words = String::new();
    add_words(value, &mut words);
    if words.trim().is_empty() { Value::Nothing } else { Value::Text(Cow::Owned(words)) }
}

/// The depth is bounded by that of JSON.
fn add_words(value: json::Value<'_, '_>, words: &mut String) {
    for key in ["text", "value"] {
        words.push_str(&value.str_of(key).unwrap_or_default());
    }
    for key in ["root", "content", "children"] {
        if let Some(inner) = value.get(key) {
            add_words(inner, words);
        }
    }
    for (index, item) in value.items().enumerate() {
        let is_block = is_rich(item) && item.get("text").is_none() && item.get("value").is_none();
        if index > 0 && is_block && !words.ends_with(char::is_whitespace) {
            words.push(' ');
        }
        add_words(item, words);
    }
}
