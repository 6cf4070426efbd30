//! Dates as people write them; it knows the names of months, not what a date is for.

use crate::model::Date;

/// The months, by how their names begin, in English, German, French, Spanish, Portuguese, Italian, Dutch and the
/// Nordic languages, and in full in Arabic.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän", "ene", "gen", "يناير", "كانون الثاني"],
    &["feb", "fév", "fev", "فبراير", "شباط"],
    &["mar", "mär", "mrt", "maa", "مارس", "آذار"],
    &["apr", "avr", "abr", "أبريل", "نيسان"],
    &["may", "mai", "maj", "mag", "mei", "مايو", "أيار"],
    &["jun", "juin", "giu", "يونيو", "حزيران"],
    &["jul", "juil", "lug", "يوليو", "تموز"],
    &["aug", "aoû", "aou", "ago", "أغسطس", "آب"],
    &["sep", "set", "سبتمبر", "أيلول"],
    &["oct", "okt", "out", "ott", "أكتوبر", "تشرين الأول"],
    &["nov", "نوفمبر", "تشرين الثاني"],
    &["dec", "dez", "déc", "dic", "des", "ديسمبر", "كانون الأول"],
];

/// Returns the date that the words are, if they hold a day or at least the digits of one.
pub(super) fn date(words: &str) -> Option<Date<'_>> {
    const MOST_WORDS: usize = 10;
    let date = Date::parse(words);
    if date.moment.is_some() {
        return Some(date);
    }
    if !words.contains(|c: char| c.is_ascii_digit()) || words.split_whitespace().count() > MOST_WORDS {
        return None;
    }
    let moment = iso(words).and_then(|iso| Date::parse(iso).moment);
    Some(Date { source: words.into(), moment })
}

/// The date as RFC 3339 writes it, where nothing is open: "8 September 2020, 9:14 pm", "08.09.2020".
fn iso(words: &str) -> Option<String> {
    let (mut day, mut month, mut year, mut time) = (None, None, None, String::new());
    let mut pieces =
        words.split(|c: char| c.is_whitespace() || matches!(c, ',' | '،')).filter(|piece| !piece.is_empty());
    while let Some(piece) = pieces.next() {
        let bare = piece.trim_end_matches(['.', 'º', '°']);
        let bare =
            ["st", "nd", "rd", "th", "er"].iter().find_map(|end| number(bare.strip_suffix(end)?)).or(number(bare));
        match bare {
            Some(number @ 1..=31) if day.is_none() => day = Some(number),
            Some(number @ 1000..=9999) if year.is_none() => year = Some(number),
            Some(_) => return None,
            None if piece.contains(':') => time = clock(piece, pieces.clone().next().unwrap_or_default())?,
            None => {
                if let Some((d, m, y)) = dotted(piece) {
                    (day, month, year) = (Some(d), Some(m), Some(y));
                } else {
                    month = month.or_else(|| month_named(piece));
                }
            }
        }
    }
    Some(format!("{:04}-{:02}-{:02}{time}", year?, month?, day?))
}

fn number(piece: &str) -> Option<u32> {
    piece.bytes().all(|byte| byte.is_ascii_digit()).then(|| piece.parse().ok())?
}

fn month_named(piece: &str) -> Option<u32> {
    let name = piece.to_lowercase();
    let is_named = |starts: &&[&str]| starts.iter().any(|start| name.starts_with(start));
    // "juin" and "juil" begin with letters that no other month has: the order does not matter.
    MONTHS.iter().position(is_named).and_then(|index| u32::try_from(index + 1).ok())
}

/// "08.09.2020": with full stops the day always comes first; with slashes it depends on the country.
fn dotted(piece: &str) -> Option<(u32, u32, u32)> {
    let mut parts = piece.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next().filter(|year| year.len() == 4)?);
    parts.next().is_none().then(|| Some((number(day)?, number(month)?, number(year)?)))?
}

/// "T21:14" for "9:14" and "pm".
fn clock(piece: &str, next: &str) -> Option<String> {
    let lower = piece.to_ascii_lowercase();
    let half = format!("{lower}{}", next.to_ascii_lowercase()).replace('.', "");
    let digits = lower
        .find(|c: char| !c.is_ascii_digit() && c != ':')
        .map_or(lower.as_str(), |end| lower.get(..end).unwrap_or_default());
    let mut parts = digits.split(':');
    let (hour, minute) = (number(parts.next()?)?, number(parts.next().filter(|minute| minute.len() == 2)?)?);
    let hour = match hour {
        12 if half.ends_with("am") => 0,
        1..12 if half.ends_with("pm") => hour + 12,
        _ => hour,
    };
    Some(format!("T{hour:02}:{minute:02}"))
}
