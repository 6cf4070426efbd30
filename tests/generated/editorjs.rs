//! Makes documents of Editor.js.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(format!(r#"{{"time":1714550000000,"version":"2.31.0","blocks":{}}}"#, maker.array(6, block)?))
}

fn block(maker: &mut Maker<'_, '_>) -> Result<String> {
    let (name, fields) = match maker.choose(9)? {
        0 | 1 => ("paragraph".to_owned(), format!(r#""text":"{}""#, line(maker)?)),
        2 => ("header".to_owned(), format!(r#""level":{},"text":"{}""#, 1 + maker.choose(6)?, line(maker)?)),
        3 => ("list".to_owned(), list(maker)?),
        4 => ("quote".to_owned(), format!(r#""text":"{}","caption":"{}""#, line(maker)?, maker.word())),
        5 => ("warning".to_owned(), format!(r#""title":"{}","message":"{}""#, maker.word(), line(maker)?)),
        6 => {
            let (one, other) = (line(maker)?, line(maker)?);
            ("table".to_owned(), format!(r#""withHeadings":{},"content":[["{one}"],["{other}"]]"#, maker.happens()?))
        }
        7 => ("image".to_owned(), format!(r#""file":{{"url":"/a.jpg"}},"caption":"{}""#, line(maker)?)),
        _ => {
            let name = maker.unknown();
            (name, format!(r#""title":"{}","rank":5"#, maker.word()))
        }
    };
    Ok(format!(r#"{{"type":"{name}","data":{{{fields}}}}}"#))
}

fn list(maker: &mut Maker<'_, '_>) -> Result<String> {
    let style = maker.one_of(&["ordered", "unordered"])?;
    let items = if maker.happens()? { maker.array(3, item)? } else { maker.array(3, string)? };
    Ok(format!(r#""style":"{style}","items":{items}"#))
}

fn string(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(format!("\"{}\"", line(maker)?))
}

fn item(maker: &mut Maker<'_, '_>) -> Result<String> {
    let content = line(maker)?;
    let items = if maker.is_deep() { "[]".to_owned() } else { maker.array(2, item)? };
    Ok(format!(r#"{{"content":"{content}","meta":{{}},"items":{items}}}"#))
}

fn line(maker: &mut Maker<'_, '_>) -> Result<String> {
    let (one, other) = (maker.word(), maker.word());
    let name = maker.one_of(&["b", "i", "code", "mark", "u", "span"])?;
    Ok(format!("{one} <{name}>{other}</{name}>"))
}
