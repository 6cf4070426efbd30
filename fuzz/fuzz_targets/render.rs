//! Attacks the whole way, in every format: nothing panics, and what canonical JSON keeps is read back as it was.

#![no_main]

use libfuzzer_sys::fuzz_target;
use newsprint::read::FORMATS;
use newsprint::{Options, canonical, jsonld, read, text};

fuzz_target!(|bytes: &[u8]| {
    for from in FORMATS.iter().map(Some).chain([None]) {
        let options = Options { from, ..Options::default() };
        let Ok(reading) = read(bytes, &options) else { continue };
        let html = reading.html(&options.view);
        assert!(!html.contains("<script"));
        let _ = (text::write(&reading.article), jsonld::write(&reading.article));
        let written = canonical::write(&reading.article);
        let again = read(written.as_bytes(), &Options::default()).expect("canonical JSON is an article");
        // What nests deeper than JSON may is written flat.
        let is_flat = written.lines().any(|line| line.starts_with(&" ".repeat(180)));
        assert!(is_flat || again.html(&options.view) == html, "{written}");
        let _ = reading.findings();
    }
});
