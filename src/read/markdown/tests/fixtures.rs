//! Real documents, read from the folder that `NEWSPRINT_FIXTURES` names; they are no part of the project.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostics;
use crate::model::{Article, Block, plain_text};
use crate::read::context::Context;
use crate::read::{self};

/// What a document holds, and how many times each finding is made about it.
struct Expected {
    path: &'static str,
    blocks: &'static str,
    findings: &'static str,
}

const EXPECTED: [Expected; 5] = [
    Expected {
        path: "markdown/2020-01-30-adopting-uswds-one-step-at-time.md",
        blocks: "8 h, 3 hr, 7 list, 32 p, 4 quote, 1 quote with cite",
        findings: "10 block-unknown, 1 value-invalid",
    },
    Expected {
        path: "markdown/2022-11-08-jargon-madness-a-plain-language-exercise.md",
        blocks: "1 list, 8 p",
        findings: "4 block-unknown, 1 value-invalid",
    },
    Expected { path: "markdown/jekyll-basic-post.md", blocks: "1 figure, 5 h, 3 list, 10 p", findings: "" },
    Expected {
        path: "markdown/contentful-real-world.md",
        blocks: "16 h, 3 hr, 3 list, 14 p, 1 quote, 4 table",
        findings: "7 html-dropped",
    },
    Expected {
        path: "cross-format/2020-09-08-how-serving-in-government-made-me/portable.md",
        blocks: "1 figure, 4 h, 1 hr, 20 p, 3 quote, 1 quote with cite",
        findings: "1 article-expires, 1 value-invalid",
    },
];

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("NEWSPRINT_FIXTURES").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped: NEWSPRINT_FIXTURES names no folder of documents");
    }
    folder
}

#[test]
fn real_documents() {
    let Some(folder) = folder() else { return };
    for Expected { path, blocks, findings } in EXPECTED {
        let text = std::fs::read_to_string(folder.join(path)).unwrap();
        let mut diagnostics = Diagnostics::default();
        let (source, format) = read::open(text.as_bytes(), None, &Context::default(), &mut diagnostics).unwrap();
        assert_eq!(format.name, "markdown", "{path}");
        let article = (format.read)(&source, &mut diagnostics);
        assert_eq!(plain_text(&article.headline), title(&text), "{path}");
        assert_eq!(counted(article.body.iter().map(|block| name(block).to_owned())), blocks, "{path}");
        assert_eq!(counted(diagnostics.iter().map(|found| found.code.to_string())), findings, "{path}");
        assert!(!words(&article).contains("{{<"), "{path}");
    }
}

#[test]
fn every_document_in_the_folder() {
    let Some(folder) = folder() else { return };
    let files = std::fs::read_dir(folder.join("markdown")).unwrap().map(|file| file.unwrap().path());
    let expected = |path: &Path| EXPECTED.iter().any(|expected| path.ends_with(expected.path));
    assert!(files.into_iter().all(|path| expected(&path)), "a document has no expectations");
}

/// The title as a person finds it: the value of the field of that name, or the first heading.
fn title(text: &str) -> &str {
    let after = |start: &str| text.lines().find_map(|line| line.strip_prefix(start));
    after("title: ").or_else(|| after("# ")).unwrap().trim_matches('"')
}

fn counted(names: impl Iterator<Item = String>) -> String {
    let mut counts = BTreeMap::<String, usize>::new();
    names.for_each(|name| *counts.entry(name).or_default() += 1);
    counts.iter().map(|(name, count)| format!("{count} {name}")).collect::<Vec<_>>().join(", ")
}

#[allow(clippy::wildcard_enum_match_arm, reason = "the other blocks are not for this format")]
fn name(block: &Block<'_>) -> &'static str {
    match block {
        Block::Paragraph(_) => "p",
        Block::Heading(_) => "h",
        Block::List(_) => "list",
        Block::Quote(quote) if quote.cite.is_empty() => "quote",
        Block::Quote(_) => "quote with cite",
        Block::Pullquote(_) => "pullquote",
        Block::Image(_) => "figure",
        Block::Table(_) => "table",
        Block::Code(_) => "code",
        Block::Divider => "hr",
        _ => "unknown",
    }
}

fn words(article: &Article<'_>) -> String {
    let paragraph =
        |block: &Block<'_>| if let Block::Paragraph(line) = block { plain_text(line) } else { String::new() };
    article.body.iter().map(paragraph).collect()
}
