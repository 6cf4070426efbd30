//! Why bytes are not an article; it knows no format.

use std::fmt;

/// Why bytes are not an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// There is nothing in them.
    Empty,
    /// There are too many of them.
    TooLong {
        /// How many there may be.
        limit: usize,
    },
    /// They are not UTF-8.
    NotUtf8 {
        /// Where the first wrong byte is.
        offset: usize,
    },
    /// They begin like JSON and are not.
    Json {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1 in characters.
        column: usize,
        /// The offset in bytes.
        offset: usize,
        /// What was found and what was expected.
        problem: String,
    },
    /// They are in none of the formats.
    Unrecognised {
        /// The names of those that were tried, as a list.
        tried: String,
    },
    /// They are XML, such as a feed, which none of the formats is.
    Xml,
    /// There is no format of that name.
    UnknownFormat {
        /// The name.
        name: String,
        /// The names of those that there are, as a list.
        formats: String,
    },
}

impl Error {
    /// Returns the stable name of the error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "input-empty",
            Self::TooLong { .. } => "limit-input",
            Self::NotUtf8 { .. } => "encoding-invalid",
            Self::Json { .. } => "json-invalid",
            Self::Unrecognised { .. } | Self::Xml => "format-unrecognised",
            Self::UnknownFormat { .. } => "format-unknown",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the document is empty"),
            Self::TooLong { limit } => {
                write!(f, "the document is longer than {} MiB, which is the limit", limit / 1024 / 1024)
            },
            Self::NotUtf8 { offset } => {
                write!(f, "the document is not UTF-8: the byte at offset {offset} begins no character; save it as UTF-8")
            }
            Self::Json { line, column, problem, .. } => {
                write!(f, "the document is not JSON: line {line}, column {column}: {problem}")
            }
            Self::Unrecognised { tried } => {
                write!(f, "the document is JSON of a shape that is not known; tried were {tried}")
            }
            Self::Xml => f.write_str(
                "the document is XML, such as a feed, and no format in XML is read; give the HTML or the JSON of one article",
            ),
            Self::UnknownFormat { name, formats } => {
                write!(f, "there is no format `{name}`; the formats are {formats}")
            }
        }
    }
}

impl std::error::Error for Error {}
