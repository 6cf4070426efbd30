//! The elements of HTML that mean something here; it knows their names and kinds, not what becomes of them.

use super::amp;
use crate::model::{Mark, RecordingKind};

/// An element's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tag {
    A,
    Abbr,
    Address,
    Annotation,
    Applet,
    Article,
    Aside,
    Audio,
    B,
    Base,
    Big,
    Blockquote,
    Body,
    Br,
    Button,
    Caption,
    Center,
    Cite,
    Code,
    Col,
    Colgroup,
    /// One of the page's own (HTML 4.13.3, "valid custom element name").
    Custom,
    Dd,
    Del,
    Details,
    Dfn,
    Div,
    Dl,
    Dt,
    Em,
    Embed,
    Fieldset,
    Figcaption,
    Figure,
    Font,
    Footer,
    Form,
    Frame,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Head,
    Header,
    Hr,
    Html,
    I,
    Iframe,
    Img,
    Input,
    Ins,
    Kbd,
    Li,
    Link,
    Listing,
    Main,
    Mark,
    Math,
    Menu,
    Meta,
    Nav,
    Nobr,
    Noscript,
    Object,
    Ol,
    P,
    Param,
    Picture,
    Plaintext,
    Pre,
    Q,
    Rp,
    Rt,
    S,
    Samp,
    Script,
    Section,
    Select,
    /// What AMP shows of another site: the attribute that names it, and the address without that name.
    Site(&'static str, &'static str),
    Small,
    Source,
    Span,
    Strike,
    Strong,
    Style,
    Sub,
    Summary,
    Sup,
    Svg,
    Table,
    Tbody,
    Td,
    Template,
    Textarea,
    Tfoot,
    Th,
    Thead,
    Time,
    Title,
    Tr,
    Track,
    Tt,
    U,
    Ul,
    Var,
    Video,
    Wbr,
    Xmp,
    /// An element that is only its content.
    Other,
}

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Abbreviation,
    /// The reading of what stands before it (HTML `rt`).
    Annotation,
    Aside,
    /// It begins a line and is otherwise only its content.
    Box,
    Break,
    Code,
    Definitions,
    Details,
    Divider,
    Figure,
    Heading(u8),
    Input,
    Link,
    List,
    Mark(Mark),
    Noscript,
    /// It is not for readers, or is read where it belongs.
    Nothing,
    Paragraph,
    Picture,
    /// It is only its content.
    Plain,
    /// It shows what another site has.
    Player,
    Preformatted,
    Quote,
    Recording(RecordingKind),
    /// Nothing of what is in it is for readers.
    Silent,
    Table,
    Time,
}

/// Every element that has a name of its own here, in the order of the names.
const NAMES: [(&str, Tag, Kind); 114] = [
    ("a", Tag::A, Kind::Link),
    ("abbr", Tag::Abbr, Kind::Abbreviation),
    ("acronym", Tag::Abbr, Kind::Abbreviation),
    ("address", Tag::Address, Kind::Box),
    ("annotation", Tag::Annotation, Kind::Nothing),
    ("applet", Tag::Applet, Kind::Player),
    ("article", Tag::Article, Kind::Box),
    ("aside", Tag::Aside, Kind::Aside),
    ("audio", Tag::Audio, Kind::Recording(RecordingKind::Audio)),
    ("b", Tag::B, Kind::Mark(Mark::Strong)),
    ("base", Tag::Base, Kind::Nothing),
    ("big", Tag::Big, Kind::Plain),
    ("blockquote", Tag::Blockquote, Kind::Quote),
    ("body", Tag::Body, Kind::Box),
    ("br", Tag::Br, Kind::Break),
    ("button", Tag::Button, Kind::Plain),
    ("caption", Tag::Caption, Kind::Box),
    ("center", Tag::Center, Kind::Box),
    ("cite", Tag::Cite, Kind::Mark(Mark::Emphasis)),
    ("code", Tag::Code, Kind::Code),
    ("col", Tag::Col, Kind::Nothing),
    ("colgroup", Tag::Colgroup, Kind::Nothing),
    ("dd", Tag::Dd, Kind::Box),
    ("del", Tag::Del, Kind::Mark(Mark::Strikethrough)),
    ("details", Tag::Details, Kind::Details),
    ("dfn", Tag::Dfn, Kind::Mark(Mark::Emphasis)),
    ("dialog", Tag::Other, Kind::Nothing),
    ("dir", Tag::Ul, Kind::List),
    ("div", Tag::Div, Kind::Box),
    ("dl", Tag::Dl, Kind::Definitions),
    ("dt", Tag::Dt, Kind::Box),
    ("em", Tag::Em, Kind::Mark(Mark::Emphasis)),
    ("embed", Tag::Embed, Kind::Player),
    ("fieldset", Tag::Fieldset, Kind::Box),
    ("figcaption", Tag::Figcaption, Kind::Box),
    ("figure", Tag::Figure, Kind::Figure),
    ("font", Tag::Font, Kind::Plain),
    ("footer", Tag::Footer, Kind::Box),
    ("form", Tag::Form, Kind::Box),
    ("frame", Tag::Frame, Kind::Player),
    ("h1", Tag::H1, Kind::Heading(1)),
    ("h2", Tag::H2, Kind::Heading(2)),
    ("h3", Tag::H3, Kind::Heading(3)),
    ("h4", Tag::H4, Kind::Heading(4)),
    ("h5", Tag::H5, Kind::Heading(5)),
    ("h6", Tag::H6, Kind::Heading(6)),
    ("head", Tag::Head, Kind::Nothing),
    ("header", Tag::Header, Kind::Box),
    // A heading in the text, in NITF.
    ("hl2", Tag::H2, Kind::Heading(2)),
    ("hr", Tag::Hr, Kind::Divider),
    ("html", Tag::Html, Kind::Box),
    ("i", Tag::I, Kind::Mark(Mark::Emphasis)),
    ("iframe", Tag::Iframe, Kind::Player),
    ("image", Tag::Img, Kind::Picture),
    ("img", Tag::Img, Kind::Picture),
    ("input", Tag::Input, Kind::Input),
    ("ins", Tag::Ins, Kind::Mark(Mark::Underline)),
    ("kbd", Tag::Kbd, Kind::Mark(Mark::Keyboard)),
    ("li", Tag::Li, Kind::Box),
    ("link", Tag::Link, Kind::Nothing),
    ("listing", Tag::Listing, Kind::Preformatted),
    ("main", Tag::Main, Kind::Box),
    ("mark", Tag::Mark, Kind::Mark(Mark::Highlight)),
    ("math", Tag::Math, Kind::Plain),
    ("menu", Tag::Menu, Kind::List),
    ("meta", Tag::Meta, Kind::Nothing),
    ("nav", Tag::Nav, Kind::Box),
    ("nobr", Tag::Nobr, Kind::Plain),
    ("noscript", Tag::Noscript, Kind::Noscript),
    ("object", Tag::Object, Kind::Player),
    ("oembed", Tag::Site("url", ""), Kind::Player),
    ("ol", Tag::Ol, Kind::List),
    ("p", Tag::P, Kind::Paragraph),
    ("param", Tag::Param, Kind::Nothing),
    ("picture", Tag::Picture, Kind::Plain),
    ("plaintext", Tag::Plaintext, Kind::Preformatted),
    ("pre", Tag::Pre, Kind::Preformatted),
    ("q", Tag::Q, Kind::Mark(Mark::Quote)),
    ("rp", Tag::Rp, Kind::Nothing),
    ("rt", Tag::Rt, Kind::Annotation),
    ("s", Tag::S, Kind::Mark(Mark::Strikethrough)),
    ("samp", Tag::Samp, Kind::Code),
    ("script", Tag::Script, Kind::Silent),
    ("section", Tag::Section, Kind::Box),
    ("select", Tag::Select, Kind::Silent),
    ("small", Tag::Small, Kind::Plain),
    ("source", Tag::Source, Kind::Nothing),
    ("span", Tag::Span, Kind::Plain),
    ("strike", Tag::Strike, Kind::Mark(Mark::Strikethrough)),
    ("strong", Tag::Strong, Kind::Mark(Mark::Strong)),
    ("style", Tag::Style, Kind::Silent),
    ("sub", Tag::Sub, Kind::Mark(Mark::Subscript)),
    ("summary", Tag::Summary, Kind::Box),
    ("sup", Tag::Sup, Kind::Mark(Mark::Superscript)),
    ("svg", Tag::Svg, Kind::Silent),
    ("table", Tag::Table, Kind::Table),
    ("tbody", Tag::Tbody, Kind::Box),
    ("td", Tag::Td, Kind::Box),
    ("template", Tag::Template, Kind::Silent),
    ("textarea", Tag::Textarea, Kind::Silent),
    ("tfoot", Tag::Tfoot, Kind::Box),
    ("th", Tag::Th, Kind::Box),
    ("thead", Tag::Thead, Kind::Box),
    ("time", Tag::Time, Kind::Time),
    ("title", Tag::Title, Kind::Nothing),
    ("tr", Tag::Tr, Kind::Box),
    ("track", Tag::Track, Kind::Nothing),
    ("tt", Tag::Tt, Kind::Code),
    ("u", Tag::U, Kind::Mark(Mark::Underline)),
    ("ul", Tag::Ul, Kind::List),
    ("var", Tag::Var, Kind::Mark(Mark::Emphasis)),
    ("video", Tag::Video, Kind::Recording(RecordingKind::Video)),
    ("wbr", Tag::Wbr, Kind::Nothing),
    ("xmp", Tag::Xmp, Kind::Preformatted),
];

impl Tag {
    /// Returns the tag of a name in lower case, and what becomes of the element.
    pub(super) fn from_name(name: &str) -> (Self, Kind) {
        let index = NAMES.binary_search_by(|(known, ..)| (*known).cmp(name));
        match index.ok().and_then(|index| NAMES.get(index)) {
            Some((_, tag, kind)) => (*tag, *kind),
            None if name.contains('-') => amp::component(name).unwrap_or((Self::Custom, Kind::Plain)),
            None => (Self::Other, Kind::Plain),
        }
    }

    /// Whether it never has content (HTML 13.1.2, void elements).
    pub(super) fn is_void(self) -> bool {
        matches!(
            self,
            Self::Base
                | Self::Br
                | Self::Col
                | Self::Embed
                | Self::Frame
                | Self::Hr
                | Self::Img
                | Self::Input
                | Self::Link
                | Self::Meta
                | Self::Param
                | Self::Source
                | Self::Track
                | Self::Wbr
        )
    }

    /// Whether it starts a line of its own, and so ends a paragraph (HTML 13.2.6.4.7, "in body").
    pub(super) fn is_block(self) -> bool {
        matches!(
            self,
            Self::Address
                | Self::Article
                | Self::Aside
                | Self::Blockquote
                | Self::Body
                | Self::Center
                | Self::Col
                | Self::Colgroup
                | Self::Dd
                | Self::Details
                | Self::Div
                | Self::Dl
                | Self::Dt
                | Self::Fieldset
                | Self::Figcaption
                | Self::Figure
                | Self::Footer
                | Self::Form
                | Self::Header
                | Self::Hr
                | Self::Html
                | Self::Li
                | Self::Listing
                | Self::Main
                | Self::Menu
                | Self::Nav
                | Self::Ol
                | Self::P
                | Self::Plaintext
                | Self::Pre
                | Self::Section
                | Self::Summary
                | Self::Table
                | Self::Tbody
                | Self::Tfoot
                | Self::Thead
                | Self::Tr
                | Self::Ul
                | Self::Xmp
        ) || self.is_heading()
            || self.is_cell()
            || self.is_player()
    }

    /// Whether it shows something of its own that is no text and no picture.
    pub(super) fn is_player(self) -> bool {
        matches!(
            self,
            Self::Applet
                | Self::Audio
                | Self::Embed
                | Self::Frame
                | Self::Iframe
                | Self::Object
                | Self::Site(..)
                | Self::Video
        )
    }

    /// Whether a new one is begun in the next block when a block ends before it (HTML 13.2.4.3).
    pub(super) fn is_formatting(self) -> bool {
        matches!(
            self,
            Self::A
                | Self::B
                | Self::Big
                | Self::Code
                | Self::Em
                | Self::Font
                | Self::I
                | Self::Nobr
                | Self::S
                | Self::Small
                | Self::Strike
                | Self::Strong
                | Self::Tt
                | Self::U
        )
    }

    /// Whether nothing of what is in it is for readers.
    pub(super) fn is_silent(self) -> bool {
        matches!(self, Self::Script | Self::Select | Self::Style | Self::Svg | Self::Template | Self::Textarea)
    }

    /// Whether it is a cell or a caption of a table, which hold what is in them together.
    pub(super) fn is_cell(self) -> bool {
        matches!(self, Self::Caption | Self::Td | Self::Th)
    }

    /// Whether it can hold others without making anything deeper than it is.
    pub(super) fn is_mere_box(self) -> bool {
        matches!(
            self,
            Self::Article
                | Self::Body
                | Self::Center
                | Self::Custom
                | Self::Div
                | Self::Fieldset
                | Self::Font
                | Self::Footer
                | Self::Form
                | Self::Header
                | Self::Html
                | Self::Main
                | Self::Nav
                | Self::Other
                | Self::Section
                | Self::Tbody
                | Self::Tr
        )
    }

    /// Whether it is a heading.
    pub(super) fn is_heading(self) -> bool {
        (Self::H1..=Self::H6).contains(&self)
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, NAMES, Tag};

    #[test]
    fn names_are_in_order() {
        assert!(NAMES.iter().map(|(name, ..)| name).is_sorted());
        for (name, tag, kind) in NAMES {
            assert_eq!(Tag::from_name(name), (tag, kind));
        }
        assert_eq!(Tag::from_name("blink"), (Tag::Other, Kind::Plain));
    }
}
