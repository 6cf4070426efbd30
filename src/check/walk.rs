//! Visits every line, picture and heading of an article, wherever it stands.

use crate::model::{Article, Block, BlockPart, Image, Inline};

/// Calls `visit` with every block of the article, outer ones first.
pub(super) fn blocks<'b>(article: &'b Article<'b>, visit: &mut dyn FnMut(&'b Block<'b>)) {
    each(&article.standfirst, visit);
    each(article.lead_media.as_slice(), visit);
    article.corrections.iter().for_each(|correction| each(&correction.content, visit));
    each(&article.body, visit);
    for post in &article.updates {
        each(&post.body, visit);
    }
    for note in &article.notes {
        each(&note.content, visit);
    }
}

/// The depth of blocks is bounded where they are read, so this cannot exhaust the stack.
fn each<'b>(blocks: &'b [Block<'b>], visit: &mut dyn FnMut(&'b Block<'b>)) {
    for block in blocks {
        visit(block);
        block.parts(&mut |part| {
            if let BlockPart::Blocks(inner) = part {
                each(inner, visit);
            }
        });
    }
}

/// Calls `visit` with every picture that has a place of its own.
pub(super) fn images<'b>(article: &'b Article<'b>, visit: &mut dyn FnMut(&'b Image<'b>)) {
    blocks(article, &mut |block| {
        block.parts(&mut |part| {
            if let BlockPart::Image(image) = part {
                visit(image);
            }
        });
    });
}

/// Calls `visit` with every piece of every line, outer ones first.
pub(super) fn inlines<'b>(article: &'b Article<'b>, visit: &mut dyn FnMut(&'b Inline<'b>)) {
    for header in [&article.kicker, &article.headline, &article.byline] {
        line(header, visit);
    }
    article.updates.iter().for_each(|post| line(&post.headline, visit));
    for card in &article.related {
        line(&card.title, visit);
        line(&card.description, visit);
    }
    blocks(article, &mut |block| {
        block.parts(&mut |part| match part {
            BlockPart::Line(content) => line(content, visit),
            BlockPart::Image(image) => line(&image.caption, visit),
            BlockPart::Blocks(_) => {}
        });
    });
}

/// The depth of inlines is bounded where they are read, so this cannot exhaust the stack.
fn line<'b>(content: &'b [Inline<'b>], visit: &mut dyn FnMut(&'b Inline<'b>)) {
    for inline in content {
        visit(inline);
        line(inline.content(), visit);
    }
}
