//! Shows the blocks that few articles have.

use crate::html::{Attribute, Element, Name};
use crate::locale::fill;
use crate::model::{Block, Code, Inline, Pullquote, Unknown, is_blank};

use super::View;
use super::aside::group as group_of;
use super::block::ShowHeading;

impl<'a> View<'_, 'a> {
    /// Never inlined: with the blocks it is a part of its own, which is asked for before an article is shown that has one
    /// (`src/read/readers.rs`).
    #[inline(never)]
    pub(super) fn rare(&mut self, block: &'a Block<'a>, heading: ShowHeading<'a, Self>) -> Option<Element<'a>> {
        match block {
            Block::Pullquote(pullquote) => self.pullquote(pullquote),
            Block::Gallery(gallery) => self.gallery(gallery),
            Block::Recording(recording) => self.recording(recording),
            Block::Embed(embed) => self.embed(embed),
            Block::Table(table) => self.table(table),
            Block::Code(code) => Some(self.listing(code)),
            Block::Preformatted(line) => self.preformatted(line),
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
            Block::Unknown(unknown) => self.unknown(unknown),
            Block::Paragraph(_)
            | Block::DropCap(_)
            | Block::Heading(_)
            | Block::List(_)
            | Block::Quote(_)
            | Block::Image(_)
            | Block::Divider
            | Block::Paywall
            | Block::Ad => None,
        }
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
