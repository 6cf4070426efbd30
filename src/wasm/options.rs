//! Options on the way in, as JavaScript spells them; it knows values and keys, not what the options do.
//!
//! They are looked at one by one: derived decoding brings the printing of floating-point numbers with it, for messages
//! that nobody needs, and weighs ten times as much.

use js_sys::{Array, JSON, Object};
use wasm_bindgen::{JsCast, JsValue};

use super::types::{failure, wrong};
use crate::model::{Language, Url};
use crate::read::{References, Sanity};
use crate::view::{Contents, Header, Level, Prefix, UpdateThreshold, word};
use crate::{Options, read};

/// Returns the options that an object stands for; `undefined` stands for the defaults, as a whole and one by one.
///
/// # Errors
///
/// The options are no object, or one of them does not exist or has a value that it cannot have.
pub(super) fn options(given: JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if given.is_undefined() {
        return Ok(options);
    }
    for (name, value) in entries("the options", &given)? {
        set(&mut options, &name, &value)?;
    }
    Ok(options)
}

fn set(options: &mut Options, name: &str, value: &JsValue) -> Result<(), JsValue> {
    let view = &mut options.view;
    match name {
        _ if value.is_undefined() || value.is_null() => {}
        "from" => options.from = Some(read::format(&string(name, value)?).map_err(|error| failure(&error))?),
        "headingLevel" => {
            let number = whole(name, value)?;
            let level = u8::try_from(number).ok().and_then(Level::new);
            view.heading_level = level.ok_or_else(|| {
                unusable(&["`headingLevel` is `", &number.to_string(), "`, not a whole number from 1 to 6"])
            })?;
        }
        "language" => {
            let tag = string(name, value)?;
            let language = Language::parse(tag.clone())
                .ok_or_else(|| unusable(&["`language` is `", &tag, "`, not a language tag such as `en` or `pt-BR`"]))?;
            options.language = Some(language);
        }
        "base" => {
            let address = string(name, value)?;
            let base = Url::parse(address.clone()).ok().filter(|url| url.host().is_some());
            let unusable = || unusable(&["`base` is `", &address, "`, not an address that begins with a scheme"]);
            options.context.base = Some(base.ok_or_else(unusable)?);
        }
        "sanity" => options.context.sanity = Some(sanity(value)?),
        "references" => {
            let json = value.as_string().or_else(|| JSON::stringify(value).ok()?.as_string()).unwrap_or_default();
            let references = References::parse(json);
            options.context.references =
                Some(references.map_err(|error| unusable(&["`references` are not JSON: ", &error.to_string()]))?);
        }
        "idPrefix" => {
            let prefix = string(name, value)?;
            view.id_prefix = Prefix::new(&prefix).ok_or_else(|| {
                unusable(&["`idPrefix` is `", &prefix, "`, not 1 to 32 ASCII letters, digits, `-` and `_`"])
            })?;
        }
        "header" => {
            view.header = Header::parse(strings(name, value)?.iter().map(String::as_str))
                .map_err(|part| unusable(&["`header` names `", part, "`, which is no part of the header"]))?;
        }
        "contents" => match value.as_bool() {
            Some(true) => view.contents = Contents::Shown,
            Some(false) => {}
            None => return Err(unusable(&["`contents` is not `true` or `false`"])),
        },
        "updateThreshold" => view.update_threshold = UpdateThreshold(whole(name, value)?),
        "ownCredits" => view.own_credits = strings(name, value)?,
        "words" => view.words = words(value)?,
        _ => return Err(unusable(&["there is no option `", name, "`"])),
    }
    Ok(())
}

fn sanity(given: &JsValue) -> Result<Sanity, JsValue> {
    let (mut project, mut dataset) = (String::new(), String::new());
    for (name, value) in entries("`sanity`", given)? {
        match name.as_str() {
            "projectId" => project = string(&name, &value)?,
            "dataset" => dataset = string(&name, &value)?,
            _ => return Err(unusable(&["`sanity` has no `", &name, "`"])),
        }
    }
    Sanity::new(&project, &dataset).ok_or_else(|| unusable(&["`sanity` names no project with a dataset"]))
}

fn words(given: &JsValue) -> Result<Vec<(String, String)>, JsValue> {
    let mut words = Vec::new();
    for (name, value) in entries("`words`", given)? {
        let text = string(&name, &value)?;
        words.push(word(&name, &text).map_err(|error| unusable(&["`words` cannot be used: ", &error.to_string()]))?);
    }
    Ok(words)
}

/// The keys and values of an object.
fn entries(what: &str, value: &JsValue) -> Result<Vec<(String, JsValue)>, JsValue> {
    if !value.is_object() {
        return Err(unusable(&[what, " are not an object"]));
    }
    let entry = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        (entry.get(0).as_string().unwrap_or_default(), entry.get(1))
    };
    Ok(Object::entries(value.unchecked_ref()).iter().map(entry).collect())
}

fn string(name: &str, value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| unusable(&["`", name, "` is not a string"]))
}

fn strings(name: &str, value: &JsValue) -> Result<Vec<String>, JsValue> {
    if !Array::is_array(value) {
        return Err(unusable(&["`", name, "` is not an array"]));
    }
    value.unchecked_ref::<Array>().iter().map(|item| string(name, &item)).collect()
}

/// A whole number, 0 or more.
fn whole(name: &str, value: &JsValue) -> Result<u32, JsValue> {
    let number = value.as_f64().unwrap_or(-1.0);
    // What the conversion changes is no such number.
    let whole = number as u32;
    if f64::from(whole) == number { Ok(whole) } else { Err(unusable(&["`", name, "` is not a whole number"])) }
}

fn unusable(parts: &[&str]) -> JsValue {
    wrong("options", &parts.concat())
}
