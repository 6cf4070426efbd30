//! What pages show of an article once more above its text, who wrote it and where it stands; it knows names, not how
//! they are marked.

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Alt, Article, Block, Image, Inline, plain_text};
use crate::read::words;

/// Words of a line that is not yet the text.
const WORDS_OF_LINE: usize = 8;
/// Words that the alternative text of a portrait has beside the name, as in "Headshot of Ida Holm".
const WORDS_OF_PORTRAIT: usize = 3;

/// Drops the lines above the text that are nothing but the name of an author or of a step on the way to the article, and
/// portraits of an author.
pub(super) fn drop_repeated(article: &Article<'_>, blocks: &mut Vec<Block<'_>>, diagnostics: &mut Diagnostics) {
    let is_author = |text: &str, more: usize| {
        article.authors.iter().any(|author| {
            let own = words::count(&author.name);
            own > 1 && words::count(text) <= own + more && is_in(&author.name, text)
        })
    };
    let is_step = |text: &str| article.breadcrumb.iter().any(|step| words::are_same(&step.name, text.trim()));
    let is_portrait = |image: &Image<'_>| {
        let says_name = matches!(&image.alt, Alt::Text(alt) if is_author(alt, WORDS_OF_PORTRAIT));
        says_name && image.caption.is_empty() && image.credit.is_none()
    };
    let is_text =
        |block: &Block<'_>| matches!(block, Block::Paragraph(line) if words::count(&plain_text(line)) > WORDS_OF_LINE);
    let mut above = blocks.iter().position(is_text).unwrap_or_default();
    blocks.retain(|block| {
        let is_above = above > 0;
        above = above.saturating_sub(1);
        let is_repeated = is_above
            && if let Block::Paragraph(line) = block {
                is_author(&plain_text(line), 0) || is_step(&plain_text(line))
            } else if let Block::Heading(heading) = block {
                matches!(heading.content.as_slice(), [Inline::Link(_)]) && is_step(&plain_text(&heading.content))
            } else {
                matches!(block, Block::Image(image) if is_portrait(image))
            };
        if let Block::Image(image) = block
            && is_repeated
        {
            let message = "a portrait of who wrote the article is left out";
            diagnostics.add(Code::HtmlDropped, image.at.offset(), message);
        }
        !is_repeated
    });
}

/// Whether a text has a name in it, in whatever case.
fn is_in(name: &str, text: &str) -> bool {
    let small = |text: &str| text.chars().map(words::lower).collect::<String>();
    small(text).contains(&small(name))
}
