//! Visits every line, picture and heading of an article, wherever it stands.

use crate::model::{Article, Block, Image, Inline};

/// Calls `visit` with every block of the article, outer ones first.
pub(super) fn blocks<'b>(article: &'b Article<'b>, visit: &mut dyn FnMut(&'b Block<'b>)) {
    each(&article.standfirst, visit);
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
        match block {
            Block::List(list) => list.items.iter().for_each(|item| each(&item.content, visit)),
            Block::Quote(quote) => each(&quote.content, visit),
            Block::Unknown(unknown) => each(&unknown.content, visit),
            Block::Paragraph(_)
            | Block::Heading(_)
            | Block::Pullquote(_)
            | Block::Image(_)
            | Block::Table(_)
            | Block::Code(_)
            | Block::Divider => {}
        }
    }
}

/// Calls `visit` with every picture that has a place of its own.
pub(super) fn images<'b>(article: &'b Article<'b>, visit: &mut dyn FnMut(&'b Image<'b>)) {
    article.lead_media.iter().for_each(&mut *visit);
    blocks(article, &mut |block| {
        if let Block::Image(image) = block {
            visit(image);
        }
    });
}

/// Calls `visit` with every piece of every line, outer ones first.
pub(super) fn inlines<'b>(article: &'b Article<'b>, visit: &mut dyn FnMut(&'b Inline<'b>)) {
    for header in [&article.kicker, &article.headline, &article.byline] {
        line(header, visit);
    }
    article.updates.iter().for_each(|post| line(&post.headline, visit));
    article.lead_media.iter().for_each(|image| line(&image.caption, visit));
    blocks(article, &mut |block| match block {
        Block::Paragraph(content) => line(content, visit),
        Block::Heading(heading) => line(&heading.content, visit),
        Block::Quote(quote) => line(&quote.cite, visit),
        Block::Pullquote(pullquote) => {
            line(&pullquote.content, visit);
            line(&pullquote.cite, visit);
        }
        Block::Image(image) => line(&image.caption, visit),
        Block::Table(table) => {
            line(&table.caption, visit);
            let rows = table.head.iter().chain(&table.body).chain(&table.foot);
            rows.flatten().for_each(|cell| line(&cell.content, visit));
        }
        Block::List(_) | Block::Code(_) | Block::Divider | Block::Unknown(_) => {}
    });
}

/// The depth of inlines is bounded where they are read, so this cannot exhaust the stack.
fn line<'b>(content: &'b [Inline<'b>], visit: &mut dyn FnMut(&'b Inline<'b>)) {
    for inline in content {
        visit(inline);
        line(inline.content(), visit);
    }
}
