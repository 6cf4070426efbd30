//! Reads plain text: an article as it comes out of a mail or the clipboard. It knows layout and habits, no markup.
//!
//! Nothing in plain text says what it is, so every rule here errs towards a paragraph: what is taken for one is still
//! read, what is wrongly taken for something else says something wrong.

mod desk;
pub(super) mod header;
mod lines;
mod page;
mod sections;

use super::format::Format;
use super::source::{MOST_BLOCKS, Shape, Source, offset_in};
use super::values::Values;
use super::{credit, script, words};
use crate::diagnostic::Diagnostics;
use crate::model::{Article, At, Block, Credit, Heading, Image, Inline, Quote, is_letter, plain_line, plain_text};

pub(super) use desk::cut_notes;
pub(super) use header::authors_of;
use lines::Paragraph;

/// The row for plain text.
pub(super) const FORMAT: Format = Format { name: "text", about: "Plain text", shape: Shape::Text, matches, read };

/// A text that begins with a tag or a declaration is none: its markup would be shown to readers.
fn matches(source: &Source<'_>) -> bool {
    let after = source.text().trim_start().strip_prefix('<').and_then(|rest| rest.chars().next());
    !after.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '!' | '?'))
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let mut lines = lines::lines(source.text());
    let around = desk::clear(&mut lines, source.text(), diagnostics);
    page::clear(&mut lines, source.text(), diagnostics);
    let mut paragraphs = lines::paragraphs(&lines, header::is_single);
    // The last line may say whose the text is, and there is no picture above it.
    let is_notice = |last: &Paragraph<'_, '_>| words::trim_start_of(last.first(), "(").starts_with('©');
    let notice = paragraphs.first().copied().filter(|last| paragraphs.len() > 1 && is_notice(last));
    paragraphs.drain(..usize::from(notice.is_some()));
    let mut reader = Reader { text: source.text(), rest: paragraphs, article: Article::default() };
    reader.article.kicker = around.label.map(plain_line).unwrap_or_default();
    reader.header(around.subject);
    reader.body(diagnostics);
    script::learn(source.text(), &mut reader.article);
    if let Some(notice) = notice.filter(|_| reader.article.body.len() < MOST_BLOCKS) {
        reader.article.copyright_notice = Some(notice.first().into());
        reader.article.body.push(block(notice));
    }
    reader.article
}

struct Reader<'l, 'a> {
    text: &'a str,
    /// The paragraphs that are left, the next one last.
    rest: Vec<Paragraph<'l, 'a>>,
    article: Article<'a>,
}

impl<'l, 'a> Reader<'l, 'a> {
    fn header(&mut self, subject: Option<&'a str>) {
        self.separate_lines();
        // Press offices have the date above the headline.
        while let (Some(line), Some(_)) = (self.next_line(), self.after(1))
            && header::dates(line).is_some()
            && header::take(line, &mut self.article)
        {
            self.rest.pop();
        }
        self.breadcrumb();
        self.sections();
        // A mail that begins with a sentence is called by its subject.
        let is_sentence = |first: &Paragraph<'_, '_>| ends_sentence(&first.text());
        if let Some(subject) = subject.filter(|_| self.rest.last().is_some_and(is_sentence)) {
            self.article.headline = plain_line(subject);
        } else if self.rest.last().is_some_and(|first| is_headline(*first, self.rest.len())) {
            self.separate_lines();
            self.article.headline = self.rest.pop().map(|line| line.content()).unwrap_or_default();
        } else {
            return;
        }
        loop {
            if self.rest.last().is_some_and(|first| holds_header_line(*first)) {
                self.separate_lines();
            }
            if !self.header_line() && !self.lead_media() && !self.standfirst() && !self.names_before_date() {
                break;
            }
        }
    }

    /// In a header, the ends of lines are meant.
    fn separate_lines(&mut self) {
        if let Some(Paragraph::Lines(lines)) = self.rest.last().copied() {
            self.rest.pop();
            for line in lines.iter().rev() {
                self.rest.push(Paragraph::Line(line.trim()));
            }
        }
    }

    /// The headline that follows tells where a breadcrumb ends.
    fn breadcrumb(&mut self) {
        let (Some(first), Some(next)) = (self.rest.last().copied(), self.after(1)) else { return };
        let headline = next.text();
        let line = self.next_line();
        let wrapped = line.is_none().then(|| first.text());
        let before = header::crumbs_before(first.first(), wrapped.as_deref(), &headline);
        if let Some(crumbs) = before.or_else(|| header::crumbs(line?, &headline)) {
            if let Some(first) = crumbs.first() {
                header::learn(&first.name, &mut self.article);
            }
            self.article.breadcrumb = crumbs;
            self.rest.pop();
        }
    }

    /// Where in the site an article is: a word or two above the headline, or several lines of them.
    fn sections(&mut self) {
        let (names, taken) = sections::names(&self.rest);
        let Some((last, before)) = names.split_last() else { return };
        if before.is_empty() && self.article.kicker.is_empty() {
            self.article.kicker = plain_line(*last);
        } else if !before.is_empty() && self.article.breadcrumb.is_empty() {
            self.article.breadcrumb = names.iter().map(|name| header::crumb(name)).collect();
        } else {
            return;
        }
        self.rest.truncate(self.rest.len() - taken);
    }

    fn header_line(&mut self) -> bool {
        let Some(line) = self.next_line() else { return false };
        let is_taken = header::take(line, &mut self.article);
        if is_taken {
            self.rest.pop();
        }
        is_taken || self.dates_below(line)
    }

    /// Takes a date that stands in the line below the word that says what it is for.
    fn dates_below(&mut self, line: &'a str) -> bool {
        let Some(Paragraph::Line(next)) = self.after(1).copied() else { return false };
        let both = self.at(line).offset().zip(self.at(next).offset());
        let both = both.and_then(|(start, end)| self.text.get(start..end + next.len()));
        let is_taken = header::is_word_of_dates(line) && both.is_some_and(|both| header::take(both, &mut self.article));
        if is_taken {
            self.rest.truncate(self.rest.len() - 2);
        }
        is_taken
    }

    fn lead_media(&mut self) -> bool {
        let Some(first) = self.rest.last().copied().filter(|_| self.article.lead_media.is_none()) else {
            return false;
        };
        let Some((mut caption, credit, _)) = captioned(first) else { return false };
        // A credit alone belongs to the caption above it, where that is not the standfirst.
        if caption.is_empty()
            && self.article.standfirst.len() > 1
            && let Some(Block::Paragraph(last)) =
                self.article.standfirst.pop_if(|last| matches!(last, Block::Paragraph(_)))
        {
            caption = last;
        }
        // Where nothing says what it is of, an agency behind a place says where a report is from, and names above a date
        // whose it is.
        let is_above_date = || self.after(1).is_some_and(|next| header::dates(next.first()).is_some());
        if caption.is_empty() && !credit.is_labelled && (words::is_in(" - | – ", &credit.text) || is_above_date()) {
            return false;
        }
        self.article.lead_media = Some(Block::from(self.image(first, caption, credit)));
        self.rest.pop();
        true
    }

    /// What stands between the headline and the first thing that is surely none of it is the standfirst.
    fn standfirst(&mut self) -> bool {
        const MOST: usize = 2;
        if !self.article.standfirst.is_empty() {
            return false;
        }
        let is_marker =
            |paragraph: &Paragraph<'_, '_>| holds_header_line(*paragraph) || captioned(*paragraph).is_some();
        // Below a byline or a date it is not known from the text.
        let is_below = !self.article.authors.is_empty() || self.article.published.is_some();
        let most = if is_below { 1 } else { MOST };
        let end = (1..=most).find(|end| self.after(*end).is_some_and(is_marker));
        let is_short = || self.rest.len() > 1 && self.rest.last().is_some_and(|first| is_unfinished(*first));
        let Some(end) = end.or_else(|| is_short().then_some(1)) else { return false };
        for _ in 0..end {
            if self.names_before_date() || self.rest.last().is_some_and(|first| has_dateline(&first.text())) {
                break;
            }
            if let Some(paragraph) = self.rest.pop() {
                self.article.standfirst.push(block(paragraph));
            }
        }
        !self.article.standfirst.is_empty()
    }

    /// Takes names that nothing announces, where a standfirst stands above and a date below them.
    fn names_before_date(&mut self) -> bool {
        let Some(line) = self.next_line() else { return false };
        let is_date = |next: &str| header::dates(next).is_some() || header::is_word_of_dates(next);
        let has_date = self.after(1).is_some_and(|next| is_date(next.first()));
        let is_byline = has_date && !self.article.standfirst.is_empty() && header::take_names(line, &mut self.article);
        if is_byline {
            self.rest.pop();
        }
        is_byline
    }

    /// Returns the next paragraph, if it is a line of its own.
    fn next_line(&self) -> Option<&'a str> {
        if let Some(Paragraph::Line(line)) = self.rest.last() { Some(line) } else { None }
    }

    /// Returns the paragraph so many after the next one.
    fn after(&self, paragraphs: usize) -> Option<&Paragraph<'l, 'a>> {
        self.rest.get(self.rest.len().checked_sub(paragraphs + 1)?)
    }

    fn image(&self, first: Paragraph<'l, 'a>, caption: Vec<Inline<'a>>, credit: Credit<'a>) -> Image<'a> {
        Image { caption, credit: Some(credit), at: self.at(first.first()), ..Image::default() }
    }

    fn at(&self, line: &str) -> At {
        offset_in(self.text, line).map_or_else(At::default, At::new)
    }

    fn body(&mut self, diagnostics: &mut Diagnostics) {
        let (mut values, mut could_be_heading) = (Values::new(diagnostics), false);
        while let Some(paragraph) = self.rest.pop() {
            if !values.another_block_at(self.at(paragraph.first()).offset().unwrap_or_default()) {
                return;
            }
            let looks_like_heading = is_heading(paragraph);
            let is_followed = self.rest.last().is_some_and(|next| !is_heading(*next) && !is_divider(*next));
            let block = if looks_like_heading && is_followed && !could_be_heading {
                self.heading(paragraph)
            } else {
                self.block(paragraph)
            };
            // A short line after another one is a verse or an address, not a heading.
            could_be_heading = looks_like_heading && matches!(block, Block::Paragraph(_));
            self.article.body.push(block);
        }
        // A line of signs below the text only ends it.
        self.article.body.pop_if(|last| matches!(last, Block::Divider));
    }

    fn heading(&self, paragraph: Paragraph<'l, 'a>) -> Block<'a> {
        let at = self.at(paragraph.first());
        Block::Heading(Heading { level: 2, content: paragraph.content(), id: None, at })
    }

    fn block(&self, paragraph: Paragraph<'l, 'a>) -> Block<'a> {
        let is_last = self.rest.is_empty();
        // An agency alone may have signed the text, and so may somebody of it at its end, where it may say whose it is.
        let is_picture = |(caption, credit, announced): &(Vec<Inline<'_>>, Credit<'_>, Announced)| match announced {
            Announced::Yes => caption.is_empty() || !is_last || !credit::is_notice(&credit.text),
            Announced::No => !caption.is_empty() && !is_last,
        };
        match captioned(paragraph).filter(is_picture) {
            Some((caption, credit, _)) => Block::from(self.image(paragraph, caption, credit)),
            None if is_divider(paragraph) => Block::Divider,
            None => block(paragraph),
        }
    }
}

fn block<'a>(paragraph: Paragraph<'_, 'a>) -> Block<'a> {
    if let Some(words) = paragraph.quoted() {
        let content = vec![Block::Paragraph(plain_line(words))];
        return Block::Quote(Quote { content, ..Quote::default() });
    }
    match paragraph {
        Paragraph::List(lines) => Block::List(lines::list(lines)),
        Paragraph::Line(_) | Paragraph::Wrapped(_) | Paragraph::Lines(_) => Block::Paragraph(paragraph.content()),
    }
}

fn holds_header_line(paragraph: Paragraph<'_, '_>) -> bool {
    match paragraph {
        Paragraph::Line(line) => header::is_single(line),
        Paragraph::Lines(lines) => lines.iter().any(|line| header::is_single(line.trim())),
        Paragraph::Wrapped(_) | Paragraph::List(_) => false,
    }
}

/// Whether words announce the credit: "Photo", "©", …
#[derive(Clone, Copy, Debug, PartialEq)]
enum Announced {
    Yes,
    No,
}

/// The caption and the credit of a paragraph that is a caption. An agency alone does not make one, nor do names without
/// an agency: they sign texts too.
fn captioned<'a>(paragraph: Paragraph<'_, 'a>) -> Option<(Vec<Inline<'a>>, Credit<'a>, Announced)> {
    const LONGEST: usize = 1000;
    if matches!(paragraph, Paragraph::List(_)) || paragraph.len() > LONGEST {
        return None;
    }
    let content = paragraph.content();
    let text = plain_text(&content);
    let (caption, credit) = credit::split(content);
    let credit = credit?;
    let caption_text = plain_text(&caption);
    let is_around =
        |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '（' | '）' | '.' | '|' | ',' | '–' | '—');
    let removed = words::trim(text.get(caption_text.len()..).unwrap_or_default(), is_around);
    let is_announced = credit.is_labelled || credit.is_hidden || removed.len() > credit.text.len();
    let announced = if is_announced { Announced::Yes } else { Announced::No };
    // What agencies have in brackets behind less than a sentence is no place that a report is from.
    let last_words = || caption_text.get(caption_text.rmatch_indices(' ').nth(1)?.0..);
    let is_signed = || last_words().is_some_and(credit::are_names);
    let is_of_agency =
        || words::count(&caption_text) > 2 && !ends_sentence(&caption_text) && text.ends_with(')') && !is_signed();
    let has_maker = || !credit.creators.is_empty() || is_of_agency();
    let is_attribution = || has_maker() && credit::is_attribution(&credit.text);
    // What a text was taken from stands below it.
    let is_source = caption.is_empty() && credit::is_source(&credit.text);
    (!is_source && (is_announced || is_attribution())).then_some((caption, credit, announced))
}

/// A headline is short; a text of one paragraph has none unless it is nothing else.
fn is_headline(first: Paragraph<'_, '_>, paragraphs: usize) -> bool {
    const LONGEST: usize = 200;
    let text = first.text();
    let is_list = matches!(first, Paragraph::List(_));
    let is_prose =
        words::is_longer(&text, LONGEST) || (ends_sentence(&text) && (paragraphs == 1 || has_dateline(&text)));
    !is_list && !is_prose && captioned(first).is_none()
}

/// Whether a text begins with a place and an agency, as reports do: "SKERRY (AP) -- …", "MOSCOW, May 1. /TASS/. …".
fn has_dateline(text: &str) -> bool {
    const LONGEST: usize = 80;
    let is_end = |(at, c): (usize, char)| {
        let signs = match c {
            ')' => " -| –| —|.-|: ",
            '/' => ". ",
            _ => return false,
        };
        text.get(at + 1..).is_some_and(|rest| words::after_exactly(rest, signs).is_some())
    };
    text.char_indices().take(LONGEST).any(is_end)
}

fn is_unfinished(paragraph: Paragraph<'_, '_>) -> bool {
    const LONGEST: usize = 250;
    let text = paragraph.text();
    let is_list = matches!(paragraph, Paragraph::List(_));
    !is_list && !words::is_longer(&text, LONGEST) && !ends_sentence(&text)
}

fn is_heading(paragraph: Paragraph<'_, '_>) -> bool {
    const LONGEST: usize = 80;
    const MOST_WORDS: usize = 12;
    const DIGITS_OF_DATE: usize = 8;
    let Paragraph::Line(line) = paragraph else { return false };
    !words::is_longer(line, LONGEST)
        && words::count(line) <= MOST_WORDS
        && line.contains(is_letter)
        && !line.starts_with(|c: char| words::is_small(c) || matches!(c, '–' | '—' | '(' | '[' | '@' | '#' | '>'))
        && !line.contains("://")
        && !lines::is_bullet(line)
        && !ends_sentence(line)
        && !header::is_single(line)
        && !credit::is_agency(words::trim_end_of(line.rsplit('(').next().unwrap_or(line), ")"))
        && line.bytes().filter(u8::is_ascii_digit).count() < DIGITS_OF_DATE
        && !line.starts_with("SOURCE ")
        && captioned(paragraph).is_none()
}

/// Whether a line ends as sentences do, in whatever quotation marks or brackets, or before what brackets add.
fn ends_sentence(line: &str) -> bool {
    const ENDS: &str = ".!?:;,…。！？：؟،؛।-–—";
    let bare = words::trim_end_of(line, "\"'”’“»«›)]」』");
    let before = words::ends_with(line, ")）")
        .then(|| line.rsplit_once(['(', '（']))
        .flatten()
        .map_or("", |(before, _)| before.trim_end());
    words::ends_with(bare, ENDS) || words::ends_with(before, ENDS) || is_signed(line)
}

/// Whether an agency signs the sentence that a line is, as in "It was late. EFE".
fn is_signed(line: &str) -> bool {
    let is_agency = |word: &str| words::is_longer(word, 1) && word.chars().all(words::is_capital);
    let sentence = line.rsplit_once(' ').filter(|(_, last)| is_agency(last)).map_or("", |(before, _)| before);
    sentence.strip_suffix('.').is_some_and(|before| before.ends_with(words::is_small))
}

fn is_divider(paragraph: Paragraph<'_, '_>) -> bool {
    matches!(paragraph, Paragraph::Line(line) if is_line_of_signs(line))
}

/// Returns whether a line is of signs alone, such as "* * *" and "---", and so parts what is before it from what follows.
pub(super) fn is_line_of_signs(line: &str) -> bool {
    const SIGNS: &str = "*-_–—~=#•·";
    let signs = line.split_whitespace().collect::<String>();
    line == "⁂" || (words::is_longer(&signs, 2) && words::trim_start_of(&signs, SIGNS).is_empty())
}

#[cfg(test)]
mod tests;
