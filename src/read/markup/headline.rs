//! Finds the headline of a page: which of its headings is the article's and not the site's; it knows headings and links,
//! not the rest of a header.

use super::parts::{MOST_TRIED, is_property, title};
use super::tag::Tag;
use super::tree::Node;
use crate::model::{Article, plain_text};
use crate::read::words;

/// The heading that is the headline of an article: one that says it again, or else one of the first level that is not
/// the sign of the site.
pub(super) fn headline<'t, 's>(root: Node<'t, 's>, main: Node<'t, 's>, article: &Article<'_>) -> Option<Node<'t, 's>> {
    let known = words::letters(&plain_text(&article.headline));
    let site = article.publisher.as_ref().map(|site| words::letters(&site.name)).unwrap_or_default();
    let says_again = |node: &Node<'t, 's>| is_again(&known, &words::letters(&node.plain_text()));
    let all = |of: Node<'t, 's>, passes: &dyn Fn(Node<'t, 's>) -> bool| of.all_that(MOST_TRIED, passes).into_iter();
    let headings = |of: Node<'t, 's>| all(of, &Node::is_heading);
    let first = |of: Node<'t, 's>| all(of, &|node| node.is(Tag::H1));
    let is_other =
        |node: &Node<'t, 's>| node.words() > 0 && words::letters(&node.plain_text()) != site && !leads_home(*node);
    let is_named =
        |node: &Node<'t, 's>| node.is_called("entry-title|post-title|graf--title") || is_property(*node, "headline");
    // The first one may be the name of the site or of a section.
    let begins = |node: &Node<'t, 's>| is_begin(&known, &words::letters(&node.plain_text()));
    let headline = first(main).find(begins).or_else(|| first(main).chain(headings(main)).find(says_again));
    let headline = headline.or_else(|| headings(main).find(begins)).or_else(|| first(main).find(is_other));
    let headline = headline.or_else(|| headings(root).find(|node| says_again(node) || begins(node)));
    let headline = headline.or_else(|| headings(main).find(is_named));
    headline.or_else(|| first(root).find(is_other)).or_else(|| title(main))
}

/// Whether all words of a line lead to the front page of a site.
pub(super) fn leads_home(line: Node<'_, '_>) -> bool {
    let is_front_page = |address: &str| {
        let path = address.split_once("://").map_or(address, |(_, rest)| rest.trim_start_matches(|c| c != '/'));
        path == "/" || (path.is_empty() && !address.is_empty())
    };
    let is_all = |node: Node<'_, '_>| node.is(Tag::A) && node.words() == line.words();
    let link = if is_all(line) { Some(line) } else { line.find_that(&is_all) };
    link.and_then(|link| link.attribute("href")).is_some_and(|address| is_front_page(address))
}

/// Whether a heading says the headline again, with a kicker or without the name of the site.
fn is_again(known: &str, own: &str) -> bool {
    let (shorter, longer) = if known.len() < own.len() { (known, own) } else { (own, known) };
    shorter.len() * 2 > longer.len() && longer.contains(shorter)
}

/// Whether what a page is called begins with a heading, and goes on with no more than the names of its site.
fn is_begin(known: &str, own: &str) -> bool {
    own.len() * 3 > known.len() && known.starts_with(own)
}
