//! Numbers in a language's digits, and the words that stand with a count; it knows no language.
//!
//! Plurals follow the cardinal rules of CLDR 47 (<https://www.unicode.org/cldr/charts/47/supplemental/language_plural_rules.html>)
//! for whole numbers.

use super::{Locale, fill};

/// A phrase that changes with a number. Forms that a language does not have, or that say the same, are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plural<'a> {
    /// With none, where the language has a form for it.
    pub zero: Option<&'a str>,
    /// With one.
    pub one: Option<&'a str>,
    /// With two.
    pub two: Option<&'a str>,
    /// With a few.
    pub few: Option<&'a str>,
    /// With many.
    pub many: Option<&'a str>,
    /// With every other number, and for the forms that are left out.
    pub other: &'a str,
}

/// A form of a plural (CLDR's "plural category").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralForm {
    /// With none.
    Zero,
    /// With one, and in some languages with what ends in one.
    One,
    /// With two.
    Two,
    /// With a few.
    Few,
    /// With many.
    Many,
    /// With every other number.
    Other,
}

/// How a language chooses the form of a plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralRule {
    /// One form for every number, as in Japanese.
    Other,
    /// One, as in English.
    One,
    /// None and one, as in Hindi.
    ZeroOrOne,
    /// One, and whole millions, as in Spanish.
    OneOrMillions,
    /// None and one, and whole millions, as in French.
    ZeroOrOneOrMillions,
    /// One and two, as in Hebrew.
    Hebrew,
    /// One, and two to four, as in Czech.
    Czech,
    /// One, what ends in two to four, and the rest, as in Polish.
    Polish,
    /// What ends in one, in two to four, and the rest, as in Russian.
    EastSlavic,
    /// One, and none or what ends in 1 to 19, as in Romanian.
    Romanian,
    /// All six, as in Arabic.
    Arabic,
}

impl<'a> Plural<'a> {
    /// Returns a phrase that is the same with every number.
    #[must_use]
    pub const fn always(other: &'a str) -> Self {
        Self { zero: None, one: None, two: None, few: None, many: None, other }
    }

    /// Returns the phrase of that form.
    #[must_use]
    pub fn form(&self, form: PluralForm) -> &'a str {
        let phrase = match form {
            PluralForm::Zero => self.zero,
            PluralForm::One => self.one,
            PluralForm::Two => self.two,
            PluralForm::Few => self.few,
            PluralForm::Many => self.many,
            PluralForm::Other => None,
        };
        phrase.unwrap_or(self.other)
    }
}

impl PluralRule {
    /// Returns the form that stands with a number.
    ///
    /// ```
    /// use newsprint::locale::{PluralForm, PluralRule};
    /// assert_eq!(PluralRule::EastSlavic.form(21), PluralForm::One);
    /// assert_eq!(PluralRule::Polish.form(21), PluralForm::Many);
    /// ```
    #[must_use]
    pub fn form(self, number: u32) -> PluralForm {
        let few = matches!(number % 10, 2..=4) && !matches!(number % 100, 12..=14);
        let millions = number > 0 && number.is_multiple_of(1_000_000);
        match (self, number) {
            (Self::Arabic, 0) => PluralForm::Zero,
            (Self::Other, _) => PluralForm::Other,
            (Self::ZeroOrOne | Self::ZeroOrOneOrMillions, 0) => PluralForm::One,
            (_, 1) => PluralForm::One,
            (Self::EastSlavic, _) if number % 10 == 1 && number % 100 != 11 => PluralForm::One,
            (Self::Arabic | Self::Hebrew, 2) => PluralForm::Two,
            (Self::Czech, 2..=4) => PluralForm::Few,
            (Self::Polish | Self::EastSlavic, _) if few => PluralForm::Few,
            (Self::Romanian, _) if number == 0 || matches!(number % 100, 1..=19) => PluralForm::Few,
            (Self::Arabic, _) if matches!(number % 100, 3..=10) => PluralForm::Few,
            (Self::Polish | Self::EastSlavic, _) => PluralForm::Many,
            (Self::Arabic, _) if matches!(number % 100, 11..=99) => PluralForm::Many,
            (Self::OneOrMillions | Self::ZeroOrOneOrMillions, _) if millions => PluralForm::Many,
            _ => PluralForm::Other,
        }
    }
}

impl Locale<'_> {
    /// Returns the phrase that stands with a number, with the number put in.
    ///
    /// ```
    /// let words = newsprint::locale::find("pl").unwrap();
    /// assert_eq!(words.count(&words.new_posts, 3), "3 nowe wpisy");
    /// assert_eq!(words.count(&words.new_posts, 5), "5 nowych wpisów");
    /// ```
    #[must_use]
    pub fn count(&self, plural: &Plural<'_>, number: u32) -> String {
        fill(plural.form(self.rule.form(number)), &self.number(number))
    }

    /// Returns a number in the digits of the language.
    #[must_use]
    pub fn number(&self, number: u32) -> String {
        self.padded(number, 1)
    }

    /// Returns a number of hundredths as a decimal number, without zeros at its end.
    ///
    /// ```
    /// let words = newsprint::locale::find("de").unwrap();
    /// assert_eq!(words.decimal(350), "3,5");
    /// assert_eq!(words.decimal(400), "4");
    /// ```
    #[must_use]
    pub fn decimal(&self, hundredths: u32) -> String {
        let (whole, fraction) = (self.number(hundredths / 100), hundredths % 100);
        match fraction {
            0 => whole,
            _ if fraction.is_multiple_of(10) => [&whole, self.decimal, &self.number(fraction / 10)].concat(),
            _ => [&whole, self.decimal, &self.padded(fraction, 2)].concat(),
        }
    }

    /// A number in at least `width` digits of the language.
    pub(super) fn padded(&self, number: u32, width: usize) -> String {
        let mut digits = String::new();
        self.add_padded(number, width, &mut digits);
        digits
    }

    /// Adds a number in at least `width` digits of the language.
    pub(super) fn add_padded(&self, number: u32, width: usize, out: &mut String) {
        /// As many as the greatest number has.
        const MOST: usize = 10;
        let mut digits = ['0'; MOST];
        let (mut rest, mut count) = (number, 0);
        for digit in digits.iter_mut().rev() {
            if rest == 0 && count >= width.max(1) {
                break;
            }
            *digit = char::from_u32(u32::from(self.zero) + rest % 10).unwrap_or('0');
            rest /= 10;
            count += 1;
        }
        digits.iter().skip(MOST - count).for_each(|digit| out.push(*digit));
    }
}

#[cfg(test)]
mod tests {
    use super::{PluralForm, PluralRule};
    use crate::locale::{find, locales};

    #[test]
    fn forms_of_each_rule() {
        use PluralForm::{Few, Many, One, Other, Two, Zero};
        let check = |rule: PluralRule, form, numbers: &[u32]| {
            for number in numbers {
                assert_eq!(rule.form(*number), form, "{rule:?} {number}");
            }
        };
        check(PluralRule::Other, Other, &[0, 1, 2, 1_000_000]);
        check(PluralRule::One, One, &[1]);
        check(PluralRule::One, Other, &[0, 2, 11, 21, 101, 1_000_000]);
        check(PluralRule::ZeroOrOne, One, &[0, 1]);
        check(PluralRule::ZeroOrOne, Other, &[2, 11, 21, 1_000_000]);
        check(PluralRule::OneOrMillions, Other, &[0, 2, 1000, 1_000_001]);
        check(PluralRule::OneOrMillions, Many, &[1_000_000, 2_000_000]);
        check(PluralRule::ZeroOrOneOrMillions, One, &[0, 1]);
        check(PluralRule::ZeroOrOneOrMillions, Many, &[1_000_000]);
        check(PluralRule::Hebrew, Two, &[2]);
        check(PluralRule::Hebrew, Other, &[0, 3, 10, 20, 102]);
        check(PluralRule::Czech, Few, &[2, 3, 4]);
        check(PluralRule::Czech, Other, &[0, 5, 12, 22, 102]);
        check(PluralRule::Polish, One, &[1]);
        check(PluralRule::Polish, Few, &[2, 4, 22, 102, 103]);
        check(PluralRule::Polish, Many, &[0, 5, 11, 12, 14, 21, 101, 112]);
        check(PluralRule::EastSlavic, One, &[1, 21, 101, 121]);
        check(PluralRule::EastSlavic, Few, &[2, 4, 22, 102]);
        check(PluralRule::EastSlavic, Many, &[0, 5, 11, 12, 14, 25, 111, 112]);
        check(PluralRule::Romanian, One, &[1]);
        check(PluralRule::Romanian, Few, &[0, 2, 19, 101, 119]);
        check(PluralRule::Romanian, Other, &[20, 21, 100, 120, 1000]);
        check(PluralRule::Arabic, Zero, &[0]);
        check(PluralRule::Arabic, Two, &[2]);
        check(PluralRule::Arabic, Few, &[3, 10, 103]);
        check(PluralRule::Arabic, Many, &[11, 14, 99, 111, 121]);
        check(PluralRule::Arabic, Other, &[100, 101, 102, 1000]);
    }

    #[test]
    fn counts_in_each_language() {
        let check = |tag: &str, number, expected: &str| {
            let words = find(tag).unwrap();
            assert_eq!(words.count(&words.new_posts, number), expected);
        };
        check("en", 1, "1 new post");
        check("en", 12, "12 new posts");
        check("ar", 0, "لا منشورات جديدة");
        check("ar", 2, "منشوران جديدان");
        check("ar", 15, "15 منشورًا جديدًا");
        check("bn", 24, "২৪টি নতুন পোস্ট");
        check("cs", 3, "3 nové příspěvky");
        check("fa", 70, "۷۰ پست تازه");
        check("fr", 0, "0 nouvelle publication");
        check("ja", 8, "新着8件");
        check("pt", 0, "0 nova publicação");
        check("pt-PT", 0, "0 novas publicações");
        check("ro", 20, "20 de postări noi");
        check("ru", 21, "21 новая запись");
        check("sw", 2, "Machapisho 2 mapya");
        check("uk", 3, "3 нові дописи");
    }

    #[test]
    fn decimals() {
        for (tag, hundredths, expected) in
            [("en", 350, "3.5"), ("en", 405, "4.05"), ("de", 425, "4,25"), ("fa", 350, "۳٫۵"), ("ar", 20, "0.2")]
        {
            assert_eq!(find(tag).unwrap().decimal(hundredths), expected);
        }
    }

    #[test]
    fn nothing_but_digits_in_numbers() {
        for locale in locales() {
            assert!(locale.number(1_234_567_890).chars().all(char::is_numeric), "{}", locale.tag);
        }
    }
}
