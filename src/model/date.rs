//! A date as the publisher wrote it, and the moment it names; it knows no time zones and no words for months.

use super::Text;

/// A date: the publisher's own words, and the moment when they name one without doubt.
///
/// ```
/// use newsprint::model::Date;
/// let date = Date::parse("2024-05-01T09:30:00+01:00");
/// assert_eq!(date.moment.unwrap().to_string(), "2024-05-01T09:30:00+01:00");
/// assert_eq!(Date::parse("last Tuesday").moment, None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Date<'a> {
    /// The words in the source.
    pub source: Text<'a>,
    /// The moment, if the words are an RFC 3339 date, a date and time without its offset, or a date alone.
    pub moment: Option<Moment>,
}

/// A calendar day, with a time and an offset where they are known.
///
/// It is shown as HTML's `datetime` attribute wants it (HTML, "Dates and times").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The year, 1 to 9999.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
    /// Hours, minutes and seconds.
    pub time: Option<(u8, u8, u8)>,
    /// Minutes east of UTC.
    pub offset: Option<i16>,
}

impl<'a> Date<'a> {
    /// Returns the date that the words name.
    #[must_use]
    pub fn parse(source: impl Into<Text<'a>>) -> Self {
        let source = source.into();
        let moment = Moment::parse(source.trim());
        Self { source, moment }
    }

    /// Returns the date `milliseconds` after the beginning of 1970 in UTC.
    #[must_use]
    pub fn from_unix(milliseconds: i64) -> Self {
        let moment = Moment::from_unix(milliseconds.div_euclid(1000));
        let source = moment.map_or_else(|| milliseconds.to_string(), |moment| moment.to_string());
        Self { source: source.into(), moment }
    }
}

impl Moment {
    fn parse(text: &str) -> Option<Self> {
        let mut rest = text;
        let year = digits(&mut rest, 4).filter(|year| *year > 0)?;
        expect(&mut rest, &['-'])?;
        let month = u8::try_from(digits(&mut rest, 2)?).ok()?;
        expect(&mut rest, &['-'])?;
        let day = u8::try_from(digits(&mut rest, 2)?).ok()?;
        if !(1..=12).contains(&month) || !(1..=days_in_month(year, month)).contains(&day) {
            return None;
        }
        let (mut time, mut offset) = (None, None);
        if !rest.is_empty() {
            expect(&mut rest, &['T', 't', ' '])?;
            time = Some(clock(&mut rest)?);
            offset = zone(&mut rest)?;
        }
        rest.is_empty().then_some(Self { year, month, day, time, offset })
    }

    /// Howard Hinnant's `civil_from_days`: the Gregorian calendar counted in eras of 400 years from the first of March.
    fn from_unix(seconds: i64) -> Option<Self> {
        let (days, clock) = (seconds.div_euclid(86_400) + 719_468, seconds.rem_euclid(86_400));
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let small = |number: i64| u8::try_from(number).ok();
        Some(Self {
            year: u16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?,
            month: small(month)?,
            day: small(day_of_year - (153 * month_from_march + 2) / 5 + 1)?,
            time: Some((small(clock / 3600)?, small(clock / 60 % 60)?, small(clock % 60)?)),
            offset: Some(0),
        })
    }

    /// Returns how many minutes after another moment this one is; a day without a time begins at midnight, a time
    /// without an offset is taken as UTC.
    #[must_use]
    pub fn minutes_after(self, other: Self) -> i64 {
        self.minutes() - other.minutes()
    }

    /// Howard Hinnant's `days_from_civil`, in minutes.
    fn minutes(self) -> i64 {
        let (year, month, day) = (i64::from(self.year), i64::from(self.month), i64::from(self.day));
        let year = year - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let month_from_march = (month + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
        let year_of_era = year.rem_euclid(400);
        let days = era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let (hour, minute, _) = self.time.unwrap_or_default();
        (days * 24 + i64::from(hour)) * 60 + i64::from(minute) - i64::from(self.offset.unwrap_or_default())
    }

    /// Returns the value of HTML's `datetime` attribute.
    #[must_use]
    pub fn datetime(self) -> String {
        let mut out = String::with_capacity(25);
        push_digits(self.year / 100, &mut out);
        push_digits(self.year % 100, &mut out);
        for number in [self.month, self.day] {
            out.push('-');
            push_digits(u16::from(number), &mut out);
        }
        if let Some((hour, minute, second)) = self.time {
            for (sign, number) in [('T', hour), (':', minute), (':', second)] {
                out.push(sign);
                push_digits(u16::from(number), &mut out);
            }
        }
        match self.offset {
            None => {}
            Some(0) => out.push('Z'),
            Some(offset) => {
                out.push(if offset < 0 { '-' } else { '+' });
                push_digits(offset.unsigned_abs() / 60, &mut out);
                out.push(':');
                push_digits(offset.unsigned_abs() % 60, &mut out);
            }
        }
        out
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.datetime())
    }
}

/// Two digits of a number below 100.
fn push_digits(number: u16, out: &mut String) {
    out.extend([number / 10, number % 10].map(|digit| char::from_digit(u32::from(digit), 10).unwrap_or('0')));
}

fn digits(rest: &mut &str, count: usize) -> Option<u16> {
    let (number, after) = rest.split_at_checked(count)?;
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    *rest = after;
    number.parse().ok()
}

fn expect(rest: &mut &str, any: &[char]) -> Option<char> {
    let first = rest.chars().next().filter(|c| any.contains(c))?;
    *rest = rest.get(first.len_utf8()..)?;
    Some(first)
}

fn clock(rest: &mut &str) -> Option<(u8, u8, u8)> {
    let hour = digits(rest, 2).filter(|hour| *hour < 24)?;
    expect(rest, &[':'])?;
    let minute = digits(rest, 2).filter(|minute| *minute < 60)?;
    let mut second = 0;
    if expect(rest, &[':']).is_some() {
        // HTML has no leap second: RFC 3339's 60 becomes 59.
        second = digits(rest, 2).filter(|second| *second <= 60)?.min(59);
        if expect(rest, &['.']).is_some() {
            *rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        }
    }
    Some((u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, u8::try_from(second).ok()?))
}

/// The offset: nothing, `Z`, `+01:00`, `+0100` or `+01`, after one space if there is one.
fn zone(rest: &mut &str) -> Option<Option<i16>> {
    *rest = rest.strip_prefix(' ').unwrap_or(rest);
    if rest.is_empty() {
        return Some(None);
    }
    if expect(rest, &['Z', 'z']).is_some() {
        return Some(Some(0));
    }
    let sign = if expect(rest, &['+', '-', '\u{2212}'])? == '+' { 1 } else { -1 };
    let hours = digits(rest, 2).filter(|hours| *hours < 24)?;
    expect(rest, &[':']);
    let minutes = if rest.is_empty() { 0 } else { digits(rest, 2).filter(|minutes| *minutes < 60)? };
    Some(Some(sign * i16::try_from(hours * 60 + minutes).ok()?))
}

fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    fn check(source: &str, expected: &str) {
        let shown = Date::parse(source).moment.map_or_else(|| "none".to_owned(), |moment| moment.to_string());
        assert_eq!(shown, expected, "{source:?}");
    }

    #[test]
    fn what_newsrooms_write() {
        check("2022-04-23T09:14:00Z", "2022-04-23T09:14:00Z");
        check("2022-04-23T19:26:43.000Z", "2022-04-23T19:26:43Z");
        check("2020-09-08 21:00:00 -0500", "2020-09-08T21:00:00-05:00");
        check("2024-02-29", "2024-02-29");
        check("2024-05-01T09:30", "2024-05-01T09:30:00");
        check("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z");
    }

    #[test]
    fn what_names_no_moment() {
        for source in [
            "",
            "2023-02-29",
            "2023-13-01",
            "0000-01-01",
            "1 May 2024",
            "2024-5-1",
            "2024-05-01T25:00Z",
            "2024-05-01T09:30Zx",
            "２０２４-01-01",
        ] {
            check(source, "none");
        }
    }

    #[test]
    fn milliseconds_since_1970() {
        for (milliseconds, expected) in
            [(0, "1970-01-01T00:00:00Z"), (1_650_705_240_000, "2022-04-23T09:14:00Z"), (-1, "1969-12-31T23:59:59Z")]
        {
            assert_eq!(Date::from_unix(milliseconds).source.as_str(), expected);
        }
        assert_eq!(Date::from_unix(i64::MAX).moment, None);
    }
}
