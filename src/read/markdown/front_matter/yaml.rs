//! YAML's block style: fields and lists by indentation, scalars over several lines; it knows no names of fields.

use std::borrow::Cow;

use super::cursor::Cursor;
use super::value::{closed, folded, plain, quoted, without_comment};
use super::{DEEPEST, Field, Problem, Syntax, Value};
use crate::read::recognise::front_matter::{is_item, name_length, names_field};
use crate::read::words;

/// What strings begin and end with.
const QUOTES: &str = "\"'";

/// Returns the fields of a whole document, which may be in braces.
pub(super) fn document<'a>(cursor: &mut Cursor<'a>) -> Vec<Field<'a>> {
    if cursor.peek() != Some(b'{') {
        return fields(cursor, 0, 0);
    }
    match closed(cursor, Syntax::Yaml, 0) {
        Ok(Value::Fields(fields)) => fields,
        Ok(Value::Nothing | Value::Text(_) | Value::List(_)) => Vec::new(),
        Err(problem) => {
            cursor.problems.push(problem);
            Vec::new()
        }
    }
}

/// Reads the fields whose names begin in this column.
fn fields<'a>(cursor: &mut Cursor<'a>, column: usize, depth: usize) -> Vec<Field<'a>> {
    let mut fields = Vec::new();
    loop {
        cursor.skip_blank();
        if cursor.peek().is_none() || cursor.column() < column {
            return fields;
        }
        let start = cursor.at();
        let field = if cursor.column() == column {
            field(cursor, column, depth)
        } else {
            Err(cursor.expected("a name in the column of the one before"))
        };
        match field {
            Ok(field) => fields.push(field),
            Err(problem) => recover(cursor, column, start, problem),
        }
    }
}

/// Goes to the next line that is no part of what begins in this column, and cannot be read.
fn recover(cursor: &mut Cursor<'_>, column: usize, start: usize, problem: Problem) {
    cursor.pass_over(start, problem);
    cursor.skip_blank();
    while cursor.peek().is_some() && cursor.column() > column {
        cursor.skip_line();
        cursor.skip_blank();
    }
}

fn field<'a>(cursor: &mut Cursor<'a>, column: usize, depth: usize) -> Result<Field<'a>, Problem> {
    let at = cursor.at();
    let key = match cursor.peek() {
        Some(b'"' | b'\'') => quoted(cursor, Syntax::Yaml)?,
        Some(_) | None => {
            let line = cursor.line();
            let length = name_length(line).ok_or_else(|| cursor.expected("a name, `:` and a space"))?;
            cursor.skip(length);
            Cow::Borrowed(line.get(..length).unwrap_or_default().trim_end())
        }
    };
    if !cursor.take(":") {
        return Err(cursor.expected("`:` after the name"));
    }
    Ok(Field { key, value: value(cursor, column, depth)?, at })
}

/// Reads the value of what begins in this column.
fn value<'a>(cursor: &mut Cursor<'a>, column: usize, depth: usize) -> Result<Value<'a>, Problem> {
    if depth > DEEPEST {
        return Err(cursor.expected("values that nest less deep"));
    }
    cursor.skip_spaces();
    skip_properties(cursor);
    match cursor.peek() {
        None | Some(b'\n' | b'#') => Ok(below(cursor, column, depth)),
        Some(b'|' | b'>') => block_scalar(cursor, column),
        Some(b'"' | b'\'' | b'[' | b'{') => {
            let value = closed(cursor, Syntax::Yaml, depth)?;
            cursor.end_line()?;
            Ok(value)
        }
        Some(b'*' | b'@' | b'`' | b'%') => Err(cursor.expected("quotes around text that begins with a sign of YAML")),
        Some(_) => Ok(plain_lines(cursor, column)),
    }
}

/// Goes past tags and anchors: all scalars are text, and aliases are not read.
fn skip_properties(cursor: &mut Cursor<'_>) {
    while matches!(cursor.peek(), Some(b'!' | b'&')) {
        let line = cursor.line();
        cursor.skip(words::up_to(line, " \t").len());
        cursor.skip_spaces();
    }
}

/// The value that stands in the lines below, further in; the items of a list may also begin in the same column.
fn below<'a>(cursor: &mut Cursor<'a>, column: usize, depth: usize) -> Value<'a> {
    cursor.skip_blank();
    let line = cursor.line();
    if line.is_empty() || cursor.column() < column {
        Value::Nothing
    } else if is_item(line) {
        Value::List(items(cursor, depth))
    } else if cursor.column() == column {
        Value::Nothing
    } else if names_field(line) || words::begins_with(line, QUOTES) {
        Value::Fields(fields(cursor, cursor.column(), depth + 1))
    } else {
        plain_lines(cursor, column)
    }
}

fn items<'a>(cursor: &mut Cursor<'a>, depth: usize) -> Vec<Value<'a>> {
    let column = cursor.column();
    let mut items = Vec::new();
    while cursor.column() == column && is_item(cursor.line()) {
        let start = cursor.at();
        match item(cursor, column, depth + 1) {
            Ok(item) => items.push(item),
            Err(problem) => recover(cursor, column, start, problem),
        }
        cursor.skip_blank();
    }
    items
}

fn item<'a>(cursor: &mut Cursor<'a>, column: usize, depth: usize) -> Result<Value<'a>, Problem> {
    cursor.skip(1);
    cursor.skip_spaces();
    if depth > DEEPEST {
        return Err(cursor.expected("values that nest less deep"));
    }
    let line = cursor.line();
    if is_item(line) {
        Ok(Value::List(items(cursor, depth)))
    } else if names_field(line) && !words::begins_with(line, QUOTES) {
        Ok(Value::Fields(fields(cursor, cursor.column(), depth)))
    } else {
        value(cursor, column, depth)
    }
}

/// A scalar without quotes goes on in the lines that begin further in.
fn plain_lines<'a>(cursor: &mut Cursor<'a>, column: usize) -> Value<'a> {
    let first = without_comment(cursor.line());
    let rest = cursor.rest();
    let start = cursor.at();
    let mut end = first.len();
    cursor.skip_line();
    let mut has_more = false;
    loop {
        cursor.skip_spaces();
        let line = cursor.line();
        if line.is_empty() || line.starts_with('#') || cursor.column() <= column {
            break;
        }
        has_more = true;
        end = cursor.at() - start + line.len();
        cursor.skip_line();
    }
    let text = rest.get(..end).unwrap_or_default();
    if has_more { Value::Text(folded(Cow::Borrowed(text))) } else { plain(text) }
}

/// A literal (`|`) or folded (`>`) scalar: the lines that begin further in. The line ends at its end are never kept.
fn block_scalar<'a>(cursor: &mut Cursor<'a>, column: usize) -> Result<Value<'a>, Problem> {
    let is_folded = cursor.take(">") || !cursor.take("|");
    while matches!(cursor.peek(), Some(b'+' | b'-' | b'0'..=b'9')) {
        cursor.skip(1);
    }
    cursor.end_line()?;
    let mut indent = None;
    let mut out = String::new();
    let mut line_ends = 0;
    loop {
        let line = cursor.line();
        let spaces = line.len() - line.trim_start_matches(' ').len();
        let is_blank = line.trim_start().is_empty();
        if cursor.peek().is_none() || (!is_blank && spaces <= column && indent.is_none_or(|indent| spaces < indent)) {
            break;
        }
        if is_blank {
            line_ends += 1;
        } else {
            let line = line.get(*indent.get_or_insert(spaces)..).unwrap_or_default();
            separate(&mut out, line_ends, is_folded);
            out.push_str(line);
            line_ends = 1;
        }
        cursor.skip_line();
    }
    Ok(Value::Text(Cow::Owned(out)))
}

/// In a folded scalar one line end is a space, and of several the first is nothing.
fn separate(out: &mut String, line_ends: usize, is_folded: bool) {
    if out.is_empty() {
        return;
    }
    if is_folded && line_ends == 1 {
        out.push(' ');
    } else {
        out.extend(std::iter::repeat_n('\n', line_ends - usize::from(is_folded)));
    }
}
