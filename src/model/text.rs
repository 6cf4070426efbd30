//! Text that is safe to show to a reader; it knows characters, not languages or markup.

use std::borrow::Cow;
use std::fmt;
use std::ops::{Deref, Range};

use crate::lanes::{TOPS, are, below, each};

/// Text without control characters and with balanced directional controls.
///
/// Removed are the C0 and C1 controls other than tab and line feed, U+007F, noncharacters, tag characters outside a
/// flag, what previews hide in characters of no width, directional overrides, and directional embeddings and isolates
/// without their partner (Unicode UAX #9 and UTR #36, CVE-2021-42574). A carriage return becomes a line feed, as in
/// HTML's input stream preprocessing. Everything that typography needs stays: joiners, marks of direction, soft hyphens,
/// no-break spaces.
///
/// ```
/// use newsprint::model::Text;
/// assert_eq!(Text::from("caf\u{e9}\u{0}\r\nnext").as_str(), "café\nnext");
/// assert_eq!(Text::from("Reuters\u{202e} live").as_str(), "Reuters live");
/// assert!(Text::from("\u{200b} \u{3164}").is_blank());
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text<'a>(Cow<'a, str>);

impl<'a> Text<'a> {
    /// Returns the text as a string slice.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the text as it can be put into a tree: borrowed if the input held it as it is.
    #[must_use]
    pub fn into_cow(self) -> Cow<'a, str> {
        self.0
    }

    /// Returns whether nothing of the text can be seen: it is empty, white space or default-ignorable characters.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.chars().all(is_invisible)
    }

    /// Returns a part of the text; one that ends within a character is empty.
    pub(crate) fn slice(&self, range: Range<usize>) -> Self {
        match &self.0 {
            Cow::Borrowed(text) => text.get(range).unwrap_or_default().into(),
            Cow::Owned(text) => text.get(range).unwrap_or_default().to_owned().into(),
        }
    }

    /// Returns a part of the text, which is a slice of it.
    pub(crate) fn part(&self, part: &str) -> Self {
        let start = (part.as_ptr() as usize).saturating_sub(self.0.as_ptr() as usize);
        self.slice(start..start + part.len())
    }

    /// Returns the text without white space at its ends.
    #[must_use]
    pub fn trimmed(self) -> Self {
        match self.0 {
            Cow::Borrowed(text) => Self(Cow::Borrowed(text.trim())),
            Cow::Owned(text) if text.trim().len() == text.len() => Self(Cow::Owned(text)),
            Cow::Owned(text) => Self(Cow::Owned(text.trim().to_owned())),
        }
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self::from(Cow::Borrowed(text))
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self::from(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Text<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        if needs_cleaning(text.as_bytes())
            && let Some(clean) = clean(&text)
        {
            return Self(Cow::Owned(clean));
        }
        Self(text)
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether there is a character that is removed. Eight bytes are looked at at once; only where one of them is, or may
/// begin, such a character is looked at closely.
fn needs_cleaning(bytes: &[u8]) -> bool {
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        if may_hold_removed(u64::from_le_bytes(*word)) && begins_removed(bytes, index * 8..index * 8 + 8) {
            return true;
        }
    }
    let may_end_so = bytes.last_chunk().is_none_or(|last| may_hold_removed(u64::from_le_bytes(*last)));
    may_end_so && begins_removed(bytes, bytes.len() - rest.len()..bytes.len())
}

/// Whether one of the bytes is a control, or 0xc2, 0xe2 or 0xef and above; the first two differ in one bit.
#[inline(always)]
fn may_hold_removed(lanes: u64) -> bool {
    let lower = lanes & each(0x7f);
    let delete = (lower + each(1)) & !lanes;
    let high = (lower + each(0x80 - 0x6f)) & lanes;
    (below(lanes, 0x20) | delete | are(lanes | each(0x20), 0xe2) | high) & TOPS != 0
}

/// Whether a character that is removed begins at one of the places, told by its UTF-8 bytes: most texts have a curly
/// quote, which begins as the directional controls do, and nothing else.
fn begins_removed(bytes: &[u8], mut places: Range<usize>) -> bool {
    places.any(|at| {
        let is_plain =
            bytes.get(at).is_none_or(|byte| matches!(byte, 0x20..=0x7e | 0x80..=0xc1 | 0xc3..=0xe1 | 0xe3..=0xee));
        !is_plain && is_removed(bytes.get(at..).unwrap_or_default())
    })
}

fn is_removed(character_and_more: &[u8]) -> bool {
    match character_and_more {
        [b'\n' | b'\t', ..] => false,
        [0..0x20 | 0x7f, ..] => true,
        [0xc2, second, ..] => *second < 0xa0,
        [0xe2, 0x80, third, ..] => matches!(third, 0xaa..=0xae) || character_and_more.starts_with(HIDDEN.as_bytes()),
        [0xe2, 0x81, third, ..] => matches!(third, 0xa6..=0xa9),
        [0xef, 0xb7, third, ..] => matches!(third, 0x90..=0xaf),
        [0xef, 0xbf, third, ..] => *third >= 0xbe,
        [0xf3, 0xa0, ..] => true,
        [0xf0..=0xff, _, third, fourth, ..] => *third == 0xbf && *fourth >= 0xbe,
        _ => false,
    }
}

/// The text without what must not be shown, or nothing when there is nothing to remove.
fn clean(text: &str) -> Option<String> {
    let mut have_partners = have_partners(text).into_iter();
    let mut out = String::with_capacity(text.len());
    let mut in_flag = false;
    let mut previous_was_return = false;
    for c in text.chars() {
        let keep = match fate(c) {
            Fate::Keep => true,
            Fate::Drop => false,
            Fate::Tag => in_flag,
            Fate::Direction(_) => have_partners.next() == Some(true),
        };
        in_flag = c == BLACK_FLAG || (in_flag && matches!(fate(c), Fate::Tag));
        if c == '\r' || (c == '\n' && !previous_was_return) {
            out.push('\n');
        } else if keep && c != '\n' {
            out.push(c);
        }
        previous_was_return = c == '\r';
    }
    if out.contains(HIDDEN) {
        out = without_hidden(&out);
    }
    (out != text).then_some(out)
}

fn without_hidden(text: &str) -> String {
    let (mut shown, mut rest) = (String::new(), text);
    while let Some((before, hidden)) = rest.split_once(HIDDEN) {
        shown.push_str(before);
        rest = hidden.trim_start_matches(['\u{200b}', '\u{200c}', '\u{200d}', '\u{feff}']);
    }
    shown + rest
}

/// How what systems hide in a text for their previews begins: where it is from, in characters of no width.
pub(crate) const HIDDEN: &str = "\u{200b}\u{200b}\u{200b}\u{200b}";

/// The flags of subdivisions are spelt with tag characters after it (Unicode UTS #51).
const BLACK_FLAG: char = '\u{1f3f4}';

enum Fate {
    Keep,
    Drop,
    Tag,
    Direction(Directional),
}

#[derive(Clone, Copy, PartialEq)]
enum Directional {
    Embed,
    Isolate,
    PopEmbed,
    PopIsolate,
}

fn fate(c: char) -> Fate {
    match c {
        '\n' | '\t' => Fate::Keep,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{202d}' | '\u{202e}' => Fate::Drop,
        '\u{fdd0}'..='\u{fdef}' => Fate::Drop,
        _ if u32::from(c) & 0xfffe == 0xfffe => Fate::Drop,
        '\u{e0000}'..='\u{e007f}' => Fate::Tag,
        '\u{202a}' | '\u{202b}' => Fate::Direction(Directional::Embed),
        '\u{202c}' => Fate::Direction(Directional::PopEmbed),
        '\u{2066}'..='\u{2068}' => Fate::Direction(Directional::Isolate),
        '\u{2069}' => Fate::Direction(Directional::PopIsolate),
        _ => Fate::Keep,
    }
}

/// For each of the directional controls, whether it has a partner in the same paragraph.
fn have_partners(text: &str) -> Vec<bool> {
    let mut open: Vec<(Directional, usize)> = Vec::new();
    let mut paired = Vec::new();
    for c in text.chars() {
        if matches!(c, '\n' | '\r' | '\u{2029}') {
            open.clear();
        }
        let Fate::Direction(control) = fate(c) else { continue };
        let partner = match control {
            Directional::Embed | Directional::Isolate => {
                open.push((control, paired.len()));
                None
            }
            Directional::PopEmbed => open.pop_if(|(kind, _)| *kind == Directional::Embed),
            Directional::PopIsolate => {
                let depth = open.iter().rposition(|(kind, _)| *kind == Directional::Isolate);
                depth.and_then(|depth| open.drain(depth..).next())
            }
        };
        paired.push(partner.is_some());
        if let Some(partner) = partner.and_then(|(_, place)| paired.get_mut(place)) {
            *partner = true;
        }
    }
    paired
}

/// White space, and the default-ignorable characters that people use to look empty (Unicode DerivedCoreProperties).
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::Text;

    fn check(input: &str, expected: &str) {
        assert_eq!(Text::from(input).as_str(), expected, "{input:?}");
        assert_eq!(Text::from(expected).as_str(), expected, "cleaning twice changes {expected:?}");
    }

    #[test]
    fn typography_is_kept() {
        for kept in
            ["می\u{200c}خواهم", "👨\u{200d}👩\u{200d}👧", "a\u{ad}b", "a\u{200f}b", "A\u{a0}b", "“It’s”", "❤\u{fe0f}"]
        {
            check(kept, kept);
        }
        check("\u{2068}אבג\u{2069} | x", "\u{2068}אבג\u{2069} | x");
    }

    #[test]
    fn controls_and_noncharacters_go() {
        check("a\u{0}\u{8}b\u{1b}[31m\u{7f}\u{9b}c\u{fffe}\u{1ffff}\u{fdd0}", "ab[31mc");
        check("one\r\ntwo\rthree\n\r\nfour", "one\ntwo\nthree\n\nfour");
    }

    #[test]
    fn what_is_hidden_for_previews_goes() {
        check("Quay\u{200b}\u{200b}\u{200b}\u{200b}\u{200c}\u{feff}\u{200d}\u{200b} opens", "Quay opens");
        check("a\u{200b}\u{200b}\u{0}\u{200b}\u{200b}b", "ab");
        check("a\u{200b}\u{200b}\u{200b}b", "a\u{200b}\u{200b}\u{200b}b");
    }

    #[test]
    fn every_place_is_looked_at() {
        for at in 0..40 {
            let before = "é".repeat(at / 2) + &"a".repeat(at % 2);
            for removed in
                ['\u{0}', '\u{1f}', '\u{7f}', '\u{80}', '\u{202e}', '\u{fdd0}', '\u{ffff}', '\u{e0041}', '\u{10ffff}']
            {
                check(&format!("{before}{removed}b\n"), &format!("{before}b\n"));
            }
        }
    }

    #[test]
    fn directional_controls_are_balanced() {
        check("Reuters\u{202d} x", "Reuters x");
        check("\u{202e}abc\u{202c}", "abc");
        check("\u{2067}x", "x");
        check("\u{2067}a\u{2069}b\u{2069}", "\u{2067}a\u{2069}b");
        check("\u{2066}\u{202b}x\u{2069}", "\u{2066}x\u{2069}");
        check("\u{2067}a\nb\u{2069}", "a\nb");
    }

    #[test]
    fn tags_stay_in_flags_only() {
        let scotland = "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}";
        check(scotland, scotland);
        check("x\u{e0041}\u{e0042}", "x");
    }
}
