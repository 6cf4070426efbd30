//! Shows what stands inside a line.

use std::borrow::Cow;

use crate::html::{Attribute, Element, Name, Node};
use crate::model::{Direction, Inline, InlineImage, Language, Link, Mark, MediaUrl, Span, is_blank};

use super::View;
use super::header::contributor;

impl<'a> View<'_, 'a> {
    /// The depth of inlines is bounded where they are read, so this cannot exhaust the stack.
    pub(super) fn line(&mut self, line: &'a [Inline<'a>]) -> Vec<Node<'a>> {
        let mut nodes = Vec::with_capacity(line.len());
        self.add_line(line, &mut nodes);
        nodes
    }

    fn add_line(&mut self, line: &'a [Inline<'a>], nodes: &mut Vec<Node<'a>>) {
        for inline in line {
            match inline {
                Inline::Text(text) => nodes.push(Node::Text(text.as_str().into())),
                Inline::Marked(mark, content) => {
                    let content = self.line(content);
                    nodes.push(marked(*mark).children(content).into());
                }
                Inline::Link(link) => self.link(link, nodes),
                Inline::Code(text) => nodes.push(Element::new(Name::Code).text(text.as_str()).into()),
                Inline::Break => nodes.push(Element::new(Name::Br).into()),
                Inline::Image(image) => nodes.push(inline_image(image)),
                Inline::Span(span) => nodes.push(self.span(span).into()),
                Inline::Abbreviation { content, .. } => {
                    nodes.push(Element::new(Name::Abbr).children(self.line(content)).into())
                }
                Inline::NoteRef { id, .. } => nodes.push(self.note_ref(id)),
                Inline::Mention(person) => nodes.push(contributor(person).into()),
                Inline::Time { date, content } => {
                    let datetime = date.moment.map(|moment| moment.to_string());
                    let name = if datetime.is_some() { Name::Time } else { Name::Span };
                    nodes.push(
                        Element::new(name).with_some(Attribute::Datetime, datetime).children(self.line(content)).into(),
                    );
                }
            }
        }
    }

    /// A link without an address keeps its words; a link without words is no link.
    fn link(&mut self, link: &'a Link<'a>, nodes: &mut Vec<Node<'a>>) {
        let Some(href) = link.href.as_ref().filter(|_| !is_blank(&link.content)) else {
            return self.add_line(&link.content, nodes);
        };
        let target = href.fragment().and_then(|fragment| self.outline.target(fragment, &self.options.id_prefix));
        let address = target.map_or(Cow::Borrowed(href.as_str()), |id| Cow::Owned(["#", &id].concat()));
        let element = Element::new(Name::A)
            .with_some(Attribute::Rel, link.is_sponsored.then_some("sponsored"))
            .with_some(Attribute::Hreflang, link.language.as_ref().map(Language::as_str))
            .with(Attribute::Href, address);
        nodes.push(element.children(self.line(&link.content)).into());
    }

    fn span(&mut self, span: &'a Span<'a>) -> Element<'a> {
        let language = self.other_language(span.language.as_ref());
        let direction = span.direction.or_else(|| span.language.as_ref().map(Language::direction));
        let element = Element::new(Name::Span).with_some(Attribute::Lang, language);
        element.with_some(Attribute::Dir, direction.map(Direction::as_str)).children(self.line(&span.content))
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
    }
}

/// A picture without an address shows what replaces it.
fn inline_image<'a>(image: &'a InlineImage<'a>) -> Node<'a> {
    let Some(src) = &image.src else { return Node::Text(image.alt.as_str().into()) };
    Element::classed(Name::Img, "np-inline-image")
        .with(Attribute::Loading, "lazy")
        .with(Attribute::Decoding, "async")
        .with(Attribute::Src, MediaUrl::as_str(src))
        .with(Attribute::Alt, image.alt.as_str())
        .with_some(Attribute::Width, image.width.map(|width| width.to_string()))
        .with_some(Attribute::Height, image.height.map(|height| height.to_string()))
        .into()
}
