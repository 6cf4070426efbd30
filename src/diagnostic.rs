//! What can be said about an article; it knows codes, places and sentences, not how they are found or shown.

use std::collections::BinaryHeap;
use std::fmt;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Readers lose something.
    Error,
    /// Readers most likely lose something.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// Returns the word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

/// What a finding is about. The names are stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A picture has no alternative text (WCAG 1.1.1, failure F65).
    ImgAltMissing,
    /// The alternative text is white space (WCAG failure F38).
    ImgAltWhitespace,
    /// The alternative text is the name of a file (WCAG failure F30).
    ImgAltFilename,
    /// The alternative text repeats the caption, so that it would be read twice.
    ImgAltEqualsCaption,
    /// A picture has no address.
    ImgSrcMissing,
    /// A picture's address is not safe to load.
    ImgSrcUnsafe,
    /// A heading skips a level (WCAG technique G141).
    HeadingSkip,
    /// A heading shows nothing (WCAG 2.4.6).
    HeadingEmpty,
    /// A link shows nothing (WCAG 2.4.4).
    LinkEmpty,
    /// A link's address is not safe to follow.
    LinkUnsafe,
    /// A key that the format does not have.
    KeyUnknown,
    /// A block that the format does not have.
    BlockUnknown,
    /// An inline that the format does not have.
    InlineUnknown,
    /// A value of another kind than its key takes.
    ValueInvalid,
    /// Raw HTML, which is not passed through.
    HtmlDropped,
    /// A chart, a map or a graphic without a long description (WCAG 1.1.1).
    ImgComplexNoLongDescription,
    /// A recording without a file, or an embed without an address.
    MediaSrcMissing,
    /// A film without captions (WCAG 1.2.2).
    VideoNoCaptions,
    /// A sound recording without a transcript (WCAG 1.2.1).
    AudioNoTranscript,
    /// An embed without a title (WCAG 4.1.2).
    EmbedTitleMissing,
    /// A link to another page without an address.
    LinkNoTarget,
    /// A link to another page that is called by its address (WCAG 2.4.4).
    LinkUrlText,
    /// A language tag that is not well-formed (WCAG 3.1.1).
    LangInvalid,
    /// A date that names no moment.
    TimeInvalid,
    /// Characters that must not be shown.
    TextControlRemoved,
    /// A reference to a footnote that is not there.
    FootnoteRefOrphan,
    /// A footnote that nothing refers to.
    FootnoteDefOrphan,
    /// A reference to something of which nothing is known.
    ReferenceMissing,
    /// A reference to something that it is a part of.
    ReferenceCircle,
    /// A document that holds several articles, of which one is shown.
    ArticlesSeveral,
    /// Content that is not in the document because a password keeps it.
    ContentProtected,
    /// The article is marked as a draft.
    ArticleDraft,
    /// The article is to be taken down at some time.
    ArticleExpires,
    /// The article is paid for, and no label of it says so.
    ArticleSponsored,
    /// The article is withheld or withdrawn by its publisher.
    ArticleWithheld,
    /// The article must not be published before some time.
    ArticleEmbargoed,
    /// The article has no headline.
    HeadlineMissing,
    /// A key that stands twice in one object.
    JsonDuplicateKey,
    /// Half of a surrogate pair.
    JsonLoneSurrogate,
    /// Bytes that are not UTF-8.
    EncodingInvalid,
    /// Front matter that could not be read.
    FrontMatterInvalid,
    /// Blocks or inlines nest too deep; they are flattened.
    LimitDepth,
    /// There are too many blocks; the rest is left out.
    LimitBlocks,
    /// A table has too many cells; the rest is left out.
    LimitCells,
    /// A picture has too many renditions; the rest is left out.
    LimitRenditions,
    /// There are too many footnotes; the rest is left out.
    LimitNotes,
    /// There are too many findings; the rest is left out.
    LimitFindings,
}

impl Code {
    /// Returns the stable name and the severity.
    #[must_use]
    pub fn parts(self) -> (&'static str, Severity) {
        use Severity::{Error, Info, Warning};
        match self {
            Self::ImgAltMissing => ("img-alt-missing", Error),
            Self::ImgAltWhitespace => ("img-alt-whitespace", Error),
            Self::ImgAltFilename => ("img-alt-filename", Error),
            Self::ImgAltEqualsCaption => ("img-alt-equals-caption", Warning),
            Self::ImgSrcMissing => ("img-src-missing", Warning),
            Self::ImgSrcUnsafe => ("img-src-unsafe", Error),
            Self::HeadingSkip => ("heading-skip", Error),
            Self::HeadingEmpty => ("heading-empty", Error),
            Self::LinkEmpty => ("link-empty", Error),
            Self::LinkUnsafe => ("link-unsafe", Error),
            Self::KeyUnknown => ("key-unknown", Warning),
            Self::BlockUnknown => ("block-unknown", Warning),
            Self::InlineUnknown => ("inline-unknown", Warning),
            Self::ValueInvalid => ("value-invalid", Warning),
            Self::HtmlDropped => ("html-dropped", Warning),
            Self::ImgComplexNoLongDescription => ("img-complex-no-long-description", Warning),
            Self::MediaSrcMissing => ("media-src-missing", Warning),
            Self::VideoNoCaptions => ("video-no-captions", Error),
            Self::AudioNoTranscript => ("audio-no-transcript", Error),
            Self::EmbedTitleMissing => ("embed-title-missing", Error),
            Self::LinkNoTarget => ("link-no-target", Error),
            Self::LinkUrlText => ("link-url-text", Warning),
            Self::LangInvalid => ("lang-invalid", Error),
            Self::TimeInvalid => ("time-invalid", Error),
            Self::TextControlRemoved => ("text-control-removed", Info),
            Self::FootnoteRefOrphan => ("footnote-ref-orphan", Error),
            Self::FootnoteDefOrphan => ("footnote-def-orphan", Warning),
            Self::ReferenceMissing => ("reference-missing", Warning),
            Self::ReferenceCircle => ("reference-circle", Warning),
            Self::ArticlesSeveral => ("articles-several", Warning),
            Self::ContentProtected => ("content-protected", Warning),
            Self::ArticleDraft => ("article-draft", Warning),
            Self::ArticleExpires => ("article-expires", Info),
            Self::ArticleSponsored => ("article-sponsored", Warning),
            Self::ArticleWithheld => ("article-withheld", Error),
            Self::ArticleEmbargoed => ("article-embargoed", Warning),
            Self::HeadlineMissing => ("headline-missing", Warning),
            Self::JsonDuplicateKey => ("json-duplicate-key", Warning),
            Self::JsonLoneSurrogate => ("json-lone-surrogate", Warning),
            Self::EncodingInvalid => ("encoding-invalid", Warning),
            Self::FrontMatterInvalid => ("front-matter-invalid", Warning),
            Self::LimitDepth => ("limit-depth", Warning),
            Self::LimitBlocks => ("limit-blocks", Warning),
            Self::LimitCells => ("limit-cells", Warning),
            Self::LimitRenditions => ("limit-renditions", Warning),
            Self::LimitNotes => ("limit-notes", Warning),
            Self::LimitFindings => ("limit-findings", Warning),
        }
    }

    /// Returns the stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.parts().0
    }

    /// Returns the severity.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.parts().1
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it is about.
    pub code: Code,
    /// One plain sentence: what was found and what was expected.
    pub message: String,
    /// The offset in bytes from the start of the source, if it is known.
    pub offset: Option<usize>,
}

impl Diagnostic {
    /// Returns how much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// The findings about one article, in the order in which they were made.
///
/// ```
/// use newsprint::diagnostic::{Code, Diagnostics};
/// let mut diagnostics = Diagnostics::default();
/// diagnostics.add(Code::LinkEmpty, Some(7), "the link to `/` has no text");
/// assert!(diagnostics.has_errors());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    /// How many there have been of each code that there has been one of.
    counts: Vec<(Code, usize)>,
}

impl Diagnostics {
    /// The most findings of one code that are kept: nobody mends more at a time.
    pub const MOST: usize = 1_000;

    /// Adds a finding about what begins `offset` bytes into the source; the first one too many of its code says that
    /// there are more.
    pub fn add(&mut self, code: Code, offset: Option<usize>, message: impl Into<String>) {
        self.push(code, offset, message.into());
    }

    #[cold]
    fn push(&mut self, code: Code, offset: Option<usize>, message: String) {
        match self.count(code) {
            count if count <= Self::MOST => self.list.push(Diagnostic { code, message, offset }),
            count if count == Self::MOST + 1 => {
                let message = ["there are more findings of `", code.as_str(), "`; the rest is left out"].concat();
                self.list.push(Diagnostic { code: Code::LimitFindings, message, offset });
            }
            _ => {}
        }
    }

    /// Counts one more of a code; returns how many there have been.
    fn count(&mut self, code: Code) -> usize {
        let index = self.counts.iter().position(|(counted, _)| *counted == code).unwrap_or_else(|| {
            self.counts.push((code, 0));
            self.counts.len() - 1
        });
        let Some((_, count)) = self.counts.get_mut(index) else { return 0 };
        *count += 1;
        *count
    }

    /// Returns whether one of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// Returns the findings one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// Returns how many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Puts them in the order of the source, those without a place first, those at one place as they were found.
    pub fn sort(&mut self) {
        let mut list: Vec<_> = self.list.drain(..).map(Some).collect();
        let key = |(index, diagnostic): (usize, &Option<Diagnostic>)| {
            let offset = diagnostic.as_ref().and_then(|diagnostic| diagnostic.offset);
            (offset.map_or(0, |offset| offset + 1), index)
        };
        // A heap sorts as fast as need be here, in a tenth of the code of `sort`.
        let order: BinaryHeap<(usize, usize)> = list.iter().enumerate().map(key).collect();
        self.list.extend(
            order.into_sorted_vec().into_iter().filter_map(|(_, index)| list.get_mut(index).and_then(Option::take)),
        );
    }
}

impl<'d> IntoIterator for &'d Diagnostics {
    type Item = &'d Diagnostic;
    type IntoIter = std::slice::Iter<'d, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
