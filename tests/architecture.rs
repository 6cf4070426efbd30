//! Holds the table of who may use whom, and what must be nowhere, against the sources.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The table of `ARCHITECTURE.md`: each module of the crate with the modules that it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("lanes", &[]),
    ("html", &["lanes"]),
    ("json", &["lanes"]),
    ("manual", &[]),
    ("model", &["lanes"]),
    ("locale", &[]),
    ("diagnostic", &[]),
    ("read", &["model", "diagnostic", "json"]),
    ("check", &["model", "diagnostic"]),
    ("view", &["model", "html", "locale"]),
    ("text", &["model", "locale"]),
    ("jsonld", &["model", "json"]),
    ("canonical", &["model", "json"]),
    (
        "lib",
        &[
            "canonical",
            "check",
            "diagnostic",
            "html",
            "json",
            "jsonld",
            "locale",
            "model",
            "read",
            "text",
            "view",
            "wasm",
        ],
    ),
    (
        "wasm",
        &[
            "canonical",
            "check",
            "diagnostic",
            "html",
            "json",
            "jsonld",
            "locale",
            "model",
            "read",
            "text",
            "view",
            "lib",
        ],
    ),
];

/// A file of the crate: its module, its path, and its lines without comments and tests.
struct Source {
    module: String,
    path: PathBuf,
    code: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let inside = path.strip_prefix(&root).unwrap();
                let module = inside.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned();
                let text = fs::read_to_string(&path).unwrap();
                found.push(Source { module, code: code(&text), text, path });
            }
        }
    }
    assert!(found.len() > 40, "the sources are where they were");
    found
}

fn code(text: &str) -> String {
    let without_tests = text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text);
    without_tests.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The names after `crate::`, in a path or in the braces of a `use`.
fn used(code: &str, root: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (_, after) in code.match_indices(root).map(|(at, _)| code.split_at(at + root.len())) {
        let list = after.strip_prefix('{').and_then(|list| list.split('}').next());
        for name in list.unwrap_or(after).split(',').take(if list.is_some() { usize::MAX } else { 1 }) {
            let name: String = name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            names.insert(name);
        }
    }
    names
}

#[test]
fn modules_use_only_what_they_may() {
    for source in sources().iter().filter(|source| source.module != "bin") {
        let (_, allowed) = MAY_USE.iter().find(|(module, _)| *module == source.module).unwrap_or_else(|| {
            panic!("{} is in no module of the table", source.path.display());
        });
        for name in used(&source.code, "crate::") {
            let is_module = MAY_USE.iter().any(|(module, _)| *module == name);
            let module = if is_module { name.as_str() } else { "lib" };
            if name == "chance" && source.path.ends_with("tests.rs") {
                continue;
            }
            assert!(
                module == source.module || allowed.contains(&module),
                "{} uses `{name}`, which `{}` may not",
                source.path.display(),
                source.module
            );
        }
    }
}

#[test]
fn the_command_line_uses_the_library_from_outside() {
    for source in sources().iter().filter(|source| source.module == "bin") {
        let own = ["files", "report"];
        for name in used(&source.code, "crate::") {
            assert!(own.contains(&name.as_str()), "{} uses `crate::{name}`", source.path.display());
        }
    }
}

#[test]
fn only_the_edge_knows_javascript() {
    for source in sources().iter().filter(|source| source.module != "wasm") {
        for name in ["js_sys", "web_sys", "wasm_bindgen", "serde"] {
            let is_named = source.code.split(|c: char| !(c.is_alphanumeric() || c == '_')).any(|word| word == name);
            assert!(!is_named, "{} knows `{name}`", source.path.display());
        }
    }
}

#[test]
fn only_html_holds_markup() {
    for source in sources() {
        for name in ["inner_html", "outer_html", "insert_adjacent_html", "innerHTML"] {
            // WordPress calls a field so, and a reader knows nothing of pages that it could be set in.
            let is_field = source.module == "read" && name == "innerHTML";
            assert!(is_field || !source.code.contains(name), "{} sets markup with `{name}`", source.path.display());
        }
        if source.module == "html" {
            continue;
        }
        for (at, _) in source.code.match_indices("\"<") {
            let next = source.code[at + 2..].chars().next().unwrap();
            let is_markup = next.is_ascii_alphabetic() || matches!(next, '/' | '!');
            // The Markdown reader looks for comments and line breaks in raw HTML, which it then drops.
            let is_read = source.module == "read";
            assert!(!is_markup || is_read, "{} holds markup in a string", source.path.display());
        }
    }
}

#[test]
fn every_file_says_what_it_is_and_stays_short() {
    for source in sources() {
        assert!(source.text.starts_with("//! "), "{} does not say what it is", source.path.display());
        let lines = source.text.lines().count();
        assert!(lines <= 450, "{} has {lines} lines: it holds two concepts", source.path.display());
    }
}

/// The modules that a `use` of a file names, each as a path from the root of the crate.
fn uses(source: &Source) -> Vec<Vec<String>> {
    let own = module_path(&source.path);
    let statements = source.code.split(';').filter_map(|statement| {
        let (before, list) = statement.rsplit_once("use ")?;
        let begins = before.is_empty() || before.ends_with(['\n', ' ', ')']);
        begins.then(|| list.split_whitespace().collect::<String>())
    });
    let mut found = Vec::new();
    for list in statements {
        let mut paths = Vec::new();
        spread(&list, &[], &mut paths);
        for path in paths {
            found.push(absolute(&own, &path));
        }
    }
    found
}

/// Writes out `a::{b, c::{d, e}}` as one path each.
fn spread(list: &str, before: &[String], out: &mut Vec<Vec<String>>) {
    let mut depth = 0;
    let is_end = |c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    };
    for item in list.split(is_end).filter(|item| !item.is_empty()) {
        let (path, inner) = item.split_once('{').map_or((item, None), |(path, inner)| (path, inner.strip_suffix('}')));
        let mut whole = before.to_vec();
        whole.extend(path.split("::").filter(|name| !name.is_empty()).map(str::to_owned));
        match inner {
            Some(inner) => spread(inner, &whole, out),
            None => out.push(whole),
        }
    }
}

fn absolute(own: &[String], path: &[String]) -> Vec<String> {
    let mut base = own.to_vec();
    for name in path {
        match name.as_str() {
            "crate" => base.clear(),
            "super" => _ = base.pop(),
            "self" => {}
            name => base.push(name.to_owned()),
        }
    }
    base
}

/// The path of the module that a file is: `src/read/markup/tag.rs` is `read`, `markup`, `tag`.
fn module_path(path: &Path) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let inside = path.strip_prefix(root).unwrap().with_extension("");
    let names = inside.iter().map(|name| name.to_str().unwrap().to_owned());
    names.filter(|name| name != "mod" && name != "lib").collect()
}

/// Neither the module that a file is part of nor the parts of its own count: they are one thing with it.
#[test]
fn no_files_use_one_another_in_a_circle() {
    let sources = sources();
    let modules: BTreeMap<Vec<String>, &Source> =
        sources.iter().map(|source| (module_path(&source.path), source)).collect();
    let used_by = |module: &Vec<String>| -> BTreeSet<Vec<String>> {
        let named = uses(modules[module]).into_iter().filter_map(|path| {
            (1..=path.len()).rev().map(|length| path[..length].to_vec()).find(|path| modules.contains_key(path))
        });
        named.filter(|other| !other.starts_with(module) && !module.starts_with(other)).collect()
    };
    let mut left: BTreeMap<Vec<String>, BTreeSet<Vec<String>>> =
        modules.keys().map(|module| (module.clone(), used_by(module))).collect();
    // Who uses nobody is in no circle, nor is who uses only those.
    loop {
        let free: Vec<_> = left.iter().filter(|(_, uses)| !uses.iter().any(|other| left.contains_key(other))).collect();
        let free: Vec<Vec<String>> = free.into_iter().map(|(module, _)| module.clone()).collect();
        if free.is_empty() {
            break;
        }
        left.retain(|module, _| !free.contains(module));
    }
    // Nor is whom nobody in one uses.
    while let Some(top) = left.keys().find(|module| !left.values().any(|uses| uses.contains(*module))).cloned() {
        left.remove(&top);
    }
    let names: Vec<String> = left.keys().map(|module| module.join("::")).collect();
    assert!(names.is_empty(), "these files use one another in circles: {names:?}");
}
