//! Shows what stands inside a line.

use std::borrow::Cow;

use crate::html::{Attribute, Element, Name, Node};
use crate::model::{Direction, Inline, InlineImage, Language, Link, Mark, MediaUrl, Span, is_blank};

use super::View;
use super::header::contributor;
use super::picture::sized;

impl<'a> View<'_, 'a> {
    /// Returns the element with a line added at its end.
    pub(super) fn line(&mut self, mut parent: Element<'a>, line: &'a [Inline<'a>]) -> Element<'a> {
        self.add_line(line, &mut parent);
        parent
    }

    /// Returns the element with a line added at its end, if the line shows something.
    pub(super) fn some_line(&mut self, parent: Element<'a>, line: &'a [Inline<'a>]) -> Option<Element<'a>> {
        (!is_blank(line)).then(|| self.line(parent, line))
    }

    /// Returns a paragraph that is a line in strong letters, if the line shows something.
    pub(super) fn strong_line(&mut self, class: &'static str, line: &'a [Inline<'a>]) -> Option<Element<'a>> {
        let words = self.some_line(Element::new(Name::Strong), line)?;
        Some(Element::classed(Name::P, class).child(words))
    }

    /// Returns a link with a line in it. What would lead elsewhere from there keeps its words and leads nowhere.
    pub(super) fn link_line(&mut self, link: Element<'a>, line: &'a [Inline<'a>]) -> Element<'a> {
        let outer = std::mem::replace(&mut self.is_in_link, true);
        let link = self.line(link, line);
        self.is_in_link = outer;
        link
    }

    /// The depth of inlines is bounded where they are read, so this cannot exhaust the stack.
    fn add_line(&mut self, line: &'a [Inline<'a>], parent: &mut Element<'a>) {
        for inline in line {
            let node = match inline {
                Inline::Text(text) => Node::Text(text.as_str().into()),
                Inline::Marked(mark, content) => self.line(marked(*mark), content).into(),
                Inline::Link(link) => match self.link(link) {
                    Some(element) => element.into(),
                    None => {
                        self.add_line(&link.content, parent);
                        continue;
                    }
                },
                Inline::Code(text) => Element::new(Name::Code).text(text.as_str()).into(),
                Inline::Break => Element::new(Name::Br).into(),
                Inline::Image(image) => inline_image(image),
                Inline::Span(span) => self.span(span).into(),
                Inline::Abbreviation { title, content } => {
                    let title = Some(title.trim()).filter(|title| !title.is_empty());
                    self.line(Element::new(Name::Abbr).with_some(Attribute::Title, title), content).into()
                }
                Inline::NoteRef { id, .. } => self.note_ref(id),
                Inline::Mention(person) if self.is_in_link || person.name.is_blank() => {
                    Node::Text(person.name.as_str().into())
                }
                Inline::Mention(person) => contributor(person).into(),
                Inline::Time { date, content } => {
                    let datetime = date.moment.map(|moment| moment.datetime());
                    let name = if datetime.is_some() { Name::Time } else { Name::Span };
                    self.line(Element::new(name).with_some(Attribute::Datetime, datetime), content).into()
                }
            };
            parent.push(node);
        }
    }

    /// A link without an address keeps its words, and so does one in a link; a link without words is no link.
    fn link(&mut self, link: &'a Link<'a>) -> Option<Element<'a>> {
        let href = link.href.as_ref().filter(|_| !self.is_in_link && !is_blank(&link.content))?;
        let target = href.fragment().and_then(|fragment| self.outline.target(fragment, &self.options.id_prefix));
        let address = target.map_or(Cow::Borrowed(href.as_str()), |id| Cow::Owned(["#", &id].concat()));
        let element = Element::new(Name::A)
            .with_some(Attribute::Rel, link.is_sponsored.then_some("sponsored"))
            .with_some(Attribute::Hreflang, link.language.as_ref().map(Language::as_str))
            .with(Attribute::Href, address);
        Some(self.link_line(element, &link.content))
    }

    fn span(&mut self, span: &'a Span<'a>) -> Element<'a> {
        self.in_language(Element::new(Name::Span), span)
    }

    /// The element with the words of a span, in the span's language and direction (WCAG 3.1.2).
    pub(super) fn in_language(&mut self, element: Element<'a>, span: &'a Span<'a>) -> Element<'a> {
        let language = self.other_language(span.language.as_ref());
        let direction = span.direction.or_else(|| span.language.as_ref().map(Language::direction));
        let element = element.with_some(Attribute::Lang, language);
        self.line(element.with_some(Attribute::Dir, direction.map(Direction::as_str)), &span.content)
    }
}

fn marked<'a>(mark: Mark) -> Element<'a> {
    match mark {
        Mark::Strong => Element::new(Name::Strong),
        Mark::Emphasis => Element::new(Name::Em),
        Mark::Underline => Element::new(Name::U),
        Mark::Strikethrough => Element::new(Name::S),
        Mark::Subscript => Element::new(Name::Sub),
        Mark::Superscript => Element::new(Name::Sup),
        Mark::Highlight => Element::new(Name::Mark),
        Mark::SmallCaps => Element::classed(Name::Span, "np-small-caps"),
        Mark::Quote => Element::new(Name::Q),
        Mark::Keyboard => Element::new(Name::Kbd),
    }
}

/// A picture without an address shows what replaces it.
fn inline_image<'a>(image: &'a InlineImage<'a>) -> Node<'a> {
    let Some(src) = &image.src else { return Node::Text(image.alt.as_str().into()) };
    let img = Element::classed(Name::Img, "np-inline-image")
        .with(Attribute::Loading, "lazy")
        .with(Attribute::Decoding, "async")
        .with(Attribute::Src, MediaUrl::as_str(src))
        .with(Attribute::Alt, image.alt.as_str());
    sized(img, image.width, image.height).into()
}
