//! Reads the blocks of an article: all of them are its body, or each is a post of a live blog.

use crate::diagnostic::Code;
use crate::json::{Kind, Value, items_in};
use crate::model::{Article, Block, Contributor, Post};

use super::header::MOST_AUTHORS;
use super::{Element, Guardian, markup, plain, prose};

impl<'d, 'a> Guardian<'_, 'd, 'a> {
    pub(super) fn body(&mut self, fields: &Element<'d, 'a>, article: &mut Article<'a>) {
        let blocks = self.item.get("blocks");
        let blocks = blocks.and_then(|blocks| blocks.get("body")).or(blocks);
        // What is not published is a draft, as is an article of nothing else.
        let is_shown = |block: &Value<'_, '_>| block.get("published").and_then(Value::as_bool) != Some(false);
        let mut blocks: Vec<_> = items_in(blocks).collect();
        if blocks.iter().any(is_shown) {
            blocks.retain(is_shown);
        } else if let Some(block) = blocks.first() {
            self.values.add(Code::ArticleDraft, *block, "no block of the article is published");
        }
        if self.is_live(blocks.len()) {
            // A page of a long blog has the pinned post beside its own.
            let is_same = |one: &Value<'_, '_>, other: &Value<'_, '_>| one.str_of("id") == other.str_of("id");
            let pinned = self.item.get("pinnedPost");
            let missing = pinned.filter(|pinned| pinned.get("elements").is_some());
            blocks.splice(0..0, missing.filter(|pinned| !blocks.iter().any(|block| is_same(pinned, block))));
            for block in blocks {
                let mut post = self.post(block, &article.authors);
                post.is_pinned |= pinned.is_some_and(|pinned| post.id.is_some() && is_same(&pinned, &block));
                article.updates.push(post);
            }
        } else {
            article.body = prose::blocks_each(&mut blocks.into_iter(), &mut |block| self.block(block));
        }
        if article.body.is_empty()
            && article.updates.is_empty()
            && let Some(html) = fields.first(&["body", "bodyText"])
        {
            let body = markup::blocks(html, &mut self.values);
            (article.body, article.notes) = (body.blocks, body.notes);
        }
    }

    fn is_live(&self, blocks: usize) -> bool {
        let is_called = self.item.says("type", "liveblog");
        let design = self.item.get("format").and_then(|format| format.str_of("design")).unwrap_or_default();
        let mut tags = self.item.items_of("tags");
        let mut is_tagged = || tags.any(|tag| tag.says("id", "tone/minutebyminute"));
        is_called || design.contains("Blog") || blocks > 1 || is_tagged()
    }

    /// The elements of a block; one without elements may have HTML.
    pub(super) fn block(&mut self, block: Value<'d, 'a>) -> Vec<Block<'a>> {
        let elements = block.get("elements").filter(|list| list.items().next().is_some());
        if let Some(elements) = elements {
            return self.elements(elements);
        }
        self.html(&Element::of(block), &["bodyHtml"])
    }

    fn post(&mut self, block: Value<'d, 'a>, authors: &[Contributor<'a>]) -> Post<'a> {
        let element = Element::of(block);
        let attributes = element.with(block.get("attributes").unwrap_or(block));
        let flag = |name: &str| attributes.is_true(name);
        let mut date = |names: &[&str]| {
            let value = names.iter().find_map(|name| element.get(name))?;
            self.values.date(value)
        };
        let published = date(&["firstPublishedDate", "publishedDate", "blockFirstPublished", "blockCreatedOn"]);
        let first = published.as_ref().and_then(|date| date.moment);
        let modified = date(&["lastModifiedDate", "blockLastUpdated"]).filter(|date| first < date.moment);
        let title = self.line(&element, &["title"]);
        Post {
            headline: if title.is_empty() { plain(self.text(&attributes, &["title"])) } else { title },
            published,
            modified,
            url: None,
            authors: self.contributors(block, authors),
            body: self.block(block),
            is_key_event: flag("keyEvent") || flag("summary"),
            is_pinned: flag("pinned"),
            id: self.text(&element, &["id"]),
        }
    }

    /// Who wrote a post: the identifiers of tags, or names with portraits.
    fn contributors(&mut self, block: Value<'d, 'a>, authors: &[Contributor<'a>]) -> Vec<Contributor<'a>> {
        let mut found = Vec::new();
        for contributor in block.items_of("contributors") {
            if contributor.kind() == Kind::Object {
                let element = Element::part(contributor);
                let Some(name) = self.text(&element, &["name", "webTitle"]) else { continue };
                found.push(self.contributor(&element, name, None));
            } else if let Some(id) = contributor.as_str() {
                let is_theirs = |author: &&Contributor<'_>| {
                    author.url.as_ref().is_some_and(|url| url.as_str().ends_with(id.trim_start_matches('/')))
                };
                found.extend(authors.iter().take(MOST_AUTHORS).find(is_theirs).cloned());
            }
        }
        found
    }
}
