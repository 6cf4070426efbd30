//! What the pull quotes of an article say again; it knows texts, not how they are shown.

use super::media::letters;
use super::{Article, Block, BlockPart, Inline, Pullquote, plain_text};

/// Tells pull quotes that repeat a sentence of the article from those that say something that stands nowhere else.
#[derive(Debug)]
pub struct Repeats<'a> {
    article: &'a Article<'a>,
    /// The letters of the article, once somebody has asked.
    said: Option<String>,
    asked: usize,
}

/// No article has more; each costs a walk through the whole text.
const MOST: usize = 32;

impl<'a> Repeats<'a> {
    /// Returns what tells the pull quotes of an article apart.
    #[must_use]
    pub fn of(article: &'a Article<'a>) -> Self {
        Self { article, said: None, asked: 0 }
    }

    /// Returns whether a line of the article has the words of a pull quote, but for case, space and punctuation.
    pub fn has(&mut self, pullquote: &Pullquote<'_>) -> bool {
        self.asked += 1;
        let mut quote = String::new();
        add_letters(&pullquote.content, &mut quote);
        if quote.is_empty() || self.asked > MOST {
            return false;
        }
        let article = self.article;
        self.said.get_or_insert_with(|| said(article)).contains(&quote)
    }
}

/// The letters of every line but those of pull quotes.
fn said(article: &Article<'_>) -> String {
    let mut out = String::new();
    add(&article.body, &mut out);
    article.updates.iter().for_each(|post| add(&post.body, &mut out));
    out
}

/// The depth of blocks is bounded where they are read, so this cannot exhaust the stack.
fn add(blocks: &[Block<'_>], out: &mut String) {
    for block in blocks.iter().filter(|block| !matches!(block, Block::Pullquote(_))) {
        block.parts(&mut |part| match part {
            BlockPart::Line(line) => {
                add_letters(line, out);
                out.push('\n');
            }
            BlockPart::Blocks(blocks) => add(blocks, out),
            BlockPart::Image(_) => {}
        });
    }
}

fn add_letters(line: &[Inline<'_>], out: &mut String) {
    for letter in letters(&plain_text(line)) {
        out.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::Repeats;
    use crate::model::{Article, Block, Inline, Pullquote};

    fn check(body: &'static str, quote: &'static str, expected: bool) {
        let line = |words: &'static str| vec![Inline::Text(words.into())];
        let pullquote = || Pullquote { content: line(quote), ..Pullquote::default() };
        let body = vec![Block::Paragraph(line(body)), Block::Pullquote(pullquote())];
        let article = Article { body, ..Article::default() };
        assert_eq!(Repeats::of(&article).has(&pullquote()), expected, "{quote}");
    }

    #[test]
    fn a_sentence_of_the_article_is_known_again() {
        let body = "She laughs. “Twelve, if there’s a wedding,” she says.";
        check(body, "Twelve, if there's a wedding", true);
        check(body, "“TWELVE, if there’s a wedding!”", true);
        check(body, "Thirteen, if there’s a wedding", false);
        check(body, "…", false);
    }
}
