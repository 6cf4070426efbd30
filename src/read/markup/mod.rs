//! An HTML fragment → blocks and inlines; it knows what authors mean by elements and classes, not which format the
//! fragment came in.
//!
//! Nothing of the markup is passed through. What is on the list below becomes a part of the model, what is not is only
//! its content, and what runs or draws is left out with a diagnostic.

mod again;
mod amp;
mod aside;
mod beside;
mod blocks;
mod caption;
mod control;
mod dates;
mod figure;
mod flow;
mod formula;
mod ghost;
mod head;
mod header;
mod headline;
mod image;
mod item;
mod levels;
mod line;
mod linked;
mod live;
mod names;
mod note;
mod page;
mod parse;
mod parts;
mod phrase;
mod search;
mod sheet;
mod srcset;
mod table;
mod tag;
mod tokens;
mod tree;

use std::borrow::Cow;

use super::piece::{Base, Body, Own, copied};
use super::source::DEEPEST;
use super::values::Values;
use super::{readers, words};
use crate::diagnostic::{Code, Diagnostics};
use crate::json::Value;
use crate::model::{At, Block, Inline, Language, Mark, Text, plain_line, plain_text};

pub(super) use linked::article_of_scripts;
pub(super) use page::{article, len_of_article};

use line::Wrap;
use names::named;
use note::Notes;
use parse::parse;
use tag::Kind;
use tree::{Node, Tree};

/// Reads one fragment. `'s` is the life of the fragment, `'a` that of the article.
struct Markup<'t, 's, 'a, 'v, 'd> {
    own: Own<'s, 'a>,
    base: Base,
    values: &'v mut Values<'d>,
    notes: Notes<'t, 's>,
    /// What inline elements set around the blocks in them.
    wraps: Vec<Wrap<'a>>,
    /// The list item or other box whose paragraphs are being read, which says whether words follow a picture.
    paragraph: Option<Node<'t, 's>>,
    /// The `picture` that the next picture stands in.
    sources: Option<Node<'t, 's>>,
    /// What names the next picture.
    embed: Option<&'t str>,
    /// The styles of classes that a word processor has numbered.
    styles: Vec<(&'s str, String)>,
    /// Whether quotes are words of the article itself.
    is_pulled: bool,
    /// Whether a heading is being read, which may be a button.
    is_heading: bool,
    /// Whether it is a page, whose ways to other pages are not the article's.
    is_page: bool,
    /// Whether nothing in the page says what of it is the article.
    is_whole_page: bool,
    /// How many texts with words may be in what stands beside the article.
    most_beside: u32,
    /// How many words may be in more texts than that.
    most_words_beside: usize,
    /// Whether the fragment stands in another one, as what is shown without scripts does.
    is_nested: bool,
}

/// Returns the blocks and footnotes of HTML in a JSON string.
pub(super) fn blocks<'a>(value: Value<'_, 'a>, values: &mut Values<'_>) -> Body<'a> {
    match values.string(value) {
        Some(Cow::Borrowed(html)) => blocks_of(html, |text| text, Base::Exact(value.offset() + 1), values),
        Some(Cow::Owned(html)) => blocks_of(&html, copied, Base::Around(value.offset()), values),
        None => Body::default(),
    }
}

/// Returns the one line of HTML in a JSON string. The blocks in it, if there are any, are lines of the line.
pub(super) fn line<'a>(value: Value<'_, 'a>, values: &mut Values<'_>) -> Vec<Inline<'a>> {
    match values.string(value) {
        Some(Cow::Borrowed(html)) => line_of(html, |text| text, Base::Exact(value.offset() + 1), values),
        Some(Cow::Owned(html)) => line_of(&html, copied, Base::Around(value.offset()), values),
        None => Vec::new(),
    }
}

/// Returns the words of HTML in a JSON string, if there are any.
pub(super) fn text<'a>(value: Value<'_, 'a>, values: &mut Values<'_>) -> Option<Text<'a>> {
    let mut line = line(value, values);
    let text = match (line.pop(), line.is_empty()) {
        (Some(Inline::Text(text)), true) => text,
        (Some(last), _) => {
            line.push(last);
            plain_text(&line).into()
        }
        (None, _) => return None,
    };
    (!text.is_blank()).then_some(text)
}

/// Returns the words of a JSON string, which many write as they stand in HTML.
pub(super) fn words<'a>(value: Value<'_, 'a>, values: &mut Values<'_>) -> Option<Text<'a>> {
    match value.as_str() {
        Some(words) if is_html(&words) => text(value, values),
        Some(_) | None => values.text(value),
    }
}

/// Returns the words of a text in which characters are written as HTML does, and the text itself where none are.
pub(super) fn plain(text: Cow<'_, str>) -> Text<'_> {
    if !has_reference(&text) {
        return text.into();
    }
    let mut ignored = Diagnostics::default();
    plain_text(&line_of(&text, copied, Base::Around(0), &mut Values::new(&mut ignored))).into()
}

/// Whether a text that may be HTML is: it has an end tag, the end of a line, or a character reference.
pub(super) fn is_html(text: &str) -> bool {
    let may_be = memchr::memchr3(b'<', b'>', b'&', text.as_bytes()).is_some();
    may_be && (words::is_in("</|/>|<br|<p>", text) || has_reference(text))
}

/// Whether a text has a character reference with its semicolon (HTML 13.1.4).
fn has_reference(text: &str) -> bool {
    text.split('&').skip(1).any(|rest| {
        let name = rest.split(';').next().unwrap_or_default();
        let letters = name.strip_prefix('#').unwrap_or(name);
        let is_name = (2..32).contains(&name.len()) && letters.bytes().all(|b| b.is_ascii_alphanumeric());
        is_name && name.len() < rest.len()
    })
}

/// Returns the blocks and footnotes of HTML.
pub(super) fn blocks_of<'s, 'a>(html: &'s str, own: Own<'s, 'a>, base: Base, values: &mut Values<'_>) -> Body<'a> {
    if html.trim().is_empty() || !readers::ask(readers::HTML) {
        return Body::default();
    }
    read_blocks(html, own, base, values)
}

#[inline(never)]
fn read_blocks<'s, 'a>(html: &'s str, own: Own<'s, 'a>, base: Base, values: &mut Values<'_>) -> Body<'a> {
    let tree = parse(html);
    let mut markup = Markup::new(&tree, own, base, values);
    let blocks = markup.blocks(tree.root());
    let notes = markup.notes();
    Body { blocks, notes }
}

/// Returns the one line of HTML.
pub(super) fn line_of<'s, 'a>(html: &'s str, own: Own<'s, 'a>, base: Base, values: &mut Values<'_>) -> Vec<Inline<'a>> {
    // All of it is looked at, many bytes at once.
    if !html.bytes().fold(false, |found, byte| found | matches!(byte, b'<' | b'&' | b'\n' | b'\t' | b'\r')) {
        return plain_line(own(Cow::Borrowed(html.trim_matches(' '))));
    }
    if html.trim().is_empty() || !readers::ask(readers::HTML) {
        return Vec::new();
    }
    read_line(html, own, base, values)
}

#[inline(never)]
fn read_line<'s, 'a>(html: &'s str, own: Own<'s, 'a>, base: Base, values: &mut Values<'_>) -> Vec<Inline<'a>> {
    let tree = parse(html);
    Markup::new(&tree, own, base, values).line(tree.root())
}

/// Returns the mark that a start or end tag stands for, if it stands for one.
pub(super) fn mark(tag: &str) -> Option<Mark> {
    let (_, kind) = named(&tag_name(tag).to_ascii_lowercase());
    if let Kind::Mark(mark) = kind { Some(mark) } else { None }
}

/// Returns the name in a start or end tag.
pub(super) fn tag_name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}

impl<'t, 's, 'a, 'v, 'd> Markup<'t, 's, 'a, 'v, 'd> {
    fn new(tree: &'t Tree<'s>, own: Own<'s, 'a>, base: Base, values: &'v mut Values<'d>) -> Self {
        let notes = Notes::find(tree);
        let mut markup = Self {
            own,
            base,
            values,
            notes,
            wraps: Vec::new(),
            paragraph: None,
            sources: None,
            embed: None,
            styles: Vec::new(),
            is_pulled: false,
            is_heading: false,
            is_page: false,
            is_whole_page: false,
            most_beside: tree.root().words() / 2,
            most_words_beside: 0,
            is_nested: false,
        };
        if let Some(start) = tree.too_deep {
            markup.report(Code::LimitDepth, start, format!("what nests deeper than {DEEPEST} levels is flattened"));
        }
        markup
    }

    /// Returns the blocks of HTML that stands in a node as text.
    fn nested(&mut self, node: Node<'t, 's>, html: &str) -> Vec<Block<'a>> {
        let tree = parse(html);
        let mut markup = Markup::new(&tree, copied, Base::Around(self.base.offset(node.start())), self.values);
        markup.is_nested = true;
        markup.blocks(tree.root())
    }

    fn report(&mut self, code: Code, start: usize, message: impl Into<String>) {
        self.values.diagnostics.add(code, Some(self.base.offset(start)), message);
    }

    fn at(&self, node: Node<'_, '_>) -> At {
        self.base.at(node.start())
    }

    /// The article's text for the tree's.
    #[allow(clippy::ptr_arg, reason = "a text that is borrowed is borrowed from the fragment, not from the tree")]
    fn cow(&self, text: &Cow<'s, str>) -> Cow<'a, str> {
        (self.own)(text.clone())
    }

    /// The article's text for one that is made here.
    fn made(&self, text: String) -> Text<'a> {
        (self.own)(Cow::Owned(text)).into()
    }

    /// The text of an attribute, if it says something.
    fn attribute(&self, node: Node<'t, 's>, name: &str) -> Option<Text<'a>> {
        let text = Text::from(self.cow(node.attribute(name)?));
        (!text.is_blank()).then_some(text)
    }

    /// What a film or what another site shows is called, for eyes or for ears.
    fn title(&self, node: Node<'t, 's>) -> Option<Text<'a>> {
        self.attribute(node, "title").or_else(|| self.attribute(node, "aria-label"))
    }

    /// The language that an attribute names.
    fn language(&self, node: Node<'t, 's>, name: &str) -> Option<Language<'a>> {
        Language::parse(self.cow(node.attribute(name)?))
    }
}
