//! Builds, serves and tests Newsprint.
fn main() {}
