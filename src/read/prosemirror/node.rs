//! What nodes are called; it knows names, not what is in the nodes.

use std::borrow::Cow;

use crate::json::Value;
use crate::read::words::plain_name;

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
    Column,
    Page,
    Link,
    Paywall,
    Note,
    Formula,
    Bloks,
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
    Date,
    Status,
    Formula,
    /// Meant for editors.
    Unshown,
}

/// The names of nodes, in small letters and without what parts words.
const NAMES: &[(&str, Kind)] = &[
    ("paragraph", Kind::Paragraph),
    ("p", Kind::Paragraph),
    ("heading", Kind::Heading),
    ("bulletlist", Kind::BulletList),
    ("unorderedlist", Kind::BulletList),
    ("tasklist", Kind::BulletList),
    ("todolist", Kind::BulletList),
    ("decisionlist", Kind::BulletList),
    ("orderedlist", Kind::OrderedList),
    ("listitem", Kind::Item),
    ("taskitem", Kind::Item),
    ("blocktaskitem", Kind::Item),
    ("todoitem", Kind::Item),
    ("decisionitem", Kind::Item),
    ("blockquote", Kind::Quote),
    ("horizontalrule", Kind::Divider),
    ("rule", Kind::Divider),
    ("codeblock", Kind::Code),
    ("highlightedcodeblock", Kind::Code),
    ("preformattedtextblock", Kind::Verse),
    ("image", Kind::Image),
    ("image2", Kind::Image),
    ("img", Kind::Image),
    ("media", Kind::Image),
    ("mediainline", Kind::Image),
    ("resizableimage", Kind::Image),
    ("imageresize", Kind::Image),
    ("imageblock", Kind::Image),
    ("figure", Kind::Figure),
    ("captionedimage", Kind::Figure),
    ("imagewithcaption", Kind::Figure),
    ("imagefigure", Kind::Figure),
    ("mediasingle", Kind::Figure),
    ("quotefigure", Kind::Figure),
    ("caption", Kind::Caption),
    ("figcaption", Kind::Caption),
    ("quotecaption", Kind::Caption),
    ("imagecaption", Kind::Caption),
    ("tablecaption", Kind::Caption),
    ("ctacaption", Kind::Paragraph),
    ("credit", Kind::Credit),
    ("imagecredit", Kind::Credit),
    ("mediagroup", Kind::Gallery),
    ("table", Kind::Table),
    ("tablerow", Kind::Row),
    ("tr", Kind::Row),
    ("tableheader", Kind::HeaderCell),
    ("th", Kind::HeaderCell),
    ("tablecell", Kind::Cell),
    ("td", Kind::Cell),
    ("details", Kind::Details),
    ("expand", Kind::Details),
    ("nestedexpand", Kind::Details),
    ("collapsedcontent", Kind::Details),
    ("detailssummary", Kind::Summary),
    ("summary", Kind::Summary),
    ("panel", Kind::Panel),
    ("callout", Kind::Panel),
    ("calloutblock", Kind::Panel),
    ("layoutsection", Kind::Columns),
    ("columns", Kind::Columns),
    ("columnblock", Kind::Columns),
    ("layoutcolumn", Kind::Column),
    ("column", Kind::Column),
    ("embedcard", Kind::Page),
    ("youtube", Kind::Page),
    ("youtube2", Kind::Page),
    ("vimeo", Kind::Page),
    ("twitter2", Kind::Page),
    ("spotify2", Kind::Page),
    ("soundcloud", Kind::Page),
    ("bandcamp", Kind::Page),
    ("instagram", Kind::Page),
    ("tiktok", Kind::Page),
    ("applepodcast2", Kind::Page),
    ("iframe", Kind::Page),
    ("poll", Kind::Page),
    ("comment", Kind::Page),
    ("blockcard", Kind::Link),
    ("button", Kind::Link),
    ("captionedbutton", Kind::Link),
    ("captionedsharebutton", Kind::Link),
    ("subscribewidget", Kind::Link),
    ("embeddedpost", Kind::Link),
    ("digestpostembed", Kind::Link),
    ("embeddedpublication", Kind::Link),
    ("paywall", Kind::Paywall),
    ("footnote", Kind::Note),
    ("footnotedefinition", Kind::Note),
    ("latexblock", Kind::Formula),
    ("mathblock", Kind::Formula),
    ("blockmath", Kind::Formula),
    ("mathdisplay", Kind::Formula),
    ("blok", Kind::Bloks),
    ("doc", Kind::Part),
    ("detailscontent", Kind::Part),
    ("tablehead", Kind::Part),
    ("tablebody", Kind::Part),
    ("bodiedextension", Kind::Part),
    ("syncblock", Kind::Part),
    ("bodiedsyncblock", Kind::Part),
    ("layout", Kind::Part),
    ("accordion", Kind::Part),
    ("div", Kind::Part),
    ("section", Kind::Part),
    ("blockthread", Kind::Part),
];

/// The names of nodes that stand in a line, in the same spelling.
const PIECES: &[(&str, Piece)] = &[
    ("text", Piece::Text),
    ("hardbreak", Piece::Break),
    ("br", Piece::Break),
    ("footnoteanchor", Piece::NoteRef),
    ("footnotereference", Piece::NoteRef),
    ("footnoteref", Piece::NoteRef),
    ("mention", Piece::Mention),
    ("substackmention", Piece::Mention),
    ("placeholder", Piece::Unshown),
    ("emoji", Piece::Emoji),
    ("inlinecard", Piece::Card),
    ("date", Piece::Date),
    ("status", Piece::Status),
    ("mathinline", Piece::Formula),
    ("inlinemath", Piece::Formula),
    ("latexinline", Piece::Formula),
    ("inlinelatex", Piece::Formula),
];

/// Returns what a node is.
pub(super) fn kind(node: Value<'_, '_>) -> Kind {
    let name = name(node);
    let plain = plain_name(&name);
    // What holds the notes has names such as `footnotesList`.
    let other = if plain.starts_with("footnotes") { Kind::Part } else { Kind::Other };
    NAMES.iter().find(|(own, _)| *own == plain).map_or(other, |(_, kind)| *kind)
}

/// Returns what a node is, if it stands in a line.
pub(super) fn piece(node: Value<'_, '_>) -> Option<Piece> {
    let name = name(node);
    // Most are.
    if name == "text" {
        return Some(Piece::Text);
    }
    let plain = plain_name(&name);
    PIECES.iter().find(|(own, _)| *own == plain).map(|(_, piece)| *piece)
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
    piece(node).is_some()
}

/// Returns the nodes inside of a node.
pub(super) fn children<'d, 'a>(node: Value<'d, 'a>) -> impl Iterator<Item = Value<'d, 'a>> {
    node.items_of("content")
}

/// Returns what a node says beside its content; a node that has no place for that says nothing.
pub(super) fn attrs<'d, 'a>(node: Value<'d, 'a>) -> Value<'d, 'a> {
    node.get("attrs").unwrap_or(node)
}
