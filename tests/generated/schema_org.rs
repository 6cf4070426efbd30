//! Makes JSON-LD in the vocabulary of schema.org.

use arbtest::arbitrary::Result;

use super::Maker;

pub(crate) fn document(maker: &mut Maker<'_, '_>) -> Result<String> {
    let (headline, description, dateline) = (maker.word(), maker.word(), maker.word());
    let authors = maker.array(2, person)?;
    let (body, images) = (body(maker)?, maker.array(3, image)?);
    let correction = maker.word();
    let article = format!(
        r#"{{"@type":"NewsArticle","@id":"a","headline":"{headline}","description":"{description}","dateline":"{dateline}","author":{authors},"articleBody":"{body}","image":{images},"correction":"{correction}""#
    );
    let more = match maker.choose(3)? {
        0 => format!(r#","liveBlogUpdate":{}"#, maker.array(3, post)?),
        1 => {
            let (name, caption) = (maker.word(), maker.word());
            format!(
                r#","video":{{"@type":"VideoObject","name":"{name}","description":"{caption}","embedUrl":"https://example.org/a"}}"#
            )
        }
        _ => String::new(),
    };
    Ok(if maker.happens()? {
        format!(r#"[{article}{more}}}]"#)
    } else {
        format!(r#"{{"@context":"https://schema.org","@graph":[{article}{more}}}]}}"#)
    })
}

fn person(maker: &mut Maker<'_, '_>) -> Result<String> {
    let word = maker.word();
    Ok(if maker.happens()? { format!(r#""{word}""#) } else { format!(r#"{{"@type":"Person","name":"{word}"}}"#) })
}

fn body(maker: &mut Maker<'_, '_>) -> Result<String> {
    let (one, two) = (maker.word(), maker.word());
    Ok(match maker.choose(4)? {
        0 => format!(r"{one}\n\n{two}"),
        1 => format!(r"{one}\n{two} &amp; so on"),
        2 => format!("<p>{one}</p><h2>{two}</h2>"),
        _ => format!("{one} {two}"),
    })
}

fn image(maker: &mut Maker<'_, '_>) -> Result<String> {
    let (caption, credit) = (maker.word(), maker.word());
    Ok(format!(
        r#"{{"@type":"ImageObject","url":"https://example.org/{caption}.jpg","caption":"{caption}","creditText":"{credit}"}}"#
    ))
}

fn post(maker: &mut Maker<'_, '_>) -> Result<String> {
    let (headline, body) = (maker.word(), body(maker)?);
    Ok(format!(r#"{{"@type":"BlogPosting","headline":"{headline}","articleBody":"{body}"}}"#))
}
