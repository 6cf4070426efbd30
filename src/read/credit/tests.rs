//! Credits as newsrooms write them, and captions that only look as if they had one.

use super::{credit, credit_by, settle, split};
use crate::json::{Document, Kind};
use crate::model::{Contributor, Inline, Link, Mark, Role, Text, Url, plain_text};

/// "caption | credit | creators | provider", with `-` for nothing.
fn shown(text: &str) -> String {
    let (caption, credit) = split(vec![Inline::Text(text.into())]);
    let caption = plain_text(&caption);
    let Some(credit) = credit else { return format!("{} | -", dash(&caption)) };
    let creators: Vec<&str> = credit.creators.iter().map(|creator| creator.name.as_str()).collect();
    let provider = credit.provider.as_deref().unwrap_or("-");
    format!("{} | {} | {} | {provider}", dash(&caption), credit.text, dash(&creators.join("; ")))
}

fn dash(text: &str) -> &str {
    if text.is_empty() { "-" } else { text }
}

fn check(text: &str, expected: &str) {
    assert_eq!(shown(text), expected, "{text:?}");
}

fn keeps(text: &str) {
    check(text, &format!("{} | -", dash(text)));
}

#[test]
fn credits_that_the_caption_says_again() {
    fn check(caption: &str, given: &str, expected: &str) {
        let (caption, credit) = settle(vec![Inline::Text(caption.into())], Some(credit(given.into())));
        assert_eq!(format!("{} | {}", plain_text(&caption), credit.unwrap().text), expected);
    }
    check("A gull. Photo: Ida Holm", "Ida Holm", "A gull. | Ida Holm");
    check("A gull. (Ida Holm/AP)", "Photograph: Ida Holm/AP", "A gull. | Photograph: Ida Holm/AP");
    check("A gull. (AP Photo/Ida Holm)", "AP", "A gull. | AP Photo/Ida Holm");
    check("A gull. (Ida Holm)", "Ida Holm", "A gull. | Ida Holm");
    check("A gull. Ida Holm", "Ida Holm", "A gull. | Ida Holm");
    check("A gull on the quay, Photo by Ida Holm", "Ida Holm", "A gull on the quay | Ida Holm");
    check("A gull, a cat – foto: Ida Holm, NOAA", "Ida Holm, NOAA", "A gull, a cat | Ida Holm, NOAA");
    check("A gull, photo by Ida Holm and friends", "Ida Holm", "A gull, photo by Ida Holm and friends | Ida Holm");
    check("A gull (left)", "Ida Holm", "A gull (left) | Ida Holm");
    check("A gull. Photo: Ida Holm", "Ann Lee", "A gull. Photo: Ida Holm | Ann Lee");
    check("A gull at the house of Ida Holm", "Ida Holm", "A gull at the house of Ida Holm | Ida Holm");
}

#[test]
fn labels_of_many_newsrooms() {
    check("A gull. Photo / Ida Holm", "A gull. | Ida Holm | Ida Holm | -");
    check("갈매기. [사진=연합뉴스]", "갈매기. | 연합뉴스 | - | 연합뉴스");
    check("海鸥。图源：新华社", "海鸥。 | 新华社 | - | 新华社");
    check("A gull. Archivfoto: Ida Holm/dpa", "A gull. | Archivfoto: Ida Holm/dpa | Ida Holm | dpa");
    check("En måke. Arkivfoto: Ida Holm", "En måke. | Arkivfoto: Ida Holm | Ida Holm | -");
    check("Une mouette. Photo d’archives : Ida Holm", "Une mouette. | Photo d’archives : Ida Holm | Ida Holm | -");
    check("Una gaviota. Foto de archivo: Ida Holm", "Una gaviota. | Foto de archivo: Ida Holm | Ida Holm | -");
    check("นกนางนวล ภาพ: สมชาย ใจดี/Reuters", "นกนางนวล | สมชาย ใจดี/Reuters | สมชาย ใจดี | Reuters");
    check("Chim biển. Ảnh: Ida Holm", "Chim biển. | Ida Holm | Ida Holm | -");
    check("Chim biển. Ảnh minh họa: Ida Holm", "Chim biển. | Ảnh minh họa: Ida Holm | Ida Holm | -");
    check("A gull. Quelle: dpa", "A gull. | Quelle: dpa | - | dpa");
    check("A gull. Video: Ida Holm", "A gull. | Video: Ida Holm | Ida Holm | -");
    keeps("A gull. Video: how it flies");
    keeps("A gull on the map: it flies north");
}

#[test]
fn credits_in_brackets() {
    check("A gull. (Photo by Ida Holm/NurPhoto)", "A gull. | Photo by Ida Holm/NurPhoto | Ida Holm | NurPhoto");
    check("A gull (AP Photo/Ida Holm)", "A gull | AP Photo/Ida Holm | Ida Holm | AP");
    check("A gull. (photo credit: Ida Holm, NOAA)", "A gull. | Ida Holm, NOAA | Ida Holm | NOAA");
    check("A gull. (IHA via AP, File)", "A gull. | IHA via AP, File | - | AP");
    check("A gull. [Photo: Ida Holm]", "A gull. | Ida Holm | Ida Holm | -");
    check("海鸥。（摄影：王芳）", "海鸥。 | 王芳 | 王芳 | -");
    check("A gull. (Reuters)", "A gull. | Reuters | - | Reuters");
    check(
        "A gull. (Photo by Ida Holm / AFP) (Photo by IDA HOLM/AFP via Getty Images)",
        "A gull. | Photo by IDA HOLM/AFP via Getty Images | IDA HOLM | Getty Images",
    );
    check("A gull. (AP Photo/Ida Holm) Photograph: Ida Holm/AP", "A gull. | Photograph: Ida Holm/AP | Ida Holm | AP");
    check("A gull. (Credit: NASA/Holm Institute/QRS)", "A gull. | NASA/Holm Institute/QRS | - | QRS");
    check("A gull. Credit: ESA and I. Holm (QRS)", "A gull. | ESA and I. Holm (QRS) | I. Holm | ESA");
    check("A gull (Photo by Ida Holm).", "A gull | Photo by Ida Holm | Ida Holm | -");
}

#[test]
fn brackets_that_do_not_match() {
    check("A gull. Photo Ida Holm /Havn/Sipa USA)", "A gull. | Photo Ida Holm /Havn/Sipa USA | Ida Holm | Sipa USA");
    check("A gull. (Photo: Ida Holm/AFP", "A gull. | Ida Holm/AFP | Ida Holm | AFP");
}

#[test]
fn labels() {
    check("A gull at dusk.   PHOTO: I. HOLM", "A gull at dusk. | I. HOLM | I. HOLM | -");
    check("A gull at dusk Photo: Ida Holm", "A gull at dusk | Ida Holm | Ida Holm | -");
    check(
        "A gull. Photograph: Ida Holm/Getty Images",
        "A gull. | Photograph: Ida Holm/Getty Images | Ida Holm | Getty Images",
    );
    check("A gull. Illustration: Ida Holm", "A gull. | Illustration: Ida Holm | Ida Holm | -");
    check("A gull. Composite: Getty", "A gull. | Composite: Getty | - | Getty");
    check("Image courtesy of the Harbour Museum.", "- | the Harbour Museum | - | Harbour Museum");
    check("A gull. © Rex Features", "A gull. | © Rex Features | - | Rex Features");
    check("A gull. AFP PHOTO / IDA HOLM", "A gull. | AFP PHOTO / IDA HOLM | IDA HOLM | AFP");
    check(
        "Photo by Ida Holm and Per Lund, NOAA.",
        "- | Photo by Ida Holm and Per Lund, NOAA | Ida Holm; Per Lund | NOAA",
    );
    check("A gull © Ida Holm/dpa", "A gull | © Ida Holm/dpa | Ida Holm | dpa");
    check("A gull. Courtesy of the Holm family", "A gull. | Courtesy of the Holm family | - | Holm family");
    check("A gull. Photo by: Ida Holm", "A gull. | Photo by: Ida Holm | Ida Holm | -");
    check("A gull\nPhoto: Ida Holm", "A gull | Ida Holm | Ida Holm | -");
    check("A gull – Foto: dpa", "A gull | dpa | - | dpa");
}

#[test]
fn labels_in_other_languages() {
    check("Eine Möwe. Foto: Ida Holm/dpa", "Eine Möwe. | Ida Holm/dpa | Ida Holm | dpa");
    check(
        "Eine Möwe (Bild: picture alliance/dpa/Ida Holm)",
        "Eine Möwe | picture alliance/dpa/Ida Holm | Ida Holm | dpa",
    );
    check("Une mouette. Photo : Ida Holm / AFP", "Une mouette. | Ida Holm / AFP | Ida Holm | AFP");
    check("Une mouette. Crédit photo : Ida Holm", "Une mouette. | Ida Holm | Ida Holm | -");
    check("Una gaviota. Fotografía: Ida Holm/EFE", "Una gaviota. | Ida Holm/EFE | Ida Holm | EFE");
    check("نورس في الميناء. تصوير: ليلى حداد", "نورس في الميناء. | ليلى حداد | ليلى حداد | -");
    check("نورس في الميناء (الصورة: رويترز)", "نورس في الميناء | رويترز | - | رويترز");
}

#[test]
fn agencies_without_a_label() {
    check("En mås. Ida Holm/TT", "En mås. | Ida Holm/TT | Ida Holm | TT");
    check("A gull. REUTERS/Ida Holm/File Photo", "A gull. | REUTERS/Ida Holm/File Photo | Ida Holm | REUTERS");
    check(
        "Ida Holm / iStock / Getty Images Plus",
        "- | Ida Holm / iStock / Getty Images Plus | Ida Holm | Getty Images Plus",
    );
    check("idaholm, Royalty Free, Getty Images", "- | idaholm, Royalty Free, Getty Images | idaholm | Getty Images");
    check("'idaholm/iStock via Getty Images'", "- | idaholm/iStock via Getty Images | idaholm | Getty Images");
    check(
        "By Ida Holm (maybe her brother) [CC0], via Wikimedia Commons",
        "- | Ida Holm (maybe her brother) [CC0], via Wikimedia Commons | Ida Holm | Wikimedia Commons",
    );
    check("A gull! 2/4/13, by Ida Holm, CC BY 2.0.", "A gull! 2/4/13 | Ida Holm, CC BY 2.0 | Ida Holm | -");
}

#[test]
fn names_that_stand_apart() {
    check("A gull. (Ida Holm)", "A gull. | Ida Holm | Ida Holm | -");
    check("A gull. (Ida Holm/The Quay)", "A gull. | Ida Holm/The Quay | Ida Holm | The Quay");
    check("A gull. [Ida Holm for The Quay]", "A gull. | Ida Holm for The Quay | Ida Holm | -");
    check("A gull. (Courtesy photo)", "A gull. | Courtesy photo | - | -");
    check("A gull. Ida Holm/QUAY POST", "A gull. | Ida Holm/QUAY POST | Ida Holm | QUAY POST");
    check("A gull | Ida Holm", "A gull | Ida Holm | Ida Holm | -");
    check("A gull. / EFE", "A gull. | EFE | - | EFE");
    check("A gull.\nIda Holm", "A gull. | Ida Holm | Ida Holm | -");
    check("Une mouette. PHOTO IDA HOLM", "Une mouette. | PHOTO IDA HOLM | IDA HOLM | -");
    check("A gull, Foto: Ida Holm", "A gull | Ida Holm | Ida Holm | -");
    check("A gull. (AAP: Ida Holm)", "A gull. | AAP: Ida Holm | Ida Holm | AAP");
    keeps("A gull. (Norway)");
    keeps("A gull\nIda Holm");
    keeps("A gull. The Gull/Tern Count 2026");
    keeps("A gull. Photo finish");
    keeps("A gull (Holm Island)");
}

#[test]
fn what_somebody_did_behind_the_name() {
    check("カモメ＝木村花子撮影", "カモメ | 木村花子撮影 | 木村花子 | -");
    check("カモメ＝2日、北港、木村花子撮影", "カモメ＝2日、北港 | 木村花子撮影 | 木村花子 | -");
    check("カモメ（北港市提供）", "カモメ | 北港市提供 | 北港市 | -");
    check("カモメ（２日、北港）＝共同", "カモメ（２日、北港） | 共同 | - | 共同");
    check("カモメ（ロイター＝共同）", "カモメ | ロイター＝共同 | - | 共同");
    check("海鸥。李明 摄", "海鸥。 | 李明 摄 | 李明 | -");
    check("海鷗。（圖／記者李明）", "海鷗。 | 記者李明 | 記者李明 | -");
    check("갈매기. 북항시 제공", "갈매기. | 북항시 제공 | 북항시 | -");
    keeps("カモメを撮影");
    keeps("カモメ＝2026年3月2日、北港で撮影");
    keeps("会場で、記念撮影");
    keeps("海鸥。3月2日拍摄");
    keeps("무료 식사 제공");
}

#[test]
fn a_credit_in_a_sentence_is_said_once() {
    let text = "Harbour photo by Ida Holm on Unsplash.";
    check(text, &format!("{text} | Ida Holm on Unsplash | Ida Holm | Unsplash"));
    assert!(split(vec![Inline::Text(text.into())]).1.is_some_and(|credit| credit.is_hidden));
}

#[test]
fn captions_without_a_credit() {
    for text in [
        "Ida Holm (46) of Norway on her boat",
        "The harbour of Ostia (Italy)",
        "Each iteration(s) of the plan",
        "Ida Holm (left) and Per Lund (right)",
        "Credit cards on a table.",
        "The Photo that won the prize",
        "She took a photo by the sea",
        "A photo by the sea.",
        "Photo by the sea",
        "Her best photo: a gull",
        "Sein bestes Foto: Berlin",
        "Graphic: How the Tunnel Works",
        "Courtesy costs nothing.",
        "Image: the moment when he won",
        "An officer of the Environmental Protection Agency (EPA)",
        "The steelworks in Pittsburgh (PA)",
        "Workers said the AP was wrong",
        "The report (PDF, 925kb)",
        "Delegates from Moscow, Berlin and Paris",
        "The ferry. It was late by an hour.",
        "By the sea",
        "",
        " ",
        ")",
        "()",
        "(",
        "Photo:",
        "(Photo by )",
        "©",
    ] {
        keeps(text.trim());
    }
}

#[test]
fn lines_of_credit() {
    let read = |line| credit(Text::from(line));
    let photo = read("Photograph: Ida Holm for The Quay/Alamy");
    assert_eq!(photo.text.as_str(), "Photograph: Ida Holm for The Quay/Alamy");
    assert!(photo.is_labelled);
    let [maker] = photo.creators.as_slice() else { panic!("{photo:?}") };
    assert_eq!((maker.name.as_str(), maker.role), ("Ida Holm", Some(Role::Photographer)));
    assert_eq!(maker.affiliation.as_deref(), Some("The Quay"));
    assert_eq!(photo.provider.as_deref(), Some("Alamy"));
    assert_eq!(read("Drawing by Per Lund").creators[0].role, Some(Role::Illustrator));
    let bare = read("Photo: Ida Holm.");
    assert_eq!((bare.text.as_str(), bare.is_labelled), ("Photo: Ida Holm.", true), "a field is shown as it is");
    assert_eq!(bare.creators[0].name.as_str(), "Ida Holm");
    assert_eq!(read("Ida Holm Jr.").text.as_str(), "Ida Holm Jr.");
    assert_eq!(read("").text.as_str(), "");
    assert_eq!(read(" Ida Holm\n").text.as_str(), "Ida Holm");
    assert_eq!(read("Ida Holm on [Quay ](https://example.org)").text.as_str(), "Ida Holm on Quay");
    assert_eq!(credit(Text::from("Foto: Ida Holm/dpa".to_owned())), read("Foto: Ida Holm/dpa"));
}

#[test]
fn marks_before_the_credit_stay_and_its_link_is_kept() {
    let link = |words: &'static str, href| {
        Inline::Link(Link { href: Url::parse(href).ok(), content: vec![Inline::Text(words.into())], ..Link::default() })
    };
    let strong = Inline::Marked(Mark::Strong, vec![Inline::Text("gull".into())]);
    let line = vec![
        Inline::Text("A ".into()),
        strong.clone(),
        Inline::Text(". Photo by ".into()),
        link("Ida Holm", "https://example.com/ida"),
        Inline::Text(" on ".into()),
        link("Unsplash", "https://example.com/"),
    ];
    let (caption, credit) = split(line);
    let credit = credit.unwrap();
    assert_eq!(caption, [Inline::Text("A ".into()), strong, Inline::Text(".".into())]);
    assert_eq!(credit.text.as_str(), "Photo by Ida Holm on Unsplash");
    assert_eq!(credit.url, Url::parse("https://example.com/ida").ok());
    let emphasis = Inline::Marked(Mark::Emphasis, vec![Inline::Text("Foto: Ida Holm".into())]);
    let (caption, credit) = split(vec![Inline::Text("Eine Möwe ".into()), emphasis]);
    assert_eq!((plain_text(&caption).as_str(), credit.unwrap().text.as_str()), ("Eine Möwe", "Ida Holm"));
}

#[test]
fn text_of_the_input_is_borrowed() {
    let text = "A gull. (Photo by Ida Holm/NurPhoto)".to_owned();
    let (caption, credit) = split(vec![Inline::Text(text.as_str().into())]);
    let [Inline::Text(caption)] = caption.as_slice() else { panic!("{caption:?}") };
    assert!(matches!(caption.clone().into_cow(), std::borrow::Cow::Borrowed(_)));
    assert!(matches!(credit.unwrap().text.into_cow(), std::borrow::Cow::Borrowed(_)));
}

#[test]
fn a_megabyte_takes_no_time() {
    for unit in ["(", ")", "Photo: ", "A/", ". ", "photo by A on "] {
        let text = unit.repeat(1_000_000 / unit.len());
        let _ = split(vec![Inline::Text(text.as_str().into())]);
    }
}

#[test]
fn who_is_known_to_have_made_it_did_not_pass_it_on() {
    let by = |line: &'static str, names: &[&'static str]| {
        let creators =
            names.iter().map(|name| Contributor { name: (*name).into(), ..Contributor::default() }).collect();
        credit_by(line.into(), creators).provider.as_deref().map(str::to_owned)
    };
    assert_eq!(by("Ida", &[]).as_deref(), Some("Ida"));
    assert_eq!(by("Ida", &["Ida"]), None);
    assert_eq!(by("Ida, Ole", &["Ida", "Ole"]), None);
    assert_eq!(by("Ida/AP", &["Ida"]).as_deref(), Some("AP"));
}

#[test]
fn nothing_panics_and_nothing_is_made_up() {
    let pieces = ["(", ")", "[", "Photo", " by ", ": ", "©", "/", "AP", "Ida", " ", ".", ",", "й", "。", "via ", "\n"];
    crate::chance::by_chance(|u| {
        let text: String =
            (0..u.arbitrary_len::<u8>()?.min(40)).map(|_| u.choose(&pieces).copied()).collect::<Result<_, _>>()?;
        let (caption, credit) = split(vec![Inline::Text(text.as_str().into())]);
        assert!(text.starts_with(&plain_text(&caption)), "{text:?}");
        assert!(credit.is_none_or(|credit| text.contains(credit.text.as_str())), "{text:?}");
        Ok(())
    });
}

/// Returns a document of reference data; who builds Newsprint elsewhere does not have it.
fn fixture(path: &str) -> Option<String> {
    let Some(folder) = std::env::var_os("NEWSPRINT_FIXTURES") else {
        eprintln!("skipped: NEWSPRINT_FIXTURES names no folder of reference data");
        return None;
    };
    Some(std::fs::read_to_string(std::path::Path::new(&folder).join(path)).unwrap())
}

#[test]
fn the_reference() {
    let Some(text) = fixture("plain-text/caption-credit-strings.json") else { return };
    let document = Document::parse(&text).unwrap();
    for case in document.root().items() {
        let expected = case.get("expect").unwrap();
        let expect = |key| expected.get(key).filter(|value| value.kind() != Kind::Null).and_then(|v| v.as_str());
        let (caption, credit) = split(vec![Inline::Text(case.str_of("text").unwrap().into())]);
        assert_eq!(plain_text(&caption), expect("caption").unwrap_or_default());
        assert_eq!(credit.as_ref().map(|credit| credit.text.as_str()), expect("creditText").as_deref());
    }
}

#[test]
fn captions_of_a_public_site() {
    let Some(text) = fixture("plain-text/digitalgov-image-captions.json") else { return };
    let document = Document::parse(&text).unwrap();
    let captions: Vec<_> = document.root().items().filter_map(|image| image.str_of("caption")).collect();
    let (mut with, mut without) = (0, 0);
    for caption in &captions {
        let shown = shown(caption);
        *(if shown.ends_with(" | -") && shown.matches(" | ").count() == 1 { &mut without } else { &mut with }) += 1;
        println!("{shown}");
    }
    println!("{with} with a credit, {without} without");
    // Three have none that can be told from prose: a link to a licence's owner, a download, a description.
    assert_eq!((with, without), (captions.len() - 3, 3));
}
