//! The keys of blocks and of the pieces of a line: what is in none of these lists is reported.

use crate::json::Value;

use super::Canonical;

const CREDIT: &[&str] =
    &["creditText", "creator", "provider", "source", "creditUrl", "creditLanguage", "creditVisible"];
const RECORDING: &[&str] = &[
    "title",
    "src",
    "sources",
    "url",
    "embedUrl",
    "poster",
    "caption",
    "tracks",
    "duration",
    "transcript",
    "width",
    "height",
];

/// Names of blocks, of pieces and of what stands in them, with the keys that they have beside their type; what an
/// article has most of stands first. Pictures, their renditions and people are read key by
/// key, and their readers report the rest themselves.
const KEYS: &[(&[&str], &[&[&str]])] = &[
    (&["text"], &[&["value"]]),
    (&["paragraph"], &[&["content", "dropCap", "lang", "dir"]]),
    (&["link"], &[&["href", "content", "rel", "lang"]]),
    (
        &[
            "strong",
            "emphasis",
            "underline",
            "strikethrough",
            "subscript",
            "superscript",
            "mark",
            "smallCaps",
            "quote",
            "keyboard",
            "preformatted",
        ],
        &[&["content"]],
    ),
    (&["heading"], &[&["level", "content", "id"]]),
    (&["list"], &[&["ordered", "start", "items"]]),
    (&["lineBreak", "divider", "paywall", "ad"], &[]),
    (&["code"], &[&["content", "value", "language", "text", "caption"]]),
    (&["span"], &[&["lang", "dir", "content"]]),
    (&["abbr"], &[&["title", "content"]]),
    (&["footnoteRef"], &[&["id"]]),
    (&["time"], &[&["datetime", "content"]]),
    (&["blockquote"], &[&["content", "cite", "citeUrl"]]),
    (&["pullquote"], &[&["content", "cite"]]),
    (&["gallery"], &[&["items", "caption", "layout"], CREDIT]),
    (&["video", "audio"], &[RECORDING, CREDIT]),
    (&["embed"], &[&["provider", "url", "title", "caption", "fallback", "width", "height"]]),
    (&["table"], &[&["caption", "head", "body", "foot", "note", "source"]]),
    (&["linkCard"], &[&["url", "title", "description", "image", "publisher", "kind"]]),
    (&["linkList", "questions", "definitionList"], &[&["title", "items"]]),
    (&["timeline"], &[&["title", "events"]]),
    (&["footnotes"], &[&["items"]]),
    (&["callout"], &[&["kind", "title", "content"]]),
    (&["correction", "clarification", "update", "editorsNote"], &[&["kind", "date", "content"]]),
    (&["details"], &[&["summary", "content", "open"]]),
    (&["rating"], &[&["value", "min", "max", "unit"]]),
    (&["group"], &[&["role", "columns", "content"]]),
    (&["unknown"], &[&["originalType", "content"]]),
    (&["layout"], &[&["width", "align"]]),
    (&["event"], &[&["date", "title", "content"]]),
    (&["question"], &[&["question", "answer"]]),
    (&["definition"], &[&["term", "description", "display"]]),
    (&["footnote"], &[&["id", "content"]]),
    (&["track"], &[&["kind", "src", "lang", "srclang", "label"]]),
];

impl<'a> Canonical<'_, 'a> {
    /// Reports the keys that a block or piece of that name does not have.
    pub(super) fn report_unknown_keys(&mut self, value: Value<'_, 'a>, name: &str) {
        let Some((_, lists)) = KEYS.iter().find(|(names, _)| names.contains(&name)) else { return };
        for (key, _) in value.members() {
            let is_known = key.is("type") || lists.iter().any(|list| list.iter().any(|known| key.is(known)));
            if !is_known {
                self.values.unknown_key(key, &["`", name, "`"].concat());
            }
        }
    }
}
