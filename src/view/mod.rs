//! Shows an article as an HTML tree; it knows neither formats nor how a tree is written.
//!
//! A pure function: the same article and options give the same tree. Every class begins with `np-`, every identifier
//! with the host's prefix, nothing carries a `style` or a script, and nothing but an abbreviation a `title` (HTML,
//! "The abbr element"): what only a mouse can find must not be what readers need.

mod aside;
mod block;
mod contents;
mod figure;
mod header;
mod host;
mod inline;
mod media;
#[cfg(feature = "wasm")]
mod needs;
mod notes;
mod options;
mod outline;
mod picture;
mod post;
mod rare;
mod table;

use std::borrow::Cow;

use crate::html::{Attribute, Element, Name, Node};
use crate::locale::{self, Locale};
use crate::model::{Article, Block, Direction, Language, Numbering, Repeats, Text, Url, at_wall, is_blank};

pub use host::{BuiltIn, Host, Part};
pub use options::{Contents, Header, HeaderPart, Level, Options, Prefix, UpdateThreshold, WordError, word};

#[cfg(feature = "wasm")]
pub(crate) use needs::has_rare;
use outline::Outline;

/// The theme: the other half of the contract of class names.
pub const CSS: &str = include_str!("article.css");

/// Returns the tree that shows an article.
///
/// ```
/// use newsprint::{html, model::{Article, Inline}, view};
/// let article = Article { headline: vec![Inline::Text("Ferry returns".into())], ..Article::default() };
/// let mut out = String::new();
/// let options = view::Options::default();
/// html::write(&view::view(&article, &options), &mut out);
/// assert!(out.contains(r#"<h1 class="np-headline" id="np-headline">Ferry returns</h1>"#));
/// ```
#[must_use]
pub fn view<'a>(article: &'a Article<'a>, options: &'a Options) -> Element<'a> {
    view_with(article, options, &BuiltIn)
}

/// Returns the tree that shows an article, each part as the host wants it.
#[must_use]
pub fn view_with<'a>(article: &'a Article<'a>, options: &'a Options, host: &dyn Host) -> Element<'a> {
    let spoken = spoken(article);
    let foreign = (article.language.is_some() && spoken.is_none()).then_some(locale::english().tag);
    let mut view = View {
        options,
        host,
        foreign,
        words: &words(spoken, options),
        language: article.language.as_ref(),
        outline: Outline::of(article, options),
        notes: Numbering::of(&article.notes),
        repeats: Repeats::of(&article.body),
        is_in_link: false,
        is_paid: false,
        tables: 0,
        codes: 0,
        boxes: 0,
    };
    view.article(article)
}

/// The words of the article's own language, where they are known.
fn spoken(article: &Article<'_>) -> Option<Cow<'static, Locale<'static>>> {
    locale::find(article.language.as_ref()?.as_str())
}

/// Returns the words that are added to an article, given those of its language.
fn words<'a>(spoken: Option<Cow<'static, Locale<'static>>>, options: &'a Options) -> Cow<'a, Locale<'a>> {
    // What is borrowed for ever is borrowed for as long as the options are, which the type does not say by itself.
    let mut words = match spoken {
        Some(Cow::Owned(words)) => Cow::Owned(words),
        Some(Cow::Borrowed(words)) => Cow::Borrowed(words),
        None => Cow::Borrowed(locale::english()),
    };
    for (name, word) in &options.words {
        // What does not fit has been refused where the options were made.
        let _ = words.to_mut().set(name, word);
    }
    words
}

/// Returns the direction that the article is written in, if anything says so.
pub(crate) fn direction(article: &Article<'_>) -> Option<Direction> {
    article.direction.or_else(|| article.language.as_ref().map(Language::direction))
}

/// What the views of the parts share: what the host wants, and what has been counted so far.
struct View<'v, 'a> {
    options: &'a Options,
    host: &'v dyn Host,
    words: &'v Locale<'a>,
    /// The language of the words, where it is not the article's: none of ours knows that one.
    foreign: Option<&'static str>,
    language: Option<&'a Language<'a>>,
    /// Whether what is shown stands in a link, where no other link may stand (HTML, "The a element").
    is_in_link: bool,
    /// Whether what is shown stands behind a wall already: a second one in front of it says nothing.
    is_paid: bool,
    outline: Outline,
    notes: Numbering<'a>,
    repeats: Repeats<'a>,
    tables: usize,
    codes: usize,
    boxes: usize,
}

impl<'a> View<'_, 'a> {
    fn article(&mut self, article: &'a Article<'a>) -> Element<'a> {
        let is_headed = !is_blank(&article.headline) && self.options.header.parts().contains(&HeaderPart::Headline);
        let headline = is_headed.then(|| self.id("headline"));
        let mut root = Element::classed(Name::Article, "np-article")
            .with_some(Attribute::Lang, article.language.as_ref().map(Language::as_str))
            .with_some(Attribute::Dir, direction(article).map(Direction::as_str))
            .with_some(Attribute::AriaLabelledby, headline);
        root.extend(self.header(article));
        root.extend(self.lead_media(article.lead_media.as_ref()));
        root.extend(self.contents(article));
        root.extend(self.body(&article.body));
        if !article.updates.is_empty() {
            root.push(self.posts(article));
        }
        root.extend(self.endnotes());
        root.extend(self.related(&article.related));
        root
    }

    /// What stands with the header: a picture as large as the page, or another block.
    fn lead_media(&mut self, block: Option<&'a Block<'a>>) -> Option<Node<'a>> {
        let block = block?;
        if let Block::Image(image) = block {
            return self.lead_figure(image);
        }
        let media = self.blocks(std::slice::from_ref(block));
        Element::classed(Name::Div, "np-lead").children(media).unless_empty().map(Node::from)
    }

    /// What readers must pay for stands apart, so that search engines can be told of it (schema.org `hasPart`); where
    /// it follows, nobody is told that it is missing.
    fn body(&mut self, blocks: &'a [Block<'a>]) -> Option<Element<'a>> {
        if blocks.is_empty() {
            return None;
        }
        self.repeats = Repeats::of(blocks);
        let body = Element::classed(Name::Div, "np-body");
        let Some((free, wall, paid)) = at_wall(blocks) else { return Some(body.children(self.outline_blocks(blocks))) };
        let body = body.children(self.outline_blocks(free));
        if paid.is_empty() {
            return Some(body.children(self.outline_blocks(std::slice::from_ref(wall))));
        }
        self.is_paid = true;
        let paid = Element::classed(Name::Div, "np-paid").children(self.outline_blocks(paid));
        self.is_paid = false;
        Some(body.child(paid))
    }

    /// The element, which holds the words of a phrase of ours and nothing else, in their language (WCAG 3.1.2).
    fn ours(&self, element: Element<'a>, phrase: &str) -> Element<'a> {
        element.with_some(Attribute::Lang, self.foreign_to(phrase))
    }

    /// The element with words of ours as all that it holds.
    fn our_text(&self, element: Element<'a>, words: &'a str) -> Element<'a> {
        self.ours(element, words).text(words)
    }

    /// Words of ours among those of the article.
    fn our_words(&self, words: &'a str) -> Node<'a> {
        match self.foreign_to(words) {
            Some(_) if !words.trim().is_empty() => self.our_text(Element::new(Name::Span), words).into(),
            Some(_) | None => Node::Text(words.into()),
        }
    }

    /// The language of a phrase of ours, where it is not the article's. A phrase that the host gave, or a part of one,
    /// is in the article's: the host knows whom it speaks to.
    fn foreign_to(&self, phrase: &str) -> Option<&'static str> {
        let given = |(_, word): &(String, String)| word.as_bytes().as_ptr_range().contains(&phrase.as_ptr());
        self.foreign.filter(|_| !self.options.words.iter().any(given))
    }

    /// Lets the host have its say about a part.
    fn shown(&self, part: Part<'_>, built_in: Element<'a>) -> Node<'a> {
        self.host.show(part, built_in)
    }

    /// The level of what heads a part of the article: a post, or the footnotes.
    fn section_level(&self) -> u8 {
        self.outline.above + 1
    }

    /// Returns a number of ours in the digits of the language.
    fn number(&self, number: usize) -> String {
        self.words.number(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// Returns an identifier with the host's prefix.
    fn id(&self, name: &str) -> String {
        self.options.id_prefix.id(name)
    }

    /// Returns the language where it is not the article's: only changes are marked (WCAG 3.1.2).
    fn other_language<'l>(&self, language: Option<&'l Language<'_>>) -> Option<Cow<'l, str>> {
        language.filter(|language| self.language != Some(language)).map(|language| Cow::Borrowed(language.as_str()))
    }

    /// What heads a part of the article that is named by it.
    fn section_heading(&self, id: String, words: &'a str) -> Element<'a> {
        let heading = Element::classed(Name::heading(self.section_level()), "np-heading").with(Attribute::Id, id);
        self.our_text(heading, words)
    }
}

/// A link without words.
fn link_to(address: &str) -> Element<'_> {
    Element::new(Name::A).with(Attribute::Href, address)
}

/// Words that lead to their address, if they have one.
fn linked<'a>(url: Option<&'a Url<'a>>, words: &'a str) -> Node<'a> {
    match url {
        Some(url) => link_to(url.as_str()).text(words).into(),
        None => Node::Text(words.into()),
    }
}

/// A text, if there is something to see of it.
fn shown<'t, 'a>(text: Option<&'t Text<'a>>) -> Option<&'t Text<'a>> {
    text.filter(|text| !text.is_blank())
}

/// The element with another one in it, and a space before that, which is read as a pause, if something stands there.
fn apart<'a>(element: Element<'a>, next: Option<Element<'a>>) -> Element<'a> {
    let gap = if element.is_empty() || next.is_none() { "" } else { " " };
    element.text(gap).children(next)
}
