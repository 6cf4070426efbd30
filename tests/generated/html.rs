//! Makes HTML, as editors and CMSs write it.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(format!("<p>{}</p>{}", maker.word(), several(maker, 6, block)?))
}

/// Several things, one after the other.
fn several(maker: &mut Maker<'_, '_>, most: usize, make: fn(&mut Maker<'_, '_>) -> Result<String>) -> Result<String> {
    let count = 1 + maker.choose(most)?;
    maker.depth += 1;
    let things = (0..count).map(|_| make(maker)).collect::<Result<String>>();
    maker.depth -= 1;
    things
}

fn element(name: &str, content: &str) -> String {
    format!("<{name}>{content}</{name}>")
}

fn block(maker: &mut Maker<'_, '_>) -> Result<String> {
    Ok(match maker.choose(13)? {
        0..=2 => element("p", &several(maker, 3, phrase)?),
        3 => element(maker.one_of(&["h2", "h3", "h6"])?, &several(maker, 2, phrase)?),
        4 => element("pre", &several(maker, 2, phrase)?),
        5 => {
            let (caption, credit) = (maker.word(), maker.word());
            format!(
                r#"<figure><img src="/a.jpg" alt="a"><figcaption>{caption} <span class="image-credit">{credit}</span></figcaption></figure>"#
            )
        }
        6 => {
            let rows = (0..2).map(|_| Ok(element("tr", &several(maker, 2, cell)?))).collect::<Result<String>>()?;
            let caption = if maker.happens()? { element("caption", &maker.word()) } else { String::new() };
            format!("<table>{caption}{rows}</table>")
        }
        7 => maker.word(),
        _ if maker.is_deep() => element("p", &maker.word()),
        8 => element("blockquote", &several(maker, 2, block)?),
        9 => element(maker.one_of(&["ul", "ol"])?, &several(maker, 3, item)?),
        10 => {
            let summary = element("summary", &several(maker, 2, phrase)?);
            element("details", &format!("{summary}{}", several(maker, 2, block)?))
        }
        11 => {
            let (term, meaning) = (maker.word(), several(maker, 2, block)?);
            format!("<dl><dt>{term}</dt><dd>{meaning}</dd></dl>")
        }
        _ => element(
            maker.one_of(&["div", "section", "article", "aside", "main", "x-unheard"])?,
            &several(maker, 2, block)?,
        ),
    })
}

fn cell(maker: &mut Maker<'_, '_>) -> Result<String> {
    let name = maker.one_of(&["td", "th"])?;
    let content = if maker.happens()? { element("p", &several(maker, 2, phrase)?) } else { several(maker, 2, phrase)? };
    Ok(element(name, &content))
}

fn item(maker: &mut Maker<'_, '_>) -> Result<String> {
    let content = if maker.happens()? { several(maker, 2, phrase)? } else { several(maker, 2, block)? };
    Ok(element("li", &content))
}

fn phrase(maker: &mut Maker<'_, '_>) -> Result<String> {
    const NAMES: [&str; 14] =
        ["b", "strong", "em", "u", "s", "code", "sub", "sup", "mark", "span", "small", "kbd", "q", "x-inline"];
    Ok(match maker.choose(5)? {
        0 if !maker.is_deep() => element(maker.one_of(&NAMES)?, &several(maker, 2, phrase)?),
        1 if !maker.is_deep() => format!(r#"<a href="https://example.org/">{}</a>"#, several(maker, 2, phrase)?),
        2 => format!("{}<br>", maker.word()),
        _ => format!("{} ", maker.word()),
    })
}
