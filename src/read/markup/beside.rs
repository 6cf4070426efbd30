//! What HTML has beside the article: ways to share it and to other pages, forms, what editors told each other; it knows
//! the names that systems give that, not what an article is. The lists of names are in the order of their bytes.

use std::borrow::Cow;

use super::Markup;
use super::tag::{Kind, Tag};
use super::tree::Node;
use crate::diagnostic::Code;
use crate::read::words;

/// What is a label for ears alone.
const LABELS: &str = "np-vh|screen-reader-text|skip|skip-link|sr-only|u-visually-hidden|visually-hidden|visuallyhidden";
/// What Word calls the comments of editors, and what leads to them.
const COMMENTS: &str = "msocomanchor|msocommentreference|msocommenttext|msocomoff|msocomtxt";
/// What plugins and services put among what an author wrote.
const OF_PLUGINS: &str = "a2a_kit|addtoany_content|addtoany_share_save_container|blog-item-author-profile-wrapper|byline-reading-time|comment-respond|crp_related|essb_links|et_social_inline|formkit-form|gform_wrapper|gh-post-upgrade-cta|heateor_sss_sharing_container|jeg_share_container|jetpack_subscription_widget|jnews_inline_related_post|jnews_related_post_container|jp-relatedposts|kg-signup-card|kk-star-ratings|lwptoc|m-a-box|mashsb-container|mc4wp-form|mw-editsection|newspack-inline-popup|newspack-popup-container|outbrain|page-header-icon|pp-multiple-authors-boxes-wrapper|reading-time|rp4wp-related-posts|rt-reading-time|saboxplugin-wrap|shared-counts-wrap|sharedaddy|ssba|swp_social_panel|td-post-sharing|td_block_related_posts|tnp-subscription|trc_related_container|w-condition-invisible|w-dyn-empty|w-form-done|w-form-fail|wp-block-comments|wp-block-jetpack-subscriptions|wp-block-latest-comments|wp-block-latest-posts|wp-block-newspack-blocks-carousel|wp-block-newspack-blocks-homepage-articles|wp-block-post-navigation-link|wp-block-rank-math-toc-block|wp-block-yoast-seo-table-of-contents|wpcf7|wpforms-container|yarpp|yarpp-related";
/// What names begin with that end in a version or a number: lists of headings, and ways to subscribe.
const STARTS: [&str; 3] = ["ez-toc-v", "msotoc", "subscription-widget-wrap"];
/// What the themes of pages call what is around the text.
const OF_PAGES: &str = "about-author|ad-container|ad-slot|article-share|article-tags|author-avatar|author-bio|author-box|author-profile-image|avatar|cky-consent-container|cmplz-cookiebanner|comment-list|comment-wrapper|cookie-banner|cookie-consent|cookie-notice|entry-footer|entry-share|entry-tags|field--name-field-tags|footer-cta|item-pagination|more-stories|most-popular|most-read|most-viewed|nav-links|navbar|newspack-share|node__links|pagination|paginav|post-footer|post-nav|post-navigation|post-share|post-tags|read-more-wrap|read-next|recommended|share|share-bar|share-buttons|share-count|share-links|share-tools|site-footer|site-header|social|social-links|social-share|subscribe|table-of-contents|tags|tags-links|toc|topics|w-nav|widget|widget-area|wp-block-avatar|wp-block-post-terms";
/// Words in the names that pages give what is around the text.
const WORDS_OF_PAGES: &str = "advert|advertisement|comments|newsletter|outbrain|recirculation|related|sharing|taboola";

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

    fn is_way_through_site(&self, node: Node<'t, 's>) -> bool {
        let is_way = || matches!(node.attribute("role").map_or("", |role| role), "navigation" | "search");
        self.is_page && (node.is(Tag::Nav) || is_way())
    }

    /// Why an element is not the article's. What has the headline or most of the words is the article, whatever its name.
    fn beside(&self, node: Node<'t, 's>) -> Option<String> {
        let is_small = || node.words() <= self.most_beside && node.find(Tag::H1).is_none();
        if self.is_whole_page && is_edge(node) && is_small() {
            return Some("the head or the foot of the page is left out".to_owned());
        }
        if node.is(Tag::Form) && is_small() {
            return Some("a form in the HTML is left out".to_owned());
        }
        if node.attribute("style").is_some_and(|style| is_hidden_in_mail(style)) {
            return Some("what a newsletter shows beside its subject is left out".to_owned());
        }
        if node.is(Tag::Del) && is_change(node) {
            return Some("what an editor took out in Word is left out".to_owned());
        }
        let classes = node.attribute("class")?;
        // A link or a mark in a sentence is a part of it.
        let may_be_of_page = self.is_page && (node.words() == 0 || node.tag().is_some_and(Tag::is_block));
        for class in classes.split_ascii_whitespace() {
            let name = if class.bytes().any(|byte| byte.is_ascii_uppercase()) {
                Cow::Owned(class.to_ascii_lowercase())
            } else {
                Cow::Borrowed(class)
            };
            let is_named = |list: &str| words::has_in_order(list, &name);
            if is_named(LABELS) && is_label(node) {
                return Some("a label that a page has for screen readers alone is left out".to_owned());
            }
            if is_named(COMMENTS) {
                return Some("a comment that editors left in the HTML is left out".to_owned());
            }
            let is_of_plugin =
                is_named(OF_PLUGINS) || is_workflow(node) || STARTS.iter().any(|start| name.starts_with(start));
            let is_of_page =
                || is_named(OF_PAGES) || name.split(['-', '_']).any(|word| words::has_in_order(WORDS_OF_PAGES, word));
            if is_of_plugin || (may_be_of_page && is_of_page() && is_small()) {
                return Some(format!("what stands beside the article is left out: `{name}`"));
            }
        }
        None
    }
}

/// Whether an element is the head or the foot of what it stands in.
fn is_edge(node: Node<'_, '_>) -> bool {
    let is_heading = |child: Node<'_, '_>| matches!(child.kind(), Some(Kind::Heading(_)));
    match node.tag() {
        Some(Tag::Header) => !node.elements().any(is_heading),
        Some(Tag::Footer) => true,
        _ => node.has_class(&|class| class == "footer"),
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
    let is_row = |row: Node<'_, '_>| row.is(Tag::Tr) && row.has_class(&|class| class == "property-row");
    node.is(Tag::Table) && node.elements().take(2).any(is_row)
}

/// Whether an element is a change that Word keeps until somebody agrees to it.
pub(super) fn is_change(node: Node<'_, '_>) -> bool {
    node.attribute("cite").is_some_and(|cite| cite.starts_with("mailto:"))
}

/// Whether a style hides what mail programs show beside the subject.
fn is_hidden_in_mail(style: &str) -> bool {
    let may_be = style.contains("mso-hide") || style.contains("max-height");
    let style: String = if may_be { style.split_ascii_whitespace().collect() } else { String::new() };
    style.contains("mso-hide:") || (style.contains("max-height:0") && style.contains("display:none"))
}

#[cfg(test)]
mod tests {
    use super::{COMMENTS, LABELS, OF_PAGES, OF_PLUGINS, WORDS_OF_PAGES};

    #[test]
    fn names_are_in_order() {
        for list in [COMMENTS, LABELS, OF_PAGES, OF_PLUGINS, WORDS_OF_PAGES] {
            assert!(list.split('|').is_sorted(), "{list}");
        }
    }
}
