//! From JSON values to what an article is made of; it knows kinds of values, not the keys of a format.

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Value};
use crate::model::{At, Date, Decimal, HIDDEN, Image, Language, MediaUrl, Text, UnsafeUrl, Url};

use super::dates;
use super::source::{MOST_BLOCKS, MOST_CELLS, shortened, too_many};

/// Reads values and says what is wrong with them. A `null` is as good as nothing.
pub(super) struct Values<'r> {
    pub(super) diagnostics: &'r mut Diagnostics,
    blocks: usize,
}

/// Words the finding that a format has no such part, of which so many pieces are kept.
pub(super) fn unknown_part(what: &str, name: &str, kept: usize) -> String {
    let kept = if kept > 0 { "`; its text is kept" } else { "`, and no text is found in it" };
    ["there is no ", what, " `", &shortened(name), kept].concat()
}

impl<'r> Values<'r> {
    pub(super) fn new(diagnostics: &'r mut Diagnostics) -> Self {
        Self { diagnostics, blocks: 0 }
    }

    pub(super) fn add(&mut self, code: Code, value: Value<'_, '_>, message: impl Into<String>) {
        self.diagnostics.add(code, Some(value.offset()), message);
    }

    /// Whether there is room for another block; the first one too many is reported.
    pub(super) fn another_block(&mut self, value: Value<'_, '_>) -> bool {
        self.another_block_at(value.offset())
    }

    /// Whether there is room for another block, which begins there; the first one too many is reported.
    pub(super) fn another_block_at(&mut self, offset: usize) -> bool {
        self.blocks += 1;
        if self.blocks == MOST_BLOCKS + 1 {
            let message = too_many("article", MOST_BLOCKS, "blocks");
            self.diagnostics.add(Code::LimitBlocks, Some(offset), message);
        }
        self.blocks <= MOST_BLOCKS
    }

    /// Whether a value is an object and there is room for it as another block; one that is none is reported.
    #[inline(never)]
    pub(super) fn is_block(&mut self, value: Value<'_, '_>, expected: &str) -> bool {
        if value.kind() != Kind::Object {
            self.expected(expected, value);
            return false;
        }
        self.another_block(value)
    }

    /// Whether a table of so many cells has room for some more; the first of those too many are reported.
    pub(super) fn more_cells(&mut self, cells: &mut usize, more: usize, value: Value<'_, '_>) -> bool {
        let had_room = *cells <= MOST_CELLS;
        *cells += more;
        let has_room = *cells <= MOST_CELLS;
        if had_room && !has_room {
            let message = too_many("table", MOST_CELLS, "cells");
            self.add(Code::LimitCells, value, message);
        }
        has_room
    }

    pub(super) fn string<'a>(&mut self, value: Value<'_, 'a>) -> Option<Cow<'a, str>> {
        let string = value.as_str();
        if string.is_none() {
            self.expected("a string", value);
        }
        string
    }

    pub(super) fn text<'a>(&mut self, value: Value<'_, 'a>) -> Option<Text<'a>> {
        let string = self.string(value)?;
        // Of the two characters that end a line in some systems, one is left; only escapes can spell them.
        let returns = if matches!(string, Cow::Owned(_)) { string.matches("\r\n").count() } else { 0 };
        let len = string.len() - returns;
        let text = Text::from(string);
        if text.len() != len && !value.as_str().is_some_and(|string| string.contains(HIDDEN)) {
            self.add(Code::TextControlRemoved, value, "characters that must not be shown were taken out of the text");
        }
        Some(text)
    }

    pub(super) fn boolean(&mut self, value: Value<'_, '_>) -> Option<bool> {
        let boolean = value.as_bool();
        if boolean.is_none() {
            self.expected("`true` or `false`", value);
        }
        boolean
    }

    /// A whole number, 1 or more.
    pub(super) fn positive(&mut self, value: Value<'_, '_>) -> Option<u32> {
        self.at_least(1, "a whole number above 0", value)
    }

    /// The level of a heading; one that is not stated is the first in an article.
    pub(super) fn level(&mut self, stated: Option<Value<'_, '_>>) -> u8 {
        let level = stated.and_then(|level| self.positive(level)).unwrap_or(2);
        u8::try_from(level.min(6)).unwrap_or(6)
    }

    /// A whole number, 0 or more.
    pub(super) fn whole(&mut self, value: Value<'_, '_>) -> Option<u32> {
        self.at_least(0, "a whole number", value)
    }

    /// Numbers in strings are what many systems write.
    fn at_least(&mut self, least: u32, expected: &str, value: Value<'_, '_>) -> Option<u32> {
        let number = value.as_integer().or_else(|| value.as_str()?.trim().parse().ok());
        let number = number.and_then(|number| u32::try_from(number).ok()).filter(|number| *number >= least);
        if number.is_none() {
            self.expected(expected, value);
        }
        number
    }

    /// A date in words, or the milliseconds since 1970.
    pub(super) fn date<'a>(&mut self, value: Value<'_, 'a>) -> Option<Date<'a>> {
        let date = match value.as_integer() {
            Some(milliseconds) => Date::from_unix(milliseconds),
            None => dates::stated(self.text(value)?),
        };
        if date.moment.is_none() && !date.source.is_blank() {
            let hint = "` names no moment; write it like `2024-05-01T09:30:00+01:00`";
            self.add(Code::TimeInvalid, value, ["`", &shortened(&date.source), hint].concat());
        }
        Some(date)
    }

    pub(super) fn language<'a>(&mut self, value: Value<'_, 'a>) -> Option<Language<'a>> {
        let tag = self.string(value)?;
        if tag.trim().is_empty() {
            return None;
        }
        Language::parse(tag.clone()).or_else(|| {
            let repaired = Language::parse(tag.trim().replace('_', "-"));
            let read = repaired.as_ref().map_or("", Language::as_str);
            let (before, after) = if read.is_empty() { ("", "") } else { ("; it is read as `", "`") };
            let message = ["`", &shortened(&tag), "` is no language tag", before, read, after].concat();
            self.add(Code::LangInvalid, value, message);
            repaired
        })
    }

    /// The address of a link.
    pub(super) fn url<'a>(&mut self, value: Value<'_, 'a>) -> Option<Url<'a>> {
        let address = self.string(value)?;
        let offset = value.offset();
        Url::parse(address.clone()).map_err(|error| self.unsafe_url(Code::LinkUnsafe, offset, &address, error)).ok()
    }

    /// The address of a picture, sound or film.
    pub(super) fn media_url<'a>(&mut self, value: Value<'_, 'a>) -> Option<MediaUrl<'a>> {
        let address = self.string(value)?;
        self.media_url_in(address, value)
    }

    /// The address of a picture, sound or film that was made from a value.
    pub(super) fn media_url_in<'a>(&mut self, address: Cow<'a, str>, value: Value<'_, '_>) -> Option<MediaUrl<'a>> {
        MediaUrl::parse(address.clone())
            .map_err(|error| self.unsafe_url(Code::ImgSrcUnsafe, value.offset(), &address, error))
            .ok()
    }

    /// A picture of which nothing but its address is known.
    #[inline(never)]
    pub(super) fn picture<'a>(&mut self, address: Value<'_, 'a>) -> Option<Image<'a>> {
        let src = self.media_url(address)?;
        Some(Image { src: Some(src), at: at(address), ..Image::default() })
    }

    /// One of the values that have a name.
    pub(super) fn named<T: Copy>(&mut self, value: Value<'_, '_>, names: &[(T, &'static str)]) -> Option<T> {
        let string = self.string(value)?;
        let found = names.iter().find(|(_, name)| *name == string).map(|(named, _)| *named);
        if found.is_none() {
            let names: Vec<_> = names.iter().map(|(_, name)| *name).collect();
            self.none_of(&names, &string, value);
        }
        found
    }

    fn none_of(&mut self, names: &[&str], string: &str, value: Value<'_, '_>) {
        let one_of = if names.len() == 1 { "` where `" } else { "` where one of `" };
        let message = ["found `", &shortened(string), one_of, &names.join("`, `"), "` was expected"].concat();
        self.add(Code::ValueInvalid, value, message);
    }

    /// The values of an array.
    pub(super) fn list<'d, 'a>(&mut self, value: Value<'d, 'a>) -> impl Iterator<Item = Value<'d, 'a>> + use<'d, 'a> {
        if value.kind() != Kind::Array {
            self.expected("an array", value);
        }
        value.items()
    }

    /// The objects of an array.
    pub(super) fn objects<'d, 'a>(
        &mut self,
        value: Value<'d, 'a>,
    ) -> impl Iterator<Item = Value<'d, 'a>> + use<'d, 'a> {
        let is_object = |item: &Value<'_, '_>| item.kind() == Kind::Object;
        self.list(value).filter(|item| !is_object(item)).for_each(|item| self.expected("an object", item));
        value.items().filter(is_object)
    }

    /// Says that a format has no such part, of which the text is kept.
    pub(super) fn unknown(&mut self, code: Code, value: Value<'_, '_>, what: &str, name: &str) {
        self.unknown_with(code, value, what, name, 1);
    }

    /// Says that a format has no such part, of which so many pieces are kept.
    pub(super) fn unknown_with(&mut self, code: Code, value: Value<'_, '_>, what: &str, name: &str, kept: usize) {
        self.add(code, value, unknown_part(what, name, kept));
    }

    /// Says that nothing shows what a block says in the field of a key.
    pub(super) fn left_out(&mut self, key: Value<'_, '_>) {
        let message = ["what the block says in `", &shortened(key.raw_str()), "` is left out"].concat();
        self.add(Code::KeyUnknown, key, message);
    }

    /// Says that nothing is known of what an identifier stands for, which is in some place.
    pub(super) fn missing(&mut self, value: Value<'_, '_>, id: &str, place: &str) {
        self.add(Code::ReferenceMissing, value, ["nothing is known of `", &shortened(id), "`, ", place].concat());
    }

    /// Says that an editor has suggested a change that nobody has taken or turned down.
    pub(super) fn undecided(&mut self, value: Value<'_, '_>) {
        let message =
            "this is a suggested change that nobody has decided on; both what it adds and what it takes away are shown";
        self.add(Code::InlineUnknown, value, message);
    }

    pub(super) fn expected(&mut self, expected: &str, value: Value<'_, '_>) {
        let found = match value.kind() {
            Kind::Null => return,
            Kind::True | Kind::False => "a truth value",
            Kind::Number => "a number",
            Kind::String | Kind::EscapedString => "a string",
            Kind::Array => "an array",
            Kind::Object => "an object",
        };
        self.add(Code::ValueInvalid, value, ["found ", found, " where ", expected, " was expected"].concat());
    }

    /// Says what is wrong with the address that stands there; that there is none says nothing.
    pub(super) fn unsafe_url(&mut self, code: Code, offset: usize, address: &str, error: UnsafeUrl) {
        if error != UnsafeUrl::Empty {
            let message = ["the address `", &shortened(address), "` ", error.reason()].concat();
            self.diagnostics.add(code, Some(offset), message);
        }
    }
}

/// Returns how much of a length a number of pixels is.
pub(super) fn share(pixels: Value<'_, '_>, length: u32) -> Option<Decimal> {
    let whole = pixels.raw_str().split('.').next()?.parse::<u64>().ok()?;
    u32::try_from((whole.saturating_mul(100) / u64::from(length)).min(100)).ok().map(Decimal::of_hundredths)
}

/// Returns the number that a value spells without an exponent, to six places.
pub(super) fn millionths(value: Value<'_, '_>) -> Option<i64> {
    let text = Some(value).filter(|value| value.kind() == Kind::Number)?.raw_str();
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut number: i64 = whole.parse().ok()?;
    for place in 0..6 {
        let digit = fraction.as_bytes().get(place).copied().unwrap_or(b'0');
        let digit = digit.is_ascii_digit().then(|| digit - b'0')?;
        number = number.checked_mul(10)?.checked_add(i64::from(digit))?;
    }
    Some(sign * number)
}

/// Where a value begins.
pub(super) fn at(value: Value<'_, '_>) -> At {
    At::new(value.offset())
}
