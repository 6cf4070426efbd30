//! The head of a page → what it says about the article; it knows the names that sites give to that.

use super::Markup;
use super::parts::MOST_TRIED;
use super::tag::Tag;
use super::tree::Node;
use crate::model::{Article, Block, Contributor, Crumb, Direction, Image, MediaUrl, Text, Url, plain_line};
use crate::read::credit;
use crate::read::dates;

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Reads what the head of a page says about the article.
    pub(super) fn head(&mut self, root: Node<'t, 's>, article: &mut Article<'a>) {
        for node in root.elements() {
            match node.tag() {
                Some(Tag::Html | Tag::Body) => self.tongue(node, article),
                Some(Tag::Meta) => self.meta(node, article),
                Some(Tag::Link) if node.says("rel", "canonical") => {
                    article.url = self.url(node, "href");
                }
                Some(Tag::Title) if article.headline.is_empty() => article.headline = self.line(node),
                _ => {}
            }
        }
    }

    /// Reads in which language and direction all of an element is.
    pub(super) fn tongue(&self, node: Node<'t, 's>, article: &mut Article<'a>) {
        let direction = node.attribute("dir").and_then(|name| Direction::from_name(name));
        article.language = self.language(node, "lang").or(article.language.take());
        article.direction = direction.or(article.direction);
    }

    fn meta(&mut self, node: Node<'t, 's>, article: &mut Article<'a>) {
        let names = ["property", "name", "itemprop"];
        let name = names.into_iter().find_map(|name| node.attribute(name));
        let Some(name) = name.map(|name| name.to_ascii_lowercase()) else { return };
        let Some(text) = self.attribute(node, "content").map(Text::trimmed) else { return };
        match name.as_str() {
            "og:title" => article.headline = plain_line(text),
            "author" | "article:author" | "parsely-author" | "sailthru.author" | "dc.creator" | "byl"
                if !text.contains("//") =>
            {
                let name = credit::without_by(text);
                if !article.authors.iter().take(MOST_TRIED).any(|author| author.name == name) {
                    article.authors.push(Contributor { name, ..Contributor::default() });
                }
            }
            "article:published_time" | "datepublished" => article.published = Some(dates::stated(text)),
            "article:modified_time" | "datemodified" => article.modified = Some(dates::stated(text)),
            "parsely-pub-date" | "pubdate" | "dc.date.issued" | "dcterms.created" | "date" => {
                article.published.get_or_insert_with(|| dates::stated(text));
            }
            "og:updated_time" | "last-modified" | "lastmod" | "dcterms.modified" => {
                article.modified.get_or_insert_with(|| dates::stated(text));
            }
            "article:section" => article.section = Some(Crumb { name: text, url: None }),
            "article:tag" => article.keywords.push(text),
            "og:site_name" => article.publisher = Some(Crumb { name: text, url: None }),
            "og:url" if article.url.is_none() => article.url = Url::parse(text.into_cow()).ok(),
            "og:image" if article.lead_media.is_none() => {
                let src = MediaUrl::parse(text.into_cow()).ok();
                article.lead_media =
                    src.map(|src| Block::from(Image { src: Some(src), at: self.at(node), ..Image::default() }));
            }
            _ => {}
        }
    }
}
