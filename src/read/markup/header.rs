//! The header of a page's article: which elements are its parts; it knows the classes that sites give them.

use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, caption};
use crate::model::{Article, Contributor, Crumb, Date, Inline, Text};
use crate::read::{credit, words};

/// Elements that are tried as a part of the header.
const MOST_TRIED: usize = 32;

/// Elements that are tried as a breadcrumb.
const MOST_TRAILS: usize = 8;

/// Texts with words that a part of a header holds.
const MOST_TEXTS: u32 = 24;

/// Words of a paragraph that is no part of a header.
const WORDS_OF_BODY: usize = 25;

/// Words of a name, and of what it is introduced with.
const WORDS_OF_NAME: usize = 8;

/// The length of a word between the parts of a header, in bytes.
const LONGEST_JOINT: usize = 4;

/// Words that a line of dates has for each date, such as "Last updated on".
const WORDS_OF_DATE: usize = 3;

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Reads the parts of the header that stand in the article, and sets them aside.
    pub(super) fn header(&mut self, root: Node<'t, 's>, main: Node<'t, 's>, article: &mut Article<'a>) {
        let headline = main.find(Tag::H1).or_else(|| root.find(Tag::H1)).or_else(|| title(main));
        if let Some(heading) = headline {
            let line = self.heading_line(heading);
            if !line.is_empty() {
                article.headline = line;
                self.notes.set_aside(&[heading]);
            }
            // Medium exports the headline and the standfirst a second time, as the text begins.
            let is_again =
                |node: &Node<'t, 's>| node.has_class(&|class| words::has("graf--title|graf--subtitle", class));
            let again: Vec<_> = main.elements().filter(is_again).take(2).collect();
            self.notes.set_aside(&again);
        }
        let parts = Parts::of(main, headline);
        let sums_up = |node: Node<'t, 's>| is_standfirst(node) && parts.may_be_standfirst(node);
        if let [standfirst, ..] = parts.lines(&sums_up).as_slice() {
            article.standfirst = self.blocks(*standfirst);
            self.notes.set_aside(&[*standfirst]);
        }
        let byline = self.byline(&parts, article);
        let is_before = |node: &Node<'t, 's>| headline.is_some_and(|headline| node.start() < headline.start());
        let mut kickers = parts.named(KICKER).into_iter().filter(|node| parts.is_above_body(*node));
        if let Some(kicker) = kickers.find(is_before) {
            article.kicker = self.line(kicker);
            self.notes.set_aside(&[kicker]);
        }
        let rows = byline.iter().map(|author| parts.around(*author)).filter(|row| !row.is_same(main));
        let rows: Vec<_> = rows.collect();
        // What joins the parts of a row, such as "by", joins nothing without them.
        let is_joint = |node: &Node<'t, 's>| {
            let text = node.plain_text();
            let is_short = (1..=LONGEST_JOINT).contains(&text.trim().len()) && !text.contains(words::is_capital);
            is_short && node.is(Tag::P) && parts.is_above_body(*node)
        };
        for row in &rows {
            let joints: Vec<_> = row.children().take(MOST_TRIED).filter(is_joint).collect();
            self.notes.set_aside(&joints);
        }
        let is_in_row = |node| rows.iter().any(|row| row.children().take(MOST_TRIED).any(|child| child.is_same(node)));
        let is_of_dates = |node: Node<'t, 's>| {
            parts.is_above_body(node)
                && (parts.is_header(node)
                    || node.has_class(&|class| has(DATES, class))
                    || node.attribute("itemprop").is_some_and(|name| name.starts_with("date"))
                    || (node.is(Tag::Time) && is_in_row(node)))
        };
        let mut lines = parts.lines(&is_of_dates).into_iter();
        lines.find(|line| parts.stands_alone(*line) && self.dates(*line, article));
    }

    /// Reads the bylines, and returns them: the first wherever it stands, others that stand above the text as well.
    fn byline(&mut self, parts: &Parts<'t, 's>, article: &mut Article<'a>) -> Vec<Node<'t, 's>> {
        let mut read: Vec<Node<'t, 's>> = Vec::new();
        let is_named = |node: Node<'t, 's>| {
            !node.is(Tag::Time) && node.has_class(&|class| class.contains("byline") && !has(BESIDE_NAMES, class))
        };
        let is_byline = |node: Node<'t, 's>| {
            is_named(node)
                || (parts.is_above_body(node)
                    && node.elements().take(MOST_TRIED).any(is_author)
                    && begins_with_by(node)
                    && !node.elements().take(MOST_TRIED).any(is_named))
        };
        for node in parts.lines(&is_byline) {
            let is_new = !caption::is_caption(node) && !read.iter().any(|outer| outer.holds(node));
            if is_new && (read.is_empty() || parts.is_above_body(node)) {
                if !read.is_empty() {
                    article.byline.push(Inline::Break);
                }
                article.byline.extend(self.line(node));
                read.push(node);
            }
        }
        if article.authors.is_empty() {
            let links = read.iter().flat_map(|line| line.elements()).filter(|node| is_author(*node));
            article.authors = links.map(|node| self.author(node)).collect();
        }
        if read.is_empty() {
            read = self.writers(parts, article);
        }
        self.notes.set_aside(&read);
        read
    }

    /// Reads those who are called the authors above the text, each on its own.
    fn writers(&mut self, parts: &Parts<'t, 's>, article: &mut Article<'a>) -> Vec<Node<'t, 's>> {
        let mut writers = parts.writers();
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
        let link = if node.is(Tag::A) { Some(node) } else { node.find(Tag::A) };
        Contributor {
            name: self.words(node),
            url: link.and_then(|link| self.url(link, "href")),
            ..Contributor::default()
        }
    }

    /// Reads a line, if it says no more than when the article appeared and when it was changed.
    fn dates(&mut self, line: Node<'t, 's>, article: &mut Article<'a>) -> bool {
        let all = std::iter::once(line).chain(line.elements());
        let times: Vec<_> = all.filter(|node| node.attribute("datetime").is_some()).collect();
        let count = |node: Node<'t, 's>| node.plain_text().split_whitespace().count();
        let of_times: usize = times.iter().map(|time| count(*time)).sum();
        let dates: Vec<_> =
            times.iter().filter_map(|time| self.attribute(*time, "datetime")).map(Date::parse).collect();
        let are_moments = dates.iter().all(|date| date.moment.is_some());
        if !(1..=2).contains(&dates.len()) || !are_moments || count(line) > of_times + WORDS_OF_DATE * dates.len() {
            return false;
        }
        let is_named = |node: Node<'t, 's>| {
            is_property(node, "dateModified")
                || node.has_class(&|class| class.contains("updat") || class.contains("modif"))
        };
        for (index, (time, date)) in times.into_iter().zip(dates).enumerate() {
            let is_change =
                index > 0 || is_named(time) || line.elements().any(|node| node.holds(time) && is_named(node));
            let known = if is_change { &mut article.modified } else { &mut article.published };
            known.get_or_insert(date);
        }
        self.notes.set_aside(&[line]);
        true
    }

    /// Reads the way to the article that a page shows, without the article (WAI-ARIA Authoring Practices, "Breadcrumb").
    pub(super) fn breadcrumb(&mut self, root: Node<'t, 's>) -> Vec<Crumb<'a>> {
        let is_trail = |node: &Node<'t, 's>| {
            (1..=MOST_TEXTS).contains(&node.words())
                && (node.attribute("aria-label").is_some_and(|label| label.eq_ignore_ascii_case("breadcrumb"))
                    || node.has_class(&|class| class.contains("breadcrumb")))
        };
        let trails = root.elements().filter(is_trail).take(MOST_TRAILS);
        let Some((trail, items)) = trails.filter_map(|trail| Some((trail, crumbs_in(trail)?))).next() else {
            return Vec::new();
        };
        self.notes.set_aside(&[trail]);
        let mut crumbs = Vec::new();
        for item in items {
            let link = if item.is(Tag::A) { Some(item) } else { item.find(Tag::A) };
            let name = self.words(item);
            if !name.is_blank() && !is_current(item) && !item.elements().any(is_current) {
                crumbs.push(Crumb { name, url: link.and_then(|link| self.url(link, "href")) });
            }
        }
        crumbs
    }

    /// The words of an element on one line, without what parts them from others.
    pub(super) fn words(&self, node: Node<'t, 's>) -> Text<'a> {
        let words = node.plain_text();
        let words = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '|' | '»' | '›' | '·'));
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Text::from((self.own)(words.into()))
    }
}

const STANDFIRST: &[&str] = &["standfirst", "article-deck", "article__deck", "article-dek", "subheadline"];
/// What microformats, word processors and many themes call the line under the headline.
const SUBTITLE: &str = "subtitle|p-summary|msosubtitle|entry-subtitle|post-subtitle|article-subtitle|article__subtitle|newspack-post-subtitle|article-excerpt|gh-article-excerpt|post-excerpt|post-description|article-summary|article__summary|article-lead|article__lead|article-intro|article__intro|lead|ingress|chapo|vorspann|deck|dek";
/// What microformats and many themes call somebody who wrote the article.
const AUTHOR: &str = "author|p-author|author-name|article-author|article__author|post-author|entry-author|post__author|wp-block-post-author-name";
const KICKER: &[&str] =
    &["kicker", "eyebrow", "overline", "article-tag", "cat-links", "entry-categor", "post-categor", "article-categor"];
const DATES: &[&str] = &["date", "publish", "posted-on", "timestamp"];

/// What is called so stands beside the names of a byline.
const BESIDE_NAMES: &[&str] = &["date", "meta", "time"];

/// Where in an article the parts of its header may be.
struct Parts<'t, 's> {
    main: Node<'t, 's>,
    /// Figures and articles in the article, whose parts are their own.
    others: Vec<Node<'t, 's>>,
    headline: Option<Node<'t, 's>>,
    header: Option<Node<'t, 's>>,
    /// Where the first heading below the headline begins.
    headings: usize,
    /// Where the text begins.
    body: usize,
}

impl<'t, 's> Parts<'t, 's> {
    fn of(main: Node<'t, 's>, headline: Option<Node<'t, 's>>) -> Self {
        let standfirsts: Vec<_> = main.elements().filter(|node| is_standfirst(*node)).take(MOST_TRIED).collect();
        let is_text = |node: &Node<'t, 's>| {
            node.is(Tag::P)
                && !standfirsts.iter().any(|standfirst| standfirst.is_same(*node) || standfirst.holds(*node))
                && node.plain_text().split_whitespace().nth(WORDS_OF_BODY - 1).is_some()
        };
        let is_heading = |node: &Node<'t, 's>| {
            matches!(node.kind(), Some(Kind::Heading(_)))
                && headline.is_none_or(|headline| node.start() > headline.start())
        };
        Self {
            main,
            headings: main.elements().find(is_heading).map_or(usize::MAX, Node::start),
            others: main.elements().filter(|node| node.is(Tag::Figure) || node.is(Tag::Article)).collect(),
            headline,
            header: main.find(Tag::Header),
            body: main.elements().find(is_text).map_or(usize::MAX, Node::start),
        }
    }

    /// The lines that one of the words names in their class.
    fn named(&self, words: &[&str]) -> Vec<Node<'t, 's>> {
        self.lines(&|node| node.has_class(&|class| has(words, class)))
    }

    /// The first lines that pass and are not those of a figure or of another article. What holds the headline is more
    /// than a line.
    fn lines(&self, passes: &dyn Fn(Node<'t, 's>) -> bool) -> Vec<Node<'t, 's>> {
        let is_whole = |node: Node<'t, 's>| self.headline.is_some_and(|headline| node.holds(headline));
        let lines = self.main.elements().filter(|node| is_line(*node) && !is_whole(*node) && passes(*node));
        let lines = lines.take(MOST_TRIED);
        lines.filter(|node| !self.others.iter().any(|other| other.holds(*node))).collect()
    }

    /// The elements above the text that have nothing but an author in them, the outermost ones.
    fn writers(&self) -> Vec<Node<'t, 's>> {
        let mut writers: Vec<Node<'t, 's>> = Vec::new();
        let named = self.main.elements().filter(|node| is_writer(*node)).take(MOST_TRIED).map(name_in);
        for node in named.filter(|node| self.is_above_body(*node) && self.stands_alone(*node)) {
            let is_part = writers.iter().chain(&self.others).any(|outer| outer.holds(node));
            if !is_part && node.plain_text().split_whitespace().count() <= WORDS_OF_NAME {
                writers.push(node);
            }
        }
        writers
    }

    /// Whether an element is no part of a longer line. In a row of elements each is on its own.
    fn stands_alone(&self, node: Node<'t, 's>) -> bool {
        let is_text = |child: &Node<'t, 's>| child.kind().is_none() && child.words() > 0;
        let is_of_row = |child: Node<'t, 's>| child.is_same(node) || child.holds(node);
        let around = self.around(node);
        !is_inline(node)
            || (!around.children().any(|child| is_text(&child))
                && around.children().any(|child| is_of_row(child) && child.words() == node.words()))
    }

    /// The line or the box that an element is in.
    fn around(&self, node: Node<'t, 's>) -> Node<'t, 's> {
        self.main.elements().filter(|other| other.holds(node) && !is_inline(*other)).last().unwrap_or(self.main)
    }

    fn is_header(&self, node: Node<'t, 's>) -> bool {
        self.header.is_some_and(|header| header.holds(node))
    }

    /// What only microformats and microdata call so sums up the article where it stands above the text and its
    /// headings, and else something in it.
    fn may_be_standfirst(&self, node: Node<'t, 's>) -> bool {
        let is_of_somebody = |outer: Node<'t, 's>| {
            let is_somebody = |kind: &str| kind.ends_with("Person") || kind.ends_with("Organization");
            outer.holds(node) && outer.attribute("itemtype").is_some_and(|kind| is_somebody(kind.trim()))
        };
        if self.main.elements().any(is_of_somebody) {
            return false;
        }
        let is_above = self.is_above_body(node) && node.start() <= self.headings;
        is_above || node.has_class(&|class| has(STANDFIRST, class))
    }

    fn is_above_body(&self, node: Node<'t, 's>) -> bool {
        node.start() < self.body
    }
}

/// The crumbs of an element, if it has no words but theirs: items of a list, or links and the page that is shown.
fn crumbs_in<'t, 's>(trail: Node<'t, 's>) -> Option<Vec<Node<'t, 's>>> {
    let all = |tag: Tag| trail.elements().filter(move |node| node.is(tag)).take(MOST_TRIED).collect::<Vec<_>>();
    let mut items = all(Tag::Li);
    if items.is_empty() {
        let links = all(Tag::A);
        let is_beside = |node: &Node<'t, 's>| !links.iter().any(|link| link.is_same(*node) || link.holds(*node));
        let current = trail.elements().filter(|node| is_current(*node) && is_beside(node)).last();
        items = links.into_iter().chain(current).collect();
    }
    (caption::letters(trail) == items.iter().map(|item| caption::letters(*item)).sum::<usize>()).then_some(items)
}

/// What a word processor calls the title of a document, and no browser a heading.
fn title<'t, 's>(main: Node<'t, 's>) -> Option<Node<'t, 's>> {
    main.elements().find(|node| node.is(Tag::P) && node.has_class(&|class| words::has("title|msotitle", class)))
}

/// Whether an element is what sums the article up.
fn is_standfirst(node: Node<'_, '_>) -> bool {
    node.has_class(&|class| has(STANDFIRST, class) || words::has(SUBTITLE, class))
        || is_property(node, "description")
        || is_property(node, "alternativeHeadline")
}

fn begins_with_by(node: Node<'_, '_>) -> bool {
    words::after(node.plain_text().trim_start(), credit::BY).is_some()
}

/// Whether an element is who wrote the article.
fn is_writer(node: Node<'_, '_>) -> bool {
    let is_place = is_line(node) || node.kind() == Some(Kind::Link);
    is_place && (is_author(node) || is_property(node, "author") || node.has_class(&|class| words::has(AUTHOR, class)))
}

/// The name in what says more of an author.
fn name_in<'t, 's>(author: Node<'t, 's>) -> Node<'t, 's> {
    let name = author.elements().find(|node| is_property(*node, "name"));
    name.filter(|name| name.words() < author.words()).unwrap_or(author)
}

/// Whether an element is a property of the item that a page is about (HTML 5.2.2).
fn is_property(node: Node<'_, '_>, name: &str) -> bool {
    node.attribute("itemprop").is_some_and(|names| names.split_ascii_whitespace().any(|known| known == name))
}

fn is_current(node: Node<'_, '_>) -> bool {
    node.attribute("aria-current").is_some()
}

/// Whether a node is a part of a line: a text, or what is set around one.
fn is_inline(node: Node<'_, '_>) -> bool {
    matches!(node.kind(), None | Some(Kind::Link | Kind::Mark(_) | Kind::Plain | Kind::Time))
}

fn has(words: &[&str], class: &str) -> bool {
    words.iter().any(|word| class.contains(word))
}

/// Whether an element may hold a part of the header.
fn is_line(node: Node<'_, '_>) -> bool {
    matches!(node.kind(), Some(Kind::Box | Kind::Paragraph | Kind::Plain | Kind::Heading(_) | Kind::List | Kind::Time))
        && (1..=MOST_TEXTS).contains(&node.words())
        && node.pictures() == 0
}

/// Whether an element is the name of an author (HTML 4.6.7.2, "Link type `author`").
fn is_author(node: Node<'_, '_>) -> bool {
    let is_link = node.attribute("rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|word| word == "author"));
    node.words() > 0 && (is_link || (node.kind() == Some(Kind::Plain) && node.has_class(&|class| class == "np-author")))
}
