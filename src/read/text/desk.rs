//! What stands around a text for those who handle it and not for readers: the header of a mail, an embargo, notes to
//! editors, what follows the end; it knows the words of agencies and press offices, not what an article is made of.

use super::super::source::{offset_in, shortened};
use super::super::words;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Block, Heading, is_letter, is_letter_or_digit, plain_text};

/// The names of lines in the header of a mail.
const MAIL: &str = "from|to|cc|subject|date|sent|von|an|betreff|datum|de|à|objet|para|asunto|fra|til|emne";
const EMBARGO: &str = "embargoed until|embargoed for|embargoed to|embargoed:|embargo:|embargo until|under embargo|\
    strictly embargoed|for release on|for release at|for release:|not for publication before|sperrfrist";
/// What names the subject of a mail, and what an answer or a mail passed on has before it.
const SUBJECT: &str = "subject|betreff|objet|asunto|emne";
const PASSED_ON: &str = "re|fwd|fw|aw|wg|tr|rv";
/// Whom editors may ask, above the text.
const CONTACT: &str = "contact|contacts|media contact|media contacts|press contact|press contacts|media enquiries|\
    pressekontakt|contact presse|contacto";
/// Whom they may ask, wherever that stands.
const OF_PRESS: &str = "media contact|media contacts|press contact|press contacts|pressekontakt|\
    ansprechpartner für die presse|ansprechpartnerin für die presse|presseanfragen|medienkontakt|contact presse|\
    contacto de prensa|contatto stampa|perscontact";
/// What an agency writes where more of its text follows.
const MORE: &str = "(more)|-more-|- more -";
/// How agencies and press offices begin a line to editors, and how they begin to say above the text what is new in it.
const TO_EDITORS: &str = "eds:|eds.:|(eds:|((|for immediate release|keywords:";
const NEWS: &str = "(adds|(updates|(updates:|(recasts|(rewrites|(writes through|(repeats";
/// Lines that a note in brackets may have after its first one, and a signature below a mail.
const LINES_OF_NOTE: usize = 4;
const LINES_OF_SIGNATURE: usize = 12;
/// What a press office calls what it sends.
const RELEASE: &str = "press release|news release|media release|pressemitteilung|medienmitteilung|\
    communiqué de presse|nota de prensa|comunicado de prensa|comunicato stampa|persbericht|pressmeddelande|\
    pressemelding|pressemeddelelse";
/// The line that ends what may be printed. The last ones are words of any text where nothing sets them off.
const END: &str = "ends|notes to editors|notes for editors|note to editors|end of release";
const END_SET_OFF: &str = "end|ende|30";
/// The heading, and the sentence, above what the dpa says to editors alone: places, contacts, addresses.
const NOTES: &str = "notizblock|dpa-notizblock|die folgenden informationen sind nicht zur veröffentlichung bestimmt";

/// What stood around a text and says something of it.
#[derive(Default)]
pub(super) struct Around<'a> {
    /// What the text calls itself.
    pub(super) label: Option<&'a str>,
    /// What the mail is about.
    pub(super) subject: Option<&'a str>,
}

/// Empties the lines that no reader is to see, and reports them.
pub(super) fn clear<'a>(lines: &mut [&'a str], text: &str, diagnostics: &mut Diagnostics) -> Around<'a> {
    const FIRST: usize = 6;
    let mail = mail_header(lines);
    let mut around = Around { subject: mail.iter().find_map(|line| after_colon(line, SUBJECT)), label: None };
    while let Some(rest) = around.subject.and_then(|subject| after_colon(subject, PASSED_ON)) {
        around.subject = Some(rest);
    }
    if let Some(first) = mail.first() {
        diagnostics.add(Code::BlockUnknown, offset_in(text, first), "the header of a mail is left out");
        mail.fill("");
    }
    let is_mail = around.subject.is_some();
    let mut report = |code: Code, line: &str, before: &str, after: &str| {
        let message = [before, "`", &shortened(line), "`", after].concat();
        diagnostics.add(code, offset_in(text, line), message);
    };
    let (mut seen, mut is_contact) = (0, false);
    let mut rest = lines;
    while let Some((line, following)) = rest.split_first_mut() {
        let bare = line.trim_start();
        seen += usize::from(!line.is_empty());
        if line.is_empty() {
            is_contact = false;
        } else if is_contact {
            *line = "";
        } else if (seen <= FIRST && after_colon(bare, CONTACT).is_some()) || after_colon(bare, OF_PRESS).is_some() {
            report(Code::BlockUnknown, line, "", " and what stands below it is for editors; it is left out");
            is_contact = true;
            *line = "";
        } else if seen > 1 && is_end(line) {
            if following.iter().any(|line| !line.is_empty()) {
                report(Code::BlockUnknown, line, "what follows ", " is for editors; it is left out");
            }
            *line = "";
            following.fill("");
            break;
        } else if *line == "--" && (is_mail || begins_signature(text, line)) && is_signature(following) {
            report(Code::BlockUnknown, line, "what follows ", " is the signature of a mail; it is left out");
            *line = "";
            following.fill("");
            break;
        } else if words::after(bare, TO_EDITORS).is_some()
            || (seen <= FIRST && says_news(bare))
            || words::has_lower(MORE, bare)
            || bare == "MORE"
            || (seen == 1 && is_slug(bare))
        {
            report(Code::BlockUnknown, line, "", " is for editors; it is left out");
            for more in following.get_mut(..more_of_note(bare, following)).unwrap_or_default() {
                *more = "";
            }
            *line = "";
        } else if seen <= FIRST && words::after(line, EMBARGO).is_some() {
            report(Code::ArticleEmbargoed, line, "the article must not be published yet: ", "");
            *line = "";
        } else if seen <= FIRST && around.label.is_some() && is_number(line) {
            report(Code::BlockUnknown, line, "", " is the number of a release; it is left out");
            *line = "";
        } else if seen <= FIRST && words::after(line, RELEASE).is_some_and(is_number) {
            around.label = Some(std::mem::take(line));
        }
        rest = following;
    }
    around
}

/// Drops the blocks that an agency adds for editors, whatever the format, and reports them.
pub(in crate::read) fn cut_notes(blocks: &mut Vec<Block<'_>>, diagnostics: &mut Diagnostics) {
    let begins_notes = |block: &Block<'_>| {
        let (Block::Heading(Heading { content: line, .. }) | Block::Paragraph(line)) = block else { return false };
        words::has_lower(NOTES, words::trim(&plain_text(line), |c| !is_letter_or_digit(c)))
    };
    if let Some(first) = blocks.iter().position(begins_notes) {
        blocks.truncate(first);
        diagnostics.add(Code::BlockUnknown, None, "the notes at the end are for editors; they are left out");
    }
}

/// What follows a word of a list and a colon.
fn after_colon<'a>(line: &'a str, list: &str) -> Option<&'a str> {
    words::after_sign(words::after(line, list)?, ":：").map(str::trim)
}

/// The lines up to the first empty one, if they are what a mail has before its text.
fn mail_header<'l, 'a>(lines: &'l mut [&'a str]) -> &'l mut [&'a str] {
    let start = lines.iter().position(|line| !line.is_empty()).unwrap_or_default();
    let rest = lines.get_mut(start..).unwrap_or_default();
    let end = rest.iter().position(|line| line.is_empty()).unwrap_or_default();
    let header = rest.get_mut(..end).unwrap_or_default();
    let name = |line: &str| line.split_once(": ").map(|(name, _)| name.to_owned()).filter(|name| !name.contains(' '));
    let known = header.iter().filter(|line| name(line).is_some_and(|name| words::has_lower(MAIL, &name))).count();
    let is_header = known > 1 && header.iter().all(|line| words::begins_with(line, " \t") || name(line).is_some());
    if is_header { header } else { &mut [] }
}

/// Whether a line, or a note that goes on below it, says what is new in a text and no more.
fn says_news(line: &str) -> bool {
    words::after(line, NEWS).is_some() && (line.ends_with(')') || !line.contains(')'))
}

/// How many lines a note in brackets goes on for.
fn more_of_note(line: &str, following: &[&str]) -> usize {
    if !line.starts_with('(') || line.ends_with(')') {
        return 0;
    }
    let paragraph = following.iter().take(LINES_OF_NOTE).take_while(|line| !line.is_empty());
    paragraph.enumerate().find(|(_, line)| line.ends_with(')')).map_or(0, |(last, _)| last + 1)
}

/// Whether a line is "-- ", which parts a mail from its signature (RFC 3676, 4.3).
fn begins_signature(text: &str, line: &str) -> bool {
    offset_in(text, line).and_then(|start| text.get(start..)).is_some_and(|rest| rest.starts_with("-- "))
}

fn is_signature(following: &[&str]) -> bool {
    following.iter().filter(|line| !line.is_empty()).count() <= LINES_OF_SIGNATURE
}

/// "BC-SKERRY-FERRY, 1st Ld" or "SKERRY-FERRY/ (UPDATE 1)": what an agency calls a text among others.
fn is_slug(line: &str) -> bool {
    let line = words::up_to(line, ",(").trim_end();
    !line.contains(char::is_whitespace)
        && line.contains(is_letter)
        && !line.contains(words::is_small)
        && (line.matches('-').count() > 1 || line.ends_with('/'))
}

/// Whether what follows the name of a release is nothing, or its number.
fn is_number(rest: &str) -> bool {
    const NUMBER: &str = "nr.|nr|no.|no|n°|#";
    let rest = rest.trim();
    !words::after(rest, NUMBER).unwrap_or(rest).contains(is_letter)
}

fn is_end(line: &str) -> bool {
    let bare = words::trim(line, |c| !is_letter_or_digit(c));
    words::has_lower(END, bare) || line == "END" || (bare.len() < line.len() && words::has_lower(END_SET_OFF, bare))
}
