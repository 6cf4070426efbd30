//! Addresses that stand among words as they are, the way that GitHub's Markdown links them; it knows no marks.

use std::ops::Range;

use memchr::memchr_iter;

use crate::model::{At, Inline, Link, Text, Url, is_letter_or_digit};
use crate::read::words;

/// Adds words, with a link around every address among them.
pub(super) fn add<'a>(text: Text<'a>, at: At, content: &mut Vec<Inline<'a>>) {
    let (mut added, mut seen) = (0, 0);
    // Every address has a full stop that no space follows, and hardly anything else has one.
    for dot in memchr_iter(b'.', text.as_bytes()) {
        if dot < seen || text.as_bytes().get(dot + 1).is_none_or(u8::is_ascii_whitespace) {
            continue;
        }
        let word = word_at(&text, seen, dot);
        seen = word.end;
        let found = text.get(word.clone()).and_then(address);
        let Some(found) = found.map(|found| word.start + found.start..word.start + found.end) else { continue };
        let shown = text.slice(found.clone());
        let scheme = if shown.starts_with("http") || shown.starts_with("mailto:") {
            ""
        } else if shown.starts_with("www.") {
            "http://"
        } else {
            "mailto:"
        };
        if let Ok(href) = Url::parse([scheme, &shown].concat()) {
            push(text.slice(added..found.start), content);
            added = found.end;
            let link = Link { href: Some(href), content: vec![Inline::Text(shown)], at, ..Link::default() };
            content.push(Inline::Link(link));
        }
    }
    push(if added == 0 { text } else { text.slice(added..text.len()) }, content);
}

fn push<'a>(text: Text<'a>, content: &mut Vec<Inline<'a>>) {
    if !text.is_empty() {
        content.push(Inline::Text(text));
    }
}

/// The word around a full stop, which begins after `from`.
fn word_at(text: &str, from: usize, dot: usize) -> Range<usize> {
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'<';
    let bytes = text.as_bytes();
    let before = bytes.get(from..dot).unwrap_or_default().iter().rev().take_while(|byte| !is_end(byte)).count();
    let after = bytes.get(dot..).unwrap_or_default().iter().take_while(|byte| !is_end(byte)).count();
    dot - before..dot + after
}

/// Where in a word an address is. Spaces that are longer characters may stand in the word, and end it.
fn address(word: &str) -> Option<Range<usize>> {
    let begins = |at: &usize| {
        let rest = word.get(*at..).unwrap_or_default();
        rest.starts_with("https://") || rest.starts_with("http://") || rest.starts_with("www.")
    };
    match (0..word.len()).find(begins) {
        Some(start) if is_free(word, start) => page(word, start),
        Some(_) => None,
        None => mailbox(word),
    }
}

/// Whether what begins there is not the end of a longer word or address.
fn is_free(word: &str, start: usize) -> bool {
    !word.get(..start).is_some_and(|before| before.ends_with(|c: char| is_letter_or_digit(c) || "/.@:=-".contains(c)))
}

fn page(word: &str, start: usize) -> Option<Range<usize>> {
    let address = word.get(start..)?.split(char::is_whitespace).next()?;
    let host = words::up_to(address.split_once("//").map_or(address, |(_, rest)| rest), "/?#:");
    let mut parts = host.trim_end_matches(|c: char| !is_letter_or_digit(c)).rsplit('.');
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| is_letter_or_digit(c) || c == '-' || c == '_');
    let (top, name) = (parts.next()?, parts.next()?);
    let is_host = is_part(top) && is_part(name) && !top.contains('_') && !name.contains('_') && parts.all(is_part);
    is_host.then(|| start..start + without_end(address).len())
}

/// The address without the signs of the sentence that it stands in.
fn without_end(mut address: &str) -> &str {
    let count = |sign| address.bytes().filter(|byte| *byte == sign).count();
    let mut open = count(b')').saturating_sub(count(b'('));
    loop {
        let last = address.chars().next_back().unwrap_or_default();
        let len = match last {
            ')' if open > 0 => {
                open -= 1;
                1
            }
            '?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '\'' | '"' | '’' | '‘' | '”' | '“' | '»' | '«' | '…' => {
                last.len_utf8()
            }
            // What looks like a character reference.
            ';' => match address.rsplit_once('&') {
                Some((_, name)) if is_reference(name) => name.len() + 1,
                _ => return address,
            },
            _ => return address,
        };
        address = address.get(..address.len() - len).unwrap_or_default();
    }
}

fn is_reference(name: &str) -> bool {
    let name = name.trim_end_matches(';');
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn mailbox(word: &str) -> Option<Range<usize>> {
    let at = word.find('@')?;
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"._+-".contains(byte);
    let before = word.get(..at)?;
    let len = before.as_bytes().iter().rev().take_while(|byte| is_name(byte)).count();
    let start = at - len;
    let start = word.get(..start)?.strip_suffix("mailto:").map_or(start, str::len);
    let host = word.get(at + 1..)?;
    let end = host.find(|c: char| !c.is_ascii_alphanumeric() && !"._-".contains(c)).unwrap_or(host.len());
    let host = host.get(..end)?.trim_end_matches('.');
    let is_host = host.contains('.') && !host.contains("..") && !words::ends_with(host, "-_");
    (len > 0 && is_host && is_free(word, start)).then(|| start..at + 1 + host.len())
}
