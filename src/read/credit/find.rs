//! Where in a caption its credit stands; it knows places, and asks others what labels and names look like.

use std::ops::Range;

use super::label::{Label, Tie, label};
use super::maker::find_maker;
use super::names::{ends_in_terms, is_attribution, may_be_givers, may_be_names, names_somebody, reads_like_names};
use super::{agencies, is_agency};
use crate::model::{is_digit, is_letter, is_letter_or_digit};
use crate::read::words;

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
    let text = text.trim_end();
    let start = tail_start(text);
    let (searched, may_be_in_sentence, last) = match bracket(text, start) {
        Bracket::Closed(open) => match in_brackets(text, open) {
            // A credit does not begin within the brackets.
            None => (text, true, open),
            found @ Some(_) => return found,
        },
        Bracket::Stray(end) => (text.get(..end)?, false, end),
        Bracket::None => (text, true, text.len()),
    };
    let found = in_tail(searched, start, may_be_in_sentence).or_else(|| of_many_words(text));
    found.filter(|found| found.caption <= last).or_else(|| {
        let credit = find_maker(text, start)?;
        Some(Found { caption: caption_end(text, credit.start), credit, is_in_sentence: false })
    })
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
    let text = text.trim_end_matches('.');
    if !words::ends_with(text, CLOSING) {
        return Bracket::None;
    }
    let mut depth = 0;
    for (at, c) in text.get(start..).unwrap_or_default().char_indices().rev() {
        if CLOSING.contains(c) {
            depth += 1;
        } else if OPENING.contains(c) {
            depth -= 1;
            if depth == 0 {
                return Bracket::Closed(start + at);
            }
        }
    }
    if start == 0 { Bracket::Stray(words::trim_end_of(text, CLOSING).len()) } else { Bracket::None }
}

const OPENING: &str = "([（［";
const CLOSING: &str = ")]）］";

fn in_brackets(text: &str, open: usize) -> Option<Found> {
    let inner = text.get(open..)?;
    let inner = words::trim_start_of(inner, OPENING).trim_end_matches('.');
    let inner = words::trim_end_of(inner, CLOSING).trim();
    let start = text.get(open..)?.find(inner)? + open;
    let before = text.get(..open)?.trim_end();
    let is_credit = match label(inner) {
        Some(label) => {
            let is_of_agency = |(names, agency): (&str, &str)| is_agency(agency) && is_labelled_credit(names, label);
            is_labelled_credit(inner, label) || inner.rsplit_once(". ").is_some_and(is_of_agency)
        }
        None => {
            (is_attribution(inner) && (names_somebody(inner) || is_not_spelt_out(inner, before)))
                || agencies::is_gift(inner)
                || (ends_sentence(before) && words::count(inner) > 1 && are_makers(inner))
        }
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
    let before = text.get(..open)?.trim_end();
    let Bracket::Closed(start) = bracket(before, tail_start(before)) else { return None };
    has_names_of(credit, before.get(start..)?).then_some(start)
}

/// Returns where a credit that is known stands in a caption: in the brackets that end it, after its last sentence, or
/// behind a label that a comma or a dash sets off.
pub(super) fn find_again(text: &str, credit: &str) -> Option<Found> {
    let text = text.trim_end();
    let is_again = |names: &&str| has_names_of(names, credit) && has_names_of(credit, names);
    let again = |start: usize| text.get(start..).filter(is_again).map(|_| start);
    let after_sentence = || {
        let before = text.trim_end_matches('.').strip_suffix(credit)?.trim_end();
        (words::ends_with(before, SENTENCE_ENDS) && !ends_in_initial(before)).then_some(before.len()).and_then(again)
    };
    let tail = tail_start(text);
    let labelled = |(at, sign): (usize, &str)| {
        let phrase = text.get(tail + at + sign.len()..)?.trim_start();
        phrase.get(label(phrase)?.len..).filter(is_again).map(|_| tail + at)
    };
    let start = match bracket(text, tail) {
        Bracket::Closed(open) => again(open)?,
        Bracket::Stray(_) | Bracket::None => {
            let signs = || text.get(tail..)?.match_indices(|c| c == ',' || DASHES.contains(c)).find_map(labelled);
            after_sentence().or_else(signs)?
        }
    };
    Some(Found { caption: caption_end(text, start), credit: start..text.len(), is_in_sentence: false })
}

/// Whether a name of a credit stands where a caption is searched. Where none does, nothing there says the credit again.
pub(super) fn ends_in_name_of(text: &str, mut credit: &str) -> bool {
    let text = text.trim_end();
    let mut tail = text.get(tail_start(text)..).unwrap_or_default();
    let names = Vec::from_iter(std::iter::from_fn(|| next_name(&mut credit)));
    while let Some(word) = next_word(&mut tail) {
        // A letter is as long as its small one.
        if names.iter().any(|name| name.len() == word.len() && words::are_same(name, word)) {
            return true;
        }
    }
    false
}

/// Whether a credit has every name of another, which has some.
pub(super) fn has_names_of(credit: &str, mut other: &str) -> bool {
    let mut has_some = false;
    while let Some(name) = next_name(&mut other) {
        let mut rest = credit;
        loop {
            match next_name(&mut rest) {
                Some(own) if words::are_same(own, name) => break,
                Some(_) => {}
                None => return false,
            }
        }
        has_some = true;
    }
    has_some
}

fn next_name<'t>(text: &mut &'t str) -> Option<&'t str> {
    const NO_NAMES: &str = "by|photo|photograph|via";
    loop {
        let word = next_word(text)?;
        if !words::has_lower(NO_NAMES, word) {
            return Some(word);
        }
    }
}

fn next_word<'t>(text: &mut &'t str) -> Option<&'t str> {
    words::next_between(text, |c| !is_letter_or_digit(c))
}

/// Initials in brackets may shorten the words before them, as in "the Environmental Protection Agency (EPA)".
fn is_not_spelt_out(initials: &str, before: &str) -> bool {
    if before.is_empty() || words::ends_with(before, SENTENCE_ENDS) {
        return true;
    }
    let mut letters = initials.chars().rev();
    let mut letter = letters.next();
    let mut is_last = true;
    for first in before.split_whitespace().rev().filter_map(|word| word.chars().next()) {
        let is_capital = words::is_capital(first);
        if is_last && is_capital && !words::is_longer(initials, 2) {
            return false;
        }
        is_last = false;
        if is_capital && letter.is_some() {
            if letter != Some(first) {
                return true;
            }
            letter = letters.next();
        }
        if letter.is_none() {
            return false;
        }
    }
    letter.is_some()
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

/// The first place in the tail where a credit may begin and the rest is one, or else the first where a sentence says who
/// made the picture.
fn in_tail(text: &str, start: usize, may_be_in_sentence: bool) -> Option<Found> {
    let mut first_in_sentence = None;
    let mut before = None;
    for (at, c) in text.get(start..)?.char_indices() {
        let begins_word = before.is_none_or(|c: char| !is_letter_or_digit(c) && c != '\'' && c != '’');
        before = Some(c);
        if !begins_word || c.is_whitespace() || SET_OFF.contains(c) {
            continue;
        }
        let at = start + at;
        let phrase = text.get(at..)?;
        let label = label(phrase);
        if label.is_none() && OPENING.contains(c) {
            continue;
        }
        if begins_credit(text, at, phrase, label) {
            let end = said_before(text, at, phrase).unwrap_or(at);
            return Some(Found { caption: caption_end(text, end), credit: at..text.len(), is_in_sentence: false });
        }
        if let Some(Label { len, tie: Tie::By, .. }) = label
            && first_in_sentence.is_none()
            && may_be_in_sentence
        {
            first_in_sentence = in_sentence(text, at + len);
        }
    }
    first_in_sentence
}

fn begins_credit(text: &str, at: usize, phrase: &str, label: Option<Label>) -> bool {
    let Some(label) = label else {
        return boundary(text, at) == Boundary::Sentence && (is_attribution(phrase) || is_apart(text, at, phrase));
    };
    match boundary(text, at) {
        Boundary::Sentence if label.tie == Tie::Nothing => {
            phrase.starts_with(words::is_capital)
                && phrase.get(label.len..).is_some_and(|names| is_attribution(names) || is_name(names))
        }
        Boundary::Sentence => is_labelled_credit(phrase, label) || is_attribution(phrase),
        Boundary::Comma if label.tie == Tie::Alone => is_labelled_credit(phrase, label),
        Boundary::Comma | Boundary::Word => is_plain_label(phrase, label),
    }
}

/// Whether names that no agency is among stand apart from the caption: behind a bar, in the line below a sentence, or
/// with a slash between two of them.
fn is_apart(text: &str, at: usize, phrase: &str) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let is_below = || before.ends_with('\n') && ends_sentence(before.trim_end()) && is_name(phrase);
    let has_slash = || phrase.contains('/') && words::count(words::up_to(phrase, "/")) > 1;
    (before.trim_end().ends_with('|') || is_below() || has_slash()) && are_makers(phrase)
}

/// Whether a phrase is as long as the name of a person, or of two.
fn is_name(phrase: &str) -> bool {
    (2..=4).contains(&words::count(phrase)) && are_makers(phrase)
}

fn are_makers(phrase: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let may_be = phrase.starts_with(words::is_capital) && !phrase.contains(is_digit);
    may_be && words::count(phrase) <= MOST_WORDS && reads_like_names(phrase)
}

/// What stands between a caption and what may be its credit.
#[derive(Clone, Copy, PartialEq)]
enum Boundary {
    Sentence,
    Comma,
    Word,
}

const SENTENCE_ENDS: &str = ".!?…”\"»)]|。！？؟";
const DASHES: &str = "–—•·";
/// What sets a credit off and is no part of it.
const SET_OFF: &str = "–—•·|/＝=";

fn boundary(text: &str, at: usize) -> Boundary {
    let before = text.get(..at).unwrap_or_default();
    // Most words follow a word and a space.
    if let [.., last, b' '] = before.as_bytes()
        && last.is_ascii_alphanumeric()
    {
        return Boundary::Word;
    }
    let caption = before.trim_end();
    let space = before.get(caption.len()..).unwrap_or_default();
    let is_wide = words::is_longer(space, 1) || words::has_one_of(space, "\n\t");
    let ends = ends_sentence(caption) && !(space.is_empty() && caption.ends_with('.'));
    let is_open = words::ends_with(caption, OPENING) && !words::has_one_of(text.get(at..).unwrap_or_default(), CLOSING);
    let is_set_off = || words::ends_with(caption, SET_OFF) && (!caption.ends_with('/') || caption.ends_with(" /"));
    if caption.is_empty() || is_wide || ends || is_open || is_set_off() {
        Boundary::Sentence
    } else if caption.ends_with(',') {
        Boundary::Comma
    } else {
        Boundary::Word
    }
}

fn ends_sentence(caption: &str) -> bool {
    words::ends_with(caption, SENTENCE_ENDS) && !ends_in_initial(caption)
}

/// "J." of "J. Smith", not the end of "the U.S.".
fn ends_in_initial(caption: &str) -> bool {
    let mut letters = caption.chars().rev();
    letters.next() == Some('.')
        && letters.next().is_some_and(words::is_capital)
        && letters.next().is_none_or(|c| c.is_whitespace() || c == '/')
}

/// A label in the middle of a line: it has a colon and stands out, or a name of two words or an agency follows.
fn is_plain_label(phrase: &str, label: Label) -> bool {
    let names = phrase.get(label.len..).unwrap_or_default();
    let word = words::next_between(&mut { phrase }, |c| !is_letter(c)).unwrap_or_default();
    let is_capitals = word.len() > 1 && !word.contains(words::is_small);
    let is_capitalised = !phrase.starts_with(words::is_small);
    let is_sign = words::begins_with(phrase, "©ⓒ");
    (label.tie == Tie::Colon || is_sign)
        && is_labelled_credit(phrase, label)
        && (is_sign || is_capitalised)
        && (is_sign || is_capitals || words::count(names) > 1 || is_attribution(names))
}

/// The caption without the white space, the dash or the open bracket before its credit.
fn caption_end(text: &str, at: usize) -> usize {
    let is_loose =
        |c: char| c.is_whitespace() || OPENING.contains(c) || SET_OFF.contains(c) || matches!(c, ',' | '-' | '、');
    words::trim_end(text.get(..at).unwrap_or_default(), is_loose).len()
}

/// "Iceberg photo by A B on Unsplash.": the credit is a part of the sentence.
fn in_sentence(text: &str, at: usize) -> Option<Found> {
    let names = text.get(at..)?.trim_end_matches('.');
    (names_somebody(names) && is_attribution(names)).then(|| Found {
        caption: text.len(),
        credit: at..at + names.len(),
        is_in_sentence: true,
    })
}

/// "By A B (probably …) [Public domain], via Wikimedia Commons": libraries write more than names into a credit.
fn of_many_words(text: &str) -> Option<Found> {
    let label = label(text).filter(|label| label.tie == Tie::Alone && text.len() <= LONGEST)?;
    ends_in_terms(text.get(label.len..)?).then_some(Found { caption: 0, credit: 0..text.len(), is_in_sentence: false })
}
