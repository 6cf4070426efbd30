//! Reads galleries, recordings, embeds and links to other pages.

use crate::json::{Kind, Value};
use crate::model::{
    Block, Embed, Gallery, GalleryLayout, Image, Language, LinkCard, LinkKind, LinkList, Recording, RecordingKind,
    RecordingSource, Text, Track, TrackKind, Url,
};

use super::super::values::at;
use super::Canonical;

impl<'a> Canonical<'_, 'a> {
    /// The block of that name, if it shows something from a file or from another page.
    pub(super) fn media(&mut self, value: Value<'_, 'a>, name: &str) -> Option<Block<'a>> {
        Some(match name {
            "gallery" => Block::from(self.gallery(value)),
            "video" => Block::from(self.recording(value, RecordingKind::Video)),
            "audio" => Block::from(self.recording(value, RecordingKind::Audio)),
            "embed" => Block::from(self.embed(value)),
            "linkCard" => Block::from(self.card(value)),
            "linkList" => Block::from(LinkList {
                title: self.line_of(value, "title"),
                items: value.get("items").map(|items| self.cards(items)).unwrap_or_default(),
            }),
            _ => return None,
        })
    }

    /// What leads an article is a block that shows something; one without a type is a picture.
    pub(super) fn lead_media(&mut self, value: Value<'_, 'a>) -> Option<Block<'a>> {
        let name = value.str_of("type").unwrap_or_default();
        if matches!(&*name, "" | "image") {
            return self.image(value).map(Block::from);
        }
        self.media(value, &name).or_else(|| self.blocks(value).into_iter().next())
    }

    fn gallery(&mut self, value: Value<'_, 'a>) -> Gallery<'a> {
        let items =
            value.get("items").map(|items| self.values.list(items).filter_map(|item| self.image(item)).collect());
        Gallery {
            items: items.unwrap_or_default(),
            caption: self.line_of(value, "caption"),
            credit: self.credit_of(value),
            layout: self.named_of(value, "layout", &GalleryLayout::NAMES),
            at: at(value),
        }
    }

    fn recording(&mut self, value: Value<'_, 'a>, kind: RecordingKind) -> Recording<'a> {
        Recording {
            title: self.text_of(value, "title"),
            sources: self.recording_sources(value),
            url: self.url_of(value, "url").or_else(|| self.url_of(value, "embedUrl")),
            poster: value.get("poster").and_then(|poster| self.picture(poster)),
            caption: self.line_of(value, "caption"),
            credit: self.credit_of(value),
            tracks: self.objects_of(value, "tracks").filter_map(|item| self.track(item)).collect(),
            duration: self.size_of(value, "duration"),
            transcript: self.blocks_of(value, "transcript"),
            width: self.size_of(value, "width"),
            height: self.size_of(value, "height"),
            at: at(value),
            ..Recording::new(kind)
        }
    }

    /// One address, or several files to choose from.
    fn recording_sources(&mut self, value: Value<'_, 'a>) -> Vec<RecordingSource<'a>> {
        let sources = value.get("sources").map(|sources| self.values.list(sources));
        let files = value.get("src").into_iter().chain(sources.into_iter().flatten());
        let source = |file: Value<'_, 'a>| {
            let src = self.values.media_url(file.get("src").unwrap_or(file))?;
            Some(RecordingSource { src, media_type: self.text_of(file, "type") })
        };
        files.filter_map(source).collect()
    }

    fn track(&mut self, value: Value<'_, 'a>) -> Option<Track<'a>> {
        self.report_unknown_keys(value, "track");
        let src = self.src(value.get("src"), value)?;
        let kind = self.named_of(value, "kind", &TrackKind::NAMES);
        let language = value.get("lang").or_else(|| value.get("srclang"));
        Some(Track {
            kind: kind.unwrap_or(TrackKind::Subtitles),
            src,
            language: language.and_then(|tag| self.values.language(tag)),
            label: self.text_of(value, "label"),
        })
    }

    fn embed(&mut self, value: Value<'_, 'a>) -> Embed<'a> {
        Embed {
            provider: self.text_of(value, "provider"),
            url: self.url_of(value, "url"),
            title: self.text_of(value, "title"),
            caption: self.line_of(value, "caption"),
            fallback: self.blocks_of(value, "fallback"),
            width: self.size_of(value, "width"),
            height: self.size_of(value, "height"),
            at: at(value),
        }
    }

    pub(super) fn cards(&mut self, value: Value<'_, 'a>) -> Vec<LinkCard<'a>> {
        self.values.objects(value).map(|item| self.card(item)).collect()
    }

    fn card(&mut self, value: Value<'_, 'a>) -> LinkCard<'a> {
        let kind = self.named_of(value, "kind", &LinkKind::NAMES);
        LinkCard {
            url: self.url_of(value, "url"),
            title: self.line_of(value, "title"),
            description: self.line_of(value, "description"),
            image: value.get("image").and_then(|image| self.picture(image)),
            publisher: value.get("publisher").and_then(|publisher| self.name(publisher)),
            kind: kind.unwrap_or_default(),
            at: at(value),
        }
    }

    /// A picture, or its address alone.
    pub(super) fn picture(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        if value.kind() == Kind::Object {
            return self.image(value);
        }
        self.values.picture(value)
    }

    /// The objects of an array, where there is one.
    pub(super) fn objects_of<'d>(
        &mut self,
        value: Value<'d, 'a>,
        key: &str,
    ) -> impl Iterator<Item = Value<'d, 'a>> + use<'d, 'a> {
        value.get(key).map(|list| self.values.objects(list)).into_iter().flatten()
    }

    pub(super) fn text_of(&mut self, value: Value<'_, 'a>, key: &str) -> Option<Text<'a>> {
        value.get(key).and_then(|text| self.values.text(text)).filter(|text| !text.is_blank())
    }

    pub(super) fn url_of(&mut self, value: Value<'_, 'a>, key: &str) -> Option<Url<'a>> {
        value.get(key).and_then(|url| self.values.url(url))
    }

    pub(super) fn language_of(&mut self, value: Value<'_, 'a>, key: &str) -> Option<Language<'a>> {
        value.get(key).and_then(|tag| self.values.language(tag))
    }

    pub(super) fn flag_of(&mut self, value: Value<'_, 'a>, key: &str) -> Option<bool> {
        value.get(key).and_then(|flag| self.values.boolean(flag))
    }

    pub(super) fn named_of<T: Copy>(
        &mut self,
        value: Value<'_, 'a>,
        key: &str,
        names: &[(T, &'static str)],
    ) -> Option<T> {
        value.get(key).and_then(|name| self.values.named(name, names))
    }

    pub(super) fn size_of(&mut self, value: Value<'_, 'a>, key: &str) -> Option<u32> {
        value.get(key).and_then(|size| self.values.positive(size))
    }
}
