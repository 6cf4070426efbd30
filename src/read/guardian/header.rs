//! Reads what there is to know about an article: headlines, people, dates, sections; and puts its parts together.

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{
    Article, Block, Contributor, Crumb, Decimal, Direction, Rating, Role, Series, Text, Url, is_blank, plain_text,
};

use super::super::pictures;
use super::{Element, Guardian, markup, plain, prose};

/// Contributors that are looked for in a byline, and among those of a post.
pub(super) const MOST_AUTHORS: usize = 64;

impl<'a> Guardian<'_, '_, 'a> {
    pub(super) fn article(&mut self) -> Article<'a> {
        let whole = Element::of(self.item);
        let fields = whole.with(self.item.get("fields").unwrap_or(self.item));
        let mut article = Article {
            id: self.text(&whole, &["id", "pageId"]),
            url: self.url(&whole, &["webUrl", "webURL", "canonicalUrl"]),
            headline: self.line(&fields, &["headline"]),
            ..Article::default()
        };
        self.page.clone_from(&article.url);
        if is_blank(&article.headline) {
            article.headline = plain(self.text(&whole, &["webTitle"]));
        }
        article.standfirst = self.html(&fields, &["standfirst", "trailText"]);
        article.language = fields.first(&["lang"]).and_then(|tag| self.values.language(tag));
        let is_from_right = whole.is_true("isRightToLeftLang");
        article.direction = is_from_right.then_some(Direction::Rtl);
        article.published = whole.first(&["webPublicationDate"]).and_then(|date| self.values.date(date));
        let of_page = whole.get_in("openGraphData", "article:modified_time");
        let modified = fields.first(&["lastModified"]).or(of_page).or_else(|| last_update(self.item));
        article.modified = modified.and_then(|date| self.values.date(date));
        self.tags(&whole, &mut article);
        self.byline(&fields, &mut article);
        let section = self.text(&whole, &["sectionLabel", "sectionName"]);
        let url = self.on_site(&whole.string(&["sectionUrl", "sectionId"]));
        article.section = section.map(|name| Crumb { name, url });
        self.sponsors(&whole, &mut article);
        article.accessible_for_free = fields.get("membershipAccess").map(|_| false);
        let publication = self.text(&fields, &["publication"]);
        let publication = publication.or_else(|| self.string_in(fields.fields, "openGraphData", "og:site_name"));
        article.publisher = publication.map(|name| Crumb { name, url: None });
        self.body(&fields, &mut article);
        self.lead(&fields, &mut article);
        pictures::show_lead_once(&mut article);
        if let Some(rating) = self.rating(&whole).or_else(|| self.rating(&fields)) {
            article.body.insert(0, rating);
        }
        article
    }

    /// Tags are people, subjects, series and tones.
    fn tags(&mut self, whole: &Element<'_, 'a>, article: &mut Article<'a>) {
        for tag in whole.items_of("tags") {
            let kind = tag.str_of("type").unwrap_or_default().to_ascii_lowercase();
            let tag = Element { fields: tag, name: kind, whole: tag };
            let Some(name) = self.text(&tag, &["webTitle", "title"]) else { continue };
            match tag.name.as_str() {
                "contributor" => {
                    let url = self.tag_url(&tag);
                    article.authors.push(self.contributor(&tag, name, url));
                }
                "keyword" => article.keywords.push(name),
                "series" if article.series.is_none() => {
                    let url = self.tag_url(&tag);
                    article.series = Some(Series { name, url, part: None, total: None });
                }
                "tone" if article.genre.is_none() => article.genre = Some(name),
                _ => {}
            }
        }
        if article.genre.is_none() {
            article.genre = self.string_in(whole.fields, "format", "design");
        }
    }

    fn tag_url(&mut self, tag: &Element<'_, 'a>) -> Option<Url<'a>> {
        self.url(tag, &["webUrl"]).or_else(|| self.on_site(&tag.string(&["id"])))
    }

    /// The text of a field in an object in another field.
    fn string_in(&mut self, value: Value<'_, 'a>, outer: &str, inner: &str) -> Option<Text<'a>> {
        value.get_in(outer, inner).filter(|text| text.is_string()).and_then(|text| self.values.text(text))
    }

    pub(super) fn contributor(
        &mut self,
        person: &Element<'_, 'a>,
        name: Text<'a>,
        url: Option<Url<'a>>,
    ) -> Contributor<'a> {
        let portrait = person.first(&["bylineLargeImageUrl", "bylineImageUrl", "imageUrl"]);
        let image = portrait.and_then(|src| self.bare(src)).map(Box::new);
        Contributor { name, url, role: Some(Role::Author), image, ..Contributor::default() }
    }

    /// The byline is shown as it is if it says more than the names of the contributors.
    fn byline(&mut self, fields: &Element<'_, 'a>, article: &mut Article<'a>) {
        let byline = self.line(fields, &["byline"]);
        let mut rest = plain_text(&byline);
        for author in article.authors.iter().take(MOST_AUTHORS) {
            if let Some(at) = rest.find(author.name.as_str()) {
                rest.replace_range(at..at + author.name.len(), " ");
            }
        }
        let says_more = rest.split([' ', ',', '&']).any(|word| !matches!(word, "" | "and" | "by" | "By"));
        if says_more || article.authors.is_empty() {
            article.byline = byline;
        }
    }

    /// Who has paid for an article is said above its headline: in the words of the edition, or by the tag of the sponsor.
    fn sponsors(&mut self, whole: &Element<'_, 'a>, article: &mut Article<'a>) {
        let editions = whole.get("commercialProperties");
        let branding = editions.and_then(|editions| editions.get(&whole.string(&["editionId"]))?.get("branding"));
        if let Some(branding) = branding {
            let branding = Element::part(branding);
            let label = self.string_in(branding.fields, "logo", "label");
            article.kicker = plain(prose::both(label, self.text(&branding, &["sponsorName"]), " "));
        }
        let tags = whole.items_of("tags");
        let mut paid =
            tags.filter(|tag| tag.get("type").is_some_and(|kind| kind.is("paid-content") || kind.is("PaidContent")));
        if let Some(tag) = paid.next().filter(|_| article.kicker.is_empty()) {
            let message = "somebody has paid for the article, and nothing in it says so";
            self.values.add(Code::ArticleSponsored, tag, message);
        }
    }

    /// The main element, in the first of the places that has one.
    fn lead(&mut self, fields: &Element<'_, 'a>, article: &mut Article<'a>) {
        let main = self.item.get_in("blocks", "main");
        let mut blocks = main.map(|main| self.block(main)).unwrap_or_default();
        if blocks.is_empty() {
            blocks = self.item.get("mainMediaElements").map(|list| self.elements(list)).unwrap_or_default();
        }
        if blocks.is_empty() {
            let main = self.item.items_of("elements").find(|element| element.says("relation", "main"));
            blocks = main.map(|main| self.legacy(main)).unwrap_or_default();
        }
        if blocks.is_empty() {
            blocks = self.html(fields, &["main"]);
        }
        // The picture that stands for the article in lists leads it, if it shows no other.
        if blocks.is_empty() && article.body.iter().all(|block| matches!(block, Block::Paragraph(_))) {
            let thumbnail = fields.first(&["thumbnail"]).and_then(|src| self.bare(src));
            blocks.extend(thumbnail.map(Block::from));
        }
        let mut blocks = blocks.into_iter();
        article.lead_media = blocks.next();
        let rest: Vec<_> = blocks.collect();
        article.body.splice(0..0, rest);
    }

    pub(super) fn rating(&mut self, fields: &Element<'_, 'a>) -> Option<Block<'a>> {
        let stars = fields.get("starRating")?;
        let stars = stars.as_integer().or_else(|| stars.as_str()?.trim().parse().ok())?;
        stars_of(stars)
    }
}

/// Stars are given out of five.
#[inline(never)]
pub(super) fn stars_of<'a>(stars: i64) -> Option<Block<'a>> {
    let stars = u32::try_from(stars).ok().filter(|stars| *stars <= 5)?;
    let unit = Some("stars".into());
    Some(Block::Rating(Rating { value: Decimal::whole(stars), min: Decimal::whole(0), max: Decimal::whole(5), unit }))
}

/// When the block that was changed last was changed.
fn last_update<'d, 'a>(item: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let blocks = item.get("blocks").filter(|blocks| blocks.kind() == Kind::Array)?;
    blocks.items().filter_map(|block| block.get("blockLastUpdated")).max_by_key(|date| date.as_integer())
}

/// A text that may be HTML, as blocks.
pub(super) fn blocks_of<'a>(reader: &mut Guardian<'_, '_, 'a>, value: Value<'_, 'a>) -> Vec<Block<'a>> {
    if value.as_str().is_some_and(|text| text.contains('<')) {
        return markup::blocks(value, &mut reader.values).blocks;
    }
    reader.values.text(value).map(prose::running_text).unwrap_or_default()
}
