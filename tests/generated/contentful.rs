//! Makes documents in the rich text of Contentful.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(node("document", &maker.array(6, block)?))
}

fn node(name: &str, content: &str) -> String {
    format!(r#"{{"nodeType":"{name}","data":{{}},"content":{content}}}"#)
}

fn block(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(match maker.choose(8)? {
        0..=2 => paragraph(maker)?,
        3 => {
            let name = maker.one_of(&["heading-1", "heading-3", "heading-6"])?;
            node(name, &maker.array(2, inline)?)
        }
        4 => {
            let row = node("table-row", &maker.array(2, cell)?);
            node("table", &format!("[{row}]"))
        }
        _ if maker.is_deep() => paragraph(maker)?,
        5 => node("blockquote", &maker.array(2, block)?),
        6 => {
            let name = maker.one_of(&["ordered-list", "unordered-list"])?;
            node(name, &maker.array(3, item)?)
        }
        _ => {
            let name = maker.unknown();
            node(&name, &maker.array(2, block)?)
        }
    })
}

fn paragraph(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(node("paragraph", &maker.array(3, inline)?))
}

fn cell(maker: &mut Maker<'_, '_>) -> Result<String> {
    let name = maker.one_of(&["table-cell", "table-header-cell"])?;
    Ok(node(name, &maker.array(2, paragraph)?))
}

fn item(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(node("list-item", &maker.array(2, block)?))
}

fn inline(maker: &mut Maker<'_, '_>) -> Result<String> {
    if !maker.is_deep() && maker.choose(4)? == 0 {
        let content = maker.array(2, inline)?;
        return Ok(format!(
            r#"{{"nodeType":"hyperlink","data":{{"uri":"https://example.org/"}},"content":{content}}}"#
        ));
    }
    let word = maker.word();
    let mut marks = Vec::new();
    for mark in ["bold", "italic", "underline", "code"] {
        if maker.happens()? {
            marks.push(format!(r#"{{"type":"{mark}"}}"#));
        }
    }
    if maker.choose(6)? == 0 {
        marks.push(format!(r#"{{"type":"{}"}}"#, maker.unknown()));
    }
    Ok(format!(r#"{{"nodeType":"text","value":"{word} ","data":{{}},"marks":[{}]}}"#, marks.join(",")))
}
