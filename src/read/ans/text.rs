//! The HTML in the texts of ANS; it knows that some of it was escaped once too often, not where it stands.

use std::borrow::Cow;

use crate::json::Value;
use crate::model::{Block, Inline, Text};

use super::super::piece::{Base, copied};
use super::super::prose::first_string;
use super::super::{markup, words};
use super::Ans;

/// Elements whose tags show that a text was escaped twice.
const TAGS: &str = "a|b|blockquote|br|code|em|i|iframe|li|ol|p|s|span|strong|sub|sup|u|ul";

impl<'a> Ans<'_, '_, 'a> {
    pub(super) fn html(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        if let Some(html) = unescaped(value) {
            return self.html_of(&html, value);
        }
        markup::blocks(value, &mut self.values).keep_notes(&mut self.notes)
    }

    /// The blocks of HTML that was made from what stands there.
    pub(super) fn html_of(&mut self, html: &str, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        let body = markup::blocks_of(html, copied, Base::Around(value.offset()), &mut self.values);
        body.keep_notes(&mut self.notes)
    }

    /// The words of the first of the fields that has some.
    pub(super) fn words(&mut self, value: Value<'_, 'a>, names: &[&str]) -> Option<Text<'a>> {
        let field = first_string(value, names)?;
        markup::words(field, &mut self.values)
    }

    pub(super) fn html_line(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        match unescaped(value) {
            Some(html) => markup::line_of(&html, copied, Base::Around(value.offset()), &mut self.values),
            None => markup::line(value, &mut self.values),
        }
    }
}

/// The text that is written in base64 (RFC 4648, section 4).
pub(super) fn from_base64(text: &str) -> Option<String> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0, 0);
    for digit in text.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=') {
        let digit = ALPHABET.iter().position(|own| *own == digit)?;
        (bits, count) = ((bits & 0xff) << 6 | digit, count + 6);
        if count >= 8 {
            count -= 8;
            bytes.extend(u8::try_from((bits >> count) & 0xff));
        }
    }
    String::from_utf8(bytes).ok()
}

/// The HTML of a text whose tags were all escaped. One that has tags means what it says.
fn unescaped(value: Value<'_, '_>) -> Option<String> {
    let text = value.as_str().filter(|text| text.contains("&lt;") && !text.contains('<'))?;
    let is_tag = |after: &str| {
        let after = after.strip_prefix('/').unwrap_or(after);
        let end = after.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(after.len());
        let (name, rest) = after.split_at_checked(end).unwrap_or_default();
        words::has_lower(TAGS, name) && (rest.starts_with("&gt;") || rest.starts_with([' ', '/']))
    };
    text.split("&lt;").skip(1).any(is_tag).then(|| decoded(text))
}

/// The text that was escaped as HTML is.
pub(super) fn decoded(text: Cow<'_, str>) -> String {
    let text = replaced(text, "&lt;", "<");
    let text = replaced(replaced(text, "&gt;", ">"), "&quot;", "\"");
    replaced(replaced(text, "&#39;", "'"), "&amp;", "&").into_owned()
}

fn replaced<'t>(text: Cow<'t, str>, from: &str, to: &str) -> Cow<'t, str> {
    if text.contains(from) { Cow::Owned(text.replace(from, to)) } else { text }
}
