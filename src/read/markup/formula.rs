//! A formula in MathML → its signs in one line; it knows which elements put a sign elsewhere than behind the one before.

use super::tag::Tag;
use super::tree::Node;
use crate::model::is_letter;
use crate::read::words;

/// Signs that stand between two others, with space on both sides.
const BETWEEN: &str = "=≠≈≡≅∼<>≤≥≪≫∈∉⊂⊆+−-±∓×⇒⟹⇔⟺";
/// Signs without a shape.
const INVISIBLE: &str = "\u{2061}\u{2062}\u{2063}\u{2064}";

/// Returns what a formula says for itself or in TeX, or else its signs in one line.
pub(super) fn words_of(math: Node<'_, '_>) -> String {
    let in_tex = || math.find(Tag::Annotation).map(Node::plain_text);
    let said = math.attribute("alttext").map(|text| text.clone().into_owned()).or_else(in_tex);
    let Some(said) = said else { return line(math, add_all) };
    // MediaWiki sets all of them large.
    let inside = said.strip_prefix("{\\displaystyle").and_then(|rest| rest.strip_suffix('}'));
    inside.map_or_else(|| said.clone(), |tex| tex.trim().to_owned())
}

/// The signs in one line that are added for an element.
fn line(node: Node<'_, '_>, add: fn(Node<'_, '_>, &mut String)) -> String {
    let mut out = String::new();
    add(node, &mut out);
    out.trim().to_owned()
}

/// Adds what stands in an element. The depth of the tree is bounded where it is built.
fn add_all(node: Node<'_, '_>, out: &mut String) {
    let mut before = None;
    for child in node.children() {
        match child.tag() {
            Some(Tag::Mtr) if before == Some(Tag::Mtr) => out.push_str("; "),
            Some(Tag::Mtd) if before == Some(Tag::Mtd) => out.push(' '),
            _ => {}
        }
        before = child.tag().or(before);
        add(child, out);
    }
}

fn add(node: Node<'_, '_>, out: &mut String) {
    let (joints, end) = match node.tag() {
        None => return add_text(node.first_text(), out),
        // Formulas in other languages than MathML.
        Some(Tag::Custom) => return,
        Some(Tag::Msqrt) => {
            out.push('√');
            return out.push_str(&one(line(node, add_all)));
        }
        Some(Tag::Mfrac) if node.says("linethickness", "0") => (["¦", ""], ""),
        Some(Tag::Mfrac) => (["/", ""], ""),
        Some(Tag::Mroot) => (["^(1/", ""], ")"),
        Some(Tag::Msub) => (["_", ""], ""),
        Some(Tag::Msubsup) => (["_", "^"], ""),
        Some(Tag::Msup) => (["^", ""], ""),
        _ => return add_all(node, out),
    };
    let parts = node.children().filter(|part| part.tag().is_some());
    for (part, joint) in parts.zip(std::iter::once("").chain(joints)) {
        out.push_str(joint);
        out.push_str(&one(line(part, add)));
    }
    out.push_str(end);
}

/// Signs that are read as one: several of them stand in parentheses.
fn one(signs: String) -> String {
    let is_one = !words::is_longer(&signs, 1) || words::are_digits(&signs);
    if is_one { signs } else { ["(", &*signs, ")"].concat() }
}

/// Adds a sign or a word. A sign that follows nothing or another one that stands between two belongs to what it is before.
fn add_text(text: &str, out: &mut String) {
    let is_between = |text: &str| text.ends_with(|last| BETWEEN.contains(last));
    let follows = |before: &str| !before.is_empty() && !is_between(before) && !words::ends_with(before, "([{|,;");
    let is_word = words::is_longer(text, 1) && text.chars().all(is_letter);
    if is_word || (is_between(text) && follows(out.trim_end())) {
        out.truncate(out.trim_end().len());
        out.extend([" ", text, " "]);
    } else {
        out.extend(text.chars().filter(|sign| !INVISIBLE.contains(*sign)));
    }
}
