//! Reads an article out of whatever a publisher has; it knows formats and nothing of output.
//!
//! One file per format, one row each in [`FORMATS`]. Reading never fails on content: it returns an article and what
//! there is to say about it. Only "these bytes are not an article" is an error.

mod aliases;
mod ans;
mod apple_news;
mod attachments;
mod base;
mod canonical;
mod content_tree;
mod contentful;
mod context;
mod controls;
mod credit;
mod custom;
mod dates;
mod editorjs;
mod embeds;
mod envelope;
mod error;
mod figure;
mod format;
mod formats;
mod guardian;
mod html;
mod index;
mod json_api;
mod lexical;
mod linked_data;
mod lists;
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
pub(crate) mod readers;
mod recognise;
mod recordings;
mod schema_org;
mod script;
mod slate;
mod source;
mod strapi;
mod text;
mod values;
mod wordpress;
mod words;

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Article, Contributor, Role, plain_text};

pub use context::{Context, References, Sanity};
pub use error::Error;
pub use format::{Format, Read};
pub use formats::{FORMATS, format};
pub use source::{LONGEST, Place, Shape, Source};

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
    let begins_with_fields =
        || std::str::from_utf8(bytes).is_ok_and(|text| recognise::front_matter::extent(text).is_some());
    let mut source = match Source::new(bytes, from.map(|format| format.shape), context, diagnostics) {
        Err(Error::Json { .. }) if from.is_none() && begins_with_fields() => {
            Source::new(bytes, Some(Shape::Text), context, diagnostics)?
        }
        source => source?,
    };
    let format = if source.json().is_none() {
        from.or_else(|| FORMATS.iter().find(|format| format.shape != Shape::Json && (format.matches)(&source)))
    } else if !readers::is_here(readers::SHARED) && is_canonical(&source, from) {
        format(canonical::FORMAT.name).ok()
    } else if readers::ask(readers::SHARED) {
        envelope::open(&mut source, from, diagnostics)
    } else {
        None
    };
    // Any other text is at least plain text.
    let unrecognised = || Error::Unrecognised { tried: formats::names(|format| format.shape != Shape::Text) };
    let is_xml = || recognise::xml::is_xml(source.text());
    let format = format.ok_or_else(|| if is_xml() { Error::Xml } else { unrecognised() })?;
    Ok((source, format))
}

/// Whether a source is in the canonical format whatever other formats there are.
fn is_canonical(source: &Source<'_>, from: Option<&'static Format>) -> bool {
    match from {
        Some(from) => *from == canonical::FORMAT && (from.matches)(source),
        None => canonical::is_certain(source),
    }
}

/// Returns the article that a source in a format holds.
#[must_use]
pub fn article<'a>(source: &Source<'a>, format: &Format, diagnostics: &mut Diagnostics) -> Article<'a> {
    if !readers::ask(format.name) {
        return Article::default();
    }
    let mut article = (format.read)(source, diagnostics);
    if source.records().next().is_some() {
        aliases::complete(&mut article, source, diagnostics);
    }
    // Newsprint's own format has names of its own for everything.
    if *format != canonical::FORMAT {
        finish(&mut article, source, format, diagnostics);
    }
    if let Some(base) = &source.context().base {
        base::resolve(&mut article, base);
    }
    article
}

/// Gives an article what its text says and nothing else does.
#[inline(never)]
fn finish(article: &mut Article<'_>, source: &Source<'_>, format: &Format, diagnostics: &mut Diagnostics) {
    text::cut_notes(&mut article.body, diagnostics);
    // Where nothing else names those who wrote it, their byline does.
    let is_author = |person: &Contributor<'_>| person.role.is_none_or(|role| role == Role::Author);
    if !article.authors.iter().any(is_author) {
        article.authors.splice(0..0, text::authors_of(&plain_text(&article.byline)));
    }
    let is_of_others = source.json().is_some() || format.name == "html";
    if is_of_others && has_nothing(article) && diagnostics.is_empty() {
        let message = "no text was found in the document, so the article has no body";
        diagnostics.add(Code::ValueInvalid, None, message);
    }
}

/// Whether an article has only a header. A film or a picture may be all that there is to show.
fn has_nothing(article: &Article<'_>) -> bool {
    article.body.is_empty() && article.updates.is_empty() && article.lead_media.is_none()
}

#[cfg(test)]
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
