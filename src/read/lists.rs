//! From items with levels, and from lists beside items, to nested lists; it knows no format.

use crate::model::{Block, List, ListItem};

/// The deepest level; items that are deeper stand on it, so that the depth of blocks is bounded.
pub(super) const DEEPEST: u32 = 24;

/// Lists that are being built out of items that say how deep they stand.
#[derive(Debug, Default)]
pub(super) struct Lists<'a> {
    /// The open lists, each deeper than the one before it and a part of its last item.
    open: Vec<Open<'a>>,
}

#[derive(Debug)]
struct Open<'a> {
    level: u32,
    list: List<'a>,
}

impl<'a> Lists<'a> {
    /// Adds an item at a level, counted from 1, which may be more than one below the item before it. `start` is its
    /// number in a list with numbers, and nothing in one without. Returns the list that ends before it, if one does.
    pub(super) fn add(&mut self, level: u32, start: Option<u32>, item: ListItem<'a>) -> Option<Block<'a>> {
        let level = level.clamp(1, DEEPEST);
        let mut ended = self.close_while(|open| open.level > level);
        let is_same = |open: &Open<'a>| open.level == level && open.list.start.is_some() == start.is_some();
        match self.open.last_mut() {
            Some(open) if is_same(open) => open.list.items.push(item),
            Some(_) | None => {
                // A list of the other kind on the same level ends the one that is there.
                ended = ended.or(self.close_while(|open| open.level == level));
                self.open.push(Open { level, list: List { start, items: vec![item] } });
            }
        }
        ended
    }

    /// Returns the list that is still open, if one is: something that is no item follows.
    pub(super) fn finish(&mut self) -> Option<Block<'a>> {
        self.close_while(|_| true)
    }

    /// Puts the deepest lists into the items that they belong to, and returns the outermost when it was one of them.
    fn close_while(&mut self, ends: impl Fn(&Open<'a>) -> bool) -> Option<Block<'a>> {
        while let Some(open) = self.open.pop_if(|open| ends(open)) {
            match self.open.last_mut() {
                Some(outer) => nest(&mut outer.list.items, Block::List(open.list)),
                None => return Some(Block::List(open.list)),
            }
        }
        None
    }
}

/// Puts a block that stands between items, such as a list, into the item before it; one before the first item becomes
/// an item.
pub(super) fn nest<'a>(items: &mut Vec<ListItem<'a>>, block: Block<'a>) {
    match items.last_mut() {
        Some(item) => item.content.push(block),
        None => items.push(ListItem { content: vec![block], checked: None }),
    }
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, Lists, nest};
    use crate::model::{Block, Inline, List, ListItem, plain_text};

    fn item(text: &str) -> ListItem<'_> {
        ListItem { content: vec![Block::Paragraph(vec![Inline::Text(text.into())])], checked: None }
    }

    /// Items as `1a` (level 1, bullet) or `2#b` (level 2, with number).
    fn check(items: &str, expected: &str) {
        let mut lists = Lists::default();
        let mut blocks = Vec::new();
        for word in items.split(' ') {
            let (level, name) = word.split_at(1);
            let start = name.starts_with('#').then_some(1);
            blocks.extend(lists.add(level.parse().unwrap(), start, item(name.trim_start_matches('#'))));
        }
        blocks.extend(lists.finish());
        assert!(lists.finish().is_none());
        assert_eq!(show(&blocks), expected, "{items}");
    }

    #[allow(clippy::wildcard_enum_match_arm, reason = "the test has no others")]
    fn show(blocks: &[Block<'_>]) -> String {
        let block = |block: &Block<'_>| match block {
            Block::List(list) => {
                let name = if list.start.is_some() { "ol" } else { "ul" };
                let items: Vec<_> = list.items.iter().map(|item| show(&item.content)).collect();
                format!("{name}({})", items.join(" "))
            }
            Block::Paragraph(line) => plain_text(line),
            _ => panic!("{block:?}"),
        };
        blocks.iter().map(block).collect()
    }

    #[test]
    fn levels_nest() {
        check("1a 1b", "ul(a b)");
        check("1a 2b 2c 1d", "ul(aul(b c) d)");
        check("1a 2b 3c 1d", "ul(aul(bul(c)) d)");
    }

    #[test]
    fn levels_may_be_skipped() {
        check("1a 3b 2c 1d", "ul(aul(b)ul(c) d)");
        check("2a 1b", "ul(a)ul(b)");
        check("3a 2b 3c", "ul(a)ul(bul(c))");
    }

    #[test]
    fn another_kind_is_another_list() {
        check("1a 1#b 1#c 1d", "ul(a)ol(b c)ul(d)");
        check("1a 2#b 2c 1d", "ul(aol(b)ul(c) d)");
        check("1#a 2b 1#c", "ol(aul(b) c)");
        check("1a 2b 1#c", "ul(aul(b))ol(c)");
    }

    #[test]
    fn depth_is_bounded() {
        let mut lists = Lists::default();
        for level in 1..10_000 {
            assert!(lists.add(level, None, item("x")).is_none());
        }
        assert_eq!(lists.open.len(), DEEPEST as usize);
        assert!(lists.finish().is_some());
    }

    #[test]
    fn a_list_between_items_goes_into_the_one_before() {
        let mut items = vec![item("a")];
        nest(&mut items, Block::List(List { start: None, items: vec![item("b")] }));
        assert_eq!(show(&items[0].content), "aul(b)");
        let mut none = Vec::new();
        nest(&mut none, Block::Divider);
        assert_eq!(none.len(), 1);
    }
}
