//! Makes articles of the Guardian's Content API.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    let (headline, standfirst, byline) = (maker.word(), maker.word(), maker.word());
    let fields = format!(r#"{{"headline":"{headline}","standfirst":"<p>{standfirst}</p>","byline":"{byline}"}}"#);
    let blocks = if maker.happens()? {
        let title = maker.word();
        format!(
            r#"{{"id":"1","title":"{title}","elements":{}}},{{"id":"2","elements":{}}}"#,
            maker.array(3, element)?,
            maker.array(3, element)?
        )
    } else {
        format!(r#"{{"id":"1","elements":{}}}"#, maker.array(6, element)?)
    };
    Ok(format!(
        r#"{{"response":{{"status":"ok","content":{{"id":"a","webTitle":"t","sectionId":"s","fields":{fields},"blocks":{{"body":[{blocks}]}}}}}}}}"#
    ))
}

fn typed(name: &str, key: &str, fields: &str) -> String {
    format!(r#"{{"type":"{name}","assets":[],"{key}TypeData":{{{fields}}}}}"#)
}

fn element(maker: &mut Maker<'_, '_>) -> Result<String> {
    let (one, two) = (maker.word(), maker.word());
    Ok(match maker.choose(12)? {
        0 => typed("text", "text", &format!(r#""html":"<p>{one} <em>{two}</em></p>""#)),
        1 => typed("text", "text", &format!(r#""html":"<h2>{one}</h2><ul><li>{two}</li></ul>""#)),
        2 => format!(
            r#"{{"type":"image","assets":[{{"file":"/a.jpg"}}],"imageTypeData":{{"alt":"a","caption":"{one}","credit":"{two}"}}}}"#
        ),
        3 => typed("pullquote", "pullquote", &format!(r#""html":"{one}","attribution":"{two}""#)),
        4 => typed("rich-link", "richLink", &format!(r#""url":"/a","linkText":"{one} {two}""#)),
        5 => typed("comment", "comment", &format!(r#""html":"<p>{one}</p>","authorName":"{two}""#)),
        6 => typed("video", "video", &format!(r#""originalUrl":"/a","title":"{one}","caption":"{two}""#)),
        7 => typed("callout", "callout", &format!(r#""title":"{one}","description":"<p>{two}</p>""#)),
        8 => typed("embed", "embed", &format!(r#""html":"<p>{one}</p>{two}""#)),
        9 => typed(&maker.unknown(), "unheard", &format!(r#""title":"{one}","html":"<p>{two}</p>""#)),
        10 if !maker.is_deep() => {
            let kind = maker.one_of(&["key_takeaways", "q_and_a_explainer", "mini_profiles"])?;
            let items = format!(
                r#"[{{"title":"{one}","elements":{}}},{{"title":"{two}","elements":[]}}]"#,
                maker.array(2, element)?
            );
            typed("list", "list", &format!(r#""type":"{kind}","items":{items}"#))
        }
        _ if !maker.is_deep() => {
            let body = maker.array(2, element)?;
            let events = format!(r#"[{{"title":"{one}","date":"{two}","body":{body}}}]"#);
            typed("timeline", "timeline", &format!(r#""sections":[{{"events":{events}}}]"#))
        }
        _ => typed("text", "text", &format!(r#""html":"{one} {two}""#)),
    })
}
