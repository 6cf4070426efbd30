//! TOML: keys with values, and tables of them; it knows no names of fields.

use std::borrow::Cow;

use super::cursor::Cursor;
use super::value::{closed, quoted};
use super::{Field, Problem, Syntax, Value};

/// A table whose end was not seen yet.
struct Table<'a> {
    field: Field<'a>,
    fields: Vec<Field<'a>>,
    kind: Kind,
}

/// How a table is headed.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// `[name]`: the name's value.
    One,
    /// `[[name]]`: one more item of the name's list.
    OneOfMany,
}

/// Returns the fields of a whole document.
pub(super) fn document<'a>(cursor: &mut Cursor<'a>) -> Vec<Field<'a>> {
    let mut fields = Vec::new();
    let mut table: Option<Table<'a>> = None;
    loop {
        cursor.skip_blank();
        let start = cursor.at();
        let read = match cursor.peek() {
            None => {
                attach(&mut fields, table);
                return fields;
            }
            Some(b'[') => header(cursor).map(|next| attach(&mut fields, table.replace(next))),
            Some(_) => pair(cursor).map(|field| match &mut table {
                Some(table) => insert(&mut table.fields, field),
                None => insert(&mut fields, field),
            }),
        };
        if let Err(problem) = read.and_then(|()| cursor.end_line()) {
            cursor.pass_over(start, problem);
        }
    }
}

fn header<'a>(cursor: &mut Cursor<'a>) -> Result<Table<'a>, Problem> {
    let at = cursor.at();
    let (kind, end) = if cursor.take("[[") { (Kind::OneOfMany, "]]") } else { (Kind::One, "]") };
    if kind == Kind::One {
        cursor.skip(1);
    }
    cursor.skip_spaces();
    let key = name(cursor)?;
    cursor.skip_spaces();
    if !cursor.take(end) {
        return Err(cursor.expected("the bracket that ends the table's name"));
    }
    Ok(Table { field: Field { key, value: Value::Nothing, at }, fields: Vec::new(), kind })
}

/// A name, in quotes or of letters, digits, `_`, `-` and the dots between names.
fn name<'a>(cursor: &mut Cursor<'a>) -> Result<Cow<'a, str>, Problem> {
    if matches!(cursor.peek(), Some(b'"' | b'\'')) {
        return quoted(cursor, Syntax::Toml);
    }
    let line = cursor.line();
    let is_end = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
    let name = line.get(..line.find(is_end).unwrap_or(line.len())).unwrap_or_default();
    if name.is_empty() {
        return Err(cursor.expected("a name"));
    }
    cursor.skip(name.len());
    Ok(Cow::Borrowed(name))
}

fn pair<'a>(cursor: &mut Cursor<'a>) -> Result<Field<'a>, Problem> {
    let (at, key) = (cursor.at(), name(cursor)?);
    cursor.skip_spaces();
    if !cursor.take("=") {
        return Err(cursor.expected("`=` after the name"));
    }
    cursor.skip_spaces();
    Ok(Field { key, value: closed(cursor, Syntax::Toml, 0)?, at })
}

/// Adds a field; `image.alt` is the field `alt` of `image`.
fn insert<'a>(fields: &mut Vec<Field<'a>>, mut field: Field<'a>) {
    let Some((outer, inner)) = field.key.split_once('.').map(|(outer, inner)| (outer.to_owned(), inner.to_owned()))
    else {
        return push(fields, field);
    };
    field.key = inner.into();
    match fields.last_mut() {
        Some(Field { key, value: Value::Fields(fields), .. }) if *key == outer => push(fields, field),
        Some(_) | None => {
            let at = field.at;
            fields.push(Field { key: outer.into(), value: Value::Fields(vec![field]), at });
        }
    }
}

/// Adds a field; items of one list follow one another.
fn push<'a>(fields: &mut Vec<Field<'a>>, mut field: Field<'a>) {
    if let (Value::List(items), Some(Field { key, value: Value::List(all), .. })) =
        (&mut field.value, fields.last_mut())
        && *key == field.key
    {
        return all.append(items);
    }
    fields.push(field);
}

/// Adds a table to the document.
fn attach<'a>(fields: &mut Vec<Field<'a>>, table: Option<Table<'a>>) {
    let Some(Table { field, fields: content, kind }) = table else { return };
    let content = Value::Fields(content);
    let value = if kind == Kind::One { content } else { Value::List(vec![content]) };
    insert(fields, Field { value, ..field });
}
