//! The header of a page's article: which elements are its parts; it knows the classes that sites give them.

use super::flow::Flow;
use super::headline::leads_home;
use super::parts::{
    BESIDE_NAMES, MOST_TEXTS, MOST_TRIED, Parts, begins_with_by, crumbs_in, is_author, is_current, is_kicker,
    is_property,
};
use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, caption, parts};
use crate::model::{Article, Block, Contributor, Crumb, Date, Heading, Inline, Text, is_letter, plain_text};
use crate::read::opening;
use crate::read::text::header;
use crate::read::{credit, words};

/// What Drupal calls the line that says who wrote an article and when.
const SUBMITTED: &str = "node__meta|node__submitted|submitted|submitted-by";

/// Elements that are tried as a breadcrumb.
const MOST_TRAILS: usize = 8;

/// The length of a word between the parts of a header, in bytes.
const LONGEST_JOINT: usize = 4;

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Reads the parts of the header that stand in the article, and sets them aside.
    pub(super) fn header(&mut self, main: Node<'t, 's>, headline: Option<Node<'t, 's>>, article: &mut Article<'a>) {
        if let Some(heading) = headline {
            self.take_headline(heading, article);
        }
        let is_sign = |node: Node<'t, 's>| node.is(Tag::H1) && leads_home(node);
        self.notes.set_aside(&main.all_that(MOST_TRIED, &is_sign));
        let mut parts = Parts::of(main, headline);
        let said = words::letters(&plain_text(&article.headline));
        let is_again = |node: Node<'t, 's>| {
            let is_heading = node.is_heading() && node.words() > 0 && parts.is_above_body(node);
            is_heading && !said.is_empty() && words::letters(&node.plain_text()) == said
        };
        self.notes.set_aside(&main.all_that(MOST_TRIED, &is_again));
        parts.beside = main.all_that(MOST_TRIED, &|node| parts.is_above_body(node) && self.is_gone(node));
        let standfirst = parts.standfirst();
        self.notes.set_aside(standfirst.as_slice());
        if headline.is_some() {
            // Medium exports the headline and the standfirst a second time, as the text begins.
            self.notes.set_aside(&main.all_that(2, &|node| node.is_called("graf--title|graf--subtitle")));
        }
        let byline = self.byline(&parts, article);
        if let Some(headline) = headline.filter(|_| article.kicker.is_empty()) {
            self.kicker(main, headline, &parts, article);
        }
        self.joints(main, &byline, &parts);
        self.all_dates(headline, standfirst, &byline, &parts, article);
        self.microdata(main, &parts, article);
        // A byline or a date may stand in its box.
        if let Some(standfirst) = standfirst {
            self.take_standfirst(standfirst, article);
        }
    }

    /// The headline, and the kicker that stands in one heading with it.
    fn take_headline(&mut self, heading: Node<'t, 's>, article: &mut Article<'a>) {
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

    /// A short line above the headline that is called a kicker, or stands next to it.
    fn kicker(&mut self, main: Node<'t, 's>, headline: Node<'t, 's>, parts: &Parts<'t, 's>, article: &mut Article<'a>) {
        let is_before = |node: Node<'t, 's>| node.start() < headline.start();
        let is_next = |node: Node<'t, 's>| parts::is_next(node, headline);
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
        if let Some(kicker) = kicker.copied() {
            article.kicker = self.line(kicker);
            self.notes.set_aside(&[kicker]);
        }
    }

    /// Sets aside what joins the parts of a row, such as "by", and joins nothing without them.
    fn joints(&mut self, main: Node<'t, 's>, byline: &[Node<'t, 's>], parts: &Parts<'t, 's>) {
        let is_joint = |node: &Node<'t, 's>| {
            let text = node.plain_text();
            let is_short = (1..=LONGEST_JOINT).contains(&text.trim().len()) && !text.contains(words::is_capital);
            is_short && node.is(Tag::P) && parts.is_above_body(*node)
        };
        for row in byline.iter().map(|author| parts.around(*author)).filter(|row| !row.is_same(main)) {
            let joints: Vec<_> = row.children().take(MOST_TRIED).filter(is_joint).collect();
            self.notes.set_aside(&joints);
        }
    }

    fn take_standfirst(&mut self, standfirst: Node<'t, 's>, article: &mut Article<'a>) {
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
                        || names.iter().any(|name| words::lowered(&text).contains(&words::lowered(name)))
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
                let has_time = self.times(node, article);
                let mut line = byline(self.line(node));
                if has_time && let Some(Inline::Text(last)) = line.last_mut() {
                    *last = last.slice(0..header::len_before_date(last));
                }
                line.pop_if(|last| matches!(last, Inline::Text(text) if text.is_blank()));
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

    /// Sets the time that ends a byline aside, which says when the article appeared: that is read already, or here.
    fn times(&mut self, byline: Node<'t, 's>, article: &mut Article<'a>) -> bool {
        let Some(time) = byline.last_that(&|node| node.is(Tag::Time)) else { return false };
        let (all, own) = (byline.plain_text(), time.plain_text());
        if all.rsplit_once(&*own).is_none_or(|(_, behind)| behind.contains(is_letter)) {
            return false;
        }
        if article.published.is_none() {
            self.dates(time, false, article);
        }
        let is_known = article.published.is_some();
        if is_known {
            self.notes.set_aside(&[time]);
        }
        is_known
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
