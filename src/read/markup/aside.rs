//! What stands apart in HTML: quotes, boxes, what opens, lists of terms, code, players; it knows their elements and the
//! classes of the systems that write them.

use std::borrow::Cow;

use super::flow::Flow;
use super::line::Line;
use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, amp, caption, image};
use crate::diagnostic::Code;
use crate::json::Document;
use crate::model::{
    self, Block, Callout, CalloutKind, Definition, DefinitionList, Details, Embed, Image, Pullquote, Quote, Recording,
    RecordingKind, RecordingSource, Track, TrackKind, Url,
};
use crate::read::{embeds, prose, quote};

/// What the names of pull quotes have in them.
pub(super) const PULLED: &str = "pullquote|pull-quote|pull_quote";

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Adds a quote; whom it quotes stands in it or, in a figure, below it.
    pub(super) fn quote(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        if let Some(post) = self.embedded_post(node) {
            return self.push(node, post, out);
        }
        self.end_line(node, out);
        // What is quoted from may be named beside who is quoted.
        let cite = node.last_that(&is_cite);
        let cite = cite.and_then(|cite| node.find_that(&|outer| is_cite(outer) && outer.holds(cite))).or(cite);
        let elsewhere = self.notes.set_aside(cite.as_slice());
        let is_pulled = self.is_pulled || node.is_called_like(PULLED);
        let content = if is_pulled { Vec::new() } else { self.blocks(node) };
        let line = if is_pulled { self.line(node) } else { Vec::new() };
        self.notes.forget(elsewhere);
        let cite = quote::cite(self.line_in(cite));
        if is_pulled && !line.is_empty() {
            self.push(node, Block::Pullquote(Pullquote { content: line, cite }), out);
        } else if !content.is_empty() || !cite.is_empty() {
            let cite_url = self.url(node, "cite");
            let (content, cite) = quote::said_by(content, cite);
            self.push(node, Block::Quote(Quote { content, cite, cite_url }), out);
        }
    }

    /// Adds what stands beside the text: a pull quote or a box by its class, else only what is in it.
    pub(super) fn aside(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        self.end_line(node, out);
        if node.is_called_like(PULLED) {
            let outside = std::mem::replace(&mut self.is_pulled, true);
            if node.find(Tag::Blockquote).is_some() {
                self.contents(node, out);
            } else {
                self.quote(node, out);
            }
            self.is_pulled = outside;
            return;
        }
        let Some(kind) = box_kind(node) else {
            if self.quote_alone(node, out) {
                return;
            }
            self.contents(node, out);
            return self.end_line(node, out);
        };
        let named = node.find_that(&is_title).filter(|title| title.first_text() == node.first_text());
        let elsewhere = self.notes.set_aside(named.as_slice());
        let mut content = self.blocks(node);
        self.notes.forget(elsewhere);
        let title = if named.is_some() { self.line_in(named) } else { prose::title(&mut content) };
        if !content.is_empty() || !title.is_empty() {
            self.push(node, Block::from(Callout { kind, title, content }), out);
        }
    }

    /// Adds a quote that is all there is in a box beside the text but for whom it quotes; returns whether it was.
    fn quote_alone(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) -> bool {
        let quote = node.find(Tag::Blockquote).or_else(|| node.find(Tag::Q));
        let Some(quote) = quote.filter(|_| node.is(Tag::Aside)) else { return false };
        let cite = node.find_that(&|child| is_cite(child) && !quote.holds(child) && !child.holds(quote));
        if node.words() != quote.words() + cite.map_or(0, Node::words) || node.pictures() > 0 {
            return false;
        }
        let content = self.line(quote);
        let cite = quote::cite(self.line_in(cite));
        self.push(node, Block::Pullquote(Pullquote { content, cite }), out);
        true
    }

    pub(super) fn details(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        self.end_line(node, out);
        let summary = node.child_that(&|child| child.is(Tag::Summary));
        let elsewhere = self.notes.set_aside(summary.as_slice());
        let content = self.blocks(node);
        self.notes.forget(elsewhere);
        let summary = self.line_in(summary);
        let is_open = node.has("open");
        if !content.is_empty() || !summary.is_empty() {
            self.push(node, Block::from(Details { summary, content, is_open }), out);
        }
    }

    pub(super) fn definitions(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        if caption::is_gallery_item(node) {
            return self.figure(node, out);
        }
        self.end_line(node, out);
        let mut items: Vec<Definition<'a>> = Vec::new();
        self.add_definitions(node, &mut items);
        if !items.is_empty() {
            self.push(node, Block::from(DefinitionList { title: Vec::new(), items }), out);
        }
    }

    /// Terms and descriptions may stand in boxes (HTML 4.4.9).
    fn add_definitions(&mut self, node: Node<'t, 's>, items: &mut Vec<Definition<'a>>) {
        for child in node.children() {
            match child.tag() {
                Some(Tag::Dt) => items.push(Definition { term: self.line(child), ..Definition::default() }),
                Some(Tag::Div) => self.add_definitions(child, items),
                _ => {
                    let description = self.part(child, Tag::Dd);
                    match items.last_mut() {
                        Some(last) => last.description.extend(description),
                        None if description.is_empty() => {}
                        None => items.push(Definition { description, ..Definition::default() }),
                    }
                }
            }
        }
    }

    /// Adds code, or lines whose breaks count.
    pub(super) fn preformatted(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        self.end_line(node, out);
        let code = node.find(Tag::Code).filter(|code| code.words() == node.words());
        // A block of code is nothing but text: one with links in it is lines with code in them.
        let has_links = node.has_that(&|link| link.has("href") && !link.begins("href", "#"));
        if !has_links && (code.is_some() || node.is_called_like("code|syntax|highlight|brush")) {
            let language = code.and_then(language).or_else(|| language(node));
            let text = self.made(verbatim(node));
            if !text.is_blank() {
                let language = language.map(|name| self.made(name));
                self.push(node, Block::Code(model::Code { language, text, caption: Vec::new() }), out);
            }
            return;
        }
        let mut line = Line::verbatim();
        for child in node.children() {
            self.phrase(child, &mut line);
        }
        let content = self.finish(&mut line);
        if !content.is_empty() {
            self.push(node, Block::Preformatted(content), out);
        }
    }

    pub(super) fn recording(&mut self, node: Node<'t, 's>, kind: RecordingKind, out: &mut Flow<'a>) {
        let recording = self.recording_of(node, kind);
        self.push(node, Block::from(recording), out);
    }

    /// Returns what a film or a sound is.
    pub(super) fn recording_of(&mut self, node: Node<'t, 's>, kind: RecordingKind) -> Recording<'a> {
        let (width, height) = image::size(node);
        let title = self.title(node);
        let mut recording = Recording { title, width, height, at: self.at(node), ..Recording::new(kind) };
        if let Some(poster) = self.attribute(node, "poster") {
            let src = self.media_url(node, poster);
            recording.poster = src.map(|src| Image { src: Some(src), at: self.at(node), ..Image::default() });
        }
        self.add_source(node, &mut recording);
        for child in node.elements() {
            match child.tag() {
                Some(Tag::Source) => self.add_source(child, &mut recording),
                Some(Tag::Track) => recording.tracks.extend(self.track(child)),
                _ => {}
            }
        }
        recording
    }

    fn add_source(&mut self, node: Node<'t, 's>, recording: &mut Recording<'a>) {
        let address = self.attribute(node, "src").or_else(|| self.attribute(node, "data-src"));
        if let Some(src) = address.and_then(|address| self.media_url(node, address)) {
            let media_type = self.attribute(node, "type");
            recording.sources.push(RecordingSource { src, media_type });
        }
    }

    fn track(&mut self, node: Node<'t, 's>) -> Option<Track<'a>> {
        let src = self.attribute(node, "src").and_then(|address| self.media_url(node, address))?;
        let name = node.attribute("kind").map_or("subtitles", |name| name);
        let kind = TrackKind::NAMES.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)?;
        Some(Track { kind, src, language: self.language(node, "srclang"), label: self.attribute(node, "label") })
    }

    /// Adds what another site shows. What is too small to be seen only counts readers.
    pub(super) fn player(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        let is_unseen =
            |name: &str| node.attribute(name).is_some_and(|value| matches!(value.trim(), "0" | "1" | "1px"));
        if is_unseen("width") && is_unseen("height") {
            return self.report(Code::HtmlDropped, node.start(), "a frame that cannot be seen is left out");
        }
        // WordPress hides this frame until its script has run; the quote before it links to the page.
        if node.is_called(EMBEDDED) && node.attribute("style").is_some_and(|style| style.contains("hidden")) {
            return;
        }
        let Some(url) = self.shown_elsewhere(node) else {
            if node.is(Tag::Object) && node.words() > 0 {
                self.end_line(node, out);
                return self.contents(node, out);
            }
            return self.report(Code::HtmlDropped, node.start(), "a frame without an address that is safe is left out");
        };
        let title = self.title(node);
        // Another site of WordPress is shown as a quote with the way to it, and as a frame that takes the quote's place.
        if node.is_called(EMBEDDED)
            && let Some(Block::Embed(quote)) = out.blocks.last_mut()
        {
            quote.title = quote.title.take().or(title);
            return;
        }
        let embed = embeds::embed(url, self.at(node));
        // What AMP shows until its script has run.
        let fallback = if matches!(node.tag(), Some(Tag::Site(..))) { self.blocks(node) } else { Vec::new() };
        let (width, height) = image::size(node);
        let embed = Embed { title, width, height, fallback, ..embed };
        self.push(node, Block::from(embed), out);
    }

    /// Returns the address of what a player shows.
    pub(super) fn shown_elsewhere(&mut self, node: Node<'t, 's>) -> Option<Url<'a>> {
        const ADDRESSES: [&str; 5] = ["src", "data-src", "data-lazy-src", "data-url", "data"];
        if let Some(Tag::Site(row)) = node.tag() {
            let (name, page) = amp::site(row)?;
            return Url::parse([page, node.attribute(name)?.trim()].concat()).ok();
        }
        let name = ADDRESSES.iter().find(|name| node.attribute(name).is_some_and(|value| is_address(value)))?;
        self.url(node, name)
    }

    /// A post of another site, as the site writes it for pages that run its script: its words, and the way to it.
    pub(super) fn embedded_post(&mut self, node: Node<'t, 's>) -> Option<Block<'a>> {
        const CLASSES: &str = "bluesky-embed|fb-post|fb-video|flourish-embed|imgur-embed-pub|infogram-embed|instagram-media|mastodon-embed|reddit-embed-bq|text-post-media|tiktok-embed|twitter-tweet|twitter-video|wp-embedded-content";
        if let Some(url) = film_of_settings(node).or_else(|| film_of_html(node)) {
            return Some(Block::from(embeds::embed(url, self.at(node))));
        }
        if !node.is_called(CLASSES) || node.is(Tag::Iframe) {
            return None;
        }
        const ADDRESSES: [&str; 4] = ["data-instgrm-permalink", "data-href", "cite", "data-text-post-permalink"];
        let named = node.first(&ADDRESSES);
        let place = |name, start: &str, end| Some([start, node.attribute(name)?.trim(), end].concat());
        let of_script = place("data-src", "https://flo.uri.sh/", "/embed")
            .or_else(|| node.is_called("infogram-embed").then(|| place("data-id", "https://infogram.com/", ""))?);
        let linked = || {
            let links = node.elements().filter(|child| child.is(Tag::A)).filter_map(|link| link.attribute("href"));
            links.filter_map(|href| Url::parse(self.cow(href)).ok()).filter(|url| url.host().is_some()).last()
        };
        let url = match (named, of_script) {
            (Some(address), _) => Url::parse(self.cow(address)).ok(),
            (None, Some(address)) => Url::parse(address).ok(),
            (None, None) => linked(),
        }?;
        let title = self.attribute(node, "data-title");
        let embed = embeds::embed(url, self.at(node));
        Some(Block::from(Embed { title, fallback: self.blocks(node), ..embed }))
    }
}

/// The address of the film that Elementor's script puts into an element, by the settings that the script reads.
fn film_of_settings(node: Node<'_, '_>) -> Option<Url<'static>> {
    let settings = node.attribute("data-settings").filter(|_| node.words() == 0 && node.find(Tag::Iframe).is_none())?;
    let settings = Document::parse(settings).ok()?;
    let settings = settings.root();
    let site = settings.str_of("video_type").unwrap_or(Cow::Borrowed("youtube"));
    Url::parse(settings.str_of(&[&site, "_url"].concat())?.into_owned()).ok()
}

/// The address of the frame that Squarespace keeps as HTML in an attribute.
fn film_of_html(node: Node<'_, '_>) -> Option<Url<'static>> {
    let html = node.attribute("data-html").filter(|_| node.words() == 0 && node.find(Tag::Iframe).is_none())?;
    let (_, address) = html.split_once("<iframe")?.1.split_once("src=\"")?;
    Url::parse(address.split('"').next()?.replace("&amp;", "&")).ok()
}

/// The class of what one site of WordPress shows of another.
const EMBEDDED: &str = "wp-embedded-content";

fn is_address(value: &str) -> bool {
    let value = value.trim();
    !value.is_empty() && !value.starts_with("about:")
}

/// Whether an element says whom a quote quotes.
pub(super) fn is_cite(node: Node<'_, '_>) -> bool {
    let is_named = || node.is_called_like("attribution|cite|author");
    node.words() > 0
        && ((node.is(Tag::Cite) && !node.has_block())
            || node.is(Tag::Footer)
            || (matches!(node.kind(), Some(Kind::Box | Kind::Paragraph | Kind::Plain)) && is_named()))
}

/// Whether an element that is no heading is called the title of its box.
fn is_title(node: Node<'_, '_>) -> bool {
    let is_line = matches!(node.kind(), Some(Kind::Box | Kind::Paragraph | Kind::Plain));
    is_line && node.words() == 1 && !node.has_block() && node.is_called_like("title|heading|headline")
}

/// What a box beside the text is for, if its class says so.
fn box_kind(node: Node<'_, '_>) -> Option<CalloutKind> {
    const KINDS: [(&str, CalloutKind); 5] = [
        ("warning", CalloutKind::Warning),
        ("disclaimer", CalloutKind::Disclaimer),
        ("fact|infobox", CalloutKind::FactBox),
        ("key-points", CalloutKind::KeyPoints),
        ("callout|note", CalloutKind::Note),
    ];
    let named = KINDS.iter().find(|(word, _)| node.is_called_like(word)).map(|(_, kind)| *kind);
    named.or_else(|| is_fact_box(node).then_some(CalloutKind::FactBox))
}

/// Whether an element of whatever kind is called a box of facts.
pub(super) fn is_fact_box(node: Node<'_, '_>) -> bool {
    const NAMES: &str = "fact|facts|factbox|fact-box|infobox|info-box|infokasten|faktabox|faktaboks|faktaruta|fakta-box|encadre|recuadro|mol-factbox";
    node.words() > 1 && node.is_called(NAMES)
}

/// The language that the class of code names.
fn language(node: Node<'_, '_>) -> Option<String> {
    let classes = node.attribute("class")?;
    let brush = || classes.split_once("brush:")?.1.split([' ', ';']).find(|name| !name.is_empty());
    let mut names = classes.split_ascii_whitespace();
    let name = names.find_map(|class| class.strip_prefix("language-").or_else(|| class.strip_prefix("lang-")));
    let name = name.or_else(brush);
    name.filter(|name| !name.is_empty()).map(str::to_owned)
}

/// The words in an element as they stand, without the line break that it may begin with (HTML 13.1.2.5).
fn verbatim(node: Node<'_, '_>) -> String {
    let mut out = String::new();
    add_verbatim(node, &mut out);
    let text = out.strip_prefix('\n').unwrap_or(&out);
    text.trim_end_matches('\n').to_owned()
}

fn add_verbatim(node: Node<'_, '_>, out: &mut String) {
    for child in node.children() {
        match child.text() {
            Some(text) => out.push_str(text),
            None if child.is(Tag::Br) => out.push('\n'),
            None => add_verbatim(child, out),
        }
    }
}
