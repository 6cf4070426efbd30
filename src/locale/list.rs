//! Joins names as a language joins a list; it knows what changes before some names, and no other words.

use super::Locale;

/// What stands between the names of a list.
///
/// From right to left a mark follows the comma: without it, names in Latin letters would change places (CLDR 47 has it
/// in Persian).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListWords<'a> {
    /// Between two names.
    pub pair: &'a str,
    /// Between the first of several names.
    pub middle: &'a str,
    /// Before the last of several names.
    pub last: &'a str,
}

impl<'a> Locale<'a> {
    /// Returns what stands before item `index` of a list of `count` items, which is `name`.
    ///
    /// ```
    /// let words = newsprint::locale::find("es").unwrap();
    /// assert_eq!(words.before(1, 2, "Ana"), " y ");
    /// assert_eq!(words.before(1, 2, "Inés"), " e ");
    /// ```
    #[must_use]
    pub fn before(&self, index: usize, count: usize, name: &str) -> &'a str {
        let words = match (index, count) {
            (0, _) => "",
            (1, 2) => self.list.pair,
            _ if index + 1 == count => self.list.last,
            _ => self.list.middle,
        };
        match (self.tag, words) {
            ("es", " y ") if begins_with_i(name) => " e ",
            ("he", " ו") if !name.starts_with(|c| matches!(c, 'א'..='ת')) => " ו-",
            _ => words,
        }
    }
}

/// Whether a Spanish name begins with the sound of an i that is no part of a diphthong (RAE, Diccionario panhispánico de
/// dudas, "y").
fn begins_with_i(name: &str) -> bool {
    let mut letters = name.chars().map(|c| c.to_ascii_lowercase());
    match [letters.next(), letters.next(), letters.next()] {
        [Some('i' | 'í' | 'Í'), ..] => true,
        [Some('h'), Some('i' | 'í' | 'Í'), third] => !matches!(third, Some('a' | 'e' | 'o')),
        [Some('y'), Some(second), _] => !matches!(second, 'a' | 'e' | 'i' | 'o' | 'u'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::locale::find;

    #[test]
    fn names_are_joined() {
        let check = |tag: &str, two: &str, four: &str| {
            let words = *find(tag).unwrap();
            let joined = |count| {
                (0..count)
                    .zip(["A", "B", "C", "D"])
                    .map(move |(index, name)| [words.before(index, count, name), name].concat())
            };
            assert_eq!(joined(1).collect::<String>(), "A");
            assert_eq!(joined(2).collect::<String>(), two, "{tag}");
            assert_eq!(joined(4).collect::<String>(), four, "{tag}");
        };
        check("en", "A and B", "A, B, C and D");
        check("en-US", "A and B", "A, B, C, and D");
        check("ar", "A وB", "A،\u{200f} B،\u{200f} C وD");
        check("bn", "A এবং B", "A, B, C এবং D");
        check("cs", "A a B", "A, B, C a D");
        check("da", "A og B", "A, B, C og D");
        check("de", "A und B", "A, B, C und D");
        check("el", "A και B", "A, B, C και D");
        check("es", "A y B", "A, B, C y D");
        check("fa", "A و B", "A،\u{200f} B،\u{200f} C، و D");
        check("fi", "A ja B", "A, B, C ja D");
        check("fr", "A et B", "A, B, C et D");
        check("he", "A ו-B", "A,\u{200f} B,\u{200f} C ו-D");
        check("hi", "A और B", "A, B, C, और D");
        check("hu", "A és B", "A, B, C és D");
        check("id", "A dan B", "A, B, C, dan D");
        check("it", "A e B", "A, B, C e D");
        check("ja", "A、B", "A、B、C、D");
        check("ko", "A 및 B", "A, B, C 및 D");
        check("nb", "A og B", "A, B, C og D");
        check("nl", "A en B", "A, B, C en D");
        check("pl", "A i B", "A, B, C i D");
        check("pt", "A e B", "A, B, C e D");
        check("ro", "A și B", "A, B, C și D");
        check("ru", "A и B", "A, B, C и D");
        check("sv", "A och B", "A, B, C och D");
        check("sw", "A na B", "A, B, C na D");
        check("th", "AและB", "A B C และD");
        check("tr", "A ve B", "A, B, C ve D");
        check("uk", "A і B", "A, B, C і D");
        check("ur", "A اور B", "A،\u{200f} B،\u{200f} C، اور D");
        check("vi", "A và B", "A, B, C và D");
        check("zh", "A和B", "A、B、C和D");
        check("zh-TW", "A和B", "A、B、C和D");
    }

    #[test]
    fn the_name_that_follows_decides() {
        let check = |tag: &str, name: &str, expected: &str| {
            assert_eq!(find(tag).unwrap().before(1, 2, name), expected, "{name}");
            assert_eq!(find(tag).unwrap().before(2, 3, name), expected, "{name}");
        };
        for name in ["Inés", "Íñigo", "Hilario", "Yvonne", "ISABEL"] {
            check("es", name, " e ");
        }
        for name in ["Ana", "Hierro", "Yolanda", "Hugo", "", "Ñ"] {
            check("es", name, " y ");
        }
        check("he", "רות", " ו");
        check("he", "Ruth", " ו-");
        assert_eq!(find("es").unwrap().before(1, 3, "Inés"), ", ");
        assert_eq!(find("pl").unwrap().before(1, 2, "Inés"), " i ");
    }
}
