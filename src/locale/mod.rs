//! The words that are added to an article, by language; it knows words and grammar, not where they stand.
//!
//! One file per language, one row each in [`LOCALES`]; a missing word does not compile. Nothing is asked of the
//! machine: dates come out the same on every runtime.

mod ar;
mod de;
mod en;
mod es;
mod fr;

/// The words of one language. `{}` stands for what is put in.
#[derive(Debug, PartialEq, Eq)]
pub struct Locale {
    /// The language subtag (BCP 47).
    pub tag: &'static str,
    /// Names the way from the front page to the article.
    pub breadcrumb: &'static str,
    /// Announces a credit that does not announce itself.
    pub image_credit: &'static str,
    /// Stands before the time of first publication.
    pub published: &'static str,
    /// Stands before the time of the last change.
    pub updated: &'static str,
    /// Names the posts of a live blog.
    pub updates: &'static str,
    /// Who wrote it.
    pub by: &'static str,
    /// Heads the footnotes.
    pub notes: &'static str,
    /// Names a reference to a footnote.
    pub note: &'static str,
    /// Names the way from a footnote back to its reference.
    pub back_to_reference: &'static str,
    /// Names a table that has no caption.
    pub table: &'static str,
    /// Names lines of code.
    pub code: &'static str,
    /// Announces a task that is done.
    pub done: &'static str,
    /// Announces a task that is not done.
    pub to_do: &'static str,
    /// Joins names.
    pub list: ListWords,
    /// The months as they stand in a date.
    pub months: [&'static str; 12],
    /// The first day of a month.
    pub first_day: &'static str,
    /// A date: `{day}`, `{month}` and `{year}`.
    pub date: &'static str,
    /// A date and time: `{date}` and `{clock}`.
    pub date_and_time: &'static str,
}

/// What stands between the names of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListWords {
    /// Between two names.
    pub pair: &'static str,
    /// Between the first of several names.
    pub middle: &'static str,
    /// Before the last of several names.
    pub last: &'static str,
}

/// Every language, English first: it stands in for those that are not here.
pub const LOCALES: &[&Locale] = &[&en::LOCALE, &ar::LOCALE, &de::LOCALE, &es::LOCALE, &fr::LOCALE];

/// Returns the words for a language, given its subtag in lower case; English where there are none.
///
/// ```
/// assert_eq!(newsprint::locale::find("de").notes, "Fußnoten");
/// assert_eq!(newsprint::locale::find("tlh").tag, "en");
/// ```
#[must_use]
pub fn find(language: &str) -> &'static Locale {
    LOCALES.iter().find(|locale| locale.tag == language).copied().unwrap_or(&en::LOCALE)
}

/// A day and a time as they are on the clock of their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CivilTime {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month.
    pub day: u8,
    /// Hours and minutes.
    pub time: Option<(u8, u8)>,
    /// Minutes east of UTC.
    pub offset: Option<i16>,
}

impl Locale {
    /// Returns the words for a moment, with its offset from UTC where it is known.
    #[must_use]
    pub fn date(&self, moment: CivilTime) -> String {
        let Some((hour, minute)) = moment.time else { return self.day(moment) };
        filled(self.date_and_time, &|name, out| match name {
            "date" => out.push_str(&self.day(moment)),
            _ => {
                out.push_str(&two_digits(hour));
                out.push(':');
                out.push_str(&two_digits(minute));
                zone(moment.offset, out);
            }
        })
    }

    fn day(&self, moment: CivilTime) -> String {
        filled(self.date, &|name, out| match name {
            "day" if moment.day == 1 => out.push_str(self.first_day),
            "day" => out.push_str(&moment.day.to_string()),
            "month" => {
                let index = usize::from(moment.month).wrapping_sub(1);
                out.push_str(self.months.get(index).copied().unwrap_or_default());
            }
            _ => out.push_str(&moment.year.to_string()),
        })
    }

    /// Returns what stands before item `index` of a list of `count` items.
    #[must_use]
    pub fn before(&self, index: usize, count: usize) -> &'static str {
        match (index, count) {
            (0, _) => "",
            (1, 2) => self.list.pair,
            _ if index + 1 == count => self.list.last,
            _ => self.list.middle,
        }
    }
}

/// Returns a phrase with `value` put in for its `{}`.
#[must_use]
pub fn fill(phrase: &str, value: &str) -> String {
    filled(phrase, &|_, out| out.push_str(value))
}

/// A phrase with its names in braces replaced by what `value` writes for them.
fn filled(phrase: &str, value: &dyn Fn(&str, &mut String)) -> String {
    let mut out = String::with_capacity(phrase.len() + 16);
    let mut rest = phrase;
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        out.push_str(before);
        value(name, &mut out);
        rest = after;
    }
    out.push_str(rest);
    out
}

fn two_digits(number: u8) -> String {
    [if number < 10 { "0" } else { "" }, &number.to_string()].concat()
}

fn zone(offset: Option<i16>, out: &mut String) {
    let Some(offset) = offset else { return };
    out.push_str(" UTC");
    if offset != 0 {
        let (hours, minutes) = (offset.unsigned_abs() / 60, offset.unsigned_abs() % 60);
        out.push(if offset < 0 { '\u{2212}' } else { '+' });
        out.push_str(&hours.to_string());
        if minutes > 0 {
            out.push(':');
            out.push_str(&two_digits(u8::try_from(minutes).unwrap_or_default()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CivilTime, LOCALES, find};

    const MOMENT: CivilTime = CivilTime { year: 2024, month: 5, day: 1, time: Some((9, 5)), offset: Some(330) };

    #[test]
    fn dates_in_each_language() {
        let expected = [
            ("en", "1 May 2024, 09:05 UTC+5:30"),
            ("ar", "1 مايو 2024، 09:05 UTC+5:30"),
            ("de", "1. Mai 2024, 09:05 UTC+5:30"),
            ("es", "1 de mayo de 2024, 09:05 UTC+5:30"),
            ("fr", "1er mai 2024 à 09:05 UTC+5:30"),
        ];
        for (language, words) in expected {
            assert_eq!(find(language).date(MOMENT), words);
        }
        assert_eq!(find("en").date(CivilTime { time: None, offset: None, ..MOMENT }), "1 May 2024");
        assert_eq!(find("en").date(CivilTime { offset: Some(-180), ..MOMENT }), "1 May 2024, 09:05 UTC\u{2212}3");
    }

    #[test]
    fn names_are_joined() {
        let joined =
            |count| (0..count).map(|index| format!("{}{index}", find("en").before(index, count))).collect::<String>();
        assert_eq!(joined(1), "0");
        assert_eq!(joined(2), "0 and 1");
        assert_eq!(joined(4), "0, 1, 2 and 3");
    }

    #[test]
    fn phrases_have_their_place_to_fill() {
        for locale in LOCALES {
            for phrase in [locale.by, locale.note, locale.back_to_reference, locale.table, locale.code] {
                assert_eq!(phrase.matches("{}").count(), 1, "{}: {phrase}", locale.tag);
            }
            assert!(["{day}", "{month}", "{year}"].iter().all(|part| locale.date.contains(part)), "{}", locale.tag);
            assert!(["{date}", "{clock}"].iter().all(|part| locale.date_and_time.contains(part)), "{}", locale.tag);
        }
    }
}
