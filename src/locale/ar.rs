//! The words that are added to an article in Arabic.

use super::{ListWords, Locale};

/// The row for Arabic. Dates and lists follow CLDR 47.
pub(super) const LOCALE: Locale = Locale {
    tag: "ar",
    breadcrumb: "مسار التنقل",
    image_credit: "مصدر الصورة:",
    published: "نُشر في",
    updated: "حُدِّث في",
    updates: "آخر المستجدات",
    by: "بقلم {}",
    notes: "الحواشي",
    note: "حاشية {}",
    back_to_reference: "العودة إلى المرجع {}",
    table: "جدول {}",
    code: "شيفرة {}",
    done: "أُنجز:",
    to_do: "لم يُنجز:",
    list: ListWords { pair: " و", middle: "، ", last: " و" },
    months: [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    first_day: "1",
    date: "{day} {month} {year}",
    date_and_time: "{date}، {clock}",
};
