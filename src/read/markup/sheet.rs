//! The style sheet of a document that a word processor wrote → the styles of its classes; it knows what a rule looks
//! like, not what styles mean.
//!
//! Google Docs, Pages and others have bold and slant in classes such as `c4`, which mean nothing without the sheet.

/// Classes that are kept.
const MOST: usize = 256;

/// Returns the styles of the classes that a program has numbered, in lower case and without white space.
pub(super) fn styles(html: &str) -> Vec<(&str, String)> {
    let mut styles = Vec::new();
    for sheet in html.split("<style").skip(1).filter_map(|sheet| sheet.split("</style").next()) {
        for rule in sheet.split('}') {
            let Some((selector, style)) = rule.rsplit_once('{') else { continue };
            if let Some((_, class)) = selector.trim_end().rsplit_once('.')
                && is_numbered(class)
                && styles.len() < MOST
            {
                styles.push((class, style.split_ascii_whitespace().collect::<String>().to_ascii_lowercase()));
            }
        }
    }
    styles
}

/// Whether a class is a letter and a number.
fn is_numbered(class: &str) -> bool {
    let number = class.strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or_default();
    !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::styles;

    #[test]
    fn classes_that_a_program_has_numbered() {
        let found = styles("<style>.c1{color:#000; Font-Weight:700}ol.a>li.c22 { } .lead{a:b}</style>.c3{a:b}");
        assert_eq!(found, [("c1", "color:#000;font-weight:700".to_owned()), ("c22", String::new())]);
    }
}
