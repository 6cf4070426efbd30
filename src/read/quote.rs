//! Who is quoted: the last line of a quote that begins with a dash; it knows no format.

use super::words;
use crate::model::{Block, Inline, Mark, Quote, Text, plain_text};

/// Names, offices and works fit; a line of dialogue that goes on for longer names nobody.
const LONGEST: usize = 200;

/// Returns the quote that blocks are. Editors that have no place for whoever is quoted have them in the last line.
pub(super) fn block(content: Vec<Block<'_>>) -> Block<'_> {
    let (content, cite) = attribution(content);
    Block::Quote(Quote { content, cite, cite_url: None })
}

/// Returns the blocks of a quote and whoever is quoted, where nothing else says who it is.
pub(super) fn said_by<'a>(content: Vec<Block<'a>>, cite: Vec<Inline<'a>>) -> (Vec<Block<'a>>, Vec<Inline<'a>>) {
    if cite.is_empty() { attribution(content) } else { (content, cite) }
}

/// Returns whom a quote quotes: the dash before the name is ours to set, and so is its slant.
pub(super) fn cite(mut line: Vec<Inline<'_>>) -> Vec<Inline<'_>> {
    let is_alone = line.len() == 1;
    if let Some(Inline::Text(text)) = line.first_mut() {
        let rest = words::trim_start_of(text, "—–-― ");
        if rest.is_empty() && !is_alone {
            line.remove(0);
        } else if rest.len() < text.len() && !rest.is_empty() {
            *text = Text::from(rest.to_owned());
        }
    }
    while let [Inline::Marked(Mark::Emphasis, inside)] = line.as_mut_slice() {
        line = std::mem::take(inside);
    }
    line
}

/// Whether a line of Markdown names the one who is quoted. Three hyphens are an em dash.
pub(super) fn is_attribution(line: &str) -> bool {
    begins_with_dash(line) || (line.starts_with("---") && !line.starts_with("----"))
}

/// Returns the blocks of a quote without its attribution, and the attribution without its dash.
pub(super) fn attribution<'a>(mut content: Vec<Block<'a>>) -> (Vec<Block<'a>>, Vec<Inline<'a>>) {
    let has_more = content.len() > 1;
    let Some(Block::Paragraph(line)) = content.last_mut() else { return (content, Vec::new()) };
    let start = if has_more && is_dash(line.first()) { Some(0) } else { after_break(line) };
    let Some(start) = start.filter(|start| line.get(*start..).is_some_and(|cite| plain_text(cite).len() <= LONGEST))
    else {
        return (content, Vec::new());
    };
    let cite = line.split_off(start);
    if let [.., Inline::Break] = line.as_slice() {
        line.pop();
    }
    if line.is_empty() {
        content.pop();
    }
    (content, self::cite(cite))
}

fn after_break(line: &[Inline<'_>]) -> Option<usize> {
    let last = line.iter().rposition(|inline| matches!(inline, Inline::Break))?;
    is_dash(line.get(last + 1)).then_some(last + 1).filter(|_| last > 0)
}

fn is_dash(inline: Option<&Inline<'_>>) -> bool {
    matches!(inline, Some(Inline::Text(text)) if begins_with_dash(text))
}

fn begins_with_dash(text: &str) -> bool {
    words::begins_with(text, "—―")
}
