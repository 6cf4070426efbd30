//! Reads Contentful: its rich text, with what the answers of its REST and GraphQL interfaces have beside it.

mod asset;
mod block;
mod entry;
mod inline;
mod links;
mod locale;

use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Value};
use crate::model::{Article, Block, Image, Inline, Note};

use super::format::Format;
use super::prose::{self, Prose, add_below, items_below};
use super::source::{Shape, Source};
use super::values::Values;
use super::{aliases, figure, markdown, pictures};
use links::{Links, Target, fields};

/// The row for Contentful.
pub(super) const FORMAT: Format =
    Format { name: "contentful", about: "Contentful's rich text and entries", shape: Shape::Json, matches, read };

fn matches(source: &Source<'_>) -> bool {
    source.json().is_some_and(|root| is_document(root) || entries(root).is_some() || is_entry(root) || has_links(root))
}

/// Rich text by itself.
fn is_document(value: Value<'_, '_>) -> bool {
    value.says("nodeType", "document") && value.get("content").is_some()
}

/// The entries in the answer to a question for some, or in the export of a space.
fn entries<'d, 'a>(root: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    if root.get_in("sys", "type").is_some_and(|name| name.is("Array")) {
        return root.get("items").filter(|items| items.kind() == Kind::Array);
    }
    root.get("entries").filter(|entries| entries.items().next().is_some_and(is_entry))
}

/// The entry that is read: the first of an answer; of a space, the first of the kind that says the most in one.
fn article<'d, 'a>(root: Value<'d, 'a>, entries: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let len = |entry: &Value<'_, '_>| entry::body_of(fields(*entry)).map_or(0, |body| body.raw_str().len());
    let longest = root.get("entries").and_then(|entries| entries.items().max_by_key(len));
    entries.items().find(|entry| longest.is_none_or(|longest| entry::kind(*entry) == entry::kind(longest)))
}

/// An entry of the REST interface.
fn is_entry(value: Value<'_, '_>) -> bool {
    let is_object = |key| value.get(key).is_some_and(|member| member.kind() == Kind::Object);
    is_object("sys") && is_object("fields")
}

/// A field of the GraphQL interface: rich text and what it links to.
fn has_links(value: Value<'_, '_>) -> bool {
    value.get("json").is_some_and(is_document)
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let Some(root) = source.json() else { return Article::default() };
    match locale::of_one_language(root) {
        Some((document, language)) => {
            let article = read_root(source, document.root(), diagnostics);
            Article { language: article.language.or(language), ..article }
        }
        None => read_root(source, root, diagnostics),
    }
}

fn read_root<'a>(source: &Source<'a>, root: Value<'_, 'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let mut links = Links::new(root, source);
    let mut article = Article::default();
    let entries = entries(root);
    let entry = entries.map_or(Some(root), |entries| self::article(root, entries));
    let Some(entry) = entry else { return article };
    report_others(entries, entry, diagnostics);
    let fields = entry.get("fields").filter(|_| is_entry(entry));
    let body = match fields {
        Some(fields) => entry::body_of(fields),
        None => Some(root.get("json").unwrap_or(root)),
    };
    // The first entry is no part of another, and no longer than the document.
    let _ = links.open(entry);
    let mut reader = Contentful { values: Values::new(diagnostics), links, notes: Vec::new(), depth: 0 };
    article.body = body.map(|body| reader.blocks(body)).unwrap_or_default();
    article.notes = reader.notes;
    if let Some(fields) = fields {
        let diagnostics = reader.values.diagnostics;
        aliases::describe(&mut article, fields, &mut |id| reader.links.record(id), diagnostics);
        aliases::describe(&mut article, entry.get("sys").unwrap_or(entry), &mut |_| None, diagnostics);
        aliases::report_text(fields, body.unwrap_or(fields), diagnostics);
    }
    pictures::show_lead_once(&mut article);
    article
}

/// Says that a list has other entries of the kind of the first, which are most likely articles too.
fn report_others(entries: Option<Value<'_, '_>>, first: Value<'_, '_>, diagnostics: &mut Diagnostics) {
    let Some(items) = entries else { return };
    let count = items.items().filter(|item| entry::kind(*item) == entry::kind(first)).count();
    if count > 1 {
        let message = format!("this is a list of {count} of a kind; the first of them is read");
        diagnostics.add(Code::ArticlesSeveral, Some(items.offset()), message);
    }
}

/// What the readers of the parts share: the values, what links lead to, and the notes of Markdown.
struct Contentful<'r, 'd, 'a> {
    values: Values<'r>,
    links: Links<'d, 'a>,
    notes: Vec<Note<'a>>,
    /// Blocks inside of blocks, across entries.
    depth: usize,
}

impl<'r, 'a> Prose<'r, 'a> for Contentful<'r, '_, 'a> {
    fn values(&mut self) -> &mut Values<'r> {
        &mut self.values
    }

    /// A line of rich text, of its blocks one below the other, or of text; what a link leads to is called something.
    fn line(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        if value.is_string() {
            return prose::line_in(&mut self.values, value);
        }
        let mut line = Vec::new();
        if value.get("nodeType").is_some() || value.get("json").is_some() {
            line = prose::one_line(&self.blocks(value));
        } else if let Some(target) = self.record(value)
            // An answer may name an entry and say nothing of it, which then leads to itself.
            && !std::ptr::eq(target.raw_str(), value.raw_str())
        {
            match self.links.open(target) {
                Ok(()) => {
                    line.extend(prose::name_of(self, fields(target)).map(Inline::Text));
                    self.links.close();
                }
                Err((code, message)) => self.values.add(code, value, message),
            }
        }
        add_below(&mut line, items_below(value, &mut |item| self.line(item)));
        line
    }

    /// Rich text, Markdown, which is what a long text is, or entries by their links.
    fn blocks(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        if value.is_string() {
            return markdown::blocks(value, &mut self.values).keep_notes(&mut self.notes);
        }
        let mut blocks = Vec::new();
        self.add_blocks(value.get("json").unwrap_or(value), &mut blocks);
        blocks
    }

    fn picture(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        let mut image = self.image(value)?;
        figure::finish(&mut image);
        Some(image)
    }

    fn target<'v>(&mut self, value: Value<'v, 'a>) -> Value<'v, 'a>
    where
        Self: 'v,
    {
        match self.links.target(value) {
            Target::Found(record) if self.links.spend(record) => fields(record),
            Target::Itself => fields(value),
            Target::Found(_) | Target::Missing(_) => value,
        }
    }

    fn notes(&mut self) -> &mut Vec<Note<'a>> {
        &mut self.notes
    }
}
