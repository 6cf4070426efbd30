//! What a host can decide about the view of an article.

/// What a host can decide.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The level of the headline; the headings of the body follow it.
    pub heading_level: Level,
    /// What the identifiers begin with.
    pub id_prefix: Prefix,
}

/// The level of a heading, 1 to 6.
///
/// ```
/// use newsprint::view::Level;
/// assert_eq!(Level::new(2).unwrap().get(), 2);
/// assert!(Level::new(7).is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// Returns the level of that number, if there is one.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        (1..=6).contains(&number).then_some(Self(number))
    }

    /// Returns its number.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

impl Default for Level {
    fn default() -> Self {
        Self(1)
    }
}

/// What the identifiers of one article begin with: `np-`, and a name where a page has several articles.
///
/// ```
/// use newsprint::view::Prefix;
/// assert_eq!(Prefix::default().id("headline"), "np-headline");
/// assert_eq!(Prefix::new("second").unwrap().id("headline"), "np-second-headline");
/// assert!(Prefix::new("a b").is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefix(String);

impl Prefix {
    /// Returns the prefix with a name: 1 to 32 ASCII letters, digits, hyphens and underscores.
    #[must_use]
    pub fn new(name: &str) -> Option<Self> {
        let valid = (1..=32).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        valid.then(|| Self(format!("np-{name}-")))
    }

    /// Returns the identifier of that name.
    #[must_use]
    pub fn id(&self, name: &str) -> String {
        [&self.0, name].concat()
    }
}

impl Default for Prefix {
    fn default() -> Self {
        Self("np-".to_owned())
    }
}
