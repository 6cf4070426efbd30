//! Stands where the reader of Markdown stands, in a build without it; it knows Markdown by sight and reads none.

use super::piece::{Base, Body, Own};
use super::{Format, Shape, recognise, unread};
use crate::diagnostic::{Code, Diagnostics};

/// The row for Markdown.
pub(super) const FORMAT: Format = Format {
    name: "markdown",
    about: "Markdown with front matter",
    shape: Shape::Text,
    matches: |source| recognise::is_markdown(source.text()),
    read: unread,
};

/// Reports a piece of Markdown, unless it says nothing.
pub(super) fn blocks<'s, 'a>(markdown: &'s str, _: Own<'s, 'a>, base: Base, diagnostics: &mut Diagnostics) -> Body<'a> {
    if !markdown.trim().is_empty() {
        let message = "this is Markdown, which this build of Newsprint does not read";
        diagnostics.add(Code::FormatUnread, Some(base.offset(0)), message);
    }
    Body::default()
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Code;
    use crate::{Options, read};

    #[test]
    fn markdown_is_reported_and_nothing_else_is() {
        let unread = |source: &str| {
            let reading = read(source.as_bytes(), &Options::default()).unwrap();
            reading.diagnostics.iter().find(|found| found.code == Code::FormatUnread).map(|found| found.offset)
        };
        assert_eq!(unread("# Ferry late\n"), Some(Some(0)));
        assert_eq!(unread(r#"{"type": "article", "body": "It *is* late."}"#), Some(Some(29)));
        assert_eq!(unread(r#"{"type": "article", "body": ["", {"type": "paragraph", "content": "*"}]}"#), None);
        assert_eq!(unread("Ferry late\n\nIt is late.\n"), None);
    }
}
