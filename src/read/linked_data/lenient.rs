//! Finds the JSON-LD of a page, and reads it though it is not quite JSON; it knows scripts and syntax, no vocabulary.

use crate::diagnostic::{Code, Diagnostics};
use crate::json::Document;

/// Places in one page that are looked at: each may have to be searched to the end of the page.
const MOST: usize = 64;

/// Returns the documents in the scripts of an HTML page.
pub(in crate::read) fn documents(html: &str, diagnostics: &mut Diagnostics) -> Vec<Document<'static>> {
    let mut found = Vec::new();
    let mut from = 0;
    for _ in 0..MOST {
        let Some(at) = html.get(from..).and_then(|rest| rest.find("ld+json")) else { break };
        let at = from + at;
        from = at + "ld+json".len();
        let Some((start, script)) = script(html, at) else { continue };
        from = start + script.len();
        match parse(script, start) {
            Ok(document) => found.push(document),
            Err(message) => diagnostics.add(Code::ValueInvalid, Some(start), message),
        }
    }
    found
}

/// The content of the script whose start tag has its type there, and where it begins.
fn script(html: &str, at: usize) -> Option<(usize, &str)> {
    let tag = html.get(..at)?.rfind('<')?;
    let is_script = html.get(tag + 1..tag + 7).is_some_and(|name| name.eq_ignore_ascii_case("script"));
    let start = at + html.get(at..)?.find('>')? + 1;
    let rest = html.get(start..)?;
    let ends = rest.match_indices("</");
    let is_end = |at: &usize| rest.get(at + 2..at + 8).is_some_and(|name| name.eq_ignore_ascii_case("script"));
    let end = ends.map(|(at, _)| at).find(is_end).unwrap_or(rest.len());
    let has_tag_between = html.get(tag..at)?.contains('>');
    (is_script && !has_tag_between).then_some((start, rest.get(..end)?))
}

/// What stands around the JSON, such as a comment of HTML or the signs of a section of XML, is not part of it.
fn parse(script: &str, offset: usize) -> Result<Document<'static>, String> {
    let section =
        script.split_once("<![CDATA[").map(|(_, rest)| rest.rsplit_once("]]>").map_or(rest, |(inner, _)| inner));
    let script = section.unwrap_or(script);
    let start = script.find(['{', '[']).unwrap_or(script.len());
    let end = script.rfind(['}', ']']).map_or(script.len(), |end| end + 1);
    let text = script.get(start..end).unwrap_or_default();
    let strict = Document::nested(text.to_owned(), offset);
    let parsed = strict.or_else(|_| Document::nested(repaired(text), offset));
    parsed.map_err(|error| format!("the JSON-LD in the page is not JSON: {error}"))
}

/// The text without comments, with no commas before what closes and one between values, and without bare control
/// characters in its strings.
fn repaired(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if matches!(c, '"' | '{') && out.trim_end().ends_with(['"', '}', ']']) {
            out.push(',');
        }
        if c == '"' {
            rest = string(rest, &mut out);
        } else if let Some(comment) = rest.strip_prefix("//") {
            rest = comment.find('\n').and_then(|end| comment.get(end..)).unwrap_or_default();
        } else if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else {
            if matches!(c, '}' | ']') {
                drop_comma(&mut out);
            }
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }
    out
}

/// Copies a string, and returns what follows it. A bare line feed in it is meant.
fn string<'t>(text: &'t str, out: &mut String) -> &'t str {
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\u{0}'..='\u{1f}' => {}
            _ => out.push(c),
        }
        if c == '"' && at > 0 && !is_escaped {
            return text.get(at + 1..).unwrap_or_default();
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    ""
}

fn drop_comma(out: &mut String) {
    let len = out.trim_end().len();
    if out.get(..len).is_some_and(|text| text.ends_with(',')) {
        out.truncate(len - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::{documents, repaired};
    use crate::diagnostic::Diagnostics;

    fn check(text: &str, expected: &str) {
        assert_eq!(repaired(text), expected, "{text}");
    }

    #[test]
    fn what_is_not_quite_json() {
        check("{\"a\": [1, 2, ], }", "{\"a\": [1, 2]}");
        check("{/* x */\"a\": \"b//c\" // d\n}", "{\"a\": \"b//c\" \n}");
        check("{\"a\": \"one\ntwo\t\u{1}\"}", "{\"a\": \"one\\ntwo\\t\"}");
        check("{\"a\\\"b\": \",]\"}", "{\"a\\\"b\": \",]\"}");
        check("{\"a", "{\"a");
        check("{\"a\": {} \"b\": \"c\" \"d\": [{}{}]}", "{\"a\": {} ,\"b\": \"c\" ,\"d\": [{},{}]}");
    }

    #[test]
    fn scripts_of_a_page() {
        let mut diagnostics = Diagnostics::default();
        let page = "<p>ld+json</p><SCRIPT type='application/ld+json' id=x>\n<!-- {\"a\": 1} -->\n</Script>\
            <script type=application/ld+json><![CDATA[ {\"c\": 3} ]]></script><script type=application/ld+json>nothing</script><script type=\"application/ld+json\">[{\"b\": 2,}]";
        let found = documents(page, &mut diagnostics);
        let texts: Vec<_> = found.iter().map(|document| document.root().raw_str().to_owned()).collect();
        assert_eq!(texts, ["{\"a\": 1}", "{\"c\": 3}", "[{\"b\": 2}]"]);
        assert_eq!(diagnostics.iter().count(), 1);
    }
}
