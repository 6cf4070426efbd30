//! One shortcode in a text: its name, its attributes and where its content ends; it knows brackets and quotes, not what
//! names mean.

use std::borrow::Cow;

use super::super::super::index::Index;
use super::super::super::words;
use super::ADDRESS;

/// A shortcode.
#[derive(Debug, PartialEq)]
pub(super) struct Shortcode<'t> {
    pub(super) name: &'t str,
    pub(super) attributes: Vec<(&'t str, &'t str)>,
    /// The words that are no attributes.
    pub(super) bare: Vec<&'t str>,
    /// What stands before its end.
    pub(super) content: Option<&'t str>,
    /// How long its beginning is, from its name to the bracket that closes it.
    pub(super) len: usize,
}

impl<'t> Shortcode<'t> {
    /// Returns the value of an attribute, if it says something.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'t, str>> {
        let (_, value) = self.attributes.iter().find(|(known, value)| *known == name && !value.trim().is_empty())?;
        Some(Cow::Borrowed(value.trim()))
    }

    /// Returns the address that it is about: an attribute, a word, or all of its content.
    pub(super) fn address(&self) -> Option<Cow<'t, str>> {
        let named = self.attributes.iter().filter(|(name, _)| words::has(ADDRESS, name));
        let words = self.bare.iter().copied().chain(self.content);
        named
            .map(|(_, value)| *value)
            .find_map(|word| address(word).or_else(|| other_address(word)))
            .or_else(|| words.into_iter().find_map(address))
    }
}

/// An address, as builders of pages write it: with its parts after bars, or percent-encoded.
fn address(word: &str) -> Option<Cow<'_, str>> {
    const LONGEST: usize = 4096;
    // The length goes first: the content of many shortcodes may be one long text.
    let word = Some(word).filter(|word| word.len() < LONGEST)?.trim();
    let word = word.strip_prefix("url:").unwrap_or(word).split('|').next().unwrap_or_default();
    let is_address = |word: &str| {
        (word.starts_with("https://") || word.starts_with("http://")) && !word.contains(char::is_whitespace)
    };
    if is_address(word) {
        return Some(Cow::Borrowed(word));
    }
    if !word.starts_with("http") {
        return None;
    }
    let decoded = word.replace("%3A", ":").replace("%2F", "/").replace("%3F", "?").replace("%3D", "=");
    (decoded.len() < word.len() && is_address(&decoded)).then_some(Cow::Owned(decoded))
}

/// An address that is none on the web, or one that is relative; only an attribute that holds addresses says so.
fn other_address(word: &str) -> Option<Cow<'_, str>> {
    let word = word.trim();
    let is_other = words::after_exactly(word, "mailto:|tel:|/|./|../|?|#").is_some();
    (is_other && !word.contains(char::is_whitespace)).then_some(Cow::Borrowed(word))
}

/// Returns the name that a text begins with; empty if it begins with none.
pub(super) fn name(text: &str) -> &str {
    let is_in_name = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let end = text.find(|c| !is_in_name(c)).unwrap_or(text.len());
    let name = text.get(..end).unwrap_or_default();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { "" }
}

/// Returns the shortcode that begins after a bracket.
pub(super) fn parse(text: &str) -> Option<Shortcode<'_>> {
    let name = name(text);
    let mut rest = text.get(name.len()..).filter(|_| !name.is_empty())?;
    let mut shortcode = Shortcode { name, attributes: Vec::new(), bare: Vec::new(), content: None, len: 0 };
    // `[youtube=https://…]`
    rest = rest.strip_prefix('=').unwrap_or(rest);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix(']') {
            shortcode.len = text.len() - after.len();
            return Some(shortcode);
        }
        let (word, after) = word(rest)?;
        match after.strip_prefix('=').filter(|_| !word.contains('/')) {
            Some(after) => {
                let (value, after) = value(after)?;
                shortcode.attributes.push((word, value));
                rest = after;
            }
            None => {
                shortcode.bare.push(word);
                rest = after;
            }
        }
    }
}

/// The next word, to white space, the end, or the sign before a value. An address has such signs in it.
fn word(text: &str) -> Option<(&str, &str)> {
    if opens(text).is_some() {
        return value(text);
    }
    let is_address = text.starts_with("http");
    let ends = |c: char| c.is_whitespace() || matches!(c, ']' | '[' | '<') || (c == '=' && !is_address);
    let end = text.find(ends).filter(|end| *end > 0)?;
    Some(text.split_at(end)).filter(|(_, rest)| !rest.starts_with(['[', '<']))
}

/// The signs that quotes become when an editor sets them.
const QUOTES: [&str; 12] = ["\"", "'", "“", "”", "″", "‘", "’", "&quot;", "&#8220;", "&#8221;", "&#8243;", "&#39;"];

fn opens(text: &str) -> Option<&'static str> {
    QUOTES.into_iter().find(|quote| text.starts_with(quote))
}

/// A value in quotes, or to white space. What opens with a set quote is closed by any set quote.
fn value(text: &str) -> Option<(&str, &str)> {
    let Some(open) = opens(text) else {
        let end = text.find(|c: char| c.is_whitespace() || matches!(c, ']' | '[' | '<'))?;
        return Some(text.split_at(end)).filter(|(_, rest)| !rest.starts_with(['[', '<']));
    };
    let inside = text.get(open.len()..)?;
    if open.len() == 1 {
        return inside.split_once(open);
    }
    let first = QUOTES
        .iter()
        .skip(2)
        .filter_map(|quote| inside.get(..inside.len().min(MOST_SET))?.find(quote).map(|at| (at, quote.len())))
        .min();
    let (end, len) = first?;
    Some((inside.get(..end)?, inside.get(end + len..)?))
}

/// Bytes in a value whose quotes were set.
const MOST_SET: usize = 1024;

/// Where shortcodes end.
pub(super) struct Ends<'t>(Index<'t, Vec<usize>>);

impl<'t> Ends<'t> {
    /// Returns the ends in a text.
    pub(super) fn of(text: &'t str) -> Self {
        let mut ends: Index<'t, Vec<usize>> = Index::new();
        for (at, opening) in text.match_indices("[/") {
            let rest = text.get(at + opening.len()..).unwrap_or_default();
            let name = name(rest);
            if !name.is_empty() && rest.get(name.len()..).is_some_and(|rest| rest.starts_with(']')) {
                ends.entry(name.into()).into_iter().for_each(|ends| ends.push(at));
            }
        }
        Self(ends)
    }

    /// Returns where the next end of that name begins.
    pub(super) fn after(&self, name: &str, start: usize) -> Option<usize> {
        let ends = self.0.get(name)?;
        ends.get(ends.partition_point(|end| *end < start)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::{Shortcode, parse};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let show = |shortcode: Shortcode<'_>| {
            let attributes: String =
                shortcode.attributes.iter().map(|(name, value)| format!(" {name}:{value}")).collect();
            format!("{}{attributes} {:?} {}", shortcode.name, shortcode.bare, shortcode.len)
        };
        assert_eq!(parse(text).map_or_else(String::new, show), expected, "{text}");
    }

    #[test]
    fn attributes_in_quotes_and_without() {
        check("a b=\"c d\" e='f' g=h i]x", "a b:c d e:f g:h [\"i\"] 22");
        check("a b=&#8221;c d&#8221; /]", "a b:c d [] 24");
        check("youtube=https://e.example/?v=1]", "youtube [\"https://e.example/?v=1\"] 31");
        check("v https://e.example/?v=1]", "v [\"https://e.example/?v=1\"] 25");
    }

    #[test]
    fn what_is_none() {
        for text in ["1]", "a b", "a [b]", "a=\"b]", "]", "a <b>]", "…]"] {
            check(text, "");
        }
    }
}
