//! Values that show where they end: strings in quotes, lists in brackets, fields in braces; it knows nothing of lines.

use std::borrow::Cow;

use super::cursor::Cursor;
use super::{DEEPEST, Field, Problem, Syntax, Value};
use crate::read::words;

/// Returns the value that begins here and ends with a quote, a bracket or a brace, or before the sign after it.
pub(super) fn closed<'a>(cursor: &mut Cursor<'a>, syntax: Syntax, depth: usize) -> Result<Value<'a>, Problem> {
    if depth > DEEPEST {
        return Err(cursor.expected("values that nest less deep"));
    }
    match cursor.peek() {
        Some(b'[') => list(cursor, syntax, depth),
        Some(b'{') => fields(cursor, syntax, depth),
        Some(b'"' | b'\'') => quoted(cursor, syntax).map(Value::Text),
        Some(_) | None => {
            let bare = bare(cursor.line());
            cursor.skip(bare.len());
            Ok(plain(bare))
        }
    }
}

/// Returns the value that is written without quotes.
pub(super) fn plain(text: &str) -> Value<'_> {
    match text {
        "" | "~" | "null" => Value::Nothing,
        _ => Value::Text(Cow::Borrowed(text)),
    }
}

fn list<'a>(cursor: &mut Cursor<'a>, syntax: Syntax, depth: usize) -> Result<Value<'a>, Problem> {
    let mut values = Vec::new();
    cursor.skip(1);
    loop {
        cursor.skip_blank();
        if cursor.take("]") {
            return Ok(Value::List(values));
        }
        values.push(closed(cursor, syntax, depth + 1)?);
        cursor.skip_blank();
        if !cursor.take(",") && cursor.peek() != Some(b']') {
            return Err(cursor.expected("`,` or `]`"));
        }
    }
}

fn fields<'a>(cursor: &mut Cursor<'a>, syntax: Syntax, depth: usize) -> Result<Value<'a>, Problem> {
    let mut fields = Vec::new();
    cursor.skip(1);
    loop {
        cursor.skip_blank();
        if cursor.take("}") {
            return Ok(Value::Fields(fields));
        }
        let (at, key) = (cursor.at(), key(cursor, syntax)?);
        cursor.skip_blank();
        fields.push(Field { key, value: closed(cursor, syntax, depth + 1)?, at });
        cursor.skip_blank();
        if !cursor.take(",") && cursor.peek() != Some(b'}') {
            return Err(cursor.expected("`,` or `}`"));
        }
    }
}

fn key<'a>(cursor: &mut Cursor<'a>, syntax: Syntax) -> Result<Cow<'a, str>, Problem> {
    let (sign, expected) = match syntax {
        Syntax::Yaml => (":", "a name and `:`"),
        Syntax::Toml => ("=", "a name and `=`"),
    };
    let key = if matches!(cursor.peek(), Some(b'"' | b'\'')) {
        quoted(cursor, syntax)?
    } else {
        let key = words::up_to(bare(cursor.line()), sign);
        cursor.skip(key.len());
        Cow::Borrowed(key.trim())
    };
    cursor.skip_spaces();
    if key.is_empty() || !cursor.take(sign) { Err(cursor.expected(expected)) } else { Ok(key) }
}

/// What ends with the line, a comment, or a sign of a list or of fields.
fn bare(line: &str) -> &str {
    without_comment(words::up_to(line, ",[]{}"))
}

/// Returns a line without the comment at its end, which begins with a `#` after a space.
pub(super) fn without_comment(line: &str) -> &str {
    let is_after_space =
        |at: &usize| at.checked_sub(1).is_none_or(|at| matches!(line.as_bytes().get(at), Some(b' ' | b'\t')));
    let end = memchr::memchr_iter(b'#', line.as_bytes()).find(is_after_space);
    line.get(..end.unwrap_or(line.len())).unwrap_or_default().trim_end()
}

/// Returns the string in quotes that begins here.
pub(super) fn quoted<'a>(cursor: &mut Cursor<'a>, syntax: Syntax) -> Result<Cow<'a, str>, Problem> {
    let rest = cursor.rest();
    let triple = rest.get(..3).filter(|start| syntax == Syntax::Toml && ["\"\"\"", "'''"].contains(start));
    let delimiter = triple.or(rest.get(..1)).unwrap_or_default();
    let body = rest.get(delimiter.len()..).unwrap_or_default();
    let is_literal = delimiter.starts_with('\'');
    let length = match syntax {
        Syntax::Yaml if is_literal => end_of_doubled(body),
        Syntax::Yaml | Syntax::Toml => end_of_escaped(body, delimiter, is_literal),
    };
    let Some(raw) = length.and_then(|length| body.get(..length)) else {
        return Err(cursor.expected("the quote that ends the string"));
    };
    cursor.skip(2 * delimiter.len() + raw.len());
    Ok(match (syntax, is_literal) {
        (Syntax::Yaml, true) if raw.contains("''") => folded(Cow::Owned(raw.replace("''", "'"))),
        (Syntax::Yaml, true) => folded(Cow::Borrowed(raw)),
        (Syntax::Yaml, false) => unescaped(folded(Cow::Borrowed(raw))),
        (Syntax::Toml, true) => Cow::Borrowed(without_first_line_end(raw)),
        (Syntax::Toml, false) => unescaped(Cow::Borrowed(without_first_line_end(raw))),
    })
}

/// In TOML a line end right after three quotes is no part of the string.
fn without_first_line_end(raw: &str) -> &str {
    raw.strip_prefix("\r\n").or_else(|| raw.strip_prefix('\n')).unwrap_or(raw)
}

/// In YAML two single quotes inside of single quotes stand for one.
fn end_of_doubled(body: &str) -> Option<usize> {
    let mut quotes = memchr::memchr_iter(b'\'', body.as_bytes()).peekable();
    while let Some(at) = quotes.next() {
        if quotes.next_if_eq(&(at + 1)).is_none() {
            return Some(at);
        }
    }
    None
}

fn end_of_escaped(body: &str, delimiter: &str, is_literal: bool) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + body.get(from..)?.find(delimiter)?;
        let slashes = body.get(..at)?.bytes().rev().take_while(|b| *b == b'\\').count();
        if is_literal || slashes.is_multiple_of(2) {
            return Some(at);
        }
        from = at + 1;
    }
}

/// In YAML a line end inside of a string is a space, and an empty line is a line end.
pub(super) fn folded(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains('\n') {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        match line {
            "" => out.push('\n'),
            _ if out.is_empty() || out.ends_with('\n') => out.push_str(line),
            _ => out.extend([" ", line]),
        }
    }
    Cow::Owned(out)
}

/// Replaces the escapes that YAML and TOML have.
fn unescaped(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains('\\') {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let mut chars = after.chars();
        let sign = chars.next().unwrap_or('\\');
        rest = chars.as_str();
        let digits = match sign {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            '\n' | '\r' => {
                rest = rest.trim_start();
                continue;
            }
            _ => {
                out.extend(escape(sign));
                continue;
            }
        };
        let code = rest.get(..digits).unwrap_or_default();
        out.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        rest = rest.get(code.len()..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character that stands for an escape; control characters are nothing that an article can say.
fn escape(sign: char) -> Option<char> {
    match sign {
        'n' => Some('\n'),
        't' => Some('\t'),
        '_' => Some('\u{a0}'),
        'r' | 'b' | 'f' | 'e' | 'a' | 'v' | '0' => None,
        _ => Some(sign),
    }
}
