//! The case of letters; it knows the alphabets that have capitals, not what the letters say.

/// Returns a letter in lower case. It knows Latin, Vietnamese, Greek, Cyrillic and Armenian: the tables of
/// Unicode, which have rare and ancient alphabets as well, weigh more than all of our lists of words.
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
    text.chars().filter(|c| c.is_alphanumeric()).map(lower)
}

#[cfg(test)]
mod tests {
    use super::lower;

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
