//! From bytes to a source that a format can read, within the limits; it knows encodings and shapes, not formats.

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostics};
use crate::json;

use super::context::Context;
use super::error::Error;

/// The longest input, in bytes: 5 MiB.
pub const LONGEST: usize = 5 * 1024 * 1024;
/// Blocks inside of blocks, and inlines inside of inlines. What is deeper is flattened, so every later recursion over
/// an article, dropping it included, fits the stack of a WebAssembly module.
pub(super) const DEEPEST: usize = 64;
/// Blocks in one article.
pub(super) const MOST_BLOCKS: usize = 20_000;
/// Cells in one table.
pub(super) const MOST_CELLS: usize = 100_000;
/// Renditions of one picture.
pub(super) const MOST_RENDITIONS: usize = 32;
/// Footnotes in one article.
pub(super) const MOST_NOTES: usize = 2_000;

/// An input whose shape is known.
#[derive(Debug)]
pub struct Source<'a> {
    text: &'a str,
    json: Option<json::Document<'a>>,
    /// A document in a string of `json`, when the article is in it.
    nested: Option<json::Document<'a>>,
    view: View,
    records: Vec<usize>,
    context: Context,
}

/// Where in a JSON document the article is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct View(usize);

impl View {
    pub(super) fn at(value: json::Value<'_, '_>) -> Self {
        Self(value.index())
    }

    pub(super) fn at_index(index: usize) -> Self {
        Self(index)
    }
}

/// The shape that a format's documents have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// JSON text.
    Json,
    /// Any other text.
    Text,
    /// JSON text, or other text that it stands in.
    Either,
}

impl<'a> Source<'a> {
    /// Returns the source that the bytes hold, in the shape asked for or else in the one that it begins like.
    ///
    /// # Errors
    ///
    /// When the bytes are empty, too many, not UTF-8, or not the JSON that they begin like.
    pub(super) fn new(
        bytes: &'a [u8],
        shape: Option<Shape>,
        context: &Context,
        diagnostics: &mut Diagnostics,
    ) -> Result<Self, Error> {
        let text = decode(bytes)?;
        let shape = shape.filter(|shape| *shape != Shape::Either).unwrap_or_else(|| shape_of(text));
        let json = match shape {
            Shape::Text | Shape::Either => None,
            Shape::Json => Some(parse(text)?),
        };
        for (flaw, offset) in json.iter().flat_map(json::Document::flaws) {
            let (code, message) = match flaw {
                json::Flaw::DuplicateKey => {
                    (Code::JsonDuplicateKey, "the key stands twice in its object; the last one counts")
                }
                json::Flaw::LoneSurrogate => {
                    (Code::JsonLoneSurrogate, "half of a surrogate pair is no character; `\u{fffd}` stands for it")
                }
            };
            diagnostics.add(code, Some(*offset), message);
        }
        let (view, context) = (View::default(), context.clone());
        Ok(Self { text, json, nested: None, view, records: Vec::new(), context })
    }

    /// Returns the whole text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Returns the JSON value that the article is in, if the source is JSON: the outermost one, or one inside of what a
    /// service or a CMS puts around it.
    #[must_use]
    pub fn json(&self) -> Option<json::Value<'_, 'a>> {
        let document = self.nested.as_ref().or(self.json.as_ref())?;
        Some(document.value(self.view.0))
    }

    /// Returns the outermost JSON value, if the source is JSON.
    pub(super) fn root(&self) -> Option<json::Value<'_, 'a>> {
        self.json.as_ref().map(json::Document::root)
    }

    /// Returns the objects around the article, the innermost first: their fields say what there is to know about it.
    pub fn records(&self) -> impl Iterator<Item = json::Value<'_, 'a>> {
        let json = self.json.as_ref();
        self.records.iter().filter_map(move |index| json.map(|json| json.value(*index)))
    }

    /// Returns what the caller knows beside the document.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// Returns what a reference stands for, if the caller has said so.
    #[must_use]
    pub fn reference(&self, id: &str) -> Option<json::Value<'_, 'a>> {
        self.context.references.as_ref()?.get(id)
    }

    pub(super) fn show(&mut self, view: View, records: &[usize]) {
        (self.nested, self.view, self.records) = (None, view, records.to_vec());
    }

    pub(super) fn show_nested(&mut self, document: json::Document<'a>, records: &[usize]) {
        (self.nested, self.view, self.records) = (Some(document), View::default(), records.to_vec());
    }

    /// Returns where each of the findings is, which must be in the order of the source; one without an offset is nowhere.
    ///
    /// It takes time in proportion to the source and the findings, however many there are.
    #[must_use]
    pub fn places(&self, diagnostics: &Diagnostics) -> Vec<Option<Place>> {
        let offsets: Vec<usize> = diagnostics.iter().filter_map(|diagnostic| diagnostic.offset).collect();
        let mut pointers = self.json.as_ref().map(|json| json.pointers(&offsets).into_iter());
        let (mut from, mut line, mut column) = (0, 1, 1);
        let mut place = |offset: usize| {
            for c in self.text.get(from..offset).unwrap_or_default().chars() {
                (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            from = offset;
            Place { offset, line, column, pointer: pointers.as_mut().and_then(Iterator::next) }
        };
        diagnostics.iter().map(|diagnostic| diagnostic.offset.map(&mut place)).collect()
    }
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The offset in bytes from the start of the text, after its byte order mark if it has one.
    pub offset: usize,
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1 in characters.
    pub column: usize,
    /// The JSON pointer (RFC 6901), where the source is JSON.
    pub pointer: Option<String>,
}

/// Returns the line and the column of an offset, both counted from 1, the column in characters.
#[must_use]
fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, before.get(line_start..).unwrap_or_default().chars().count() + 1)
}

fn decode(bytes: &[u8]) -> Result<&str, Error> {
    if bytes.len() > LONGEST {
        return Err(Error::TooLong { limit: LONGEST });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| Error::NotUtf8 { offset: error.valid_up_to() })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() { Err(Error::Empty) } else { Ok(text) }
}

/// Text that begins like an object or an array of values is JSON; Markdown may begin with `[a link](…)` or `{`, and MDX
/// with `{/*`. A comment in a line of its own is one that somebody wrote into JSON.
fn shape_of(text: &str) -> Shape {
    let mut rest = text.trim_start().chars();
    let first = rest.next();
    let rest = rest.as_str();
    let second = rest.trim_start().chars().next();
    match (first, second) {
        (Some('{'), Some('/')) if !rest.starts_with('/') => Shape::Json,
        (Some('{'), Some('"' | '}') | None) | (Some('['), Some('{' | '[' | '"' | ']') | None) => Shape::Json,
        _ => Shape::Text,
    }
}

fn parse(text: &str) -> Result<json::Document<'_>, Error> {
    json::Document::parse(text).map_err(|error| {
        let (line, column) = line_and_column(text, error.offset);
        Error::Json { line, column, offset: error.offset, problem: error.to_string() }
    })
}

/// Words the finding that an article, a table or a picture has more parts of a kind than it may have.
pub(super) fn too_many(whole: &str, most: usize, parts: &str) -> String {
    ["the ", whole, " has more than ", &most.to_string(), " ", parts, "; the rest is left out"].concat()
}

/// Returns where in `text` the slice `part` lies, if it is a slice of it.
pub(super) fn offset_in(text: &str, part: &str) -> Option<usize> {
    let offset = (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    (offset + part.len() <= text.len()).then_some(offset)
}

/// Returns the start of a text, to be quoted in a sentence.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    const LONGEST_QUOTE: usize = 60;
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => Cow::Owned([text.get(..end).unwrap_or_default(), "…"].concat()),
        None => Cow::Borrowed(text),
    }
}
