//! What an export of Ghost says of a post in tables of its own; it knows how rows refer to one another, not what they
//! mean.

use crate::json::{Value, items_in};
use crate::read::index::Index;
use crate::read::order;

/// What stands beside a record and is said of it.
#[derive(Default)]
pub(in crate::read) struct Beside<'d, 'a> {
    /// More fields of the record.
    pub(super) fields: Option<Value<'d, 'a>>,
    /// Fields that are lists of other records.
    pub(super) lists: Vec<(&'static str, Vec<Value<'d, 'a>>)>,
}

/// Returns the tables of an export.
pub(super) fn of<'d, 'a>(root: Option<Value<'d, 'a>>) -> Option<Value<'d, 'a>> {
    let root = root?;
    let export = items_in(root.get("db")).next().unwrap_or(root);
    export.get("data").filter(|tables| tables.get("posts_authors").is_some() || tables.get("posts_tags").is_some())
}

/// Returns what the tables of an export say of a post.
pub(in crate::read) fn beside<'d, 'a>(root: Option<Value<'d, 'a>>, post: Value<'d, 'a>) -> Beside<'d, 'a> {
    let (Some(tables), Some(id)) = (of(root), post.get("id")) else { return Beside::default() };
    let rows = |table: &str| {
        let is_of_post = |row: &Value<'_, '_>| row.get("post_id").is_some_and(|own| own.raw_str() == id.raw_str());
        tables.items_of(table).filter(is_of_post).collect::<Vec<_>>()
    };
    let linked = |between: &str, key: &str, table: &str| {
        let mut known = Index::new();
        for row in tables.items_of(table) {
            row.get("id").into_iter().for_each(|id| known.add(id.raw_str().into(), row));
        }
        let mut rows = rows(between);
        let place = |row: &Value<'_, '_>| row.get("sort_order").and_then(Value::as_integer);
        order::sort(&mut rows, &|one, other| place(one).cmp(&place(other)));
        // The first versions say in the post who wrote it.
        let own = post.get(key).filter(|_| rows.is_empty());
        // What is not there is reported by its identifier.
        let ids = rows.into_iter().filter_map(|row| row.get(key)).chain(own);
        ids.map(|id| known.get(id.raw_str()).copied().unwrap_or(id)).collect::<Vec<_>>()
    };
    let tags = linked("posts_tags", "tag_id", "tags");
    // The first is what the post is filed under, unless it is for those who make the site.
    let first = tags.first().copied().filter(|tag| tag.get("name").is_some() && !tag.says("visibility", "internal"));
    Beside {
        fields: rows("posts_meta").first().copied(),
        lists: vec![
            ("authors", linked("posts_authors", "author_id", "users")),
            ("primary_tag", Vec::from_iter(first)),
            ("tags", tags),
        ],
    }
}
