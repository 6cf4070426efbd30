//! What an article is made of between its header and its notes; it knows nothing of elements or classes.

use super::{
    At, Callout, Correction, DefinitionList, Details, Embed, Gallery, Group, Image, Inline, LinkCard, LinkList,
    Questions, Rating, Recording, Text, Timeline, Url,
};

/// A block of the body.
#[derive(Clone, Debug, PartialEq)]
pub enum Block<'a> {
    /// A paragraph of text.
    Paragraph(Vec<Inline<'a>>),
    /// A paragraph that opens the article or a part of it, with a large first letter.
    DropCap(Vec<Inline<'a>>),
    /// A heading of the body; the headline is the article's.
    Heading(Heading<'a>),
    /// A list with or without numbers.
    List(List<'a>),
    /// Somebody's words, set apart (HTML `blockquote`).
    Quote(Quote<'a>),
    /// Words of the article itself, repeated large.
    Pullquote(Pullquote<'a>),
    /// A picture with its caption and credit.
    Image(Box<Image<'a>>),
    /// Pictures that belong together.
    Gallery(Box<Gallery<'a>>),
    /// Film or sound.
    Recording(Box<Recording<'a>>),
    /// What another site shows.
    Embed(Box<Embed<'a>>),
    /// A table of data.
    Table(Table<'a>),
    /// Lines of code.
    Code(Code<'a>),
    /// Lines whose breaks and spaces count, such as verse.
    Preformatted(Vec<Inline<'a>>),
    /// A change of subject (HTML `hr`).
    Divider,
    /// A link to one other page, with what it is about.
    LinkCard(Box<LinkCard<'a>>),
    /// Links to other pages.
    LinkList(Box<LinkList<'a>>),
    /// What stands beside the text: a note, a warning, a fact box, the key points.
    Callout(Box<Callout<'a>>),
    /// What a reader can open (HTML `details`).
    Details(Box<Details<'a>>),
    /// Events in the order in which they happened.
    Timeline(Box<Timeline<'a>>),
    /// Questions and their answers.
    Questions(Box<Questions<'a>>),
    /// Terms and what they mean, or figures and what they count.
    Definitions(Box<DefinitionList<'a>>),
    /// What was wrong and is put right.
    Correction(Box<Correction<'a>>),
    /// How good a reviewer finds something.
    Rating(Rating<'a>),
    /// Blocks that belong together.
    Group(Box<Group<'a>>),
    /// Where the free part of an article ends.
    Paywall,
    /// Where an advertisement may stand.
    Ad,
    /// What a format has and Newsprint does not; its text is kept.
    Unknown(Unknown<'a>),
}

/// Large parts are boxed, so that a block is small. One place does it, since the code for it is large too.
macro_rules! boxed {
    ($($kind:ident $part:ident)*) => {$(
        impl<'a> From<$part<'a>> for Block<'a> {
            #[inline(never)]
            fn from(part: $part<'a>) -> Self {
                Self::$kind(Box::new(part))
            }
        }
    )*};
}

boxed! {
    Image Image
    Gallery Gallery
    Recording Recording
    Embed Embed
    LinkCard LinkCard
    LinkList LinkList
    Callout Callout
    Details Details
    Timeline Timeline
    Questions Questions
    Definitions DefinitionList
    Correction Correction
    Group Group
}

/// A heading in the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading<'a> {
    /// 1 to 6, counted in the article: 1 is the headline's, 2 the first heading's below it.
    pub level: u8,
    /// The words.
    pub content: Vec<Inline<'a>>,
    /// The identifier that the source gives it, without a prefix.
    pub id: Option<Text<'a>>,
    /// Where it stands in the source.
    pub at: At,
}

/// A list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List<'a> {
    /// The number of the first item of a numbered list; nothing for a list without numbers.
    pub start: Option<u32>,
    /// The items.
    pub items: Vec<ListItem<'a>>,
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListItem<'a> {
    /// What it says.
    pub content: Vec<Block<'a>>,
    /// For a task: whether it is done.
    pub checked: Option<bool>,
}

/// Somebody else's words, at length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quote<'a> {
    /// The words.
    pub content: Vec<Block<'a>>,
    /// Whose words they are.
    pub cite: Vec<Inline<'a>>,
    /// Where they were first published.
    pub cite_url: Option<Url<'a>>,
}

/// A sentence of the article, set large to catch the eye.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pullquote<'a> {
    /// The sentence.
    pub content: Vec<Inline<'a>>,
    /// Who said it.
    pub cite: Vec<Inline<'a>>,
}

/// A table of data; never used for layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table<'a> {
    /// What the table shows.
    pub caption: Vec<Inline<'a>>,
    /// The rows that name the columns.
    pub head: Vec<Vec<Cell<'a>>>,
    /// The rows of data.
    pub body: Vec<Vec<Cell<'a>>>,
    /// The rows that sum up.
    pub foot: Vec<Vec<Cell<'a>>>,
    /// What a reader must know to read the figures.
    pub note: Vec<Inline<'a>>,
    /// Who gathered the figures.
    pub source: Vec<Inline<'a>>,
    /// Where it stands in the source.
    pub at: At,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell<'a> {
    /// What it says.
    pub content: Vec<Inline<'a>>,
    /// Whether it names its row or column, and which; cells of the head always do.
    pub scope: Option<Scope>,
    /// How many columns it spans, at least 1.
    pub colspan: u32,
    /// How many rows it spans, at least 1.
    pub rowspan: u32,
    /// How its text is aligned.
    pub align: Option<Align>,
}

impl Default for Cell<'_> {
    fn default() -> Self {
        Self { content: Vec::new(), scope: None, colspan: 1, rowspan: 1, align: None }
    }
}

/// What a header cell names (HTML `scope`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Its column.
    Column,
    /// Its row.
    Row,
}

/// How the text of a cell is aligned, in the direction of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the start of the line.
    Start,
    /// In the middle.
    Center,
    /// At the end of the line.
    End,
}

impl Align {
    /// Every alignment with the name that the canonical format gives it.
    pub const NAMES: [(Self, &'static str); 3] = [(Self::Start, "start"), (Self::Center, "center"), (Self::End, "end")];
}

/// Lines of a computer's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Code<'a> {
    /// The language's name, such as `rust`.
    pub language: Option<Text<'a>>,
    /// The lines.
    pub text: Text<'a>,
    /// What the lines do.
    pub caption: Vec<Inline<'a>>,
}

/// Returns what stands before the first wall of a body, that wall, and what stands behind it; other walls are nothing.
#[must_use]
pub fn at_wall<'b, 'a>(blocks: &'b [Block<'a>]) -> Option<(&'b [Block<'a>], &'b Block<'a>, &'b [Block<'a>])> {
    let is_wall = |block: &Block<'_>| matches!(block, Block::Paywall);
    let (free, [wall, paid @ ..]) = blocks.split_at_checked(blocks.iter().position(is_wall)?)? else { return None };
    Some((free, wall, if paid.iter().all(is_wall) { &[] } else { paid }))
}

/// A block that the format has and Newsprint does not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unknown<'a> {
    /// The name that the source gives the block.
    pub name: Text<'a>,
    /// What of it can be read.
    pub content: Vec<Block<'a>>,
}
