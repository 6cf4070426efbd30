//! The theme and the views agree on the class names: they are a contract with the hosts.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

use std::collections::BTreeSet;
use std::path::Path;

/// Classes of the views for hosts to use, which the theme leaves alone, each with the reason.
const ONLY_IN_VIEWS: &[&str] = &[
    // Inside an element that is styled as a whole.
    "np-author",
    "np-published",
    "np-updated",
    // The captions' own text looks like the captions do, and cells begin at the start as they are.
    "np-caption",
    "np-start",
];

fn in_views() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let sources = files.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let text = sources.map(|path| std::fs::read_to_string(path).unwrap());
    let text: String = text.map(|text| text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()).collect();
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let strings = code.split('"').skip(1).step_by(2);
    strings
        .flat_map(|string| string.split(' ').map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| is_class(word))
        .collect()
}

fn is_class(word: &str) -> bool {
    let name = word.strip_prefix("np-").unwrap_or_default();
    // `np-h-` and the like begin identifiers, `np-lang-` the classes of languages.
    !name.is_empty() && !name.ends_with('-') && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

fn in_theme() -> BTreeSet<String> {
    let classes = newsprint::view::CSS
        .split('.')
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect());
    classes.filter(|name: &String| name.starts_with("np-")).collect()
}

#[test]
fn every_class_is_used_by_both() {
    let (views, theme) = (in_views(), in_theme());
    let unstyled: Vec<_> = views.difference(&theme).filter(|name| !ONLY_IN_VIEWS.contains(&name.as_str())).collect();
    let unused: Vec<_> = theme.difference(&views).collect();
    assert!(unstyled.is_empty(), "the theme does not know {unstyled:?}");
    assert!(unused.is_empty(), "no view has {unused:?}");
}

#[test]
fn the_theme_keeps_its_promises() {
    let css = newsprint::view::CSS;
    assert!(css.contains("@layer newsprint"));
    for forbidden in
        ["url(", "@import", "!important", "margin-left", "margin-right", "padding-left", "padding-right", "</"]
    {
        assert!(!css.contains(forbidden), "the theme has `{forbidden}`");
    }
    for line in css.lines().filter(|line| line.contains('#') && !line.trim_start().starts_with("/*")) {
        assert!(line.trim_start().starts_with("--np-"), "a colour has a name: {line}");
    }
    // Chromium leaves out a whole rule for a list of languages, and every selector that may be forgiven.
    let lists = css.match_indices(":lang(").filter(|(at, _)| css[*at..].split(')').next().unwrap().contains(','));
    assert_eq!(lists.count(), 0, "one language at a time");
    for (_, content) in css.match_indices("content:").map(|(at, _)| css.split_at(at)) {
        let value = content.trim_start_matches("content:").trim_start();
        assert!(
            !value.starts_with(['"', '\'']) || value.starts_with("\"\""),
            "text belongs into the document: {}",
            &value[..20]
        );
    }
}
