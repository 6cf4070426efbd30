//! Reads blocks.

use crate::json::{Kind as JsonKind, Value};
use crate::model::{
    Block, Callout, CalloutKind, Code as CodeBlock, Details, Heading, Inline, LinkCard, LinkKind, List, ListItem, Note,
    plain_text,
};

use super::super::lists::{self, Lists};
use super::super::marks::{Marks, Run};
use super::super::prose::{
    add_stray, another_note, blocks_each, blocks_of, columns, first, first_string, line_of, link_card, next_paragraph,
    paragraph, pixels, text_of,
};
use super::super::recognise::kind::{boxed, callout, kind_of_box};
use super::super::values::at;
use super::super::{custom, figure, quote};
use super::inline::note_id;
use super::node::{Kind, Piece, attrs, children, is_inline, kind, name, piece};
use super::{ProseMirror, blocknote};

impl<'a> ProseMirror<'_, '_, 'a> {
    /// The blocks of a document, or of a list of components.
    pub(super) fn document(&mut self, root: Value<'_, 'a>) -> Vec<Block<'a>> {
        if root.kind() != JsonKind::Array {
            return self.content(root);
        }
        if blocknote::are_blocks(root) {
            return self.blocks_in(root);
        }
        let mut blocks = Vec::new();
        root.items().for_each(|blok| self.add_blok(blok, &mut blocks));
        blocks
    }

    /// The blocks in a node.
    pub(super) fn content(&mut self, node: Value<'_, 'a>) -> Vec<Block<'a>> {
        self.fields(node, "content")
    }

    /// The blocks in a field of a node.
    pub(super) fn fields(&mut self, node: Value<'_, 'a>, key: &str) -> Vec<Block<'a>> {
        node.get(key).map(|nodes| self.blocks_in(nodes)).unwrap_or_default()
    }

    /// Blocks; pieces of a line that stand among them make a paragraph. The depth is bounded by that of JSON.
    pub(super) fn blocks_in(&mut self, nodes: Value<'_, 'a>) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        let (mut run, mut lists) = (Run::default(), Lists::default());
        for node in nodes.items() {
            if is_inline(node) {
                self.add_inline(node, Marks::default(), &mut run);
                continue;
            }
            blocks.extend(next_paragraph(&mut run));
            if blocknote::is_block(node) {
                self.add_beside_children(node, &mut lists, &mut blocks);
            } else {
                self.add_block(node, &mut blocks);
            }
        }
        blocks.extend(next_paragraph(&mut run));
        blocks.extend(lists.finish());
        blocks
    }

    /// The blocks that a node is.
    pub(super) fn block(&mut self, node: Value<'_, 'a>) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        self.add_block(node, &mut blocks);
        blocks
    }

    fn add_block(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        if node.kind() != JsonKind::Object {
            return add_stray(&mut self.values, node, blocks);
        }
        if !self.values.another_block(node) {
            return;
        }
        let kind = kind(node);
        // What has nothing in it may have it all in its attributes.
        if matches!(kind, Kind::Columns | Kind::Part) && node.get("content").is_none() {
            return self.add_other(node, blocks);
        }
        let block = match kind {
            Kind::Paragraph => return self.add_paragraph(node, blocks),
            Kind::Heading => self.heading(node),
            Kind::BulletList => Block::List(self.list(node, None)),
            Kind::OrderedList => {
                let start = pixels(attrs(node), "start").or_else(|| pixels(attrs(node), "order"));
                Block::List(self.list(node, Some(start.unwrap_or(1))))
            }
            Kind::Quote => {
                let mut quote = quote::block(self.content(node));
                self.say_who(attrs(node), &mut quote);
                quote
            }
            Kind::Divider => Block::Divider,
            Kind::Code => self.code(node),
            Kind::Verse => Block::Preformatted(self.words(node)),
            Kind::Table => Block::Table(self.table(node)),
            Kind::Details => self.details(node),
            Kind::Panel => self.panel(node),
            Kind::Columns => columns(children(node).map(|column| self.content(column)).collect()),
            Kind::Paywall => {
                blocks.push(Block::Paywall);
                return blocks.extend(self.content(node));
            }
            Kind::Note => return self.note(node),
            Kind::Formula => {
                let text = text_of(&mut self.values, attrs(node), &["persistentExpression", "latex", "formula"]);
                let text = text.unwrap_or_else(|| plain_text(&self.words(node)).into());
                Block::Code(CodeBlock { language: Some("latex".into()), text, caption: Vec::new() })
            }
            // The components that Storyblok has among the nodes.
            Kind::Bloks => return attrs(node).items_of("body").for_each(|blok| self.add_blok(blok, blocks)),
            Kind::Image | Kind::Figure | Kind::Gallery | Kind::Page | Kind::Link => {
                return self.add_media(node, blocks);
            }
            // What is in these stands for itself when they are not where they belong.
            Kind::Item
            | Kind::Caption
            | Kind::Credit
            | Kind::Row
            | Kind::HeaderCell
            | Kind::Cell
            | Kind::Summary
            | Kind::Part => {
                return blocks.extend(self.content(node));
            }
            Kind::Other => return self.add_other(node, blocks),
        };
        blocks.push(block);
    }

    /// A paragraph of nothing but pictures is those pictures: some schemas have them in lines only.
    fn add_paragraph(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        let is_picture = |child: Value<'_, '_>| name(child) != "text" && kind(child) == Kind::Image;
        let is_space = |child: Value<'_, '_>| {
            piece(child) == Some(Piece::Break) || child.str_of("text").is_some_and(|text| text.trim().is_empty())
        };
        let mut pictures = children(node).filter(|child| is_picture(*child)).peekable();
        if pictures.peek().is_some() && children(node).all(|child| is_picture(child) || is_space(child)) {
            return pictures.for_each(|picture| self.add_media(picture, blocks));
        }
        blocks.extend(paragraph(self.words(node)));
    }

    fn heading(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let level = self.values.level(attrs(node).get("level"));
        let id = text_of(&mut self.values, attrs(node), &["id"]);
        Block::Heading(Heading { level, content: self.words(node), id, at: at(node) })
    }

    fn list(&mut self, node: Value<'_, 'a>, start: Option<u32>) -> List<'a> {
        let mut items = Vec::new();
        for child in children(node) {
            if !self.values.another_block(child) {
                break;
            }
            if kind(child) == Kind::Item {
                items.push(self.item(child));
            } else if kind(child) == Kind::BulletList {
                // Atlassian has a nested list of tasks between the tasks.
                lists::nest(&mut items, Block::List(self.list(child, None)));
            } else {
                items.push(ListItem { content: self.block(child), checked: None });
            }
        }
        List { start, items }
    }

    fn item(&mut self, node: Value<'_, 'a>) -> ListItem<'a> {
        let about = attrs(node);
        let state = about.str_of("state").filter(|state| matches!(&**state, "DONE" | "TODO"));
        let checked = about.get("checked").and_then(Value::as_bool);
        ListItem { content: self.content(node), checked: checked.or_else(|| state.map(|state| state == "DONE")) }
    }

    fn code(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let language = text_of(&mut self.values, attrs(node), &["language", "params", "lang"]);
        let caption = line_of(self, attrs(node), &["caption", "title", "filename"]);
        let text = text_of(&mut self.values, attrs(node), &["code"]);
        let text = text.unwrap_or_else(|| plain_text(&self.words(node)).into());
        Block::Code(CodeBlock { language, text, caption })
    }

    /// TipTap has the summary in a node of its own, Atlassian beside the content.
    fn details(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let summary = children(node).find(|child| kind(*child) == Kind::Summary);
        let summary = match summary {
            Some(summary) => self.words(summary),
            None => line_of(self, attrs(node), &["title", "summary", "heading", "question"]),
        };
        let mut inner = children(node).filter(|child| kind(*child) != Kind::Summary);
        let mut content = blocks_each(&mut inner, &mut |child| self.block(child));
        if children(node).next().is_none() {
            content = self.inside(node);
        }
        let is_open = attrs(node).is_true("open");
        Block::from(Details { summary, content, is_open })
    }

    /// A box: what it is for is said by its attributes, or else by its name.
    fn panel(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let about = attrs(node);
        let words = ["panelType", "type", "variant", "kind", "style"];
        let stated = words.iter().find_map(|key| kind_of_box(&about.str_of(key)?));
        let kind = stated.or_else(|| callout(&name(node))).unwrap_or(CalloutKind::Note);
        let title = line_of(self, about, &["title", "heading", "headline"]);
        let shown = Block::from(Callout { kind, title, content: self.inside(node) });
        custom::report(self, about, std::slice::from_ref(&shown));
        shown
    }

    /// The blocks in a node, or the words that stand in its attributes.
    fn inside(&mut self, node: Value<'_, 'a>) -> Vec<Block<'a>> {
        match first(node, &["content"]) {
            Some(content) => self.blocks_in(content),
            None => blocks_of(self, attrs(node), &["content", "text", "body", "message", "description"]),
        }
    }

    fn note(&mut self, node: Value<'_, 'a>) {
        if another_note(self, node) {
            let id = note_id(attrs(node)).unwrap_or_default();
            let content = self.content(node);
            self.notes.push(Note { id, content, at: at(node) });
        }
    }

    fn add_blok(&mut self, blok: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        if self.values.another_block(blok) {
            let name = blok.str_of("component").unwrap_or_default();
            blocks.extend(custom::blocks(self, blok, &name));
        }
    }

    /// A node that an editor was given by its newsroom: what it says stands in its attributes or is its content.
    fn add_other(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        if let Some(name) = node.str_of("component") {
            return blocks.extend(custom::blocks(self, node, &name));
        }
        let name = name(node);
        let has_content = first(node, &["content"]).is_some();
        let (callout, is_details) = boxed(&name);
        if has_content && callout.is_some() {
            return blocks.push(self.panel(node));
        }
        if has_content && is_details {
            return blocks.push(self.details(node));
        }
        if has_content && children(node).all(|child| matches!(kind(child), Kind::Image | Kind::Caption)) {
            return blocks.extend(self.gallery(node));
        }
        // Substack has the pictures of a gallery one level deeper.
        let about = first(attrs(node), &["gallery"]).unwrap_or(attrs(node));
        let mut known = if has_content { custom::named(self, node, &name) } else { None };
        known.iter_mut().flatten().for_each(|block| self.say_who(about, block));
        if known.is_none() {
            known = custom::named(self, about, &name);
            // A line in what shows something is its caption; what else stands in there is not lost.
            if let Some(known) = &mut known {
                if children(node).all(is_inline) {
                    figure::add_caption(known, self.words(node));
                } else {
                    known.extend(self.content(node));
                }
            }
        }
        known.iter().for_each(|known| custom::report(self, about, known));
        let whole = if has_content { node } else { attrs(node) };
        blocks.extend(known.unwrap_or_else(|| custom::unknown(self, whole, &name)));
    }

    /// Says of a quote who said it, where its attributes do.
    fn say_who(&mut self, about: Value<'_, 'a>, block: &mut Block<'a>) {
        if let Some(cite) = cite_of(block) {
            *cite = custom::cite(self, about);
        }
    }

    /// A link to a page: a button, a card, another post.
    pub(super) fn card(&mut self, node: Value<'_, 'a>) -> Option<Block<'a>> {
        let about = attrs(node);
        let url = first_string(about, &["url", "href", "canonical_url", "base_url"]);
        // Substack puts an address of its own in the place of this when it sends the post: there is no such page.
        if url.is_some_and(|url| url.raw_str().contains("%%")) {
            return None;
        }
        let mut title = line_of(self, about, &["title", "text", "label", "name"]);
        if title.is_empty() {
            title = self.words(node);
        }
        let url = url.and_then(|url| self.values.url(url));
        if title.is_empty() {
            title.extend(url.as_ref().map(|url| Inline::Text(url.as_str().to_owned().into())));
        }
        link_card(LinkCard {
            url,
            title,
            description: line_of(self, about, &["description", "subtitle", "caption", "hero_text"]),
            publisher: text_of(&mut self.values, about, &["publication_name", "publisher"]),
            kind: LinkKind::Bookmark,
            at: at(node),
            ..LinkCard::default()
        })
    }
}

/// The place for whoever said what a block quotes, if it is empty.
pub(super) fn cite_of<'b, 'a>(block: &'b mut Block<'a>) -> Option<&'b mut Vec<Inline<'a>>> {
    let cite = if let Block::Quote(quote) = block {
        &mut quote.cite
    } else if let Block::Pullquote(quote) = block {
        &mut quote.cite
    } else {
        return None;
    };
    cite.is_empty().then_some(cite)
}
