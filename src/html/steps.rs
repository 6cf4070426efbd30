//! Writes a tree as the steps that build it, one after the other; it knows what a builder needs, not who builds.
//!
//! A builder that follows them needs no parser, so there is no markup in which something could hide. Steps are divided
//! by the one character that no HTML can hold (HTML, "unexpected-null-character"): text that has it loses it.

use super::{Element, Node};

const END: char = '\0';

/// Adds the steps that build an element to the end of `out`.
///
/// `+p` begins an element, which every step until its `-` is about; `=id` sets an attribute to what the next step is;
/// `"text` adds text. The depth of a tree is bounded where articles are read, so the recursion is too.
///
/// ```
/// use newsprint::html::{Attribute, Element, Name, write_steps};
/// let link = Element::new(Name::A).with(Attribute::Href, "/a").text("AT&T");
/// let mut steps = String::new();
/// write_steps(&link, &mut steps);
/// assert_eq!(steps, "+a\0=href\0/a\0\"AT&T\0-\0");
/// ```
pub fn write_steps(element: &Element<'_>, out: &mut String) {
    step('+', element.name().as_str(), out);
    for (attribute, value) in element.attributes() {
        step('=', attribute.as_str(), out);
        add(value, out);
    }
    for node in element.nodes() {
        match node {
            Node::Element(child) => write_steps(child, out),
            Node::Text(text) => step('"', text, out),
        }
    }
    step('-', "", out);
}

fn step(kind: char, text: &str, out: &mut String) {
    out.push(kind);
    add(text, out);
}

fn add(text: &str, out: &mut String) {
    text.split(END).for_each(|piece| out.push_str(piece));
    out.push(END);
}

#[cfg(test)]
mod tests {
    use super::write_steps;
    use crate::html::{Attribute, Element, Name};

    #[test]
    fn what_divides_the_steps_is_not_in_them() {
        let p = Element::new(Name::P).with(Attribute::Id, "a\0b").text("\0c\0").child(Element::new(Name::Br));
        let mut steps = String::new();
        write_steps(&p, &mut steps);
        assert_eq!(steps, "+p\0=id\0ab\0\"c\0+br\0-\0-\0");
    }
}
