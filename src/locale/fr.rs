//! The words that are added to an article in French.

use super::{ListWords, Locale};

/// The row for French. Dates and lists follow CLDR 47.
pub(super) const LOCALE: Locale = Locale {
    tag: "fr",
    breadcrumb: "Fil d’Ariane",
    image_credit: "Crédit image :",
    published: "Publié le",
    updated: "Mis à jour le",
    updates: "Dernières informations",
    by: "Par {}",
    notes: "Notes de bas de page",
    note: "Note {}",
    back_to_reference: "Retour à l’appel de note {}",
    table: "Tableau {}",
    code: "Code {}",
    done: "Fait :",
    to_do: "À faire :",
    list: ListWords { pair: " et ", middle: ", ", last: " et " },
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    first_day: "1er",
    date: "{day} {month} {year}",
    date_and_time: "{date} à {clock}",
};
