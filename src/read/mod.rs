//! Reads an article out of whatever a publisher has; it knows formats and nothing of output.
//!
//! One file per format, one row each in [`FORMATS`]. Reading never fails on content: it returns an article and what
//! there is to say about it. Only "these bytes are not an article" is an error.

mod aliases;
mod ans;
mod apple_news;
mod base;
mod canonical;
mod content_tree;
mod contentful;
mod context;
mod credit;
mod custom;
mod editorjs;
mod embeds;
mod envelope;
mod figure;
mod guardian;
mod html;
mod index;
mod json_api;
mod lexical;
mod linked_data;
mod lists;
#[cfg(feature = "formats")]
mod markdown;
#[cfg(not(feature = "formats"))]
#[path = "no_markdown.rs"]
mod markdown;
mod marks;
mod markup;
mod ninjs;
mod opening;
mod order;
mod pictures;
mod piece;
mod portable_text;
mod prose;
mod prosemirror;
mod quote;
mod recognise;
mod schema_org;
mod slate;
mod source;
mod strapi;
mod text;
mod values;
mod wordpress;
mod words;

use std::fmt;

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Article, Contributor, Role, plain_text};

pub use context::{Context, References, Sanity};
pub use source::{LONGEST, Place, Shape, Source};

/// A format that articles come in.
#[derive(Clone, Copy)]
pub struct Format {
    /// The name that every interface uses.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// The shape of its documents.
    pub shape: Shape,
    /// Whether a source of that shape is in this format.
    pub matches: fn(&Source<'_>) -> bool,
    /// Reads a source in this format.
    pub read: Read,
}

/// Reads a source in a format: an article, and what there is to say about it.
pub type Read = for<'a> fn(&Source<'a>, &mut Diagnostics) -> Article<'a>;

/// A format whose reader a build without the feature `formats` leaves out: it is recognised, and reported.
const fn readable(read: Read) -> Read {
    if cfg!(feature = "formats") { read } else { unread }
}

fn unread<'a>(_: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let message = "this is in a format that this build of Newsprint does not read";
    diagnostics.add(Code::FormatUnread, Some(0), message);
    Article::default()
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Format").field(&self.name).finish()
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Every format, in the order in which a source is held against them.
pub const FORMATS: &[Format] = &[
    schema_org::FORMAT,
    portable_text::FORMAT,
    strapi::FORMAT,
    slate::FORMAT,
    lexical::FORMAT,
    contentful::FORMAT,
    prosemirror::FORMAT,
    guardian::FORMAT,
    content_tree::FORMAT,
    apple_news::FORMAT,
    ninjs::FORMAT,
    editorjs::FORMAT,
    ans::FORMAT,
    canonical::FORMAT,
    wordpress::FORMAT,
    html::FORMAT,
    markdown::FORMAT,
    text::FORMAT,
];

/// Why bytes are not an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// There is nothing in them.
    Empty,
    /// There are more of them than [`LONGEST`].
    TooLong,
    /// They are not UTF-8.
    NotUtf8 {
        /// Where the first wrong byte is.
        offset: usize,
    },
    /// They begin like JSON and are not.
    Json {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1 in characters.
        column: usize,
        /// The offset in bytes.
        offset: usize,
        /// What was found and what was expected.
        problem: String,
    },
    /// They are in none of the formats.
    Unrecognised,
    /// They are XML, such as a feed, which none of the formats is.
    Xml,
    /// There is no format of that name.
    UnknownFormat {
        /// The name.
        name: String,
    },
}

impl Error {
    /// Returns the stable name of the error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "input-empty",
            Self::TooLong => "limit-input",
            Self::NotUtf8 { .. } => "encoding-invalid",
            Self::Json { .. } => "json-invalid",
            Self::Unrecognised | Self::Xml => "format-unrecognised",
            Self::UnknownFormat { .. } => "format-unknown",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the document is empty"),
            Self::TooLong => write!(f, "the document is longer than {} MiB, which is the limit", LONGEST / 1024 / 1024),
            Self::NotUtf8 { offset } => {
                write!(f, "the document is not UTF-8: the byte at offset {offset} begins no character")
            }
            Self::Json { line, column, problem, .. } => {
                write!(f, "the document is not JSON: line {line}, column {column}: {problem}")
            }
            // Any other text is at least plain text.
            Self::Unrecognised => {
                let tried = names(|format| format.shape != Shape::Text);
                write!(f, "the document is JSON of a shape that is not known; tried were {tried}")
            }
            Self::Xml => f.write_str(
                "the document is XML, such as a feed, and no format in XML is read; give the HTML or the JSON of one article",
            ),
            Self::UnknownFormat { name } => {
                write!(f, "there is no format `{name}`; the formats are {}", names(|_| true))
            }
        }
    }
}

impl std::error::Error for Error {}

fn names(are_meant: fn(&Format) -> bool) -> String {
    let named = FORMATS.iter().filter(|format| are_meant(format));
    named.map(|format| ["`", format.name, "`"].concat()).collect::<Vec<_>>().join(", ")
}

/// Returns the format of that name.
///
/// # Errors
///
/// When there is none.
pub fn format(name: &str) -> Result<&'static Format, Error> {
    FORMATS.iter().find(|format| format.name == name).ok_or_else(|| Error::UnknownFormat { name: name.to_owned() })
}

/// Returns the source that the bytes hold and the format that it is in: the one asked for, or else the first that
/// recognises it by its shape.
///
/// # Errors
///
/// When the bytes are not an article.
pub fn open<'a>(
    bytes: &'a [u8],
    from: Option<&'static Format>,
    context: &Context,
    diagnostics: &mut Diagnostics,
) -> Result<(Source<'a>, &'static Format), Error> {
    let mut source = Source::new(bytes, from.map(|format| format.shape), context, diagnostics)?;
    let format = if source.json().is_some() {
        envelope::open(&mut source, from, diagnostics)
    } else {
        let is_it = |format: &&Format| format.shape != Shape::Json && (format.matches)(&source);
        from.or_else(|| FORMATS.iter().find(is_it))
    };
    let unrecognised =
        |source: &Source<'_>| if recognise::xml::is_xml(source.text()) { Error::Xml } else { Error::Unrecognised };
    let format = format.ok_or_else(|| unrecognised(&source))?;
    Ok((source, format))
}

/// Returns the article that a source in a format holds.
#[must_use]
pub fn article<'a>(source: &Source<'a>, format: &Format, diagnostics: &mut Diagnostics) -> Article<'a> {
    let mut article = (format.read)(source, diagnostics);
    // The formats that are always read have names of their own for everything.
    if cfg!(feature = "formats") {
        aliases::complete(&mut article, source, diagnostics);
        let is_canonical = format.name == "canonical";
        // Where nothing else names those who wrote it, their byline does.
        let is_author = |person: &Contributor<'_>| person.role.is_none_or(|role| role == Role::Author);
        if !is_canonical && !article.authors.iter().any(is_author) {
            article.authors.splice(0..0, text::authors_of(&plain_text(&article.byline)));
        }
        let is_of_others = source.json().is_some() && !is_canonical;
        if is_of_others && has_nothing(&article) && diagnostics.is_empty() {
            let message = "no text was found in the document, so the article has no body";
            diagnostics.add(Code::ValueInvalid, None, message);
        }
    }
    if let Some(base) = &source.context().base {
        base::resolve(&mut article, base);
    }
    article
}

/// Whether an article has only a header. A film or a picture may be all that there is to show.
fn has_nothing(article: &Article<'_>) -> bool {
    article.body.is_empty() && article.updates.is_empty() && article.lead_media.is_none()
}

#[cfg(all(test, feature = "formats"))]
mod tests {
    use super::{Context, article, open};
    use crate::diagnostic::Diagnostics;

    #[test]
    fn a_byline_names_those_whom_nothing_else_names() {
        let check = |json: &str, expected: &[&str]| {
            let mut diagnostics = Diagnostics::default();
            let (source, format) = open(json.as_bytes(), None, &Context::default(), &mut diagnostics).unwrap();
            let article = article(&source, format, &mut diagnostics);
            let names: Vec<_> = article.authors.iter().map(|author| author.name.as_str()).collect();
            assert_eq!(names, expected, "{json}");
        };
        check(r#"{"uri": "1", "type": "text", "byline": "By KIM SAMPLE", "body_text": "It sails."}"#, &["KIM SAMPLE"]);
        check(r#"{"title": "T", "byline": "Kim Sample in Orchard Bay", "html": "<p>It sails.</p>"}"#, &["Kim Sample"]);
        check(
            r#"{"title": "T", "byline": "By Kim Sample", "author": "Robin Example", "html": "<p>It sails.</p>"}"#,
            &["Robin Example"],
        );
    }
}
