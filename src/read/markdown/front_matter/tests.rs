//! Front matter in, fields out.

use super::{Field, Value, extent, read};
use crate::diagnostic::Diagnostics;

/// The fields in one line: `key=text`, `[…]` for lists, `{…}` for fields, `-` for nothing.
fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Nothing => "-".to_owned(),
        Value::Text(text) => text.to_string(),
        Value::List(values) => format!("[{}]", values.iter().map(shown).collect::<Vec<_>>().join(" | ")),
        Value::Fields(fields) => format!("{{{}}}", all(fields)),
    }
}

fn all(fields: &[Field<'_>]) -> String {
    fields.iter().map(|field| format!("{}={}", field.key, shown(&field.value))).collect::<Vec<_>>().join("; ")
}

/// Holds what is read against the fields, and what cannot be read against the places in the source.
fn check(source: &str, expected: &str, problems: &[&str]) {
    let mut diagnostics = Diagnostics::default();
    let (fields, start) = read(source, &mut diagnostics);
    assert_eq!(all(&fields), expected, "{source}");
    let found: Vec<_> = diagnostics.iter().map(|problem| &source[problem.offset.unwrap()..]).collect();
    assert_eq!(found.len(), problems.len(), "{diagnostics:?}");
    for (found, problem) in found.iter().zip(problems) {
        assert!(found.starts_with(problem), "{diagnostics:?}\n{found:?} does not start with {problem:?}");
    }
    assert_eq!(source[start..].trim_start(), "Text.\n");
}

fn yaml(front_matter: &str, expected: &str, problems: &[&str]) {
    check(&format!("---\n{front_matter}---\nText.\n"), expected, problems);
    let windows = front_matter.replace('\n', "\r\n");
    let source = format!("---\r\n{windows}---\r\nText.\n");
    let mut diagnostics = Diagnostics::default();
    assert_eq!(all(&read(&source, &mut diagnostics).0), expected, "with carriage returns: {front_matter}");
}

fn toml(front_matter: &str, expected: &str, problems: &[&str]) {
    check(&format!("+++\n{front_matter}+++\nText.\n"), expected, problems);
}

#[test]
fn yaml_scalars_stay_as_they_are_written() {
    yaml(
        "a: no\nb: on\nc: 1.10\nd: 0x1F\ne: 2024-05-01 09:30:00 -0500\nf: ~\ng:\nh: null\ni: ''\n",
        "a=no; b=on; c=1.10; d=0x1F; e=2024-05-01 09:30:00 -0500; f=-; g=-; h=-; i=",
        &[],
    );
    yaml("a: Ferry: a history # not the word\nb: C# and a#ferry\n", "a=Ferry: a history; b=C# and a#ferry", &[]);
    yaml("# comment\n\na: x\n  # comment\nb : y\n\"c d\": z\n", "a=x; b=y; c d=z", &[]);
    yaml("a: !!str 12\nb: &anchor x\n", "a=12; b=x", &[]);
}

#[test]
fn yaml_quotes() {
    yaml("a: 'It''s late'\nb: \"so \\\"late\\\" \\u00e9\\x41 \\\\\" # c\n", "a=It's late; b=so \"late\" éA \\", &[]);
    yaml("a: \"one\n  two\n\n  three\"\nb: 'x\n  y'\n", "a=one two\nthree; b=x y", &[]);
}

#[test]
fn yaml_over_several_lines() {
    yaml("a: one\n  two\n  three\nb: x\n", "a=one two three; b=x", &[]);
    yaml(
        "a: |\n  one\n   two\n\n  # three\nb: >-\n  one\n  two\n\n  three\n\nc: x\n",
        "a=one\n two\n\n# three; b=one two\nthree; c=x",
        &[],
    );
    yaml("a:\n  one\n  two\nb: |2\n", "a=one two; b=", &[]);
}

#[test]
fn yaml_lists_and_fields() {
    yaml("a:\n  - x\n  - 'y'\nb:\n- z\n-\nc: [u, \"v, w\", [x]]\n", "a=[x | y]; b=[z | -]; c=[u | v, w | [x]]", &[]);
    yaml(
        "a:\n  b: x\n  c:\n    d: y\ne: {f: x, \"g\": 'y', h: [1, 2]}\n",
        "a={b=x; c={d=y}}; e={f=x; g=y; h=[1 | 2]}",
        &[],
    );
    yaml(
        "a:\n  - name: Ada\n    url: https://example.com/a?b=c#d\n  - name: Bo\nb: x\n",
        "a=[{name=Ada; url=https://example.com/a?b=c#d} | {name=Bo}]; b=x",
        &[],
    );
    yaml("a:\n  - - x\n    - y\n  - [\n    z,\n  ]\n", "a=[[x | y] | [z]]", &[]);
}

#[test]
fn yaml_that_is_not_read() {
    yaml("a: x\n? b\nc: y\n", "a=x; c=y", &["? b"]);
    yaml("a: x\n   b: y\nc: *a\nd: z\n", "a=x b: y; d=z", &["*a"]);
    yaml("a: \"x\nb: y\n", "b=y", &["\"x"]);
    yaml("a: 'x' y\n  more\nb: [x\nc: y\n", "c=y", &["y\n", "c: y"]);
    yaml("a: {x}\nb: y\n", "b=y", &["}"]);
    let deep = format!("a: {}{}\nb: x\n", "[".repeat(20), "]".repeat(20));
    yaml(&deep, "b=x", &["[[["]);
}

#[test]
fn toml_values() {
    toml(
        "# comment\ntitle = \"a \\\"b\\\"\" # c\n'd e' = 'C:\\x'\nn = 1.10\nday = 2024-05-01T09:30:00Z\ndraft = true\n",
        "title=a \"b\"; d e=C:\\x; n=1.10; day=2024-05-01T09:30:00Z; draft=true",
        &[],
    );
    toml("a = [\n  \"x\", # one\n  'y',\n]\nb = { c = 1, d = \"e\" }\n", "a=[x | y]; b={c=1; d=e}", &[]);
    toml("a = \"\"\"\none\ntwo\"\"\"\nb = '''x'y'''\n", "a=one\ntwo; b=x'y", &[]);
}

#[test]
fn toml_tables() {
    toml(
        "a = 1\nimage.src = \"/x.jpg\"\nimage.alt = \"y\"\n[image_two]\nb = 2\n[[authors]]\nname = \"Ada\"\n[[authors]]\nname = \"Bo\"\n\
        [extra]\nc = 3\n[extra.image]\nsrc = \"/y.jpg\"\n[[extra.links]]\nd = 4\n[[extra.links]]\nd = 5\n",
        "a=1; image={src=/x.jpg; alt=y}; image_two={b=2}; authors=[{name=Ada} | {name=Bo}]; \
        extra={c=3; image={src=/y.jpg}; links=[{d=4} | {d=5}]}",
        &[],
    );
}

#[test]
fn toml_that_is_not_read() {
    toml("a\nb = 1\n[c\nd = \"x\" y\n", "b=1; d=x", &["\nb", "\nd", "y\n"]);
}

#[test]
fn fields_in_braces() {
    let source = "{\n  \"title\": \"a \\\"b\\\"\",\n  \"draft\": false,\n  \"image\": {\"src\": \"/x.jpg\", \"alt\": null},\n  \"tags\": [\n    \"u\"\n  ]\n}\n\nText.\n";
    check(source, "title=a \"b\"; draft=false; image={src=/x.jpg; alt=-}; tags=[u]", &[]);
    check("{\n\"a\": 1 2,\n\"b\"\n}\nText.\n", "", &["\n}"]);
    for text in ["{\n\"a\": 1\n}\n", "{\n\"a\": {\n},\n\"b\": 2}\nText.\n", "{\n% a\n}\nText.\n"] {
        assert!(extent(text).is_none(), "{text:?}");
    }
}

#[test]
fn where_it_ends() {
    assert!(extent("---\ntitle: x\n...\ntext").is_some());
    assert!(extent("---  \r\n# c\r\n\r\ntitle: x\r\n---\r\n").is_some());
    for text in ["---\n\ntext\n\n---\n", "---\ntitle: x\n", "----\ntitle: x\n---\n", "--- title: x\n---\n", "---"] {
        assert!(extent(text).is_none(), "{text:?}");
    }
}

#[test]
fn anything_can_be_read() {
    crate::chance::by_chance(|u| {
        let pieces = [
            "a: ", "- ", "\n", "  ", "\"", "'", "[", "]", "{", "}", "= ", "|", ">", "#", "x", "é", "\\u", "\r", "\t",
            ".", ",", ":",
        ];
        let fence = *u.choose(&["---", "+++"])?;
        let mut text = format!("{fence}\nkey: x\n");
        while !u.is_empty() && text.len() < 400 {
            text.push_str(u.choose(&pieces)?);
        }
        text.push_str(&format!("\n{fence}\n"));
        read(&text, &mut Diagnostics::default());
        Ok(())
    });
}

#[test]
fn a_fence_that_is_missing() {
    check("---\ntitle: x\ntags:\n- a\n\nText.\n", "title=x; tags=[a]", &["\nText."]);
    assert_eq!(extent("---\nNote: x\n\nText.\n"), None);
    assert_eq!(extent("---\ntitle: x\nIt is late.\n\nText.\n"), None);
}
