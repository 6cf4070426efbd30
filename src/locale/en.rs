//! The words that are added to an article in English.

use super::{ListWords, Locale};

/// The row for English. Dates and lists follow CLDR 47.
pub(super) const LOCALE: Locale = Locale {
    tag: "en",
    breadcrumb: "Breadcrumb",
    image_credit: "Image credit:",
    published: "Published",
    updated: "Updated",
    updates: "Latest updates",
    by: "By {}",
    notes: "Footnotes",
    note: "Footnote {}",
    back_to_reference: "Back to reference {}",
    table: "Table {}",
    code: "Code {}",
    done: "Done:",
    to_do: "To do:",
    list: ListWords { pair: " and ", middle: ", ", last: " and " },
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    first_day: "1",
    date: "{day} {month} {year}",
    date_and_time: "{date}, {clock}",
};
