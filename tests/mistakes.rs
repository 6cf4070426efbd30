//! Puts what does not belong there into every place of the manual's JSON: what of it is not kept is reported where it is.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

mod edit;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use newsprint::html::{Attribute, Element, Name, Node};
use newsprint::json::{Document, Value};
use newsprint::model::Text;
use newsprint::{Options, canonical, view};

/// What is put there, with a word that can be found again.
const WRONG: [&str; 4] = [r#""ΞΞΞ""#, r#"{"zz": "ΞΞΞ"}"#, r#"["ΞΞΞ"]"#, r#"[["ΞΞΞ"]]"#];

/// Keys whose values may be lost without a word, each with the reason.
const SILENT: [(&str, &str); 5] = [
    ("type", "what has no name is read by what it holds"),
    ("email", "nobody may see it"),
    ("role", "what it can say beside `dark` says nothing here"),
    ("rel", "what it can say beside `sponsored` says nothing here"),
    ("scope", "what it can say beside HTML's names says nothing here"),
];

/// The sources in JSON on the pages of the manual.
fn sources() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let pages = fs::read_dir(folder).unwrap().map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    let sources = |page: String| -> Vec<String> {
        let fences = page.split("\n```json").skip(1).filter(|fence| !fence.starts_with('-'));
        fences.map(|fence| fence.split_once('\n').unwrap().1.split("\n```").next().unwrap().to_owned()).collect()
    };
    pages.flat_map(sources).collect()
}

/// A place in a document: where it begins, its pointer, and what places like it have in common.
struct Place {
    offset: usize,
    pointer: String,
    key: String,
    like: String,
}

fn add_places(value: Value<'_, '_>, pointer: &str, around: &str, key: &str, places: &mut Vec<Place>) {
    if !pointer.is_empty() {
        let like = format!("{around} {key} {}", pointer.ends_with(|c: char| c.is_ascii_digit()));
        places.push(Place { offset: value.offset(), pointer: pointer.to_owned(), key: key.to_owned(), like });
    }
    let around = value.str_of("type").map_or_else(|| around.to_owned(), std::borrow::Cow::into_owned);
    for (name, member) in value.members() {
        let name = name.as_str().unwrap();
        add_places(member, &format!("{pointer}/{name}"), &around, &name, places);
    }
    for (index, item) in value.items().enumerate() {
        add_places(item, &format!("{pointer}/{index}"), &around, key, places);
    }
}

#[test]
fn nothing_is_lost_in_silence() {
    let options = Options { from: Some(newsprint::read::format("canonical").unwrap()), ..Options::default() };
    let (mut seen, mut lost, mut tried) = (BTreeSet::new(), Vec::new(), 0);
    for source in sources() {
        let Ok(document) = Document::parse(&source) else { continue };
        let mut places = Vec::new();
        add_places(document.root(), "", "", "", &mut places);
        places.retain(|place| !SILENT.iter().any(|(key, _)| *key == place.key) && seen.insert(place.like.clone()));
        for (place, wrong) in places.iter().flat_map(|place| WRONG.map(|wrong| (place, wrong))) {
            tried += 1;
            let json = edit::with(document.root(), place.offset, wrong);
            let reading = newsprint::read(json.as_bytes(), &options).unwrap();
            let is_kept = canonical::write(&reading.article).contains("ΞΞΞ");
            let pointers = reading.findings().into_iter().filter_map(|finding| finding.place?.pointer);
            if !is_kept && !pointers.into_iter().any(|pointer| pointer.starts_with(&place.pointer)) {
                lost.push(format!("{wrong} at {} of {}", place.pointer, source.lines().nth(1).unwrap_or_default()));
            }
        }
    }
    assert!(tried > 500, "{tried} places");
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

#[test]
fn nothing_is_reported_twice() {
    for block in [r#"{"type": "code", "content": "x", "zz": 1}"#, r#"{"type": "code", "text": "x", "zz": 1}"#] {
        for body in [format!("[{block}]"), format!(r#"[{{"type": "paragraph", "content": [{block}]}}]"#)] {
            let source = format!(r#"{{"type": "article", "headline": "a", "body": {body}}}"#);
            let reading = newsprint::read(source.as_bytes(), &Options::default()).unwrap();
            let reports = reading.diagnostics.iter().filter(|found| found.message.contains("`zz`")).count();
            assert_eq!(reports, 1, "{source}");
        }
    }
}

/// A word that nobody sees (U+200B).
const UNSEEN: &str = r#""\u200b""#;

#[test]
fn words_that_nobody_sees_leave_nothing_behind() {
    let (mut seen, mut left, mut tried) = (BTreeSet::new(), Vec::new(), 0);
    for source in sources() {
        let Ok(document) = Document::parse(&source) else { continue };
        let mut places = Vec::new();
        add_places(document.root(), "", "", "", &mut places);
        places.retain(|place| seen.insert(place.like.clone()));
        for place in places {
            tried += 1;
            let json = edit::with(document.root(), place.offset, UNSEEN);
            let reading = newsprint::read(json.as_bytes(), &Options::default()).unwrap();
            let mut empty = Vec::new();
            has_something(&view::view(&reading.article, &view::Options::default()), &mut empty);
            left.extend(empty.iter().map(|what| format!("{what} for {} in {source}", place.pointer)));
        }
    }
    assert!(tried > 300, "{tried} places");
    assert!(left.is_empty(), "{}", left.join("\n"));
}

/// Returns whether there is something to see in an element, and notes what should have had something.
fn has_something(element: &Element<'_>, empty: &mut Vec<String>) -> bool {
    use Name::{A, Audio, Figcaption, H1, H2, H3, H4, H5, H6, Img, P, Source, Summary, Track, Video};
    let name = element.name();
    let mut shows = matches!(name, Img | Video | Audio | Source | Track);
    for node in element.nodes() {
        shows |= match node {
            Node::Text(text) => !Text::from(&**text).is_blank(),
            Node::Element(child) => has_something(child, empty),
        };
    }
    if !shows && matches!(name, A | Figcaption | H1 | H2 | H3 | H4 | H5 | H6 | P | Summary) {
        empty.push(format!("an empty {name:?}"));
    }
    let label = element.attribute(Attribute::AriaLabel).or(element.attribute(Attribute::Label));
    if label.is_some_and(|label| Text::from(label).is_blank()) {
        empty.push(format!("a {name:?} with an empty label"));
    }
    shows
}
