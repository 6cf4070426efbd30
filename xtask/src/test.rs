//! Everything that must hold before a change is taken.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::install::{self, WASM};
use crate::step::{cargo, command, quietly};
use crate::tally::Tally;

/// The features of the crate in the modules of the package.
const FEATURES: [&str; 2] = ["wasm,languages", "wasm,readers"];

/// How much is tried of what takes minutes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    Usual,
    Thorough,
}

/// Runs the checks, quickest first.
pub(crate) fn everything(depth: Depth) -> Result<()> {
    install::wasm_target()?;
    // The specification of CommonMark comes with them.
    install::npm_packages()?;
    quietly("format", &mut cargo(&["fmt", "--all", "--check"]))?;
    lints()?;
    let mut tally = Tally::default();
    let mut tests = cargo(&["test", "--locked", "--workspace"]);
    if depth == Depth::Thorough {
        tests.env("ARBTEST_BUDGET_MS", "10000");
    }
    tally.add(&quietly("tests", &mut tests)?);
    documentation()?;
    build::package(Profile::Release)?;
    install::browser()?;
    install::java()?;
    tally.add(&package(depth)?);
    println!("{tally}");
    Ok(())
}

fn lints() -> Result<()> {
    let native = ["clippy", "--quiet", "--locked", "--workspace", "--all-targets"];
    quietly("lints", cargo(&native).args(["--", "-D", "warnings"]))?;
    for features in FEATURES {
        let mut edge = cargo(&["clippy", "--quiet", "--locked", "--lib", "--no-default-features", "--target", WASM]);
        quietly(&format!("lints, {features}"), edge.args(["--features", features, "--", "-D", "warnings"]))?;
    }
    Ok(())
}

fn documentation() -> Result<()> {
    let mut doc = cargo(&["doc", "--quiet", "--locked", "--no-deps", "--all-features"]);
    quietly("documentation", doc.env("RUSTDOCFLAGS", "-D warnings")).map(drop)
}

fn package(depth: Depth) -> Result<String> {
    for (name, folder) in [("types, package", "npm"), ("types, preview", "www")] {
        let tsc = ["npm/node_modules/typescript/bin/tsc", "--noEmit", "--project", folder];
        quietly(name, &mut command("node", &tsc))?;
    }
    let mut tests = command("npm", &["--prefix", "npm", "test"]);
    if depth == Depth::Thorough {
        tests.env("NEWSPRINT_THOROUGH", "1");
    }
    quietly("tests, package", &mut tests)
}
