//! What nodes are called; it knows names, not what is in the nodes.

use std::borrow::Cow;

use crate::json::Value;
use crate::read::words::{Meanings, plain_name};

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    Heading,
    BulletList,
    OrderedList,
    Item,
    Quote,
    Divider,
    Code,
    Verse,
    Image,
    Figure,
    Caption,
    Credit,
    Gallery,
    Table,
    Row,
    HeaderCell,
    Cell,
    Details,
    Summary,
    Panel,
    Columns,
    Page,
    Link,
    Paywall,
    Note,
    Formula,
    Bloks,
    /// Nothing but what is in it, such as a column.
    Part,
    Other,
}

/// What a node is that stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text,
    Break,
    NoteRef,
    Mention,
    Emoji,
    Card,
    Link,
    Date,
    Status,
    Formula,
    /// Meant for editors.
    Unshown,
}

/// The names of nodes, in small letters and without what parts words.
static NAMES: Meanings<Kind, 29> = Meanings::new([
    (Kind::Paragraph, "paragraph|p|ctacaption"),
    (Kind::Heading, "heading"),
    (Kind::BulletList, "bulletlist|unorderedlist|tasklist|todolist|decisionlist"),
    (Kind::OrderedList, "orderedlist"),
    (Kind::Item, "listitem|taskitem|blocktaskitem|todoitem|decisionitem"),
    (Kind::Quote, "blockquote"),
    (Kind::Divider, "horizontalrule|rule"),
    (Kind::Code, "codeblock|highlightedcodeblock"),
    (Kind::Verse, "preformattedtextblock"),
    (Kind::Image, "image|image2|img|media|mediainline|resizableimage|imageresize|imageblock"),
    (Kind::Figure, "figure|captionedimage|imagewithcaption|imagefigure|mediasingle|quotefigure"),
    (Kind::Caption, "caption|figcaption|quotecaption|imagecaption|tablecaption"),
    (Kind::Credit, "credit|imagecredit"),
    (Kind::Gallery, "mediagroup"),
    (Kind::Table, "table"),
    (Kind::Row, "tablerow|tr"),
    (Kind::HeaderCell, "tableheader|th"),
    (Kind::Cell, "tablecell|td"),
    (Kind::Details, "details|expand|nestedexpand|collapsedcontent"),
    (Kind::Summary, "detailssummary|summary"),
    (Kind::Panel, "panel|callout|calloutblock"),
    (Kind::Columns, "layoutsection|columns|columnlist|columnblock"),
    (
        Kind::Page,
        "embedcard|youtube|youtube2|vimeo|twitter2|spotify2|soundcloud|bandcamp|instagram|tiktok|applepodcast2|iframe|poll|comment",
    ),
    (
        Kind::Link,
        "blockcard|button|captionedbutton|captionedsharebutton|subscribewidget|embeddedpost|digestpostembed|embeddedpublication",
    ),
    (Kind::Paywall, "paywall"),
    (Kind::Note, "footnote|footnotedefinition"),
    (Kind::Formula, "latexblock|mathblock|blockmath|mathdisplay"),
    (Kind::Bloks, "blok"),
    (
        Kind::Part,
        "doc|detailscontent|tablehead|tablebody|layoutcolumn|column|bodiedextension|syncblock|bodiedsyncblock|layout|accordion|div|section|blockthread",
    ),
]);

/// The names of nodes that stand in a line, in the same spelling.
static PIECES: Meanings<Piece, 11> = Meanings::new([
    (Piece::Text, "text"),
    (Piece::Break, "hardbreak|br"),
    (Piece::NoteRef, "footnoteanchor|footnotereference|footnoteref"),
    (Piece::Mention, "mention|substackmention"),
    (Piece::Unshown, "placeholder"),
    (Piece::Emoji, "emoji"),
    (Piece::Card, "inlinecard"),
    (Piece::Link, "link"),
    (Piece::Date, "date"),
    (Piece::Status, "status"),
    (Piece::Formula, "mathinline|inlinemath|latexinline|inlinelatex"),
]);

/// Returns what a node is.
pub(super) fn kind(node: Value<'_, '_>) -> Kind {
    let name = name(node);
    let plain = plain_name(&name);
    let plain = plain.strip_suffix("node").unwrap_or(&plain);
    NAMES.of(plain).unwrap_or_else(|| other(node, plain))
}

/// What a node is whose name only begins or ends as others do.
fn other(node: Value<'_, '_>, plain: &str) -> Kind {
    if plain.starts_with("footnotes") {
        Kind::Part
    } else if plain.ends_with("caption") {
        Kind::Caption
    } else if (plain.starts_with("image") || plain.ends_with("image"))
        && attrs(node).has_string("src")
        && node.get("content").is_none()
    {
        Kind::Image
    } else {
        Kind::Other
    }
}

/// Returns what a node is, if it stands in a line.
pub(super) fn piece(node: Value<'_, '_>) -> Option<Piece> {
    let name = name(node);
    // Most are.
    if name == "text" {
        return Some(Piece::Text);
    }
    PIECES.of(&plain_name(&name))
}

/// Whether a node is a picture.
pub(super) fn is_picture(node: Value<'_, '_>) -> bool {
    node.get("type").is_some() && kind(node) == Kind::Image
}

/// Returns what the document calls a node.
pub(super) fn name<'a>(node: Value<'_, 'a>) -> Cow<'a, str> {
    node.str_of("type").unwrap_or_default()
}

/// Whether a node stands in a line. A picture may, and stands among blocks as well.
pub(super) fn is_inline(node: Value<'_, '_>) -> bool {
    // Most of the others are paragraphs, whose name is found at once.
    name(node) == "text" || (kind(node) == Kind::Other && piece(node).is_some())
}

/// Returns the nodes inside of a node.
pub(super) fn children<'d, 'a>(node: Value<'d, 'a>) -> impl Iterator<Item = Value<'d, 'a>> {
    node.items_of("content")
}

/// Returns what a node says beside its content; a node that has no place for that says nothing.
pub(super) fn attrs<'d, 'a>(node: Value<'d, 'a>) -> Value<'d, 'a> {
    node.get("attrs").or_else(|| node.get("props")).unwrap_or(node)
}
