//! The components of AMP pages: what readers see of them; it knows their names and what they take from which attribute.

use super::tag::{Kind, Tag};
use crate::model::RecordingKind;

/// Returns what a component of that name stands for (amp.dev, "Components").
pub(super) fn component(name: &str) -> Option<(Tag, Kind)> {
    COMPONENTS.iter().find(|(known, ..)| *known == name).map(|(_, tag, kind)| (*tag, *kind))
}

const COMPONENTS: [(&str, Tag, Kind); 16] = [
    ("amp-ad", Tag::Custom, Kind::Nothing),
    ("amp-anim", Tag::Img, Kind::Picture),
    ("amp-audio", Tag::Audio, Kind::Recording(RecordingKind::Audio)),
    ("amp-consent", Tag::Custom, Kind::Nothing),
    ("amp-dailymotion", Tag::Site("data-videoid", "https://www.dailymotion.com/video/"), Kind::Player),
    ("amp-facebook", Tag::Site("data-href", ""), Kind::Player),
    ("amp-iframe", Tag::Iframe, Kind::Player),
    ("amp-img", Tag::Img, Kind::Picture),
    ("amp-instagram", Tag::Site("data-shortcode", "https://www.instagram.com/p/"), Kind::Player),
    ("amp-pinterest", Tag::Site("data-url", ""), Kind::Player),
    ("amp-reddit", Tag::Site("data-src", ""), Kind::Player),
    ("amp-sidebar", Tag::Custom, Kind::Nothing),
    ("amp-twitter", Tag::Site("data-tweetid", "https://x.com/i/status/"), Kind::Player),
    ("amp-video", Tag::Video, Kind::Recording(RecordingKind::Video)),
    ("amp-vimeo", Tag::Site("data-videoid", "https://vimeo.com/"), Kind::Player),
    ("amp-youtube", Tag::Site("data-videoid", "https://www.youtube.com/watch?v="), Kind::Player),
];
