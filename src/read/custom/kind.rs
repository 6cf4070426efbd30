//! What newsrooms call their blocks, and what blocks of these names are for; it knows names, not what is in the blocks.

use crate::model::{CalloutKind, CorrectionKind, LinkKind, RecordingKind};

use super::super::words::{self, plain_name};

/// What a block is for.
#[derive(Clone, Copy)]
pub(super) enum Kind {
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

/// What blocks are called, in small letters and without what parts words.
const KINDS: &[(&str, Kind)] = &[
    ("code", Kind::Code),
    ("break", Kind::Divider),
    ("breakline", Kind::Divider),
    ("divider", Kind::Divider),
    ("hr", Kind::Divider),
    ("horizontalrule", Kind::Divider),
    ("separator", Kind::Divider),
    ("thematicbreak", Kind::Divider),
    ("ad", Kind::Ad),
    ("adslot", Kind::Ad),
    ("advertisement", Kind::Ad),
    ("paywall", Kind::Paywall),
    ("equation", Kind::Code),
    ("latex", Kind::Code),
    ("math", Kind::Code),
    ("mathematics", Kind::Code),
    ("quote", Kind::Quote),
    ("blockquote", Kind::Quote),
    ("testimonial", Kind::Quote),
    ("pullquote", Kind::Pullquote),
    ("incut", Kind::Pullquote),
    ("gallery", Kind::Gallery),
    ("imagegrid", Kind::Gallery),
    ("slideshow", Kind::Gallery),
    ("slider", Kind::Gallery),
    ("carousel", Kind::Gallery),
    ("video", Kind::Recording(RecordingKind::Video)),
    ("videofile", Kind::Recording(RecordingKind::Video)),
    ("muxvideo", Kind::Recording(RecordingKind::Video)),
    ("audio", Kind::Recording(RecordingKind::Audio)),
    ("audioplayer", Kind::Recording(RecordingKind::Audio)),
    ("audiofile", Kind::Recording(RecordingKind::Audio)),
    ("podcast", Kind::Recording(RecordingKind::Audio)),
    ("embed", Kind::Embed),
    ("oembed", Kind::Embed),
    ("iframe", Kind::Embed),
    ("youtube", Kind::Embed),
    ("vimeo", Kind::Embed),
    ("twitter", Kind::Embed),
    ("tweet", Kind::Embed),
    ("instagram", Kind::Embed),
    ("tiktok", Kind::Embed),
    ("facebook", Kind::Embed),
    ("spotify", Kind::Embed),
    ("gist", Kind::Embed),
    ("chart", Kind::Embed),
    ("soundcloud", Kind::Embed),
    ("twitch", Kind::Embed),
    ("bluesky", Kind::Embed),
    ("threads", Kind::Embed),
    ("reddit", Kind::Embed),
    ("codepen", Kind::Embed),
    ("datawrapper", Kind::Embed),
    ("flourish", Kind::Embed),
    ("infogram", Kind::Embed),
    ("googlemap", Kind::Embed),
    ("googlemaps", Kind::Embed),
    ("table", Kind::Table),
    ("banner", Kind::Callout(CalloutKind::Note)),
    ("callout", Kind::Callout(CalloutKind::Note)),
    ("note", Kind::Callout(CalloutKind::Note)),
    ("aside", Kind::Callout(CalloutKind::Note)),
    ("infobox", Kind::Callout(CalloutKind::Information)),
    ("info", Kind::Callout(CalloutKind::Information)),
    ("tip", Kind::Callout(CalloutKind::Information)),
    ("hint", Kind::Callout(CalloutKind::Information)),
    ("important", Kind::Callout(CalloutKind::Information)),
    ("alert", Kind::Callout(CalloutKind::Warning)),
    ("attention", Kind::Callout(CalloutKind::Warning)),
    ("caution", Kind::Callout(CalloutKind::Warning)),
    ("danger", Kind::Callout(CalloutKind::Warning)),
    ("warning", Kind::Callout(CalloutKind::Warning)),
    ("disclaimer", Kind::Callout(CalloutKind::Disclaimer)),
    ("factbox", Kind::Callout(CalloutKind::FactBox)),
    ("sidebar", Kind::Callout(CalloutKind::FactBox)),
    ("list", Kind::List),
    ("bulletlist", Kind::List),
    ("bulletpoints", Kind::List),
    ("keyfacts", Kind::Callout(CalloutKind::KeyPoints)),
    ("keypoints", Kind::Callout(CalloutKind::KeyPoints)),
    ("keytakeaways", Kind::Callout(CalloutKind::KeyPoints)),
    ("details", Kind::Details),
    ("toggle", Kind::Details),
    ("spoiler", Kind::Details),
    ("collapsible", Kind::Details),
    ("accordion", Kind::Questions),
    ("accordionitem", Kind::Details),
    ("faqitem", Kind::Details),
    ("faq", Kind::Questions),
    ("interview", Kind::Questions),
    ("timeline", Kind::Timeline),
    ("correction", Kind::Correction(CorrectionKind::Correction)),
    ("clarification", Kind::Correction(CorrectionKind::Clarification)),
    ("rating", Kind::Rating),
    ("starrating", Kind::Rating),
    ("review", Kind::Rating),
    ("number", Kind::Figures),
    ("stat", Kind::Figures),
    ("stats", Kind::Figures),
    ("statistic", Kind::Figures),
    ("statistics", Kind::Figures),
    ("keyfigures", Kind::Figures),
    ("keynumbers", Kind::Figures),
    ("bythenumbers", Kind::Figures),
    ("bignumber", Kind::Figures),
    ("button", Kind::Card(LinkKind::Bookmark)),
    ("cta", Kind::Card(LinkKind::Bookmark)),
    ("calltoaction", Kind::Card(LinkKind::Bookmark)),
    ("linkcard", Kind::Card(LinkKind::Bookmark)),
    ("personality", Kind::Card(LinkKind::Bookmark)),
    ("linkpreview", Kind::Card(LinkKind::Bookmark)),
    ("bookmark", Kind::Card(LinkKind::Bookmark)),
    ("related", Kind::Card(LinkKind::Related)),
    ("readalso", Kind::Card(LinkKind::Related)),
    ("seealso", Kind::Card(LinkKind::Related)),
    ("file", Kind::Card(LinkKind::Bookmark)),
    ("attachment", Kind::Card(LinkKind::Bookmark)),
    ("download", Kind::Card(LinkKind::Bookmark)),
    ("teaser", Kind::Card(LinkKind::Related)),
    ("readmore", Kind::Card(LinkKind::Interstitial)),
    ("markdown", Kind::Markdown),
    ("html", Kind::Html),
    ("rawhtml", Kind::Html),
    ("embedhtml", Kind::Html),
    ("embedcode", Kind::Html),
    ("column", Kind::Prose),
    ("columns", Kind::Prose),
    ("container", Kind::Prose),
    ("content", Kind::Prose),
    ("grid", Kind::Prose),
    ("group", Kind::Prose),
    ("section", Kind::Prose),
    ("heading", Kind::Heading),
    ("subheading", Kind::Heading),
    ("subtitle", Kind::Heading),
    ("subhead", Kind::Heading),
    ("subheader", Kind::Heading),
    ("crosshead", Kind::Heading),
    ("paragraph", Kind::Prose),
    ("lede", Kind::Prose),
    ("lead", Kind::Prose),
    ("intro", Kind::Prose),
    ("introduction", Kind::Prose),
    ("text", Kind::Prose),
    ("richtext", Kind::Prose),
    ("prose", Kind::Prose),
    ("body", Kind::Prose),
    ("editor", Kind::Prose),
    ("texteditor", Kind::Prose),
    ("wysiwyg", Kind::Prose),
    ("ckeditor", Kind::Prose),
    ("seo", Kind::Unseen),
    ("spacer", Kind::Unseen),
    ("toc", Kind::Unseen),
    ("tableofcontents", Kind::Unseen),
    ("internalnote", Kind::Unseen),
];

/// Returns what a box of that name is for.
pub(in crate::read) fn callout(name: &str) -> Option<CalloutKind> {
    if let Some(Kind::Callout(kind)) = kind(&plain_name(name)) { Some(kind) } else { None }
}

/// Returns whether many newsrooms have blocks of that name.
pub(in crate::read) fn is_named(name: &str) -> bool {
    kind(&plain_name(name)).is_some()
}

/// Returns whether a block of that name is one that readers open.
pub(in crate::read) fn is_details(name: &str) -> bool {
    matches!(kind(&plain_name(name)), Some(Kind::Details))
}

/// Returns whether a block of that name shows a film, a sound, or what stands on another page.
pub(super) fn is_media(name: &str) -> bool {
    matches!(kind(&plain_name(name)), Some(Kind::Recording(_) | Kind::Embed))
}

/// What a name says: `quoteBlock` and `quoteSection` are quotes, and so is `expertQuote`.
pub(super) fn kind(plain: &str) -> Option<Kind> {
    const ENDS: [&str; 6] = ["block", "section", "component", "module", "widget", "post"];
    const WHAT: [&str; 9] = ["embed", "table", "gallery", "quote", "callout", "video", "button", "timeline", "html"];
    let own = |name: &str| KINDS.iter().find(|(own, _)| *own == name).map(|(_, kind)| *kind);
    own(plain)
        .or_else(|| ENDS.iter().find_map(|end| plain.strip_suffix(end)).and_then(own))
        .or_else(|| plain.starts_with("related").then_some(Kind::Card(LinkKind::Related)))
        .or_else(|| WHAT.iter().find(|what| plain.ends_with(**what)).and_then(|what| own(what)))
        .or_else(|| ["audio", "video"].into_iter().find(|what| plain.starts_with(what)).and_then(own))
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
