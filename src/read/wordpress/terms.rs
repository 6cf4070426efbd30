//! What a post is filed under, and who wrote it; it knows where WordPress, Co-Authors Plus and Yoast keep it.

use crate::diagnostic::Code;
use crate::json::{Kind, Value, items_in};
use crate::model::{Contributor, Crumb, Image, Text};

use super::super::markup;
use super::super::prose::{first, first_string};
use super::super::values::Values;

/// The terms of one taxonomy. What WordPress embeds is a list of lists, one for each taxonomy.
fn terms<'d, 'a>(post: Value<'d, 'a>, taxonomy: &'static str) -> impl Iterator<Item = Value<'d, 'a>> {
    let groups = items_in(embedded(post, "wp:term"));
    groups.flat_map(Value::items).filter(move |term| term.says("taxonomy", taxonomy))
}

/// What WordPress puts in beside the post when it is asked for `_embed`.
pub(super) fn embedded<'d, 'a>(post: Value<'d, 'a>, name: &str) -> Option<Value<'d, 'a>> {
    post.get_in("_embedded", name)
}

/// What Yoast says of the post in the words of schema.org.
pub(super) fn graph<'d, 'a>(post: Value<'d, 'a>) -> impl Iterator<Item = Value<'d, 'a>> {
    let schema = post.get_in("yoast_head_json", "schema");
    items_in(schema.and_then(|schema| schema.get("@graph")))
}

/// The number by which a post names something else.
pub(super) fn number_of<'d, 'a>(post: Value<'d, 'a>, name: &str) -> Option<Value<'d, 'a>> {
    post.get(name).filter(|id| id.as_integer().is_some_and(|id| id > 0))
}

/// What stands there instead of something that the reader may not see.
pub(super) fn is_refused(value: Value<'_, '_>) -> bool {
    value.kind() != Kind::Object || (value.get("code").is_some() && value.get("message").is_some())
}

pub(super) fn keywords<'a>(post: Value<'_, 'a>, values: &mut Values<'_>) -> Vec<Text<'a>> {
    terms(post, "post_tag").filter_map(|term| markup::text(term.get("name")?, values)).collect()
}

/// The first category that somebody chose.
pub(super) fn section<'a>(post: Value<'_, 'a>, values: &mut Values<'_>) -> Option<Crumb<'a>> {
    let is_chosen = |term: &Value<'_, 'a>| !term.says("slug", "uncategorized");
    let category = terms(post, "category").find(is_chosen)?;
    crumb(category.get("name"), category.get("link"), values)
}

fn crumb<'a>(name: Option<Value<'_, 'a>>, link: Option<Value<'_, 'a>>, values: &mut Values<'_>) -> Option<Crumb<'a>> {
    let name = markup::text(name.filter(|name| name.is_string())?, values)?;
    let url = link.filter(|link| link.is_string()).and_then(|link| values.url(link));
    Some(Crumb { name, url })
}

/// The way from the front page; its last step, which is the post, is left out.
pub(super) fn breadcrumb<'a>(post: Value<'_, 'a>, values: &mut Values<'_>) -> Vec<Crumb<'a>> {
    let list = graph(post).find(|node| node.says("@type", "BreadcrumbList"));
    let steps = items_in(list.and_then(|list| list.get("itemListElement")));
    let mut crumbs: Vec<_> = steps.filter_map(|step| crumb(step.get("name"), step.get("item"), values)).collect();
    crumbs.pop();
    crumbs
}

/// Where a post has those who wrote it: in the fields of plug-ins for several authors, in what is embedded, or in fields
/// of other plug-ins.
const AUTHORS: &str = "coauthors|authors|guest_authors|newspack_author_info|parsely|_embedded|uagb_author_info|author_info|author_meta|author_name";

/// Those whom a plugin for several authors names, or else the one that WordPress knows.
pub(super) fn authors<'a>(post: Value<'_, 'a>, values: &mut Values<'_>) -> Vec<Contributor<'a>> {
    let mut authors: Vec<_> = terms(post, "author").filter_map(|term| author(term, values)).collect();
    for field in AUTHORS.split('|').filter_map(|name| post.get(name)) {
        if authors.is_empty() {
            let named = field.get_in("meta", "author").or_else(|| field.get("author")).unwrap_or(field);
            let one = Some(named).filter(|named| named.kind() != Kind::Array);
            authors = named.items().chain(one).filter_map(|value| author(value, values)).collect();
        }
    }
    if authors.is_empty() {
        let named = post.get("yoast_head_json").and_then(|yoast| first(yoast, &["author"]));
        let named = named.filter(|name| name.is_string()).and_then(|name| markup::text(name, values));
        authors.extend(named.map(|name| Contributor { name, ..Contributor::default() }));
    }
    if authors.is_empty()
        && let Some(id) = number_of(post, "author")
    {
        let message = "the author is given by a number only; a post that is asked for with `_embed` has the name";
        values.add(Code::ReferenceMissing, id, message);
    }
    authors
}

fn author<'a>(value: Value<'_, 'a>, values: &mut Values<'_>) -> Option<Contributor<'a>> {
    let name = if value.is_string() { value } else { first_string(value, &["display_name", "name"])? };
    let name = markup::text(name, values)?;
    let url = first_string(value, &["link", "url", "author_link"]).and_then(|link| values.url(link));
    Some(Contributor { name, url, image: portrait(value, values).map(Box::new), ..Contributor::default() })
}

/// The largest picture of an author that the publisher keeps itself. The addresses of Gravatar's are made from the
/// author's e-mail address, which is private.
fn portrait<'a>(author: Value<'_, 'a>, values: &mut Values<'_>) -> Option<Image<'a>> {
    let largest = author.get("avatar_urls")?.members().map(|(_, address)| address).last()?;
    let is_own = largest.as_str().is_some_and(|address| !address.contains("gravatar.com/"));
    let src = if is_own { values.media_url(largest) } else { None }?;
    Some(Image { src: Some(src), ..Image::default() })
}
