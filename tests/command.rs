//! The command line as a shell sees it: what it writes, where, and its exit codes.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

const ARTICLE: &str = "# Ferry returns\n\n![A ferry.](ferry.jpg)\n\nShe *sails*.\n";

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsprint"));
    let mut child =
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A command that refuses its arguments does not read its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// The exit code, and what stands on standard output and standard error.
fn check(arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    let output = run(arguments, input);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn every_output() {
    for (to, start) in [
        ("html", "<article class=\"np-article\""),
        ("page", "<!doctype html>"),
        ("text", "Ferry returns\n\n"),
        ("json", "{\n  \"type\": \"article\","),
        ("jsonld", "{\"@context\":\"https://schema.org\""),
    ] {
        let (code, out, err) = check(&["render", "-", "--to", to], ARTICLE.as_bytes());
        assert_eq!((code, err.as_str()), (0, ""), "{to}");
        assert!(out.starts_with(start), "{to}: {out}");
    }
}

#[test]
fn options_reach_the_view() {
    let arguments = ["render", "-", "--heading-level", "3", "--id-prefix", "second", "--lang", "de"];
    let (_, out, _) = check(&arguments, ARTICLE.as_bytes());
    assert!(
        out.starts_with(
            "<article class=\"np-article\" lang=\"de\" dir=\"ltr\" aria-labelledby=\"np-second-headline\">"
        ),
        "{out}"
    );
    assert!(out.contains("<h3 class=\"np-headline\" id=\"np-second-headline\">Ferry returns</h3>"), "{out}");
}

#[test]
fn words_of_the_house() {
    let article = b"---\nauthor: Ada\ndate: 2024-05-01\n---\n# A\n\nB.\n";
    let (code, out, err) = check(&["render", "-", "--word", "by=Words: {}", "--word", "published=First"], article);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("Words: <span class=\"np-author\">Ada</span>") && out.contains(">First <time"), "{out}");
}

#[test]
fn findings_and_exit_codes() {
    let (code, out, _) = check(&["check", "-"], ARTICLE.as_bytes());
    assert_eq!((code, out.as_str()), (0, "standard input: nothing to remark\n"));
    let (code, out, _) = check(&["check", "-"], b"# A\n\n![](a.jpg)\n");
    assert_eq!(code, 1);
    assert!(out.contains("error[img-alt-missing]") && out.contains("standard input:3:1"), "{out}");
    let (code, out, _) = check(&["check", "-", "--json"], b"# A\n\n![](a.jpg)\n");
    assert_eq!(code, 1);
    assert!(out.contains("\"code\": \"img-alt-missing\"") && out.contains("\"line\": 3"), "{out}");
}

#[test]
fn formats() {
    assert_eq!(check(&["detect", "-"], ARTICLE.as_bytes()).1, "markdown\n");
    assert_eq!(check(&["detect", "-"], br#"{"headline": "x", "body": "y"}"#).1, "canonical\n");
    assert_eq!(check(&["detect", "-"], b"Ferry returns\n\nShe sails.").1, "text\n");
    let (_, out, _) = check(&["formats"], b"");
    assert!(newsprint::read::FORMATS.iter().all(|format| out.contains(format.name)));
}

#[test]
fn bad_input_is_one_sentence_and_exit_code_2() {
    let temporary = std::env::temp_dir();
    let folder = temporary.to_str().unwrap();
    for (arguments, input, sentence) in [
        (&["render", "-"][..], &b""[..], "error: cannot read `standard input`: the document is empty"),
        (&["check", "-"], b"a\xff", "error: cannot read `standard input`: the document is not UTF-8"),
        (
            &["check", "-"],
            b"{\"headline\": \"x\",\n",
            "error: cannot read `standard input`: the document is not JSON: line 2, column 1: the text ends where",
        ),
        (
            &["check", "-"],
            b"{\n  // the ferry\n  \"headline\": \"x\"\n}",
            "error: cannot read `standard input`: the document is not JSON: line 2, column 3: found `/` where",
        ),
        (
            &["render", "-"],
            b"{\"a\": 1}",
            "error: cannot read `standard input`: the document is JSON of a shape that is not known; tried were `",
        ),
        (
            &["render", "-", "--from", "nope"],
            b"x",
            "error: invalid value 'nope' for '--from <FORMAT>': there is no format `nope`",
        ),
        (
            &["render", "-", "--heading-level", "7"],
            b"x",
            "error: invalid value '7' for '--heading-level <N>': a heading has a level from 1 to 6",
        ),
        (
            &["render", "-", "--lang", "en_GB"],
            b"x",
            "error: invalid value 'en_GB' for '--lang <TAG>': a language has a tag",
        ),
        (
            &["render", "-", "--word", "by=Words"],
            b"x",
            "error: invalid value 'by=Words' for '--word <NAME=TEXT>': `by` is `Words`, which has no place for `{}`",
        ),
        (
            &["render", "-", "--base", "/news"],
            b"x",
            "error: invalid value '/news' for '--base <URL>': a base is an address such as",
        ),
        (
            &["render", "-", "--sanity", "ab12cd34"],
            b"x",
            "error: invalid value 'ab12cd34' for '--sanity <PROJECT/DATASET>': a project and its dataset are given",
        ),
        (&["render", "/no/such/file"], b"", "error: cannot read `/no/such/file`: there is no such file or folder"),
        (&["render", folder], b"", &format!("error: cannot read `{folder}`: it is a directory")),
        (&["render", "-", "-o", folder], b"x", &format!("error: cannot write `{folder}`: it is a directory")),
    ] {
        let (code, out, err) = check(arguments, input);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}: {err}");
        assert!(err.starts_with(sentence), "{arguments:?}: {err}");
    }
}

#[test]
fn a_hundred_megabytes_are_refused() {
    let path = std::env::temp_dir().join(format!("newsprint-{}.txt", std::process::id()));
    std::fs::File::create(&path).unwrap().set_len(100 * 1024 * 1024).unwrap();
    let (code, _, err) = check(&["render", path.to_str().unwrap()], b"");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(code, 2);
    assert!(err.contains("the document is longer than 5 MiB"), "{err}");
}

#[test]
fn a_file_is_written_as_a_whole_or_not_at_all() {
    let folder = std::env::temp_dir().join(format!("newsprint-{}", std::process::id()));
    std::fs::create_dir(&folder).unwrap();
    let path = folder.join("out.html");
    let file = path.to_str().unwrap();
    assert_eq!(check(&["render", "-", "-o", file], b"").0, 2);
    assert!(!path.exists());
    assert_eq!(check(&["render", "-", "-o", file], ARTICLE.as_bytes()), (0, String::new(), String::new()));
    assert!(std::fs::read_to_string(&path).unwrap().ends_with("</article>"));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "nothing else is left");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_written_where_it_is() {
    let folder = std::env::temp_dir().join(format!("newsprint-links-{}", std::process::id()));
    std::fs::create_dir(&folder).unwrap();
    let (file, link, pipe) = (folder.join("real.html"), folder.join("link.html"), folder.join("pipe"));
    std::fs::write(&file, "").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    std::os::unix::fs::symlink("/dev/stdout", &pipe).unwrap();
    let to = |path: &std::path::Path| check(&["render", "-", "-o", path.to_str().unwrap()], ARTICLE.as_bytes());
    assert_eq!(to(&link), (0, String::new(), String::new()));
    assert!(std::fs::read_to_string(&file).unwrap().ends_with("</article>"));
    let (code, written, _) = to(&pipe);
    assert!(code == 0 && written.ends_with("</article>"), "{written}");
    assert!(link.is_symlink() && pipe.is_symlink());
    std::fs::remove_dir_all(&folder).unwrap();
}
