//! Finds an article in what stands around it: the answer of a service, the record of a CMS; it knows shapes that many
//! systems share, and no format.
//!
//! A document that is in no format as it stands is opened, one layer at a time. Each layer may be a record: a field of
//! it is the body, as it is or as JSON in a string, and the other fields are what there is to know about the article.

use crate::diagnostic::{Code, Diagnostics};
use crate::json::{self, Kind, Value};

use super::format::Format;
use super::formats::{self, FORMATS};
use super::source::{Shape, Source, View};
use super::{aliases, json_api, order, recognise, words};

/// Layers that are opened before one gives up.
const MOST_LAYERS: usize = 8;
/// Fields that hold what was asked for, the more usual one first.
const LAYERS: &str = "data|props|pageProps|result|results|response|post|article|story|entry|posts|docs|stories|items|_items|entries|page|pages|nodes|edges|node|articles|object|objects|attributes|metadata|content|fields|document|doc|draft|body|json|raw|item";
/// Formats that are no more than a body, so that a field may hold a document of them.
const BODIES: &str = "portable-text|strapi|slate|lexical|contentful|prosemirror|content-tree|editorjs|wordpress";
/// Fields whose name says that they hold the body; of several others it is the longest.
const BODY_FIELDS: &str = "body|content|lexical|draft_body|richText|rich_text|article|text|bodyText";
/// What such a field is called in an object that says how it is to be read.
const PROCESSED: &str = "processed|rendered|html|value|markdown|text|raw";

/// Returns the format of the source, which then shows what is in that format: the one asked for, or else the first that
/// recognises a layer by its shape.
#[inline(never)]
pub(super) fn open(
    source: &mut Source<'_>,
    from: Option<&'static Format>,
    diagnostics: &mut Diagnostics,
) -> Option<&'static Format> {
    let mut list = None;
    let format = open_layers(source, from, &mut list);
    if let (Some(_), Some((offset, count))) = (format, list) {
        let message = format!("this is a list of {count}; the first of them is read");
        diagnostics.add(Code::ArticlesSeveral, Some(offset), message);
    }
    if format.is_none() {
        source.show(View::default(), &[]);
        if let Some(from) = from {
            let message = ["this does not have the shape of `", from.name, "`; what of it is, is read"].concat();
            diagnostics.add(Code::ValueInvalid, Some(0), message);
        }
    }
    format.or(from)
}

/// Opens layers; where one is a list of several, that is said.
fn open_layers(
    source: &mut Source<'_>,
    from: Option<&'static Format>,
    list: &mut Option<(usize, usize)>,
) -> Option<&'static Format> {
    let mut layer = View::default();
    let (mut records, mut around) = (Vec::new(), Vec::new());
    for _ in 0..MOST_LAYERS {
        source.show(layer, &records);
        let format = recognised(source, from).or_else(|| open_record(source, from));
        if format.is_some() {
            return format;
        }
        let Some(value) = source.json() else { break };
        if value.kind() == Kind::Array && list.is_none() && value.items().nth(1).is_some() {
            *list = Some((value.offset(), value.items().count()));
            // What stands around a list says what the list is, unless it is a record that has the list.
            around = std::mem::take(&mut records);
        }
        if value.kind() == Kind::Object {
            records.insert(0, value.index());
        }
        let Some(inner) = inner(value) else { break };
        layer = View::at(inner);
    }
    // Last comes what only the name of a field says.
    if from.is_some() {
        return None;
    }
    if let Some(format) = open_named(source, &around) {
        *list = None;
        return Some(format);
    }
    open_named(source, &records)
}

/// Shows the paragraphs of one of the records, or else what a field of one has, by its name; the innermost record first.
fn open_named(source: &mut Source<'_>, records: &[usize]) -> Option<&'static Format> {
    let mut places = 0..records.len();
    // The fields of a resource are the layer inside of it; a body among them is shown with the paragraphs.
    let paragraphs =
        places.clone().find_map(|at| open_paragraphs(source, *records.get(at)?, records.get(at.saturating_sub(1)..)?));
    paragraphs.or_else(|| places.find_map(|at| open_text(source, records.get(at..)?)))
}

/// Shows the paragraphs of a record, whose texts are HTML.
fn open_paragraphs(source: &mut Source<'_>, record: usize, records: &[usize]) -> Option<&'static Format> {
    source.show(View::at_index(record), records);
    let document = json_api::paragraphs(source.root(), source.json()?, aliases::is_known, aliases::is_text)?;
    source.show_nested(document, records);
    formats::format("html").ok()
}

fn recognised(source: &Source<'_>, from: Option<&'static Format>) -> Option<&'static Format> {
    let is_it = |format: &&Format| format.shape != Shape::Text && (format.matches)(source);
    match from {
        Some(format) => Some(format).filter(is_it),
        None => FORMATS.iter().find(is_it),
    }
}

/// What a layer holds: the field of a usual name, the only field that holds anything, or else the only object with a
/// headline, where the layer has none itself.
fn inner<'d, 'a>(value: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let holds = |value: &Value<'_, '_>| matches!(value.kind(), Kind::Object | Kind::Array);
    if value.kind() == Kind::Array {
        return value.items().next();
    }
    let has_headline = |value: &Value<'_, '_>| value.get("title").or_else(|| value.get("headline")).is_some();
    let fields = || value.members().map(|(_, field)| field).filter(holds);
    let only = || fields().next().filter(|_| fields().nth(1).is_none());
    let titled = || {
        let mut titled = fields().filter(has_headline);
        titled.next().filter(|_| titled.next().is_none() && !has_headline(&value))
    };
    words::found(LAYERS, &mut |name| value.get(name).filter(holds)).or_else(only).or_else(titled)
}

/// Shows the field of a record that is a body.
fn open_record(source: &mut Source<'_>, from: Option<&'static Format>) -> Option<&'static Format> {
    let record = source.json()?.index();
    let fields = fields(source);
    let mut records = source.records().map(Value::index).collect::<Vec<_>>();
    records.insert(0, record);
    for field in fields {
        match field {
            Field::Value(index) => source.show(View::at_index(index), &records),
            Field::Text(document) => source.show_nested(document, &records),
        }
        let format = recognised(source, from).filter(|format| words::has(BODIES, format.name));
        if format.is_some() {
            return format;
        }
    }
    source.show(View::at_index(record), records.get(1..).unwrap_or_default());
    None
}

/// Shows the string of a record that is its body: HTML, or else Markdown, which any text is.
fn open_text(source: &mut Source<'_>, records: &[usize]) -> Option<&'static Format> {
    source.show(View::at_index(*records.first()?), records);
    let record = source.json()?;
    let (is_html, value) = words::found(aliases::TEXTS, &mut |name| {
        let is_it = |key: Value<'_, '_>| key.as_str().is_some_and(|key| aliases::is_name(&key, name));
        let (_, field) = record.members().find(|(key, _)| is_it(*key))?;
        let text = string_in(field).filter(|text| !text.raw_str().trim().is_empty())?;
        // What an editor keeps as JSON, and no format knows, is no text.
        let is_json = matches!(self::field(text), Some(Field::Text(_)));
        Some((name.contains("html"), text)).filter(|_| !is_json)
    })?;
    let joined = joined(value);
    let text = joined.as_ref().map_or(value, json::Document::root).as_str()?.into_owned();
    let has_tags = words::is_in("</|<br|<img|<p>", &text);
    let is_html = is_html || text.trim_start().starts_with('<') || (has_tags && !recognise::is_markdown(&text));
    let has_headline = |record: Value<'_, '_>| {
        record.members().any(|(key, _)| key.as_str().is_some_and(|key| aliases::is_headline(&key)))
    };
    let is_article = is_html || source.records().any(has_headline);
    let view = View::at(value);
    match joined {
        Some(joined) => source.show_nested(joined, records),
        None => source.show(view, records),
    }
    formats::format(if is_html { "html" } else { "markdown" }).ok().filter(|_| is_article)
}

/// The string that a field is, the one in it that is to be read, or the list of strings that it is.
fn string_in<'d, 'a>(field: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let mut items = field.items();
    let only = items.next().filter(|_| items.next().is_none());
    let field = aliases::localised(field).or(only).unwrap_or(field);
    if field.kind() == Kind::Object {
        return words::found(PROCESSED, &mut |name| field.get(name).filter(|text| text.is_string()));
    }
    let are_strings = field.items().next().is_some() && field.items().all(Value::is_string);
    (field.is_string() || are_strings).then_some(field)
}

/// A list of strings as one, which is where the list is: each of them is a paragraph.
fn joined(list: Value<'_, '_>) -> Option<json::Document<'static>> {
    let paragraphs: Vec<_> = list.items().map(Value::raw_str).collect();
    let text = ["\"", &paragraphs.join("\\n\\n"), "\""].concat();
    json::Document::nested(text, list.offset()).ok().filter(|_| !paragraphs.is_empty())
}

/// A field that may be a body.
enum Field {
    Value(usize),
    Text(json::Document<'static>),
}

/// The fields of the value shown that may be a body, the likelier one first.
fn fields(source: &Source<'_>) -> Vec<Field> {
    let mut named = Vec::new();
    let mut others = Vec::new();
    let Some(record) = source.json() else { return named };
    for (key, value) in record.members() {
        let Some(field) = field(value) else { continue };
        if words::has(BODY_FIELDS, &key.as_str().unwrap_or_default()) {
            named.push(field);
        } else {
            others.push((value.raw_str().len(), field));
        }
    }
    order::sort(&mut others, &|(one, _), (other, _)| other.cmp(one));
    named.extend(others.into_iter().map(|(_, field)| field));
    named.truncate(MOST_FIELDS);
    named
}

/// Fields of a record that are looked at.
const MOST_FIELDS: usize = 64;

fn field(value: Value<'_, '_>) -> Option<Field> {
    let value = aliases::localised(value).unwrap_or(value);
    match value.kind() {
        Kind::Object | Kind::Array => Some(Field::Value(value.index())),
        Kind::String | Kind::EscapedString if value.raw_str().trim_start().starts_with(['{', '[']) => {
            let text = value.as_str()?.into_owned();
            json::Document::nested(text, value.offset()).ok().map(Field::Text)
        }
        Kind::Null | Kind::True | Kind::False | Kind::Number | Kind::String | Kind::EscapedString => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, canonical, read};

    const ARTICLE: &str = r#"{"type": "article", "headline": "Ferry late"}"#;

    fn headline(source: &str) -> Option<String> {
        let reading = read(source.as_bytes(), &Options::default()).ok()?;
        assert_eq!(reading.format.name, "canonical");
        Some(canonical::write(&reading.article))
    }

    #[test]
    fn what_services_answer() {
        for around in [
            "{\"data\": ARTICLE, \"meta\": {}}",
            "{\"posts\": [ARTICLE, {}], \"meta\": {}}",
            "{\"result\": ARTICLE, \"ms\": 12, \"query\": {}}",
            "{\"data\": {\"articleCollection\": {\"items\": [ARTICLE]}}}",
            "{\"data\": {\"items\": [{\"meta\": {}, \"item\": ARTICLE}]}}",
            "[[ARTICLE]]",
            "{\"newsItem\": ARTICLE, \"menu\": {}, \"latest\": [{}]}",
        ] {
            assert!(headline(&around.replace("ARTICLE", ARTICLE)).is_some(), "{around}");
        }
    }

    #[test]
    fn not_every_layer_is_opened() {
        // The text of Quill's editor, which no format knows, is none for readers.
        const OPS: &str = r#"{"title": "Ferry late", "content": "{\"ops\": [{\"insert\": \"It waited.\"}]}"}"#;
        // Nor are the marks of a text in Prismic's fields.
        const SPANS: &str = r#"{"data": {"body": [{"type": "paragraph", "text": "It waited.", "spans": [
            {"start": 0, "end": 2, "type": "hyperlink", "data": {"url": "https://example.org"}}]}]}}"#;
        let (two, deep) = ("{\"a\": ARTICLE, \"b\": ARTICLE}", "{\"data\": [[[[[[[[[[ARTICLE]]]]]]]]]]}");
        for around in [two, deep, "{}", "[]", OPS, SPANS] {
            assert!(headline(&around.replace("ARTICLE", ARTICLE)).is_none(), "{around}");
        }
    }
}
