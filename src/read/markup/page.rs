//! An HTML page → an article; it knows how pages say what of them is the article.

use super::flow::Flow;
use super::header::headline;
use super::parse::parse;
use super::parts::{is_kicker, is_next, is_property, is_short};
use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, caption, image, linked, sheet};
use crate::diagnostic::Code;
use crate::model::{Article, Block, Image, MediaUrl, plain_text};
use crate::read::piece::Base;
use crate::read::values::Values;
use crate::read::{opening, pictures, words};

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
        let named = element.or_else(|| called_body(root));
        let headline = headline(root, named.unwrap_or(all), &article);
        main = named.or_else(|| markup.longest_box(all)).unwrap_or(all);
        main = markup.with_headline(root, main, headline);
        if element.is_none() && !headline.is_some_and(|headline| main.holds(headline)) {
            main = all;
        }
        if named.is_none() && !main.is_same(all) {
            markup.report(
                Code::HtmlDropped,
                main.start(),
                "what stands around the longest text of the page is left out",
            );
        }
        let whole = if named.is_some() { main } else { all };
        markup.most_beside = whole.words() / 2;
        markup.most_words_beside = whole.count() / 3;
        markup.header(main, headline, &mut article);
        markup.posts(main, &mut article);
    }
    markup.tongue(main, &mut article);
    let blocks = markup.blocks(main);
    article.notes = markup.notes();
    let poster = article.lead_media.take();
    opening::open(&mut article, blocks);
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

/// Returns how many bytes of words stand in what of a page is an article by its elements.
pub(in crate::read) fn len_of_article(html: &str) -> usize {
    let tree = parse(html);
    article_element(tree.root()).map(|node| node.plain_text().trim().len()).unwrap_or_default()
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
        let may_be_kicker =
            |node: Node<'t, 's>| is_kicker(node) || (node.words() == 1 && is_next(node, headline) && is_short(node));
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
