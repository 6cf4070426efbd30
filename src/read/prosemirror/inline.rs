//! Reads lines.

use crate::diagnostic::Code;
use crate::json::{Kind as JsonKind, Value};
use crate::model::{Contributor, Date, Direction, Inline, Link, Mark, Text, Url, plain_text};

use super::super::marks::{Marks, Run, is_look};
use super::super::prose::{add_note, anchored, directed, first, is_sponsored, text_of, url_of};
use super::super::values::at;
use super::super::words::plain_name;
use super::ProseMirror;
use super::node::{Kind, Piece, attrs, children, kind, name, piece};

impl<'a> ProseMirror<'_, '_, 'a> {
    /// The line of a block, in its own direction if it says so.
    pub(super) fn words(&mut self, block: Value<'_, 'a>) -> Vec<Inline<'a>> {
        let content = block.get("content").map(|content| self.words_of(content)).unwrap_or_default();
        let direction = first(attrs(block), &["dir", "textDirection"]).and_then(Value::as_str);
        directed(direction.and_then(|name| Direction::from_name(&name)), content)
    }

    /// The line that nodes make.
    pub(super) fn words_of(&mut self, nodes: Value<'_, 'a>) -> Vec<Inline<'a>> {
        let mut run = Run::default();
        nodes.items().for_each(|node| self.add_inline(node, Marks::default(), &mut run));
        run.finish()
    }

    /// The depth is bounded by that of JSON.
    pub(super) fn add_inline(&mut self, node: Value<'_, 'a>, around: Marks, run: &mut Run<'a>) {
        let marks = self.marks(node, around, run);
        match piece(node) {
            Some(piece) => self.add_piece(node, piece, marks, run),
            None if kind(node) == Kind::Image => {
                self.image(node).into_iter().for_each(|image| run.picture(image, marks));
            }
            None if kind(node) == Kind::Other => self.add_unknown(node, marks, run),
            // Some schemas have a note where its sign stands, as its content or as an attribute.
            None if kind(node) == Kind::Note => {
                let note = first(node, &["content"]).map_or_else(|| attrs(node), |_| node);
                add_note(self, note, node, run);
            }
            // A block has no place in a line; its words do.
            None => self.add_children(node, marks, run),
        }
    }

    fn add_piece(&mut self, node: Value<'_, 'a>, piece: Piece, marks: Marks, run: &mut Run<'a>) {
        let about = attrs(node);
        match piece {
            Piece::Text => self.add_words(node, &["text"], marks, run),
            Piece::Break => run.line_break(),
            Piece::NoteRef => {
                let id = note_id(about).unwrap_or_default();
                run.inline(Inline::NoteRef { id, at: at(node) }, marks);
            }
            Piece::Mention => {
                if let Some(name) = text_of(&mut self.values, about, &["label", "text", "name", "id"]) {
                    let url = url_of(&mut self.values, about, &["href", "url"]);
                    run.inline(Inline::Mention(Contributor { name, url, ..Contributor::default() }), marks);
                }
            }
            // What has no more than a name is not that name.
            Piece::Emoji if first(about, &["emoji", "text", "shortName"]).is_none() => {
                self.add_unknown(node, marks, run);
            }
            Piece::Emoji => self.add_words(about, &["emoji", "text", "shortName"], marks, run),
            Piece::Card => self.add_card(about, marks, run),
            Piece::Link => {
                let marks = self.linked(node, marks, run);
                self.add_children(node, marks, run);
            }
            Piece::Date => self.add_date(about, marks, run),
            Piece::Unshown => {}
            Piece::Status => self.add_words(about, &["text"], marks, run),
            Piece::Formula => {
                let formula = text_of(&mut self.values, about, &["persistentExpression", "latex", "formula", "text"]);
                let formula = formula.unwrap_or_else(|| plain_text(&self.words(node)).into());
                run.inline(Inline::Code(formula), marks);
            }
        }
    }

    fn add_words(&mut self, value: Value<'_, 'a>, names: &[&str], marks: Marks, run: &mut Run<'a>) {
        let words = names.iter().find_map(|name| value.get(name)).and_then(|text| self.values.text(text));
        if let Some(text) = words {
            run.text(text, marks);
        }
    }

    fn add_children(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        children(node).for_each(|child| self.add_inline(child, marks, run));
    }

    fn add_unknown(&mut self, node: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        let before = run.len();
        let href = first(attrs(node), &["href", "url"]).and_then(|address| self.values.url(address));
        let link = href.map(|href| run.link(Link { href: Some(href), at: at(node), ..Link::default() }));
        let marks = link.map_or(marks, |link| marks.link(link));
        let own = node.get("text").or_else(|| first(attrs(node), &["text", "label", "title", "name", "symbol"]));
        if let Some(text) = own.filter(|text| text.is_string()).and_then(|text| self.values.text(text)) {
            run.text(text, marks);
        }
        self.add_children(node, marks, run);
        self.values.unknown_with(Code::InlineUnknown, node, "inline", &name(node), run.len() - before);
    }

    /// A page that is shown by its address.
    fn add_card(&mut self, about: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        let url = about.get("url").or_else(|| about.get("data")?.get("url"));
        let Some(href) = url.and_then(|url| self.values.url(url)) else { return };
        let title = about.get("data").and_then(|data| text_of(&mut self.values, data, &["name", "title"]));
        let words = title.unwrap_or_else(|| href.as_str().to_owned().into());
        let link = run.link(Link { href: Some(href), at: at(about), ..Link::default() });
        run.text(words, marks.link(link));
    }

    /// Milliseconds, in a string.
    fn add_date(&mut self, about: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) {
        let Some(timestamp) = about.get("timestamp") else { return };
        let number = timestamp.as_integer().or_else(|| timestamp.as_str()?.parse().ok());
        let Some(date) = number.map(Date::from_unix) else { return self.values.expected("a date", timestamp) };
        let day = date.source.split('T').next().unwrap_or_default().to_owned();
        run.inline(Inline::Time { date, content: vec![Inline::Text(day.into())] }, marks);
    }

    fn marks(&mut self, node: Value<'_, 'a>, around: Marks, run: &mut Run<'a>) -> Marks {
        let mut marks = node.get("styles").map_or(around, |styles| around.flags(styles));
        for mark in node.items_of("marks") {
            let name = name(mark);
            let plain = plain_name(&name);
            marks = match &*plain {
                "link" | "a" => self.linked(mark, marks, run),
                "subsup" if attrs(mark).says("type", "sup") => marks.with(Mark::Superscript),
                "subsup" => marks.with(Mark::Subscript),
                "insertion" | "deletion" => {
                    self.values.undecided(mark);
                    if plain == "deletion" { marks.with(Mark::Strikethrough) } else { marks }
                }
                plain => marks.named(plain).unwrap_or_else(|| {
                    // What Atlassian calls an annotation is a comment of its editors.
                    if plain != "annotation" && !is_look(plain) {
                        self.values.unknown(Code::InlineUnknown, mark, "mark", &name);
                    }
                    marks
                }),
            };
        }
        marks
    }

    /// Storyblok says what a link leads to: a page, an asset, or somebody to write to.
    fn linked(&mut self, mark: Value<'_, 'a>, marks: Marks, run: &mut Run<'a>) -> Marks {
        let about = attrs(mark);
        let address = first(about, &["href", "url"]);
        let href = match address.and_then(Value::as_str) {
            Some(address) if about.says("linktype", "email") => {
                Url::parse(["mailto:", address.trim_start_matches("mailto:")].concat()).ok()
            }
            Some(_) | None => address.and_then(|address| self.values.url(address)),
        };
        let href = href.map(|href| anchored(href, about));
        let is_sponsored = is_sponsored(about);
        let link = run.link(Link { href, is_sponsored, at: at(mark), ..Link::default() });
        marks.link(link)
    }
}

/// The identifier of a note, as a number or a string.
pub(super) fn note_id<'a>(about: Value<'_, 'a>) -> Option<Text<'a>> {
    let id = first(about, &["number", "id", "referenceNumber", "label"])?;
    match id.kind() {
        JsonKind::Number => Some(id.raw_str().to_owned().into()),
        JsonKind::String | JsonKind::EscapedString => Some(id.as_str()?.trim_start_matches("fn:").to_owned().into()),
        JsonKind::Null | JsonKind::True | JsonKind::False | JsonKind::Array | JsonKind::Object => None,
    }
}
