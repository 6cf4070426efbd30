//! The keys of blocks and of the pieces of a line: what is in none of these lists is reported.

use crate::diagnostic::Code;
use crate::json::Value;

use super::super::source::shortened;
use super::super::values::unknown_part;
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

/// The keys of an article, which is read key by key as well: a document that has no others is one of ours.
const OF_ARTICLE: &str = "$schema|type|schemaVersion|source|extensions|warnings|id|url|canonicalUrl|genre|keywords|language|direction|publisher|copyrightNotice|copyrightHolder|usageTerms|license|isAccessibleForFree|headline|alternativeHeadline|kicker|label|standfirst|deck|byline|authors|dateline|datePublished|dateModified|dateCreated|series|section|breadcrumb|leadMedia|body|updates|corrections|relatedLinks|coverageStartTime|coverageEndTime";

/// Whether a key is one that an article has.
pub(super) fn is_of_article(key: Value<'_, '_>) -> bool {
    OF_ARTICLE.split('|').any(|known| key.is(known))
}

/// What an article is called where a key of it is not known.
pub(super) const ARTICLE: &str = "an article";

/// What others call the keys of a thing, by the thing and then by our name; and what they call blocks and pieces.
const MEANT: [(&str, &[(&str, &str)]); 5] = [
    (
        ARTICLE,
        &[
            ("headline", "title|name|heading"),
            ("standfirst", "dek|subtitle|subheadline|description|summary|excerpt|intro|teaser|lede"),
            ("authors", "author|creator|writers|contributors"),
            ("datePublished", "date|published|publishedAt|pubDate"),
            ("dateModified", "updated|updatedAt|modified|lastModified"),
            ("leadMedia", "image|mainImage|featuredImage|leadImage|hero|cover|thumbnail"),
            ("body", "content|text|blocks|paragraphs|html|articleBody"),
            ("language", "lang|locale|inLanguage"),
            ("section", "category|articleSection"),
            ("keywords", "tags|topics"),
            ("breadcrumb", "breadcrumbs"),
            ("copyrightNotice", "copyright"),
            ("relatedLinks", "related"),
        ],
    ),
    (
        "an image",
        &[
            ("src", "url|href|source|file"),
            ("alt", "altText|alternativeText|accessibilityText"),
            ("caption", "title|description"),
            ("creditText", "credit|byline|photographer|attribution"),
        ],
    ),
    ("`link`", &[("href", "url|to|src"), ("content", "text|children|title")]),
    (
        "block",
        &[
            ("paragraph", "p|text"),
            ("heading", "h1|h2|h3|h4|h5|h6|header|subheading"),
            ("image", "img|picture|photo|figure"),
            ("list", "ul|ol"),
            ("divider", "hr|separator"),
            ("embed", "iframe|youtube|tweet|twitter|instagram"),
        ],
    ),
    (
        "inline",
        &[("link", "a|anchor"), ("strong", "b|bold"), ("emphasis", "i|em|italic"), ("lineBreak", "br|break|hardBreak")],
    ),
];

/// Returns our name for what others call so in a thing.
fn meant(of: &str, name: &str) -> Option<&'static str> {
    let (_, names) = MEANT.iter().find(|(thing, _)| *thing == of)?;
    names.iter().find(|(_, theirs)| theirs.split('|').any(|their| their == name)).map(|(ours, _)| *ours)
}

/// Whether a key of an article is one that others have, and we call otherwise.
pub(super) fn is_of_others(key: Value<'_, '_>) -> bool {
    meant(ARTICLE, key.raw_str()).is_some()
}

/// Adds to what is said of a name of others which of ours means the same, if one does.
fn with_meant(mut said: String, of: &str, name: &str) -> String {
    if let Some(ours) = meant(of, name) {
        for part in ["; did you mean `", ours, "`?"] {
            said.push_str(part);
        }
    }
    said
}

impl<'a> Canonical<'_, 'a> {
    /// Reports a block or a piece of a line that is not known, of which so many pieces are kept.
    pub(super) fn unknown(&mut self, code: Code, value: Value<'_, 'a>, what: &str, name: &str, kept: usize) {
        self.values.add(code, value, with_meant(unknown_part(what, name, kept), what, name));
    }

    /// Reports a key that such a thing does not have.
    pub(super) fn unknown_key(&mut self, key: Value<'_, 'a>, of: &str) {
        let name = key.as_str().unwrap_or_default();
        let said = [of, " has no key `", &*shortened(&name), "`; its value is not shown"].concat();
        self.values.add(Code::KeyUnknown, key, with_meant(said, of, &name));
    }

    /// Reports the keys that a block or piece of that name does not have.
    pub(super) fn report_unknown_keys(&mut self, value: Value<'_, 'a>, name: &str) {
        let Some((_, lists)) = KEYS.iter().find(|(names, _)| names.contains(&name)) else { return };
        for (key, _) in value.members() {
            let is_known = key.is("type") || lists.iter().any(|list| list.iter().any(|known| key.is(known)));
            if !is_known {
                self.unknown_key(key, &["`", name, "`"].concat());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::OF_ARTICLE;
    use crate::diagnostic::Code;
    use crate::{Options, read};

    #[test]
    fn an_article_is_said_to_have_no_key_that_it_does_not_read() {
        let is_reported = |key: &str| {
            let json = format!(r#"{{"{key}": null, "type": "article", "headline": "x"}}"#);
            let reading = read(json.as_bytes(), &Options::default()).unwrap();
            reading.diagnostics.iter().any(|found| found.code == Code::KeyUnknown)
        };
        assert!(OF_ARTICLE.split('|').all(|key| !is_reported(key)));
        assert!(is_reported("title"));
    }
}
