//! Reads IPTC's ninjs in its three generations, and the dialects of it that Superdesk and the dpa write.
//!
//! The names are those of the ninjs schemas, in lower case. What is meant for editors, such as `ednote`, is never read.

mod association;
mod body;
mod field;
mod header;
mod picture;

use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Value};
use crate::model::{Article, Block, Inline, Text, plain_text};

use super::format::Format;
use super::source::{Shape, Source};
use super::values::Values;
use super::{attachments, markup, opening, prose, words};

use association::{Associations, is_package};
use field::{Words, field, first, named, texts};

/// The row for ninjs.
pub(super) const FORMAT: Format = Format {
    name: "ninjs",
    about: "IPTC ninjs 1, 2 or 3, or what Superdesk writes",
    shape: Shape::Json,
    matches,
    read,
};

/// Types of items.
const TYPES: &str = "text|picture|graphic|composite|audio|video|animation|component|package|event|planning";
/// Keys, or beginnings of keys, that items have and others do not.
const KEYS: &str =
    "body_|bodyXhtml|article_html|headline_|description_|bodies|headlines|descriptions|standard|$standard|infosources";

/// What an item is known by.
const IDS: [&str; 3] = ["uri", "guid", "urn"];

fn matches(source: &Source<'_>) -> bool {
    source.json().is_some_and(is_item)
}

fn is_item(value: Value<'_, '_>) -> bool {
    let has_name = |name: &str| value.has_string(name);
    let is_typed = || words::has(TYPES, &kind(value));
    let has_key = || {
        let mut keys = value.members().map(|(key, _)| key.as_str().unwrap_or_default());
        let is_own = |key: &str, own: &str| if own.ends_with('_') { key.starts_with(own) } else { key == own };
        keys.any(|key| words::find(KEYS, &mut |own| is_own(&key, own)).is_some())
    };
    let names = ["uri", "guid", "urn", "versioncreated", "versionCreated"];
    value.kind() == Kind::Object && names.into_iter().any(has_name) && (is_typed() || has_key())
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let mut reader = Ninjs { values: Values::new(diagnostics) };
    let Some(item) = source.json() else { return Article::default() };
    reader.report_state(item);
    let mut article = Article::default();
    reader.describe(item, &mut article);
    match &*kind(item) {
        "picture" | "graphic" | "audio" | "video" | "animation" => reader.shown(item, &mut article),
        _ => reader.story(item, source, &mut article),
    }
    article
}

/// What an item is.
fn kind(item: Value<'_, '_>) -> String {
    field(item, "type").and_then(Value::as_str).unwrap_or_default().to_ascii_lowercase()
}

/// What a line says, however it is set.
fn letters(line: &[Inline<'_>]) -> String {
    words::letters(&plain_text(line))
}

/// What the readers of the parts share.
struct Ninjs<'r> {
    values: Values<'r>,
}

impl<'a> Ninjs<'_> {
    /// An item that is a picture, a film or a sound leads its article. A body says again what the caption says, or more.
    fn shown(&mut self, item: Value<'_, 'a>, article: &mut Article<'a>) {
        let lead = match &*kind(item) {
            "picture" | "graphic" => Block::from(self.picture(item)),
            _ => self.recording(item),
        };
        let said = letters(&prose::one_line(std::slice::from_ref(&lead)));
        article.lead_media = Some(lead);
        let body = self.body(item, article);
        let says_more = |block: &Block<'_>| !matches!(block, Block::Paragraph(line) if said.contains(&letters(line)));
        if body.blocks.iter().any(says_more) {
            (article.body, article.notes) = (body.blocks, body.notes);
        }
    }

    /// An item that is text: its body, with its associations where the body names them and around it where not.
    fn story(&mut self, item: Value<'_, 'a>, source: &Source<'a>, article: &mut Article<'a>) {
        let body = self.body(item, article);
        let mut blocks = body.blocks;
        blocks.extend(self.footer(item));
        let byline = letters(&article.byline);
        if !byline.is_empty() {
            // TT signs a text below it as well.
            blocks.retain(|block| !matches!(block, Block::Paragraph(line) if letters(line) == byline));
        }
        article.notes = body.notes;
        let mut associations = Associations::of(item, source);
        if is_package(item) {
            blocks.extend(self.members(&mut associations).keep_notes(&mut article.notes));
        }
        self.resolve(&mut blocks, &mut associations);
        let rest = self.rest(associations, &blocks, article);
        opening::open(article, blocks);
        article.body.extend(rest);
        for (_, embed) in field(item, "extra").map(named).unwrap_or_default() {
            article.body.extend(first(embed, &["embed"]).map(|html| self.embed(embed, html)).unwrap_or_default());
        }
        if let Some(notes) = field(item, "annotations").filter(|notes| notes.items().next().is_some()) {
            let message = "annotations explain single words of the text; they are left out";
            self.values.add(Code::KeyUnknown, notes, message);
        }
        field(item, "attachments").into_iter().for_each(|files| attachments::add(article, files, &mut self.values));
        opening::drop_repeated_summary(article);
    }

    #[inline(never)]
    fn line(&mut self, words: &Words<'_, 'a>) -> Vec<Inline<'a>> {
        if words.is_html() {
            return markup::line(words.value, &mut self.values);
        }
        self.values.text(words.value).map(|text| prose::line(text.trimmed())).unwrap_or_default()
    }

    #[inline(never)]
    fn blocks(&mut self, words: &Words<'_, 'a>) -> Vec<Block<'a>> {
        if words.is_html() {
            return markup::blocks(words.value, &mut self.values).blocks;
        }
        self.values.text(words.value).map(prose::running_text).unwrap_or_default()
    }

    /// The line of the first of the texts of a name.
    fn first_line(&mut self, item: Value<'_, 'a>, name: &str) -> Vec<Inline<'a>> {
        texts(item, name).first().map(|words| self.line(words)).unwrap_or_default()
    }

    /// The text of the first of the fields that has one.
    #[inline(never)]
    fn text(&mut self, item: Value<'_, 'a>, names: &[&str]) -> Option<Text<'a>> {
        let text = first(item, names).and_then(|value| markup::words(value, &mut self.values))?;
        Some(text.trimmed()).filter(|text| !text.is_blank())
    }

    /// The same as a line.
    fn text_line(&mut self, item: Value<'_, 'a>, names: &[&str]) -> Vec<Inline<'a>> {
        self.text(item, names).map(prose::line).unwrap_or_default()
    }
}
