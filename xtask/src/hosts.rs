//! Installs the package into a project of each host and looks at what they show, and documents what hosts can call;
//! knows the programs that do it, not the hosts.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::install;
use crate::place;
use crate::step::{aloud, command, quietly};

/// Builds, then runs the hosts of those names, or all of them.
pub(crate) fn check(names: &[&str]) -> Result<()> {
    build::package(Profile::Release)?;
    install::browser()?;
    if names.is_empty() || names.contains(&"firefox") {
        install::firefox()?;
    }
    aloud(command("node", &["npm/hosts/run.mjs"]).args(names))
}

/// Writes the documentation of the package from its types.
pub(crate) fn document() -> Result<()> {
    build::package(Profile::Dev)?;
    let folder = place::npm().join("docs");
    install::npm_ci("install the documentation tool", &folder)?;
    let out = place::target().join("package-docs");
    let tool = ["npm/docs/node_modules/typedoc/bin/typedoc", "--options", "npm/docs/typedoc.json", "--out"];
    quietly("document the package", command("node", &tool).arg(&out))?;
    println!("{}", out.join("index.html").display());
    Ok(())
}
