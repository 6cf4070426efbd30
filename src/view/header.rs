//! Shows the header: breadcrumb, kicker, headline, standfirst, byline and dates.

use crate::html::{Attribute, Element, Name, Node};
use crate::locale::CivilTime;
use crate::model::{Article, Contributor, Crumb, Date, Moment, Role, Url, is_blank, plain_text};

use super::{Part, View};

impl<'a> View<'_, 'a> {
    pub(super) fn header(&mut self, article: &'a Article<'a>) -> Option<Element<'a>> {
        let mut header = Element::classed(Name::Header, "np-header");
        header.extend(self.breadcrumb(article).map(|nav| self.shown(Part::Breadcrumb, nav)));
        header.extend(self.kicker(article).map(|kicker| self.shown(Part::Kicker, kicker)));
        header.extend(self.headline(article).map(|headline| self.shown(Part::Headline, headline)));
        header.extend(self.standfirst(article).map(|standfirst| self.shown(Part::Standfirst, standfirst)));
        header.extend(self.byline(article).map(|byline| self.shown(Part::Byline, byline)));
        header.extend(self.dates(article).map(|dates| self.shown(Part::Dates, dates)));
        (!header.is_empty()).then_some(header)
    }

    /// The way from the front page; the last step is the article itself (WAI-ARIA APG, breadcrumb pattern).
    fn breadcrumb(&self, article: &'a Article<'a>) -> Option<Element<'a>> {
        if article.breadcrumb.is_empty() {
            return None;
        }
        let mut steps = Element::new(Name::Ol).children(article.breadcrumb.iter().map(crumb));
        if !is_blank(&article.headline) {
            let here = Element::new(Name::Li).with(Attribute::AriaCurrent, "page");
            steps.push(here.text(plain_text(&article.headline)));
        }
        Some(
            Element::classed(Name::Nav, "np-breadcrumb").with(Attribute::AriaLabel, self.words.breadcrumb).child(steps),
        )
    }

    fn kicker(&mut self, article: &'a Article<'a>) -> Option<Element<'a>> {
        (!is_blank(&article.kicker)).then(|| self.line(Element::classed(Name::P, "np-kicker"), &article.kicker))
    }

    fn headline(&mut self, article: &'a Article<'a>) -> Option<Element<'a>> {
        (!is_blank(&article.headline)).then(|| {
            let element = Element::classed(Name::heading(self.options.heading_level.get()), "np-headline");
            let element = element.with(Attribute::Id, self.id("headline"));
            self.line(element, &article.headline)
        })
    }

    fn standfirst(&mut self, article: &'a Article<'a>) -> Option<Element<'a>> {
        match article.standfirst.as_slice() {
            [] => None,
            [crate::model::Block::Paragraph(line)] if is_blank(line) => None,
            [crate::model::Block::Paragraph(line)] => Some(self.line(Element::classed(Name::P, "np-standfirst"), line)),
            blocks => Some(Element::classed(Name::Div, "np-standfirst").children(self.blocks(blocks))),
        }
    }

    fn byline(&mut self, article: &'a Article<'a>) -> Option<Element<'a>> {
        if !is_blank(&article.byline) {
            return Some(self.line(Element::classed(Name::P, "np-byline"), &article.byline));
        }
        self.authors(&article.authors)
    }

    /// "By A, B and C", joined as the language joins a list.
    pub(super) fn authors(&self, contributors: &'a [Contributor<'a>]) -> Option<Element<'a>> {
        let wrote = |contributor: &&Contributor<'_>| {
            matches!(contributor.role, None | Some(Role::Author)) && !contributor.name.is_blank()
        };
        let authors: Vec<_> = contributors.iter().filter(wrote).collect();
        if authors.is_empty() {
            return None;
        }
        let (before, after) = self.words.by.split_once("{}").unwrap_or((self.words.by, ""));
        let mut byline = Element::classed(Name::P, "np-byline").text(before);
        for (index, author) in authors.iter().enumerate() {
            byline.push(Node::Text(self.words.before(index, authors.len()).into()));
            byline.push(contributor(author));
        }
        Some(byline.text(after))
    }

    fn dates(&self, article: &'a Article<'a>) -> Option<Element<'a>> {
        let moment = |date: &'a Option<Date<'a>>| date.as_ref().and_then(|date| date.moment);
        let is_later = moment(&article.published) < moment(&article.modified) || article.published.is_none();
        let modified = article.modified.as_ref().filter(|date| date.moment.is_some() && is_later);
        let mut dates = Element::classed(Name::P, "np-dates");
        for (class, word, date) in [
            ("np-published", self.words.published, article.published.as_ref()),
            ("np-updated", self.words.updated, modified),
        ] {
            let Some(date) = date.filter(|date| !date.source.is_blank()) else { continue };
            if !dates.is_empty() {
                dates.push(Node::Text(" ".into()));
            }
            dates.push(Element::classed(Name::Span, class).text(word).text(" ").child(self.date(date)));
        }
        (!dates.is_empty()).then_some(dates)
    }

    /// A date in words with its moment; words that name no moment are shown as they are (HTML `time`).
    pub(super) fn date(&self, date: &'a Date<'a>) -> Node<'a> {
        match date.moment {
            Some(moment) => Element::new(Name::Time)
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
    let name = crumb.name.as_str();
    match &crumb.url {
        Some(url) => Element::new(Name::Li).child(Element::new(Name::A).with(Attribute::Href, url.as_str()).text(name)),
        None => Element::new(Name::Li).text(name),
    }
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
