//! Finds the lines above a headline that name the section of a site; it knows how short they are, not what they are
//! called.

use super::lines::Paragraph;
use super::{ends_sentence, header, holds_header_line, is_headline};
use crate::model::is_letter;
use crate::read::words;

/// How many lines are looked at.
const MOST: usize = 8;

/// Returns the names of sections above a headline, and how many paragraphs they are. The next paragraph comes last.
pub(super) fn names<'a>(rest: &[Paragraph<'_, 'a>]) -> (Vec<&'a str>, usize) {
    let (mut names, mut taken) = (Vec::new(), 0);
    let mut paragraphs = rest.iter().rev();
    while let Some(next) = paragraphs.next() {
        match next {
            // Signs between them may have lines of their own.
            Paragraph::Line(line) if words::trim_start_of(line, ">›»→/|·•").is_empty() => {}
            Paragraph::Line(line) if taken < MOST && is_name(line) => names.push(*line),
            Paragraph::Line(_) | Paragraph::Wrapped(_) | Paragraph::Lines(_) | Paragraph::List(_) => {
                let is_below = |name: &&str| is_headline_below(*next, name);
                let has_more = paragraphs.next().is_some();
                return if has_more && names.last().is_some_and(is_below) { (names, taken) } else { (Vec::new(), 0) };
            }
        }
        taken += 1;
    }
    (Vec::new(), 0)
}

fn is_name(line: &str) -> bool {
    const MOST_WORDS: usize = 2;
    const LONGEST: usize = 24;
    /// Nothing parts the words of some scripts.
    const LONGEST_WORD: usize = 6;
    let longest = if line.is_ascii() || line.contains(is_cased) { LONGEST } else { LONGEST_WORD };
    !words::is_longer(line, longest)
        && words::count(line) <= MOST_WORDS
        && line.contains(is_letter)
        && !line.contains(|c: char| c.is_ascii_digit())
        && !ends_sentence(line)
        && !header::is_single(line)
}

/// Whether a paragraph is a headline, and the line above it no more than the name of a section.
fn is_headline_below(next: Paragraph<'_, '_>, name: &str) -> bool {
    const FEWEST_WORDS: usize = 4;
    const FEWEST_LETTERS: usize = 4;
    let text = next.text();
    let is_word_in_capitals = is_loud(name) && !name.contains(char::is_whitespace) && !is_loud(&text);
    let has_spaces = text.contains(is_cased);
    let is_longer = words::count(&text) >= FEWEST_WORDS || (!has_spaces && text.len() > FEWEST_LETTERS * name.len());
    (is_word_in_capitals || is_longer)
        && !ends_sentence(words::trim_end_of(&text, "!?！？"))
        && !holds_header_line(next)
        && is_headline(next, 2)
}

fn is_loud(line: &str) -> bool {
    line.contains(words::is_capital) && !line.contains(words::is_small)
}

/// Whether a letter is of a script that has capitals and parts its words.
fn is_cased(c: char) -> bool {
    words::is_small(c) || words::is_capital(c)
}
