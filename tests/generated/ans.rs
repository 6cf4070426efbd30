//! Makes stories in ANS.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    let headline = maker.word();
    let elements = maker.array(6, element)?;
    Ok(format!(
        r#"{{"type":"story","version":"0.10.9","headlines":{{"basic":"{headline}"}},"content_elements":{elements}}}"#
    ))
}

fn text(maker: &mut Maker<'_, '_>) -> Result<String> {
    let (one, other) = (maker.word(), maker.word());
    let name = maker.one_of(&["b", "i", "u", "mark", "code"])?;
    Ok(format!(r#"{{"type":"text","content":"{one} <{name}>{other}</{name}>"}}"#))
}

fn element(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(match maker.choose(11)? {
        0..=2 => text(maker)?,
        3 => format!(r#"{{"type":"header","level":{},"content":"{}"}}"#, 1 + maker.choose(6)?, maker.word()),
        4 => list(maker)?,
        5 => {
            let subtype = maker.one_of(&["blockquote", "pullquote"])?;
            let (words, by) = (text(maker)?, maker.word());
            format!(
                r#"{{"type":"quote","subtype":"{subtype}","content_elements":[{words}],"citation":{{"type":"text","content":"{by}"}}}}"#
            )
        }
        6 => {
            let (head, cell) = (text(maker)?, text(maker)?);
            format!(r#"{{"type":"table","header":[{head}],"rows":[[{cell}]]}}"#)
        }
        7 => {
            let (caption, by) = (maker.word(), maker.word());
            format!(
                r#"{{"type":"image","url":"https://example.org/a.jpg","alt_text":"a","caption":"{caption}","credits":{{"by":[{{"type":"author","name":"{by}"}}]}}}}"#
            )
        }
        8 => format!(r#"{{"type":"interstitial_link","url":"https://example.org/","content":"{}"}}"#, maker.word()),
        9 => {
            let (title, link) = (maker.word(), maker.word());
            format!(
                r#"{{"type":"link_list","title":"{title}","items":[{{"type":"interstitial_link","url":"https://example.org/","content":"{link}"}}]}}"#
            )
        }
        _ => format!(r#"{{"type":"{}","content":"{}","rank":5}}"#, maker.unknown(), maker.word()),
    })
}

fn list(maker: &mut Maker<'_, '_>) -> Result<String> {
    let kind = maker.one_of(&["ordered", "unordered"])?;
    Ok(format!(r#"{{"type":"list","list_type":"{kind}","items":{}}}"#, maker.array(3, item)?))
}

fn item(maker: &mut Maker<'_, '_>) -> Result<String> {
    if !maker.is_deep() && maker.choose(3)? == 0 { list(maker) } else { text(maker) }
}
