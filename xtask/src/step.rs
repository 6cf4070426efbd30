//! One step of a task: one line with its time, and the output only when it fails.

use std::io::{IsTerminal as _, Write as _, stdout};
use std::process::{Command, Output};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::place;

/// Runs `work` as a step called `name` and says how long it took.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let started = Instant::now();
    if stdout().is_terminal() {
        print!("… {name}");
        stdout().flush()?;
    }
    let result = work();
    if stdout().is_terminal() {
        print!("\r");
    }
    let mark = if result.is_ok() { '✓' } else { '✗' };
    println!("{mark} {name:<44} {:>6.1} s", started.elapsed().as_secs_f64());
    result
}

/// Returns a command that runs `program` in the checkout.
pub(crate) fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(place::root());
    command
}

/// Returns a cargo command, run by the cargo that runs us.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    command(&program, arguments)
}

/// Runs `command` as a step and keeps its output for the case that it fails.
pub(crate) fn quietly(name: &str, command: &mut Command) -> Result<String> {
    step(name, || output(command))
}

/// Runs `command` and returns what it printed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let Output { status, stdout, stderr } = command.output().with_context(|| format!("cannot run `{program}`"))?;
    let printed = String::from_utf8_lossy(&stdout).into_owned();
    if status.success() {
        return Ok(printed);
    }
    bail!("{printed}{}\n`{program}` failed: {status}", String::from_utf8_lossy(&stderr))
}

/// Runs `command` with its output shown as it comes.
pub(crate) fn aloud(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status = command.status().with_context(|| format!("cannot run `{program}`"))?;
    if !status.success() {
        bail!("`{program}` failed: {status}");
    }
    Ok(())
}
