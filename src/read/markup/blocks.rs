//! Elements → blocks; it knows which elements begin a block, and leaves what is in a line to the line.

use super::flow::Flow;
use super::item::checked;
use super::levels::Levels;
use super::line::{Line, Wrap};
use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, aside, caption, figure, ghost, image, levels};
use crate::diagnostic::Code;
use crate::model::{self, Alt, Block, Heading, Inline, List, ListItem, Mark, plain_text};
use crate::read::{credit, embeds, pictures, prose, text, words};

/// How many bytes ask readers of a page for scripts.
const LONGEST_REQUEST: usize = 1024;
/// How many words are in a caption that nothing calls one.
const WORDS_OF_CAPTION: usize = 80;

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Returns the blocks that an element holds. The depth of the tree is bounded where it is built.
    pub(super) fn blocks(&mut self, node: Node<'t, 's>) -> Vec<Block<'a>> {
        let mut out = Flow::default();
        self.contents(node, &mut out);
        self.end_line(node, &mut out);
        out.blocks
    }

    /// Returns the blocks of a part of something: what it holds if it is such an element, or else what it is.
    pub(super) fn part(&mut self, node: Node<'t, 's>, tag: Tag) -> Vec<Block<'a>> {
        if node.is(tag) { self.blocks(node) } else { self.alone(node) }
    }

    /// Returns the blocks that a node is.
    pub(super) fn alone(&mut self, node: Node<'t, 's>) -> Vec<Block<'a>> {
        let mut out = Flow::default();
        self.add(node, &mut out);
        self.end_line(node, &mut out);
        out.blocks
    }

    /// Adds what an element holds.
    pub(super) fn contents(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        let outside = (self.paragraph.replace(node), std::mem::replace(&mut out.before, out.blocks.len()));
        let mut levels = Levels::default();
        for child in node.children() {
            self.add_at_level(child, &mut levels, out);
        }
        self.end_levels(node, &mut levels, out);
        (self.paragraph, out.before) = outside;
    }

    pub(super) fn add(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        if let Some(text) = node.text() {
            return out.line.add(self.cow(text));
        }
        let Some(kind) = node.kind() else { return self.comment(node, out) };
        if self.notes.is_elsewhere(node) || self.is_beside(node) {
            return;
        }
        match kind {
            Kind::Abbreviation
            | Kind::Annotation
            | Kind::Code
            | Kind::Link
            | Kind::Mark(_)
            | Kind::Plain
            | Kind::Time => self.inline(node, out),
            Kind::Picture => self.picture(node, out),
            Kind::Break => self.line_break(node, out),
            Kind::Box => self.mere_box(node, out),
            Kind::Paragraph => self.paragraph(node, out),
            Kind::Heading(level) => self.heading(node, level, out),
            Kind::List => self.list(node, out),
            Kind::Figure => self.figure(node, out),
            Kind::Quote => self.quote(node, out),
            Kind::Aside => self.aside(node, out),
            Kind::Details => self.details(node, out),
            Kind::Definitions => self.definitions(node, out),
            Kind::Preformatted => self.preformatted(node, out),
            Kind::Table => self.table(node, out),
            Kind::Recording(kind) => self.recording(node, kind, out),
            Kind::Player => self.player(node, out),
            // Google Docs has one that nobody sees before what it keeps for itself.
            Kind::Divider if node.attribute("style").is_some_and(|style| style.contains("display:none")) => {}
            // What stood between two of them is not the article's.
            Kind::Divider if out.line.is_blank() && matches!(out.blocks.last(), Some(Block::Divider)) => {}
            Kind::Divider => self.push(node, Block::Divider, out),
            Kind::Noscript => self.noscript(node, out),
            Kind::Silent => self.silent(node),
            Kind::Input | Kind::Nothing => {}
        }
    }

    /// Ends the line, and adds the block.
    pub(super) fn push(&mut self, node: Node<'t, 's>, block: Block<'a>, out: &mut Flow<'a>) {
        self.end_line(node, out);
        if self.is_another(node) {
            out.blocks.push(block);
        }
    }

    /// Counts one more block; returns whether there is room for it.
    pub(super) fn is_another(&mut self, node: Node<'t, 's>) -> bool {
        self.values.another_block_at(self.base.offset(node.start()))
    }

    /// Makes a paragraph of the line, if it says anything.
    pub(super) fn end_line(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        let content = self.finish(&mut out.line);
        if !content.is_empty() && self.is_another(node) {
            out.blocks.push(Block::Paragraph(content));
        }
    }

    /// Returns the line with what inline elements set around the blocks in them; nothing if it shows nothing.
    pub(super) fn finish(&self, line: &mut Line<'a>) -> Vec<Inline<'a>> {
        let mut content = line.take();
        if model::is_blank(&content) && !content.iter().any(|inline| matches!(inline, Inline::Link(_))) {
            return Vec::new();
        }
        for wrap in self.wraps.iter().rev() {
            content = vec![wrap.clone().around(content)];
        }
        content
    }

    /// An inline element is a part of the line, unless blocks stand in it: then it is set around the lines of those.
    fn inline(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        // What stands beside the picture of a figure is a credit, or a label for ears.
        let is_in_figure = || self.paragraph.is_some_and(|around| around.is(Tag::Figure));
        if caption::is_figure(node) {
            self.figure(node, out);
        } else if node.has_block() {
            self.end_line(node, out);
            self.within(node, out);
            self.end_line(node, out);
        } else if node.pictures() > 0 && (node.words() == 0 || is_in_figure()) && self.stands_alone(node, &out.line) {
            self.within(node, out);
        } else {
            self.phrase_of(node, &mut out.line);
        }
    }

    /// Adds what an element holds, with what it means around each line of it.
    fn within(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        let len = self.wraps.len();
        let wraps = self.wraps(node);
        self.wraps.extend(wraps);
        if node.is(Tag::Picture) {
            self.sources = Some(node);
        }
        for child in node.children() {
            self.add(child, out);
        }
        self.sources = None;
        if self.wraps.len() > len {
            self.end_line(node, out);
            self.wraps.truncate(len);
        }
    }

    /// A picture is a figure if it opens its paragraph, or ends it; among words it is a part of the line.
    fn stands_alone(&self, node: Node<'t, 's>, line: &Line<'a>) -> bool {
        line.is_blank() || self.paragraph.is_none_or(|paragraph| !node.is_before_words(paragraph))
    }

    fn picture(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        if image::is_icon(node) || !self.stands_alone(node, &out.line) {
            return self.phrase(node, &mut out.line);
        }
        if let Some(mut image) = self.image(node) {
            for wrap in &self.wraps {
                if let Wrap::Link(link) = wrap {
                    image.href.clone_from(&link.href);
                }
            }
            if let Some(Block::Image(last)) = out.blocks.last_mut()
                && out.line.is_blank()
                && pictures::is_again(last, &image)
            {
                return pictures::complete(last, image);
            }
            self.push(node, Block::from(image), out);
            out.picture = out.blocks.len();
        }
    }

    /// Two line breaks in a row end a paragraph.
    fn line_break(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        if matches!(out.line.content.last(), Some(Inline::Break)) {
            self.end_line(node, out);
        } else if !out.line.is_blank() {
            out.line.begin_line();
        }
    }

    fn mere_box(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        if ghost::is_player(node) || self.adopt(node, out) || self.attribute_quote(node, out) || self.card(node, out) {
            return;
        }
        if node.says("role", "heading") && !node.has_block() {
            let level = node.attribute("aria-level").and_then(|level| level.trim().parse().ok());
            return self.heading(node, level.unwrap_or(2).clamp(1, 6), out);
        }
        if node.words() == 0 && node.is_called_like("paywall") {
            self.push(node, Block::Paywall, out);
        }
        if caption::is_figure(node) {
            return self.figure(node, out);
        }
        if let Some(embed) = self.embedded_post(node) {
            return self.push(node, embed, out);
        }
        if aside::is_fact_box(node)
            || node.is_called("pull-quote")
            || node.has_class(&|class| class.ends_with("pullquote"))
        {
            return self.aside(node, out);
        }
        // What Word, Superdesk and a plug-in have for a quote.
        if node.is_called("msoquote|msointensequote|multi-line-quote|su-quote") {
            return self.quote(node, out);
        }
        self.end_line(node, out);
        let len = self.wraps.len();
        let language = self.language_of(node);
        self.wraps.extend(language);
        self.contents(node, out);
        self.end_line(node, out);
        self.wraps.truncate(len);
        if out.blocks.len() == out.picture + 1 {
            caption_below(&mut out.blocks);
        }
    }

    fn paragraph(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        let start = out.blocks.len();
        let address = if node.words() == 1 && !node.has_block() { self.lone_address(node) } else { None };
        if let Some(embed) = address {
            return self.push(node, embed, out);
        }
        if node.words() == 1 && node.pictures() == 0 && text::is_line_of_signs(node.first_text()) {
            return self.push(node, Block::Divider, out);
        }
        self.mere_box(node, out);
        if node.is_called("has-drop-cap|drop-cap|dropcap") {
            prose::drop_cap(out.blocks.get_mut(start));
        }
    }

    /// An address alone in a paragraph shows what is there, if it is a site that is known for that.
    fn lone_address(&self, node: Node<'t, 's>) -> Option<Block<'a>> {
        let address = embeds::sole_address(&node.plain_text())?.to_owned();
        Some(Block::from(embeds::from_address(address, self.at(node))?))
    }

    fn heading(&mut self, node: Node<'t, 's>, level: u8, out: &mut Flow<'a>) {
        if node.words() == 0 && node.pictures() > 0 {
            return self.mere_box(node, out);
        }
        self.end_line(node, out);
        let content = self.heading_line(node);
        if content.is_empty() {
            return;
        }
        // Newsprint's own are made anew.
        let id = self.attribute(node, "id").filter(|id| !id.starts_with("np-h-"));
        self.push(node, Block::Heading(Heading { level, content, id, at: self.at(node) }), out);
    }

    /// Returns the line of a heading, which is bold as it is.
    pub(super) fn heading_line(&mut self, node: Node<'t, 's>) -> Vec<Inline<'a>> {
        self.is_heading = true;
        let mut content = self.line(node);
        self.is_heading = false;
        while let [Inline::Marked(Mark::Strong, inside)] = content.as_mut_slice() {
            content = std::mem::take(inside);
        }
        content
    }

    pub(super) fn list(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        if caption::is_gallery(node) {
            return self.figure(node, out);
        }
        self.end_line(node, out);
        if node.has_child(&levels::says_level) {
            return self.list_of_levels(node, out);
        }
        let number = |node: Node<'t, 's>| node.attribute("start").and_then(|start| start.trim().parse().ok());
        let start = node.is(Tag::Ol).then(|| number(node).unwrap_or(1));
        let mut items: Vec<ListItem<'a>> = Vec::new();
        for child in node.children() {
            if self.notes.is_elsewhere(child) || (child.is(Tag::Li) && self.is_beside(child)) {
                continue;
            }
            let content = self.part(child, Tag::Li);
            match items.last_mut() {
                // A list right in a list belongs to the item before it.
                Some(last) if !child.is(Tag::Li) => last.content.extend(content),
                _ if content.is_empty() && !child.is(Tag::Li) => {}
                _ => items.push(ListItem { content, checked: checked(child) }),
            }
        }
        items.retain(|item| !item.content.is_empty());
        if !items.is_empty() {
            self.push(node, Block::List(List { start, items }), out);
        }
    }

    /// What a page shows without scripts is there twice if a picture stands before it in its box, or the same one behind it.
    fn noscript(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        // A picture without an address stands where the one is that is shown without scripts.
        let is_stand_in = |block: &mut Block<'a>| {
            let Block::Image(image) = block else { return false };
            image.src.is_none() && image.id.is_none() && image.caption.is_empty() && node.source().contains("img ")
        };
        let stood_in = out.blocks.pop_if(is_stand_in).is_some();
        let here = out.blocks.get(out.before..).unwrap_or_default();
        let follows_picture = matches!(here.last(), Some(Block::Image(_) | Block::Embed(_)))
            || matches!(out.line.content.last(), Some(Inline::Image(_)));
        let html = unescaped(node.source());
        let next = node.next_element().filter(|next| next.kind() == Some(Kind::Picture));
        if next.is_some_and(|picture| image::is_shown_in(picture, &html)) {
            return;
        }
        if (follows_picture && !stood_in) || html.trim().is_empty() || self.is_nested {
            return;
        }
        let asks_for_scripts = || html.to_ascii_lowercase().contains("javascript") && !html.contains("<img");
        if self.is_page && html.len() <= LONGEST_REQUEST && asks_for_scripts() {
            return self.report(Code::HtmlDropped, node.start(), "what a page says without its scripts is left out");
        }
        let blocks = self.nested(node, &html);
        for block in blocks {
            self.push(node, block, out);
        }
    }

    fn comment(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        let Some(comment) = node.comment() else { return };
        if matches!(comment, "members-only" | "paywall" | "wp:jetpack/paywall /") {
            self.push(node, Block::Paywall, out);
        } else if comment.starts_with("EMBED ") {
            self.embed = embed_id(comment);
        }
    }

    pub(super) fn silent(&mut self, node: Node<'t, 's>) {
        if node.attribute("type").is_some_and(|name| name.contains("ld+json")) {
            // It is read with the head of the page.
            return;
        }
        let name = match node.tag() {
            Some(Tag::Script) => "script",
            Some(Tag::Style) => "style sheet",
            Some(Tag::Svg) => "drawing",
            _ => "form field or template",
        };
        self.report(Code::HtmlDropped, node.start(), ["a ", name, " in the HTML is left out"].concat());
    }
}

/// HTML whose signs were escaped once more, as browsers save what is shown without scripts.
fn unescaped(html: String) -> String {
    if html.contains('<') || !html.contains("&lt;") { html } else { super::plain(html.into()).as_str().to_owned() }
}

/// Gives a picture the paragraph behind it that is in emphasis from its first word to its last, says what its
/// alternative text says, or is a credit or a few sentences before one: a caption where there are no figures.
fn caption_below(blocks: &mut Vec<Block<'_>>) {
    if let [.., Block::Image(image), Block::Paragraph(line)] = blocks.as_mut_slice()
        && image.caption.is_empty()
        && image.credit.is_none()
    {
        let mut line = line.clone();
        figure::drop_link(image, &mut line);
        // A link that the picture has not leads to something else.
        if matches!(line.as_slice(), [Inline::Link(_)]) {
            return;
        }
        let inside = if let [Inline::Marked(Mark::Emphasis, inside)] = line.as_slice() { Some(inside) } else { None };
        let text = plain_text(&line);
        let says_alt = matches!(&image.alt, Alt::Text(alt) if **alt == text);
        let is_before_credit = || words::count(&text) <= WORDS_OF_CAPTION && credit::is_announced(&text);
        let (caption, credit) = credit::split(inside.unwrap_or(&line).clone());
        if inside.is_some() || says_alt || (caption.is_empty() && credit.is_some()) || is_before_credit() {
            (image.caption, image.credit) = (caption, credit);
            image::settle_alt(image);
            blocks.pop();
        }
    }
}

/// What a comment of Superdesk calls the picture that follows it, as in `EMBED START Image {id: "editor_0"}`.
fn embed_id(comment: &str) -> Option<&str> {
    let (_, rest) = comment.strip_prefix("EMBED START")?.split_once("id:")?;
    rest.split(['"', '\'']).nth(1)
}
