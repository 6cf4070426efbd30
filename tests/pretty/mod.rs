//! What the tests whose expectations rewrite themselves write: HTML for people to read, findings one a line.

#![allow(clippy::unwrap_used, reason = "a test says by a panic that it fails")]

use newsprint::Finding;
use newsprint::read::Format;

/// A finding in one line: how much it matters, its code, its place, and its sentence.
pub(crate) fn finding_line(finding: Finding, format: &Format) -> String {
    let place = finding.place.map_or_else(String::new, |place| {
        let pointer = place.pointer.filter(|_| format.shape != newsprint::read::Shape::Text);
        pointer.unwrap_or_else(|| format!("{}:{}", place.line, place.column)) + ": "
    });
    let diagnostic = finding.diagnostic;
    format!("{} {}: {place}{}\n", diagnostic.severity().as_str(), diagnostic.code, diagnostic.message)
}

/// Elements that begin a line on a page; nothing is added inside of any other.
const BLOCKS: [&str; 40] = [
    "article",
    "header",
    "nav",
    "ol",
    "ul",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "div",
    "figure",
    "figcaption",
    "blockquote",
    "aside",
    "section",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "pre",
    "hr",
    "img",
    "picture",
    "source",
    "video",
    "audio",
    "track",
    "details",
    "summary",
    "dl",
    "dt",
    "dd",
];

/// The HTML with line feeds and spaces between the tags of blocks, and nowhere else.
pub(crate) fn pretty(html: &str) -> String {
    let mut out = String::new();
    let mut depth: usize = 0;
    let mut rest = html;
    while let Some((before, tag_and_rest)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
        out += before;
        let (tag, after) = tag_and_rest.split_at(tag_and_rest.find('>').unwrap() + 1);
        let name = tag.trim_start_matches(['<', '/']).split([' ', '>']).next().unwrap();
        let is_block = BLOCKS.contains(&name);
        let is_end = tag.starts_with("</");
        let is_void = matches!(name, "img" | "br" | "hr" | "source" | "track");
        if is_end && is_block {
            depth -= 1;
        }
        let between_tags = before.is_empty() && (out.ends_with('>') || out.is_empty());
        let follows_block = out.rsplit('<').next().is_some_and(|last| {
            BLOCKS.contains(&last.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default())
        });
        if is_block && between_tags && follows_block && !out.is_empty() && !(is_end && last_tag_opens(&out, name)) {
            out += "\n";
            out += &"  ".repeat(depth);
        }
        out += tag;
        if !is_end && is_block && !is_void {
            depth += 1;
        }
        rest = after;
    }
    out + rest + "\n"
}

fn last_tag_opens(out: &str, name: &str) -> bool {
    out.rsplit('<').next().is_some_and(|tag| tag.split([' ', '>']).next() == Some(name))
}

pub(crate) fn first_difference(page: &str, expected: &str) -> String {
    let differs = page.lines().zip(expected.lines()).find(|(is, should)| is != should);
    match differs {
        Some((is, should)) => format!("  says:   {is}\n  is:     {should}"),
        None => "  the page ends early or goes on".to_owned(),
    }
}
