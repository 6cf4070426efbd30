//! The cards of Ghost as its pages show them, what opens in WordPress, and the bookmarks of Notion; it knows their
//! classes.

use super::flow::Flow;
use super::tag::Tag;
use super::tree::Node;
use super::{Markup, image};
use crate::model::{
    Block, Callout, CalloutKind, Decimal, Details, Inline, LinkCard, LinkKind, Rating, Recording, RecordingKind,
};
use crate::read::prose;

/// What readers can open, with the names of its heading and of what it shows.
const TOGGLES: [(&str, &str, &str); 2] = [
    ("kg-toggle-card", "kg-toggle-heading-text", "kg-toggle-content"),
    ("wp-block-accordion-item", "wp-block-accordion-heading__toggle-title", "wp-block-accordion-panel"),
];

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Adds what a card says, if an element is one that is more than its words; returns whether it was.
    pub(super) fn card(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) -> bool {
        let is = |name: &str| node.is_called(name);
        if node.is(Tag::Figure) && node.find(Tag::A).is_some_and(|link| link.is_called("bookmark")) {
            let card = self.link_card(node, "bookmark", LinkKind::Bookmark);
            self.push(node, card, out);
            return true;
        }
        let toggle = TOGGLES.iter().find(|(card, ..)| is(card));
        if !is("kg-card") && toggle.is_none() {
            return false;
        }
        let block = if is("kg-callout-card") {
            let content = self.blocks_of(node, "kg-callout-text");
            Block::from(Callout { kind: CalloutKind::Note, title: Vec::new(), content })
        } else if let Some((_, heading, content)) = toggle {
            let summary = self.line_of(node, heading);
            let content = self.blocks_of(node, content);
            Block::from(Details { summary, content, is_open: false })
        } else if is("kg-bookmark-card") {
            self.link_card(node, "kg-bookmark", LinkKind::Bookmark)
        } else if is("kg-file-card") {
            self.link_card(node, "kg-file-card", LinkKind::Related)
        } else if is("kg-product-card") {
            self.link_card(node, "kg-product-card", LinkKind::Product)
        } else if is("kg-audio-card") {
            return self.audio_card(node, out);
        } else {
            return false;
        };
        self.push(node, block, out);
        if let Some(stars) = stars(node) {
            self.push(node, stars, out);
        }
        true
    }

    fn line_of(&mut self, node: Node<'t, 's>, name: &str) -> Vec<Inline<'a>> {
        self.line_in(part(node, name))
    }

    fn blocks_of(&mut self, node: Node<'t, 's>, name: &str) -> Vec<Block<'a>> {
        part(node, name).map(|part| self.blocks(part)).unwrap_or_default()
    }

    /// A card that leads somewhere, whose parts have names that begin alike.
    fn link_card(&mut self, node: Node<'t, 's>, name: &str, kind: LinkKind) -> Block<'a> {
        let url = self.leads_to(node);
        let mut description = self.line_of(node, &[name, "-description"].concat());
        let below = node.find(Tag::Figcaption).or_else(|| part(node, &[name, "-caption"].concat()));
        let below = self.line_in(below);
        prose::add_below(&mut description, below);
        // Ghost has the names of these two the wrong way round.
        let publisher = ["-author", "-publisher"].iter().find_map(|end| part(node, &[name, end].concat()));
        let publisher = publisher.map(|node| self.words(node)).filter(|words| !words.is_blank());
        let picture = node.find_that(&|node| node.is(Tag::Img) && !image::is_icon(node));
        let image = picture.and_then(|node| self.image(node));
        let title = self.line_of(node, &[name, "-title"].concat());
        Block::from(LinkCard { url, title, description, image, publisher, kind, at: self.at(node) })
    }

    fn audio_card(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) -> bool {
        let Some(audio) = node.find(Tag::Audio) else { return false };
        let title = part(node, "kg-audio-title").map(|title| self.words(title));
        let recording = Recording { title, ..self.recording_of(audio, RecordingKind::Audio) };
        self.push(node, Block::from(recording), out);
        true
    }
}

/// Whether an element is what Ghost lays over a film: buttons and times, which every player has of its own.
pub(super) fn is_player(node: Node<'_, '_>) -> bool {
    node.is_called("kg-video-overlay|kg-video-player-container")
}

/// The first element in a card that has a class.
fn part<'t, 's>(node: Node<'t, 's>, name: &str) -> Option<Node<'t, 's>> {
    node.find_that(&|element| element.is_called(name))
}

/// The stars of a product, of five.
fn stars<'a>(node: Node<'_, '_>) -> Option<Block<'a>> {
    let stars = node.all_that(5, &|node| node.is_called("kg-product-card-rating-active")).len();
    let value = u32::try_from(stars).ok().filter(|stars| *stars > 0).map(Decimal::whole)?;
    let (min, max) = (Decimal::whole(1), Decimal::whole(5));
    Some(Block::Rating(Rating { value, min, max, unit: Some("stars".into()) }))
}
