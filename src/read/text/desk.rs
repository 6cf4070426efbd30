//! What stands around a text for those who handle it and not for readers: the header of a mail, an embargo, notes to
//! editors, what follows the end; it knows the words of agencies and press offices, not what an article is made of.

use super::super::source::{offset_in, shortened};
use super::super::words;
use crate::diagnostic::{Code, Diagnostics};

/// The names of lines in the header of a mail.
const MAIL: &str = "from|to|cc|subject|date|sent|von|an|betreff|datum|de|à|objet|para|asunto|fra|til|emne";
const EMBARGO: &str = "embargoed until|embargoed for|embargoed to|embargoed:|embargo:|embargo until|under embargo|\
    strictly embargoed|for release on|for release at|for release:|not for publication before|sperrfrist";
/// How agencies and press offices begin a line to editors.
const TO_EDITORS: &str = "eds:|eds.:|(eds:|((|for immediate release";
/// What a press office calls what it sends.
const RELEASE: &str = "press release|news release|media release|pressemitteilung|medienmitteilung|\
    communiqué de presse|nota de prensa|comunicado de prensa|comunicato stampa|persbericht|pressmeddelande|\
    pressemelding|pressemeddelelse";
/// The line that ends what may be printed. The last ones are words of any text where nothing sets them off.
const END: &str = "ends|notes to editors|notes for editors|note to editors|end of release";
const END_SET_OFF: &str = "end|ende|30";

/// Empties the lines that no reader is to see, and reports them; returns what the text calls itself, if it does.
pub(super) fn clear<'a>(lines: &mut [&'a str], text: &str, diagnostics: &mut Diagnostics) -> Option<&'a str> {
    const FIRST: usize = 6;
    let mail = mail_header(lines);
    if let Some(first) = mail.first() {
        diagnostics.add(Code::BlockUnknown, offset_in(text, first), "the header of a mail is left out");
        mail.fill("");
    }
    let mut report = |code: Code, line: &str, before: &str, after: &str| {
        let message = [before, "`", &shortened(line), "`", after].concat();
        diagnostics.add(code, offset_in(text, line), message);
    };
    let (mut label, mut seen) = (None, 0);
    let mut rest = lines;
    while let Some((line, following)) = rest.split_first_mut() {
        seen += usize::from(!line.is_empty());
        if line.is_empty() {
            // It says nothing.
        } else if seen > 1 && is_end(line) {
            if following.iter().any(|line| !line.is_empty()) {
                report(Code::BlockUnknown, line, "what follows ", " is for editors; it is left out");
            }
            *line = "";
            following.fill("");
            break;
        } else if words::after(line, TO_EDITORS).is_some() || (seen == 1 && is_slug(line)) {
            report(Code::BlockUnknown, line, "", " is for editors; it is left out");
            *line = "";
        } else if seen <= FIRST && words::after(line, EMBARGO).is_some() {
            report(Code::ArticleEmbargoed, line, "the article must not be published yet: ", "");
            *line = "";
        } else if seen <= FIRST && words::has_lower(RELEASE, line) {
            label = Some(std::mem::take(line));
        }
        rest = following;
    }
    label
}

/// The lines up to the first empty one, if they are what a mail has before its text.
fn mail_header<'l, 'a>(lines: &'l mut [&'a str]) -> &'l mut [&'a str] {
    let start = lines.iter().position(|line| !line.is_empty()).unwrap_or_default();
    let rest = lines.get_mut(start..).unwrap_or_default();
    let end = rest.iter().position(|line| line.is_empty()).unwrap_or_default();
    let header = rest.get_mut(..end).unwrap_or_default();
    let name = |line: &str| line.split_once(": ").map(|(name, _)| name.to_owned()).filter(|name| !name.contains(' '));
    let known = header.iter().filter(|line| name(line).is_some_and(|name| words::has_lower(MAIL, &name))).count();
    let is_header = known > 1 && header.iter().all(|line| line.starts_with([' ', '\t']) || name(line).is_some());
    if is_header { header } else { &mut [] }
}

/// "BC-SKERRY-FERRY": what an agency calls a text among others.
fn is_slug(line: &str) -> bool {
    !line.contains(char::is_whitespace)
        && line.contains(char::is_alphabetic)
        && !line.contains(words::is_small)
        && line.matches('-').count() > 1
}

fn is_end(line: &str) -> bool {
    let bare = words::trim(line, |c| !c.is_alphanumeric());
    words::has_lower(END, bare) || line == "END" || (bare.len() < line.len() && words::has_lower(END_SET_OFF, bare))
}
