//! What a reader downloads, against its budget.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::step::{aloud, command};

/// Builds, then prints the sizes; with `--strict`, an error if one is over its budget.
pub(crate) fn report(flags: &[&str]) -> Result<()> {
    build::package(Profile::Release)?;
    aloud(command("node", &["npm/scripts/size.mjs"]).args(flags))
}
