//! What the JSON-LD of a page says beside the page; it knows which of the two is right about what, not how JSON-LD is
//! read.

use super::Markup;
use super::parse::parse;
use crate::json::Document;
use crate::model::{Article, Block};
use crate::read::linked_data::{self, Graph, Linked};
use crate::read::piece::Base;
use crate::read::values::Values;
use crate::read::{aliases, pictures, readers};

/// Returns what the scripts of HTML say of the article, if they say something.
pub(super) fn linked<'a>(html: &str, values: &mut Values<'_>) -> Option<Linked<'a>> {
    if html.contains("ld+json") && readers::ask(readers::LINKED_DATA) { read_linked(html, values) } else { None }
}

#[inline(never)]
fn read_linked<'a>(html: &str, values: &mut Values<'_>) -> Option<Linked<'a>> {
    let documents = linked_data::documents(html, values.diagnostics);
    linked_data::read(&Graph::of(documents.iter().map(Document::root)), values)
}

/// Returns the article of a page that has it in its scripts only.
pub(in crate::read) fn article_of_scripts<'a>(html: &'a str, base: Base, values: &mut Values<'_>) -> Article<'a> {
    let mut said = linked(html, values).map(Linked::into_article).unwrap_or_default();
    let tree = parse(html);
    let mut of_page = Article::default();
    Markup::new(&tree, |text| text, base, values).head(tree.root(), &mut of_page);
    aliases::add(&mut said, of_page);
    said
}

/// Gives an article that was made of a page's head what JSON-LD knows better. The body, and what sums it up, is what
/// the page shows.
pub(super) fn describe<'a>(article: &mut Article<'a>, linked: &mut Linked<'a>) {
    let said = std::mem::take(&mut linked.article);
    let of_page = std::mem::take(article);
    *article = Article {
        language: of_page.language.clone().or(said.language),
        standfirst: Vec::new(),
        body: Vec::new(),
        updates: Vec::new(),
        corrections: Vec::new(),
        lead_media: None,
        ..said
    };
    linked.article.lead_media = said.lead_media;
    aliases::add(article, of_page);
}

/// Gives the pictures of a page what JSON-LD says of the same ones, and one to an article that shows none.
pub(super) fn complete<'a>(article: &mut Article<'a>, linked: Linked<'a>) {
    let mut blocks = article.lead_media.iter().chain(&article.body);
    let shows_picture = blocks.any(|block| matches!(block, Block::Image(_)));
    let others = pictures::unshown(linked.pictures, article);
    if !shows_picture {
        let first = others.into_iter().next().map(Block::from);
        article.lead_media = article.lead_media.take().or(first).or(linked.article.lead_media);
    }
}
