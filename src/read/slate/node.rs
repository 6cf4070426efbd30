//! What a node is: its name, its children, its fields; it knows the shapes of Slate's versions, not what nodes mean.

use std::borrow::Cow;

use crate::json::{Kind, Value, items_in};
use crate::model::Text;

use super::super::prose::first;
use super::super::words::plain_name;

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
    Cell,
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
const NAMES: &[(&str, Node)] = &[
    ("", Node::Paragraph),
    ("p", Node::Paragraph),
    ("paragraph", Node::Paragraph),
    ("normal", Node::Paragraph),
    ("text", Node::Paragraph),
    ("lic", Node::Paragraph),
    ("listitemchild", Node::Paragraph),
    ("listitemtext", Node::Paragraph),
    ("listitemcontent", Node::Paragraph),
    ("indent", Node::Paragraph),
    ("heading", Node::Heading(None)),
    ("header", Node::Heading(None)),
    ("ul", Node::BulletList),
    ("ullist", Node::BulletList),
    ("bulletedlist", Node::BulletList),
    ("bulletlist", Node::BulletList),
    ("unorderedlist", Node::BulletList),
    ("checklist", Node::BulletList),
    ("tasklist", Node::BulletList),
    ("todolist", Node::BulletList),
    ("ol", Node::NumberedList),
    ("ollist", Node::NumberedList),
    ("numberedlist", Node::NumberedList),
    ("orderedlist", Node::NumberedList),
    ("list", Node::List),
    ("li", Node::ListItem),
    ("listitem", Node::ListItem),
    ("checklistitem", Node::Task),
    ("tasklistitem", Node::Task),
    ("actionitem", Node::Task),
    ("todoli", Node::Task),
    ("blockquote", Node::Quote),
    ("quote", Node::Quote),
    ("codeblock", Node::CodeBlock),
    ("pre", Node::CodeBlock),
    ("hr", Node::Divider),
    ("divider", Node::Divider),
    ("horizontalrule", Node::Divider),
    ("thematicbreak", Node::Divider),
    ("table", Node::Table),
    ("thead", Node::Group),
    ("tbody", Node::Group),
    ("tfoot", Node::Group),
    ("tablehead", Node::Group),
    ("tablebody", Node::Group),
    ("tablefoot", Node::Group),
    ("div", Node::Group),
    ("section", Node::Group),
    ("grid", Node::Group),
    ("columngroup", Node::Columns),
    ("layout", Node::Columns),
    ("layoutarea", Node::Group),
    ("column", Node::Group),
    ("componentblockprop", Node::Group),
    ("componentinlineprop", Node::Group),
    ("tr", Node::Row),
    ("tablerow", Node::Row),
    ("th", Node::HeaderCell),
    ("tableheader", Node::HeaderCell),
    ("tableheadercell", Node::HeaderCell),
    ("tableheadcell", Node::HeaderCell),
    ("td", Node::Cell),
    ("tablecell", Node::Cell),
    ("tabledatacell", Node::Cell),
    ("image", Node::Picture),
    ("img", Node::Picture),
    ("figure", Node::Picture),
    ("caption", Node::Caption),
    ("figcaption", Node::Caption),
    ("link", Node::Link),
    ("a", Node::Link),
    ("br", Node::Break),
    ("softbreak", Node::Break),
    ("linebreak", Node::Break),
    ("hardbreak", Node::Break),
    ("mention", Node::Mention),
    ("user", Node::Mention),
    ("code", Node::InlineCode),
    ("inlinecode", Node::InlineCode),
    ("inlineequation", Node::InlineCode),
    ("date", Node::Date),
    ("footnotedefinition", Node::Note),
    ("footnotereference", Node::NoteRef),
    ("upload", Node::Upload),
    ("media", Node::Upload),
];

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
    let known = NAMES.iter().find(|(own, _)| *own == plain).map(|(_, node)| *node);
    known.or_else(|| level(&plain).map(|level| Node::Heading(Some(level)))).unwrap_or(Node::Other)
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
