//! Reads an article out of JSON-LD in the vocabulary of schema.org; it knows nodes and their properties, not whether
//! they stand alone or in a page.

mod article;
mod body;
mod graph;
mod guide;
mod lenient;
mod media;
mod person;
mod picture;

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{Article, Block, Date, Gallery, Image, Inline, Text, Url, plain_text};

use super::source::shortened;
use super::values::Values;
use super::{markup, pictures, prose, words};

pub(super) use graph::Graph;
pub(super) use guide::report_unshown;
pub(super) use lenient::documents;

/// What JSON-LD says of an article.
pub(super) struct Linked<'a> {
    /// The article, with its pictures left out.
    pub(super) article: Article<'a>,
    /// Its pictures, the one that stands for it first.
    pub(super) pictures: Vec<Image<'a>>,
}

impl<'a> Linked<'a> {
    /// Returns the article with its pictures: the first leads it, the others follow its body.
    pub(super) fn into_article(self) -> Article<'a> {
        let mut article = self.article;
        let mut others = self.pictures;
        if article.lead_media.is_none() && !others.is_empty() {
            article.lead_media = Some(Block::from(others.remove(0)));
        }
        pictures::show_lead_once(&mut article);
        let mut items = pictures::unshown(others, &mut article);
        if items.len() > 1 {
            article.body.push(Block::from(Gallery { items, ..Gallery::default() }));
        } else {
            article.body.extend(items.pop().map(Block::from));
        }
        article
    }
}

/// Returns what the nodes say of the article among them, if there is one.
pub(super) fn read<'a>(graph: &Graph<'_, 'a>, values: &mut Values<'_>) -> Option<Linked<'a>> {
    let node = graph.article()?;
    Some(Reader { graph, values }.article(node))
}

/// Adds the questions that stand beside an article, unless its body has the first of them.
pub(super) fn add_questions<'a>(graph: &Graph<'_, 'a>, article: &mut Article<'a>, values: &mut Values<'_>) {
    let is_other = |page: &Value<'_, 'a>| graph.article().is_some_and(|node| node.index() != page.index());
    let Some(page) = graph.of_type(|name| name == "faqpage").find(is_other) else { return };
    let found = Reader { graph, values }.guide(page);
    let Some(Block::Questions(questions)) = found.first() else { return };
    let first = questions.items.first().map(|item| words::letters(&plain_text(&item.question))).unwrap_or_default();
    if !words::letters(&plain_text(&prose::one_line(&article.body))).contains(&first) {
        article.body.extend(found);
    }
}

/// The values of a list that has an order, or of one that has none (JSON-LD 1.1, section 4.3); what is no list is one.
fn listed<'d, 'a>(value: Value<'d, 'a>) -> Vec<Value<'d, 'a>> {
    let value = ["@list", "@set"].iter().find_map(|list| value.get(list)).unwrap_or(value);
    if value.kind() == Kind::Array { value.items().collect() } else { vec![value] }
}

/// Reads the properties of nodes. What a node refers to is looked up one step at a time, so circles end.
struct Reader<'g, 'd, 'a, 'v, 'r> {
    graph: &'g Graph<'d, 'a>,
    values: &'v mut Values<'r>,
}

impl<'d, 'a> Reader<'_, 'd, 'a, '_, '_> {
    /// The values of a property, of which there may be one or a list; references are followed.
    #[inline(never)]
    fn all(&self, node: Value<'d, 'a>, name: &str) -> Vec<Value<'d, 'a>> {
        let Some(value) = node.get(name) else { return Vec::new() };
        // Some write lists in lists.
        let values = listed(value).into_iter().flat_map(listed);
        let values = values.filter(|value| value.kind() != Kind::Null);
        values.map(|value| self.graph.resolved(value)).collect()
    }

    /// The first value of the first of the properties that has one.
    #[inline(never)]
    fn one(&self, node: Value<'d, 'a>, names: &str) -> Option<Value<'d, 'a>> {
        words::found(names, &mut |name| self.all(node, name).into_iter().find(|value| !is_blank(*value)))
    }

    /// The words of the first of the properties that has some.
    #[inline(never)]
    fn text(&mut self, node: Value<'d, 'a>, names: &str) -> Option<Text<'a>> {
        let value = self.one(node, names)?;
        self.words(value)
    }

    #[inline(never)]
    fn line(&mut self, node: Value<'d, 'a>, names: &str) -> Vec<Inline<'a>> {
        self.text(node, names).map(Inline::Text).into_iter().collect()
    }

    /// All words of a property.
    #[inline(never)]
    fn texts(&mut self, node: Value<'d, 'a>, name: &str) -> Vec<Text<'a>> {
        let values = self.all(node, name);
        values.into_iter().filter_map(|value| self.words(value)).collect()
    }

    /// What a value says, or what a node is called. Many sites write their words as they stand in HTML.
    #[inline(never)]
    fn words(&mut self, value: Value<'d, 'a>) -> Option<Text<'a>> {
        if value.kind() == Kind::Object {
            let named = self.one(value, "@value|name|headline|text|alternateName")?;
            return if named.kind() == Kind::Object { None } else { self.words(named) };
        }
        if value.kind() == Kind::Number {
            return Some(value.raw_str().to_owned().into());
        }
        Some(markup::words(value, self.values)?.trimmed()).filter(|text| !text.is_blank())
    }

    #[inline(never)]
    fn date(&mut self, node: Value<'d, 'a>, names: &str) -> Option<Date<'a>> {
        let value = self.one(node, names)?;
        self.values.date(value)
    }

    /// An address, or the address of a node.
    #[inline(never)]
    fn url(&mut self, node: Value<'d, 'a>, names: &str) -> Option<Url<'a>> {
        let value = self.one(node, names)?;
        let value = if value.is_string() { value } else { self.one(value, "url|@id|item")? };
        if value.is_string() { self.values.url(value) } else { None }
    }

    /// A truth value, which many write as a word or as the address of one.
    #[inline(never)]
    fn boolean(&mut self, node: Value<'d, 'a>, name: &str) -> Option<bool> {
        let value = self.one(node, name)?;
        let Some(word) = value.as_str() else { return self.values.boolean(value) };
        let lower = word.trim().to_ascii_lowercase();
        match lower.rsplit('/').next() {
            Some("true" | "yes" | "1") => Some(true),
            Some("false" | "no" | "0") => Some(false),
            Some(_) | None => {
                let message = ["found `", &*shortened(&word), "` where `true` or `false` was expected"].concat();
                self.values.add(Code::ValueInvalid, value, message);
                None
            }
        }
    }
}

/// Whether a value is nothing but white space.
fn is_blank(value: Value<'_, '_>) -> bool {
    value.is_string() && value.raw_str().trim().is_empty()
}
