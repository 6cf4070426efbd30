//! Holds one article in a dozen formats against itself: what carries the same content is shown the same.
//!
//! The documents are no part of the project. `NEWSPRINT_FIXTURES` names the folder that has them, under `cross-format`;
//! without it the test says that it skips. They were made of one article by converters, and some formats cannot carry all
//! of it: what a format lacks stands beside its name, and is then looked for in none of the two.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

use std::fs;
use std::path::{Path, PathBuf};

use newsprint::model::{Alt, Article, Block, BlockPart, Image, Inline, plain_text};
use newsprint::{Options, html, read, view};

/// What a document does not carry of the article.
#[derive(Clone, Copy, PartialEq)]
enum Lack {
    /// The sizes of its pictures.
    Sizes,
    /// The lines between its parts.
    Dividers,
    /// Its alternative texts.
    Alternatives,
    /// Where lines end inside of a paragraph: HTML has a space there.
    LineEnds,
    /// Who is quoted apart from the quote, and quotation marks as they were typed: Markdown's are set.
    Quotes,
    /// All but the words, in their order.
    Structure,
    /// What is quoted at length.
    Quotations,
}

/// The documents, the first of which is the one that the others are held against.
const DOCUMENTS: [(&str, &str, &[Lack]); 13] = [
    ("body.html", "html", &[]),
    ("lexical-ghost.json", "lexical", &[]),
    ("prosemirror-substack.json", "prosemirror", &[]),
    ("tiptap.json", "prosemirror", &[]),
    ("wordpress-like.json", "wordpress", &[]),
    ("contentful.json", "contentful", &[Lack::LineEnds]),
    ("portable-text.json", "portable-text", &[Lack::Sizes, Lack::LineEnds]),
    ("slate.json", "slate", &[Lack::Sizes, Lack::Dividers]),
    ("strapi.json", "strapi", &[Lack::Dividers]),
    ("editorjs.json", "editorjs", &[Lack::Alternatives]),
    ("portable.md", "markdown", &[Lack::Sizes, Lack::Quotes]),
    ("schema-org.json", "schema-org", &[Lack::Structure, Lack::Quotations]),
    ("plain.txt", "text", &[Lack::Structure]),
];

/// The folders with an article each.
fn articles() -> Vec<PathBuf> {
    let Some(root) = std::env::var_os("NEWSPRINT_FIXTURES") else {
        eprintln!("skipped: NEWSPRINT_FIXTURES names no folder of documents");
        return Vec::new();
    };
    fs::read_dir(Path::new(&root).join("cross-format")).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn one_article_is_one_article() {
    for folder in articles() {
        let documents =
            DOCUMENTS.map(|(name, format, lacks)| (name, format, lacks, fs::read(folder.join(name)).unwrap()));
        let (_, _, _, first) = documents.first().unwrap();
        for (name, format, lacks, bytes) in &documents {
            let (found, shown) = body(bytes, lacks);
            assert_eq!(found, *format, "{name} is taken for another format");
            let (_, expected) = body(first, lacks);
            assert_eq!(first_difference(&expected, &shown), None, "{name}");
        }
    }
}

/// The format of a document, and its body as HTML, or its words one line below the other.
fn body(bytes: &[u8], lacks: &[Lack]) -> (&'static str, String) {
    let reading = read(bytes, &Options::default()).unwrap();
    let format = reading.format.name;
    let mut article = reading.article;
    // Whether the first picture leads the article depends on what else a document says of it.
    let mut blocks: Vec<_> = article.lead_media.take().into_iter().collect();
    blocks.append(&mut article.body);
    blocks.retain(|block| !(lacks.contains(&Lack::Quotations) && matches!(block, Block::Quote(_))));
    if lacks.contains(&Lack::Structure) {
        let mut words = String::new();
        add_words(&blocks, &mut words);
        return (format, words);
    }
    for block in &mut blocks {
        reduce(block, lacks);
    }
    blocks.retain(|block| !(lacks.contains(&Lack::Dividers) && *block == Block::Divider));
    // A headline decides the level that the first headings are shown at.
    let headline = vec![Inline::Text("Headline".into())];
    let article = Article { headline, body: blocks, ..Article::default() };
    let mut shown = String::new();
    html::write(&view::view(&article, &view::Options::default()), &mut shown);
    (format, plain(&shown, lacks))
}

/// Takes out of a block what a document lacks.
fn reduce(block: &mut Block<'_>, lacks: &[Lack]) {
    if let Block::Image(image) = block {
        // Strapi has thumbnails beside its pictures, which the others do not know of.
        let reduced = Image { renditions: Vec::new(), title: None, id: None, ..std::mem::take(&mut **image) };
        **image = reduced;
        if lacks.contains(&Lack::Sizes) {
            (image.width, image.height) = (None, None);
        }
        if lacks.contains(&Lack::Alternatives) {
            image.alt = Alt::Absent;
        }
    }
    // What ends the line before whoever is quoted is a blank in the first document.
    if let Block::Quote(quote) = block
        && (lacks.contains(&Lack::Quotes) || lacks.contains(&Lack::LineEnds))
        && !quote.cite.is_empty()
        && let Some(Block::Paragraph(line)) = quote.content.last_mut()
    {
        line.push(Inline::Text(format!(" — {}", plain_text(&std::mem::take(&mut quote.cite))).into()));
    }
}

/// HTML whose white space is as a browser shows it, without what a document lacks.
fn plain(html: &str, lacks: &[Lack]) -> String {
    let mut html = html.to_owned();
    if lacks.contains(&Lack::LineEnds) {
        html = html.replace("<br>", " ");
    }
    if lacks.contains(&Lack::Quotes) {
        html = html.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
        html = identifiers_taken_out(&html);
    }
    let mut out = String::new();
    for word in html.split_whitespace() {
        out.push_str(word);
        out.push(' ');
    }
    out.replace(" </p>", "</p>").replace("</p>", "</p>\n")
}

/// Identifiers of headings are made of their letters, of which quotation marks are none.
fn identifiers_taken_out(html: &str) -> String {
    let mut parts = html.split(" id=\"");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        out.push_str(part.split_once('"').unwrap().1);
    }
    out
}

/// Adds the letters of lines, one line below the other; those of figures are not among them.
fn add_words(blocks: &[Block<'_>], out: &mut String) {
    for block in blocks.iter().filter(|block| !matches!(block, Block::Image(_))) {
        block.parts(&mut |part| match part {
            BlockPart::Line(line) => {
                let letters: String = plain_text(line).chars().filter(|c| c.is_alphanumeric()).collect();
                if !letters.is_empty() {
                    out.push_str(&letters);
                    out.push('\n');
                }
            }
            BlockPart::Blocks(blocks) => add_words(blocks, out),
            BlockPart::Image(_) => {}
        });
    }
}

/// The first line in which two texts differ, as each of them has it.
fn first_difference(one: &str, other: &str) -> Option<(String, String)> {
    let mut others = other.lines();
    for line in one.lines() {
        let other = others.next().unwrap_or_default();
        if line != other {
            return Some((line.to_owned(), other.to_owned()));
        }
    }
    others.next().map(|more| (String::new(), more.to_owned()))
}
