//! Whether a text is XML and no page; it knows how XML begins and what feeds and newsrooms write in it.

use crate::read::words;

/// What feeds, maps of a site and the formats of IPTC in XML begin with, in small letters.
const ROOTS: &str = "feed|newsitem|newsmessage|newsml|nitf|opml|rdf:rdf|rss|sitemapindex|urlset";

/// Returns whether a text is XML and no page of HTML, which may be written as XML too.
pub(in crate::read) fn is_xml(text: &str) -> bool {
    let text = text.trim();
    let name = root(text).to_ascii_lowercase();
    let is_declared = text.len() > after_declaration(text).len();
    words::has(ROOTS, &name) || (is_declared && name != "html")
}

/// Returns the text behind an XML declaration (XML 1.0, 2.8), if it begins with one.
pub(in crate::read) fn after_declaration(text: &str) -> &str {
    let declared = text.strip_prefix("<?xml").filter(|rest| rest.starts_with(char::is_whitespace));
    declared.and_then(|rest| rest.split_once("?>")).map_or(text, |(_, rest)| rest.trim_start())
}

/// The name of the first element.
fn root(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let Some(inside) = rest.strip_prefix('<') else { return "" };
        let end = match inside.get(..1) {
            Some("?") => "?>",
            Some("!") if inside.starts_with("!--") => "-->",
            Some("!") => ">",
            _ => break,
        };
        let Some((_, after)) = rest.split_once(end) else { return "" };
        rest = after;
    }
    let name = rest.strip_prefix('<').unwrap_or_default();
    name.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::is_xml;

    #[test]
    fn feeds_are_no_pages() {
        for text in [
            "<?xml version='1.0'?><rss><channel/></rss>",
            "<rss version=\"2.0\">",
            "<?xml version=\"1.0\"?>\n<?xml-stylesheet href=\"a\"?>\n<!-- a > b --><feed>",
            "<!DOCTYPE nitf SYSTEM \"nitf.dtd\"><NITF>",
            "<?xml version=\"1.0\"?><svg/>",
            "<?xml version=\"1.0\"?>",
        ] {
            assert!(is_xml(text), "{text}");
        }
        for text in
            ["<?xml version=\"1.0\"?><!DOCTYPE html><html>", "<feedback>", "<p>rss", "rss", "", "<", "<!", "<!--", "<?"]
        {
            assert!(!is_xml(text), "{text}");
        }
    }
}
