//! Changes JSON documents.

use newsprint::json::{Kind, Value, Writer};

/// Returns a value as JSON, with another one in the place that begins at an offset.
pub(crate) fn with(value: Value<'_, '_>, offset: usize, other: &str) -> String {
    let mut json = Writer::compact();
    write(value, offset, other, &mut json);
    json.finish()
}

fn write(value: Value<'_, '_>, offset: usize, other: &str, json: &mut Writer) {
    if value.offset() == offset {
        return json.decimal(other);
    }
    match value.kind() {
        Kind::Array => json.array(|json| value.items().for_each(|item| write(item, offset, other, json))),
        Kind::Object => json.object(|json| {
            for (key, member) in value.members() {
                write(member, offset, other, json.key(&key.as_str().unwrap()));
            }
        }),
        Kind::String | Kind::EscapedString => json.string(&value.as_str().unwrap()),
        Kind::Null | Kind::True | Kind::False | Kind::Number => json.decimal(value.raw_str()),
    }
}
