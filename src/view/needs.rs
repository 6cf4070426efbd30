//! Tells what few articles have, which a page may have to fetch before it can show one; it shows nothing.

use crate::model::{Article, Block, BlockPart};

/// Returns whether an article has it.
pub(crate) fn has_rare(article: &Article<'_>) -> bool {
    let mut blocks = [article.standfirst.as_slice(), article.lead_media.as_slice(), &article.body]
        .into_iter()
        .chain(article.notes.iter().map(|note| note.content.as_slice()));
    !article.updates.is_empty() || !article.corrections.is_empty() || blocks.any(have_rare)
}

/// The depth of blocks is bounded where they are read, so this cannot exhaust the stack.
fn have_rare(blocks: &[Block<'_>]) -> bool {
    blocks.iter().any(|block| {
        let mut is_rare = is_rare(block);
        block.parts(&mut |part| {
            if let BlockPart::Blocks(blocks) = part {
                is_rare = is_rare || have_rare(blocks);
            }
        });
        is_rare
    })
}

/// Whether the rare blocks have it.
fn is_rare(block: &Block<'_>) -> bool {
    !matches!(
        block,
        Block::Paragraph(_)
            | Block::DropCap(_)
            | Block::Heading(_)
            | Block::List(_)
            | Block::Quote(_)
            | Block::Image(_)
            | Block::Divider
            | Block::Paywall
            | Block::Ad
    )
}
