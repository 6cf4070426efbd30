//! Reads components: which role is read how.

use crate::json::Value;
use crate::model::{Block, CalloutKind, Inline, LinkCard, LinkKind, Pullquote, Quote, Role, Url, plain_text};

use super::super::values::at;
use super::super::{embeds, prose, quote, words};
use super::AppleNews;

/// Roles of text, before which a caption ends.
const TEXTS: &str = "title|intro|byline|author|photographer|illustrator|body|quote|pullquote|link_button|article_link";

impl<'d, 'a> AppleNews<'_, 'd, 'a> {
    /// Adds what components say. The depth is bounded by that of JSON.
    pub(super) fn components(&mut self, list: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        for component in list.items() {
            if !component.is_true("hidden") && self.values.is_block(component, "a component") {
                self.component(component, out);
            }
        }
    }

    fn component(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let role = component.str_of("role").unwrap_or_default();
        if words::has(TEXTS, &role) || role.starts_with("heading") {
            self.end_caption(out);
        }
        match &*role {
            "container" | "section" | "chapter" | "header" | "recipe" => self.container(component, out),
            "article_link" => self.article_link(component, out),
            "aside" => self.aside(component, out),
            // Lines and spaces between components, and what is filled in from another article.
            "divider" | "flexible_spacer" | "article_thumbnail" | "article_title" => {}
            role if role.ends_with("advertisement") => out.push(Block::Ad),
            "title" => self.title(component, out),
            "intro" if self.article.standfirst.is_empty() => self.article.standfirst = self.blocks(component),
            "intro" => out.extend(self.blocks(component)),
            "byline" | "author" => self.byline(component, out),
            "photographer" => self.credit_line(component, Role::Photographer, out),
            "illustrator" => self.credit_line(component, Role::Illustrator, out),
            "caption" => self.caption(component, out),
            "body" => self.body(component, out),
            "quote" => self.quote(component, out),
            "pullquote" => self.pullquote(component, out),
            "link_button" => self.button(component, out),
            role if role.starts_with("heading") => self.heading(component, role, out),
            "datatable" => self.data_table(component).into_iter().for_each(|table| self.add_shown(table, out)),
            "htmltable" => self.html(component, "html").into_iter().for_each(|block| self.add_shown(block, out)),
            role => self.shown(component, role, out),
        }
    }

    /// A picture may hide behind a container, as what fills it.
    #[inline(never)]
    pub(super) fn container(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let fill = component.get_in("style", "fill");
        if let Some(image) = fill.and_then(|fill| self.fill(fill)) {
            self.add_shown(Block::from(image), out);
        }
        if let Some(components) = component.get("components") {
            let outside = self.are_captions_text;
            self.are_captions_text = fill.is_none() && is_sidebar(components);
            let before = out.len();
            self.components(components, out);
            self.link(component, out.get_mut(before..).unwrap_or_default());
            self.are_captions_text = outside;
        }
    }

    /// A link to another article, which is filled in from there.
    fn article_link(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let mut content = Vec::new();
        self.container(component, &mut content);
        let id = self.text(component, "articleIdentifier").unwrap_or_default();
        let address = match embeds::word(&id) {
            Some(id) => ["https://apple.news/", id].concat(),
            None => id.to_string(),
        };
        let url = Url::parse(address).ok().filter(|url| url.host().is_some());
        let mut card = LinkCard { url, kind: LinkKind::Related, at: at(component), ..LinkCard::default() };
        if let Some(at) = content.iter().position(|block| matches!(block, Block::Image(_)))
            && let Block::Image(found) = content.remove(at)
        {
            card.image = Some(*found);
        }
        card.title = prose::one_line(&content);
        out.extend(prose::link_card(card));
    }

    fn aside(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let mut content = Vec::new();
        self.end_caption(out);
        self.container(component, &mut content);
        self.end_caption(&mut content);
        out.extend(prose::callout(CalloutKind::Note, Vec::new(), content));
    }

    /// Text. A pull quote may be faked by text that floats.
    fn body(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let style = component.str_of("textStyle").unwrap_or_default().to_ascii_lowercase();
        if component.get("anchor").is_some() && style.contains("quote") {
            return self.pullquote(component, out);
        }
        let mut blocks = self.blocks(component);
        if self.has_drop_cap(component) {
            prose::drop_cap(blocks.first_mut());
        }
        self.is_in_text |= !blocks.is_empty();
        out.extend(blocks);
    }

    fn quote(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let mut content = self.blocks(component);
        let cite = cite(&mut content);
        if !content.is_empty() {
            out.push(Block::Quote(Quote { content, cite, cite_url: None }));
        }
    }

    /// Who is quoted may stand in a pull quote of their own.
    fn pullquote(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let mut blocks = self.blocks(component);
        let cite = cite(&mut blocks);
        let content = prose::one_line(&blocks);
        match out.last_mut() {
            Some(Block::Pullquote(quote)) if quote.cite.is_empty() && begins_with_dash(&content) => {
                quote.cite = quote::cite(content);
            }
            Some(_) | None if content.is_empty() => {}
            Some(_) | None => out.push(Block::Pullquote(Pullquote { content, cite })),
        }
    }

    /// Levels are counted from the highest that the article uses; a heading without a number is one of them.
    fn heading(&mut self, component: Value<'d, 'a>, role: &str, out: &mut Vec<Block<'a>>) {
        let content = self.line(component);
        let level = role.strip_prefix("heading").and_then(|level| level.parse::<u8>().ok()).unwrap_or(self.first_level);
        let level = (level.saturating_sub(self.first_level) + 2).min(6);
        // A heading right above the title says what the article is about.
        let is_first = self.article.headline.is_empty() && self.article.kicker.is_empty();
        if is_first && self.has_title && out.iter().all(is_media) {
            self.article.kicker = content;
        } else {
            out.extend(prose::heading(level, content, component));
        }
    }

    fn button(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let url = prose::url_of(&mut self.values, component, &["URL"]);
        let title = self.line(component);
        let card = LinkCard { url, title, kind: LinkKind::Bookmark, at: at(component), ..LinkCard::default() };
        out.extend(prose::link_card(card));
    }

    fn shown(&mut self, component: Value<'d, 'a>, role: &str, out: &mut Vec<Block<'a>>) {
        if let Some(block) = self.media(component, role) {
            return self.add_shown(block, out);
        }
        let mut content = self.blocks(component);
        self.container(component, &mut content);
        out.push(prose::unknown(&mut self.values, component, "role", role, content));
    }
}

/// Whether the components of a container are text although they are called captions: there are several, and nothing to
/// be a caption of.
fn is_sidebar(components: Value<'_, '_>) -> bool {
    let captions = components.items().filter(|component| component.says("role", "caption")).count();
    let is_media = |component| is_picture(component) || component.says("role", "container");
    captions > 1 && !components.items().any(is_media)
}

/// Takes whom a quote quotes from its end: a paragraph that begins with a dash and is no sentence.
fn cite<'a>(blocks: &mut Vec<Block<'a>>) -> Vec<Inline<'a>> {
    let is_sentence = |line: &[Inline<'_>]| plain_text(line).trim_end().ends_with(['.', '!', '?', '…', '”', '»', '"']);
    let is_after = blocks.len() > 1;
    let is_cite = |block: &mut Block<'a>| matches!(block, Block::Paragraph(line) if is_after && begins_with_dash(line) && !is_sentence(line));
    match blocks.pop_if(is_cite) {
        Some(Block::Paragraph(line)) => quote::cite(line),
        Some(_) | None => Vec::new(),
    }
}

fn begins_with_dash(line: &[Inline<'_>]) -> bool {
    plain_text(line).starts_with(['—', '–', '-'])
}

/// Whether a component shows a picture, or a film that begins with one.
pub(super) fn is_picture(component: Value<'_, '_>) -> bool {
    let role = component.str_of("role").unwrap_or_default();
    words::has("photo|image|figure|portrait|gallery|mosaic|video", &role)
}

/// Whether a block is something to look at or to listen to, or has room for that.
pub(super) fn is_media(block: &Block<'_>) -> bool {
    matches!(block, Block::Image(_) | Block::Gallery(_) | Block::Recording(_) | Block::Embed(_) | Block::Ad)
}
