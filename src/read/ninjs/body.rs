//! Reads the body: of several encodings of one text, the one that says the most.

use std::borrow::Cow;

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{Article, Block, Inline};

use super::super::markup;
use super::super::piece::{Base, Body, copied};
use super::super::prose;
use super::super::source::shortened;
use super::Ninjs;
use super::field::{Words, first, texts};
use super::picture::{ADDRESSES, renditions};

/// What TT sets above the text: a word that places it, and the agency's own name.
const DATELINE: &str = "<div class=\"dat\">";
const PLACING: &str = "class=\"vignette\">";
/// What is called so stands below another body.
const FOOTER: &str = "footer";
/// What the dpa has below the text.
const BOXES: [&str; 2] = ["infobox", "linkbox"];

impl<'a> Ninjs<'_> {
    pub(super) fn body(&mut self, item: Value<'_, 'a>, article: &mut Article<'a>) -> Body<'a> {
        let mut bodies = texts(item, "body");
        bodies.retain(|words| words.role != FOOTER);
        // What the dpa calls it.
        bodies.extend(texts(item, "article").into_iter().filter(|words| words.role == "html"));
        // Of two equally good ones the first.
        let Some(words) = bodies.iter().rev().max_by_key(|words| rank(words)) else {
            self.report_elsewhere(item);
            return Body::default();
        };
        if !words.is_html() {
            let blocks = self.values.text(words.value).map(prose::running_text).unwrap_or_default();
            return Body { blocks, notes: Vec::new() };
        }
        let html = words.value.as_str().unwrap_or_default();
        let content = content(&html);
        let (content, kicker) = without_datelines(content);
        if article.kicker.is_empty()
            && let Some(kicker) = kicker
        {
            article.kicker = self.line_of(kicker, words.value);
        }
        if content == html {
            return markup::blocks(words.value, &mut self.values);
        }
        markup::blocks_of(&content, copied, Base::Around(words.value.offset()), &mut self.values)
    }

    /// What Superdesk has below the body, where it has not made ninjs of its item, and what the dpa has there.
    pub(super) fn footer(&mut self, item: Value<'_, 'a>) -> Vec<Block<'a>> {
        let mut below = texts(item, "body");
        below.retain(|words| words.role == FOOTER);
        below.extend(BOXES.into_iter().flat_map(|name| texts(item, name)));
        below.iter().flat_map(|words| self.blocks(words)).collect()
    }

    /// Says that the text of an item is a file of its own, as AP has it.
    fn report_elsewhere(&mut self, item: Value<'_, 'a>) {
        let mut files = renditions(item).into_iter().map(|(_, file)| file);
        let is_text = |file: &Value<'_, '_>| first(*file, &["type"]).is_some_and(|kind| kind.is("text"));
        if let Some(href) = files.find(is_text).and_then(|file| first(file, &ADDRESSES)) {
            let message =
                format!("the text is at `{}`, and not in the item", shortened(&href.as_str().unwrap_or_default()));
            self.values.add(Code::ReferenceMissing, href, message);
        }
    }

    fn line_of(&mut self, html: &str, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        markup::line_of(html, copied, Base::Around(value.offset()), &mut self.values)
    }
}

/// How much an encoding says. XML for other systems is read when there is nothing else.
fn rank(words: &Words<'_, '_>) -> u8 {
    if words.says("nitf") || matches!(&*words.media_type, "application/xml" | "text/xml") {
        0
    } else if words.says("richhtml") || words.says("htmlrich") {
        4
    } else if words.says("html") {
        3
    } else if words.is_html() {
        2
    } else {
        1
    }
}

/// What of a document in NITF is its text.
fn content(html: &str) -> &str {
    let inside = html.split_once("<body.content>").and_then(|(_, rest)| rest.split_once("</body.content>"));
    inside.map_or(html, |(content, _)| content)
}

/// The text without TT's lines of placing words, and the first such word, which places the whole. Of several texts in
/// one the others keep theirs.
fn without_datelines(html: &str) -> (Cow<'_, str>, Option<&str>) {
    let Some((before, rest)) = html.split_once(DATELINE) else { return (Cow::Borrowed(html), None) };
    let (mut text, mut kicker) = (before.to_owned(), None);
    for part in rest.split(DATELINE) {
        let (dateline, after) = part.split_once("</div>").unwrap_or(("", part));
        let word = dateline.split_once(PLACING).and_then(|(_, rest)| rest.split_once("</")).map(|(word, _)| word);
        if kicker.is_none() {
            kicker = word;
        } else if word != kicker {
            text.extend(["<p>", word.unwrap_or_default(), "</p>"]);
        }
        text.push_str(after);
    }
    (Cow::Owned(text), kicker)
}
