//! Finds the words for a language tag; it knows tags, not words.

use std::borrow::Cow;

use super::packed::Row;
use super::{Locale, ROWS, added, en, english};

/// Rows that a language, or one of its kinds, is found in: its subtag, what else the tag says, and the row's own tag.
///
/// The old subtags are those of the registry (BCP 47, section 3.1.6). English as in the United States, Portuguese as in
/// Portugal and Chinese by region follow CLDR 47 ("Parent Locales" and "Likely Subtags").
const KINDS: &[(&str, &[&str], &str)] = &[
    ("en", &["US", "AS", "BI", "GU", "MH", "MP", "PH", "PR", "UM", "VI"], "en-US"),
    ("in", &[], "id"),
    ("iw", &[], "he"),
    ("nn", &[], "nb"),
    ("no", &[], "nb"),
    ("pt", &["PT", "AO", "CH", "CV", "FR", "GQ", "GW", "LU", "MO", "MZ", "ST", "TL"], "pt-PT"),
    ("zh", &["Hans"], "zh-Hans"),
    ("zh", &["Hant", "HK", "MO", "TW"], "zh-Hant"),
    ("zh", &[], "zh-Hans"),
];

/// Scripts that are kinds of the one that a row names.
const SCRIPTS: &[(&str, &str)] = &[("Aran", "Arab"), ("Hang", "Kore")];

/// Returns the words for a language tag (BCP 47), in any case, if the language is here in the script of the tag.
///
/// ```
/// use newsprint::locale::find;
/// assert_eq!(find("de-AT").unwrap().notes, "Fußnoten");
/// assert_eq!(find("zh-TW").unwrap().tag, "zh-Hant");
/// assert!(find("tlh").is_none() && find("ru-Latn").is_none());
/// ```
#[must_use]
pub fn find(tag: &str) -> Option<Cow<'static, Locale<'static>>> {
    match language(tag)? {
        Language::English => Some(Cow::Borrowed(english())),
        Language::Other(row) => added::locale(row).map(Cow::Owned),
    }
}

/// Returns the tag of the language whose words [`find`] does not have yet and [`add`](super::add) takes.
///
/// ```
/// use newsprint::locale::unread;
/// assert!(unread("en-GB").is_none() && unread("tlh").is_none());
/// ```
#[must_use]
pub fn unread(tag: &str) -> Option<&'static str> {
    match language(tag)? {
        Language::English => None,
        Language::Other(row) => added::locale(row).is_none().then_some(row.tag),
    }
}

/// A language that is here, whether its words are or not.
enum Language {
    English,
    Other(&'static Row),
}

fn language(tag: &str) -> Option<Language> {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    // What follows a singleton is an extension, and names no script or region (BCP 47, section 2.2.6).
    let details: Vec<&str> = subtags.take_while(|subtag| subtag.len() > 1).collect();
    let is_said = |detail: &&str| details.iter().any(|subtag| is(subtag, detail));
    let row = KINDS
        .iter()
        .find(|(name, any, _)| is(name, language) && (any.is_empty() || any.iter().any(is_said)))
        .map_or(language, |(_, _, row)| row);
    let is_written = |own: &str| script(&details).is_none_or(|script| is(script, own));
    if is(row, en::LOCALE.tag) {
        return is_written(en::LOCALE.script).then_some(Language::English);
    }
    let row = ROWS.iter().find(|locale| is(locale.tag, row))?;
    is_written(row.rules.script).then_some(Language::Other(row))
}

/// Whether two subtags are one, in whatever case.
#[inline(never)]
fn is(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// The script that a tag names: no other subtag has four letters.
fn script<'a>(details: &[&'a str]) -> Option<&'a str> {
    let is_script = |subtag: &&&str| subtag.len() == 4 && subtag.bytes().all(|byte| byte.is_ascii_alphabetic());
    let said = details.iter().find(is_script)?;
    let kind = SCRIPTS.iter().find(|(kind, _)| is(kind, said));
    Some(kind.map_or(said, |(_, script)| script))
}

#[cfg(test)]
mod tests {
    use crate::locale::{find, locales};

    #[test]
    fn a_language_by_its_tag() {
        let check =
            |tag: &str, expected: Option<&str>| assert_eq!(find(tag).map(|locale| locale.tag), expected, "{tag}");
        for (tag, expected) in [
            ("de", "de"),
            ("de-AT", "de"),
            ("DE-ch-1996", "de"),
            ("en", "en"),
            ("en-GB", "en"),
            ("en-US", "en-US"),
            ("EN-us", "en-US"),
            ("en-Latn-US", "en-US"),
            ("en-GB-u-rg-uszzzz", "en"),
            ("en-x-us", "en"),
            ("iw", "he"),
            ("in", "id"),
            ("nb", "nb"),
            ("nn", "nb"),
            ("no-NO", "nb"),
            ("pt", "pt"),
            ("pt-BR", "pt"),
            ("pt-PT", "pt-PT"),
            ("pt-mz", "pt-PT"),
            ("zh", "zh-Hans"),
            ("zh-CN", "zh-Hans"),
            ("zh-SG", "zh-Hans"),
            ("zh-hant", "zh-Hant"),
            ("zh-TW", "zh-Hant"),
            ("zh-HK", "zh-Hant"),
            ("zh-mo", "zh-Hant"),
            ("zh-Hant-HK", "zh-Hant"),
            ("zh-Hans-HK", "zh-Hans"),
            ("en-PH", "en-US"),
            ("en-CA", "en"),
            ("pt-LU", "pt-PT"),
            ("ur-Aran-PK", "ur"),
            ("ko-Hang", "ko"),
            ("zh-cmn-Hant", "zh-Hant"),
        ] {
            check(tag, Some(expected));
        }
        for tag in ["", "-", "-de", "tlh", "deu", "d", "e", "und", "x-de", "en_US", "ru-Latn", "hi-latn-IN", "zh-Latn"]
        {
            check(tag, None);
        }
    }

    #[test]
    fn every_language_is_found_by_its_own_tag_and_script() {
        for locale in locales() {
            assert_eq!(find(locale.tag).as_deref(), Some(&locale));
            let language = locale.tag.split('-').next().unwrap();
            assert!(find(&format!("{language}-{}", locale.script)).is_some(), "{}", locale.tag);
            assert_eq!(find(&format!("{language}-Egyp")), None, "{}", locale.tag);
        }
    }
}
