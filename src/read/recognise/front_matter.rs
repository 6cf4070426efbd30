//! Where front matter lies in a text; it knows fences and what a field's name looks like, not what the fields say.

use crate::read::aliases::{is_headline, is_known, is_name};

/// The language that front matter is written in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::read) enum Syntax {
    Yaml,
    Toml,
}

/// Where front matter lies in a text, and where the text begins after it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::read) struct Extent {
    pub(in crate::read) syntax: Syntax,
    pub(in crate::read) start: usize,
    pub(in crate::read) end: usize,
    pub(in crate::read) after: usize,
    /// Whether nothing but an empty line ends it.
    pub(in crate::read) is_open: bool,
}

/// Returns where front matter lies in a text, if it begins with any.
///
/// A line of hyphens may also be a thematic break, so YAML counts only if its first line names a field. Where nobody
/// closed it, it ends with the first empty line, if nothing but fields stands before that and one is the headline.
pub(in crate::read) fn extent(text: &str) -> Option<Extent> {
    if text.starts_with('{') {
        return braces(text);
    }
    let (syntax, fence) = match text.get(..3)? {
        "---" => (Syntax::Yaml, "---"),
        "+++" => (Syntax::Toml, "+++"),
        _ => return bare(text),
    };
    let start = memchr::memchr(b'\n', text.as_bytes())? + 1;
    if !text.get(3..start)?.trim().is_empty() {
        return None;
    }
    let mut at = start;
    let mut is_certain = syntax == Syntax::Toml;
    let (mut has_headline, mut is_fields, mut open) = (false, true, None);
    for line in text.get(start..)?.split_inclusive('\n') {
        let after = at + line.len();
        let line = line.trim_end();
        if line == fence || (line == "..." && syntax == Syntax::Yaml) {
            return is_certain.then_some(Extent { syntax, start, end: at, after, is_open: false });
        }
        if !is_certain && !line.is_empty() && !line.starts_with('#') {
            is_certain = names_field(line);
            if !is_certain {
                return None;
            }
        }
        if line.is_empty() && is_fields && has_headline {
            open = open.or(Some(Extent { syntax, start, end: at, after, is_open: true }));
        }
        let name = name_length(line).and_then(|length| line.get(..length));
        has_headline |= name.is_some_and(is_headline);
        is_fields &= name.is_some() || is_item(line) || line.starts_with([' ', '\t', '#']);
        at = after;
    }
    open
}

/// Fields with nothing around them before a text, as Pelican has them and as texts are handed in: every line up to the
/// first empty one begins with a name, and two of the names are known, that of the headline among them.
fn bare(text: &str) -> Option<Extent> {
    let (mut at, mut known, mut has_headline) = (0, 0, false);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            let is_header = known > 1 && has_headline && !text.get(at..)?.trim().is_empty();
            let after = at + line.len();
            return is_header.then_some(Extent { syntax: Syntax::Yaml, start: 0, end: at, after, is_open: false });
        }
        let name = line.get(..name_length(line.trim_end())?)?;
        if name.contains(' ') {
            return None;
        }
        known += usize::from(is_known(name));
        has_headline |= is_name(name, "title") || is_name(name, "headline");
        at += line.len();
    }
    None
}

/// JSON before a text, as Hugo has it: it ends with a brace alone in its line. YAML has all of JSON's syntax.
fn braces(text: &str) -> Option<Extent> {
    let end = text.find("\n}")? + 2;
    let after = end + memchr::memchr(b'\n', text.get(end..)?.as_bytes())? + 1;
    let is_alone = text.get(end..after)?.trim().is_empty() && !text.get(after..)?.trim().is_empty();
    let names_field = text.get(1..)?.trim_start().starts_with('"');
    (is_alone && names_field).then_some(Extent { syntax: Syntax::Yaml, start: 0, end, after, is_open: false })
}

/// Returns whether a line begins with the name of a field.
pub(in crate::read) fn names_field(line: &str) -> bool {
    name_length(line).is_some()
}

/// Returns where the name at the beginning of a line ends, if there is one.
pub(in crate::read) fn name_length(line: &str) -> Option<usize> {
    let is_end = |at: &usize| matches!(line.as_bytes().get(at + 1), None | Some(b' ' | b'\t'));
    let end = memchr::memchr_iter(b':', line.as_bytes()).find(is_end)?;
    let is_name =
        end > 0 && !line.starts_with(['#', '[', '{', '|', '>', '@', '`', '%', '&', '*', '!']) && !is_item(line);
    is_name.then_some(end)
}

/// Returns whether a line is an item of a list.
pub(in crate::read) fn is_item(line: &str) -> bool {
    line.strip_prefix('-').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))
}
