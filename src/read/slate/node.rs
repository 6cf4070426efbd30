//! What a node is: its name, its children, its fields; it knows the shapes of Slate's versions, not what nodes mean.

use std::borrow::Cow;

use crate::json::{Kind, Value, items_in};
use crate::model::Text;

use super::super::prose::first;
use super::super::words::{Meanings, plain_name};

/// What a node is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Paragraph,
    /// A heading; its level stands in a field when the name does not have it.
    Heading(Option<u8>),
    BulletList,
    NumberedList,
    /// A list that says in a field which kind it is.
    List,
    ListItem,
    Task,
    Quote,
    CodeBlock,
    Divider,
    Table,
    /// A part of a table, or something else that is nothing but its children.
    Group,
    /// What stands side by side.
    Columns,
    Row,
    HeaderCell,
    Picture,
    Caption,
    Link,
    Break,
    Mention,
    InlineCode,
    Date,
    Note,
    NoteRef,
    Upload,
    Other,
}

/// The names that editors give nodes, in small letters and without what parts words.
static NAMES: Meanings<Node, 25> = Meanings::new([
    (Node::Paragraph, "p|paragraph|normal|text|lic|listitemchild|listitemtext|listitemcontent|indent"),
    (Node::Heading(None), "heading|header"),
    (Node::BulletList, "ul|ullist|bulletedlist|bulletlist|unorderedlist|checklist|tasklist|todolist"),
    (Node::NumberedList, "ol|ollist|numberedlist|orderedlist"),
    (Node::List, "list"),
    (Node::ListItem, "li|listitem"),
    (Node::Task, "checklistitem|tasklistitem|actionitem|todoli"),
    (Node::Quote, "blockquote|quote"),
    (Node::CodeBlock, "codeblock|pre"),
    (Node::Divider, "hr|divider|horizontalrule|thematicbreak"),
    (Node::Table, "table"),
    (
        Node::Group,
        "thead|tbody|tfoot|tablehead|tablebody|tablefoot|td|tablecell|tabledatacell|div|section|grid|layoutarea|column|class|componentblockprop|componentinlineprop",
    ),
    (Node::Columns, "columngroup|layout"),
    (Node::Row, "tr|tablerow"),
    (Node::HeaderCell, "th|tableheader|tableheadercell|tableheadcell"),
    (Node::Picture, "image|img|figure"),
    (Node::Caption, "caption|figcaption"),
    (Node::Link, "link|a"),
    (Node::Break, "br|break|softbreak|linebreak|hardbreak"),
    (Node::Mention, "mention|user"),
    (Node::InlineCode, "code|inlinecode|inlineequation"),
    (Node::Date, "date"),
    (Node::Note, "footnotedefinition"),
    (Node::NoteRef, "footnotereference"),
    (Node::Upload, "upload|media"),
]);

/// What editors call headings, besides `h1` and `heading1`.
const LEVELS: [&str; 6] = ["one", "two", "three", "four", "five", "six"];

/// The name of a node, as it stands there.
pub(super) fn name<'a>(node: Value<'_, 'a>) -> Cow<'a, str> {
    node.str_of("type").unwrap_or_default()
}

/// What a node is for, told by its name.
pub(super) fn kind(node: Value<'_, '_>) -> Node {
    let name = name(node);
    let plain = plain_name(&name);
    if plain.is_empty() {
        return Node::Paragraph;
    }
    NAMES.of(&plain).or_else(|| level(&plain).map(|level| Node::Heading(Some(level)))).unwrap_or(Node::Other)
}

fn level(name: &str) -> Option<u8> {
    let rest = ["heading", "header", "h"].iter().find_map(|start| name.strip_prefix(start))?;
    let word = LEVELS.iter().position(|level| *level == rest).and_then(|index| u8::try_from(index + 1).ok());
    word.or_else(|| rest.parse().ok()).filter(|level| (1..=6).contains(level))
}

/// A field of a node, which the first versions keep in `data`, and some editors in `attributes`.
pub(super) fn field<'d, 'a>(node: Value<'d, 'a>, names: &[&str]) -> Option<Value<'d, 'a>> {
    let around = [Some(node), node.get("data"), node.get("attributes"), node.get("attrs")];
    around.into_iter().flatten().find_map(|around| first(around, names))
}

/// The name of a note, at the note and at its sign.
pub(super) fn note_id<'a>(node: Value<'_, 'a>) -> Text<'a> {
    field(node, &["identifier", "id", "label"]).and_then(Value::as_str).unwrap_or_default().into()
}

/// The children of a node; those of the first versions are its `nodes`, and those of their texts its `leaves`.
pub(super) fn children<'d, 'a>(node: Value<'d, 'a>) -> impl Iterator<Item = Value<'d, 'a>> {
    let children = ["children", "nodes", "leaves", "ranges"].iter().find_map(|name| node.get(name));
    items_in(children)
}

/// Whether a node is text.
pub(super) fn is_leaf(node: Value<'_, '_>) -> bool {
    node.kind() == Kind::Object && node.has_string("text") && node.get("children").is_none()
}

/// Whether it is an object with nodes in it.
pub(super) fn is_node(node: Value<'_, '_>) -> bool {
    node.kind() == Kind::Object && !is_leaf(node)
}

/// Whether a node of the first versions says that it stands in a line or holds texts.
fn is_old_text(node: Value<'_, '_>) -> bool {
    node.get("object")
        .or_else(|| node.get("kind"))
        .is_some_and(|kind| kind.is("text") || kind.is("inline") || kind.is("leaf"))
}

/// Whether a node stands in a line, wherever it is.
pub(super) fn is_inline(node: Value<'_, '_>) -> bool {
    if is_leaf(node) || is_old_text(node) || node.is_true("isInline") {
        return true;
    }
    matches!(kind(node), Node::Link | Node::Break | Node::Mention | Node::InlineCode | Node::Date | Node::NoteRef)
}

/// Whether a text says something.
pub(super) fn has_words(node: Value<'_, '_>) -> bool {
    node.get("text").is_some_and(|text| text.is_string() && !text.raw_str().is_empty())
}
