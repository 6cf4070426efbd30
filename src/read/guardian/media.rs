//! Reads pictures, films and sounds by the names of their elements.

use crate::json::Value;
use crate::model::{Alt, Block, Embed, Image, Recording, RecordingKind, RecordingSource, Rendition, Track, TrackKind};

use super::super::prose::pixels;
use super::super::source::MOST_RENDITIONS;
use super::super::values::at;
use super::super::{embeds, pictures};
use super::picture::secure;
use super::{Element, Guardian, plain};

impl<'d, 'a> Guardian<'_, 'd, 'a> {
    /// The blocks of an element that is a picture, a film or a sound.
    pub(super) fn media(&mut self, element: &Element<'d, 'a>) -> Option<Vec<Block<'a>>> {
        Some(match element.name.as_str() {
            "image" | "responsiveimage" => vec![Block::from(self.picture(element))],
            "multiimage" => vec![self.gallery(element)],
            "cartoon" => self.cartoon(element),
            "video" | "guvideo" | "mediaatom" => self.recording(element, RecordingKind::Video),
            "audio" | "audioatom" => self.recording(element, RecordingKind::Audio),
            "youtube" => Vec::from_iter(self.youtube(element)),
            _ => return None,
        })
    }

    /// Files of its own, or what another site plays: the address says which, or the HTML does.
    fn recording(&mut self, element: &Element<'d, 'a>, kind: RecordingKind) -> Vec<Block<'a>> {
        let sources = self.sources(element, kind);
        if sources.is_empty() {
            return Vec::from_iter(self.embed_of(element));
        }
        let mut recording = Recording {
            title: self.text(element, &["title"]),
            sources,
            url: self.url(element, &["originalUrl", "url"]),
            poster: self.poster(element),
            caption: self.line(element, &["caption"]),
            credit: self.credit(element).filter(|_| element.first(&["credit", "photographer"]).is_some()),
            tracks: self.tracks(element),
            duration: duration(element),
            at: at(element.whole),
            ..Recording::new(kind)
        };
        if recording.caption.is_empty() && kind == RecordingKind::Audio {
            recording.caption = plain(self.text(element, &["kicker"]));
        }
        if recording.poster.is_none() {
            recording.poster = self.poster_of_html(element);
        }
        let file = element.whole.items_of("assets").next();
        let size = file.and_then(|file| file.get("typeData").or_else(|| file.get("fields")));
        recording.width = size.and_then(|size| pixels(size, "width"));
        recording.height = size.and_then(|size| pixels(size, "height"));
        vec![Block::from(recording)]
    }

    fn sources(&mut self, element: &Element<'d, 'a>, kind: RecordingKind) -> Vec<RecordingSource<'a>> {
        let mut found: Vec<RecordingSource<'a>> = Vec::new();
        let start = if kind == RecordingKind::Audio { "audio/" } else { "video/" };
        let assets = element.whole.items_of("assets");
        for asset in assets.chain(element.items_of("assets")) {
            let media_type = asset.str_of("mimeType").filter(|name| name.starts_with(start));
            let address = asset.get("file").or_else(|| asset.get("url")).filter(|address| address.is_string());
            let (Some(media_type), Some(address)) = (media_type, address) else { continue };
            let Some(src) = self.values.media_url(address).map(secure) else { continue };
            // What follows the colon is a size, and no part of the type.
            let media_type = media_type.split(':').next().unwrap_or_default().to_owned();
            let is_new = found.iter().all(|source| source.src != src);
            // Browsers play this one.
            let rank = if media_type == "video/mp4" { 0 } else { found.len() };
            if is_new && found.len() < MOST_RENDITIONS {
                found.insert(rank, RecordingSource { src, media_type: Some(media_type.into()) });
            }
        }
        if let Some(track) = element.first(&["trackUrl"]).and_then(|track| self.values.media_url(track)) {
            found.push(RecordingSource { src: track, media_type: None });
        }
        found
    }

    /// What is said, as texts in WebVTT among the files.
    fn tracks(&mut self, element: &Element<'d, 'a>) -> Vec<Track<'a>> {
        let files = element.items_of("assets");
        let files = files.filter(|file| file.says("mimeType", "text/vtt"));
        let files = files.filter_map(|file| self.values.media_url(file.get("url")?));
        files.map(|src| Track { kind: TrackKind::Captions, src, language: None, label: None }).collect()
    }

    fn poster(&mut self, element: &Element<'d, 'a>) -> Option<Image<'a>> {
        let own = element.first(&["overrideImage", "coverUrl", "posterUrl"]).and_then(|src| self.bare(src));
        own.or_else(|| {
            let list = element.get("posterImage").or_else(|| element.get("imageMedia")?.get("allImages"))?;
            let mut image = Image { at: at(list), ..Image::default() };
            let files = list.items().filter_map(|file| {
                let src = secure(self.values.media_url(file.get("url")?)?);
                let width = pixels(file, "width").or_else(|| pixels(file.get("fields")?, "width"));
                Some(Rendition { src, width, height: None, media_type: None, media: None })
            });
            let files = files.collect();
            pictures::set_files(&mut image, files);
            image.renditions.clear();
            image.src.is_some().then_some(image)
        })
    }

    /// The picture that the HTML of an element has in its player.
    fn poster_of_html(&mut self, element: &Element<'d, 'a>) -> Option<Image<'a>> {
        let mut blocks = self.html(element, &["html"]).into_iter();
        let poster =
            blocks.find_map(|block| if let Block::Recording(recording) = block { recording.poster } else { None })?;
        Some(Image { src: poster.src.map(secure), at: at(element.whole), ..Image::default() })
    }

    /// A film on YouTube; of one that is no longer there the picture is left.
    fn youtube(&mut self, element: &Element<'d, 'a>) -> Option<Block<'a>> {
        let title = self.text(element, &["mediaTitle", "title"]);
        let alt = self.text(element, &["altText"]);
        let poster = self.poster(element);
        let id = element.string(&["assetId"]);
        let is_gone = element.is_true("expired");
        let poster = poster.map(|image| Image { alt: alt.map_or(Alt::Absent, Alt::Text), ..image });
        if is_gone {
            let image = Image { caption: plain(title), ..poster? };
            return Some(Block::from(image));
        }
        let caption = self.line(element, &["caption"]);
        let fallback = poster.map(Block::from).into_iter().collect();
        Some(Block::from(Embed { title, caption, fallback, ..youtube(&id, element) }))
    }
}

/// The film on YouTube that has an identifier.
pub(super) fn youtube<'a>(id: &str, element: &Element<'_, '_>) -> Embed<'a> {
    let url = embeds::page_by_id(&|site| site == "youtube", id);
    Embed { provider: Some("YouTube".into()), url, at: at(element.whole), ..Embed::default() }
}

fn duration(element: &Element<'_, '_>) -> Option<u32> {
    let seconds =
        |name: &str| element.get(name).and_then(Value::as_integer).and_then(|number| u32::try_from(number).ok());
    let whole = seconds("duration");
    let parts = || {
        let (minutes, seconds) = (seconds("durationMinutes").unwrap_or_default(), seconds("durationSeconds")?);
        minutes.checked_mul(60)?.checked_add(seconds)
    };
    whole.or_else(parts).filter(|seconds| *seconds > 0)
}
