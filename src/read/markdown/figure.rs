//! Pictures alone in their paragraph, and the lines after them that are their captions and credits; it knows nothing
//! of how a credit is spelt.
//!
//! Markdown has no figures. What authors write is a picture alone in its paragraph, and then one of: a title, a line
//! in emphasis, a line in brackets that names the photographer.

use super::line::{Finished, is_space};
use crate::model::{Cell, Credit, Image, Inline, InlineImage, Mark, Table, Text, Url, is_blank, plain_line};
use crate::read::credit;

/// Returns the figures that a paragraph consists of, and what of it is neither figure nor caption nor credit: all of
/// it, if a picture stands among words.
pub(super) fn figures(line: Finished<'_>) -> (Vec<Image<'_>>, Vec<Inline<'_>>) {
    let Finished { mut content, titles } = line;
    let start_of_rest = content.iter().position(|inline| !is_picture(inline) && !is_space(inline));
    let rest = content.split_off(start_of_rest.unwrap_or(content.len()));
    let pictures = content.iter().filter(|inline| is_picture(inline)).count();
    if pictures != titles.len() || !rest.iter().all(may_be_caption) {
        content.extend(rest);
        return (Vec::new(), content);
    }
    let mut images = Vec::new();
    let mut titles = titles.into_iter();
    for inline in content {
        if let Some((picture, href)) = picture(inline) {
            images.push(figure(picture, href, titles.next().flatten()));
        }
    }
    let rest = if let Some(image) = images.last_mut() { adopt(image, rest) } else { rest };
    (images, rest)
}

/// Gives a line that stands after a figure to the figure. Returns what is neither its caption nor its credit.
pub(super) fn adopt<'a>(image: &mut Image<'a>, line: Vec<Inline<'a>>) -> Vec<Inline<'a>> {
    if !line.iter().all(may_be_caption) {
        return line;
    }
    let mut rest = Vec::new();
    for part in line {
        if !is_space(&part)
            && let Some(part) = take(image, part)
        {
            rest.push(part);
        }
    }
    rest
}

/// Returns the figures that a table is whose head is pictures and whose one row is what stands below each, as authors
/// write it where there are no captions.
pub(super) fn of_table<'a>(table: &mut Table<'a>) -> Vec<Image<'a>> {
    let ([head], [row]) = (table.head.as_mut_slice(), table.body.as_mut_slice()) else { return Vec::new() };
    let is_alone = |cell: &Cell<'_>| matches!(cell.content.as_slice(), [inline] if is_picture(inline));
    if head.len() != row.len() || !head.iter().all(is_alone) || row.iter().any(|cell| is_blank(&cell.content)) {
        return Vec::new();
    }
    let pictures = head.iter_mut().filter_map(|cell| picture(cell.content.pop()?));
    let images = pictures.zip(row).map(|((picture, href), cell)| {
        let mut line = std::mem::take(&mut cell.content);
        if let [Inline::Marked(Mark::Emphasis, inside)] = line.as_mut_slice() {
            line = std::mem::take(inside);
        }
        let (caption, credit) = credit::split(line);
        Image { caption, credit, ..figure(picture, href, None) }
    });
    images.collect()
}

fn take<'a>(image: &mut Image<'a>, part: Inline<'a>) -> Option<Inline<'a>> {
    match (part, image.credit.is_some()) {
        (Inline::Marked(Mark::Emphasis, caption), true) if image.caption.is_empty() => image.caption = caption,
        (Inline::Marked(Mark::Emphasis, caption), false) if image.caption.is_empty() => {
            (image.caption, image.credit) = credit::split(caption);
        }
        (Inline::Marked(mark, line), false) => match credit_alone(&line) {
            Some(credit) => image.credit = Some(credit),
            None => return Some(Inline::Marked(mark, line)),
        },
        (Inline::Text(text), false) => match credit::split(vec![Inline::Text(text.clone().trimmed())]) {
            (caption, credit @ Some(_)) if caption.is_empty() || image.caption.is_empty() => {
                image.credit = credit;
                image.caption.extend(caption);
            }
            _ => return Some(Inline::Text(text)),
        },
        (part, _) => return Some(part),
    }
    None
}

fn figure<'a>(picture: InlineImage<'a>, href: Option<Url<'a>>, title: Option<Text<'a>>) -> Image<'a> {
    let InlineImage { src, alt, width, height, at } = picture;
    let (caption, credit) = title.map(|title| credit::split(plain_line(title))).unwrap_or_default();
    Image { src, alt, width, height, at, caption, credit, href, ..Image::default() }
}

fn picture<'a>(inline: Inline<'a>) -> Option<(InlineImage<'a>, Option<Url<'a>>)> {
    let (mut inline, mut href) = (inline, None);
    if let Inline::Link(mut link) = inline {
        (inline, href) = (link.content.pop()?, link.href);
    }
    if let Inline::Image(image) = inline { Some((image, href)) } else { None }
}

/// Whether it is a picture, or a link around one.
fn is_picture(inline: &Inline<'_>) -> bool {
    let inline = if let Inline::Link(link) = inline { link.content.as_slice() } else { std::slice::from_ref(inline) };
    matches!(inline, [Inline::Image(_)])
}

/// Whether a part of a line can be a caption or a credit: it is in emphasis, or a credit in bold, or it is short and ends in a
/// credit that names somebody, or in nothing but one in brackets.
fn may_be_caption(inline: &Inline<'_>) -> bool {
    const LONGEST: usize = 300;
    if let Inline::Marked(Mark::Strong, line) = inline {
        return credit_alone(line).is_some();
    }
    let Inline::Text(text) = inline else {
        return is_space(inline) || matches!(inline, Inline::Marked(Mark::Emphasis, _));
    };
    if text.len() > LONGEST || text.is_blank() {
        return text.is_blank();
    }
    let (caption, credit) = credit::split(vec![inline.clone()]);
    let is_alone = caption.is_empty() && text.trim_start().starts_with('(');
    credit.is_some_and(|credit| is_alone || (!credit.is_hidden && (credit.is_labelled || !credit.creators.is_empty())))
}

/// The credit that a line consists of, if it is nothing else.
fn credit_alone<'a>(line: &[Inline<'a>]) -> Option<Credit<'a>> {
    let (caption, credit) = credit::split(Vec::from(line));
    credit.filter(|_| caption.is_empty())
}
