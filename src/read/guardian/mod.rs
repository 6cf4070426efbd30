//! Reads articles of the Guardian: items of its Content API (CAPI), and the pages that its renderer (DCR) is given.
//!
//! The two name the same elements in two ways; both are brought to one here. Who of the staff created or changed a
//! block is never read.

mod atom;
mod element;
mod embed;
mod header;
mod live;
mod media;
mod picture;
mod story;

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Value};
use crate::model::{Article, Block, Inline, Text, Url};

use super::format::Format;
use super::index::Index;
use super::source::{Shape, Source};
use super::values::Values;
use super::words::plain_name;
use super::{markup, prose};

/// The row for the Guardian's articles.
pub(super) const FORMAT: Format = Format {
    name: "guardian",
    about: "the Guardian's Content API, or the articles that its renderer is given",
    shape: Shape::Json,
    matches,
    read,
};

fn matches(source: &Source<'_>) -> bool {
    source.json().and_then(items).is_some_and(|items| items.first().is_some_and(|item| is_item(*item)))
}

/// The articles that an answer of the API has, or the one that the document is.
fn items<'d, 'a>(root: Value<'d, 'a>) -> Option<Vec<Value<'d, 'a>>> {
    let Some(response) = root.get("response") else { return Some(vec![root.get("frontendData").unwrap_or(root)]) };
    let content = response.get("content").filter(|content| content.kind() == Kind::Object);
    match content {
        Some(content) => Some(vec![content]),
        None => response.get("results").map(|results| results.items().collect()),
    }
}

fn is_item(item: Value<'_, '_>) -> bool {
    let has = |name: &str| item.get(name).is_some();
    let blocks = item.get("blocks");
    let is_of_api = has("sectionId") || has("apiUrl") || blocks.is_some_and(|blocks| blocks.get("body").is_some());
    let is_of_renderer = has("webPublicationDate") && blocks.is_some_and(|blocks| blocks.kind() == Kind::Array);
    has("webTitle") && (is_of_api || is_of_renderer || has("mainMediaElements"))
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let items = source.json().and_then(items).unwrap_or_default();
    let Some(item) = items.first().copied() else { return Article::default() };
    let atoms = atom::index(item);
    let mut reader = Guardian { values: Values::new(diagnostics), source, item, page: None, atoms };
    if items.len() > 1 {
        let message = format!("this is a list of {}; the first of them is read", items.len());
        reader.values.add(Code::ArticlesSeveral, item, message);
    }
    reader.article()
}

/// What the readers of the parts share.
struct Guardian<'r, 'd, 'a> {
    values: Values<'r>,
    source: &'d Source<'a>,
    /// The article.
    item: Value<'d, 'a>,
    /// Its address, which the addresses of tags are relative to.
    page: Option<Url<'a>>,
    /// The atoms that it holds, by their identifiers.
    atoms: Index<'a, Value<'d, 'a>>,
}

/// An element: its name in lower case without what parts words, and the object that its fields stand in.
#[derive(Clone)]
struct Element<'d, 'a> {
    name: String,
    fields: Value<'d, 'a>,
    /// The element itself, which has the files in CAPI.
    whole: Value<'d, 'a>,
}

impl<'d, 'a> Element<'d, 'a> {
    /// `rich-link` with its `richLinkTypeData`, or `model.dotcomrendering.pageElements.RichLinkBlockElement`.
    #[inline(never)]
    fn of(whole: Value<'d, 'a>) -> Self {
        let full = whole.str_of("_type").or_else(|| whole.str_of("type")).unwrap_or_default();
        let mut name = &*full;
        for end in ["V2", "Element", "Block"] {
            name = name.strip_suffix(end).unwrap_or(name);
        }
        let name = plain_name(name).into_owned();
        let is_data = |key: Value<'_, '_>| key.raw_str().ends_with("TypeData");
        let data = whole.members().find(|(key, value)| is_data(*key) && value.kind() == Kind::Object);
        Self { name, fields: data.map_or(whole, |(_, data)| data), whole }
    }

    /// A part of an element, which has no name.
    fn part(fields: Value<'d, 'a>) -> Self {
        Self { name: String::new(), fields, whole: fields }
    }

    /// A field of its own, or of the `data` that the renderer keeps some of them in.
    #[inline(never)]
    fn get(&self, name: &str) -> Option<Value<'d, 'a>> {
        let inner = || self.fields.get_in("data", name);
        self.fields.get(name).or_else(inner).filter(|value| value.kind() != Kind::Null)
    }

    /// The same element, but for its fields.
    fn with(&self, fields: Value<'d, 'a>) -> Self {
        Self { fields, ..self.clone() }
    }

    /// What is in such a field under a name of its own.
    fn get_in(&self, outer: &str, inner: &str) -> Option<Value<'d, 'a>> {
        self.get(outer)?.get(inner)
    }

    /// Whether such a field is `true`.
    fn is_true(&self, name: &str) -> bool {
        self.get(name).and_then(Value::as_bool) == Some(true)
    }

    /// The items of such a field.
    fn items_of(&self, name: &str) -> impl Iterator<Item = Value<'d, 'a>> + use<'d, 'a> {
        let is_inner = self.fields.get(name).is_none();
        let holder = self.fields.get("data").filter(|_| is_inner).unwrap_or(self.fields);
        holder.items_of(name)
    }

    /// The first of the fields that is a string with something in it.
    #[inline(never)]
    fn first(&self, names: &[&str]) -> Option<Value<'d, 'a>> {
        let says_something = |value: &Value<'_, '_>| value.is_string() && !value.raw_str().trim().is_empty();
        names.iter().find_map(|name| self.get(name).filter(says_something))
    }

    #[inline(never)]
    fn string(&self, names: &[&str]) -> Cow<'a, str> {
        self.first(names).and_then(Value::as_str).unwrap_or_default()
    }
}

impl<'d, 'a> Guardian<'_, 'd, 'a> {
    /// The words of a field without tags, which some of them have.
    #[inline(never)]
    fn text(&mut self, element: &Element<'_, 'a>, names: &[&str]) -> Option<Text<'a>> {
        let value = element.first(names)?;
        let is_html = value.as_str().is_some_and(|text| text.contains(['<', '&']));
        let text = if is_html { markup::text(value, &mut self.values) } else { self.values.text(value) };
        text.filter(|text| !text.is_blank()).map(Text::trimmed)
    }

    /// The line of a field, which may have tags in it.
    #[inline(never)]
    fn line(&mut self, element: &Element<'_, 'a>, names: &[&str]) -> Vec<Inline<'a>> {
        element.first(names).map(|value| markup::line(value, &mut self.values)).unwrap_or_default()
    }

    /// The blocks of a field with HTML in it.
    #[inline(never)]
    fn html(&mut self, element: &Element<'_, 'a>, names: &[&str]) -> Vec<Block<'a>> {
        element.first(names).map(|value| markup::blocks(value, &mut self.values).blocks).unwrap_or_default()
    }

    /// The blocks of all of the fields in a list of their names, one after the other.
    fn all(&mut self, element: &Element<'_, 'a>, names: &str) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        for name in names.split('|') {
            blocks.extend(self.html(element, &[name]));
        }
        blocks
    }

    /// The blocks of a field that has elements in it.
    #[inline(never)]
    fn inner(&mut self, element: &Element<'d, 'a>, name: &str) -> Vec<Block<'a>> {
        element.get(name).map(|list| self.elements(list)).unwrap_or_default()
    }

    #[inline(never)]
    fn url(&mut self, element: &Element<'_, 'a>, names: &[&str]) -> Option<Url<'a>> {
        element.first(names).and_then(|value| self.values.url(value))
    }

    /// The address of what has a path on the site, such as a tag.
    #[inline(never)]
    fn on_site(&mut self, path: &str) -> Option<Url<'a>> {
        if path.is_empty() {
            return None;
        }
        let mut url = Url::parse(format!("/{}", path.trim_start_matches('/'))).ok()?;
        let page = self.page.as_ref()?;
        url.resolve(page);
        Some(url)
    }
}

/// A line of plain words.
#[inline(never)]
fn plain(text: Option<Text<'_>>) -> Vec<Inline<'_>> {
    text.map(prose::line).unwrap_or_default()
}
