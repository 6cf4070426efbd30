//! The content of a post: which of its texts is read, and what is done to it before it is HTML; it knows shortcodes
//! and blocks by name only.

use std::borrow::Cow;

use crate::diagnostic::Code;
use crate::json::{Document, Value};
use crate::model::Block;

use super::super::piece::{Base, Body, copied};
use super::super::prose::first;
use super::super::source::{Source, shortened};
use super::super::values::Values;
use super::super::{aliases, markup, strapi, words};
use super::shortcode::Problem;
use super::{KICKER, STANDFIRST, autop, blocks, is_protected, shortcode};

/// Returns what a post says.
pub(super) fn read<'a>(source: &Source<'a>, post: Value<'_, 'a>, values: &mut Values<'_>) -> Body<'a> {
    let Some(content) = post.get("content") else { return Body::default() };
    let mut body = text(source, post, content, values);
    if body.blocks.is_empty()
        && let Some((_, list)) = post.members().find(|(_, field)| blocks::are_blocks(*field))
    {
        body = blocks::read(list, values);
    }
    let is_empty = body.blocks.is_empty();
    // The header shows some of them.
    let is_of_header = |key: &str| words::has(STANDFIRST, key) || words::has(KICKER, key);
    for (key, field) in post.members_of("acf").filter(|(key, _)| !is_of_header(key.raw_str())) {
        let is_html = is_empty && field.as_str().is_some_and(|html| html.contains("</p>"));
        if is_html || field.items().any(|item| item.get("acf_fc_layout").is_some()) {
            let found = strapi::components(field, values);
            body.blocks.extend(found.blocks);
            body.notes.extend(found.notes);
        } else if !aliases::is_known(key.raw_str()) && has_sentence(field) {
            let message = ["what is in `", &*shortened(key.raw_str()), "`, a field of the newsroom's own, is left out"];
            values.add(Code::KeyUnknown, key, message.concat());
        }
    }
    if body.blocks.is_empty() {
        let message = "the content is empty; what plug-ins keep in fields of their own is not read";
        values.add(Code::ValueInvalid, content, message);
    }
    body
}

/// Whether a field says something to readers: not a file, whose description is about the file. The depth is bounded by
/// that of JSON.
fn has_sentence(field: Value<'_, '_>) -> bool {
    const FEWEST_WORDS: usize = 4;
    let is_sentence = |text: &str| text.contains("</p>") || text.split_whitespace().nth(FEWEST_WORDS).is_some();
    (field.is_string() && is_sentence(field.raw_str()))
        || field.items().any(has_sentence)
        || (field.get("mime_type").is_none() && field.members().any(|(_, field)| has_sentence(field)))
}

/// The text of the editor.
fn text<'a>(source: &Source<'a>, post: Value<'_, 'a>, content: Value<'_, 'a>, values: &mut Values<'_>) -> Body<'a> {
    let said = first(content, &["rendered", "raw"]).and_then(|field| Some((field, field.as_str()?)));
    let Some((field, html)) = said.filter(|(_, html)| !html.contains("post-password-form")) else {
        return withheld(post, content, values);
    };
    let is_raw = first(content, &["rendered"]).is_none();
    report_references(field, &html, values);
    let mut text = shortcode::expand(&html, &mut |id| picture(source, id), &mut |problem, name| match problem {
        Problem::Unknown => {
            let message = ["the shortcode `", name, "` is not known; its text is kept"].concat();
            values.add(Code::BlockUnknown, field, message);
        }
        Problem::Numbers => {
            let end = "` has numbers of pictures, and the document has not the pictures";
            values.add(Code::ReferenceMissing, field, ["the shortcode `", name, end].concat());
        }
    });
    let is_typed = !text.contains("<!-- wp:") && (is_raw || (!text.contains("<p") && text.contains("\n\n")));
    if is_typed {
        text = Cow::Owned(autop::paragraphs(&text));
    }
    if let Some(notes) = footnotes(post, &text) {
        text.to_mut().push_str(&notes);
    }
    match text {
        Cow::Borrowed(_) => markup::blocks(field, values),
        Cow::Owned(text) => markup::blocks_of(&text, copied, Base::Around(field.offset()), values),
    }
}

/// What a reader sees who has not got the password.
fn withheld<'a>(post: Value<'_, 'a>, content: Value<'_, 'a>, values: &mut Values<'_>) -> Body<'a> {
    if !is_protected(post) {
        return Body::default();
    }
    values.add(Code::ContentProtected, content, "the content is given to those only who have its password");
    Body { blocks: vec![Block::Paywall], notes: Vec::new() }
}

/// A picture that a shortcode names by its number, if the caller says what it is.
fn picture(source: &Source<'_>, id: &str) -> Option<String> {
    let media = source.reference(id)?;
    let text = |name: &str| {
        let field = media.get(name)?;
        field.as_str().or_else(|| field.str_of("rendered").or_else(|| field.str_of("raw")))
    };
    let (alt, caption) = (text("alt_text").unwrap_or_default(), text("caption").unwrap_or_default());
    Some(shortcode::figure(&text("source_url")?, &alt, &caption))
}

/// The editor keeps the footnotes of a post apart from its text, as JSON in a string.
fn footnotes(post: Value<'_, '_>, html: &str) -> Option<String> {
    let json = post.get("meta")?.str_of("footnotes").filter(|json| json.len() > 2)?;
    if html.contains("<ol class=\"wp-block-footnotes") {
        return None;
    }
    let notes = Document::nested(json.into_owned(), 0).ok()?;
    let mut out = String::from("<ol class=\"wp-block-footnotes\">");
    for note in notes.root().items() {
        let (Some(id), Some(content)) = (note.str_of("id"), note.str_of("content")) else { continue };
        shortcode::open(&mut out, "<li", "id", &id);
        out.extend([&content, "</li>"]);
    }
    out.push_str("</ol>");
    Some(out)
}

/// Blocks that stand in several posts, and those that are made where a post is shown, are only named in what the author
/// typed.
fn report_references(field: Value<'_, '_>, html: &str, values: &mut Values<'_>) {
    for comment in html.split("<!-- wp:").skip(1) {
        let Some(name) = comment.split_once("/-->").map(|(inside, _)| inside).filter(|inside| !inside.contains("-->"))
        else {
            continue;
        };
        let (name, why) = match name.split_once("{\"ref\":") {
            Some((_, number)) => (number.split(['}', ',']).next().unwrap_or_default(), "stands in several posts"),
            None => (name.split(' ').next().unwrap_or_default(), "is made where a post is shown"),
        };
        if !words::has("footnotes|jetpack/paywall|more|nextpage|separator|spacer", name) {
            let message = ["the block `", &*shortened(name), "`, which ", why, ", is not in the document"].concat();
            values.add(Code::ReferenceMissing, field, message);
        }
    }
}
