//! The posts of a live page; it knows which elements are posts, and reads them as a page is read.

use super::Markup;
use super::page::len_of_text;
use super::tag::Tag;
use super::tree::Node;
use crate::model::{Article, Block, Post};

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Reads the posts of a page that is live, and sets them aside.
    pub(super) fn posts(&mut self, main: Node<'t, 's>, article: &mut Article<'a>) {
        let posts = posts(main);
        let is_called_live = |node: Node<'t, 's>| node.has_name(&|name| name.to_ascii_lowercase().contains("live"));
        let is_live = article.coverage_start.is_some()
            || (posts.len() > 1 && (is_called_live(main) || main.has_that(&is_called_live)));
        let len: usize = posts.iter().map(|post| len_of_text(*post)).sum();
        if is_live && len * 2 >= len_of_text(main) {
            article.updates = posts.iter().map(|post| self.post(*post)).collect();
            self.notes.set_aside(&posts);
        }
    }

    fn post(&mut self, node: Node<'t, 's>) -> Post<'a> {
        let heading = node.find_that(&Node::is_heading);
        let mut said = Article::default();
        self.header(node, heading, &mut said);
        let mut body = said.standfirst;
        let lines = [said.kicker, said.byline].into_iter().filter(|line| !line.is_empty());
        body.extend(lines.map(Block::Paragraph));
        body.extend(self.blocks(node));
        Post {
            id: self.attribute(node, "id"),
            headline: said.headline,
            published: said.published,
            modified: said.modified,
            authors: said.authors,
            body,
            ..Post::default()
        }
    }
}

/// The outermost elements that may be posts: those of articles with a time, and what is called so.
fn posts<'t, 's>(main: Node<'t, 's>) -> Vec<Node<'t, 's>> {
    let is_called = |class: &str| class.contains("live") && (class.ends_with("post") || class.ends_with("entry"));
    let is_time = |node: Node<'t, 's>| node.is(Tag::Time) && node.has("datetime");
    let mut posts: Vec<Node<'t, 's>> = Vec::new();
    for node in main.all_that(usize::MAX, &|node| node.is(Tag::Article) || node.has_class(&is_called)) {
        if !posts.last().is_some_and(|post| post.holds(node)) && node.has_that(&is_time) {
            posts.push(node);
        }
    }
    posts
}
