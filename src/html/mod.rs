//! An HTML tree of plain data; it knows HTML and nothing of articles.
//!
//! Two variants: an element, or text. Text is text, and no variant carries markup, so an unclosed tag or a late
//! attribute cannot be said. Two invariants are kept by [`Element::push`]: no text node is empty, and no two text
//! nodes are neighbours. They make this tree the one that a browser builds from its string.

mod name;
mod page;
mod steps;
mod write;

use std::borrow::Cow;

pub use name::{Attribute, Name};
pub use page::{Page, write_page};
pub use steps::write_steps;
pub use write::write;

/// A node of the tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Node<'a> {
    /// An element.
    Element(Element<'a>),
    /// Text, as the reader sees it.
    Text(Cow<'a, str>),
}

/// An element with its attributes and children.
///
/// ```
/// use newsprint::html::{Attribute, Element, Name, write};
/// let link = Element::new(Name::A).with(Attribute::Href, "/a?b&c").text("AT&T");
/// let mut html = String::new();
/// write(&link, &mut html);
/// assert_eq!(html, r#"<a href="/a?b&amp;c">AT&amp;T</a>"#);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Element<'a> {
    name: Name,
    attributes: Vec<(Attribute, Cow<'a, str>)>,
    children: Vec<Node<'a>>,
}

impl<'a> Element<'a> {
    /// Returns an element without attributes or children.
    #[must_use]
    pub fn new(name: Name) -> Self {
        Self { name, attributes: Vec::new(), children: Vec::new() }
    }

    /// Returns an element of a class.
    #[must_use]
    #[inline(never)]
    pub fn classed(name: Name, class: &'static str) -> Self {
        Self { attributes: vec![(Attribute::Class, Cow::Borrowed(class))], ..Self::new(name) }
    }

    /// Returns the element with an attribute added; the first value given to an attribute stays.
    #[must_use]
    pub fn with(self, attribute: Attribute, value: impl Into<Cow<'a, str>>) -> Self {
        self.with_value(attribute, Some(value.into()))
    }

    /// Not inlined, nor are [`Element::classed`], [`Element::with_node`] and [`Element::add`]: every view calls them many
    /// times.
    #[inline(never)]
    fn with_value(mut self, attribute: Attribute, value: Option<Cow<'a, str>>) -> Self {
        if let Some(value) = value
            && self.attribute(attribute).is_none()
        {
            self.attributes.push((attribute, value));
        }
        self
    }

    /// Returns the element with an attribute added if there is a value for it.
    #[must_use]
    pub fn with_some(self, attribute: Attribute, value: Option<impl Into<Cow<'a, str>>>) -> Self {
        self.with_value(attribute, value.map(Into::into))
    }

    /// Returns the element with a child added at its end.
    #[must_use]
    pub fn child(self, child: impl Into<Node<'a>>) -> Self {
        self.with_node(child.into())
    }

    #[inline(never)]
    fn with_node(mut self, child: Node<'a>) -> Self {
        self.add(child);
        self
    }

    /// Returns the element with text added at its end.
    #[must_use]
    pub fn text(self, text: impl Into<Cow<'a, str>>) -> Self {
        self.child(Node::Text(text.into()))
    }

    /// Returns the element with children added at its end.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = impl Into<Node<'a>>>) -> Self {
        self.extend(children);
        self
    }

    /// Adds a child at the end; empty text is dropped, and text joins text before it.
    pub fn push(&mut self, child: impl Into<Node<'a>>) {
        self.add(child.into());
    }

    #[inline(never)]
    fn add(&mut self, child: Node<'a>) {
        if let Node::Text(text) = &child {
            if text.is_empty() {
                return;
            }
            if let Some(Node::Text(before)) = self.children.last_mut() {
                before.to_mut().push_str(text);
                return;
            }
        }
        self.children.push(child);
    }

    /// Adds children at the end.
    pub fn extend(&mut self, children: impl IntoIterator<Item = impl Into<Node<'a>>>) {
        for child in children {
            self.push(child);
        }
    }

    /// Returns the element's name.
    #[must_use]
    pub fn name(&self) -> Name {
        self.name
    }

    /// Returns the value of an attribute.
    #[must_use]
    pub fn attribute(&self, attribute: Attribute) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| *name == attribute).map(|(_, value)| &**value)
    }

    /// Returns the attributes in the order in which they are written.
    pub fn attributes(&self) -> impl Iterator<Item = (Attribute, &str)> {
        self.attributes.iter().map(|(name, value)| (*name, &**value))
    }

    /// Returns the children.
    #[must_use]
    pub fn nodes(&self) -> &[Node<'a>] {
        &self.children
    }

    /// Returns the last child if it is an element.
    pub fn last_child_mut(&mut self) -> Option<&mut Self> {
        match self.children.last_mut()? {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        }
    }

    /// Returns whether it has no children.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.children.is_empty()
    }

    /// Returns the element if it has children.
    pub(crate) fn unless_empty(self) -> Option<Self> {
        (!self.is_empty()).then_some(self)
    }
}

impl<'a> From<Element<'a>> for Node<'a> {
    fn from(element: Element<'a>) -> Self {
        Self::Element(element)
    }
}

#[cfg(test)]
mod tests {
    use super::{Element, Name, Node};

    #[test]
    fn no_text_is_empty_or_beside_text() {
        let p = Element::new(Name::P)
            .text("")
            .text("one ")
            .text("")
            .text("two")
            .child(Element::new(Name::Br))
            .text("three");
        let expected = [Node::Text("one two".into()), Element::new(Name::Br).into(), Node::Text("three".into())];
        assert_eq!(p.nodes(), expected);
    }
}
