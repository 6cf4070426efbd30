//! The formats, one row each; it knows their names and their order.

use super::error::Error;
use super::format::Format;
use super::{
    ans, apple_news, canonical, content_tree, contentful, editorjs, guardian, html, lexical, markdown, ninjs,
    portable_text, prosemirror, schema_org, slate, strapi, text, wordpress,
};

/// Every format, in the order in which a source is held against them.
pub const FORMATS: &[Format] = &[
    schema_org::FORMAT,
    portable_text::FORMAT,
    wordpress::FORMAT,
    strapi::FORMAT,
    slate::FORMAT,
    lexical::FORMAT,
    contentful::FORMAT,
    prosemirror::FORMAT,
    guardian::FORMAT,
    content_tree::FORMAT,
    apple_news::FORMAT,
    ninjs::FORMAT,
    editorjs::FORMAT,
    ans::FORMAT,
    canonical::FORMAT,
    html::FORMAT,
    markdown::FORMAT,
    text::FORMAT,
];

/// Returns the format of that name.
///
/// # Errors
///
/// When there is none.
pub fn format(name: &str) -> Result<&'static Format, Error> {
    FORMATS
        .iter()
        .find(|format| format.name == name)
        .ok_or_else(|| Error::UnknownFormat { name: name.to_owned(), formats: names(|_| true) })
}

/// Returns the names of some of the formats, as a list.
pub(super) fn names(are_meant: fn(&Format) -> bool) -> String {
    let named = FORMATS.iter().filter(|format| are_meant(format));
    named.map(|format| ["`", format.name, "`"].concat()).collect::<Vec<_>>().join(", ")
}
