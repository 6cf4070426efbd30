//! From text to nodes; it knows the grammar of RFC 8259, not what values mean.

use std::borrow::Cow;
use std::collections::BinaryHeap;

use super::error::{ParseError, Problem};
use super::escape::unicode_escape;
use super::{DEEPEST, Document, Kind, Node};
use crate::lanes::{TOPS, are};

/// What is allowed but most likely not meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// An object has the key twice; the last one counts.
    DuplicateKey,
    /// Half of a surrogate pair, which is no character; U+FFFD stands for it.
    LoneSurrogate,
}

pub(super) fn parse(text: &str) -> Result<Document<'_>, ParseError> {
    // One node for about twelve bytes is what articles have.
    let nodes = Vec::with_capacity(text.len() / 12);
    let problem = Problem::End("a value");
    let mut parser = Parser { text, bytes: text.as_bytes(), at: 0, nodes, flaws: Vec::new(), signs: 0, problem };
    if parser.text().is_none() {
        return Err(ParseError { offset: parser.at, problem: parser.problem });
    }
    let Parser { nodes, flaws, signs, .. } = parser;
    Ok(Document { text: Cow::Borrowed(text), nodes, flaws, signs, place: None })
}

struct Parser<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    nodes: Vec<Node>,
    flaws: Vec<(Flaw, usize)>,
    /// The signs of the keys of the outermost object.
    signs: u64,
    /// What is wrong where it stopped.
    problem: Problem,
}

/// What goes wrong is kept aside, so that all that goes well has little to hand over.
impl Parser<'_> {
    fn text(&mut self) -> Option<()> {
        self.white_space();
        self.value(0)?;
        self.white_space();
        if self.peek().is_some() { self.unexpected("the end of the text") } else { Some(()) }
    }

    fn value(&mut self, depth: usize) -> Option<()> {
        match self.peek() {
            Some(b'"') => self.string().map(drop),
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b't') => self.word("true", Kind::True),
            Some(b'f') => self.word("false", Kind::False),
            Some(b'n') => self.word("null", Kind::Null),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(_) | None => self.unexpected("a value"),
        }
    }

    fn object(&mut self, depth: usize) -> Option<()> {
        let object = self.open(Kind::Object, depth)?;
        let (mut seen, mut may_repeat) = (0_u64, false);
        if self.peek() != Some(b'}') {
            loop {
                if self.peek() != Some(b'"') {
                    return self.unexpected("a key in double quotes");
                }
                let (key, start) = (self.nodes.len(), self.at + 1);
                let is_escaped = self.string()? == Kind::EscapedString;
                let sign = if is_escaped { ANY } else { sign(self.bytes.get(start..self.at - 1).unwrap_or_default()) };
                may_repeat |= seen & sign != 0;
                seen |= sign;
                self.white_space();
                self.take(b':', "`:`")?;
                self.white_space();
                self.value(depth + 1)?;
                self.end_here(key);
                if !self.another(b'}', "`,` or `}`")? {
                    break;
                }
            }
        }
        self.close(object);
        if object == 0 {
            self.signs = seen;
        }
        if may_repeat {
            self.find_duplicates(object);
        }
        Some(())
    }

    fn array(&mut self, depth: usize) -> Option<()> {
        let index = self.open(Kind::Array, depth)?;
        if self.peek() != Some(b']') {
            loop {
                self.value(depth + 1)?;
                if !self.another(b']', "`,` or `]`")? {
                    break;
                }
            }
        }
        self.close(index);
        Some(())
    }

    #[inline(always)]
    fn open(&mut self, kind: Kind, depth: usize) -> Option<usize> {
        if depth >= DEEPEST {
            return self.fail(Problem::TooDeep);
        }
        let index = self.nodes.len();
        self.push(kind, self.at, 0);
        self.at += 1;
        self.white_space();
        Some(index)
    }

    /// Whether a comma announces another item before the end.
    #[inline(always)]
    fn another(&mut self, end: u8, expected: &'static str) -> Option<bool> {
        self.white_space();
        if self.peek() == Some(end) {
            return Some(false);
        }
        self.take(b',', expected)?;
        self.white_space();
        Some(true)
    }

    #[inline(always)]
    fn close(&mut self, index: usize) {
        self.at += 1;
        self.end_here(index);
        if let Some(node) = self.nodes.get_mut(index) {
            node.len = small(self.at) - node.start;
        }
    }

    #[inline(always)]
    fn end_here(&mut self, index: usize) {
        let end = small(self.nodes.len());
        if let Some(node) = self.nodes.get_mut(index) {
            node.end = end;
        }
    }

    /// The caller has seen the opening quote. Returns which kind of string it is.
    fn string(&mut self) -> Option<Kind> {
        let start = self.at + 1;
        let mut kind = Kind::String;
        self.at = start;
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let Some(stop) = quote_or_backslash(rest) else {
                self.at = self.bytes.len();
                return self.unexpected("the closing `\"` of a string");
            };
            self.at += stop;
            if rest.get(stop) == Some(&b'"') {
                break;
            }
            kind = Kind::EscapedString;
            self.escape()?;
        }
        self.push(kind, start, self.at - start);
        self.at += 1;
        Some(kind)
    }

    fn escape(&mut self) -> Option<()> {
        let backslash = self.at;
        self.at += 1;
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
            Some(b'u') => {
                let rest = self.text.get(backslash..).unwrap_or_default();
                let Some((c, len)) = unicode_escape(rest) else {
                    self.at += 1;
                    return self.unexpected("four hexadecimal digits");
                };
                if c.is_none() {
                    self.flaws.push((Flaw::LoneSurrogate, backslash));
                }
                self.at = backslash + len;
            }
            Some(_) | None => return self.unexpected("one of `\"\\/bfnrtu`"),
        }
        Some(())
    }

    fn number(&mut self) -> Option<()> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let whole = self.at;
        self.digits()?;
        if self.bytes.get(whole) == Some(&b'0') && self.at > whole + 1 {
            self.at = whole + 1;
            return self.unexpected("the end of a number that begins with `0`");
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        self.push(Kind::Number, start, self.at - start);
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at > start { Some(()) } else { self.unexpected("a digit") }
    }

    fn word(&mut self, word: &'static str, kind: Kind) -> Option<()> {
        if !self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes())) {
            return self.unexpected("a value");
        }
        self.push(kind, self.at, word.len());
        self.at += word.len();
        Some(())
    }

    #[inline(always)]
    fn push(&mut self, kind: Kind, start: usize, len: usize) {
        let end = small(self.nodes.len() + 1);
        self.nodes.push(Node { kind, start: small(start), len: small(len), end });
    }

    /// Reports the keys of an object that stand twice. Where they are as few as people write, each is compared with each.
    fn find_duplicates(&mut self, object: usize) {
        const FEW: usize = 32;
        let mut keys = Vec::with_capacity(FEW);
        let mut next = object + 1;
        while let Some(key) = self.nodes.get(next) {
            keys.push((self.text.get(key.text()).unwrap_or_default(), key.start as usize));
            next = key.end as usize;
        }
        if keys.len() > FEW {
            return self.find_duplicates_of_many(keys);
        }
        for (count, (key, offset)) in keys.iter().enumerate() {
            if keys.iter().take(count).any(|(earlier, _)| earlier == key) {
                self.flaws.push((Flaw::DuplicateKey, *offset));
            }
        }
    }

    /// In their order, the same keys stand side by side, and the earlier one before the later.
    #[cold]
    fn find_duplicates_of_many(&mut self, keys: Vec<(&str, usize)>) {
        let keys = BinaryHeap::from(keys).into_sorted_vec();
        let twice = keys.windows(2).filter(|pair| matches!(pair, [(one, _), (other, _)] if one == other));
        let found: BinaryHeap<usize> = twice.filter_map(|pair| pair.last().map(|(_, offset)| *offset)).collect();
        self.flaws.extend(found.into_sorted_vec().into_iter().map(|offset| (Flaw::DuplicateKey, offset)));
    }

    #[inline(always)]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline(always)]
    fn take(&mut self, byte: u8, expected: &'static str) -> Option<()> {
        if self.peek() != Some(byte) {
            return self.unexpected(expected);
        }
        self.at += 1;
        Some(())
    }

    #[inline(always)]
    fn white_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    #[cold]
    fn unexpected<T>(&mut self, expected: &'static str) -> Option<T> {
        let found = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        self.fail(found.map_or(Problem::End(expected), |found| Problem::Found(found, expected)))
    }

    #[cold]
    fn fail<T>(&mut self, problem: Problem) -> Option<T> {
        self.problem = problem;
        None
    }
}

/// Where the next of them is: most keys are short, and most texts are long.
#[inline(always)]
fn quote_or_backslash(bytes: &[u8]) -> Option<usize> {
    if let Some(first) = bytes.first_chunk() {
        let lanes = u64::from_le_bytes(*first);
        let found = (are(lanes, b'"') | are(lanes, b'\\')) & TOPS;
        if found != 0 {
            return Some(found.trailing_zeros() as usize / 8);
        }
    }
    memchr::memchr2(b'"', b'\\', bytes)
}

/// The sign of a key with escapes, which may be any.
const ANY: u64 = u64::MAX;

/// One of 64 bits: the same for the same keys, and most often another one for others.
pub(super) fn sign(key: &[u8]) -> u64 {
    let sum = match key {
        [first, .., last] => key.len() + usize::from(*first) * 3 + usize::from(*last) * 7,
        [only] => usize::from(*only),
        [] => 0,
    };
    1 << (sum % 64)
}

/// Offsets fit, since the size of an input is bounded far below 4 GiB before it is parsed.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::Document;
    use super::Flaw;

    fn error(text: &str) -> String {
        Document::parse(text).map_or_else(|error| format!("{}: {error}", error.offset), |_| "no error".to_owned())
    }

    #[test]
    fn errors_name_the_place_and_what_was_expected() {
        assert_eq!(error("{\"a\": 1,"), "8: the text ends where a key in double quotes was expected");
        assert_eq!(error("[1 2]"), "3: found `2` where `,` or `]` was expected");
        assert_eq!(error("{\"a\": tru}"), "6: found `t` where a value was expected");
        assert_eq!(error("\"a\\x\""), "3: found `x` where one of `\"\\/bfnrtu` was expected");
        assert_eq!(error("\"abc"), "4: the text ends where the closing `\"` of a string was expected");
        assert_eq!(error("012"), "1: found `1` where the end of a number that begins with `0` was expected");
        assert_eq!(error("1."), "2: the text ends where a digit was expected");
        assert_eq!(error("{} x"), "3: found `x` where the end of the text was expected");
        assert_eq!(error(""), "0: the text ends where a value was expected");
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert_eq!(error(&nested(128)), "no error");
        assert_eq!(error(&nested(129)), "128: arrays and objects nest deeper than 128");
        assert_eq!(error(&"[".repeat(1_000_000)), "128: arrays and objects nest deeper than 128");
    }

    #[test]
    fn strings_are_decoded_once() {
        let text = r#"["\u00e9\ud83d\ude00\n\"\\\/\t", "\ud800x", "plain é"]"#;
        let document = Document::parse(text).unwrap();
        let strings: Vec<_> = document.root().items().filter_map(super::super::Value::as_str).collect();
        assert_eq!(strings, ["é😀\n\"\\/\t", "\u{fffd}x", "plain é"]);
        assert_eq!(document.flaws(), [(Flaw::LoneSurrogate, text.find("\\ud800").unwrap())]);
    }

    #[test]
    fn keys_are_found_however_they_are_spelt() {
        let document = Document::parse(r#"{"\u0061lt": 1, "b": 2}"#).unwrap();
        let root = document.root();
        assert_eq!(root.get("alt").and_then(super::super::Value::as_integer), Some(1));
        assert_eq!(root.get("b").and_then(super::super::Value::as_integer), Some(2));
        assert!(root.get("a").is_none() && root.get("alts").is_none());
    }

    #[test]
    fn the_last_of_two_keys_counts() {
        let document = Document::parse(r#"{"a": 1, "b": {"a": 0}, "a": 2.0}"#).unwrap();
        assert_eq!(document.root().get("a").unwrap().as_integer(), Some(2));
        assert_eq!(document.flaws(), [(Flaw::DuplicateKey, 25)]);
    }

    #[test]
    fn a_document_in_a_string_is_where_the_string_is() {
        let inner = Document::nested(r#"{"a": ["b", "\u00e9"], "a": 1}"#.to_owned(), 42).unwrap();
        assert_eq!(inner.flaws(), [(Flaw::DuplicateKey, 42)]);
        let (_, first) = inner.root().members().next().unwrap();
        assert!(first.items().all(|item| item.offset() == 42 && item.borrowed_str().is_none()));
        assert_eq!(first.items().filter_map(super::super::Value::as_str).collect::<String>(), "bé");
    }

    #[test]
    fn pointers_lead_to_offsets() {
        let text = r#"{"a/b": [10, {"c~": "xyz"}]}"#;
        let document = Document::parse(text).unwrap();
        let expected = [
            ("a/b", "/a~1b"),
            ("10", "/a~1b/0"),
            ("{\"c", "/a~1b/1"),
            ("c~", "/a~1b/1/c~0"),
            ("xyz", "/a~1b/1/c~0"),
            ("}]", "/a~1b/1"),
        ];
        let offsets: Vec<_> = expected.iter().map(|(needle, _)| text.find(needle).unwrap()).collect();
        assert_eq!(document.pointers(&offsets), expected.map(|(_, pointer)| pointer));
        assert_eq!(document.pointers(&[0, 1000]), ["", ""]);
    }
}
