//! What crosses the edge as objects on the way out: results and errors; it knows their keys, not how they come about.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::read::{Error, FORMATS};
use crate::{Finding, Reading};

#[derive(Serialize)]
struct Rendering {
    html: String,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    diagnostics: Vec<Diagnostic>,
}

/// Returns an article's HTML, or the steps that build it, with what is known about the article.
pub(super) fn rendering(html: String, reading: Reading<'_>) -> Result<JsValue, JsValue> {
    let language = reading.article.language.as_ref().map(|language| language.as_str().to_owned());
    encode(&Rendering { html, format: reading.format.name, language, diagnostics: all(reading) })
}

#[derive(Serialize)]
struct CanonicalReading {
    article: String,
    format: &'static str,
    diagnostics: Vec<Diagnostic>,
}

/// Returns an article's canonical JSON with what is known about the article.
pub(super) fn reading(article: String, reading: Reading<'_>) -> Result<JsValue, JsValue> {
    encode(&CanonicalReading { article, format: reading.format.name, diagnostics: all(reading) })
}

/// Returns what there is to say about an article.
pub(super) fn diagnostics(reading: Reading<'_>) -> Result<JsValue, JsValue> {
    encode(&all(reading))
}

#[derive(Serialize)]
struct Diagnostic {
    code: &'static str,
    severity: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<usize>,
}

impl From<Finding> for Diagnostic {
    fn from(Finding { diagnostic, place }: Finding) -> Self {
        Self {
            code: diagnostic.code.as_str(),
            severity: diagnostic.severity().as_str(),
            message: diagnostic.message,
            line: place.as_ref().map(|place| place.line),
            column: place.as_ref().map(|place| place.column),
            offset: place.as_ref().map(|place| place.offset),
            pointer: place.and_then(|place| place.pointer),
        }
    }
}

fn all(reading: Reading<'_>) -> Vec<Diagnostic> {
    reading.findings().into_iter().map(Diagnostic::from).collect()
}

#[derive(Serialize)]
struct Format {
    name: &'static str,
    about: &'static str,
}

/// Returns the formats.
pub(super) fn formats() -> Result<JsValue, JsValue> {
    let row = |format: &crate::read::Format| Format { name: format.name, about: format.about };
    encode(&FORMATS.iter().map(row).collect::<Vec<_>>())
}

#[derive(Serialize)]
struct Failure<'a> {
    code: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reader: Option<&'a str>,
}

impl<'a> Failure<'a> {
    fn new(code: &'a str, message: &'a str) -> Self {
        Self { code, message, line: None, column: None, language: None, reader: None }
    }
}

/// Returns why bytes are not an article.
pub(super) fn failure(error: &Error) -> JsValue {
    let message = error.to_string();
    let failure = Failure::new(error.code(), &message);
    thrown(&match error {
        Error::Json { line, column, .. } => Failure { line: Some(*line), column: Some(*column), ..failure },
        Error::Empty
        | Error::TooLong { .. }
        | Error::NotUtf8 { .. }
        | Error::Unrecognised { .. }
        | Error::Xml
        | Error::UnknownFormat { .. } => failure,
    })
}

/// Returns what is wrong with a call.
pub(super) fn wrong(code: &str, message: &str) -> JsValue {
    thrown(&Failure::new(code, message))
}

/// Returns that a part of the module has to be added first.
pub(super) fn format_unread(reader: &str) -> JsValue {
    let message =
        ["the part `", reader, "` of the module is not here yet; `withModule` fetches it, `addReader` adds it"]
            .concat();
    thrown(&Failure { reader: Some(reader), ..Failure::new("format-unread", &message) })
}

/// Returns that the words of a language have to be added first.
pub(super) fn language_unread(tag: &str) -> JsValue {
    let message =
        ["the words of `", tag, "` are not here yet; `withModule` fetches them, `addLanguage` adds them"].concat();
    thrown(&Failure { language: Some(tag), ..Failure::new("language-unread", &message) })
}

fn thrown(failure: &Failure<'_>) -> JsValue {
    encode(failure).unwrap_or_else(|error| error)
}

fn encode(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::new()).map_err(JsValue::from)
}
