//! Dates and times as a language writes them; it knows no time zones, and no clock but the one it is given.

use super::{Locale, add_filled};

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

/// The calendar in which a language writes its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// The Gregorian calendar.
    Gregorian,
    /// The Gregorian calendar with the years of the Buddhist era, as in Thai.
    Buddhist,
    /// The Solar Hijri calendar of Iran.
    SolarHijri,
}

impl Locale<'_> {
    /// Returns the words for a moment, with its offset from UTC where it is known.
    #[must_use]
    pub fn date(&self, moment: CivilTime) -> String {
        let mut words = String::with_capacity(40);
        let Some((hour, minute)) = moment.time else {
            self.add_day(moment, &mut words);
            return words;
        };
        add_filled(self.date_and_time, &mut words, &|name, out| match name {
            "date" => self.add_day(moment, out),
            _ => {
                self.add_clock(hour, minute, out);
                if let Some(offset) = moment.offset {
                    out.push(' ');
                    self.add_zone(offset, out);
                }
            }
        });
        words
    }

    fn add_clock(&self, hour: u8, minute: u8, out: &mut String) {
        add_filled(self.clock, out, &|name, out| match name {
            "H" => self.add_padded(hour.into(), 1, out),
            "HH" => self.add_padded(hour.into(), 2, out),
            "h" => self.add_padded((u32::from(hour) + 11) % 12 + 1, 1, out),
            "mm" => self.add_padded(minute.into(), 2, out),
            parts => out.push_str(part_of_day(parts, hour)),
        });
    }

    fn add_day(&self, moment: CivilTime, out: &mut String) {
        let gregorian = (moment.year, moment.month, moment.day);
        let (year, month, day) = match self.calendar {
            Calendar::Gregorian => gregorian,
            Calendar::Buddhist => (moment.year.saturating_add(543), moment.month, moment.day),
            Calendar::SolarHijri => match solar_hijri(moment) {
                Some(date) => date,
                None => return out.push_str(&self.digits_of_day(gregorian)),
            },
        };
        add_filled(self.date, out, &|name, out| match name {
            "day" => match self.first_day {
                Some(first) if day == 1 => out.push_str(first),
                _ => self.add_padded(day.into(), 1, out),
            },
            "month" => {
                let index = usize::from(month).wrapping_sub(1);
                out.push_str(self.months.get(index).copied().unwrap_or_default());
            }
            _ => self.add_padded(year.into(), 1, out),
        });
    }

    /// A day that the calendar of the language cannot say: as ISO 8601 has it, so that nobody takes it for another.
    fn digits_of_day(&self, (year, month, day): (u16, u8, u8)) -> String {
        [self.padded(year.into(), 4), self.padded(month.into(), 2), self.padded(day.into(), 2)].join("-")
    }

    /// The offset from UTC. Its sign and digits have no direction of their own, so that among letters from right to left
    /// they could change sides; there it stands in an isolate (Unicode UAX #9).
    fn add_zone(&self, offset: i16, out: &mut String) {
        let (before, after) = if matches!(self.script, "Arab" | "Hebr") { ("\u{2066}", "\u{2069}") } else { ("", "") };
        let (hours, minutes) = (offset.unsigned_abs() / 60, offset.unsigned_abs() % 60);
        out.extend([before, "UTC"]);
        if offset != 0 {
            out.push(if offset < 0 { '\u{2212}' } else { '+' });
            self.add_padded(hours.into(), 1, out);
        }
        if minutes != 0 {
            out.push(':');
            self.add_padded(minutes.into(), 2, out);
        }
        out.push_str(after);
    }
}

/// The part of a day that an hour is in, given each with its first hour.
fn part_of_day(parts: &str, hour: u8) -> &str {
    let mut parts = parts.split('|').filter_map(|part| part.split_once(' '));
    let begun = parts.rfind(|(first, _)| first.parse().is_ok_and(|first: u8| first <= hour));
    begun.map_or("", |(_, name)| name)
}

/// The day in the Solar Hijri calendar, from 1800 to 2200.
///
/// The years begin at the equinox in Iran. In these centuries that is what the cycle of 33 years gives with 8 leap
/// days, but for 1503 (2124), which begins a day earlier.
fn solar_hijri(moment: CivilTime) -> Option<(u16, u8, u8)> {
    if !(1800..=2200).contains(&moment.year) || !(1..=12).contains(&moment.month) {
        return None;
    }
    let days = days_since_1970(moment);
    let (before, after) = (i32::from(moment.year) - 622, i32::from(moment.year) - 621);
    let year = if days < new_year(after) { before } else { after };
    let day_of_year = days - new_year(year);
    // Six months of 31 days, then months of 30.
    let (month, day) = match day_of_year {
        ..186 => (day_of_year / 31, day_of_year % 31),
        _ => ((day_of_year - 6) / 30, (day_of_year - 6) % 30),
    };
    Some((u16::try_from(year).ok()?, u8::try_from(month + 1).ok()?, u8::try_from(day + 1).ok()?))
}

/// The first day of a Solar Hijri year, in days since 1970.
fn new_year(year: i32) -> i32 {
    const NEW_YEAR_1403: i32 = 19_802;
    let leap_days = |year: i32| (8 * year + 21) / 33;
    NEW_YEAR_1403 + 365 * (year - 1403) + leap_days(year) - leap_days(1403) - i32::from(year == 1503)
}

/// The days from 1970 to a Gregorian day of the years after 1600, which began a cycle of 400 years.
fn days_since_1970(moment: CivilTime) -> i32 {
    let (month, day) = (i32::from(moment.month), i32::from(moment.day));
    // A year that begins in March has its leap day at its end.
    let (year, month) = match month {
        ..3 => (i32::from(moment.year) - 1, month + 9),
        _ => (i32::from(moment.year), month - 3),
    };
    year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 719_469
}

#[cfg(test)]
mod tests {
    use super::{CivilTime, solar_hijri};
    use crate::locale::{Locale, find, locales};

    const MOMENT: CivilTime = CivilTime { year: 2024, month: 5, day: 4, time: Some((9, 5)), offset: Some(330) };

    fn day(year: u16, month: u8, day: u8) -> CivilTime {
        CivilTime { year, month, day, time: None, offset: None }
    }

    #[test]
    fn a_date_in_each_language() {
        let expected = [
            ("en", "4 May 2024, 09:05 UTC+5:30"),
            ("en-US", "May 4, 2024, 9:05\u{202f}AM UTC+5:30"),
            ("ar", "4 مايو 2024، 9:05 ص \u{2066}UTC+5:30\u{2069}"),
            ("bn", "৪ মে, ২০২৪, সকাল ৯:০৫ UTC+৫:৩০"),
            ("cs", "4. května 2024 9:05 UTC+5:30"),
            ("da", "4. maj 2024 kl. 09.05 UTC+5:30"),
            ("de", "4. Mai 2024, 09:05 UTC+5:30"),
            ("el", "4 Μαΐου 2024, 9:05\u{202f}π.μ. UTC+5:30"),
            ("es", "4 de mayo de 2024, 9:05 UTC+5:30"),
            ("fa", "۱۵ اردیبهشت ۱۴۰۳ ساعت ۹:۰۵ \u{2066}UTC+۵:۳۰\u{2069}"),
            ("fi", "4. toukokuuta 2024 klo 9.05 UTC+5:30"),
            ("fr", "4 mai 2024 à 09:05 UTC+5:30"),
            ("he", "4 במאי 2024, 9:05 \u{2066}UTC+5:30\u{2069}"),
            ("hi", "4 मई 2024, सुबह 9:05 UTC+5:30"),
            ("hu", "2024. május 4. 9:05 UTC+5:30"),
            ("id", "4 Mei 2024 pukul 09.05 UTC+5:30"),
            ("it", "4 maggio 2024 alle ore 09:05 UTC+5:30"),
            ("ja", "2024年5月4日 9:05 UTC+5:30"),
            ("ko", "2024년 5월 4일 오전 9:05 UTC+5:30"),
            ("nb", "4. mai 2024 kl. 09:05 UTC+5:30"),
            ("nl", "4 mei 2024 om 09:05 UTC+5:30"),
            ("pl", "4 maja 2024 09:05 UTC+5:30"),
            ("pt", "4 de maio de 2024 às 09:05 UTC+5:30"),
            ("pt-PT", "4 de maio de 2024 às 09:05 UTC+5:30"),
            ("ro", "4 mai 2024, 09:05 UTC+5:30"),
            ("ru", "4 мая 2024 г. в 09:05 UTC+5:30"),
            ("sv", "4 maj 2024 kl. 09:05 UTC+5:30"),
            ("sw", "4 Mei 2024, 09:05 UTC+5:30"),
            ("th", "4 พฤษภาคม 2567 เวลา 09:05 UTC+5:30"),
            ("tr", "4 Mayıs 2024 09:05 UTC+5:30"),
            ("uk", "4 травня 2024 р., 09:05 UTC+5:30"),
            ("ur", "4 مئی، 2024، صبح 9:05 \u{2066}UTC+5:30\u{2069}"),
            ("vi", "lúc 09:05 UTC+5:30, 4 tháng 5, 2024"),
            ("zh-Hans", "2024年5月4日 09:05 UTC+5:30"),
            ("zh-Hant", "2024年5月4日 上午9:05 UTC+5:30"),
        ];
        for (tag, words) in expected {
            assert_eq!(find(tag).unwrap().date(MOMENT), words);
        }
        assert_eq!(expected.len(), locales().count());
    }

    #[test]
    fn a_time_of_day_and_its_offset() {
        let english = |moment| find("en").unwrap().date(moment);
        assert_eq!(english(CivilTime { time: None, offset: None, ..MOMENT }), "4 May 2024");
        assert_eq!(english(CivilTime { offset: Some(-180), ..MOMENT }), "4 May 2024, 09:05 UTC\u{2212}3");
        assert_eq!(english(CivilTime { offset: Some(0), ..MOMENT }), "4 May 2024, 09:05 UTC");
        assert_eq!(english(CivilTime { offset: None, ..MOMENT }), "4 May 2024, 09:05");
    }

    #[test]
    fn a_day_of_twice_twelve_hours() {
        let words = |locale: &Locale<'_>, hour, minute| {
            let mut words = String::new();
            locale.add_clock(hour, minute, &mut words);
            words
        };
        let clock = |tag: &str, hour| words(&find(tag).unwrap(), hour, 30);
        let hours = |tag: &str| [0, 4, 11, 12, 18, 23].map(|hour| clock(tag, hour)).join(" ").replace('\u{202f}', "");
        assert_eq!(hours("en-US"), "12:30AM 4:30AM 11:30AM 12:30PM 6:30PM 11:30PM");
        assert_eq!(hours("zh-Hant"), "凌晨12:30 凌晨4:30 上午11:30 中午12:30 下午6:30 晚上11:30");
        assert_eq!(hours("hi"), "रात 12:30 सुबह 4:30 सुबह 11:30 दोपहर 12:30 शाम 6:30 रात 11:30");
        for locale in locales() {
            let clocks: Vec<_> = (0..24).map(|hour| words(&locale, hour, 5)).collect();
            let is_told_apart = clocks.iter().enumerate().all(|(hour, clock)| !clocks[..hour].contains(clock));
            // Night is before midnight and after it, at other hours.
            assert!(is_told_apart, "{}: {clocks:?}", locale.tag);
        }
    }

    #[test]
    fn the_first_of_a_month() {
        let first = |tag| find(tag).unwrap().date(day(2024, 5, 1));
        assert_eq!(first("fr"), "1er mai 2024");
        assert_eq!(first("pt"), "1º de maio de 2024");
        assert_eq!(first("pt-PT"), "1 de maio de 2024");
        assert_eq!(first("ar"), "1 مايو 2024");
    }

    #[test]
    fn the_calendar_of_iran() {
        let expected = [
            (day(1800, 3, 20), (1178, 12, 29)),
            (day(1800, 3, 21), (1179, 1, 1)),
            (day(1900, 3, 21), (1279, 1, 1)),
            (day(1999, 3, 20), (1377, 12, 29)),
            (day(2000, 2, 29), (1378, 12, 10)),
            (day(2000, 3, 20), (1379, 1, 1)),
            (day(2001, 3, 20), (1379, 12, 30)),
            (day(2024, 3, 19), (1402, 12, 29)),
            (day(2024, 3, 20), (1403, 1, 1)),
            (day(2024, 9, 21), (1403, 6, 31)),
            (day(2024, 9, 22), (1403, 7, 1)),
            (day(2025, 3, 20), (1403, 12, 30)),
            (day(2025, 3, 21), (1404, 1, 1)),
            (day(2029, 3, 20), (1408, 1, 1)),
            (day(2096, 3, 19), (1474, 12, 30)),
            (day(2124, 3, 20), (1503, 1, 1)),
            (day(2200, 3, 21), (1579, 1, 1)),
        ];
        for (gregorian, expected) in expected {
            assert_eq!(solar_hijri(gregorian), Some(expected), "{gregorian:?}");
        }
        assert_eq!(find("fa").unwrap().date(day(2024, 3, 20)), "۱ فروردین ۱۴۰۳");
        assert_eq!(find("fa").unwrap().date(day(1799, 3, 20)), "۱۷۹۹-۰۳-۲۰");
    }

    #[test]
    fn no_day_of_iran_is_missing_or_comes_twice() {
        const DAYS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let mut last = (1178, 10, 10);
        for year in 1800..=2200_u16 {
            let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
            for (month, days) in (1..).zip(DAYS) {
                for date in 1..=days + u8::from(is_leap && month == 2) {
                    let now = solar_hijri(day(year, month, date)).unwrap();
                    let (y, m, d) = last;
                    let follows = [(y, m, d + 1), (y, m + 1, 1), (y + 1, 1, 1)].contains(&now) && now.2 <= 31;
                    assert!(follows, "{year}-{month}-{date}: {now:?} after {last:?}");
                    last = now;
                }
            }
        }
    }
}
