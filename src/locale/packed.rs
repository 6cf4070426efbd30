//! The texts of a language as one string; it knows no language but English, which every module has.
//!
//! A text of its own costs eight bytes for its place and length, which hardly compress: a fourth of what all languages
//! weigh. The files of the languages are therefore read by the compiler alone, which writes the texts of each one after
//! the other.

use super::{Calendar, Locale, Plural, PluralRule};

/// What stands after each text, and in none.
pub(super) const END: u8 = b'\n';

/// A language as it is kept.
pub(super) struct Row {
    pub(super) tag: &'static str,
    /// Its texts, or none where they are added once they are needed.
    pub(super) texts: &'static str,
    pub(super) rules: Rules<'static>,
    /// What the texts were packed from.
    #[cfg(test)]
    pub(super) source: Locale<'static>,
}

/// What a language has that is not packed.
#[derive(Clone, Copy)]
pub(super) struct Rules<'a> {
    pub(super) script: &'a str,
    pub(super) zero: char,
    pub(super) rule: PluralRule,
    pub(super) calendar: Calendar,
}

/// Makes a row: a constant whose length is the language's own cannot come from a function.
macro_rules! row {
    ($locale:expr) => {{
        const LOCALE: Locale<'static> = $locale;
        const TEXTS: [u8; packed::length(&LOCALE.strings())] = packed::joined(&LOCALE.strings());
        packed::Row {
            tag: LOCALE.tag,
            texts: if packed::is_here(LOCALE.tag) { packed::text(&TEXTS) } else { "" },
            rules: LOCALE.rules(),
            #[cfg(test)]
            source: LOCALE,
        }
    }};
}
pub(super) use row;

/// Whether the texts of a language are in this module.
pub(super) const fn is_here(tag: &str) -> bool {
    cfg!(feature = "languages") || matches!(tag.as_bytes(), [b'e', b'n', ..])
}

/// Returns how many bytes texts have one after the other.
pub(super) const fn length(mut texts: &[&str]) -> usize {
    let mut length = 0;
    while let [text, rest @ ..] = texts {
        length += text.len() + 1;
        texts = rest;
    }
    length
}

/// Returns texts one after the other, in exactly as many bytes as [`length`] says.
pub(super) const fn joined<const N: usize>(mut texts: &[&str]) -> [u8; N] {
    let mut joined = [END; N];
    let mut free: &mut [u8] = &mut joined;
    while let [text, rest @ ..] = texts {
        let (place, after) = free.split_at_mut(text.len());
        place.copy_from_slice(text.as_bytes());
        (_, free) = after.split_at_mut(1);
        texts = rest;
    }
    joined
}

/// Returns packed texts as a string, which texts in a row are.
pub(super) const fn text(packed: &[u8]) -> &str {
    match str::from_utf8(packed) {
        Ok(text) => text,
        Err(_) => "",
    }
}

impl Row {
    /// Returns the language with its texts.
    pub(super) fn with(&self, texts: &'static str) -> Locale<'static> {
        Locale::of(self.tag, Strings(texts), self.rules)
    }
}

/// Packed texts, from the first that has not been taken.
pub(super) struct Strings<'a>(&'a str);

impl<'a> Strings<'a> {
    /// Takes the next text.
    #[inline(never)]
    pub(super) fn next(&mut self) -> &'a str {
        let length = memchr::memchr(END, self.0.as_bytes()).unwrap_or(self.0.len());
        let (text, rest) = self.0.split_at_checked(length).unwrap_or_default();
        self.0 = rest.get(1..).unwrap_or_default();
        text
    }

    /// Takes the next text, which may have been left out.
    pub(super) fn some_next(&mut self) -> Option<&'a str> {
        Some(self.next()).filter(|text| !text.is_empty())
    }

    /// Takes the forms of a plural.
    pub(super) fn plural(&mut self) -> Plural<'a> {
        let (zero, one, two) = (self.some_next(), self.some_next(), self.some_next());
        Plural { zero, one, two, few: self.some_next(), many: self.some_next(), other: self.next() }
    }
}

#[cfg(test)]
mod tests {
    use crate::locale::ROWS;

    #[test]
    fn what_is_packed_is_what_the_file_says() {
        for row in ROWS {
            assert_eq!(row.with(row.texts), row.source);
            assert!(row.source.strings().iter().all(|text| !text.contains('\n')), "{}", row.tag);
        }
    }
}
