//! Lines into paragraphs and lists; it knows how plain text is laid out, not what an article is made of.

use crate::model::{Block, Inline, List, ListItem, Text, plain_line, plain_text};
use crate::read::words;

/// What stands between two empty lines, or a part of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Paragraph<'l, 'a> {
    /// A line of its own.
    Line(&'a str),
    /// Lines that were broken to fit a width.
    Wrapped(&'l [&'a str]),
    /// Lines whose ends are meant, as in a poem or an address.
    Lines(&'l [&'a str]),
    /// The items of a list, one or more lines each.
    List(&'l [&'a str]),
}

use Paragraph::{Line, Lines, Wrapped};

/// Lines longer than this were not broken to fit a width.
const WIDEST: usize = 90;
/// Lines shorter than this were not either.
const NARROWEST: usize = 40;

/// Returns the lines of a text without the white space at their ends.
pub(super) fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    for line in text.lines() {
        for line in line.split(['\r', '\u{2028}', '\u{2029}']) {
            lines.push(line.trim_end());
        }
    }
    lines
}

/// Returns the paragraphs that lines make: separated by empty lines or, where there are none, one a line. The last one
/// comes first, so that the next one can be taken from the end.
pub(super) fn paragraphs<'l, 'a>(lines: &'l [&'a str], is_single: fn(&str) -> bool) -> Vec<Paragraph<'l, 'a>> {
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or_default();
    let last = lines.iter().rposition(|line| !line.is_empty()).unwrap_or_default();
    let has_gaps = lines.get(first..=last).unwrap_or_default().iter().any(|line| line.is_empty());
    let mut out = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let end = at + list_len(lines.get(at..).unwrap_or_default());
        if line.is_empty() || end > at {
            add(lines.get(start..at).unwrap_or_default(), has_gaps, is_single, &mut out);
            if end > at {
                out.push(Paragraph::List(lines.get(at..end).unwrap_or_default()));
            }
            start = end.max(at + usize::from(line.is_empty()));
        }
        at = end.max(at + 1);
    }
    add(lines.get(start..).unwrap_or_default(), has_gaps, is_single, &mut out);
    out.reverse();
    out
}

fn add<'l, 'a>(lines: &'l [&'a str], has_gaps: bool, is_single: fn(&str) -> bool, out: &mut Vec<Paragraph<'l, 'a>>) {
    if lines.is_empty() {
        return;
    }
    let mut longest = 0;
    for line in lines {
        longest = longest.max(line.chars().count());
    }
    if lines.len() == 1 || !has_gaps || longest > WIDEST {
        for line in lines {
            out.push(Line(line.trim()));
        }
    } else if is_wrapped(lines, longest) && !lines.iter().any(|line| is_single(line.trim())) {
        out.push(Wrapped(lines));
    } else {
        out.push(Lines(lines));
    }
}

/// Whether no line could well have taken the first word of the next one.
fn is_wrapped(lines: &[&str], longest: usize) -> bool {
    /// How much shorter than they had to be lines are that were broken by hand.
    const RAGGED: usize = 8;
    let fits = |pair: &[&str]| {
        let [line, next] = pair else { return false };
        let word = next.split_whitespace().next().unwrap_or_default();
        line.chars().count() + 1 + word.chars().count() + RAGGED <= longest
    };
    // A line in capitals above one that is not is a headline.
    let is_loud = |line: &&str| !line.contains(words::is_small) && line.contains(words::is_capital);
    let is_headed = lines.first().is_some_and(is_loud) && !lines.get(1).is_some_and(is_loud);
    longest >= NARROWEST && !is_headed && !lines.windows(2).any(fits)
}

impl<'a> Paragraph<'_, 'a> {
    /// Returns the first line.
    pub(super) fn first(&self) -> &'a str {
        match self {
            Line(line) => line,
            Wrapped(lines) | Lines(lines) | Self::List(lines) => lines.first().map_or("", |line| line.trim()),
        }
    }

    /// Returns how long it is in bytes.
    pub(super) fn len(&self) -> usize {
        match self {
            Line(line) => line.len(),
            Wrapped(lines) | Lines(lines) | Self::List(lines) => lines.iter().map(|line| line.len()).sum(),
        }
    }

    /// Returns the words of a mail that is quoted, if every line says that it is.
    pub(super) fn quoted(&self) -> Option<Text<'a>> {
        let lines = match self {
            Line(line) => std::slice::from_ref(line),
            Wrapped(lines) | Lines(lines) => lines,
            Self::List(_) => return None,
        };
        let mut bare = Vec::new();
        for line in lines {
            let words = words::trim_start_of(line.trim().strip_prefix('>')?, "> ");
            bare.extend((!words.is_empty()).then_some(words));
        }
        (!bare.is_empty()).then(|| joined(&bare))
    }

    /// Returns the words, without what they are in a line.
    #[inline(never)]
    pub(super) fn text(&self) -> String {
        plain_text(&self.content())
    }

    /// Returns the words.
    pub(super) fn content(&self) -> Vec<Inline<'a>> {
        match self {
            Line(line) => shown((*line).into()).into_iter().collect(),
            Wrapped(lines) => shown(joined(lines)).into_iter().collect(),
            Lines(lines) | Self::List(lines) => {
                let mut content = Vec::new();
                for line in *lines {
                    let Some(line) = shown(line.trim().into()) else { continue };
                    if !content.is_empty() {
                        content.push(Inline::Break);
                    }
                    content.push(line);
                }
                content
            }
        }
    }
}

/// A line may hold nothing but what must not be shown.
fn shown(text: Text<'_>) -> Option<Inline<'_>> {
    (!text.is_empty()).then_some(Inline::Text(text))
}

/// The lines in one; scripts without spaces between words get none.
fn joined<'a>(lines: &[&'a str]) -> Text<'a> {
    let mut text = String::with_capacity(lines.iter().map(|line| line.len() + 1).sum());
    for line in lines {
        let line = line.trim();
        let is_spaced =
            |c: char| !matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}');
        if text.ends_with(is_spaced) || (!text.is_empty() && line.starts_with(is_spaced)) {
            text.push(' ');
        }
        text.push_str(line);
    }
    text.into()
}

/// What stands in front of an item. A dash is not among them: it begins what somebody says.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Marker {
    Bullet,
    Typed(char),
    Number(u32),
}

/// How many of the lines a list at their start takes; none if there are not two items.
fn list_len(lines: &[&str]) -> usize {
    /// No item has more. Each of them may begin a list of its own, and is looked at again if this is none.
    const MOST_LINES: usize = 30;
    let Some(mut marker) = lines.first().and_then(|line| item(line)).map(|(marker, _)| marker) else { return 0 };
    let (mut items, mut end, mut last) = (1, 1, 0);
    for (at, line) in lines.iter().enumerate().skip(1) {
        match item(line).filter(|(next, _)| follows(*next, marker)) {
            Some((next, _)) if at == end || marker == Marker::Bullet => {
                (items, end, marker, last) = (items + 1, at + 1, next, at)
            }
            None if at == end && at - last < MOST_LINES && words::begins_with(line, " \t") => end = at + 1,
            None if line.is_empty() && at == end && marker == Marker::Bullet => {}
            Some(_) | None => break,
        }
    }
    if items > 1 { end } else { 0 }
}

fn follows(next: Marker, marker: Marker) -> bool {
    match (marker, next) {
        (Marker::Number(number), Marker::Number(next)) => number.checked_add(1) == Some(next),
        _ => marker == next,
    }
}

fn item(line: &str) -> Option<(Marker, &str)> {
    const LONGEST_NUMBER: usize = 3;
    let line = line.trim();
    let first = line.chars().next()?;
    let (marker, rest) = match first {
        // The last two are in a font of signs.
        '•' | '‣' | '▪' | '◦' | '●' | '■' | '\u{f0b7}' | '\u{f0a7}' => {
            (Marker::Bullet, line.strip_prefix(first)?)
        }
        // What is left of the signs of Word where the font is gone.
        'o' | '§' | '·' if line.get(first.len_utf8()..)?.starts_with('\t') => {
            (Marker::Bullet, line.strip_prefix(first)?)
        }
        '-' | '*' | '·' => (Marker::Typed(first), line.strip_prefix(first)?),
        _ => {
            let digits =
                line.bytes().position(|byte| !byte.is_ascii_digit()).filter(|digits| *digits <= LONGEST_NUMBER)?;
            let rest = words::after_sign(line.get(digits..)?, ".)")?;
            (Marker::Number(line.get(..digits)?.parse().ok()?), rest)
        }
    };
    let content = rest.trim_start();
    (content.len() < rest.len() && !content.is_empty()).then_some((marker, content))
}

/// Returns whether a line is an item of a list with bullets.
pub(super) fn is_bullet(line: &str) -> bool {
    item(line).is_some_and(|(marker, _)| !matches!(marker, Marker::Number(_)))
}

/// Returns the list that lines make.
pub(super) fn list<'a>(lines: &[&'a str]) -> List<'a> {
    let mut list = List::default();
    let mut rest = lines;
    while let Some((line, after)) = rest.split_first() {
        let more = after.iter().take_while(|line| !line.is_empty() && item(line).is_none()).count();
        if let Some((marker, content)) = item(line) {
            if let (Marker::Number(number), true) = (marker, list.items.is_empty()) {
                list.start = Some(number);
            }
            let more = after.get(..more).unwrap_or_default();
            let text = if more.is_empty() { content.into() } else { joined(&[&[content], more].concat()) };
            let content = vec![Block::Paragraph(plain_line(text))];
            list.items.push(ListItem { content, checked: None });
        }
        rest = after.get(more..).unwrap_or_default();
    }
    list
}
