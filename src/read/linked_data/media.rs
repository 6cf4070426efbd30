//! Reads films and sounds: files, players, or pages that play them.

use crate::json::Value;
use crate::model::{Article, Block, Image, Recording, RecordingKind, RecordingSource, plain_line};

use super::super::values::at;
use super::super::{embeds, prose};
use super::Reader;
use super::graph::is_a;

impl<'d, 'a> Reader<'_, 'd, 'a, '_, '_> {
    /// Shows the films and sounds of an article: the first one leads it if nothing else does, the others end it.
    pub(super) fn recordings(&mut self, node: Value<'d, 'a>, may_lead: bool, article: &mut Article<'a>) {
        let mut found = Vec::new();
        for (name, kind) in [("video", RecordingKind::Video), ("audio", RecordingKind::Audio)] {
            for value in self.all(node, name) {
                found.extend(self.recording(value, kind));
            }
        }
        for media in self.parts(node) {
            if is_a(media, |name| name == "videoobject") {
                found.extend(self.recording(media, RecordingKind::Video));
            } else if is_a(media, |name| name == "audioobject") {
                found.extend(self.recording(media, RecordingKind::Audio));
            }
        }
        let mut found = found.into_iter();
        if may_lead {
            article.lead_media = found.next();
        }
        article.body.extend(found);
    }

    fn recording(&mut self, node: Value<'d, 'a>, kind: RecordingKind) -> Option<Block<'a>> {
        if node.is_string() {
            return self.values.url(node).map(|url| Block::from(embeds::embed(url, at(node))));
        }
        // The episode of a podcast has its file as a part.
        let part = self.one(node, "associatedMedia|encoding").unwrap_or(node);
        let file = self.one(node, "contentUrl").or_else(|| self.one(part, "contentUrl"));
        let file = file.filter(|file| file.is_string());
        let title = self.text(node, "name|headline");
        let caption = self.text(node, "description").filter(|caption| Some(caption) != title.as_ref());
        let caption = caption.map(plain_line).unwrap_or_default();
        let Some(src) = file.and_then(|file| self.values.media_url(file)) else {
            let url = self.url(node, "embedUrl|url|mainEntityOfPage")?;
            let embed = embeds::embed(url, at(node));
            return Some(Block::from(crate::model::Embed { title, caption, ..embed }));
        };
        let poster = self.one(node, "thumbnailUrl|thumbnail|image").and_then(|image| self.picture(image));
        let poster = poster.map(|poster| Image { caption: Vec::new(), credit: None, ..poster });
        let mut recording = Recording {
            title,
            sources: vec![RecordingSource { src, media_type: self.text(node, "encodingFormat") }],
            url: self.url(node, "url|embedUrl"),
            poster,
            caption,
            duration: self.text(node, "duration").and_then(|duration| seconds(&duration)),
            transcript: self.text(node, "transcript").map(prose::running_text).unwrap_or_default(),
            at: at(node),
            ..Recording::new(kind)
        };
        recording.credit = self.text(node, "creditText").map(super::super::credit::credit);
        Some(Block::from(recording))
    }
}

/// The seconds of a duration such as `PT1M33S` (ISO 8601).
fn seconds(duration: &str) -> Option<u32> {
    let (_, time) = duration.trim().split_once('T')?;
    let (mut total, mut number) = (0_u32, String::new());
    for c in time.chars() {
        let unit = match c {
            '0'..='9' | '.' => {
                number.push(c);
                continue;
            }
            'H' => 3600,
            'M' => 60,
            'S' => 1,
            _ => return None,
        };
        let count: u32 = number.split('.').next()?.parse().ok()?;
        total = total.checked_add(count.checked_mul(unit)?)?;
        number.clear();
    }
    (total > 0).then_some(total)
}
