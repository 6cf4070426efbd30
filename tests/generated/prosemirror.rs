//! Makes documents of ProseMirror, in the names of TipTap.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(node("doc", "", &maker.array(6, block)?))
}

fn node(name: &str, attributes: &str, content: &str) -> String {
    format!(r#"{{"type":"{name}","attrs":{{{attributes}}},"content":{content}}}"#)
}

fn block(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(match maker.choose(10)? {
        0..=2 => node("paragraph", "", &maker.array(3, inline)?),
        3 => {
            let level = format!(r#""level":{}"#, 1 + maker.choose(6)?);
            node("heading", &level, &maker.array(2, inline)?)
        }
        4 => {
            let word = maker.word();
            node("codeBlock", r#""language":null"#, &format!(r#"[{{"type":"text","text":"{word}"}}]"#))
        }
        5 => {
            let row = node("tableRow", "", &maker.array(2, cell)?);
            node("table", "", &format!("[{row}]"))
        }
        6 => {
            let name = maker.unknown();
            node(&name, r#""rank":5"#, &maker.array(2, inline)?)
        }
        _ if maker.is_deep() => node("paragraph", "", &maker.array(1, inline)?),
        7 => node("blockquote", "", &maker.array(2, block)?),
        8 => {
            let name = maker.one_of(&["bulletList", "orderedList"])?;
            node(name, r#""start":1"#, &maker.array(3, item)?)
        }
        _ => {
            let name = maker.unknown();
            node(&name, "", &maker.array(2, block)?)
        }
    })
}

fn cell(maker: &mut Maker<'_, '_>) -> Result<String> {
    let name = maker.one_of(&["tableCell", "tableHeader"])?;
    let paragraph = node("paragraph", "", &maker.array(2, inline)?);
    Ok(node(name, r#""colspan":1,"rowspan":1,"colwidth":null"#, &format!("[{paragraph}]")))
}

fn item(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(node("listItem", "", &maker.array(2, block)?))
}

fn inline(maker: &mut Maker<'_, '_>) -> Result<String> {
    let word = maker.word();
    let mut marks = Vec::new();
    for mark in ["bold", "italic", "strike", "code"] {
        if maker.happens()? {
            marks.push(format!(r#"{{"type":"{mark}"}}"#));
        }
    }
    if maker.happens()? {
        marks.push(r#"{"type":"link","attrs":{"href":"https://example.org/"}}"#.to_owned());
    }
    if maker.choose(6)? == 0 {
        marks.push(format!(r#"{{"type":"{}"}}"#, maker.unknown()));
    }
    Ok(format!(r#"{{"type":"text","text":"{word} ","marks":[{}]}}"#, marks.join(",")))
}
