//! Makes articles in Apple News Format.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    let components = maker.array(6, component)?;
    Ok(format!(
        r#"{{"version":"1.7","identifier":"i","title":"t","language":"en","layout":{{"columns":7,"width":1024}},"componentTextStyles":{{}},"components":{components}}}"#
    ))
}

fn component(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(match maker.choose(9)? {
        0..=2 => format!(r#"{{"role":"body","text":"{} {}"}}"#, maker.word(), maker.word()),
        3 => format!(
            r#"{{"role":"body","format":"html","text":"<p>{} <b>{}</b></p><ul><li>{}</li></ul>"}}"#,
            maker.word(),
            maker.word(),
            maker.word()
        ),
        4 => format!(r#"{{"role":"body","format":"markdown","text":"{} **{}**"}}"#, maker.word(), maker.word()),
        5 => {
            let role = maker.one_of(&["heading", "heading2", "heading4"])?;
            format!(r#"{{"role":"{role}","text":"{}"}}"#, maker.word())
        }
        6 => {
            let role = maker.one_of(&["quote", "pullquote"])?;
            format!(r#"{{"role":"{role}","text":"{}"}}"#, maker.word())
        }
        7 if !maker.is_deep() => {
            let role = maker.one_of(&["container", "section", "chapter", "aside"])?;
            format!(r#"{{"role":"{role}","components":{}}}"#, maker.array(3, component)?)
        }
        _ => format!(r#"{{"role":"{}","text":"{}"}}"#, maker.unknown(), maker.word()),
    })
}
