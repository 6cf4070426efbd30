//! Finds what is wrong with an article; it knows rules, not formats or output.
//!
//! One file per group of rules, one row each in `RULES`.

mod headings;
mod images;
mod links;
mod media;
mod notes;
mod walk;

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Article, is_blank};

/// A group of rules.
type Rule = fn(&Article<'_>, &mut Diagnostics);

/// Every group of rules, in the order in which they are held against an article.
const RULES: &[Rule] = &[header, images::check, headings::check, links::check, media::check, notes::check];

/// Adds what is wrong with the article.
///
/// ```
/// use newsprint::{check, diagnostic::{Code, Diagnostics}, model::{Article, Block, Image, MediaUrl}};
/// let image = Image { src: MediaUrl::parse("/ferry.jpg").ok(), ..Image::default() };
/// let article = Article { lead_media: Some(Block::from(image)), ..Article::default() };
/// let mut diagnostics = Diagnostics::default();
/// check::check(&article, &mut diagnostics);
/// assert!(diagnostics.iter().any(|diagnostic| diagnostic.code == Code::ImgAltMissing));
/// ```
pub fn check(article: &Article<'_>, diagnostics: &mut Diagnostics) {
    for rule in RULES {
        rule(article, diagnostics);
    }
}

fn header(article: &Article<'_>, diagnostics: &mut Diagnostics) {
    if is_blank(&article.headline) {
        diagnostics.add(Code::HeadlineMissing, None, "the article has no headline, so readers cannot tell what it is");
    }
}

#[cfg(test)]
fn findings(rule: Rule, article: &Article<'_>) -> Vec<&'static str> {
    let mut diagnostics = Diagnostics::default();
    rule(article, &mut diagnostics);
    diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect()
}
