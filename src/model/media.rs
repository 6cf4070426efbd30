//! Pictures; it knows what a picture is and who made it, not how it is laid out.

use super::{At, Credit, Inline, MediaUrl, Text, Url, plain_text};

/// A picture with its caption and its credit.
///
/// The caption describes, the credit names who made it, the alternative text replaces it. The three are never merged.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Image<'a> {
    /// The publisher's identifier.
    pub id: Option<Text<'a>>,
    /// Its address; nothing when the source has none, or none that is safe.
    pub src: Option<MediaUrl<'a>>,
    /// The width of `src` in pixels.
    pub width: Option<u32>,
    /// The height of `src` in pixels.
    pub height: Option<u32>,
    /// The same picture in other sizes (ninjs `renditions`).
    pub renditions: Vec<Rendition<'a>>,
    /// What replaces it for those who do not see it.
    pub alt: Alt<'a>,
    /// What it shows and why it is here (IPTC Description).
    pub caption: Vec<Inline<'a>>,
    /// Who made it.
    pub credit: Option<Credit<'a>>,
    /// Its title (IPTC Headline); never shown.
    pub title: Option<Text<'a>>,
    /// The copyright notice (IPTC Copyright Notice).
    pub copyright_notice: Option<Text<'a>>,
    /// The licence's address (IPTC Web Statement of Rights).
    pub license: Option<Url<'a>>,
    /// Where a licence can be had (IPTC Licensor URL).
    pub acquire_license_page: Option<Url<'a>>,
    /// How it came to be (IPTC Digital Source Type).
    pub digital_source_type: Option<Url<'a>>,
    /// Where the picture leads when one follows it.
    pub href: Option<Url<'a>>,
    /// Where it stands in the source.
    pub at: At,
}

impl Image<'_> {
    /// Returns whether the alternative text says what the caption says, but for case, space and punctuation, so that it
    /// would be read twice.
    #[must_use]
    pub fn repeats_caption(&self) -> bool {
        let mut caption = letters_of(&self.caption);
        let mut alt = letters(self.alt.as_str()).peekable();
        alt.peek().is_some() && alt.all(|letter| caption.next() == Some(letter)) && caption.next().is_none()
    }
}

fn letters_of<'t>(line: &'t [Inline<'_>]) -> Box<dyn Iterator<Item = char> + 't> {
    match line {
        [Inline::Text(text)] => Box::new(letters(text)),
        _ => {
            let text = plain_text(line);
            Box::new(letters(&text).collect::<Vec<_>>().into_iter())
        }
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    // The first of the letters that a letter becomes tells words apart as well as all of them.
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .map(|c| if c.is_ascii() { c.to_ascii_lowercase() } else { c.to_lowercase().next().unwrap_or(c) })
}

/// A picture in one size.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendition<'a> {
    /// Its address.
    pub src: MediaUrl<'a>,
    /// Its width in pixels.
    pub width: Option<u32>,
    /// Its height in pixels.
    pub height: Option<u32>,
}

/// The alternative text of a picture: three states that are never confused.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Alt<'a> {
    /// The author gave none.
    #[default]
    Absent,
    /// The author said that the picture says nothing (WCAG technique H67).
    Decorative,
    /// The author's text.
    Text(Text<'a>),
}

impl Alt<'_> {
    /// Returns the text without white space at its ends, empty when there is none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) => text.trim(),
            Self::Absent | Self::Decorative => "",
        }
    }
}
