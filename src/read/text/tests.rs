//! Plain texts of our own making, and reference documents where the machine has them.

use super::FORMAT;
use crate::diagnostic::{Code, Diagnostics};
use crate::json::Document;
use crate::model::{Alt, Article, Block, Crumb, Inline, Text, plain_text};
use crate::read::context::Context;
use crate::read::source::Source;

fn article(text: &str) -> Article<'_> {
    let mut diagnostics = Diagnostics::default();
    let source = Source::new(text.as_bytes(), Some(FORMAT.shape), &Context::default(), &mut diagnostics).unwrap();
    let article = (FORMAT.read)(&source, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    article
}

/// One line for each part, with a sign for what it is taken for.
fn shown(article: &Article<'_>) -> String {
    let mut out = Vec::new();
    let names =
        |crumbs: &[Crumb<'_>]| crumbs.iter().map(|crumb| crumb.name.to_string()).collect::<Vec<_>>().join(" > ");
    if !article.breadcrumb.is_empty() {
        out.push(format!("way: {}", names(&article.breadcrumb)));
    }
    if !article.kicker.is_empty() {
        out.push(format!("^ {}", plain_text(&article.kicker)));
    }
    if !article.headline.is_empty() {
        out.push(format!("# {}", plain_text(&article.headline)));
    }
    out.extend(article.standfirst.iter().map(|block| format!("! {}", shown_block(block))));
    out.extend(article.language.iter().map(|language| format!("in {}", language.as_str())));
    if !article.byline.is_empty() {
        out.push(format!("byline: {}", plain_text(&article.byline)));
    }
    for author in &article.authors {
        out.push(format!(
            "by: {}{}",
            author.name,
            author.affiliation.as_ref().map(|of| format!(" of {of}")).unwrap_or_default()
        ));
    }
    for (word, date) in [("published", &article.published), ("modified", &article.modified)] {
        let moment =
            |date: &crate::model::Date<'_>| date.moment.map_or_else(|| "?".to_owned(), |moment| moment.to_string());
        out.extend(date.iter().map(|date| format!("{word}: {} = {}", date.source, moment(date))));
    }
    out.extend(article.lead_media.iter().map(|block| format!("lead {}", shown_block(block))));
    out.extend(article.body.iter().map(shown_block));
    out.join("\n")
}

#[allow(clippy::wildcard_enum_match_arm, reason = "the other blocks are not for this format")]
fn shown_block(block: &Block<'_>) -> String {
    match block {
        Block::Paragraph(line) => plain_text(line).replace('\n', "\\"),
        Block::Heading(heading) => format!("{} {}", "#".repeat(heading.level.into()), plain_text(&heading.content)),
        Block::List(list) => {
            let items =
                list.items.iter().flat_map(|item| &item.content).map(shown_block).collect::<Vec<_>>().join("; ");
            format!("list {}: {items}", list.start.map_or_else(|| "•".to_owned(), |start| start.to_string()))
        }
        Block::Image(image) => {
            assert_eq!((image.src.as_ref(), &image.alt), (None, &Alt::Absent));
            let credit = image.credit.as_ref().map_or("-", |credit| credit.text.as_str());
            format!("image: {} [{credit}]", plain_text(&image.caption).replace('\n', "\\"))
        }
        Block::Divider => "---".to_owned(),
        Block::Quote(quote) => format!("> {}", quote.content.iter().map(shown_block).collect::<String>()),
        _ => panic!("plain text has no {block:?}"),
    }
}

fn check(text: &str, expected: &str) {
    assert_eq!(shown(&article(text)), expected);
    // Windows and old Macs end their lines otherwise.
    assert_eq!(shown(&article(&text.replace('\n', "\r\n"))), expected);
    assert_eq!(shown(&article(&text.replace('\n', "\r"))), expected);
}

#[test]
fn an_article_with_everything() {
    check(
        "Home > Coast\n\nThe gulls are back\n\nAfter ten years they nest on the pier again.\n\nBy Ida Holm and Per Lund\n\
         Published 2024-05-01 | Updated 2024-05-02\n\nA gull on the pier. (Photo by Ida Holm/NurPhoto)\n\n\
         The first one came on Monday.\n\nNobody knows why\n\nThe harbour master counts them each morning.",
        "way: Home > Coast\n# The gulls are back\n! After ten years they nest on the pier again.\nby: Ida Holm\nby: Per Lund\n\
         published: 2024-05-01 = 2024-05-01\nmodified: 2024-05-02 = 2024-05-02\n\
         lead image: A gull on the pier. [Photo by Ida Holm/NurPhoto]\nThe first one came on Monday.\n## Nobody knows why\n\
         The harbour master counts them each morning.",
    );
}

#[test]
fn breadcrumbs() {
    let body = "\n\nThe gulls are back\n\nThey came on Monday.\n\nThey stay.";
    let language = |line: &str| match line.chars().next() {
        Some('S') => "in de\n",
        Some('ا') => "in ar\n",
        _ => "",
    };
    for (line, expected) in [
        ("Home The Coast The gulls are back", "Home > The Coast"),
        ("Startseite Küste The gulls are back", "Startseite > Küste"),
        ("Coast The gulls are back", "Coast"),
        ("Home > The Coast > The gulls are back", "Home > The Coast"),
        ("Home / The Coast / Birds", "Home > The Coast > Birds"),
        ("Home/Coast", "Home > Coast"),
        ("News › Coast", "News > Coast"),
        ("News | Coast | Birds | Gulls", "News > Coast > Birds > Gulls"),
        ("الرئيسية\tالساحل", "الرئيسية > الساحل"),
        ("Home  Foreign Desk", "Home > Foreign Desk"),
    ] {
        let text = format!("{line}{body}");
        check(
            &text,
            &format!("way: {expected}\n# The gulls are back\n{}They came on Monday.\nThey stay.", language(line)),
        );
    }
}

#[test]
fn a_breadcrumb_that_was_broken_to_fit_a_width() {
    check(
        "Home Coast The gulls are back on the pier, and nobody in town\nknows why\n\n\
         The gulls are back on the pier, and nobody in town knows why\n\n\
         The first one came on Monday, and by the end of the week there\nwere nine of them.",
        "way: Home > Coast\n# The gulls are back on the pier, and nobody in town knows why\n\
         The first one came on Monday, and by the end of the week there were nine of them.",
    );
}

#[test]
fn headlines_that_look_like_a_breadcrumb() {
    for headline in ["Gulls and/or terns", "Gulls | The Quay", "Gulls: what they eat", "9/11"] {
        check(&format!("{headline}\n\nThey came."), &format!("# {headline}\nThey came."));
    }
}

#[test]
fn bylines() {
    let check = |line: &str, expected: &str| {
        check(
            &format!("Gulls over Skerry\n\n{line}\n\nThey came."),
            &format!("# Gulls over Skerry\n{expected}\nThey came."),
        )
    };
    check("By Ida Holm", "by: Ida Holm");
    check("Von Ida Holm und Per Lund", "in de\nby: Ida Holm\nby: Per Lund");
    check("Par Ida Holm et Per Lund", "in fr\nby: Ida Holm\nby: Per Lund");
    check(
        "Por Ida Holm, Per Lund y Ana Sol",
        "byline: Por Ida Holm, Per Lund y Ana Sol\nby: Ida Holm\nby: Per Lund\nby: Ana Sol",
    );
    check("بقلم ليلى حداد", "in ar\nby: ليلى حداد");
    check("By Ida Holm, Reuters", "byline: By Ida Holm, Reuters\nby: Ida Holm of Reuters");
    check("By Ida Holm, Political Editor", "byline: By Ida Holm, Political Editor\nby: Ida Holm");
    check("By Ida Holm in Bergen", "byline: By Ida Holm in Bergen\nby: Ida Holm");
    check("By IDA HOLM\nAssociated Press", "by: IDA HOLM of Associated Press");
    check("By Reuters", "byline: By Reuters\nby: Reuters");
    check("By the sea, nobody sleeps.", "By the sea, nobody sleeps.");
    check("Von der Küste kommen die Vögel.", "Von der Küste kommen die Vögel.");
}

#[test]
fn dates() {
    let check = |line: &str, expected: &str| {
        check(
            &format!("Gulls over Skerry\n\n{line}\n\nThey came."),
            &format!("# Gulls over Skerry\n{expected}\nThey came."),
        )
    };
    check("2024-05-01", "published: 2024-05-01 = 2024-05-01");
    check("Published: 1 May 2024", "published: 1 May 2024 = 2024-05-01");
    check("Published on May 1st, 2024 at 9:14 pm", "published: May 1st, 2024 at 9:14 pm = 2024-05-01T21:14:00");
    check("1. März 2024", "published: 1. März 2024 = 2024-03-01");
    check("Aktualisiert: 01.05.2024, 08:00 Uhr", "in de\nmodified: 01.05.2024, 08:00 Uhr = 2024-05-01T08:00:00");
    check("Publié le 1er juin 2024", "in fr\npublished: 1er juin 2024 = 2024-06-01");
    check("1 de julio de 2024", "published: 1 de julio de 2024 = 2024-07-01");
    check("نشر في 1 مايو 2024", "in ar\npublished: 1 مايو 2024 = 2024-05-01");
    check("Fri. 3 May 2024, 10h15 CEST", "published: Fri. 3 May 2024, 10h15 CEST = 2024-05-03T10:15:00+02:00");
    check("On 3 May 2024 the gulls came", "! On 3 May 2024 the gulls came");
    check("Fri, 3 May 2024 09:05:00 +0200", "published: Fri, 3 May 2024 09:05:00 +0200 = 2024-05-03T09:05:00+02:00");
    check("2024/5/3", "published: 2024/5/3 = 2024-05-03");
    check("Updated 3 May 2024, 10:15 ET", "modified: 3 May 2024, 10:15 ET = ?");
    check("3 May 2024 10:15 -06:00", "published: 3 May 2024 10:15 -06:00 = 2024-05-03T10:15:00-06:00");
    check("Published 3 May 2024, 10:15-06:00", "published: 3 May 2024, 10:15-06:00 = ?");
    check("Marked 3 2024", "! Marked 3 2024");
    check("3 May June 2024", "! 3 May June 2024");
    check("Published 05/06/2024", "published: 05/06/2024 = ?");
    check(
        "Par Ida Holm, publié le 3 février 2026 à 10h15",
        "in fr\nby: Ida Holm\npublished: 3 février 2026 à 10h15 = 2026-02-03T10:15:00",
    );
    check("1 May 2024 · By Ida Holm", "by: Ida Holm\npublished: 1 May 2024 = 2024-05-01");
    check(
        "By Ida Holm, 84, on 3 May 2024",
        "byline: By Ida Holm, 84\nby: Ida Holm\npublished: on 3 May 2024 = 2024-05-03",
    );
    check("They ate 12 fish.", "They ate 12 fish.");
    check("In 2024 31 gulls came.", "In 2024 31 gulls came.");
}

#[test]
fn standfirsts() {
    check("Gulls\n\nThey are back\n\nThey came on Monday.", "# Gulls\n! They are back\nThey came on Monday.");
    check("Gulls\n\nThey are back.\n\nThey came.", "# Gulls\nThey are back.\nThey came.");
    check(
        "Gulls\n\nThey are back.\n\nFor good.\n\nBy Ida Holm\n\nThey came.",
        "# Gulls\n! They are back.\n! For good.\nby: Ida Holm\nThey came.",
    );
    check("Gulls\n\nBy Ida Holm\n\nThey are back\n\nThey came.", "# Gulls\n! They are back\nby: Ida Holm\nThey came.");
}

#[test]
fn captions() {
    check(
        "Gulls\n\nBack.\n\nA gull.\nPhoto: Ida Holm\n\nThey came.\n\nTwo gulls. (Photo: Per Lund/dpa)\n\nThey went. (Reuters)",
        "# Gulls\n! Back.\nlead image: A gull. [Ida Holm]\nThey came.\nimage: Two gulls. [Per Lund/dpa]\nThey went. (Reuters)",
    );
    check(
        "Gulls\n\nBack.\n\nA gull.\n\nPhoto: Ida Holm\n\nThey came.",
        "# Gulls\n! Back.\nlead image: A gull. [Ida Holm]\nThey came.",
    );
    check("Gulls\n\nThey came.\n\nIda Holm/AFP", "# Gulls\n! They came.\nlead image:  [Ida Holm/AFP]");
    check("Gulls\n\nThey came. (Reuters)\n\nThey went.", "# Gulls\nThey came. (Reuters)\nThey went.");
}

#[test]
fn lists() {
    check(
        "Gulls\n\nWhat they eat:\n\n• fish\n• chips,\n  with salt\n\nThen:\n- sleep\n- fly\n\n1. Come\n2. Go\n\n3. Stay",
        "# Gulls\nWhat they eat:\nlist •: fish; chips, with salt\nThen:\nlist •: sleep; fly\nlist 1: Come; Go\n3. Stay",
    );
    check("Gulls\n\n– Here they are, she said.\n– I see.", "# Gulls\n– Here they are, she said.\\– I see.");
    check("Gulls\n\nThey eat.\n\n• fish\n\n• chips\n\nThey fly.", "# Gulls\nThey eat.\nlist •: fish; chips\nThey fly.");
}

#[test]
fn headings() {
    check(
        "Gulls\n\nThey came.\n\n1. The pier\n\nThey nest there.\n\nWho pays for it?\n\nNobody.\n\nIda Holm\nThe Quay\n\nThe end",
        "# Gulls\nThey came.\n## 1. The pier\nThey nest there.\nWho pays for it?\nNobody.\nIda Holm\\The Quay\nThe end",
    );
    check(
        "Gulls\n\nThey came.\n\nWhite wings\n\nGrey sea\n\nThey fly.",
        "# Gulls\nThey came.\nWhite wings\nGrey sea\nThey fly.",
    );
    check("Gulls\n\nThey came.\n\n* * *\n\nThey went.", "# Gulls\nThey came.\n---\nThey went.");
}

#[test]
fn lines_that_were_broken() {
    check(
        "Gulls\n\nThe first of them came on Monday, shortly before\nnoon, and sat down on the railing of the pier\nas if it had never left.\n\nThey fly.",
        "# Gulls\nThe first of them came on Monday, shortly before noon, and sat down on the railing of the pier as if it had never left.\nThey fly.",
    );
    check("Gulls\nThey came.\nThe pier\nThey nest there.", "# Gulls\nThey came.\n## The pier\nThey nest there.");
}

#[test]
fn short_documents() {
    check("Gulls", "# Gulls");
    check("They came on Monday.", "They came on Monday.");
    check("\u{feff}Gulls", "# Gulls");
    check("• fish\n• chips", "list •: fish; chips");
    check("A gull. (Photo by Ida Holm/AFP)", "image: A gull. [Photo by Ida Holm/AFP]");
}

#[test]
fn text_of_the_input_is_borrowed() {
    let text = "Gulls\n\nThey came.".to_owned();
    let article = article(&text);
    let Some(Block::Paragraph(line)) = article.body.first() else { panic!("{article:?}") };
    let [Inline::Text(words)] = line.as_slice() else { panic!("{line:?}") };
    assert!(matches!(words.clone().into_cow(), std::borrow::Cow::Borrowed(_)));
}

#[test]
fn too_many_blocks_are_left_out() {
    for unit in ["a\n", "a\n\n", "- a\n", "• a\n\n", "1. a\n", "By A\n", "(Photo: A)\n\n", "\n \n"] {
        let text = format!("Gulls\n\n{}.", unit.repeat(50_000));
        let mut diagnostics = Diagnostics::default();
        let source = Source::new(text.as_bytes(), None, &Context::default(), &mut diagnostics).unwrap();
        let article = (FORMAT.read)(&source, &mut diagnostics);
        assert!(article.body.len() <= crate::read::source::MOST_BLOCKS);
        assert!(diagnostics.iter().all(|diagnostic| diagnostic.code == Code::LimitBlocks));
    }
}

#[test]
fn nothing_panics_and_no_word_is_lost() {
    let pieces: Vec<_> = "Gulls|Home| > |\n|\n\n|By Ida Holm|2024-05-01|3 May 2024| on |, |Published |• a|- b|1. c|2. d| |.|(Photo by Per Lund/AFP)|Photo: |й|。|* * *|\t|  |\r"
        .split('|')
        .collect();
    crate::chance::by_chance(|u| {
        let mut text = "Gulls".to_owned();
        for _ in 0..u.arbitrary_len::<u8>()?.min(40) {
            text.push_str(u.choose(&pieces)?);
        }
        let mut article = article(&text);
        // Of a date that is known nothing is shown but the date.
        for date in [&mut article.published, &mut article.modified].into_iter().flatten() {
            if date.moment.is_some() {
                date.source = Text::default();
            }
        }
        let count = |text: &str| text.matches('й').count();
        // A breadcrumb may end in the headline, which is then shown once.
        let repeated = if article.breadcrumb.is_empty() { 0 } else { count(&plain_text(&article.headline)) };
        let shown = shown(&article);
        assert!(count(&shown) + repeated >= count(&text), "{text:?}\n{shown}");
        Ok(())
    });
}

#[test]
fn a_headline_that_stands_above_further_lines_is_no_end_of_a_breadcrumb() {
    let lines = "Home > Birds of the harbour > Gulls come\nback, and nobody knows where they were.";
    let text = format!("{lines}\n\nGulls come");
    let shown = shown(&article(&text));
    assert!(shown.contains("nobody knows"), "{shown}");
}

#[test]
fn a_second_date_is_no_line_of_dates() {
    for text in ["Gulls\n2024-05-01\n\nHome\nPublished 1. c.й", "Gulls\n\nPublished 2024-05-01 | Published 1 й"] {
        let shown = shown(&article(text));
        assert!(shown.contains('й'), "{text:?}\n{shown}");
    }
}

#[test]
fn the_sample() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/www/samples/harbour.txt")).unwrap();
    let article = article(&text);
    assert_eq!(article.breadcrumb.iter().map(|crumb| crumb.name.as_str()).collect::<Vec<_>>(), ["Home", "Culture"]);
    assert!(plain_text(&article.headline).ends_with("keeps its lamps lit"));
    assert_eq!(article.standfirst.len(), 1);
    let image = article.lead_image().unwrap();
    assert!(plain_text(&image.caption).ends_with("in summer six times."));
    assert_eq!(image.credit.as_ref().unwrap().text.as_str(), "Photo by Robin Example/Newsprint");
    let headings: Vec<String> = article.body.iter().map(shown_block).filter(|block| block.starts_with("## ")).collect();
    assert_eq!((headings, article.body.len()), (vec!["## A room full of strangers".to_owned()], 6));
}

fn named_by(variable: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os(variable);
    if path.is_none() {
        eprintln!("skipped: {variable} names no reference data");
    }
    path.map(Into::into)
}

#[test]
fn the_seed() {
    let Some(path) = named_by("NEWSPRINT_SEED") else { return };
    let text = std::fs::read_to_string(path).unwrap();
    let article = article(&text);
    let crumbs: Vec<&str> = article.breadcrumb.iter().map(|crumb| crumb.name.as_str()).collect();
    assert_eq!(crumbs, ["Home", "Foreign Affairs"]);
    assert_eq!(plain_text(&article.headline), text.lines().nth(2).unwrap());
    assert_eq!(article.standfirst.len(), 1);
    assert!(article.authors.is_empty() && article.published.is_none());
    let image = article.lead_image().unwrap();
    let caption = plain_text(&image.caption);
    assert!(caption.ends_with("Ukraine.") && !caption.contains("Photo by"), "{caption}");
    let credit = image.credit.as_ref().unwrap();
    assert_eq!(credit.text.as_str(), "Photo by John Lamparski/NurPhoto");
    assert_eq!(credit.creators[0].name.as_str(), "John Lamparski");
    assert_eq!(credit.provider.as_deref(), Some("NurPhoto"));
    let headings = article.body.iter().filter(|block| matches!(block, Block::Heading(_))).count();
    assert_eq!((headings, article.body.len() - headings), (1, 5));
    let shown = shown(&article);
    for token in ["António", "“Urgent steps”", "raison d’être", "Guterres’"] {
        assert!(shown.contains(token), "{token}");
    }
    let lost = text.split_whitespace().filter(|word| !shown.contains(word.trim_matches(['(', ')']))).count();
    assert_eq!(lost, 0);
}

#[test]
fn the_reference() {
    let Some(folder) = named_by("NEWSPRINT_FIXTURES") else { return };
    for folder in std::fs::read_dir(folder.join("cross-format")).unwrap() {
        let folder = folder.unwrap().path();
        let text = std::fs::read_to_string(folder.join("plain.txt")).unwrap();
        let expected = std::fs::read_to_string(folder.join("plain.expected.json")).unwrap();
        let expected = Document::parse(&expected).unwrap();
        let field = |key| expected.root().str_of(key).unwrap();
        let all =
            |key| expected.root().get(key).unwrap().items().map(|item| item.as_str().unwrap()).collect::<Vec<_>>();
        let article = article(&text);
        assert_eq!(article.breadcrumb.iter().map(|crumb| crumb.name.as_str()).collect::<Vec<_>>(), all("breadcrumb"));
        assert_eq!(plain_text(&article.headline), field("headline"));
        assert_eq!(article.standfirst.iter().map(shown_block).collect::<Vec<_>>(), [field("deck")]);
        assert_eq!(article.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(), all("byline"));
        assert_eq!(article.published.as_ref().unwrap().source.as_str(), field("datePublished"));
        let image = article.lead_image().unwrap();
        assert_eq!(plain_text(&image.caption), field("caption"));
        // The reference leaves the label out; what is published has it.
        let credit = image.credit.as_ref().unwrap().text.as_str();
        assert_eq!(credit.trim_start_matches("Photo by "), field("creditText"));
        let shown: Vec<String> = article.body.iter().map(shown_block).collect();
        let headings = shown.iter().filter_map(|block| block.strip_prefix("## "));
        assert_eq!(headings.collect::<Vec<_>>(), all("subheads"));
        // The reference counts paragraphs in quotation marks apart: its source, not its text, has them as quotes.
        let is_counted =
            |block: &&Block<'_>| matches!(block, Block::Paragraph(_)) && !shown_block(block).starts_with('“');
        let paragraphs = article.body.iter().filter(is_counted).count();
        let expected_count = expected.root().get("paragraphCount").and_then(|count| count.as_integer());
        assert_eq!(i64::try_from(paragraphs).ok(), expected_count);
    }
}

#[test]
fn a_byline_names_its_authors() {
    let check = |byline: &str, expected: &[&str]| {
        let authors = super::authors_of(byline);
        let names: Vec<_> = authors.iter().map(|author| author.name.as_str()).collect();
        assert_eq!(names, expected, "{byline}");
    };
    check("By KIM SAMPLE (Example Press)", &["KIM SAMPLE"]);
    check("Kim Sample in Orchard Bay", &["Kim Sample"]);
    check("Kim Sample and Robin Example", &["Kim Sample", "Robin Example"]);
    check("Von Kim Sample, dpa", &["Kim Sample"]);
    check("Our staff in the harbour", &[]);
    check("Text: Kim Sample Foto: Robin Example", &[]);
    assert!(super::authors_of("AFP").first().is_some_and(|author| author.is_organization));
}
