//! Tags of site generators inside Markdown; it knows where they begin and end, and which of them are pictures.
//!
//! Hugo's shortcodes, Liquid's tags and kramdown's attribute lists mean something to one generator with one theme.
//! To anybody else they are noise, so they are left out, and what stands between them stays. Pictures are the same in
//! most themes.

use crate::model::{Url, is_letter, is_letter_or_digit};
use crate::read::{embeds, words};

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

/// How tags begin and end, the longer before the shorter; the last four are Obsidian's, but for a comment of MDX.
const DELIMITERS: [(&str, &str); 13] = [
    ("{{/*", "*/}}"),
    ("{{<", ">}}"),
    ("{{%", "%}}"),
    ("{{ ", " }}"),
    ("{% comment %}", "{% endcomment %}"),
    ("{%", "%}"),
    ("{:", "}"),
    ("{/*", "*/}"),
    ("{", "}"),
    ("![[", "]]"),
    ("[[", "]]"),
    ("%%", "%%"),
    (HIGHLIGHT, HIGHLIGHT),
];
/// What Obsidian sets words off with that are marked for the reader.
pub(super) const HIGHLIGHT: &str = "==";

/// What the names of tags have in them that show a picture.
const PICTURES: [&str; 4] = ["fig", "img", "image", "photo"];

impl<'s> Tag<'s> {
    /// The address of the picture that the tag shows. Some themes have a name there that only they know.
    pub(super) fn picture(&self) -> Option<&'s str> {
        let name = words::up_to(self.text, "=").to_ascii_lowercase();
        // The tags of blogs have the address among their words.
        let is_bare = name.starts_with("{% img") || name.starts_with("{% asset_img");
        let word = || self.text.split_whitespace().find(|word| is_bare && word.contains('.'));
        let named = ["src", "image_path", "url", "img", "file"].iter().find_map(|key| self.value(key));
        let address = named.or_else(|| self.quoted(0)).or_else(word);
        let address = address.filter(|_| PICTURES.iter().any(|word| name.contains(word)));
        address.filter(|address| words::has_one_of(address, "./") && !address.contains("{{"))
    }

    /// What the tag says below its picture; of two quoted words behind the address the last is a caption in a figure.
    pub(super) fn caption(&self) -> Option<&'s str> {
        let third = || self.quoted(2).filter(|_| self.text.starts_with("{% fig"));
        let named = ["caption", "title", "description"].iter().find_map(|name| self.value(name));
        named.or_else(third)
    }

    /// What the tag says of who made its picture.
    pub(super) fn credit(&self) -> Option<&'s str> {
        self.value("attr").or_else(|| self.value("credit"))
    }

    /// The value that the tag has under a name. In JSX it may stand in braces; what is worked out there is no value.
    pub(super) fn value(&self, name: &str) -> Option<&'s str> {
        let after = |before: &str| self.text.split_once(&[before, name, "="].concat());
        let (_, value) = after(" ").or_else(|| after("{")).or_else(|| after("("))?;
        let inner = value.strip_prefix('{');
        let value = inner.map_or(value, str::trim_start);
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'));
        match quote {
            Some(quote) => value.split(quote).nth(1),
            None => {
                let value = words::up_to(value, " >%},)");
                (inner.is_none() || value.parse::<u32>().is_ok()).then_some(value)
            }
        }
    }

    /// A value without a name, as Eleventy has the address, the words and the caption of a picture.
    pub(super) fn quoted(&self, index: usize) -> Option<&'s str> {
        let quote = self.text.chars().find(|c| matches!(c, '"' | '\'')).filter(|_| self.text.starts_with("{%"))?;
        let mut parts = self.text.split(quote);
        // Where others have names, this has none.
        parts.next().filter(|name| !name.contains('='))?;
        parts.nth(index * 2)
    }

    /// What the tag names and what it says instead, if it is a link by name as Obsidian has it.
    pub(super) fn named(&self) -> Option<(&'s str, Option<&'s str>)> {
        let inner = self.text.trim_start_matches('!').strip_prefix("[[")?.strip_suffix("]]")?;
        Some(inner.split_once('|').map_or((inner, None), |(name, words)| (name, Some(words))))
    }

    /// The address of what the tag shows of another site.
    ///
    /// The names are those of Hugo's own shortcodes, which plugins of other generators and components share.
    pub(super) fn embedded(&self) -> Option<Url<'static>> {
        let inner = words::trim_of(self.text, "{<%>} /");
        let mut words =
            inner.split_whitespace().map(|word| words::trim_of(word, "\"'")).filter(|word| *word != "include");
        let name = words::up_to(words.next()?, "(").to_ascii_lowercase();
        let name = self.value("provider").filter(|_| name == "video").unwrap_or(&name);
        let given = words.next().filter(|word| word.starts_with("https://") || !word.contains('='));
        let id = ["id", "url", "videoId", "youTubeId", "tweetId"].iter().find_map(|key| self.value(key)).or(given)?;
        if id.starts_with("https://") {
            let url = Url::parse(id.to_owned()).ok()?;
            return (name == "embed" || embeds::site(&url).is_some()).then_some(url);
        }
        embeds::page_by_id(&|site| name.starts_with(site) || (site, name) == ("twitter", "x"), id)
    }

    /// Whether the tag only says how to show what stands before it.
    pub(super) fn is_attribute_list(&self) -> bool {
        self.text.starts_with('{') && !self.text.starts_with("{{") && !self.text.starts_with("{%")
    }

    /// Whether the tag only closes another, adds attributes or is a comment, so that nothing is lost with it.
    pub(super) fn says_nothing(&self) -> bool {
        let words = words::trim_start_of(self.text, "{<%-").trim_start();
        let is_of_generator = self.text.starts_with("{{") || self.text.starts_with("{%");
        !is_of_generator
            || words.starts_with('/')
            || (self.text.starts_with("{%")
                && (words.starts_with("end") || words.starts_with("raw") || self.text.ends_with("endcomment %}")))
    }
}

/// Returns the tag that a paragraph is, if it is nothing else.
pub(super) fn alone(paragraph: &str) -> Option<Tag<'_>> {
    let paragraph = Some(paragraph.trim()).filter(|paragraph| paragraph.starts_with('{'))?;
    let tag = Finder::default().next(paragraph, 0, paragraph.len())?;
    ((tag.start, tag.end) == (0, paragraph.len())).then_some(tag)
}

/// Whether a paragraph is JavaScript, as MDX has it among the Markdown: imports or exports.
pub(super) fn is_program(paragraph: &str) -> bool {
    let text = paragraph.trim();
    let is_import = |rest: &str| {
        let line = words::trim_end_of(rest.lines().next().unwrap_or_default(), "; ");
        words::ends_with(line, "\"'") && (line.contains(" from ") || words::begins_with(line, "\"'"))
    };
    let is_export = |rest: &str| ["const ", "default ", "function ", "let "].iter().any(|word| rest.starts_with(word));
    text.strip_prefix("import ").is_some_and(is_import) || text.strip_prefix("export ").is_some_and(is_export)
}

/// Whether a paragraph is only where a generator puts the contents or ends a page.
pub(super) fn is_mark(paragraph: &str) -> bool {
    const MARKS: [&str; 6] = ["[toc]", "[[toc]]", "[[_toc_]]", "\\newpage", "\\pagebreak", "\\clearpage"];
    MARKS.iter().any(|mark| paragraph.trim().eq_ignore_ascii_case(mark))
}

/// Finds tags from left to right.
#[derive(Default)]
pub(super) struct Finder {
    /// The end of the line that was looked at last; it is found once for all tags of a line.
    line_end: usize,
    /// For each kind of tag, the end of the last line in which one was opened and not closed; none is sought before it.
    unclosed: [usize; DELIMITERS.len()],
}

impl Finder {
    /// Returns the first tag that begins between `start` and `end` of the source. A tag ends in the line it begins in.
    pub(super) fn next<'s>(&mut self, source: &'s str, start: usize, end: usize) -> Option<Tag<'s>> {
        let span = source.as_bytes().get(start..end)?;
        // Most texts have none of the signs that tags begin with.
        memchr::memchr3(b'{', b'[', b'!', span).or_else(|| memchr::memchr2(b'%', b'=', span))?;
        let signs = span.iter().enumerate().filter(|(_, byte)| b"{![%=".contains(byte));
        signs.map(|(sign, _)| start + sign).find_map(|start| self.tag_at(source, start))
    }

    fn tag_at<'s>(&mut self, source: &'s str, start: usize) -> Option<Tag<'s>> {
        let (before, rest) = source.split_at_checked(start)?;
        let kind = DELIMITERS.iter().position(|(opener, _)| rest.starts_with(opener))?;
        let (opener, closer) = *DELIMITERS.get(kind)?;
        let unclosed = self.unclosed.get_mut(kind)?;
        let inner = rest.get(opener.len()..)?;
        let is_free = || !before.ends_with(|c: char| is_letter_or_digit(c) || matches!(c, '=' | '['));
        let may_begin = match opener {
            "{" => words::ends_with(before, ")]`") && is_attribute_list(inner),
            // Zola calls them as functions.
            "{{ " => words::trim_start_of(inner, "abcdefghijklmnopqrstuvwxyz_").starts_with('('),
            "{:" => words::begins_with(inner, " .#"),
            "[[" | "![[" => is_free() && inner.starts_with(|c: char| is_letter(c) || matches!(c, '#' | '_')),
            "%%" | HIGHLIGHT => is_free() && !inner.starts_with(|c: char| c.is_whitespace() || c == '='),
            _ => true,
        };
        if start < *unclosed || !may_begin {
            return None;
        }
        if start >= self.line_end {
            self.line_end = start + memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        }
        let inner = source.get(start + opener.len()..self.line_end)?;
        let Some(length) = inner.find(closer) else {
            *unclosed = self.line_end;
            return None;
        };
        let is_whole = !inner.get(..length)?.ends_with(char::is_whitespace) || opener != HIGHLIGHT;
        let end = start + opener.len() + length + closer.len();
        Some(Tag { start, end, text: source.get(start..end)? }).filter(|_| is_whole)
    }
}

/// Whether what follows a brace behind a link, a span or code is an attribute list of Pandoc or of Markdown's extension in
/// Python, as in `![](a.jpg){width=50% .wide}`.
fn is_attribute_list(inner: &str) -> bool {
    const LONGEST: usize = 400;
    let bytes = inner.as_bytes().get(..LONGEST.min(inner.len())).unwrap_or_default();
    let list = memchr::memchr(b'}', bytes).and_then(|end| inner.get(..end)).unwrap_or_default();
    // What stands in quotes is a value.
    let mut words = list.split('"').step_by(2).flat_map(str::split_whitespace);
    let is_attribute = |word: &str| words::begins_with(word, ".#:") || word.contains('=');
    !list.trim().is_empty() && words.all(is_attribute)
}

#[cfg(test)]
mod tests {
    use super::{Finder, Tag, alone, is_program};

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
        check("[a]{.b} [c]{d} `e`{=f} ![](g){h=\"i j\"}", &["{.b}", "{=f}", "{h=\"i j\"}"]);
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
        let tag = picture("{% image './hay.jpg', 'Wet hay', '50vw' %}");
        assert_eq!((tag.picture(), tag.quoted(1), tag.quoted(3)), (Some("./hay.jpg"), Some("Wet hay"), None));
        assert_eq!(picture("{{< video src=\"/a.mp4\" >}}").picture(), None);
    }

    #[test]
    fn embeds() {
        let embedded = |paragraph| alone(paragraph).as_ref().and_then(Tag::embedded);
        let address = |paragraph| embedded(paragraph).unwrap().as_str().to_owned();
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
        check("a == b and a[[1]] [[1]] [[1, 2], [3]] 5%% to 6%%", &[]);
        check(
            "== {{< a >}} == ![[a.jpg]] [[a|b]] %%c%% ==d==",
            &["{{< a >}}", "![[a.jpg]]", "[[a|b]]", "%%c%%", "==d=="],
        );
    }
}
