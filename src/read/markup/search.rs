//! What the elements of HTML say and are called, and which of them pass a test; it knows attributes, not how a tree is kept.

use std::borrow::Cow;

use super::tag::{Kind, Tag};
use super::tree::Node;
use crate::read::words;

/// The attributes that say what an element is, those after the first where classes are a machine's.
pub(super) const NAMES: [&str; 8] =
    ["class", "data-component", "data-testid", "data-qa", "data-area", "data-gu-name", "data-spacefinder-role", "id"];

// These are called in many places, and the compiler is told to have each of them once.
impl<'t, 's> Node<'t, 's> {
    /// Returns whether it is a heading.
    pub(super) fn is_heading(self) -> bool {
        matches!(self.kind(), Some(Kind::Heading(_)))
    }

    /// Returns the first node right in it that passes.
    #[inline(never)]
    pub(super) fn child_that(self, passes: &dyn Fn(Node<'t, 's>) -> bool) -> Option<Node<'t, 's>> {
        self.children().find(|node| passes(*node))
    }

    /// Returns whether a node right in it passes.
    #[inline(never)]
    pub(super) fn has_child(self, passes: &dyn Fn(Node<'t, 's>) -> bool) -> bool {
        self.child_that(passes).is_some()
    }

    /// Returns whether words stand right in it.
    pub(super) fn has_own_words(self) -> bool {
        self.has_child(&|child| child.kind().is_none() && child.words() > 0)
    }

    /// Returns the first element in it of that tag.
    pub(super) fn find(self, tag: Tag) -> Option<Node<'t, 's>> {
        self.find_that(&|node| node.is(tag))
    }

    /// Returns the first element in it that passes.
    #[inline(never)]
    pub(super) fn find_that(self, passes: &dyn Fn(Node<'t, 's>) -> bool) -> Option<Node<'t, 's>> {
        self.elements().find(|node| passes(*node))
    }

    /// Returns the last element in it that passes.
    #[inline(never)]
    pub(super) fn last_that(self, passes: &dyn Fn(Node<'t, 's>) -> bool) -> Option<Node<'t, 's>> {
        self.elements().filter(|node| passes(*node)).last()
    }

    /// Returns whether an element in it passes.
    #[inline(never)]
    pub(super) fn has_that(self, passes: &dyn Fn(Node<'t, 's>) -> bool) -> bool {
        self.find_that(passes).is_some()
    }

    /// Returns the elements in it that pass, or as many of them as one looks at.
    #[inline(never)]
    pub(super) fn all_that(self, most: usize, passes: &dyn Fn(Node<'t, 's>) -> bool) -> Vec<Node<'t, 's>> {
        self.elements().filter(|node| passes(*node)).take(most).collect()
    }

    /// Returns whether it is one of some nodes or is in one of them.
    #[inline(never)]
    pub(super) fn is_of(self, others: &[Node<'t, 's>]) -> bool {
        others.iter().any(|other| other.is_same(self) || other.holds(self))
    }

    /// Returns the value of the first of some attributes that it has.
    #[inline(never)]
    pub(super) fn first(self, names: &[&str]) -> Option<&'t Cow<'s, str>> {
        names.iter().find_map(|name| self.attribute(name))
    }

    /// Returns whether it has an attribute.
    pub(super) fn has(self, name: &str) -> bool {
        self.attribute(name).is_some()
    }

    /// Returns whether an attribute says that and no more.
    #[inline(never)]
    pub(super) fn says(self, name: &str, value: &str) -> bool {
        self.attribute(name).is_some_and(|said| said == value)
    }

    /// Returns whether what an attribute says begins so.
    #[inline(never)]
    pub(super) fn begins(self, name: &str, start: &str) -> bool {
        self.attribute(name).is_some_and(|said| said.starts_with(start))
    }

    /// Returns whether a word is one of those that an attribute says.
    #[inline(never)]
    pub(super) fn has_word(self, name: &str, word: &str) -> bool {
        self.attribute(name).is_some_and(|words| words.split_ascii_whitespace().any(|known| known == word))
    }

    /// Returns its style, in lower case and without white space.
    #[inline(never)]
    pub(super) fn style(self) -> String {
        let mut style = String::new();
        if let Some(own) = self.attribute("style") {
            style.extend(own.split_ascii_whitespace());
            style.make_ascii_lowercase();
        }
        style
    }

    /// Returns whether one of its classes is in a list.
    #[inline(never)]
    pub(super) fn is_called(self, list: &str) -> bool {
        self.has_class(&|class| words::has(list, class))
    }

    /// Returns whether one of its classes has a word of a list in it.
    #[inline(never)]
    pub(super) fn is_called_like(self, list: &str) -> bool {
        self.has_class(&|class| words::is_in(list, class))
    }

    /// Returns whether one of its classes, or of the names that it has for scripts and tests, passes a test.
    pub(super) fn has_name(self, test: &dyn Fn(&str) -> bool) -> bool {
        let passes = |name: &&str| self.attribute(name).is_some_and(|names| names.split_ascii_whitespace().any(test));
        self.has_class(test) || NAMES.get(1..).unwrap_or_default().iter().any(passes)
    }

    /// Returns whether one of its classes passes a test. Classes are tested in lower case.
    pub(super) fn has_class(self, test: &dyn Fn(&str) -> bool) -> bool {
        let classes = self.attribute("class");
        classes.is_some_and(|classes| classes.split_ascii_whitespace().any(|class| test(&lower(class))))
    }
}

/// Returns a name in lower case, as most are.
pub(super) fn lower(name: &str) -> Cow<'_, str> {
    let has_capital = name.bytes().any(|byte| byte.is_ascii_uppercase());
    if has_capital { name.to_ascii_lowercase().into() } else { name.into() }
}
