//! Elements → inlines; it knows which elements mean something in a line.

use super::line::{Line, Wrap, joined};
use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, beside, formula, image};
use crate::diagnostic::Code;
use crate::model::{
    Alt, Date, Direction, Inline, InlineImage, Language, Link, Mark, MediaUrl, Span, Text, Url, plain_line,
};
use crate::read::source::shortened;
use crate::read::{embeds, words};

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Returns what an element holds as one line. The blocks in it are lines of the line.
    pub(super) fn line(&mut self, node: Node<'t, 's>) -> Vec<Inline<'a>> {
        let mut line = Line::default();
        self.phrases(node, &mut line);
        self.finish(&mut line)
    }

    /// Returns the line of what may not be there.
    pub(super) fn line_in(&mut self, node: Option<Node<'t, 's>>) -> Vec<Inline<'a>> {
        node.map(|node| self.line(node)).unwrap_or_default()
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
        if node.kind().is_some() && !self.notes.is_elsewhere(node) && !self.is_beside(node) {
            self.phrase_of(node, line);
        }
    }

    /// Adds an element that is a part of the line.
    pub(super) fn phrase_of(&mut self, node: Node<'t, 's>, line: &mut Line<'a>) {
        let Some(kind) = node.kind() else { return };
        match kind {
            Kind::Mark(Mark::Superscript) if let Some(name) = self.note_in(node) => {
                self.note_reference(node, name, line);
            }
            Kind::Mark(Mark::Superscript) if node.says("data-tune", "footnotes") => {
                line.push(Inline::NoteRef { id: node.plain_text().into(), at: self.at(node) });
            }
            Kind::Plain if node.is(Tag::Math) && !node.has_block() => {
                line.add(self.made(formula::words_of(node)).into_cow())
            }
            // KaTeX and MathJax draw what their formula says.
            Kind::Plain if node.is_called("katex-html") || (node.is(Tag::Nobr) && node.says("aria-hidden", "true")) => {
            }
            Kind::Plain if is_hollow(node) => {
                let what = "an element of the page's own shows nothing without its script, and is left out";
                self.report(Code::HtmlDropped, node.start(), what);
            }
            Kind::Plain if let Some(words) = node.attribute("data-tooltip").filter(|words| words.contains(' ')) => {
                let message = ["the words `", &*shortened(words), "` that a pointer brings up are left out"].concat();
                self.report(Code::HtmlDropped, node.start(), message);
                self.wrapped(node, line);
            }
            Kind::Link if let Some(name) = self.note_of(node) => self.note_reference(node, name, line),
            Kind::Link if self.notes.is_way_back(node) || is_sign(node) => {}
            // The button beside a link to the same file.
            Kind::Link if node.is_called("wp-block-file__button") => {}
            // Substack knows where it leads only when it sends the post.
            Kind::Link if node.begins("href", "%%") => {}
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
        let mut wraps = self.wraps(node);
        wraps.retain(|wrap| !matches!(wrap, Wrap::Mark(mark) if line.marks.contains(mark)));
        if wraps.is_empty() {
            return self.phrases(node, line);
        }
        let outside = line.marks.len();
        // A link is underlined as it is.
        line.marks.extend(wraps.iter().filter_map(|wrap| match wrap {
            Wrap::Mark(mark) => Some(*mark),
            Wrap::Link(_) => Some(Mark::Underline),
            Wrap::Span(_) | Wrap::Abbreviation(_) | Wrap::Time(_) => None,
        }));
        let before = std::mem::take(&mut line.content);
        self.phrases(node, line);
        let mut content = joined(std::mem::replace(&mut line.content, before));
        line.marks.truncate(outside);
        if !content.is_empty() || matches!(wraps.as_slice(), [Wrap::Link(_)]) {
            for wrap in wraps.into_iter().rev() {
                content = vec![wrap.around(content)];
            }
            line.content.extend(content);
        }
    }

    /// Returns what an inline element means, from the outside in.
    pub(super) fn wraps(&mut self, node: Node<'t, 's>) -> Vec<Wrap<'a>> {
        if node.is(Tag::A) {
            return self.link(node).map(Wrap::Link).into_iter().collect();
        }
        let mut wraps: Vec<_> = self.language_of(node).into_iter().collect();
        match node.kind() {
            Some(Kind::Mark(_)) if is_undone(node) => {}
            Some(Kind::Mark(mark)) => wraps.push(Wrap::Mark(mark)),
            Some(Kind::Abbreviation) => wraps.extend(self.attribute(node, "title").map(Wrap::Abbreviation)),
            Some(Kind::Time) => {
                let date = self.attribute(node, "datetime").map(Date::parse);
                wraps.extend(date.filter(|date| date.moment.is_some()).map(Wrap::Time));
            }
            _ => self.add_styled(node, &mut wraps),
        }
        wraps
    }

    /// Returns the language and the direction that an element gives its words.
    pub(super) fn language_of(&mut self, node: Node<'t, 's>) -> Option<Wrap<'a>> {
        let language = node.first(&["lang", "xml:lang"]).filter(|tag| !tag.trim().is_empty());
        let direction = node.attribute("dir").and_then(|name| Direction::from_name(&name.to_ascii_lowercase()));
        let language = language.and_then(|tag| {
            let language = Language::parse(self.cow(tag));
            if language.is_none() {
                let message = ["`", &*shortened(tag), "` is no language tag"].concat();
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
        let language = self.language(node, "hreflang");
        let href = self.url(node, "href");
        if href.is_none() && address.trim().is_empty() {
            return None;
        }
        Some(Link { href, content: Vec::new(), is_sponsored, language, at: self.at(node) })
    }

    /// Returns the address in an attribute; one that is not safe is reported.
    pub(super) fn url(&mut self, node: Node<'t, 's>, name: &str) -> Option<Url<'a>> {
        let address = node.attribute(name)?;
        let unsafe_url =
            |error| self.values.unsafe_url(Code::LinkUnsafe, self.base.offset(node.start()), address, error);
        let url = Url::parse((self.own)(address.clone())).map_err(unsafe_url).ok()?;
        Some(embeds::target(&url).unwrap_or(url))
    }

    /// Returns where an element leads that is a link or has one in it.
    pub(super) fn leads_to(&mut self, node: Node<'t, 's>) -> Option<Url<'a>> {
        let link = if node.is(Tag::A) { node } else { node.find(Tag::A)? };
        self.url(link, "href")
    }

    /// Returns the address of a file in a text.
    pub(super) fn media_url(&mut self, node: Node<'t, 's>, address: Text<'a>) -> Option<MediaUrl<'a>> {
        let offset = self.base.offset(node.start());
        let unsafe_url = |error| self.values.unsafe_url(Code::ImgSrcUnsafe, offset, &address, error);
        MediaUrl::parse(address.clone().into_cow()).map_err(unsafe_url).ok()
    }

    fn inline_image(&mut self, node: Node<'t, 's>, line: &mut Line<'a>) {
        if self.is_counter(node) {
            return;
        }
        let src = self.address(node).and_then(|address| self.media_url(node, address));
        let alt = self.alt(node);
        if src.is_none() && !matches!(alt, Alt::Text(_)) {
            return;
        }
        let (width, height) = image::size(node);
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

/// Whether an element of the page's own shows nothing.
fn is_hollow(node: Node<'_, '_>) -> bool {
    node.is(Tag::Custom) && !node.has_that(&|_| true) && node.words() == 0
}

/// Whether a link only gives readers the address of the heading that it stands in.
fn is_sign(node: Node<'_, '_>) -> bool {
    node.begins("href", "#") && words::has("#|¶|§|🔗", node.plain_text().trim())
}

/// Whether the style of an element takes its mark back, as word processors on the web write it, or the mark only says
/// who wrote it there.
fn is_undone(node: Node<'_, '_>) -> bool {
    beside::is_change(node) || words::is_in("font-weight:normal|font-weight:400|font-style:normal", &node.style())
}

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Adds the marks that an element without a meaning has by its style or class.
    fn add_styled(&self, node: Node<'t, 's>, wraps: &mut Vec<Wrap<'a>>) {
        const STYLES: [(&str, Mark); 7] = [
            ("font-weight:bold|font-weight:700", Mark::Strong),
            ("font-style:italic", Mark::Emphasis),
            ("text-decoration:underline", Mark::Underline),
            ("text-decoration:line-through", Mark::Strikethrough),
            ("font-variant:small-caps", Mark::SmallCaps),
            ("vertical-align:super", Mark::Superscript),
            ("vertical-align:sub", Mark::Subscript),
        ];
        if node.is_called("small-caps|smallcaps") {
            return wraps.push(Wrap::Mark(Mark::SmallCaps));
        }
        let mut style = node.style();
        for class in node.attribute("class").iter().flat_map(|classes| classes.split_ascii_whitespace()) {
            let of_class = self.styles.iter().find(|(name, _)| *name == class);
            style.extend(of_class.map(|(_, style)| style.as_str()));
        }
        let marks = STYLES.iter().filter(|(styles, _)| words::is_in(styles, &style));
        // Links are underlined as they are.
        let marks = marks.map(|(_, mark)| *mark).filter(|mark| *mark != Mark::Underline || node.find(Tag::A).is_none());
        wraps.extend(marks.map(Wrap::Mark));
    }
}
