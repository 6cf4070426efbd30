//! The edge to JavaScript: decodes, calls and encodes; it knows JavaScript's values and nothing of what is in an article.
//!
//! An article crosses as bytes and comes back as text or bytes; options, diagnostics and errors cross as
//! objects. An error is thrown as a plain object, which the package turns into its own class.

mod options;
mod parts;
mod types;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::model::Article;
use crate::read::readers;
use crate::{Options, Reading, html, jsonld, locale, text, view};

/// What writes an article as anything but HTML.
const WRITERS: &str = "writers";
/// What says of every part of an article which it is, for the views of hosts.
const COMPONENTS: &str = "components";

/// Where memory comes from: faster than what the compiler brings, and an article is made of many small pieces.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Returns the article as HTML, with its format, its language and its diagnostics.
///
/// # Errors
///
/// The source is no article, or the options are none; here and in every function below.
#[wasm_bindgen]
pub fn render(source: &[u8], options: JsValue) -> Result<JsValue, JsValue> {
    let (reading, options) = show_with(source, options)?;
    types::rendering(reading.html(&options.view), reading)
}

/// Returns the article as HTML.
///
/// # Errors
///
/// As for [`render`].
#[wasm_bindgen(js_name = renderToString)]
pub fn render_to_string(source: &[u8], options: JsValue) -> Result<String, JsValue> {
    let (reading, options) = show_with(source, options)?;
    Ok(reading.html(&options.view))
}

/// Returns the article as HTML in UTF-8.
///
/// # Errors
///
/// As for [`render`].
#[wasm_bindgen(js_name = renderToBytes)]
pub fn render_to_bytes(source: &[u8], options: JsValue) -> Result<Vec<u8>, JsValue> {
    render_to_string(source, options).map(String::into_bytes)
}

/// Returns the article as canonical JSON text, with its format and its diagnostics.
///
/// # Errors
///
/// As for [`render`].
#[wasm_bindgen]
pub fn read(source: &[u8], options: JsValue) -> Result<JsValue, JsValue> {
    let (reading, _) = read_with(source, options)?;
    need(WRITERS)?;
    types::reading(write_article(&reading.article), reading)
}

/// Returns what there is to say about the article.
///
/// # Errors
///
/// As for [`render`].
#[wasm_bindgen]
pub fn check(source: &[u8], options: JsValue) -> Result<JsValue, JsValue> {
    let (reading, _) = read_with(source, options)?;
    types::diagnostics(reading)
}

/// Returns the article as plain text.
///
/// # Errors
///
/// As for [`render`].
#[wasm_bindgen(js_name = toText)]
pub fn to_text(source: &[u8], options: JsValue) -> Result<String, JsValue> {
    let (reading, _) = word_with(source, options)?;
    need(WRITERS)?;
    Ok(write_text(&reading.article))
}

/// Returns the article as schema.org JSON-LD.
///
/// # Errors
///
/// As for [`render`].
#[wasm_bindgen(js_name = toJsonLd)]
pub fn to_json_ld(source: &[u8], options: JsValue) -> Result<String, JsValue> {
    let (reading, _) = read_with(source, options)?;
    need(WRITERS)?;
    Ok(write_json_ld(&reading.article))
}

/// Adds the words of a language, as `languages/TAG.js` of the package has them; they stay as long as the module runs.
///
/// # Errors
///
/// These are not the words of a language in this version.
#[wasm_bindgen(js_name = addLanguage)]
pub fn add_language(texts: &[u8]) -> Result<(), JsValue> {
    let added = std::str::from_utf8(texts).ok().and_then(locale::add);
    added.map(drop).ok_or_else(|| types::wrong("language", "these are not the words of a language in this version"))
}

/// Says that the reader of a format is here from now on; the package has put it into the memory and the table.
#[wasm_bindgen(js_name = addReader)]
pub fn add_reader(name: &str) {
    readers::add(name);
}

/// Returns the words of every language that this module has packed, English as in the United States among them, as
/// [`add_language`] takes them.
#[wasm_bindgen]
pub fn languages() -> Vec<String> {
    locale::locales().filter_map(|locale| locale::texts(locale.tag)).collect()
}

/// Returns the formats that are read: the name and what it is, in the order in which a source is held against them.
///
/// # Errors
///
/// None is known.
#[wasm_bindgen]
pub fn formats() -> Result<JsValue, JsValue> {
    types::formats()
}

/// Returns the article as the steps that build its nodes, with its format, its language and its diagnostics.
///
/// # Errors
///
/// As for [`render`].
#[wasm_bindgen(js_name = toSteps)]
pub fn to_steps(source: &[u8], options: JsValue) -> Result<JsValue, JsValue> {
    let (reading, options) = show_with(source, options)?;
    steps_for(reading, &options, &view::BuiltIn)
}

/// Returns what [`to_steps`] does, with every part saying which it is in `data-part`.
///
/// # Errors
///
/// As for [`render`].
#[wasm_bindgen(js_name = toParts)]
pub fn to_parts(source: &[u8], options: JsValue) -> Result<JsValue, JsValue> {
    let (reading, options) = show_with(source, options)?;
    need(COMPONENTS)?;
    parts_for(reading, &options)
}

#[inline(never)]
fn parts_for(reading: Reading<'_>, options: &Options) -> Result<JsValue, JsValue> {
    steps_for(reading, options, &parts::Named)
}

fn steps_for(reading: Reading<'_>, options: &Options, host: &dyn view::Host) -> Result<JsValue, JsValue> {
    let mut steps = String::with_capacity(reading.source.text().len() * 2);
    html::write_steps(&view::view_with(&reading.article, &options.view, host), &mut steps);
    types::rendering(steps, reading)
}

/// Reads an article that is shown. Few have what a page has to fetch for it.
fn show_with(source: &[u8], options: JsValue) -> Result<(Reading<'_>, Options), JsValue> {
    let (reading, options) = word_with(source, options)?;
    if view::has_rare(&reading.article) {
        need(readers::RARE)?;
    }
    Ok((reading, options))
}

/// Reads an article that is written with words of its language. The package has files with those that are not here.
fn word_with(source: &[u8], options: JsValue) -> Result<(Reading<'_>, Options), JsValue> {
    let (reading, options) = read_with(source, options)?;
    let language = reading.article.language.as_ref();
    match language.and_then(|language| locale::unread(language.as_str())) {
        Some(tag) => Err(types::language_unread(tag)),
        None => Ok((reading, options)),
    }
}

fn read_with(source: &[u8], options: JsValue) -> Result<(Reading<'_>, Options), JsValue> {
    let options = options::options(options)?;
    let reading = crate::read(source, &options);
    // The package has what reads it, and has to be told before anything is shown.
    if let Some(reader) = readers::missing() {
        return Err(types::format_unread(reader));
    }
    Ok((reading.map_err(|error| types::failure(&error))?, options))
}

/// Most pages show articles, and do not fetch what does anything else with them.
fn need(part: &'static str) -> Result<(), JsValue> {
    if readers::is_here(part) { Ok(()) } else { Err(types::format_unread(part)) }
}

#[inline(never)]
fn write_article(article: &Article<'_>) -> String {
    crate::canonical::write(article)
}

#[inline(never)]
fn write_text(article: &Article<'_>) -> String {
    text::write(article)
}

#[inline(never)]
fn write_json_ld(article: &Article<'_>) -> String {
    jsonld::write(article)
}
