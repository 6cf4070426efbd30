//! The language of a text by its letters; it knows the scripts that one language is written in, or nearly so.

use std::ops::RangeInclusive;

use crate::model::{Article, Direction, Language, is_letter};

/// How many letters are looked at, and how many of them one script has in a text of its language.
const LETTERS: usize = 60;
const MOST_OF_THEM: usize = 30;
/// Japanese has others between its own.
const SOME_OF_THEM: usize = 6;

/// Languages, and the letters that they are written in.
const SCRIPTS: [(&str, RangeInclusive<char>, usize); 6] = [
    ("ja", 'ぁ'..='ヿ', SOME_OF_THEM),
    ("ko", '가'..='힣', MOST_OF_THEM),
    ("el", 'Ͱ'..='Ͽ', MOST_OF_THEM),
    ("he", 'א'..='ת', MOST_OF_THEM),
    ("th", 'ก'..='๎', MOST_OF_THEM),
    ("ar", ARABIC, MOST_OF_THEM),
];
/// The letters of Arabic, and those that other languages have added to them.
const ARABIC: RangeInclusive<char> = 'ء'..='ي';
const ADDED: RangeInclusive<char> = 'ٱ'..='ۓ';

/// Says which language a text is in, or at least from which side it is read, if nothing else does and its first letters
/// leave no doubt.
pub(super) fn learn(text: &str, article: &mut Article<'_>) {
    if article.language.is_some() {
        return;
    }
    let letters = || text.chars().filter(|c| is_letter(*c)).take(LETTERS);
    let count = |script: &RangeInclusive<char>| letters().filter(|c| script.contains(c)).count();
    let has_added = count(&ADDED) > 0;
    if has_added && count(&ARABIC) >= MOST_OF_THEM {
        article.direction = article.direction.or(Some(Direction::Rtl));
        return;
    }
    let known = SCRIPTS.iter().find(|(_, script, least)| count(script) >= *least);
    article.language = known.and_then(|(tag, ..)| Language::parse(*tag));
}
