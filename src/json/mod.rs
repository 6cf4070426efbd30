//! JSON text, read by a borrowed walk and written; it knows RFC 8259 and nothing of articles.
//!
//! A document is one list of nodes in the order of the text. Values are handles into it, strings are slices of the
//! text, and only strings with escapes are copied, when they are asked for. Nothing is dropped recursively.

mod error;
mod escape;
mod parse;
mod write;

use std::borrow::Cow;
use std::ops::Range;

pub use error::ParseError;
pub use parse::Flaw;
pub use write::{Writer, escape_for_script};

use escape::unescape;

/// Arrays and objects inside of one another.
pub(crate) const DEEPEST: usize = 128;

/// A parsed JSON text.
///
/// ```
/// use newsprint::json::Document;
/// let document = Document::parse(r#"{"name": "Zo\u00eb", "tags": ["a", "b"]}"#).unwrap();
/// assert_eq!(document.root().get("name").unwrap().as_str().unwrap(), "Zoë");
/// assert_eq!(document.root().get("tags").unwrap().items().count(), 2);
/// ```
#[derive(Debug)]
pub struct Document<'a> {
    text: Cow<'a, str>,
    nodes: Vec<Node>,
    flaws: Vec<(Flaw, usize)>,
    /// The signs of the keys of the outermost object, which is asked for many that it does not have.
    signs: u64,
    /// Where everything is, for a document that stands in a string of another one.
    place: Option<usize>,
}

/// A node: what it is, where its text is, and where the nodes inside of it end; those of a key are its value.
#[derive(Clone, Copy, Debug)]
struct Node {
    kind: Kind,
    start: u32,
    len: u32,
    end: u32,
}

impl Node {
    #[inline(always)]
    fn text(&self) -> Range<usize> {
        let start = self.start as usize;
        start..start + self.len as usize
    }
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true`
    True,
    /// `false`
    False,
    /// A number, kept as its text.
    Number,
    /// A string that stands in the text as it is.
    String,
    /// A string with escapes.
    EscapedString,
    /// `[…]`
    Array,
    /// `{…}`
    Object,
}

/// A value of a document.
#[derive(Clone, Copy, Debug)]
pub struct Value<'d, 'a> {
    document: &'d Document<'a>,
    node: &'d Node,
}

/// What stands where there is no node.
static NOTHING: Node = Node { kind: Kind::Null, start: 0, len: 0, end: 0 };

impl<'a> Document<'a> {
    /// Returns the document that the text holds.
    ///
    /// # Errors
    ///
    /// When the text is not JSON, or its arrays and objects nest deeper than 128.
    pub fn parse(text: &'a str) -> Result<Self, ParseError> {
        parse::parse(text)
    }

    /// Returns the document that a string of another document holds. It owns its text, so its strings are copied, and
    /// all of it is where the string is.
    ///
    /// ```
    /// use newsprint::json::Document;
    /// let inner = Document::nested(r#"{"name": "Zoë"}"#.to_owned(), 7).unwrap();
    /// assert_eq!(inner.root().get("name").unwrap().offset(), 7);
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Document::parse`].
    pub fn nested(text: String, offset: usize) -> Result<Document<'static>, ParseError> {
        let Document { nodes, mut flaws, signs, .. } = parse::parse(&text)?;
        flaws.iter_mut().for_each(|(_, place)| *place = offset);
        Ok(Document { text: Cow::Owned(text), nodes, flaws, signs, place: Some(offset) })
    }

    /// Returns the outermost value.
    #[must_use]
    pub fn root(&self) -> Value<'_, 'a> {
        self.value(0)
    }

    /// Returns what is allowed but most likely not meant, with its offset in bytes.
    #[must_use]
    pub fn flaws(&self) -> &[(Flaw, usize)] {
        &self.flaws
    }

    /// Returns, for each of the offsets, which must be sorted, the JSON pointer (RFC 6901) to the innermost value that
    /// it lies in. One walk finds them all.
    #[must_use]
    pub fn pointers(&self, offsets: &[usize]) -> Vec<String> {
        let mut walk = Walk { offsets: offsets.iter().copied().peekable(), pointer: String::new(), found: Vec::new() };
        walk.value(self.root());
        walk.found.resize(offsets.len(), String::new());
        walk.found
    }

    #[inline(always)]
    fn raw(&self, node: &Node) -> &str {
        self.text.get(node.text()).unwrap_or_default()
    }

    /// The value of that index; one that is none is nothing.
    #[inline(always)]
    pub(crate) fn value(&self, index: usize) -> Value<'_, 'a> {
        Value { document: self, node: self.nodes.get(index).unwrap_or(&NOTHING) }
    }

    /// Whether a node is this string. Most are not, and their length says so.
    #[inline(always)]
    fn is(&self, node: &Node, expected: &str) -> bool {
        match node.kind {
            Kind::String => {
                node.len as usize == expected.len()
                    && self.text.as_bytes().get(node.text()) == Some(expected.as_bytes())
            }
            Kind::EscapedString => unescape(self.raw(node)) == expected,
            Kind::Null | Kind::True | Kind::False | Kind::Number | Kind::Array | Kind::Object => false,
        }
    }
}

impl<'d, 'a> Value<'d, 'a> {
    /// Which of the values it is, for whoever cannot keep the value itself.
    pub(crate) fn index(self) -> usize {
        let first = self.document.nodes.as_ptr().addr();
        std::ptr::from_ref(self.node).addr().wrapping_sub(first) / size_of::<Node>()
    }

    /// Returns what the value is.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.node.kind
    }

    /// Returns the offset in bytes at which the value begins.
    #[must_use]
    pub fn offset(self) -> usize {
        if let Some(place) = self.document.place {
            return place;
        }
        let node = self.node;
        let quote = matches!(node.kind, Kind::String | Kind::EscapedString);
        node.start as usize - usize::from(quote)
    }

    /// Returns the string, if it is one.
    #[must_use]
    pub fn as_str(self) -> Option<Cow<'a, str>> {
        let node = self.node;
        match node.kind {
            Kind::String => Some(match &self.document.text {
                Cow::Borrowed(text) => Cow::Borrowed(text.get(node.text()).unwrap_or_default()),
                Cow::Owned(_) => Cow::Owned(self.document.raw(node).to_owned()),
            }),
            Kind::EscapedString => Some(Cow::Owned(unescape(self.document.raw(node)))),
            Kind::Null | Kind::True | Kind::False | Kind::Number | Kind::Array | Kind::Object => None,
        }
    }

    /// Returns the text of the value as it stands in the document; that of a string is what is between its quotes,
    /// escapes and all.
    #[must_use]
    #[inline]
    pub fn raw_str(self) -> &'d str {
        self.document.raw(self.node)
    }

    /// Returns the text of a string without escapes, if the document borrows it.
    #[must_use]
    pub fn borrowed_str(self) -> Option<&'a str> {
        match (&self.document.text, self.node) {
            (Cow::Borrowed(text), node) if node.kind == Kind::String => text.get(node.text()),
            (Cow::Borrowed(_) | Cow::Owned(_), _) => None,
        }
    }

    /// Returns whether it is a string.
    #[must_use]
    pub fn is_string(self) -> bool {
        matches!(self.kind(), Kind::String | Kind::EscapedString)
    }

    /// Returns the truth value, if it is one.
    #[must_use]
    pub fn as_bool(self) -> Option<bool> {
        match self.kind() {
            Kind::True => Some(true),
            Kind::False => Some(false),
            Kind::Null | Kind::Number | Kind::String | Kind::EscapedString | Kind::Array | Kind::Object => None,
        }
    }

    /// Returns the number, if it is a whole number that fits; a fraction of zero is allowed.
    #[must_use]
    pub fn as_integer(self) -> Option<i64> {
        let node = self.node;
        if node.kind != Kind::Number {
            return None;
        }
        let text = self.document.raw(node);
        text.parse().ok().or_else(|| {
            let (whole, fraction) = text.split_once('.')?;
            fraction.bytes().all(|byte| byte == b'0').then(|| whole.parse().ok())?
        })
    }

    /// Returns the items of an array; a value that is no array has none.
    pub fn items(self) -> impl Iterator<Item = Value<'d, 'a>> {
        self.inside(Kind::Array)
    }

    /// Returns the items of the array of a key, if the value is an object that has one.
    pub(crate) fn items_of(self, key: &str) -> Inside<'d, 'a> {
        self.inside_of(key, Kind::Array)
    }

    /// Returns the keys and values of an object, in the order of the text; a value that is no object has none.
    pub fn members(self) -> impl Iterator<Item = (Value<'d, 'a>, Value<'d, 'a>)> {
        self.inside(Kind::Object).map(member)
    }

    /// Returns the keys and values of the object of a key, if the value is an object that has one.
    pub(crate) fn members_of(self, key: &str) -> impl Iterator<Item = (Value<'d, 'a>, Value<'d, 'a>)> + use<'d, 'a> {
        self.inside_of(key, Kind::Object).map(member)
    }

    /// What is inside of a value, if it is of that kind.
    fn inside(self, kind: Kind) -> Inside<'d, 'a> {
        let node = self.node;
        let end = if node.kind == kind { node.end as usize } else { 0 };
        Inside { document: self.document, next: self.index() + 1, end }
    }

    #[inline(never)]
    fn inside_of(self, key: &str, kind: Kind) -> Inside<'d, 'a> {
        self.get(key).map_or(Inside { document: self.document, next: 0, end: 0 }, |value| value.inside(kind))
    }

    /// Returns the value of a key; where an object has the key twice, the last one counts.
    #[must_use]
    pub fn get(self, key: &str) -> Option<Value<'d, 'a>> {
        let Value { document, node: Node { kind: Kind::Object, end, .. } } = self else { return None };
        let mut index = self.index();
        if index == 0 && document.signs & parse::sign(key.as_bytes()) == 0 {
            return None;
        }
        index += 1;
        let mut found = None;
        while index < *end as usize {
            let member = document.value(index).node;
            if document.is(member, key) {
                found = Some(document.value(index + 1));
                if document.flaws.is_empty() {
                    break;
                }
            }
            index = member.end as usize;
        }
        found
    }

    /// Returns whether it is the string `expected`.
    #[must_use]
    pub fn is(self, expected: &str) -> bool {
        self.document.is(self.node, expected)
    }

    /// Returns the string of a key, if the value is an object that has one.
    #[must_use]
    pub fn str_of(self, key: &str) -> Option<Cow<'a, str>> {
        self.get(key)?.as_str()
    }

    /// Returns whether the value of a key is that string, if the value is an object that has the key.
    #[inline(never)]
    pub(crate) fn says(self, key: &str, expected: &str) -> bool {
        self.get(key).is_some_and(|value| value.is(expected))
    }

    /// Returns whether the value of a key is a string, if the value is an object that has the key.
    #[inline(never)]
    pub(crate) fn has_string(self, key: &str) -> bool {
        self.get(key).is_some_and(Value::is_string)
    }

    /// Returns the value of a key in the object of another key.
    #[inline(never)]
    pub(crate) fn get_in(self, outer: &str, inner: &str) -> Option<Value<'d, 'a>> {
        self.get(outer)?.get(inner)
    }

    /// Returns whether the value of a key is `true`, if the value is an object that has the key.
    #[inline(never)]
    pub(crate) fn is_true(self, key: &str) -> bool {
        self.get(key).and_then(Value::as_bool) == Some(true)
    }

    /// The offset at which the value ends.
    fn end(self) -> usize {
        let node = self.node;
        let quote = matches!(node.kind, Kind::String | Kind::EscapedString);
        (node.start + node.len) as usize + usize::from(quote)
    }
}

fn member<'d, 'a>(key: Value<'d, 'a>) -> (Value<'d, 'a>, Value<'d, 'a>) {
    (key, key.document.value(key.index() + 1))
}

/// Returns the items of an array, if there is one.
#[inline(never)]
pub(crate) fn items_in<'d, 'a>(value: Option<Value<'d, 'a>>) -> Inside<'d, 'a> {
    static NOTHING: Document<'static> =
        Document { text: Cow::Borrowed(""), nodes: Vec::new(), flaws: Vec::new(), signs: 0, place: None };
    value.map_or(Inside { document: &NOTHING, next: 0, end: 0 }, |value| value.inside(Kind::Array))
}

/// The items of an array, or the keys of an object.
pub(crate) struct Inside<'d, 'a> {
    document: &'d Document<'a>,
    next: usize,
    end: usize,
}

impl<'d, 'a> Iterator for Inside<'d, 'a> {
    type Item = Value<'d, 'a>;

    #[inline]
    fn next(&mut self) -> Option<Value<'d, 'a>> {
        let value = (self.next < self.end).then(|| self.document.value(self.next))?;
        self.next = value.node.end as usize;
        Some(value)
    }
}

/// One walk over a document that looks for offsets in their order.
struct Walk<I: Iterator<Item = usize>> {
    offsets: std::iter::Peekable<I>,
    pointer: String,
    found: Vec<String>,
}

impl<I: Iterator<Item = usize>> Walk<I> {
    /// The depth is bounded by the parser.
    fn value(&mut self, value: Value<'_, '_>) {
        match value.kind() {
            Kind::Array => {
                for (index, item) in value.items().enumerate() {
                    self.child(item.offset(), item, || index.to_string());
                }
            }
            Kind::Object => {
                for (key, member) in value.members() {
                    self.child(key.offset(), member, || {
                        key.as_str().unwrap_or_default().replace('~', "~0").replace('/', "~1")
                    });
                }
            }
            Kind::Null | Kind::True | Kind::False | Kind::Number | Kind::String | Kind::EscapedString => {}
        }
        self.take_before(value.end());
    }

    fn child(&mut self, start: usize, child: Value<'_, '_>, step: impl FnOnce() -> String) {
        self.take_before(start);
        if self.offsets.peek().is_some_and(|offset| *offset < child.end()) {
            let len = self.pointer.len();
            self.pointer.push('/');
            self.pointer.push_str(&step());
            self.value(child);
            self.pointer.truncate(len);
        }
    }

    fn take_before(&mut self, end: usize) {
        while self.offsets.next_if(|offset| *offset < end).is_some() {
            self.found.push(self.pointer.clone());
        }
    }
}
