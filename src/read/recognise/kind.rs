//! What newsrooms call their blocks, and what blocks of these names are for; it knows names, not what is in the blocks.

use crate::model::{CalloutKind, CorrectionKind, LinkKind, RecordingKind};

use super::super::words::{self, Meanings, plain_name};

/// What a block is for.
#[derive(Clone, Copy)]
pub(in crate::read) enum Kind {
    Code,
    Divider,
    Ad,
    Paywall,
    Quote,
    Pullquote,
    Gallery,
    Recording(RecordingKind),
    Embed,
    Table,
    Callout(CalloutKind),
    Details,
    List,
    Questions,
    Timeline,
    Figures,
    Rating,
    Correction(CorrectionKind),
    Card(LinkKind),
    Heading,
    Prose,
    Html,
    Markdown,
    /// What is for search engines or for editors, and not for readers.
    Unseen,
}

/// What blocks are called, in small letters and without what parts words, and what such blocks are for.
static KINDS: Meanings<Kind, 33> = Meanings::new([
    (Kind::Code, "code|equation|latex|math|mathematics"),
    (Kind::Divider, "break|breakline|sectionbreak|divider|hr|horizontalrule|separator|thematicbreak"),
    (Kind::Ad, "ad|adslot|advertisement"),
    (Kind::Paywall, "paywall"),
    (Kind::Quote, "quote|quotes|blockquote|testimonial|testimonials"),
    (Kind::Pullquote, "pullquote|incut"),
    (Kind::Gallery, "gallery|imagegrid|imagelist|images|photos|slideshow|slider|carousel"),
    (Kind::Recording(RecordingKind::Video), "video|videofile|muxvideo"),
    (Kind::Recording(RecordingKind::Audio), "audio|audioplayer|audiofile|podcast"),
    (
        Kind::Embed,
        "embed|oembed|iframe|livestream|x|youtube|vimeo|twitter|tweet|instagram|tiktok|facebook|spotify|gist|chart|soundcloud|twitch|bluesky|threads|reddit|codepen|datawrapper|flourish|infogram|googlemap|googlemaps",
    ),
    (Kind::Table, "table"),
    (Kind::Callout(CalloutKind::Note), "banner|callout|note|notice|aside"),
    (Kind::Callout(CalloutKind::Information), "infobox|info|tip|hint|important"),
    (Kind::Callout(CalloutKind::Warning), "alert|attention|caution|danger|warning"),
    (Kind::Callout(CalloutKind::Disclaimer), "disclaimer|disclosure"),
    (Kind::Callout(CalloutKind::FactBox), "factbox|sidebar"),
    (Kind::List, "list|bulletlist|bulletpoints|checklist"),
    (Kind::Callout(CalloutKind::KeyPoints), "keyfacts|keypoints|keytakeaways|highlights|summarybox|tldr"),
    (Kind::Details, "details|toggle|spoiler|collapsible|accordionitem|faqitem"),
    (Kind::Questions, "accordion|faq|faqs|qa"),
    (Kind::Timeline, "timeline"),
    (Kind::Correction(CorrectionKind::Correction), "correction"),
    (Kind::Correction(CorrectionKind::Clarification), "clarification"),
    (Kind::Rating, "rating|starrating|review"),
    (Kind::Figures, "number|stat|stats|statistic|statistics|keyfigures|keynumbers|bythenumbers|bignumber"),
    (
        Kind::Card(LinkKind::Bookmark),
        "button|cta|calltoaction|linkcard|personality|linkpreview|bookmark|file|attachment|fileattachment|download|downloads|documents|files|attachments|filedownload|downloadablefile",
    ),
    (Kind::Card(LinkKind::Related), "related|readalso|seealso|teaser"),
    (Kind::Card(LinkKind::Interstitial), "readmore"),
    (Kind::Markdown, "markdown"),
    (Kind::Html, "html|rawhtml|embedhtml|embedcode"),
    (
        Kind::Prose,
        "column|columns|container|content|grid|group|section|paragraph|lede|lead|intro|introduction|text|richtext|prose|body|editor|texteditor|wysiwyg|ckeditor",
    ),
    (Kind::Heading, "heading|subheading|subtitle|subhead|subheader|crosshead"),
    (Kind::Unseen, "seo|spacer|toc|tableofcontents|internalnote"),
]);

/// Returns what a box of that name is for, and whether it is one that readers open.
pub(in crate::read) fn boxed(name: &str) -> (Option<CalloutKind>, bool) {
    let kind = kind(&plain_name(name));
    let callout = if let Some(Kind::Callout(kind)) = kind { Some(kind) } else { None };
    (callout, matches!(kind, Some(Kind::Details)))
}

/// Returns what a box of that name is for.
pub(in crate::read) fn callout(name: &str) -> Option<CalloutKind> {
    boxed(name).0
}

/// Returns whether a box of that name is a quote.
pub(in crate::read) fn is_quote(name: &str) -> bool {
    matches!(kind(&plain_name(name)), Some(Kind::Quote | Kind::Pullquote))
}

/// Returns whether many newsrooms have blocks of that name.
pub(in crate::read) fn is_named(name: &str) -> bool {
    kind(&plain_name(name)).is_some()
}

/// Returns whether a block of that name shows a film, a sound, or what stands on another page.
pub(in crate::read) fn is_media(name: &str) -> bool {
    matches!(kind(&plain_name(name)), Some(Kind::Recording(_) | Kind::Embed))
}

/// Returns whether a block of that name is there for its words.
pub(in crate::read) fn is_prose(name: &str) -> bool {
    matches!(kind(&plain_name(name)), Some(Kind::Prose | Kind::Heading | Kind::Markdown | Kind::Html))
}

/// What a name says: `quoteBlock`, `block_quote` and `quoteSection` are quotes, and so is `expertQuote`.
pub(in crate::read) fn kind(plain: &str) -> Option<Kind> {
    const ENDS: [&str; 7] = ["block", "section", "component", "module", "widget", "post", "node"];
    const WHAT: [&str; 9] = ["embed", "table", "gallery", "quote", "callout", "video", "button", "timeline", "html"];
    let own = |name: &str| KINDS.of(name);
    own(plain)
        .or_else(|| ENDS.iter().find_map(|end| plain.strip_suffix(end)).or(plain.strip_prefix("block")).and_then(own))
        .or_else(|| plain.starts_with("related").then_some(Kind::Card(LinkKind::Related)))
        .or_else(|| WHAT.iter().find(|what| plain.ends_with(**what)).and_then(|what| own(what)))
        .or_else(|| {
            ["audio", "video", "callout", "quote", "podcast"]
                .into_iter()
                .find(|what| plain.starts_with(what))
                .and_then(own)
        })
}

/// What a box is for, if the word for it is one that many systems have.
pub(in crate::read) fn kind_of_box(word: &str) -> Option<CalloutKind> {
    const WORDS: [(&str, CalloutKind); 3] = [
        ("info|success|tip", CalloutKind::Information),
        ("note|primary|secondary|light", CalloutKind::Note),
        ("warning|error|danger|caution|critical", CalloutKind::Warning),
    ];
    WORDS.iter().find(|(words, _)| words::has(words, word)).map(|(_, kind)| *kind)
}
