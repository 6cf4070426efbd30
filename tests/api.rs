//! Spells out the public names: what is on this list is promised, and what is not is not.
//!
//! `UPDATE=1 cargo test --test api` rewrites the list.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            if !path.ends_with("bin") && !path.ends_with("wasm") {
                files(&path, found);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The public items of a file. The lint `unreachable_pub` sees to it that every one of them can be reached.
fn names(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text);
    let mut of = String::new();
    let mut names = Vec::new();
    for line in code.lines() {
        if let Some(rest) = line.strip_prefix("impl") {
            let name = rest.rsplit(" for ").next().unwrap_or(rest).trim_start_matches(|c| c != ' ').trim();
            of = name.split(['<', ' ', '{']).next().unwrap_or_default().to_owned() + "::";
        } else if line == "}" {
            of.clear();
        }
        let Some(item) = line.trim_start().strip_prefix("pub ") else { continue };
        let mut words = item.split_whitespace().filter(|word| *word != "const" || !item.contains(" fn "));
        let (Some(kind), Some(name)) = (words.next(), words.next()) else { continue };
        if ["fn", "struct", "enum", "trait", "const", "mod", "type"].contains(&kind) {
            let name = name.split(['(', '<', ';', ':', '{']).next().unwrap_or_default();
            names.push(format!("{kind} {of}{name}"));
        }
    }
    names
}

#[test]
fn the_public_names() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    files(&root.join("src"), &mut paths);
    let mut list = String::new();
    for path in paths {
        let module = path
            .strip_prefix(root.join("src"))
            .unwrap()
            .iter()
            .next()
            .unwrap()
            .to_str()
            .unwrap()
            .trim_end_matches(".rs");
        for name in names(&fs::read_to_string(&path).unwrap()) {
            list += &format!("{module}: {name}\n");
        }
    }
    let expected = root.join("tests/api.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&expected, &list).unwrap();
    }
    let expected = fs::read_to_string(expected).unwrap_or_default();
    assert!(
        list == expected,
        "the public names have changed; UPDATE=1 rewrites tests/api.txt:\n{}",
        difference(&expected, &list)
    );
}

fn difference(before: &str, now: &str) -> String {
    let gone = before.lines().filter(|line| !now.lines().any(|other| other == *line)).map(|line| format!("- {line}\n"));
    let new = now.lines().filter(|line| !before.lines().any(|other| other == *line)).map(|line| format!("+ {line}\n"));
    gone.chain(new).collect()
}
