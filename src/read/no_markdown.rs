//! Stands where the reader of Markdown stands, in a build without it; it knows Markdown by sight and reads none.

use super::format::Format;
use super::piece::Body;
use super::recognise;
use super::source::Shape;
use super::values::Values;
use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::Article;

/// The row for Markdown.
pub(super) const FORMAT: Format = Format {
    name: "markdown",
    about: "Markdown with front matter",
    shape: Shape::Text,
    matches: |source| recognise::is_markdown(source.text()),
    read: |_, _| Article::default(),
};

/// Reports Markdown in a JSON string, unless it says nothing.
pub(super) fn blocks<'a>(value: Value<'_, 'a>, values: &mut Values<'_>) -> Body<'a> {
    if !value.raw_str().trim().is_empty() {
        values.add(Code::FormatUnread, value, "this is Markdown, which this build of Newsprint does not read");
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
        assert_eq!(unread(r#"{"type": "article", "body": "It *is* late."}"#), Some(Some(28)));
        assert_eq!(unread(r#"{"type": "article", "body": ["", {"type": "paragraph", "content": "*"}]}"#), None);
        assert_eq!(unread("Ferry late\n\nIt is late.\n"), None);
        assert_eq!(unread("<p>It is late.</p>"), Some(Some(0)));
        for other in [r#"{"data": {"type": "article"}}"#, r#"{"blocks": [], "time": 1}"#, "[]"] {
            assert_eq!(read(other.as_bytes(), &Options::default()).unwrap_err().code(), "format-unread", "{other}");
        }
    }
}
