//! Documents of every format, made at random: each text of theirs is shown once, and each node that no reader knows is
//! reported.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

mod ans;
mod apple_news;
#[path = "../chance/mod.rs"]
mod chance;
mod content_tree;
mod contentful;
mod editorjs;
mod guardian;
mod html;
mod lexical;
mod ninjs;
mod portable_text;
mod prosemirror;
#[path = "../round_trip/mod.rs"]
mod round_trip;
mod schema_org;
mod slate;
mod strapi;

use arbtest::arbitrary::{Result, Unstructured};
use chance::by_chance;
use newsprint::read::format;
use newsprint::{Options, read, text};

/// A document that is being made.
struct Maker<'u, 'b> {
    source: &'u mut Unstructured<'b>,
    words: usize,
    unknown: usize,
    depth: usize,
}

impl Maker<'_, '_> {
    /// A word that stands nowhere else.
    fn word(&mut self) -> String {
        self.words += 1;
        format!("w{}x", self.words)
    }

    /// The name of something that no reader knows.
    fn unknown(&mut self) -> String {
        self.unknown += 1;
        format!("unheard{}", self.unknown)
    }

    fn choose(&mut self, count: usize) -> Result<usize> {
        self.source.choose_index(count)
    }

    fn one_of(&mut self, names: &[&'static str]) -> Result<&'static str> {
        self.source.choose(names).copied()
    }

    fn happens(&mut self) -> Result<bool> {
        self.source.arbitrary()
    }

    /// Several things, one after the other, in an array. Things in things end somewhere.
    fn array(&mut self, most: usize, make: fn(&mut Self) -> Result<String>) -> Result<String> {
        let count = 1 + self.choose(most)?;
        self.depth += 1;
        let items = (0..count).map(|_| make(self)).collect::<Result<Vec<_>>>();
        self.depth -= 1;
        Ok(format!("[{}]", items?.join(",")))
    }

    fn is_deep(&self) -> bool {
        self.depth > 3
    }
}

/// Makes documents in a format, and holds what becomes of each.
fn check(name: &'static str, make: fn(&mut Maker<'_, '_>) -> Result<String>) {
    by_chance(|source| {
        let mut maker = Maker { source, words: 0, unknown: 0, depth: 0 };
        let document = make(&mut maker)?;
        let (words, unknown) = (maker.words, maker.unknown);
        let options = Options { from: format(name).ok(), ..Options::default() };
        let reading =
            read(document.as_bytes(), &Options::default()).unwrap_or_else(|error| panic!("{error}\n{document}"));
        assert_eq!(reading.format.name, name, "{document}");
        round_trip::holds(&reading, &document);
        let html = without_tags(&reading.html(&options.view));
        let plain = text::write(&reading.article);
        for word in (1..=words).map(|word| format!("w{word}x")) {
            let shown = html.matches(&word).count();
            assert_eq!(shown, 1, "`{word}` is shown {shown} times\n{document}\n{html}");
            let written = plain.matches(&word).count();
            assert_eq!(written, 1, "`{word}` is written {written} times\n{document}\n{plain}");
        }
        let reported: Vec<_> = reading.findings().into_iter().map(|finding| finding.diagnostic.message).collect();
        for name in (1..=unknown).map(|unknown| format!("`unheard{unknown}`")) {
            assert!(reported.iter().any(|message| message.contains(&name)), "{name} is not reported\n{document}");
        }
        Ok(())
    });
}

/// The text of HTML, in which `<` and `>` stand nowhere but around tags.
fn without_tags(html: &str) -> String {
    html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect()
}

#[test]
fn portable_text() {
    check("portable-text", portable_text::document);
}

#[test]
fn strapi() {
    check("strapi", strapi::document);
}

#[test]
fn slate() {
    check("slate", slate::document);
}

#[test]
fn content_tree() {
    check("content-tree", content_tree::document);
}

#[test]
fn contentful() {
    check("contentful", contentful::document);
}

#[test]
fn prosemirror() {
    check("prosemirror", prosemirror::document);
}

#[test]
fn html() {
    check("html", html::document);
}

#[test]
fn lexical() {
    check("lexical", lexical::document);
}

#[test]
fn editorjs() {
    check("editorjs", editorjs::document);
}

#[test]
fn ans() {
    check("ans", ans::document);
}

#[test]
fn ninjs() {
    check("ninjs", ninjs::document);
}

#[test]
fn schema_org() {
    check("schema-org", schema_org::document);
}

#[test]
fn guardian() {
    check("guardian", guardian::document);
}

#[test]
fn apple_news() {
    check("apple-news", apple_news::document);
}
