//! Front matter's fields → an article's header; it knows the names that sites give their fields, not how fields are
//! written.
//!
//! There is no standard: each generator and each theme has names of its own, so every field has its synonyms here, the
//! more usual one first. What is in none of the lists is meant for the site's generator and passed over in silence.

use std::borrow::Cow;

use super::front_matter::{Field, Value};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{
    Alt, Article, At, Block, Contributor, Crumb, Date, Direction, Image, Inline, Language, MediaUrl, Text, Url,
};
use crate::read::source::shortened;
use crate::read::{credit, words};

const HEADLINE: &str = "title|headline";
const STANDFIRST: &str = "standfirst|deck|dek|subtitle|lede|description|summary|excerpt";
const KICKER: &str = "kicker|eyebrow|label";
const AUTHORS: &str = "authors|author";
const PUBLISHED: &str = "date|published|pubdate|publishdate|datepublished";
const MODIFIED: &str = "lastmod|updated|modified|updateddate|datemodified";
const SECTION: &str = "section|category|categories";
const KEYWORDS: &str = "tags|keywords|topics";
const LANGUAGE: &str = "lang|language|locale";
const ADDRESS: &str = "url|canonical|canonicalurl";
const IMAGE: &str = "leadimage|image|cover|hero|heroimage|featuredimage|primaryimage|coverimage|thumbnail|ogimage";
const ALT: &str = "imagealt|alt|coveralt|heroalt|heroimagealt|featuredimagealt|primaryimagealt";
const CAPTION: &str = "imagecaption|caption|covercaption|featuredimagecaption";
const CREDIT: &str = "imagecredit|credit|photocredit|covercredit|featuredimagecredit";
const EXPIRY: &str = "expirydate|expires";

/// The fields that are left to be read. What it does is not inlined: front matter is short, and so the code for it may
/// be small instead of quick.
struct Fields<'a>(Vec<Field<'a>>);

/// Returns the article that the fields describe, still without a body.
pub(super) fn article<'a>(fields: Vec<Field<'a>>, diagnostics: &mut Diagnostics) -> Article<'a> {
    if fields.is_empty() {
        return Article::default();
    }
    let mut fields = Fields(fields);
    report_state(&mut fields, diagnostics);
    let mut standfirst = Vec::new();
    let line = fields.line(STANDFIRST);
    if !line.is_empty() {
        standfirst.push(Block::Paragraph(line));
    }
    let mut keywords = Vec::new();
    if let Some(field) = fields.take(KEYWORDS) {
        add_texts(field.value, &mut keywords);
    }
    Article {
        id: fields.text("id|slug"),
        url: fields.url(ADDRESS),
        kicker: fields.line(KICKER),
        headline: fields.line(HEADLINE),
        standfirst,
        byline: fields.line("byline"),
        authors: people(fields.take(AUTHORS)),
        dateline: fields.text("dateline"),
        published: fields.date(PUBLISHED),
        modified: fields.date(MODIFIED),
        section: crumbs(fields.take(SECTION)).into_iter().next(),
        breadcrumb: crumbs(fields.take("breadcrumb|breadcrumbs")),
        keywords,
        language: language(&mut fields, diagnostics),
        direction: fields.text("dir|direction").and_then(|name| Direction::from_name(&name)),
        copyright_notice: fields.text("copyright"),
        lead_media: lead_media(&mut fields, diagnostics).map(|image| Block::Image(Box::new(image))),
        ..Article::default()
    }
}

impl<'a> Fields<'a> {
    /// Takes the field of the first name that there is. Names count without case, `_` and `-`.
    fn take(&mut self, names: &str) -> Option<Field<'a>> {
        let mut index = None;
        words::find(names, &mut |name| {
            index = self.0.iter().position(|field| field.value != Value::Nothing && is_name(&field.key, name));
            index.is_some()
        });
        Some(self.0.swap_remove(index?))
    }

    #[inline(never)]
    fn text(&mut self, names: &str) -> Option<Text<'a>> {
        text(self.take(names)?.value)
    }

    fn line(&mut self, names: &str) -> Vec<Inline<'a>> {
        match self.text(names) {
            Some(text) => vec![Inline::Text(text)],
            None => Vec::new(),
        }
    }

    fn date(&mut self, names: &str) -> Option<Date<'a>> {
        Some(Date::parse(self.text(names)?))
    }

    fn url(&mut self, names: &str) -> Option<Url<'a>> {
        Url::parse(self.text(names)?.into_cow()).ok()
    }
}

fn is_name(key: &str, name: &str) -> bool {
    let mut rest = name.bytes();
    for byte in key.bytes() {
        if !matches!(byte, b'_' | b'-') && rest.next() != Some(byte.to_ascii_lowercase()) {
            return false;
        }
    }
    rest.next().is_none()
}

/// The text of a value, or of the first value of a list.
#[inline(never)]
fn text(value: Value<'_>) -> Option<Text<'_>> {
    let mut found = Vec::new();
    add_texts(value, &mut found);
    found.into_iter().next()
}

fn add_texts<'a>(value: Value<'a>, out: &mut Vec<Text<'a>>) {
    match value {
        Value::Text(text) => {
            let text = Text::from(text).trimmed();
            if !text.is_blank() {
                out.push(text);
            }
        }
        Value::List(values) => {
            for value in values {
                if let Some(text) = text(value) {
                    out.push(text);
                }
            }
        }
        Value::Fields(fields) => {
            if let Some(text) = Fields(fields).text("name|title") {
                out.push(text);
            }
        }
        Value::Nothing => {}
    }
}

/// Adds those whom a value names: a name, fields of one, or a list of both.
fn add_people<'a>(value: Value<'a>, out: &mut Vec<Contributor<'a>>) {
    match value {
        Value::List(values) => {
            for value in values {
                add_people(value, out);
            }
        }
        Value::Fields(fields) => {
            let mut fields = Fields(fields);
            let Some(name) = fields.text("name|title") else { return };
            let url = fields.url("url|link|href|website");
            let affiliation = fields.text("affiliation|organization");
            out.push(Contributor { name, url, affiliation, ..Contributor::default() });
        }
        Value::Text(_) | Value::Nothing => {
            if let Some(name) = text(value) {
                out.push(Contributor { name, ..Contributor::default() });
            }
        }
    }
}

/// The people of a field as crumbs: both have a name and may have an address.
fn crumbs(field: Option<Field<'_>>) -> Vec<Crumb<'_>> {
    let mut crumbs = Vec::new();
    for person in people(field) {
        crumbs.push(Crumb { name: person.name, url: person.url });
    }
    crumbs
}

fn people(field: Option<Field<'_>>) -> Vec<Contributor<'_>> {
    let mut people = Vec::new();
    if let Some(field) = field {
        add_people(field.value, &mut people);
    }
    people
}

/// A locale is written with `_`, a language tag with `-`.
fn language<'a>(fields: &mut Fields<'a>, diagnostics: &mut Diagnostics) -> Option<Language<'a>> {
    let field = fields.take(LANGUAGE)?;
    let tag = text(field.value)?.into_cow();
    let tag = if tag.contains('_') { Cow::Owned(tag.replace('_', "-")) } else { tag };
    let language = Language::parse(tag.clone());
    if language.is_none() {
        let message = format!("`{}` is no language tag", shortened(&tag));
        diagnostics.add(Code::LangInvalid, Some(field.at), message);
    }
    language
}

/// Says what a reader of the page must know and the page does not show.
fn report_state(fields: &mut Fields<'_>, diagnostics: &mut Diagnostics) {
    let is =
        |field: &Field<'_>, word: &str| matches!(&field.value, Value::Text(text) if text.eq_ignore_ascii_case(word));
    if let Some(field) = fields.take("draft").filter(|field| is(field, "true") || is(field, "yes")) {
        diagnostics.add(Code::ArticleDraft, Some(field.at), "the article is marked as a draft");
    }
    if let Some(index) = fields.0.iter().position(|field| is_name(&field.key, "published") && is(field, "false")) {
        let field = fields.0.swap_remove(index);
        diagnostics.add(Code::ArticleDraft, Some(field.at), "the article is marked as not published");
    }
    if let Some(field) = fields.take(EXPIRY)
        && let Some(date) = text(field.value)
    {
        let message = format!("the article is to be taken down on `{}`", shortened(&date));
        diagnostics.add(Code::ArticleExpires, Some(field.at), message);
    }
}

fn lead_media<'a>(fields: &mut Fields<'a>, diagnostics: &mut Diagnostics) -> Option<Image<'a>> {
    let Field { key, mut value, at } = fields.take(IMAGE)?;
    if let Value::List(values) = value {
        value = values.into_iter().next()?;
    }
    let mut own = Fields(if let Value::Fields(own) = &mut value { std::mem::take(own) } else { Vec::new() });
    let address = own.text("src|url|path|file").or_else(|| text(value))?;
    let src = media_url(address, &key, at, diagnostics)?;
    let mut number = |name: &str| own.text(name)?.parse().ok().filter(|number| *number > 0);
    let image = Image { src, width: number("width"), height: number("height"), at: At::new(at), ..Image::default() };
    let image = described(image, &mut own);
    Some(described(image, fields))
}

/// The picture with what the fields say about it and it does not say itself.
fn described<'a>(mut image: Image<'a>, fields: &mut Fields<'a>) -> Image<'a> {
    if image.alt == Alt::Absent {
        image.alt = fields.text(ALT).map_or(Alt::Absent, Alt::Text);
    }
    if image.caption.is_empty() {
        let (caption, found) = credit::split(fields.line(CAPTION));
        image.caption = caption;
        image.credit = image.credit.or(found);
    }
    image.credit = fields.text(CREDIT).map(credit::credit).or(image.credit);
    image
}

/// The address of a picture. Some sites name a picture by an identifier that only their generator can resolve: that is
/// no address, and no picture. The outer option is whether there is a picture, the inner whether its address is safe.
#[expect(clippy::option_option, reason = "a picture without a safe address is still a picture")]
fn media_url<'a>(
    address: Text<'a>,
    key: &str,
    at: usize,
    diagnostics: &mut Diagnostics,
) -> Option<Option<MediaUrl<'a>>> {
    let quoted = shortened(&address).into_owned();
    if !address.contains(['/', '.', ':']) {
        let message = format!("`{key}` names a picture, `{quoted}`, and not its address; it is left out");
        diagnostics.add(Code::ValueInvalid, Some(at), message);
        return None;
    }
    match MediaUrl::parse(address.into_cow()) {
        Ok(url) => Some(Some(url)),
        Err(error) => {
            let message = format!("the picture's address `{quoted}` {}", error.reason());
            diagnostics.add(Code::ImgSrcUnsafe, Some(at), message);
            Some(None)
        }
    }
}
