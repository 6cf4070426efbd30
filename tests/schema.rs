//! Holds `schema/article.schema.json` to what the canonical format is: what is read, what is written, what is in the manual.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a test says by a panic that it fails"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use newsprint::json::{Document, Kind, Value};
use newsprint::model::{
    CalloutKind, CorrectionKind, GalleryLayout, GroupRole, ImageKind, LinkKind, Mark, PageWidth, Role, Side, TrackKind,
};
use newsprint::{Options, canonical};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn schema() -> String {
    fs::read_to_string(root().join("schema/article.schema.json")).unwrap()
}

/// The keywords that this validator knows; one that it does not must not be in the schema.
const KEYWORDS: [&str; 16] = [
    "$schema",
    "$id",
    "$ref",
    "$defs",
    "title",
    "description",
    "type",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "anyOf",
    "enum",
    "const",
    "minimum",
    "maximum",
];

/// Says where a value does not keep to a schema, if it does not.
fn fault(value: Value<'_, '_>, schema: Value<'_, '_>, whole: Value<'_, '_>, at: &str) -> Option<String> {
    for (key, _) in schema.members() {
        let key = key.as_str().unwrap();
        assert!(KEYWORDS.contains(&&*key), "the schema has the keyword `{key}`");
    }
    if let Some(reference) = schema.str_of("$ref") {
        let name = reference.strip_prefix("#/$defs/").unwrap();
        let target = whole.get("$defs").unwrap().get(name).unwrap_or_else(|| panic!("no definition `{name}`"));
        return fault(value, target, whole, at);
    }
    if let Some(kinds) = schema.get("type") {
        let names: Vec<_> = if kinds.is_string() { vec![kinds] } else { kinds.items().collect() };
        if !names.iter().any(|name| is_a(value, &name.as_str().unwrap())) {
            return Some(format!("{at}: a value of another type"));
        }
    }
    let is_constant = schema.get("const").is_some_and(|constant| constant.as_str() != value.as_str());
    let is_none_of = schema.get("enum").is_some_and(|names| names.items().all(|name| name.as_str() != value.as_str()));
    if is_constant || is_none_of {
        return Some(format!("{at}: `{}` is none of the values", value.as_str().unwrap_or_default()));
    }
    if let Some(number) = (value.kind() == Kind::Number).then(|| value.raw_str().parse::<f64>().unwrap()) {
        let limit = |key| schema.get(key).map(|limit| limit.raw_str().parse::<f64>().unwrap());
        if limit("minimum").is_some_and(|least| number < least) || limit("maximum").is_some_and(|most| number > most) {
            return Some(format!("{at}: {number} is out of range"));
        }
    }
    if let Some(schemas) = schema.get("anyOf") {
        let faults: Vec<_> = schemas.items().map(|schema| fault(value, schema, whole, at)).collect();
        if faults.iter().all(Option::is_some) {
            return faults.into_iter().flatten().max_by_key(String::len);
        }
    }
    if let (Kind::Array, Some(schema)) = (value.kind(), schema.get("items")) {
        let mut items = value.items().enumerate();
        return items.find_map(|(index, item)| fault(item, schema, whole, &format!("{at}/{index}")));
    }
    if value.kind() == Kind::Object { members_fault(value, schema, whole, at) } else { None }
}

fn members_fault(value: Value<'_, '_>, schema: Value<'_, '_>, whole: Value<'_, '_>, at: &str) -> Option<String> {
    let missing = schema.get("required").into_iter().flat_map(Value::items);
    if let Some(key) = missing.filter_map(Value::as_str).find(|key| value.get(key).is_none()) {
        return Some(format!("{at}: no `{key}`"));
    }
    let properties = schema.get("properties")?;
    value.members().find_map(|(key, member)| {
        let key = key.as_str().unwrap();
        match properties.get(&key) {
            Some(schema) => fault(member, schema, whole, &format!("{at}/{key}")),
            None => Some(format!("{at}: there is no key `{key}`")),
        }
    })
}

fn is_a(value: Value<'_, '_>, name: &str) -> bool {
    match value.kind() {
        Kind::String | Kind::EscapedString => name == "string",
        Kind::Number => name == "number" || (name == "integer" && value.as_integer().is_some()),
        Kind::True | Kind::False => name == "boolean",
        Kind::Array => name == "array",
        Kind::Object => name == "object",
        Kind::Null => false,
    }
}

/// The sources in canonical JSON of the manual and the samples.
fn sources() -> Vec<(String, String)> {
    let mut sources = Vec::new();
    for entry in fs::read_dir(root().join("tests/spec")).unwrap() {
        let path = entry.unwrap().path();
        let page = fs::read_to_string(&path).unwrap();
        for (index, source) in page.split("```json").skip(1).enumerate() {
            // The fence's own line may name options; one that begins with `-ld` is a result.
            let (options, source) = source.split_once('\n').unwrap();
            if !options.starts_with('-') {
                let name = format!("{} {}", path.display(), index + 1);
                sources.push((name, source.split("\n```").next().unwrap().to_owned()));
            }
        }
    }
    for name in ["harbour", "report", "longread", "live", "arabic"] {
        let path = root().join(format!("www/samples/{name}.json"));
        sources.push((name.to_owned(), fs::read_to_string(path).unwrap()));
    }
    sources
}

#[test]
fn what_is_read_without_a_remark_and_what_is_written_keep_to_it() {
    let text = schema();
    let document = Document::parse(&text).unwrap();
    let options = Options { from: Some(newsprint::read::format("canonical").unwrap()), ..Options::default() };
    let (mut kept, mut faults) = (0, Vec::new());
    for (name, source) in sources() {
        let reading = newsprint::read(source.as_bytes(), &options).unwrap();
        let written = canonical::write(&reading.article);
        let flaws = ["key-unknown", "value-invalid", "block-unknown", "inline-unknown", "json-duplicate-key"];
        let has_flaws = reading.findings().iter().any(|finding| flaws.contains(&finding.diagnostic.code.as_str()));
        let mut hold = |json: &str, what: &str| {
            let value = Document::parse(json).unwrap();
            faults.extend(
                fault(value.root(), document.root(), document.root(), "")
                    .map(|fault| format!("{name}, {what}: {fault}")),
            );
        };
        if !has_flaws {
            kept += 1;
            hold(&source, "as it is");
            hold(&written, "as it is written");
        }
    }
    assert!(kept > 50, "{kept} sources without flaws");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn it_finds_what_is_wrong() {
    let text = schema();
    let document = Document::parse(&text).unwrap();
    let check = |json: &str, is_wrong: bool| {
        let value = Document::parse(json).unwrap();
        assert_eq!(fault(value.root(), document.root(), document.root(), "").is_some(), is_wrong, "{json}");
    };
    check(r#"{"headline": "x"}"#, false);
    check(r#"{"headline": ["x", ["y"]], "body": [["x", ["y"]]]}"#, false);
    check(r#"{"byline": {"type": "mention", "name": "x", "image": "a.jpg", "email": "x@example.org"}}"#, false);
    check(r#"{"headlines": "x"}"#, true);
    check(r#"{"body": [{"type": "pullqoute", "content": "x"}]}"#, true);
    check(r#"{"body": [{"type": "image", "width": -1}]}"#, true);
    check(r#"{"body": [{"type": "callout", "kind": "loud"}]}"#, true);
}

/// Every key that the reader asks for is a property, and every property is a key that it asks for.
#[test]
fn it_has_the_keys_of_the_reader() {
    let mut code = String::new();
    for entry in fs::read_dir(root().join("src/read/canonical")).unwrap() {
        code += &fs::read_to_string(entry.unwrap().path()).unwrap();
    }
    let text = schema();
    let mut properties = BTreeSet::new();
    add_properties(Document::parse(&text).unwrap().root(), &mut properties);
    let mut read = BTreeSet::new();
    for before in [
        ".get(\"",
        ".str_of(\"",
        "_of(value, \"",
        "_of(file, \"",
        "items(value, \"",
        "decimal(value, \"",
        "rows(value, \"",
        "fraction(\"",
    ] {
        read.extend(code.split(before).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
    }
    let unknown: Vec<_> =
        read.difference(&properties).filter(|key| !["headline", "body"].contains(&key.as_str())).collect();
    assert!(unknown.is_empty(), "the schema does not know {unknown:?}");
    let unread: Vec<_> = properties.iter().filter(|key| !code.contains(&format!("\"{key}\""))).collect();
    // What a reader passes over because it stands beside what it takes.
    assert_eq!(unread, ["place"], "the reader does not ask for them");
}

/// A block or piece takes the keys that the schema gives it, and reports every other.
#[test]
fn each_block_and_piece_has_the_keys_of_the_schema() {
    let text = schema();
    let document = Document::parse(&text).unwrap();
    let mut types = std::collections::BTreeMap::<String, BTreeSet<String>>::new();
    for (_, definition) in document.root().get("$defs").unwrap().members() {
        let Some(properties) = definition.get("properties") else { continue };
        let Some(name) = properties.get("type") else { continue };
        for name in name.get("const").into_iter().chain(name.get("enum").into_iter().flat_map(Value::items)) {
            let keys = properties.members().map(|(key, _)| key.as_str().unwrap().into_owned());
            types.entry(name.as_str().unwrap().into_owned()).or_default().extend(keys);
        }
    }
    let all: BTreeSet<String> = types.values().flatten().cloned().collect();
    let mut wrong = Vec::new();
    for (name, keys) in &types {
        // Only the first value of a key is looked at, so that each key can be tried in one document.
        let members: Vec<_> = all.iter().filter(|key| *key != "type").map(|key| format!("\"{key}\": null")).collect();
        let source = format!(r#"{{"type": "article", "body": [{{"type": "{name}", {}}}]}}"#, members.join(", "));
        let findings = newsprint::check(source.as_bytes(), &Options::default()).unwrap();
        for key in all.iter().filter(|key| *key != "type") {
            let pointer = format!("/body/0/{key}");
            let is_reported = findings.iter().any(|finding| {
                finding.diagnostic.code.as_str() == "key-unknown"
                    && finding.place.as_ref().and_then(|place| place.pointer.as_deref()) == Some(&pointer)
            });
            if is_reported == keys.contains(key) {
                wrong.push(format!("{name}: {key} is {}", if is_reported { "reported" } else { "taken" }));
            }
        }
    }
    // A picture may stand among words, with less to say; the type of a picture's file is not that of the picture.
    wrong.retain(|fault| !fault.starts_with("article"));
    assert!(types.len() > 40 && wrong.is_empty(), "{}", wrong.join("\n"));
}

fn add_properties(schema: Value<'_, '_>, properties: &mut BTreeSet<String>) {
    for (key, value) in schema.members() {
        if key.as_str().as_deref() == Some("properties") {
            properties.extend(value.members().filter_map(|(key, _)| Some(key.as_str()?.into_owned())));
        }
        add_properties(value, properties);
    }
    schema.items().for_each(|item| add_properties(item, properties));
}

#[test]
fn it_has_the_names_of_the_model() {
    let text = schema();
    let document = Document::parse(&text).unwrap();
    let names = |definition: &str, property: &str| -> Vec<String> {
        let definition = document.root().get("$defs").unwrap().get(definition).unwrap();
        let object = definition.get("anyOf").and_then(|any| any.items().nth(1)).unwrap_or(definition);
        let property = object.get("properties").unwrap().get(property).unwrap();
        property.get("enum").unwrap().items().map(|name| name.as_str().unwrap().into_owned()).collect()
    };
    fn own<T>(table: &[(T, &str)]) -> Vec<String> {
        table.iter().map(|(_, name)| (*name).to_owned()).collect()
    }
    assert_eq!(names("contributor", "role"), own(&Role::NAMES));
    assert_eq!(names("marked", "type"), own(&Mark::NAMES));
    assert_eq!(names("galleryBlock", "layout"), own(&GalleryLayout::NAMES));
    assert_eq!(names("track", "kind"), own(&TrackKind::NAMES));
    assert_eq!(names("card", "kind"), own(&LinkKind::NAMES));
    assert_eq!(names("calloutBlock", "kind"), own(&CalloutKind::NAMES));
    assert_eq!(names("correctionBlock", "kind"), own(&CorrectionKind::NAMES));
    assert_eq!(names("groupBlock", "role"), own(&GroupRole::NAMES));
    assert_eq!(names("imageBlock", "kind"), own(&ImageKind::NAMES));
    let layout = document.root().get("$defs").unwrap().get("imageBlock").unwrap().get("properties").unwrap();
    let layout = layout.get("layout").unwrap().get("properties").unwrap();
    let listed = |key: &str| -> Vec<String> {
        layout.get(key).unwrap().get("enum").unwrap().items().map(|name| name.as_str().unwrap().into_owned()).collect()
    };
    assert_eq!(listed("width"), own(&PageWidth::NAMES));
    assert_eq!(listed("align"), own(&Side::NAMES));
}
