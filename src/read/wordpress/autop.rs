//! Paragraphs in text that was typed without tags; it knows blank lines and line ends, not what HTML means.
//!
//! WordPress stores what is typed in its classic editor as it is, and makes paragraphs when it shows it (`wpautop`).

use super::super::markup::tag_name;
use super::super::{embeds, words};

/// Elements that begin and end lines of their own.
const BLOCKS: &str = "address|article|aside|audio|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|header|hr|iframe|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video";
/// Elements whose line ends are their own.
const VERBATIM: &str = "pre|script|style|textarea|svg";

/// Returns the text with a tag for each paragraph and each line that its line ends mean.
pub(super) fn paragraphs(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut rest = text;
    // Whether what was written last ends a line by itself.
    let mut is_after_block = true;
    while let Some(at) = rest.find(['<', '\n']) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        is_after_block &= before.trim().is_empty();
        if after.starts_with('<') {
            let (tag, is_block) = markup(after);
            out.push_str(tag);
            is_after_block = is_block;
            rest = after.get(tag.len()..).unwrap_or_default();
            continue;
        }
        let next = after.trim_start();
        let space = after.get(..after.len() - next.len()).unwrap_or_default();
        let lines = space.bytes().filter(|byte| *byte == b'\n').count();
        let begins_block = next.is_empty() || (next.starts_with('<') && markup(next).1);
        // An address that is a line of its own is what WordPress shows the other site's page for.
        let is_address = |line: &str| embeds::sole_address(line).is_some();
        let is_beside_address = is_address(before) || is_address(next.split('\n').next().unwrap_or_default());
        out.push_str(match (lines, is_after_block || begins_block) {
            (1, true) => "\n",
            (1, false) if !is_beside_address => "<br>",
            _ => "\n<p>",
        });
        is_after_block = true;
        rest = next;
    }
    out.push_str(rest);
    out
}

/// A tag, a comment, or an element whose line ends are its own; and whether it ends a line by itself.
fn markup(text: &str) -> (&str, bool) {
    if text.starts_with("<!--") {
        return (through(text, "-->"), true);
    }
    let name = tag_name(text);
    if name.is_empty() {
        return (text.get(..1).unwrap_or_default(), false);
    }
    if words::has_lower(VERBATIM, name) && !text.starts_with("</") {
        return (through(text, &["</", name, ">"].concat()), true);
    }
    (tag(text), words::has_lower(BLOCKS, name) || words::has_lower(VERBATIM, name))
}

pub(super) fn through<'t>(text: &'t str, end: &str) -> &'t str {
    text.find(end).and_then(|at| text.get(..at + end.len())).unwrap_or(text)
}

/// A tag, to its end. A `>` in quotes does not end it; what nothing ends goes to the end of the text.
pub(super) fn tag(text: &str) -> &str {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (byte, quote) {
            (b'>', None) => return text.get(..=at).unwrap_or(text),
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if open == byte => quote = None,
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(paragraphs(text), expected);
    }

    #[test]
    fn lines_and_paragraphs() {
        check("One\n\nTwo\nthree", "One\n<p>Two<br>three");
        check("One\r\n\r\nTwo", "One\r\n<p>Two");
        check(
            "<h2>One</h2>\nTwo <b>b</b>\n<b>three</b>\n<ul>\n<li>x</li>\n</ul>",
            "<h2>One</h2>\nTwo <b>b</b><br><b>three</b>\n<ul>\n<li>x</li>\n</ul>",
        );
    }

    #[test]
    fn what_is_not_text_stays() {
        check("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>");
        check("<img alt=\"a\n\n> b\">\nc", "<img alt=\"a\n\n> b\"><br>c");
        check("a < b\n\n<!-- c\n\nd -->", "a < b\n<p><!-- c\n\nd -->");
    }
}
