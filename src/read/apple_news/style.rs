//! Reads what styles mean: bold, italic and the like, a large first letter, and levels of headings; not how they look.

use crate::json::{Kind, Value};
use crate::model::Mark;

use super::super::index::Index;
use super::super::marks::Marks;
use super::AppleNews;

/// What the styles of text inside of components mean, by their names.
pub(super) fn marks_of_styles<'a>(root: Value<'_, 'a>) -> Index<'a, Marks> {
    let mut styles = Index::new();
    for (name, style) in root.members_of("textStyles") {
        styles.add(name.as_str().unwrap_or_default(), marks(style));
    }
    styles
}

/// The names of the styles of components whose first letter is large.
pub(super) fn drop_caps<'a>(root: Value<'_, 'a>) -> Index<'a, ()> {
    let mut styles = Index::new();
    for (name, style) in root.members_of("componentTextStyles") {
        if style.get("dropCapStyle").is_some() {
            styles.add(name.as_str().unwrap_or_default(), ());
        }
    }
    styles
}

impl<'d, 'a> AppleNews<'_, 'd, 'a> {
    /// Whether the first letter of a component is large.
    pub(super) fn has_drop_cap(&self, component: Value<'d, 'a>) -> bool {
        let Some(style) = component.get("textStyle") else { return false };
        match style.as_str() {
            Some(name) => self.drop_caps.get(&name).is_some(),
            None => style.get("dropCapStyle").is_some(),
        }
    }
}

/// The marks that a style stands for. Its font may say what it does not say itself.
pub(super) fn marks(style: Value<'_, '_>) -> Marks {
    let has = |name: &str| style.get(name).is_some_and(|value| matches!(value.kind(), Kind::True | Kind::Object));
    let font = style.str_of("fontName").unwrap_or_default().to_ascii_lowercase();
    let weight = style.get("fontWeight");
    let is_heavy = weight.and_then(Value::as_integer).is_some_and(|weight| weight >= 600)
        || weight.and_then(Value::as_str).is_some_and(|weight| weight.contains("bold") || &*weight == "heavy");
    let slant = style.str_of("fontStyle").unwrap_or_default();
    let is_slanted = ["italic", "oblique"].iter().any(|name| slant == *name || font.contains(name));
    let says = [
        (is_heavy || font.contains("bold") || font.contains("heavy"), Mark::Strong),
        (is_slanted, Mark::Emphasis),
        (has("underline"), Mark::Underline),
        (has("strikethrough"), Mark::Strikethrough),
        (style.says("verticalAlignment", "subscript"), Mark::Subscript),
        (style.says("verticalAlignment", "superscript"), Mark::Superscript),
    ];
    says.iter().filter(|(is_so, _)| *is_so).fold(Marks::default(), |marks, (_, mark)| marks.with(*mark))
}

/// The highest level of the headings that have a number; 1 if none has. What stands above the title is none of them.
pub(super) fn first_level(root: Value<'_, '_>) -> u8 {
    let (mut is_below_title, mut first) = (!holds_title(root), 7);
    find_level(root, &mut is_below_title, &mut first);
    if first > 6 { 1 } else { first }
}

/// The depth is bounded by that of JSON.
fn find_level(component: Value<'_, '_>, is_below_title: &mut bool, first: &mut u8) {
    let role = component.str_of("role").unwrap_or_default();
    *is_below_title |= role == "title";
    if let Some(level) = role.strip_prefix("heading").and_then(|level| level.parse::<u8>().ok())
        && *is_below_title
    {
        *first = level.max(1).min(*first);
    }
    component.items_of("components").for_each(|component| find_level(component, is_below_title, first));
}

/// Whether a component is the title, or holds it. The depth is bounded by that of JSON.
pub(super) fn holds_title(component: Value<'_, '_>) -> bool {
    component.says("role", "title") || component.items_of("components").any(holds_title)
}
