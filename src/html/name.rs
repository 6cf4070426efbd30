//! The elements and attributes that an article can be made of; it knows their names, not what they are used for.
//!
//! What is not here cannot be written: no `script`, no `style`, no form, no frame, no event handler.

/// Makes the variants and what a writer adds for each, which is its name between two texts, so that there is one list of
/// names: a function makes no variants.
macro_rules! names {
    (
        $(#[$about:meta])*
        $public:vis enum $kind:ident { $($(#[$more:meta])* $name:ident = $text:literal,)* }
        $(#[$use:meta])*
        $written:ident = $before:literal $after:literal
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        $public enum $kind {
            $(#[doc = concat!("`", $text, "`")] $(#[$more])* $name,)*
        }

        impl $kind {
            $(#[$use])*
            pub(super) fn $written(self) -> &'static str {
                match self {
                    $(Self::$name => concat!($before, $text, $after),)*
                }
            }
        }
    };
}

names! {
    /// An element's name (HTML, "The elements of HTML").
    pub enum Name {
        A = "a",
        Abbr = "abbr",
        Article = "article",
        Aside = "aside",
        Audio = "audio",
        Bdi = "bdi",
        Blockquote = "blockquote",
        Br = "br",
        Caption = "caption",
        Cite = "cite",
        Code = "code",
        Dd = "dd",
        Details = "details",
        Div = "div",
        Dl = "dl",
        Dt = "dt",
        Em = "em",
        Figcaption = "figcaption",
        Figure = "figure",
        H1 = "h1",
        H2 = "h2",
        H3 = "h3",
        H4 = "h4",
        H5 = "h5",
        H6 = "h6",
        Header = "header",
        Hr = "hr",
        Img = "img",
        Kbd = "kbd",
        Li = "li",
        Mark = "mark",
        Nav = "nav",
        Ol = "ol",
        P = "p",
        Picture = "picture",
        Pre = "pre",
        Q = "q",
        S = "s",
        Section = "section",
        Source = "source",
        Span = "span",
        Strong = "strong",
        Sub = "sub",
        Summary = "summary",
        Sup = "sup",
        Table = "table",
        Tbody = "tbody",
        Td = "td",
        Tfoot = "tfoot",
        Th = "th",
        Thead = "thead",
        Time = "time",
        Tr = "tr",
        Track = "track",
        U = "u",
        Ul = "ul",
        Video = "video",
    }
    /// Returns the tag that ends the element: a writer adds it in one go.
    end_tag = "</" ">"
}

names! {
    /// An attribute's name (HTML, "Attributes"; WAI-ARIA 1.2).
    pub enum Attribute {
        Alt = "alt",
        AriaCurrent = "aria-current",
        AriaDescribedby = "aria-describedby",
        AriaHidden = "aria-hidden",
        AriaLabel = "aria-label",
        AriaLabelledby = "aria-labelledby",
        Cite = "cite",
        Class = "class",
        Colspan = "colspan",
        Controls = "controls",
        /// What part of an article it is, for a host that asks.
        DataPart = "data-part",
        Datetime = "datetime",
        Decoding = "decoding",
        Default = "default",
        Dir = "dir",
        Fetchpriority = "fetchpriority",
        Height = "height",
        Href = "href",
        Hreflang = "hreflang",
        Id = "id",
        Kind = "kind",
        Label = "label",
        Lang = "lang",
        Loading = "loading",
        Media = "media",
        Open = "open",
        Poster = "poster",
        Preload = "preload",
        Rel = "rel",
        Role = "role",
        Rowspan = "rowspan",
        Scope = "scope",
        Sizes = "sizes",
        Src = "src",
        Srclang = "srclang",
        Srcset = "srcset",
        Start = "start",
        Tabindex = "tabindex",
        Title = "title",
        Type = "type",
        Width = "width",
    }
    /// Returns what stands in a tag before the attribute's value: a writer adds it in one go.
    start = " " "=\""
}

impl Name {
    /// Returns the name as it is written.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        let tag = self.end_tag();
        tag.get(2..tag.len() - 1).unwrap_or_default()
    }

    /// Returns whether the element has neither children nor an end tag (HTML, "Void elements").
    #[must_use]
    pub fn is_void(self) -> bool {
        matches!(self, Self::Br | Self::Hr | Self::Img | Self::Source | Self::Track)
    }

    /// Returns the heading of a level, 1 to 6; a deeper one is `h6`.
    #[must_use]
    pub fn heading(level: u8) -> Self {
        match level {
            0 | 1 => Self::H1,
            2 => Self::H2,
            3 => Self::H3,
            4 => Self::H4,
            5 => Self::H5,
            _ => Self::H6,
        }
    }
}

impl Attribute {
    /// Returns the name as it is written.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        let start = self.start();
        start.get(1..start.len() - 2).unwrap_or_default()
    }
}
