//! The credit of a picture: finds it in a caption and reads who is named; it knows the words that newsrooms write,
//! not the formats that they come in.
//!
//! Precision comes first: words that may belong to the caption stay in it. A caption with a credit in it can still be
//! read; a caption that lost its last words says something else.

mod agencies;
mod find;
mod label;
mod maker;
mod names;

use std::borrow::Cow;

use super::words;
use crate::model::{Contributor, Credit, Inline, Role, Text, Url, is_letter, plain_text};

use find::{Found, ends_in_name_of, find, find_again, has_names_of};
use label::{Label, Shown, Tie, label};

pub(super) use label::{BY, is_notice, is_source};
pub(super) use names::is_attribution;

/// Returns the caption without the credit that ends it, and the credit.
///
/// A credit that is a part of the caption's sentence stays there too, and is hidden elsewhere.
pub(super) fn split<'a>(caption: Vec<Inline<'a>>) -> (Vec<Inline<'a>>, Option<Credit<'a>>) {
    let text = plain_text(&caption);
    match find(&text) {
        Some(found) => split_line(caption, &text, found),
        None => (caption, None),
    }
}

/// Returns the caption and the credit of what has a field for each: a credit that ends the caption goes, if one of the
/// two has all names of the other, and the one that has more is the credit.
pub(super) fn settle<'a>(caption: Vec<Inline<'a>>, given: Option<Credit<'a>>) -> (Vec<Inline<'a>>, Option<Credit<'a>>) {
    let Some(given) = given else { return split(caption) };
    if given.is_hidden || given.text.len() > names::LONGEST {
        return (caption, Some(given));
    }
    let said = unlabelled(&given.text).line;
    let text = plain_text(&caption);
    let found = if ends_in_name_of(&text, said) { find(&text).or_else(|| find_again(&text, said)) } else { None };
    let (rest, found) = match found {
        Some(found) => split_line(caption.clone(), &text, found),
        None => return (caption, Some(given)),
    };
    let Some(found) = found.filter(|found| !found.is_hidden) else { return (caption, Some(given)) };
    if has_names_of(said, &found.text) {
        let url = given.url.or(found.url);
        return (rest, Some(Credit { url, ..given }));
    }
    if has_names_of(&found.text, said) {
        return (rest, Some(Credit { provider: found.provider.or(given.provider), ..found }));
    }
    (caption, Some(given))
}

/// The line keeps what stands before the end of the caption; a link in the rest is the credit's.
fn split_line<'a>(mut line: Vec<Inline<'a>>, text: &str, found: Found) -> (Vec<Inline<'a>>, Option<Credit<'a>>) {
    let Found { credit, is_in_sentence, .. } = found;
    let words = |line: &[Inline<'a>], before: usize| match line {
        [Inline::Text(text)] => text.slice(credit.start - before..credit.end - before),
        _ => text.get(credit.clone()).unwrap_or_default().to_owned().into(),
    };
    if is_in_sentence {
        // A label that says no more than ours gives way to ours, here and below.
        let credit = read_text(words(&line, 0)).0;
        return (line, Some(Credit { is_hidden: true, ..credit }));
    }
    let mut start = 0;
    let Some(index) = line.iter().position(|inline| {
        let len = plain_text(std::slice::from_ref(inline)).len();
        start += len;
        start > found.caption
    }) else {
        return (line, None);
    };
    let rest = line.split_off(index);
    let before = plain_text(&line).len();
    let cut = found.caption - before;
    match rest.first() {
        Some(Inline::Text(text)) => {
            line.extend(Some(text.slice(0..cut)).filter(|text| !text.is_blank()).map(Inline::Text))
        }
        Some(_) if cut > 0 => {
            // The credit begins inside of a mark: nothing is taken out of it.
            line.extend(rest);
            return (line, None);
        }
        Some(_) | None => {}
    }
    let url = rest.iter().find_map(|inline| if let Inline::Link(link) = inline { link.href.clone() } else { None });
    let credit = read_text(words(&rest, before)).0;
    (line, Some(Credit { url, ..credit }))
}

/// Returns what a line says that the publisher gives as the credit. It is shown as it is, label and all, but for links
/// as Markdown has them: their words stay, and the first of them leads where it did.
pub(super) fn credit(line: Text<'_>) -> Credit<'_> {
    let (line, url) = without_links(line);
    let line = line.trimmed();
    let (said, has_label) = read_text(line.clone());
    Credit { text: line, is_labelled: has_label, url, ..said }
}

/// Returns whether a credit with a label ends a text.
pub(super) fn is_announced(text: &str) -> bool {
    find(text).is_some_and(|found| is_labelled(text, &found))
}

/// Returns whether a text is nothing but a credit with a label.
pub(super) fn is_announced_alone(text: &str) -> bool {
    find(text).is_some_and(|found| found.caption == 0 && is_labelled(text, &found))
}

fn is_labelled(text: &str, found: &Found) -> bool {
    !found.is_in_sentence && text.get(found.credit.clone()).is_some_and(|credit| read(credit).1)
}

fn without_links(line: Text<'_>) -> (Text<'_>, Option<Url<'static>>) {
    let (mut out, mut rest, mut url) = (String::new(), &*line, None);
    while let Some((words, after)) = rest.split_once("](")
        && let (Some((before, words)), Some((address, behind))) = (words.rsplit_once('['), after.split_once(')'))
    {
        out.extend([before, words]);
        url = url.or_else(|| Url::parse(address.to_owned()).ok());
        rest = behind;
    }
    if out.is_empty() { (line, None) } else { ([&out, rest].concat().into(), url) }
}

/// Reads a credit whose makers are known: the line says no more than who else had part in it.
pub(super) fn credit_by<'a>(line: Text<'a>, creators: Vec<Contributor<'a>>) -> Credit<'a> {
    let said = credit(line);
    if creators.is_empty() {
        return said;
    }
    let provider = said.provider.filter(|name| !creators.iter().any(|creator| name.contains(&*creator.name)));
    Credit { creators, provider, ..said }
}

/// Returns a name without the e-mail address beside it, which is private; an address alone is no name.
pub(super) fn without_address(name: Text<'_>) -> Option<Text<'_>> {
    let is_address = |word: &str| word.find('@').is_some_and(|at| at > 0) && word.contains('.');
    if !is_address(&name) {
        return Some(name);
    }
    let words = name.split_whitespace().filter(|word| !is_address(word)).collect::<Vec<_>>().join(" ");
    let words = words::trim(&words, |c| matches!(c, '(' | ')'));
    (!words.is_empty()).then(|| words.to_owned().into())
}

/// Returns a name without the word that our bylines begin with as well.
pub(super) fn without_by(name: Text<'_>) -> Text<'_> {
    match name.get(..3) {
        Some(by) if by.eq_ignore_ascii_case("by ") => name.slice(3..name.len()).trimmed(),
        Some(_) | None => name,
    }
}

/// Returns whether words read like names: everything but the small words has a capital.
pub(super) fn are_names(words: &str) -> bool {
    names::reads_like_names(words)
}

/// Returns whether words are the name of an agency.
pub(super) fn is_agency(words: &str) -> bool {
    agencies::agency(words) == Some(words)
}

/// Returns the people that a line of names holds, with what they did, and the organisation that it ends in.
pub(super) fn people(line: &str, role: Role) -> (Vec<Contributor<'_>>, Option<Text<'_>>) {
    let names = names::names(line, Some(role));
    (names.creators, names.provider)
}

/// Reads a line as [`read`] does, and copies what it says if the line does not live as long as the article.
fn read_text(line: Text<'_>) -> (Credit<'_>, bool) {
    match line.into_cow() {
        Cow::Borrowed(line) => read(line),
        Cow::Owned(line) => {
            let (credit, has_label) = read(&line);
            (owned(credit), has_label)
        }
    }
}

/// A line without the labels that ours stands for.
struct Unlabelled<'t> {
    line: &'t str,
    /// The first label that went.
    gone: Option<Label>,
    /// The label that stays.
    kept: Option<Label>,
}

/// A label that ours stands for goes, and so does one behind it.
fn unlabelled(line: &str) -> Unlabelled<'_> {
    let mut line = tidy(line);
    let mut gone = None;
    loop {
        let label = label(line).filter(|label| label.len < line.len());
        match label {
            Some(Label { len, shown: Shown::Replaced, .. }) => {
                gone = gone.or(label);
                line = tidy(line.get(len..).unwrap_or_default());
            }
            Some(Label { shown: Shown::Kept, .. }) | None => break Unlabelled { line, gone, kept: label },
        }
    }
}

/// Returns what a line says without its label, and whether it had one of any kind.
fn read(line: &str) -> (Credit<'_>, bool) {
    let Unlabelled { line, gone, kept } = unlabelled(line);
    let spoken = kept.is_none().then(|| maker::maker(line).or_else(|| medium(line))).flatten();
    let rest = spoken.or_else(|| line.get(kept?.len..)).unwrap_or(line);
    let names = match gone.or(kept) {
        Some(Label { tie: Tie::Courtesy, .. }) => names::giver(rest),
        Some(Label { role, .. }) => names::names(rest, role),
        None => names::names(rest, None),
    };
    let is_labelled = kept.is_some() || spoken.is_some() || names.begin_with_picture_word;
    let credit = Credit {
        text: line.into(),
        is_labelled,
        creators: names.creators,
        provider: names.provider,
        ..Credit::default()
    };
    (credit, is_labelled || gone.is_some())
}

/// What follows a word and a colon, such as "Film: …" in whatever language: nobody is called like that, but agencies.
fn medium(line: &str) -> Option<&str> {
    let (word, names) = line.split_once([':', '：'])?;
    let is_word = word.chars().all(is_letter) && !word.chars().all(words::is_capital);
    let is_address = names.starts_with("//");
    (is_word && !is_address && agencies::agency(word).is_none())
        .then(|| names.trim_start())
        .filter(|names| !names.is_empty())
}

/// The line without the brackets and quotation marks around it and its full stop.
pub(super) fn tidy(mut line: &str) -> &str {
    loop {
        let tidied = tidy_once(line);
        if tidied.len() == line.len() {
            return line;
        }
        line = tidied;
    }
}

fn tidy_once(line: &str) -> &str {
    const SHORT_FORMS: &str = "Co|Corp|Inc|Jr|Ltd|Sr|St";
    let mut line = line.trim();
    for (open, close) in [('(', ')'), ('[', ']'), ('（', '）'), ('\'', '\''), ('"', '"')] {
        let inner = line.strip_prefix(open).and_then(|line| line.strip_suffix(close));
        line = inner.filter(|inner| !inner.contains([open, close])).unwrap_or(line).trim();
    }
    let Some(sentence) = line.strip_suffix('.') else { return line };
    if sentence.ends_with('.') {
        return sentence.trim_end_matches('.');
    }
    let last = names::last_word(sentence);
    let is_initial = last.chars().all(words::is_capital) && !words::is_longer(last, 1) && !last.is_empty();
    if is_initial || words::has(SHORT_FORMS, last) { line } else { sentence.trim_end() }
}

fn owned(credit: Credit<'_>) -> Credit<'static> {
    Credit {
        text: copied(&credit.text),
        is_labelled: credit.is_labelled,
        creators: credit.creators.iter().map(copied_name).collect(),
        provider: credit.provider.as_ref().map(copied),
        ..Credit::default()
    }
}

/// Copies what a line says of somebody, where the line does not live as long as the article.
pub(super) fn copied_name(person: &Contributor<'_>) -> Contributor<'static> {
    Contributor {
        name: copied(&person.name),
        role: person.role,
        is_organization: person.is_organization,
        affiliation: person.affiliation.as_ref().map(copied),
        ..Contributor::default()
    }
}

fn copied(text: &Text<'_>) -> Text<'static> {
    text.as_str().to_owned().into()
}

#[cfg(test)]
mod tests;
