//! HTML fragments, and what becomes of them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says by a panic that it fails")]

use newsprint::read::format;
use newsprint::{Options, check, read, render};

/// Shows the body that HTML becomes.
fn body(html: &str) -> String {
    let rendering = render(html.as_bytes(), &Options { from: format("html").ok(), ..Options::default() });
    let html = rendering.unwrap().html;
    let (_, body) = html.split_once("<div class=\"np-body\">").unwrap_or(("", &html));
    body.split_once("</div></article>").map_or(body, |(body, _)| body).to_owned()
}

#[track_caller]
fn check_body(html: &str, expected: &str) {
    assert_eq!(body(html), expected, "{html}");
}

#[test]
fn tags_that_are_missing_are_thought_of() {
    check_body("<p>One<p>Two", "<p>One</p><p>Two</p>");
    check_body("<p>a <b>b <i>c</b> d</i> e", "<p>a <strong>b <em>c</em></strong><em> d</em> e</p>");
    check_body("<p><b>One</p><p>Two</b> three</p>", "<p><strong>One</strong></p><p><strong>Two</strong> three</p>");
    check_body(
        "<ul><li>One<ul><li>Two</ul><li>Three</ul>",
        "<ul class=\"np-list\"><li>One<ul class=\"np-list\"><li>Two</li></ul></li><li>Three</li></ul>",
    );
    check_body("<b><p>One</p> two</b>", "<p><strong>One</strong></p><p><strong>two</strong></p>");
    check_body("One<br><br>Two<br>Three", "<p>One</p><p>Two<br>Three</p>");
    check_body("<p>One</div>Two</p>", "<p>OneTwo</p>");
}

#[test]
fn white_space_is_one_space() {
    check_body("<p>  a\n\t b <b> c </b> d </p>\n<p> </p>", "<p>a b <strong>c </strong>d</p>");
    check_body("<pre>  a\n  b</pre>", "<pre class=\"np-verse\">  a\n  b</pre>");
    check_body("<p>a&nbsp;&nbsp;b</p>", "<p>a&nbsp;&nbsp;b</p>");
}

#[test]
fn entities_are_decoded_once() {
    check_body("<p>&lt;b&gt; &amp;amp; &#8217; &eacute;</p>", "<p>&lt;b&gt; &amp;amp; ’ é</p>");
}

#[test]
fn what_runs_or_draws_is_left_out() {
    check_body("<p>a<script>b</script><svg><p>c</svg>d", "<p>a</p><p>cd</p>");
    check_body("<p>a<style>b</style><template><p>c</p></template><select><option>d</select>e</p>", "<p>ae</p>");
    check_body("<p onclick=x style=color:red>a <blink>b</blink></p>", "<p>a b</p>");
    let codes = check(b"<p>a<script>b</script></p>", &Options::default()).unwrap();
    assert!(codes.iter().any(|finding| finding.diagnostic.code.as_str() == "html-dropped"));
}

#[test]
fn text_is_borrowed_where_it_can_be() {
    let html = "<h1>Ferry</h1><p>The boat <b>sails</b> on &amp; on.</p>";
    let reading = read(html.as_bytes(), &Options::default()).unwrap();
    let Some(newsprint::model::Block::Paragraph(line)) = reading.article.body.first() else { panic!("no paragraph") };
    let Some(newsprint::model::Inline::Text(text)) = line.first() else { panic!("no text") };
    assert!(matches!(text.clone().into_cow(), std::borrow::Cow::Borrowed("The boat ")));
}

#[test]
fn nothing_beside_a_body_is_lost() {
    check_body("<p>a</p><body class=b><p>c</p></body>d", "<p>a</p><p>c</p><p>d</p>");
    check_body("<html><head><title>x</title></head><body><p>c</p></body></html>", "<p>c</p>");
}

#[test]
fn what_wordpress_writes() {
    check_body(
        "<figure class=wp-block-pullquote><blockquote><p>Late.</p><cite>Kim</cite></blockquote></figure>",
        "<aside class=\"np-pullquote\" role=\"doc-pullquote\"><p>Late.</p><p class=\"np-attribution\">— <cite class=\"np-cite\">Kim</cite></p></aside>",
    );
    let frame = "<blockquote class=wp-embedded-content><a href=https://example.com/a>A</a></blockquote>\
        <iframe class=wp-embedded-content title=B src=https://example.com/a/embed></iframe>";
    assert_eq!(body(frame).matches("np-embed-link").count(), 1);
    check_body(
        "<p>a</p><h2><b><strong>Bold</strong></b></h2>",
        "<p>a</p><h1 class=\"np-heading\" id=\"np-h-bold\">Bold</h1>",
    );
    let file =
        "<div class=wp-block-file><a href=/t.pdf>Times</a><a class=wp-block-file__button href=/t.pdf>Load</a></div>";
    check_body(file, "<p><a href=\"/t.pdf\">Times</a></p>");
    let gallery = "<p>a</p><div class=gallery><dl class=gallery-item><dt class=gallery-icon><img src=/a.jpg alt=A></dt>\
        <dd class='wp-caption-text gallery-caption'>One</dd></dl><dl class=gallery-item><dt><img src=/b.jpg alt=B></dt></dl>\
        <br></div>";
    assert!(
        body(gallery).starts_with("<p>a</p><div class=\"np-gallery\"") && body(gallery).matches("One").count() == 1
    );
    check_body("<p>a</p><div class='sharedaddy x'><h3>Share this:</h3></div>", "<p>a</p>");
    let shared =
        "<p>a</p><div><img src=/a.jpg alt=A><img src=/b.jpg alt=B><span class=wp-caption-text>Both</span></div>";
    assert!(body(shared).contains("np-gallery"));
    check_body("<p>a</p><!-- wp:jetpack/paywall /--><p>b</p>", "<p>a</p><div class=\"np-paid\"><p>b</p></div>");
}

#[test]
fn nothing_exhausts_the_stack_or_the_time() {
    for piece in [
        "<div>",
        "<b>",
        "<b><i><p></b>",
        "<ul><li>",
        "<table><tr><td>",
        "<figure>",
        "<a href=x>",
        "<p>",
        "</p>",
        "<!--x-->a",
    ] {
        let html = ["<p>start</p>", &piece.repeat(20_000), "end"].concat();
        assert!(body(&html).contains("end"), "{piece}");
    }
    let attributes = (0..20_000).map(|i| format!(" a{i}=1")).collect::<String>();
    check_body(&["<p", &attributes, ">x</p>"].concat(), "<p>x</p>");
}
