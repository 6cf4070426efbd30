//! Makes documents in the content tree.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(format!(r#"{{"type":"root","body":{{"type":"body","version":1,"children":{}}}}}"#, maker.array(6, block)?))
}

fn node(name: &str, children: &str) -> String {
    format!(r#"{{"type":"{name}","children":{children}}}"#)
}

fn block(maker: &mut Maker<'_, '_>) -> Result<String> {
    const PARENTS: [&str; 11] = [
        "blockquote",
        "layout",
        "layout-slot",
        "scrolly-block",
        "scrolly-section",
        "scrolly-copy",
        "info-box",
        "info-pair",
        "card",
        "carousel",
        "timeline-event",
    ];
    Ok(match maker.choose(9)? {
        0 | 1 => node("paragraph", &maker.array(3, phrasing)?),
        2 => {
            let level = maker.one_of(&["chapter", "subheading", "label"])?;
            format!(r#"{{"type":"heading","level":"{level}","children":{}}}"#, maker.array(2, phrasing)?)
        }
        3 => format!(r#"{{"type":"list","ordered":{},"children":{}}}"#, maker.happens()?, maker.array(3, item)?),
        4 => {
            let (text, source) = (maker.word(), maker.word());
            format!(r#"{{"type":"pullquote","text":"{text}","source":"{source}"}}"#)
        }
        5 => {
            let (caption, credit) = (maker.word(), maker.word());
            format!(
                r#"{{"type":"image-set","id":"i","picture":{{"alt":"a","caption":"{caption}","credit":"{credit}","images":[{{"url":"/a.jpg"}}]}}}}"#
            )
        }
        6 => node(&maker.unknown(), &maker.array(2, phrasing)?),
        7 => {
            let (caption, head, cell, foot) = (maker.word(), maker.word(), maker.word(), maker.word());
            let text = |word: &str| format!(r#"[{{"type":"text","value":"{word}"}}]"#);
            let rows =
                |word: &str| format!("[{}]", node("table-row", &format!("[{}]", node("table-cell", &text(word)))));
            let parts = [
                node("table-caption", &text(&caption)),
                node("table-header", &rows(&head)),
                node("table-body", &rows(&cell)),
                node("table-footer", &text(&foot)),
            ];
            node("table", &format!("[{}]", parts.join(",")))
        }
        _ if maker.is_deep() => node("paragraph", &maker.array(1, phrasing)?),
        _ => {
            let (name, title) = (maker.one_of(&PARENTS)?, maker.word());
            let title = if matches!(name, "card" | "info-pair" | "timeline-event") {
                format!(r#","title":"{title}""#)
            } else {
                maker.words -= 1;
                String::new()
            };
            let layout = maker.one_of(&["auto", "card", "timeline"])?;
            format!(r#"{{"type":"{name}","layoutName":"{layout}"{title},"children":{}}}"#, maker.array(2, block)?)
        }
    })
}

fn item(maker: &mut Maker<'_, '_>) -> Result<String> {
    let children =
        if maker.happens()? || maker.is_deep() { maker.array(2, phrasing)? } else { maker.array(2, block)? };
    Ok(node("list-item", &children))
}

fn phrasing(maker: &mut Maker<'_, '_>) -> Result<String> {
    const MARKS: [&str; 5] = ["strong", "emphasis", "strikethrough", "subscript", "superscript"];
    Ok(match maker.choose(6)? {
        0 if !maker.is_deep() => node(maker.one_of(&MARKS)?, &maker.array(2, phrasing)?),
        1 if !maker.is_deep() => {
            format!(r#"{{"type":"link","url":"https://example.org/","children":{}}}"#, maker.array(2, phrasing)?)
        }
        2 if !maker.is_deep() => node(&maker.unknown(), &maker.array(2, phrasing)?),
        _ => format!(r#"{{"type":"text","value":"{} "}}"#, maker.word()),
    })
}
