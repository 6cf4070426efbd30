//! Holds that an article speaks one language: none of our English words stands in an article in another one.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

use std::collections::BTreeSet;

use newsprint::locale::{WORDS, english, locales};
use newsprint::model::Language;
use newsprint::view::{Contents, Header, HeaderPart};
use newsprint::{Options, text, view};

/// An article with everything to which words of ours are added. Its own words are all `Ξ`.
const EVERYTHING: &str = r#"{
  "type": "article", "headline": "Ξ", "breadcrumb": [{"name": "Ξ"}], "standfirst": "Ξ",
  "series": {"name": "Ξ", "part": 2, "total": 5},
  "authors": ["Ξ", {"name": "Ξ", "role": "photographer"}, {"name": "Ξ", "role": "illustrator"},
    {"name": "Ξ", "role": "editor"}, {"name": "Ξ", "role": "translator"}],
  "datePublished": "2024-02-05T09:30:00Z", "dateModified": "2024-08-06T10:30:00Z",
  "corrections": [{"type": "correction", "content": "Ξ"}, {"type": "clarification", "content": "Ξ"},
    {"type": "update", "content": "Ξ"}, {"type": "editorsNote", "content": "Ξ"}],
  "leadMedia": {"src": "/a.jpg", "alt": "Ξ", "creditText": "Ξ", "kind": "chart", "longDescription": "Ξ",
    "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"},
  "coverageEndTime": "2024-08-06T10:30:00Z",
  "relatedLinks": [{"url": "/b", "title": "Ξ"}],
  "updates": [{"headline": "Ξ", "datePublished": "2024-02-05T09:30:00Z", "isPinned": true, "isKeyEvent": true, "authors": ["Ξ"]}],
  "body": [
    {"type": "heading", "content": "Ξ"}, {"type": "heading", "content": "Ξ"},
    {"type": "paragraph", "content": ["Ξ", {"type": "footnoteRef", "id": "1"}]},
    {"type": "list", "items": [{"checked": true, "content": "Ξ"}, {"checked": false, "content": "Ξ"}]},
    {"type": "image", "src": "/a.jpg", "digitalSourceType": "x/compositeWithTrainedAlgorithmicMedia"},
    {"type": "image", "src": "/a.jpg", "digitalSourceType": "x/composite"},
    {"type": "gallery", "items": [{"src": "/a.jpg"}]},
    {"type": "video", "sources": ["/a.mp4"], "creditText": "Ξ", "transcript": "Ξ", "tracks": [
      {"kind": "captions", "src": "/a.vtt"}, {"kind": "subtitles", "src": "/a.vtt", "lang": "el"},
      {"kind": "descriptions", "src": "/a.vtt"}, {"kind": "chapters", "src": "/a.vtt"}]},
    {"type": "audio", "sources": ["/a.mp3"]}, {"type": "video", "url": "/v"},
    {"type": "embed", "url": "/e"}, {"type": "embed", "url": "/e", "fallback": "Ξ"},
    {"type": "table", "body": [["Ξ"]], "source": "Ξ"}, {"type": "code", "text": "Ξ"},
    {"type": "callout", "kind": "note", "content": "Ξ"}, {"type": "callout", "kind": "warning", "content": "Ξ"},
    {"type": "callout", "kind": "info", "content": "Ξ"}, {"type": "callout", "kind": "disclaimer", "content": "Ξ"},
    {"type": "callout", "kind": "factbox", "content": "Ξ"}, {"type": "callout", "kind": "keyPoints", "content": "Ξ"},
    {"type": "questions", "items": [{"question": "Ξ", "answer": "Ξ"}]},
    {"type": "rating", "value": 3.5, "max": 5}, {"type": "rating", "value": 7, "max": 20},
    {"type": "footnotes", "items": [{"id": "1", "content": "Ξ"}]},
    {"type": "paywall"}
  ]
}"#;

fn rendered(tag: &'static str) -> String {
    let view = view::Options {
        contents: Contents::Shown,
        header: Header::new(HeaderPart::NAMES.iter().map(|(part, _)| *part)),
        ..view::Options::default()
    };
    let options = Options { language: Language::parse(tag), view, ..Options::default() };
    newsprint::render(EVERYTHING.as_bytes(), &options).unwrap().html
}

/// The texts of a page, and the names that only screen readers say: what stands between tags, and in `aria-label`.
fn words(html: &str) -> BTreeSet<String> {
    let between = html.split('>').filter_map(|piece| piece.split('<').next());
    let labels = html.split("label=\"").skip(1).filter_map(|piece| piece.split('"').next());
    let words = between.chain(labels).map(|text| text.replace('Ξ', "").trim().replace("&nbsp;", "\u{a0}"));
    words.filter(|text| text.chars().any(|c| c.is_ascii_alphabetic())).collect()
}

/// The same of the article as plain text, line by line.
fn words_of_text(tag: &'static str) -> BTreeSet<String> {
    let options = Options { language: Language::parse(tag), ..Options::default() };
    let text = text::write(&newsprint::read(EVERYTHING.as_bytes(), &options).unwrap().article);
    text.lines().flat_map(words).collect()
}

#[test]
fn no_english_in_another_language() {
    let said = |tag| words(&rendered(tag)).into_iter().chain(words_of_text(tag)).collect::<BTreeSet<_>>();
    let english = said("en");
    assert!(words_of_text("en").len() > 20 && english.len() > 60, "the article shows the words: {english:?}");
    for locale in locales().filter(|locale| !locale.tag.starts_with("en")) {
        let own = format!("{locale:?}");
        for word in said(locale.tag).intersection(&english) {
            // A word that the language has in common with English is one of its own; a time is the same in many.
            let is_own =
                own.contains(&format!("\"{}", word.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')));
            assert!(is_own, "{}: `{word}`", locale.tag);
        }
    }
}

#[test]
fn what_is_not_there_is_said_in_english() {
    assert_eq!(english().tag, "en");
    let html = rendered("tlh");
    let labels = words(&rendered("en"));
    assert!(labels.difference(&words(&html)).next().is_none(), "the same words");
    // What is said to the eye stands in an element of that language; an `aria-label` cannot say its own.
    for word in ["By", "Correction", "Footnotes", "Related", "Transcript", "Key points", "Pinned", "Published"] {
        let place = html.find(&format!(">{word}")).unwrap_or_else(|| panic!("`{word}` is said"));
        assert!(html[..place].ends_with("lang=\"en\""), "{word}: {}", &html[place.saturating_sub(60)..place + 20]);
    }
    assert!(!rendered("en").contains("<span lang"), "and nothing is marked where it need not be");
}

#[test]
fn the_package_names_the_same_words() {
    let types = include_str!("../npm/src/types.ts");
    let (_, list) = types.split_once("export type Word =").unwrap();
    let names: Vec<_> = list.split_once(';').unwrap().0.split('"').skip(1).step_by(2).collect();
    assert_eq!(names, WORDS);
}

#[test]
fn the_manual_counts_the_languages() {
    let languages: BTreeSet<_> = locales().map(|locale| locale.tag.split('-').next().unwrap()).collect();
    let line = format!("Words, plurals, lists and dates in {} languages", languages.len());
    assert!(include_str!("../README.md").contains(&line), "{line}");
}
