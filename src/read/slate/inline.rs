//! Reads what stands in a line: texts with marks, links, pictures.

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{Contributor, Inline, Link, Mark};

use super::super::marks::{Marks, Run};
use super::super::prose::{Prose, add_note, first_string, is_note, is_sponsored};
use super::super::values::at;
use super::super::words::plain_name;
use super::Slate;
use super::node::{Node, children, field, has_words, is_leaf, kind, name, note_id};

impl<'a> Slate<'_, '_, 'a> {
    /// The line that a node is, or that an array of nodes is.
    pub(super) fn words(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        let mut run = Run::default();
        let nodes: Vec<_> = value.items().collect();
        if is_leaf(value) {
            self.add_inline(value, Marks::default(), &mut run);
        } else {
            let nodes = if nodes.is_empty() { children(value).collect() } else { nodes };
            self.add_inlines(nodes, Marks::default(), &mut run);
        }
        run.finish()
    }

    fn add_inlines(&mut self, nodes: Vec<Value<'_, 'a>>, marks: Marks, run: &mut Run<'a>) {
        // Nodes beside text stand in its line; blocks have no text beside them.
        let is_line = nodes.iter().any(|node| has_words(*node));
        for node in nodes {
            if !is_line && run.len() > 0 && !super::node::is_inline(node) {
                run.line_break();
            }
            self.add_inline(node, marks, run);
        }
    }

    /// The depth is bounded by the depth of JSON.
    pub(super) fn add_inline(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        if is_leaf(node) {
            let mut marks = old_marks(node, marks.flags(node));
            // Plate has what an editor suggests beside the text.
            if let Some((_, change)) = node.members().find(|(key, _)| key.raw_str().starts_with("suggestion_")) {
                self.values.undecided(change);
                if change.says("type", "remove") {
                    marks = marks.with(Mark::Strikethrough);
                }
            }
            if let Some(text) = node.get("text").and_then(|text| self.values.text(text)) {
                run.text(text, marks);
            }
            return;
        }
        let kind = kind(node);
        let is_other = kind == Node::Other;
        // Words that lead somewhere are a link, whatever it is called.
        let is_link = || field(node, &["url", "href"]).is_some() && children(node).any(has_words);
        if kind == Node::Link || (is_other && is_link()) {
            return self.link(node, marks, run);
        } else if is_other && is_note(&plain_name(&name(node))) {
            return add_note(self, node, node, run);
        } else if kind == Node::Break {
            return run.inline(Inline::Break, marks);
        } else if kind == Node::Mention {
            return self.mention(node, marks, run);
        } else if matches!(kind, Node::Picture | Node::Upload) {
            return self.inline_picture(node, marks, run);
        } else if kind == Node::NoteRef {
            return run.inline(Inline::NoteRef { id: note_id(node), at: at(node) }, marks);
        } else if kind == Node::Date {
            let date = field(node, &["date", "rawDate"]).and_then(|date| self.values.text(date));
            return date.into_iter().for_each(|date| run.text(date, marks));
        }
        // A block has no place in a line; its words do.
        let marks = if kind == Node::InlineCode { marks.code() } else { marks };
        let before = run.len();
        self.add_inlines(children(node).collect(), marks, run);
        if run.len() == before
            && let Some(words) = field(node, &["texExpression", "text", "label", "title", "name"])
            && let Some(words) = words.is_string().then_some(words).and_then(|words| self.values.text(words))
        {
            run.text(words, marks);
        }
        // What Keystone refers to in a line says what it is called.
        let is_called = node.says("type", "relationship") && run.len() > before;
        if kind == Node::Other && !is_called {
            self.values.unknown_with(Code::InlineUnknown, node, "inline", &name(node), run.len() - before);
        }
    }

    fn link(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        let address = field(node, &["url", "href", "src"]).filter(|address| address.is_string());
        // The address of a page of the publisher's own, when the link has the page with it.
        let page = field(node, &["doc"]).map(|page| page.get("value").unwrap_or(page));
        let address = address.or_else(|| first_string(page?, &["url", "href", "path", "permalink"]));
        if address.is_none() && page.is_some() {
            let message = "the link leads to a document whose address is not there, so its text is shown without one";
            self.values.add(Code::LinkNoTarget, node, message);
        }
        let link = Link {
            href: address.and_then(|url| self.values.url(url)),
            is_sponsored: is_sponsored(node),
            at: at(node),
            ..Link::default()
        };
        let wrap = run.link(link.clone());
        let before = run.len();
        self.add_inlines(children(node).collect(), marks.link(wrap), run);
        // A link without text is reported by those who look for such links.
        if run.len() == before && link.href.is_some() {
            run.inline(Inline::Link(link), marks);
        }
    }

    fn mention(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        let name = field(node, &["name", "label", "value", "character"]);
        match name.filter(|name| name.is_string()).and_then(|name| self.values.text(name)) {
            Some(name) => run.inline(Inline::Mention(Contributor { name, ..Contributor::default() }), marks),
            None => self.add_inlines(children(node).collect(), marks, run),
        }
    }

    fn inline_picture(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        match self.picture(node) {
            Some(image) => run.picture(image, marks),
            None => match self.file(node) {
                Some(link) => run.inline(Inline::Link(link), marks),
                None => self.values.unknown_with(Code::InlineUnknown, node, "inline", &name(node), 0),
            },
        }
    }
}

/// The marks of a text of the first versions: an array of objects with a type.
fn old_marks(leaf: Value<'_, '_>, marks: Marks) -> Marks {
    leaf.items_of("marks").fold(marks, |marks, mark| {
        let name = mark.str_of("type").or_else(|| mark.as_str()).unwrap_or_default();
        marks.named(&name).unwrap_or(marks)
    })
}
