//! The host's own view of a part; it knows what parts there are, not what a host does with them.

use crate::html::{Element, Node};
use crate::model::{Block, Image};

/// A part of an article that a host can show in its own way.
#[derive(Clone, Copy, Debug)]
pub enum Part<'p> {
    /// The way from the front page to the article.
    Breadcrumb,
    /// The line above the headline.
    Kicker,
    /// The headline.
    Headline,
    /// The standfirst.
    Standfirst,
    /// The byline.
    Byline,
    /// The dates.
    Dates,
    /// The series that the article is a part of.
    Series,
    /// The place that the report was filed from.
    Dateline,
    /// How long it takes to read.
    ReadingTime,
    /// What was wrong and has been put right.
    Corrections,
    /// The table of contents.
    Contents,
    /// A picture with its caption and credit.
    Figure(&'p Image<'p>),
    /// Any other block, wherever it stands.
    Block(&'p Block<'p>),
    /// The footnotes.
    Notes,
}

/// A host that may keep, wrap, change or replace what would have been shown.
///
/// ```
/// use newsprint::html::{Element, Name, Node};
/// use newsprint::view::{Host, Part};
///
/// /// Puts every figure into a division of the host's.
/// struct Framed;
/// impl Host for Framed {
///     fn show<'a>(&self, part: Part<'_>, built_in: Element<'a>) -> Node<'a> {
///         match part {
///             Part::Figure(_) => Element::classed(Name::Div, "frame").child(built_in).into(),
///             _ => built_in.into(),
///         }
///     }
/// }
/// ```
pub trait Host {
    /// Returns what is shown for a part.
    fn show<'a>(&self, part: Part<'_>, built_in: Element<'a>) -> Node<'a>;

    /// Returns what is shown for a block of which nothing would be: an advertisement, or a block that is not known.
    fn fill<'a>(&self, block: &Block<'_>) -> Option<Node<'a>> {
        let _ = block;
        None
    }
}

/// The host that keeps everything as it is.
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn;

impl Host for BuiltIn {
    fn show<'a>(&self, _: Part<'_>, built_in: Element<'a>) -> Node<'a> {
        built_in.into()
    }
}
