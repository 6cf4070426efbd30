//! Makes items in the generations of ninjs.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    let (headline, byline, located, summary) = (maker.word(), maker.word(), maker.word(), maker.word());
    let body = maker.array(4, paragraph)?;
    let body = body.trim_matches(['[', ']']).replace(',', "");
    let associations = maker.array(3, media)?;
    let (body, description) = if maker.happens()? {
        (format!(r#""body_xhtml":"{body}""#), format!(r#""description_text":"{summary}""#))
    } else {
        (
            format!(r#""bodies":[{{"role":"html5","contentType":"text/html","value":"{body}"}}]"#),
            format!(r#""descriptions":[{{"role":"text","value":"{summary}"}}]"#),
        )
    };
    let headline = headlines(maker, &headline)?;
    let by = maker.one_of(&["by", "byline"])?;
    Ok(format!(
        r#"{{"uri":"a","type":"text",{headline},"{by}":"{byline}","located":"{located}",{description},{body},"ednote":"desk","associations":{associations}}}"#
    ))
}

fn headlines(maker: &mut Maker<'_, '_>, word: &str) -> Result<String> {
    Ok(match maker.choose(3)? {
        0 => format!(r#""headline":"{word}""#),
        1 => format!(r#""headline_main":"{word}""#),
        _ => format!(r#""headlines":[{{"role":"main","value":"{word}"}}]"#),
    })
}

fn paragraph(maker: &mut Maker<'_, '_>) -> Result<String> {
    let (one, two) = (maker.word(), maker.word());
    Ok(match maker.choose(4)? {
        0 => format!("<p>{one} <b>{two}</b></p>"),
        1 => format!("<h2>{one}</h2><blockquote>{two}</blockquote>"),
        2 => format!("<figure><img src='/{one}.jpg'/><figcaption>{one}</figcaption></figure><p>{two}</p>"),
        _ => format!("<ul><li>{one}</li><li>{two}</li></ul>"),
    })
}

fn media(maker: &mut Maker<'_, '_>) -> Result<String> {
    let (caption, credit) = (maker.word(), maker.word());
    let (kind, mime) = if maker.happens()? { ("picture", "image/jpeg") } else { ("video", "video/mp4") };
    let files = format!(r#"[{{"name":"m","href":"/{caption}.x","contentType":"{mime}","width":800,"height":600}}]"#);
    Ok(format!(
        r#"{{"name":"{caption}","uri":"{caption}","type":"{kind}","by":"{credit}","descriptions":[{{"role":"caption","value":"{caption}"}}],"renditions":{files}}}"#
    ))
}
