//! Answers in every language; it knows how the languages of a field stand beside one another, not what fields mean.

use crate::json::{Document, Kind, Value};
use crate::model::Language;
use crate::read::aliases::localised;

/// Returns the document in the language that its fields have first, and that language, if they have a value for each language. It is a
/// document of its own, all of which is where the other one begins: a rare question, and worth no more.
pub(super) fn of_one_language<'a>(root: Value<'_, 'a>) -> Option<(Document<'static>, Option<Language<'a>>)> {
    let mut entries = root.get("items").or_else(|| root.get("entries")).into_iter().flat_map(Value::items);
    let has_fields = |entry: &Value<'_, '_>| entry.members_of("fields").next().is_some();
    let fields = entries.find(has_fields).unwrap_or(root).get("fields")?;
    let (_, first) = fields.members().next()?;
    if !fields.members().all(|(_, field)| localised(field).is_some()) {
        return None;
    }
    let mut json = String::with_capacity(root.raw_str().len());
    copy(root, &mut json);
    let language = first.members().next().and_then(|(key, _)| Language::parse(key.as_str()?));
    Some((Document::nested(json, root.offset()).ok()?, language))
}

/// The depth is bounded by that of JSON.
fn copy(value: Value<'_, '_>, out: &mut String) {
    match value.kind() {
        Kind::Object if localised(value).is_some() => localised(value).into_iter().for_each(|inner| copy(inner, out)),
        Kind::Object => {
            out.push('{');
            for (count, (key, member)) in value.members().enumerate() {
                out.extend([if count > 0 { ",\"" } else { "\"" }, key.raw_str(), "\":"]);
                copy(member, out);
            }
            out.push('}');
        }
        Kind::Array => {
            out.push('[');
            for (count, item) in value.items().enumerate() {
                out.push_str(if count > 0 { "," } else { "" });
                copy(item, out);
            }
            out.push(']');
        }
        Kind::String | Kind::EscapedString => out.extend(["\"", value.raw_str(), "\""]),
        Kind::Null | Kind::True | Kind::False | Kind::Number => out.push_str(value.raw_str()),
    }
}
