//! What nodes are called; it knows names, not what is in the nodes.

use crate::json::Value;

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
    Image,
    Gallery,
    Embed,
    Bookmark,
    Video,
    Audio,
    File,
    Html,
    Markdown,
    CodeCard,
    Callout,
    Toggle,
    Button,
    Header,
    Product,
    CallToAction,
    SignUp,
    Paywall,
    Upload,
    Block,
    Relationship,
    Formula,
    /// Meant for editors or for letters by mail.
    Unshown,
    Other,
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

const NAMES: &[(&str, Kind)] = &[
    ("paragraph", Kind::Paragraph),
    ("heading", Kind::Heading),
    ("extended-heading", Kind::Heading),
    ("quote", Kind::Quote),
    ("extended-quote", Kind::Quote),
    ("aside", Kind::Quote),
    ("list", Kind::List),
    ("listitem", Kind::Item),
    ("code", Kind::Code),
    ("horizontalrule", Kind::Divider),
    ("page-break", Kind::Divider),
    ("table", Kind::Table),
    ("collapsible-container", Kind::Details),
    ("layout-container", Kind::Columns),
    ("root", Kind::Part),
    ("layout-item", Kind::Part),
    ("collapsible-title", Kind::Part),
    ("collapsible-content", Kind::Part),
    ("tablerow", Kind::Part),
    ("tablecell", Kind::Part),
    ("image", Kind::Image),
    ("inline-image", Kind::Image),
    ("figure", Kind::Image),
    ("gallery", Kind::Gallery),
    ("embed", Kind::Embed),
    ("youtube", Kind::Embed),
    ("tweet", Kind::Embed),
    ("transistor", Kind::Embed),
    ("bookmark", Kind::Bookmark),
    ("video", Kind::Video),
    ("audio", Kind::Audio),
    ("file", Kind::File),
    ("html", Kind::Html),
    ("markdown", Kind::Markdown),
    ("codeblock", Kind::CodeCard),
    ("callout", Kind::Callout),
    ("toggle", Kind::Toggle),
    ("button", Kind::Button),
    ("header", Kind::Header),
    ("product", Kind::Product),
    ("call-to-action", Kind::CallToAction),
    ("signup", Kind::SignUp),
    ("paywall", Kind::Paywall),
    ("upload", Kind::Upload),
    ("block", Kind::Block),
    ("relationship", Kind::Relationship),
    ("latex", Kind::Formula),
    ("email", Kind::Unshown),
    ("email-cta", Kind::Unshown),
    ("at-link", Kind::Unshown),
    ("at-link-search", Kind::Unshown),
];

const PIECES: &[(&str, Piece)] = &[
    ("text", Piece::Text),
    ("extended-text", Piece::Text),
    ("code-highlight", Piece::Text),
    ("hashtag", Piece::Text),
    ("emoji", Piece::Text),
    ("keyword", Piece::Text),
    ("mention", Piece::Text),
    ("linebreak", Piece::Break),
    ("tab", Piece::Tab),
    ("link", Piece::Link),
    ("autolink", Piece::Link),
    ("mark", Piece::Mark),
    ("overflow", Piece::Mark),
    ("inlineBlock", Piece::Block),
    ("equation", Piece::Formula),
    ("zwnj", Piece::Unshown),
    ("tk", Piece::Unshown),
    ("comment", Piece::Unshown),
    ("at-link", Piece::Unshown),
    ("at-link-search", Piece::Unshown),
];

/// Returns what a node is.
pub(super) fn kind(node: Value<'_, '_>) -> Kind {
    let name = name(node);
    NAMES.iter().find(|(own, _)| *own == name).map_or(Kind::Other, |(_, kind)| *kind)
}

/// Returns what a node is, if it stands in a line.
pub(super) fn piece(node: Value<'_, '_>) -> Option<Piece> {
    let name = name(node);
    PIECES.iter().find(|(own, _)| *own == name).map(|(_, piece)| *piece)
}

/// Returns what the document calls a node.
pub(super) fn name<'a>(node: Value<'_, 'a>) -> std::borrow::Cow<'a, str> {
    node.str_of("type").unwrap_or_default()
}

/// Returns the nodes inside of a node.
pub(super) fn children<'d, 'a>(node: Value<'d, 'a>) -> impl Iterator<Item = Value<'d, 'a>> {
    node.items_of("children")
}
