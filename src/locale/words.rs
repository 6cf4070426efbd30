//! The words of one language, and how one of them is replaced; it knows no language.

use super::{Calendar, Plural, PluralRule};

/// The words of one language, and its rules. `{}` stands for what is put in.
///
/// The phrases of an embed (`embed_…`) all ask for the same case of what is put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale<'a> {
    /// The language tag (BCP 47).
    pub tag: &'a str,
    /// Names the way from the front page to the article.
    pub breadcrumb: &'a str,
    /// Announces a picture’s credit that does not announce itself.
    pub image_credit: &'a str,
    /// Stands before the time of first publication.
    pub published: &'a str,
    /// Stands before the time of the last change.
    pub updated: &'a str,
    /// Names the posts of a live blog.
    pub updates: &'a str,
    /// Who wrote it.
    pub by: &'a str,
    /// Heads the footnotes.
    pub notes: &'a str,
    /// Names a reference to a footnote.
    pub note: &'a str,
    /// Names the way from a footnote back to its reference.
    pub back_to_reference: &'a str,
    /// Names a table that has no caption.
    pub table: &'a str,
    /// Names lines of code.
    pub code: &'a str,
    /// Announces a task that is done.
    pub done: &'a str,
    /// Announces a task that is not done.
    pub to_do: &'a str,
    /// Announces the credit of what is not a picture.
    pub credit: &'a str,
    /// Who took the photographs.
    pub photographs_by: &'a str,
    /// Who drew the illustrations.
    pub illustrations_by: &'a str,
    /// Who edited it.
    pub edited_by: &'a str,
    /// Who translated it.
    pub translated_by: &'a str,
    /// How long it takes to read, in minutes.
    pub reading_time: Plural<'a>,
    /// Heads what was wrong and has been put right.
    pub correction: &'a str,
    /// Heads what could be misunderstood.
    pub clarification: &'a str,
    /// Heads what has become known since.
    pub update: &'a str,
    /// Heads what the editors say about the article.
    pub editors_note: &'a str,
    /// The place in a series: `{part}` and `{total}`.
    pub series_part: &'a str,
    /// The place in a series whose length is not known.
    pub series_part_only: &'a str,
    /// Heads the table of contents.
    pub contents: &'a str,
    /// Names a gallery that has no caption.
    pub gallery: &'a str,
    /// Names a video that has no caption.
    pub video: &'a str,
    /// Names a recording that has no caption.
    pub audio: &'a str,
    /// Heads the words of a recording.
    pub transcript: &'a str,
    /// Names a track of captions: speech and sounds, for those who do not hear them.
    pub captions: &'a str,
    /// Names a track of subtitles: speech, for those who do not understand it.
    pub subtitles: &'a str,
    /// Names a track that tells what is to be seen.
    pub audio_description: &'a str,
    /// Names a track of chapters.
    pub chapters: &'a str,
    /// Says that a picture was generated (IPTC’s `trainedAlgorithmicMedia`).
    pub made_with_ai: &'a str,
    /// Says that a picture was generated in part (`compositeWithTrainedAlgorithmicMedia`).
    pub partly_made_with_ai: &'a str,
    /// Says that a picture was put together from several (`composite`).
    pub composite: &'a str,
    /// Heads the long description of a picture.
    pub picture_description: &'a str,
    /// Where figures come from.
    pub source: &'a str,
    /// Heads the links to related articles.
    pub related: &'a str,
    /// Names what is paid for.
    pub advertisement: &'a str,
    /// Names what another site shows.
    pub embed_title: &'a str,
    /// The link to what another site shows.
    pub embed_open: &'a str,
    /// The button that loads what another site shows.
    pub embed_load: &'a str,
    /// Says what another site may do when it is loaded.
    pub embed_notice: &'a str,
    /// The link past what another site shows.
    pub embed_skip: &'a str,
    /// Stands for a site without a name in the phrases of an embed, in the case that they ask for.
    pub another_site: &'a str,
    /// Announces a box with a note.
    pub note_box: &'a str,
    /// Announces a box with a warning.
    pub warning: &'a str,
    /// Announces a box with information.
    pub information: &'a str,
    /// Announces a box with a disclaimer.
    pub disclaimer: &'a str,
    /// Heads a box of facts.
    pub fact_box: &'a str,
    /// Heads the article in a few points.
    pub key_points: &'a str,
    /// Announces a question of an interview.
    pub question: &'a str,
    /// Announces an answer of an interview.
    pub answer: &'a str,
    /// Names a timeline that has no heading.
    pub timeline: &'a str,
    /// A review’s verdict: `{value}` and `{max}`.
    pub rating: &'a str,
    /// Says that no more posts will come.
    pub live_ended: &'a str,
    /// Announces an important post.
    pub key_event: &'a str,
    /// Announces a post that is kept on top.
    pub pinned: &'a str,
    /// Names the link to a post.
    pub post_link: &'a str,
    /// How many posts have come.
    pub new_posts: Plural<'a>,
    /// Says why the article breaks off.
    pub subscribers_only: &'a str,
    /// The button that enlarges a picture.
    pub enlarge: &'a str,
    /// The button that closes what was opened.
    pub close: &'a str,
    /// The button to the next picture.
    pub next: &'a str,
    /// The button to the previous picture.
    pub previous: &'a str,
    /// Says that the article is on its way.
    pub loading: &'a str,
    /// Says that the article did not come.
    pub not_loaded: &'a str,
    /// Joins names.
    pub list: ListWords<'a>,
    /// Which form of a plural stands with a number.
    pub rule: PluralRule,
    /// The digit zero; the other digits follow it in Unicode.
    pub zero: char,
    /// What stands before the fraction of a number.
    pub decimal: &'a str,
    /// The calendar of its dates.
    pub calendar: Calendar,
    /// The months of its calendar as they stand in a date.
    pub months: [&'a str; 12],
    /// The first day of a month, where it is not just a number.
    pub first_day: Option<&'a str>,
    /// A date: `{day}`, `{month}` and `{year}`.
    pub date: &'a str,
    /// A time of day: `{HH}`, or `{H}` where nothing fills it up to two digits, and `{mm}`.
    pub clock: &'a str,
    /// A date and time: `{date}` and `{clock}`.
    pub date_and_time: &'a str,
}

/// What stands between the names of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListWords<'a> {
    /// Between two names.
    pub pair: &'a str,
    /// Between the first of several names.
    pub middle: &'a str,
    /// Before the last of several names.
    pub last: &'a str,
}

/// The names of the words that [`Locale::set`] replaces.
pub const WORDS: &[&str] = &[
    "breadcrumb",
    "imageCredit",
    "published",
    "updated",
    "updates",
    "by",
    "notes",
    "note",
    "backToReference",
    "table",
    "code",
    "done",
    "toDo",
    "credit",
    "photographsBy",
    "illustrationsBy",
    "editedBy",
    "translatedBy",
    "readingTime",
    "correction",
    "clarification",
    "update",
    "editorsNote",
    "seriesPart",
    "seriesPartOnly",
    "contents",
    "gallery",
    "video",
    "audio",
    "transcript",
    "captions",
    "subtitles",
    "audioDescription",
    "chapters",
    "madeWithAi",
    "partlyMadeWithAi",
    "composite",
    "pictureDescription",
    "source",
    "related",
    "advertisement",
    "embedTitle",
    "embedOpen",
    "embedLoad",
    "embedNotice",
    "embedSkip",
    "anotherSite",
    "noteBox",
    "warning",
    "information",
    "disclaimer",
    "factBox",
    "keyPoints",
    "question",
    "answer",
    "timeline",
    "rating",
    "liveEnded",
    "keyEvent",
    "pinned",
    "postLink",
    "newPosts",
    "subscribersOnly",
    "enlarge",
    "close",
    "next",
    "previous",
    "loading",
    "notLoaded",
];

impl<'a> Locale<'a> {
    /// Replaces a word, given its name in [`WORDS`], and says whether there is one of that name.
    ///
    /// What replaces a plural stands with every number.
    ///
    /// ```
    /// use newsprint::locale::ENGLISH;
    /// let mut words = *ENGLISH;
    /// assert!(words.set("notes", "Endnotes"));
    /// assert_eq!(words.notes, "Endnotes");
    /// assert!(!words.set("headline", "Title"));
    /// ```
    #[must_use]
    pub fn set(&mut self, name: &str, word: &'a str) -> bool {
        match name {
            "readingTime" => self.reading_time = Plural::always(word),
            "newPosts" => self.new_posts = Plural::always(word),
            _ => match self.word(name) {
                Some(old) => *old = word,
                None => return false,
            },
        }
        true
    }

    pub(super) fn word(&mut self, name: &str) -> Option<&mut &'a str> {
        Some(match name {
            "breadcrumb" => &mut self.breadcrumb,
            "imageCredit" => &mut self.image_credit,
            "published" => &mut self.published,
            "updated" => &mut self.updated,
            "updates" => &mut self.updates,
            "by" => &mut self.by,
            "notes" => &mut self.notes,
            "note" => &mut self.note,
            "backToReference" => &mut self.back_to_reference,
            "table" => &mut self.table,
            "code" => &mut self.code,
            "done" => &mut self.done,
            "toDo" => &mut self.to_do,
            "credit" => &mut self.credit,
            "photographsBy" => &mut self.photographs_by,
            "illustrationsBy" => &mut self.illustrations_by,
            "editedBy" => &mut self.edited_by,
            "translatedBy" => &mut self.translated_by,
            "correction" => &mut self.correction,
            "clarification" => &mut self.clarification,
            "update" => &mut self.update,
            "editorsNote" => &mut self.editors_note,
            "seriesPart" => &mut self.series_part,
            "seriesPartOnly" => &mut self.series_part_only,
            "contents" => &mut self.contents,
            "gallery" => &mut self.gallery,
            "video" => &mut self.video,
            "audio" => &mut self.audio,
            "transcript" => &mut self.transcript,
            "captions" => &mut self.captions,
            "subtitles" => &mut self.subtitles,
            "audioDescription" => &mut self.audio_description,
            "chapters" => &mut self.chapters,
            "madeWithAi" => &mut self.made_with_ai,
            "partlyMadeWithAi" => &mut self.partly_made_with_ai,
            "composite" => &mut self.composite,
            "pictureDescription" => &mut self.picture_description,
            "source" => &mut self.source,
            "related" => &mut self.related,
            "advertisement" => &mut self.advertisement,
            "embedTitle" => &mut self.embed_title,
            "embedOpen" => &mut self.embed_open,
            "embedLoad" => &mut self.embed_load,
            "embedNotice" => &mut self.embed_notice,
            "embedSkip" => &mut self.embed_skip,
            "anotherSite" => &mut self.another_site,
            "noteBox" => &mut self.note_box,
            "warning" => &mut self.warning,
            "information" => &mut self.information,
            "disclaimer" => &mut self.disclaimer,
            "factBox" => &mut self.fact_box,
            "keyPoints" => &mut self.key_points,
            "question" => &mut self.question,
            "answer" => &mut self.answer,
            "timeline" => &mut self.timeline,
            "rating" => &mut self.rating,
            "liveEnded" => &mut self.live_ended,
            "keyEvent" => &mut self.key_event,
            "pinned" => &mut self.pinned,
            "postLink" => &mut self.post_link,
            "subscribersOnly" => &mut self.subscribers_only,
            "enlarge" => &mut self.enlarge,
            "close" => &mut self.close,
            "next" => &mut self.next,
            "previous" => &mut self.previous,
            "loading" => &mut self.loading,
            "notLoaded" => &mut self.not_loaded,
            _ => return None,
        })
    }

    /// Returns what stands before item `index` of a list of `count` items.
    #[must_use]
    pub fn before(&self, index: usize, count: usize) -> &'a str {
        match (index, count) {
            (0, _) => "",
            (1, 2) => self.list.pair,
            _ if index + 1 == count => self.list.last,
            _ => self.list.middle,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Locale, WORDS};
    use crate::locale::ENGLISH;

    #[test]
    fn every_word_can_be_set_and_is_another() {
        for name in WORDS {
            let mut words: Locale<'_> = *ENGLISH;
            assert!(words.set(name, "{} set"), "{name}");
            assert_ne!(words, *ENGLISH, "{name}");
        }
        let mut words = *ENGLISH;
        assert!(WORDS.iter().all(|name| words.set(name, "{} set")));
        assert_eq!(format!("{words:?}").matches("{} set").count(), WORDS.len());
        assert!(!words.set("tag", "xx"));
    }

    #[test]
    fn a_word_may_live_as_long_as_the_host_wants() {
        let word = String::from("{} minutes");
        let mut words: Locale<'_> = *ENGLISH;
        assert!(words.set("readingTime", &word));
        assert_eq!(words.count(&words.reading_time, 1), "1 minutes");
    }
}
