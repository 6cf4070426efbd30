//! Makes documents in the blocks of Strapi.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    maker.array(6, block)
}

fn block(maker: &mut Maker<'_, '_>) -> Result<String> {
    let name = match maker.choose(7)? {
        0 => "paragraph",
        1 => "quote",
        2 => "code",
        3 => return list(maker),
        4 => {
            let (name, children) = (maker.unknown(), maker.array(3, inline)?);
            return Ok(format!(r#"{{"type":"{name}","children":{children}}}"#));
        }
        5 => {
            let caption = maker.word();
            return Ok(format!(
                r#"{{"type":"image","image":{{"url":"/a.jpg","mime":"image/jpeg","alternativeText":"a","caption":"{caption}"}},"children":[{{"type":"text","text":""}}]}}"#
            ));
        }
        _ => {
            return Ok(format!(
                r#"{{"type":"heading","level":{},"children":{}}}"#,
                1 + maker.choose(6)?,
                maker.array(3, inline)?
            ));
        }
    };
    Ok(format!(r#"{{"type":"{name}","children":{}}}"#, maker.array(3, inline)?))
}

fn list(maker: &mut Maker<'_, '_>) -> Result<String> {
    let format = maker.one_of(&["ordered", "unordered"])?;
    Ok(format!(r#"{{"type":"list","format":"{format}","children":{}}}"#, maker.array(3, item)?))
}

fn item(maker: &mut Maker<'_, '_>) -> Result<String> {
    if !maker.is_deep() && maker.choose(3)? == 0 {
        return list(maker);
    }
    Ok(format!(r#"{{"type":"list-item","children":{}}}"#, maker.array(2, inline)?))
}

fn inline(maker: &mut Maker<'_, '_>) -> Result<String> {
    if !maker.is_deep() && maker.choose(4)? == 0 {
        return Ok(format!(r#"{{"type":"link","url":"https://example.org/","children":{}}}"#, maker.array(2, inline)?));
    }
    let word = maker.word();
    let (bold, italic, code) = (maker.happens()?, maker.happens()?, maker.happens()?);
    Ok(format!(r#"{{"type":"text","text":"{word} ","bold":{bold},"italic":{italic},"code":{code}}}"#))
}
