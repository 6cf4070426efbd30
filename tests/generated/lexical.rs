//! Makes documents of Lexical, with blocks that nobody knows.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    let children = maker.array(6, block)?;
    Ok(format!(
        r#"{{"root":{{"type":"root","children":{children},"direction":"ltr","format":"","indent":0,"version":1}}}}"#
    ))
}

fn node(name: &str, more: &str, children: &str) -> String {
    format!(r#"{{"type":"{name}",{more}"children":{children},"direction":"ltr","format":"","indent":0,"version":1}}"#)
}

fn block(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(match maker.choose(8)? {
        0..=2 => node("paragraph", "", &maker.array(3, inline)?),
        3 => {
            let tag = maker.one_of(&["h2", "h3", "h6"])?;
            node("heading", &format!(r#""tag":"{tag}","#), &maker.array(2, inline)?)
        }
        4 => node("quote", "", &maker.array(2, inline)?),
        5 => list(maker)?,
        6 => {
            let name = maker.unknown();
            node(&name, "", &maker.array(2, inline)?)
        }
        _ if maker.is_deep() => node("paragraph", "", &maker.array(1, inline)?),
        _ => {
            let name = maker.unknown();
            node(&name, "", &maker.array(2, block)?)
        }
    })
}

fn list(maker: &mut Maker<'_, '_>) -> Result<String> {
    let kind = maker.one_of(&["bullet", "number"])?;
    Ok(node("list", &format!(r#""listType":"{kind}","start":1,"#), &maker.array(3, item)?))
}

fn item(maker: &mut Maker<'_, '_>) -> Result<String> {
    let children = if !maker.is_deep() && maker.choose(3)? == 0 {
        format!("[{}]", list(maker)?)
    } else {
        maker.array(2, inline)?
    };
    Ok(node("listitem", r#""value":1,"#, &children))
}

fn inline(maker: &mut Maker<'_, '_>) -> Result<String> {
    if !maker.is_deep() && maker.choose(4)? == 0 {
        return Ok(node("link", r#""url":"https://example.org/","#, &maker.array(2, inline)?));
    }
    if maker.choose(6)? == 0 {
        return Ok(r#"{"type":"linebreak","version":1}"#.to_owned());
    }
    let (word, format) = (maker.word(), maker.choose(256)?);
    Ok(format!(
        r#"{{"type":"text","text":"{word} ","format":{format},"detail":0,"mode":"normal","style":"","version":1}}"#
    ))
}
