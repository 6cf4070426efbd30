//! What a task needs and the machine may lack: installed where it can be, else named in one sentence.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::place;
use crate::step::{command, output, quietly};

/// The compilation target of the package.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// Adds the compiler's wasm target.
pub(crate) fn wasm_target() -> Result<()> {
    let library = output(&mut command("rustc", &["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    if !on_path("rustup") {
        bail!("install the standard library of Rust's `{WASM}` target");
    }
    quietly("install the wasm target", &mut command("rustup", &["target", "add", WASM])).map(drop)
}

/// Installs the npm packages of the lock files, where they are not there or older than it: the package's and the preview's.
pub(crate) fn npm_packages() -> Result<()> {
    if !on_path("npm") {
        bail!("install Node 20 or newer, with npm");
    }
    npm_ci("install the npm packages", &place::npm())?;
    npm_ci("install the editor of the preview", &place::www())
}

/// Installs the npm packages of a lock file, if they are not there or older than it.
pub(crate) fn npm_ci(what: &str, folder: &Path) -> Result<()> {
    let wanted = fs::metadata(folder.join("package-lock.json"))?.modified()?;
    let installed = fs::metadata(folder.join("node_modules/.package-lock.json")).and_then(|file| file.modified());
    if installed.is_ok_and(|installed| installed >= wanted) {
        return Ok(());
    }
    let mut ci = command("npm", &["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    quietly(what, ci.current_dir(folder)).map(drop)
}

/// Installs Chromium.
pub(crate) fn browser() -> Result<()> {
    debian("Chromium", &["chromium"], &["chromium"])
}

/// Installs Firefox, which is one of the hosts.
pub(crate) fn firefox() -> Result<()> {
    debian("Firefox", &["firefox-esr"], &["firefox-esr"])
}

/// Installs a Java runtime, which the HTML checker runs on.
pub(crate) fn java() -> Result<()> {
    debian("a Java runtime", &["java"], &["default-jre-headless"])
}

fn debian(what: &str, programs: &[&str], packages: &[&str]) -> Result<()> {
    if programs.iter().all(|program| on_path(program)) {
        return Ok(());
    }
    if !on_path("apt-get") || output(&mut command("id", &["-u"]))?.trim() != "0" {
        bail!("install {what} (on Debian: `apt-get install {}`)", packages.join(" "));
    }
    let apt = |arguments: &[&str]| {
        let mut apt = command("apt-get", &["-o", "DPkg::Lock::Timeout=300", "-q", "-y"]);
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    quietly("look for Debian packages", &mut apt(&["update"]))?;
    let mut install = apt(&["install", "--no-install-recommends"]);
    quietly(&format!("install {what}"), install.args(packages)).map(drop)
}

fn on_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}
