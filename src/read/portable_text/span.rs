//! Reads the line of a block: spans with their marks, and objects that stand between them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{Contributor, Inline, Link};

use super::super::marks::{Marks, Run, Wrap, is_look};
use super::super::prose::{
    Prose, add_note, first, first_string, is_note, is_sponsored, note, note_reference, text_of, url_of,
};
use super::super::values::at;
use super::super::words::plain_name;
use super::{PortableText, is_span};

/// What a mark of a block's own means, which its spans name by its key.
#[derive(Clone, Copy)]
enum Definition {
    Link(Wrap),
    Span(Wrap),
    /// A note, by its number in the article; its sign stands behind the last span that has it.
    Note(usize),
    Nothing,
}

/// A definition that was looked at once.
struct Known<'d, 'a> {
    value: Value<'d, 'a>,
    means: Option<Definition>,
}

type Definitions<'d, 'a> = BTreeMap<Cow<'a, str>, Known<'d, 'a>>;

const ADDRESS: [&str; 6] = ["href", "url", "link", "canonicalUrl", "permalink", "path"];
const WORDS: [&str; 6] = ["text", "title", "name", "label", "value", "content"];

impl<'r, 'a> PortableText<'r, 'a> {
    pub(super) fn spans(&mut self, block: Value<'_, 'a>) -> Vec<Inline<'a>> {
        let mut run = Run::default();
        let mut definitions = Definitions::new();
        for value in block.items_of("markDefs") {
            definitions.extend(value.str_of("_key").map(|key| (key, Known { value, means: None })));
        }
        let mut children = block.items_of("children").peekable();
        while let Some(child) = children.next() {
            if !is_span(child) && child.get("_type").is_some() {
                self.inline_object(child, &mut run);
                continue;
            }
            let (marks, note) = self.marks(child, &mut definitions, &mut run);
            if let Some(text) = child.get("text").and_then(|text| self.values.text(text)) {
                run.text(text, marks);
            }
            let next = children.peek().copied();
            if let Some(number) = note
                && !next.is_some_and(|next| has_note(next, number, &definitions))
            {
                run.inline(note_reference(number, child), Marks::default());
            }
        }
        run.finish()
    }

    /// The marks of a span, and the note that it has.
    fn marks<'d>(
        &mut self,
        span: Value<'d, 'a>,
        definitions: &mut Definitions<'d, 'a>,
        run: &mut Run<'a>,
    ) -> (Marks, Option<usize>) {
        let (mut marks, mut noted) = (Marks::default(), None);
        for mark in span.items_of("marks") {
            let Some(name) = mark.as_str() else { continue };
            if let Some(known) = definitions.get_mut(&name) {
                let value = known.value;
                match *known.means.get_or_insert_with(|| self.definition(value, run)) {
                    Definition::Link(link) => marks = marks.link(link),
                    Definition::Span(wrap) => marks = marks.span(wrap),
                    Definition::Note(number) => noted = Some(number),
                    Definition::Nothing => {}
                }
            } else if let Some(named) = marks.named(&name) {
                marks = named;
            } else if !is_look(&plain_name(&name)) {
                self.values.unknown(Code::InlineUnknown, mark, "mark", &name);
            }
        }
        (marks, noted)
    }

    fn definition(&mut self, value: Value<'_, 'a>, run: &mut Run<'a>) -> Definition {
        let name = value.str_of("_type").unwrap_or_default();
        match &*name {
            // Most are.
            "link" => {}
            name if is_note(&plain_name(name)) => {
                return note(self, value).map_or(Definition::Nothing, Definition::Note);
            }
            "abbr" | "abbreviation" => {
                let title = text_of(&mut self.values, value, &["title", "text", "value", "description"]);
                let abbreviation = Inline::Abbreviation { title: title.unwrap_or_default(), content: Vec::new() };
                return Definition::Span(run.span(abbreviation));
            }
            name if is_look(&plain_name(name)) => return Definition::Nothing,
            _ => {}
        }
        let own = first_string(value, &ADDRESS);
        match own.or_else(|| self.internal_address(value)) {
            Some(address) => {
                let href = self.values.url(address);
                let is_sponsored = is_sponsored(value);
                Definition::Link(run.link(Link { href, is_sponsored, at: at(value), ..Link::default() }))
            }
            None if name.to_ascii_lowercase().contains("link") => {
                let message = "the link names no address, so its text is shown without one";
                self.values.add(Code::LinkNoTarget, value, message);
                Definition::Nothing
            }
            None => {
                self.values.unknown(Code::InlineUnknown, value, "mark", &name);
                Definition::Nothing
            }
        }
    }

    /// The address of a page of the publisher's own: that of the document that a link refers to.
    fn internal_address<'d>(&self, value: Value<'d, 'a>) -> Option<Value<'d, 'a>>
    where
        'r: 'd,
    {
        let reference = first(value, &["reference", "internalLink", "page", "document", "link"]).unwrap_or(value);
        let page = self.referred(reference).unwrap_or(reference);
        first_string(page, &ADDRESS)
    }

    fn inline_object(&mut self, value: Value<'_, 'a>, run: &mut Run<'a>) {
        let name = value.str_of("_type").unwrap_or_default();
        match &*name {
            "break" | "hardBreak" | "lineBreak" => return run.line_break(),
            name if is_note(&plain_name(name)) => return add_note(self, value, value, run),
            "mention" | "person" => {
                let name = text_of(&mut self.values, value, &["name", "text", "label", "title"]);
                if let Some(name) = name {
                    let url = url_of(&mut self.values, value, &["url", "href"]);
                    let person = Contributor { name, url, ..Contributor::default() };
                    return run.inline(Inline::Mention(person), Marks::default());
                }
            }
            _ => {}
        }
        if let Some(image) = self.picture(value) {
            return run.picture(image, Marks::default());
        }
        let before = run.len();
        let href = first_string(value, &ADDRESS).and_then(|address| self.values.url(address));
        let link = href.map(|href| run.link(Link { href: Some(href), at: at(value), ..Link::default() }));
        let marks = link.map_or(Marks::default(), |link| Marks::default().link(link));
        for field in WORDS.iter().filter_map(|name| value.get(name)).filter(|field| field.kind() != Kind::Null) {
            for piece in self.line(field) {
                run.inline(piece, marks);
            }
        }
        self.values.unknown_with(Code::InlineUnknown, value, "inline", &name, run.len() - before);
    }
}

/// Whether the span has the note as well, so that the sign stands behind it.
fn has_note(span: Value<'_, '_>, number: usize, definitions: &Definitions<'_, '_>) -> bool {
    let mut names = span.items_of("marks").filter_map(Value::as_str);
    names.any(|name| {
        let means = definitions.get(&name).and_then(|known| known.means);
        matches!(means, Some(Definition::Note(own)) if own == number)
    })
}
