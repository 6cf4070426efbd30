//! What documents are Slate's, and what editors call their nodes.

use super::matches;
use super::node::{Node, kind};
use crate::diagnostic::Diagnostics;
use crate::json::Document;
use crate::read::context::Context;
use crate::read::source::Source;

#[track_caller]
fn check(document: &str, expected: bool) {
    let context = Context::default();
    let source = Source::new(document.as_bytes(), None, &context, &mut Diagnostics::default()).unwrap();
    assert_eq!(matches(&source), expected, "{document}");
}

#[test]
fn texts_do_not_say_that_they_are_texts() {
    check(r#"[{"type": "p", "children": [{"text": "a"}]}]"#, true);
    check(r#"[{"children": [{"type": "link", "children": [{"text": ""}]}]}]"#, true);
    check(r#"[{"type": "hr", "children": []}]"#, true);
    check(
        r#"{"document": {"nodes": [{"object": "block", "nodes": [{"object": "text", "leaves": [{"text": "a"}]}]}]}}"#,
        true,
    );
    check(r#"[{"type": "paragraph", "children": [{"type": "text", "text": "a"}]}]"#, false);
    check(r#"[{"_type": "block", "children": [{"_type": "span", "text": "a"}]}]"#, false);
    check(r#"[{"type": "paragraph", "version": 1, "children": [{"text": "a"}]}]"#, false);
    check(r#"[{"text": "a", "from": "b"}]"#, false);
    check(r#"[{"type": "p", "props": {}, "content": [{"type": "text", "text": "a"}], "children": []}]"#, false);
    check(r#"{"type": "p", "children": [{"text": "a"}]}"#, false);
    check(r#"[1, [2], "a"]"#.replace("[1, ", "[").as_str(), false);
}

#[test]
fn nodes_have_many_names() {
    let check = |name: &str, expected: Node| {
        let node = format!(r#"{{"type": "{name}"}}"#);
        assert_eq!(kind(Document::parse(&node).unwrap().root()), expected, "{name}");
    };
    for name in ["bulleted-list", "ul_list", "unorderedList", "UL"] {
        check(name, Node::BulletList);
    }
    for (name, level) in [("h1", 1), ("heading-two", 2), ("heading_three", 3), ("headingFour", 4), ("heading6", 6)] {
        check(name, Node::Heading(Some(level)));
    }
    check("heading", Node::Heading(None));
    check("h7", Node::Other);
    check("hero", Node::Other);
}
