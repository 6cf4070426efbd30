//! What nodes are called; it knows names, not what is in the nodes.

use crate::json::Value;
use crate::read::words::Meanings;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    Heading,
    Quote,
    List,
    Item,
    Code,
    Divider,
    Table,
    Details,
    Columns,
    Part,
    Card(Card),
    Paywall,
    Upload,
    Block,
    Relationship,
    Formula,
    /// Meant for editors or for letters by mail.
    Unshown,
    Other,
}

/// What a node of Ghost or of Lexical's playground shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Card {
    Image,
    Gallery,
    Embed,
    Bookmark,
    Video,
    Audio,
    File,
    Html,
    Markdown,
    Code,
    Callout,
    Toggle,
    Button,
    Header,
    Product,
    /// What asks readers to subscribe, to buy, to look at something.
    Call,
}

/// What a node is that stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text,
    Break,
    Tab,
    Link,
    Mark,
    Block,
    Formula,
    /// Meant for editors.
    Unshown,
}

static NAMES: Meanings<Kind, 33> = Meanings::new([
    (Kind::Paragraph, "paragraph"),
    (Kind::Heading, "heading"),
    (Kind::Quote, "quote|aside"),
    (Kind::List, "list"),
    (Kind::Item, "listitem"),
    (Kind::Code, "code"),
    (Kind::Divider, "horizontalrule|page-break"),
    (Kind::Table, "table"),
    (Kind::Details, "collapsible-container"),
    (Kind::Columns, "layout-container"),
    (Kind::Part, "root|layout-item|collapsible-title|collapsible-content|tablerow|tablecell"),
    (Kind::Card(Card::Image), "image|inline-image|figure"),
    (Kind::Card(Card::Gallery), "gallery"),
    (Kind::Card(Card::Embed), "embed|youtube|tweet|transistor"),
    (Kind::Card(Card::Bookmark), "bookmark"),
    (Kind::Card(Card::Video), "video"),
    (Kind::Card(Card::Audio), "audio"),
    (Kind::Card(Card::File), "file"),
    (Kind::Card(Card::Html), "html"),
    (Kind::Card(Card::Markdown), "markdown"),
    (Kind::Card(Card::Code), "codeblock"),
    (Kind::Card(Card::Callout), "callout"),
    (Kind::Card(Card::Toggle), "toggle"),
    (Kind::Card(Card::Button), "button"),
    (Kind::Card(Card::Header), "header"),
    (Kind::Card(Card::Product), "product"),
    (Kind::Card(Card::Call), "call-to-action|signup"),
    (Kind::Paywall, "paywall"),
    (Kind::Upload, "upload"),
    (Kind::Block, "block"),
    (Kind::Relationship, "relationship"),
    (Kind::Formula, "latex"),
    (Kind::Unshown, "email|email-cta|at-link|at-link-search"),
]);

static PIECES: Meanings<Piece, 8> = Meanings::new([
    (Piece::Text, "text|code-highlight|hashtag|emoji|keyword|mention|beautifulMention"),
    (Piece::Break, "linebreak"),
    (Piece::Tab, "tab"),
    (Piece::Link, "link|autolink"),
    (Piece::Mark, "mark|overflow"),
    (Piece::Block, "inlineBlock"),
    (Piece::Formula, "equation"),
    (Piece::Unshown, "zwnj|tk|comment|at-link|at-link-search"),
]);

/// Returns what a node is.
pub(super) fn kind(node: Value<'_, '_>) -> Kind {
    NAMES.of(own_name(&name(node))).unwrap_or(Kind::Other)
}

/// Returns what a node is, if it stands in a line.
pub(super) fn piece(node: Value<'_, '_>) -> Option<Piece> {
    PIECES.of(own_name(&name(node)))
}

/// The name of a node in the place of which an editor has one with more to it, as Ghost's `extended-text`.
fn own_name(name: &str) -> &str {
    ["extended-", "custom-"].iter().find_map(|start| name.strip_prefix(start)).unwrap_or(name)
}

/// Returns what the document calls a node.
pub(super) fn name<'a>(node: Value<'_, 'a>) -> std::borrow::Cow<'a, str> {
    node.str_of("type").unwrap_or_default()
}

/// Returns the nodes inside of a node.
pub(super) fn children<'d, 'a>(node: Value<'d, 'a>) -> impl Iterator<Item = Value<'d, 'a>> {
    node.items_of("children")
}
