//! A piece of a source that has a syntax of its own, such as HTML in a JSON string; it knows where the piece lies, not
//! what it says.

use std::borrow::Cow;

use crate::model::{Article, At, Block, Note};

/// What a piece says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Body<'a> {
    /// The blocks.
    pub(super) blocks: Vec<Block<'a>>,
    /// The footnotes.
    pub(super) notes: Vec<Note<'a>>,
}

impl<'a> Body<'a> {
    /// Returns the blocks, and puts the footnotes to those that were found so far.
    pub(super) fn keep_notes(self, notes: &mut Vec<Note<'a>>) -> Vec<Block<'a>> {
        notes.extend(self.notes);
        self.blocks
    }
}

/// What stands in the record of a CMS says nothing but the body.
impl<'a> From<Body<'a>> for Article<'a> {
    fn from(body: Body<'a>) -> Self {
        Self { body: body.blocks, notes: body.notes, ..Self::default() }
    }
}

/// Where a piece lies in the source.
#[derive(Clone, Copy, Debug)]
pub(super) enum Base {
    /// It is part of the source, and begins at this offset.
    Exact(usize),
    /// It was made from what stands at this offset, such as a JSON string with escapes.
    Around(usize),
}

impl Base {
    /// Returns where in the source an offset in the piece is.
    pub(super) fn offset(self, in_piece: usize) -> usize {
        match self {
            Self::Exact(start) => start + in_piece,
            Self::Around(place) => place,
        }
    }

    /// Returns the place of an offset in the piece.
    pub(super) fn at(self, in_piece: usize) -> At {
        At::new(self.offset(in_piece))
    }
}

/// Makes the article's text of a piece's: it borrows if the piece lives as long as the article, and copies if not.
pub(super) type Own<'s, 'a> = fn(Cow<'s, str>) -> Cow<'a, str>;

/// Copies what does not live as long as the article.
pub(super) fn copied<'a>(text: Cow<'_, str>) -> Cow<'a, str> {
    Cow::Owned(text.into_owned())
}
