//! Blocks of WordPress' editor as JSON, which plug-ins answer with in place of HTML → HTML; it knows the names of blocks
//! and of their attributes, not what becomes of the HTML.
//!
//! The names are those of the block library, of `parse_blocks`, of VIP's Block Data API and of WPGraphQL.

use std::borrow::Cow;

use crate::diagnostic::Code;
use crate::json::{Kind, Value};

use super::super::piece::{Base, Body, copied};
use super::super::values::Values;
use super::super::words::{self, plain_name};
use super::super::{custom, markup};
use super::shortcode;

/// Elements, with the blocks that they are.
const ELEMENTS: &[(&str, &str)] = &[
    ("p", "paragraph"),
    ("li", "listitem"),
    ("blockquote", "quote|pullquote"),
    ("details", "details"),
    ("pre", "code|preformatted|verse"),
    ("div", "group|columns|column|buttons|row|stack|accordion|accordionitem|accordionpanel"),
];
/// Where a block has its words, in their order.
const WORDS: [&str; 4] = ["content", "value", "values", "text"];
/// Where it has the address of what it shows.
const ADDRESS: [&str; 4] = ["url", "src", "mediaUrl", "href"];
/// What says nothing.
const SILENT: &str = "spacer|more|nextpage|footnotes";

/// Returns whether a value is a list of blocks.
pub(super) fn are_blocks(value: Value<'_, '_>) -> bool {
    const PARTS: [&str; 6] = ["attributes", "attrs", "innerBlocks", "innerContent", "innerHTML", "renderedHtml"];
    let is_block = |item: Value<'_, '_>| name(item).is_some() && PARTS.iter().any(|part| item.get(part).is_some());
    value.items().any(is_block) && value.items().all(|item| item.kind() == Kind::Object)
}

/// Returns what a list of blocks says.
pub(super) fn read<'a>(blocks: Value<'_, 'a>, values: &mut Values<'_>) -> Body<'a> {
    let mut writer = Writer { out: String::new(), values };
    writer.blocks(blocks);
    let Writer { out, values } = writer;
    markup::blocks_of(&out, copied, Base::Around(blocks.offset()), values)
}

/// What a block is called, as in `core/list-item`, or in GraphQL `CoreListItem`.
fn name<'a>(block: Value<'_, 'a>) -> Option<Cow<'a, str>> {
    let own = block.str_of("name").or_else(|| block.str_of("blockName")).filter(|name| name.contains('/'));
    own.or_else(|| block.str_of("__typename").filter(|name| name.starts_with("Core")))
}

/// An attribute of a block, from an object or a list of names and values.
fn attribute<'d, 'a>(block: Value<'d, 'a>, name: &str) -> Option<Value<'d, 'a>> {
    let all = block.get("attributes").or_else(|| block.get("attrs"))?;
    let listed = || all.items().find(|attribute| attribute.says("name", name))?.get("value");
    all.get(name).or_else(listed).filter(|value| value.kind() != Kind::Null)
}

/// What an attribute says.
fn text<'a>(block: Value<'_, 'a>, name: &str) -> Cow<'a, str> {
    let value = attribute(block, name);
    value.map(|value| value.as_str().unwrap_or_else(|| Cow::Owned(value.raw_str().to_owned()))).unwrap_or_default()
}

struct Writer<'w, 'r> {
    out: String,
    values: &'w mut Values<'r>,
}

impl Writer<'_, '_> {
    fn blocks(&mut self, blocks: Value<'_, '_>) {
        blocks.items().for_each(|block| self.block(block));
    }

    fn inner(&mut self, block: Value<'_, '_>) {
        block.items_of("innerBlocks").for_each(|block| self.block(block));
    }

    fn add(&mut self, parts: &[&str]) {
        self.out.extend(parts.iter().copied());
    }

    /// The depth of blocks in blocks is bounded by that of JSON.
    fn block(&mut self, block: Value<'_, '_>) {
        if let Some(html) = block.str_of("renderedHtml") {
            // A block in another is a part of what that one shows.
            if block.str_of("parentClientId").is_none() {
                self.out.push_str(&html);
            }
        } else if let Some(html) = block.str_of("innerHTML") {
            self.around(block, &html);
        } else {
            self.made(block);
        }
    }

    /// The HTML of a block that stands around those in it.
    fn around(&mut self, block: Value<'_, '_>, html: &str) {
        let mut inner = block.items_of("innerBlocks");
        let mut parts = block.items_of("innerContent").peekable();
        if parts.peek().is_none() {
            let (before, after) = html.split_at(html.rfind("</").unwrap_or(html.len()));
            self.out.push_str(before);
            self.inner(block);
            self.out.push_str(after);
        }
        for part in parts {
            match part.as_str() {
                Some(html) => self.out.push_str(&html),
                None => inner.next().into_iter().for_each(|block| self.block(block)),
            }
        }
    }

    /// A block that has nothing but its attributes.
    fn made(&mut self, block: Value<'_, '_>) {
        let full = name(block).unwrap_or_default();
        let own = full.strip_prefix("core/").or_else(|| full.strip_prefix("Core")).unwrap_or(&full);
        let address = ADDRESS.iter().map(|name| text(block, name)).find(|address| !address.is_empty());
        let address = address.unwrap_or_default();
        match &*plain_name(own) {
            "separator" => self.out.push_str("<hr>"),
            "html" | "freeform" | "shortcode" => self.add(&[&text(block, "content"), &text(block, "text")]),
            "image" | "cover" | "mediatext" => self.picture(block, &address),
            "gallery" => self.figure(block, "gallery", |writer| {
                for image in attribute(block, "images").into_iter().flat_map(Value::items) {
                    let part = |name: &str| image.str_of(name).unwrap_or_default();
                    writer.out.push_str(&shortcode::figure(&part("url"), &part("alt"), &part("caption")));
                }
                writer.inner(block);
            }),
            kind @ ("video" | "audio") => self.figure(block, kind, |writer| {
                writer.add(&["<", kind]);
                shortcode::attribute(&mut writer.out, "poster", &text(block, "poster"));
                shortcode::attribute(&mut writer.out, "src", &address);
                writer.add(&["></", kind, ">"]);
            }),
            "embed" => self.figure(block, "embed", |writer| writer.add(&[&address.replace('<', "&lt;")])),
            "table" => self.figure(block, "table", |writer| writer.table(block)),
            "file" | "button" => {
                self.out.push_str("<p>");
                shortcode::open(&mut self.out, "<a", "href", &address);
                self.add(&[&text(block, "fileName"), &text(block, "text"), "</a></p>"]);
            }
            silent if words::has(SILENT, silent) => {}
            plain => self.element(block, plain, &full),
        }
    }

    fn figure(&mut self, block: Value<'_, '_>, kind: &str, content: impl FnOnce(&mut Self)) {
        self.add(&["<figure class=\"wp-block-", kind, "\">"]);
        content(self);
        self.part("figcaption", &text(block, "caption"));
        self.out.push_str("</figure>");
    }

    /// A picture, and what stands on it or beside it.
    fn picture(&mut self, block: Value<'_, '_>, address: &str) {
        let own = [text(block, "alt"), text(block, "mediaAlt")].concat();
        let link = text(block, "href");
        self.figure(block, "image", |writer| {
            if !link.is_empty() {
                shortcode::open(&mut writer.out, "<a", "href", &link);
            }
            writer.out.push_str("<img");
            for (name, value) in [("src", address), ("alt", &own)] {
                shortcode::attribute(&mut writer.out, name, value);
            }
            for name in ["width", "height"] {
                shortcode::attribute(&mut writer.out, name, &text(block, name));
            }
            writer.add(&[">", if link.is_empty() { "" } else { "</a>" }]);
        });
        self.inner(block);
    }

    fn table(&mut self, block: Value<'_, '_>) {
        self.out.push_str("<table>");
        for (part, element) in [("head", "thead"), ("body", "tbody"), ("foot", "tfoot")] {
            self.add(&["<", element, ">"]);
            for row in attribute(block, part).into_iter().flat_map(Value::items) {
                self.out.push_str("<tr>");
                for cell in row.items_of("cells") {
                    let element = if cell.says("tag", "th") { "th" } else { "td" };
                    self.add(&["<", element, ">", &cell.str_of("content").unwrap_or_default(), "</", element, ">"]);
                }
                self.out.push_str("</tr>");
            }
            self.add(&["</", element, ">"]);
        }
        self.out.push_str("</table>");
    }

    /// A block of words, or of other blocks.
    fn element(&mut self, block: Value<'_, '_>, plain: &str, full: &str) {
        let known = match plain {
            "heading" => Some(["h", text(block, "level").get(..1).unwrap_or("2")].concat()),
            "list" => Some(if text(block, "ordered") == "true" { "ol" } else { "ul" }.to_owned()),
            name => words::meaning(ELEMENTS, name).map(str::to_owned),
        };
        let element = known.as_deref().unwrap_or("div");
        self.add(&["<", element, " class=\"wp-block-", plain, "\">"]);
        self.part("summary", &text(block, "summary"));
        if known.is_some() {
            WORDS.iter().for_each(|name| self.add(&[&text(block, name)]));
        } else {
            let before = self.out.len();
            let fields = block.get("attributes").or_else(|| block.get("attrs"));
            fields.into_iter().for_each(|fields| self.sentences(fields));
            let kept = usize::from(self.out.len() > before);
            self.values.unknown_with(Code::BlockUnknown, block, "block", full, kept);
        }
        self.inner(block);
        self.part("cite", &text(block, "citation"));
        self.add(&["</", element, ">"]);
    }

    /// An element, if it has something to say.
    fn part(&mut self, element: &str, words: &str) {
        if !words.is_empty() {
            self.add(&["<", element, ">", words, "</", element, ">"]);
        }
    }

    /// The words of a block that is not known. The depth is bounded by that of JSON.
    fn sentences(&mut self, fields: Value<'_, '_>) {
        for (key, field) in fields.members() {
            if let Some(words) = field.as_str().filter(|_| custom::is_readable(key.raw_str())) {
                self.part("p", &words);
            } else {
                self.sentences(field);
            }
        }
        fields.items().for_each(|item| self.sentences(item));
    }
}
