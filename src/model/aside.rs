//! What stands beside the running text: boxes, events, questions, figures, corrections; it knows nothing of their look.

use super::{Block, Date, Inline, Text};

/// A box beside the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Callout<'a> {
    /// What it is for.
    pub kind: CalloutKind,
    /// What it is called.
    pub title: Vec<Inline<'a>>,
    /// What it says.
    pub content: Vec<Block<'a>>,
}

/// What a box beside the text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalloutKind {
    /// A remark.
    Note,
    /// Something to be careful of.
    Warning,
    /// Something useful to know.
    Information,
    /// What the publisher has to declare.
    Disclaimer,
    /// Facts about the subject.
    FactBox,
    /// What a reader should take away.
    KeyPoints,
}

impl CalloutKind {
    /// Every kind with its name in the canonical format.
    pub const NAMES: [(Self, &'static str); 6] = [
        (Self::Note, "note"),
        (Self::Warning, "warning"),
        (Self::Information, "info"),
        (Self::Disclaimer, "disclaimer"),
        (Self::FactBox, "factbox"),
        (Self::KeyPoints, "keyPoints"),
    ];
}

/// What a reader can open (HTML `details`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details<'a> {
    /// What is read before it is opened.
    pub summary: Vec<Inline<'a>>,
    /// What is read after.
    pub content: Vec<Block<'a>>,
    /// Whether it is open from the beginning.
    pub is_open: bool,
}

/// Events in the order in which they happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline<'a> {
    /// What they have in common.
    pub title: Vec<Inline<'a>>,
    /// The events.
    pub events: Vec<Event<'a>>,
}

/// Something that happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event<'a> {
    /// When it happened; words such as "Spring 1911" will do.
    pub date: Option<Date<'a>>,
    /// What happened, in a few words.
    pub title: Vec<Inline<'a>>,
    /// What happened, in full.
    pub content: Vec<Block<'a>>,
}

/// Questions and their answers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Questions<'a> {
    /// What they are about.
    pub title: Vec<Inline<'a>>,
    /// The questions in their order.
    pub items: Vec<Question<'a>>,
}

/// A question and its answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question<'a> {
    /// What is asked.
    pub question: Vec<Inline<'a>>,
    /// What is answered.
    pub answer: Vec<Block<'a>>,
}

/// Terms and what they mean (HTML `dl`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DefinitionList<'a> {
    /// What they have in common.
    pub title: Vec<Inline<'a>>,
    /// The terms in their order.
    pub items: Vec<Definition<'a>>,
}

/// A term and what it means.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Definition<'a> {
    /// The term, or a figure.
    pub term: Vec<Inline<'a>>,
    /// What the term means, or what the figure counts.
    pub description: Vec<Block<'a>>,
    /// Whether the term is a figure that is to be seen from afar.
    pub is_number: bool,
}

/// What was wrong and is put right.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction<'a> {
    /// What it does.
    pub kind: CorrectionKind,
    /// When it was made.
    pub date: Option<Date<'a>>,
    /// What it says.
    pub content: Vec<Block<'a>>,
}

/// What a correction does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrectionKind {
    /// It puts a mistake right.
    Correction,
    /// It says more clearly what was meant.
    Clarification,
    /// It says what has happened since.
    Update,
    /// It says something about the article.
    EditorsNote,
}

impl CorrectionKind {
    /// Every kind with its name in the canonical format.
    pub const NAMES: [(Self, &'static str); 4] = [
        (Self::Correction, "correction"),
        (Self::Clarification, "clarification"),
        (Self::Update, "update"),
        (Self::EditorsNote, "editorsNote"),
    ];
}

/// How good a reviewer finds something (schema.org `Rating`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rating<'a> {
    /// What was given.
    pub value: Decimal,
    /// The least that can be given.
    pub min: Decimal,
    /// The most that can be given.
    pub max: Decimal,
    /// What is counted, such as `stars`.
    pub unit: Option<Text<'a>>,
}

/// A number with up to two digits after its point.
///
/// ```
/// use newsprint::model::Decimal;
/// assert_eq!(Decimal::parse("3.50").unwrap().to_string(), "3.5");
/// assert_eq!(Decimal::parse("4").unwrap().hundredths(), 400);
/// assert!(Decimal::parse("many").is_none());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(u32);

impl Decimal {
    /// Returns the number that the digits say, up to a million; further digits are cut off.
    #[must_use]
    pub fn parse(digits: &str) -> Option<Self> {
        let (whole, part) = digits.trim().split_once('.').unwrap_or((digits.trim(), ""));
        let whole = whole.parse::<u32>().ok().filter(|whole| *whole <= 1_000_000)?;
        if !part.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let mut hundredths = 0;
        for place in 0..2 {
            hundredths = hundredths * 10 + part.as_bytes().get(place).map_or(0, |digit| u32::from(digit - b'0'));
        }
        Some(Self(whole * 100 + hundredths))
    }

    /// Returns the whole number.
    #[must_use]
    pub fn whole(number: u32) -> Self {
        Self(number.min(1_000_000) * 100)
    }

    /// Returns the number that consists of so many hundredths.
    pub(crate) fn of_hundredths(hundredths: u32) -> Self {
        Self(hundredths)
    }

    /// Returns the hundredths that it consists of.
    #[must_use]
    pub fn hundredths(self) -> u32 {
        self.0
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match (part, part % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole}.{}", part / 10),
            _ => write!(f, "{whole}.{part:02}"),
        }
    }
}

/// Blocks that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group<'a> {
    /// What holds them together.
    pub role: Option<GroupRole>,
    /// How many stand side by side, at least 1.
    pub columns: Option<u32>,
    /// The blocks.
    pub content: Vec<Block<'a>>,
}

/// What holds the blocks of a group together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupRole {
    /// They are a part of the article.
    Section,
    /// They stand side by side.
    Layout,
    /// They are one thing among several.
    Card,
    /// They pass by while a picture stays.
    Scrolly,
}

impl GroupRole {
    /// Every role with its name in the canonical format.
    pub const NAMES: [(Self, &'static str); 4] =
        [(Self::Section, "section"), (Self::Layout, "layout"), (Self::Card, "card"), (Self::Scrolly, "scrolly")];
}
