//! Pictures; it knows what a picture is and who made it, not how it is laid out.

use super::{At, Block, Credit, Date, Decimal, Inline, MediaUrl, Text, Url, letters, plain_text};

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
    /// Who owns the rights (IPTC Copyright Owner).
    pub copyright_holder: Option<Text<'a>>,
    /// What may be done with it, in words (IPTC Rights Usage Terms).
    pub usage_terms: Option<Text<'a>>,
    /// How it came to be (IPTC Digital Source Type).
    pub digital_source_type: Option<Url<'a>>,
    /// When it was made (IPTC Date Created).
    pub created: Option<Date<'a>>,
    /// Where it was made (IPTC Location Created).
    pub location: Option<Text<'a>>,
    /// What sort of picture it is.
    pub kind: Option<ImageKind>,
    /// What a chart or a map says, in full (IPTC Extended Description).
    pub long_description: Vec<Block<'a>>,
    /// The point that must stay in sight when the picture is cropped.
    pub focal_point: Option<FocalPoint>,
    /// How wide it stands, if somebody decided that.
    pub width_on_page: Option<PageWidth>,
    /// At which side of the text it stands, if somebody decided that.
    pub side: Option<Side>,
    /// Where the picture leads when one follows it.
    pub href: Option<Url<'a>>,
    /// Where it stands in the source.
    pub at: At,
}

impl Image<'_> {
    /// Returns what a reader has to be told of, by the terms of IPTC's vocabulary of digital source types.
    #[must_use]
    pub fn provenance(&self) -> Option<Provenance> {
        let term = self.digital_source_type.as_ref().and_then(|url| url.as_str().rsplit('/').next());
        match term {
            Some("trainedAlgorithmicMedia" | "algorithmicMedia") => Some(Provenance::Generated),
            Some("compositeWithTrainedAlgorithmicMedia") => Some(Provenance::PartlyGenerated),
            Some("composite" | "compositeCapture" | "compositeSynthetic") => Some(Provenance::Composite),
            Some(_) | None => (self.kind == Some(ImageKind::Composite)).then_some(Provenance::Composite),
        }
    }

    /// Returns where the picture leads, if it has the alternative text that names the link (WCAG, failure F89).
    pub(crate) fn link(&self) -> Option<&Url<'_>> {
        self.href.as_ref().filter(|_| matches!(&self.alt, Alt::Text(text) if !text.is_blank()))
    }

    /// Returns whether the alternative text says what the caption says, but for case, space and punctuation, so that it
    /// would be read twice.
    #[must_use]
    pub fn repeats_caption(&self) -> bool {
        let mut alt = letters(self.alt.as_str()).peekable();
        alt.peek().is_some() && alt.eq(letters(&plain_text(&self.caption)))
    }
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
    /// Its MIME type, where browsers have to choose by it.
    pub media_type: Option<Text<'a>>,
    /// The media query under which it stands instead of the picture: another crop, or one for the dark.
    pub media: Option<Text<'a>>,
}

/// What a reader has to be told about how a picture came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// A machine made it.
    Generated,
    /// A machine made a part of it.
    PartlyGenerated,
    /// It was put together from several pictures.
    Composite,
}

/// What sort of picture it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageKind {
    /// A photograph.
    Photo,
    /// A drawing or painting.
    Illustration,
    /// Words and figures as a picture.
    Graphic,
    /// A chart of data.
    Chart,
    /// A map.
    Map,
    /// What a screen showed.
    Screenshot,
    /// Several pictures in one.
    Composite,
    /// A cartoon.
    Cartoon,
    /// A sign of an organisation.
    Logo,
}

impl ImageKind {
    /// Every kind with its name in the canonical format.
    pub const NAMES: [(Self, &'static str); 9] = [
        (Self::Photo, "photo"),
        (Self::Illustration, "illustration"),
        (Self::Graphic, "graphic"),
        (Self::Chart, "chart"),
        (Self::Map, "map"),
        (Self::Screenshot, "screenshot"),
        (Self::Composite, "composite"),
        (Self::Cartoon, "cartoon"),
        (Self::Logo, "logo"),
    ];
}

/// The point of a picture that must stay in sight, in fractions of its width and height from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FocalPoint {
    /// From the left edge, 0 to 1.
    pub x: Decimal,
    /// From the upper edge, 0 to 1.
    pub y: Decimal,
}

/// How wide a picture stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageWidth {
    /// As wide as the text.
    Inline,
    /// Wider than the text.
    Wide,
    /// As wide as the page.
    Full,
    /// Narrower than the text.
    Column,
}

impl PageWidth {
    /// Every width with its name in the canonical format.
    pub const NAMES: [(Self, &'static str); 4] =
        [(Self::Inline, "inline"), (Self::Wide, "wide"), (Self::Full, "full"), (Self::Column, "column")];
}

/// The side of the text at which a picture stands, in the direction of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Where lines begin.
    Start,
    /// Where lines end.
    End,
}

impl Side {
    /// Every side with its name in the canonical format, where names are those of a page read from left to right.
    pub const NAMES: [(Self, &'static str); 2] = [(Self::Start, "left"), (Self::End, "right")];
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
