//! The words that are added to an article in German.

use super::{ListWords, Locale};

/// The row for German. Dates and lists follow CLDR 47.
pub(super) const LOCALE: Locale = Locale {
    tag: "de",
    breadcrumb: "Brotkrumennavigation",
    image_credit: "Bildnachweis:",
    published: "Veröffentlicht am",
    updated: "Aktualisiert am",
    updates: "Neueste Meldungen",
    by: "Von {}",
    notes: "Fußnoten",
    note: "Fußnote {}",
    back_to_reference: "Zurück zum Verweis {}",
    table: "Tabelle {}",
    code: "Code {}",
    done: "Erledigt:",
    to_do: "Offen:",
    list: ListWords { pair: " und ", middle: ", ", last: " und " },
    months: [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    first_day: "1",
    date: "{day}. {month} {year}",
    date_and_time: "{date}, {clock}",
};
