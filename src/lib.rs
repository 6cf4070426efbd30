//! Newsprint reads a news article in the format a publisher has it in and renders accessible HTML, with captions and
//! credits done right.
//!
//! ```text
//!                  ┌─ check ─→ diagnostics
//! bytes ─ read ─→ Article ─ view ─→ Element ─ html::write ─→ HTML
//!                  ├─ jsonld ─→ schema.org JSON-LD
//!                  ├─ canonical ─→ canonical JSON
//!                  └─ text ─→ plain text
//! ```
//!
//! [`render`] does the whole way:
//!
//! ```
//! let source = b"# Night ferry returns\n\nThe *Aurora* sails again.";
//! let rendering = newsprint::render(source, &newsprint::Options::default()).unwrap();
//! assert!(rendering.html.contains("<p>The <em>Aurora</em> sails again.</p>"));
//! ```
//!
//! The steps stand alone as well: [`read`](read()), [`check`](check()), [`view::view`], [`html::write`].

pub mod canonical;
#[cfg(test)]
#[path = "../tests/chance/mod.rs"]
mod chance;
pub mod check;
pub mod diagnostic;
pub mod html;
pub mod json;
pub mod jsonld;
mod lanes;
pub mod locale;
#[cfg(doc)]
pub mod manual;
pub mod model;
pub mod read;
pub mod text;
pub mod view;
#[cfg(feature = "wasm")]
pub mod wasm;

use diagnostic::{Diagnostic, Diagnostics};
use model::{Article, Direction, Language};
use read::{Error, Format, Place, Source};

/// What a caller can decide.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// The format of the source; found by its shape where it is not given.
    pub from: Option<&'static Format>,
    /// The language of the article, whatever the source says.
    pub language: Option<Language<'static>>,
    /// What the caller knows beside the source.
    pub context: read::Context,
    /// How the article is shown.
    pub view: view::Options,
}

/// An article that has been read, and what there is to say about it so far.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The article.
    pub article: Article<'a>,
    /// The format that it was in.
    pub format: &'static Format,
    /// What was found while reading.
    pub diagnostics: Diagnostics,
    /// The source, which knows where things are.
    pub source: Source<'a>,
}

/// An article as HTML, and what there is to say about it.
#[derive(Debug)]
pub struct Rendering {
    /// One `article` element.
    pub html: String,
    /// The format that the source was in.
    pub format: &'static Format,
    /// What was found while reading and checking, in the order of the source, each with its place.
    pub findings: Vec<Finding>,
}

/// A diagnostic and its place in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found.
    pub diagnostic: Diagnostic,
    /// Where, if that is known.
    pub place: Option<Place>,
}

/// Where the JSON-LD about an article stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonLd {
    /// Apart: whoever wants it asks for it.
    Apart,
    /// In the head of the page.
    InHead,
}

/// Reads an article.
///
/// ```
/// let reading = newsprint::read(br#"{"type": "article", "headline": "Ferry returns"}"#, &Default::default()).unwrap();
/// assert_eq!(reading.format.name, "canonical");
/// ```
///
/// # Errors
///
/// Only when the bytes are not an article: empty, too many, not UTF-8, broken JSON, or in no known format.
pub fn read<'a>(input: &'a [u8], options: &Options) -> Result<Reading<'a>, Error> {
    let mut diagnostics = Diagnostics::default();
    let (source, format) = read::open(input, options.from, &options.context, &mut diagnostics)?;
    let mut article = read::article(&source, format, &mut diagnostics);
    if let Some(language) = &options.language {
        article.language = Some(language.clone());
    }
    Ok(Reading { article, format, diagnostics, source })
}

/// Reads an article and returns what there is to say about it, in the order of the source.
///
/// # Errors
///
/// When the bytes are not an article.
pub fn check(input: &[u8], options: &Options) -> Result<Vec<Finding>, Error> {
    Ok(read(input, options)?.findings())
}

/// Reads an article and returns it as HTML, with what there is to say about it.
///
/// # Errors
///
/// When the bytes are not an article.
pub fn render(input: &[u8], options: &Options) -> Result<Rendering, Error> {
    let reading = read(input, options)?;
    let html = reading.html(&options.view);
    Ok(Rendering { html, format: reading.format, findings: reading.findings() })
}

/// What a document of its own needs beside the theme: the article is all that there is, so it fills the window.
const PAGE_CSS: &str = "\
:root { color-scheme: light dark }
body { margin: 0; min-block-size: 100vh; display: grid }
main { display: grid; min-inline-size: 0 }
";

impl Reading<'_> {
    /// Returns the article as HTML: one `article` element.
    #[must_use]
    pub fn html(&self, options: &view::Options) -> String {
        // Most of an article is its text, and markup adds about as much again.
        let mut out = String::with_capacity(self.source.text().len() * 2);
        html::write(&view::view(&self.article, options), &mut out);
        out
    }

    /// Returns the article as a whole document with the theme, and with JSON-LD in its head if that is wanted.
    ///
    /// ```
    /// use newsprint::{JsonLd, read};
    /// let reading = read(b"# Night ferry returns\n\nIt sails.", &Default::default()).unwrap();
    /// assert!(reading.page(&Default::default(), JsonLd::InHead).contains("<script type=\"application/ld+json\">{"));
    /// assert!(!reading.page(&Default::default(), JsonLd::Apart).contains("<script"));
    /// ```
    #[must_use]
    pub fn page(&self, options: &view::Options, json_ld: JsonLd) -> String {
        let title = model::plain_text(&self.article.headline);
        let json_ld = (json_ld == JsonLd::InHead).then(|| jsonld::write(&self.article));
        let page = html::Page {
            language: self.article.language.as_ref().map_or(locale::english().tag, Language::as_str),
            direction: view::direction(&self.article).map_or("ltr", Direction::as_str),
            title: if title.trim().is_empty() { "Newsprint" } else { &title },
            css: &[PAGE_CSS, view::CSS],
            json_ld: json_ld.as_deref(),
        };
        let mut out = String::new();
        html::write_page(page, &view::view(&self.article, options), &mut out);
        out
    }

    /// Checks the article and returns all that there is to say about it, in the order of the source.
    #[must_use]
    pub fn findings(self) -> Vec<Finding> {
        let Self { article, mut diagnostics, source, .. } = self;
        check::check(&article, &mut diagnostics);
        diagnostics.sort();
        let places = source.places(&diagnostics);
        diagnostics.iter().cloned().zip(places).map(|(diagnostic, place)| Finding { diagnostic, place }).collect()
    }
}
