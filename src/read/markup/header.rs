//! The header of a page's article: which elements are its parts; it knows the classes that sites give them.

use super::flow::Flow;
use super::parts::{
    BESIDE_NAMES, DATES, MOST_TEXTS, MOST_TRIED, Parts, begins_with_by, crumbs_in, is_author, is_current, is_kicker,
    is_property, title,
};
use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, caption, parts};
use crate::model::{Article, Block, Contributor, Crumb, Date, Heading, Inline, Text, plain_text};
use crate::read::opening;
use crate::read::text::header;
use crate::read::{credit, words};

/// What Drupal calls the line that says who wrote an article and when.
const SUBMITTED: &str = "node__meta|node__submitted|submitted|submitted-by";

/// Elements that are tried as a breadcrumb.
const MOST_TRAILS: usize = 8;

/// The length of a word between the parts of a header, in bytes.
const LONGEST_JOINT: usize = 4;

/// Words that a line of dates has for each date, such as "Last updated on".
const WORDS_OF_DATE: usize = 3;

/// Words of a line of dates in all.
const WORDS_OF_DATES: usize = 16;

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Reads the parts of the header that stand in the article, and sets them aside.
    pub(super) fn header(&mut self, main: Node<'t, 's>, headline: Option<Node<'t, 's>>, article: &mut Article<'a>) {
        if let Some(heading) = headline {
            let known = words::letters(&plain_text(&article.headline));
            let all = words::letters(&heading.plain_text());
            // What the page calls its headline may be the rest.
            let is_before_known = |node: Node<'t, 's>| {
                let own = all.strip_suffix(&*known).unwrap_or_default();
                node.kind() == Some(Kind::Plain) && !own.is_empty() && words::letters(&node.plain_text()) == own
            };
            let may_be_kicker =
                |node: Node<'t, 's>| (is_kicker(node) || is_before_known(node)) && caption::says_more(heading, node);
            if let Some(kicker) = heading.find_that(&may_be_kicker) {
                article.kicker = self.line(kicker);
                self.notes.set_aside(&[kicker]);
            }
            let mut line = self.heading_line(heading);
            if let [Inline::Link(link)] = line.as_mut_slice()
                && link.href.is_some()
                && link.href == article.url
            {
                line = std::mem::take(&mut link.content);
            }
            if !line.is_empty() {
                // What says more than the headline that is known has a kicker before it.
                if heading.is(Tag::H1) || known.is_empty() || words::letters(&plain_text(&line)).len() < known.len() {
                    article.headline = line;
                }
                self.notes.set_aside(&[heading]);
            }
        }
        let is_sign = |node: Node<'t, 's>| node.is(Tag::H1) && leads_home(node);
        self.notes.set_aside(&main.all_that(MOST_TRIED, &is_sign));
        let mut parts = Parts::of(main, headline);
        parts.beside = main.all_that(MOST_TRIED, &|node| parts.is_above_body(node) && self.is_gone(node));
        let standfirst = parts.standfirst();
        self.notes.set_aside(standfirst.as_slice());
        if headline.is_some() {
            // Medium exports the headline and the standfirst a second time, as the text begins.
            self.notes.set_aside(&main.all_that(2, &|node| node.is_called("graf--title|graf--subtitle")));
        }
        let byline = self.byline(&parts, article);
        let is_before = |node: Node<'t, 's>| headline.is_some_and(|headline| node.start() < headline.start());
        let is_next = |node: Node<'t, 's>| headline.is_some_and(|headline| parts::is_next(node, headline));
        let mut kickers =
            parts.lines(&|node| is_kicker(node) || ((parts.is_header(node) || is_next(node)) && parts::is_short(node)));
        let is_link = |node: Node<'t, 's>| is_before(node) && node.is(Tag::A) && node.words() > 0;
        kickers.extend(main.all_that(MOST_TRIED, &|node| is_link(node) && parts::is_short(node) && is_next(node)));
        let is_label =
            |node: Node<'t, 's>| node.find(Tag::Time).is_some() || node.plain_text().trim_end().ends_with(':');
        kickers.retain(|node| is_before(*node) && parts.is_above_body(*node) && !is_label(*node) && !leads_home(*node));
        // Several texts in a list are ways to share the article.
        let is_list = |node: Node<'t, 's>| node.kind() == Some(Kind::List) && node.words() > 1 && is_next(node);
        if let Some(list) = main.find_that(&is_list) {
            kickers.retain(|node| is_kicker(*node) || !(list.is_same(*node) || list.holds(*node) || node.holds(list)));
        }
        let is_mere_line = |node: &&Node<'t, 's>| {
            !node.is(Tag::Time)
                && !begins_with_by(**node)
                && !has_digits(**node)
                && !self.notes.is_elsewhere(**node)
                && !parts.is_beside(**node)
        };
        let kicker = kickers.iter().find(|node| is_kicker(**node)).or_else(|| kickers.iter().find(is_mere_line));
        if let Some(kicker) = kicker.copied().filter(|_| article.kicker.is_empty()) {
            article.kicker = self.line(kicker);
            self.notes.set_aside(&[kicker]);
        }
        // What joins the parts of a row, such as "by", joins nothing without them.
        let is_joint = |node: &Node<'t, 's>| {
            let text = node.plain_text();
            let is_short = (1..=LONGEST_JOINT).contains(&text.trim().len()) && !text.contains(words::is_capital);
            is_short && node.is(Tag::P) && parts.is_above_body(*node)
        };
        for row in byline.iter().map(|author| parts.around(*author)).filter(|row| !row.is_same(main)) {
            let joints: Vec<_> = row.children().take(MOST_TRIED).filter(is_joint).collect();
            self.notes.set_aside(&joints);
        }
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
        self.microdata(main, &parts, article);
        // A byline or a date may stand in its box.
        if let Some(standfirst) = standfirst {
            if standfirst.kind() == Some(Kind::List) {
                let mut out = Flow::default();
                self.list(standfirst, &mut out);
                article.standfirst = out.blocks;
            } else {
                article.standfirst = self.blocks(standfirst);
            }
            if let [Block::Paragraph(line) | Block::Heading(Heading { content: line, .. })] =
                article.standfirst.as_mut_slice()
            {
                article.standfirst = vec![Block::Paragraph(opening::without_marks(std::mem::take(line)))];
            }
        }
    }

    /// Reads what microdata says of the article wherever that stands, where nothing above the text does.
    fn microdata(&mut self, main: Node<'t, 's>, parts: &Parts<'t, 's>, article: &mut Article<'a>) {
        let date = |name: &str| {
            let named = main.find_that(&|node| is_property(node, name))?;
            self.attribute(named, "datetime").or_else(|| self.attribute(named, "title")).map(Date::parse)
        };
        let is_moment = |date: &Date<'_>| date.moment.is_some();
        article.published = article.published.take().or_else(|| date("datePublished").filter(is_moment));
        article.modified = article.modified.take().or_else(|| date("dateModified").filter(is_moment));
        if article.authors.is_empty() && article.byline.is_empty() {
            let may_be = |node: Node<'t, 's>| is_property(node, "author") || is_property(node, "comment");
            // Pictures have authors of their own.
            let is_of_picture =
                |node: &Node<'t, 's>| parts.others.iter().any(|other| !other.is(Tag::Article) && other.holds(*node));
            let named = main.all_that(MOST_TRIED, &may_be).into_iter().find(|node| !is_of_picture(node));
            let author = named.filter(|node| is_property(*node, "author") && node.words() > 0);
            article.authors.extend(author.map(|author| self.author(parts::name_in(author))));
        }
    }

    /// Whether an element is read elsewhere or stands beside the article.
    pub(super) fn is_gone(&self, node: Node<'t, 's>) -> bool {
        self.notes.is_elsewhere(node) || self.is_way_through_site(node) || self.beside(node).is_some()
    }

    /// Reads the bylines, and returns them: the first wherever it stands, others that stand above the text as well.
    fn byline(&mut self, parts: &Parts<'t, 's>, article: &mut Article<'a>) -> Vec<Node<'t, 's>> {
        let mut read: Vec<Node<'t, 's>> = Vec::new();
        let is_named = |node: Node<'t, 's>| {
            let is_called = |name: &str| name.contains("byline") && !words::is_in(BESIDE_NAMES, name);
            !node.is(Tag::Time) && (node.has_name(&is_called) || node.is_called(SUBMITTED))
        };
        let names = names_of(article);
        let says_by = |node: Node<'t, 's>| {
            begins_with_by(node)
                && (node.elements().take(MOST_TRIED).any(is_author) || {
                    let text = node.plain_text();
                    let named = words::after(text.trim(), credit::BY).map(|named| words::trim_start_of(named, ": "));
                    header::byline(text.trim()).is_some()
                        || named.is_some_and(|named| !header::authors_of(named).is_empty())
                        || names.iter().any(|name| text.to_lowercase().contains(&name.to_lowercase()))
                })
        };
        let is_byline = |node: Node<'t, 's>| {
            is_named(node)
                || (parts.is_above_body(node)
                    && !parts.is_beside(node)
                    && says_by(node)
                    && !node.elements().take(MOST_TRIED).any(|inner| {
                        is_named(inner) || (inner.words() < node.words() && parts::is_line(inner) && says_by(inner))
                    }))
        };
        for named in parts.lines(&is_byline) {
            // A name in a longer byline is not all of it.
            let around = parts.around(named);
            let is_part = !parts.stands_alone(named) && parts::is_line(around) && begins_with_by(around);
            let is_whole = is_part && !has_digits(around);
            let node = if is_whole { around } else { named };
            let is_new = !caption::is_caption(node) && !node.is_of(&read);
            if is_new && (read.is_empty() || parts.is_above_body(node)) {
                let has_names = begins_with_by(node) || node.find(Tag::A).is_some();
                if !has_names && self.dates(node, false, article) {
                    continue;
                }
                // The date of the article may stand in a line of its own there.
                let is_line =
                    |part: Node<'t, 's>| parts::is_line(part) && part.words() <= 2 && parts.stands_alone(part);
                for line in node.all_that(MOST_TRIED, &is_line) {
                    self.dates(line, false, article);
                }
                // Drupal has the date in the line.
                let time = node.find_that(&|time| time.is(Tag::Time) && time.has("datetime"));
                if article.published.is_none() && node.is_called(SUBMITTED) {
                    article.published = time.and_then(|time| self.attribute(time, "datetime")).map(Date::parse);
                }
                let line = byline(self.line(node));
                if !article.byline.is_empty() && !line.is_empty() {
                    article.byline.push(Inline::Break);
                }
                article.byline.extend(line);
                read.push(node);
            }
        }
        if article.authors.is_empty() {
            for link in read.iter().flat_map(|line| line.all_that(usize::MAX, &is_author)) {
                article.authors.push(self.author(link));
            }
        }
        if read.is_empty() {
            read = self.writers(parts, article);
        }
        self.notes.set_aside(&read);
        read
    }

    /// Reads those who are called the authors above the text, each on its own.
    fn writers(&mut self, parts: &Parts<'t, 's>, article: &mut Article<'a>) -> Vec<Node<'t, 's>> {
        let mut writers = parts.writers(&names_of(article));
        if writers.iter().any(|writer| begins_with_by(*writer)) {
            for writer in &writers {
                if !article.byline.is_empty() {
                    article.byline.push(Inline::Text(", ".into()));
                }
                article.byline.extend(self.line(*writer));
            }
        } else if article.authors.is_empty() {
            article.authors = writers.iter().map(|node| self.author(*node)).collect();
        } else {
            writers.retain(|node| article.authors.iter().any(|author| author.name == self.words(*node)));
        }
        writers
    }

    fn author(&mut self, node: Node<'t, 's>) -> Contributor<'a> {
        Contributor { name: self.words(node), url: self.leads_to(node), ..Contributor::default() }
    }

    /// Reads a line, if it says no more than when the article appeared and when it was changed; one that is not the
    /// first, if it says no more than is known.
    fn dates(&mut self, line: Node<'t, 's>, is_again: bool, article: &mut Article<'a>) -> bool {
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

    /// Reads the way to the article that a page shows, without the article (WAI-ARIA Authoring Practices, "Breadcrumb").
    pub(super) fn breadcrumb(&mut self, root: Node<'t, 's>) -> Vec<Crumb<'a>> {
        let is_trail = |node: Node<'t, 's>| {
            (1..=MOST_TEXTS).contains(&node.words())
                && (node.attribute("aria-label").is_some_and(|label| label.eq_ignore_ascii_case("breadcrumb"))
                    || node.is_called_like("breadcrumb")
                    || node.is_called("entry-crumbs"))
        };
        let trails = root.all_that(MOST_TRAILS, &is_trail);
        let Some((trail, items)) = trails.into_iter().find_map(|trail| Some((trail, crumbs_in(trail)?))) else {
            return Vec::new();
        };
        self.notes.set_aside(&[trail]);
        let mut crumbs = Vec::new();
        for item in items {
            let name = self.words(item);
            if !name.is_blank() && !is_current(item) && !item.has_that(&is_current) {
                crumbs.push(Crumb { name, url: self.leads_to(item) });
            }
        }
        crumbs
    }

    /// The words of an element on one line, without what parts them from others.
    pub(super) fn words(&self, node: Node<'t, 's>) -> Text<'a> {
        let words = node.plain_text();
        let words = words::trim(&words, |c| c.is_whitespace() || matches!(c, '>' | '/' | '|' | '»' | '›' | '·'));
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.made(words)
    }
}

/// The heading that is the headline of an article: one that says it again, or else one of the first level that is not
/// the sign of the site.
pub(super) fn headline<'t, 's>(root: Node<'t, 's>, main: Node<'t, 's>, article: &Article<'_>) -> Option<Node<'t, 's>> {
    let known = words::letters(&plain_text(&article.headline));
    let site = article.publisher.as_ref().map(|site| words::letters(&site.name)).unwrap_or_default();
    let says_again = |node: &Node<'t, 's>| is_again(&known, &words::letters(&node.plain_text()));
    let all = |of: Node<'t, 's>, passes: &dyn Fn(Node<'t, 's>) -> bool| of.all_that(MOST_TRIED, passes).into_iter();
    let headings = |of: Node<'t, 's>| all(of, &Node::is_heading);
    let first = |of: Node<'t, 's>| all(of, &|node| node.is(Tag::H1));
    let is_other =
        |node: &Node<'t, 's>| node.words() > 0 && words::letters(&node.plain_text()) != site && !leads_home(*node);
    let is_named =
        |node: &Node<'t, 's>| node.is_called("entry-title|post-title|graf--title") || is_property(*node, "headline");
    let headline = first(main).chain(headings(main)).find(says_again).or_else(|| first(main).find(is_other));
    let headline = headline.or_else(|| headings(root).find(says_again)).or_else(|| headings(main).find(is_named));
    headline.or_else(|| first(root).find(is_other)).or_else(|| title(main))
}

/// Whether all words of a line lead to the front page of a site.
fn leads_home(line: Node<'_, '_>) -> bool {
    let is_front_page = |address: &str| {
        let path = address.split_once("://").map_or(address, |(_, rest)| rest.trim_start_matches(|c| c != '/'));
        path == "/" || (path.is_empty() && !address.is_empty())
    };
    let is_all = |node: Node<'_, '_>| node.is(Tag::A) && node.words() == line.words();
    let link = if is_all(line) { Some(line) } else { line.find_that(&is_all) };
    link.and_then(|link| link.attribute("href")).is_some_and(|address| is_front_page(address))
}

/// A byline whose "by" stands in its line, without a sign at its end.
fn byline(mut line: Vec<Inline<'_>>) -> Vec<Inline<'_>> {
    let is_sign = |inline: &Inline<'_>| {
        matches!(inline, Inline::Break) || matches!(inline, Inline::Text(text) if !words::has_letters(text))
    };
    line.truncate(line.iter().rposition(|inline| !is_sign(inline)).map_or(0, |last| last + 1));
    if let [Inline::Text(by), second, ..] = line.as_mut_slice()
        && words::count(by) == 1
        && !by.ends_with(char::is_whitespace)
    {
        *by = Text::from([by.trim_end(), " "].concat());
        if matches!(second, Inline::Break) {
            line.remove(1);
        }
    }
    line
}

fn has_digits(node: Node<'_, '_>) -> bool {
    node.plain_text().bytes().any(|byte| byte.is_ascii_digit())
}

/// The names of those who are known to have written the article.
fn names_of(article: &Article<'_>) -> Vec<String> {
    article
        .authors
        .iter()
        .map(|author| author.name.to_string())
        .filter(|name| !name.is_empty())
        .take(MOST_TRIED)
        .collect()
}

fn is_same_day(one: &Date<'_>, other: &Date<'_>) -> bool {
    let day = |date: &Date<'_>| date.moment.map(|moment| (moment.year, moment.month, moment.day));
    day(one) == day(other)
}

/// Whether a heading says the headline again, with a kicker or without the name of the site.
fn is_again(known: &str, own: &str) -> bool {
    let (shorter, longer) = if known.len() < own.len() { (known, own) } else { (own, known) };
    shorter.len() * 2 > longer.len() && longer.contains(shorter)
}
