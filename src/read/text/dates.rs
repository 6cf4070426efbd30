//! Dates as people write them; it knows the names of months, not what a date is for.

use super::super::words;
use crate::model::Date;

/// The months, by how their names begin, in English, German, French, Spanish, Portuguese, Italian, Dutch and the
/// Nordic languages, and in full in Arabic.
const MONTHS: [&str; 12] = [
    "jan|jän|ene|gen|يناير|كانون الثاني",
    "feb|fév|fev|فبراير|شباط",
    "mar|mär|mrt|maa|مارس|آذار",
    "apr|avr|abr|أبريل|نيسان",
    "may|mai|maj|mag|mei|مايو|أيار",
    "jun|juin|giu|يونيو|حزيران",
    "jul|juil|lug|يوليو|تموز",
    "aug|aoû|aou|ago|أغسطس|آب",
    "sep|set|سبتمبر|أيلول",
    "oct|okt|out|ott|أكتوبر|تشرين الأول",
    "nov|نوفمبر|تشرين الثاني",
    "dec|dez|déc|dic|des|ديسمبر|كانون الأول",
];

/// Returns the date that the words are, if they hold a day or at least the digits of one.
pub(super) fn date(words: &str) -> Option<Date<'_>> {
    const MOST_WORDS: usize = 10;
    let date = Date::parse(words);
    if date.moment.is_some() {
        return Some(date);
    }
    if !words.bytes().any(|byte| byte.is_ascii_digit()) || words::count(words) > MOST_WORDS {
        return None;
    }
    let moment = iso(words).and_then(|iso| Date::parse(&*iso).moment);
    Some(Date { source: words.into(), moment })
}

/// The date as RFC 3339 writes it, where nothing is open: "8 September 2020, 9:14 pm", "08.09.2020".
fn iso(mut words: &str) -> Option<String> {
    let (mut day, mut month, mut year, mut time) = (None, None, None, None);
    while let Some(piece) = next(&mut words) {
        match number(without_ending(piece)) {
            Some(number @ 1..=31) if day.is_none() => day = Some(number),
            Some(number @ 1000..=9999) if year.is_none() => year = Some(number),
            Some(_) => return None,
            None if piece.contains(':') => time = Some(clock(piece, next(&mut { words }).unwrap_or_default())?),
            None => {
                if let Some((d, m, y)) = dotted(piece) {
                    (day, month, year) = (Some(d), Some(m), Some(y));
                } else {
                    month = month.or_else(|| month_named(piece));
                }
            }
        }
    }
    let mut iso = String::new();
    push(&mut iso, "", year?, 1000)?;
    push(&mut iso, "-", month?, 10)?;
    push(&mut iso, "-", day?, 10)?;
    if let Some((hour, minute)) = time {
        push(&mut iso, "T", hour, 10)?;
        push(&mut iso, ":", minute, 10)?;
    }
    Some(iso)
}

fn next<'t>(words: &mut &'t str) -> Option<&'t str> {
    words::next_between(words, |c| c.is_whitespace() || matches!(c, ',' | '،'))
}

/// Adds a number with as many digits as `place` has, after a sign, if it has no more.
fn push(iso: &mut String, sign: &str, number: u32, mut place: u32) -> Option<()> {
    iso.push_str(sign);
    if number / place > 9 {
        return None;
    }
    while place > 0 {
        iso.push(char::from_digit(number / place % 10, 10)?);
        place /= 10;
    }
    Some(())
}

/// "1" for "1st", "1er" and "1.".
fn without_ending(piece: &str) -> &str {
    const ENDINGS: &str = "st|nd|rd|th|er";
    let bare = piece.trim_end_matches(['.', 'º', '°']);
    let digits = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    if words::has(ENDINGS, digits) { bare.get(..bare.len() - digits.len()).unwrap_or_default() } else { bare }
}

fn number(piece: &str) -> Option<u32> {
    piece.bytes().all(|byte| byte.is_ascii_digit()).then(|| piece.parse().ok())?
}

fn month_named(piece: &str) -> Option<u32> {
    // "juin" and "juil" begin with letters that no other month has: the order does not matter.
    let is_named = |starts: &&str| words::find(starts, &mut |start| words::begin(piece, start).is_some()).is_some();
    MONTHS.iter().position(is_named).and_then(|index| u32::try_from(index + 1).ok())
}

/// "08.09.2020": with full stops the day always comes first; with slashes it depends on the country.
fn dotted(piece: &str) -> Option<(u32, u32, u32)> {
    let mut parts = piece.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next().filter(|year| year.len() == 4)?);
    parts.next().is_none().then(|| Some((number(day)?, number(month)?, number(year)?)))?
}

/// The hour and the minute of "9:14" and "pm".
fn clock(piece: &str, next: &str) -> Option<(u32, u32)> {
    let is_of_clock = |c: char| c.is_ascii_digit() || c == ':';
    let half = piece.trim_start_matches(is_of_clock);
    let (hour, minute) = piece.get(..piece.len() - half.len())?.split_once(':')?;
    let minute = minute.split(':').next().filter(|minute| minute.len() == 2)?;
    let (hour, minute) = (number(hour)?, number(minute)?);
    let is_half = |name: &str| {
        [half, next].iter().any(|half| half.chars().filter(|c| *c != '.').map(words::lower).eq(name.chars()))
    };
    let hour = match hour {
        12 if is_half("am") => 0,
        1..12 if is_half("pm") => hour + 12,
        _ => hour,
    };
    Some((hour, minute))
}
