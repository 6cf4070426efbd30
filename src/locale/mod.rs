//! The words that are added to an article, by language; it knows words and grammar, not where they stand.
//!
//! One file per language, one row each in `ROWS`; a missing word does not compile. Nothing is asked of the
//! machine: dates come out the same on every runtime.

mod added;
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
mod find;
mod fr;
mod he;
mod hi;
mod hu;
mod id;
mod it;
mod ja;
mod ko;
mod list;
mod months;
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

pub use added::{add, texts};
pub use date::{Calendar, CivilTime};
pub use find::{find, unread};
pub use list::ListWords;
pub use number::{Plural, PluralForm, PluralRule};
pub use words::{Locale, WORDS, WordError};

use months::months;
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
pub fn english() -> &'static Locale<'static> {
    static ENGLISH: Locale<'static> = en::LOCALE;
    &ENGLISH
}

/// Returns every language whose words are here.
pub fn locales() -> impl Iterator<Item = Locale<'static>> {
    std::iter::once(*english()).chain(ROWS.iter().filter_map(added::locale))
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
    add_filled(phrase, &mut out, value);
    out
}

/// Adds what [`filled`] returns.
fn add_filled(phrase: &str, out: &mut String, value: &dyn Fn(&str, &mut String)) {
    let mut rest = phrase;
    while let Some((before, after)) = cut(rest, b'{')
        && let Some((name, after)) = cut(after, b'}')
    {
        out.push_str(before);
        value(name, out);
        rest = after;
    }
    out.push_str(rest);
}

/// What stands before a character of ASCII and after it: phrases are short, and a search takes long to begin.
fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let place = text.bytes().position(|byte| byte == at)?;
    Some((text.get(..place)?, text.get(place + 1..)?))
}

#[cfg(test)]
mod tests;
