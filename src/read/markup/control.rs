//! What readers of a page press: buttons, links that run a script, ways to share the page; it knows no text.

use super::tag::{Kind, Tag};
use super::tree::Node;
use crate::model::is_letter;
use crate::read::words;

/// Texts with words that a row of controls holds.
const MOST_TEXTS: u32 = 24;
/// Words of a control, and of what stands before ways to share a page.
const WORDS_OF_LABEL: usize = 3;
/// Where the links lead by which readers give a page to others.
const SHARING: &str = "/intent/|/sharer|/sharing/share|addtoany.com/|bookmarks.google.com/|facebook.com/dialog/|facebook.com/share|fb-messenger://|flipboard.com/bookmarklet|getpocket.com/|line.me/|linkedin.com/share|mailto:?|news.ycombinator.com/submitlink|pinterest.com/pin/create|plus.google.com/share|reddit.com/submit|service.weibo.com/share|share.flipboard.com/|t.me/share|telegram.me/share|tumblr.com/share|twitter.com/home?|twitter.com/share|vk.com/share|whatsapp.com/send|whatsapp://|wa.me/?|x.com/share|xing.com/spi/shares";

/// Returns whether an element has a role of a list (WAI-ARIA 5.3).
pub(super) fn has_role(list: &str, node: Node<'_, '_>) -> bool {
    node.attribute("role").is_some_and(|role| words::has(list, role))
}

/// Returns whether an element is a button and nothing more, or a row of controls. A button that opens something else may
/// be its heading, and a control in a sentence is a part of it.
pub(super) fn is_control(node: Node<'_, '_>) -> bool {
    if node.is(Tag::Button) {
        return node.pictures() == 0 && node.attribute("aria-controls").is_none();
    }
    if node.is(Tag::A) {
        let is_count = || leads_to_comments(node) && !node.plain_text().contains(is_letter);
        return (node.words() == 0 && shares(node)) || is_count();
    }
    let is_row = matches!(node.kind(), Some(Kind::Box | Kind::List | Kind::Paragraph));
    is_row && !node.is_called_like("author|byline") && (1..=MOST_TEXTS).contains(&node.words()) && is_of_controls(node)
}

/// Whether all words of an element are those of controls, but for a label before ways to share the page.
fn is_of_controls(node: Node<'_, '_>) -> bool {
    let is_link = |link: Node<'_, '_>| link.is(Tag::A) && link.words() > 0;
    let links = node.all_that(MOST_TEXTS as usize, &is_link);
    let words = |passes: fn(Node<'_, '_>) -> bool| -> u32 {
        links.iter().filter(|link| passes(**link)).map(|link| link.words()).sum()
    };
    let (of_sharing, of_others) = (words(shares), words(is_button));
    let is_labelled = || of_sharing > 0 && words::count(node.first_text()) <= WORDS_OF_LABEL;
    let others = node.words().saturating_sub(of_sharing + of_others);
    others == 0 || (others == 1 && is_labelled())
}

/// Whether a link gives the page to others.
fn shares(link: Node<'_, '_>) -> bool {
    link.attribute("href").is_some_and(|href| words::is_in(SHARING, href))
}

/// Whether a link is a button: it leads nowhere and has few words, so that it does something by a script only, or it
/// leads to the comments. The name of an author may open what is said of them.
fn is_button(link: Node<'_, '_>) -> bool {
    let leads_nowhere = link.says("role", "button") || link.attribute("href").is_some_and(|href| href.trim() == "#");
    let is_author = || link.has_word("rel", "author") || link.is_called_like("author|byline");
    (leads_nowhere && link.count() <= WORDS_OF_LABEL && !is_author()) || leads_to_comments(link)
}

/// Returns whether a link leads to the comments.
pub(super) fn leads_to_comments(link: Node<'_, '_>) -> bool {
    let name = link.attribute("href").and_then(|href| href.rsplit_once('#'));
    name.is_some_and(|(_, name)| words::has("comments|disqus_thread|respond", name.trim()))
}
