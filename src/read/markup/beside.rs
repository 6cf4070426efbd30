//! What HTML has beside the article: ways to share it and to other pages, forms, what editors told each other; it knows
//! the names that systems give that, not what an article is. The lists of names are in the order of their bytes.

use std::borrow::Cow;

use super::search::{NAMES, lower};
use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, aside, caption};
use crate::diagnostic::Code;
use crate::read::source::shortened;
use crate::read::words;

/// What is a label for ears alone.
const LABELS: &str = "css-1ly73wi|np-vh|off-screen|offscreen|screen-reader-text|skip|skip-link|sr-only|u-sr-only|u-visually-hidden|visually-hidden|visuallyhidden";
/// What Word calls the comments of editors, and what leads to them.
const COMMENTS: &str = "msocomanchor|msocommentreference|msocommenttext|msocomoff|msocomtxt";
/// What plugins and services put among what an author wrote.
const OF_PLUGINS: &str = "a2a_kit|addtoany_content|addtoany_share_save_container|bctt-ctt-btn|blog-item-author-profile-wrapper|byline-reading-time|comment-respond|crp_related|essb_links|et_social_inline|formkit-form|gform_wrapper|gh-post-upgrade-cta|heateor_sss_sharing_container|hide-caption|jeg_ad|jeg_share_container|jetpack_subscription_widget|jnews_inline_related_post|jnews_related_post_container|jp-relatedposts|kg-signup-card|kk-star-ratings|lwptoc|m-a-box|mashsb-container|mc4wp-form|mw-editsection|newspack-inline-popup|newspack-popup-container|outbrain|page-header-icon|pagelistenhancementgeneric|pp-multiple-authors-boxes-wrapper|quads-location|reading-time|richlinkcomponent|rp4wp-related-posts|rt-reading-time|saboxplugin-wrap|shared-counts-wrap|sharedaddy|ssba|swp_social_panel|td-a-rec|td-author-name|td-post-sharing|td-post-views|td_block_related_posts|teaser-absatz|timestamp-template|tnp-subscription|tnt-inline-relcontent|toggle-caption|trc_related_container|w-condition-invisible|w-dyn-empty|w-form-done|w-form-fail|wp-block-comments|wp-block-jetpack-subscriptions|wp-block-latest-comments|wp-block-latest-posts|wp-block-newspack-blocks-carousel|wp-block-newspack-blocks-homepage-articles|wp-block-post-navigation-link|wp-block-rank-math-toc-block|wp-block-yoast-seo-table-of-contents|wpcf7|wpforms-container|wprm-recipe-print|wprm-recipe-rating|yarpp|yarpp-related";
/// What names begin with that end in a version or a number: lists of headings, and ways to subscribe.
const STARTS: &str = "ez-toc-v|msotoc|subscription-widget-wrap";
/// What the themes of pages call what is around the text.
const OF_PAGES: &str = "about-author|ad-container|ad-slot|article-info|article-sidebar|author-avatar|author-bio|author-box|author-profile-image|avatar|b-author-bio|catcher|cky-consent-container|cmplz-cookiebanner|comentarios|commentaires|commentcount|commenti|commentlist|cookie-banner|cookie-consent|cookie-notice|entry-footer|footer-cta|inread|internallink|interstitial-link|item-pagination|kommentare|kommentarer|links-block|mas-sobre-tema|more-from|more-on|more-stories|most-popular|most-read|most-viewed|nav-links|navbar|next-prev|node__links|pagination|paginav|post-footer|post-nav|post-navigation|prev-next|reacties|reactions|read-more-wrap|read-next|recommended|rich-link|richlink|right-rail|share|sidebar|site-footer|site-header|social|social-media|subscribe|table-of-contents|tag-list|taglist|td-post-next-prev|toc|tool-bar|toolbar|tools|w-nav|widget|widget-area|wp-block-avatar|wp-block-post-terms";
/// Words in the names that pages give what is around the text.
const WORDS_OF_PAGES: &str = "ad|ads|adslot|advert|advertisement|advertising|anzeige|comments|disqus|newsletter|outbrain|playlist|publicidad|publicidade|recirculation|sharing|signup|subscribe|taboola";
/// Words in the names of boxes that say who an author is, and how many words name one.
const OF_AUTHORS: &str = "bio|box|card|description|info|profile";
const WORDS_OF_NAME: usize = 8;
/// Words that stand beside `share` or `social` in such names; other shares are of the market.
const WITH_SHARE: &str =
    "area|bar|box|button|buttons|container|copy|count|icon|icons|links|list|menu|panel|tools|widget|wrap|wrapper";
/// Words that stand beside `comment`; what comments on the news is an article.
const WITH_COMMENT: &str = "area|box|count|form|info|list|section|thread|wrapper";
/// Words that stand before `share` where it ends such a name.
const BEFORE_SHARE: &str = "article|entry|module|newspack|post|rich|social";
/// What stands alone above an advertisement, or below an article.
const ADVERTISEMENT: &str = "share this article|share or comment on this article|leave a comment|leave a reply|schreibe einen kommentar|laisser un commentaire|deja un comentario|deja una respuesta|lascia un commento|deixe um comentário|text size|advertisement|advertisment|advertisement · scroll to continue|skip advertisement|supported by|story continues below advertisement|article continues below advertisement|article continues after advertisement|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|© riproduzione riservata|riproduzione riservata|annonse|annons|annonce|reklame|reklam|mainos|advertentie|реклама|إعلان|広告";
/// What stands before nothing but links to other articles.
const READ_ALSO: &str = "most popular|most read|trending|trending now|recommended|recommended for you|you may also like|you might also like|read more|read also|also read|read next|related|related article|related articles|related stories|related coverage|explore more on these topics|more on this story|see also|lire aussi|à lire aussi|lire|mehr zum thema|lesen sie auch|lesen sie mehr|auch interessant|lee también|más información|leia mais|leia também|veja também|leggi anche|les også|les mer|läs också|läs mer|läs även|læs også|lue myös|lees ook|czytaj też|читайте также|اقرأ أيضا|اقرأ أيضاً|関連記事";
/// What leads to the ways to share or print an article.
const WAYS_TO_SHARE: &str = "bluesky|comment|comments|copy link|delicious|digg|e-mail|email|facebook|google+|instagram|linkedin|more|more sharing|pinterest|print|recommend|reddit|reprints|rss|share|stumbleupon|telegram|threads|tumblr|tweet|twitter|whatsapp|x|xing|drucken|teilen|compartir|enviar|imprimir|envoyer|imprimer|partager|compartilhar|condividi|stampa|skriv ut|dela|del|tulosta";
/// Texts with words in what leads elsewhere.
const MOST_OF_POINTER: u32 = 24;
/// A section may have the identifier of its heading.
const WITHOUT_ID: &[&str] = NAMES.split_at(7).0;

impl<'t, 's> Markup<'t, 's, '_, '_, '_> {
    /// Returns whether an element is not the article's. What is left out is reported, but for the ways through a site.
    pub(super) fn is_beside(&mut self, node: Node<'t, 's>) -> bool {
        if self.is_way_through_site(node) {
            return true;
        }
        let why = self.beside(node);
        if let Some(why) = &why
            && node.words() + node.pictures() > 0
        {
            self.report(Code::HtmlDropped, node.start(), why);
        }
        why.is_some()
    }

    pub(super) fn is_way_through_site(&self, node: Node<'t, 's>) -> bool {
        let is_way = || matches!(node.attribute("role").map_or("", |role| role), "navigation" | "search");
        self.is_page && (node.is(Tag::Nav) || is_way())
    }

    /// Why an element is not the article's. What has the headline or most of the words is the article, whatever its name.
    pub(super) fn beside(&self, node: Node<'t, 's>) -> Option<String> {
        let is_small = || {
            let is_short = node.words() <= self.most_beside || node.count() <= self.most_words_beside;
            is_short && node.find(Tag::H1).is_none()
        };
        let left_out = |what: &str| Some([what, " is left out"].concat());
        if self.is_whole_page && is_edge(node) && is_small() {
            return left_out("the head or the foot of the page");
        }
        if node.is(Tag::Form) && is_small() {
            return left_out("a form in the HTML");
        }
        let style = if node.has("style") { node.style() } else { String::new() };
        if is_hidden_in_mail(&style) {
            return left_out("what a newsletter shows beside its subject");
        }
        if is_hidden(node, &style) && is_small() {
            return left_out("what the page shows to nobody");
        }
        if node.is(Tag::Del) && is_change(node) {
            return left_out("what an editor took out in Word");
        }
        if self.is_page && node.pictures() > 0 && caption::is_portrait(node) {
            return left_out("a picture of an author");
        }
        if self.is_page && !self.is_heading && is_control(node) {
            return left_out("a button in the HTML");
        }
        // A link or a mark in a sentence is a part of it, but for a link that leads past something.
        let may_be_of_page =
            self.is_page && (node.words() == 0 || node.kind().is_some_and(Kind::is_block) || is_in_page(node));
        let may_be_of_page = may_be_of_page && !aside::is_fact_box(node);
        let names = match node.tag() {
            Some(Tag::Aside | Tag::Div | Tag::Figure | Tag::Ul) if may_be_of_page => NAMES.as_slice(),
            Some(Tag::Section) if may_be_of_page => WITHOUT_ID,
            _ => &["class"],
        };
        let of_page = |name: &str| Some(["what stands beside the article is left out: `", name, "`"].concat());
        let names = names.iter();
        for class in names.filter_map(|name| node.attribute(name)).flat_map(|names| names.split_ascii_whitespace()) {
            let name = lower(class);
            let is_named = |list: &str| words::has_in_order(list, &name);
            if is_named(LABELS) && is_label(node) {
                return left_out("a label that a page has for screen readers alone");
            }
            if is_named(COMMENTS) {
                return left_out("a comment that editors left in the HTML");
            }
            // Names may begin with that of the box around it, as in `article__tags`.
            let part = name.rsplit("__").next().unwrap_or_default();
            let is_of_plugin = words::has_in_order(OF_PLUGINS, part)
                || is_named(caption::COUNTERS)
                || is_workflow(node)
                || words::after_exactly(&name, STARTS).is_some();
            let is_of_page = || {
                let parted = parted(class);
                let ends = |word: &str| name.ends_with(word);
                let has_links = || node.find(Tag::A).is_some() || node.words() == 0;
                let has_word = |list: &str| parted.split(['-', '_']).any(|word| words::has_in_order(list, word));
                words::has_in_order(OF_PAGES, part)
                    || words::has_in_order(OF_PAGES, &parted)
                    || (has_word(WORDS_OF_PAGES) && !name.starts_with("ad-hoc"))
                    || (has_word("share|social") && has_word(WITH_SHARE))
                    || (ends("share") && has_word(BEFORE_SHARE))
                    || (has_word("comment") && has_word(WITH_COMMENT))
                    || (node.is(Tag::Aside) && has_word("author"))
                    || (has_word("author")
                        && has_word(OF_AUTHORS)
                        && node.count() > WORDS_OF_NAME
                        && node.find(Tag::Time).is_none())
                    || (has_word("related|tags|topics") && has_links())
                    || (has_word("promo|teaser") && is_of_links(node))
            };
            if is_of_plugin || (may_be_of_page && is_of_page() && is_small()) {
                return of_page(&name);
            }
        }
        if may_be_of_page && (is_pointer(node) || is_to_share(node)) {
            of_page(&shortened(node.first_text()))
        } else {
            None
        }
    }
}

/// A name in lower case with hyphens between its words, as in `NewsletterSignUp`.
fn parted(name: &str) -> Cow<'_, str> {
    if !name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Cow::Borrowed(name);
    }
    let mut out = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_ascii_uppercase() && out.ends_with(|last: char| last.is_ascii_lowercase()) {
            out.push('-');
        }
        out.push(c);
    }
    Cow::Owned(out.to_ascii_lowercase())
}

/// Whether an element is a button and nothing more. One that opens something else may be its heading.
fn is_control(node: Node<'_, '_>) -> bool {
    node.is(Tag::Button) && node.pictures() == 0 && node.attribute("aria-controls").is_none()
}

/// Whether all words of an element lead somewhere else.
fn is_of_links(node: Node<'_, '_>) -> bool {
    node.words() > 0 && words_of_links(node) == node.words()
}

fn words_of_links(node: Node<'_, '_>) -> u32 {
    node.all_that(usize::MAX, &|link| link.is(Tag::A) && !is_in_page(link)).into_iter().map(Node::words).sum()
}

fn is_in_page(node: Node<'_, '_>) -> bool {
    let is_of_comments = |href: &str| href.ends_with("#respond") || href.ends_with("#comments");
    node.begins("href", "#") || node.attribute("href").is_some_and(|href| is_of_comments(href))
}

/// Whether all that an element says is that there is an advertisement, how long it takes to read, or what else to.
fn is_pointer(node: Node<'_, '_>) -> bool {
    let words = node.words();
    if !(1..=MOST_OF_POINTER).contains(&words) {
        return false;
    }
    let text = words::trim(node.first_text(), |c| matches!(c, '-' | '–' | '—' | ' '));
    let is_reading_time =
        || words::is_in(" min read| minute read", text) && text.starts_with(|c: char| c.is_ascii_digit());
    if words == 1 && (words::has_lower(ADVERTISEMENT, text) || is_reading_time()) {
        return true;
    }
    let is_sign = |c: char| matches!(c, ':' | '|' | '»' | '>' | '：' | ' ' | '\u{a0}');
    let is_more = || node.has_block() && words::after(text, "more from|more in|more on").is_some();
    let is_label = words::has_lower(READ_ALSO, words::trim_end(text, is_sign)) || is_more();
    if is_in_page(node) || !is_label {
        return false;
    }
    let of_links = words_of_links(node);
    let is_first = |link: Node<'_, '_>| link.first_text() == node.first_text();
    let first = node.find_that(&|link| link.is(Tag::A) && link.words() > 0);
    of_links > 0 && (of_links == words || (of_links + 1 == words && !first.is_some_and(is_first)))
}

/// Whether an element has nothing but links and buttons, most of them to share an article.
fn is_to_share(node: Node<'_, '_>) -> bool {
    let words = node.words();
    if !(2..=MOST_OF_POINTER).contains(&words) || !matches!(node.kind(), Some(Kind::Box | Kind::List | Kind::Paragraph))
    {
        return false;
    }
    let leads = node.all_that(usize::MAX, &|node| matches!(node.tag(), Some(Tag::A | Tag::Button)));
    let of_leads: u32 = leads.into_iter().map(Node::words).sum();
    let ways = node.texts().filter(|text| words::has_lower(WAYS_TO_SHARE, text.trim())).count();
    of_leads == words && ways * 2 >= words as usize && ways > 1
}

/// Whether an element is the head or the foot of what it stands in, or what a theme has at its side.
fn is_edge(node: Node<'_, '_>) -> bool {
    let is = |names: &str| node.has_name(&|name| words::has(names, name));
    match node.tag() {
        Some(Tag::Footer) => true,
        Some(Tag::Header) => !node.has_that(&Node::is_heading),
        _ => is("footer|sidebar") || (is("header|masthead") && !node.has_that(&Node::is_heading)),
    }
}

/// Whether what only ears are told is no more than a label; the words that stand for a chart are more.
fn is_label(node: Node<'_, '_>) -> bool {
    const LONGEST: usize = 80;
    matches!(node.kind(), Some(Kind::Plain | Kind::Link | Kind::Heading(_)))
        || (node.words() == 1 && node.plain_text().trim().len() <= LONGEST)
}

/// Whether a table is what Notion knows of a page, such as whose turn it is.
fn is_workflow(node: Node<'_, '_>) -> bool {
    let is_row = |row: Node<'_, '_>| row.is(Tag::Tr) && row.is_called("property-row");
    node.is(Tag::Table) && node.elements().take(2).any(is_row)
}

/// Whether an element is a change that Word keeps until somebody agrees to it.
pub(super) fn is_change(node: Node<'_, '_>) -> bool {
    node.begins("cite", "mailto:")
}

/// Whether an element is hidden (HTML 6.1), and has no name by which a script could find it to show it.
fn is_hidden(node: Node<'_, '_>, style: &str) -> bool {
    let is_named = || ["class", "id", "role"].iter().any(|name| node.has(name));
    let is_hidden = style.contains("display:none")
        || node.attribute("hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found"));
    is_hidden && node.words() > 0 && node.pictures() == 0 && !is_named()
}

/// Whether a style hides what mail programs show beside the subject.
fn is_hidden_in_mail(style: &str) -> bool {
    style.contains("mso-hide:") || (style.contains("max-height:0") && style.contains("display:none"))
}

#[cfg(test)]
mod tests {
    use super::caption;
    use super::{
        BEFORE_SHARE, COMMENTS, LABELS, OF_AUTHORS, OF_PAGES, OF_PLUGINS, WITH_COMMENT, WITH_SHARE, WORDS_OF_PAGES,
    };

    #[test]
    fn names_are_in_order() {
        for list in [
            COMMENTS,
            LABELS,
            OF_PAGES,
            caption::COUNTERS,
            BEFORE_SHARE,
            OF_AUTHORS,
            OF_PLUGINS,
            WITH_COMMENT,
            WITH_SHARE,
            WORDS_OF_PAGES,
        ] {
            assert!(list.split('|').is_sorted(), "{list}");
        }
    }
}
