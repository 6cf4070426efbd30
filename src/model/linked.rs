//! What stands on other sites; it knows addresses and words about them, not how consent is asked.

use super::{At, Block, Image, Inline, Text, Url};

/// What another site shows, such as a post, a map or a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Embed<'a> {
    /// Who shows it, such as `YouTube`.
    pub provider: Option<Text<'a>>,
    /// Where it is.
    pub url: Option<Url<'a>>,
    /// What it is called.
    pub title: Option<Text<'a>>,
    /// What it shows.
    pub caption: Vec<Inline<'a>>,
    /// What it says, for those for whom it does not load.
    pub fallback: Vec<Block<'a>>,
    /// The width in CSS pixels.
    pub width: Option<u32>,
    /// The height in CSS pixels.
    pub height: Option<u32>,
    /// Where it begins in the source.
    pub at: At,
}

/// A link to one other page, with what it is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LinkCard<'a> {
    /// Where it leads.
    pub url: Option<Url<'a>>,
    /// The headline of the other page.
    pub title: Vec<Inline<'a>>,
    /// What the other page is about.
    pub description: Vec<Inline<'a>>,
    /// Its picture.
    pub image: Option<Image<'a>>,
    /// Who publishes it.
    pub publisher: Option<Text<'a>>,
    /// Why it stands here.
    pub kind: LinkKind,
    /// Where it begins in the source.
    pub at: At,
}

/// Why a link to another page stands in an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LinkKind {
    /// More on the subject.
    #[default]
    Related,
    /// A page that the article speaks of.
    Bookmark,
    /// Something else to read, between two paragraphs.
    Interstitial,
    /// Something to buy; such links are paid for (HTML link type `sponsored`).
    Product,
}

impl LinkKind {
    /// Every kind with its name in the canonical format.
    pub const NAMES: [(Self, &'static str); 4] = [
        (Self::Related, "related"),
        (Self::Bookmark, "bookmark"),
        (Self::Interstitial, "interstitial"),
        (Self::Product, "product"),
    ];
}

/// Links to other pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LinkList<'a> {
    /// What they have in common.
    pub title: Vec<Inline<'a>>,
    /// The links.
    pub items: Vec<LinkCard<'a>>,
}
