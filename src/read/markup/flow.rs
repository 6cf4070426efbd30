//! What has been read of an element so far; it knows blocks and lines, not elements.

use super::line::Line;
use crate::model::Block;

/// Blocks being put together, and the line after the last of them.
#[derive(Default)]
pub(super) struct Flow<'a> {
    pub(super) blocks: Vec<Block<'a>>,
    pub(super) line: Line<'a>,
    /// How many blocks there were after the last picture that is no figure.
    pub(super) picture: usize,
    /// How many blocks there were when the box began that is being read.
    pub(super) before: usize,
}
