//! The tasks that cargo does not know: builds, serves, tests and measures Newsprint.
//! Knows nothing of articles; the work is done by cargo, Node and the browser that it starts.

mod bench;
mod build;
mod copies;
mod hosts;
mod http;
mod install;
mod order;
mod parts;
mod place;
mod preview;
mod size;
mod step;
mod tally;
mod test;
mod trim;

use anyhow::{Result, bail};

use bench::Against;
use test::Depth;

const USAGE: &str = "\
usage: cargo xtask TASK

  build [--dev]    the npm package in npm/dist and the preview in target/site;
                   --dev compiles faster and skips the optimiser
  preview [FILE]   build, then serve the preview on 127.0.0.1:4173, opened with FILE
  test [--thorough]
                   formatting, lints, every test, documentation; --thorough holds
                   every page of the manual under axe-core at every level, light
                   and dark, narrow and wide, and looks for inputs that break what
                   must always hold
  size [--strict]  what a reader downloads, against its budget;
                   --strict fails where something is over it
  hosts [NAME…]    installs the package into a project of each host, from the
                   npm registry, and compares what every one of them shows
  docs             the documentation of the package in target/package-docs
  bench [--peers]  time from bytes to bytes in Node, against a hand-written template;
                   --peers against the renderers of the formats' own makers
";

fn main() {
    if let Err(error) = run() {
        eprintln!("{error:#}");
        std::process::exit(1);
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["build"] => build::package(build::Profile::Release),
        ["build", "--dev"] => build::package(build::Profile::Dev),
        ["preview"] => preview::serve(None),
        ["preview", file] => preview::serve(Some(file)),
        ["test"] => test::everything(Depth::Usual),
        ["test", "--thorough"] => test::everything(Depth::Thorough),
        ["size", flags @ ..] if matches!(flags, [] | ["--strict"]) => size::report(flags),
        ["hosts", names @ ..] => hosts::check(names),
        ["docs"] => hosts::document(),
        ["bench"] => bench::run(Against::Template),
        ["bench", "--peers"] => bench::run(Against::Peers),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => bail!("{USAGE}"),
    }
}
