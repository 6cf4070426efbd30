//! Shows the header: breadcrumb, kicker, headline, standfirst, byline and dates.

use crate::html::{Attribute, Element, Name, Node};
use crate::locale::{CivilTime, fill, fill_named};
use crate::model::{
    Article, Block, BlockPart, Contributor, Crumb, Date, Inline, Moment, Role, Url, is_blank, plain_text,
};

use super::options::HeaderPart;
use super::picture::silent_picture;
use super::{Part, View, apart, linked, shown};

impl<'a> View<'_, 'a> {
    pub(super) fn header(&mut self, article: &'a Article<'a>) -> Option<Element<'a>> {
        let mut header = Element::classed(Name::Header, "np-header");
        let options = self.options;
        for part in options.header.parts() {
            self.add_part(*part, article, &mut header);
        }
        header.unless_empty()
    }

    fn add_part(&mut self, part: HeaderPart, article: &'a Article<'a>, header: &mut Element<'a>) {
        let (shown, element) = match part {
            HeaderPart::Breadcrumb => (Part::Breadcrumb, self.breadcrumb(article)),
            HeaderPart::Kicker => (Part::Kicker, self.kicker(article)),
            HeaderPart::Series => (Part::Series, self.series(article)),
            HeaderPart::Headline => (Part::Headline, self.headline(article)),
            HeaderPart::Standfirst => (Part::Standfirst, self.standfirst(article)),
            HeaderPart::Byline => return self.add_bylines(article, header),
            HeaderPart::Dateline => (Part::Dateline, self.dateline(article)),
            HeaderPart::Dates => (Part::Dates, self.dates(article)),
            HeaderPart::ReadingTime => (Part::ReadingTime, self.reading_time(article)),
            HeaderPart::Corrections if article.corrections.is_empty() => return,
            HeaderPart::Corrections => (Part::Corrections, self.corrections(&article.corrections)),
        };
        header.extend(element.map(|element| self.shown(shown, element)));
    }

    /// "Rivers of the north, Part 2 of 5".
    fn series(&self, article: &'a Article<'a>) -> Option<Element<'a>> {
        let series = article.series.as_ref().filter(|series| !series.name.is_blank())?;
        let part = series.part.map(|part| match series.total {
            Some(total) => {
                let (part, total) = (self.words.number(part), self.words.number(total));
                (self.words.series_part, fill_named(self.words.series_part, &[("part", &part), ("total", &total)]))
            }
            None => (self.words.series_part_only, fill(self.words.series_part_only, &self.words.number(part))),
        });
        let part =
            part.map(|(phrase, part)| self.ours(Element::classed(Name::Span, "np-series-part"), phrase).text(part));
        let name = linked(series.url.as_ref(), &series.name);
        Some(apart(Element::classed(Name::P, "np-series").child(name), part))
    }

    fn dateline(&self, article: &'a Article<'a>) -> Option<Element<'a>> {
        let place = article.shown_dateline()?;
        Some(Element::classed(Name::P, "np-dateline").text(place.as_str()))
    }

    /// The byline, then a line for each other kind of work: pictures, editing, translation.
    fn add_bylines(&mut self, article: &'a Article<'a>, header: &mut Element<'a>) {
        let byline = self.byline(article).into_iter();
        header.extend(byline.chain(self.other_work(&article.authors)).map(|line| self.shown(Part::Byline, line)));
    }

    /// A line for each kind of work that is not writing.
    fn other_work(&self, contributors: &'a [Contributor<'a>]) -> Vec<Element<'a>> {
        let mut lines = Vec::new();
        for (role, phrase) in [
            (Role::Photographer, self.words.photographs_by),
            (Role::Illustrator, self.words.illustrations_by),
            (Role::Editor, self.words.edited_by),
            (Role::Translator, self.words.translated_by),
        ] {
            let people: Vec<_> = contributors.iter().filter(|person| person.role == Some(role)).collect();
            lines.extend(self.people(phrase, &people));
        }
        lines
    }

    /// The way from the front page; the last step is the article itself (WAI-ARIA APG, breadcrumb pattern).
    fn breadcrumb(&self, article: &'a Article<'a>) -> Option<Element<'a>> {
        let crumbs = article.breadcrumb.iter().filter(|crumb| !crumb.name.is_blank());
        let mut steps = Element::new(Name::Ol).children(crumbs.map(crumb)).unless_empty()?;
        if !is_blank(&article.headline) {
            let here = Element::new(Name::Li).with(Attribute::AriaCurrent, "page");
            steps.push(here.text(plain_text(&article.headline)));
        }
        Some(
            Element::classed(Name::Nav, "np-breadcrumb").with(Attribute::AriaLabel, self.words.breadcrumb).child(steps),
        )
    }

    fn kicker(&mut self, article: &'a Article<'a>) -> Option<Element<'a>> {
        self.some_line(Element::classed(Name::P, "np-kicker"), &article.kicker)
    }

    fn headline(&mut self, article: &'a Article<'a>) -> Option<Element<'a>> {
        let element = Element::classed(Name::heading(self.options.heading_level.get()), "np-headline");
        self.some_line(element.with(Attribute::Id, self.id("headline")), &article.headline)
    }

    fn standfirst(&mut self, article: &'a Article<'a>) -> Option<Element<'a>> {
        match article.standfirst.as_slice() {
            [] => None,
            [Block::Paragraph(line)] => self.some_line(Element::classed(Name::P, "np-standfirst"), line),
            blocks => Some(Element::classed(Name::Div, "np-standfirst").children(self.blocks(blocks))),
        }
    }

    fn byline(&mut self, article: &'a Article<'a>) -> Option<Element<'a>> {
        let byline = self.some_line(Element::classed(Name::P, "np-byline"), &article.byline);
        byline.or_else(|| self.authors(&article.authors))
    }

    /// Who wrote a post, then who did other work for it.
    pub(super) fn post_bylines(&self, contributors: &'a [Contributor<'a>]) -> Vec<Element<'a>> {
        self.authors(contributors).into_iter().chain(self.other_work(contributors)).collect()
    }

    /// "By A, B and C", joined as the language joins a list.
    fn authors(&self, contributors: &'a [Contributor<'a>]) -> Option<Element<'a>> {
        let wrote = |contributor: &&Contributor<'_>| {
            matches!(contributor.role, None | Some(Role::Author)) && !contributor.name.is_blank()
        };
        let authors: Vec<_> = contributors.iter().filter(wrote).collect();
        self.people(self.words.by, &authors)
    }

    /// A phrase with names in it, each with the portrait and the affiliation that go with it.
    fn people(&self, phrase: &'a str, people: &[&'a Contributor<'a>]) -> Option<Element<'a>> {
        let people: Vec<_> = people.iter().filter(|person| !person.name.is_blank()).collect();
        if people.is_empty() {
            return None;
        }
        let (before, after) = phrase.split_once("{}").unwrap_or((phrase, ""));
        let mut byline = Element::classed(Name::P, "np-byline");
        // A portrait says nothing that the name beside it does not say.
        byline.extend(people.iter().filter_map(|person| silent_picture(person.image.as_deref()?, "np-portrait")));
        byline.push(self.our_words(before));
        for (index, person) in people.iter().enumerate() {
            byline.push(self.our_words(self.words.before(index, people.len(), person.name.as_str())));
            byline.push(contributor(person));
            if let Some(affiliation) = shown(person.affiliation.as_ref()) {
                let words = [" (", affiliation, ")"].concat();
                byline.push(Element::classed(Name::Span, "np-affiliation").text(words));
            }
        }
        Some(byline.child(self.our_words(after)))
    }

    /// How long a reader takes, at 230 words a minute, or 500 signs of a script without spaces.
    fn reading_time(&self, article: &'a Article<'a>) -> Option<Element<'a>> {
        let mut load = Load::default();
        load.add(&article.standfirst);
        load.add(&article.body);
        article.updates.iter().for_each(|post| load.add(&post.body));
        let minutes = load.minutes();
        let words = self.words.count(&self.words.reading_time, minutes);
        (minutes > 0)
            .then(|| self.ours(Element::classed(Name::P, "np-reading-time"), self.words.reading_time.other).text(words))
    }

    fn dates(&self, article: &'a Article<'a>) -> Option<Element<'a>> {
        let published = self.dated("np-published", self.words.published, article.published.as_ref());
        let updated = self.update(article.published.as_ref(), article.modified.as_ref());
        apart(Element::classed(Name::P, "np-dates").children(published), updated).unless_empty()
    }

    /// A word of ours before the date that it is for.
    fn dated(&self, class: &'static str, word: &'a str, date: Option<&'a Date<'a>>) -> Option<Element<'a>> {
        let date = self.shown_date(date)?;
        Some(Element::classed(Name::Span, class).child(self.our_words(word)).text(" ").child(date))
    }

    /// The last change, if it was an update: what nobody can compare with the publication is taken for one.
    pub(super) fn update(
        &self,
        published: Option<&'a Date<'a>>,
        modified: Option<&'a Date<'a>>,
    ) -> Option<Element<'a>> {
        let date = modified?;
        let threshold = i64::from(self.options.update_threshold.0);
        let is_update = match (published.and_then(|date| date.moment), date.moment) {
            (Some(published), Some(modified)) => modified.minutes_after(published) >= threshold,
            (None, _) | (_, None) => published.is_none_or(|published| published.source != date.source),
        };
        self.dated("np-updated", self.words.updated, modified.filter(|_| is_update))
    }

    /// A date, if there is something to see of it.
    pub(super) fn shown_date(&self, date: Option<&'a Date<'a>>) -> Option<Node<'a>> {
        date.filter(|date| !date.source.is_blank()).map(|date| self.date(date))
    }

    /// A date in words with its moment; words that name no moment are shown as they are (HTML `time`).
    pub(super) fn date(&self, date: &'a Date<'a>) -> Node<'a> {
        match date.moment {
            Some(moment) => self
                .ours(Element::new(Name::Time), "")
                .with(Attribute::Datetime, moment.datetime())
                .text(self.words.date(civil(moment)))
                .into(),
            None => Node::Text(date.source.as_str().into()),
        }
    }
}

fn civil(moment: Moment) -> CivilTime {
    let Moment { year, month, day, time, offset } = moment;
    CivilTime { year, month, day, time: time.map(|(hour, minute, _)| (hour, minute)), offset }
}

fn crumb<'a>(crumb: &'a Crumb<'a>) -> Element<'a> {
    Element::new(Name::Li).child(linked(crumb.url.as_ref(), &crumb.name))
}

/// What there is to read: words, and signs of scripts that put no space between words.
#[derive(Default)]
struct Load {
    words: u32,
    signs: u32,
}

impl Load {
    /// The depth of blocks is bounded where they are read, so this cannot exhaust the stack.
    fn add(&mut self, blocks: &[Block<'_>]) {
        for block in blocks {
            block.parts(&mut |part| match part {
                BlockPart::Line(line) => self.add_line(line),
                BlockPart::Image(image) => self.add_line(&image.caption),
                BlockPart::Blocks(blocks) => self.add(blocks),
            });
        }
    }

    fn add_line(&mut self, line: &[Inline<'_>]) {
        for word in plain_text(line).split_whitespace() {
            let signs = word.chars().filter(|c| is_without_spaces(*c)).count();
            self.signs = self.signs.saturating_add(u32::try_from(signs).unwrap_or(u32::MAX));
            self.words = self.words.saturating_add(u32::from(signs == 0));
        }
    }

    fn minutes(&self) -> u32 {
        let hundredths = (self.words.saturating_mul(100) / 230).saturating_add(self.signs / 5);
        hundredths.div_ceil(100)
    }
}

/// Letters of Thai, Lao, Khmer, Burmese, Chinese and Japanese.
fn is_without_spaces(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// A contributor's name, which leads to the page about them (HTML link type `author`).
pub(super) fn contributor<'a>(contributor: &'a Contributor<'a>) -> Element<'a> {
    let name = if contributor.url.is_some() { Name::A } else { Name::Span };
    let rel = contributor.url.as_ref().map(|_| "author");
    Element::classed(name, "np-author")
        .with_some(Attribute::Rel, rel)
        .with_some(Attribute::Href, contributor.url.as_ref().map(Url::as_str))
        .text(contributor.name.as_str())
}
