//! Writes what stands so deep that JSON has little room left for it.

use crate::json::Writer;
use crate::model::{Block, BlockPart};

use super::{write_block as write_whole, write_blocks};

/// Room for a block that holds no others and for some marks in its lines.
const ROOM_FOR_BLOCK: usize = 32;

/// Room for a picture, or for the words of a line.
const ROOM_FOR_WORDS: usize = 8;

/// Whether blocks are written one after the other here.
pub(super) fn is_deep(json: &Writer) -> bool {
    json.left() < ROOM_FOR_BLOCK
}

/// Whether lines lose their marks here, and people their pictures.
pub(super) fn is_deepest(json: &Writer) -> bool {
    json.left() < ROOM_FOR_WORDS
}

/// Writes a block without the blocks in it, and those after it. Of one that is no more than what it holds, the lines
/// stay.
///
/// The depth of blocks is bounded where they are read, so this cannot exhaust the stack.
pub(super) fn write_block(block: &Block<'_>, json: &mut Writer) {
    let mut holds_blocks = false;
    block.parts(&mut |part| holds_blocks |= matches!(part, BlockPart::Blocks([_, ..])));
    if !holds_blocks {
        return write_whole(block, json);
    }
    let media = without_blocks(block);
    if let Some(media) = &media {
        write_whole(media, json);
    }
    block.parts(&mut |part| match part {
        BlockPart::Blocks(blocks) => write_blocks(blocks, json),
        BlockPart::Line(content) if media.is_none() && !content.is_empty() => {
            write_whole(&Block::Paragraph(content.to_vec()), json);
        }
        BlockPart::Line(_) | BlockPart::Image(_) => {}
    });
}

/// Returns what is shown without its blocks, which say it in words.
fn without_blocks<'a>(block: &Block<'a>) -> Option<Block<'a>> {
    if !matches!(block, Block::Image(_) | Block::Gallery(_) | Block::Recording(_) | Block::Embed(_)) {
        return None;
    }
    let mut block = block.clone();
    if let Block::Image(image) = &mut block {
        image.long_description.clear();
    }
    if let Block::Gallery(gallery) = &mut block {
        gallery.items.iter_mut().for_each(|image| image.long_description.clear());
    }
    if let Block::Recording(recording) = &mut block {
        recording.transcript.clear();
    }
    if let Block::Embed(embed) = &mut block {
        embed.fallback.clear();
    }
    Some(block)
}
