//! An article that is written as canonical JSON is the same article when that is read.

use newsprint::{Options, Reading, canonical, read};

/// Holds that an article is read back as it was.
pub(crate) fn holds(reading: &Reading<'_>, source: &str) {
    let written = canonical::write(&reading.article);
    let again = read(written.as_bytes(), &Options::default()).unwrap_or_else(|error| panic!("{error}\n{source}"));
    assert_eq!(again.format.name, "canonical", "{source}\n{written}");
    assert_eq!(again.article, reading.article, "{source}\n{written}");
    assert_eq!(again.html(&Default::default()), reading.html(&Default::default()), "{source}\n{written}");
    assert_eq!(canonical::write(&again.article), written, "{source}");
}
