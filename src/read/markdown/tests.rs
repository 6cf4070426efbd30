//! Markdown in, an article out, both as text.

mod fixtures;
mod show;

use std::borrow::Cow;

use super::blocks_of;
use crate::diagnostic::Diagnostics;
use crate::read::context::Context;
use crate::read::piece::Base;
use crate::read::{self, source};
use show::{article, body};

/// Reads an article and holds it, and then the findings about it, against the lines that are expected.
fn check(markdown: &str, expected: &[&str]) {
    let mut diagnostics = Diagnostics::default();
    let format = read::format("markdown").unwrap();
    let (source, format) =
        read::open(markdown.as_bytes(), Some(format), &Context::default(), &mut diagnostics).unwrap();
    let mut lines = article(&(format.read)(&source, &mut diagnostics));
    diagnostics.sort();
    let places = source.places(&diagnostics).into_iter().map(Option::unwrap);
    lines.extend(diagnostics.iter().zip(places).map(|(diagnostic, place)| {
        format!("{}:{} {}: {}", place.line, place.column, diagnostic.code, diagnostic.message)
    }));
    assert_eq!(lines, expected, "{markdown}");
}

#[test]
fn the_first_blocks_are_the_header() {
    check(
        "# *The* ferry\n\n**It was late.**\n\n![Quay](q.jpg \"At noon. (Photo by Ada Byron/Reuters)\")\n\nText.\n\n## Again",
        &[
            "headline: em(The) ferry",
            "standfirst: It was late.",
            "lead: q.jpg | alt Quay | caption At noon. | credit Photo by Ada Byron/Reuters",
            "p: Text.",
            "h2: Again",
        ],
    );
    check(
        "---\ntitle: \"The ferry's bell\"\n---\n# The ferry's bell\n\nText.",
        &["headline: The ferry's bell", "p: Text."],
    );
    check("---\ntitle: A\n---\n# B\n\n*C*", &["headline: A", "h1: B", "p: em(C)"]);
    check("# A\n\n**B**", &["headline: A", "p: strong(B)"]);
    check("# A\n\n***B***\n\nC **d**", &["headline: A", "standfirst: B", "p: C strong(d)"]);
    check("Text.\n\n# A", &["p: Text.", "h1: A"]);
}

#[test]
fn addresses_among_words() {
    check(
        "# A\n\nSee „https://example.org/a_(b)?c=d.“ or **www.example.org**, [https://a.b](/c), `www.d.e`, v1.2.3.",
        &[
            "headline: A",
            "p: See „link(https://example.org/a_(b)?c=d; https://example.org/a_(b)?c=d).“ or strong(link(http://www.example.org; www.example.org)), link(/c; https://a.b), code(www.d.e), v1.2.3.",
        ],
    );
}

#[test]
fn front_matter() {
    check(
        "---\nHeadline: A\ndek: B\nlabel: C\nauthors:\n  - Ada\n  - name: Bo\n    url: /bo\ndate: 2024-05-01\nlastmod: 2 May\n\
         categories: [News, Sea]\nimage: {path: /x.jpg, alt: D, caption: E., width: 10}\nphoto_credit: Ada Byron/AP\n\
         lang: en_GB\ndir: ltr\nslug: a-b\ntags: [x, y]\nlayout: post\n---\n",
        &[
            "id: a-b",
            "headline: A",
            "kicker: C",
            "standfirst: B",
            "author: Ada",
            "author: Bo -> /bo",
            "published: 2024-05-01 = 2024-05-01",
            "modified: 2 May",
            "section: News",
            "keywords: x, y",
            "language: en-GB",
            "direction: ltr",
            "lead: /x.jpg | alt D | caption E. | credit Ada Byron/AP | 10 wide",
        ],
    );
    check(
        "+++\ntitle = 'A'\ndraft = true\nexpiryDate = 2030-01-01\ncover = 'ferry'\nlang = 'in English'\n+++\n",
        &[
            "headline: A",
            "3:1 article-draft: the article is marked as a draft",
            "4:1 article-expires: the article is to be taken down on `2030-01-01`",
            "5:1 value-invalid: `cover` names a picture, `ferry`, and not its address; it is left out",
            "6:1 lang-invalid: `in English` is no language tag",
        ],
    );
    check(
        "---\ntitle: A\npublished: false\nimage: javascript:x\n---\n![B](c.jpg)",
        &[
            "headline: A",
            "lead: none",
            "figure: c.jpg | alt B",
            "3:1 article-draft: the article is marked as not published",
            "4:1 img-src-unsafe: the picture's address `javascript:x` has a scheme that is not known to be safe",
        ],
    );
    check(
        "---\ntitle: A\nimage: c.jpg\n---\n![B](c.jpg)\n\n(Photo: Ada Byron)\n\nText.",
        &["headline: A", "lead: c.jpg | alt B | credit Ada Byron", "p: Text."],
    );
}

#[test]
fn figures() {
    check("A\n\n![b](c.jpg)\n*D.*\n\nE", &["p: A", "figure: c.jpg | alt b | caption D.", "p: E"]);
    check(
        "A\n\n![b](c.jpg)\n\n*D. (Photo: Ada Byron/AP)*",
        &["p: A", "figure: c.jpg | alt b | caption D. | credit Ada Byron/AP"],
    );
    check(
        "A\n\n![b](c.jpg \"D.\")\n(Photo: Ada Byron)",
        &["p: A", "figure: c.jpg | alt b | caption D. | credit Ada Byron"],
    );
    check("A\n\n![b](c.jpg \"D.\")\n\n*E.*", &["p: A", "figure: c.jpg | alt b | caption D.", "p: em(E.)"]);
    check("A\n\n![b](c.jpg)\n\n*D.*\n\n*E.*", &["p: A", "figure: c.jpg | alt b | caption D.", "p: em(E.)"]);
    check("A\n\n[![b](c.jpg)](/d) ![](e.jpg)", &["p: A", "figure: c.jpg | alt b | to /d", "figure: e.jpg"]);
    check("A ![b](c.jpg) d\n\n![e](f.jpg) g", &["p: A image(c.jpg; b) d", "p: image(f.jpg; e) g"]);
    check("A\n\n![b *c* `d` ![e](f) \"g\"](h.jpg)", &["p: A", "figure: h.jpg | alt b c d e “g”"]);
    check(
        "A\n\n- ![b](c.jpg)\n\n> ![d](e.jpg)",
        &["p: A", "ul", "- figure: c.jpg | alt b", "quote", "> figure: e.jpg | alt d"],
    );
    check(
        "A ![b](data:x)",
        &[
            "p: A image(none; b)",
            "1:3 img-src-unsafe: the picture's address `data:x` has a scheme that is not known to be safe",
        ],
    );
}

#[test]
fn lines() {
    check(
        "a *b **c*** ~~d~~ `e  f` \"g\" -- it's... \\* &amp;",
        &["p: a em(b strong(c)) s(d) code(e  f) “g” – it’s… * &"],
    );
    check("one\ntwo  \nthree\\\nfour<br>five<BR/>six", &["p: one two/three/four/five/six"]);
    check(
        "[a](/b \"c\") [d][e] <https://f.example> <g@h.example>\n\n[e]: /i",
        &[
            "p: link(/b; a) link(/i; d) link(https://f.example; https://f.example) link(mailto:g@h.example; g@h.example)",
        ],
    );
    check(
        "A [b](java&Tab;script:c) [d]().",
        &[
            "p: A link(none; b) link(none; d).",
            "1:3 link-unsafe: the link's address `java\tscript:c` has a scheme that is not known to be safe; its words stay",
            "1:26 link-unsafe: the link's address `` is empty; its words stay",
        ],
    );
    check("A <b class=\"c\">d</b> <!-- e --> f.\n\n<div>\ng\n</div>\n\n<!-- h -->\n", &["p: A strong(d)  f.", "p: g"]);
}

#[test]
fn site_generators_tags() {
    check(
        "A\n\n{{< img src=\"b\" >}}\n\n{{% note %}}\nC {{< d e='*' >}}f.\n{{% /note %}}\n\n{% include g.html %} {:.h}\n\n`{% i %}`",
        &[
            "p: A",
            "p: C f.",
            "p: code({% i %})",
            "3:1 block-unknown: the template tag `{{< img src=\"b\" >}}` is left out",
            "5:1 block-unknown: the template tag `{{% note %}}` is left out",
            "6:3 block-unknown: the template tag `{{< d e='*' >}}` is left out",
            "9:1 block-unknown: the template tag `{% include g.html %}` is left out",
        ],
    );
    check(
        "A\n\n{{< figure src=\"/q.jpg\" alt=\"A quay\" caption=\"The *quay*. (Photo by Ada Byron/Reuters)\" >}}\n\nSee {% include img.html src='b.jpg' %} there.",
        &[
            "p: A",
            "figure: /q.jpg | alt A quay | caption The em(quay). | credit Photo by Ada Byron/Reuters",
            "p: See image(b.jpg; ) there.",
        ],
    );
}

#[test]
fn blocks_of_all_kinds() {
    check(
        "A\n\n## B {#c .d}\n\n***\n\n```rust,ignore\ne\n\nf\n```\n\n    g\n",
        &["p: A", "h2#c: B", "hr", "code rust: e⏎⏎f", "code: g"],
    );
    check(
        "A\n\n- b\n  - c\n- [x] d\n- [ ] e\n\n3. f\n\n   g\n4. h",
        &["p: A", "ul", "- p: b", "- ul", "- - p: c", "-x p: d", "-o p: e", "ol 3", "- p: f", "- p: g", "- p: h"],
    );
    check(
        "| a | b | c | d |\n|:--|:-:|--:|---|\n| *e* | f |\n",
        &[
            "table",
            "th start: a",
            "th center: b",
            "th end: c",
            "th: d",
            "td start: em(e)",
            "td center: f",
            "td end: ",
            "td: ",
        ],
    );
    check("| | |\n|-|-|\n| a | b |\n", &["table", "td: a", "td: b"]);
    check(
        "A[^1] and[^b].\n\n[^1]: C\n\n    D\n[^b]: E",
        &["p: A^1 and^b.", "note 1", "p: C", "p: D", "note b", "p: E"],
    );
}

#[test]
fn quotes() {
    check("> A\n>\n> — *B*, C", &["quote by em(B), C", "> p: A"]);
    check("> A\n> — B", &["quote by B", "> p: A"]);
    check("> A\n> --- B\n> C", &["quote by B C", "> p: A"]);
    check("> — A", &["quote", "> p: — A"]);
    check("> A — b\n> c", &["quote", "> p: A — b c"]);
}

#[test]
fn limits() {
    let deep = format!("{}a\n\nb {}c{}", "> ".repeat(100), "*d ".repeat(100), "*".repeat(100));
    let mut diagnostics = Diagnostics::default();
    let read = body(&blocks_of(&deep, |text| text, Base::Exact(0), &mut diagnostics));
    assert_eq!(read[0], "quote");
    assert_eq!(read[63], format!("{}p: a", "> ".repeat(source::DEEPEST - 1)));
    assert_eq!(read[64].matches("em(").count(), source::DEEPEST - 1);
    assert_eq!(read[64].matches('d').count(), 100);
    assert_eq!(diagnostics.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["limit-depth"]);
}

#[test]
fn too_much_is_cut_and_said_so() {
    let lengths = |markdown: &str| {
        let mut diagnostics = Diagnostics::default();
        let read = blocks_of(markdown, |text| text, Base::Exact(0), &mut diagnostics);
        let codes: Vec<_> = diagnostics.iter().map(|found| found.code.as_str()).collect();
        (read.blocks.len(), read.notes.len(), codes.join(" "))
    };
    assert_eq!(lengths(&"a\n\n".repeat(source::MOST_BLOCKS)), (source::MOST_BLOCKS, 0, String::new()));
    assert_eq!(lengths(&"a\n\n".repeat(source::MOST_BLOCKS + 9)), (source::MOST_BLOCKS, 0, "limit-blocks".to_owned()));
    let notes: String = (0..source::MOST_NOTES + 9).map(|n| format!("[^{n}]: a\n\n")).collect();
    assert_eq!(lengths(&notes), (0, source::MOST_NOTES, "limit-notes".to_owned()));
    let cells = format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(source::MOST_CELLS));
    assert_eq!(lengths(&cells), (1, 0, "limit-cells".to_owned()));
}

#[test]
fn text_is_borrowed() {
    let markdown = "One [two] three * four.";
    let read = blocks_of(markdown, |text| text, Base::Exact(0), &mut Diagnostics::default());
    let crate::model::Block::Paragraph(line) = &read.blocks[0] else { panic!("{read:?}") };
    let [crate::model::Inline::Text(text)] = line.as_slice() else { panic!("{line:?}") };
    assert!(matches!(text.clone().into_cow(), Cow::Borrowed(text) if text == markdown));
}

#[test]
fn a_text_that_is_thrown_away_can_be_read() {
    let read = {
        let markdown = String::from("# A\n\n*b* it's [c](/d)");
        let mut diagnostics = Diagnostics::default();
        blocks_of(&markdown, |text| Cow::Owned(text.into_owned()), Base::Around(7), &mut diagnostics)
    };
    assert_eq!(body(&read), ["h1: A", "p: em(b) it’s link(/d; c)"]);
}

#[test]
fn anything_can_be_read() {
    const PIECES: [&str; 68] = [
        "{{< note >}}\n",
        "{{< /note >}}\n",
        "{{< highlight a >}}\n",
        "]{.a fig-cap=\"b\"}",
        ":::note A\n",
        ":::\n",
        "!!! note\n",
        "??? note \"A\"\n",
        "<Box kind={",
        "<Box>\n",
        "</Box>\n",
        "/>\n",
        "}",
        "{% comment %}",
        "{% endcomment %}",
        "{% highlight a %}\n",
        "{% endhighlight %}\n",
        "export const a = {",
        "{:toc}\n",
        "%%",
        "[[",
        "]]",
        "==",
        "> [!note] ",
        "# ",
        "## ",
        "> ",
        "- ",
        "1. ",
        "    ",
        "\n",
        "\n\n",
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](a.jpg)",
        "](/b)",
        "<",
        ">",
        "<b>",
        "<!--",
        "-->",
        "|",
        "|-|\n",
        "---\n",
        "a: ",
        "\"",
        "'",
        "— ",
        "(Photo: A B/AP)",
        "[^1]",
        "[^1]: ",
        "~~",
        "\\",
        "&amp;",
        "{{< ",
        " >}}",
        "word",
        "é ",
        "\r\n",
        "<br>",
    ];
    crate::chance::by_chance(|u| {
        let mut text = String::new();
        while !u.is_empty() && text.len() < 600 {
            text.push_str(u.choose(&PIECES)?);
        }
        if text.trim().is_empty() {
            return Ok(());
        }
        assert_eq!(super::dialect::rewritten(&text).map_or(text.len(), |text| text.len()), text.len(), "{text:?}");
        let mut diagnostics = Diagnostics::default();
        let format = read::format("markdown").unwrap();
        let (source, format) =
            read::open(text.as_bytes(), Some(format), &Context::default(), &mut diagnostics).unwrap();
        let read = (format.read)(&source, &mut diagnostics);
        assert!(show::depth(&read.body) <= source::DEEPEST, "{text:?}");
        assert!(diagnostics.iter().all(|found| found.offset.is_none_or(|at| text.is_char_boundary(at))), "{text:?}");
        Ok(())
    });
}
