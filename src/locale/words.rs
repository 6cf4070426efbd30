//! The words of one language, and how one of them is replaced; it knows no language.

use std::fmt;

use super::packed::{Rules, Strings};
use super::{Calendar, ListWords, Plural, PluralRule};

/// Makes the struct, the names of its words and their order where they are packed, so that there is one list of them:
/// a function makes no struct.
macro_rules! words {
    (
        words { $($(#[$about:meta])* $word:ident = $name:literal,)* }
        plurals { $($(#[$about_plural:meta])* $plural:ident = $plural_name:literal,)* }
    ) => {
        /// The words of one language, and its rules. `{}` stands for what is put in.
        ///
        /// The phrases of an embed (`embed_…`) all ask for the same case of what is put in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Locale<'a> {
            /// The language tag (BCP 47).
            pub tag: &'a str,
            /// The script that it is written in (ISO 15924).
            pub script: &'a str,
            $($(#[$about])* pub $word: &'a str,)*
            $($(#[$about_plural])* pub $plural: Plural<'a>,)*
            /// Joins names.
            pub list: ListWords<'a>,
            /// The months of its calendar as they stand in a date.
            pub months: [&'a str; 12],
            /// The first day of a month, where it is not just a number.
            pub first_day: Option<&'a str>,
            /// A date: `{day}`, `{month}` and `{year}`.
            pub date: &'a str,
            /// A time of day: `{HH}`, or `{H}` where nothing fills it up to two digits, and `{mm}`. Where a day has twice
            /// twelve hours, `{h}` and the parts of a day, each with its first hour: `{0 AM|12 PM}`.
            pub clock: &'a str,
            /// A date and time: `{date}` and `{clock}`.
            pub date_and_time: &'a str,
            /// What stands before the fraction of a number.
            pub decimal: &'a str,
            /// The digit zero; the other digits follow it in Unicode.
            pub zero: char,
            /// Which form of a plural stands with a number.
            pub rule: PluralRule,
            /// The calendar of its dates.
            pub calendar: Calendar,
        }

        /// The names of the words that [`Locale::set`] replaces.
        pub const WORDS: &[&str] = &[$($name,)* $($plural_name,)*];

        /// How many texts a language has.
        pub(super) const STRINGS: usize = [$($name,)*].len() + 6 * [$($plural_name,)*].len() + 20;

        impl<'a> Locale<'a> {
            /// The word of a name, to be replaced.
            fn word(&mut self, name: &str) -> Option<Word<'_, 'a>> {
                Some(match name {
                    $($name => Word::Text(&mut self.$word),)*
                    $($plural_name => Word::Plural(&mut self.$plural),)*
                    _ => return None,
                })
            }

            /// All texts in the order in which they are packed.
            pub(super) const fn strings(&self) -> [&'a str; STRINGS] {
                let ListWords { pair, middle, last } = self.list;
                let [m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12] = self.months;
                [
                    $(self.$word,)*
                    $(
                        text(self.$plural.zero), text(self.$plural.one), text(self.$plural.two),
                        text(self.$plural.few), text(self.$plural.many), self.$plural.other,
                    )*
                    pair, middle, last,
                    m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12,
                    text(self.first_day), self.date, self.clock, self.date_and_time, self.decimal,
                ]
            }

            /// What is not packed.
            pub(super) const fn rules(&self) -> Rules<'a> {
                Rules { script: self.script, zero: self.zero, rule: self.rule, calendar: self.calendar }
            }

            /// The locale of texts in the order of [`Self::strings`].
            pub(super) fn of(tag: &'a str, mut texts: Strings<'a>, rules: Rules<'a>) -> Self {
                let Rules { script, zero, rule, calendar } = rules;
                Self {
                    tag,
                    script,
                    $($word: texts.next(),)*
                    $($plural: texts.plural(),)*
                    list: ListWords { pair: texts.next(), middle: texts.next(), last: texts.next() },
                    months: std::array::from_fn(|_| texts.next()),
                    first_day: texts.some_next(),
                    date: texts.next(),
                    clock: texts.next(),
                    date_and_time: texts.next(),
                    decimal: texts.next(),
                    zero,
                    rule,
                    calendar,
                }
            }
        }
    };
}

words! {
    words {
        /// Names the way from the front page to the article.
        breadcrumb = "breadcrumb",
        /// Announces a picture’s credit that does not announce itself.
        image_credit = "imageCredit",
        /// Stands before the time of first publication.
        published = "published",
        /// Stands before the time of the last change.
        updated = "updated",
        /// Names the posts of a live blog.
        updates = "updates",
        /// Who wrote it.
        by = "by",
        /// Heads the footnotes.
        notes = "notes",
        /// Names a reference to a footnote.
        note = "note",
        /// Names the way from a footnote back to its reference.
        back_to_reference = "backToReference",
        /// Names a table that has no caption.
        table = "table",
        /// Names lines of code.
        code = "code",
        /// Announces a task that is done.
        done = "done",
        /// Announces a task that is not done.
        to_do = "toDo",
        /// Announces the credit of what is not a picture.
        credit = "credit",
        /// Who took the photographs.
        photographs_by = "photographsBy",
        /// Who drew the illustrations.
        illustrations_by = "illustrationsBy",
        /// Who edited it.
        edited_by = "editedBy",
        /// Who translated it.
        translated_by = "translatedBy",
        /// Heads what was wrong and has been put right.
        correction = "correction",
        /// Heads what could be misunderstood.
        clarification = "clarification",
        /// Heads what has become known since.
        update = "update",
        /// Heads what the editors say about the article.
        editors_note = "editorsNote",
        /// The place in a series: `{part}` and `{total}`.
        series_part = "seriesPart",
        /// The place in a series whose length is not known.
        series_part_only = "seriesPartOnly",
        /// Heads the table of contents.
        contents = "contents",
        /// Names a gallery that has no caption.
        gallery = "gallery",
        /// Names a video that has no caption.
        video = "video",
        /// Names a recording that has no caption.
        audio = "audio",
        /// Heads the words of a recording.
        transcript = "transcript",
        /// Names a track of captions: speech and sounds, for those who do not hear them.
        captions = "captions",
        /// Names a track of subtitles: speech, for those who do not understand it.
        subtitles = "subtitles",
        /// Names a track that tells what is to be seen.
        audio_description = "audioDescription",
        /// Names a track of chapters.
        chapters = "chapters",
        /// Says that a picture was generated (IPTC’s `trainedAlgorithmicMedia`).
        made_with_ai = "madeWithAi",
        /// Says that a picture was generated in part (`compositeWithTrainedAlgorithmicMedia`).
        partly_made_with_ai = "partlyMadeWithAi",
        /// Says that a picture was put together from several (`composite`).
        composite = "composite",
        /// Heads the long description of a picture.
        picture_description = "pictureDescription",
        /// Where figures come from.
        source = "source",
        /// Heads the links to related articles.
        related = "related",
        /// Names what is paid for.
        advertisement = "advertisement",
        /// Names what another site shows.
        embed_title = "embedTitle",
        /// The link to what another site shows.
        embed_open = "embedOpen",
        /// The button that loads what another site shows.
        embed_load = "embedLoad",
        /// Says what another site may do when it is loaded.
        embed_notice = "embedNotice",
        /// The link past what another site shows.
        embed_skip = "embedSkip",
        /// Stands for a site without a name in the phrases of an embed, in the case that they ask for.
        another_site = "anotherSite",
        /// Announces a box with a note.
        note_box = "noteBox",
        /// Announces a box with a warning.
        warning = "warning",
        /// Announces a box with information.
        information = "information",
        /// Announces a box with a disclaimer.
        disclaimer = "disclaimer",
        /// Heads a box of facts.
        fact_box = "factBox",
        /// Heads the article in a few points.
        key_points = "keyPoints",
        /// Announces a question of an interview.
        question = "question",
        /// Announces an answer of an interview.
        answer = "answer",
        /// Names a timeline that has no heading.
        timeline = "timeline",
        /// A review’s verdict: `{value}` and `{max}`.
        rating = "rating",
        /// Says that no more posts will come.
        live_ended = "liveEnded",
        /// Announces an important post.
        key_event = "keyEvent",
        /// Announces a post that is kept on top.
        pinned = "pinned",
        /// Names the link to a post.
        post_link = "postLink",
        /// Says why the article breaks off.
        subscribers_only = "subscribersOnly",
        /// The button that enlarges a picture.
        enlarge = "enlarge",
        /// The button that closes what was opened.
        close = "close",
        /// The button to the next picture.
        next = "next",
        /// The button to the previous picture.
        previous = "previous",
        /// Says that the article is on its way.
        loading = "loading",
        /// Says that the article did not come.
        not_loaded = "notLoaded",
    }
    plurals {
        /// How long it takes to read, in minutes.
        reading_time = "readingTime",
        /// How many posts have come.
        new_posts = "newPosts",
    }
}

/// A text that is left out is packed as an empty one; none is empty otherwise.
const fn text(text: Option<&str>) -> &str {
    match text {
        Some(text) => text,
        None => "",
    }
}

/// Why a word cannot be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WordError {
    /// There is no word of that name.
    Unknown(String),
    /// The new word has no place for what is put in.
    Place {
        /// The name of the word.
        name: String,
        /// The new word.
        word: String,
        /// The place that it lacks, in braces.
        place: String,
    },
}

impl fmt::Display for WordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(name) => write!(f, "`{name}` is no word of ours"),
            Self::Place { name, word, place } => write!(f, "`{name}` is `{word}`, which has no place for `{place}`"),
        }
    }
}

impl std::error::Error for WordError {}

/// A word that may be replaced.
enum Word<'w, 'a> {
    Text(&'w mut &'a str),
    Plural(&'w mut Plural<'a>),
}

impl<'a> Locale<'a> {
    /// Replaces a word, given its name in [`WORDS`]. What replaces a plural stands with every number.
    ///
    /// ```
    /// let mut words = *newsprint::locale::english();
    /// assert!(words.set("notes", "Endnotes").is_ok());
    /// assert_eq!(words.notes, "Endnotes");
    /// assert!(words.set("headline", "Title").is_err());
    /// assert_eq!(words.set("by", "Words").unwrap_err().to_string(), "`by` is `Words`, which has no place for `{}`");
    /// ```
    ///
    /// # Errors
    ///
    /// There is no word of that name, or what is put into it would be lost.
    pub fn set(&mut self, name: &str, word: &'a str) -> Result<(), WordError> {
        let old = self.word(name).ok_or_else(|| WordError::Unknown(name.to_owned()))?;
        let before = match &old {
            Word::Text(text) => text,
            Word::Plural(plural) => plural.other,
        };
        if let Some(place) = places(before).find(|place| !word.contains(place)) {
            return Err(WordError::Place { name: name.to_owned(), word: word.to_owned(), place: place.to_owned() });
        }
        match old {
            Word::Text(old) => *old = word,
            Word::Plural(old) => *old = Plural::always(word),
        }
        Ok(())
    }
}

/// The places of a phrase that are filled, with their braces.
fn places(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.match_indices('{').filter_map(|(at, _)| phrase.get(at..)?.split_inclusive('}').next())
}

#[cfg(test)]
mod tests {
    use super::{Locale, WORDS, WordError};
    use crate::locale::english;

    /// A word with every place that any has.
    const SET: &str = "{} {part} {total} {value} {max} set";

    #[test]
    fn what_is_put_in_is_never_lost() {
        let lost = { *english() }.set("seriesPart", "Part {part}").unwrap_err().to_string();
        assert_eq!(lost, "`seriesPart` is `Part {part}`, which has no place for `{total}`");
        assert!({ *english() }.set("newPosts", "new").is_err());
    }

    #[test]
    fn every_word_can_be_set_and_is_another() {
        for name in WORDS {
            let mut words: Locale<'_> = *english();
            assert_eq!(words.set(name, SET), Ok(()), "{name}");
            assert_ne!(words, *english(), "{name}");
        }
        let mut words = *english();
        assert!(WORDS.iter().all(|name| words.set(name, SET).is_ok()));
        assert_eq!(format!("{words:?}").matches(SET).count(), WORDS.len());
        assert_eq!(words.set("tag", "xx"), Err(WordError::Unknown("tag".to_owned())));
    }

    #[test]
    fn names_are_those_of_the_fields() {
        let fields = format!("{:?}", english());
        for name in WORDS {
            let field: String = name
                .chars()
                .flat_map(|c| c.is_ascii_uppercase().then_some('_').into_iter().chain([c.to_ascii_lowercase()]))
                .collect();
            assert!(fields.contains(&format!(" {field}: ")), "{name}");
        }
    }

    #[test]
    fn a_word_may_live_as_long_as_the_host_wants() {
        let word = String::from("{} minutes");
        let mut words: Locale<'_> = *english();
        assert!(words.set("readingTime", &word).is_ok());
        assert_eq!(words.count(&words.reading_time, 1), "1 minutes");
    }
}
