//! Makes documents in Slate.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    maker.array(6, block)
}

fn node(name: &str, children: &str) -> String {
    format!(r#"{{"type":"{name}","children":{children}}}"#)
}

fn block(maker: &mut Maker<'_, '_>) -> Result<String> {
    let name = match maker.choose(11)? {
        0 => "paragraph",
        1 => "p",
        2 => "heading-two",
        3 if maker.is_deep() => "p",
        3 => return Ok(node("block-quote", &maker.array(2, block)?)),
        4 => return list(maker),
        5 => return Ok(node(&maker.unknown(), &maker.array(3, inline)?)),
        6 if maker.is_deep() => "h3",
        6 => return Ok(node(&maker.unknown(), &maker.array(2, block)?)),
        7 => {
            let caption = maker.word();
            return Ok(format!(
                r#"{{"type":"image","url":"/a.jpg","alt":"a","caption":[{{"text":"{caption}"}}],"children":[{{"text":""}}]}}"#
            ));
        }
        8 => return Ok(node("table", &node("tr", &node("td", &maker.array(2, inline)?).in_array()).in_array())),
        9 => {
            let (one, other) = (maker.word(), maker.word());
            let lines = [one, other].map(|word| node("code_line", &format!(r#"[{{"text":"{word}"}}]"#))).join(",");
            return Ok(node("code_block", &lines.in_array()));
        }
        _ => return Ok(format!(r#"{{"children":{}}}"#, maker.array(3, inline)?)),
    };
    Ok(node(name, &maker.array(3, inline)?))
}

trait InArray {
    fn in_array(&self) -> String;
}

impl InArray for String {
    fn in_array(&self) -> String {
        format!("[{self}]")
    }
}

fn list(maker: &mut Maker<'_, '_>) -> Result<String> {
    let name = maker.one_of(&["ul", "numbered-list", "bulleted-list"])?;
    Ok(node(name, &maker.array(3, item)?))
}

fn item(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(match maker.choose(4)? {
        0 if !maker.is_deep() => list(maker)?,
        1 if !maker.is_deep() => node("li", &maker.array(2, block)?),
        2 => node("li", &node("lic", &maker.array(2, inline)?).in_array()),
        _ => node("list-item", &maker.array(2, inline)?),
    })
}

fn inline(maker: &mut Maker<'_, '_>) -> Result<String> {
    if !maker.is_deep() && maker.choose(4)? == 0 {
        let inside = maker.array(2, inline)?;
        return Ok(format!(r#"{{"type":"link","url":"https://example.org/","children":{inside}}}"#));
    }
    let word = maker.word();
    let (bold, italic, code) = (maker.happens()?, maker.happens()?, maker.happens()?);
    Ok(format!(r#"{{"text":"{word} ","bold":{bold},"italic":{italic},"code":{code}}}"#))
}
