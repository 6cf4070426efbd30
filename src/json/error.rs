//! Why a text is not JSON; it knows places and words, not how they are found.

use std::fmt::{self, Write as _};

use super::DEEPEST;

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The offset in bytes.
    pub offset: usize,
    pub(super) problem: Problem,
}

/// What is wrong at the offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// The text ends where this was expected.
    End(&'static str),
    /// That stands where this was expected.
    Found(char, &'static str),
    /// Arrays and objects nest deeper than [`DEEPEST`].
    TooDeep,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.problem {
            Problem::End(expected) => write!(f, "the text ends where {expected} was expected"),
            Problem::Found(found, expected) => {
                write!(f, "found `{}` where {expected} was expected", Shown(found))
            }
            Problem::TooDeep => write!(f, "arrays and objects nest deeper than {DEEPEST}"),
        }
    }
}

/// A character as a message shows it: one that nobody sees is named by its number.
struct Shown(char);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            '\n' => f.write_str("\\n"),
            '\r' => f.write_str("\\r"),
            '\t' => f.write_str("\\t"),
            c if c.is_control() || (c.is_whitespace() && c != ' ') || c == '\u{feff}' => {
                write!(f, "\\u{{{:x}}}", u32::from(c))
            }
            c => f.write_char(c),
        }
    }
}

impl std::error::Error for ParseError {}
