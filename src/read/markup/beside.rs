//! What HTML has beside the article: ways to share it and to other pages, forms, what editors told each other; it knows
//! the names that systems give that, not what an article is.

use super::Markup;
use super::tag::Tag;
use super::tree::Node;
use crate::diagnostic::Code;
use crate::read::words;

/// What is a label for ears alone.
const LABELS: &str = "np-vh|screen-reader-text|sr-only|u-visually-hidden|visually-hidden|visuallyhidden|skip-link";
/// What Word calls the comments of editors, and what leads to them.
const COMMENTS: &str = "msocommentreference|msocomanchor|msocomtxt|msocomoff|msocommenttext";
/// What plugins and services put among what an author wrote.
const OF_PLUGINS: &str = "sharedaddy|jp-relatedposts|addtoany_share_save_container|addtoany_content|a2a_kit|heateor_sss_sharing_container|shared-counts-wrap|swp_social_panel|essb_links|et_social_inline|mashsb-container|ssba|td-post-sharing|td_block_related_posts|jeg_share_container|jnews_related_post_container|jnews_inline_related_post|yarpp|yarpp-related|crp_related|rp4wp-related-posts|lwptoc|wp-block-rank-math-toc-block|wp-block-yoast-seo-table-of-contents|saboxplugin-wrap|m-a-box|pp-multiple-authors-boxes-wrapper|kk-star-ratings|rt-reading-time|wp-block-comments|comment-respond|wp-block-post-navigation-link|wp-block-jetpack-subscriptions|jetpack_subscription_widget|mc4wp-form|tnp-subscription|wpcf7|wpforms-container|gform_wrapper|formkit-form|newspack-popup-container|newspack-inline-popup|kg-signup-card|gh-post-upgrade-cta|blog-item-author-profile-wrapper|w-condition-invisible|w-form-done|w-form-fail|w-dyn-empty|page-header-icon|outbrain|trc_related_container";
/// What the themes of pages call what is around the text.
const OF_PAGES: &str = "avatar|author-avatar|author-profile-image|wp-block-avatar|node__links|properties|share|sharing|share-bar|share-buttons|share-links|share-tools|social-share|social-sharing|social-links|entry-share|post-share|article-share|newspack-share|related|related-posts|related-articles|related-stories|related-content|related-links|recommended|read-more-wrap|more-stories|read-next|wp-block-newspack-blocks-homepage-articles|newsletter|newsletter-signup|newsletter-form|newsletter-prompt|newspack-newsletter-prompt|footer-cta|subscribe|comments|comments-area|comment-list|comment-wrapper|comments-wrapper|post-navigation|nav-links|paginav|pagination|item-pagination|post-nav|tags|tags-links|post-tags|entry-tags|article-tags|field--name-field-tags|wp-block-post-terms|entry-footer|post-footer|author-bio|author-box|about-author|toc|table-of-contents|reading-time|byline-reading-time|sidebar|widget|widget-area|site-header|site-footer|footer|navbar|w-nav|cookie-notice|cookie-banner|cookie-consent|cmplz-cookiebanner|cky-consent-container|advertisement|ad-container";

impl<'t, 's> Markup<'t, 's, '_, '_, '_> {
    /// Returns whether an element is not the article's. What is left out is reported, but for the ways through a site.
    pub(super) fn is_beside(&mut self, node: Node<'t, 's>) -> bool {
        if self.is_way_through_site(node) {
            return true;
        }
        let why = self.beside(node);
        if let Some(why) = &why {
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
        let is_edge = self.is_whole_page && matches!(node.tag(), Some(Tag::Header | Tag::Footer));
        if is_edge && is_small() {
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
        for class in classes.split_ascii_whitespace() {
            let name = class.to_ascii_lowercase();
            let is_named = |list: &str| words::has(list, &name);
            if is_named(LABELS) {
                return Some("a label that a page has for screen readers alone is left out".to_owned());
            }
            if is_named(COMMENTS) {
                return Some("a comment that editors left in the HTML is left out".to_owned());
            }
            let is_of_plugin =
                || is_named(OF_PLUGINS) || name.starts_with("subscription-widget-wrap") || name.starts_with("ez-toc-v");
            if is_of_plugin() || (self.is_page && is_named(OF_PAGES) && is_small()) {
                return Some(format!("what stands beside the article is left out: `{name}`"));
            }
        }
        None
    }
}

/// Whether an element is a change that Word keeps until somebody agrees to it.
pub(super) fn is_change(node: Node<'_, '_>) -> bool {
    node.attribute("cite").is_some_and(|cite| cite.starts_with("mailto:"))
}

/// Whether a style hides what mail programs show beside the subject.
fn is_hidden_in_mail(style: &str) -> bool {
    style.contains("mso-hide:all") || (style.contains("max-height:0") && style.contains("display:none"))
}
