//! Writes an article in the canonical format; `read` reads it back.

mod aside;
mod deep;
mod inline;
mod media;

use inline::write_line;

use crate::json::{DEEPEST, Writer};
use crate::model::{
    Align, Alt, Article, Block, Cell, Contributor, Credit, Crumb, Date, Direction, Image, Inline, Language, MediaUrl,
    Note, Post, Role, Scope, Series, Text, Url,
};

/// The version of the canonical format.
pub const SCHEMA_VERSION: &str = "1.0.0";

/// Returns the article as canonical JSON, with one value on each line.
///
/// JSON that nests deeper than [`read`](crate::read()) accepts is not written. What stands too deep for that is flattened
/// instead: blocks stand one after the other, and lines keep their words.
///
/// ```
/// use newsprint::{canonical, model::{Article, Inline}};
/// let article = Article { headline: vec![Inline::Text("Ferry returns".into())], ..Article::default() };
/// let json = canonical::write(&article);
/// assert_eq!(newsprint::read(json.as_bytes(), &Default::default()).unwrap().article, article);
/// ```
#[must_use]
pub fn write(article: &Article<'_>) -> String {
    let write = |mut json: Writer| {
        json.object(|json| write_article(article, json));
        json
    };
    let json = write(Writer::indented());
    if json.deepest() > DEEPEST {
        return write(Writer::indented().at_most(DEEPEST)).finish();
    }
    json.finish()
}

/// Returns a block as canonical JSON on one line.
///
/// ```
/// use newsprint::{canonical, model::Block};
/// assert_eq!(canonical::block(&Block::Divider), r#"{"type":"divider"}"#);
/// ```
#[must_use]
pub fn block(block: &Block<'_>) -> String {
    let mut json = Writer::compact();
    write_block(block, &mut json);
    json.finish()
}

/// Returns a picture as canonical JSON on one line.
#[must_use]
pub fn image(image: &Image<'_>) -> String {
    let mut json = Writer::compact();
    json.object(|json| write_image(image, json));
    json.finish()
}

fn write_article(article: &Article<'_>, json: &mut Writer) {
    json.key("type").string("article");
    json.key("schemaVersion").string(SCHEMA_VERSION);
    text("id", article.id.as_ref(), json);
    url("url", article.url.as_ref(), json);
    text("genre", article.genre.as_ref(), json);
    language("language", article.language.as_ref(), json);
    string("direction", article.direction.map(Direction::as_str), json);
    objects("breadcrumb", &article.breadcrumb, json, write_crumb);
    object("section", article.section.as_ref(), json, write_crumb);
    line("kicker", &article.kicker, json);
    line("headline", &article.headline, json);
    line("alternativeHeadline", &article.alternative_headline, json);
    blocks("standfirst", &article.standfirst, json);
    line("byline", &article.byline, json);
    contributors("authors", &article.authors, json);
    text("dateline", article.dateline.as_ref(), json);
    date("datePublished", article.published.as_ref(), json);
    date("dateModified", article.modified.as_ref(), json);
    date("dateCreated", article.created.as_ref(), json);
    object("series", article.series.as_ref(), json, write_series);
    if !article.keywords.is_empty() {
        json.key("keywords").array(|json| article.keywords.iter().for_each(|keyword| json.string(keyword)));
    }
    object("publisher", article.publisher.as_ref(), json, write_crumb);
    text("copyrightNotice", article.copyright_notice.as_ref(), json);
    text("copyrightHolder", article.copyright_holder.as_ref(), json);
    text("usageTerms", article.usage_terms.as_ref(), json);
    url("license", article.license.as_ref(), json);
    boolean("isAccessibleForFree", article.accessible_for_free, json);
    if let Some(block) = &article.lead_media {
        json.key("leadMedia");
        write_block(block, json);
    }
    objects("corrections", &article.corrections, json, aside::write_correction);
    date("coverageStartTime", article.coverage_start.as_ref(), json);
    date("coverageEndTime", article.coverage_end.as_ref(), json);
    objects("relatedLinks", &article.related, json, media::write_card);
    objects("updates", &article.updates, json, write_post);
    if !article.body.is_empty() || !article.notes.is_empty() {
        json.key("body").array(|json| {
            article.body.iter().for_each(|block| write_block(block, json));
            write_notes(&article.notes, json);
        });
    }
}

fn write_series(series: &Series<'_>, json: &mut Writer) {
    json.key("name").string(&series.name);
    url("url", series.url.as_ref(), json);
    size("part", series.part, json);
    size("total", series.total, json);
}

fn write_post(post: &Post<'_>, json: &mut Writer) {
    text("id", post.id.as_ref(), json);
    line("headline", &post.headline, json);
    date("datePublished", post.published.as_ref(), json);
    date("dateModified", post.modified.as_ref(), json);
    url("url", post.url.as_ref(), json);
    contributors("authors", &post.authors, json);
    flag("isKeyEvent", post.is_key_event, json);
    flag("isPinned", post.is_pinned, json);
    blocks("body", &post.body, json);
}

fn write_notes(notes: &[Note<'_>], json: &mut Writer) {
    if notes.is_empty() {
        return;
    }
    json.object(|json| {
        json.key("type").string("footnotes");
        json.key("items").objects(notes, |note, json| {
            json.key("id").string(&note.id);
            blocks("content", &note.content, json);
        });
    });
}

/// The depth of blocks is bounded where they are read, so this cannot exhaust the stack.
fn write_block(block: &Block<'_>, json: &mut Writer) {
    json.object(|json| match block {
        Block::Paragraph(content) => {
            json.key("type").string("paragraph");
            line("content", content, json);
        }
        Block::DropCap(content) => {
            json.key("type").string("paragraph");
            flag("dropCap", true, json);
            line("content", content, json);
        }
        Block::Preformatted(content) => {
            json.key("type").string("preformatted");
            line("content", content, json);
        }
        Block::Heading(heading) => {
            json.key("type").string("heading");
            json.key("level").integer(heading.level);
            text("id", heading.id.as_ref(), json);
            line("content", &heading.content, json);
        }
        Block::List(list) => {
            json.key("type").string("list");
            json.key("ordered").boolean(list.start.is_some());
            size("start", list.start.filter(|start| *start != 1), json);
            json.key("items").objects(&list.items, |item, json| {
                boolean("checked", item.checked, json);
                json.key("content").array(|json| write_blocks(&item.content, json));
            });
        }
        Block::Quote(quote) => {
            json.key("type").string("blockquote");
            blocks("content", &quote.content, json);
            line("cite", &quote.cite, json);
            url("citeUrl", quote.cite_url.as_ref(), json);
        }
        Block::Pullquote(pullquote) => {
            json.key("type").string("pullquote");
            line("content", &pullquote.content, json);
            line("cite", &pullquote.cite, json);
        }
        Block::Image(image) => write_image(image, json),
        Block::Table(table) => {
            json.key("type").string("table");
            line("caption", &table.caption, json);
            rows("head", &table.head, json);
            rows("body", &table.body, json);
            rows("foot", &table.foot, json);
            line("note", &table.note, json);
            line("source", &table.source, json);
        }
        Block::Code(code) => {
            json.key("type").string("code");
            text("language", code.language.as_ref(), json);
            json.key("text").string(&code.text);
            line("caption", &code.caption, json);
        }
        Block::Divider => json.key("type").string("divider"),
        Block::Paywall => json.key("type").string("paywall"),
        Block::Ad => json.key("type").string("ad"),
        Block::Gallery(gallery) => media::write_gallery(gallery, json),
        Block::Recording(recording) => media::write_recording(recording, json),
        Block::Embed(embed) => media::write_embed(embed, json),
        Block::LinkCard(card) => media::write_card(card, json),
        Block::LinkList(list) => media::write_links(list, json),
        Block::Callout(callout) => aside::write_callout(callout, json),
        Block::Details(details) => aside::write_details(details, json),
        Block::Timeline(timeline) => aside::write_timeline(timeline, json),
        Block::Questions(questions) => aside::write_questions(questions, json),
        Block::Definitions(list) => aside::write_definitions(list, json),
        Block::Correction(correction) => aside::write_correction(correction, json),
        Block::Rating(rating) => aside::write_rating(rating, json),
        Block::Group(group) => aside::write_group(group, json),
        Block::Unknown(unknown) => {
            json.key("type").string("unknown");
            json.key("originalType").string(&unknown.name);
            blocks("content", &unknown.content, json);
        }
    });
}

fn rows(key: &str, rows: &[Vec<Cell<'_>>], json: &mut Writer) {
    if !rows.is_empty() {
        json.key(key).array(|json| {
            for row in rows {
                json.objects(row, write_cell);
            }
        });
    }
}

fn write_cell(cell: &Cell<'_>, json: &mut Writer) {
    json.key("content").array(|json| write_line(&cell.content, json));
    if let Some(scope) = cell.scope {
        flag("header", true, json);
        json.key("scope").string(match scope {
            Scope::Column => "col",
            Scope::Row => "row",
        });
    }
    for (key, span) in [("colspan", cell.colspan), ("rowspan", cell.rowspan)] {
        size(key, Some(span).filter(|span| *span > 1), json);
    }
    named("align", cell.align, &Align::NAMES, json);
}

fn write_image(image: &Image<'_>, json: &mut Writer) {
    json.key("type").string("image");
    text("id", image.id.as_ref(), json);
    string("src", image.src.as_ref().map(MediaUrl::as_str), json);
    size("width", image.width, json);
    size("height", image.height, json);
    media::write_renditions(&image.renditions, json);
    write_alt(&image.alt, json);
    line("caption", &image.caption, json);
    write_credit(image.credit.as_ref(), json);
    text("title", image.title.as_ref(), json);
    text("copyrightNotice", image.copyright_notice.as_ref(), json);
    url("license", image.license.as_ref(), json);
    url("acquireLicensePage", image.acquire_license_page.as_ref(), json);
    url("digitalSourceType", image.digital_source_type.as_ref(), json);
    url("href", image.href.as_ref(), json);
    media::write_picture_facts(image, json);
}

fn write_credit(credit: Option<&Credit<'_>>, json: &mut Writer) {
    let Some(credit) = credit else { return };
    text("creditText", Some(&credit.text), json);
    contributors("creator", &credit.creators, json);
    text("provider", credit.provider.as_ref(), json);
    url("creditUrl", credit.url.as_ref(), json);
    language("creditLanguage", credit.language.as_ref(), json);
    boolean("creditVisible", credit.is_hidden.then_some(false), json);
}

fn write_alt(alt: &Alt<'_>, json: &mut Writer) {
    match alt {
        Alt::Absent => {}
        Alt::Decorative => flag("decorative", true, json),
        Alt::Text(text) => json.key("alt").string(text),
    }
}

fn contributors(key: &str, contributors: &[Contributor<'_>], json: &mut Writer) {
    objects(key, contributors, json, |contributor, json| {
        string("type", contributor.is_organization.then_some("Organization"), json);
        write_contributor(contributor, json);
    });
}

fn write_contributor(contributor: &Contributor<'_>, json: &mut Writer) {
    json.key("name").string(&contributor.name);
    url("url", contributor.url.as_ref(), json);
    named("role", contributor.role, &Role::NAMES, json);
    text("affiliation", contributor.affiliation.as_ref(), json);
    media::image("image", contributor.image.as_deref(), json);
}

fn write_crumb(crumb: &Crumb<'_>, json: &mut Writer) {
    json.key("name").string(&crumb.name);
    url("url", crumb.url.as_ref(), json);
}

fn object<T>(key: &str, value: Option<&T>, json: &mut Writer, write: fn(&T, &mut Writer)) {
    if let Some(value) = value {
        json.key(key).object(|json| write(value, json));
    }
}

fn objects<T>(key: &str, items: &[T], json: &mut Writer, write: fn(&T, &mut Writer)) {
    if !items.is_empty() {
        json.key(key).objects(items, write);
    }
}

fn blocks(key: &str, blocks: &[Block<'_>], json: &mut Writer) {
    if !blocks.is_empty() {
        json.key(key).array(|json| write_blocks(blocks, json));
    }
}

fn write_blocks(blocks: &[Block<'_>], json: &mut Writer) {
    let write = if deep::is_deep(json) { deep::write_block } else { write_block };
    blocks.iter().for_each(|block| write(block, json));
}

fn line(key: &str, pieces: &[Inline<'_>], json: &mut Writer) {
    if !pieces.is_empty() {
        json.key(key).array(|json| write_line(pieces, json));
    }
}

/// The words of the source, and the moment beside them where it takes more than RFC 3339 to know it.
fn date(key: &str, date: Option<&Date<'_>>, json: &mut Writer) {
    let Some(date) = date else { return };
    match date.moment.filter(|moment| Date::parse(&*date.source).moment != Some(*moment)) {
        Some(moment) => json.key(key).object(|json| {
            json.key("value").string(&moment.datetime());
            json.key("raw").string(&date.source);
        }),
        None => json.key(key).string(&date.source),
    }
}

fn text(key: &str, text: Option<&Text<'_>>, json: &mut Writer) {
    string(key, text.map(Text::as_str), json);
}

fn url(key: &str, url: Option<&Url<'_>>, json: &mut Writer) {
    string(key, url.map(Url::as_str), json);
}

fn language(key: &str, language: Option<&Language<'_>>, json: &mut Writer) {
    string(key, language.map(Language::as_str), json);
}

fn size(key: &str, size: Option<u32>, json: &mut Writer) {
    if let Some(size) = size {
        json.key(key).integer(size);
    }
}

fn flag(key: &str, is_set: bool, json: &mut Writer) {
    boolean(key, is_set.then_some(true), json);
}

fn boolean(key: &str, value: Option<bool>, json: &mut Writer) {
    if let Some(value) = value {
        json.key(key).boolean(value);
    }
}

fn string(key: &str, value: Option<&str>, json: &mut Writer) {
    if let Some(value) = value {
        json.key(key).string(value);
    }
}

fn named<T: Copy + PartialEq>(key: &str, named: Option<T>, names: &[(T, &'static str)], json: &mut Writer) {
    string(key, named.and_then(|named| name(named, names)), json);
}

fn name<T: Copy + PartialEq>(named: T, names: &[(T, &'static str)]) -> Option<&'static str> {
    names.iter().find(|(own, _)| *own == named).map(|(_, name)| *name)
}
