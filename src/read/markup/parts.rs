//! Where in a page the parts of an article's header may be; it knows the classes that sites give them, and reads nothing.

use super::caption;
use super::tag::{Kind, Tag};
use super::tree::Node;
use crate::read::{credit, words};

/// Elements that are tried as a part of the header.
pub(super) const MOST_TRIED: usize = 32;

/// Texts with words that a part of a header holds.
pub(super) const MOST_TEXTS: u32 = 24;

/// Words of a paragraph that is no part of a header, and bytes of one without spaces between its words.
const WORDS_OF_BODY: usize = 25;
const BYTES_OF_BODY: usize = 150;

/// Words of a name, and of what it is introduced with.
const WORDS_OF_NAME: usize = 8;

/// Paragraphs that are more than a standfirst.
const MOST_PARAGRAPHS: usize = 3;

/// Bytes of a line of the header that sums the article up without being called so.
const SHORTEST_SUMMARY: usize = 40;

/// What ends a sentence.
pub(super) const SENTENCE_ENDS: &str = ".!?…。！？”\"";

const STANDFIRST: &str = "standfirst|article-deck|article__deck|article-dek|subheadline|contentheaderdek|summary-art";
/// Words in what themes call the line under the headline, and words that say that it is a line of something else.
const SUMMARY: &str = "abstract|bajada|catenaccio|chapo|copete|deck|dek|desc|description|einleitung|entradilla|excerpt|ingress|intro|lead|leadtext|lede|manchet|msosubtitle|perex|preamble|preface|sommario|subhead|subline|subtitle|summary|teaser|vorspann";
const OF_OTHERS: &str = "art|author|bio|blog|box|caption|card|date|image|img|list|media|photo|picture|product|promo|related|site|video|widget|wrapper";
/// What microformats and many themes call somebody who wrote the article.
const AUTHOR: &str = "author|p-author|author-name|article-author|article__author|post-author|entry-author|post__author|gh-article-author-name|gnt_ar_by_a|wp-block-post-author-name|author__name|authors";
/// What they call the name in what they have of an author.
const NAME: &str = "name|author-name|author__name|fn";
const KICKER: &str = "antetitulo|occhiello|spitzmarke|surtitre|volanta|kicker|eyebrow|overline|topline|dachzeile|overtitle|rubric|article-tag|cat-links|entry-categor|post-categor|article-categor";
pub(super) const DATES: &str = "date|publish|posted-on|timestamp";

/// What is called so stands beside the names of a byline.
pub(super) const BESIDE_NAMES: &str = "button|date|email|facebook|linkedin|meta|print|share|social|time|twitter";

/// Where in an article the parts of its header may be.
pub(super) struct Parts<'t, 's> {
    pub(super) main: Node<'t, 's>,
    /// Figures, captions and other articles in the article, whose parts are their own.
    pub(super) others: Vec<Node<'t, 's>>,
    /// What stands beside the article above the text.
    pub(super) beside: Vec<Node<'t, 's>>,
    headline: Option<Node<'t, 's>>,
    header: Option<Node<'t, 's>>,
    /// Where the first heading below the headline begins.
    headings: usize,
    /// Where the text begins.
    body: usize,
}

impl<'t, 's> Parts<'t, 's> {
    pub(super) fn of(main: Node<'t, 's>, headline: Option<Node<'t, 's>>) -> Self {
        let standfirsts = main.all_that(MOST_TRIED, &is_standfirst);
        let is_text = |node: Node<'t, 's>| node.is(Tag::P) && !node.is_of(&standfirsts) && is_long(&node.plain_text());
        let is_heading =
            |node: Node<'t, 's>| node.is_heading() && headline.is_none_or(|headline| node.start() > headline.start());
        // The headline may stand above the one element that has the text.
        let articles = main.all_that(2, &|node| node.is(Tag::Article));
        let only = articles.first().filter(|node| articles.len() == 1 && node.count() > main.count() / 2);
        let is_other = |node: Node<'t, 's>| {
            let is_of_picture = || node.pictures() == 1 && node.words() > 0 && caption::is_figure(node);
            matches!(node.tag(), Some(Tag::Figcaption | Tag::Figure))
                || (node.is(Tag::Article) && !only.is_some_and(|only| only.is_same(node)))
                || (node.kind() == Some(Kind::Box) && is_of_picture())
        };
        let is_header =
            |node: Node<'t, 's>| node.is(Tag::Header) && headline.is_none_or(|headline| node.holds(headline));
        let start = |node: Option<Node<'t, 's>>| node.map_or(usize::MAX, Node::start);
        Self {
            main,
            headings: start(main.find_that(&is_heading)),
            others: main.all_that(usize::MAX, &is_other),
            beside: Vec::new(),
            headline,
            header: main.find_that(&is_header),
            body: start(main.find_that(&is_text)),
        }
    }

    /// The first lines that pass and are not those of a figure or of another article. What holds the headline is more
    /// than a line.
    pub(super) fn lines(&self, passes: &dyn Fn(Node<'t, 's>) -> bool) -> Vec<Node<'t, 's>> {
        let is_whole = |node: Node<'t, 's>| self.headline.is_some_and(|headline| node.holds(headline));
        let mut lines = self.main.all_that(MOST_TRIED, &|node| is_line(node) && !is_whole(node) && passes(node));
        lines.retain(|node| !self.others.iter().any(|other| other.holds(*node) || node.holds(*other)));
        lines
    }

    /// The elements above the text that have nothing but an author in them, the outermost ones.
    pub(super) fn writers(&self, names: &[String]) -> Vec<Node<'t, 's>> {
        let mut writers: Vec<Node<'t, 's>> = Vec::new();
        let is_name =
            |node: Node<'t, 's>| node.words() == 1 && names.iter().any(|name| words::are_same(node.first_text(), name));
        for node in self.main.all_that(MOST_TRIED, &|node| is_writer(node) || is_name(node)).into_iter().map(name_in) {
            let is_part = || self.others.iter().chain(&self.beside).any(|outer| outer.holds(node));
            let may_be = self.is_above_body(node) && self.stands_alone(node) && !is_part();
            if may_be && !node.is_of(&writers) && !is_longer_than_name(node) {
                writers.push(node);
            }
        }
        writers
    }

    /// What sums the article up: the line that is called so, or is as long as that.
    pub(super) fn standfirst(&self) -> Option<Node<'t, 's>> {
        let is_byline = |node: Node<'t, 's>| begins_with_by(node) && !is_longer_than_name(node);
        let mut lines = self.lines(&is_standfirst).into_iter();
        let line = lines.find(|node| !is_byline(*node) && !self.is_beside(*node) && self.may_be_standfirst(*node));
        line.or_else(|| self.summary())
    }

    /// The first line below the headline, in the header itself or above whoever wrote the article, that is long enough
    /// to sum the article up.
    fn summary(&self) -> Option<Node<'t, 's>> {
        let headline = self.headline?;
        let may_be = |node: Node<'t, 's>| {
            (self.is_header(node) || self.is_between(headline, node))
                && node.start() > headline.start()
                && !node.has_block()
                && node.find(Tag::A).or_else(|| node.find(Tag::Time)).is_none()
                && node.plain_text().trim().len() >= SHORTEST_SUMMARY
                && !begins_with_by(node)
                && !node.has_name(&|name| has_word(name, OF_OTHERS))
                && matches!(node.kind(), Some(Kind::Box | Kind::Paragraph | Kind::Heading(_)))
        };
        self.lines(&may_be).first().copied()
    }

    /// Whether an element stands right below the headline and above a byline or a time.
    fn is_between(&self, headline: Node<'t, 's>, node: Node<'t, 's>) -> bool {
        let is_of_header = |other: Node<'t, 's>| {
            let is_named = other.has_name(&|name| name.contains("byline"));
            other.is(Tag::Time) || is_author(other) || is_named
        };
        let is_below = headline.next_element().is_some_and(|next| next.is_same(node));
        is_below && self.is_above_body(node) && self.body < usize::MAX && {
            let is_below =
                |other: Node<'t, 's>| other.start() > node.start() && !node.holds(other) && other.words() > 0;
            let next = self.main.find_that(&|other| is_below(other) && (other.is(Tag::P) || is_of_header(other)));
            next.is_some_and(is_of_header)
        }
    }

    /// Whether an element is no part of a longer line. In a row of elements each is on its own.
    pub(super) fn stands_alone(&self, node: Node<'t, 's>) -> bool {
        let is_of_row = |child: Node<'t, 's>| child.is_same(node) || child.holds(node);
        let around = self.around(node);
        !is_inline(node)
            || (!around.has_own_words() && around.has_child(&|child| is_of_row(child) && child.words() == node.words()))
    }

    /// The line or the box that an element is in.
    pub(super) fn around(&self, node: Node<'t, 's>) -> Node<'t, 's> {
        self.main.last_that(&|other| other.holds(node) && !is_inline(other)).unwrap_or(self.main)
    }

    pub(super) fn is_header(&self, node: Node<'t, 's>) -> bool {
        self.header.is_some_and(|header| header.holds(node))
    }

    /// What only microformats and microdata call so sums up the article where it stands above the text and its
    /// headings, and else something in it.
    fn may_be_standfirst(&self, node: Node<'t, 's>) -> bool {
        let is_of_somebody = |outer: Node<'t, 's>| {
            let is_somebody = |kind: &str| kind.ends_with("Person") || kind.ends_with("Organization");
            outer.holds(node)
                && self.headline.is_none_or(|headline| !outer.holds(headline))
                && (outer.attribute("itemtype").is_some_and(|kind| is_somebody(kind.trim()))
                    || outer.has_class(&|class| has_word(class, "author|bio")))
        };
        // A heading below a paragraph is one of the text.
        let is_text_above =
            |other: Node<'t, 's>| other.start() < node.start() && other.is(Tag::P) && is_longer_than_name(other);
        let is_of_text = node.is_heading() && self.main.has_that(&is_text_above);
        let is_below_headline = self.headline.is_none_or(|headline| node.start() > headline.start());
        // A name for what leads into an article may also be that of the box around all of its beginning.
        let is_more = node.all_that(MOST_PARAGRAPHS, &|node| node.is(Tag::P)).len() == MOST_PARAGRAPHS;
        let is_above =
            self.is_above_body(node) && is_below_headline && !is_more && node.start() <= self.headings && !is_of_text;
        (is_above || node.is_called_like(STANDFIRST)) && !self.main.has_that(&is_of_somebody)
    }

    /// Whether an element is a part of what stands beside the article.
    pub(super) fn is_beside(&self, node: Node<'t, 's>) -> bool {
        node.is_of(&self.beside)
    }

    pub(super) fn is_above_body(&self, node: Node<'t, 's>) -> bool {
        node.start() < self.body
    }
}

fn is_longer_than_name(node: Node<'_, '_>) -> bool {
    node.plain_text().split_whitespace().nth(WORDS_OF_NAME).is_some()
}

/// Whether a text is longer than the parts of a header are.
fn is_long(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.nth(WORDS_OF_BODY - 1).is_some() || (text.len() > BYTES_OF_BODY && text.split_whitespace().nth(6).is_none())
}

/// Whether a text in an element is as long as those of a paragraph.
pub(super) fn has_paragraph(node: Node<'_, '_>) -> bool {
    node.texts_that(&is_long) > 0
}

/// How many bytes an element has in paragraphs that end as sentences do, and in captions.
pub(super) fn len_of_sentences(node: Node<'_, '_>) -> usize {
    let ends = |node: Node<'_, '_>| words::ends_with(node.plain_text().trim(), SENTENCE_ENDS);
    let is_said = |node: Node<'_, '_>| node.is(Tag::Figcaption) || (node.is(Tag::P) && ends(node));
    let said = node.all_that(usize::MAX, &is_said).into_iter().chain(Some(node).filter(|node| is_said(*node)));
    said.map(len_without_links).sum()
}

/// How many bytes of words stand in an element outside of links.
pub(super) fn len_without_links(node: Node<'_, '_>) -> usize {
    let links = node.all_that(usize::MAX, &|node| node.is(Tag::A)).into_iter();
    node.len_of_words().saturating_sub(links.map(Node::len_of_words).sum())
}

/// The crumbs of an element, if it has no words but theirs: items of a list, or links and the page that is shown.
pub(super) fn crumbs_in<'t, 's>(trail: Node<'t, 's>) -> Option<Vec<Node<'t, 's>>> {
    let mut items = trail.all_that(MOST_TRIED, &|node| node.is(Tag::Li));
    if items.is_empty() {
        items = trail.all_that(MOST_TRIED, &|node| node.is(Tag::A));
        let current = trail.last_that(&|node| is_current(node) && !node.is_of(&items));
        items.extend(current);
    }
    (caption::letters(trail) == items.iter().map(|item| caption::letters(*item)).sum::<usize>()).then_some(items)
}

/// What a word processor calls the title of a document, and no browser a heading.
pub(super) fn title<'t, 's>(main: Node<'t, 's>) -> Option<Node<'t, 's>> {
    main.find_that(&|node| node.is(Tag::P) && node.is_called("title|msotitle"))
}

/// Whether a name has a word of a list, which is in order, in it.
fn has_word(name: &str, list: &str) -> bool {
    name.split(['-', '_']).any(|word| words::has_in_order(list, word))
}

/// Whether an element is what sums the article up.
fn is_standfirst(node: Node<'_, '_>) -> bool {
    node.is_called_like(STANDFIRST)
        || node.has_name(&|name| (has_word(name, SUMMARY) || name.ends_with("sub-title")) && !has_word(name, OF_OTHERS))
        || is_property(node, "description")
        || is_property(node, "alternativeHeadline")
}

/// Whether an element is called what stands above a headline.
pub(super) fn is_kicker(node: Node<'_, '_>) -> bool {
    node.is_called_like(KICKER)
}

/// Whether an element is as short as what stands above a headline.
pub(super) fn is_short(node: Node<'_, '_>) -> bool {
    const WORDS_OF_KICKER: usize = 5;
    words::count(&node.plain_text()) <= WORDS_OF_KICKER
}

/// Whether nothing stands between an element and the headline below it.
pub(super) fn is_next<'t, 's>(node: Node<'t, 's>, headline: Node<'t, 's>) -> bool {
    let is_headline =
        |next: Node<'t, 's>| next.is_same(headline) || (next.holds(headline) && next.words() == headline.words());
    node.next_element().is_some_and(is_headline)
}

pub(super) fn begins_with_by(node: Node<'_, '_>) -> bool {
    words::after(node.plain_text().trim_start(), credit::BY).is_some()
}

/// Whether an element is who wrote the article.
fn is_writer(node: Node<'_, '_>) -> bool {
    let is_place = is_line(node) || node.kind() == Some(Kind::Link);
    is_place && (is_author(node) || is_property(node, "author") || node.has_class(&|class| is_listed(AUTHOR, class)))
}

/// The name in what says more of an author.
pub(super) fn name_in<'t, 's>(author: Node<'t, 's>) -> Node<'t, 's> {
    let named = || author.find_that(&|node| node.has_class(&|class| is_listed(NAME, class)));
    let name = author.find_that(&|node| is_property(node, "name")).or_else(named);
    name.filter(|name| name.words() < author.words()).unwrap_or(author)
}

/// Whether an element is a property of the item that a page is about (HTML 5.2.2).
pub(super) fn is_property(node: Node<'_, '_>, name: &str) -> bool {
    node.has_word("itemprop", name)
}

pub(super) fn is_current(node: Node<'_, '_>) -> bool {
    node.has("aria-current")
}

/// Whether a node is a part of a line: a text, or what is set around one.
fn is_inline(node: Node<'_, '_>) -> bool {
    matches!(node.kind(), None | Some(Kind::Link | Kind::Mark(_) | Kind::Plain | Kind::Time))
}

/// Whether a list has a name, or what follows that of the box around it, as in `meta__author`.
fn is_listed(list: &str, name: &str) -> bool {
    words::has(list, name) || name.split_once("__").is_some_and(|(_, part)| words::has(list, part))
}

/// Whether an element may hold a part of the header.
pub(super) fn is_line(node: Node<'_, '_>) -> bool {
    matches!(node.kind(), Some(Kind::Box | Kind::Paragraph | Kind::Plain | Kind::Heading(_) | Kind::List | Kind::Time))
        && (1..=MOST_TEXTS).contains(&node.words())
        && node.pictures() == 0
}

/// Whether an element is the name of an author (HTML 4.6.7.2, "Link type `author`").
pub(super) fn is_author(node: Node<'_, '_>) -> bool {
    let is_link = node.has_word("rel", "author");
    node.words() > 0 && (is_link || (node.kind() == Some(Kind::Plain) && node.is_called("np-author")))
}

#[cfg(test)]
mod tests {
    use super::{OF_OTHERS, SUMMARY};

    #[test]
    fn words_are_in_order() {
        for list in [OF_OTHERS, SUMMARY] {
            assert!(list.split('|').is_sorted(), "{list}");
        }
    }
}
