//! What holds for every input, attacked with inputs that nobody wrote.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

mod chance;
mod round_trip;

use arbtest::arbitrary::{Result, Unstructured};
use chance::by_chance;
use newsprint::html::{Element, Node};
use newsprint::read::FORMATS;
use newsprint::{Options, check, json, jsonld, read, render, text, view};

/// Pieces that documents are made of, so that noise comes near to what readers look for.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "\"type\":",
    "\"article\"",
    "\"body\":",
    "\"content\":",
    "\"headline\":\"x\"",
    "\"image\"",
    "\\u",
    "\\ud800",
    "null",
    "1e9",
    "-0",
    "# ",
    "## ",
    "> ",
    "- ",
    "1. ",
    "- [x] ",
    "|a|b|\n|-|-|\n",
    "[^1]",
    "\n[^1]: ",
    "![",
    "](",
    ")",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "---\n",
    "+++\n",
    "title: x\n",
    "\n",
    "\n\n",
    "  ",
    "\t",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<br>",
    "&amp;",
    "&#x202e;",
    "javascript:",
    "https://example.com/",
    "\u{202e}",
    "\u{2067}",
    "\u{0}",
    "\u{feff}",
    "é",
    "日本",
    "(Photo by A/B)",
    "Photo: ",
    "Home > News",
    "By A",
    "—",
    "“",
    "”",
    "\r\n",
    "{{< x >}}",
    "{#id .c}",
];

fn document(u: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    for _ in 0..u.int_in_range(0..=60)? {
        match u.int_in_range(0..=5)? {
            0 => text.push(u.arbitrary()?),
            _ => text.push_str(u.choose(PIECES)?),
        }
    }
    Ok(text)
}

#[test]
fn nothing_panics_and_every_tree_is_one_that_a_browser_builds() {
    by_chance(|u| {
        let document = document(u)?;
        for from in FORMATS.iter().map(Some).chain([None]) {
            let Ok(reading) = read(document.as_bytes(), &Options { from, ..Options::default() }) else { continue };
            let options = Default::default();
            holds(&view::view(&reading.article, &options), 0);
            let html = reading.html(&options);
            assert_eq!(html, render(document.as_bytes(), &Options { from, ..Options::default() }).unwrap().html);
            let _ = (text::write(&reading.article), reading.page(&options, newsprint::JsonLd::InHead));
            let data = jsonld::write(&reading.article);
            assert!(!data.contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
            json::Document::parse(&data).unwrap();
        }
        Ok(())
    });
}

/// No text is empty or beside text, and no tree is deeper than a browser builds.
fn holds(element: &Element<'_>, depth: usize) {
    assert!(depth < 400, "the tree is {depth} deep");
    let mut text_before = false;
    for node in element.nodes() {
        match node {
            Node::Text(text) => {
                assert!(!text.is_empty() && !text_before);
                assert!(!text.contains(['\u{0}', '\u{202e}', '\r']), "{text:?}");
                text_before = true;
            }
            Node::Element(child) => {
                text_before = false;
                holds(child, depth + 1);
            }
        }
    }
}

#[test]
fn canonical_json_is_read_back_as_it_was() {
    by_chance(|u| {
        let document = document(u)?;
        for from in FORMATS.iter().map(Some) {
            let Ok(reading) = read(document.as_bytes(), &Options { from, ..Options::default() }) else { continue };
            round_trip::holds(&reading, &document);
        }
        Ok(())
    });
}

/// Every source on a page of the manual: together they have all that an article can hold.
#[test]
fn canonical_json_of_every_page_is_read_back_as_it_was() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut sources = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let page = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for source in page.split("```json\n").skip(1) {
            let source = source.split("\n```").next().unwrap();
            let Ok(reading) = read(source.as_bytes(), &Options::default()) else { continue };
            if reading.format.name != "canonical" {
                continue;
            }
            round_trip::holds(&reading, source);
            sources += 1;
        }
    }
    assert!(sources > 40, "{sources} sources were found");
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    by_chance(|u| {
        let bytes: Vec<u8> = u.arbitrary()?;
        if std::str::from_utf8(&bytes).is_err() {
            assert_eq!(check(&bytes, &Options::default()).unwrap_err().code(), "encoding-invalid");
        }
        Ok(())
    });
}
