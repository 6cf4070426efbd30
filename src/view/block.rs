//! Shows the blocks of a body, of which few articles have more than these.

use crate::html::{Attribute, Element, Name, Node};
use crate::model::{Block, Heading, Inline, List, ListItem, MediaUrl, Quote, Url, is_blank};

use super::{Part, View};

/// How a heading is shown.
pub(super) type ShowHeading<'a, V> = fn(&mut V, &'a Heading<'a>) -> Option<Element<'a>>;

impl<'a> View<'_, 'a> {
    /// Shows blocks whose headings are part of the outline.
    pub(super) fn outline_blocks(&mut self, blocks: &'a [Block<'a>]) -> Vec<Node<'a>> {
        self.blocks_with(blocks, Self::heading)
    }

    /// Shows blocks that stand inside of another: their headings must not change the outline (WAI-ARIA APG).
    ///
    /// The depth of blocks is bounded where they are read, so this cannot exhaust the stack.
    pub(super) fn blocks(&mut self, blocks: &'a [Block<'a>]) -> Vec<Node<'a>> {
        self.blocks_with(blocks, Self::subheading)
    }

    pub(super) fn blocks_with(&mut self, blocks: &'a [Block<'a>], heading: ShowHeading<'a, Self>) -> Vec<Node<'a>> {
        let mut nodes = Vec::with_capacity(blocks.len());
        for block in blocks {
            nodes.extend(self.block(block, heading));
        }
        nodes
    }

    fn block(&mut self, block: &'a Block<'a>, heading: ShowHeading<'a, Self>) -> Option<Node<'a>> {
        let element = match block {
            Block::Paragraph(line) => self.paragraph(line),
            Block::DropCap(line) => self.paragraph(line).map(|element| element.with(Attribute::Class, "np-drop-cap")),
            Block::Heading(words) => heading(self, words),
            Block::List(list) => self.list(list),
            Block::Quote(quote) => self.quote(quote),
            Block::Image(image) => return self.figure(image),
            Block::Divider => Some(Element::classed(Name::Hr, "np-divider")),
            Block::Paywall if self.is_paid => return None,
            Block::Paywall => Some(self.our_text(Element::classed(Name::P, "np-paywall"), self.words.subscribers_only)),
            // What is advertised, and whether anything is, the host alone knows.
            Block::Ad => None,
            Block::Pullquote(_)
            | Block::Gallery(_)
            | Block::Recording(_)
            | Block::Embed(_)
            | Block::Table(_)
            | Block::Code(_)
            | Block::Preformatted(_)
            | Block::LinkCard(_)
            | Block::LinkList(_)
            | Block::Callout(_)
            | Block::Details(_)
            | Block::Timeline(_)
            | Block::Questions(_)
            | Block::Definitions(_)
            | Block::Correction(_)
            | Block::Rating(_)
            | Block::Group(_)
            | Block::Unknown(_) => self.rare(block, heading),
        };
        match element {
            Some(element) => Some(self.shown(Part::Block(block), element)),
            None => self.host.fill(block),
        }
    }

    /// A paragraph whose words all stand in one span takes the span's language and direction upon itself.
    pub(super) fn paragraph(&mut self, line: &'a [Inline<'a>]) -> Option<Element<'a>> {
        if is_blank(line) {
            return None;
        }
        Some(match line {
            [Inline::Span(span)] => self.in_language(Element::new(Name::P), span),
            _ => self.line(Element::new(Name::P), line),
        })
    }

    fn heading(&mut self, heading: &'a Heading<'a>) -> Option<Element<'a>> {
        let place = self.outline.next()?;
        let element = Element::classed(Name::heading(place.level), "np-heading").with(Attribute::Id, place.id);
        self.some_line(element, &heading.content)
    }

    fn subheading(&mut self, heading: &'a Heading<'a>) -> Option<Element<'a>> {
        self.strong_line("np-subheading", &heading.content)
    }

    fn list(&mut self, list: &'a List<'a>) -> Option<Element<'a>> {
        if list.items.is_empty() {
            return None;
        }
        let name = if list.start.is_some() { Name::Ol } else { Name::Ul };
        let start = list.start.filter(|start| *start != 1).map(|start| start.to_string());
        let items = list.items.iter().map(|item| self.list_item(item));
        Some(Element::classed(name, "np-list").with_some(Attribute::Start, start).children(items))
    }

    /// An item that is one paragraph needs no `p`.
    fn list_item(&mut self, item: &'a ListItem<'a>) -> Element<'a> {
        let mut element = match item.checked {
            None => Element::new(Name::Li),
            Some(is_done) => self.task(is_done),
        };
        match item.content.split_first() {
            Some((Block::Paragraph(line), rest)) if rest.iter().all(|block| matches!(block, Block::List(_))) => {
                element = self.line(element, line);
                element.extend(self.blocks(rest));
            }
            _ => element.extend(self.blocks(&item.content)),
        }
        element
    }

    /// A task is text, not a control: nobody can tick it here.
    fn task(&self, is_done: bool) -> Element<'a> {
        let (sign, word) = if is_done { ("☑", self.words.done) } else { ("☐", self.words.to_do) };
        Element::classed(Name::Li, "np-task")
            .child(Element::classed(Name::Span, "np-check").with(Attribute::AriaHidden, "true").text(sign))
            .text(" ")
            .child(self.for_ears(word))
    }

    /// Who said it stands outside of the quote (HTML, "The blockquote element").
    fn quote(&mut self, quote: &'a Quote<'a>) -> Option<Element<'a>> {
        // The source of a quote is a document (HTML, "The blockquote element"), which no mail address is.
        let cite = quote.cite_url.as_ref().map(Url::as_str).filter(|url| MediaUrl::parse(*url).is_ok());
        let blockquote = Element::classed(Name::Blockquote, "np-quote").with_some(Attribute::Cite, cite);
        let blockquote = blockquote.children(self.blocks(&quote.content)).unless_empty()?;
        if is_blank(&quote.cite) {
            return Some(blockquote);
        }
        let source = Element::classed(Name::Figcaption, "np-figcaption").text("— ").child(self.cite(&quote.cite));
        Some(Element::classed(Name::Figure, "np-quoted").child(blockquote).child(source))
    }

    pub(super) fn cite(&mut self, line: &'a [Inline<'a>]) -> Element<'a> {
        self.line(Element::classed(Name::Cite, "np-cite"), line)
    }
}
