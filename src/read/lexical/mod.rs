//! Reads Lexical: its own nodes, those of its playground, the cards of Ghost and the blocks of Payload.

mod block;
mod card;
mod inline;
mod list;
mod node;
mod post;
mod upload;

use crate::diagnostic::Diagnostics;
use crate::json::{Kind, Value};
use crate::model::{Article, Block, Direction, Image, Inline, Note};

use super::format::Format;
use super::prose::{self, Prose};
use super::source::{Shape, Source};
use super::values::Values;
use super::{figure, markup};

/// The row for Lexical.
pub(super) const FORMAT: Format = Format {
    name: "lexical",
    about: "Lexical, with the cards of Ghost and the blocks of Payload",
    shape: Shape::Json,
    matches: |source| source.json().is_some_and(|json| is_tree(json) || are_blocks(json) || post::is_post(json)),
    read,
};

/// Whether a value is what the editor stores.
fn is_tree(value: Value<'_, '_>) -> bool {
    let Some(root) = value.get("root") else { return false };
    let is_root = root.get("type").is_none_or(|name| name.is("root"));
    is_root && root.get("children").is_some_and(|children| children.kind() == Kind::Array)
}

/// Whether a value is a list of the blocks of Payload, which stand among its nodes too.
fn are_blocks(value: Value<'_, '_>) -> bool {
    value.items().next().is_some_and(|first| first.get("blockType").is_some())
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let Some(json) = source.json() else { return Article::default() };
    if post::is_post(json) {
        return post::read(source.root(), json, diagnostics);
    }
    let root = json.get("root").unwrap_or(json);
    let direction = root.str_of("direction").and_then(|name| Direction::from_name(&name));
    let direction = direction.filter(|direction| *direction == Direction::Rtl);
    let mut reader = Lexical { values: Values::new(diagnostics), source, direction, notes: Vec::new() };
    let body = if are_blocks(root) { reader.fields_of_blocks(root) } else { reader.blocks_in(root) };
    let lead_media = source.records().next().and_then(|record| prose::lead(&mut reader, record));
    Article { body, direction, lead_media, notes: reader.notes, ..Article::default() }
}

/// What the readers of the parts share: the values, what references stand for, the direction of the text around, and
/// the notes that were found in HTML and Markdown.
struct Lexical<'r, 's, 'a> {
    values: Values<'r>,
    source: &'s Source<'a>,
    direction: Option<Direction>,
    notes: Vec<Note<'a>>,
}

impl<'a> Lexical<'_, '_, 'a> {
    /// A line of HTML, which is what the cards of Ghost have their words in.
    fn html_line(&mut self, value: Value<'_, 'a>, names: &[&str]) -> Vec<Inline<'a>> {
        let field = prose::first_string(value, names);
        field.map(|field| markup::line(field, &mut self.values)).unwrap_or_default()
    }

    /// Blocks of HTML.
    fn html_blocks(&mut self, value: Value<'_, 'a>, names: &[&str]) -> Vec<Block<'a>> {
        let Some(field) = prose::first_string(value, names) else { return Vec::new() };
        markup::blocks(field, &mut self.values).keep_notes(&mut self.notes)
    }
}

impl<'r, 'a> Prose<'r, 'a> for Lexical<'r, '_, 'a> {
    fn values(&mut self) -> &mut Values<'r> {
        &mut self.values
    }

    fn line(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        if value.is_string() {
            return prose::line_in(&mut self.values, value);
        }
        prose::one_line(&self.blocks(value))
    }

    fn blocks(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        match value.kind() {
            Kind::String | Kind::EscapedString => prose::paragraphs_in(&mut self.values, value),
            Kind::Array => self.blocks_of(value, value),
            Kind::Object if is_tree(value) => value.get("root").map(|root| self.blocks_in(root)).unwrap_or_default(),
            Kind::Object => {
                let mut blocks = Vec::new();
                self.add_block(value, &mut blocks);
                blocks
            }
            Kind::Null | Kind::True | Kind::False | Kind::Number => {
                self.values.expected("a block", value);
                Vec::new()
            }
        }
    }

    fn picture(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        let is_described = || ["alt", "altText", "caption"].iter().any(|key| value.get(key).is_some());
        let mut image = match self.upload_image(value) {
            Some(image) => image,
            None => {
                prose::first_string(value, &["src"]).filter(|_| is_described())?;
                self.card_image(value)?
            }
        };
        figure::finish(&mut image);
        Some(image)
    }

    fn notes(&mut self) -> &mut Vec<Note<'a>> {
        &mut self.notes
    }
}
