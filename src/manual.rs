//! The manual: a page for each part of an article, with what goes in and what comes out; it holds no code.
//!
//! The pages are those of `tests/spec`, whose results are tested, and which the preview shows too.

#![allow(
    rustdoc::invalid_codeblock_attributes,
    rustdoc::invalid_html_tags,
    rustdoc::broken_intra_doc_links,
    reason = "the options of a source stand after its language, and its text is an article's"
)]

macro_rules! pages {
    ($($name:ident: $file:literal,)*) => {
        $(
            #[doc = include_str!(concat!("../tests/spec/", $file, ".md"))]
            pub mod $name {}
        )*
    };
}

pages! {
    ad: "ad",
    alternative_text: "alternative-text",
    art_direction: "art-direction",
    audio: "audio",
    big_numbers: "big-numbers",
    breadcrumb: "breadcrumb",
    byline: "byline",
    callout: "callout",
    code: "code",
    code_caption: "code-caption",
    contents: "contents",
    correction: "correction",
    corrections: "corrections",
    credit: "credit",
    dateline: "dateline",
    dates: "dates",
    definition_list: "definition-list",
    details: "details",
    divider: "divider",
    drop_cap: "drop-cap",
    embed: "embed",
    fact_box: "fact-box",
    figure: "figure",
    figure_without_picture: "figure-without-picture",
    footnotes: "footnotes",
    front_matter: "front-matter",
    gallery: "gallery",
    group: "group",
    header_order: "header-order",
    heading: "heading",
    headline: "headline",
    inline_image: "inline-image",
    json_flaws: "json-flaws",
    mistakes: "mistakes",
    json_ld: "json-ld",
    key_points: "key-points",
    keyboard: "keyboard",
    kicker: "kicker",
    language: "language",
    languages: "languages",
    layout: "layout",
    lead_media: "lead-media",
    link: "link",
    link_card: "link-card",
    link_list: "link-list",
    list: "list",
    live_blog: "live-blog",
    long_description: "long-description",
    markdown: "markdown",
    markdown_left_out: "markdown-left-out",
    marks: "marks",
    own_credit: "own-credit",
    paragraph: "paragraph",
    paragraph_language: "paragraph-language",
    paywall: "paywall",
    provenance: "provenance",
    pullquote: "pullquote",
    questions: "questions",
    quote: "quote",
    rating: "rating",
    related: "related",
    renditions: "renditions",
    series: "series",
    standfirst: "standfirst",
    table: "table",
    table_notes: "table-notes",
    timeline: "timeline",
    unknown: "unknown",
    verse: "verse",
    video: "video",
    words: "words",
}
