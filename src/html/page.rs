//! A whole document around a tree; it knows what a document needs, not what an article says.

use super::write::{escape_attribute, escape_text};
use super::{Element, write};

/// What stands around the content of a document.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The language of the document.
    pub language: &'a str,
    /// The direction of the document, a value of `dir`.
    pub direction: &'a str,
    /// The title.
    pub title: &'a str,
    /// The style sheets, in their order; none may hold `</style`.
    pub css: &'a [&'static str],
    /// JSON-LD about the content, in which every `<` is escaped.
    pub json_ld: Option<&'a str>,
}

/// Adds a document with `content` as the one child of its `main` to the end of `out`.
pub fn write_page(page: Page<'_>, content: &Element<'_>, out: &mut String) {
    out.push_str("<!doctype html>\n<html lang=\"");
    escape_attribute(page.language, out);
    out.push_str("\" dir=\"");
    escape_attribute(page.direction, out);
    out.push_str("\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
    escape_text(page.title, out);
    out.push_str("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n");
    page.css.iter().for_each(|css| out.push_str(css));
    out.push_str("</style>");
    // Nothing in a script can end it without a `<`.
    if let Some(json_ld) = page.json_ld.filter(|json_ld| !json_ld.contains('<')) {
        out.push_str("\n<script type=\"application/ld+json\">");
        out.push_str(json_ld);
        out.push_str("</script>");
    }
    out.push_str("\n</head>\n<body>\n<main>\n");
    write(content, out);
    out.push_str("\n</main>\n</body>\n</html>\n");
}
