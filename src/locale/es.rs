//! The words that are added to an article in Spanish.

use super::{ListWords, Locale};

/// The row for Spanish. Dates and lists follow CLDR 47.
pub(super) const LOCALE: Locale = Locale {
    tag: "es",
    breadcrumb: "Ruta de navegación",
    image_credit: "Crédito de la imagen:",
    published: "Publicado el",
    updated: "Actualizado el",
    updates: "Últimas novedades",
    by: "Por {}",
    notes: "Notas al pie",
    note: "Nota {}",
    back_to_reference: "Volver a la referencia {}",
    table: "Tabla {}",
    code: "Código {}",
    done: "Hecho:",
    to_do: "Pendiente:",
    list: ListWords { pair: " y ", middle: ", ", last: " y " },
    months: [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    first_day: "1",
    date: "{day} de {month} de {year}",
    date_and_time: "{date}, {clock}",
};
