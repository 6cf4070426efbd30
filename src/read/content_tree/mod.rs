//! Reads the content tree of the Financial Times: its body, full or in transit.
//!
//! The names are those of the specification of the content tree.

mod block;
mod image;
mod media;
mod table;

use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Value};
use crate::model::{Article, Block, Inline, Link, Mark, Text};

use super::format::Format;
use super::marks::{Marks, Run};
use super::prose;
use super::source::{Shape, Source};
use super::values::{Values, at};
use super::words::meaning;

/// The row for the content tree.
pub(super) const FORMAT: Format = Format {
    name: "content-tree",
    about: "the content tree of the Financial Times",
    shape: Shape::Json,
    matches,
    read,
};

fn matches(source: &Source<'_>) -> bool {
    source.json().and_then(body).is_some()
}

/// The body, alone or in the root of a tree. The root of other trees is a key, or has children itself.
fn body<'d, 'a>(root: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let is = |value: Value<'_, '_>, name: &str| value.says("type", name);
    let body = if is(root, "root") { root.get("body")? } else { root };
    (is(body, "body") && body.get("children").is_some_and(|children| children.kind() == Kind::Array)).then_some(body)
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let mut reader = ContentTree { values: Values::new(diagnostics) };
    let Some(root) = source.json() else { return Article::default() };
    let mut article = Article::default();
    if let Some(topper) = root.get("topper").filter(|topper| topper.kind() == Kind::Object) {
        reader.topper(topper, &mut article);
    }
    article.body = reader.blocks(body(root).unwrap_or(root));
    article
}

/// What the readers of the parts share.
struct ContentTree<'r> {
    values: Values<'r>,
}

fn children<'d, 'a: 'd>(node: Value<'d, 'a>) -> impl Iterator<Item = Value<'d, 'a>> {
    node.items_of("children")
}

/// The kind of a node. One without a type that has a picture is an image, as older trees have it.
fn kind<'a>(node: Value<'_, 'a>) -> std::borrow::Cow<'a, str> {
    match node.str_of("type") {
        Some(name) => name,
        None if node.get("picture").is_some() => "layout-image".into(),
        None => "".into(),
    }
}

const MARKS: &[(Mark, &str)] = &[
    (Mark::Strong, "strong"),
    (Mark::Emphasis, "emphasis"),
    (Mark::Strikethrough, "strikethrough"),
    (Mark::Subscript, "subscript"),
    (Mark::Superscript, "superscript"),
];

fn is_phrasing(node: Value<'_, '_>) -> bool {
    let name = kind(node);
    matches!(&*name, "text" | "break" | "link" | "find-out-more-link") || meaning(MARKS, &name).is_some()
}

impl<'a> ContentTree<'_> {
    /// What stands above the body in one piece: a headline, an introduction and what shows what the article is about.
    fn topper(&mut self, topper: Value<'_, 'a>, article: &mut Article<'a>) {
        let part = |name| topper.get(name).filter(|part| part.kind() == Kind::Object);
        article.headline = part("headline").map(|headline| self.line(headline)).unwrap_or_default();
        article.standfirst = part("intro").map(|intro| self.blocks(intro)).unwrap_or_default();
        article.lead_media = part("visual").and_then(|visual| self.block(visual));
    }

    /// The line that the children of a node are.
    fn line(&mut self, node: Value<'_, 'a>) -> Vec<Inline<'a>> {
        let mut run = Run::default();
        self.add_children(node, Marks::default(), &mut run);
        run.finish()
    }

    fn add_children(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        for child in children(node) {
            self.add_phrasing(child, marks, run);
        }
    }

    /// The depth is bounded by the depth of JSON.
    fn add_phrasing(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        let name = kind(node);
        match &*name {
            "text" => {
                if let Some(text) = node.get("value").and_then(|text| self.values.text(text)) {
                    run.text(text, marks);
                }
            }
            "break" => run.inline(Inline::Break, marks),
            "link" | "find-out-more-link" => {
                let href = prose::url_of(&mut self.values, node, &["url"]);
                let link = Link { href, at: at(node), ..Link::default() };
                let wrap = run.link(link.clone());
                let before = run.len();
                self.add_children(node, marks.link(wrap), run);
                // A link without text is reported by those who look for such links.
                if run.len() == before && link.href.is_some() {
                    run.inline(Inline::Link(link), marks);
                }
            }
            name => match meaning(MARKS, name) {
                Some(mark) => self.add_children(node, marks.with(mark), run),
                None => {
                    if name != "paragraph" {
                        self.values.unknown(Code::InlineUnknown, node, "inline", name);
                    } else if run.len() > 0 {
                        run.line_break();
                    }
                    self.add_children(node, marks, run);
                }
            },
        }
    }

    /// The words of a field that has some.
    fn words(&mut self, node: Value<'_, 'a>, name: &str) -> Option<Text<'a>> {
        let field = node.get(name).filter(|field| field.kind() != Kind::Null)?;
        self.values.text(field).filter(|text| !text.is_blank()).map(Text::trimmed)
    }

    /// The words of several fields, one below the other.
    fn lines(&mut self, node: Value<'_, 'a>, names: &[&str]) -> Vec<Inline<'a>> {
        let mut lines = Vec::new();
        for name in names {
            prose::add_below(&mut lines, self.words_line(node, name));
        }
        lines
    }

    /// The words of those of the fields that are strings, a paragraph each.
    fn paragraphs(&mut self, node: Value<'_, 'a>, names: &[&str]) -> Vec<Block<'a>> {
        let names = names.iter().filter(|name| node.has_string(name));
        names.filter_map(|name| prose::paragraph(self.words_line(node, name))).collect()
    }

    /// The same as a line.
    fn words_line(&mut self, node: Value<'_, 'a>, name: &str) -> Vec<Inline<'a>> {
        self.words(node, name).map(Inline::Text).into_iter().collect()
    }
}
