//! Reads JSON-LD in the vocabulary of schema.org, alone, or in a page that has its article nowhere else.

use super::format::Format;
use super::linked_data::{self, Graph};
use super::piece::Base;
use super::source::{Shape, Source};
use super::values::Values;
use super::{markup, readers};
use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Document, Kind, Value};
use crate::model::Article;

/// The row for JSON-LD.
pub(super) const FORMAT: Format = Format {
    name: readers::LINKED_DATA,
    about: "JSON-LD in the vocabulary of schema.org, alone or in a page",
    shape: Shape::Either,
    matches,
    read,
};

fn matches(source: &Source<'_>) -> bool {
    match source.json() {
        Some(value) => is_node(value) || value.items().find(|item| item.kind() == Kind::Object).is_some_and(is_node),
        None => is_only_in_scripts(source.text()),
    }
}

/// Other formats have keys that begin with `@` too, but not these.
fn is_node(value: Value<'_, '_>) -> bool {
    let is_context = |context: Value<'_, '_>| {
        context.as_str().is_some_and(|context| context.contains("schema.org")) || context.kind() == Kind::Object
    };
    value.get("@graph").is_some()
        || value.get("@type").is_some()
        || value.get("@context").is_some_and(|context| is_context(context) || context.items().any(is_context))
}

/// Whether the scripts of a page say more of its article than the page shows.
fn is_only_in_scripts(text: &str) -> bool {
    let begins = text.trim_start().starts_with('<');
    if !begins || !text.contains("ld+json") || !(text.contains("articleBody") || text.contains("liveBlogUpdate")) {
        return false;
    }
    readers::ask(readers::LINKED_DATA) && is_only_there(text)
}

#[inline(never)]
fn is_only_there(text: &str) -> bool {
    let documents = linked_data::documents(text, &mut Diagnostics::default());
    let said = Graph::of(documents.iter().map(Document::root)).len_of_body();
    said > 0 && markup::len_of_article(text) * 2 < said
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let Some(value) = source.json() else {
        return markup::article_of_scripts(source.text(), Base::Exact(0), &mut Values::new(diagnostics));
    };
    let graph = Graph::of(std::iter::once(value));
    let mut values = Values::new(diagnostics);
    let linked = linked_data::read(&graph, &mut values);
    if linked.is_none() {
        values.add(Code::ValueInvalid, value, "none of what this describes is an article");
    }
    linked_data::report_unshown(&graph, &mut values);
    let mut article = linked.map(linked_data::Linked::into_article).unwrap_or_default();
    linked_data::add_questions(&graph, &mut article, &mut values);
    article
}
