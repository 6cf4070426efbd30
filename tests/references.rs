//! Holds that what a tree refers to is in it: identifiers, links to them, names; and that no link stands in a link.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

mod chance;

use std::collections::BTreeSet;

use arbtest::arbitrary::{Result, Unstructured};
use chance::by_chance;
use newsprint::html::{Attribute, Element, Name, Node};
use newsprint::view::{Contents, Header, HeaderPart};
use newsprint::{Options, canonical, read, text, view};

/// A line in JSON whose pieces hold each other in every way.
fn line(u: &mut Unstructured<'_>, depth: usize) -> Result<String> {
    let inner = if depth == 0 { r#""x""#.to_owned() } else { line(u, depth - 1)? };
    let pieces = [
        r#""word""#.to_owned(),
        format!(r#"{{"type": "link", "href": "/a", "content": {inner}}}"#),
        format!(r##"{{"type": "link", "href": "#one", "content": {inner}}}"##),
        format!(r#"{{"type": "strong", "content": {inner}}}"#),
        format!(r#"{{"type": "span", "lang": "pt", "content": {inner}}}"#),
        r#"{"type": "footnoteRef", "id": "n"}"#.to_owned(),
        r#"{"type": "footnoteRef", "id": "m"}"#.to_owned(),
        r#"{"type": "mention", "name": "A", "url": "/m"}"#.to_owned(),
    ];
    let mut chosen = vec![inner];
    for _ in 0..u.int_in_range(0..=2)? {
        chosen.push(u.choose(&pieces)?.clone());
    }
    Ok(format!("[{}]", chosen.join(", ")))
}

/// A block in JSON that holds lines and further blocks.
fn block(u: &mut Unstructured<'_>, depth: usize) -> Result<String> {
    let (one, other) = (line(u, 2)?, line(u, 2)?);
    let inner = if depth == 0 { r#"["x"]"#.to_owned() } else { format!("[{}]", block(u, depth - 1)?) };
    let blocks = [
        format!(r#"{{"type": "paragraph", "content": {one}}}"#),
        format!(r#"{{"type": "heading", "level": 2, "id": "one", "content": {one}}}"#),
        format!(r#"{{"type": "linkCard", "url": "/c", "title": {one}, "description": {other}}}"#),
        format!(r#"{{"type": "callout", "kind": "warning", "title": {one}, "content": {inner}}}"#),
        format!(r#"{{"type": "details", "summary": {one}, "content": {inner}}}"#),
        format!(r#"{{"type": "timeline", "title": {one}, "events": [{{"title": {other}, "content": {inner}}}]}}"#),
        format!(r#"{{"type": "questions", "title": {one}, "items": [{{"question": {other}, "answer": {inner}}}]}}"#),
        format!(r#"{{"type": "definitionList", "items": [{{"term": {one}, "description": {inner}}}]}}"#),
        format!(r#"{{"type": "image", "src": "/a.jpg", "alt": "A", "caption": {one}, "longDescription": {inner}}}"#),
        format!(r#"{{"type": "table", "caption": {one}, "body": [[{other}]]}}"#),
        format!(r#"{{"type": "code", "text": "x", "caption": {one}}}"#),
        format!(r#"{{"type": "group", "content": {inner}}}"#),
        format!(r#"{{"type": "correction", "content": {inner}}}"#),
    ];
    Ok(u.choose(&blocks)?.clone())
}

fn article(u: &mut Unstructured<'_>) -> Result<String> {
    let mut body = Vec::new();
    for _ in 0..u.int_in_range(0..=4)? {
        body.push(block(u, 2)?);
    }
    let (headline, card, post) = (line(u, 1)?, line(u, 2)?, block(u, 1)?);
    Ok(format!(
        r#"{{"type": "article", "headline": {headline}, "relatedLinks": [{{"url": "/r", "title": {card}}}],
        "updates": [{{"id": "p", "headline": {card}, "body": {post}}}, {{"id": "p", "datePublished": "2024-05-01", "body": {post}}}],
        "body": [{}{}
        {{"type": "footnotes", "items": [{{"id": "n", "content": "N"}}, {{"id": "m", "content": "M"}}]}}]}}"#,
        body.join(", "),
        if body.is_empty() { "" } else { "," }
    ))
}

#[test]
fn what_a_tree_refers_to_is_in_it() {
    by_chance(|u| {
        let source = article(u)?;
        let mut parts = Vec::new();
        for _ in 0..u.int_in_range(0..=4)? {
            parts.push(u.choose(&HeaderPart::NAMES)?.0);
        }
        let reading = read(source.as_bytes(), &Options::default()).unwrap();
        let options = view::Options { header: Header::new(parts), contents: Contents::Shown, ..Default::default() };
        let mut found = Found::default();
        found.add(&view::view(&reading.article, &options), Place::Outside);
        let missing: Vec<_> = found.references.difference(&found.ids).collect();
        assert!(missing.is_empty(), "nothing is called {missing:?}\n{source}");
        Ok(())
    });
}

/// The footnotes are numbered as they are met, in the text as on the page.
#[test]
fn footnotes_have_the_same_numbers_everywhere() {
    by_chance(|u| {
        let source = format!(
            r#"{{"type": "article", "headline": "x", "body": [{}, {{"type": "footnotes", "items": [{{"id": "n", "content": "N"}}, {{"id": "m", "content": "M"}}]}}]}}"#,
            block(u, 2)?
        );
        let reading = read(source.as_bytes(), &Options::default()).unwrap();
        let options = Default::default();
        let mut numbers = Vec::new();
        add_references(&view::view(&reading.article, &options), &mut numbers);
        let first = numbers.iter().position(|number| number == "1");
        let second = numbers.iter().position(|number| number == "2");
        assert!(second.is_none() || first < second, "{numbers:?}\n{source}");
        let words = text::write(&reading.article);
        let met: Vec<String> = words
            .split('[')
            .skip(1)
            .filter_map(|rest| rest.split(']').next())
            .filter(|number| *number == "1" || *number == "2")
            .map(str::to_owned)
            .collect();
        // The text ends with the notes themselves, each under its number.
        let references = met.len() - 2;
        let mut read_out = met[..references].to_vec();
        read_out.sort();
        numbers.sort();
        assert_eq!(read_out, numbers, "{words}\n{source}");
        assert_eq!(canonical::write(&reading.article).matches("footnoteRef").count(), references);
        Ok(())
    });
}

fn add_references(element: &Element<'_>, numbers: &mut Vec<String>) {
    let is_reference = element.attribute(Attribute::Class) == Some("np-noteref");
    for node in element.nodes() {
        match node {
            Node::Text(text) if is_reference => numbers.push(text.to_string()),
            Node::Text(_) => {}
            Node::Element(child) if is_reference => {
                numbers.extend(
                    child.nodes().iter().map(|node| format!("{node:?}").replace(|c: char| !c.is_ascii_digit(), "")),
                );
            }
            Node::Element(child) => add_references(child, numbers),
        }
    }
}

/// Whether an element stands in a link.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Outside,
    InLink,
}

/// What an element is called, and what it calls others.
#[derive(Default)]
struct Found {
    ids: BTreeSet<String>,
    references: BTreeSet<String>,
}

impl Found {
    fn add(&mut self, element: &Element<'_>, place: Place) {
        let is_link = element.name() == Name::A;
        assert!(!(is_link && place == Place::InLink), "a link stands in a link: {element:?}");
        if let Some(id) = element.attribute(Attribute::Id) {
            assert!(self.ids.insert(id.to_owned()), "two elements are called `{id}`");
        }
        let fragment = element.attribute(Attribute::Href).and_then(|href| href.strip_prefix('#'));
        // What an author links to may be on the host's page; what we link to is here.
        self.references.extend(fragment.filter(|name| name.starts_with("np-")).map(str::to_owned));
        self.references.extend(element.attribute(Attribute::AriaLabelledby).map(str::to_owned));
        let place = if is_link { Place::InLink } else { place };
        for node in element.nodes() {
            if let Node::Element(child) = node {
                self.add(child, place);
            }
        }
    }
}
