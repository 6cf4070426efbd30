//! Reads components: which role is read how.

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{Block, Callout, CalloutKind, Heading, LinkCard, LinkKind, Pullquote, Quote, Unknown};

use super::super::source::shortened;
use super::super::values::at;
use super::AppleNews;

impl<'d, 'a> AppleNews<'_, 'd, 'a> {
    /// Adds what components say. The depth is bounded by that of JSON.
    pub(super) fn components(&mut self, list: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        for component in list.items() {
            if component.kind() != Kind::Object {
                self.values.expected("a component", component);
            } else if component.get("hidden").and_then(Value::as_bool) != Some(true)
                && self.values.another_block(component)
            {
                self.component(component, out);
            }
        }
    }

    fn component(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let role = component.str_of("role").unwrap_or_default();
        match &*role {
            "container" | "section" | "chapter" | "header" | "article_link" => self.container(component, out),
            "aside" => self.aside(component, out),
            // Lines and spaces between components, and what is filled in from another article.
            "divider" | "flexible_spacer" | "article_thumbnail" | "article_title" => {}
            role if role.ends_with("advertisement") => out.push(Block::Ad),
            "title" | "intro" | "byline" | "author" | "photographer" | "illustrator" => {
                self.header_part(component, &role, out);
            }
            "caption" => self.caption(component, out),
            "body" => self.body(component, out),
            "quote" => self.quote(component, out),
            "pullquote" => self.pullquote(component, out),
            "link_button" => self.button(component, out),
            role if role.starts_with("heading") => self.heading(component, role, out),
            "datatable" => out.extend(self.data_table(component)),
            "htmltable" => out.extend(self.html(component, "html")),
            role => self.shown(component, role, out),
        }
    }

    /// A picture may hide behind a container, as what fills it.
    #[inline(never)]
    pub(super) fn container(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let fill = component.get("style").and_then(|style| style.get("fill"));
        let fill =
            fill.filter(|fill| fill.get("type").is_none_or(|kind| kind.is("image") || kind.is("repeatable_image")));
        if let Some(image) = fill.and_then(|fill| self.fill(fill)) {
            self.add_shown(Block::Image(Box::new(image)), out);
        }
        if let Some(components) = component.get("components") {
            self.components(components, out);
        }
    }

    fn aside(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let mut content = Vec::new();
        self.end_caption(out);
        self.container(component, &mut content);
        self.end_caption(&mut content);
        if !content.is_empty() {
            let callout = Callout { kind: CalloutKind::Note, title: Vec::new(), content };
            out.push(Block::Callout(Box::new(callout)));
        }
    }

    /// Text. A pull quote may be faked by text that floats.
    fn body(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let style = component.str_of("textStyle").unwrap_or_default().to_ascii_lowercase();
        if component.get("anchor").is_some() && style.contains("quote") {
            return self.pullquote(component, out);
        }
        let mut blocks = self.blocks(component);
        if self.has_drop_cap(component)
            && let Some(first) = blocks.first_mut()
            && let Block::Paragraph(line) = first
        {
            *first = Block::DropCap(std::mem::take(line));
        }
        out.extend(blocks);
    }

    fn quote(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let content = self.blocks(component);
        if !content.is_empty() {
            out.push(Block::Quote(Quote { content, ..Quote::default() }));
        }
    }

    /// Who is quoted may stand in a pull quote of their own.
    fn pullquote(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let line = self.line(component);
        let is_dash = |c: char| matches!(c, '—' | '–' | '-' | ' ');
        let text = crate::model::plain_text(&line);
        if let Some(Block::Pullquote(quote)) = out.last_mut()
            && quote.cite.is_empty()
            && text.starts_with(['—', '–', '-'])
        {
            quote.cite = vec![crate::model::Inline::Text(text.trim_start_matches(is_dash).to_owned().into())];
        } else if !line.is_empty() {
            out.push(Block::Pullquote(Pullquote { content: line, cite: Vec::new() }));
        }
    }

    /// Levels are counted from the highest that the article uses; a heading without a number is one of them.
    fn heading(&mut self, component: Value<'d, 'a>, role: &str, out: &mut Vec<Block<'a>>) {
        let content = self.line(component);
        if content.is_empty() {
            return;
        }
        let level = role.strip_prefix("heading").and_then(|level| level.parse::<u8>().ok()).unwrap_or(self.first_level);
        let level = (level.saturating_sub(self.first_level) + 2).min(6);
        // A heading right above the title says what the article is about.
        if self.article.headline.is_empty() && self.article.kicker.is_empty() && out.is_empty() && self.has_title() {
            self.article.kicker = content;
            return;
        }
        out.push(Block::Heading(Heading { level, content, id: None, at: at(component) }));
    }

    fn has_title(&self) -> bool {
        self.root.get("components").into_iter().flat_map(Value::items).any(super::style::holds_title)
    }

    fn button(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let url = component.get("URL").and_then(|url| self.values.url(url));
        let title = self.line(component);
        let card = LinkCard { url, title, kind: LinkKind::Bookmark, at: at(component), ..LinkCard::default() };
        if !card.title.is_empty() || card.url.is_some() {
            out.push(Block::LinkCard(Box::new(card)));
        }
    }

    fn shown(&mut self, component: Value<'d, 'a>, role: &str, out: &mut Vec<Block<'a>>) {
        if let Some(block) = self.media(component, role) {
            return self.add_shown(block, out);
        }
        let name = shortened(role).into_owned();
        self.values.add(Code::BlockUnknown, component, format!("there is no role `{name}`; its text is kept"));
        let mut content = self.blocks(component);
        self.container(component, &mut content);
        out.push(Block::Unknown(Unknown { name: name.into(), content }));
    }
}
