//! Headings: none skips a level, none is empty.

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Article, Block, is_blank};

pub(super) fn check(article: &Article<'_>, diagnostics: &mut Diagnostics) {
    body(&article.body, diagnostics);
    for post in &article.updates {
        body(&post.body, diagnostics);
    }
}

/// The first heading of a body may have any level up to 2: what it follows is the headline, which has 1.
fn body(blocks: &[Block<'_>], diagnostics: &mut Diagnostics) {
    let mut before = 1;
    for block in blocks {
        let Block::Heading(heading) = block else { continue };
        if is_blank(&heading.content) {
            let message = "the heading has no text, so it is not shown (WCAG 2.4.6)";
            diagnostics.add(Code::HeadingEmpty, heading.at.offset(), message);
            continue;
        }
        if heading.level > before + 1 {
            let message = format!(
                "the heading has level {} and follows one of level {before}; {} was expected (WCAG 1.3.1)",
                heading.level,
                before + 1
            );
            diagnostics.add(Code::HeadingSkip, heading.at.offset(), message);
        }
        before = heading.level;
    }
}

#[cfg(test)]
mod tests {
    use super::super::findings;
    use super::check as rule;
    use crate::model::{Article, At, Block, Heading, Inline};

    fn check(levels: &[u8], words: &'static str, expected: &[&str]) {
        let heading = |level: &u8| {
            Block::Heading(Heading {
                level: *level,
                content: vec![Inline::Text(words.into())],
                id: None,
                at: At::default(),
            })
        };
        assert_eq!(
            findings(rule, &Article { body: levels.iter().map(heading).collect(), ..Article::default() }),
            expected,
            "{levels:?}"
        );
    }

    #[test]
    fn levels() {
        check(&[2, 3, 2, 3, 4], "x", &[]);
        check(&[2, 4, 5], "x", &["heading-skip"]);
        check(&[3, 2], "x", &["heading-skip"]);
        check(&[1, 2], "x", &[]);
    }

    #[test]
    fn empty_headings() {
        check(&[2], " \u{200b}", &["heading-empty"]);
    }
}
