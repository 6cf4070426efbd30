//! Builds a tree as the nodes of a document; it knows the DOM and nothing of articles, and parses no HTML.

use wasm_bindgen::JsValue;
use web_sys::Document;

use crate::html::{Element, Node};

/// Replaces the children of `host` by the nodes of `element`.
///
/// # Errors
///
/// `host` is no element of a document.
pub(super) fn replace_children(host: &web_sys::Element, element: &Element<'_>) -> Result<(), JsValue> {
    let document = host.owner_document().ok_or_else(|| super::types::wrong("element", "the element is none"))?;
    let node = built(&document, element)?;
    host.replace_children_with_node_1(&node);
    Ok(())
}

/// Returns the node of an element. The depth of a tree is bounded where articles are read, so the recursion is too.
fn built(document: &Document, element: &Element<'_>) -> Result<web_sys::Node, JsValue> {
    let node = document.create_element(element.name().as_str())?;
    // In the tree's order: a picture is told that it may wait before it is told where it is.
    for (attribute, value) in element.attributes() {
        node.set_attribute(attribute.as_str(), value)?;
    }
    for child in element.nodes() {
        match child {
            Node::Element(child) => node.append_child(&built(document, child)?)?,
            Node::Text(text) => node.append_child(&document.create_text_node(text))?,
        };
    }
    Ok(node.into())
}
