//! Links: every one has text.

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Article, Inline, is_blank};

use super::walk;

pub(super) fn check(article: &Article<'_>, diagnostics: &mut Diagnostics) {
    walk::inlines(article, &mut |inline| {
        if let Inline::Link(link) = inline
            && is_blank(&link.content)
        {
            let address = link.href.as_ref().map_or("", |href| href.as_str());
            diagnostics.add(
                Code::LinkEmpty,
                link.at.offset(),
                format!("the link to `{address}` has no text, so it is not shown (WCAG 2.4.4)"),
            );
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::findings;
    use super::check as rule;
    use crate::model::{Article, Block, Inline, Link, Mark};

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
}
