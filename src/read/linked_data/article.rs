//! Reads what there is to know about an article: its headlines, people, dates, sections and rights.

use crate::json::{Kind, Value};
use crate::model::{Article, Block, Correction, CorrectionKind, Crumb, Language, Post, Role, Series, Text, plain_text};

use super::super::{opening, order, prose, words};
use super::graph::is_a;
use super::{Linked, Reader};

impl<'d, 'a> Reader<'_, 'd, 'a, '_, '_> {
    pub(super) fn article(&mut self, node: Value<'d, 'a>) -> Linked<'a> {
        let mut article = Article {
            id: self.text(node, "identifier|@id"),
            url: self.url(node, "url|mainEntityOfPage|@id"),
            genre: self.text(node, "genre"),
            headline: self.line(node, "headline|name"),
            dateline: self.text(node, "dateline"),
            language: self.language(node),
            publisher: self.crumb(node, "publisher"),
            copyright_notice: self.text(node, "copyrightNotice"),
            copyright_holder: self.text(node, "copyrightHolder"),
            usage_terms: self.text(node, "usageInfo|conditionsOfAccess").filter(|terms| !terms.contains("://")),
            license: self.url(node, "license"),
            accessible_for_free: self.boolean(node, "isAccessibleForFree"),
            ..Article::default()
        };
        self.summary(node, &mut article);
        self.dates(node, &mut article);
        self.people(node, &mut article);
        self.sections(node, &mut article);
        article.series = self.series(node);
        article.corrections = self.corrections(node);
        article.body = self.body(node);
        article.body.extend(self.guide(node));
        article.body.extend(self.rating(node));
        article.updates = self.updates(node);
        opening::drop_repeated_summary(&mut article);
        let pictures = self.pictures(node);
        self.recordings(node, pictures.is_empty(), &mut article);
        Linked { article, pictures }
    }

    /// The description sums up; the other headline does where there is none.
    fn summary(&mut self, node: Value<'d, 'a>, article: &mut Article<'a>) {
        article.alternative_headline = self.line(node, "alternativeHeadline");
        let description = self.line(node, "description|abstract");
        let other = if description.is_empty() { article.alternative_headline.clone() } else { description };
        if !other.is_empty() && plain_text(&other) != plain_text(&article.headline) {
            article.standfirst = vec![Block::Paragraph(other)];
        }
    }

    fn dates(&mut self, node: Value<'d, 'a>, article: &mut Article<'a>) {
        article.published = self.date(node, "datePublished");
        article.modified = self.date(node, "dateModified");
        article.created = self.date(node, "dateCreated");
        article.coverage_start = self.date(node, "coverageStartTime");
        article.coverage_end = self.date(node, "coverageEndTime");
    }

    fn people(&mut self, node: Value<'d, 'a>, article: &mut Article<'a>) {
        let author = if self.one(node, "author").is_some() { "author" } else { "creator" };
        article.authors = self.persons(node, author, Some(Role::Author));
        for (name, role) in
            [("editor", Some(Role::Editor)), ("translator", Some(Role::Translator)), ("contributor", None)]
        {
            let more = self.persons(node, name, role);
            article.authors.extend(more);
        }
    }

    fn language(&mut self, node: Value<'d, 'a>) -> Option<Language<'a>> {
        let value = self.one(node, "inLanguage")?;
        let tag = if value.is_string() { value } else { self.one(value, "alternateName|identifier|name")? };
        self.values.language(tag)
    }

    fn crumb(&mut self, node: Value<'d, 'a>, name: &str) -> Option<Crumb<'a>> {
        let value = self.one(node, name)?;
        let url = if value.is_string() { None } else { self.url(value, "url") };
        Some(Crumb { name: self.words(value)?, url })
    }

    fn sections(&mut self, node: Value<'d, 'a>, article: &mut Article<'a>) {
        article.section = self.texts(node, "articleSection").into_iter().next().map(|name| Crumb { name, url: None });
        article.breadcrumb = self.breadcrumb(node);
        // The last step is the article where it says so, or where it alone leads nowhere and says less of the headline.
        let has_links = article.breadcrumb.iter().any(|step| step.url.is_some());
        article.breadcrumb.pop_if(|last| match &last.url {
            Some(_) if last.url == article.url => true,
            None if has_links => is_short_for(&last.name, &plain_text(&article.headline)),
            Some(_) | None => last.name.as_str() == plain_text(&article.headline),
        });
        let keywords = self.texts(node, "keywords");
        article.keywords = if let [one] = keywords.as_slice() { prose::listed(one, &[',', ';']) } else { keywords };
        if article.keywords.is_empty() {
            article.keywords = self.texts(node, "about");
        }
    }

    /// The list of the way to the article, by the numbers of its steps.
    fn breadcrumb(&mut self, node: Value<'d, 'a>) -> Vec<Crumb<'a>> {
        let own = self.one(node, "breadcrumb").filter(|list| list.kind() == Kind::Object);
        let list = own.or_else(|| self.graph.of_type(|name| name == "breadcrumblist").next());
        let Some(list) = list else { return Vec::new() };
        let mut steps = self.all(list, "itemListElement");
        let position = |step: &Value<'d, 'a>| {
            let place = step.get("position");
            place
                .and_then(|place| place.as_integer().or_else(|| place.as_str()?.trim().parse().ok()))
                .unwrap_or(i64::MAX)
        };
        order::sort(&mut steps, &|one, other| position(one).cmp(&position(other)));
        steps.into_iter().filter_map(|step| self.step(step)).collect()
    }

    fn step(&mut self, step: Value<'d, 'a>) -> Option<Crumb<'a>> {
        if step.is_string() {
            return Some(Crumb { name: self.words(step)?, url: None });
        }
        let inner = self.one(step, "item").filter(|item| item.kind() == Kind::Object);
        let name = self.text(step, "name").or_else(|| self.text(inner?, "name"))?;
        Some(Crumb { name, url: self.url(step, "item|url") })
    }

    fn series(&mut self, node: Value<'d, 'a>) -> Option<Series<'a>> {
        let series =
            self.all(node, "isPartOf").into_iter().find(|whole| is_a(*whole, |name| name.ends_with("series")))?;
        let part = self.one(node, "position").and_then(|part| self.values.positive(part));
        Some(Series { name: self.words(series)?, url: self.url(series, "url"), part, total: None })
    }

    fn corrections(&mut self, node: Value<'d, 'a>) -> Vec<Correction<'a>> {
        let mut found = Vec::new();
        for value in self.all(node, "correction") {
            let date = self.date(value, "datePublished|dateCreated");
            let text = if value.is_string() { self.words(value) } else { self.text(value, "text|description") };
            if let Some(text) = text.filter(|text| !text.contains("://")) {
                let content = prose::running_text(text);
                found.push(Correction { kind: CorrectionKind::Correction, date, content });
            }
        }
        found
    }

    fn updates(&mut self, node: Value<'d, 'a>) -> Vec<Post<'a>> {
        let posts = self.all(node, "liveBlogUpdate");
        posts.into_iter().map(|post| self.post(post)).collect()
    }

    fn post(&mut self, node: Value<'d, 'a>) -> Post<'a> {
        if node.is_string() {
            let body = self.words(node).map(prose::running_text).unwrap_or_default();
            return Post { body, ..Post::default() };
        }
        let url = self.url(node, "url|mainEntityOfPage");
        let id = self.text(node, "identifier|@id");
        let published = self.date(node, "datePublished");
        let modified = self.date(node, "dateModified");
        let authors = self.persons(node, "author", Some(Role::Author));
        let headline = self.line(node, "headline|name");
        let mut body = self.body(node);
        body.extend(self.pictures(node).into_iter().map(Block::from));
        let mut inside = Article { body, ..Article::default() };
        self.recordings(node, false, &mut inside);
        let id = id.map(|id| Text::from(fragment(&id).to_owned()));
        Post { id, headline, published, modified, url, authors, body: inside.body, ..Post::default() }
    }
}

/// The part of an address that names a place in its page; other identifiers are what they are.
fn fragment(id: &str) -> &str {
    id.rsplit_once('#').map_or(id, |(_, fragment)| fragment)
}

/// Whether a headline has all words of a shorter one.
fn is_short_for(short: &str, headline: &str) -> bool {
    short.split_whitespace().all(|word| headline.split_whitespace().any(|own| words::are_same(own, word)))
}
