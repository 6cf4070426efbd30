//! A host keeps, wraps or replaces what would have been shown.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

use newsprint::html::{Element, Name, Node, write};
use newsprint::model::Block;
use newsprint::view::{Host, Options, Part, view_with};

/// Frames figures, says nothing of dividers, and keeps all else.
struct House;

impl Host for House {
    fn show<'a>(&self, part: Part<'_>, built_in: Element<'a>) -> Node<'a> {
        match part {
            Part::Figure(image) => {
                let id = image.id.as_ref().map_or_else(String::new, ToString::to_string);
                Element::new(Name::Div).text(id).child(built_in).into()
            }
            Part::Block(Block::Divider) => Node::Text("".into()),
            Part::Breadcrumb
            | Part::Kicker
            | Part::Headline
            | Part::Standfirst
            | Part::Byline
            | Part::Dates
            | Part::Series
            | Part::Dateline
            | Part::ReadingTime
            | Part::Corrections
            | Part::Contents
            | Part::Block(_)
            | Part::Notes => built_in.into(),
        }
    }
}

#[test]
fn a_host_has_its_say_about_every_part() {
    let source = br#"{"headline": "x", "body": [
        {"type": "image", "id": "one", "src": "/a.jpg", "alt": "A buoy."},
        {"type": "divider"},
        {"type": "paragraph", "content": "y"}
    ]}"#;
    let reading = newsprint::read(source, &newsprint::Options::default()).unwrap();
    let mut html = String::new();
    write(&view_with(&reading.article, &Options::default(), &House), &mut html);
    assert!(html.contains("<div>one<figure class=\"np-figure\"><img "), "{html}");
    assert!(html.contains("</figure></div><p>y</p>"), "{html}");
}
