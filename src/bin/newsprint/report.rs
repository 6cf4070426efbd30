//! What was found, for a terminal or as JSON; it knows how findings look, not how they are found.

use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use newsprint::Finding;
use newsprint::diagnostic::Severity;
use newsprint::json::Writer;
use newsprint::read::Place;

use crate::files::Input;

/// What was found in a file.
pub(crate) struct Report<'r> {
    pub(crate) file: &'r Input,
    pub(crate) text: &'r str,
    pub(crate) findings: &'r [Finding],
}

impl Report<'_> {
    /// The findings one below the other, each pointing into the source.
    pub(crate) fn snippets(&self) -> String {
        let renderer = Renderer::styled().decor_style(DecorStyle::Unicode);
        let mut out = String::new();
        for finding in self.findings {
            out.push_str(&renderer.render(&[self.snippet(finding)]));
            out.push_str("\n\n");
        }
        let _ = writeln!(out, "{}: {}", self.file, count(self.findings));
        out
    }

    fn snippet<'s>(&'s self, finding: &'s Finding) -> Group<'s> {
        let diagnostic = &finding.diagnostic;
        let title = level(diagnostic.severity()).primary_title(&diagnostic.message).id(diagnostic.code.as_str());
        let Some(place) = &finding.place else { return title.element(Origin::path(self.file.to_string())) };
        let (line, span) = window(self.text, place);
        let is_whole = !line.starts_with(CUT);
        let snippet = Snippet::source(line).line_start(place.line).annotation(AnnotationKind::Primary.span(span));
        let path = self.file.to_string();
        let group = if is_whole {
            title.element(snippet.path(path))
        } else {
            // What is counted in a line that is cut is not what is counted in the file.
            title.element(Origin::path(path).line(place.line).char_column(place.column)).element(snippet)
        };
        match place.pointer.as_deref().filter(|pointer| !pointer.is_empty()) {
            Some(pointer) => group.element(Level::NOTE.message(format!("at `{pointer}`"))),
            None => group,
        }
    }

    /// An array of objects, in the order of the source.
    pub(crate) fn json(&self) -> String {
        let mut json = Writer::indented();
        json.array(|json| {
            for finding in self.findings {
                json.object(|json| write_finding(finding, json));
            }
        });
        json.finish() + "\n"
    }
}

fn write_finding(finding: &Finding, json: &mut Writer) {
    let diagnostic = &finding.diagnostic;
    json.key("code").string(diagnostic.code.as_str());
    json.key("severity").string(diagnostic.severity().as_str());
    json.key("message").string(&diagnostic.message);
    if let Some(place) = &finding.place {
        for (key, number) in [("offset", place.offset), ("line", place.line), ("column", place.column)] {
            json.key(key).integer(i64::try_from(number).unwrap_or(i64::MAX));
        }
        if let Some(pointer) = &place.pointer {
            json.key("pointer").string(pointer);
        }
    }
}

/// What is shown of a line before and after the place: a document may be one line of a megabyte.
const BEFORE: usize = 40;
const AFTER: usize = 76;
/// Stands for what is not shown.
const CUT: char = '…';

/// The part of the line around a place, and in it the span that is pointed at.
fn window(text: &str, place: &Place) -> (String, Range<usize>) {
    let (before, after) = text.split_at_checked(place.offset).unwrap_or((text, ""));
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = after.split('\n').next().unwrap_or_default().trim_end();
    let start = before.char_indices().rev().take(BEFORE).last().map_or(before.len(), |(at, _)| at);
    let end = after.char_indices().nth(AFTER).map_or(after.len(), |(at, _)| at);
    let mut line = String::new();
    line.extend((start > 0).then_some(CUT));
    line.push_str(before.get(start..).unwrap_or_default());
    let from = line.len();
    let shown = after.get(..end).unwrap_or_default();
    line.push_str(shown);
    let to = from + pointed_at(shown, place.pointer.is_some());
    if end < after.len() {
        line.push(CUT);
    }
    (line, from..to.max(from))
}

/// How much of a line is what the place is of: a value of JSON, a tag, or else all that is left.
fn pointed_at(shown: &str, is_json: bool) -> usize {
    let end = match shown.bytes().next() {
        Some(b'"') if is_json => end_of_string(shown),
        Some(b'{' | b'[') if is_json => Some(shown.trim_end_matches(',').len()),
        Some(_) if is_json => shown.find([',', ']', '}', ' ']),
        Some(b'<') => shown.find('>').map(|end| end + 1),
        Some(_) | None => None,
    };
    end.unwrap_or(shown.len())
}

fn end_of_string(shown: &str) -> Option<usize> {
    let mut is_escaped = false;
    let is_end = |(_, c): &(usize, char)| {
        let is_end = *c == '"' && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        is_end
    };
    shown.char_indices().skip(1).find(is_end).map(|(at, _)| at + 1)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
}

/// Says on standard error what was found, if anything was.
pub(crate) fn summary(file: &Input, findings: &[Finding]) {
    if !findings.is_empty() {
        let hint = match file {
            Input::StandardInput => "newsprint check -".to_owned(),
            Input::File(path) => format!("newsprint check {}", path.display()),
        };
        anstream::eprintln!("{file}: {}; see `{hint}`", count(findings));
    }
}

/// Says on standard error why a command could not be carried out.
pub(crate) fn fail(sentence: &str) {
    let title = Level::ERROR.primary_title(sentence);
    anstream::eprintln!("{}", Renderer::styled().render(&[Group::with_title(title)]));
}

/// "1 error, 2 warnings", or that there is nothing to say.
fn count(findings: &[Finding]) -> String {
    let counts = [(Severity::Error, "error"), (Severity::Warning, "warning"), (Severity::Info, "remark")].map(
        |(severity, word)| {
            let count = findings.iter().filter(|finding| finding.diagnostic.severity() == severity).count();
            match count {
                0 => None,
                1 => Some(format!("1 {word}")),
                _ => Some(format!("{count} {word}s")),
            }
        },
    );
    let counts = counts.into_iter().flatten().collect::<Vec<_>>();
    if counts.is_empty() { "nothing to remark".to_owned() } else { counts.join(", ") }
}
