//! What HTML has beside the article: ways to share it and to other pages, forms, what editors told each other; it knows
//! the names that systems give that, not what an article is. The lists of names are in the order of their bytes.

use std::borrow::Cow;

use super::search::{NAMES, lower};
use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, aside, caption, control, parts};
use crate::diagnostic::Code;
use crate::model::is_letter;
use crate::read::source::shortened;
use crate::read::{controls, words};

/// What is a label for ears alone.
const LABELS: &str = "assistive-text|css-1dv1kvn|css-1ly73wi|element-invisible|hidden-visually|np-vh|off-screen|offscreen|screen-reader|screen-reader-only|screen-reader-text|skip|skip-link|sr-only|sr-text|u-sr-only|u-visually-hidden|visually-hidden|visuallyhidden";
/// What stands in the names that machines make of such names.
const LIKE_LABELS: &str = "visuallyhidden|visually-hidden|screenreader";
/// What Word calls the comments of editors, and what leads to them.
const COMMENTS: &str = "msocomanchor|msocommentreference|msocommenttext|msocomoff|msocomtxt";
/// What plugins and services put among what an author wrote.
const OF_PLUGINS: &str = "a2a_kit|addtoany_content|addtoany_share_save_container|bctt-ctt-btn|blog-item-author-profile-wrapper|byline-reading-time|catlinks|comment-respond|crp_related|essb_links|et_social_inline|formkit-form|gform_wrapper|gh-post-upgrade-cta|heateor_sss_sharing_container|hide-caption|jeg_ad|jeg_share_container|jetpack_subscription_widget|jnews_inline_related_post|jnews_related_post_container|jp-relatedposts|kg-signup-card|kk-star-ratings|lwptoc|m-a-box|mashsb-container|mc4wp-form|mw-cite-backlink|mw-editsection|mw-indicators|mw-jump|mw-jump-link|mwe-math-fallback-image-display|mwe-math-fallback-image-inline|newspack-inline-popup|newspack-popup-container|outbrain|page-header-icon|pagelistenhancementgeneric|pp-multiple-authors-boxes-wrapper|printfooter|quads-location|reading-time|richlinkcomponent|rp4wp-related-posts|rt-reading-time|saboxplugin-wrap|shared-counts-wrap|sharedaddy|ssba|swp_social_panel|td-a-rec|td-author-name|td-post-sharing|td-post-views|td_block_related_posts|teaser-absatz|timestamp-template|tnp-subscription|tnt-inline-relcontent|toggle-caption|trc_related_container|vjs-no-js|w-condition-invisible|w-dyn-empty|w-form-done|w-form-fail|wp-block-comments|wp-block-jetpack-subscriptions|wp-block-latest-comments|wp-block-latest-posts|wp-block-newspack-blocks-carousel|wp-block-newspack-blocks-homepage-articles|wp-block-post-navigation-link|wp-block-rank-math-toc-block|wp-block-yoast-seo-table-of-contents|wpcf7|wpforms-container|wprm-recipe-print|wprm-recipe-rating|yarpp|yarpp-related";
/// What names begin with that end in a version or a number: lists of headings, and ways to subscribe.
const STARTS: &str = "ez-toc-v|msotoc|subscription-widget-wrap";
/// What the themes of pages call what is around the text.
const OF_PAGES: &str = "about-author|ad-container|ad-slot|article-info|article-sidebar|author-avatar|author-bio|author-box|author-profile-image|avatar|b-author-bio|catcher|cky-consent-container|cmplz-cookiebanner|comentarios|comment-list|comment-wrapper|commentaires|commentcount|commenti|commentlist|cookie-banner|cookie-consent|cookie-notice|entry-footer|footer-cta|inread|internallink|interstitial-link|item-pagination|kommentare|kommentarer|links-block|mas-sobre-tema|more-from|more-on|more-stories|nav-links|navbar|next-prev|node__links|noprint|pagination|paginav|post-footer|post-nav|post-navigation|prev-next|reacties|reactions|read-more-wrap|read-next|recommended|rich-link|richlink|right-rail|share|sidebar|site-footer|site-header|social|social-media|subscribe|table-of-contents|tag-list|taglist|td-post-next-prev|toc|tool-bar|toolbar|tools|w-nav|widget|widget-area|wp-block-avatar|wp-block-post-terms";
/// Words in the names that pages give what is around the text.
const WORDS_OF_PAGES: &str = "ad|ads|adslot|advert|advertisement|advertising|anzeige|comments|disqus|newsletter|outbrain|playlist|publicidad|publicidade|recirculation|sharetools|sharing|signup|subscribe|taboola";
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
/// Words that stand beside `most` in the names of lists of what readers of a site read.
const OF_MOST: &str = "commented|popular|read|shared|viewed";
/// What stands before nothing but links to other articles.
const READ_ALSO: &str = "most popular|most read|trending|trending now|recommended|recommended for you|you may also like|you might also like|read more|read more about|read more stories about|tags|tagged|tagged with|filed under|filed to|topics|related topics|categories|posted in|in this article|schlagwörter|themen|etiquetas|temas|mots-clés|assuntos|argomenti|ämnen|теги|read also|also read|read next|related|related article|related articles|related stories|related coverage|explore more on these topics|more on this story|see also|lire aussi|à lire aussi|lire|mehr zum thema|lesen sie auch|lesen sie mehr|auch interessant|lee también|más información|leia mais|leia também|veja também|leggi anche|les også|les mer|läs också|läs mer|läs även|læs også|lue myös|lees ook|czytaj też|читайте также|اقرأ أيضا|اقرأ أيضاً|関連記事";
/// What begins a heading above other articles.
const MORE_TO_READ: &str = "also on|also read|editor's picks|editor’s picks|editors' picks|editors’ picks|from around the web|from our partners|latest from|latest in|latest news|latest stories|more articles|more by|more content|more from|more in|more like this|more news|more on|more posts|more stories|most popular|most read|most viewed|next on|other people|people also|popular articles|popular posts|recent posts|recommended|related|sponsored|similar articles|similar posts|suggested|top stories|trending|up next|we recommend|what to read|you may also|you might also|your next read|aussi à lire|sur le même sujet|mehr aus|mehr von|mehr zu|weitere artikel|weitere themen|ähnliche artikel|das könnte sie|artículos relacionados|más noticias|más sobre|noticias relacionadas|te puede interesar|también te puede|mais lidas|mais notícias|notícias relacionadas|veja mais|articoli correlati|potrebbe interessarti|potrebbero interessarti|gerelateerde|lees meer|meer over|podobne|zobacz także|похожие|читайте";
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
            self.notes.set_aside(links_below(node).as_slice());
        }
        why.is_some()
    }

    pub(super) fn is_way_through_site(&self, node: Node<'t, 's>) -> bool {
        self.is_page && (node.is(Tag::Nav) || control::has_role("menu|menubar|navigation|search|toolbar", node))
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
        if style.contains("clip:rect(0") && is_label(node) {
            return left_out("a label that a page has for screen readers alone");
        }
        if (is_hidden(node, &style) || (self.is_page && is_hidden_message(node, &style))) && is_small() {
            return left_out("what the page shows to nobody");
        }
        if node.is(Tag::Del) && is_change(node) {
            return left_out("what an editor took out in Word");
        }
        if self.is_page && node.pictures() > 0 && caption::is_portrait(node) {
            return left_out("a picture of an author");
        }
        if self.is_page && !self.is_heading && control::is_control(node) {
            return left_out("a button in the HTML");
        }
        if self.is_page && caption::sells(node) {
            return left_out("a link to a shop of pictures");
        }
        if self.is_page && control::has_role("alertdialog|dialog", node) && is_small() {
            return left_out("a dialog in the HTML");
        }
        // A link or a mark in a sentence is a part of it, but for a link that leads past something.
        let may_be_of_page =
            self.is_page && (node.words() == 0 || node.kind().is_some_and(Kind::is_block) || is_in_page(node));
        let may_be_of_page = may_be_of_page && !aside::is_fact_box(node);
        let names = match node.tag() {
            Some(Tag::Section) if may_be_of_page => WITHOUT_ID,
            Some(Tag::Div) if may_be_of_page && is_section(node) => WITHOUT_ID,
            Some(Tag::Aside | Tag::Div | Tag::Figure | Tag::Ul) if may_be_of_page => NAMES.as_slice(),
            _ => &["class"],
        };
        let of_page = |name: &str| Some(["what stands beside the article is left out: `", name, "`"].concat());
        let names = names.iter();
        for class in names.filter_map(|name| node.attribute(name)).flat_map(|names| names.split_ascii_whitespace()) {
            let name = lower(class);
            let is_named = |list: &str| words::has_in_order(list, &name);
            if (is_named(LABELS) || words::is_in(LIKE_LABELS, &name)) && is_label(node) {
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
                // One letter says which layer of the styles a name is of, as in `c-toolbar`.
                let bare = name.get(1..).and_then(|rest| rest.strip_prefix('-')).unwrap_or(&name);
                words::has_in_order(OF_PAGES, part)
                    || words::has_in_order(OF_PAGES, bare)
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
                    || (has_word("most") && has_word(OF_MOST))
            };
            if is_of_plugin || (may_be_of_page && is_of_page() && is_small()) {
                return of_page(&name);
            }
        }
        if may_be_of_page && is_margin(node) && is_small() {
            return left_out("a box or a foot of the article that has hardly anything but links");
        }
        if may_be_of_page && (is_pointer(node) || (is_box_of_links(node) && is_small())) {
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

/// Whether a box is a section whose identifier is its heading, as Sphinx and R Markdown write it.
fn is_section(node: Node<'_, '_>) -> bool {
    let says = |heading: Node<'_, '_>, id: &str| words::letters(&heading.plain_text()) == words::letters(id);
    let heading = if node.is_called("section") { node.find_that(&Node::is_heading) } else { None };
    heading.is_some_and(|heading| node.attribute("id").is_some_and(|id| says(heading, id)))
}

/// Whether all words of an element lead somewhere else.
fn is_of_links(node: Node<'_, '_>) -> bool {
    node.words() > 0 && words_of_links(node) == node.words()
}

fn words_of_links(node: Node<'_, '_>) -> u32 {
    node.all_that(usize::MAX, &|link| link.is(Tag::A) && !is_in_page(link)).into_iter().map(Node::words).sum()
}

fn is_in_page(node: Node<'_, '_>) -> bool {
    node.begins("href", "#") || control::leads_to_comments(node)
}

/// Whether all that an element says is that there is an advertisement, how long it takes to read, or what else to.
fn is_pointer(node: Node<'_, '_>) -> bool {
    const MOST: u32 = 24;
    let words = node.words();
    if !(1..=MOST).contains(&words) {
        return false;
    }
    let text = words::trim(node.first_text(), |c| matches!(c, '-' | '–' | '—' | ' '));
    let is_sure = || controls::is_control(text) || is_count(text) || is_call(text);
    let may_be_word = || may_be_control(node) && ((words == 1 && controls::is_label(text)) || shares(node));
    if (words == 1 && is_sure()) || may_be_word() {
        return true;
    }
    // Most elements have no links, which is seen sooner than that their words are in no list.
    if !has_links(node) {
        return false;
    }
    let label = text.split_once(':').map_or(text, |(label, _)| label);
    if is_in_page(node) || !is_read_also(label) {
        return false;
    }
    let links = node.all_that(usize::MAX, &|link| link.is(Tag::A) && !is_in_page(link) && link.words() > 0);
    // A comma between links says nothing.
    let said = |node: Node<'_, '_>| node.texts_that(&words::has_letters);
    let of_links: usize = links.iter().map(|link| said(*link)).sum();
    let begins = |link: &Node<'_, '_>| link.first_text() == node.first_text();
    of_links > 0 && (of_links == said(node) || (of_links + 1 == said(node) && !links.first().is_some_and(begins)))
}

fn has_links(node: Node<'_, '_>) -> bool {
    node.is(Tag::A) || node.find(Tag::A).is_some()
}

/// Whether a text asks for no more than that readers subscribe.
fn is_call(text: &str) -> bool {
    const CALLS: &str = "abonnez-vous|get our newsletter|get the newsletter|join our newsletter|newsletter abonnieren|sign up for our|sign up for the newsletter|sign up to our|subscribe now|subscribe to our|suscríbete";
    words::count(text) <= WORDS_OF_NAME && words::after(text, CALLS).is_some()
}

/// Whether a text says how often something was read, shared or answered, as in "1,204 Shares".
fn is_count(text: &str) -> bool {
    const COUNTED: &str = "claps|comment|comments|comentarios|comentários|commentaires|commenti|kommentare|likes|reactions|reads|replies|responses|retweets|shares|views|votes";
    let counted =
        text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | 'K' | 'k' | 'M' | ' '));
    counted.len() < text.len() && words::has_lower(COUNTED, counted) && !text.starts_with(is_letter)
}

/// Whether a label stands before other articles.
fn is_read_also(label: &str) -> bool {
    let is_sign = |c: char| matches!(c, ':' | '|' | '»' | '›' | '→' | '>' | '：' | ' ' | '\u{a0}');
    words::has_lower(READ_ALSO, words::trim_end(label, is_sign))
}

/// Whether a heading stands above other articles.
fn is_above_others(heading: &str) -> bool {
    is_read_also(heading) || (words::count(heading) <= WORDS_OF_NAME && words::after(heading, MORE_TO_READ).is_some())
}

/// Whether an element is a box under a heading that says what else there is to read, with at least as many links as
/// other texts, or that heading above what has nothing but links.
fn is_box_of_links(node: Node<'_, '_>) -> bool {
    const MOST: u32 = 96;
    if !(1..=MOST).contains(&node.words()) {
        return false;
    }
    if !(node.is_heading() || has_links(node)) || !is_above_others(node.first_text()) {
        return false;
    }
    if node.is_heading() {
        return links_below(node).is_some();
    }
    let is_first = |heading: Node<'_, '_>| heading.is_heading() && heading.first_text() == node.first_text();
    let heading = || node.find_that(&Node::is_heading).filter(|heading| is_first(*heading));
    let links = words_of_links(node);
    let are_links = |heading: Node<'_, '_>| links > 0 && links * 2 >= node.words() - heading.words();
    matches!(node.kind(), Some(Kind::Box | Kind::Aside))
        && heading().is_some_and(are_links)
        && !parts::has_paragraph(node)
}

/// What stands below a heading that says what else there is to read, and has nothing but links.
fn links_below<'t, 's>(node: Node<'t, 's>) -> Option<Node<'t, 's>> {
    let next = node.next_element().filter(|_| node.is_heading() && is_above_others(node.first_text()))?;
    (next.kind().is_some_and(Kind::is_block) && is_of_links(next)).then_some(next)
}

/// Whether an element beside or below the text has more links than other texts, and says nothing in sentences.
fn is_margin(node: Node<'_, '_>) -> bool {
    let is_quote = || node.find(Tag::Blockquote).is_some() || node.is_called_like(aside::PULLED);
    matches!(node.tag(), Some(Tag::Aside | Tag::Footer))
        && node.words() > 0
        && !is_quote()
        && words_of_links(node) * 2 >= node.words()
        && parts::len_of_sentences(node) == 0
}

/// Whether an element is one that pages have buttons and labels in. A word may be all that a heading, a cell, an item or a
/// caption says.
fn may_be_control(node: Node<'_, '_>) -> bool {
    use Tag::{Caption, Dd, Dt, Figcaption, Li, Summary, Tbody, Td, Th, Thead, Tr};
    let is_place = match node.kind() {
        Some(Kind::List) => node.has_that(&|node| matches!(node.tag(), Some(Tag::A | Tag::Button))),
        kind => matches!(kind, Some(Kind::Aside | Kind::Box | Kind::Link | Kind::Paragraph)),
    };
    let tag = node.tag();
    is_place && !matches!(tag, Some(Caption | Dd | Dt | Figcaption | Li | Summary | Tbody | Td | Th | Thead | Tr))
}

/// Whether an element has nothing but buttons that share the article.
fn shares(node: Node<'_, '_>) -> bool {
    let mut texts = node.texts().map(str::trim).filter(|text| !text.is_empty());
    (node.words() > 1 || is_of_links(node))
        && texts.all(controls::may_be_control)
        && node.texts().any(controls::has_action)
}

/// Whether an element is the head or the foot of what it stands in, or what a theme has at its side.
pub(super) fn is_edge(node: Node<'_, '_>) -> bool {
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
    is_not_shown(node, style) && node.pictures() == 0 && !is_named()
}

/// Whether an element is hidden until a script shows it, and is a message or a row of links, or says no sentence.
fn is_hidden_message(node: Node<'_, '_>, style: &str) -> bool {
    const MESSAGES: &str = "error|message|modal|popup|success|tooltip";
    let is_shown_where_wide = || node.has_class(&|class| class.contains(':') || class.starts_with("d-"));
    let is_called_hidden = || node.is_called("hidden|hide|is-hidden") && node.words() > 0 && !is_shown_where_wide();
    let says_sentence = || node.texts_that(&|text| words::ends_with(text.trim_end(), parts::SENTENCE_ENDS)) > 0;
    (is_not_shown(node, style) && (is_of_links(node) || node.is_called_like(MESSAGES)))
        || (is_called_hidden() && node.pictures() == 0 && !says_sentence())
}

fn is_not_shown(node: Node<'_, '_>, style: &str) -> bool {
    let is_hidden = words::is_in("display:none|visibility:hidden", style)
        || node.attribute("hidden").is_some_and(|value| !value.eq_ignore_ascii_case("until-found"));
    is_hidden && node.words() > 0
}

/// Whether a style hides what mail programs show beside the subject.
fn is_hidden_in_mail(style: &str) -> bool {
    style.contains("mso-hide:") || (style.contains("max-height:0") && style.contains("display:none"))
}

#[cfg(test)]
mod tests {
    use super::caption;
    use super::{
        BEFORE_SHARE, COMMENTS, LABELS, OF_AUTHORS, OF_MOST, OF_PAGES, OF_PLUGINS, WITH_COMMENT, WITH_SHARE,
        WORDS_OF_PAGES,
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
            OF_MOST,
        ] {
            assert!(list.split('|').is_sorted(), "{list}");
        }
    }
}
