//! Lists, in the four ways that their tools have kept them; it knows items, not blocks.

use crate::json::{Kind, Value};
use crate::model::{Block, List, ListItem};

use super::super::prose::{Prose, first, paragraph};
use super::EditorJs;

/// What the items of a list are.
#[derive(Clone, Copy, PartialEq)]
enum Style {
    Bullets,
    Numbers,
    Tasks,
}

impl<'a> EditorJs<'_, 'a> {
    pub(super) fn list(&mut self, data: Value<'_, 'a>) -> Option<Block<'a>> {
        let named = first(data, &["style", "type"]).and_then(Value::as_str).unwrap_or_default();
        let items = data.get("items")?;
        let are_tasks = items.items().any(|item| item.get("checked").is_some());
        let style = match &*named {
            "ordered" | "ol" | "number" => Style::Numbers,
            "checklist" => Style::Tasks,
            _ if are_tasks => Style::Tasks,
            _ => Style::Bullets,
        };
        let start = data.get_in("meta", "start").or_else(|| data.get("start"));
        let start = start.and_then(|start| self.values.whole(start)).unwrap_or(1);
        self.items(items, style, start)
    }

    /// The depth is bounded by that of JSON, of which each list takes two levels.
    fn items(&mut self, items: Value<'_, 'a>, style: Style, start: u32) -> Option<Block<'a>> {
        let mut found = Vec::new();
        for item in items.items() {
            if !self.values.another_block(item) {
                break;
            }
            found.extend(self.item(item, style));
        }
        let start = (style == Style::Numbers).then_some(start);
        (!found.is_empty()).then_some(Block::List(List { start, items: found }))
    }

    fn item(&mut self, item: Value<'_, 'a>, style: Style) -> Option<ListItem<'a>> {
        let mut content = Vec::from_iter(paragraph(self.line(item)));
        let inner = item.get("items").filter(|items| items.kind() == Kind::Array);
        content.extend(inner.and_then(|items| self.items(items, style, 1)));
        let flag = item.get_in("meta", "checked").or_else(|| item.get("checked"));
        let checked = flag.and_then(Value::as_bool).or((style == Style::Tasks).then_some(false));
        let checked = checked.filter(|_| style == Style::Tasks);
        (!content.is_empty()).then_some(ListItem { content, checked })
    }
}
