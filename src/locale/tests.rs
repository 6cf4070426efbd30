//! What holds for every language, and for the words of each.

use super::{Locale, Plural, WORDS, english, fill, find, locales};

/// Words that are the same in English: the word, the languages, and why.
const SAME: &[(&str, &[&str], &str)] = &[
    ("code", &["de", "fr", "nl"], "the word of the trade in these languages as well"),
    ("update", &["de", "nl"], "what newsrooms head it with in these languages; their own words are for software"),
    ("video", &["cs", "da", "de", "fi", "id", "it", "nb", "nl", "ro", "sv", "sw", "tr", "vi"], "a Latin word for all"),
    ("audio", &["de", "es", "fr", "id", "it", "nl", "ro"], "a Latin word for all"),
    ("information", &["de", "fr"], "spelt alike"),
    ("disclaimer", &["nl"], "the usual word in Dutch"),
];

fn word(locale: &Locale<'static>, name: &str) -> &'static str {
    match name {
        "readingTime" => locale.reading_time.other,
        "newPosts" => locale.new_posts.other,
        _ => locale.strings()[WORDS.iter().position(|word| *word == name).unwrap()],
    }
}

/// The names in braces, in the order of the alphabet.
fn places(phrase: &str) -> Vec<&str> {
    let mut places: Vec<_> = phrase.split('{').skip(1).map(|rest| rest.split_once('}').unwrap().0).collect();
    places.sort_unstable();
    places
}

#[test]
fn phrases_have_the_places_to_fill_that_they_have_in_english() {
    for locale in locales() {
        for name in WORDS {
            assert_eq!(places(word(&locale, name)), places(word(english(), name)), "{}: {name}", locale.tag);
        }
        assert_eq!(places(locale.date), ["day", "month", "year"], "{}", locale.tag);
        assert_eq!(places(locale.date_and_time), ["clock", "date"], "{}", locale.tag);
        let clock = places(locale.clock);
        let is_whole = clock == ["H", "mm"] || clock == ["HH", "mm"];
        let is_halved = matches!(*clock, [parts, "h", "mm"] if parts.starts_with("0 ") && parts.contains("|12 "));
        assert!(is_whole || is_halved, "{}: {clock:?}", locale.tag);
    }
}

#[test]
fn plurals_leave_out_the_number_only_where_the_word_says_it() {
    for locale in locales() {
        for Plural { zero, one, two, few, many, other } in [locale.reading_time, locale.new_posts] {
            for phrase in [few, many, Some(other)].into_iter().flatten() {
                assert_eq!(places(phrase), [""], "{}: {phrase}", locale.tag);
            }
            for phrase in [zero, one, two].into_iter().flatten() {
                assert!(places(phrase).len() <= 1, "{}: {phrase}", locale.tag);
            }
        }
    }
}

#[test]
fn what_announces_ends_in_a_colon() {
    for locale in locales() {
        for name in WORDS.iter().filter(|name| word(english(), name).ends_with(':')) {
            assert!(word(&locale, name).ends_with([':', '：']), "{}: {name}", locale.tag);
        }
    }
}

#[test]
fn words_are_whole() {
    for locale in locales() {
        for name in WORDS {
            let word = word(&locale, name);
            assert!(!word.is_empty() && word.trim() == word && !word.contains("  "), "{}: {name}", locale.tag);
        }
        assert!(locale.months.iter().all(|month| !month.is_empty()), "{}", locale.tag);
    }
}

#[test]
fn words_are_not_left_in_english() {
    for name in WORDS {
        let is_same = |locale: &Locale<'static>| word(locale, name) == word(english(), name);
        let foreign = locales().filter(|locale| !locale.tag.starts_with("en"));
        let mut same: Vec<_> = foreign.filter(is_same).map(|locale| locale.tag).collect();
        same.sort_unstable();
        let expected = SAME.iter().find(|(same, ..)| same == name).map_or(&[][..], |(_, tags, _)| tags);
        assert_eq!(same, expected, "{name}");
    }
    assert!(SAME.iter().all(|(name, _, reason)| WORDS.contains(name) && !reason.is_empty()));
}

#[test]
fn a_site_without_a_name_fits_the_phrases() {
    let title = |tag: &str| {
        let words = find(tag).unwrap();
        fill(words.embed_title, words.another_site)
    };
    assert_eq!(title("en"), "Content from another site");
    assert_eq!(title("de"), "Inhalt von einer anderen Website");
    assert_eq!(title("fr"), "Contenu fourni par un autre site");
    assert_eq!(title("cs"), "Obsah z jiného webu");
    assert_eq!(title("ru"), "Материал с другого сайта");
}
