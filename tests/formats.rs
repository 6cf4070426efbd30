//! Holds the cases of `tests/formats`: documents as publishers have them, and what becomes of each.
//!
//! A case is `FORMAT/NAME.json`, `.html`, `.md` or `.txt`; beside it stand `NAME.out.html`, `NAME.out.txt` and, if there
//! is something to say, `NAME.diagnostics`. `UPDATE=1 cargo test --test formats` rewrites those: read what it wrote. Each
//! case is recognised by its shape as the format of its folder, unless its `NAME.options` say `from=FORMAT`; they may also
//! say `base=ADDRESS`, `sanity=PROJECT/DATASET` and `references=JSON`, each in a line of its own.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

mod pretty;
mod round_trip;

use std::fs;
use std::path::{Path, PathBuf};

use newsprint::model::Url;
use newsprint::read::{FORMATS, References, Sanity};
use newsprint::{Options, read, text};
use pretty::{finding_line, first_difference, pretty};

/// The formats whose cases are the pages of the manual, in `tests/spec`.
const IN_THE_MANUAL: [&str; 3] = ["canonical", "markdown", "text"];
const EXTENSIONS: [&str; 4] = ["json", "html", "md", "txt"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats")
}

/// The entries of a folder in their order; a folder that is not there has none.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

/// The document of a case, and not what becomes of one.
fn is_document(path: &Path) -> bool {
    path.file_name().unwrap().to_str().unwrap().split_once('.').is_some_and(|(_, end)| EXTENSIONS.contains(&end))
}

#[test]
fn every_case_is_true() {
    let mut wrong = Vec::new();
    for folder in entries(&root()) {
        for document in entries(&folder).iter().filter(|path| is_document(path)) {
            let case = Case::new(&folder, document);
            wrong.extend(case.outcome().into_iter().filter_map(|(path, now)| held(&path, &now)));
        }
    }
    assert!(wrong.is_empty(), "UPDATE=1 rewrites what becomes of the cases\n{}", wrong.join("\n"));
}

#[test]
fn every_format_has_cases_and_no_case_is_lost() {
    let mut lost = Vec::new();
    for folder in entries(&root()) {
        assert!(FORMATS.iter().any(|format| format.name == name(&folder)), "{} is no format", folder.display());
        let stem = |path: &Path| name(path).split('.').next().unwrap().to_owned();
        let documents: Vec<_> =
            entries(&folder).iter().filter(|path| is_document(path)).map(|path| stem(path)).collect();
        lost.extend(entries(&folder).into_iter().filter(|path| !documents.contains(&stem(path))));
    }
    assert!(lost.is_empty(), "these belong to no document: {lost:?}");
    for format in FORMATS.iter().filter(|format| !IN_THE_MANUAL.contains(&format.name)) {
        assert!(!entries(&root().join(format.name)).is_empty(), "`{}` has no case", format.name);
    }
}

/// What looks like a format and is another is refused in a sentence, and not read as if it were.
#[test]
fn documents_of_other_systems_are_refused() {
    for document in [
        r#"{"blocks": [{"key": "a", "text": "Rope", "type": "unstyled", "data": {}}], "entityMap": {}}"#,
        r#"{"ops": [{"insert": "Rope\n"}]}"#,
        r#"{"schema": "dast", "document": {"type": "root", "children": [{"type": "paragraph", "children": [{"type": "span", "value": "Rope"}]}]}}"#,
        r#"<?xml version="1.0"?><rss version="2.0"><channel><title>Rope</title></channel></rss>"#,
        "<nitf><body><p>Rope</p></body></nitf>",
    ] {
        let error = read(document.as_bytes(), &Options::default()).unwrap_err();
        assert_eq!(error.code(), "format-unrecognised", "{document}");
        assert_eq!(error.to_string().contains("XML"), document.starts_with('<'), "{document}");
    }
    let page = "<?xml version=\"1.0\"?><!DOCTYPE html><html><body><h1>Rope</h1><p>It holds.</p></body></html>";
    assert_eq!(read(page.as_bytes(), &Options::default()).unwrap().format.name, "html");
}

/// A document and the options that it is read with.
struct Case {
    document: PathBuf,
    format: String,
    options: Options,
}

impl Case {
    fn new(folder: &Path, document: &Path) -> Self {
        let mut options = Options::default();
        let given = fs::read_to_string(beside(document, "options")).unwrap_or_default();
        for line in given.lines() {
            let (option, value) = line.split_once('=').unwrap_or_else(|| panic!("`{line}` is no option"));
            set(&mut options, option, value, document);
        }
        Self { document: document.to_owned(), format: name(folder).to_owned(), options }
    }

    /// What becomes of the document, with the files in which that stands.
    fn outcome(&self) -> [(PathBuf, String); 3] {
        let bytes = fs::read(&self.document).unwrap();
        let reading =
            read(&bytes, &self.options).unwrap_or_else(|error| panic!("{}: {error}", self.document.display()));
        let format = reading.format;
        assert_eq!(format.name, self.format, "{} is taken for another format", self.document.display());
        round_trip::holds(&reading, &self.document.display().to_string());
        let html = pretty(&reading.html(&self.options.view));
        let text = text::write(&reading.article);
        let findings: String = reading.findings().into_iter().map(|finding| finding_line(finding, format)).collect();
        [
            (beside(&self.document, "out.html"), html),
            (beside(&self.document, "out.txt"), text),
            (beside(&self.document, "diagnostics"), findings),
        ]
    }
}

/// The file beside a document that has its name and another ending.
fn beside(document: &Path, ending: &str) -> PathBuf {
    document.with_extension(ending)
}

fn set(options: &mut Options, option: &str, value: &str, document: &Path) {
    match option {
        "from" => options.from = Some(read::format(value).unwrap()),
        "base" => options.context.base = Some(Url::parse(value.to_owned()).unwrap()),
        "sanity" => {
            let (project, dataset) = value.split_once('/').unwrap();
            options.context.sanity = Some(Sanity::new(project, dataset).unwrap());
        }
        "references" => options.context.references = Some(References::parse(value.to_owned()).unwrap()),
        _ => panic!("{}: there is no option `{option}`", document.display()),
    }
}

/// How a file differs from what it should say; there is no file where there is nothing to say.
fn held(path: &Path, now: &str) -> Option<String> {
    let before = fs::read_to_string(path).unwrap_or_default();
    if before == now {
        return None;
    }
    if std::env::var_os("UPDATE").is_none() {
        return Some(format!("{}:\n{}", path.display(), first_difference(&before, now)));
    }
    if now.is_empty() {
        fs::remove_file(path).unwrap()
    } else {
        fs::write(path, now).unwrap()
    }
    None
}

#[test]
fn the_table_of_the_manual_has_every_format() {
    let rows = include_str!("../README.md").lines();
    let mut rows: Vec<_> = rows.filter_map(|row| row.strip_prefix("| `")?.split_once("` | ")).collect();
    let names = rows.extract_if(.., |(name, _)| FORMATS.iter().any(|format| format.name == *name));
    let mut names: Vec<_> = names.map(|(name, _)| name).collect();
    let mut formats: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
    names.sort_unstable();
    formats.sort_unstable();
    assert_eq!(names, formats);
}
