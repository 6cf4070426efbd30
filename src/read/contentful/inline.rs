//! Reads lines of rich text.

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{Inline, Link, Url};

use super::super::marks::{Marks, Run};
use super::super::prose::{add_note, first, first_string, is_note, name_of};
use super::super::values::at;
use super::super::words::plain_name;
use super::entry::kind;
use super::links::{Target, fields};
use super::{Contentful, asset};

/// Whether a node stands in a line: texts, links of all kinds, and what is embedded there.
pub(super) fn is_inline(node: Value<'_, '_>) -> bool {
    let name = node.str_of("nodeType").unwrap_or_default();
    name == "text" || name.ends_with("hyperlink") || name.ends_with("-inline")
}

impl<'d, 'a> Contentful<'_, 'd, 'a> {
    /// The line of a block.
    pub(super) fn words(&mut self, block: Value<'_, 'a>) -> Vec<Inline<'a>> {
        let mut run = Run::default();
        self.add_inlines(block, Marks::default(), &mut run);
        run.finish()
    }

    /// The depth is bounded by that of JSON.
    fn add_inlines(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        for item in node.items_of("content") {
            self.add_inline(item, marks, run);
        }
    }

    pub(super) fn add_inline(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        let name = node.str_of("nodeType").unwrap_or_default();
        match &*name {
            "text" => {
                let marks = self.marks(node, marks);
                if let Some(text) = node.get("value").and_then(|value| self.values.text(value)) {
                    run.text(text, marks);
                }
            }
            "hyperlink" => {
                let uri = node.get_in("data", "uri");
                let href = uri.and_then(|uri| self.values.url(uri));
                self.add_link(node, href, marks, run);
            }
            "entry-hyperlink" | "asset-hyperlink" | "resource-hyperlink" => {
                let href = self.address(node);
                self.add_link(node, href, marks, run);
            }
            "embedded-entry-inline" | "embedded-resource-inline" => self.add_entry(node, marks, run),
            // A block has no place in a line; its words do.
            name => {
                let before = run.len();
                self.add_inlines(node, marks, run);
                if run.len() == before {
                    self.values.unknown_with(Code::InlineUnknown, node, "inline", name, 0);
                }
            }
        }
    }

    fn add_link(&mut self, node: Value<'_, 'a>, href: Option<Url<'a>>, marks: Marks, run: &mut Run<'a>) {
        let link = run.link(Link { href, at: at(node), ..Link::default() });
        self.add_inlines(node, marks.link(link), run);
    }

    fn marks(&mut self, node: Value<'_, 'a>, around: Marks) -> Marks {
        let mut marks = around;
        for mark in node.items_of("marks") {
            let name = mark.str_of("type").unwrap_or_default();
            match marks.named(&name) {
                Some(more) => marks = more,
                None => self.values.unknown(Code::InlineUnknown, mark, "mark", &name),
            }
        }
        marks
    }

    /// The address of what a link in a line leads to.
    fn address(&mut self, node: Value<'_, 'a>) -> Option<Url<'a>> {
        let record = fields(self.record(node.get_in("data", "target")?)?);
        let named = first(record, &["canonicalUrl", "url", "href", "link", "permalink", "path"]);
        let Some(address) = asset::file(record).or(named).filter(|address| address.is_string()) else {
            let message = "nothing says at which address the entry is that this links to; its text is kept";
            self.values.add(Code::LinkNoTarget, node, message);
            return None;
        };
        self.values.url(address)
    }

    /// What an entry that stands in a line is called.
    fn add_entry(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        let Some(entry) = node.get_in("data", "target").and_then(|target| self.record(target)) else { return };
        let record = fields(entry);
        if is_note(&plain_name(&kind(entry))) && self.links.open(entry).is_ok() {
            add_note(self, record, node, run);
            return self.links.close();
        }
        let address = first_string(record, &["canonicalUrl", "url", "href", "link"]);
        let marks = match address.and_then(|address| self.values.url(address)) {
            Some(href) => {
                let link = run.link(Link { href: Some(href), at: at(node), ..Link::default() });
                marks.link(link)
            }
            None => marks,
        };
        match name_of(self, record) {
            Some(name) => run.text(name, marks),
            None => {
                let message = "the entry in this line has no name or title; nothing is shown of it";
                self.values.add(Code::InlineUnknown, node, message);
            }
        }
        self.add_inlines(node, marks, run);
    }

    /// What a value stands for; a link to what is not there is reported.
    pub(super) fn record<'v>(&mut self, value: Value<'v, 'a>) -> Option<Value<'v, 'a>>
    where
        'd: 'v,
    {
        match self.links.target(value) {
            Target::Itself => Some(value),
            Target::Found(record) => Some(record),
            Target::Missing(id) => {
                self.values.missing(value, &id, "which the article refers to");
                None
            }
        }
    }
}
