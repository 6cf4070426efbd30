//! Blocks that a newsroom defined itself, read by what they are called and by the names of their fields; it knows no
//! format.
//!
//! Systems let their users define blocks, and users define the same ones again: quotes, galleries, films, boxes.

mod group;
mod media;
mod unknown;

use crate::json::{Kind as JsonKind, Value};
use crate::model::{
    Block, Callout, CalloutKind, Code as CodeBlock, Details, Inline, LinkCard, LinkKind, Pullquote, Question,
    Questions, Quote, RecordingKind, Url, plain_text,
};

use super::prose::{Prose, attributes, blocks_of, first, line_of, name_of, text_of};
use super::values::at;
use super::{figure, markup, words};
use media::{embed, gallery, recording, table};

pub(super) use media::is_recording;
pub(super) use unknown::unknown;

/// What a block is for.
#[derive(Clone, Copy)]
enum Kind {
    Code,
    Divider,
    Quote,
    Pullquote,
    Gallery,
    Recording(RecordingKind),
    Embed,
    Table,
    Callout(CalloutKind),
    Details,
    Questions,
    Card(LinkKind),
    Heading,
    Prose,
    Html,
    /// What is for search engines or for editors, and not for readers.
    Unseen,
}

/// What blocks are called, in small letters and without what parts words.
const KINDS: &[(&str, Kind)] = &[
    ("code", Kind::Code),
    ("codeblock", Kind::Code),
    ("break", Kind::Divider),
    ("divider", Kind::Divider),
    ("hr", Kind::Divider),
    ("horizontalrule", Kind::Divider),
    ("separator", Kind::Divider),
    ("thematicbreak", Kind::Divider),
    ("equation", Kind::Code),
    ("latex", Kind::Code),
    ("math", Kind::Code),
    ("mathematics", Kind::Code),
    ("quote", Kind::Quote),
    ("blockquote", Kind::Quote),
    ("testimonial", Kind::Quote),
    ("pullquote", Kind::Pullquote),
    ("gallery", Kind::Gallery),
    ("imagegallery", Kind::Gallery),
    ("photogallery", Kind::Gallery),
    ("imagegrid", Kind::Gallery),
    ("slideshow", Kind::Gallery),
    ("slider", Kind::Gallery),
    ("carousel", Kind::Gallery),
    ("video", Kind::Recording(RecordingKind::Video)),
    ("videofile", Kind::Recording(RecordingKind::Video)),
    ("muxvideo", Kind::Recording(RecordingKind::Video)),
    ("audio", Kind::Recording(RecordingKind::Audio)),
    ("audioplayer", Kind::Recording(RecordingKind::Audio)),
    ("audiofile", Kind::Recording(RecordingKind::Audio)),
    ("podcast", Kind::Recording(RecordingKind::Audio)),
    ("embed", Kind::Embed),
    ("oembed", Kind::Embed),
    ("iframe", Kind::Embed),
    ("mediaembed", Kind::Embed),
    ("videoembed", Kind::Embed),
    ("socialembed", Kind::Embed),
    ("youtube", Kind::Embed),
    ("youtubevideo", Kind::Embed),
    ("youtubeembed", Kind::Embed),
    ("vimeo", Kind::Embed),
    ("twitter", Kind::Embed),
    ("tweet", Kind::Embed),
    ("instagram", Kind::Embed),
    ("tiktok", Kind::Embed),
    ("facebook", Kind::Embed),
    ("spotify", Kind::Embed),
    ("soundcloud", Kind::Embed),
    ("table", Kind::Table),
    ("datatable", Kind::Table),
    ("banner", Kind::Callout(CalloutKind::Note)),
    ("callout", Kind::Callout(CalloutKind::Note)),
    ("note", Kind::Callout(CalloutKind::Note)),
    ("aside", Kind::Callout(CalloutKind::Note)),
    ("infobox", Kind::Callout(CalloutKind::Information)),
    ("info", Kind::Callout(CalloutKind::Information)),
    ("tip", Kind::Callout(CalloutKind::Information)),
    ("hint", Kind::Callout(CalloutKind::Information)),
    ("important", Kind::Callout(CalloutKind::Information)),
    ("alert", Kind::Callout(CalloutKind::Warning)),
    ("attention", Kind::Callout(CalloutKind::Warning)),
    ("caution", Kind::Callout(CalloutKind::Warning)),
    ("danger", Kind::Callout(CalloutKind::Warning)),
    ("warning", Kind::Callout(CalloutKind::Warning)),
    ("disclaimer", Kind::Callout(CalloutKind::Disclaimer)),
    ("factbox", Kind::Callout(CalloutKind::FactBox)),
    ("sidebar", Kind::Callout(CalloutKind::FactBox)),
    ("keypoints", Kind::Callout(CalloutKind::KeyPoints)),
    ("keytakeaways", Kind::Callout(CalloutKind::KeyPoints)),
    ("details", Kind::Details),
    ("toggle", Kind::Details),
    ("collapsible", Kind::Details),
    ("accordion", Kind::Questions),
    ("faq", Kind::Questions),
    ("button", Kind::Card(LinkKind::Bookmark)),
    ("cta", Kind::Card(LinkKind::Bookmark)),
    ("calltoaction", Kind::Card(LinkKind::Bookmark)),
    ("linkcard", Kind::Card(LinkKind::Bookmark)),
    ("personality", Kind::Card(LinkKind::Bookmark)),
    ("linkpreview", Kind::Card(LinkKind::Bookmark)),
    ("bookmark", Kind::Card(LinkKind::Bookmark)),
    ("relatedarticle", Kind::Card(LinkKind::Related)),
    ("relatedpost", Kind::Card(LinkKind::Related)),
    ("file", Kind::Card(LinkKind::Bookmark)),
    ("attachment", Kind::Card(LinkKind::Bookmark)),
    ("download", Kind::Card(LinkKind::Bookmark)),
    ("teaser", Kind::Card(LinkKind::Related)),
    ("readmore", Kind::Card(LinkKind::Interstitial)),
    ("html", Kind::Html),
    ("rawhtml", Kind::Html),
    ("htmlblock", Kind::Html),
    ("embedhtml", Kind::Html),
    ("embedcode", Kind::Html),
    ("column", Kind::Prose),
    ("columns", Kind::Prose),
    ("columnblock", Kind::Prose),
    ("columnsblock", Kind::Prose),
    ("container", Kind::Prose),
    ("content", Kind::Prose),
    ("grid", Kind::Prose),
    ("group", Kind::Prose),
    ("section", Kind::Prose),
    ("heading", Kind::Heading),
    ("subheading", Kind::Heading),
    ("paragraph", Kind::Prose),
    ("text", Kind::Prose),
    ("richtext", Kind::Prose),
    ("textblock", Kind::Prose),
    ("prose", Kind::Prose),
    ("body", Kind::Prose),
    ("editor", Kind::Prose),
    ("texteditor", Kind::Prose),
    ("wysiwyg", Kind::Prose),
    ("seo", Kind::Unseen),
    ("spacer", Kind::Unseen),
    ("toc", Kind::Unseen),
    ("tableofcontents", Kind::Unseen),
    ("internalnote", Kind::Unseen),
];

/// Where systems say what a block is called.
const NAME: [&str; 4] = ["component", "blockType", "__component", "_type"];

const TITLE: [&str; 5] = ["title", "heading", "headline", "name", "label"];
const HEADING: [&str; 7] = ["title", "heading", "headline", "text", "content", "value", "children"];
const BODY: [&str; 10] =
    ["content", "body", "text", "description", "message", "value", "children", "richText", "wysiwyg", "editor"];
const QUOTED: [&str; 7] = ["quote", "text", "content", "body", "value", "message", "children"];
const SAID_BY: [&str; 9] = ["cite", "citation", "attribution", "author", "source", "by", "speaker", "name", "person"];
/// What somebody who is quoted is.
const POSITION: [&str; 5] = ["role", "jobTitle", "job_title", "position", "title"];
const ADDRESS: [&str; 10] =
    ["url", "href", "embedUrl", "embedURL", "src", "link", "videoUrl", "audioUrl", "pageUrl", "oembed"];
const PLAYER: [&str; 8] = ["embed", "oembed", "video", "audio", "iframe", "embed_code", "html", "media"];

/// Returns what a block of that name shows. One whose name says nothing is held against its fields; one whose fields
/// say nothing either is reported, and what can be read of it is kept.
pub(super) fn blocks<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, name: &str) -> Vec<Block<'a>> {
    named(prose, value, name).unwrap_or_else(|| unknown(prose, value, name))
}

/// Returns what a box of that name is for.
#[cfg(feature = "formats")]
pub(super) fn callout(name: &str) -> Option<CalloutKind> {
    if let Some(Kind::Callout(kind)) = kind(&plain_name(name)) { Some(kind) } else { None }
}

/// Returns whether a block of that name is one that readers open.
#[cfg(feature = "formats")]
pub(super) fn is_details(name: &str) -> bool {
    matches!(kind(&plain_name(name)), Some(Kind::Details))
}

fn kind(plain: &str) -> Option<Kind> {
    KINDS.iter().find(|(own, _)| *own == plain).map(|(_, kind)| *kind)
}

/// Returns what a block shows whose name or fields say what it is.
pub(super) fn named<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, name: &str) -> Option<Vec<Block<'a>>> {
    let plain = plain_name(name);
    match kind(&plain) {
        Some(Kind::Html) => html(prose, value, &["html", "code", "embed", "content", "value"]),
        Some(Kind::Prose) => {
            let mut content = blocks_of(prose, value, &BODY);
            if content.is_empty() {
                return group::group(prose, value);
            }
            content.splice(0..0, group::heading(prose, value, &["title", "heading", "headline"]));
            Some(content)
        }
        Some(Kind::Heading) => group::heading(prose, value, &HEADING).map(|heading| vec![heading]),
        Some(Kind::Unseen) => Some(Vec::new()),
        Some(Kind::Card(kind)) => card(prose, value, kind).map(|card| vec![card]).or_else(|| cards(prose, value, kind)),
        // The address of a player may stand in the HTML that its site hands out.
        Some(Kind::Embed | Kind::Recording(_)) if first(value, &PLAYER).is_some_and(is_markup) => {
            html(prose, value, &PLAYER)
        }
        Some(kind) => known(prose, value, kind, &plain).map(|block| vec![block]),
        None if !figure::is_all(value) => None,
        None => match prose.picture(value) {
            Some(image) => Some(vec![Block::Image(Box::new(image))]),
            None => media::file(prose, value).map(|recording| vec![recording]),
        },
    }
}

fn is_markup(field: Value<'_, '_>) -> bool {
    field.is_string() && field.raw_str().trim_start().starts_with('<')
}

fn html<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Option<Vec<Block<'a>>> {
    let html = first(value, names).filter(|html| html.is_string())?;
    let body = markup::blocks(html, prose.values());
    prose.keep_notes(body.notes);
    Some(body.blocks)
}

/// What a box is for, if the word for it is one that many systems have.
pub(super) fn kind_of_box(word: &str) -> Option<CalloutKind> {
    const WORDS: [(&str, CalloutKind); 3] = [
        ("info|success|tip", CalloutKind::Information),
        ("note|primary|secondary|light", CalloutKind::Note),
        ("warning|error|danger|caution", CalloutKind::Warning),
    ];
    WORDS.iter().find(|(words, _)| words::has(words, word)).map(|(_, kind)| *kind)
}

/// `shared.rich-text`, `richText` and `rich_text` are one name.
pub(super) fn plain_name(name: &str) -> String {
    let last = name.rsplit('.').next().unwrap_or(name);
    last.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// The block, if it holds what one of its kind does.
fn known<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, kind: Kind, name: &str) -> Option<Block<'a>> {
    match kind {
        Kind::Code => code(prose, value),
        Kind::Divider => Some(Block::Divider),
        Kind::Quote => quote(prose, value),
        Kind::Pullquote => {
            let content = line_of(prose, value, &QUOTED);
            let cite = cite(prose, value);
            (!content.is_empty()).then_some(Block::Pullquote(Pullquote { content, cite }))
        }
        Kind::Gallery => gallery(prose, value),
        Kind::Recording(kind) => recording(prose, value, kind).or_else(|| embed(prose, value, name)),
        Kind::Embed => embed(prose, value, name),
        Kind::Table => table(prose, value),
        Kind::Callout(kind) => {
            let stated = ["style", "variant", "type", "kind"].iter().find_map(|name| kind_of_box(&value.str_of(name)?));
            let kind = stated.unwrap_or(kind);
            let title = line_of(prose, value, &TITLE);
            let content = blocks_of(prose, value, &BODY);
            let has_words = !title.is_empty() || !content.is_empty();
            has_words.then(|| Block::Callout(Box::new(Callout { kind, title, content })))
        }
        Kind::Details => {
            let summary = line_of(prose, value, &["summary", "title", "heading", "question", "label"]);
            if summary.is_empty() {
                // What one opens may follow it.
                let line = line_of(prose, value, &["text", "children"]);
                return (!line.is_empty()).then_some(Block::Paragraph(line));
            }
            let content = blocks_of(prose, value, &BODY);
            if content.is_empty() {
                return Some(Block::Paragraph(summary));
            }
            Some(Block::Details(Box::new(Details { summary, content, is_open: false })))
        }
        Kind::Questions => questions(prose, value),
        Kind::Card(_) | Kind::Heading | Kind::Prose | Kind::Html | Kind::Unseen => None,
    }
}

fn code<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let text = text_of(
        prose.values(),
        value,
        &["code", "latex", "texExpression", "equation", "body", "text", "content", "value", "children"],
    )?;
    Some(Block::Code(CodeBlock {
        language: text_of(prose.values(), value, &["language", "lang"]),
        text,
        caption: line_of(prose, value, &["caption", "filename", "title", "description"]),
    }))
}

fn quote<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let content = blocks_of(prose, value, &QUOTED);
    let cite = cite(prose, value);
    let cite_url = url_of(prose, value, &["citeUrl", "sourceUrl", "url", "link"]);
    (!content.is_empty()).then_some(Block::Quote(Quote { content, cite, cite_url }))
}

/// Who said it, and what they are. Where nothing else names anybody, the title does.
pub(super) fn cite<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
    let Some(field) = first(value, &SAID_BY) else { return line_of(prose, value, &["title"]) };
    // A person is an object with a name; a line may have links in it.
    let is_person = field.kind() == JsonKind::Object;
    let mut cite = if is_person {
        name_of(prose, field).map(Inline::Text).into_iter().collect()
    } else {
        markup::attribution(prose.line(field))
    };
    let position = text_of(prose.values(), value, &POSITION);
    let position = position.or_else(|| text_of(prose.values(), field, &POSITION)).filter(|_| !cite.is_empty());
    let said = plain_text(&cite);
    if let Some(position) = position.filter(|position| !said.contains(&**position)) {
        cite.push(Inline::Text([", ", &position].concat().into()));
    }
    cite
}

fn questions<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let items = first(value, &["items", "questions", "faqs", "entries", "sections", "panels"])?;
    let items: Vec<_> = items.items().filter_map(|item| question(prose, item)).collect();
    let title = line_of(prose, value, &TITLE);
    (!items.is_empty()).then(|| Block::Questions(Box::new(Questions { title, items })))
}

fn question<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Question<'a>> {
    let question = line_of(prose, value, &["question", "title", "heading", "summary", "label"]);
    let answer = blocks_of(prose, value, &["answer", "content", "body", "text", "description"]);
    (!question.is_empty()).then_some(Question { question, answer })
}

fn card<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, kind: LinkKind) -> Option<Block<'a>> {
    // The other article, or a file, may stand in a field of its own.
    let value =
        first(value, &["article", "post", "story"]).filter(|page| page.kind() == JsonKind::Object).unwrap_or(value);
    let file = first(value, &["file", "asset"]).map(attributes);
    let link = url_of(prose, value, &ADDRESS);
    let url = link.or_else(|| url(prose, file?));
    let mut title = line_of(prose, value, &["title", "heading", "headline"]);
    let mut about = ["description", "excerpt", "summary", "text"].as_slice();
    if title.is_empty() {
        title = line_of(prose, value, &["text", "label", "name"]);
        about = about.get(..3).unwrap_or_default();
    }
    if title.is_empty() {
        title = file.map(|file| line_of(prose, file, &["title", "name", "originalFilename"])).unwrap_or_default();
    }
    if title.is_empty() {
        title =
            first(value, &["link"]).map(|link| line_of(prose, link, &["title", "label", "text"])).unwrap_or_default();
    }
    if url.is_none() && (title.is_empty() || !matches!(kind, LinkKind::Related)) {
        return None;
    }
    Some(Block::LinkCard(Box::new(LinkCard {
        url,
        title,
        description: line_of(prose, value, about),
        image: first(value, &["image", "thumbnail", "photo"]).and_then(|image| prose.picture(image)),
        publisher: text_of(prose.values(), value, &["publisher", "siteName", "site_name"]),
        kind,
        at: at(value),
    })))
}

/// What a block says that has several links below it.
fn cards<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, kind: LinkKind) -> Option<Vec<Block<'a>>> {
    let links = first(value, &["links", "buttons", "actions", "button", "link"])?;
    let mut found = Vec::from_iter(group::heading(prose, value, &TITLE));
    found.extend(blocks_of(prose, value, &BODY));
    for link in links.items().chain(Some(links).filter(|links| links.kind() == JsonKind::Object)) {
        let link = first(link, &["link"]).filter(|inner| first(*inner, &TITLE).is_some()).unwrap_or(link);
        found.extend(card(prose, link, kind));
    }
    (!found.is_empty()).then_some(found)
}

/// The address in the first of the fields that has one.
fn url_of<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, names: &[&str]) -> Option<Url<'a>> {
    first(value, names).and_then(|field| url(prose, field))
}

/// An address, or the link that holds it.
fn url<'a>(prose: &mut dyn Prose<'_, 'a>, field: Value<'_, 'a>) -> Option<Url<'a>> {
    let address = if field.is_string() { field } else { first(field, &["url", "href", "cached_url", "email"])? };
    if !address.is_string() {
        return None;
    }
    // The path of a story in Storyblok is said from the root of the site, and an address to write to without its scheme.
    let start = match field.str_of("linktype").as_deref() {
        Some("story") => "/",
        Some("email") => "mailto:",
        Some(_) | None => return prose.values().url(address),
    };
    match address.as_str().filter(|path| !path.starts_with('/') && !path.contains(':')) {
        Some(path) => Url::parse([start, &path].concat()).ok(),
        None => prose.values().url(address),
    }
}
