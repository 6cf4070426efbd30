//! What crosses the edge as objects: options on the way in, results and errors on the way out.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

use crate::model::Language;
use crate::read::{self, Error};
use crate::view::{self, Contents, Header, Level, Prefix, UpdateThreshold};
use crate::{Finding, Options, Reading};

/// The options as JavaScript spells them.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
struct Given {
    from: Option<String>,
    heading_level: Option<u8>,
    language: Option<String>,
    id_prefix: Option<String>,
    header: Option<Vec<String>>,
    contents: Option<bool>,
    update_threshold: Option<u32>,
    own_credits: Option<Vec<String>>,
    words: Option<BTreeMap<String, String>>,
}

/// Options read as a map: of a struct, serde-wasm-bindgen asks only for the keys that it knows.
struct Entries(Given);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor).map(Self)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Given;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Given, M::Error> {
        Given::deserialize(MapAccessDeserializer::new(map))
    }
}

/// Returns the options that an object stands for; `undefined` stands for the defaults.
///
/// # Errors
///
/// The options are no object, or one of them does not exist or has a value that it cannot have.
pub(super) fn options(given: JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if given.is_undefined() {
        return Ok(options);
    }
    if !given.is_object() {
        return Err(wrong("options", "the options are not an object"));
    }
    let Entries(given) = serde_wasm_bindgen::from_value(given).map_err(unreadable)?;
    if let Some(name) = given.from {
        options.from = Some(read::format(&name).map_err(|error| failure(&error))?);
    }
    if let Some(number) = given.heading_level {
        options.view.heading_level = Level::new(number).ok_or_else(|| {
            wrong("options", &format!("`headingLevel` is `{number}`, not a whole number from 1 to 6"))
        })?;
    }
    if let Some(tag) = given.language {
        let unknown = wrong("options", &format!("`language` is `{tag}`, not a language tag such as `en` or `pt-BR`"));
        options.language = Some(Language::parse(tag).ok_or(unknown)?);
    }
    if let Some(name) = given.id_prefix {
        options.view.id_prefix = Prefix::new(&name).ok_or_else(|| {
            wrong("options", &format!("`idPrefix` is `{name}`, not 1 to 32 ASCII letters, digits, `-` and `_`"))
        })?;
    }
    if let Some(names) = given.header {
        options.view.header = Header::parse(names.iter().map(String::as_str))
            .map_err(|name| wrong("options", &format!("`header` names `{name}`, which is no part of the header")))?;
    }
    if given.contents == Some(true) {
        options.view.contents = Contents::Shown;
    }
    if let Some(minutes) = given.update_threshold {
        options.view.update_threshold = UpdateThreshold(minutes);
    }
    options.view.own_credits = given.own_credits.unwrap_or_default();
    options.view.words = words(given.words.unwrap_or_default())?;
    Ok(options)
}

fn words(given: BTreeMap<String, String>) -> Result<Vec<(String, String)>, JsValue> {
    let words = given.iter().map(|(name, text)| view::word(name, text)).collect::<Result<_, _>>();
    words.map_err(|error| wrong("options", &format!("`words` cannot be used: {error}")))
}

fn unreadable(error: serde_wasm_bindgen::Error) -> JsValue {
    let error = JsValue::from(error);
    let sentence = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    wrong("options", &format!("the options cannot be used: {}", sentence.unwrap_or_default()))
}

#[derive(Serialize)]
struct Rendering {
    html: String,
    format: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    diagnostics: Vec<Diagnostic>,
}

/// Returns an article's HTML with what is known about the article.
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

#[derive(Serialize)]
struct Mounting {
    format: &'static str,
    diagnostics: Vec<Diagnostic>,
}

/// Returns what is known about an article that stands in the page.
pub(super) fn mounting(reading: Reading<'_>) -> Result<JsValue, JsValue> {
    encode(&Mounting { format: reading.format.name, diagnostics: all(reading) })
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
struct Failure<'a> {
    code: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

/// Returns why bytes are not an article.
pub(super) fn failure(error: &Error) -> JsValue {
    let place = match error {
        Error::Json { line, column, .. } => Some((*line, *column)),
        Error::Empty | Error::TooLong | Error::NotUtf8 { .. } | Error::Unrecognised | Error::UnknownFormat { .. } => {
            None
        }
    };
    thrown(&Failure {
        code: error.code(),
        message: &error.to_string(),
        line: place.map(|(line, _)| line),
        column: place.map(|(_, column)| column),
    })
}

/// Returns what is wrong with a call.
pub(super) fn wrong(code: &str, message: &str) -> JsValue {
    thrown(&Failure { code, message, line: None, column: None })
}

fn thrown(failure: &Failure<'_>) -> JsValue {
    encode(failure).unwrap_or_else(|error| error)
}

fn encode(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::new()).map_err(JsValue::from)
}
