//! Reads posts and pages as the REST API of WordPress answers with them; it knows the keys of the API, of Newspack, of
//! Yoast and of the plugins for several authors, not the HTML in them.
//!
//! The names are those of the REST API (`wp/v2`).

mod autop;
mod blocks;
mod content;
mod language;
mod media;
mod shortcode;
mod terms;

use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Value};
use crate::model::{Article, Block, Crumb, Date, Inline, Text};

use super::format::Format;
use super::piece::{Base, copied};
use super::prose::{first, first_string, text_of};
use super::source::{Shape, Source};
use super::values::Values;
use super::{aliases, markup, opening, pictures, strapi, words};

/// The row for WordPress.
pub(super) const FORMAT: Format =
    Format { name: "wordpress", about: "posts from the REST API of WordPress", shape: Shape::Json, matches, read };

/// What newsrooms call the line under the headline and the one above it, in the fields that they add to posts.
const STANDFIRST: &str = "newspack_post_subtitle|newspack_article_summary|standfirst|subtitle|post_subtitle|deck|dek|subheadline|lede|intro|introduction";
const KICKER: &str = "kicker|newspack_kicker|eyebrow|overline";

fn matches(source: &Source<'_>) -> bool {
    let is_it = |root| is_post(root) || root.items().next().is_some_and(is_post) || blocks::are_blocks(root);
    source.json().is_some_and(is_it)
}

/// A post has a title, and its content or what sums it up, each in an object.
fn is_post(value: Value<'_, '_>) -> bool {
    let has = |name: &str| {
        value.get(name).is_some_and(|field| {
            field.get("rendered").or_else(|| field.get("raw")).is_some_and(|text| text.is_string())
        })
    };
    has("title") && (has("content") || has("excerpt"))
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let mut values = Values::new(diagnostics);
    let Some(root) = source.json() else { return Article::default() };
    if blocks::are_blocks(root) {
        return blocks::read(root, &mut values).into();
    }
    let post = if root.kind() == Kind::Array { root.items().next() } else { Some(root) };
    if let Some(second) = root.items().nth(1) {
        values.add(Code::ArticlesSeveral, second, "the document holds several posts; only the first one is shown");
    }
    post.map(|post| article(source, post, &mut values)).unwrap_or_default()
}

fn article<'a>(source: &Source<'a>, post: Value<'_, 'a>, values: &mut Values<'_>) -> Article<'a> {
    report_status(post, values);
    let body = content::read(source, post, values);
    let mut article = Article {
        id: post.get("id").map(|id| number(id, values)).unwrap_or_default(),
        url: post.get("link").and_then(|link| values.url(link)),
        headline: text_field(post, "title").map(|title| markup::line(title, values)).unwrap_or_default(),
        kicker: kicker(post, values),
        published: date(post, "date", values),
        modified: date(post, "modified", values),
        keywords: terms::keywords(post, values),
        section: terms::section(post, values),
        breadcrumb: terms::breadcrumb(post, values),
        authors: terms::authors(post, values),
        language: language::language(post, values),
        publisher: publisher(post, values),
        lead_media: media::lead(post, values).map(Block::from),
        accessible_for_free: is_protected(post).then_some(false),
        ..Article::default()
    };
    article.standfirst = standfirst(post, &body.blocks, values);
    article.body = body.blocks;
    article.notes = body.notes;
    // The fields that a newsroom adds say what the post does not say itself.
    if let Some(fields) = post.get("acf") {
        aliases::describe(&mut article, fields, &mut |id| source.reference(id), values.diagnostics);
        article.lead_media = article.lead_media.take().or_else(|| strapi::lead(fields, values));
    }
    pictures::show_lead_once(&mut article);
    article
}

/// The text of a field: what WordPress made of it, or else what the author typed.
fn text_field<'d, 'a>(post: Value<'d, 'a>, name: &str) -> Option<Value<'d, 'a>> {
    post.get(name).and_then(|field| first(field, &["rendered", "raw"])).filter(|text| text.is_string())
}

/// A field that a theme or a plugin adds.
fn added<'d, 'a>(post: Value<'d, 'a>, names: &str) -> Option<Value<'d, 'a>> {
    let places = [post.get("meta"), post.get("acf"), Some(post)];
    let named = |place| words::found(names, &mut |name| first_string(place, &[name]));
    places.into_iter().flatten().find_map(named)
}

/// The line above the headline, after what Newspack says of those who have paid for the post.
fn kicker<'a>(post: Value<'_, 'a>, values: &mut Values<'_>) -> Vec<Inline<'a>> {
    let mut words = Vec::new();
    for sponsor in post.items_of("newspack_post_sponsors") {
        words.extend(text_of(values, sponsor, &["flag"]).filter(|flag| !words.contains(flag)));
        let said = ["byline_prefix", "sponsor_name"].map(|name| text_of(values, sponsor, &[name]));
        words.push(said.iter().flatten().map(Text::as_str).collect::<Vec<_>>().join(" ").into());
    }
    let mut kicker: Vec<_> = words.into_iter().map(|text| vec![Inline::Text(text)]).collect();
    kicker.extend(added(post, KICKER).map(|kicker| markup::line(kicker, values)));
    kicker.join(&Inline::Text(", ".into()))
}

fn number<'a>(value: Value<'_, 'a>, values: &mut Values<'_>) -> Option<Text<'a>> {
    if value.is_string() { values.text(value) } else { value.as_integer().map(|number| number.to_string().into()) }
}

/// Whether a reader needs a password.
fn is_protected(post: Value<'_, '_>) -> bool {
    post.get_in("content", "protected").and_then(Value::as_bool) == Some(true)
}

fn report_status(post: Value<'_, '_>, values: &mut Values<'_>) {
    let Some(status) = post.get("status") else { return };
    let name = status.as_str().unwrap_or_default();
    if words::has("draft|auto-draft|pending|future|private|trash", &name) {
        values.add(Code::ArticleDraft, status, ["the post is not published: its status is `", &*name, "`"].concat());
    }
}

/// The local time, with its distance from UTC where both are known.
fn date<'a>(post: Value<'_, 'a>, name: &str, values: &mut Values<'_>) -> Option<Date<'a>> {
    const FARTHEST: i64 = 14 * 60;
    let local = first(post, &[name]).and_then(|date| values.date(date));
    let utc = first(post, &[if name == "date" { "date_gmt" } else { "modified_gmt" }]);
    let utc = utc.filter(|date| !date.as_str().is_some_and(|date| date.starts_with("0000")));
    let utc = utc.and_then(|date| values.date(date));
    let (Some(local_moment), Some(utc_moment)) =
        (local.as_ref().and_then(|date| date.moment), utc.as_ref().and_then(|date| date.moment))
    else {
        return local.or_else(|| utc.map(|date| Date::parse(date.source.into_cow().into_owned() + "Z")));
    };
    let minutes = local_moment.minutes_after(utc_moment);
    if local_moment.offset.is_some() || minutes.abs() > FARTHEST || minutes % 15 != 0 {
        return local;
    }
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    let sign = if minutes < 0 { '-' } else { '+' };
    let source = local?.source;
    Some(Date::parse(format!("{}{sign}{hours:02}:{rest:02}", source.trim())))
}

fn publisher<'a>(post: Value<'_, 'a>, values: &mut Values<'_>) -> Option<Crumb<'a>> {
    let name = first(post.get("yoast_head_json")?, &["og_site_name"])?;
    Some(Crumb { name: markup::text(name, values)?, url: None })
}

/// What sums the post up: what a newsroom adds to it, or else the excerpt if the author wrote one.
fn standfirst<'a>(post: Value<'_, 'a>, body: &[Block<'a>], values: &mut Values<'_>) -> Vec<Block<'a>> {
    if let Some(field) = added(post, STANDFIRST) {
        return markup::blocks(field, values).blocks;
    }
    let Some(excerpt) = post.get("excerpt") else { return Vec::new() };
    // Where the author's own text can be seen, it decides.
    let written = excerpt.get("raw").and_then(Value::as_str);
    if written.as_ref().is_some_and(|text| text.trim().is_empty()) {
        return Vec::new();
    }
    let Some(html) = text_field(post, "excerpt").and_then(Value::as_str) else { return Vec::new() };
    let base = Base::Around(excerpt.offset());
    let blocks = markup::blocks_of(&opening::excerpt(&html), copied, base, values).blocks;
    let is_automatic = written.is_none() && opening::is_beginning(&blocks, body);
    if is_automatic { Vec::new() } else { blocks }
}
