//! Shows the blocks of a body.

use crate::html::{Attribute, Element, Name, Node};
use crate::locale::fill;
use crate::model::{Block, Code, Heading, Inline, List, ListItem, MediaUrl, Pullquote, Quote, Unknown, Url, is_blank};

use super::aside::group as group_of;
use super::{Part, View};

/// How a heading is shown.
type ShowHeading<'a, V> = fn(&mut V, &'a Heading<'a>) -> Option<Element<'a>>;

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

    fn blocks_with(&mut self, blocks: &'a [Block<'a>], heading: ShowHeading<'a, Self>) -> Vec<Node<'a>> {
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
            Block::Pullquote(pullquote) => self.pullquote(pullquote),
            Block::Image(image) => return self.figure(image),
            Block::Gallery(gallery) => self.gallery(gallery),
            Block::Recording(recording) => self.recording(recording),
            Block::Embed(embed) => self.embed(embed),
            Block::Table(table) => self.table(table),
            Block::Code(code) => Some(self.listing(code)),
            Block::Preformatted(line) => self.preformatted(line),
            Block::Divider => Some(Element::classed(Name::Hr, "np-divider")),
            Block::LinkCard(card) => self.card(card),
            Block::LinkList(list) => self.link_list(list),
            Block::Callout(callout) => self.callout(callout),
            Block::Details(details) => self.details(details),
            Block::Timeline(timeline) => self.timeline(timeline),
            Block::Questions(questions) => self.questions(questions),
            Block::Definitions(list) => self.definitions(list),
            Block::Correction(correction) => self.correction(correction),
            Block::Rating(rating) => Some(self.rating(rating)),
            Block::Group(group) => group_of(group, self.blocks_with(&group.content, heading)),
            Block::Paywall if self.is_paid => return None,
            Block::Paywall => Some(self.our_text(Element::classed(Name::P, "np-paywall"), self.words.subscribers_only)),
            // What is advertised, and whether anything is, the host alone knows.
            Block::Ad => None,
            Block::Unknown(unknown) => self.unknown(unknown),
        };
        match element {
            Some(element) => Some(self.shown(Part::Block(block), element)),
            None => self.host.fill(block),
        }
    }

    /// A paragraph whose words all stand in one span takes the span's language and direction upon itself.
    fn paragraph(&mut self, line: &'a [Inline<'a>]) -> Option<Element<'a>> {
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

    /// What the article says as well would be heard twice (DPUB-ARIA 1.1, `doc-pullquote`).
    fn pullquote(&mut self, pullquote: &'a Pullquote<'a>) -> Option<Element<'a>> {
        let words = self.paragraph(&pullquote.content)?;
        let source = (!is_blank(&pullquote.cite)).then(|| {
            let cite = self.cite(&pullquote.cite);
            Element::classed(Name::P, "np-attribution").text("— ").child(cite)
        });
        let is_repeated = ![&pullquote.content, &pullquote.cite].into_iter().any(|line| can_be_followed(line))
            && self.repeats.has(pullquote);
        Some(
            Element::classed(Name::Aside, "np-pullquote")
                .with(Attribute::Role, "doc-pullquote")
                .with_some(Attribute::AriaHidden, is_repeated.then_some("true"))
                .child(words)
                .children(source),
        )
    }

    fn cite(&mut self, line: &'a [Inline<'a>]) -> Element<'a> {
        self.line(Element::classed(Name::Cite, "np-cite"), line)
    }

    /// Code that is too wide scrolls in a region of its own, which a keyboard can reach (WCAG 2.1.1).
    fn code(&self, code: &'a Code<'a>) -> Element<'a> {
        let class = code.language.as_ref().map(|language| language_class(language)).filter(|class| class != "np-lang-");
        Element::classed(Name::Pre, "np-code")
            .with(Attribute::Tabindex, "0")
            .with(Attribute::Role, "region")
            .child(Element::new(Name::Code).with_some(Attribute::Class, class).text(code.text.as_str()))
    }

    /// Lines with a caption are a figure of their own, and the caption is the name of their region.
    fn listing(&mut self, code: &'a Code<'a>) -> Element<'a> {
        self.codes += 1;
        let lines = self.code(code);
        let Some(caption) = self.figcaption(&code.caption, None, self.words.credit) else {
            return lines.with(Attribute::AriaLabel, fill(self.words.code, &self.number(self.codes)));
        };
        let id = self.id(&format!("code-{}", self.codes));
        Element::classed(Name::Figure, "np-figure")
            .child(lines.with(Attribute::AriaLabelledby, id.clone()))
            .child(caption.with(Attribute::Id, id))
    }

    /// What a format has and Newsprint does not keeps its text.
    fn unknown(&mut self, unknown: &'a Unknown<'a>) -> Option<Element<'a>> {
        Element::classed(Name::Div, "np-unknown").children(self.blocks(&unknown.content)).unless_empty()
    }
}

/// Whether a keyboard stops in a line: what it reaches must not be hidden from ears.
fn can_be_followed(line: &[Inline<'_>]) -> bool {
    line.iter().any(|inline| {
        matches!(inline, Inline::Link(_) | Inline::Mention(_) | Inline::NoteRef { .. })
            || can_be_followed(inline.content())
    })
}

/// A class for the host's highlighter, of the characters that the names of languages have.
fn language_class(language: &str) -> String {
    let name = language.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '#'));
    "np-lang-".chars().chain(name.map(|c| c.to_ascii_lowercase()).take(32)).collect()
}
