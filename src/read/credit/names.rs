//! Whose names a credit holds; it knows names, agencies and what stands between them, not captions.

use super::agencies::{agency, is_remark};
use crate::model::{Contributor, Role, Text, is_letter_or_digit};
use crate::read::words;

/// A piece of a credit between two separators.
#[derive(Clone, Copy, Debug)]
struct Part<'t> {
    words: &'t str,
    before: Separator,
    kind: Kind<'t>,
}

impl Part<'_> {
    /// Whether it is an agency's name with a word for its pictures, as in "AP Photo".
    fn has_picture_word(&self) -> bool {
        matches!(self.kind, Kind::Agency(name) if name.len() < self.words.len())
    }
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
enum Kind<'t> {
    /// An agency, by its name without the words that it adds to it.
    Agency(&'t str),
    Remark,
    Name,
}

/// Small words inside of names and between them, which begin with no capital.
const SMALL_WORDS: &str = "a|al|and|at|bin|bint|courtesy|d|da|das|de|del|della|den|der|des|di|do|dos|du|e|el|en|et|file|for|\
                           für|from|ibn|la|le|of|och|og|on|photo|pool|pour|ten|ter|the|und|van|via|vom|von|y|zu|zum";

/// Words that end the name of an organisation which "for" continues.
const ORGANISATIONS: &str = "Academy|Agency|Association|Campaign|Center|Centre|Committee|Council|Department|Foundation|Fund|\
                             Institute|Office|Organisation|Organization|Program|Society";

/// Other words in the names of organisations that no person is called.
const HOUSES: &str = "Archiv|Archive|Archives|Archivio|Archivo|Board|Bibliothek|Collection|Company|Ministry|Museum|Museo|\
                      Musée|Police|Polizei|Productions|Studios|Universidad|Universität|Université|University";

/// What a credit says of those who had a part in the picture.
#[derive(Debug, Default)]
pub(super) struct Names<'t> {
    pub(super) creators: Vec<Contributor<'t>>,
    pub(super) provider: Option<Text<'t>>,
    /// Whether they begin with an agency's word for its pictures, as in "AP Photo/…".
    pub(super) begin_with_picture_word: bool,
}

/// Returns the names in a credit without its label.
pub(super) fn names(credit: &str, role: Option<Role>) -> Names<'_> {
    let mut names = Names::default();
    let (mut known, mut unknown) = (None, None);
    let parts = parts(credit);
    names.begin_with_picture_word = parts.first().is_some_and(Part::has_picture_word);
    // Makers are in the first run of names between hard separators that holds one.
    let (mut has_names, mut is_past) = (false, false);
    for part in parts {
        is_past |= has_names && part.before == Separator::Hard;
        match part.kind {
            Kind::Remark => {}
            Kind::Agency(name) => known = Some(name),
            Kind::Name if part.before == Separator::For => {
                if let Some(creator) = names.creators.last_mut() {
                    creator.affiliation = Some(part.words.into());
                }
            }
            Kind::Name if is_past || is_organisation(&part) => {
                has_names = true;
                unknown = Some(part.words);
            }
            Kind::Name => {
                has_names = true;
                names.creators.push(Contributor { name: part.words.into(), role, ..Contributor::default() });
            }
        }
    }
    // Where no agency is known, the last name that is none of a maker's.
    names.provider = known.or(unknown).map(Text::from);
    names
}

/// Returns the organisation that a picture was given by.
pub(super) fn giver(credit: &str) -> Names<'_> {
    let parts = parts(credit);
    let begin_with_picture_word = parts.first().is_some_and(Part::has_picture_word);
    let (mut known, mut last) = (None, parts.first().map(|_| bare(credit)));
    for part in parts {
        if let Kind::Agency(name) = part.kind {
            known = Some(name);
        }
        if part.before == Separator::Hard {
            last = Some(part.words);
        }
    }
    let words = known.or(last).map(|words| words.strip_prefix("the ").unwrap_or(words));
    Names { creators: Vec::new(), provider: words.map(Text::from), begin_with_picture_word }
}

/// Initials alone, "The Quay", "Harbour Museum", or what follows a comma and is no name of a person: "Ida Holm, NOAA".
fn is_organisation(part: &Part<'_>) -> bool {
    let is_one_word = !part.words.contains(char::is_whitespace);
    let is_short_of_person =
        is_one_word && (part.before == Separator::Comma || part.words.starts_with(words::is_capital));
    let has_kind = || part.words.split(' ').any(|word| words::has(ORGANISATIONS, word) || words::has(HOUSES, word));
    are_initials(part.words) || part.words.starts_with("The ") || is_short_of_person || has_kind()
}

fn are_initials(words: &str) -> bool {
    const MOST: usize = 6;
    !words::is_longer(words, MOST) && words.chars().all(words::is_capital)
}

/// No line of names is longer, in bytes: what stands beside a separator is looked at anew for each of them.
pub(super) const LONGEST: usize = 1000;

fn parts(credit: &str) -> Vec<Part<'_>> {
    /// No credit has as many; the rest of a longer one stays in its last part.
    const MOST: usize = 16;
    let mut parts: Vec<Part<'_>> = Vec::new();
    if credit.len() > LONGEST {
        return parts;
    }
    let (mut start, mut before, mut depth) = (0, Separator::Start, 0_u32);
    for (at, c) in credit.char_indices() {
        match c {
            _ if c.is_ascii_alphanumeric() => {}
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && at >= start && parts.len() < MOST => {
                if let Some((len, separator)) = separator_at(credit, start, at, c) {
                    add(&mut parts, credit.get(start..at).unwrap_or_default(), before);
                    (start, before) = (at + len, separator);
                }
            }
            _ => {}
        }
    }
    add(&mut parts, credit.get(start..).unwrap_or_default(), before);
    parts
}

/// The separator that a character begins, and its length without the space at its end, which may begin the next
/// separator: "A /B via C".
fn separator_at(credit: &str, start: usize, at: usize, first: char) -> Option<(usize, Separator)> {
    match first {
        '/' | '|' | '•' | '·' => Some((first.len_utf8(), Separator::Hard)),
        // "AAP: …" is an agency and whose picture it is.
        ':' | '＝' if agency(credit.get(start..at)?).is_some() => Some((first.len_utf8(), Separator::Hard)),
        ',' | '،' | '、' | ';' => Some((first.len_utf8(), Separator::Comma)),
        ' ' => {
            let rest = credit.get(at + 1..)?;
            let (word, right) = rest.split_at_checked(rest.bytes().position(|byte| byte == b' ')?)?;
            let right = right.get(1..)?;
            let left = credit.get(start..at)?;
            let separator = separator_word(word, left, right)?;
            let more = if word == "courtesy" || right.starts_with("behalf of ") { right.find(' ')? + 1 } else { 0 };
            Some((1 + word.len() + more, separator))
        }
        _ => None,
    }
}

/// What a word between spaces separates, in every language that uses it.
fn separator_word(word: &str, left: &str, right: &str) -> Option<Separator> {
    let separator = match word {
        "via" | "–" | "—" | "-" => return Some(Separator::Hard),
        "courtesy" => return right.starts_with("of ").then_some(Separator::Hard),
        "on" if right.starts_with("behalf of ") => Separator::For,
        "on" => Separator::Hard,
        "für" | "pour" | "para" | "for" => Separator::For,
        "and" | "und" | "och" | "og" | "et" | "y" => Separator::And,
        _ => return None,
    };
    let left = left.trim();
    let has_organisation = || words::find(ORGANISATIONS, &mut |word| left.contains(word)).is_some();
    let ends_in_organisation = || words::find(ORGANISATIONS, &mut |word| left.ends_with(word)).is_some();
    let stands = match separator {
        Separator::And => (left.contains(' ') || are_initials(left)) && !has_organisation(),
        Separator::For => agency(left).is_some() || (left.contains(' ') && !ends_in_organisation()),
        Separator::Hard | Separator::Comma | Separator::Start => {
            agency(words::up_to(right.trim_start(), ",/.")).is_some()
        }
    };
    stands.then_some(separator)
}

fn add<'t>(parts: &mut Vec<Part<'t>>, words: &'t str, before: Separator) {
    let words = bare(words);
    let words = words.strip_prefix("and ").unwrap_or(words);
    if words.is_empty() {
        return;
    }
    let kind = if let Some(name) = agency(words) {
        Kind::Agency(name)
    } else if is_remark(words) || words.starts_with("of ") {
        Kind::Remark
    } else {
        Kind::Name
    };
    parts.push(Part { words, before, kind });
}

/// A name without remarks in brackets after it, its year and the marks around it.
fn bare(words: &str) -> &str {
    let remark = words.as_bytes().windows(2).position(|pair| matches!(pair, b" (" | b" ["));
    let words = remark.and_then(|start| words.get(..start)).unwrap_or(words);
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '\'' | '"' | ')' | '(' | '[' | ']');
    let words = words::trim(words, is_mark);
    let words = words.strip_prefix("© ").unwrap_or(words).trim();
    let is_year = |year: &str| year.len() == 4 && words::are_digits(year);
    match (words.split_once(' '), words.rsplit_once(' ')) {
        (_, Some((name, year))) if is_year(year) => name.trim_end(),
        (Some((year, name)), _) if is_year(year) => name.trim_start(),
        _ => words,
    }
}

/// No phrase with more words in small letters reads like names.
const MOST_PLAIN: usize = 2;

/// How the words of a phrase are spelt, up to one word more in small letters than names have.
#[derive(Debug, Default)]
struct Spelling {
    names: usize,
    plain: usize,
}

fn spelling(mut phrase: &str) -> Spelling {
    /// Words that begin a title or a sentence, not a name.
    const NO_NAMES: &str = "An|Are|From|How|In|Is|Left|Right|This|What|When|Where|Why|With";
    let mut spelling = Spelling::default();
    while let Some(word) = words::next_between(&mut phrase, |c| c.is_whitespace() || matches!(c, '/' | ',' | '|')) {
        let word = words::trim(word, |c| !is_letter_or_digit(c));
        let word = words::up_to(word, "'’");
        if word.is_empty() || words::has(SMALL_WORDS, word) {
            continue;
        }
        let is_sign = |c: char| words::is_capital(c) || c.is_ascii_digit() || matches!(c, '.' | '_' | '@');
        let is_name = !word.starts_with(words::is_small) || word.contains(is_sign) || agency(word).is_some();
        if is_name && !words::has(NO_NAMES, word) {
            spelling.names += 1;
        } else {
            spelling.plain += 1;
        }
        if spelling.plain > MOST_PLAIN {
            break;
        }
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
    let is_pseudonym = names == 0 && (1..=MOST_PLAIN).contains(&plain);
    let is_gift = (phrase.contains("courtesy") || phrase.contains("Courtesy")) && may_be_givers(phrase);
    reads_like_names(phrase) || is_gift || is_attribution(phrase) || (is_pseudonym && !has_sentences(phrase))
}

/// Returns whether a phrase can say who gave a picture: "the Holm family".
pub(super) fn may_be_givers(phrase: &str) -> bool {
    let Spelling { names, plain } = spelling(phrase);
    names > 0 && plain <= MOST_PLAIN && !has_sentences(phrase)
}

/// Returns whether a phrase without a label is a credit: names and at least one agency that is known.
pub(in crate::read) fn is_attribution(phrase: &str) -> bool {
    if has_sentences(phrase) {
        return false;
    }
    let parts = parts(phrase);
    let (mut agencies, mut others) = (0, 0);
    let (mut has_hard, mut ends_known) = (false, false);
    for part in &parts {
        agencies += usize::from(matches!(part.kind, Kind::Agency(_)));
        others += usize::from(matches!(part.kind, Kind::Agency(_) | Kind::Remark));
        has_hard |= part.before == Separator::Hard;
        if part.kind != Kind::Remark {
            ends_known = matches!(part.kind, Kind::Agency(_));
        }
    }
    let begins_known = matches!(parts.as_slice(), [Part { kind: Kind::Agency(_), .. }, ..]);
    let is_tied = has_hard || others > 1;
    (ends_known || (has_hard && begins_known))
        && parts
            .iter()
            .all(|part| matches!(part.kind, Kind::Agency(_) | Kind::Remark) || fits(part.words, is_tied, agencies))
}

/// Whether a part of an attribution can be a name beside so many agencies.
fn fits(name: &str, is_tied: bool, agencies: usize) -> bool {
    const MOST_WORDS: usize = 5;
    let words = words::count(name);
    if words > MOST_WORDS || name.contains(['©', ':', '：']) {
        return false;
    }
    let Spelling { names, plain } = spelling(name);
    if names == 0 {
        return is_tied && words <= 2;
    }
    // Two libraries leave no doubt, even where a part of the name has no capital.
    (plain == 0 || (agencies > 1 && names > plain)) && (is_tied || words > 1)
}

/// Returns whether an attribution names somebody beside agencies.
pub(super) fn names_somebody(phrase: &str) -> bool {
    parts(phrase).iter().any(|part| part.kind == Kind::Name)
}

/// Returns whether a phrase ends in an agency or a licence.
pub(super) fn ends_in_terms(phrase: &str) -> bool {
    let parts = parts(phrase);
    parts.last().is_some_and(|part| match part.before {
        Separator::Hard => matches!(part.kind, Kind::Agency(_)),
        Separator::Comma => super::agencies::is_licence(part.words),
        Separator::Start | Separator::And | Separator::For => false,
    })
}

/// Whether a full stop, an exclamation mark or a question mark ends a sentence inside of the phrase. Initials and
/// short forms do not.
fn has_sentences(phrase: &str) -> bool {
    const SHORT_FORMS: &str = "Co|Corp|Dr|Inc|Jr|Ltd|Mr|Mrs|Ms|Prof|Sr|St";
    for (at, mark) in phrase.bytes().enumerate() {
        if !matches!(mark, b'.' | b'!' | b'?')
            || !phrase.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
        {
            continue;
        }
        let word = last_word(phrase.get(..at).unwrap_or_default());
        if mark != b'.' || (words::is_longer(word, 1) && !words::has(SHORT_FORMS, word)) {
            return true;
        }
    }
    false
}

/// Returns the letters and digits that a text ends in.
pub(super) fn last_word(text: &str) -> &str {
    let before = words::trim_end(text, is_letter_or_digit);
    text.get(before.len()..).unwrap_or_default()
}
