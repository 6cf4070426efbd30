//! What the pull quotes of an article say again; it knows texts, not how they are shown.

use std::cmp::Reverse;

use super::{Block, BlockPart, Inline, Pullquote, letters, plain_text};

/// Tells pull quotes that repeat a sentence of their article or post from those that say something new.
#[derive(Debug)]
pub struct Repeats<'a> {
    body: &'a [Block<'a>],
    asked: usize,
}

/// No body has more; each costs a walk through all of it.
const MOST: usize = 16;

impl<'a> Repeats<'a> {
    /// Returns what tells the pull quotes of a body apart.
    #[must_use]
    pub fn of(body: &'a [Block<'a>]) -> Self {
        Self { body, asked: 0 }
    }

    /// Returns whether a line of the body has the words of a pull quote, but for case, punctuation and the space around words.
    pub fn has(&mut self, pullquote: &Pullquote<'_>) -> bool {
        self.asked += 1;
        let words = plain_text(&pullquote.content);
        let quote = Quote { letters: letters_of(&words), words: Word::rarest(&words) };
        self.asked <= MOST && !quote.letters.is_empty() && quote.is_in(self.body)
    }
}

/// What a line must have to say a quote again.
struct Quote<'q> {
    letters: String,
    /// Most lines lack the first of them, which is seen many bytes at a time.
    words: Vec<Word<'q>>,
}

impl Quote<'_> {
    /// Whether a line says it, but for the lines of pull quotes. The depth of blocks is bounded where they are read, so
    /// this cannot exhaust the stack.
    fn is_in(&self, blocks: &[Block<'_>]) -> bool {
        blocks.iter().filter(|block| !matches!(block, Block::Pullquote(_))).any(|block| {
            let mut is_in = false;
            block.parts(&mut |part| match part {
                BlockPart::Line(line) => is_in = is_in || self.is_said(line),
                BlockPart::Blocks(blocks) => is_in = is_in || self.is_in(blocks),
                BlockPart::Image(_) => {}
            });
            is_in
        })
    }

    fn is_said(&self, line: &[Inline<'_>]) -> bool {
        self.words.iter().all(|word| word.is_in_line(line)) && letters_of(&plain_text(line)).contains(&self.letters)
    }
}

fn letters_of(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for letter in letters(text) {
        all.push(letter);
    }
    all
}

/// A run of letters of the Latin alphabet without marks, which is looked for by its rarest letter.
struct Word<'q> {
    letters: &'q [u8],
    rarest: usize,
}

impl<'q> Word<'q> {
    /// The words of a text that fewest texts have: those that are not short, with a rare letter.
    fn rarest(text: &'q str) -> Vec<Self> {
        /// More of them hardly tell more.
        const ENOUGH: usize = 4;
        /// A longer word is hardly rarer.
        const LONG: usize = 6;
        let words = text.as_bytes().split(|byte| !byte.is_ascii_alphabetic());
        let words = words.filter_map(|letters| {
            let rarities = letters.iter().enumerate().filter_map(|(place, letter)| Some((rarity(*letter)?, place)));
            let (rarity, rarest) = rarities.min()?;
            Some((Reverse(letters.len().min(LONG)), rarity, letters, rarest))
        });
        let mut words = Vec::from_iter(words);
        let mut rarest = Vec::new();
        while rarest.len() < ENOUGH
            && let Some(place) = (0..words.len()).min_by_key(|place| words.get(*place))
        {
            let (_, _, letters, place) = words.swap_remove(place);
            rarest.push(Self { letters, rarest: place });
        }
        rarest
    }

    /// Whether it stands in one of the pieces.
    fn is_in_line(&self, line: &[Inline<'_>]) -> bool {
        line.iter().any(|inline| {
            let text = if let Inline::Text(text) = inline { text.as_bytes() } else { &[] };
            self.is_in(text) || self.is_in_line(inline.content())
        })
    }

    /// Whether a text has it in whatever case.
    fn is_in(&self, text: &[u8]) -> bool {
        let Some(rarest) = self.letters.get(self.rarest) else { return false };
        memchr::memchr2_iter(rarest.to_ascii_lowercase(), rarest.to_ascii_uppercase(), text).any(|at| {
            let start = at.checked_sub(self.rarest);
            let found = start.and_then(|start| text.get(start..start + self.letters.len()));
            found.is_some_and(|found| found.eq_ignore_ascii_case(self.letters))
        })
    }
}

/// The place of a letter among all from rare to frequent, in most languages that are written with them.
fn rarity(letter: u8) -> Option<usize> {
    b"qxzjkvwybgpfmcudlhrsoniate".iter().position(|rare| *rare == letter.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::Repeats;
    use crate::model::{Block, Inline, Pullquote};

    fn check(body: &'static str, quote: &'static str, expected: bool) {
        let line = |words: &'static str| vec![Inline::Text(words.into())];
        let pullquote = || Pullquote { content: line(quote), ..Pullquote::default() };
        let body = vec![Block::Paragraph(line(body)), Block::Pullquote(pullquote())];
        assert_eq!(Repeats::of(&body).has(&pullquote()), expected, "{quote}");
    }

    #[test]
    fn a_sentence_of_the_article_is_known_again() {
        let body = "She laughs. “Twelve, if there’s a wedding,” she says.";
        check(body, "Twelve, if there's a wedding", true);
        check(body, "“TWELVE, if there’s a wedding!”", true);
        check(body, "Thirteen, if there’s a wedding", false);
        check(body, "…", false);
        check("Der Zähler steht auf zwölf.", "Zähler STEHT auf Zwölf", true);
        check("Счётчик стоит", "счётчик", true);
    }
}
