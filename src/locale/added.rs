//! Languages whose words come after the module; it knows how they are written down, not what they say.

use std::sync::{Mutex, PoisonError};

use super::packed::{END, Row};
use super::words::STRINGS;
use super::{Locale, ROWS};

/// The tags and texts that were added.
static ADDED: Mutex<Vec<(&str, &str)>> = Mutex::new(Vec::new());

/// Returns the texts of a language as [`add`] takes them: its tag, and the texts in their order, one in a line.
///
/// ```
/// use newsprint::locale::texts;
/// assert!(texts("de").unwrap().starts_with("de\n"));
/// ```
#[must_use]
pub fn texts(tag: &str) -> Option<String> {
    let row = ROWS.iter().find(|row| row.tag == tag && !row.texts.is_empty())?;
    Some([row.tag, "\n", row.texts].concat())
}

/// Adds the words of a language, for as long as the program runs. Returns its tag, or nothing where these are not the
/// words of a language in this version.
///
/// ```
/// use newsprint::locale::{add, texts};
/// assert_eq!(add(&texts("de").unwrap()), Some("de"));
/// assert_eq!(add("de\nhalf of it"), None);
/// ```
pub fn add(texts: &str) -> Option<&'static str> {
    let (tag, texts) = texts.split_once('\n')?;
    let row = ROWS.iter().find(|row| row.tag == tag)?;
    let are_all = texts.bytes().filter(|byte| *byte == END).count() == STRINGS && texts.ends_with('\n');
    if are_all && locale(row).is_none() {
        let mut added = ADDED.lock().unwrap_or_else(PoisonError::into_inner);
        added.push((row.tag, String::from(texts).leak()));
    }
    are_all.then_some(row.tag)
}

/// Returns the language of a row, if its words are here.
pub(super) fn locale(row: &Row) -> Option<Locale<'static>> {
    if !row.texts.is_empty() {
        return Some(row.with(row.texts));
    }
    let added = ADDED.lock().unwrap_or_else(PoisonError::into_inner);
    added.iter().find(|(tag, _)| *tag == row.tag).map(|(_, texts)| row.with(texts))
}
