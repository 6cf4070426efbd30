//! Every limit at the limit and one beyond it.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

use newsprint::{Options, canonical, check, read, render, text};

fn codes(document: &str) -> Vec<&'static str> {
    let mut codes: Vec<_> = match check(document.as_bytes(), &Options::default()) {
        Ok(findings) => findings
            .iter()
            .map(|finding| finding.diagnostic.code.as_str())
            .filter(|code| code.starts_with("limit"))
            .collect(),
        Err(error) => vec![error.code()],
    };
    codes.dedup();
    codes.retain(|code| *code != "limit-findings");
    codes
}

fn article(body: &str) -> String {
    format!(r#"{{"type": "article", "headline": "x", "body": [{body}]}}"#)
}

fn repeated(piece: &str, count: usize) -> String {
    vec![piece; count].join(",")
}

#[test]
fn bytes() {
    let longest = read::LONGEST;
    assert_eq!(codes(&"x".repeat(longest)), Vec::<&str>::new());
    assert_eq!(codes(&"x".repeat(longest + 1)), ["limit-input"]);
}

#[test]
fn json_depth() {
    let nested = |depth: usize| format!(r#"{{"headline": "x", "body": {}{}}}"#, "[".repeat(depth), "]".repeat(depth));
    assert_eq!(codes(&nested(127)), Vec::<&str>::new());
    assert_eq!(codes(&nested(128)), ["json-invalid"]);
}

#[test]
fn blocks_in_json() {
    let block = r#"{"type":"divider"}"#;
    assert_eq!(codes(&article(&repeated(block, 20_000))), Vec::<&str>::new());
    let document = article(&repeated(block, 20_001));
    assert_eq!(codes(&document), ["limit-blocks"]);
    assert_eq!(read(document.as_bytes(), &Options::default()).unwrap().article.body.len(), 20_000);
}

#[test]
fn figures_in_figures() {
    let figure = |number: usize| format!("<div class=gallery><img src={number}.jpg>");
    let html = |figures: usize| (0..figures).map(figure).collect::<String>();
    assert_eq!(codes(&html(64)), Vec::<&str>::new());
    // What stands in many figures is counted once.
    assert_eq!(codes(&html(400)), ["limit-depth"]);
    assert_eq!(codes(&html(20_001)), ["limit-depth", "limit-blocks"]);
    let captions = "<figure><figcaption>x</figcaption></figure>".repeat(20_001);
    assert_eq!(codes(&captions), ["limit-blocks"]);
}

#[test]
fn cells() {
    let table = |rows: usize| {
        article(&format!(r#"{{"type":"table","body":[{}]}}"#, repeated(&format!("[{}]", repeated("\"\"", 1000)), rows)))
    };
    assert_eq!(codes(&table(100)), Vec::<&str>::new());
    assert_eq!(codes(&table(101)), ["limit-cells"]);
}

#[test]
fn renditions() {
    let image = |count: usize| {
        article(&format!(
            r#"{{"type":"image","alt":"x","src":"/x","sources":[{}]}}"#,
            repeated(r#"{"src":"/y","width":9}"#, count)
        ))
    };
    assert_eq!(codes(&image(32)), Vec::<&str>::new());
    assert_eq!(codes(&image(33)), ["limit-renditions"]);
}

#[test]
fn footnotes() {
    let notes =
        |count: usize| article(&format!(r#"{{"type":"footnotes","items":[{}]}}"#, repeated(r#"{"id":"n"}"#, count)));
    assert_eq!(codes(&notes(2_000)), Vec::<&str>::new());
    assert_eq!(codes(&notes(2_001)), ["limit-notes"]);
}

#[test]
fn ten_thousand_headings_with_one_text() {
    let document = article(&repeated(r#"{"type":"heading","content":"y"}"#, 10_000));
    let started = std::time::Instant::now();
    let html = render(document.as_bytes(), &Options::default()).unwrap().html;
    assert!(started.elapsed().as_secs() < 10, "each identifier is counted, not searched");
    let identifiers: std::collections::BTreeSet<_> =
        html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(identifiers.len(), 10_001, "the headline and every heading has its own");
}

#[test]
fn references_to_footnotes() {
    let document = |count: usize| format!("# x\n\n{}\n\n[^1]: y\n", "[^1]".repeat(count));
    let links = |document: &str| {
        let html = render(document.as_bytes(), &Options::default()).unwrap().html;
        (html.matches("doc-noteref").count(), html.matches("doc-backlink").count(), html.matches("np-noteref").count())
    };
    assert_eq!(codes(&document(1_000)), Vec::<&str>::new());
    assert_eq!(links(&document(1_000)), (1_000, 1_000, 1_000));
    assert_eq!(codes(&document(1_001)), ["limit-notes"]);
    assert_eq!(links(&document(1_001)), (1_000, 1_000, 1_001));
}

#[test]
fn a_page_is_not_much_longer_than_its_source() {
    let markdown = |piece: &str| format!("# x\n\n{}\n\n[^1]: y\n", piece.repeat(5_000));
    let sources = ["## a\n", "***\n", "- a\n", "- [ ] a\n", "![](a)\n\n", "```\n```\n", "[^1]", "a\n\n"].map(markdown);
    let table = |columns: usize| {
        format!("# x\n\n{}|\n{}|\n{}", "|a".repeat(columns), "|:-:".repeat(columns), "|a\n".repeat(1_000))
    };
    let posts =
        format!(r#"{{"type": "article", "headline": "x", "updates": [{}]}}"#, repeated(r#"{"headline":"a"}"#, 3_000));
    let items = |list: &str, item: &str| article(&list.replace("ITEMS", &repeated(item, 3_000)));
    let lists = [
        items(r#"{"type":"questions","items":[ITEMS]}"#, r#"{"answer":"a"}"#),
        items(r#"{"type":"table","body":[ITEMS]}"#, r#"["a"]"#),
        items("ITEMS", r#"{"type":"callout","content":"a"}"#),
    ];
    for source in sources.into_iter().chain([table(10), table(1_000), posts]).chain(lists) {
        let html = render(source.as_bytes(), &Options::default()).unwrap().html;
        assert!(html.len() < 20 * source.len() + 65_536, "{}: {} to {}", &source[..40], source.len(), html.len());
    }
}

#[test]
fn cells_that_are_not_written() {
    let table = |rows: usize| format!("# x\n\n{}|\n{}|\n{}", "|a".repeat(101), "|:-:".repeat(101), "|b\n".repeat(rows));
    assert_eq!(codes(&table(100)), Vec::<&str>::new());
    let document = table(1_000);
    assert_eq!(codes(&document), ["limit-cells"]);
    let html = render(document.as_bytes(), &Options::default()).unwrap().html;
    assert_eq!(html.matches("<td class=\"np-center\">b</td>").count(), 1_000, "what is written stays");
}

#[test]
fn addresses() {
    let link = |len: usize| {
        let href = format!("https://example.com/{}", "x".repeat(len - 20));
        let document =
            article(&format!(r#"{{"type":"paragraph","content":[{{"type":"link","href":"{href}","content":"x"}}]}}"#));
        check(document.as_bytes(), &Options::default()).unwrap().len()
    };
    assert_eq!((link(8_192), link(8_193)), (0, 1));
}

#[test]
fn depth_of_markdown() {
    let quotes = |depth: usize| format!("# x\n\n{} deep\n", ">".repeat(depth));
    assert_eq!(codes(&quotes(10)), Vec::<&str>::new());
    assert_eq!(codes(&quotes(100_000)), ["limit-depth"]);
    let html = render(quotes(100_000).as_bytes(), &Options::default()).unwrap().html;
    assert!(html.contains("deep"), "what is too deep keeps its text");
    assert!(html.matches("<blockquote").count() <= 64);
}

/// Canonical JSON nests twice as deep as blocks and marks do. What is deeper than it may be read is written flat.
#[test]
fn depth_of_canonical_json() {
    let document = |quotes: usize, marks: usize| {
        let line = (0..marks).fold("deep".to_owned(), |line, _| format!("<u>{line} w</u>"));
        format!("# x\n\n{} <q>{line}</q> *end*\n", ">".repeat(quotes))
    };
    for (quotes, marks, is_flat) in
        [(58, 2, false), (58, 3, true), (60, 0, false), (61, 0, true), (1, 59, false), (1, 60, true), (63, 62, true)]
    {
        let source = document(quotes, marks);
        let reading = read(source.as_bytes(), &Options::default()).unwrap();
        let written = canonical::write(&reading.article);
        let again = read(written.as_bytes(), &Options::default()).unwrap();
        assert_eq!(again.article != reading.article, is_flat, "{quotes} quotes, {marks} marks");
        assert_eq!(text::write(&again.article).replace("> ", ""), text::write(&reading.article).replace("> ", ""));
        assert_eq!(canonical::write(&again.article), written);
    }
}

#[test]
fn pictures_and_their_credits_too_deep_for_canonical_json() {
    let image = r#"{"type":"image","src":"/a.jpg","alt":"words","caption":["see ",{"type":"link","href":"/b","content":"b"}],
        "creator":[{"name":"Ida","image":{"src":"/c.jpg","creator":"Ole"}}],"longDescription":{"type":"paragraph","content":"told"}}"#;
    let table = r#"{"type":"table","body":[["cell"]]}"#;
    let nested = |depth: usize, block: &str| {
        article(&format!(r#"{}{block}{}"#, r#"{"type":"details","content":"#.repeat(depth), "}".repeat(depth)))
    };
    for depth in 40..110 {
        for (block, words) in
            [(image, ["/a.jpg", "words", "\"name\": \"Ida\"", "told", "see "].as_slice()), (table, &["cell"])]
        {
            let source = nested(depth, block);
            let reading = read(source.as_bytes(), &Options::default()).unwrap();
            let written = canonical::write(&reading.article);
            let again = read(written.as_bytes(), &Options::default()).unwrap();
            for word in words {
                assert_eq!(written.matches(word).count(), 1, "{word} {depth}\n{written}");
            }
            assert_eq!(canonical::write(&again.article), written);
        }
    }
}

#[test]
fn findings() {
    let found = |count: usize| {
        let document = article(&repeated(r#"{"type":"x"}"#, count));
        let findings = check(document.as_bytes(), &Options::default()).unwrap();
        (findings.len(), findings.last().map(|finding| finding.diagnostic.code.as_str()).unwrap())
    };
    assert_eq!(found(1_000), (1_000, "block-unknown"));
    assert_eq!(found(1_001), (1_001, "limit-findings"));
    assert_eq!(found(20_000), (1_001, "limit-findings"));
}

/// What begins anew in every line and ends nowhere is looked through once.
#[test]
fn what_never_ends() {
    let credit =
        |text: String| article(&format!(r#"{{"type":"image","src":"/a.jpg","alt":"x","creditText":"{text}"}}"#));
    let documents = [
        format!("Ferry late\n\n1. a\n{}", "  3. b\n".repeat(20_000)),
        format!("---\ntitle: x\n{}---\nIt is late.\n", "header: {a: b}\n".repeat(20_000)),
        format!("# x\n\n{}endcomment\n", "{% comment %}\n".repeat(20_000)),
        format!("# x\n\n{}/highlight\n", "{{< highlight >}}\n".repeat(20_000)),
        credit("on ".repeat(50_000)),
        credit(format!("Fund {}", "and ".repeat(50_000))),
    ];
    let started = std::time::Instant::now();
    for document in documents {
        render(document.as_bytes(), &Options::default()).unwrap();
    }
    assert!(started.elapsed().as_secs() < 60, "each of these would take minutes");
}

/// An entry of Contentful with rich text in it, and a link to another inside of `depth` quotes.
fn entry(id: usize, text: &str, depth: usize, links: usize) -> String {
    let target = format!(r#"{{"sys":{{"type":"Link","linkType":"Entry","id":"{}"}}}}"#, id + 1);
    let link = format!(r#"{{"nodeType":"embedded-entry-block","data":{{"target":{target}}},"content":[]}}"#);
    let open = r#"{"nodeType":"blockquote","data":{},"content":["#.repeat(depth);
    let close = "]}".repeat(depth);
    let links = repeated(&link, links);
    format!(
        r#"{{"sys":{{"id":"{id}","contentType":{{"sys":{{"id":"note"}}}}}},"fields":{{"title":"x","content":{{"nodeType":"document","data":{{}},
        "content":[{{"nodeType":"paragraph","content":[{{"nodeType":"text","value":"{text}"}}]}},{open}{links}{close}]}}}}}}"#
    )
}

fn entries(first: String, others: &[String]) -> String {
    format!(r#"{{"sys":{{"type":"Array"}},"items":[{first}],"includes":{{"Entry":[{}]}}}}"#, others.join(","))
}

#[test]
fn entries_in_entries() {
    let chain: Vec<_> = (1..=12).map(|id| entry(id, "x", 1, 1)).collect();
    assert_eq!(codes(&entries(entry(0, "x", 1, 1), &chain)), ["limit-depth"]);
    // Each of them nests as deep as JSON can, which is as deep as one of them may.
    let chain: Vec<_> = (1..=6).map(|id| entry(id, "x", 50, usize::from(id < 6))).collect();
    let document = entries(entry(0, "x", 50, 1), &chain);
    assert_eq!(codes(&document), ["limit-depth"]);
    assert!(render(document.as_bytes(), &Options::default()).is_ok());
}

#[test]
fn an_entry_in_many_places_is_not_read_without_end() {
    let long = entry(1, &"word ".repeat(20_000), 1, 0);
    let document = entries(entry(0, "x", 1, 5_000), &[long]);
    let html = render(document.as_bytes(), &Options::default()).unwrap().html;
    assert!(html.len() < 8 * document.len(), "{} bytes became {}", document.len(), html.len());
    assert_eq!(codes(&document), ["limit-depth"]);
}

/// A block is read by its name and then by what else can be read of it; in blocks in blocks that would double each time.
#[test]
fn blocks_that_say_nothing_are_not_read_again_and_again() {
    for (start, end, inner) in [
        (r#"{"_type": "section", "image": "x1", "content": ["#, "]}", r#"{"_type": "x", "_ref": "a"}"#),
        (r#"{"_type": "stats", "items": [{"value": 1, "label": ["#, "]}, {}]}", "{}"),
    ] {
        let document = format!("[{}{inner}{}]", start.repeat(24), end.repeat(24));
        assert_eq!(codes(&document), Vec::<&str>::new(), "{document}");
    }
}
