//! The components of AMP pages and of editors: what readers see of them; it knows their names and what they take from
//! which attribute.

use super::tag::{Kind, Tag};
use crate::model::RecordingKind;

/// Returns what a component of that name stands for (amp.dev, "Components").
pub(super) fn component(name: &str) -> Option<(Tag, Kind)> {
    let site = SITES.iter().position(|(known, ..)| *known == name).and_then(|row| u8::try_from(row).ok());
    let component = || COMPONENTS.iter().find(|(known, ..)| *known == name).map(|(_, tag, kind)| (*tag, *kind));
    site.map(|row| (Tag::Site(row), Kind::Player)).or_else(component)
}

/// Returns the attribute that names what a component shows of another site, and the address there without that name.
pub(super) fn site(row: u8) -> Option<(&'static str, &'static str)> {
    SITES.get(usize::from(row)).map(|(_, name, page)| (*name, *page))
}

const SITES: [(&str, &str, &str); 13] = [
    ("amp-dailymotion", "data-videoid", "https://www.dailymotion.com/video/"),
    ("amp-facebook", "data-href", ""),
    ("amp-instagram", "data-shortcode", "https://www.instagram.com/p/"),
    ("amp-pinterest", "data-url", ""),
    ("amp-reddit", "data-src", ""),
    ("amp-twitter", "data-tweetid", "https://x.com/i/status/"),
    ("amp-vimeo", "data-videoid", "https://vimeo.com/"),
    ("amp-youtube", "data-videoid", "https://www.youtube.com/watch?v="),
    // Those of the dpa.
    ("dnl-dwchart", "src", ""),
    ("dnl-twitterembed", "src", ""),
    ("dnl-wgchart", "src", ""),
    ("dnl-youtubeembed", "src", ""),
    ("oembed", "url", ""),
];

const COMPONENTS: [(&str, Tag, Kind); 9] = [
    ("amp-ad", Tag::Custom, Kind::Nothing),
    ("amp-anim", Tag::Img, Kind::Picture),
    ("amp-audio", Tag::Audio, Kind::Recording(RecordingKind::Audio)),
    ("amp-consent", Tag::Custom, Kind::Nothing),
    ("amp-iframe", Tag::Iframe, Kind::Player),
    ("amp-img", Tag::Img, Kind::Picture),
    ("amp-sidebar", Tag::Custom, Kind::Nothing),
    ("amp-video", Tag::Video, Kind::Recording(RecordingKind::Video)),
    ("dnl-image", Tag::Img, Kind::Picture),
];
