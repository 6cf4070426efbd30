//! Makes documents in Portable Text.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    maker.array(6, block)
}

fn block(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(match maker.choose(10)? {
        0..=2 => {
            let style = maker.one_of(&["normal", "h2", "h4", "blockquote", "lead"])?;
            text(maker, &format!(r#""style":"{style}""#))?
        }
        3 | 4 => {
            let kind = maker.one_of(&["bullet", "number", "checkbox"])?;
            let level = maker.choose(5)?;
            let level = if level == 0 { String::new() } else { format!(r#","level":{level}"#) };
            text(maker, &format!(r#""listItem":"{kind}"{level}"#))?
        }
        5 => {
            let (caption, credit) = (maker.word(), maker.word());
            format!(
                r#"{{"_type":"image","src":"https://example.org/a.jpg","alt":"a","caption":"{caption}","credit":"{credit}"}}"#
            )
        }
        6 => {
            let (name, title) = (maker.unknown(), maker.word());
            let content = inner(maker)?;
            format!(r#"{{"_type":"{name}","title":"{title}","content":{content},"rank":5}}"#)
        }
        7 => {
            let title = maker.word();
            format!(r#"{{"_type":"callout","title":"{title}","body":{}}}"#, inner(maker)?)
        }
        8 => {
            let (one, other) = (maker.word(), maker.word());
            format!(r#"{{"_type":"table","rows":[{{"cells":["{one}"]}},{{"cells":[[{}]]}}]}}"#, text_of(&other))
        }
        _ => {
            let (quote, name) = (maker.word(), maker.word());
            format!(r#"{{"_type":"quote","text":"{quote}","author":{{"name":"{name}"}}}}"#)
        }
    })
}

fn inner(maker: &mut Maker<'_, '_>) -> Result<String> {
    if maker.is_deep() {
        let word = maker.word();
        return Ok(format!("[{}]", text_of(&word)));
    }
    maker.array(2, block)
}

fn text_of(word: &str) -> String {
    format!(r#"{{"_type":"block","children":[{{"_type":"span","text":"{word}","marks":[]}}]}}"#)
}

fn text(maker: &mut Maker<'_, '_>, fields: &str) -> Result<String> {
    let children = maker.array(4, child)?;
    let link =
        r#"[{"_type":"link","_key":"l1","href":"https://example.org/"},{"_type":"link","_key":"l2","href":"/b"}]"#;
    Ok(format!(r#"{{"_type":"block",{fields},"markDefs":{link},"children":{children}}}"#))
}

fn child(maker: &mut Maker<'_, '_>) -> Result<String> {
    if maker.choose(8)? == 0 {
        let (name, word) = (maker.unknown(), maker.word());
        return Ok(format!(r#"{{"_type":"{name}","text":"{word}"}}"#));
    }
    let (one, other) = (maker.word(), maker.word());
    let mut marks = Vec::new();
    for mark in ["strong", "em", "code", "l1", "l2"] {
        if maker.happens()? {
            marks.push(format!("\"{mark}\""));
        }
    }
    if maker.choose(6)? == 0 {
        marks.push(format!("\"{}\"", maker.unknown()));
    }
    Ok(format!(r#"{{"_type":"span","text":"{one}\n {other} ","marks":[{}]}}"#, marks.join(",")))
}
