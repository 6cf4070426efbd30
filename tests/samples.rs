//! The sample article of the project in its three forms, and the article that it all began with.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says by a panic that it fails"
)]

use std::path::Path;

use newsprint::model::{Block, plain_text};
use newsprint::{JsonLd, Options, Reading, read, text};

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples").join(name)).unwrap()
}

/// What an article of this shape comes to: headings and paragraphs of the body, in their order.
#[allow(clippy::wildcard_enum_match_arm, reason = "the other blocks are not in the samples")]
fn outline(reading: &Reading<'_>) -> String {
    let kind = |block: &Block<'_>| match block {
        Block::Paragraph(_) => 'p',
        Block::Heading(heading) => char::from(b'0' + heading.level),
        _ => '?',
    };
    reading.article.body.iter().map(kind).collect()
}

/// The shape that the sample and the seed share, which what is rendered of them has as well.
fn keeps_the_shape(reading: &Reading<'_>, crumbs: &[&str]) {
    has_the_shape(reading, crumbs);
    for html in [reading.html(&Default::default()), reading.page(&Default::default(), JsonLd::InHead)] {
        let again = read(html.as_bytes(), &Options::default()).unwrap();
        assert_eq!(again.format.name, "html");
        has_the_shape(&again, crumbs);
        assert_eq!(text::write(&again.article), text::write(&reading.article));
    }
}

fn has_the_shape(reading: &Reading<'_>, crumbs: &[&str]) {
    let article = &reading.article;
    assert_eq!(article.breadcrumb.iter().map(|crumb| crumb.name.as_str()).collect::<Vec<_>>(), crumbs);
    assert!(!article.headline.is_empty());
    assert_eq!(article.standfirst.len(), 1, "one standfirst");
    assert_eq!(outline(reading), "ppp2pp");
    let image = article.lead_image().expect("a lead picture");
    let credit = image.credit.as_ref().expect("a credit");
    assert!(!plain_text(&image.caption).contains("Photo by"), "the credit has left the caption");
    assert!(plain_text(&image.caption).ends_with('.'));
    assert!(credit.is_labelled);
    assert_eq!(credit.creators.len(), 1);
    assert!(credit.provider.is_some());
    assert_eq!(
        credit.text.as_str(),
        format!("Photo by {}/{}", credit.creators[0].name, credit.provider.as_ref().unwrap())
    );
}

#[test]
fn the_sample_is_the_same_in_every_form() {
    let mut headlines = Vec::new();
    for (name, format) in [("harbour.json", "canonical"), ("harbour.md", "markdown"), ("harbour.txt", "text")] {
        let bytes = sample(name);
        let reading = read(&bytes, &Options::default()).unwrap();
        assert_eq!(reading.format.name, format);
        keeps_the_shape(&reading, &["Home", "Culture"]);
        let article = &reading.article;
        let lead = article.lead_image().unwrap();
        headlines.push((
            plain_text(&article.headline),
            text::write(article).split_once("Zoë").unwrap().1.to_owned(),
            plain_text(&lead.caption),
            lead.credit.clone().unwrap().text.to_string(),
        ));
        assert_eq!(lead.src.is_some(), format != "text", "plain text has no picture address");
    }
    headlines.dedup();
    assert_eq!(headlines.len(), 1, "the three forms say the same");
}

#[test]
fn every_sample_is_read_in_its_format() {
    for (name, format) in [
        ("everything.md", "markdown"),
        ("deutsch.md", "markdown"),
        ("arabic.json", "canonical"),
        ("mistakes.json", "canonical"),
    ] {
        let bytes = sample(name);
        let reading = read(&bytes, &Options::default()).unwrap();
        assert_eq!(reading.format.name, format, "{name}");
        let findings = reading.findings();
        let codes: Vec<_> = findings.iter().map(|finding| finding.diagnostic.code.as_str()).collect();
        assert_eq!(codes.is_empty(), name != "mistakes.json", "{name}: {codes:?}");
    }
}

#[test]
fn the_article_that_it_began_with() {
    let Some(path) = std::env::var_os("NEWSPRINT_SEED") else {
        println!("skipped: NEWSPRINT_SEED names no file");
        return;
    };
    let bytes = std::fs::read(path).unwrap();
    let source = String::from_utf8(bytes.clone()).unwrap();
    let reading = read(&bytes, &Options::default()).unwrap();
    assert_eq!(reading.format.name, "text");
    keeps_the_shape(&reading, &["Home", "Foreign Affairs"]);
    // The HTML serialisation writes a no-break space as an entity; everything else here stands as it is.
    let html = reading.html(&Default::default()).replace("&nbsp;", "\u{a0}");
    for (tag, count) in [
        ("<article", 1),
        ("<h1", 1),
        ("<h2", 1),
        ("<figcaption", 1),
        ("<nav", 1),
        ("<img", 0),
        ("<script", 0),
        (" style=", 0),
    ] {
        assert_eq!(html.matches(tag).count(), count, "{tag}");
    }
    let paragraphs: Vec<&str> = source.split("\n\n").map(str::trim).collect();
    assert!(html.contains(&format!(">{}</h1>", paragraphs[1])), "the headline is the h1");
    assert_eq!(html.matches(paragraphs[2]).count(), 1, "the standfirst stands once");
    for paragraph in &paragraphs[4..] {
        let shown = format!(">{paragraph}</");
        assert_eq!(html.matches(&shown).count(), 1, "every paragraph stands once: {paragraph}");
    }
    for intact in ["António", "“Urgent steps”", "’s initiative", "raison d’être"] {
        assert!(html.contains(intact), "{intact}");
    }
    let codes: Vec<_> = reading.findings().iter().map(|finding| finding.diagnostic.code.as_str()).collect();
    assert_eq!(codes, ["img-src-missing"]);
}
