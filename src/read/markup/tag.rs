//! The elements of HTML that mean something here; it knows their names and kinds, not what becomes of them.

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
    Big,
    Blockquote,
    Body,
    Br,
    Button,
    Caption,
    Center,
    Cite,
    Code,
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
    Mfrac,
    Mroot,
    Msqrt,
    Msub,
    Msubsup,
    Msup,
    Mtd,
    Mtr,
    Nav,
    Nobr,
    Noscript,
    Object,
    Ol,
    P,
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
    /// What AMP and editors show of another site, by its row in their table.
    Site(u8),
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
    /// One that never has content and nobody asks for.
    Void,
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

impl Kind {
    /// Whether it starts a line of its own, and so ends a paragraph (HTML 13.2.6.4.7, "in body").
    pub(super) fn is_block(self) -> bool {
        !matches!(
            self,
            Self::Abbreviation
                | Self::Annotation
                | Self::Break
                | Self::Code
                | Self::Input
                | Self::Link
                | Self::Mark(_)
                | Self::Noscript
                | Self::Nothing
                | Self::Picture
                | Self::Plain
                | Self::Silent
                | Self::Time
        )
    }
}

impl Tag {
    /// Whether it never has content (HTML 13.1.2, void elements).
    pub(super) fn is_void(self) -> bool {
        matches!(
            self,
            Self::Br
                | Self::Embed
                | Self::Hr
                | Self::Img
                | Self::Input
                | Self::Link
                | Self::Meta
                | Self::Source
                | Self::Track
                | Self::Void
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
