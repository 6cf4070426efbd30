//! The head of a page → what it says about the article; it knows the names that sites give to that.

use super::Markup;
use super::parts::MOST_TRIED;
use super::tag::Tag;
use super::tree::Node;
use crate::model::{
    Article, Block, Contributor, Crumb, Date, Direction, Image, Inline, Language, MediaUrl, Text, Url, plain_line,
};
use crate::read::text::authors_of;
use crate::read::{credit, dates, pictures, words};

/// What sites call the author, the dates and the language of an article there, in nothing but small letters and digits.
const AUTHORS: &str = "articleauthor|author|byl|byline|dccreator|dctermscreator|parselyauthor|sailthruauthor";
const PUBLISHED: &str = "articlepublicationdate|articlepublished|date|dcdate|dcdateissued|dctermscreated|parselypubdate|pubdate|publicationdate|publishdate|publisheddate";
const MODIFIED: &str = "articlemodified|dctermsmodified|lastmod|lastmodified|ogupdatedtime";
const LANGUAGES: &str = "dclanguage|dctermslanguage|inlanguage|language|oglocale";

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
        drop_site(article);
        article.authors.retain(|author| article.publisher.as_ref().is_none_or(|site| site.name != author.name));
    }

    /// Reads in which language and direction all of an element is.
    pub(super) fn tongue(&self, node: Node<'t, 's>, article: &mut Article<'a>) {
        let direction = node.attribute("dir").and_then(|name| Direction::from_name(name));
        article.language = self.language(node, "lang").or(article.language.take());
        article.direction = direction.or(article.direction);
    }

    fn meta(&mut self, node: Node<'t, 's>, article: &mut Article<'a>) {
        let names = ["property", "name", "itemprop"];
        let Some(name) = names.into_iter().find_map(|name| node.attribute(name)) else { return };
        let name: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
        // Some write what Open Graph has for articles as a part of it.
        let name = name.strip_prefix("og").filter(|rest| rest.starts_with("article")).unwrap_or(&name);
        let Some(text) = self.attribute(node, "content").map(Text::trimmed) else { return };
        match name {
            "ogtitle" => article.headline = plain_line(text),
            "articlepublishedtime" | "datepublished" => article.published = Some(dates::stated(text)),
            "articlemodifiedtime" | "datemodified" => article.modified = Some(dates::stated(text)),
            // Some write the sections as a machine's list.
            "articlesection" if !text.contains(',') || text.contains(' ') => {
                article.section = Some(Crumb { name: text, url: None })
            }
            "articletag" => article.keywords.push(text),
            "ogsitename" => article.publisher = Some(Crumb { name: text, url: None }),
            "ogurl" if article.url.is_none() => article.url = Url::parse(text.into_cow()).ok(),
            "ogimage" if article.lead_media.is_none() => {
                let src = MediaUrl::parse(text.into_cow()).ok().filter(|src| !pictures::is_called_sign(src));
                article.lead_media =
                    src.map(|src| Block::from(Image { src: Some(src), at: self.at(node), ..Image::default() }));
            }
            _ if words::has(AUTHORS, name) => add_authors(text, article),
            _ if words::has(PUBLISHED, name) => add_date(text, &mut article.published),
            _ if words::has(MODIFIED, name) => add_date(text, &mut article.modified),
            _ if words::has(LANGUAGES, name) && article.language.is_none() => {
                article.language = Language::parse(text.replace('_', "-"));
            }
            _ => {}
        }
    }
}

/// Adds those whom a page names as authors, once each. An address is no name.
fn add_authors<'a>(text: Text<'a>, article: &mut Article<'a>) {
    let is_site = text.contains("//") || (text.contains('.') && !text.contains(' '));
    if is_site {
        return;
    }
    let name = credit::without_by(text);
    let mut named = authors_of(&name);
    if named.len() < 2 {
        named = vec![Contributor { name, ..Contributor::default() }];
    }
    for author in named {
        let is_known = |known: &Contributor<'_>| words::are_same(&known.name, &author.name);
        if !article.authors.iter().take(MOST_TRIED).any(is_known) {
            article.authors.push(author);
        }
    }
}

/// Notes a date that can be read, unless one is known. What the page shows may say more than a bare number does.
fn add_date<'a>(text: Text<'a>, known: &mut Option<Date<'a>>) {
    let date = dates::stated(text);
    if date.moment.is_some() && !words::are_digits(&date.source) {
        known.get_or_insert(date);
    }
}

/// Takes the name of the site off the end of a title.
fn drop_site(article: &mut Article<'_>) {
    let ([Inline::Text(title)], Some(site)) = (article.headline.as_mut_slice(), &article.publisher) else { return };
    let Some(before) = title.strip_suffix(site.name.as_str()) else { return };
    let rest = words::trim_end_of(before.trim_end(), "-–—|:：·•»");
    if rest.len() < before.trim_end().len() && !rest.trim().is_empty() {
        *title = title.slice(0..rest.trim_end().len());
    }
}
