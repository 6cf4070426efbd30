//! Finds the fields of an item in the three ways that generations of ninjs write them; it knows how names are spelt, not
//! what stands in them.

use std::borrow::Cow;

use crate::json::{Kind, Value};

use super::super::{markup, words};

/// One of the texts that an item has under a name, such as its headlines.
pub(super) struct Words<'d, 'a> {
    /// What it is for, in lower case: the second half of its key, or its role.
    pub(super) role: String,
    /// Its MIME type, where it says one.
    pub(super) media_type: Cow<'a, str>,
    pub(super) value: Value<'d, 'a>,
}

impl<'d, 'a> Words<'d, 'a> {
    /// Words that have only one place, and so no role.
    pub(super) fn of(value: Value<'d, 'a>) -> Self {
        Self { role: String::new(), media_type: Cow::Borrowed(""), value }
    }

    /// Whether its role or its type says that.
    pub(super) fn says(&self, part: &str) -> bool {
        self.role.contains(part) || self.media_type.contains(part)
    }

    /// Whether it is HTML: it says so, or it does not say and looks like it.
    pub(super) fn is_html(&self) -> bool {
        if self.says("html") || self.says("xml") || self.says("nitf") {
            return true;
        }
        if self.media_type.contains("plain") || self.role == "text" {
            return false;
        }
        markup::is_html(&self.value.as_str().unwrap_or_default())
    }
}

/// The value of a key that is spelt `versioncreated`, `versionCreated`, `version_created` or in any other case.
#[inline(never)]
pub(super) fn field<'d, 'a>(item: Value<'d, 'a>, name: &str) -> Option<Value<'d, 'a>> {
    let is_named = |key: Value<'_, '_>| key.as_str().is_some_and(|key| is_spelling(&key, name));
    let mut found = item.members().filter(|(key, value)| value.kind() != Kind::Null && is_named(*key));
    found.next().map(|(_, value)| value)
}

fn is_spelling(key: &str, name: &str) -> bool {
    let [key, name] = [key, name].map(|text| text.bytes().filter(|byte| *byte != b'_'));
    key.map(|byte| byte.to_ascii_lowercase()).eq(name)
}

/// The first of the fields that is a string with something in it.
#[inline(never)]
pub(super) fn first<'d, 'a>(item: Value<'d, 'a>, names: &[&str]) -> Option<Value<'d, 'a>> {
    names.iter().find_map(|name| field(item, name).filter(|value| says_something(*value)))
}

fn says_something(value: Value<'_, '_>) -> bool {
    value.is_string() && !value.raw_str().trim().is_empty()
}

/// The texts of a name: `headline`, `headline_main` and its like, and the items of `headlines`.
#[inline(never)]
pub(super) fn texts<'d, 'a>(item: Value<'d, 'a>, name: &str) -> Vec<Words<'d, 'a>> {
    // `body` becomes `bodies`.
    let (stem, ending, plural) = match name.strip_suffix('y') {
        Some(stem) => (stem, "y", "ies"),
        None => (name, "", "s"),
    };
    let mut found = Vec::new();
    for (key, value) in item.members() {
        let key = key.as_str().unwrap_or_default().to_ascii_lowercase();
        let Some(rest) = key.strip_prefix(stem) else { continue };
        if let Some(role) = rest.strip_prefix(ending) {
            let role = role.strip_prefix('_').or_else(|| words::has(UNPARTED, role).then_some(role));
            if key == name || role.is_some_and(|role| !role.is_empty()) {
                found.push(Words { role: role.unwrap_or_default().to_owned(), media_type: Cow::Borrowed(""), value });
            }
        }
        if rest == plural {
            found.extend(value.items().filter_map(listed));
        }
    }
    found.retain(|words| says_something(words.value));
    found
}

/// What may follow a name without anything between, as Reuters has it.
const UNPARTED: &str = "xhtml|xhtmlrich";

fn listed<'d, 'a>(item: Value<'d, 'a>) -> Option<Words<'d, 'a>> {
    if item.is_string() {
        return Some(Words::of(item));
    }
    let role = field(item, "role").and_then(Value::as_str).unwrap_or_default().to_ascii_lowercase();
    let media_type = field(item, "contenttype").and_then(Value::as_str).unwrap_or_default();
    Some(Words { role, media_type, value: field(item, "value")? })
}

/// What an item has under names of its own: the members of an object, or the items of an array with a `name`.
#[inline(never)]
pub(super) fn named<'d, 'a>(value: Value<'d, 'a>) -> Vec<(Cow<'a, str>, Value<'d, 'a>)> {
    let members = value.members().map(|(key, member)| (key.as_str().unwrap_or_default(), member));
    let items = value.items().map(|item| (field(item, "name").and_then(Value::as_str).unwrap_or_default(), item));
    members.chain(items).filter(|(_, item)| item.kind() == Kind::Object).collect()
}
