//! The elements and attributes that an article can be made of; it knows their names, not what they are used for.
//!
//! What is not here cannot be written: no `script`, no `style`, no form, no frame, no event handler.

/// An element's name (HTML, "The elements of HTML").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Name {
    /// `a`
    A,
    /// `abbr`
    Abbr,
    /// `article`
    Article,
    /// `aside`
    Aside,
    /// `audio`
    Audio,
    /// `bdi`
    Bdi,
    /// `blockquote`
    Blockquote,
    /// `br`
    Br,
    /// `caption`
    Caption,
    /// `cite`
    Cite,
    /// `code`
    Code,
    /// `dd`
    Dd,
    /// `details`
    Details,
    /// `div`
    Div,
    /// `dl`
    Dl,
    /// `dt`
    Dt,
    /// `em`
    Em,
    /// `figcaption`
    Figcaption,
    /// `figure`
    Figure,
    /// `h1`
    H1,
    /// `h2`
    H2,
    /// `h3`
    H3,
    /// `h4`
    H4,
    /// `h5`
    H5,
    /// `h6`
    H6,
    /// `header`
    Header,
    /// `hr`
    Hr,
    /// `img`
    Img,
    /// `kbd`
    Kbd,
    /// `li`
    Li,
    /// `mark`
    Mark,
    /// `nav`
    Nav,
    /// `ol`
    Ol,
    /// `p`
    P,
    /// `picture`
    Picture,
    /// `pre`
    Pre,
    /// `q`
    Q,
    /// `s`
    S,
    /// `section`
    Section,
    /// `source`
    Source,
    /// `span`
    Span,
    /// `strong`
    Strong,
    /// `sub`
    Sub,
    /// `summary`
    Summary,
    /// `sup`
    Sup,
    /// `table`
    Table,
    /// `tbody`
    Tbody,
    /// `td`
    Td,
    /// `tfoot`
    Tfoot,
    /// `th`
    Th,
    /// `thead`
    Thead,
    /// `time`
    Time,
    /// `tr`
    Tr,
    /// `track`
    Track,
    /// `u`
    U,
    /// `ul`
    Ul,
    /// `video`
    Video,
}

/// An attribute's name (HTML, "Attributes"; WAI-ARIA 1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attribute {
    /// `alt`
    Alt,
    /// `aria-current`
    AriaCurrent,
    /// `aria-describedby`
    AriaDescribedby,
    /// `aria-hidden`
    AriaHidden,
    /// `aria-label`
    AriaLabel,
    /// `aria-labelledby`
    AriaLabelledby,
    /// `cite`
    Cite,
    /// `class`
    Class,
    /// `colspan`
    Colspan,
    /// `controls`
    Controls,
    /// `data-part`: what part of an article it is, for a host that asks
    DataPart,
    /// `datetime`
    Datetime,
    /// `decoding`
    Decoding,
    /// `default`
    Default,
    /// `dir`
    Dir,
    /// `fetchpriority`
    Fetchpriority,
    /// `height`
    Height,
    /// `href`
    Href,
    /// `hreflang`
    Hreflang,
    /// `id`
    Id,
    /// `kind`
    Kind,
    /// `label`
    Label,
    /// `lang`
    Lang,
    /// `loading`
    Loading,
    /// `media`
    Media,
    /// `open`
    Open,
    /// `poster`
    Poster,
    /// `preload`
    Preload,
    /// `rel`
    Rel,
    /// `role`
    Role,
    /// `rowspan`
    Rowspan,
    /// `scope`
    Scope,
    /// `sizes`
    Sizes,
    /// `src`
    Src,
    /// `srclang`
    Srclang,
    /// `srcset`
    Srcset,
    /// `start`
    Start,
    /// `tabindex`
    Tabindex,
    /// `title`
    Title,
    /// `type`
    Type,
    /// `width`
    Width,
}

impl Name {
    /// Returns the name as it is written.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        let tag = self.end_tag();
        tag.get(2..tag.len() - 1).unwrap_or_default()
    }

    /// Returns the tag that ends the element: a writer adds it in one go.
    pub(super) fn end_tag(self) -> &'static str {
        match self {
            Self::A => "</a>",
            Self::Abbr => "</abbr>",
            Self::Article => "</article>",
            Self::Aside => "</aside>",
            Self::Audio => "</audio>",
            Self::Bdi => "</bdi>",
            Self::Blockquote => "</blockquote>",
            Self::Br => "</br>",
            Self::Caption => "</caption>",
            Self::Cite => "</cite>",
            Self::Code => "</code>",
            Self::Dd => "</dd>",
            Self::Details => "</details>",
            Self::Div => "</div>",
            Self::Dl => "</dl>",
            Self::Dt => "</dt>",
            Self::Em => "</em>",
            Self::Figcaption => "</figcaption>",
            Self::Figure => "</figure>",
            Self::H1 => "</h1>",
            Self::H2 => "</h2>",
            Self::H3 => "</h3>",
            Self::H4 => "</h4>",
            Self::H5 => "</h5>",
            Self::H6 => "</h6>",
            Self::Header => "</header>",
            Self::Hr => "</hr>",
            Self::Img => "</img>",
            Self::Kbd => "</kbd>",
            Self::Li => "</li>",
            Self::Mark => "</mark>",
            Self::Nav => "</nav>",
            Self::Ol => "</ol>",
            Self::P => "</p>",
            Self::Picture => "</picture>",
            Self::Pre => "</pre>",
            Self::Q => "</q>",
            Self::S => "</s>",
            Self::Section => "</section>",
            Self::Source => "</source>",
            Self::Span => "</span>",
            Self::Strong => "</strong>",
            Self::Sub => "</sub>",
            Self::Summary => "</summary>",
            Self::Sup => "</sup>",
            Self::Table => "</table>",
            Self::Tbody => "</tbody>",
            Self::Td => "</td>",
            Self::Tfoot => "</tfoot>",
            Self::Th => "</th>",
            Self::Thead => "</thead>",
            Self::Time => "</time>",
            Self::Tr => "</tr>",
            Self::Track => "</track>",
            Self::U => "</u>",
            Self::Ul => "</ul>",
            Self::Video => "</video>",
        }
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

    /// Returns what stands in a tag before the attribute's value: a writer adds it in one go.
    pub(super) fn start(self) -> &'static str {
        match self {
            Self::Alt => " alt=\"",
            Self::AriaCurrent => " aria-current=\"",
            Self::AriaDescribedby => " aria-describedby=\"",
            Self::AriaHidden => " aria-hidden=\"",
            Self::AriaLabel => " aria-label=\"",
            Self::AriaLabelledby => " aria-labelledby=\"",
            Self::Cite => " cite=\"",
            Self::Class => " class=\"",
            Self::Colspan => " colspan=\"",
            Self::Controls => " controls=\"",
            Self::DataPart => " data-part=\"",
            Self::Datetime => " datetime=\"",
            Self::Decoding => " decoding=\"",
            Self::Default => " default=\"",
            Self::Dir => " dir=\"",
            Self::Fetchpriority => " fetchpriority=\"",
            Self::Height => " height=\"",
            Self::Href => " href=\"",
            Self::Hreflang => " hreflang=\"",
            Self::Id => " id=\"",
            Self::Kind => " kind=\"",
            Self::Label => " label=\"",
            Self::Lang => " lang=\"",
            Self::Loading => " loading=\"",
            Self::Media => " media=\"",
            Self::Open => " open=\"",
            Self::Poster => " poster=\"",
            Self::Preload => " preload=\"",
            Self::Rel => " rel=\"",
            Self::Role => " role=\"",
            Self::Rowspan => " rowspan=\"",
            Self::Scope => " scope=\"",
            Self::Sizes => " sizes=\"",
            Self::Src => " src=\"",
            Self::Srclang => " srclang=\"",
            Self::Srcset => " srcset=\"",
            Self::Start => " start=\"",
            Self::Tabindex => " tabindex=\"",
            Self::Title => " title=\"",
            Self::Type => " type=\"",
            Self::Width => " width=\"",
        }
    }
}
