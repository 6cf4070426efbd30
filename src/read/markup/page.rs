//! An HTML page → an article; it knows how pages say what of them is the article.

use super::flow::Flow;
use super::headline::headline;
use super::parse::parse;
use super::parts::{
    SENTENCE_ENDS, has_paragraph, is_kicker, is_next, is_property, is_short, len_of_sentences, len_without_links,
};
use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, again, beside, caption, control, image, linked, sheet};
use crate::diagnostic::Code;
use crate::model::{Article, Block, Image, MediaUrl, plain_text};
use crate::read::piece::Base;
use crate::read::values::Values;
use crate::read::{opening, pictures, words};

/// The part of the text of a page that may stand behind the box that is the article.
const PARTS_SAID_BEHIND: usize = 10;

/// Returns the article that HTML holds: a page's, or the one that a fragment is.
pub(in crate::read) fn article<'a>(html: &'a str, base: Base, values: &mut Values<'_>) -> Article<'a> {
    let tree = parse(html);
    let root = tree.root();
    let mut markup = Markup::new(&tree, |text| text, base, values);
    markup.styles = sheet::styles(html);
    let mut article = Article::default();
    let is_all = |node: &Node<'_, '_>| node.words() == root.words() && node.pictures() == root.pictures();
    let element = article_element(root);
    let is_page = element.filter(is_all).is_some()
        || root.has_that(&|node| matches!(node.tag(), Some(Tag::Html | Tag::Head | Tag::Body)));
    let mut main = root;
    markup.is_page = is_page;
    markup.is_whole_page = is_page && element.is_none();
    let mut said = linked::linked(html, markup.values);
    if is_page {
        markup.head(root, &mut article);
    }
    if let Some(said) = &mut said {
        linked::describe(&mut article, said);
    }
    let mut breadcrumb = Vec::new();
    if is_page {
        breadcrumb = markup.breadcrumb(root);
        let all = body(root).unwrap_or(root);
        let own = element.filter(|node| !node.is(Tag::Main)).or_else(|| called_body(root));
        let has_role = || all.find_that(&|node| control::has_role("main", node) && node.words() > 0);
        main = own.unwrap_or_else(|| box_of_text(element.or_else(has_role).unwrap_or(all)));
        if main.is_same(all) {
            main = markup.longest_box(all).unwrap_or(all);
        }
        let headline = headline(root, main, &article);
        main = markup.with_headline(root, main, headline);
        if (own.is_none() || element.is_none()) && !headline.is_some_and(|headline| main.holds(headline)) {
            main = element.map_or(all, |element| markup.with_headline(root, element, headline));
        }
        if own.is_none() && element.is_none() && !main.is_same(all) {
            markup.report(Code::HtmlDropped, main.start(), "what stands around the text of the page is left out");
        }
        markup.most_beside = main.words() / 2;
        markup.most_words_beside = main.count() / 3;
        markup.header(main, headline, &mut article);
        markup.posts(main, &mut article);
    }
    markup.tongue(main, &mut article);
    let mut blocks = markup.blocks(main);
    article.notes = markup.notes();
    if is_page {
        again::drop_repeated(&article, &mut blocks, markup.values.diagnostics);
    }
    let poster = article.lead_media.take();
    opening::open(&mut article, blocks);
    if is_page {
        drop_last_headings(&mut article.body, markup.values);
    }
    if is_page && article.lead_media.is_none() {
        let of_head = if let Some(Block::Image(image)) = &poster { Some(&**image) } else { None };
        let mut named = of_head.into_iter().chain(said.as_ref().and_then(|said| said.pictures.first()));
        article.lead_media = named.find_map(|named| markup.lead(root, main, named, &article.body));
    }
    if let Some(said) = said {
        linked::complete(&mut article, said);
    }
    if article.breadcrumb.is_empty() {
        article.breadcrumb = breadcrumb;
        article.breadcrumb.pop_if(|crumb| *crumb.name == plain_text(&article.headline));
    }
    // The picture that a page gives to others is its lead only where it shows none of its own.
    let shows_picture =
        article.lead_media.is_some() || article.body.iter().any(|block| matches!(block, Block::Image(_)));
    if !shows_picture {
        article.lead_media = poster;
    }
    article
}

/// Drops the headings that a page ends with: what a script would show below them is not there.
fn drop_last_headings(body: &mut Vec<Block<'_>>, values: &mut Values<'_>) {
    while let [_, .., Block::Divider | Block::Heading(_)] = body.as_slice() {
        if let Some(Block::Heading(heading)) = body.last() {
            if words::ends_with(&plain_text(&heading.content), SENTENCE_ENDS) {
                return;
            }
            let message = "a heading with nothing below it at the end of the page is left out";
            values.diagnostics.add(Code::HtmlDropped, heading.at.offset(), message);
        }
        body.pop();
    }
}

/// Returns how many bytes of words stand in what of a page is an article by its elements, or in the paragraphs of a page
/// without them.
pub(in crate::read) fn len_of_article(html: &str) -> usize {
    let tree = parse(html);
    let element = article_element(tree.root());
    element.map_or_else(|| len_of_text(tree.root()), |node| node.plain_text().trim().len())
}

/// The body, if nothing stands before or after it: a browser would take that into the body (HTML 13.2.6.4.7).
fn body<'t, 's>(root: Node<'t, 's>) -> Option<Node<'t, 's>> {
    let of_head = root.find(Tag::Head).map_or(0, Node::words);
    root.find(Tag::Body).filter(|body| body.words() + of_head == root.words())
}

/// The longest `article` element, or the one in it that has the headline; or else `main`. Teasers of other articles and
/// the posts of a live blog are `article` elements too, which have neither the headline nor most of the text.
fn article_element<'t, 's>(root: Node<'t, 's>) -> Option<Node<'t, 's>> {
    let articles = root.all_that(usize::MAX, &|node| node.is(Tag::Article)).into_iter();
    let longest = articles.max_by_key(|node| (node.words(), std::cmp::Reverse(node.start())));
    let main = || root.find(Tag::Main).filter(|node| node.words() > 0);
    let is_all = |article: &Node<'t, 's>| {
        // What has the headline may still be no more than the header, or what is there for search engines alone.
        let part = if article.find(Tag::H1).is_some() { 8 } else { 2 };
        len_of_text(*article) >= len_of_text(main().unwrap_or(root)) / part
    };
    let element = longest.filter(|node| node.words() > 0).filter(is_all).map(innermost).or_else(main);
    let entry = || root.all_that(2, &is_entry).into_iter();
    element.or_else(|| entry().next().filter(|_| entry().len() == 1).filter(is_all))
}

/// Whether an element is the article by microformats or microdata.
fn is_entry(node: Node<'_, '_>) -> bool {
    let is_kind = |kind: &str| kind.ends_with("Article") || kind.ends_with("BlogPosting");
    let is_marked =
        || node.is_called("hentry|h-entry") || node.attribute("itemtype").is_some_and(|kind| is_kind(kind.trim()));
    // What is hidden there is for search engines alone.
    !matches!(node.tag(), Some(Tag::Html | Tag::Body)) && is_marked() && !node.style().contains("display:none")
}

/// The element that is called the text of an article and has most of the text of a page.
fn called_body<'t, 's>(root: Node<'t, 's>) -> Option<Node<'t, 's>> {
    const NAMES: &str = "articlebody|articlecontent|articletext|articleview|entrycontent|newsbody|newscontent|newstext|postcontent|postbody|posttext|richtextstorybody|storybody|storycontent|storytext";
    let is_called = |name: &str| words::is_in(NAMES, &name.replace(['-', '_'], "").to_ascii_lowercase());
    let called = root.all_that(usize::MAX, &|node| is_property(node, "articleBody") || node.has_name(&is_called));
    let least = len_of_text(root) / 2;
    called.into_iter().max_by_key(|node| len_of_text(*node)).filter(|node| len_of_text(*node) > least)
}

/// The innermost box that has most of the text of a page, and paragraphs, and behind which hardly anything is said.
fn box_of_text<'t, 's>(all: Node<'t, 's>) -> Node<'t, 's> {
    let mut found = all;
    loop {
        let may_be = |node: Node<'t, 's>| matches!(node.kind(), Some(Kind::Box | Kind::Table)) && !node.is(Tag::Li);
        // Boxes around boxes need not be looked through.
        let mere = found.child_that(&|node| may_be(node) && node.words() == found.words());
        if let Some(inner) = mere.filter(|inner| inner.pictures() == found.pictures() && inner.words() > 0) {
            found = inner;
            continue;
        }
        let least = len_without_links(found) / 2 + 1;
        let is_inner = |node: Node<'t, 's>| may_be(node) && len_without_links(node) >= least && has_paragraph(node);
        let Some(inner) = found.child_that(&is_inner) else { return found };
        let behind = found.children().filter(|node| node.start() > inner.start() && !beside::is_edge(*node));
        if behind.map(len_of_sentences).sum::<usize>() > len_without_links(inner) / PARTS_SAID_BEHIND {
            return found;
        }
        found = inner;
    }
}

/// How many bytes stand in those texts of an element that are longer than the words of a list, a link or a button.
fn len_of_running_text(node: Node<'_, '_>) -> usize {
    const SHORTEST: usize = 60;
    node.texts().map(|text| text.trim().len()).filter(|len| *len > SHORTEST).sum()
}

/// How many bytes of words stand in the paragraphs of an element.
pub(super) fn len_of_text(node: Node<'_, '_>) -> usize {
    let paragraphs = node.all_that(usize::MAX, &|node| node.is(Tag::P));
    paragraphs.iter().map(|node| node.plain_text().trim().len()).sum()
}

/// The `article` element that a page builder's has its headline and most of its words in.
fn innermost<'t, 's>(article: Node<'t, 's>) -> Node<'t, 's> {
    let headline = article.find(Tag::H1);
    let has_most = |node: Node<'t, 's>| {
        node.is(Tag::Article)
            && node.words() > article.words() / 2
            && headline.is_some_and(|headline| node.holds(headline))
    };
    article.last_that(&has_most).unwrap_or(article)
}

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// The innermost box that has nearly all of the running text of a page, where nothing says what of it is the article.
    fn longest_box(&self, all: Node<'t, 's>) -> Option<Node<'t, 's>> {
        let mut found = None;
        // Each step goes deeper, and what nests too deep is flattened.
        loop {
            let (mut longest, mut most, mut len) = (None, 0, 0);
            for child in found.unwrap_or(all).children() {
                let own = len_of_running_text(child);
                if own == 0 || child.is(Tag::Aside) || self.is_gone(child) {
                    continue;
                }
                // A paragraph beside a box is text as well.
                if !matches!(child.kind(), Some(Kind::Box | Kind::Table)) {
                    return found;
                }
                len += own;
                if own > most {
                    (longest, most) = (Some(child), own);
                }
            }
            if most <= len * 4 / 5 {
                return found;
            }
            found = longest;
        }
    }

    /// Returns the box that has the headline above the element that has most of the text. What stands behind that
    /// element is not the article's, nor is what stands before the headline, but for a figure.
    fn with_headline(
        &mut self,
        root: Node<'t, 's>,
        element: Node<'t, 's>,
        headline: Option<Node<'t, 's>>,
    ) -> Node<'t, 's> {
        let Some(headline) = headline.filter(|headline| headline.start() < element.start()) else { return element };
        let around = root.last_that(&|node| node.holds(element) && node.holds(headline));
        let most = len_of_running_text(element) * 2;
        let Some(around) = around.filter(|node| len_of_running_text(*node) <= most) else {
            return element;
        };
        // A list or a sign that leads home may stand in one box with the headline.
        let is_other = |node: Node<'t, 's>| {
            let is_behind = node.start() > element.start() && !element.holds(node);
            let leads = node.kind() == Some(Kind::List) || (node.is(Tag::A) && node.pictures() > 0);
            is_behind || (leads && node.start() < headline.start() && !node.holds(headline))
        };
        let mut others = around.all_that(usize::MAX, &is_other);
        let before = around.children().take_while(|node| !node.is_same(headline) && !node.holds(headline));
        let may_be_kicker = |node: Node<'t, 's>| {
            is_kicker(node) || (node.kind() != Some(Kind::List) && is_next(node, headline) && is_short(node))
        };
        let may_be_part = |node: Node<'t, 's>| node.is(Tag::Figure) || caption::is_figure(node) || may_be_kicker(node);
        others.extend(before.filter(|node| !may_be_part(*node)));
        self.notes.set_aside(&others);
        around
    }

    /// Returns the figure outside of the article whose picture the page names elsewhere, unless the article shows it.
    fn lead(
        &mut self,
        root: Node<'t, 's>,
        main: Node<'t, 's>,
        named: &Image<'a>,
        body: &[Block<'a>],
    ) -> Option<Block<'a>> {
        if body.iter().any(|block| matches!(block, Block::Image(image) if pictures::is_same(image, named))) {
            return None;
        }
        let is_named = |node: Node<'t, 's>| {
            let src = image::address(node).and_then(|address| MediaUrl::parse(self.cow(address)).ok());
            pictures::is_same(&Image { src, ..Image::default() }, named)
        };
        let is_outside = |node: Node<'t, 's>| node.kind() == Some(Kind::Picture) && !main.holds(node);
        let picture = root.find_that(&|node| is_outside(node) && is_named(node))?;
        let is_around = |node: Node<'t, 's>| node.holds(picture) && (node.is(Tag::Figure) || caption::is_figure(node));
        let mut out = Flow::default();
        self.figure(root.last_that(&is_around)?, &mut out);
        out.blocks.into_iter().find(|block| matches!(block, Block::Image(_)))
    }
}
