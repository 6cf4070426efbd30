//! That no sign of Markdown, however often it stands there, takes more time than others.

use std::time::Instant;

use crate::diagnostic::Diagnostics;
use crate::read::{self, Context};

/// The bound is loose: some signs cost fifty times what half of them do, and what is quadratic takes minutes.
#[test]
fn the_same_again_and_again_takes_linear_time() {
    let mut times = Vec::new();
    for piece in [
        "[",
        "*",
        "> ",
        "![",
        "`",
        "{{<",
        "{%a%}",
        "<b>",
        "<!--",
        "- ",
        "1. ",
        "|",
        "[a](",
        "_a ",
        "a*",
        "&amp;",
        "\"",
        "'",
        "\\",
        "[^1]: a\n",
        "![a](b)\n",
        "> — a\n",
        "a\n> —",
        "*a* (Photo: b)\n",
        "#",
        "```\n",
        "~~a~~",
        "a.b",
        "www.a.b",
        "www.a.b &amp; ",
        "http://a.b/)",
        "a@b.c &amp; ",
        "a@b.",
        "---\n",
        "a: \"\n",
        "a:\n - [\n",
        ":::a\n",
        ":::a\n:::\n",
        "!!! a\n    b\n",
        "<Ab c=\"d\n",
        "<Ab>\n",
        "<Ab c={\n",
        "{% comment %}\n",
        "{% highlight a %}\nb\n",
        "export const a = {\n",
        "* TOC\n{:toc}\n",
        "%%\n",
        "{/*\n",
        "[[a",
        "==a",
        "![[a|3]]",
        "> [!a\n",
        "> [!note] a\n\n",
        "a\n: b\n\n",
        "{{< note >}}\n",
        "{{< note >}}\n{{< /note >}}\n",
        "{{< /a >}}\n",
        "{{< highlight >}}\n",
        "[a]{.b}",
        "![a](b){fig-alt=\"c\"}",
        "<details>\n\n",
        "</details>",
        "<figcaption>a\n\n",
        "![a]({{ b }}/c) ",
        "<Ab>c</Ab>\n",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        for text in [&text, &format!("---\na: b\n{text}\n---\n"), &format!("| a |\n|---|\n| {text} |")] {
            let start = Instant::now();
            let mut diagnostics = Diagnostics::default();
            let (bytes, context) = (text.as_bytes(), Context::default());
            let (source, format) =
                read::open(bytes, read::format("markdown").ok(), &context, &mut diagnostics).unwrap();
            drop((format.read)(&source, &mut diagnostics));
            (format.matches)(&source);
            times.push((start.elapsed(), piece));
        }
    }
    times.sort();
    let ((median, _), (longest, piece)) = (times[times.len() / 2], times[times.len() - 1]);
    assert!(longest < median * 200, "{piece:?} took {longest:?}, and half of them less than {median:?}");
}
