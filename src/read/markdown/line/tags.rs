//! Words with the tags of generators among them; it knows what becomes of a tag, not where one begins.

use std::ops::Range;

use pulldown_cmark::CowStr;

use super::Line;
use crate::diagnostic::Code;
use crate::model::{Alt, Inline, Text};
use crate::read::markdown::template::{HIGHLIGHT, Tag};
use crate::read::pictures;
use crate::read::source::shortened;

impl<'s> Line<'s, '_, '_> {
    /// Adds words, without the tags of site generators in them.
    pub(in crate::read::markdown) fn text(&mut self, mut text: CowStr<'s>, mut range: Range<usize>) {
        loop {
            if range.start < self.skipped_to {
                match after(&text, &range, self.skipped_to) {
                    Some(rest) => (text, range.start) = (rest, self.skipped_to),
                    None => return,
                }
            }
            let marked_to = Some(self.marked_to).filter(|end| range.contains(end));
            let tag = self.templates.next(self.source, range.start, marked_to.unwrap_or(range.end));
            // A text of another length is a character reference, which holds no tag.
            let is_as_written = text.len() == range.len();
            let Some(start) = tag.as_ref().map(|tag| tag.start).or(marked_to).filter(|_| is_as_written) else {
                return self.run.push(self.source, &text);
            };
            if let Some(before) = text.get(..start - range.start) {
                self.run.push_str(before);
            }
            match tag {
                Some(tag) => self.tag(&tag),
                None => {
                    self.html("</mark>", start);
                    self.skipped_to = start + HIGHLIGHT.len();
                    self.marked_to = usize::MAX;
                }
            }
        }
    }

    /// Shows a tag, or leaves it out.
    fn tag(&mut self, tag: &Tag<'s>) {
        if tag.text.starts_with(HIGHLIGHT) {
            self.html("<mark>", tag.start);
            self.skipped_to = tag.start + HIGHLIGHT.len();
            self.marked_to = tag.end - HIGHLIGHT.len();
            return;
        }
        self.skipped_to = tag.end;
        // A link to what only the generator knows is its words.
        if self.source.get(tag.end..).is_some_and(|rest| rest.starts_with(')')) && self.run.drop_link("](") {
            self.skipped_to += 1;
        } else if tag.is_attribute_list() {
            self.run.drop_link("]");
            self.describe(tag);
        }
        if let Some((name, words)) = tag.named() {
            return self.named(tag, name, words);
        }
        if let Some(address) = tag.picture().filter(|_| self.picture.is_none()) {
            return self.tag_picture(tag, address);
        }
        // Of the two spaces around what is left out, one stays.
        let (before, rest) = self.source.split_at_checked(tag.start).unwrap_or_default();
        if before.ends_with(' ') && rest.get(tag.text.len()..).is_some_and(|rest| rest.starts_with(' ')) {
            self.skipped_to += 1;
        }
        if !tag.says_nothing() {
            let message = ["the template tag `", &shortened(tag.text), "` is left out"].concat();
            self.report(Code::BlockUnknown, tag.start, message);
        }
    }

    /// Gives the picture that an attribute list stands behind what Quarto has there for readers.
    fn describe(&mut self, tag: &Tag<'s>) {
        let Some(Inline::Image(image)) = self.content.last_mut() else { return };
        let value = |name: &str| tag.value(name).map(|value| Text::from(value.to_owned()));
        let mut caption = value("fig-cap");
        // Where it says what the picture shows, the words in its brackets are its caption.
        if let Some(alt) = value("fig-alt")
            && let Alt::Text(words) = std::mem::replace(&mut image.alt, Alt::Text(alt))
        {
            caption = caption.or(Some(words));
        }
        if let Some(title @ None) = self.titles.last_mut() {
            *title = caption;
        }
    }

    /// Adds a picture, or the words of a link, that is known by its name.
    fn named(&mut self, tag: &Tag<'s>, name: &'s str, words: Option<&'s str>) {
        if tag.text.starts_with('!') && self.picture.is_none() && pictures::is_file(name) {
            self.begin_picture(CowStr::Borrowed(name), CowStr::Borrowed(""), tag.start);
            let words = words.unwrap_or_default();
            if words.starts_with(|c: char| c.is_ascii_digit()) && !words.contains('|') {
                self.run.push_str("|");
            }
            self.run.push_str(words);
            return self.end_picture();
        }
        self.run.push_str(words.unwrap_or(name));
        let message = ["`", &shortened(tag.text), "` names a page and not its address; its words stay"].concat();
        self.report(Code::InlineUnknown, tag.start, message);
    }

    /// Leaves out the words before a place in the source.
    pub(in crate::read::markdown) fn skip_to(&mut self, end: usize) {
        self.skipped_to = end;
    }

    /// Adds the picture of a site generator's tag; its caption is as good as a title.
    pub(in crate::read::markdown) fn tag_picture(&mut self, tag: &Tag<'_>, address: &str) {
        let mut title = tag.caption().unwrap_or_default().to_owned();
        if let Some(source) = tag.credit() {
            title = [&title, " (Photo: ", source, ")"].concat();
        }
        self.begin_picture(address.to_owned().into(), title.into(), tag.start);
        if let Some(picture) = &mut self.picture {
            let number = |name: &str| tag.value(name)?.parse().ok();
            (picture.image.width, picture.image.height) = (number("width"), number("height"));
        }
        self.run.push_str(tag.value("alt").or_else(|| tag.quoted(1)).unwrap_or_default());
        self.end_picture();
    }
}

/// What of a text that stands at `range` lies behind `end`, if the text stands in the source as it is.
fn after<'s>(text: &CowStr<'s>, range: &Range<usize>, end: usize) -> Option<CowStr<'s>> {
    match text {
        CowStr::Borrowed(text) if text.len() == range.len() && end < range.end => {
            text.get(end - range.start..).map(CowStr::Borrowed)
        }
        CowStr::Borrowed(_) | CowStr::Boxed(_) | CowStr::Inlined(_) => None,
    }
}
