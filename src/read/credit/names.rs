//! Whose names a credit holds; it knows names, agencies and what stands between them, not captions.

use super::agencies::{agency, is_remark};
use crate::model::{Contributor, Role, Text};

/// A piece of a credit between two separators.
#[derive(Clone, Copy, Debug)]
struct Part<'t> {
    words: &'t str,
    before: Separator,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    /// The start of the credit.
    Start,
    /// Between somebody and the agency: a slash, a bar, "via", "on".
    Hard,
    /// Between equals, or before an organisation: a comma.
    Comma,
    /// Between equals: "and".
    And,
    /// Before whom the picture was made for.
    For,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Agency,
    Remark,
    Name,
}

/// The words that separate, in every language that uses them; the longer ones first.
const SEPARATORS: &[(&str, Separator)] = &[
    (" courtesy of ", Separator::Hard),
    (" on behalf of ", Separator::For),
    (" via ", Separator::Hard),
    (" on ", Separator::Hard),
    (" für ", Separator::For),
    (" pour ", Separator::For),
    (" para ", Separator::For),
    (" for ", Separator::For),
    (" and ", Separator::And),
    (" und ", Separator::And),
    (" och ", Separator::And),
    (" og ", Separator::And),
    (" et ", Separator::And),
    (" y ", Separator::And),
    ("/", Separator::Hard),
    ("|", Separator::Hard),
    ("•", Separator::Hard),
    ("·", Separator::Hard),
    (" – ", Separator::Hard),
    (" — ", Separator::Hard),
    (" - ", Separator::Hard),
    (",", Separator::Comma),
    ("،", Separator::Comma),
    ("、", Separator::Comma),
    (";", Separator::Comma),
];

/// Small words inside of names and between them, which begin with no capital.
const SMALL_WORDS: &[&str] = &[
    "a", "al", "and", "at", "bin", "bint", "courtesy", "d", "da", "das", "de", "del", "della", "den", "der", "des",
    "di", "do", "dos", "du", "e", "el", "en", "et", "file", "for", "für", "from", "ibn", "la", "le", "of", "och", "og",
    "on", "photo", "pool", "pour", "ten", "ter", "the", "und", "van", "via", "vom", "von", "y", "zu", "zum",
];

/// Words that end the name of an organisation which "for" continues.
const ORGANISATIONS: &[&str] = &[
    "Academy",
    "Agency",
    "Association",
    "Campaign",
    "Center",
    "Centre",
    "Committee",
    "Council",
    "Department",
    "Foundation",
    "Fund",
    "Institute",
    "Office",
    "Organisation",
    "Organization",
    "Program",
    "Society",
];

/// What a credit says of those who had a part in the picture.
#[derive(Debug, Default)]
pub(super) struct Names<'t> {
    pub(super) creators: Vec<Contributor<'t>>,
    pub(super) provider: Option<Text<'t>>,
}

/// Returns the names in a credit without its label.
pub(super) fn names(credit: &str, role: Option<Role>) -> Names<'_> {
    let parts = parts(credit);
    let is_makers = makers(&parts);
    let mut names = Names::default();
    let mut provider = None;
    for (part, is_maker) in parts.iter().zip(is_makers) {
        match part.kind {
            Kind::Remark => {}
            Kind::Agency => provider = agency(part.words),
            Kind::Name if part.before == Separator::For => {
                if let Some(creator) = names.creators.last_mut() {
                    creator.affiliation = Some(part.words.into());
                }
            }
            Kind::Name if is_maker => {
                names.creators.push(Contributor { name: part.words.into(), role, ..Contributor::default() });
            }
            Kind::Name => {}
        }
    }
    names.provider = provider.or_else(|| unknown_provider(&parts)).map(Text::from);
    names
}

/// Returns the organisation that a picture was given by.
pub(super) fn giver(credit: &str) -> Names<'_> {
    let parts = parts(credit);
    let known = parts.iter().rev().find_map(|part| agency(part.words));
    let last = || parts.iter().rfind(|part| part.before == Separator::Hard).map(|part| part.words);
    let words = known.or_else(last).or_else(|| parts.first().map(|_| bare(credit)));
    let words = words.map(|words| words.strip_prefix("the ").unwrap_or(words));
    Names { creators: Vec::new(), provider: words.map(Text::from) }
}

/// Which parts name makers: those of the first run between hard separators that holds a name, up to an organisation.
fn makers(parts: &[Part<'_>]) -> Vec<bool> {
    let mut run = 0;
    let mut run_of_makers = None;
    let mut is_makers = Vec::with_capacity(parts.len());
    for part in parts {
        run += usize::from(part.before == Separator::Hard);
        let is_name = part.kind == Kind::Name && part.before != Separator::For;
        let is_maker = is_name && *run_of_makers.get_or_insert(run) == run && !is_organisation(part);
        is_makers.push(is_maker);
    }
    is_makers
}

/// Initials alone, "The Quay", or what follows a comma and is no name of a person: "Ida Holm, NOAA".
fn is_organisation(part: &Part<'_>) -> bool {
    let is_short_of_person = part.before == Separator::Comma && !part.words.contains(char::is_whitespace);
    are_initials(part.words) || part.words.starts_with("The ") || is_short_of_person
}

fn are_initials(words: &str) -> bool {
    const MOST: usize = 6;
    words.chars().count() <= MOST && words.chars().all(char::is_uppercase)
}

/// The last name that is none of a maker's, where no agency is known.
fn unknown_provider<'t>(parts: &[Part<'t>]) -> Option<&'t str> {
    let is_makers = makers(parts);
    let is_other = |part: &Part<'_>| part.kind == Kind::Name && part.before != Separator::For;
    let others = parts.iter().zip(is_makers).filter(|(part, is_maker)| !is_maker && is_other(part));
    others.map(|(part, _)| part.words).next_back()
}

fn parts(credit: &str) -> Vec<Part<'_>> {
    /// No credit has as many; the rest of a longer one stays in its last part.
    const MOST: usize = 16;
    let mut parts: Vec<Part<'_>> = Vec::new();
    let (mut start, mut before, mut depth) = (0, Separator::Start, 0_u32);
    let mut skip_to = 0;
    for (at, c) in credit.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && at >= skip_to && parts.len() < MOST => {
                if let Some((len, separator)) = separator_at(credit, start, at) {
                    parts.extend(part(credit.get(start..at).unwrap_or_default(), before));
                    (start, before, skip_to) = (at + len, separator, at + len);
                }
            }
            _ => {}
        }
    }
    parts.extend(part(credit.get(start..).unwrap_or_default(), before));
    parts
}

fn separator_at(credit: &str, start: usize, at: usize) -> Option<(usize, Separator)> {
    let rest = credit.get(at..)?;
    let (word, separator) = SEPARATORS.iter().find(|(word, _)| rest.starts_with(word))?;
    let left = credit.get(start..at)?.trim();
    let right = rest.get(word.len()..)?.trim_start();
    let stands = match separator {
        Separator::For if agency(left).is_some() => true,
        Separator::For => left.contains(' ') && !ORGANISATIONS.iter().any(|word| left.ends_with(word)),
        Separator::Hard if *word == " on " => {
            right.split([',', '/', '.']).next().is_some_and(|to| agency(to).is_some())
        }
        Separator::And => {
            (left.contains(' ') || are_initials(left)) && !ORGANISATIONS.iter().any(|word| left.contains(word))
        }
        Separator::Hard | Separator::Comma | Separator::Start => true,
    };
    // A space that begins the next separator must be left to it: "A /B via C".
    let spaces = usize::from(word.ends_with(' '));
    stands.then_some((word.len() - spaces, *separator))
}

fn part(words: &str, before: Separator) -> Option<Part<'_>> {
    let words = bare(words);
    let words = words.strip_prefix("and ").unwrap_or(words);
    let kind = match words {
        "" => return None,
        _ if agency(words).is_some() => Kind::Agency,
        _ if is_remark(words) || words.starts_with("of ") => Kind::Remark,
        _ => Kind::Name,
    };
    Some(Part { words, before, kind })
}

/// A name without remarks in brackets after it, its year and the marks around it.
fn bare(words: &str) -> &str {
    let words = words.split_once(" (").or_else(|| words.split_once(" [")).map_or(words, |(name, _)| name);
    let words = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\'' | '"' | ')' | '(' | '[' | ']'));
    let words = words.trim_start_matches("© ").trim();
    let is_year = |year: &str| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    match (words.split_once(' '), words.rsplit_once(' ')) {
        (_, Some((name, year))) if is_year(year) => name.trim_end(),
        (Some((year, name)), _) if is_year(year) => name.trim_start(),
        _ => words,
    }
}

/// How the words of a phrase are spelt.
#[derive(Debug, Default)]
struct Spelling {
    names: usize,
    plain: usize,
}

fn spelling(phrase: &str) -> Spelling {
    /// Words that begin a title or a sentence, not a name.
    const NO_NAMES: &[&str] = &["An", "Are", "How", "In", "Is", "This", "What", "When", "Where", "Why", "With"];
    let mut spelling = Spelling::default();
    for word in phrase.split(|c: char| c.is_whitespace() || matches!(c, '/' | ',' | '|')) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        let word = word.split(['\'', '’']).next().unwrap_or(word);
        if word.is_empty() || SMALL_WORDS.contains(&word) {
            continue;
        }
        let is_name = !word.starts_with(char::is_lowercase)
            || word.contains(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '_' | '@'))
            || agency(word).is_some();
        let is_name = is_name && !NO_NAMES.contains(&word);
        spelling.names += usize::from(is_name);
        spelling.plain += usize::from(!is_name);
    }
    spelling
}

/// Returns whether a phrase after a label reads like names: everything but the small words has a capital.
pub(super) fn reads_like_names(phrase: &str) -> bool {
    let spelling = spelling(phrase);
    spelling.names > 0 && spelling.plain == 0 && !has_sentences(phrase)
}

/// Returns whether a phrase after a label with a colon can be names: a pseudonym has no capital.
pub(super) fn may_be_names(phrase: &str) -> bool {
    let Spelling { names, plain } = spelling(phrase);
    let is_pseudonym = names == 0 && (1..=2).contains(&plain);
    let is_gift = phrase.to_ascii_lowercase().contains("courtesy") && may_be_givers(phrase);
    reads_like_names(phrase) || is_gift || is_attribution(phrase) || (is_pseudonym && !has_sentences(phrase))
}

/// Returns whether a phrase can say who gave a picture: "the Holm family".
pub(super) fn may_be_givers(phrase: &str) -> bool {
    let Spelling { names, plain } = spelling(phrase);
    names > 0 && plain <= 2 && !has_sentences(phrase)
}

/// Returns whether a phrase without a label is a credit: names and at least one agency that is known.
pub(super) fn is_attribution(phrase: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let parts = parts(phrase);
    let has_hard = parts.iter().any(|part| part.before == Separator::Hard);
    let agencies = parts.iter().filter(|part| part.kind == Kind::Agency).count();
    let is_tied = has_hard || parts.iter().filter(|part| part.kind != Kind::Name).count() > 1;
    let fits = |part: &Part<'_>| {
        let Spelling { names, plain } = spelling(part.words);
        let words = part.words.split_whitespace().count();
        // Two libraries leave no doubt, even where a part of the name has no capital.
        let is_name = names > 0 && (plain == 0 || (agencies > 1 && names > plain)) && (is_tied || words > 1);
        let is_pseudonym = names == 0 && words <= 2;
        part.kind != Kind::Name
            || (!part.words.contains('©') && words <= MOST_WORDS && (is_name || (is_tied && is_pseudonym)))
    };
    let ends_known = |part: Option<&Part<'_>>| part.is_some_and(|part| part.kind == Kind::Agency);
    let known =
        ends_known(parts.iter().rfind(|part| part.kind != Kind::Remark)) || (has_hard && ends_known(parts.first()));
    known && parts.iter().all(fits) && !has_sentences(phrase)
}

/// Returns whether an attribution names somebody beside agencies.
pub(super) fn names_somebody(phrase: &str) -> bool {
    parts(phrase).iter().any(|part| part.kind == Kind::Name)
}

/// Returns whether a phrase ends in an agency or a licence.
pub(super) fn ends_in_terms(phrase: &str) -> bool {
    let parts = parts(phrase);
    parts.last().is_some_and(|part| match part.before {
        Separator::Hard => part.kind == Kind::Agency,
        Separator::Comma => super::agencies::is_licence(part.words),
        Separator::Start | Separator::And | Separator::For => false,
    })
}

/// Whether a full stop, an exclamation mark or a question mark ends a sentence inside of the phrase. Initials and
/// short forms do not.
fn has_sentences(phrase: &str) -> bool {
    const SHORT_FORMS: &[&str] = &["Co", "Corp", "Dr", "Inc", "Jr", "Ltd", "Mr", "Mrs", "Ms", "Prof", "Sr", "St"];
    phrase.match_indices(['.', '!', '?']).any(|(at, mark)| {
        let is_last = !phrase.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
        let before = phrase.get(..at).unwrap_or_default();
        let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        !is_last && (mark != "." || !(SHORT_FORMS.contains(&word) || word.chars().nth(1).is_none()))
    })
}

/// Returns whether the credit begins with an agency's word for its pictures, as in "AP Photo/…".
pub(super) fn begins_with_picture_word(credit: &str) -> bool {
    parts(credit).first().is_some_and(|part| agency(part.words).is_some_and(|agency| agency.len() < part.words.len()))
}
