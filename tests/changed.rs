//! Documents of every format with something of another one in the place of something of theirs: what a system that is
//! changed or broken writes. Nothing panics, and what is read is the same article as canonical JSON.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

mod chance;
mod edit;

use std::fs;
use std::path::{Path, PathBuf};

use arbtest::arbitrary::{Result, Unstructured};
use chance::by_chance;
use newsprint::json::{Document, Value};
use newsprint::read::FORMATS;
use newsprint::{Options, canonical, jsonld, read, text};

/// The cases of all formats that are JSON.
fn cases() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    let inside = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = inside(folder).flat_map(inside).collect();
    files.sort();
    let texts = files.iter().filter(|file| file.extension().is_some_and(|end| end == "json"));
    let cases: Vec<_> = texts.map(|file| fs::read_to_string(file).unwrap()).collect();
    assert!(cases.len() > 100, "{} cases were found", cases.len());
    cases
}

/// All values of a document, itself and what is in strings but not what is in keys.
fn add_values<'d, 'a>(value: Value<'d, 'a>, values: &mut Vec<Value<'d, 'a>>) {
    values.push(value);
    value.items().for_each(|item| add_values(item, values));
    value.members().for_each(|(_, member)| add_values(member, values));
}

fn some_value<'d, 'a>(document: &'d Document<'a>, u: &mut Unstructured<'_>) -> Result<Value<'d, 'a>> {
    let mut values = Vec::new();
    add_values(document.root(), &mut values);
    u.choose(&values).copied()
}

/// A value as it stands in a document.
fn json(value: Value<'_, '_>) -> String {
    let quote = if value.is_string() { "\"" } else { "" };
    [quote, value.raw_str(), quote].concat()
}

fn changed(cases: &[String], u: &mut Unstructured<'_>) -> Result<String> {
    let mut source = u.choose(cases)?.clone();
    for _ in 0..u.int_in_range(1..=4)? {
        let other = Document::parse(u.choose(cases)?).unwrap();
        let document = Document::parse(&source).unwrap();
        let place = some_value(&document, u)?;
        let own = json(place);
        let piece = match u.int_in_range(0..=7)? {
            0 => "null".to_owned(),
            1 => "\"\\u200b\"".to_owned(),
            2 => format!("[{own}, {own}]"),
            3 => format!("{{\"{}\": {own}}}", u.choose(&["text", "content", "items", "url", "name", "type", "sys"])?),
            _ => json(some_value(&other, u)?),
        };
        source = edit::with(document.root(), place.offset(), &piece);
    }
    Ok(source)
}

#[test]
fn what_stands_in_the_wrong_place_breaks_nothing() {
    let cases = cases();
    by_chance(|u| {
        let source = changed(&cases, u)?;
        for from in [None, Some(u.choose(FORMATS)?)] {
            let Ok(reading) = read(source.as_bytes(), &Options { from, ..Options::default() }) else { continue };
            let (html, written) = (reading.html(&Default::default()), canonical::write(&reading.article));
            let _ = (text::write(&reading.article), jsonld::write(&reading.article));
            let again = read(written.as_bytes(), &Options::default()).unwrap();
            assert_eq!(again.html(&Default::default()), html, "{source}\n{written}");
            let _ = reading.findings();
        }
        Ok(())
    });
}
