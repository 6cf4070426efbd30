//! Film, sound and groups of pictures; it knows what is shown and who made it, not how it is played.

use super::{At, Block, Credit, Image, Inline, Language, MediaUrl, Text, Url};

/// Pictures that belong together; each keeps its own caption and credit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gallery<'a> {
    /// The pictures in their order.
    pub items: Vec<Image<'a>>,
    /// What the pictures show together.
    pub caption: Vec<Inline<'a>>,
    /// Who made all of them.
    pub credit: Option<Credit<'a>>,
    /// How they stand, if somebody decided that.
    pub layout: Option<GalleryLayout>,
    /// Where it begins in the source.
    pub at: At,
}

/// How the pictures of a gallery stand; the order in which they are read is the same in all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GalleryLayout {
    /// In rows and columns.
    Grid,
    /// One beside the other, to be scrolled through.
    Carousel,
    /// In rows of different heights.
    Mosaic,
    /// Two, side by side.
    Pair,
}

impl GalleryLayout {
    /// Every layout with its name in the canonical format.
    pub const NAMES: [(Self, &'static str); 4] =
        [(Self::Grid, "grid"), (Self::Carousel, "carousel"), (Self::Mosaic, "mosaic"), (Self::Pair, "pair")];
}

/// Film or sound (HTML `video` and `audio`).
#[derive(Clone, Debug, PartialEq)]
pub struct Recording<'a> {
    /// Whether there is something to see.
    pub kind: RecordingKind,
    /// What it is called.
    pub title: Option<Text<'a>>,
    /// The files, the best one first.
    pub sources: Vec<RecordingSource<'a>>,
    /// The page on which it can be played, for readers whose browser plays none of the files.
    pub url: Option<Url<'a>>,
    /// The picture that stands there before it plays.
    pub poster: Option<Image<'a>>,
    /// What it shows.
    pub caption: Vec<Inline<'a>>,
    /// Who made it.
    pub credit: Option<Credit<'a>>,
    /// Its texts in time.
    pub tracks: Vec<Track<'a>>,
    /// How long it is, in seconds.
    pub duration: Option<u32>,
    /// Everything that is said and, for a film, what is seen.
    pub transcript: Vec<Block<'a>>,
    /// The width in CSS pixels.
    pub width: Option<u32>,
    /// The height in CSS pixels.
    pub height: Option<u32>,
    /// Where it begins in the source.
    pub at: At,
}

impl Recording<'_> {
    /// Returns a recording of which nothing is known yet.
    #[must_use]
    pub fn new(kind: RecordingKind) -> Self {
        Self {
            kind,
            title: None,
            sources: Vec::new(),
            url: None,
            poster: None,
            caption: Vec::new(),
            credit: None,
            tracks: Vec::new(),
            duration: None,
            transcript: Vec::new(),
            width: None,
            height: None,
            at: At::default(),
        }
    }

    /// Whether a track has the words of those who speak, as captions or subtitles (WCAG 1.2.2).
    #[must_use]
    pub fn has_captions(&self) -> bool {
        self.tracks.iter().any(|track| matches!(track.kind, TrackKind::Captions | TrackKind::Subtitles))
    }
}

/// Whether there is something to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordingKind {
    /// Film.
    Video,
    /// Sound only.
    Audio,
}

/// A file of a recording (HTML `source`).
#[derive(Clone, Debug, PartialEq)]
pub struct RecordingSource<'a> {
    /// Where it is.
    pub src: MediaUrl<'a>,
    /// Its MIME type.
    pub media_type: Option<Text<'a>>,
}

/// A text that runs with a recording (HTML `track`).
#[derive(Clone, Debug, PartialEq)]
pub struct Track<'a> {
    /// What it is for.
    pub kind: TrackKind,
    /// Where it is.
    pub src: MediaUrl<'a>,
    /// The language of its words.
    pub language: Option<Language<'a>>,
    /// What a reader chooses it by.
    pub label: Option<Text<'a>>,
}

/// What a track is for (HTML `track`, the `kind` attribute).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrackKind {
    /// What is said and what is heard, for those who do not hear.
    Captions,
    /// What is said, for those who do not know the language.
    Subtitles,
    /// What is seen, for those who do not see.
    Descriptions,
    /// The parts, to move between.
    Chapters,
}

impl TrackKind {
    /// Every kind with its name in HTML.
    pub const NAMES: [(Self, &'static str); 4] = [
        (Self::Captions, "captions"),
        (Self::Subtitles, "subtitles"),
        (Self::Descriptions, "descriptions"),
        (Self::Chapters, "chapters"),
    ];
}
