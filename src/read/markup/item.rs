//! What an item of a list says of itself; it knows how editors and sites write tasks.

use super::tag::{Kind, Tag};
use super::tree::Node;

/// Whether the task of an item is done, if it is a task.
pub(super) fn checked(item: Node<'_, '_>) -> Option<bool> {
    let is_first = |node: &Node<'_, '_>| {
        matches!(node.kind(), Some(Kind::Plain | Kind::Paragraph | Kind::Input))
            || (node.is(Tag::Div) && node.words() == 0)
    };
    let said = |node: Node<'_, '_>| {
        let is_done = node.first(&["data-checked", "aria-checked"]);
        if node.is(Tag::Input) {
            let is_check = node.attribute("type").is_some_and(|name| name.eq_ignore_ascii_case("checkbox"));
            return is_check.then(|| node.has("checked"));
        }
        let of_quill = || node.attribute("data-list").filter(|kind| kind.ends_with("checked"));
        // Notion has an empty box with a class.
        let of_notion = || node.is_called("checkbox").then(|| node.is_called("checkbox-on"));
        let is_done = is_done.map(|value| &**value == "true");
        is_done.or_else(|| of_quill().map(|kind| &**kind == "checked")).or_else(of_notion)
    };
    said(item).or_else(|| item.elements().take_while(is_first).find_map(said))
}
