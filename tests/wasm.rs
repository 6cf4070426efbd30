//! Nodes built from the tree are the nodes that a browser parses from the written HTML.

#![cfg(all(target_arch = "wasm32", feature = "wasm"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use newsprint::wasm::{mount, render_to_string};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

wasm_bindgen_test_configure!(run_in_browser);

fn element(name: &str) -> Element {
    web_sys::window().unwrap().document().unwrap().create_element(name).unwrap()
}

/// Shows `source` in both ways and compares the nodes.
fn check(source: &str) {
    let built = element("div");
    mount(&built, source.as_bytes(), JsValue::UNDEFINED).unwrap();
    let parsed = element("div");
    parsed.set_inner_html(&render_to_string(source.as_bytes(), JsValue::UNDEFINED).unwrap());
    assert_eq!(built.child_element_count(), 1, "{source}");
    assert!(built.is_equal_node(Some(&parsed)), "{source}\n{}\n{}", built.outer_html(), parsed.outer_html());
}

#[wasm_bindgen_test]
fn the_samples() {
    check(include_str!("../www/samples/harbour.json"));
    check(include_str!("../www/samples/harbour.md"));
    check(include_str!("../www/samples/harbour.txt"));
    check(include_str!("../www/samples/everything.md"));
    check(include_str!("../www/samples/arabic.json"));
    check(include_str!("../www/samples/mistakes.json"));
}

#[wasm_bindgen_test]
fn text_that_looks_like_markup() {
    check("# <b>&amp; \"quoted\"\u{a0}'x'\n\n`</p><script>` and &nbsp;&lt;\n");
    check("# x\n\n```html\n\n<p title=\"&quot;\">\n```\n");
    check("# x\n\n[a](/?b&c=\"d\"<e>) ![\"<&>](/a.jpg)\n");
}

#[wasm_bindgen_test]
fn blocks_that_a_parser_could_move() {
    check("# x\n\n| a | b |\n|---|--:|\n| *c* | `d` |\n\n- one\n\n  two\n  - [x] three\n\n> quote\n");
    check("# x\n\na[^1] b[^1]\n\n[^1]: Note\n\n    - with a list\n");
    check("# x\n\n[outer ![inner](/i.png)](/o) and **bold _both_**\n");
}

#[wasm_bindgen_test]
fn a_second_article_takes_the_place_of_the_first() {
    let host = element("div");
    for source in ["# one\n\nx", "# two\n\ny"] {
        mount(&host, source.as_bytes(), JsValue::UNDEFINED).unwrap();
    }
    assert_eq!(host.child_element_count(), 1);
    assert!(host.text_content().unwrap().contains("two"));
}
