//! Time from bytes to bytes in Node, against a hand-written template or the formats' own renderers.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::step::{aloud, command};
use crate::{install, place};

/// What is measured against.
#[derive(Clone, Copy)]
pub(crate) enum Against {
    /// A template in JavaScript, written for the workloads.
    Template,
    /// The renderer that each format's own makers keep, from the npm registry.
    Peers,
}

/// Builds, then runs the benchmark and shows its table.
pub(crate) fn run(against: Against) -> Result<()> {
    build::package(Profile::Release)?;
    let script = match against {
        Against::Template => "npm/bench/bench.mjs",
        Against::Peers => {
            install::npm_ci("install the renderers to measure against", &place::npm().join("peers"))?;
            "npm/peers/bench.mjs"
        }
    };
    aloud(&mut command("node", &[script]))
}
