//! What an article says; it knows nothing of how an article looks or where it came from.
//!
//! The sets are closed: a new block or inline is one variant, and the compiler lists the functions that must decide
//! about it. Text is borrowed from the input wherever the input holds it as it is.

mod aside;
mod block;
mod credit;
mod date;
mod inline;
mod language;
mod letter;
mod linked;
mod media;
mod note;
mod parts;
mod place;
mod recording;
mod relative;
mod repeat;
mod text;
mod url;

pub use aside::{
    Callout, CalloutKind, Correction, CorrectionKind, Decimal, Definition, DefinitionList, Details, Event, Group,
    GroupRole, Question, Questions, Rating, Timeline,
};
pub use block::{Align, Block, Cell, Code, Heading, List, ListItem, Pullquote, Quote, Scope, Table, Unknown, at_wall};
pub use credit::{Contributor, Credit, Role};
pub use date::{Date, Moment};
pub use inline::{Inline, InlineImage, Link, Mark, Span, is_blank, plain_text};
pub(crate) use inline::{are_same, plain_line};
pub use language::{Direction, Language};
pub(crate) use letter::{is_digit, is_letter, is_letter_or_digit, letters, lower};
pub use linked::{Embed, LinkCard, LinkKind, LinkList};
pub use media::{Alt, FocalPoint, Image, ImageKind, PageWidth, Provenance, Rendition, Side};
pub use note::{Note, Numbering};
pub use parts::BlockPart;
pub use place::At;
pub use recording::{Gallery, GalleryLayout, Recording, RecordingKind, RecordingSource, Track, TrackKind};
pub use repeat::Repeats;
pub(crate) use text::HIDDEN;
pub use text::Text;
pub use url::{MediaUrl, UnsafeUrl, Url};

/// A news article: its header, its body, its live posts and its notes.
///
/// The fields follow the canonical format, which follows schema.org's `NewsArticle` and IPTC's names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article<'a> {
    /// The publisher's identifier.
    pub id: Option<Text<'a>>,
    /// Where the article is published (schema.org `url`).
    pub url: Option<Url<'a>>,
    /// What kind of article this is, in the publisher's word, such as `liveblog`.
    pub genre: Option<Text<'a>>,
    /// The line above the headline that places the article.
    pub kicker: Vec<Inline<'a>>,
    /// The headline (schema.org `headline`).
    pub headline: Vec<Inline<'a>>,
    /// A second headline, for search or for social cards; never shown (schema.org `alternativeHeadline`).
    pub alternative_headline: Vec<Inline<'a>>,
    /// The paragraphs and lists that sum the article up under its headline.
    pub standfirst: Vec<Block<'a>>,
    /// The byline word for word; when it is there it is shown instead of one made from the authors.
    pub byline: Vec<Inline<'a>>,
    /// Who wrote it (schema.org `author`).
    pub authors: Vec<Contributor<'a>>,
    /// The place that the report was filed from.
    pub dateline: Option<Text<'a>>,
    /// The series that it is a part of.
    pub series: Option<Series<'a>>,
    /// When it was first published (schema.org `datePublished`).
    pub published: Option<Date<'a>>,
    /// When it was last changed (schema.org `dateModified`).
    pub modified: Option<Date<'a>>,
    /// When work on it began (schema.org `dateCreated`); never shown.
    pub created: Option<Date<'a>>,
    /// The section that it stands in (schema.org `articleSection`).
    pub section: Option<Crumb<'a>>,
    /// The way from the front page to the article, the article itself not included.
    pub breadcrumb: Vec<Crumb<'a>>,
    /// Key words (schema.org `keywords`).
    pub keywords: Vec<Text<'a>>,
    /// The language that it is written in.
    pub language: Option<Language<'a>>,
    /// The direction that it is written in, where the language does not decide.
    pub direction: Option<Direction>,
    /// Who publishes it (schema.org `publisher`).
    pub publisher: Option<Crumb<'a>>,
    /// The copyright notice (IPTC `dc:rights`).
    pub copyright_notice: Option<Text<'a>>,
    /// Who owns the rights (schema.org `copyrightHolder`).
    pub copyright_holder: Option<Text<'a>>,
    /// What may be done with it, in words (schema.org `usageInfo`).
    pub usage_terms: Option<Text<'a>>,
    /// The licence's address (IPTC `xmpRights:WebStatement`).
    pub license: Option<Url<'a>>,
    /// Whether it can be read without paying (schema.org `isAccessibleForFree`).
    pub accessible_for_free: Option<bool>,
    /// What stands with the header: a picture, pictures, a recording or an embed.
    pub lead_media: Option<Block<'a>>,
    /// What was wrong and has been put right.
    pub corrections: Vec<Correction<'a>>,
    /// The body.
    pub body: Vec<Block<'a>>,
    /// The posts of a live blog, newest first as the publisher ordered them.
    pub updates: Vec<Post<'a>>,
    /// When the coverage of a live blog began (schema.org `coverageStartTime`).
    pub coverage_start: Option<Date<'a>>,
    /// When the coverage of a live blog ended (schema.org `coverageEndTime`).
    pub coverage_end: Option<Date<'a>>,
    /// Other articles on the subject.
    pub related: Vec<LinkCard<'a>>,
    /// The footnotes, in any order; the view numbers them by their first reference.
    pub notes: Vec<Note<'a>>,
}

impl<'a> Article<'a> {
    /// Returns the picture that stands with the header, if it is one picture.
    #[must_use]
    pub fn lead_image(&self) -> Option<&Image<'a>> {
        if let Some(Block::Image(image)) = &self.lead_media { Some(image) } else { None }
    }

    /// Returns the place that the report was filed from, unless the text begins with it, as that of agencies does.
    ///
    /// ```
    /// use newsprint::model::{Article, Block, Inline};
    /// let body = vec![Block::Paragraph(vec![Inline::Text("NORHAVEN (XP) — It sails.".into())])];
    /// let article = Article { dateline: Some("Norhaven".into()), body, ..Article::default() };
    /// assert!(article.shown_dateline().is_none());
    /// ```
    #[must_use]
    pub fn shown_dateline(&self) -> Option<&Text<'a>> {
        let place = self.dateline.as_ref().filter(|place| !place.is_blank())?;
        let text = match self.body.first() {
            Some(Block::Paragraph(line) | Block::DropCap(line)) => plain_text(line),
            Some(_) | None => return Some(place),
        };
        let (start, rest) = text.split_at_checked(place.len()).unwrap_or_default();
        let is_said = start.eq_ignore_ascii_case(place)
            && rest.trim_start().starts_with([',', '.', ':', '(', '/', '-', '–', '—']);
        (!is_said).then_some(place)
    }
}

/// The series that an article is a part of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series<'a> {
    /// What the series is called.
    pub name: Text<'a>,
    /// Where all of its parts are.
    pub url: Option<Url<'a>>,
    /// Which part this is, counted from 1.
    pub part: Option<u32>,
    /// How many parts there are.
    pub total: Option<u32>,
}

/// A name with an optional address: one step of a breadcrumb, a section or a publisher.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Crumb<'a> {
    /// The name that is shown.
    pub name: Text<'a>,
    /// Where it leads.
    pub url: Option<Url<'a>>,
}

/// One post of a live blog.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Post<'a> {
    /// The publisher's identifier; a permalink is made from it.
    pub id: Option<Text<'a>>,
    /// The post's headline.
    pub headline: Vec<Inline<'a>>,
    /// When it was first published.
    pub published: Option<Date<'a>>,
    /// When it was last changed.
    pub modified: Option<Date<'a>>,
    /// Where it can be read alone.
    pub url: Option<Url<'a>>,
    /// Who wrote it.
    pub authors: Vec<Contributor<'a>>,
    /// What it says.
    pub body: Vec<Block<'a>>,
    /// Whether it stands for a turn in events.
    pub is_key_event: bool,
    /// Whether the newsroom keeps it at the top.
    pub is_pinned: bool,
}

impl<'a> Post<'a> {
    /// Returns the date that readers see, if there is one to see.
    #[must_use]
    pub fn shown_date(&self) -> Option<&Date<'a>> {
        self.published.as_ref().filter(|date| !date.source.is_blank())
    }
}
