//! What stands before the text: where it begins and ends, and what it holds; it knows no names of fields.
//!
//! Two strict subsets are read here: of YAML plain, quoted and block scalars, sequences, mappings and comments; of TOML
//! keys, strings, arrays and tables. Scalars stay text: `no` is a word, `1.10` keeps its zero, and a date is read
//! where one is wanted. What is outside of the subset is reported, and the fields around it are read. Libraries for the
//! whole of both languages are not used: they add 30 KB (brotli) to the WebAssembly before a single field is mapped, and
//! this adds 9 with all that it maps.

mod cursor;
#[cfg(test)]
mod tests;
mod toml;
mod value;
mod yaml;

use crate::diagnostic::{Code, Diagnostics};
use crate::read::aliases::{Field, Value};
use crate::read::recognise::front_matter::{Syntax, extent};
use cursor::Cursor;

/// Values inside of values; what is deeper is not read, so that no recursion over them goes further.
const DEEPEST: usize = 8;

/// Why a value cannot be read, and where.
#[derive(Debug)]
struct Problem {
    at: usize,
    expected: &'static str,
}

/// Returns the fields before a text and where the text begins.
pub(super) fn read<'a>(text: &'a str, diagnostics: &mut Diagnostics) -> (Vec<Field<'a>>, usize) {
    let Some(extent) = extent(text) else { return of_pandoc(text) };
    let mut cursor = Cursor::new(text, extent.start, extent.end);
    let fields = match extent.syntax {
        Syntax::Yaml => yaml::document(&mut cursor),
        Syntax::Toml => toml::document(&mut cursor),
    };
    if extent.is_open {
        cursor.problems.push(Problem { at: extent.end, expected: "the line `---` behind the last field" });
    }
    for Problem { at, expected } in cursor.problems {
        let message = ["the front matter cannot be read here: expected ", expected].concat();
        diagnostics.add(Code::FrontMatterInvalid, Some(at), message);
    }
    (fields, extent.after)
}

/// Returns the title block of Pandoc: up to three lines that begin with `%`, the title, the authors and the date.
fn of_pandoc(text: &str) -> (Vec<Field<'_>>, usize) {
    let (mut fields, mut at) = (Vec::new(), 0);
    for (name, line) in ["title", "author", "date"].into_iter().zip(text.split_inclusive('\n')) {
        let Some(value) = line.strip_prefix('%').filter(|value| value.starts_with([' ', '\r', '\n'])) else { break };
        let value = Some(value.trim()).filter(|value| !value.is_empty());
        let value = value.map_or(Value::Nothing, |value| Value::Text(value.into()));
        fields.push(Field { key: name.into(), value, at });
        at += line.len();
    }
    (fields, at)
}
