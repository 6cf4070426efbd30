//! What of a body's first blocks belongs above the body: headline, standfirst, lead picture; it knows no Markdown.

use crate::model::{Article, Block, BlockPart, Inline, Mark, is_letter_or_digit, plain_text};
use crate::read::text::header;
use crate::read::{pictures, prose, words};

/// Gives the blocks to the article: the first ones to its header where they are its headline, standfirst or lead
/// picture, the rest to its body. What the header says already stays.
pub(super) fn open<'a>(article: &mut Article<'a>, mut blocks: Vec<Block<'a>>) {
    headline(article, &mut blocks);
    // There is nothing before them to divide.
    let first = blocks.iter().position(|block| !matches!(block, Block::Divider)).unwrap_or_default();
    blocks.drain(..first);
    while header_line(article, &mut blocks) || standfirst(article, &mut blocks) {}
    lead_media(article, &mut blocks);
    // Below a picture, what is in emphasis may be a note of the editors.
    if let Some(Block::Paragraph(line)) = blocks.first()
        && matches!(line.as_slice(), [Inline::Marked(Mark::Strong, _)])
    {
        standfirst(article, &mut blocks);
    }
    article.body = blocks;
}

/// A heading of the first level that opens the body is the headline, or says it again.
pub(super) fn headline<'a>(article: &mut Article<'a>, blocks: &mut Vec<Block<'a>>) {
    let Some(Block::Heading(heading)) = blocks.first_mut() else { return };
    if heading.level != 1 {
        return;
    }
    if article.headline.is_empty() {
        article.headline = std::mem::take(&mut heading.content);
    } else if !same_words(&article.headline, &heading.content) {
        return;
    }
    blocks.remove(0);
}

/// Takes a paragraph right under the headline that is a byline or has nothing but dates, or says the byline again.
fn header_line<'a>(article: &mut Article<'a>, blocks: &mut Vec<Block<'a>>) -> bool {
    let [Block::Paragraph(line), _, ..] = blocks.as_mut_slice() else { return false };
    let text = plain_text(line);
    let has_byline = !article.byline.is_empty() || !article.authors.is_empty();
    let is_taken = if article.headline.is_empty() {
        false
    } else if has_byline && same_words(&article.byline, line) {
        true
    } else if !prose::has_link(line) {
        header::take_copied(text.trim(), article)
    } else if !has_byline && header::byline(&text).is_some() {
        article.byline = std::mem::take(line);
        true
    } else {
        false
    };
    blocks.drain(..usize::from(is_taken));
    is_taken
}

/// A paragraph right under the headline that is in bold or in emphasis from its first word to its last sums the
/// article up, if there is more to sum up.
fn standfirst<'a>(article: &mut Article<'a>, blocks: &mut Vec<Block<'a>>) -> bool {
    if article.headline.is_empty() || !article.standfirst.is_empty() {
        return false;
    }
    // What stands above a list is the heading of that.
    let [Block::Paragraph(line), next, ..] = blocks.as_mut_slice() else { return false };
    if !matches!(line.as_slice(), [Inline::Marked(Mark::Strong | Mark::Emphasis, _)]) || matches!(next, Block::List(_))
    {
        return false;
    }
    article.standfirst = vec![Block::Paragraph(without_marks(std::mem::take(line)))];
    blocks.remove(0);
    true
}

/// A figure that opens the body leads the article, or is the picture that leads it already. A body that comes without
/// a headline is not the whole article: what leads that is not for it to say.
fn lead_media<'a>(article: &mut Article<'a>, blocks: &mut Vec<Block<'a>>) {
    let Some(Block::Image(image)) = blocks.first_mut() else { return };
    match &mut article.lead_media {
        None if article.headline.is_empty() => {}
        None => article.lead_media = Some(blocks.remove(0)),
        Some(Block::Image(lead)) if pictures::is_same(lead, image) => {
            pictures::complete(lead, std::mem::take(&mut **image));
            blocks.remove(0);
        }
        Some(_) => {}
    }
}

/// The words of a line that one mark, or one inside of another, sets off from end to end.
pub(super) fn without_marks(mut line: Vec<Inline<'_>>) -> Vec<Inline<'_>> {
    while let [Inline::Marked(Mark::Strong | Mark::Emphasis, content)] = line.as_mut_slice() {
        line = std::mem::take(content);
    }
    line
}

/// Quotation marks and dashes are set by us in the body and by nobody in the front matter, so only letters count.
fn same_words(one: &[Inline<'_>], other: &[Inline<'_>]) -> bool {
    let (one, other) = (plain_text(one), plain_text(other));
    let (mut one, mut other) = (one.as_str(), other.as_str());
    loop {
        match (next_letter(&mut one), next_letter(&mut other)) {
            (None, None) => return true,
            (one, other) if one != other => return false,
            _ => {}
        }
    }
}

fn next_letter(text: &mut &str) -> Option<char> {
    let letter = text.find(is_letter_or_digit)?;
    let mut rest = text.get(letter..)?.chars();
    let letter = rest.next().map(words::lower);
    *text = rest.as_str();
    letter
}

/// Drops a summary that is no more than the beginning of the body, as systems cut it off.
pub(super) fn drop_repeated_summary(article: &mut Article<'_>) {
    if is_beginning(&article.standfirst, &article.body) {
        article.standfirst = Vec::new();
    } else if let Some((_, summary)) = article.standfirst.split_first()
        && is_beginning(summary, &article.body)
    {
        article.standfirst.truncate(1);
    }
}

/// Whether a summary is the one that a system makes of the first words of the body; what is no text, such as a picture
/// with its caption, it passes over.
pub(super) fn is_beginning(summary: &[Block<'_>], body: &[Block<'_>]) -> bool {
    const MOST_PASSED_OVER: usize = 8;
    let mut letters = String::new();
    add_lines(summary, usize::MAX, &mut letters);
    letters.retain(is_letter_or_digit);
    let mut lines = String::new();
    add_lines(body, letters.len() * 3 + 4096, &mut lines);
    let mut starts = Some(0).into_iter().chain(lines.match_indices('\n').map(|(at, _)| at)).take(MOST_PASSED_OVER);
    !letters.is_empty() && starts.any(|start| lines.get(start..).is_some_and(|rest| begins(rest, &letters)))
}

fn begins(text: &str, letters: &str) -> bool {
    let mut others = text.chars().filter(|c| is_letter_or_digit(*c));
    letters.chars().all(|letter| others.next() == Some(letter))
}

/// Adds the lines of blocks, those of headings and lists included, until there are enough. The depth of blocks is
/// bounded where they are read.
fn add_lines(blocks: &[Block<'_>], enough: usize, out: &mut String) {
    for block in blocks {
        if out.len() >= enough {
            return;
        }
        block.parts(&mut |part| match part {
            BlockPart::Line(line) => {
                out.push_str(&plain_text(line));
                out.push('\n');
            }
            BlockPart::Blocks(blocks) => add_lines(blocks, enough, out),
            BlockPart::Image(_) => {}
        });
    }
}

/// Returns the HTML of an excerpt without what says that there is more to read, which is not the author's.
pub(super) fn excerpt(html: &str) -> String {
    let class = html.find("class=\"more-link").or_else(|| html.find("class=\"read-more"));
    let link = class.and_then(|class| html.get(..class)?.rfind("<a"));
    let html = link.and_then(|link| html.get(..link)).unwrap_or(html);
    html.replace(" [&hellip;]", "").replace(" [\u{2026}]", "")
}
