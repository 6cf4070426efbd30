//! Makes documents in Apple News Format.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    let components = maker.array(8, component)?;
    Ok(format!(r#"{{"version":"1.7","identifier":"a","language":"en","components":{components}}}"#))
}

fn component(maker: &mut Maker<'_, '_>) -> Result<String> {
    const TEXTS: [&str; 12] = [
        "title",
        "intro",
        "byline",
        "author",
        "caption",
        "body",
        "quote",
        "pullquote",
        "heading",
        "heading1",
        "heading3",
        "link_button",
    ];
    const BOXES: [&str; 6] = ["container", "section", "chapter", "header", "aside", "article_link"];
    Ok(match maker.choose(9)? {
        0 | 1 => {
            let name = maker.one_of(&TEXTS)?;
            format!(r#"{{"role":"{name}",{}}}"#, text(maker)?)
        }
        2 => {
            let (one, two) = (maker.word(), maker.word());
            let range = r#"{"type":"link","URL":"/a","rangeStart":1,"rangeLength":4}"#;
            format!(r#"{{"role":"body","text":"{one}\n\n{two}","additions":[{range}]}}"#)
        }
        3 => r#"{"role":"photo","URL":"/a.jpg"}"#.to_owned(),
        4 => {
            let (one, two, caption) = (maker.word(), maker.word(), maker.word());
            let items = format!(r#"[{{"URL":"/a.jpg","caption":"{one}"}},{{"URL":"/b.jpg","caption":"{two}"}}]"#);
            format!(r#"{{"role":"gallery","items":{items}}},{{"role":"caption","text":"{caption}"}}"#)
        }
        5 => {
            let (label, cell) = (maker.word(), maker.word());
            let orientation = maker.one_of(&["horizontal", "vertical"])?;
            format!(
                r#"{{"role":"datatable","dataOrientation":"{orientation}","data":{{"descriptors":[{{"key":"k","label":"{label}"}}],"records":[{{"k":"{cell}"}}]}}}}"#
            )
        }
        6 => {
            let name = maker.unknown();
            format!(r#"{{"role":"{name}",{}}}"#, text(maker)?)
        }
        7 if !maker.is_deep() => {
            let name = maker.one_of(&BOXES)?;
            format!(r#"{{"role":"{name}","components":{}}}"#, maker.array(3, plain)?)
        }
        8 if !maker.is_deep() => {
            let fill = r#"{"fill":{"type":"image","URL":"/a.jpg"}}"#;
            format!(r#"{{"role":"container","style":{fill},"components":{}}}"#, maker.array(3, component)?)
        }
        _ => format!(r#"{{"role":"body",{}}}"#, text(maker)?),
    })
}

/// A component that has no part in the header, and fits in a link.
fn plain(maker: &mut Maker<'_, '_>) -> Result<String> {
    let name = maker.one_of(&["body", "heading2", "caption", "quote"])?;
    Ok(format!(r#"{{"role":"{name}",{}}}"#, text(maker)?))
}

fn text(maker: &mut Maker<'_, '_>) -> Result<String> {
    let (one, two) = (maker.word(), maker.word());
    Ok(match maker.choose(3)? {
        0 => format!(r#""text":"{one}\n{two}""#),
        1 => format!(r#""format":"html","text":"<p>{one}</p><p>{two}</p>""#),
        _ => format!(r#""format":"markdown","text":"**{one}**\n\n{two}""#),
    })
}
