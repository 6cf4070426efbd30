//! Whether a text is Markdown; it knows the marks that authors type and nothing of what they mean.
//!
//! The files below it tell components, the text of editors, front matter, blocks by their names, and XML.
//!
//! Plain text has hyphens, asterisks and underscores too. One mark that nobody types by accident decides; of the
//! others, two kinds do.

pub(super) mod component;
pub(super) mod editor;
pub(super) mod front_matter;
pub(super) mod kind;
pub(super) mod xml;

use super::words;
use crate::model::is_letter_or_digit;

/// Returns whether a text is Markdown.
pub(super) fn is_markdown(text: &str) -> bool {
    if front_matter::extent(text).is_some() {
        return true;
    }
    let mut kinds = [false; 4];
    let mut is_after_text = false;
    text.lines().any(|line| {
        let line = line.trim_end();
        let start = line.trim_start_matches(' ');
        if line.len() - start.len() < 4 && (begins_certainly(start) || (is_after_text && is_underline(start))) {
            return true;
        }
        is_after_text = !start.is_empty();
        if has_address(line) {
            return true;
        }
        if let Some(kind) = mark(start).and_then(|kind| kinds.get_mut(kind)) {
            *kind = true;
        }
        kinds.iter().filter(|kind| **kind).count() > 1
    })
}

/// A heading, a fence, a box, the line under a table's head, or the definition of an address or a note.
fn begins_certainly(line: &str) -> bool {
    let after_hashes = line.trim_start_matches('#');
    let is_heading = (1..=6).contains(&(line.len() - after_hashes.len())) && after_hashes.starts_with(' ');
    let is_definition = line.starts_with('[') && line.split_once("]: ").is_some_and(|(label, _)| !label.contains(' '));
    let is_block = words::after_exactly(line, "```|~~~|> [!").is_some();
    is_heading || is_definition || is_block || is_table(line)
}

fn is_table(line: &str) -> bool {
    line.contains("--") && line.contains('|') && line.bytes().all(|b| b"|-: ".contains(&b))
}

fn is_underline(line: &str) -> bool {
    line.len() >= 3 && line.bytes().all(|b| b == b'=')
}

/// A link or a picture with an address, or a reference to a note.
fn has_address(line: &str) -> bool {
    line.contains("](") || line.contains("[^")
}

/// Marks that a line of plain text may bear as well, by kind.
fn mark(line: &str) -> Option<usize> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after_digits = line.get(digits..).unwrap_or_default();
    if line.starts_with("> ") {
        Some(0)
    } else if words::after_exactly(line, "- |* |+ ").is_some() {
        Some(1)
    } else if (1..=3).contains(&digits) && after_digits.starts_with(". ") {
        // Plain text has lists of both kinds.
        Some(1)
    } else if !line.bytes().any(|byte| matches!(byte, b'*' | b'_' | b'~' | b'`')) {
        None
    } else if is_paired(line, "**") || is_paired(line, "__") || is_paired(line, "~~") || is_paired(line, "`") {
        Some(2)
    } else if is_paired(line, "*") || is_paired(line, "_") {
        Some(3)
    } else {
        None
    }
}

/// Whether a mark stands right before a word and right after one.
fn is_paired(line: &str, mark: &str) -> bool {
    let Some((before, rest)) = line.split_once(mark) else { return false };
    let Some((inside, _)) = rest.split_once(mark) else { return false };
    !before.ends_with(is_letter_or_digit)
        && !inside.is_empty()
        && !inside.starts_with(|c: char| c.is_whitespace() || mark.contains(c))
        && !inside.ends_with(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::is_markdown;

    #[test]
    fn markdown() {
        for text in [
            "# Ferry late",
            "Ferry late\n==========",
            "---\ntitle: x\n---\n",
            "+++\ntitle = 'x'\n+++\n",
            "See [the timetable](/t).",
            "![](a.jpg)",
            "a\n\n```\nx\n```",
            "| a | b |\n|---|---|",
            "Late.[^1]",
            "**The ferry** was late.\n\n- one\n- two",
            "> It was late.\n\nSo *very* late.",
            "See [the timetable].\n\n[timetable]: /t",
        ] {
            assert!(is_markdown(text), "{text:?}");
        }
    }

    #[test]
    fn plain_text() {
        for text in [
            "Home > News > Ferry late\n\nFerry late\n\nThe ferry was late.",
            "Ferry late\n\n- one\n- two\n\n– It was late, he said.\n\n* * *\n\nMore.",
            "Ferry late\n----------\n\nThe ferry was late (again) [sic].",
            "It costs 5 * 3 * 2 or snake_case_name and #ferry.",
            "---\n\nThe ferry was late.\n\n---\n\nMore.",
            "Ferry late\n\n1. One\n2. Two\n\n- ENDS -",
        ] {
            assert!(!is_markdown(text), "{text:?}");
        }
    }
}
