//! Items that say how deep they stand, as word processors and editors write them; it knows their attributes, not how levels nest.

use super::Markup;
use super::flow::Flow;
use super::item::checked;
use super::tag::{Kind, Tag};
use super::tree::Node;
use crate::model::{Block, Inline, Link, ListItem, Span};
use crate::read::lists::Lists;
use crate::read::words;

/// The items that were read last, and the name of the list that they are in.
#[derive(Default)]
pub(super) struct Levels<'t, 'a> {
    lists: Lists<'a>,
    name: &'t str,
}

/// The list that an element is a part of, and how deep it stands there.
struct Place<'t> {
    name: &'t str,
    level: u32,
}

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Adds a node of a box: what says how deep it stands goes to the list before it.
    pub(super) fn add_at_level(&mut self, node: Node<'t, 's>, open: &mut Levels<'t, 'a>, out: &mut Flow<'a>) {
        let item = sole_list(node).unwrap_or(node);
        let Some(place) = place(item) else {
            let is_blank = node.words() == 0 && node.pictures() == 0 && !node.has_block();
            if !is_blank || !matches!(node.kind(), Some(Kind::Paragraph) | None) {
                self.end_levels(node, open, out);
            }
            return self.add(node, out);
        };
        let mut blocks = self.alone(item);
        if place.level == 1 && place.name != open.name {
            self.end_levels(node, open, out);
            open.name = place.name;
        }
        self.end_line(node, out);
        let (start, items) = match blocks.as_mut_slice() {
            [Block::List(list)] => (list.start, std::mem::take(&mut list.items)),
            _ => {
                let label = blocks.first_mut().and_then(label);
                if label.is_none() && place.name.is_empty() {
                    self.end_levels(node, open, out);
                    return out.blocks.extend(blocks);
                }
                blocks.retain(|block| !matches!(block, Block::Paragraph(line) if line.is_empty()));
                (label.and_then(|label| number(&label)), vec![ListItem { content: blocks, checked: None }])
            }
        };
        for item in items.into_iter().filter(|item| !item.content.is_empty()) {
            let ended = open.lists.add(place.level, start, item);
            out.blocks.extend(ended);
        }
    }

    /// Adds a list of Quill, whose items say what list they are in and how deep.
    pub(super) fn list_of_levels(&mut self, node: Node<'t, 's>, out: &mut Flow<'a>) {
        let mut lists = Lists::default();
        for item in node.children().filter(|child| child.kind().is_some()) {
            let content = self.blocks(item);
            let is_numbered = item.attribute("data-list").map_or(node.is(Tag::Ol), |kind| &**kind == "ordered");
            let level = 1 + indent(item).unwrap_or_default();
            let item = ListItem { content, checked: checked(item) };
            out.blocks.extend(lists.add(level, is_numbered.then_some(1), item));
        }
        if let Some(list) = lists.finish() {
            self.push(node, list, out);
        }
    }

    /// Adds the list that is still open.
    pub(super) fn end_levels(&mut self, node: Node<'t, 's>, open: &mut Levels<'t, 'a>, out: &mut Flow<'a>) {
        if let Some(list) = open.lists.finish() {
            self.push(node, list, out);
        }
    }
}

/// Whether an item of Quill says in which list or how deep it stands.
pub(super) fn says_level(item: Node<'_, '_>) -> bool {
    item.is(Tag::Li) && (item.has("data-list") || indent(item).is_some())
}

fn indent(item: Node<'_, '_>) -> Option<u32> {
    let classes = item.attribute("class")?;
    classes
        .split_ascii_whitespace()
        .find_map(|class| class.strip_prefix("ql-indent-")?.parse().ok().filter(|level| *level < 24))
}

/// The list in a box that holds nothing else.
fn sole_list<'t, 's>(node: Node<'t, 's>) -> Option<Node<'t, 's>> {
    let first = if node.is(Tag::Div) { node.child_that(&|_| true) } else { None };
    first.filter(|list| list.kind() == Some(Kind::List) && list.words() == node.words())
}

/// Returns where an element says that it stands: in a style of Word, in a class of Google Docs, Dropbox
/// Paper or Notion, or for ears.
fn place<'t>(node: Node<'t, '_>) -> Option<Place<'t>> {
    if node.is(Tag::P) {
        let style = node.attribute("style").and_then(|style| style.split_once("mso-list:"));
        let Some((_, style)) = style else {
            let is_item = node.has_class(&|class| class.starts_with("msolistparagraph"));
            return is_item.then_some(Place { name: "", level: 1 });
        };
        let mut words = style.split(|c: char| c.is_ascii_whitespace() || c == ';');
        let level = words.find_map(|word| word.strip_prefix("level"))?.parse().ok()?;
        return Some(Place { name: words.next()?, level });
    }
    if node.kind() != Some(Kind::List) {
        return None;
    }
    for class in node.attribute("class").map_or("", |classes| classes).split_ascii_whitespace() {
        if let Some((name, level)) = class.strip_prefix("lst-kix_").and_then(|name| name.rsplit_once('-')) {
            return Some(Place { name, level: level.parse::<u32>().ok()?.saturating_add(1) });
        }
        if let Some(level) = class.strip_prefix("listindent") {
            return Some(Place { name: "listindent", level: level.parse().ok()? });
        }
        if words::has("bulleted-list|numbered-list|to-do-list", class) {
            return Some(Place { name: class, level: 1 });
        }
    }
    let item = node.child_that(&|child| child.is(Tag::Li))?;
    let level = item.first(&["data-aria-level", "aria-level"])?;
    Some(Place { name: item.attribute("data-listid").map_or("", |name| name), level: level.trim().parse().ok()? })
}

/// Takes what Word writes before an item off its first line: a sign or a number, and the spaces that make room for it.
fn label(block: &mut Block<'_>) -> Option<String> {
    if let Block::Paragraph(line) = block { label_of(line) } else { None }
}

/// The depth of inlines is bounded where the tree is built.
fn label_of(line: &mut Vec<Inline<'_>>) -> Option<String> {
    const LONGEST: usize = 12;
    let is_used_up;
    let label = match line.first_mut()? {
        Inline::Text(text) => {
            let (label, after) = text.split_once('\u{a0}').unwrap_or((text, ""));
            let rest = after.trim_start();
            let is_label = label.len() <= LONGEST && !label.trim().is_empty() && !label.trim().contains(' ');
            // An item that says nothing is its sign alone.
            let is_alone = after.is_empty() && label.chars().count() == 1 && !words::has_letters(label);
            if !is_label || (rest.len() == after.len() && !is_alone) {
                return None;
            }
            let label = label.trim().to_owned();
            *text = text.slice(text.len() - rest.len()..text.len());
            is_used_up = text.is_empty();
            label
        }
        Inline::Marked(_, content) | Inline::Span(Span { content, .. }) | Inline::Link(Link { content, .. }) => {
            let label = label_of(content)?;
            is_used_up = content.is_empty();
            label
        }
        Inline::Code(_)
        | Inline::Break
        | Inline::Image(_)
        | Inline::NoteRef { .. }
        | Inline::Abbreviation { .. }
        | Inline::Mention(_)
        | Inline::Time { .. } => return None,
    };
    if is_used_up {
        line.remove(0);
    }
    Some(label)
}

/// The number that a label says, such as `3.`, `1.2.` or `b)`; a sign says none.
fn number(label: &str) -> Option<u32> {
    let name = words::trim_end(label, |c| matches!(c, '.' | ')'));
    let last = name.rsplit(|c: char| !c.is_ascii_alphanumeric()).next()?;
    if let Ok(number) = last.parse() {
        return Some(number);
    }
    let mut letters = last.chars();
    let letter = letters.next().filter(|_| name.len() < label.len())?.to_ascii_lowercase();
    // One that is the first letter of a number in Roman letters is taken for the first of those.
    let is_alone = letters.next().is_none() && letter != 'i';
    Some(if is_alone { u32::from(letter).saturating_sub(u32::from('a')) + 1 } else { 1 })
}
