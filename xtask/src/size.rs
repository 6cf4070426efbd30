//! What a reader downloads, against its budget.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::step::{aloud, command};

/// Builds, then prints the sizes; an error if one is over its budget.
pub(crate) fn report() -> Result<()> {
    build::package(Profile::Release)?;
    aloud(&mut command("node", &["npm/scripts/size.mjs"]))
}
