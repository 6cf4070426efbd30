//! Whether an article is published, by what fields say of it; it knows what a reader of the page must know and the page
//! does not show.

use super::{Field, Fields, PUBLISHED, Value, is_listed, is_name, text};
use crate::diagnostic::{Code, Diagnostics};
use crate::read::source::shortened;
use crate::read::words;

/// Fields with a date that a CMS fills in when an article is published.
const PUBLISHED_AT: &str = "publishedat|firstpublishedat|datepublished";
pub(super) const EXPIRY: &str = "expirydate|expires|expiresat|unpublishat";
/// Fields that say by a truth value whether an article is published.
pub(super) const FLAGS: &str = "published|ispublished|status";
const DRAFT: &str = "the article is marked as a draft";
/// Fields that say of an article that it is not published, the words in which they do, and what that means.
const STATES: [(&str, &str, &str); 4] = [
    ("draft", "true|yes", DRAFT),
    ("status", "draft", DRAFT),
    ("status", "scheduled|future", "the article is scheduled and not yet published"),
    (
        FLAGS,
        "false|archived|disabled|expired|pending|private|trash|unpublished",
        "the article is marked as not published",
    ),
];

/// Says what a reader of the page must know and the page does not show.
pub(super) fn report(fields: &mut Fields<'_>, diagnostics: &mut Diagnostics) {
    let state = |field: &Field<'_>| {
        let Value::Text(text) = &field.value else { return None };
        if is_name(&field.key, "id") && text.starts_with("drafts.") {
            return Some((field.at, DRAFT));
        }
        let says =
            |(names, said, _): &&(&str, &str, &str)| is_listed(names, &field.key) && words::has_lower(said, text);
        STATES.iter().find(says).map(|(.., message)| (field.at, *message))
    };
    let is_told = |field: &Field<'_>| is_dated(field) || is_name(&field.key, "status");
    let is_empty = |field: &&Field<'_>| field.value == Value::Nothing && is_listed(PUBLISHED_AT, &field.key);
    let empty = || {
        let field = fields.0.iter().find(is_empty).filter(|_| !fields.0.iter().any(is_told))?;
        Some((field.at, "the date of publication is empty, as that of a draft is"))
    };
    if let Some((at, message)) = fields.0.iter().find_map(state).or_else(empty) {
        diagnostics.add(Code::ArticleDraft, Some(at), message);
    }
    // Jekyll says by a word whether it shows the article at all, which is no date.
    let is_switch = |field: &Field<'_>| {
        matches!(&field.value, Value::Text(text) if words::has_lower("false|true", text))
            && is_listed(FLAGS, &field.key)
    };
    fields.0.retain(|field| !is_switch(field));
    if let Some(field) = fields.take(EXPIRY)
        && let Some(date) = text(field.value)
    {
        let message = ["the article is to be taken down on `", &*shortened(&date), "`"].concat();
        diagnostics.add(Code::ArticleExpires, Some(field.at), message);
    }
}

/// Whether a field has a date of publication.
fn is_dated(field: &Field<'_>) -> bool {
    field.value != Value::Nothing && is_listed(PUBLISHED, &field.key)
}
