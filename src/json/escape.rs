//! What escapes stand for (RFC 8259, section 7); it knows strings and nothing around them.

/// Returns the text of a string whose escapes the parser has seen.
pub(super) fn unescape(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((plain, escape)) = rest.find('\\').and_then(|at| rest.split_at_checked(at)) {
        out.push_str(plain);
        let (c, len) = match escape.as_bytes().get(1) {
            Some(b'u') => unicode_escape(escape)
                .map_or((char::REPLACEMENT_CHARACTER, 2), |(c, len)| (c.unwrap_or(char::REPLACEMENT_CHARACTER), len)),
            Some(b'b') => ('\u{8}', 2),
            Some(b'f') => ('\u{c}', 2),
            Some(b'n') => ('\n', 2),
            Some(b'r') => ('\r', 2),
            Some(b't') => ('\t', 2),
            Some(other) => (char::from(*other), 2),
            None => (char::REPLACEMENT_CHARACTER, 1),
        };
        out.push(c);
        rest = escape.get(len..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Returns the character of `\uXXXX` or of a surrogate pair at the start of `text`, nothing for half a pair, and its length.
pub(super) fn unicode_escape(text: &str) -> Option<(Option<char>, usize)> {
    let unit = |at: usize| {
        let hex = text.get(at..at + 6)?.strip_prefix("\\u")?;
        hex.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u32::from_str_radix(hex, 16).ok())?
    };
    let first = unit(0)?;
    if let (0xd800..=0xdbff, Some(second @ 0xdc00..=0xdfff)) = (first, unit(6)) {
        return Some((char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)), 12));
    }
    Some((char::from_u32(first), 6))
}
