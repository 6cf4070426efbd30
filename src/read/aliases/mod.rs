//! What publishers call the parts of a header; it knows names of fields, not how fields are written.
//!
//! There is no standard: each generator of sites, each CMS and each newsroom has names of its own, so every field has
//! its synonyms here, the more usual one first. Front matter and the records of CMSs share them. What is in none of the
//! lists is meant for other systems and passed over in silence.

mod complete;
mod image;
mod record;
mod rich;
mod state;
mod tables;

use std::borrow::Cow;

use super::dates;
use super::piece::{Base, copied};
use super::source::shortened;
use super::values::Values;
use super::{credit, json_api, markup, opening, pictures, prose, words};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{
    Article, Block, Contributor, Correction, CorrectionKind, Crumb, Date, Direction, Inline, Language, Role, Text, Url,
    is_digit, is_letter, plain_line,
};

pub(super) use complete::{add, complete, describe, describe_beside, report_text};
pub(super) use record::{localised, localised_item};
pub(super) use tables::beside;

const HEADLINE: &str = "title|headline|drafttitle|heading|name|titel|tittel|überschrift|titre|titulo|titolo";
const STANDFIRST: &str = "standfirst|deck|dek|subtitle|lede|customexcerpt|draftsubtitle|subheadline|subheading|intro|introduction|teaser|lead|description|summary|excerpt|abstract|untertitel|vorspann|chapo|ingress|manchet|entradilla|subtitulo|sottotitolo";
const KICKER: &str = "kicker|eyebrow|label|overline|strapline|dachzeile";
const AUTHORS: &str = "populatedauthors|authors|author|authorname|writers|writer|contributors|publishedbylines|primaryauthor|autor|autoren|auteur|auteurs|autores|autore|forfatter|författare";
const PUBLISHED: &str = "date|published|pubdate|publishdate|datepublished|firstpublishedat|firstpublisheddate|publishedat|publisheddate|publicationdate|publishedon|publishedtime|publishtime|publishedtimestamp|firstpublicationdate|releasedate|displaydate|datum|veröffentlicht|veröffentlichtam|veroeffentlichtam|fecha|fechapublicacion|datepublication|publisert|publicerad";
const MODIFIED: &str = "lastmod|updated|modified|updateddate|datemodified|updatedat|modifiedat|lastmodified|lastupdated|updatedtime|modifiedtime|modifieddate|lastmodifieddate|modifiedgmt|dateupdated|editedat|lastpublicationdate|changed|aktualisiert|aktualisiertam|geändertam|geaendertam";
const CREATED: &str = "createdat|datecreated|created|createddate";
const SECTION: &str = "section|category|primarycategory|primarytag|categories|channel|ressort|rubrik|rubrique|seccion|categoria|kategori|kategorie";
const KEYWORDS: &str = "tags|keywords|topics|schlagworte|schlagwörter";
const LANGUAGE: &str = "lang|language|locale|langcode|i18nlang|sprache";
const ADDRESS: &str = "canonical|canonicalurl|url|permalink|weburl";
const CORRECTION: &str = "correction|corrections";
const CLARIFICATION: &str = "clarification|clarifications";
/// Fields, without `_` and in small letters, whose strings are a body where nothing else is.
pub(super) const TEXTS: &str = "contenthtml|bodyhtml|bodyxml|html|content|body|article|fulltext|story|text|bodytext|contenttext|bodymarkdown|bodymd|contentmarkdown|contentmd|markdown|paragraphs|news|inhalt|texte|contenu|texto|contenido|testo|innhold|corps";
/// What fields are called after that say something of the whole article.
const WHOLES: &str = "article|post|story|news|artikel|beitrag";
const SHORTEST_WHOLE: usize = 4;
/// Names of single fields.
const OTHERS: &str = "id|slug|byline|dateline|breadcrumb|breadcrumbs|dir|direction|copyright|draft|status|ispublished";
/// Fields in which generators keep those that they do not know: Zola, Hugo, and a theme of Jekyll's.
const OUTER: &str = "extra|taxonomies|params|header";

/// A name with its value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field<'a> {
    /// The name.
    pub(super) key: Cow<'a, str>,
    /// The value.
    pub(super) value: Value<'a>,
    /// Where it stands in the source.
    pub(super) at: usize,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value<'a> {
    /// Nothing.
    Nothing,
    /// Text, as it is written where it has no quotes.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Value<'a>>),
    /// Fields of its own.
    Fields(Vec<Field<'a>>),
}

/// The fields that are left to be read. What it does is not inlined: front matter is short, and so the code for it may
/// be small instead of quick.
struct Fields<'a>(Vec<Field<'a>>);

/// Returns the article that the fields describe, still without a body.
pub(super) fn article<'a>(mut fields: Vec<Field<'a>>, diagnostics: &mut Diagnostics) -> Article<'a> {
    if fields.is_empty() {
        return Article::default();
    }
    let mut inner = Vec::new();
    for field in &mut fields {
        if let Value::Fields(fields) = &mut field.value
            && is_listed(OUTER, &field.key)
        {
            inner.append(fields);
        }
    }
    fields.append(&mut inner);
    // Some themes have a small picture where others have a sentence.
    let is_file = |field: &Field<'_>| matches!(&field.value, Value::Text(text) if pictures::is_file(text));
    fields.retain(|field| !(is_name(&field.key, "teaser") && is_file(field)));
    let mut fields = Fields(fields);
    state::report(&mut fields, diagnostics);
    let standfirst = fields.take(STANDFIRST).map(|field| standfirst(field, diagnostics)).unwrap_or_default();
    let mut keywords = Vec::new();
    if let Some(field) = fields.take(KEYWORDS) {
        add_texts(field.value, &mut keywords);
    }
    // All of them may stand in one line.
    if let [line] = keywords.as_slice()
        && line.contains(',')
    {
        keywords = prose::listed(line, &[',']);
    }
    Article {
        id: fields.text("id|slug"),
        url: fields.url(ADDRESS),
        kicker: fields.line(KICKER, diagnostics),
        headline: fields.line(HEADLINE, diagnostics),
        standfirst,
        byline: fields.line("byline", diagnostics),
        authors: people(fields.take(AUTHORS)),
        dateline: fields.text("dateline"),
        published: fields.date(PUBLISHED, diagnostics),
        modified: fields.date(MODIFIED, diagnostics),
        created: fields.date(CREATED, diagnostics),
        section: crumbs(fields.take(SECTION)).into_iter().next(),
        breadcrumb: crumbs(fields.take("breadcrumb|breadcrumbs")),
        keywords,
        language: language(&mut fields, diagnostics),
        direction: fields.text("dir|direction").and_then(|name| Direction::from_name(&name)),
        copyright_notice: fields.text("copyright"),
        corrections: corrections(&mut fields, diagnostics),
        lead_media: image::lead_media(&mut fields, diagnostics).map(Block::from),
        ..Article::default()
    }
}

impl<'a> Fields<'a> {
    /// Takes the field of the first name that there is. Names count without case, spaces, `_` and `-`.
    fn take(&mut self, names: &str) -> Option<Field<'a>> {
        let index = words::found(names, &mut |name| {
            self.0.iter().position(|field| field.value != Value::Nothing && is_name(&field.key, name))
        })?;
        Some(self.0.swap_remove(index))
    }

    #[inline(never)]
    fn text(&mut self, names: &str) -> Option<Text<'a>> {
        text(self.take(names)?.value)
    }

    /// What somebody or something is called.
    fn name(&mut self) -> Option<Text<'a>> {
        let (first, last) = (self.text("firstname"), self.text("lastname"));
        let names: Vec<_> = first.iter().chain(&last).map(Text::as_str).collect();
        self.text("displayname|name|fullname|navn|nombre|nom|nome")
            .and_then(credit::without_address)
            .or_else(|| (!names.is_empty()).then(|| names.join(" ").into()))
            .or_else(|| self.text("title|label"))
    }

    fn line(&mut self, names: &str, diagnostics: &mut Diagnostics) -> Vec<Inline<'a>> {
        self.take(names).map(|field| line(field, diagnostics)).unwrap_or_default()
    }

    /// A date in words, or the milliseconds since 1970, as CMSs count them. What only a generator can work out, such as
    /// `last-modified`, names no day.
    fn date(&mut self, names: &str, diagnostics: &mut Diagnostics) -> Option<Date<'a>> {
        let Field { value, at, .. } = self.take(names)?;
        let text = text(value)?;
        if !text.contains(is_digit) {
            let message = ["`", &*shortened(&text), "` is no date; it is left out"].concat();
            diagnostics.add(Code::TimeInvalid, Some(at), message);
            return None;
        }
        let milliseconds = text.parse().ok().filter(|number| (100_000_000_000..100_000_000_000_000).contains(number));
        Some(milliseconds.map_or_else(|| dates::stated(text), Date::from_unix))
    }

    fn url(&mut self, names: &str) -> Option<Url<'a>> {
        Url::parse(self.text(names)?.into_cow()).ok()
    }
}

/// Whether a field is one of those that are read here.
pub(super) fn is_known(key: &str) -> bool {
    let lists =
        [HEADLINE, STANDFIRST, KICKER, AUTHORS, PUBLISHED, MODIFIED, CREATED, SECTION, KEYWORDS, LANGUAGE, ADDRESS];
    let others = [state::EXPIRY, OTHERS, CORRECTION, CLARIFICATION];
    lists.into_iter().chain(others).any(|names| is_listed(names, key)) || image::is_picture(key) || image::is_about(key)
}

/// Whether a field is what a headline is in.
pub(super) fn is_headline(key: &str) -> bool {
    is_listed(HEADLINE, key)
}

/// Whether a field is one whose string may be the body.
pub(super) fn is_text(key: &str) -> bool {
    is_listed(TEXTS, key)
}

fn is_listed(names: &str, key: &str) -> bool {
    words::find(names, &mut |name| is_name(key, name)).is_some()
}

/// Whether a key is a name, which is in small letters; spaces, `_`, `-`, case, and what Drupal puts before it do not
/// count, nor does what an article is called, as in `post_title`.
pub(super) fn is_name(key: &str, name: &str) -> bool {
    let key = json_api::plain(key);
    is_spelt(key, name) || whole(key).is_some_and(|rest| is_spelt(rest, name))
}

/// What follows the word for an article in a key. Most keys are asked about by many names, and do not begin so.
fn whole(key: &str) -> Option<&str> {
    let may_be = key.len() > SHORTEST_WHOLE && key.as_bytes().first().is_some_and(|byte| b"abnpsABNPS".contains(byte));
    if may_be { words::found(WHOLES, &mut |whole| words::begin(key, whole)) } else { None }
}

fn is_spelt(key: &str, name: &str) -> bool {
    let mut rest = name.bytes();
    for byte in key.bytes() {
        if !matches!(byte, b'_' | b'-' | b' ') && rest.next() != Some(byte.to_ascii_lowercase()) {
            return false;
        }
    }
    rest.next().is_none()
}

/// A line is text; some systems write HTML.
fn line<'a>(field: Field<'a>, diagnostics: &mut Diagnostics) -> Vec<Inline<'a>> {
    if let Value::Text(html) = &field.value
        && markup::is_html(html)
    {
        return markup::line_of(html, copied, Base::Around(field.at), &mut Values::new(diagnostics));
    }
    text(field.value).map(plain_line).unwrap_or_default()
}

fn standfirst<'a>(field: Field<'a>, diagnostics: &mut Diagnostics) -> Vec<Block<'a>> {
    if let Value::Text(html) = &field.value
        && markup::is_html(html)
    {
        let base = Base::Around(field.at);
        return markup::blocks_of(&opening::excerpt(html), copied, base, &mut Values::new(diagnostics)).blocks;
    }
    let line = line(field, diagnostics);
    Vec::from_iter(prose::paragraph(line))
}

/// What was wrong or unclear in the article: words, or several of them, which may have a date.
fn corrections<'a>(fields: &mut Fields<'a>, diagnostics: &mut Diagnostics) -> Vec<Correction<'a>> {
    let mut corrections = Vec::new();
    for (names, kind) in [(CORRECTION, CorrectionKind::Correction), (CLARIFICATION, CorrectionKind::Clarification)] {
        let Some(Field { key, value, at }) = fields.take(names) else { continue };
        let values = if let Value::List(values) = value { values } else { vec![value] };
        for value in values {
            let mut own = Fields(if let Value::Fields(fields) = value {
                fields
            } else {
                vec![Field { key: Cow::Borrowed("text"), value, at }]
            });
            let date = own.date(PUBLISHED, diagnostics);
            let said = own.take("text|content|body|note|description|correction|clarification");
            let content = said.map(|field| standfirst(field, diagnostics)).unwrap_or_default();
            if content.is_empty() {
                let message = ["`", &*shortened(&key), "` says nothing that is read"].concat();
                diagnostics.add(Code::ValueInvalid, Some(at), message);
            } else {
                corrections.push(Correction { kind, date, content });
            }
        }
    }
    corrections
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
            let text = markup::plain(text).trimmed();
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
            let mut fields = Fields(fields);
            // Ghost has tags that are for those who make the site.
            let is_internal = fields.text("visibility").is_some_and(|word| &*word == "internal");
            out.extend(fields.name().filter(|_| !is_internal));
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
            let Some(name) = fields.name() else {
                // What says how somebody took part has whom it is about inside.
                return fields.take("author|person|contributor").into_iter().for_each(|who| add_people(who.value, out));
            };
            let url = fields.url("url|link|href|website|websiteurl");
            let affiliation = fields.text("affiliation|affiliations|organization|company");
            let role = fields.text("role").and_then(|role| {
                Role::NAMES.into_iter().find(|(_, name)| role.eq_ignore_ascii_case(name)).map(|(role, _)| role)
            });
            out.push(Contributor { name, url, affiliation, role, ..Contributor::default() });
        }
        Value::Text(_) | Value::Nothing => {
            let Some(names) = text(value).and_then(credit::without_address).map(credit::without_by) else { return };
            // What has no letters is a number in a list of users.
            for name in prose::listed(&names, &[';']).into_iter().filter(|name| name.contains(is_letter)) {
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
    // What Storyblok calls a story that is no translation.
    let tag = text(field.value).filter(|tag| &**tag != "default")?.into_cow();
    let tag = if tag.contains('_') { Cow::Owned(tag.replace('_', "-")) } else { tag };
    let language = Language::parse(tag.clone());
    if language.is_none() {
        let message = ["`", &*shortened(&tag), "` is no language tag"].concat();
        diagnostics.add(Code::LangInvalid, Some(field.at), message);
    }
    language
}
