//! What opens a box beside the text in the dialects of Markdown: its name and its title; it knows nothing of where the
//! box ends.

use super::template::Tag;
use crate::model::{CalloutKind, is_letter};
use crate::read::recognise::kind::{boxed, callout, is_quote};
use crate::read::words::{begins_with, has_one_of, trim_of, trim_start_of, up_to};

/// What opens a box.
pub(super) struct Opening<'s> {
    /// What the box is for, if its name says so.
    pub(super) kind: Option<CalloutKind>,
    /// What it is called.
    pub(super) title: &'s str,
    /// Whether a reader has to open it.
    pub(super) is_folded: bool,
    /// Who is quoted, if it is a quote.
    pub(super) quoted: Option<&'s str>,
    /// Whether it is the caption of the picture before it.
    pub(super) is_caption: bool,
}

impl Opening<'_> {
    /// Whether neither its name nor a title says that there is a box.
    pub(super) fn is_nothing(&self) -> bool {
        self.kind.is_none() && self.title.is_empty() && !self.is_folded && self.quoted.is_none()
    }
}

/// Returns what is opened by `:::note Title`, `:::note[Title]`, `::: {.callout-note title="Title"}`, `!!! note "Title"`
/// or `<Callout type="note" title="Title">`.
pub(super) fn opening(line: &str) -> Opening<'_> {
    let words = trim_start_of(line, ":!?+< {.");
    let name = up_to(words, " [{}>\n");
    let rest = words.get(name.len()..).unwrap_or_default().trim();
    let tag = Tag { start: 0, end: 0, text: line };
    let kind_given = ["type", "kind", "variant"].iter().find_map(|attribute| tag.value(attribute));
    let name = name.trim_start_matches("callout-");
    let plain = up_to(rest, "{").trim();
    let is_plain = !line.starts_with('<') && !plain.ends_with('}') && !plain.contains("=\"");
    let title = tag.value("title").or_else(|| tag.value("summary")).unwrap_or(if is_plain { plain } else { "" });
    // What Python's Markdown indents is a box whatever it is called.
    let (own, is_details) = boxed(name);
    let kind = kind_given.and_then(callout).or(own);
    let person = || ["author", "cite", "source", "attribution", "name", "by"].iter().find_map(|name| tag.value(name));
    let person = || person().filter(|name| !name.contains("://")).unwrap_or_default();
    let quoted = (line.starts_with('<') && is_quote(name)).then(person);
    Opening {
        quoted,
        is_caption: false,
        kind: kind.or_else(|| begins_with(line, "!?").then_some(CalloutKind::Note)),
        title: trim_of(title, "[]}\" "),
        is_folded: (line.starts_with("???") && !line.starts_with("???+"))
            || is_details
            || line.contains("collapse=\"true\""),
    }
}

/// Returns the box that a quote is by its first line, such as `[!note]- Title`, and how much stands before the title.
/// Words of others stay a quote.
pub(super) fn of_quote(text: &str) -> Option<(Option<Opening<'static>>, usize)> {
    let (name, rest) = text.strip_prefix("[!")?.split_once(']')?;
    let title = trim_start_of(trim_start_of(rest, "-+"), " ");
    let opening =
        Opening { kind: callout(name), title: "", is_folded: rest.starts_with('-'), quoted: None, is_caption: false };
    let is_name = name.starts_with(is_letter) && !has_one_of(name, "\n[");
    is_name.then(|| (Some(opening).filter(|_| !matches!(name, "quote" | "cite")), text.len() - title.len()))
}
