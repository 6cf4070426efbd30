//! Tags of site generators inside Markdown; it knows where they begin and end, and which of them are pictures.
//!
//! Hugo's shortcodes, Liquid's tags and kramdown's attribute lists mean something to one generator with one theme.
//! To anybody else they are noise, so they are left out, and what stands between them stays. Pictures are the same in
//! most themes.

use crate::model::Url;
use crate::read::embeds;

/// A tag and its extent in the text.
#[derive(Debug, PartialEq)]
pub(super) struct Tag<'s> {
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// The tag as it is written.
    pub(super) text: &'s str,
}

/// How tags begin and end, the longer before the shorter.
const DELIMITERS: [(&str, &str); 4] = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{:", "}")];

/// What the names of tags have in them that show a picture.
const PICTURES: [&str; 4] = ["fig", "img", "image", "photo"];

impl<'s> Tag<'s> {
    /// The address of the picture that the tag shows. Some themes have a name there that only they know.
    pub(super) fn picture(&self) -> Option<&'s str> {
        let name = self.text.split('=').next().unwrap_or_default();
        let address = self.value("src").filter(|_| PICTURES.iter().any(|word| name.contains(word)));
        address.filter(|address| address.contains(['.', '/']) && !address.contains("{{"))
    }

    /// The value that the tag has under a name.
    pub(super) fn value(&self, name: &str) -> Option<&'s str> {
        let (_, value) = self.text.split_once(&[" ", name, "="].concat())?;
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        match quote {
            Some(quote) => value.split(quote).nth(1),
            None => value.split([' ', '>', '%']).next(),
        }
    }

    /// The name of the tag and what stands behind it.
    fn words(&self) -> impl Iterator<Item = &'s str> {
        let inner = self.text.trim_matches(['{', '<', '%', '>', '}', ' ']);
        inner.split_whitespace().map(|word| word.trim_matches(['"', '\'']))
    }

    /// Whether the tag only closes another or adds attributes, so that nothing is lost with it.
    pub(super) fn says_nothing(&self) -> bool {
        let words = self.text.trim_start_matches(['{', '<', '%']).trim_start();
        let is_list = !self.text.starts_with("{{") && !self.text.starts_with("{%");
        is_list || words.starts_with('/') || (words.starts_with("end") && self.text.starts_with("{%"))
    }
}

/// Returns the address of what a paragraph shows, if it is nothing but a tag that shows something of another site.
///
/// The names are those of Hugo's own shortcodes, which plugins of other generators share.
pub(super) fn embedded(paragraph: &str) -> Option<Url<'static>> {
    let paragraph = paragraph.trim();
    let tag = Finder::default().next(paragraph, 0, paragraph.len())?;
    if (tag.start, tag.end) != (0, paragraph.len()) {
        return None;
    }
    let mut words = tag.words();
    let name = words.next()?;
    let given = words.next().filter(|word| !word.contains('='));
    let id = tag.value("id").or(given)?;
    if name == "embed" {
        return Url::parse(id.to_owned()).ok().filter(|url| url.as_str().starts_with("https://"));
    }
    embeds::page_by_id(&|site| site == name || (site, name) == ("twitter", "x"), id)
}

/// Whether a paragraph is JavaScript, as MDX has it among the Markdown: imports, exports, or a comment.
pub(super) fn is_program(paragraph: &str) -> bool {
    let text = paragraph.trim();
    let is_import = |rest: &str| {
        let line = rest.lines().next().unwrap_or_default().trim_end_matches([';', ' ']);
        line.ends_with(['"', '\'']) && (line.contains(" from ") || line.starts_with(['"', '\'']))
    };
    let is_export = |rest: &str| ["const ", "default ", "function ", "let "].iter().any(|word| rest.starts_with(word));
    text.strip_prefix("import ").is_some_and(is_import)
        || text.strip_prefix("export ").is_some_and(is_export)
        || (text.starts_with("{/*") && text.ends_with("*/}"))
}

/// Finds tags from left to right.
#[derive(Default)]
pub(super) struct Finder {
    /// The end of the line that was looked at last; it is found once for all tags of a line.
    line_end: usize,
    /// The end of the last line in which a tag was opened and not closed; nothing is sought again before it.
    unclosed: usize,
}

impl Finder {
    /// Returns the first tag that begins between `start` and `end` of the source. A tag ends in the line it begins in.
    pub(super) fn next<'s>(&mut self, source: &'s str, start: usize, end: usize) -> Option<Tag<'s>> {
        let span = source.as_bytes().get(start..end)?;
        memchr::memchr_iter(b'{', span).find_map(|brace| self.tag_at(source, start + brace))
    }

    fn tag_at<'s>(&mut self, source: &'s str, start: usize) -> Option<Tag<'s>> {
        let rest = source.get(start..)?;
        let of_generator = DELIMITERS.into_iter().find(|(opener, _)| rest.starts_with(opener));
        let (opener, closer) = of_generator.or_else(|| attributes_behind_link(source, start))?;
        let is_attribute_list = opener == "{:" && rest.as_bytes().get(2).is_some_and(|b| b" .#".contains(b));
        if start < self.unclosed || (opener == "{:" && !is_attribute_list) {
            return None;
        }
        if start >= self.line_end {
            self.line_end = start + memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        }
        let line = source.get(start..self.line_end)?;
        let Some(length) = line.find(closer).map(|at| at + closer.len()) else {
            self.unclosed = self.line_end;
            return None;
        };
        Some(Tag { start, end: start + length, text: line.get(..length)? })
    }
}

/// The attribute list of Pandoc or of Markdown's extension in Python, as in `![](a.jpg){width=50% .wide}`.
fn attributes_behind_link(source: &str, start: usize) -> Option<(&'static str, &'static str)> {
    const LONGEST: usize = 200;
    let (before, rest) = source.split_at_checked(start)?;
    let list = rest.strip_prefix('{').filter(|_| before.ends_with(')'))?;
    let end = memchr::memchr(b'}', list.as_bytes().get(..LONGEST.min(list.len()))?)?;
    let mut words = list.get(..end)?.split_whitespace();
    let is_attribute = |word: &str| word.starts_with(['.', '#', ':']) || word.contains('=');
    (words.clone().next().is_some() && words.all(is_attribute)).then_some(("{", "}"))
}

#[cfg(test)]
mod tests {
    use super::{Finder, embedded, is_program};

    fn check(source: &str, expected: &[&str]) {
        let (mut finder, mut from, mut found) = (Finder::default(), 0, Vec::new());
        while let Some(tag) = finder.next(source, from, source.len()) {
            found.push(tag.text);
            from = tag.end;
        }
        assert_eq!(found, expected, "{source:?}");
    }

    #[test]
    fn tags() {
        check("a {{< img src=\"x\" >}} b {{% note %}}", &["{{< img src=\"x\" >}}", "{{% note %}}"]);
        check("{% include figure.html %}{: .wide}", &["{% include figure.html %}", "{: .wide}"]);
        check("![a](b.jpg){width=50% .wide} (c){d} [e](f){}", &["{width=50% .wide}"]);
    }

    #[test]
    fn pictures() {
        let picture = |source: &'static str| Finder::default().next(source, 0, source.len()).unwrap();
        let tag = picture("{{< figure data-src=x src=\"/a.jpg\" caption='It is late.' class=wide >}}");
        assert_eq!(tag.picture(), Some("/a.jpg"));
        assert_eq!(
            (tag.value("caption"), tag.value("class"), tag.value("alt")),
            (Some("It is late."), Some("wide"), None)
        );
        assert_eq!(picture("{% include image.html src=a.jpg %}").picture(), Some("a.jpg"));
        assert_eq!(picture("{{< img src=\"uid\" >}}").picture(), None);
        assert_eq!(picture("{{< video src=\"/a.mp4\" >}}").picture(), None);
    }

    #[test]
    fn embeds() {
        let address = |paragraph: &str| embedded(paragraph).unwrap().as_str().to_owned();
        assert_eq!(address("{{< youtube dQw4w9WgXcQ >}}\n"), "https://www.youtube.com/watch?v=dQw4w9WgXcQ");
        assert_eq!(address("{{< tweet user=\"robin\" id=\"12\" >}}"), "https://x.com/i/status/12");
        assert_eq!(address("{% vimeo 146022717 %}"), "https://vimeo.com/146022717");
        assert_eq!(address("{% embed https://example.org/a %}"), "https://example.org/a");
        for other in ["{{< youtube >}}", "{{< gist a b >}}", "{{< youtube a/b >}}", "See {{< youtube a >}}"] {
            assert_eq!(embedded(other), None, "{other}");
        }
    }

    #[test]
    fn programs() {
        let programs = [
            "import Chart from '../chart'",
            "import { a, b } from \"x\";\nimport c from 'c'",
            "import './a.css';",
            "export const meta = { a: 1 }",
            "export default ({ children }) => children",
            "{/* not shown */}",
        ];
        assert!(programs.iter().all(|text| is_program(text)));
        let words = [
            "import duties rise",
            "import duties from the east",
            "export of wool",
            "Import 'x'",
            "{a}",
            "export default",
        ];
        assert_eq!(words.iter().find(|text| is_program(text)), None);
    }

    #[test]
    fn no_tags() {
        check("{ {{x}} {{ page.title }} {:-} {{< not\nclosed >}}", &[]);
    }
}
