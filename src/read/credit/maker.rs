//! Credits that end in what somebody did, as in "木村花子撮影" and "(북항시 제공)"; it knows the words of languages that say
//! so behind the name.

use std::ops::Range;

use crate::model::is_digit;
use crate::read::words;

/// Behind whoever took a picture, and behind whoever gave it.
const TOOK: &str = "撮影|摄影|攝影|摄|攝|供图|供圖|촬영";
const GAVE: &str = "提供|제공";
/// Words that say what was done, and not by whom: "taken to remember", "filmed".
const NO_NAMES: &str = "記念|拍|航拍";

/// Returns the name in a credit that ends so.
pub(super) fn maker(credit: &str) -> Option<&str> {
    let name = words::found(TOOK, &mut |word| credit.strip_suffix(word));
    let name = name.or_else(|| words::found(GAVE, &mut |word| credit.strip_suffix(word)))?;
    is_name(words::trim_end_of(name, " /／")).then_some(words::trim_end_of(name, " /／"))
}

/// Returns where such a credit stands that ends a caption: in brackets, or behind a sentence or a sign.
pub(super) fn find_maker(text: &str, start: usize) -> Option<Range<usize>> {
    let bare = words::trim_end_of(text, ")）]］");
    let (before, signs) = if bare.len() < text.len() { ("", "(（[［") } else { ("、", "。.．＝=") };
    let tail = bare.get(start..)?;
    let at = tail.rfind(|c| signs.contains(c) || before.contains(c))?;
    let credit = tail.get(at..)?.trim_start_matches(|c: char| signs.contains(c) || before.contains(c) || c == ' ');
    maker(credit).map(|_| bare.len() - credit.len()..bare.len())
}

/// Whether words can be a name: no digits, and none of the particles that end what somebody took or where.
fn is_name(words: &str) -> bool {
    const LONGEST: usize = 20;
    let is_of_sentence = |c: char| is_digit(c) || matches!(c, 'を' | 'が' | 'は' | 'の' | '。');
    let is_small = |c: char| matches!(c, '\u{3040}'..='\u{309f}');
    !words.is_empty()
        && !words::is_longer(words, LONGEST)
        && !words.contains(is_of_sentence)
        && !words.ends_with(is_small)
        && words::find(NO_NAMES, &mut |word| words.ends_with(word)).is_none()
}
