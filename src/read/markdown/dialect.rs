//! What dialects of Markdown have and the parser does not know, rewritten as what it knows; it knows where that begins
//! and ends, not what it shows.
//!
//! Every word keeps its place. What sets blocks off or shows one, such as `:::note` or `<Image … />`, becomes a thematic
//! break, since that ends whatever stands before it; [`directive`] finds what stood there. What Liquid has for code
//! becomes a fence, and what no reader is to see becomes characters that no text keeps.

use std::ops::Range;

use super::template;
use crate::read::words;

/// What a line begins with that may be rewritten, and a body that is indented below such a line.
const BEGINNINGS: [&str; 10] = [":::", "!!! ", "???", "{{", "{%", "%%", "{/*", "{:toc}", "export ", MKDOCS];
/// An element in which Markdown is read: a figure of MkDocs.
const MKDOCS: &str = "<figure markdown";
/// What stands before an address that begins with what a generator works out, and what begins and ends that.
const WORKED_OUT: [(&str, &str, &str); 3] = [("](", "{{", "}}"), ("](", "{%", "%}"), ("=\"", "{{", "}}")];
const INDENT: usize = 4;
/// A control character, which no text keeps.
const UNSEEN: char = '\u{1}';

/// Returns the Markdown as the parser knows it, if that differs.
pub(super) fn rewritten(markdown: &str) -> Option<String> {
    let may_begin = |byte: &u8| matches!(byte, b':' | b'!' | b'?' | b'{' | b'%' | b'e' | b'<');
    let begins = |line: &str| {
        line.as_bytes().first().is_some_and(may_begin)
            && (BEGINNINGS.iter().any(|sign| line.starts_with(sign)) || begins_tag(line))
    };
    let has_address = || memchr::memchr_iter(b'{', markdown.as_bytes()).any(|at| worked_out(markdown, at).is_some());
    if !markdown.lines().any(|line| begins(line.trim_start())) && !has_address() {
        return None;
    }
    let mut writer = Writer { source: markdown, ..Writer::default() };
    let mut at = 0;
    while at < markdown.len() {
        at = writer.line(at);
    }
    writer.put(markdown.len()..markdown.len(), "", ' ');
    Some(writer.out)
}

/// Returns what stands before an address that begins at a place with what a generator works out, and what ends that.
fn worked_out(text: &str, at: usize) -> Option<(&'static str, &'static str)> {
    let (before, rest) = text.split_at_checked(at)?;
    let (sign, _, closer) =
        WORKED_OUT.iter().find(|(sign, opener, _)| before.ends_with(sign) && rest.starts_with(opener))?;
    Some((sign, closer))
}

/// Returns what stands where a thematic break was put: a line, or a tag that may go over several.
pub(super) fn directive(markdown: &str, at: usize) -> &str {
    // An end tag behind words has the end of a line in its place.
    let before = at.saturating_sub(1);
    let at = if markdown.get(before..).is_some_and(|rest| rest.starts_with("</")) { before } else { at };
    let rest = markdown.get(at..).unwrap_or_default();
    let tag = rest.starts_with('<').then(|| tag_length(rest).ok()).flatten();
    tag.and_then(|length| rest.get(..length)).unwrap_or_else(|| line_of(rest)).trim_end()
}

/// Returns where the lines end that are indented below the line of a directive.
pub(super) fn end_of_body(markdown: &str, at: usize) -> usize {
    let start = markdown.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let mut end = at;
    for line in markdown.get(at..).unwrap_or_default().split_inclusive('\n') {
        if end > at && !line.trim().is_empty() && columns(line) < at - start + INDENT {
            break;
        }
        end += line.len();
    }
    end
}

#[derive(Default)]
struct Writer<'s> {
    source: &'s str,
    out: String,
    /// How much of the source is in `out`.
    copied: usize,
    /// The fence of the code that is open.
    fence: Option<&'s str>,
    /// How many directives between colons are open.
    open: usize,
    /// In which columns the directives begin whose body is indented.
    bodies: Vec<usize>,
    /// Where the last tag ends that nobody closed; none is sought before it.
    unclosed: usize,
    /// Whether a program was not closed; no other is joined after it.
    has_open_program: bool,
    /// What was sought, from where, and where it ends, if at all; nothing in between is looked through again.
    sought: Vec<(String, usize, usize)>,
}

impl<'s> Writer<'s> {
    /// Replaces a part of the source by a sign, and the rest of that part by fillers.
    fn put(&mut self, range: Range<usize>, sign: &str, filler: char) {
        let start = range.start.max(self.copied);
        self.out.push_str(self.source.get(self.copied..start).unwrap_or_default());
        self.out.push_str(sign);
        self.out.extend(std::iter::repeat_n(filler, range.end.saturating_sub(start + sign.len())));
        self.copied = range.end.max(self.copied);
    }

    /// Makes a part of the source one that no text keeps; its lines stay.
    fn hide(&mut self, range: Range<usize>) {
        let mut at = range.start;
        for line in self.source.get(range).unwrap_or_default().split_inclusive('\n') {
            self.put(at..at + words::trim_end_of(line, "\r\n").len(), "", UNSEEN);
            at += line.len();
        }
    }

    /// Rewrites what begins in a line; returns where the next one begins.
    fn line(&mut self, at: usize) -> usize {
        let line = line_of(self.source.get(at..).unwrap_or_default());
        let next = at + line.len() + 1;
        if line.trim().is_empty() {
            return next;
        }
        let column = columns(line);
        self.bodies.retain(|body| column >= body + INDENT);
        self.outdent(at, line);
        let start = at + line.len() - line.trim_start().len();
        let line = line.trim();
        let end = start + line.len();
        if self.is_code(line) {
            return next;
        }
        self.addresses(start, line);
        let rest = self.source.get(start..).unwrap_or_default();
        if line.starts_with(MKDOCS) && line.ends_with('>') {
            self.put(start..end, "", ' ');
        } else if let Some(name) = line.strip_prefix(":::") {
            let is_end = name.trim_matches(':').is_empty();
            if !is_end || self.open > 0 {
                self.open = if is_end { self.open - 1 } else { self.open + 1 };
                self.put(start..end, "***", ' ');
            }
        } else if line.starts_with("!!! ") || line.starts_with("???") {
            let below = self.source.get(next..).unwrap_or_default();
            if columns(words::trim_start_of(below, "\r\n")) >= column + INDENT {
                self.put(start..end, "***", ' ');
                self.bodies.push(column);
            }
        } else if let Some((content, close)) = component_of_line(line) {
            self.put(start..start + content - 1, "***", ' ');
            self.put(start + content - 1..start + content, "\n", ' ');
            self.put(start + close..end, "\n***", ' ');
        } else if begins_tag(line) && start >= self.unclosed {
            match tag_length(rest) {
                Ok(length) => {
                    self.put(start..start + length, "***", ' ');
                    return start + length;
                }
                Err(length) => self.unclosed = start + length,
            }
        } else if line.starts_with("{:toc}") {
            let before = self.source.get(..at.saturating_sub(1)).unwrap_or_default();
            self.hide(before.rfind('\n').map_or(0, |end| end + 1)..end);
        } else if template::is_program(line) && !self.has_open_program {
            return self.join(start);
        } else if let Some(name) = line.strip_prefix("{%") {
            let name = words::up_to(words::trim_start_of(name, "- "), " -%");
            return self.paired(start, name, ["%}", "{%", "end"]).unwrap_or(next);
        } else if line.starts_with("{{<") || line.starts_with("{{%") {
            return self.shortcode(start, line).unwrap_or(next);
        } else {
            let closer = [("%%", "%%"), ("{/*", "*/}"), ("{{/*", "*/}}")]
                .into_iter()
                .find(|(opener, _)| line.starts_with(opener));
            if let Some(end) = closer.and_then(|(opener, closer)| self.find(start + opener.len(), closer)) {
                self.hide(start..end);
                return end;
            }
        }
        next
    }

    /// Takes from the beginning of a line what indents it in the bodies around it, but for the three spaces that the
    /// parser does not mind. The end of the line before moves instead, so that the words keep their places.
    fn outdent(&mut self, at: usize, line: &str) {
        let mut left = self.bodies.len() * INDENT;
        let is_indent = |byte: &u8| {
            let is_one = left > 0 && matches!(byte, b' ' | b'\t');
            left = left.saturating_sub(if *byte == b'\t' { INDENT } else { 1 });
            is_one
        };
        let width = line.bytes().take_while(is_indent).count();
        let end = at + width - width.min(INDENT - 1);
        if end > at {
            let before = self.source.get(..at).unwrap_or_default();
            let line_end = if before.ends_with("\r\n") { " \r\n" } else { " \n" };
            self.put(at + 1 - line_end.len()..at + 1 - line_end.len(), "", ' ');
            // One space at the end of a line is nothing, two are a break unless the line is no text.
            let is_sign = |c: char| c.is_whitespace() || "*`~|-:".contains(c);
            let filler =
                if self.out.rsplit('\n').next().is_some_and(|last| last.chars().all(is_sign)) { ' ' } else { UNSEEN };
            self.put(self.copied..end - line_end.len(), "", filler);
            self.put(self.copied..end, line_end, ' ');
        }
        if width > 0 {
            self.put(end..at + width, "", ' ');
        }
    }

    /// Makes addresses of those in a line that begin with where Jekyll has its site, that a filter is to complete, or that
    /// are the names of other pages.
    fn addresses(&mut self, start: usize, line: &str) {
        const PAGES: &str = "link|post_url|ref|relref";
        let mut read_to = 0;
        for begin in memchr::memchr_iter(b'{', line.as_bytes()) {
            let Some((sign, closer)) = worked_out(line, begin).filter(|_| begin >= read_to) else { continue };
            let Some((worked_out, after)) = line.get(begin + 2..).and_then(|rest| rest.split_once(closer)) else {
                return;
            };
            let is_html = sign.starts_with('=');
            let path = words::up_to(after, if is_html { "\"\r" } else { " )" });
            let mut named = words::trim_of(worked_out, "<%>- ").split_whitespace();
            let is_page = named.next().is_some_and(|name| words::has(PAGES, name));
            let given = worked_out.split(['"', '\'']).nth(1).or(named.next().filter(|_| is_page)).unwrap_or_default();
            let is_known = is_page || !(words::begins_with(worked_out, "<%/") || closer == "%}");
            read_to = begin + 2 + worked_out.len() + closer.len();
            if given.len() + path.len() > 0 && is_known {
                let (open, close) = if is_html { ("", "") } else { ("<", ">") };
                self.put(start + begin..start + read_to + path.len(), &[open, given, path, close].concat(), ' ');
            }
        }
    }

    /// Whether a line begins or ends code, or stands in it.
    fn is_code(&mut self, line: &'s str) -> bool {
        let marks = line.len() - words::trim_start_of(line, "`~").len();
        let fence = line.get(..marks).unwrap_or_default();
        match self.fence {
            Some(open) if fence.starts_with(open) && marks == line.len() => self.fence = None,
            None if marks > 2 && !line.get(marks..).is_some_and(|about| about.contains('`')) => {
                self.fence = Some(fence)
            }
            Some(_) => {}
            None => return false,
        }
        true
    }

    /// Returns the end of what is sought.
    fn find(&mut self, from: usize, sought: &str) -> Option<usize> {
        let mut known = self.sought.iter().filter(|(name, start, _)| name == sought && *start <= from);
        let known = known.find(|(_, _, end)| from + sought.len() <= *end).map(|(_, _, end)| *end);
        let end = known.unwrap_or_else(|| {
            let found = self.source.get(from..).and_then(|rest| rest.find(sought));
            let end = found.map_or(usize::MAX, |at| from + at + sought.len());
            self.sought.retain(|(name, ..)| name != sought);
            self.sought.push((sought.to_owned(), from, end));
            end
        });
        (end < usize::MAX).then_some(end)
    }

    /// Puts a fence around what Liquid or Hugo sets off as code, and hides comments; returns where that ends. The signs
    /// are those that end and begin a tag, and what stands before the name in the tag that closes another.
    fn paired(&mut self, start: usize, name: &str, [end, begin, close]: [&str; 3]) -> Option<usize> {
        let is_code = matches!(name, "highlight" | "codeblock");
        if !is_code && name != "comment" {
            return None;
        }
        let opening_end = start + line_of(self.source.get(start..)?).find(end)?;
        let name_end = self.find(opening_end, &[close, name].concat())?;
        let end = self.find(name_end, end)?;
        let closing = opening_end + self.source.get(opening_end..name_end)?.rfind(begin)?;
        if is_code {
            self.put(start..start + self.source.get(start..)?.find(name)? + name.len(), "~~~", ' ');
            self.put(opening_end..opening_end + 2, "", ' ');
            self.put(closing..end, "~~~", ' ');
        } else {
            self.hide(start..end);
        }
        Some(end)
    }

    /// Hides a line that closes a shortcode of Hugo, which HTML before it would take in, and puts a fence around code;
    /// returns where that ends.
    fn shortcode(&mut self, start: usize, line: &str) -> Option<usize> {
        let inner = words::trim_of(line, "{<%>} ");
        if inner.starts_with('/') && line.ends_with("}}") && !inner.contains('{') {
            self.hide(start..start + line.len());
            return None;
        }
        self.paired(start, words::up_to(inner, " "), ["}}", "{{", "/"])
    }

    /// Makes one line of a program that goes over several; returns where it ends.
    fn join(&mut self, start: usize) -> usize {
        let rest = self.source.get(start..).unwrap_or_default();
        let (mut depth, mut end) = (0_usize, start);
        for byte in rest.bytes() {
            end += 1;
            match byte {
                b'{' | b'(' | b'[' => depth += 1,
                b'}' | b')' | b']' => depth = depth.saturating_sub(1),
                b'\n' if depth == 0 => break,
                _ => {}
            }
        }
        // One that nobody closed ends with its first line.
        if depth > 0 {
            self.has_open_program = true;
            return start + line_of(rest).len() + 1;
        }
        let breaks = memchr::memchr2_iter(b'\n', b'\r', rest.as_bytes().get(..end - start - 1).unwrap_or_default());
        breaks.for_each(|at| self.put(start + at..start + at + 1, " ", ' '));
        end
    }
}

fn line_of(rest: &str) -> &str {
    rest.split('\n').next().unwrap_or_default()
}

/// How far a line is indented.
fn columns(line: &str) -> usize {
    let spaces = line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t'));
    spaces.map(|byte| if byte == b'\t' { INDENT } else { 1 }).sum()
}

/// Whether a text begins with the tag of a component: its name has a capital, and small letters.
fn is_component(text: &str) -> bool {
    let name = text.strip_prefix('<').map(|name| name.trim_start_matches('/')).unwrap_or_default();
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(name.len());
    let (name, rest) = name.split_at_checked(end).unwrap_or_default();
    let begins = name.starts_with(|c: char| c.is_ascii_uppercase()) && name.contains(|c: char| c.is_ascii_lowercase());
    begins && (rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '/' | '>')))
}

/// Where the content of a component begins and ends that is all of a line, as in `<Note>It is late.</Note>`.
fn component_of_line(line: &str) -> Option<(usize, usize)> {
    let (before, name) = line.strip_suffix('>').filter(|_| is_component(line))?.rsplit_once("</")?;
    let content = tag_length(line).err().filter(|length| *length <= before.len())?;
    let is_its = line.get(1..content).is_some_and(|tag| words::up_to(tag, " >") == name && tag.ends_with('>'));
    let is_one = !before.get(content..)?.contains(&["</", name].concat());
    (is_its && is_one).then_some((content, before.len()))
}

/// Whether a line begins with a tag that HTML does not have, by its name or by an expression among its attributes.
fn begins_tag(line: &str) -> bool {
    is_component(line) || (line.starts_with('<') && line.contains("={"))
}

/// Returns how long a tag is, if nothing stands behind it in its line; else how much of the text was looked through.
fn tag_length(text: &str) -> Result<usize, usize> {
    let (mut depth, mut quote, mut end) = (0_usize, None, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            break;
        }
        for (at, byte) in line.bytes().enumerate() {
            match byte {
                b'"' | b'\'' if quote.is_none() => quote = Some(byte),
                _ if quote == Some(byte) => quote = None,
                _ if quote.is_some() => {}
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                b'>' if depth == 0 => {
                    let is_alone = line.get(at + 1..).is_some_and(|rest| rest.trim().is_empty());
                    let length = end + at + 1;
                    let is_whole = is_component(text) || text.get(..length).is_some_and(|tag| tag.ends_with("/>"));
                    return if is_alone && is_whole { Ok(length) } else { Err(length) };
                }
                _ => {}
            }
        }
        end += line.len();
    }
    Err(end)
}
