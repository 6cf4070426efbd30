//! The words of rich text where a header wants no more; it knows the dialects by their shapes.

use std::borrow::Cow;

use super::Value;
use crate::json;
use crate::read::recognise::editor::is_node;

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
    for key in ["root", "json", "content", "children"] {
        if let Some(inner) = value.get(key) {
            add_words(inner, words);
        }
    }
    for (index, item) in value.items().enumerate() {
        let is_block = is_node(item) && item.get("text").is_none() && item.get("value").is_none();
        if index > 0 && is_block && !words.ends_with(char::is_whitespace) {
            words.push(' ');
        }
        add_words(item, words);
    }
}
