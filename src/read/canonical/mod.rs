//! Reads the canonical format: Newsprint's own JSON, whose names follow schema.org and IPTC.
//!
//! Wherever a line of text stands a string will do, and wherever blocks stand a string is Markdown.

mod aside;
mod block;
mod image;
mod inline;
mod keys;
mod media;
mod rare;
mod table;

use crate::diagnostic::Diagnostics;
use crate::json::{Kind, Value};
use crate::model::{Article, Block, Contributor, Crumb, Date, Direction, Note, Role, Series, Text};

use super::format::Format;
use super::readers;
use super::recognise::editor;
use super::source::{Shape, Source};
use super::values::Values;

/// The row for the canonical format.
pub(super) const FORMAT: Format =
    Format { name: "canonical", about: "Newsprint's own JSON", shape: Shape::Json, matches, read };

fn matches(source: &Source<'_>) -> bool {
    let Some(root) = source.json() else { return false };
    let has = |key: &str| root.get(key).is_some();
    // What Prismic has of an article is in its data, what Apple answers in a document.
    let is_around = !has("body") && (has("data") || has("document"));
    let is_article = root.str_of("type").is_some_and(|name| name == "article") && !is_around;
    // The record of a CMS has a text as well, and names of its own for the rest.
    let is_others = |body: Value<'_, '_>| {
        editor::is_of_an_editor(body) || (body.is_string() && root.members().any(|(key, _)| keys::is_of_others(key)))
    };
    is_article
        || has("schemaVersion")
        || (has("headline") && root.get("body").map_or(has("standfirst") || has("leadMedia"), |body| !is_others(body)))
}

/// Whether a document can be in no other format: it has no key but ours. Others have articles too, and call them so.
pub(super) fn is_certain(source: &Source<'_>) -> bool {
    matches(source) && source.json().is_some_and(|root| root.members().all(|(key, _)| keys::is_of_article(key)))
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let mut canonical = Canonical { values: Values::new(diagnostics), notes: Vec::new() };
    let mut article = source.json().map(|root| canonical.article(root)).unwrap_or_default();
    article.notes = canonical.notes;
    article
}

/// What the readers of the parts share: the values, and the notes that were found on the way.
struct Canonical<'r, 'a> {
    values: Values<'r>,
    notes: Vec<Note<'a>>,
}

impl<'a> Canonical<'_, 'a> {
    fn article(&mut self, root: Value<'_, 'a>) -> Article<'a> {
        let mut article = Article::default();
        if root.kind() != Kind::Object {
            self.values.expected("an article, which is an object", root);
        }
        for (key, value) in root.members() {
            self.field(&mut article, key, value);
        }
        article
    }

    /// Reads a field of an article. A key of ours wins over its alias, wherever it stands.
    fn field(&mut self, article: &mut Article<'a>, key: Value<'_, 'a>, value: Value<'_, 'a>) {
        match &*key.as_str().unwrap_or_default() {
            "headline" => article.headline = self.line(value),
            "alternativeHeadline" => article.alternative_headline = self.line(value),
            "kicker" => article.kicker = self.line(value),
            "label" if article.kicker.is_empty() => article.kicker = self.line(value),
            "standfirst" => article.standfirst = self.standfirst(value),
            "deck" if article.standfirst.is_empty() => article.standfirst = self.standfirst(value),
            "byline" => article.byline = self.line(value),
            "authors" => article.authors = self.contributors(value),
            "dateline" => article.dateline = self.dateline(value),
            "datePublished" => article.published = self.date(value),
            "dateModified" => article.modified = self.date(value),
            "dateCreated" => article.created = self.date(value),
            "series" => article.series = self.series(value),
            "section" => article.section = self.crumb(value),
            "breadcrumb" => article.breadcrumb = self.values.list(value).filter_map(|item| self.crumb(item)).collect(),
            "leadMedia" => article.lead_media = self.lead_media(value),
            // What the document is has been seen when it was recognised; what is private is never shown.
            "$schema" | "type" | "schemaVersion" | "source" | "extensions" | "warnings" | "label" | "deck" => {}
            "id" => article.id = self.values.text(value),
            "url" | "canonicalUrl" => article.url = self.values.url(value),
            "genre" => article.genre = self.values.text(value),
            "keywords" => {
                article.keywords = self.values.list(value).filter_map(|item| self.values.text(item)).collect()
            }
            "language" => article.language = self.values.language(value),
            "direction" => article.direction = self.direction(value),
            "publisher" => article.publisher = self.crumb(value),
            "copyrightNotice" => article.copyright_notice = self.values.text(value),
            "copyrightHolder" => article.copyright_holder = self.name(value),
            "usageTerms" => article.usage_terms = self.values.text(value),
            "license" => article.license = self.values.url(value),
            "isAccessibleForFree" => article.accessible_for_free = self.values.boolean(value),
            "body" => article.body = self.blocks(value),
            key @ ("updates" | "corrections") => {
                if readers::ask(readers::RARE) {
                    self.rare_field(article, key, value);
                }
            }
            "relatedLinks" => article.related = self.cards(value),
            "coverageStartTime" => article.coverage_start = self.date(value),
            "coverageEndTime" => article.coverage_end = self.date(value),
            _ => self.unknown_key(key, keys::ARTICLE),
        }
    }

    /// A standfirst is a line, or blocks of which paragraphs and lists make sense.
    fn standfirst(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        if value.is_string() {
            let line = self.line(value);
            return Vec::from_iter((!line.is_empty()).then_some(Block::Paragraph(line)));
        }
        self.blocks(value)
    }

    fn contributors(&mut self, value: Value<'_, 'a>) -> Vec<Contributor<'a>> {
        let only = Some(value).filter(|value| value.kind() != Kind::Array);
        value.items().chain(only).filter_map(|item| self.contributor(item)).collect()
    }

    fn contributor(&mut self, value: Value<'_, 'a>) -> Option<Contributor<'a>> {
        if value.kind() != Kind::Object {
            let name = self.values.text(value)?;
            return Some(Contributor { name, ..Contributor::default() });
        }
        let mut contributor = Contributor::default();
        for (key, value) in value.members() {
            match &*key.as_str().unwrap_or_default() {
                // A mention in a line says that it is one.
                "type" => {
                    contributor.is_organization = value.as_str().is_some_and(|kind| kind.ends_with("Organization"))
                }
                // An address to write to is private.
                "email" => {}
                "name" => contributor.name = self.values.text(value).unwrap_or_default(),
                "url" => contributor.url = self.values.url(value),
                "role" => contributor.role = self.values.named(value, &Role::NAMES),
                "affiliation" => contributor.affiliation = self.name(value),
                "image" => contributor.image = self.picture(value).map(Box::new),
                _ => self.unknown_key(key, "a contributor"),
            }
        }
        Some(contributor)
    }

    /// A name, alone or in an object.
    fn name(&mut self, value: Value<'_, 'a>) -> Option<Text<'a>> {
        self.values.text(value.get("name").unwrap_or(value))
    }

    fn crumb(&mut self, value: Value<'_, 'a>) -> Option<Crumb<'a>> {
        let name = self.name(value)?;
        let url = self.url_of(value, "url");
        Some(Crumb { name, url })
    }

    fn dateline(&mut self, value: Value<'_, 'a>) -> Option<Text<'a>> {
        self.values.text(value.get("text").unwrap_or(value))
    }

    /// A date, alone or in an object that keeps its source beside it.
    fn date(&mut self, value: Value<'_, 'a>) -> Option<Date<'a>> {
        let mut date = self.values.date(value.get("value").unwrap_or(value))?;
        if let Some(words) = value.get("raw").and_then(|words| self.values.text(words)) {
            date.source = words;
        }
        Some(date)
    }

    fn direction(&mut self, value: Value<'_, 'a>) -> Option<Direction> {
        let names = [Direction::Ltr, Direction::Rtl, Direction::Auto].map(|direction| (direction, direction.as_str()));
        self.values.named(value, &names)
    }

    /// The series, by its name alone or with the place of this part in it.
    fn series(&mut self, value: Value<'_, 'a>) -> Option<Series<'a>> {
        let Crumb { name, url } = self.crumb(value)?;
        let part = self.size_of(value, "part");
        let total = self.size_of(value, "total");
        Some(Series { name, url, part, total })
    }
}
