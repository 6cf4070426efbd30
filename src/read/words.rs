//! Lists of words and the case of letters; it knows nothing of what the words mean.
//!
//! A list is one string with bars between the words: it takes half the room of a table of strings, and the code that
//! walks it is there once.

use std::borrow::Cow;
use std::cmp::Ordering;

use crate::model::{self, is_letter_or_digit};

pub(super) use crate::model::lower;

/// Returns a text in lower case.
pub(super) fn lowered(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// Returns whether a letter is a capital.
pub(super) fn is_capital(c: char) -> bool {
    lower(c) != c
}

/// Returns whether a letter is a small one of an alphabet that has capitals.
pub(super) fn is_small(c: char) -> bool {
    match c {
        'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' | 'ά'..='ώ' | 'а'..='џ' => true,
        '\u{100}'..='\u{17f}' => !is_capital(c),
        _ => false,
    }
}

/// Returns whether a text has a letter or a digit.
#[inline(never)]
pub(super) fn has_letters(text: &str) -> bool {
    text.contains(is_letter_or_digit)
}

/// Returns the letters and digits of a text, in lower case.
pub(super) fn letters(text: &str) -> String {
    model::letters(text).collect()
}

/// Returns the first word of a list that passes.
pub(super) fn find<'w>(list: &'w str, passes: &mut dyn FnMut(&str) -> bool) -> Option<&'w str> {
    let mut rest = list;
    loop {
        let end = memchr::memchr(b'|', rest.as_bytes()).unwrap_or(rest.len());
        let word = rest.get(..end)?;
        if passes(word) {
            return Some(word);
        }
        rest = rest.get(end + 1..)?;
    }
}

/// Returns what is found for the first word of a list for which there is something.
pub(super) fn found<T>(list: &str, look: &mut dyn FnMut(&str) -> Option<T>) -> Option<T> {
    let mut found = None;
    find(list, &mut |word| {
        found = look(word);
        found.is_some()
    });
    found
}

/// Returns whether a list has a word, in this spelling.
pub(super) fn has(list: &str, word: &str) -> bool {
    find_beginning(list, word.bytes().next(), &mut |listed| listed == word).is_some()
}

/// Returns the first of some things whose list of words has a word, in this spelling.
pub(super) fn meaning<T: Copy>(things: &[(T, &str)], word: &str) -> Option<T> {
    things.iter().find(|(_, list)| list.len() >= word.len() && has(list, word)).map(|(thing, _)| *thing)
}

/// Many things, each with the list of the words for it.
pub(super) struct Meanings<T: 'static, const N: usize> {
    things: [(T, &'static str); N],
    /// The signs of the words of each list, so that the lists that lack a word are not looked through.
    signs: [u32; N],
}

impl<T: Copy, const N: usize> Meanings<T, N> {
    pub(super) const fn new(things: [(T, &'static str); N]) -> Self {
        let mut signs = [0; N];
        let mut at = 0;
        while at < N {
            #[expect(clippy::indexing_slicing, reason = "both have N, and the compiler computes it")]
            (signs[at] = signs_of(things[at].1.as_bytes()));
            at += 1;
        }
        Self { things, signs }
    }

    /// Returns the first thing whose list has a word, in this spelling.
    pub(super) fn of(&self, word: &str) -> Option<T> {
        let sign = sign(word.bytes().next()?, word.len());
        let mut things = self.things.iter().zip(self.signs);
        things.find(|((_, list), signs)| signs & sign != 0 && has(list, word)).map(|((thing, _), _)| *thing)
    }
}

/// One bit of 32, by the first byte of a word and by its length.
const fn sign(first: u8, len: usize) -> u32 {
    1 << ((first as usize + 5 * len) % 32)
}

/// The signs of the words of a list.
const fn signs_of(mut list: &[u8]) -> u32 {
    let (mut signs, mut first, mut len) = (0, None, 0);
    while let [byte, rest @ ..] = list {
        match first {
            None => (first, len) = (Some(*byte), 1),
            Some(_) if *byte != b'|' => len += 1,
            Some(letter) => {
                signs |= sign(letter, len);
                first = None;
            }
        }
        list = rest;
    }
    match first {
        Some(letter) => signs | sign(letter, len),
        None => signs,
    }
}

/// Returns whether a text has a word of a list in it, in this spelling, or as a part of a longer word.
#[inline(never)]
pub(super) fn is_in(list: &str, text: &str) -> bool {
    find(list, &mut |word| text.contains(word)).is_some()
}

/// Returns whether a list of ASCII words in the order of their bytes has a word. Most names are in no list, and so each
/// of them would be looked for in all of it.
pub(super) fn has_in_order(list: &str, word: &str) -> bool {
    let mut rest = list;
    loop {
        let (before, after) = rest.split_at(rest.len() / 2);
        let start = before.rfind('|').map_or(0, |bar| bar + 1);
        let end = after.find('|').map_or(rest.len(), |bar| before.len() + bar);
        let found = rest.get(start..end).unwrap_or_default();
        let next = match word.cmp(found) {
            Ordering::Equal => return !word.is_empty(),
            Ordering::Less => rest.get(..start.saturating_sub(1)),
            Ordering::Greater => rest.get(end + 1..),
        };
        match next {
            Some(next) if next.len() < rest.len() && !next.is_empty() => rest = next,
            Some(_) | None => return false,
        }
    }
}

/// Returns whether a list, which is in lower case, has a word in whatever case.
pub(super) fn has_lower(list: &str, word: &str) -> bool {
    find_beginning(list, lower_byte(word), &mut |listed| strip(word, listed) == Some("")).is_some()
}

/// Returns what follows the first word of a list that a text begins with. The list is in lower case, the text need not
/// be, and the beginning of a longer word does not count.
pub(super) fn after<'t>(text: &'t str, list: &str) -> Option<&'t str> {
    strip(text, find_beginning(list, lower_byte(text), &mut |word| strip(text, word).is_some())?)
}

/// Returns what follows the first word of a list that a text begins with, in this spelling.
pub(super) fn after_exactly<'t>(text: &'t str, list: &str) -> Option<&'t str> {
    text.strip_prefix(find_beginning(list, text.bytes().next(), &mut |word| text.starts_with(word))?)
}

/// The first word of a list that passes, of those that begin with a byte of UTF-8, which passes most of the list over.
fn find_beginning<'w>(list: &'w str, first: Option<u8>, passes: &mut dyn FnMut(&str) -> bool) -> Option<&'w str> {
    for at in memchr::memchr_iter(first?, list.as_bytes()) {
        // Most of these bytes stand inside of a word.
        let is_start = at.checked_sub(1).is_none_or(|before| list.as_bytes().get(before) == Some(&b'|'));
        let Some(rest) = list.get(at..).filter(|_| is_start) else { continue };
        let word = rest.get(..memchr::memchr(b'|', rest.as_bytes()).unwrap_or(rest.len()))?;
        if passes(word) {
            return Some(word);
        }
    }
    None
}

/// The first byte of a text in lower case.
fn lower_byte(text: &str) -> Option<u8> {
    let first = lower(text.chars().next()?);
    first.encode_utf8(&mut [0; 4]).bytes().next()
}

/// Returns what follows a word in lower case, as [`after`] does for each word of a list.
#[inline]
pub(super) fn strip<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let rest = begin(text, word)?;
    let is_letter = word.chars().next_back().is_some_and(is_letter_or_digit);
    (!is_letter || !rest.starts_with(is_letter_or_digit)).then_some(rest)
}

/// Returns what follows the letters in lower case that a text begins with, in whatever case.
#[inline]
pub(super) fn begin<'t>(text: &'t str, letters: &str) -> Option<&'t str> {
    // Those of ASCII, byte by byte: most words are told apart by them.
    let mut same = 0;
    for (found, expected) in text.bytes().zip(letters.bytes()) {
        if !found.is_ascii() || !expected.is_ascii() {
            break;
        }
        if found.to_ascii_lowercase() != expected {
            return None;
        }
        same += 1;
    }
    let mut rest = text.get(same..)?.chars();
    for expected in letters.get(same..)?.chars() {
        let found = rest.next()?;
        if found != expected && lower(found) != expected {
            return None;
        }
    }
    Some(rest.as_str())
}

/// Returns a name in small letters and without what parts words or stands before a dot: `shared.rich-text`, `richText` and
/// `rich_text` are one. Most are plain as they stand.
pub(super) fn plain_name(name: &str) -> Cow<'_, str> {
    if name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        return name.into();
    }
    let last = name.rsplit('.').next().unwrap_or(name);
    last.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Returns whether two words differ in nothing but the case of their letters.
pub(super) fn are_same(one: &str, other: &str) -> bool {
    one.chars().map(lower).eq(other.chars().map(lower))
}

/// Returns a text without the signs, each a character of a list, that it begins with.
#[inline(never)]
pub(super) fn trim_start_of<'t>(text: &'t str, signs: &str) -> &'t str {
    text.trim_start_matches(|c| signs.contains(c))
}

/// Returns a text without the signs, each a character of a list, that it ends with.
#[inline(never)]
pub(super) fn trim_end_of<'t>(text: &'t str, signs: &str) -> &'t str {
    text.trim_end_matches(|c| signs.contains(c))
}

/// Returns a text without the signs, each a character of a list, at both of its ends.
pub(super) fn trim_of<'t>(text: &'t str, signs: &str) -> &'t str {
    trim_end_of(trim_start_of(text, signs), signs)
}

/// Returns whether a text begins with one of the signs, each a character of a list.
#[inline(never)]
pub(super) fn begins_with(text: &str, signs: &str) -> bool {
    text.starts_with(|c| signs.contains(c))
}

/// Returns what follows the sign that a text begins with, if it is a character of a list.
#[inline(never)]
pub(super) fn after_sign<'t>(text: &'t str, signs: &str) -> Option<&'t str> {
    text.strip_prefix(|c| signs.contains(c))
}

/// Returns whether a text ends with one of the signs, each a character of a list.
#[inline(never)]
pub(super) fn ends_with(text: &str, signs: &str) -> bool {
    text.ends_with(|c| signs.contains(c))
}

/// Returns whether one of the signs, each a character of a list, stands in a text.
#[inline(never)]
pub(super) fn has_one_of(text: &str, signs: &str) -> bool {
    text.contains(|c| signs.contains(c))
}

/// Returns what stands in a text before the first of the signs, each a character of a list.
#[inline(never)]
pub(super) fn up_to<'t>(text: &'t str, signs: &str) -> &'t str {
    text.split(|c| signs.contains(c)).next().unwrap_or_default()
}

/// Returns whether a text has more characters than that.
#[inline(never)]
pub(super) fn is_longer(text: &str, most: usize) -> bool {
    text.chars().nth(most).is_some()
}

/// Returns whether a text is digits of ASCII and nothing else.
#[inline(never)]
pub(super) fn are_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns a text without the characters at both of its ends that pass.
#[inline(never)]
pub(super) fn trim(text: &str, passes: fn(char) -> bool) -> &str {
    trim_end(text.trim_start_matches(passes), passes)
}

/// Returns a text without the characters at its end that pass.
pub(super) fn trim_end(text: &str, passes: fn(char) -> bool) -> &str {
    text.trim_end_matches(passes)
}

/// Returns the next word of a text, between white space, and goes on to what follows it.
pub(super) fn next<'t>(text: &mut &'t str) -> Option<&'t str> {
    next_between(text, char::is_whitespace)
}

/// Returns the next piece of a text that is not empty, between the characters that pass, and goes on to what follows it.
pub(super) fn next_between<'t>(text: &mut &'t str, passes: fn(char) -> bool) -> Option<&'t str> {
    let start = text.trim_start_matches(passes);
    let end = start.find(passes).unwrap_or(start.len());
    let (piece, rest) = start.split_at_checked(end)?;
    *text = rest;
    (!piece.is_empty()).then_some(piece)
}

/// Returns how many words a text has.
pub(super) fn count(mut text: &str) -> usize {
    let mut words = 0;
    while next(&mut text).is_some() {
        words += 1;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Meanings, after, has_in_order, has_lower, is_small, lower};

    #[test]
    fn the_case_of_letters() {
        for c in "aàāńžğłέωяёÿß".chars() {
            let capital = c.to_uppercase().next().unwrap();
            assert!(is_small(c), "{c}");
            if c != 'ß' && c != 'ÿ' {
                assert_eq!(lower(capital), c);
            }
        }
        for c in "AÀĀŃŽĞŁΈΩЯЁ×÷1 ن写".chars() {
            assert!(!is_small(c), "{c}");
        }
    }

    #[test]
    fn words_in_order() {
        let list = "ad|advert|b|share|share-bar|z";
        for word in list.split('|') {
            assert!(has_in_order(list, word), "{word}");
        }
        for word in ["", "a", "adv", "advertisement", "c", "shar", "share-", "zz", "|", "ad|advert"] {
            assert!(!has_in_order(list, word), "{word}");
        }
        assert!(!has_in_order("", "a"));
    }

    #[test]
    fn what_words_mean() {
        const NUMBERS: Meanings<u8, 3> = Meanings::new([(1, "one|a"), (2, "two|both|a"), (3, "")]);
        for (word, meaning) in
            [("one", Some(1)), ("a", Some(1)), ("two", Some(2)), ("both", Some(2)), ("", None), ("on", None)]
        {
            assert_eq!(NUMBERS.of(word), meaning, "{word}");
        }
    }

    #[test]
    fn words_in_lists() {
        assert_eq!(after("Photos: a", "photo|photos"), Some(": a"));
        assert_eq!(after("Photosynthesis", "photo|photos"), None);
        assert!(has_lower("strona główna|ホーム", "STRONA GŁÓWNA"));
        assert!(!has_lower("home", ""));
    }
}
