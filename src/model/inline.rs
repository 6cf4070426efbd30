//! What stands inside a line of text; it knows nothing of the blocks around it.

use super::{Alt, At, Contributor, Date, Direction, Image, Language, MediaUrl, Text, Url};

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline<'a> {
    /// Words.
    Text(Text<'a>),
    /// Words that a mark sets off from their neighbours.
    Marked(Mark, Vec<Inline<'a>>),
    /// Words that lead somewhere.
    Link(Link<'a>),
    /// A part of a computer's language.
    Code(Text<'a>),
    /// The end of a line that is part of the text, as in a poem or an address (HTML `br`).
    Break,
    /// A small picture that stands in the line.
    Image(InlineImage<'a>),
    /// Words in another language or direction.
    Span(Span<'a>),
    /// An abbreviation, with what it stands for.
    Abbreviation {
        /// What the abbreviation stands for.
        title: Text<'a>,
        /// The abbreviation.
        content: Vec<Inline<'a>>,
    },
    /// A reference to the [`Note`](super::Note) of that identifier.
    NoteRef {
        /// The note's identifier.
        id: Text<'a>,
        /// Where it stands in the source.
        at: At,
    },
    /// A person or an organisation.
    Mention(Contributor<'a>),
    /// Words that name a moment.
    Time {
        /// The moment.
        date: Date<'a>,
        /// The words.
        content: Vec<Inline<'a>>,
    },
}

/// What sets words off from their neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Important (HTML `strong`).
    Strong,
    /// Stressed (HTML `em`).
    Emphasis,
    /// Underlined (HTML `u`).
    Underline,
    /// No longer true (HTML `s`).
    Strikethrough,
    /// Below the line (HTML `sub`).
    Subscript,
    /// Above the line (HTML `sup`).
    Superscript,
    /// Marked for the reader (HTML `mark`).
    Highlight,
    /// In small capitals.
    SmallCaps,
    /// Quoted (HTML `q`).
    Quote,
    /// What is typed (HTML `kbd`).
    Keyboard,
}

impl Mark {
    /// Every mark with the name that the canonical format gives it.
    pub const NAMES: [(Self, &'static str); 10] = [
        (Self::Strong, "strong"),
        (Self::Emphasis, "emphasis"),
        (Self::Underline, "underline"),
        (Self::Strikethrough, "strikethrough"),
        (Self::Subscript, "subscript"),
        (Self::Superscript, "superscript"),
        (Self::Highlight, "mark"),
        (Self::SmallCaps, "smallCaps"),
        (Self::Quote, "quote"),
        (Self::Keyboard, "keyboard"),
    ];
}

/// Words that lead somewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link<'a> {
    /// Where they lead; nothing when the source's address was not safe.
    pub href: Option<Url<'a>>,
    /// The words.
    pub content: Vec<Inline<'a>>,
    /// Whether somebody paid for the link (HTML `rel=sponsored`).
    pub is_sponsored: bool,
    /// The language of the page that it leads to (HTML `hreflang`).
    pub language: Option<Language<'a>>,
    /// Where it stands in the source.
    pub at: At,
}

/// A picture that stands in a line of text, such as an icon.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InlineImage<'a> {
    /// Its address; nothing when the source's address was not safe.
    pub src: Option<MediaUrl<'a>>,
    /// What replaces it for those who do not see it.
    pub alt: Alt<'a>,
    /// Its width in CSS pixels.
    pub width: Option<u32>,
    /// Its height in CSS pixels.
    pub height: Option<u32>,
    /// Where it stands in the source.
    pub at: At,
}

/// A line has no place for a caption or a credit.
impl<'a> From<&Image<'a>> for InlineImage<'a> {
    fn from(image: &Image<'a>) -> Self {
        Self { src: image.src.clone(), alt: image.alt.clone(), width: image.width, height: image.height, at: image.at }
    }
}

/// Words in another language or direction than those around them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Span<'a> {
    /// Their language.
    pub language: Option<Language<'a>>,
    /// Their direction.
    pub direction: Option<Direction>,
    /// The words.
    pub content: Vec<Inline<'a>>,
}

impl<'a> Inline<'a> {
    /// Returns what stands inside of it.
    #[must_use]
    pub fn content(&self) -> &[Inline<'a>] {
        match self {
            Self::Marked(_, content) | Self::Abbreviation { content, .. } | Self::Time { content, .. } => content,
            Self::Link(link) => &link.content,
            Self::Span(span) => &span.content,
            Self::Text(_) | Self::Code(_) | Self::Break | Self::Image(_) | Self::NoteRef { .. } | Self::Mention(_) => {
                &[]
            }
        }
    }

    /// Returns whether it says what another does, whatever stands inside of the two.
    pub(crate) fn is_alike(&self, other: &Inline<'_>) -> bool {
        match (self, other) {
            (Self::Text(one), Inline::Text(other)) | (Self::Code(one), Inline::Code(other)) => one == other,
            (Self::Break, Inline::Break) => true,
            (Self::Marked(one, _), Inline::Marked(other, _)) => one == other,
            (Self::Link(one), Inline::Link(other)) => {
                (&one.href, one.is_sponsored, &one.language) == (&other.href, other.is_sponsored, &other.language)
            }
            (Self::Span(one), Inline::Span(other)) => {
                (&one.language, one.direction) == (&other.language, other.direction)
            }
            (Self::Abbreviation { title: one, .. }, Inline::Abbreviation { title: other, .. }) => one == other,
            (Self::Time { date: one, .. }, Inline::Time { date: other, .. }) => one == other,
            (Self::Image(one), Inline::Image(other)) => one == other,
            (Self::NoteRef { id: one, .. }, Inline::NoteRef { id: other, .. }) => one == other,
            (Self::Mention(one), Inline::Mention(other)) => (&one.name, &one.url) == (&other.name, &other.url),
            _ => false,
        }
    }

    /// Returns what stands inside of it, to be changed, if it is there for that.
    pub(crate) fn content_mut(&mut self) -> Option<&mut Vec<Inline<'a>>> {
        match self {
            Self::Marked(_, content) | Self::Abbreviation { content, .. } | Self::Time { content, .. } => Some(content),
            Self::Link(link) => Some(&mut link.content),
            Self::Span(span) => Some(&mut span.content),
            Self::Text(_) | Self::Code(_) | Self::Break | Self::Image(_) | Self::NoteRef { .. } | Self::Mention(_) => {
                None
            }
        }
    }
}

/// Returns whether two lines say the same. Readers ask this instead of comparing them with `==`, which compares the
/// pictures of people as well, and so has code for every block that could describe one.
pub(crate) fn are_same(one: &[Inline<'_>], other: &[Inline<'_>]) -> bool {
    let both = one.iter().zip(other);
    one.len() == other.len()
        && both.into_iter().all(|(one, other)| one.is_alike(other) && are_same(one.content(), other.content()))
}

/// Returns the words of a line without their marks; a picture counts as its alternative text.
///
/// ```
/// use newsprint::model::{Inline, Mark, plain_text};
/// let line = [Inline::Text("A ".into()), Inline::Marked(Mark::Strong, vec![Inline::Text("ferry".into())])];
/// assert_eq!(plain_text(&line), "A ferry");
/// ```
#[must_use]
pub fn plain_text(line: &[Inline<'_>]) -> String {
    let mut out = String::new();
    add_plain_text(line, &mut out);
    out
}

/// The depth of inlines is bounded where they are read, so this cannot exhaust the stack.
fn add_plain_text(line: &[Inline<'_>], out: &mut String) {
    for inline in line {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Break => out.push('\n'),
            Inline::Image(image) => out.push_str(image.alt.as_str()),
            Inline::Mention(contributor) => out.push_str(&contributor.name),
            Inline::Marked(..)
            | Inline::Link(_)
            | Inline::Span(_)
            | Inline::Abbreviation { .. }
            | Inline::Time { .. } => {
                add_plain_text(inline.content(), out);
            }
            Inline::NoteRef { .. } => {}
        }
    }
}

/// Returns the line that has these words and nothing else; it is empty if they are.
pub(crate) fn plain_line<'a>(words: impl Into<Text<'a>>) -> Vec<Inline<'a>> {
    Some(words.into()).filter(|words| !words.is_empty()).map(Inline::Text).into_iter().collect()
}

/// Returns whether a line shows nothing.
#[must_use]
#[inline(never)]
pub fn is_blank(line: &[Inline<'_>]) -> bool {
    line.iter().all(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.is_blank(),
        Inline::Break => true,
        Inline::Image(image) => image.src.is_none() && image.alt.as_str().trim().is_empty(),
        Inline::Mention(contributor) => contributor.name.is_blank(),
        Inline::NoteRef { .. } => false,
        Inline::Marked(..) | Inline::Link(_) | Inline::Span(_) | Inline::Abbreviation { .. } | Inline::Time { .. } => {
            is_blank(inline.content())
        }
    })
}
