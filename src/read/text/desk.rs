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
    let mut report = |code: Code, line: &str, message: &[&str]| {
        diagnostics.add(code, offset_in(text, line), message.concat());
    };
    let mail = mail_header(lines);
    if let Some(first) = mail.first() {
        report(Code::BlockUnknown, first, &["the header of a mail is left out"]);
        mail.fill("");
    }
    let (mut label, mut seen) = (None, 0);
    for at in 0..lines.len() {
        let Some(line) = lines.get_mut(at) else { break };
        let quoted = shortened(line);
        if line.is_empty() {
            continue;
        }
        seen += 1;
        if seen > 1 && is_end(line) {
            let rest = lines.get_mut(at..).unwrap_or_default();
            if rest.iter().skip(1).any(|line| !line.is_empty()) {
                let message = ["what follows `", &quoted, "` is for editors; it is left out"];
                report(Code::BlockUnknown, rest.first().unwrap_or(&""), &message);
            }
            rest.fill("");
            break;
        }
        if words::after(line, TO_EDITORS).is_some() || (seen == 1 && is_slug(line)) {
            report(Code::BlockUnknown, line, &["`", &quoted, "` is for editors; it is left out"]);
        } else if seen <= FIRST && words::after(line, EMBARGO).is_some() {
            report(Code::ArticleEmbargoed, line, &["the article must not be published yet: `", &quoted, "`"]);
        } else if seen <= FIRST && words::has_lower(RELEASE, line) {
            label = Some(*line);
        } else {
            continue;
        }
        *line = "";
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
