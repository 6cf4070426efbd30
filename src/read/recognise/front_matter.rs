//! Where front matter lies in a text; it knows fences and what a field's name looks like, not what the fields say.

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
}

/// Returns where front matter lies in a text, if it begins with any.
///
/// A line of hyphens may also be a thematic break, so YAML counts only if its first line names a field.
pub(in crate::read) fn extent(text: &str) -> Option<Extent> {
    let (syntax, fence) = match text.get(..3)? {
        "---" => (Syntax::Yaml, "---"),
        "+++" => (Syntax::Toml, "+++"),
        _ => return None,
    };
    let start = memchr::memchr(b'\n', text.as_bytes())? + 1;
    if !text.get(3..start)?.trim().is_empty() {
        return None;
    }
    let mut at = start;
    let mut is_certain = syntax == Syntax::Toml;
    for line in text.get(start..)?.split_inclusive('\n') {
        let after = at + line.len();
        let line = line.trim_end();
        if line == fence || (line == "..." && syntax == Syntax::Yaml) {
            return is_certain.then_some(Extent { syntax, start, end: at, after });
        }
        if !is_certain && !line.is_empty() && !line.starts_with('#') {
            is_certain = names_field(line);
            if !is_certain {
                return None;
            }
        }
        at = after;
    }
    None
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
