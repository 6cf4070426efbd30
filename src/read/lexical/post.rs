//! Reads a post of Ghost that comes with its HTML instead of the document that it was made from.

use crate::diagnostic::Diagnostics;
use crate::json::Value;
use crate::model::Article;

use super::super::values::Values;
use super::super::{aliases, markup, pictures};

/// Whether a value is such a post.
pub(super) fn is_post(value: Value<'_, '_>) -> bool {
    let has = |key| value.get(key).is_some();
    let has_document = value.has_string("lexical");
    !has_document && value.has_string("html") && has("slug") && has("feature_image")
}

pub(super) fn read<'d, 'a>(
    root: Option<Value<'d, 'a>>,
    post: Value<'d, 'a>,
    diagnostics: &mut Diagnostics,
) -> Article<'a> {
    let mut article = Article::default();
    if let Some(html) = post.get("html") {
        let body = markup::blocks(html, &mut Values::new(diagnostics));
        (article.body, article.notes) = (body.blocks, body.notes);
    }
    aliases::describe_beside(&mut article, post, &aliases::beside(root, post), &mut |_| None, diagnostics);
    pictures::show_lead_once(&mut article);
    article
}
