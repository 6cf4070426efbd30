//! Time from bytes to bytes in Node, against a hand-written template.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::step::{aloud, command};

/// Builds, then runs the benchmark and shows its table.
pub(crate) fn run() -> Result<()> {
    build::package(Profile::Release)?;
    aloud(&mut command("node", &["npm/bench/bench.mjs"]))
}
