//! Holds the pages of `tests/spec` against what Newsprint does: each is a chapter of the manual and a test.
//!
//! A page begins with a heading and a few sentences. Every source on it (a fence of `json`, `markdown` or `plain`) is
//! followed by what becomes of it: `html`, `text` and `diagnostics`, and `json-ld` where the page has that fence already.
//! `UPDATE=1 cargo test --test spec` rewrites those. After the language of a source stand the options that it is shown
//! with, as in `json contents=yes header=headline,byline words.by=Words:_{}`, where `_` is a space.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

mod pretty;

use std::fmt::Write;
use std::fs;
use std::path::Path;

use newsprint::json::{Document, Kind, Value};
use newsprint::view::{Contents, Header, UpdateThreshold};
use newsprint::{Options, jsonld, text};
use pretty::{finding_line, first_difference, pretty};

/// The languages of the fences that hold sources, with the format that each is read in.
const SOURCES: [(&str, &str); 3] = [("json", "canonical"), ("markdown", "markdown"), ("plain", "text")];
const RESULTS: [&str; 3] = ["html", "text", "diagnostics"];

#[test]
fn every_page_is_true() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() > 20, "the pages are where they were");
    let mut wrong = Vec::new();
    for path in paths {
        let page = fs::read_to_string(&path).unwrap();
        let expected = rewritten(&page);
        if page == expected {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, expected).unwrap();
        } else {
            wrong.push(format!("{}:\n{}", path.display(), first_difference(&page, &expected)));
        }
    }
    assert!(wrong.is_empty(), "UPDATE=1 rewrites what follows the sources\n{}", wrong.join("\n"));
}

#[test]
fn every_page_is_in_the_documentation() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manual = fs::read_to_string(root.join("src/manual.rs")).unwrap();
    for entry in fs::read_dir(root.join("tests/spec")).unwrap() {
        let name = entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned();
        assert!(manual.contains(&format!(": \"{name}\",")), "`{name}` is not in src/manual.rs");
    }
}

/// The page with the results of its sources as they are.
fn rewritten(page: &str) -> String {
    let mut out = String::new();
    let mut lines = page.lines();
    let mut after_source = false;
    let mut last_source: Option<(String, Options)> = None;
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else {
            if !after_source || !line.is_empty() {
                after_source = false;
                let _ = writeln!(out, "{line}");
            }
            continue;
        };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let language = info.split(' ').next().unwrap();
        if RESULTS.contains(&language) {
            continue;
        }
        if let ("json-ld", Some((source, options))) = (language, &last_source) {
            out += &structured_data(source, options);
            continue;
        }
        let source = body.join("\n");
        let _ = writeln!(out, "```{info}\n{source}\n```\n");
        if let Some((_, format)) = SOURCES.iter().find(|(fence, _)| *fence == language) {
            let options = options(info, format);
            out += &results(&source, &options);
            last_source = Some((source, options));
        }
        after_source = true;
    }
    out
}

/// The options that stand after the language of a fence.
fn options(info: &str, format: &str) -> Options {
    let mut options = Options { from: Some(newsprint::read::format(format).unwrap()), ..Options::default() };
    let view = &mut options.view;
    for (name, value) in info.split(' ').skip(1).map(|option| option.split_once('=').unwrap()) {
        match name {
            "contents" => view.contents = if value == "yes" { Contents::Shown } else { Contents::Hidden },
            "header" => view.header = Header::parse(value.split(',')).unwrap(),
            "updateThreshold" => view.update_threshold = UpdateThreshold(value.parse().unwrap()),
            "ownCredits" => view.own_credits = value.split(',').map(str::to_owned).collect(),
            _ => {
                let word = name.strip_prefix("words.").unwrap_or_else(|| panic!("no option `{name}`"));
                view.words.push(newsprint::view::word(word, &value.replace('_', " ")).unwrap());
            }
        }
    }
    options
}

fn results(source: &str, options: &Options) -> String {
    let reading = newsprint::read(source.as_bytes(), options).unwrap();
    let html = pretty(&reading.html(&options.view));
    let text = text::write(&reading.article);
    let mut out = format!("```html\n{html}```\n\n```text\n{text}```\n\n");
    let format = reading.format;
    let diagnostics: String = reading.findings().into_iter().map(|finding| finding_line(finding, format)).collect();
    if !diagnostics.is_empty() {
        let _ = writeln!(out, "```diagnostics\n{diagnostics}```\n");
    }
    out
}

fn structured_data(source: &str, options: &Options) -> String {
    let json = jsonld::write(&newsprint::read(source.as_bytes(), options).unwrap().article);
    let mut out = "```json-ld\n".to_owned();
    indent(Document::parse(&json).unwrap().root(), "", &mut out);
    out + "\n```\n\n"
}

/// Writes a value with each member and item on a line of its own.
fn indent(value: Value<'_, '_>, margin: &str, out: &mut String) {
    let (open, close) = match value.kind() {
        Kind::Array => ('[', ']'),
        Kind::Object => ('{', '}'),
        Kind::String | Kind::EscapedString => {
            let _ = write!(out, "\"{}\"", value.raw_str());
            return;
        }
        Kind::Null | Kind::True | Kind::False | Kind::Number => {
            out.push_str(value.raw_str());
            return;
        }
    };
    let inner = format!("{margin}  ");
    out.push(open);
    let mut lead = "\n";
    for (key, item) in
        value.members().map(|(key, item)| (Some(key), item)).chain(value.items().map(|item| (None, item)))
    {
        let _ = write!(out, "{lead}{inner}");
        if let Some(key) = key {
            let _ = write!(out, "\"{}\": ", key.raw_str());
        }
        indent(item, &inner, out);
        lead = ",\n";
    }
    let _ = write!(out, "\n{margin}{close}");
}
