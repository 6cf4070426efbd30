//! The words that are added to an article, by language; it knows words and grammar, not where they stand.
//!
//! One file per language, one row each in `ROWS`; a missing word does not compile. Nothing is asked of the
//! machine: dates come out the same on every runtime.

mod ar;
mod bn;
mod cs;
mod da;
mod date;
mod de;
mod el;
mod en;
mod en_us;
mod es;
mod fa;
mod fi;
mod fr;
mod he;
mod hi;
mod hu;
mod id;
mod it;
mod ja;
mod ko;
mod nb;
mod nl;
mod number;
mod packed;
mod pl;
mod pt;
mod pt_pt;
mod ro;
mod ru;
mod sv;
mod sw;
mod th;
mod tr;
mod uk;
mod ur;
mod vi;
mod words;
mod zh_hans;
mod zh_hant;

pub use date::{Calendar, CivilTime};
pub use number::{Plural, PluralForm, PluralRule};
pub use words::{ListWords, Locale, WORDS};

use packed::{Row, row};

/// Every language but English. Those that resemble each other stand together, which compresses better.
const ROWS: &[Row] = &[
    row!(en_us::LOCALE),
    row!(de::LOCALE),
    row!(nl::LOCALE),
    row!(da::LOCALE),
    row!(nb::LOCALE),
    row!(sv::LOCALE),
    row!(fi::LOCALE),
    row!(hu::LOCALE),
    row!(cs::LOCALE),
    row!(pl::LOCALE),
    row!(ro::LOCALE),
    row!(it::LOCALE),
    row!(fr::LOCALE),
    row!(es::LOCALE),
    row!(pt::LOCALE),
    row!(pt_pt::LOCALE),
    row!(tr::LOCALE),
    row!(id::LOCALE),
    row!(sw::LOCALE),
    row!(vi::LOCALE),
    row!(el::LOCALE),
    row!(ru::LOCALE),
    row!(uk::LOCALE),
    row!(ar::LOCALE),
    row!(fa::LOCALE),
    row!(ur::LOCALE),
    row!(he::LOCALE),
    row!(hi::LOCALE),
    row!(bn::LOCALE),
    row!(th::LOCALE),
    row!(ja::LOCALE),
    row!(zh_hans::LOCALE),
    row!(zh_hant::LOCALE),
    row!(ko::LOCALE),
];

/// Returns English, which stands in for the languages that are not here and is not packed: most articles need it.
#[must_use]
pub fn english() -> Locale<'static> {
    en::LOCALE
}

/// Returns every language.
pub fn locales() -> impl Iterator<Item = Locale<'static>> {
    std::iter::once(english()).chain(ROWS.iter().map(Row::locale))
}

/// Names that a language, or one of its kinds, goes by as well: its subtag, what else the tag says, and our row.
///
/// The old subtags are those of the registry (BCP 47, section 3.1.6); Portuguese outside of Brazil and Chinese by
/// region follow CLDR 47 ("Parent Locales" and "Likely Subtags").
const ALIASES: &[(&str, &str, &str)] = &[
    ("en", "US", "en-US"),
    ("in", "", "id"),
    ("iw", "", "he"),
    ("nn", "", "nb"),
    ("no", "", "nb"),
    ("pt", "PT", "pt-PT"),
    ("pt", "AO", "pt-PT"),
    ("pt", "CV", "pt-PT"),
    ("pt", "GW", "pt-PT"),
    ("pt", "MZ", "pt-PT"),
    ("pt", "ST", "pt-PT"),
    ("pt", "TL", "pt-PT"),
    ("zh", "Hans", "zh-Hans"),
    ("zh", "Hant", "zh-Hant"),
    ("zh", "HK", "zh-Hant"),
    ("zh", "MO", "zh-Hant"),
    ("zh", "TW", "zh-Hant"),
    ("zh", "", "zh-Hans"),
];

/// Returns the words for a language tag (BCP 47), in any case, if the language is here.
///
/// ```
/// use newsprint::locale::find;
/// assert_eq!(find("de-AT").unwrap().notes, "Fußnoten");
/// assert_eq!(find("zh-TW").unwrap().tag, "zh-Hant");
/// assert!(find("tlh").is_none());
/// ```
#[must_use]
pub fn find(tag: &str) -> Option<Locale<'static>> {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    // What follows a singleton is an extension, and names no script or region (BCP 47, section 2.2.6).
    let details: Vec<&str> = subtags.take_while(|subtag| subtag.len() > 1).collect();
    let is_named = |detail: &str| detail.is_empty() || details.iter().any(|subtag| subtag.eq_ignore_ascii_case(detail));
    let row = ALIASES
        .iter()
        .find(|(name, detail, _)| name.eq_ignore_ascii_case(language) && is_named(detail))
        .map_or(language, |(_, _, row)| row);
    if row.eq_ignore_ascii_case(en::LOCALE.tag) {
        return Some(english());
    }
    ROWS.iter().find(|locale| locale.tag.eq_ignore_ascii_case(row)).map(Row::locale)
}

/// Returns a phrase with `value` put in for its `{}`.
#[must_use]
pub fn fill(phrase: &str, value: &str) -> String {
    filled(phrase, &|_, out| out.push_str(value))
}

/// Returns a phrase with its names in braces replaced by their values.
///
/// ```
/// use newsprint::locale::fill_named;
/// assert_eq!(fill_named("Part {part} of {total}", &[("part", "2"), ("total", "5")]), "Part 2 of 5");
/// ```
#[must_use]
pub fn fill_named(phrase: &str, values: &[(&str, &str)]) -> String {
    filled(phrase, &|wanted, out| {
        out.extend(values.iter().filter(|(name, _)| *name == wanted).map(|(_, value)| *value));
    })
}

/// A phrase with its names in braces replaced by what `value` writes for them.
fn filled(phrase: &str, value: &dyn Fn(&str, &mut String)) -> String {
    let mut out = String::with_capacity(phrase.len() + 16);
    let mut rest = phrase;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        out.push_str(before);
        value(name, &mut out);
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests;
