//! Reads text in its three formats: plain with ranges, Markdown, and a little HTML.

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{Alt, Block, Heading, Inline, Link, Mark};

use super::super::marks::Marks;
use super::super::piece::{Base, Body, copied};
use super::super::{markdown, markup, prose};
use super::AppleNews;

/// The attribute that names the style of a piece of HTML.
const STYLE: &str = "data-anf-textstyle=";

impl<'d, 'a> AppleNews<'_, 'd, 'a> {
    /// The blocks of a component's text, and the link of the whole.
    #[inline(never)]
    pub(super) fn blocks(&mut self, component: Value<'d, 'a>) -> Vec<Block<'a>> {
        let mut blocks = self.unlinked(component);
        self.link(component, &mut blocks);
        blocks
    }

    /// Gives the link that all of a component is to the first part of it that can name it.
    pub(super) fn link(&mut self, component: Value<'d, 'a>, blocks: &mut [Block<'a>]) {
        let mut additions = component.items_of("additions");
        let whole = additions.find(|addition| addition.get("rangeStart").is_none()).and_then(|whole| whole.get("URL"));
        let Some(url) = whole.and_then(|url| self.values.url(url)) else { return };
        let is_alone = blocks.len() == 1;
        for block in blocks {
            if let Block::Image(image) = block
                && image.href.is_none()
                && (is_alone || matches!(image.alt, Alt::Text(_)))
            {
                return image.href = Some(url);
            }
            if let Block::Paragraph(content) | Block::Heading(Heading { content, .. }) = block
                && !prose::has_link(content)
            {
                let link = Link { href: Some(url), content: std::mem::take(content), ..Link::default() };
                return content.push(Inline::Link(link));
            }
        }
    }

    fn unlinked(&mut self, component: Value<'d, 'a>) -> Vec<Block<'a>> {
        let Some(text) = component.get("text").filter(|text| text.kind() != Kind::Null) else { return Vec::new() };
        // A text may be an object that says its own format.
        if text.kind() == Kind::Object {
            return self.blocks(text);
        }
        let format = component.str_of("format").unwrap_or_default();
        let body = match &*format {
            "html" => self.html_of(text),
            "markdown" => markdown::blocks(text, &mut self.values),
            _ => return self.ranged(component, text),
        };
        if super::range::has_ranges(component) {
            let message = "ranges belong to plain text; those of this text are left out";
            self.values.add(Code::ValueInvalid, component, message);
        }
        body.keep_notes(&mut self.notes)
    }

    /// The text of a component as one line.
    #[inline(never)]
    pub(super) fn line(&mut self, component: Value<'d, 'a>) -> Vec<Inline<'a>> {
        let blocks = self.blocks(component);
        prose::one_line(&blocks)
    }

    /// A field with HTML in it.
    pub(super) fn html(&mut self, component: Value<'d, 'a>, name: &str) -> Vec<Block<'a>> {
        let body = component.get(name).filter(|html| html.is_string()).map(|html| self.html_of(html));
        body.unwrap_or_default().keep_notes(&mut self.notes)
    }

    fn html_of(&mut self, value: Value<'d, 'a>) -> Body<'a> {
        let html = value.as_str().unwrap_or_default();
        if !html.contains(STYLE) {
            return markup::blocks(value, &mut self.values);
        }
        let html = self.with_marks(&html);
        markup::blocks_of(&html, copied, Base::Around(value.offset()), &mut self.values)
    }

    /// The HTML with elements that mean what the styles of its pieces mean.
    fn with_marks(&self, html: &str) -> String {
        let mut out = String::with_capacity(html.len());
        let mut open: Vec<&'static str> = Vec::new();
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            let (before, tag) = rest.split_at(at);
            out.push_str(before);
            let end = tag.find('>').map_or(tag.len(), |end| end + 1);
            let (tag, after) = tag.split_at(end);
            rest = after;
            if tag.starts_with("<span") {
                let name = self.element_of(tag);
                open.push(name);
                add_tag(["<", name, ">"], tag, &mut out);
            } else if tag.starts_with("</span") {
                add_tag(["</", open.pop().unwrap_or_default(), ">"], tag, &mut out);
            } else {
                out.push_str(tag);
            }
        }
        out.push_str(rest);
        out
    }

    /// The element that means what the style of a tag means, if one does.
    fn element_of(&self, tag: &str) -> &'static str {
        let name = tag.split_once(STYLE).and_then(|(_, rest)| rest.split(['"', '\'']).nth(1));
        let marks = name.and_then(|name| self.styles.get(name)).copied().unwrap_or_default();
        const ELEMENTS: [(Mark, &str); 6] = [
            (Mark::Strong, "strong"),
            (Mark::Emphasis, "em"),
            (Mark::Underline, "u"),
            (Mark::Strikethrough, "s"),
            (Mark::Subscript, "sub"),
            (Mark::Superscript, "sup"),
        ];
        let has = |mark: Mark| marks != Marks::default() && marks.with(mark) == marks;
        ELEMENTS.iter().find(|(mark, _)| has(*mark)).map_or("", |(_, name)| name)
    }
}

/// Adds a tag that has a name, or else the one that stands in its place.
fn add_tag(new: [&str; 3], old: &str, out: &mut String) {
    match new {
        [_, "", _] => out.push_str(old),
        new => out.extend(new),
    }
}
