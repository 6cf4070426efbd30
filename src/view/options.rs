//! What a host can decide about the view of an article.

use crate::locale;
pub use crate::locale::WordError;
use crate::model::Text;

/// What a host can decide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The level of the headline; the headings of the body follow it.
    pub heading_level: Level,
    /// What the identifiers begin with.
    pub id_prefix: Prefix,
    /// The parts of the header in their order; one that is not named is left out.
    pub header: Header,
    /// Whether a table of contents stands before the body.
    pub contents: Contents,
    /// How many minutes must lie between publication and a change for the change to be shown as an update.
    pub update_threshold: UpdateThreshold,
    /// Credits that are not shown: those of the publisher's own staff, where that is the house's rule.
    pub own_credits: Vec<String>,
    /// Words that the host says in its own way, each with its name in [`crate::locale::WORDS`]; [`word`] makes them.
    pub words: Vec<(String, String)>,
}

/// Returns a word as [`Options::words`] has it: without what no text of an article may have.
///
/// ```
/// use newsprint::view::word;
/// assert!(word("published", "First").is_ok());
/// assert!(word("headline", "First").is_err() && word("by", "Words").is_err());
/// ```
///
/// # Errors
///
/// No word of ours has that name, or what is put into it would be lost.
pub fn word(name: &str, text: &str) -> Result<(String, String), WordError> {
    let mut words = *locale::english();
    words.set(name, text)?;
    Ok((name.to_owned(), Text::from(text).into_cow().into_owned()))
}

/// A part of the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderPart {
    /// The way from the front page to the article.
    Breadcrumb,
    /// The line above the headline.
    Kicker,
    /// The series that the article is a part of.
    Series,
    /// The headline.
    Headline,
    /// The standfirst.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// The place that the report was filed from.
    Dateline,
    /// When it was published and changed.
    Dates,
    /// How long it takes to read.
    ReadingTime,
    /// What was wrong and has been put right.
    Corrections,
}

impl HeaderPart {
    /// Every part with its name, in the order in which they are shown.
    pub const NAMES: [(Self, &'static str); 10] = [
        (Self::Breadcrumb, "breadcrumb"),
        (Self::Kicker, "kicker"),
        (Self::Series, "series"),
        (Self::Headline, "headline"),
        (Self::Standfirst, "standfirst"),
        (Self::Byline, "byline"),
        (Self::Dateline, "dateline"),
        (Self::Dates, "dates"),
        (Self::ReadingTime, "readingTime"),
        (Self::Corrections, "corrections"),
    ];
}

/// The parts of the header in their order; all but the reading time, unless somebody says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header(Vec<HeaderPart>);

impl Default for Header {
    fn default() -> Self {
        let parts = HeaderPart::NAMES.iter().map(|(part, _)| *part);
        Self::new(parts.filter(|part| *part != HeaderPart::ReadingTime))
    }
}

impl Header {
    /// Returns a header of these parts; each stands where it is named first, since there is one of each.
    ///
    /// ```
    /// use newsprint::view::{Header, HeaderPart::{Byline, Headline}};
    /// assert_eq!(Header::new([Headline, Byline, Headline]).parts(), [Headline, Byline]);
    /// ```
    #[must_use]
    pub fn new(parts: impl IntoIterator<Item = HeaderPart>) -> Self {
        let mut header = Vec::with_capacity(HeaderPart::NAMES.len());
        for part in parts {
            if !header.contains(&part) {
                header.push(part);
            }
        }
        Self(header)
    }

    /// Returns the parts in their order.
    #[must_use]
    pub fn parts(&self) -> &[HeaderPart] {
        &self.0
    }

    /// Returns the parts that have these names, or the first name that no part has.
    ///
    /// # Errors
    ///
    /// The name that no part of the header has.
    ///
    /// ```
    /// use newsprint::view::{Header, HeaderPart};
    /// let header = Header::parse(["headline", "byline"]).unwrap();
    /// assert_eq!(header.parts(), [HeaderPart::Headline, HeaderPart::Byline]);
    /// assert_eq!(Header::parse(["title"]), Err("title"));
    /// ```
    pub fn parse<'n>(names: impl IntoIterator<Item = &'n str>) -> Result<Self, &'n str> {
        let part = |name: &'n str| {
            let found = HeaderPart::NAMES.iter().find(|(_, own)| *own == name);
            found.map(|(part, _)| *part).ok_or(name)
        };
        names.into_iter().map(part).collect::<Result<Vec<_>, _>>().map(Self::new)
    }
}

/// Whether a table of contents stands before the body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Contents {
    /// It does not.
    #[default]
    Hidden,
    /// It does, if there are at least two headings.
    Shown,
}

/// How many minutes must lie between publication and a change for the change to be shown as an update.
///
/// What is put right in the first minutes is part of publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UpdateThreshold(pub u32);

impl Default for UpdateThreshold {
    fn default() -> Self {
        Self(1)
    }
}

/// The level of a heading, 1 to 6.
///
/// ```
/// use newsprint::view::Level;
/// assert_eq!(Level::new(2).unwrap().get(), 2);
/// assert!(Level::new(7).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// Returns the level of that number, if there is one.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        (1..=6).contains(&number).then_some(Self(number))
    }

    /// Returns its number.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl Default for Level {
    fn default() -> Self {
        Self(1)
    }
}

/// What the identifiers of one article begin with: `np-`, and a name where a page has several articles.
///
/// ```
/// use newsprint::view::Prefix;
/// assert_eq!(Prefix::default().id("headline"), "np-headline");
/// assert_eq!(Prefix::new("second").unwrap().id("headline"), "np-second-headline");
/// assert!(Prefix::new("a b").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefix(String);

impl Prefix {
    /// Returns the prefix with a name: 1 to 32 ASCII letters, digits, hyphens and underscores.
    #[must_use]
    pub fn new(name: &str) -> Option<Self> {
        let valid = (1..=32).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        valid.then(|| Self(["np-", name, "-"].concat()))
    }

    /// Returns the identifier of that name.
    #[must_use]
    pub fn id(&self, name: &str) -> String {
        [&self.0, name].concat()
    }
}

impl Default for Prefix {
    fn default() -> Self {
        Self("np-".to_owned())
    }
}
