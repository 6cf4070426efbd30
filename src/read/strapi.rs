//! Reads the blocks of Strapi's rich text, the components of its dynamic zones, and what other systems have that is like
//! these: WordPress' flexible content, Drupal's paragraphs, the blocks of Craft, Kirby, Directus and Wagtail.
//!
//! The names are those of Strapi's blocks editor and of its media library.

use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Value};
use crate::model::{Alt, Article, Block, Image, Inline, Link, List, ListItem, Note, plain_text};

use super::format::Format;
use super::marks::{Marks, Run};
use super::piece::Body;
use super::prose::{self, Prose, first, items_below, text_of, url_of};
use super::recognise::component::{are_components, component};
use super::source::{Shape, Source, shortened};
use super::values::{Values, at};
use super::{aliases, custom, figure, lists, markdown, markup, pictures, quote, readers};

/// The row for Strapi.
pub(super) const FORMAT: Format =
    Format { name: "strapi", about: "the rich text of Strapi, in blocks", shape: Shape::Json, matches, read };

fn matches(source: &Source<'_>) -> bool {
    let Some(root) = source.json() else { return false };
    let mut objects = root.items().filter(|item| item.kind() == Kind::Object);
    let is_strapi =
        objects.next().is_some_and(|first| first.get("__component").is_some() || first.get("version").is_none())
            && root.items().any(|item| item.get("__component").is_some() || has_leaf(item));
    // What stands beside a text is no part of it.
    let is_text = |(key, field): (Value<'_, '_>, Value<'_, '_>)| {
        field.is_string()
            && key.as_str().is_some_and(|key| aliases::is_text(&key))
            && !field.raw_str().trim().is_empty()
    };
    is_strapi || (are_components(root) && !source.records().next().is_some_and(|record| record.members().any(is_text)))
}

/// Whether a node holds a text that says that it is one; those of other systems do not.
fn has_leaf(node: Value<'_, '_>) -> bool {
    let mut children = node.items_of("children");
    children.any(|child| (child.says("type", "text") && child.get("text").is_some()) || has_leaf(child))
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let mut reader = Strapi { values: &mut Values::new(diagnostics), notes: Vec::new(), strings: Strings::Markdown };
    let mut body = Vec::new();
    match source.json() {
        // A component may be called as a text in a line is.
        Some(root) if are_components(root) => root.items().for_each(|item| body.extend(reader.block(item))),
        root => body = root.map(|root| reader.blocks(root)).unwrap_or_default(),
    }
    let lead_media = source.records().next().and_then(|record| prose::lead(&mut reader, record));
    let mut article = Article { lead_media, body, notes: reader.notes, ..Article::default() };
    pictures::show_lead_once(&mut article);
    article
}

/// Returns what components say whose strings are HTML.
pub(super) fn components<'a>(value: Value<'_, 'a>, values: &mut Values<'_>) -> Body<'a> {
    if readers::ask(FORMAT.name) { read_components(value, values) } else { Body::default() }
}

#[inline(never)]
fn read_components<'a>(value: Value<'_, 'a>, values: &mut Values<'_>) -> Body<'a> {
    let mut reader = Strapi { values, notes: Vec::new(), strings: Strings::Html };
    let blocks = reader.blocks(value);
    Body { blocks, notes: reader.notes }
}

/// Returns the picture that leads a record, if one of its fields is one.
pub(super) fn lead<'a>(record: Value<'_, 'a>, values: &mut Values<'_>) -> Option<Block<'a>> {
    prose::lead(&mut Strapi { values, notes: Vec::new(), strings: Strings::Html }, record)
}

/// What the strings of components are written in.
#[derive(Clone, Copy, PartialEq)]
enum Strings {
    /// Markdown, which Strapi's other rich text is.
    Markdown,
    Html,
}

/// What the readers of the parts share: the values, and the notes of Markdown.
struct Strapi<'v, 'r, 'a> {
    values: &'v mut Values<'r>,
    notes: Vec<Note<'a>>,
    strings: Strings,
}

impl<'r, 'a> Prose<'r, 'a> for Strapi<'_, 'r, 'a> {
    fn values(&mut self) -> &mut Values<'r> {
        self.values
    }

    fn line(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        if let Some(text) = value.as_str() {
            let is_html = self.strings == Strings::Html || markup::is_html(&text);
            return if is_html { markup::line(value, self.values) } else { prose::line_in(self.values, value) };
        }
        if let Some(html) = processed(value) {
            return self.line(html);
        }
        items_below(value, &mut |item| self.inlines(item))
    }

    fn blocks(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        let value = processed(value).unwrap_or(value);
        match value.kind() {
            Kind::String | Kind::EscapedString => {
                let body = match self.strings {
                    Strings::Markdown => markdown::blocks(value, self.values),
                    Strings::Html => markup::blocks(value, self.values),
                };
                body.keep_notes(&mut self.notes)
            }
            Kind::Object => self.block(value),
            Kind::Array => self.blocks_among(value),
            Kind::Null | Kind::True | Kind::False | Kind::Number => {
                self.values.expected("a block", value);
                Vec::new()
            }
        }
    }

    /// A picture: the block around a file of the media library, or the file.
    fn picture(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        let mut file = prose::attributes(value);
        let mut layers = vec![value, file];
        while layers.len() < 5
            && let Some(inner) = first(file, &["image", "file", "media", "picture", "cover", "meta"])
        {
            let mut files = inner.items();
            let only = files.next().filter(|_| files.next().is_none());
            file = prose::attributes(only.unwrap_or(inner));
            layers.push(file);
        }
        let address = if file.is_string() { file } else { first(file, &["url", "src", "download_url"])? };
        let says_so = || address.as_str().is_some_and(|address| pictures::is_file(&address));
        let is_picture = file.str_of("mime").is_none_or(|mime| mime.starts_with("image/"));
        if !is_picture || (file.get("mime").is_none() && file.get("width").is_none() && !says_so()) {
            return None;
        }
        let mut image = figure::described(self, Some(address), &layers, value);
        // Strapi writes the name of the file into fields that nobody has filled in.
        let name = file.str_of("name").unwrap_or_default();
        if image.alt.as_str() == name {
            image.alt = Alt::Absent;
        }
        if plain_text(&image.caption) == name {
            image.caption.clear();
        }
        figure::finish(&mut image);
        figure::renditions(self.values, file, "formats", &mut image);
        Some(image)
    }

    fn notes(&mut self) -> &mut Vec<Note<'a>> {
        &mut self.notes
    }
}

/// What Drupal made of a text that an editor typed.
fn processed<'d, 'a>(value: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    value.get("processed").filter(|html| html.is_string())
}

impl<'a> Strapi<'_, '_, 'a> {
    /// The blocks of an array; texts and links beside one another are a paragraph.
    fn blocks_among(&mut self, array: Value<'_, 'a>) -> Vec<Block<'a>> {
        let (mut blocks, mut run) = (Vec::new(), Run::default());
        for item in array.items() {
            if item.get("type").is_some_and(|name| name.is("text") || name.is("link")) {
                self.add_inline(item, Marks::default(), &mut run);
                continue;
            }
            blocks.extend(prose::next_paragraph(&mut run));
            blocks.extend(if item.is_string() { self.blocks(item) } else { self.block(item) });
        }
        blocks.extend(prose::next_paragraph(&mut run));
        blocks
    }

    fn block(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        if !self.values.is_block(value, "a block") {
            return Vec::new();
        }
        let is_picture = value.says("type", "image") && value.get("image").is_some();
        if let Some((name, fields)) = component(value).filter(|_| !is_picture) {
            if value.get("isHidden").and_then(Value::as_bool) != Some(true) {
                return custom::blocks(self, fields, &name);
            }
            let message = ["the block `", &*shortened(&name), "` is hidden; it is left out"].concat();
            self.values.add(Code::BlockUnknown, value, message);
            return Vec::new();
        }
        let name = value.str_of("type").unwrap_or_default();
        let block = match &*name {
            // What has its words elsewhere is another system's.
            "paragraph" if value.get("children").or_else(|| value.get("text")).is_none() => {
                return custom::blocks(self, value, &name);
            }
            "paragraph" | "list-item" => self.words(value).map(Block::Paragraph),
            "heading" => {
                let level = self.values.level(value.get("level"));
                prose::heading(level, self.inlines(value), value)
            }
            "list" => Some(Block::List(self.list(value))),
            "quote" => self.words(value).map(|line| quote::block(vec![Block::Paragraph(line)])),
            "code" => {
                let language = text_of(self.values, value, &["language"]);
                Some(prose::code(language.filter(|language| &**language != "plaintext"), self.inlines(value)))
            }
            "image" => self.picture(value).map(Block::from),
            name => return custom::blocks(self, value, name),
        };
        block.into_iter().collect()
    }

    /// The line of a block; one that says nothing is nothing but space.
    fn words(&mut self, value: Value<'_, 'a>) -> Option<Vec<Inline<'a>>> {
        Some(self.inlines(value)).filter(|line| !line.is_empty())
    }

    /// A list in a list stands between its items and belongs to the one before it.
    ///
    /// The depth is bounded by the depth of JSON.
    fn list(&mut self, value: Value<'_, 'a>) -> List<'a> {
        let is_ordered = value.says("format", "ordered");
        let mut items = Vec::new();
        for child in value.items_of("children") {
            if !self.values.another_block(child) {
                break;
            }
            if child.says("type", "list") {
                lists::nest(&mut items, Block::List(self.list(child)));
            } else {
                let content = self.words(child).map(Block::Paragraph).into_iter().collect();
                items.push(ListItem { content, checked: None });
            }
        }
        List { start: is_ordered.then_some(1), items }
    }

    fn inlines(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        let mut run = Run::default();
        self.add_inline(value, Marks::default(), &mut run);
        run.finish()
    }

    fn add_inline(&mut self, value: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        if let Some(text) = value.get("text").filter(|text| text.is_string()) {
            if let Some(text) = self.values.text(text) {
                run.text(text, marks.flags(value));
            }
            return;
        }
        let is_link = value.says("type", "link");
        let link = is_link.then(|| Link {
            href: url_of(self.values, value, &["url"]),
            is_sponsored: prose::is_sponsored(value),
            at: at(value),
            ..Link::default()
        });
        let inside = link.as_ref().map_or(marks, |link| marks.link(run.link(link.clone())));
        let before = run.len();
        for child in value.items_of("children") {
            self.add_inline(child, inside, run);
        }
        // A link without text is reported by those who look for such links.
        if let Some(link) = link.filter(|_| run.len() == before) {
            run.inline(Inline::Link(link), marks);
        }
    }
}
