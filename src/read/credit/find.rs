//! Where in a caption its credit stands; it knows places, and asks others what labels and names look like.

use std::ops::Range;

use super::label::{Label, Tie, label};
use super::names::{ends_in_terms, is_attribution, may_be_givers, may_be_names, names_somebody, reads_like_names};

/// A credit in a caption.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Where the caption ends.
    pub(super) caption: usize,
    /// The credit without the brackets around it.
    pub(super) credit: Range<usize>,
    /// Whether it is a part of the caption's last sentence, which keeps it.
    pub(super) is_in_sentence: bool,
}

/// How far from its end a caption is searched, in bytes: time stays linear, and no credit is longer.
const LONGEST: usize = 320;

/// Returns where the credit stands in a caption, if one ends it.
pub(super) fn find(text: &str) -> Option<Found> {
    let end = text.trim_end().len();
    let text = text.get(..end)?;
    let start = tail_start(text);
    match bracket(text, start) {
        Bracket::Closed(open) => {
            in_brackets(text, open).or_else(|| at_boundary(text, start)).or_else(|| in_sentence(text, start))
        }
        Bracket::Stray(end) => text.get(..end).and_then(|text| at_boundary(text, start)),
        Bracket::None => at_boundary(text, start).or_else(|| in_sentence(text, start)),
    }
    .or_else(|| of_many_words(text))
}

fn tail_start(text: &str) -> usize {
    let mut start = text.len().saturating_sub(LONGEST);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    start
}

/// The bracket that ends a text.
enum Bracket {
    /// It was opened here.
    Closed(usize),
    /// It was never opened; the text ends here without it.
    Stray(usize),
    /// There is none.
    None,
}

fn bracket(text: &str, start: usize) -> Bracket {
    let inner = text.trim_end_matches('.').trim_end_matches(CLOSING);
    if inner.len() == text.trim_end_matches('.').len() {
        return Bracket::None;
    }
    let mut depth = 0;
    for (at, c) in text.get(start..).unwrap_or_default().char_indices().rev() {
        if CLOSING.contains(&c) {
            depth += 1;
        } else if OPENING.contains(&c) {
            depth -= 1;
            if depth == 0 {
                return Bracket::Closed(start + at);
            }
        }
    }
    if start == 0 { Bracket::Stray(inner.len()) } else { Bracket::None }
}

const OPENING: [char; 4] = ['(', '[', '（', '［'];
const CLOSING: [char; 4] = [')', ']', '）', '］'];

fn in_brackets(text: &str, open: usize) -> Option<Found> {
    let inner = text.get(open..)?;
    let inner = inner.trim_start_matches(OPENING).trim_end_matches('.').trim_end_matches(CLOSING).trim();
    let start = text.get(open..)?.find(inner)? + open;
    let before = text.get(..open)?.trim_end();
    let is_credit = match label(inner) {
        Some(label) => is_labelled_credit(inner, label),
        None => is_attribution(inner) && (names_somebody(inner) || is_not_spelt_out(inner, before)),
    };
    is_credit.then(|| Found {
        caption: caption_end(text, said_before(text, open, inner).unwrap_or(open)),
        credit: start..start + inner.len(),
        is_in_sentence: false,
    })
}

/// Where the same credit in brackets stands right before, as those who pass pictures on leave it: every name of it is in
/// the later one.
fn said_before(text: &str, open: usize, credit: &str) -> Option<usize> {
    const NO_NAMES: &[&str] = &["by", "photo", "photograph", "via"];
    let before = text.get(..open)?.trim_end();
    let Bracket::Closed(start) = bracket(before, tail_start(before)) else { return None };
    let inner = before.get(start..)?;
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).filter(|word| !NO_NAMES.contains(&word.as_str())).collect()
    };
    let later = words(credit);
    let earlier = words(inner);
    (!earlier.is_empty() && earlier.iter().all(|word| later.contains(word))).then_some(start)
}

/// Initials in brackets may shorten the words before them, as in "the Environmental Protection Agency (EPA)".
fn is_not_spelt_out(initials: &str, before: &str) -> bool {
    let ends_sentence = before.is_empty() || before.ends_with(SENTENCE_ENDS);
    let capitals = before.split_whitespace().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase());
    let capitals: Vec<char> = capitals.collect();
    let letters: Vec<char> = initials.chars().collect();
    let is_short =
        letters.len() <= 2 && before.split_whitespace().last().is_some_and(|word| word.starts_with(char::is_uppercase));
    ends_sentence || !(capitals.ends_with(&letters) || is_short)
}

fn is_labelled_credit(phrase: &str, label: Label) -> bool {
    let names = phrase.get(label.len..).unwrap_or_default().trim();
    match label.tie {
        Tie::Colon => may_be_names(names),
        Tie::Courtesy => may_be_givers(names),
        Tie::By | Tie::Sign | Tie::Nothing => reads_like_names(names) || is_attribution(names),
        Tie::Alone => ends_in_terms(names) && reads_like_names(names),
    }
}

/// The first place in the tail where a credit may begin and the rest is one.
fn at_boundary(text: &str, start: usize) -> Option<Found> {
    let tail = text.get(start..)?;
    word_starts(tail).find_map(|at| {
        let phrase = tail.get(at..)?;
        let at = start + at;
        let is_credit = match (label(phrase), boundary(text, at)) {
            (Some(label), Boundary::Sentence) if label.tie == Tie::Nothing => {
                phrase.starts_with(char::is_uppercase) && is_attribution(phrase.get(label.len..)?)
            }
            (Some(label), Boundary::Sentence) => is_labelled_credit(phrase, label) || is_attribution(phrase),
            (Some(label), Boundary::Comma) => label.tie == Tie::Alone && is_labelled_credit(phrase, label),
            (Some(label), Boundary::Word) => is_plain_label(phrase, label),
            (None, Boundary::Sentence) => is_attribution(phrase),
            (None, Boundary::Comma | Boundary::Word) => false,
        };
        is_credit.then(|| found(text, at))
    })
}

fn found(text: &str, at: usize) -> Found {
    let credit = text.get(at..).unwrap_or_default();
    let end = said_before(text, at, credit).unwrap_or(at);
    Found { caption: caption_end(text, end), credit: at..text.len(), is_in_sentence: false }
}

fn word_starts(tail: &str) -> impl Iterator<Item = usize> {
    tail.char_indices().map(|(at, _)| at).filter(|at| starts_word(tail, *at))
}

fn starts_word(tail: &str, at: usize) -> bool {
    let before = tail.get(..at).and_then(|before| before.chars().next_back());
    let first = tail.get(at..).and_then(|rest| rest.chars().next());
    first.is_some_and(|c| !c.is_whitespace() && !OPENING.contains(&c))
        && before.is_none_or(|c| !c.is_alphanumeric() && c != '\'' && c != '’')
}

/// What stands between a caption and what may be its credit.
enum Boundary {
    Sentence,
    Comma,
    Word,
}

const SENTENCE_ENDS: [char; 14] = ['.', '!', '?', '…', '”', '"', '»', ')', ']', '|', '。', '！', '？', '؟'];
const DASHES: [char; 4] = ['–', '—', '•', '·'];

fn boundary(text: &str, at: usize) -> Boundary {
    let before = text.get(..at).unwrap_or_default();
    let caption = before.trim_end();
    let space = before.get(caption.len()..).unwrap_or_default();
    let is_wide = space.chars().count() > 1 || space.contains(['\n', '\t']);
    let ends =
        caption.ends_with(SENTENCE_ENDS) && !ends_in_initial(caption) && !(space.is_empty() && caption.ends_with('.'));
    let is_open = caption.ends_with(OPENING) && !text.get(at..).unwrap_or_default().contains(CLOSING);
    if caption.is_empty() || is_wide || ends || is_open || caption.ends_with(DASHES) {
        Boundary::Sentence
    } else if caption.ends_with(',') {
        Boundary::Comma
    } else {
        Boundary::Word
    }
}

/// "J." of "J. Smith", not the end of "the U.S.".
fn ends_in_initial(caption: &str) -> bool {
    let mut letters = caption.chars().rev().skip(1);
    let letter = letters.next().is_some_and(char::is_uppercase);
    caption.ends_with('.') && letter && letters.next().is_none_or(|c| c.is_whitespace() || c == '/')
}

/// A label in the middle of a line: it has a colon and stands out, or a name of two words or an agency follows.
fn is_plain_label(phrase: &str, label: Label) -> bool {
    let names = phrase.get(label.len..).unwrap_or_default();
    let word = phrase.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_capitals = word.len() > 1 && !word.contains(char::is_lowercase);
    let is_capitalised = word.starts_with(|c: char| !c.is_lowercase());
    let is_sign = phrase.starts_with('©');
    (label.tie == Tie::Colon || is_sign)
        && is_labelled_credit(phrase, label)
        && (is_sign || is_capitalised)
        && (is_sign || is_capitals || names.split_whitespace().count() > 1 || is_attribution(names))
}

/// The caption without the white space, the dash or the open bracket before its credit.
fn caption_end(text: &str, at: usize) -> usize {
    let loose =
        |c: char| c.is_whitespace() || OPENING.contains(&c) || DASHES.contains(&c) || matches!(c, '|' | ',' | '-');
    text.get(..at).unwrap_or_default().trim_end_matches(loose).len()
}

/// "Iceberg photo by A B on Unsplash.": the credit is a part of the sentence.
fn in_sentence(text: &str, start: usize) -> Option<Found> {
    let tail = text.get(start..)?;
    word_starts(tail).find_map(|at| {
        let phrase = tail.get(at..)?;
        let label = label(phrase).filter(|label| label.tie == Tie::By)?;
        let names = phrase.get(label.len..)?.trim_end_matches('.');
        let credit = start + at + label.len;
        (names_somebody(names) && is_attribution(names)).then(|| Found {
            caption: text.len(),
            credit: credit..credit + names.len(),
            is_in_sentence: true,
        })
    })
}

/// "By A B (probably …) [Public domain], via Wikimedia Commons": libraries write more than names into a credit.
fn of_many_words(text: &str) -> Option<Found> {
    let label = label(text).filter(|label| label.tie == Tie::Alone && text.len() <= LONGEST)?;
    ends_in_terms(text.get(label.len..)?).then(|| found(text, 0))
}
