//! The dates in the header of a page; it knows where they stand and what is said beside them, not the rest of a header.

use super::Markup;
use super::parts::{DATES, MOST_TRIED, Parts, begins_with_by, is_property};
use super::tag::Tag;
use super::tree::Node;
use crate::model::{Article, Date};
use crate::read::text::header;
use crate::read::words;

/// Words of a line of dates in all.
const WORDS_OF_DATES: usize = 16;

/// Words that a line of dates has for each date, such as "Last updated on".
const WORDS_OF_DATE: usize = 3;

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// The dates above the text, in lines that are no part of the byline.
    pub(super) fn all_dates(
        &mut self,
        headline: Option<Node<'t, 's>>,
        standfirst: Option<Node<'t, 's>>,
        byline: &[Node<'t, 's>],
        parts: &Parts<'t, 's>,
        article: &mut Article<'a>,
    ) {
        let main = parts.main;
        // Below the first words of the text, a time is that of something else.
        let is_words = |node: &Node<'t, 's>| {
            let is_of_header = parts.is_header(*node)
                || byline.iter().chain(&standfirst).chain(&parts.others).any(|line| line.holds(*node));
            node.find(Tag::Time).is_none() && !is_of_header && !self.is_gone(*node)
        };
        let below = headline.map_or(0, Node::start);
        let is_below = |node: Node<'t, 's>| node.is(Tag::P) && node.words() > 0 && node.start() > below;
        let text = main.all_that(MOST_TRIED, &is_below).into_iter().find(is_words).map_or(usize::MAX, Node::start);
        let is_of_dates = |node: Node<'t, 's>| {
            parts.is_above_body(node)
                && (parts.is_header(node)
                    || node.has_name(&|name| words::is_in(DATES, name))
                    || node.begins("itemprop", "date")
                    || (node.start() < text
                        && (node.is(Tag::Time) || header::dates(node.plain_text().trim()).is_some())))
        };
        let mut read: Option<Node<'t, 's>> = None;
        for line in parts.lines(&is_of_dates) {
            let is_part = read.is_some_and(|outer| outer.holds(line)) || byline.iter().any(|outer| outer.holds(line));
            if !is_part
                && !begins_with_by(line)
                && parts.stands_alone(line)
                && self.dates(line, read.is_some(), article)
            {
                read = Some(line);
                // A link around nothing but a date leads to the article itself.
                let is_around =
                    |link: Node<'t, 's>| link.is(Tag::A) && link.holds(line) && link.words() == line.words();
                self.notes.set_aside(main.find_that(&is_around).as_slice());
            }
        }
    }

    /// Reads a line, if it says no more than when the article appeared and when it was changed; one that is not the
    /// first, if it says no more than is known.
    pub(super) fn dates(&mut self, line: Node<'t, 's>, is_again: bool, article: &mut Article<'a>) -> bool {
        let mut times = line.all_that(usize::MAX, &|node| node.has("datetime"));
        if line.has("datetime") {
            times.insert(0, line);
        }
        let of_times: usize = times.iter().map(|time| time.count()).sum();
        let dates: Vec<_> =
            times.iter().filter_map(|time| self.attribute(*time, "datetime")).map(Date::parse).collect();
        if dates.is_empty() {
            let is_known = self.dates_in_words(line, is_again, article);
            if is_known {
                self.notes.set_aside(&[line]);
            }
            return is_known;
        }
        let is_known = |date: &Date<'_>| {
            [&article.published, &article.modified].into_iter().flatten().any(|known| is_same_day(known, date))
        };
        let are_moments = dates.iter().all(|date| date.moment.is_some() && (!is_again || is_known(date)));
        if !(1..=2).contains(&dates.len()) || !are_moments || line.count() > of_times + WORDS_OF_DATE * dates.len() {
            return false;
        }
        let is_named = |node: Node<'t, 's>| is_property(node, "dateModified") || node.is_called_like("updat|modif");
        for (index, (time, date)) in times.into_iter().zip(dates).enumerate() {
            let is_change = index > 0 || is_named(time) || line.has_that(&|node| node.holds(time) && is_named(node));
            let known = if is_change { &mut article.modified } else { &mut article.published };
            known.get_or_insert(date);
        }
        self.notes.set_aside(&[line]);
        true
    }

    /// Reads a line of dates that are only in words, which are known or can be read.
    fn dates_in_words(&mut self, line: Node<'t, 's>, is_again: bool, article: &mut Article<'a>) -> bool {
        let text = self.words(line);
        let known = [&article.published, &article.modified].into_iter().flatten();
        let years: Vec<_> = known.filter_map(|date| date.moment).map(|moment| moment.year.to_string()).collect();
        let said = years.first().map_or(0, |year| text.matches(year.as_str()).count());
        let is_named = line.has_name(&|name| words::is_in(DATES, name));
        let found = header::dates(&text);
        let is_change = article.modified.is_none() && matches!(found, Some((None, Some(_))));
        if is_named && !is_change && (1..=years.len()).contains(&said) && words::count(&text) <= WORDS_OF_DATES {
            return true;
        }
        let Some((published, modified)) = found else { return false };
        let is_known = |date: &Date<'_>| {
            [&article.published, &article.modified].into_iter().flatten().any(|known| is_same_day(known, date))
        };
        if is_again && !is_change && ![&published, &modified].into_iter().flatten().all(is_known) {
            return false;
        }
        let owned = |date: Date<'_>| Date { source: date.source.as_str().to_owned().into(), ..date };
        article.published = article.published.take().or(published.map(owned));
        article.modified = article.modified.take().or(modified.map(owned));
        true
    }
}

fn is_same_day(one: &Date<'_>, other: &Date<'_>) -> bool {
    let day = |date: &Date<'_>| date.moment.map(|moment| (moment.year, moment.month, moment.day));
    day(one) == day(other)
}
