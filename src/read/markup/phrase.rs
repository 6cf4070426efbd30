//! Elements → inlines; it knows which elements mean something in a line.

use super::line::{Line, Wrap, joined};
use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, image};
use crate::diagnostic::Code;
use crate::model::{
    Alt, Date, Direction, Inline, InlineImage, Language, Link, Mark, MediaUrl, Span, Text, Url, plain_line,
};
use crate::read::source::shortened;

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Returns what an element holds as one line. The blocks in it are lines of the line.
    pub(super) fn line(&mut self, node: Node<'t, 's>) -> Vec<Inline<'a>> {
        let mut line = Line::default();
        self.phrases(node, &mut line);
        self.finish(&mut line)
    }

    fn phrases(&mut self, node: Node<'t, 's>, line: &mut Line<'a>) {
        for child in node.children() {
            self.phrase(child, line);
        }
    }

    /// Adds a node to a line. The depth of the tree is bounded where it is built.
    pub(super) fn phrase(&mut self, node: Node<'t, 's>, line: &mut Line<'a>) {
        if let Some(text) = node.text() {
            return line.add(self.cow(text));
        }
        let Some(kind) = node.kind() else { return };
        if self.notes.is_elsewhere(node) {
            return;
        }
        match kind {
            Kind::Mark(Mark::Superscript) if let Some(name) = self.note_in(node) => {
                self.note_reference(node, name, line);
            }
            Kind::Mark(Mark::Superscript) if node.attribute("data-tune").is_some_and(|name| &**name == "footnotes") => {
                line.push(Inline::NoteRef { id: node.plain_text().into(), at: self.at(node) });
            }
            Kind::Plain if let Some(what) = unseen(node) => self.report(Code::HtmlDropped, node.start(), what),
            Kind::Link if let Some(name) = self.note_of(node) => self.note_reference(node, name, line),
            Kind::Link if self.notes.is_way_back(node) || is_second_way(node) || is_for_subscribers(node) => {}
            Kind::Abbreviation | Kind::Link | Kind::Mark(_) | Kind::Plain | Kind::Time => self.wrapped(node, line),
            Kind::Code => {
                let outside = std::mem::replace(&mut line.is_code, true);
                self.phrases(node, line);
                line.is_code = outside;
            }
            Kind::Annotation => {
                line.add(" (".into());
                self.phrases(node, line);
                line.add(")".into());
            }
            Kind::Break => line.push(Inline::Break),
            Kind::Picture => self.inline_image(node, line),
            Kind::Player | Kind::Recording(_) => self.player_link(node, line),
            Kind::Silent => self.silent(node),
            Kind::Input | Kind::Noscript | Kind::Nothing => {}
            Kind::Aside
            | Kind::Box
            | Kind::Definitions
            | Kind::Details
            | Kind::Divider
            | Kind::Figure
            | Kind::Heading(_)
            | Kind::List
            | Kind::Paragraph
            | Kind::Preformatted
            | Kind::Quote
            | Kind::Table => {
                line.begin_line();
                self.phrases(node, line);
                line.begin_line();
            }
        }
    }

    /// Adds what an element holds with what the element means around it.
    fn wrapped(&mut self, node: Node<'t, 's>, line: &mut Line<'a>) {
        let Some(wrap) = self.wrap(node) else { return self.phrases(node, line) };
        let mark = if let Wrap::Mark(mark) = wrap { Some(mark) } else { None };
        if mark.is_some_and(|mark| line.marks.contains(&mark)) {
            return self.phrases(node, line);
        }
        line.marks.extend(mark);
        let before = std::mem::take(&mut line.content);
        self.phrases(node, line);
        let content = joined(std::mem::replace(&mut line.content, before));
        if mark.is_some() {
            line.marks.pop();
        }
        if !content.is_empty() || matches!(wrap, Wrap::Link(_)) {
            line.content.push(wrap.around(content));
        }
    }

    /// Returns what an inline element means, if it means anything.
    pub(super) fn wrap(&mut self, node: Node<'t, 's>) -> Option<Wrap<'a>> {
        let tag = node.tag()?;
        if tag == Tag::A {
            return self.link(node).map(Wrap::Link);
        }
        if let Some(language) = self.language_of(node) {
            return Some(language);
        }
        let kind = node.kind();
        if let Some(Kind::Mark(mark)) = kind
            && !is_undone(node)
        {
            Some(Wrap::Mark(mark))
        } else if kind == Some(Kind::Abbreviation) {
            self.attribute(node, "title").map(Wrap::Abbreviation)
        } else if kind == Some(Kind::Time) {
            self.attribute(node, "datetime").map(|date| Wrap::Time(Date::parse(date)))
        } else {
            styled(node).map(Wrap::Mark)
        }
    }

    /// Returns the language and the direction that an element gives its words.
    pub(super) fn language_of(&mut self, node: Node<'t, 's>) -> Option<Wrap<'a>> {
        let language =
            node.attribute("lang").or_else(|| node.attribute("xml:lang")).filter(|tag| !tag.trim().is_empty());
        let direction = node.attribute("dir").and_then(|name| Direction::from_name(&name.to_ascii_lowercase()));
        let language = language.and_then(|tag| {
            let language = Language::parse(self.cow(tag));
            if language.is_none() {
                let message = format!("`{}` is no language tag", shortened(tag));
                self.report(Code::LangInvalid, node.start(), message);
            }
            language
        });
        let is_meant = language.is_some() || direction.is_some();
        is_meant.then(|| Wrap::Span(Span { language, direction, content: Vec::new() }))
    }

    /// An anchor without an address is only its content.
    fn link(&mut self, node: Node<'t, 's>) -> Option<Link<'a>> {
        let address = node.attribute("href")?;
        let is_sponsored = node
            .attribute("rel")
            .is_some_and(|rel| rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("sponsored")));
        let language = node.attribute("hreflang").and_then(|tag| Language::parse(self.cow(tag)));
        let href = self.url(node, "href");
        if href.is_none() && address.trim().is_empty() {
            return None;
        }
        Some(Link { href, content: Vec::new(), is_sponsored, language, at: self.at(node) })
    }

    /// Returns the address in an attribute; one that is not safe is reported.
    pub(super) fn url(&mut self, node: Node<'t, 's>, name: &str) -> Option<Url<'a>> {
        let address = node.attribute(name)?;
        match Url::parse(self.cow(address)) {
            Ok(url) => Some(url),
            Err(error) => {
                if !address.trim().is_empty() {
                    let message = format!("the address `{}` {}", shortened(address), error.reason());
                    self.report(Code::LinkUnsafe, node.start(), message);
                }
                None
            }
        }
    }

    /// Returns the address of a file in a text.
    pub(super) fn media_url(&mut self, node: Node<'t, 's>, address: Text<'a>) -> Option<MediaUrl<'a>> {
        match MediaUrl::parse(address.clone().into_cow()) {
            Ok(url) => Some(url),
            Err(error) => {
                if !address.is_blank() {
                    let message = format!("the address `{}` {}", shortened(&address), error.reason());
                    self.report(Code::ImgSrcUnsafe, node.start(), message);
                }
                None
            }
        }
    }

    fn inline_image(&mut self, node: Node<'t, 's>, line: &mut Line<'a>) {
        let src = image::address(node).map(|address| Text::from(self.cow(address)));
        let src = src.and_then(|address| self.media_url(node, address));
        let alt = self.alt(node);
        if src.is_none() && !matches!(alt, Alt::Text(_)) {
            return;
        }
        let (width, height) = (image::pixels(node, "width"), image::pixels(node, "height"));
        line.push(Inline::Image(InlineImage { src, alt, width, height, at: self.at(node) }));
    }

    /// A player in a line is a link to what it plays.
    fn player_link(&mut self, node: Node<'t, 's>, line: &mut Line<'a>) {
        let Some(href) = self.shown_elsewhere(node) else {
            return self.phrases(node, line);
        };
        let name = self.attribute(node, "title").unwrap_or_else(|| Text::from(href.as_str().to_owned()));
        let content = plain_line(name);
        line.push(Inline::Link(Link { href: Some(href), content, at: self.at(node), ..Link::default() }));
    }
}

/// What is left out of a page because nobody sees it there.
fn unseen(node: Node<'_, '_>) -> Option<&'static str> {
    const CLASSES: [&str; 6] =
        ["np-vh", "screen-reader-text", "sr-only", "u-visually-hidden", "visually-hidden", "visuallyhidden"];
    if node.has_class(&|class| CLASSES.contains(&class)) {
        return Some("a label that a page has for screen readers alone is left out");
    }
    let is_hollow = node.is(Tag::Custom) && node.elements().next().is_none() && node.words() == 0;
    is_hollow.then_some("an element of the page's own shows nothing without its script, and is left out")
}

/// Whether a link leads to a page that Substack knows only when it sends the post.
fn is_for_subscribers(node: Node<'_, '_>) -> bool {
    node.attribute("href").is_some_and(|href| href.starts_with("%%"))
}

/// Whether a link is the button beside a link to the same file.
fn is_second_way(node: Node<'_, '_>) -> bool {
    node.has_class(&|class| class == "wp-block-file__button")
}

/// Whether the style of an element takes its mark back, as word processors on the web write it.
fn is_undone(node: Node<'_, '_>) -> bool {
    node.attribute("style").is_some_and(|style| {
        let style: String = style.to_ascii_lowercase().split_ascii_whitespace().collect();
        style.contains("font-weight:normal") || style.contains("font-weight:400") || style.contains("font-style:normal")
    })
}

/// The mark that an element without a meaning has by its style or class.
fn styled(node: Node<'_, '_>) -> Option<Mark> {
    if node.has_class(&|class| matches!(class, "small-caps" | "smallcaps")) {
        return Some(Mark::SmallCaps);
    }
    let style: String = node.attribute("style")?.to_ascii_lowercase().split_ascii_whitespace().collect();
    let styles = [
        ("font-weight:bold", Mark::Strong),
        ("font-weight:700", Mark::Strong),
        ("font-style:italic", Mark::Emphasis),
        ("text-decoration:underline", Mark::Underline),
        ("text-decoration:line-through", Mark::Strikethrough),
        ("font-variant:small-caps", Mark::SmallCaps),
    ];
    styles.iter().find(|(known, _)| style.contains(known)).map(|(_, mark)| *mark)
}
