//! Where in the source something begins; it knows offsets only, not lines or pointers.

/// An offset in bytes from the start of the source, when it is known.
///
/// Two articles that say the same are equal wherever they came from, so places always compare equal.
///
/// ```
/// use newsprint::model::At;
/// assert_eq!(At::new(7).offset(), Some(7));
/// assert_eq!(At::default().offset(), None);
/// assert_eq!(At::new(7), At::default());
/// ```
#[derive(Clone, Copy)]
pub struct At(u32);

const UNKNOWN: u32 = u32::MAX;

impl At {
    /// Returns the place `offset` bytes into the source.
    #[must_use]
    pub fn new(offset: usize) -> Self {
        Self(u32::try_from(offset).unwrap_or(UNKNOWN))
    }

    /// Returns the offset in bytes, if the place is known.
    #[must_use]
    pub fn offset(self) -> Option<usize> {
        (self.0 != UNKNOWN).then_some(self.0 as usize)
    }
}

impl Default for At {
    fn default() -> Self {
        Self(UNKNOWN)
    }
}

impl PartialEq for At {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for At {}

impl std::fmt::Debug for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.offset() {
            Some(offset) => write!(f, "@{offset}"),
            None => f.write_str("@?"),
        }
    }
}
