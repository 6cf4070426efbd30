//! Figures: what they show, with their caption and their credit; it knows nothing of how a credit is spelt.

use super::caption::{self, Captions};
use super::flow::Flow;
use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, aside, image};
use crate::model::{
    At, Block, Credit, Gallery, Image, Inline, Link, Pullquote, Quote, Text, Url, are_same, plain_line, plain_text,
};
use crate::read::figure::captioned;
use crate::read::{credit, embeds, pictures, prose, quote, words};

/// How many texts with words may be in a box that has nothing but a quote.
const WORDS_OF_QUOTE: u32 = 64;

/// What stands before a credit and says no more than that it is one.
const LABELS: &str = "credit|photo|photo credit|image|image credit|picture|foto|bild|crédit|crédit photo|crédito";

/// The caption and the credit of a figure.
type Caption<'a> = (Vec<Inline<'a>>, Option<Credit<'a>>);

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Adds what a figure shows, with its caption and credit.
    pub(super) fn figure(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        if self.card(node, out) {
            return;
        }
        if node.is_called("callout") {
            return self.aside(node, out);
        }
        self.end_line(node, out);
        let mut captions = Captions::of(node);
        // A box in a figure may have them too; they are the figure's.
        captions.captions.retain(|caption| !self.notes.is_elsewhere(*caption));
        captions.credits.retain(|credit| !self.notes.is_elsewhere(*credit));
        let (mut line, mut credit) = self.caption(&captions);
        // Gannett's script takes them from attributes.
        if let Some(caption) = node.find(Tag::Figcaption).filter(|caption| caption.words() == 0) {
            line = self.attribute(caption, "data-c-caption").map(plain_line).unwrap_or(line);
            credit = self.attribute(caption, "data-c-credit").map(credit::credit).or(credit);
        }
        let elsewhere = self.notes.set_aside(&captions.captions);
        self.notes.set_aside(&captions.credits);
        let is_pulled = self.is_pulled || node.is_called_like(aside::PULLED);
        let outside = std::mem::replace(&mut self.is_pulled, is_pulled);
        let mut blocks = match self.embedded_post(node).or_else(|| self.address_in(node)) {
            Some(post) => Vec::from_iter(self.is_another(node).then_some(post)),
            None => self.blocks(node),
        };
        self.is_pulled = outside;
        self.notes.forget(elsewhere);
        // Names beside a picture that has a caption are who made it.
        if !line.is_empty()
            && credit.is_none()
            && let [Block::Image(_), Block::Paragraph(names)] = blocks.as_mut_slice()
            && credit::are_names(&plain_text(names))
        {
            credit = credit_of(std::mem::take(names));
            blocks.pop();
        }
        let mut blocks = shown(blocks, node, self.at(node));
        // Where there is a caption, other words are none.
        if line.is_empty() {
            blocks = with_caption(blocks);
        }
        let has_caption = !line.is_empty() || credit.is_some();
        // A caption alone is that of a picture that a script was to show.
        if blocks.is_empty() && has_caption && node.is(Tag::Figure) && self.is_another(node) {
            // Microdata may name it.
            let named = self.attribute(node, "itemid").filter(|address| pictures::is_file(address));
            let src = named.and_then(|address| self.media_url(node, address));
            blocks.push(Block::from(Image { src, at: self.at(node), ..Image::default() }));
        }
        self.place(node, blocks, (line, credit), out);
    }

    /// Adds the blocks of a figure, the caption given to the one that it belongs to.
    fn place(&mut self, node: Node<'t, 's>, mut blocks: Vec<Block<'a>>, caption: Caption<'a>, out: &mut Flow<'a>) {
        let mut start = out.blocks.len();
        // They were counted where they were read: figures in figures have them all again.
        let has_room = |image: &Image<'_>| {
            (caption.0.is_empty() || image.caption.is_empty()) && (caption.1.is_none() || image.credit.is_none())
        };
        match (out.blocks.last_mut(), blocks.as_mut_slice()) {
            (Some(Block::Image(last)), [Block::Image(next)]) if pictures::is_again(last, next) && has_room(last) => {
                pictures::complete(last, std::mem::take(&mut **next));
                start -= 1;
            }
            _ => out.blocks.extend(blocks),
        }
        let new = out.blocks.get_mut(start..).unwrap_or_default();
        let mut rest = caption;
        for block in new.iter_mut() {
            if rest.0.is_empty() && rest.1.is_none() {
                break;
            }
            rest = give(block, rest);
        }
        let (side, width) = image::layout(node);
        for block in new {
            if let Block::Image(image) = block {
                image.side = side.or(image.side);
                image.width_on_page = width.or(image.width_on_page);
            } else if let Block::Embed(embed) = block
                && embed.title.is_none()
            {
                embed.title = self.attribute(node, "data-alt");
            }
        }
        // What nothing can take is still said.
        let (line, credit) = rest;
        for line in [line, credit.map(|credit| plain_line(credit.text)).unwrap_or_default()] {
            if !line.is_empty() {
                self.push(node, Block::Paragraph(line), out);
            }
        }
    }

    /// The address of what is embedded, where nothing but it stands in a figure.
    fn address_in(&self, node: Node<'t, 's>) -> Option<Block<'a>> {
        let captions = Captions::of(node);
        let of_captions: u32 = captions.captions.iter().chain(&captions.credits).map(|node| node.words()).sum();
        if node.pictures() > 0 || node.words() != of_captions + 1 {
            return None;
        }
        let is_text = |child: Node<'t, 's>| child.words() == 1 && !caption::is_caption(child);
        let address = embeds::sole_address(&node.child_that(&is_text)?.plain_text())?.to_owned();
        let url = Url::parse(address).ok()?;
        Some(Block::from(embeds::embed(url, self.at(node))))
    }

    fn caption(&mut self, captions: &Captions<'t, 's>) -> Caption<'a> {
        let credit = self.credit(&captions.credits);
        let elsewhere = self.notes.set_aside(&captions.credits);
        let wraps = std::mem::take(&mut self.wraps);
        let mut line = Vec::new();
        for caption in &captions.captions {
            if self.is_beside(*caption) {
                continue;
            }
            for part in self.lines_in(*caption) {
                if is_count(part.first_text()) || self.is_beside(part) {
                    continue;
                }
                let next = self.line(part);
                if !are_same(&next, &line) {
                    prose::add_below(&mut line, next);
                }
            }
        }
        self.wraps = wraps;
        self.notes.forget(elsewhere);
        if credit.is_some()
            && let Some(Inline::Text(text)) = line.last_mut()
        {
            let is_sign = |c: char| matches!(c, ' ' | '-' | '–' | '—' | '|' | '/');
            *text = text.slice(0..words::trim_end(text, is_sign).len());
        }
        credit::settle(line, credit)
    }

    /// The parts of a caption that touch each other, or else the caption.
    fn lines_in(&self, caption: Node<'t, 's>) -> Vec<Node<'t, 's>> {
        let parts: Vec<_> = caption.children().filter(|child| !self.notes.is_elsewhere(*child)).collect();
        let is_line = |part: &Node<'t, 's>| part.kind() == Some(Kind::Plain) && part.words() > 0;
        if parts.len() > 1 && parts.iter().all(is_line) { parts } else { vec![caption] }
    }

    /// What the credits of a figure say, as one.
    fn credit(&mut self, nodes: &[Node<'t, 's>]) -> Option<Credit<'a>> {
        let wraps = std::mem::take(&mut self.wraps);
        let mut line = Vec::new();
        for node in nodes {
            // A label in an element of its own touches the name behind it.
            let is_label = |part: Node<'t, 's>| {
                part.words() == 1 && node.words() > 1 && words::has_lower(LABELS, part.first_text())
            };
            let label = node.find_that(&is_label).filter(|label| label.first_text() == node.first_text());
            self.notes.set_aside(label.as_slice());
            let next = self.line(*node);
            if are_same(&next, &line) {
                continue;
            }
            if !line.is_empty() && !next.is_empty() {
                line.push(Inline::Text(" / ".into()));
            }
            line.extend(next);
        }
        self.wraps = wraps;
        credit_of(line)
    }

    /// Gives a caption or a credit that stands after a picture to the picture. Returns whether it was one.
    pub(super) fn adopt(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) -> bool {
        let is_caption = caption::is_caption(node);
        // Outside of the figure a byline is the author's.
        let is_credit = || caption::is_credit_alone(node) && !node.is_called("byline");
        if !out.line.is_blank() || !(is_caption || is_credit()) {
            return false;
        }
        let Some(Block::Image(image)) = out.blocks.last() else { return false };
        if is_caption && !image.caption.is_empty() {
            return false;
        }
        let mut captions = Captions::default();
        if is_caption {
            captions = Captions::of(node);
            captions.captions.push(node);
        } else {
            captions.credits.push(node);
        }
        let (line, credit) = self.caption(&captions);
        if let Some(Block::Image(image)) = out.blocks.last_mut() {
            if !line.is_empty() {
                image.caption = line;
            }
            image.credit = match (image.credit.take(), credit) {
                (Some(own), Some(more)) if !is_caption => {
                    Some(credit::credit([&*own.text, " / ", &*more.text].concat().into()))
                }
                (own, more) => own.or(more),
            };
            image::settle_alt(image);
        }
        true
    }

    /// Gives a line that says who is quoted to the quote that stands before it alone in a box. Returns whether it did.
    pub(super) fn attribute_quote(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) -> bool {
        let Some(Block::Quote(Quote { cite, .. }) | Block::Pullquote(Pullquote { cite, .. })) = out.blocks.last_mut()
        else {
            return false;
        };
        let is_alone = || {
            let outer = self.paragraph.filter(|outer| outer.words() < WORDS_OF_QUOTE);
            let quote = outer.and_then(|outer| outer.find(Tag::Blockquote));
            outer.zip(quote).is_some_and(|(outer, quote)| quote.words() + node.words() == outer.words())
        };
        let is_its = cite.is_empty() && aside::is_cite(node) && is_alone();
        if is_its {
            *cite = quote::cite(self.line(node));
        }
        is_its
    }
}

/// Whether a text only says which of several pictures one sees, as in `[1/2]`.
fn is_count(text: &str) -> bool {
    text.contains('/') && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '[' | '/' | ']'))
}

/// Returns what a line says that is nothing but a credit. A label that says no more than ours gives way to ours.
fn credit_of<'a>(line: Vec<Inline<'a>>) -> Option<Credit<'a>> {
    let url = line.iter().find_map(|inline| if let Inline::Link(link) = inline { link.href.clone() } else { None });
    let text = Text::from(lines_of_credit(&plain_text(&line))).trimmed();
    if text.is_blank() {
        return None;
    }
    let (rest, found) = credit::split(plain_line(text.clone()));
    let credit =
        found.filter(|_| rest.is_empty()).unwrap_or_else(|| credit::credit(credit::tidy(&text).to_owned().into()));
    Some(Credit { url: credit.url.clone().or(url), ..credit })
}

/// The lines of a credit as one: what Drupal has as a label before a name ends with a colon.
fn lines_of_credit(text: &str) -> String {
    const LABELS: &str = "photographer|photo|image|credit|source|copyright|fotograf|foto|bild|quelle|fotógrafo|crédito";
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let is_label = words::has_lower(LABELS, words::trim_end_of(first.trim(), ": "));
    let sign = if is_label { ": " } else { " / " };
    let rest = rest.replace('\n', " / ");
    if rest.is_empty() { first.to_owned() } else { [words::trim_end_of(first, ": "), sign, &rest].concat() }
}

/// What the blocks in a figure are together: pictures are a gallery, in a list or not.
fn shown<'a>(mut blocks: Vec<Block<'a>>, node: Node<'_, '_>, at: At) -> Vec<Block<'a>> {
    let is_picture = |block: &Block<'a>| matches!(block, Block::Image(_));
    if let [Block::List(list)] = blocks.as_mut_slice()
        && list.items.iter().all(|item| matches!(item.content.as_slice(), [Block::Image(_)]))
    {
        blocks = std::mem::take(&mut list.items).into_iter().flat_map(|item| item.content).collect();
    }
    // Each of several pictures may have a word of its own below it.
    if node.is(Tag::Figure) && node.pictures() > 1 {
        blocks = labelled(blocks);
    }
    let pictures = blocks.iter().filter(|block| is_picture(block)).count();
    if pictures == blocks.len() && (pictures > 1 || (pictures > 0 && caption::is_gallery(node))) {
        let items = blocks.into_iter().filter_map(image).collect();
        return vec![Block::from(Gallery { items, at, ..Gallery::default() })];
    }
    blocks
}

/// Gives pictures the lines that stand below them, if every line stands below a picture that has none.
fn labelled(blocks: Vec<Block<'_>>) -> Vec<Block<'_>> {
    let is_bare = |block: &Block<'_>| matches!(block, Block::Image(image) if image.caption.is_empty());
    let is_below = |pair: &[Block<'_>]| match pair {
        [above, Block::Paragraph(_)] => is_bare(above),
        [_, block] => matches!(block, Block::Image(_)),
        _ => false,
    };
    // One line alone is below all of them.
    let lines = blocks.iter().filter(|block| matches!(block, Block::Paragraph(_))).count();
    if lines < 2 || !matches!(blocks.first(), Some(Block::Image(_))) || !blocks.windows(2).all(is_below) {
        return blocks;
    }
    let mut out: Vec<Block<'_>> = Vec::new();
    for block in blocks {
        match (block, out.last_mut()) {
            (Block::Paragraph(line), Some(Block::Image(image))) => {
                let (caption, credit) = credit::split(line);
                image.caption = caption;
                image.credit = image.credit.take().or(credit);
                image::settle_alt(image);
            }
            (block, _) => out.push(block),
        }
    }
    out
}

/// Gives a picture the words beside it, which may be in two lines where one of them is the credit.
fn with_caption(mut blocks: Vec<Block<'_>>) -> Vec<Block<'_>> {
    if let [Block::Image(_), Block::Paragraph(line), Block::Paragraph(other)] = blocks.as_mut_slice() {
        if credit::is_announced_alone(&plain_text(line)) {
            std::mem::swap(line, other);
        }
        if credit::is_announced_alone(&plain_text(other)) {
            let other = std::mem::take(other);
            prose::add_below(line, other);
            blocks.pop();
        }
    }
    if let [Block::Image(image), Block::Paragraph(line)] = blocks.as_mut_slice()
        && image.caption.is_empty()
    {
        drop_link(image, line);
        let (caption, credit) = credit::split(std::mem::take(line));
        image.caption = caption;
        image.credit = image.credit.take().or(credit);
        image::settle_alt(image);
        blocks.pop();
    }
    blocks
}

/// Drops the link around a line that the picture above it has too: it leads from the picture.
pub(super) fn drop_link<'a>(image: &Image<'a>, line: &mut Vec<Inline<'a>>) {
    if let [Inline::Link(link)] = line.as_mut_slice()
        && link.href == image.href
    {
        *line = std::mem::take(&mut link.content);
    }
}

fn image(block: Block<'_>) -> Option<Image<'_>> {
    if let Block::Image(image) = block { Some(*image) } else { None }
}

/// Gives a caption to a block that can have one; returns what it could not take.
fn give<'a>(block: &mut Block<'a>, (mut line, credit): Caption<'a>) -> Caption<'a> {
    let (own_line, own_credit) =
        if let Block::Quote(Quote { cite, .. }) | Block::Pullquote(Pullquote { cite, .. }) = block {
            if cite.is_empty() {
                line = quote::cite(line);
            }
            (cite, None)
        } else if let Some(own) = captioned(block) {
            own
        } else {
            return (line, credit);
        };
    if !own_line.is_empty() && !line.is_empty() {
        return (line, credit);
    }
    let mut rest = None;
    match own_credit {
        Some(own_credit) => {
            own_line.append(&mut line);
            if own_credit.is_none() {
                *own_credit = credit;
            } else {
                // It would be shown in a line of its own.
                let is_said = |credit: &Credit<'a>| {
                    own_credit.as_ref().is_some_and(|own| (&own.text, &own.url) == (&credit.text, &credit.url))
                };
                rest = credit.filter(|credit| !is_said(credit));
            }
        }
        None if !own_line.is_empty() => return (line, credit),
        None => give_whole(own_line, line, credit),
    }
    if let Block::Image(image) = block {
        image::settle_alt(image);
    }
    (Vec::new(), rest)
}

/// What has no credit of its own says it in its caption.
fn give_whole<'a>(caption: &mut Vec<Inline<'a>>, mut line: Vec<Inline<'a>>, credit: Option<Credit<'a>>) {
    if let Some(credit) = credit {
        if !line.is_empty() {
            line.push(Inline::Text(" ".into()));
        }
        let text = Inline::Text(credit.text);
        line.push(match credit.url {
            Some(url) => Inline::Link(Link { href: Some(url), content: vec![text], ..Link::default() }),
            None => text,
        });
    }
    *caption = line;
}
