//! The language and direction of text; it knows tags and scripts, not words.

use std::borrow::Cow;

use oxilangtag::LanguageTag;

/// A well-formed language tag (BCP 47, RFC 5646), such as `en`, `pt-BR` or `sr-Latn`.
///
/// ```
/// use newsprint::model::{Direction, Language};
/// let persian = Language::parse("fa-AF").unwrap();
/// assert_eq!(persian.direction(), Direction::Rtl);
/// assert!(Language::parse("en_GB").is_none());
/// assert!(Language::parse("english language").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language<'a>(Cow<'a, str>);

/// The direction of a paragraph (HTML `dir`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
    /// Decided by the first strong character.
    Auto,
}

/// RFC 5646 recommends to cut tags at 35 characters; real ones, private use apart, are far shorter.
const LONGEST: usize = 35;

impl<'a> Language<'a> {
    /// Returns the tag if it is well-formed and names a language: primary subtags have two or three letters.
    #[must_use]
    pub fn parse(tag: impl Into<Cow<'a, str>>) -> Option<Self> {
        let tag = tag.into();
        if tag.len() > LONGEST {
            return None;
        }
        let primary = LanguageTag::parse(&*tag).ok()?.primary_language().len();
        matches!(primary, 2 | 3).then_some(Self(tag))
    }

    /// Returns the tag as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the tag as it can be put into a tree.
    #[must_use]
    pub fn into_cow(self) -> Cow<'a, str> {
        self.0
    }

    /// Returns the language subtag in lower case, such as `pt` for `pt-BR`.
    #[must_use]
    pub fn primary(&self) -> String {
        self.0.split('-').next().unwrap_or_default().to_ascii_lowercase()
    }

    /// Returns the direction that the script, or else the language, is written in.
    #[must_use]
    pub fn direction(&self) -> Direction {
        let script = self
            .0
            .split('-')
            .skip(1)
            .find(|subtag| subtag.len() == 4 && subtag.bytes().all(|b| b.is_ascii_alphabetic()));
        let rtl = match script {
            Some(script) => RTL_SCRIPTS.iter().any(|rtl| rtl.eq_ignore_ascii_case(script)),
            None => RTL_LANGUAGES.contains(&self.primary().as_str()),
        };
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }
}

impl Direction {
    /// Returns the value of HTML's `dir` attribute.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
            Self::Auto => "auto",
        }
    }

    /// Returns the direction of that name, if there is one.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Ltr, Self::Rtl, Self::Auto].into_iter().find(|direction| direction.as_str() == name)
    }
}

/// Scripts written from right to left (ISO 15924) that living publications use.
const RTL_SCRIPTS: [&str; 10] = ["Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Syrc", "Thaa"];

/// Languages whose usual script is written from right to left (CLDR 47, `likelySubtags`).
const RTL_LANGUAGES: [&str; 22] = [
    "ar", "arc", "arz", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "lrc", "mzn", "nqo", "pnb",
    "ps", "sd", "ug", "ur", "yi",
];
