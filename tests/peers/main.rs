//! Holds what becomes of a document against what the format's own renderers make of it: the same text, blocks, marks,
//! links and pictures, whatever the elements are called.
//!
//! The suites are no part of the project. `NEWSPRINT_FIXTURES` names the folder that has them; without it the test says
//! that it skips. Where we differ on purpose, `SUITE.skip` has a line with the case and the reason.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

mod normal;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use newsprint::json::{Document, Value};
use newsprint::read::{self, Sanity};
use newsprint::{Options, render};

use normal::normal;

/// A suite: the format that it is for, its file, and the keys of a case.
struct Suite {
    format: &'static str,
    file: &'static str,
    name: &'static str,
    document: &'static str,
    html: &'static str,
}

const SUITES: &[Suite] = &[
    Suite {
        format: "portable-text",
        file: "portable-text/to-html-suite.json",
        name: "name",
        document: "input",
        html: "expectedHtml",
    },
    Suite { format: "slate", file: "slate/slate-to-html-suite.json", name: "test", document: "slate", html: "html" },
    Suite { format: "slate", file: "slate/combined-small.json", name: "name", document: "slateOriginal", html: "html" },
    Suite {
        format: "strapi",
        file: "strapi/blocks-react-renderer-suite.json",
        name: "test",
        document: "content",
        html: "html",
    },
    Suite {
        format: "contentful",
        file: "contentful/html-renderer-suite.json",
        name: "test",
        document: "doc",
        html: "result",
    },
    Suite {
        format: "lexical",
        file: "lexical/ghost-lexical-html-suite.json",
        name: "test",
        document: "lexical",
        html: "expectedHtml",
    },
    Suite {
        format: "prosemirror",
        file: "prosemirror-tiptap/static-renderer-suite.json",
        name: "test",
        document: "doc",
        html: "html",
    },
    Suite {
        format: "html",
        file: "wordpress/content-html-corpus.json",
        name: "test",
        document: "html",
        html: "ghostExpectedHtml",
    },
];

#[test]
fn peers_say_the_same() {
    let Some(root) = std::env::var_os("NEWSPRINT_FIXTURES").map(PathBuf::from) else {
        eprintln!("skipped: NEWSPRINT_FIXTURES names no folder of suites");
        return;
    };
    let mut wrong = Vec::new();
    for suite in SUITES {
        let Ok(format) = read::format(suite.format) else {
            eprintln!("skipped: {}, since `{}` has no reader", suite.file, suite.format);
            continue;
        };
        let options = Options { from: Some(format), ..Options::default() };
        wrong.extend(suite.run(&root, options));
    }
    assert!(wrong.is_empty(), "{} cases\n{}", wrong.len(), wrong.join("\n"));
}

impl Suite {
    /// Runs every case, prints the score, and returns what is wrong.
    fn run(&self, root: &Path, mut options: Options) -> Vec<String> {
        // What the suite for Portable Text takes for granted.
        options.context.sanity = Sanity::new("3do82whm", "production");
        let text = fs::read_to_string(root.join(self.file)).unwrap();
        let cases = Document::parse(&text).unwrap();
        let mut skips = self.skips();
        let (mut wrong, mut same, mut empty, mut all) = (Vec::new(), 0, 0, 0);
        for (index, case) in cases.root().items().enumerate() {
            let Some(html) = case.str_of(self.html) else { continue };
            let name = case.str_of(self.name).map_or_else(|| index.to_string(), |name| name.trim().to_owned());
            all += 1;
            let (theirs, ours) = (normal(&html), normal(&self.render(case, &options)));
            let is_skipped = skips.get_mut(&name).map(|(_, is_met)| *is_met |= theirs != ours).is_some();
            same += usize::from(theirs == ours);
            empty += usize::from(theirs.is_empty() && ours.is_empty());
            if theirs != ours && !is_skipped {
                wrong.push(format!("{}: {name}\n--- theirs\n{theirs}--- ours\n{ours}", self.file));
            }
        }
        println!("{}: {same} of {all} say the same, {} differ on purpose", self.file, all - same - wrong.len());
        assert!(empty * 5 < all, "{}: {empty} of {all} say nothing, so the comparison says nothing either", self.file);
        let stale = skips.iter().filter(|(_, (_, is_met))| !is_met);
        wrong.extend(stale.map(|(name, _)| format!("{}: `{name}` is skipped and does not differ", self.file)));
        wrong
    }

    fn render(&self, case: Value<'_, '_>, options: &Options) -> String {
        let document = case.get(self.document).unwrap();
        let bytes = document.as_str().map_or_else(|| document.raw_str().to_owned(), std::borrow::Cow::into_owned);
        // An empty document is an error, and nothing is what peers make of it.
        render(bytes.as_bytes(), options).map(|rendering| rendering.html).unwrap_or_default()
    }

    /// The cases that are skipped, each with its reason and whether it does differ.
    fn skips(&self) -> BTreeMap<String, (String, bool)> {
        let stem = Path::new(self.file).file_stem().unwrap().to_str().unwrap();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/peers").join(format!("{stem}.skip"));
        let lines = fs::read_to_string(&path).unwrap_or_default();
        let skip = |line: &str| {
            let (name, reason) = line.split_once(" :: ").unwrap_or_else(|| panic!("`{line}` gives no reason"));
            (name.to_owned(), (reason.to_owned(), false))
        };
        lines.lines().map(skip).collect()
    }
}
