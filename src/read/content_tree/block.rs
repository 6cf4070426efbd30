//! Reads blocks: those of text, and the boxes, timelines, figures and layouts between them.

use crate::json::Value;
use crate::model::{
    Block, Callout, CalloutKind, Definition, DefinitionList, Event, Gallery, GalleryLayout, Group, GroupRole, Heading,
    Image, Inline, List, ListItem, Mark, Pullquote, Quote, Timeline,
};

use super::super::marks::{Marks, Run};
use super::super::values::at;
use super::super::{prose, quote};
use super::{ContentTree, children, is_phrasing, kind};

/// What carousels and their cards say, in their order.
const WORDS: [&str; 4] = ["title", "standfirst", "copy", "additionalInfo"];

impl<'a> ContentTree<'_> {
    /// The blocks that the children of a node are; phrasing right inside of it makes paragraphs.
    ///
    /// The depth is bounded by the depth of JSON.
    pub(super) fn blocks(&mut self, node: Value<'_, 'a>) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        let mut run = Run::default();
        for child in children(node) {
            if is_phrasing(child) {
                self.add_phrasing(child, Marks::default(), &mut run);
                continue;
            }
            blocks.extend(prose::next_paragraph(&mut run));
            if self.values.is_block(child, "a node") {
                blocks.extend(self.block(child));
                // A pull quote or a number may have a picture beside it.
                let beside = child.get("image").filter(|image| picture(*image).is_some());
                blocks.extend(beside.and_then(|image| self.block(image)));
            }
        }
        blocks.extend(prose::next_paragraph(&mut run));
        blocks
    }

    /// What one node is.
    pub(super) fn block(&mut self, node: Value<'_, 'a>) -> Option<Block<'a>> {
        let name = kind(node);
        Some(match &*name {
            "paragraph" => prose::paragraph(self.line(node))?,
            "heading" | "scrolly-heading" => self.heading(node),
            "list" => Block::List(List {
                start: node.is_true("ordered").then_some(1),
                items: children(node).map(|item| ListItem { content: self.blocks(item), checked: None }).collect(),
            }),
            "blockquote" => Block::Quote(Quote { content: self.blocks(node), ..Quote::default() }),
            "thematic-break" => Block::Divider,
            "pullquote" => Block::Pullquote(Pullquote {
                content: self.words_line(node, "text"),
                cite: quote::cite(self.words_line(node, "source")),
            }),
            "image-set" | "layout-image" | "scrolly-image" => Block::from(self.image(node)),
            "image-pair" => self.pictures(node, GalleryLayout::Pair),
            "carousel" => self.pictures(node, GalleryLayout::Carousel),
            "table" => self.table(node),
            "layout" => self.layout(node),
            "scrolly-block" => self.group(node, GroupRole::Scrolly),
            "scrolly-section" | "scrolly-copy" | "layout-slot" | "carousel-card" | "body" => {
                self.group(node, GroupRole::Section)
            }
            "info-box" => self.info_box(node),
            "info-pair" => self.info_pair(node),
            "card" | "document" => self.card(node),
            "timeline" => Block::from(Timeline {
                title: self.words_line(node, "title"),
                events: children(node).map(|event| self.event(event)).collect(),
            }),
            "timeline-event" => Block::from(Timeline { title: Vec::new(), events: vec![self.event(node)] }),
            "in-numbers" => Block::from(DefinitionList {
                title: self.words_line(node, "title"),
                items: children(node).map(|item| self.definition(item, "term")).collect(),
            }),
            "definition" | "big-number" => {
                let term = if name == "definition" { "term" } else { "number" };
                Block::from(DefinitionList { title: Vec::new(), items: vec![self.definition(node, term)] })
            }
            // What older trees have where there was nothing.
            "" | "undefined" if children(node).next().is_none() => return None,
            name => self.media(node, name).unwrap_or_else(|| self.unknown_block(node, name)),
        })
    }

    /// Levels are words; those of a scrolly block are words of their own.
    fn heading(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let is_scrolly = kind(node) == "scrolly-heading";
        let level = match &*node.str_of("level").unwrap_or_default() {
            "heading" => 3,
            "subheading" if is_scrolly => 4,
            "subheading" => 3,
            "label" => 4,
            _ => 2,
        };
        let id = self.words(node, "fragmentIdentifier");
        Block::Heading(Heading { level, content: self.line(node), id, at: at(node) })
    }

    fn pictures(&mut self, node: Value<'_, 'a>, layout: GalleryLayout) -> Block<'a> {
        let are_pictures = children(node).all(|child| picture(child).is_some());
        if !are_pictures {
            return self.group(node, GroupRole::Layout);
        }
        let mut items = Vec::new();
        for child in children(node) {
            let Some(image) = picture(child).map(|child| self.image(child)) else { continue };
            let mut caption = self.lines(child, &WORDS);
            prose::add_below(&mut caption, image.caption);
            items.push(Image { caption, ..image });
        }
        let caption = self.lines(node, &WORDS);
        Block::from(Gallery { items, caption, layout: Some(layout), at: at(node), ..Gallery::default() })
    }

    /// Pictures side by side are a gallery, cards are boxes, timelines are timelines, whatever their names.
    fn layout(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let slots = children(node).filter(|child| kind(*child) == "layout-slot").count();
        if slots > 0 && children(node).all(|child| picture(child).is_some()) {
            let layout = if slots == 2 { GalleryLayout::Pair } else { GalleryLayout::Grid };
            return self.pictures(node, layout);
        }
        match &*node.str_of("layoutName").unwrap_or_default() {
            "card" => self.titled_box(node),
            "timeline" => self.layout_timeline(node),
            _ => {
                let content = self.blocks(node).into_iter().map(ungrouped).collect();
                let columns = u32::try_from(slots).ok().filter(|slots| *slots > 1);
                Block::from(Group { role: Some(GroupRole::Layout), columns, content })
            }
        }
    }

    /// A box with the heading that it begins with as its title.
    fn titled_box(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let mut content = Vec::new();
        // A group in a box is what is in the group.
        for block in self.blocks(node) {
            if let Block::Group(group) = block { content.extend(group.content) } else { content.push(block) }
        }
        let title = prose::title(&mut content);
        Block::from(Callout { kind: CalloutKind::FactBox, title, content })
    }

    /// Its slots are events, each with a heading that says when; what stands before them is told first.
    fn layout_timeline(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let (mut title, mut before, mut events) = (Vec::new(), Vec::new(), Vec::new());
        for child in children(node) {
            match &*kind(child) {
                "heading" if title.is_empty() => title = self.line(child),
                "layout-slot" => {
                    let heading = children(child).find(|part| kind(*part) == "heading");
                    let heading = heading.map(|heading| self.line(heading)).unwrap_or_default();
                    let mut content = self.blocks(child);
                    if let Some(at) = content.iter().position(|block| matches!(block, Block::Heading(_))) {
                        content.remove(at);
                    }
                    events.push(Event { date: None, title: unmarked(heading), content });
                }
                _ => before.extend(self.block(child)),
            }
        }
        let timeline = Block::from(Timeline { title, events });
        if before.is_empty() {
            return timeline;
        }
        before.push(timeline);
        Block::from(Group { role: Some(GroupRole::Section), columns: None, content: before })
    }

    fn group(&mut self, node: Value<'_, 'a>, role: GroupRole) -> Block<'a> {
        let content = self.below(node, &WORDS);
        Block::from(Group { role: Some(role), columns: None, content })
    }

    /// The box is its card; one with more than a card in it holds all of it.
    fn info_box(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let mut content = self.blocks(node);
        if let [Block::Callout(_)] = content.as_slice()
            && let Some(card) = content.pop()
        {
            return card;
        }
        Block::from(Callout { kind: CalloutKind::FactBox, title: Vec::new(), content })
    }

    fn info_pair(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let title = self.words_line(node, "title");
        let content = self.blocks(node);
        let pair = Block::from(Group { role: Some(GroupRole::Layout), columns: Some(2), content });
        if title.is_empty() {
            return pair;
        }
        Block::from(Callout { kind: CalloutKind::FactBox, title, content: vec![pair] })
    }

    /// A card, or what a document says that the article shows: its mark and where it is from stand above its text.
    fn card(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let title = self.words_line(node, "title");
        let content = self.below(node, &["tag", "source"]);
        Block::from(Callout { kind: CalloutKind::FactBox, title, content })
    }

    /// The blocks of a node, below the words of its fields.
    fn below(&mut self, node: Value<'_, 'a>, names: &[&str]) -> Vec<Block<'a>> {
        let words = self.lines(node, names);
        let mut content = self.blocks(node);
        content.splice(0..0, prose::paragraph(words));
        content
    }

    fn event(&mut self, node: Value<'_, 'a>) -> Event<'a> {
        Event { date: None, title: self.words_line(node, "title"), content: self.blocks(node) }
    }

    fn definition(&mut self, node: Value<'_, 'a>, term: &str) -> Definition<'a> {
        let description = Vec::from_iter(prose::paragraph(self.words_line(node, "description")));
        Definition { term: self.words_line(node, term), description, is_number: true }
    }

    fn unknown_block(&mut self, node: Value<'_, 'a>, name: &str) -> Block<'a> {
        let mut content = self.paragraphs(node, &["title", "heading", "text", "value", "description", "caption"]);
        content.extend(self.blocks(node));
        prose::unknown(&mut self.values, node, "block", name, content)
    }
}

/// The picture that a node is or that is all there is in it.
fn picture<'d, 'a>(node: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    match &*kind(node) {
        "image-set" | "layout-image" => Some(node),
        "layout-slot" | "carousel-card" => {
            let mut inside = children(node);
            let only = inside.next().filter(|_| inside.next().is_none())?;
            matches!(&*kind(only), "image-set" | "layout-image").then_some(only)
        }
        _ => None,
    }
}

/// A title is strong already.
fn unmarked(mut title: Vec<Inline<'_>>) -> Vec<Inline<'_>> {
    match title.pop() {
        Some(Inline::Marked(Mark::Strong, content)) if title.is_empty() => content,
        last => title.into_iter().chain(last).collect(),
    }
}

/// A group of one block is that block.
fn ungrouped(mut block: Block<'_>) -> Block<'_> {
    if let Block::Group(group) = &mut block
        && group.content.len() == 1
        && let Some(only) = group.content.pop()
    {
        return only;
    }
    block
}
