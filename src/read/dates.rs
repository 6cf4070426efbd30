//! Dates as people write them; it knows the names of months, not what a date is for.

use super::{readers, words};
use crate::model::{Date, Moment, Text};

/// The months in the languages of our newsrooms, as they stand in a date; three letters of a name are enough, and where
/// two months share them, the first one takes them. "listopada", October in Croatia and November in Poland, is neither.
const MONTHS: [&str; 12] = [
    "january|januari|janvier|jänner|janeiro|enero|gennaio|gener|ianuarie|stycznia|ledna|tammikuuta|ocak|января|січня|ιανουαρίου|يناير|ינואר|जनवरी",
    "februari|february|február|février|fevereiro|febrero|febbraio|lutego|února|helmikuuta|şubat|февраля|лютого|φεβρουαρίου|فبراير|شباط|פברואר|फरवरी",
    "march|märz|mars|marzo|març|março|maart|marts|maret|március|martie|mrt|marca|března|maaliskuuta|марта|березня|μαρτίου|مارس|آذار|מרץ|मार्च",
    "aprile|április|avril|abril|kwietnia|dubna|huhtikuuta|nisan|апреля|април|квітня|απριλίου|أبريل|نيسان|אפריל|अप्रैल",
    "mayo|mayıs|május|mai|maig|maio|maggio|mei|maja|května|toukokuuta|мая|май|травня|μαΐου|مايو|أيار|מאי|मई",
    "june|junio|juny|június|juin|junho|giugno|iunie|czerwca|června|kesäkuuta|haziran|июня|червня|ιουνίου|يونيو|حزيران|יוני|जून",
    "july|julio|julho|juliol|július|juillet|luglio|iulie|lipca|července|heinäkuuta|temmuz|июля|липня|ιουλίου|يوليو|تموز|יולי|जुलाई",
    "augusti|augustus|augusztus|agustus|août|aout|agosto|sierpnia|srpna|elokuuta|ağustos|августа|серпня|αυγούστου|أغسطس|آب|אוגוסט|अगस्त",
    "september|septembre|septiembre|setembro|settembre|szeptember|września|září|syyskuuta|eylül|сентября|вересня|σεπτεμβρίου|سبتمبر|أيلول|ספטמבר|सितंबर",
    "october|oktober|október|octobre|octubre|outubro|ottobre|octombrie|października|října|lokakuuta|ekim|октября|жовтня|οκτωβρίου|أكتوبر|אוקטובר|अक्टूबर",
    "november|novembre|noviembre|novembro|noiembrie|listopadu|marraskuuta|kasım|ноября|листопада|νοεμβρίου|نوفمبر|נובמבר|नवंबर",
    "december|dezember|décembre|desembre|diciembre|dezembro|dicembre|desember|decembrie|grudnia|prosince|joulukuuta|aralık|декабря|грудня|δεκεμβρίου|ديسمبر|דצמבר|दिसंबर",
];

/// The days of the week in the same languages; two letters are enough.
const WEEKDAYS: &str = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|\
    freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|\
    viernes|sábado|domingo|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|lunedì|martedì|mercoledì|\
    giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|mandag|tirsdag|onsdag|\
    torsdag|fredag|lørdag|søndag|måndag|tisdag|lördag|söndag|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|\
    pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|senin|selasa|rabu|kamis|jumat|sabtu|minggu|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد";

/// Zones with their offset; those that mean more than one are not known.
const ZONES: [(&str, &str); 14] = [
    ("utc|gmt|wet", "Z"),
    ("bst|cet|mez|west", "+01:00"),
    ("cest|eet|mesz", "+02:00"),
    ("eest|msk", "+03:00"),
    ("wib", "+07:00"),
    ("hkt|sgt", "+08:00"),
    ("jst|kst", "+09:00"),
    ("aest", "+10:00"),
    ("aedt", "+11:00"),
    ("edt", "-04:00"),
    ("cdt|est", "-05:00"),
    ("mdt", "-06:00"),
    ("mst|pdt", "-07:00"),
    ("pst", "-08:00"),
];

/// What stands beside the parts of a date and a time, and says nothing more: small words and halves of the day.
const AROUND: &str = "-|–|on|at|the|of|am|pm|a.m|p.m|um|der|den|uhr|le|à|h|hs|heures|horas|a|las|de|del|do|às|el|il|alle|ore|op|om|uur|\
    kl|klo|klokken|kello|godz|w|v|r|roku|saat|ora|pukul|г|года|в|о|р|року|στις|في|الساعة|ב|月|火|水|木|金|土|日|월|화|수|목|금|토|일|오전|午前|上午";
/// What stands before a time of the second half of the day.
const AFTERNOON: &str = "오후|午後|下午";

/// Returns the date that a text is which is known to be one: it may be in words.
pub(super) fn stated<'a>(source: impl Into<Text<'a>>) -> Date<'a> {
    let mut date = Date::parse(source);
    if date.moment.is_none() && readers::ask(readers::COMMON) {
        date.moment = in_words(&date.source);
    }
    date
}

#[inline(never)]
fn in_words(source: &str) -> Option<Moment> {
    let iso = iso(source).or_else(|| extended(source.trim()));
    iso.and_then(|iso| Date::parse(&*iso).moment)
}

/// The date as RFC 3339 writes it that ISO 8601 may write without signs: "20200908", "20200908T211405+0200".
fn extended(basic: &str) -> Option<String> {
    let part = |from: usize| basic.get(from..from + 2).filter(|part| words::are_digits(part));
    let mut date = [part(0)?, part(2)?, "-", part(4)?, "-", part(6)?].concat();
    let rest = basic.get(8..)?;
    if !rest.is_empty() {
        let offset = words::trim_start_of(rest.strip_prefix('T')?, "0123456789");
        date.extend(["T", part(9)?, ":", part(11)?, offset]);
    }
    Some(date)
}

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
    let (mut day, mut month, mut year, mut time, mut zone) = (None, None, None, None, None);
    let mut half = 0;
    while let Some(piece) = next(&mut words) {
        match number(without_ending(piece)) {
            Some(number @ 1..=31) if day.is_none() => day = Some(number),
            Some(number @ 1000..=9999) if year.is_none() => year = Some(number),
            Some(_) => return None,
            None if zone.is_none() && is_offset(piece) => zone = Some(piece),
            None if is_clock(piece) => time = Some(clock(piece, next(&mut { words }).unwrap_or_default())?),
            None => {
                if let Some((d, m, y)) = dotted(piece) {
                    (day, month, year) = (Some(d), Some(m), Some(y));
                } else if let Some((place, number)) = counted(piece) {
                    *[&mut year, &mut month, &mut day].into_iter().nth(place)? = Some(number);
                } else if words::has(AFTERNOON, piece) {
                    half = 12;
                } else if let Some(hour_and_minute) = french_clock(piece) {
                    time = Some(hour_and_minute);
                } else if let Some(number) = month_named(piece).filter(|_| month.is_none()) {
                    month = Some(number);
                } else if let Some(offset) = offset(piece).filter(|_| zone.is_none()) {
                    zone = Some(offset);
                } else if !is_beside(piece) {
                    return None;
                }
            }
        }
    }
    let mut iso = String::new();
    push(&mut iso, "", year?, 1000)?;
    push(&mut iso, "-", month?, 10)?;
    push(&mut iso, "-", day?, 10)?;
    if let Some((hour, minute)) = time {
        push(&mut iso, "T", if hour < half { hour + half } else { hour }, 10)?;
        push(&mut iso, ":", minute, 10)?;
        iso.push_str(zone.unwrap_or_default());
    }
    Some(iso)
}

fn next<'t>(words: &mut &'t str) -> Option<&'t str> {
    words::next_between(words, |c| c.is_whitespace() || matches!(c, ',' | '،' | '(' | ')' | '（' | '）'))
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

/// "1" for "1st", "1er" and "1.", and "2024" for "2024:".
fn without_ending(piece: &str) -> &str {
    const ENDINGS: &str = "st|nd|rd|th|er";
    let bare = words::trim_end_of(piece, ".:º°");
    let digits = words::trim_start_of(bare, "0123456789");
    if words::has(ENDINGS, digits) { bare.get(..bare.len() - digits.len()).unwrap_or_default() } else { bare }
}

fn number(piece: &str) -> Option<u32> {
    words::are_digits(piece).then(|| piece.parse().ok())?
}

fn month_named(piece: &str) -> Option<u32> {
    // In Hebrew, "in" is a part of the word.
    let piece = words::trim_start_of(piece, "ב");
    let index = MONTHS.iter().position(|names| is_short_for(piece, names, 3))?;
    u32::try_from(index + 1).ok()
}

/// Whether a piece is one of the names, or how one of them begins.
fn is_short_for(piece: &str, names: &str, least: usize) -> bool {
    let letters = piece.trim_end_matches('.');
    let is_beginning = |name: &str| {
        let mut rest = name.chars();
        letters.chars().all(|letter| rest.next() == Some(words::lower(letter)))
    };
    words::is_longer(letters, least - 1) && words::find(names, &mut |name| is_beginning(name)).is_some()
}

/// Whether a piece says nothing that the date does not say.
fn is_beside(piece: &str) -> bool {
    words::has_lower(AROUND, piece.trim_end_matches('.')) || is_short_for(piece, WEEKDAYS, 2)
}

fn offset(piece: &str) -> Option<&'static str> {
    ZONES.iter().find(|(names, _)| words::has_lower(names, piece)).map(|(_, offset)| *offset)
}

/// "10h15" and "10h", as they are written in French and Portuguese, and "10時15分".
fn french_clock(piece: &str) -> Option<(u32, u32)> {
    let (hour, minute) = words::trim_end_of(piece, "分분").split_once(['h', '時', '时', '시'])?;
    let minute = if minute.is_empty() { 0 } else { number(minute)? };
    Some((number(hour).filter(|_| !hour.is_empty())?, minute))
}

/// "+0200", as dates in mails and feeds have it, and "+02:00".
fn is_offset(piece: &str) -> bool {
    matches!(piece.as_bytes(), [b'+' | b'-', hours @ .., b':', a, b] | [b'+' | b'-', hours @ .., a, b]
        if hours.len() == 2 && hours.iter().chain([a, b]).all(u8::is_ascii_digit))
}

/// "08.09.2020", "2020/9/8" and "2020年9月8日": with full stops the day always comes first; with slashes it depends on the country,
/// unless the year does or one of the two is no month.
fn dotted(piece: &str) -> Option<(u32, u32, u32)> {
    let mut parts = words::trim_end_of(piece, ".日일").split(['.', '/', '-', '年', '月', '년', '월']);
    let (first, month, last) = (parts.next()?, number(parts.next()?)?, parts.next()?);
    let begins_with_year = first.len() == 4;
    let (day, year) = if begins_with_year { (last, first) } else { (first, last) };
    let (day, is_whole) = (number(day)?, year.len() == 4 && parts.next().is_none());
    let depends = !begins_with_year && words::has_one_of(piece, "/-");
    let (day, month) = if depends && month > 12 { (month, day) } else { (day, month) };
    (is_whole && (!depends || day > 12)).then(|| Some((day, month, number(year)?)))?
}

/// "2020년", "9월" or "8일": whether it is a year, a month or a day, and which.
fn counted(piece: &str) -> Option<(usize, u32)> {
    let signs = [['년', '年'], ['월', '月'], ['일', '日']];
    signs.into_iter().enumerate().find_map(|(place, signs)| Some((place, number(piece.strip_suffix(signs)?)?)))
}

/// "9:14pm" and "9.14pm".
fn is_clock(piece: &str) -> bool {
    let is_minute = |minute: &str| minute.len() == 2 && number(minute).is_some();
    let digits = piece.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    piece.contains(':') || digits.split_once('.').is_some_and(|(hour, minute)| !hour.is_empty() && is_minute(minute))
}

/// The hour and the minute of "9:14" and "pm".
fn clock(piece: &str, next: &str) -> Option<(u32, u32)> {
    let is_of_clock = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.');
    let half = piece.trim_start_matches(is_of_clock);
    // What else stands there may be an offset.
    if !half.is_empty() && !is_beside(half) {
        return None;
    }
    let (hour, minute) = piece.get(..piece.len() - half.len())?.split_once([':', '.'])?;
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
