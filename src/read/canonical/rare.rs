//! Reads what few articles have: the other blocks, and fields of their own.

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{Article, Block, Code as CodeBlock, Post, Pullquote, Unknown};

use super::super::words;
use super::Canonical;
use super::block::paragraph;

impl<'a> Canonical<'_, 'a> {
    /// A field of an article. Never inlined: it is a part of its own (`src/read/readers.rs`), and so is the next.
    #[inline(never)]
    pub(super) fn rare_field(&mut self, article: &mut Article<'a>, key: &str, value: Value<'_, 'a>) {
        if key == "updates" {
            article.updates = self.values.objects(value).map(|item| self.post(item)).collect();
        } else {
            article.corrections = self.values.objects(value).map(|item| self.correction(item)).collect();
        }
    }

    fn post(&mut self, value: Value<'_, 'a>) -> Post<'a> {
        let mut post = Post::default();
        for (key, value) in value.members() {
            match &*key.as_str().unwrap_or_default() {
                "type" => {}
                "id" => post.id = self.values.text(value),
                "headline" => post.headline = self.line(value),
                "datePublished" => post.published = self.date(value),
                "dateModified" => post.modified = self.date(value),
                "url" => post.url = self.values.url(value),
                "authors" => post.authors = self.contributors(value),
                "body" => post.body = self.blocks(value),
                "isKeyEvent" => post.is_key_event = self.values.boolean(value).unwrap_or_default(),
                "isPinned" => post.is_pinned = self.values.boolean(value).unwrap_or_default(),
                _ => self.unknown_key(key, "a post"),
            }
        }
        post
    }

    /// The block of that name; one of an unknown name keeps what can be read of it.
    #[inline(never)]
    pub(super) fn rare(&mut self, value: Value<'_, 'a>, name: &str) -> Option<Block<'a>> {
        Some(match name {
            "pullquote" => Block::Pullquote(Pullquote {
                content: self.line_of(value, "content"),
                cite: self.line_of(value, "cite"),
            }),
            "rating" => Block::Rating(self.rating(value)?),
            "table" => Block::Table(self.table(value)),
            "code" => Block::Code(CodeBlock {
                language: value.get("language").and_then(|language| self.values.text(language)),
                text: value.get("text").and_then(|text| self.values.text(text)).unwrap_or_default(),
                caption: self.line_of(value, "caption"),
            }),
            "preformatted" => Block::Preformatted(self.line_of(value, "content")),
            "unknown" => Block::Unknown(self.kept(value)),
            name => match self.media(value, name).or_else(|| self.aside(value, name)) {
                Some(block) => block,
                None => Block::Unknown(self.unknown_block(value, name)),
            },
        })
    }

    /// A block that another reader did not know.
    fn kept(&mut self, value: Value<'_, 'a>) -> Unknown<'a> {
        let name = value.get("originalType").and_then(|name| self.values.text(name));
        let name = name.unwrap_or_else(|| "unknown".into());
        let content = self.blocks_of(value, "content");
        self.unknown(Code::BlockUnknown, value, "block", &name, content.len());
        Unknown { name, content }
    }

    /// Everything in it that reads like text is kept.
    fn unknown_block(&mut self, value: Value<'_, 'a>, name: &str) -> Unknown<'a> {
        let mut content = Vec::new();
        for (key, value) in value.members() {
            if words::has(READABLE, key.raw_str()) {
                if value.is_string() {
                    content.extend(paragraph(&mut self.line(value)));
                } else {
                    content.extend(self.blocks(value));
                }
            }
        }
        self.unknown(Code::BlockUnknown, value, "block", name, content.len());
        Unknown { name: name.to_owned().into(), content }
    }
}

/// The keys under which blocks that are not known have their text.
const READABLE: &str = "title|headline|summary|term|description|text|content|body|items|events|caption|cite";
