//! What a record says and an article does not say itself; it knows which of the two is right about what, not how records
//! are read.

use super::record::{Resolve, fields};
use super::rich::words_of;
use super::tables::{self, Beside};
use super::{Value, image, is_known, is_name, is_text};
use crate::diagnostic::{Code, Diagnostics};
use crate::json;
use crate::model::{Article, Block};
use crate::read::recognise::component::are_components;
use crate::read::recognise::editor;
use crate::read::source::{Source, offset_in, shortened};
use crate::read::values::Values;
use crate::read::{attachments, json_api, opening, pictures, words};

/// Gives an article what the records around it say and it does not say itself.
#[inline(never)]
pub(in crate::read) fn complete<'a>(article: &mut Article<'a>, source: &Source<'a>, diagnostics: &mut Diagnostics) {
    let included = json_api::included(source.root());
    // The tables of an export are about all of its posts.
    let tables = tables::of(source.root()).map(json::Value::index);
    let records = source.records().filter(|record| Some(record.index()) != tables);
    for record in records.flat_map(|record| [Some(record), record.get("relationships")]).flatten() {
        let resolve = &mut |id: &str| included.get(id).copied().or_else(|| source.reference(id));
        describe_beside(article, record, &tables::beside(source.root(), record), resolve, diagnostics);
        pictures::show_lead_once(article);
        let is_list = |key: json::Value<'_, '_>| key.as_str().is_some_and(|key| is_name(&key, "attachments"));
        if let Some((_, files)) = record.members().find(|(key, _)| is_list(*key)) {
            attachments::add(article, files, &mut Values::new(diagnostics));
        }
    }
    if let Some(body) = source.json() {
        source.records().for_each(|record| report_text(record, body, diagnostics));
    }
    if source.records().next().is_some() {
        let mut body = std::mem::take(&mut article.body);
        opening::headline(article, &mut body);
        article.body = body;
    }
}

/// Reports text of a record that is neither its body nor a part of the header, such as what a page begins with.
pub(in crate::read) fn report_text(
    record: json::Value<'_, '_>,
    body: json::Value<'_, '_>,
    diagnostics: &mut Diagnostics,
) {
    let holds = |value: json::Value<'_, '_>| offset_in(value.raw_str(), body.raw_str()).is_some();
    // A body that is JSON in a string is no part of the record, and is where the string is.
    let is_apart = !holds(record);
    let is_reference = |item: json::Value<'_, '_>| item.get("_ref").is_some();
    let has_words = |value: json::Value<'_, '_>| {
        (editor::is_rich(value) && !matches!(words_of(value), Value::Nothing))
            || are_components(value)
            || (editor::are_blocks(value) && !value.items().all(is_reference))
            || value.items().any(|item| item.get("answer").is_some() || is_sentence(item))
            || is_paragraph(value)
    };
    // Of a text in several forms one is read.
    let is_unknown = |key: json::Value<'_, '_>| key.as_str().is_some_and(|name| !is_known(&name) && !is_text(&name));
    for (key, field) in record.members() {
        let name = key.as_str().unwrap_or_default();
        // A field that is called as pictures are may hold text beside one.
        let has_text = || field.members().any(|(key, inner)| is_unknown(key) && has_words(inner));
        let is_own = is_unknown(key);
        let is_left_out = (is_own && has_words(field)) || ((is_own || image::is_picture(&name)) && has_text());
        let end = field.offset() + field.raw_str().len();
        let holds_body = if is_apart { (field.offset()..=end).contains(&body.offset()) } else { holds(field) };
        if is_left_out && !holds_body {
            let message =
                ["what is in `", &shortened(&name), "` is neither the body nor a part of the header; it is left out"];
            diagnostics.add(Code::KeyUnknown, Some(key.offset()), message.concat());
        }
    }
}

/// Whether a string is HTML with a paragraph or a list.
fn is_paragraph(value: json::Value<'_, '_>) -> bool {
    value.is_string() && words::is_in("</p>|</li>", value.raw_str())
}

/// Whether a string is a sentence and no name.
fn is_sentence(value: json::Value<'_, '_>) -> bool {
    const FEWEST_WORDS: usize = 4;
    value.is_string() && value.raw_str().split_whitespace().nth(FEWEST_WORDS).is_some()
}

/// Gives an article what a record says and it does not say itself.
pub(in crate::read) fn describe<'d, 'a>(
    article: &mut Article<'a>,
    record: json::Value<'d, 'a>,
    resolve: Resolve<'_, 'd, 'a>,
    diagnostics: &mut Diagnostics,
) {
    describe_beside(article, record, &Beside::default(), resolve, diagnostics);
}

/// Gives an article what a record and what stands beside it say and it does not say itself.
pub(in crate::read) fn describe_beside<'d, 'a>(
    article: &mut Article<'a>,
    record: json::Value<'d, 'a>,
    beside: &Beside<'d, 'a>,
    resolve: Resolve<'_, 'd, 'a>,
    diagnostics: &mut Diagnostics,
) {
    let has_lead = article.lead_media.is_some();
    let is_wanted = |name: &str| (is_known(name) || name == "uid") && !(has_lead && image::is_picture(name));
    let mut fields = fields(record, beside, &is_wanted, resolve, diagnostics);
    if let Some(Block::Image(lead)) = &mut article.lead_media {
        image::describe(lead, &mut fields, diagnostics);
    }
    let mut found = super::article(fields, diagnostics);
    if opening::is_beginning(&found.standfirst, &article.body) {
        found.standfirst.clear();
    }
    add(article, found);
}

/// Gives an article the header of another where it does not say something itself.
pub(in crate::read) fn add<'a>(article: &mut Article<'a>, other: Article<'a>) {
    fill_line(&mut article.kicker, other.kicker);
    fill_line(&mut article.headline, other.headline);
    fill_line(&mut article.byline, other.byline);
    fill_line(&mut article.standfirst, other.standfirst);
    fill_line(&mut article.authors, other.authors);
    fill_line(&mut article.breadcrumb, other.breadcrumb);
    fill_line(&mut article.keywords, other.keywords);
    fill_line(&mut article.corrections, other.corrections);
    fill(&mut article.id, other.id);
    fill(&mut article.url, other.url);
    fill(&mut article.dateline, other.dateline);
    fill(&mut article.published, other.published);
    fill(&mut article.modified, other.modified);
    fill(&mut article.created, other.created);
    fill(&mut article.section, other.section);
    fill(&mut article.language, other.language);
    fill(&mut article.direction, other.direction);
    fill(&mut article.publisher, other.publisher);
    fill(&mut article.copyright_notice, other.copyright_notice);
    fill(&mut article.lead_media, other.lead_media);
}

fn fill<T>(own: &mut Option<T>, other: Option<T>) {
    if own.is_none() {
        *own = other;
    }
}

fn fill_line<T>(own: &mut Vec<T>, other: Vec<T>) {
    if own.is_empty() {
        *own = other;
    }
}
