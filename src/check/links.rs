//! Links: every one has text, or a picture with alternative text.

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Article, Inline, is_blank};

use super::walk;

pub(super) fn check(article: &Article<'_>, diagnostics: &mut Diagnostics) {
    walk::inlines(article, &mut |inline| {
        if let Inline::Link(link) = inline
            && is_blank(&link.content)
        {
            let address = link.href.as_ref().map_or("", |href| href.as_str());
            let message = ["the link to `", address, "` has no text, so it is not shown (WCAG 2.4.4)"].concat();
            diagnostics.add(Code::LinkEmpty, link.at.offset(), message);
        }
    });
    walk::images(article, &mut |image| {
        if let Some(href) = image.href.as_ref().filter(|_| image.src.is_some() && image.link().is_none()) {
            let why = "` and has no alternative text, so it is shown without the link (WCAG 2.4.4)";
            let message = ["the picture links to `", href.as_str(), why].concat();
            diagnostics.add(Code::LinkEmpty, image.at.offset(), message);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::findings;
    use super::check as rule;
    use crate::model::{Alt, Article, Block, Image, Inline, Link, Mark, MediaUrl, Url};

    fn check(words: &'static str, expected: &[&str]) {
        let content = vec![Inline::Marked(Mark::Strong, vec![Inline::Text(words.into())])];
        let body = vec![Block::Paragraph(vec![Inline::Link(Link { content, ..Link::default() })])];
        assert_eq!(findings(rule, &Article { body, ..Article::default() }), expected, "{words:?}");
    }

    #[test]
    fn a_link_has_text() {
        check("Annual report", &[]);
        check("\u{200b} ", &["link-empty"]);
    }

    #[test]
    fn a_picture_that_links_has_alternative_text() {
        for (alt, expected) in [(Alt::Decorative, vec!["link-empty"]), (Alt::Text("A map".into()), vec![])] {
            let (src, href) = (MediaUrl::parse("/map.png").ok(), Url::parse("/map").ok());
            let body = vec![Block::from(Image { src, href, alt, ..Image::default() })];
            assert_eq!(findings(rule, &Article { body, ..Article::default() }), expected);
        }
    }
}
