//! The words that are added to an article in the English of the United States.

use super::{ListWords, Locale, en};

/// The row for the United States, where it differs from English. Dates and lists follow CLDR 47.
pub(super) const LOCALE: Locale<'static> = Locale {
    tag: "en-US",
    list: ListWords { pair: " and ", middle: ", ", last: ", and " },
    date: "{month} {day}, {year}",
    clock: "{h}:{mm}\u{202f}{0 AM|12 PM}",
    ..en::LOCALE
};
