//! Letters, digits and the case of letters; it knows the alphabets of newsrooms, not what the letters say.
//!
//! The tables of Unicode, which have rare and ancient alphabets as well, weigh more than all of our lists of words.

/// What is neither a letter nor a digit beyond ASCII, first and last: what parts words, and what stands for words.
const SIGNS: [(u16, u16); 69] = [
    (0x80, 0xa9),
    (0xab, 0xb1),
    (0xb4, 0xb4),
    (0xb6, 0xb8),
    (0xbb, 0xbb),
    (0xbf, 0xbf),
    (0xd7, 0xd7),
    (0xf7, 0xf7),
    (0x2c2, 0x2c5),
    (0x2d2, 0x2df),
    (0x2e5, 0x2eb),
    (0x2ef, 0x2ff),
    (0x375, 0x375),
    (0x37e, 0x37e),
    (0x380, 0x385),
    (0x387, 0x387),
    (0x482, 0x482),
    (0x55a, 0x55f),
    (0x589, 0x58f),
    (0x5be, 0x5be),
    (0x5c0, 0x5c0),
    (0x5c3, 0x5c3),
    (0x5c6, 0x5c6),
    (0x5f3, 0x5f4),
    (0x600, 0x60f),
    (0x61b, 0x61f),
    (0x66a, 0x66d),
    (0x6d4, 0x6d4),
    (0x6dd, 0x6de),
    (0x6e9, 0x6e9),
    (0x964, 0x965),
    (0x970, 0x970),
    (0xe3f, 0xe3f),
    (0xe5a, 0xe5b),
    (0x10fb, 0x10fb),
    (0x1360, 0x1368),
    (0x17d4, 0x17db),
    (0x2000, 0x206f),
    (0x207a, 0x207e),
    (0x208a, 0x208e),
    (0x20a0, 0x20ff),
    (0x2100, 0x2101),
    (0x2103, 0x2106),
    (0x2108, 0x2109),
    (0x2114, 0x2114),
    (0x2116, 0x2118),
    (0x211e, 0x2123),
    (0x218a, 0x245f),
    (0x2500, 0x2775),
    (0x2794, 0x2bff),
    (0x2e00, 0x2e2e),
    (0x2e30, 0x2e7f),
    (0x3000, 0x3004),
    (0x3008, 0x3020),
    (0x3030, 0x3030),
    (0x303d, 0x303f),
    (0x309b, 0x309c),
    (0x30a0, 0x30a0),
    (0x30fb, 0x30fb),
    (0xe000, 0xf8ff),
    (0xfd3e, 0xfd4f),
    (0xfdfc, 0xfdff),
    (0xfe00, 0xfe19),
    (0xfe30, 0xfe6b),
    (0xfeff, 0xff0f),
    (0xff1a, 0xff20),
    (0xff3b, 0xff40),
    (0xff5b, 0xff65),
    (0xffe0, 0xffff),
];
/// The digits of other alphabets, by the first of the ten.
const ZEROS: [u16; 6] = [0x660, 0x6f0, 0xe50, 0xed0, 0x17e0, 0xff10];

/// Returns whether a character is a letter, a mark that belongs to one, or a digit.
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    match u16::try_from(u32::from(c)) {
        Ok(code) => {
            let next = SIGNS.partition_point(|(_, last)| *last < code);
            SIGNS.get(next).is_none_or(|(first, _)| code < *first)
        }
        Err(_) => !matches!(c, '\u{1f000}'..='\u{1fbff}' | '\u{e0000}'..),
    }
}

/// Returns whether a character is a letter, or a mark that belongs to one.
pub(crate) fn is_letter(c: char) -> bool {
    is_letter_or_digit(c) && !is_digit(c)
}

/// Returns whether a character is a digit or a number of its own, as ² and ½ are.
pub(crate) fn is_digit(c: char) -> bool {
    let code = u32::from(c);
    match code {
        0x30..=0x39 | 0xb2..=0xb3 | 0xb9 | 0xbc..=0xbe | 0x2070 | 0x2074..=0x2079 | 0x2080..=0x2089 => true,
        0x2150..=0x2182
        | 0x2185..=0x2189
        | 0x2460..=0x249b
        | 0x24ea..=0x24ff
        | 0x2776..=0x2793
        | 0x3007
        | 0x3021..=0x3029 => true,
        // The alphabets of India have theirs at the same place.
        0x900..=0xdff => matches!(code & 0x7f, 0x66..=0x6f),
        _ => ZEROS.iter().any(|zero| code.wrapping_sub(u32::from(*zero)) < 10),
    }
}

/// Returns a letter in lower case. It knows Latin, Vietnamese, Greek, Cyrillic and Armenian.
#[inline]
pub(crate) fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let code = u32::from(c);
    let small = match code {
        0xc0..=0xd6 | 0xd8..=0xde | 0x391..=0x3a1 | 0x3a3..=0x3ab | 0x410..=0x42f => code + 0x20,
        0x100..=0x12f | 0x132..=0x137 | 0x14a..=0x177 | 0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f => code | 1,
        0x139..=0x148 | 0x179..=0x17e | 0x4c1..=0x4ce => code + (code & 1),
        0x388..=0x38a => code + 0x25,
        0x400..=0x40f => code + 0x50,
        0x1a0..=0x1a5 | 0x1e00..=0x1e95 | 0x1ea0..=0x1eff => code | 1,
        0x1af => code + 1,
        0x531..=0x556 => code + 0x30,
        // The dot of the Turkish one is the small letter's own.
        0x130 => 0x69,
        0x178 => 0xff,
        0x386 => 0x3ac,
        0x38c => 0x3cc,
        0x38e..=0x38f => code + 0x3f,
        0x4c0 => 0x4cf,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// Returns the letters and digits of a text in lower case, which is what a reader hears of it.
pub(crate) fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| is_letter_or_digit(*c)).map(lower)
}

#[cfg(test)]
mod tests {
    use super::{is_digit, is_letter, is_letter_or_digit, lower};

    #[test]
    fn the_letters_and_digits_of_newsrooms_are_those_of_unicode() {
        let alphabets = [
            '\u{0}'..='\u{2eb}',
            '\u{370}'..='\u{3f5}',
            '\u{400}'..='\u{482}',
            '\u{48a}'..='\u{556}',
            '\u{5d0}'..='\u{60f}',
            '\u{61b}'..='\u{64a}',
            '\u{660}'..='\u{6d5}',
            '\u{904}'..='\u{939}',
            '\u{958}'..='\u{970}',
            '\u{985}'..='\u{9b9}',
            '\u{9e6}'..='\u{9f1}',
            '\u{e01}'..='\u{e33}',
            '\u{e50}'..='\u{e5b}',
            '\u{10a0}'..='\u{10ff}',
            '\u{1e00}'..='\u{1fbc}',
            '\u{2000}'..='\u{20cf}',
            '\u{2114}'..='\u{2124}',
            '\u{2150}'..='\u{249b}',
            '\u{24b6}'..='\u{2bff}',
            '\u{3000}'..='\u{3029}',
            '\u{3041}'..='\u{3096}',
            '\u{309b}'..='\u{312f}',
            '\u{4e00}'..='\u{9fff}',
            '\u{ac00}'..='\u{d7a3}',
            '\u{ff00}'..='\u{ff9d}',
            '\u{1f18a}'..='\u{1faff}',
        ];
        // What is no character yet, and marks, which Unicode counts among letters or not, are not shown as they are.
        let is_shown = |c: &char| c.escape_debug().count() == 1;
        for c in alphabets.into_iter().flatten().filter(is_shown) {
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c}");
            assert_eq!(is_digit(c), c.is_numeric(), "{c}");
            assert_eq!(is_letter(c), c.is_alphabetic() && !c.is_numeric(), "{c}");
        }
    }

    #[test]
    fn the_alphabets_of_newsrooms_are_lowered_as_unicode_does() {
        let whole = ['\u{0}'..='\u{17f}', '\u{386}'..='\u{3ce}', '\u{400}'..='\u{587}', '\u{1e00}'..='\u{1eff}'];
        for c in whole.into_iter().flatten().chain("ƠơƯư".chars()) {
            // In Unicode the Turkish one becomes two, a letter and its dot; the sharp S is a capital that nobody writes.
            if !"İẞ".contains(c) {
                assert_eq!([lower(c)].as_slice(), c.to_lowercase().collect::<Vec<_>>(), "{c:?}");
            }
        }
        assert_eq!(lower('İ'), 'i');
        for c in ['\u{0}'..='\u{d7ff}', '\u{e000}'..='\u{10ffff}'].into_iter().flatten() {
            assert!(lower(c) == c || c.to_lowercase().eq([lower(c)]) || c == 'İ', "{c:?}");
        }
    }
}
