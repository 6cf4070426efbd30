//! Reads pictures, films, sounds, maps, and what other sites show.

use crate::json::{Kind, Value};
use crate::model::{
    Alt, Block, Embed, Gallery, GalleryLayout, Image, ImageKind, MediaUrl, Recording, RecordingKind, RecordingSource,
    Text, Url,
};

use super::super::prose::first_string;
use super::super::values::at;
use super::super::{credit, embeds, prose};
use super::{AppleNews, Caption};

/// Sites whose posts have a role of their own.
const SITES: [(&str, &str); 6] = [
    ("tweet", "X"),
    ("instagram", "Instagram"),
    ("facebook_post", "Facebook"),
    ("tiktok", "TikTok"),
    ("podcast", "Apple Podcasts"),
    ("bluesky_post", "Bluesky"),
];

/// Where the picture stands that is shown until a film or a sound plays.
const STILL: [&str; 2] = ["stillURL", "imageURL"];

impl<'d, 'a> AppleNews<'_, 'd, 'a> {
    /// The block of a role that shows something.
    pub(super) fn media(&mut self, component: Value<'d, 'a>, role: &str) -> Option<Block<'a>> {
        Some(match role {
            "photo" | "image" | "figure" | "portrait" => Block::from(self.image(component)),
            "logo" => Block::from(Image { kind: Some(ImageKind::Logo), ..self.image(component) }),
            "arkit" => Block::from(self.model(component)),
            "gallery" => self.gallery(component, GalleryLayout::Carousel),
            "mosaic" => self.gallery(component, GalleryLayout::Mosaic),
            "video" => self.recording(component, RecordingKind::Video),
            "audio" | "music" => self.recording(component, RecordingKind::Audio),
            "embedwebvideo" | "embedvideo" => self.embed(component, None),
            "map" | "place" => self.map(component),
            _ => {
                let (_, site) = SITES.iter().find(|(name, _)| *name == role)?;
                self.embed(component, Some(site))
            }
        })
    }

    /// The file in the first of the fields that has one.
    fn file(&mut self, component: Value<'d, 'a>, names: &[&str]) -> Option<MediaUrl<'a>> {
        first_string(component, names).and_then(|url| self.media_url(url))
    }

    #[inline(never)]
    fn image(&mut self, component: Value<'d, 'a>) -> Image<'a> {
        let (caption, credit) = self.own_caption(component);
        let link = component.items_of("additions").find_map(|addition| addition.get("URL"));
        Image {
            src: self.file(component, &["URL", "stillURL", "imageURL"]),
            alt: self.text(component, "accessibilityCaption").map_or(Alt::Absent, Alt::Text),
            caption,
            credit,
            href: link.and_then(|link| self.values.url(link)),
            at: at(component),
            ..Image::default()
        }
    }

    /// A thing to walk around, of which a page shows a picture.
    fn model(&mut self, component: Value<'d, 'a>) -> Image<'a> {
        let src = self.file(component, &STILL);
        let address = component.get("URL").filter(|url| url.is_string());
        // What is in the bundle only Apple's own application shows.
        let address = address.filter(|url| !url.raw_str().starts_with("bundle:"));
        let href = address.and_then(|url| self.values.url(url));
        Image { src, href, ..self.image(component) }
    }

    /// A caption is a string, or a text with its own format.
    #[inline(never)]
    fn own_caption(&mut self, component: Value<'d, 'a>) -> Caption<'a> {
        let line = match component.get("caption") {
            Some(caption) if caption.kind() == Kind::Object => self.line(caption),
            Some(caption) if caption.is_string() => {
                self.values.text(caption).map(|text| prose::line(text.trimmed())).unwrap_or_default()
            }
            Some(_) | None => Vec::new(),
        };
        credit::split(line)
    }

    /// A picture that fills a container, or the still of a film that does.
    pub(super) fn fill(&mut self, fill: Value<'d, 'a>) -> Option<Image<'a>> {
        let is_film = fill.says("type", "video");
        let address = first_string(fill, &[if is_film { "stillURL" } else { "URL" }])?;
        self.picture_in(address, fill)
    }

    fn gallery(&mut self, component: Value<'d, 'a>, layout: GalleryLayout) -> Block<'a> {
        let items = component.items_of("items").filter(|item| item.kind() == Kind::Object);
        let items = items.map(|item| self.image(item)).collect();
        Block::from(Gallery { items, layout: Some(layout), at: at(component), ..Gallery::default() })
    }

    fn recording(&mut self, component: Value<'d, 'a>, kind: RecordingKind) -> Block<'a> {
        let src = self.file(component, &["URL"]);
        let (caption, credit) = self.own_caption(component);
        Block::from(Recording {
            title: self.text(component, "accessibilityCaption"),
            sources: src.into_iter().map(|src| RecordingSource { src, media_type: None }).collect(),
            poster: first_string(component, &STILL).and_then(|address| self.picture_in(address, component)),
            caption,
            credit,
            at: at(component),
            ..Recording::new(kind)
        })
    }

    fn embed(&mut self, component: Value<'d, 'a>, site: Option<&'static str>) -> Block<'a> {
        let url = component.get("URL").filter(|url| url.is_string()).and_then(|url| self.values.url(url));
        let embed = url.map(|url| embeds::embed(url, at(component))).unwrap_or_default();
        let (caption, _) = self.own_caption(component);
        Block::from(Embed {
            provider: embed.provider.or(site.map(Text::from)),
            title: self.text(component, "accessibilityCaption"),
            caption,
            at: at(component),
            ..embed
        })
    }

    /// A map has places and no address; the place in its middle has one.
    fn map(&mut self, component: Value<'d, 'a>) -> Block<'a> {
        let degrees = |name: &str| component.get(name).filter(|value| value.kind() == Kind::Number).map(Value::raw_str);
        let items: Vec<_> = component.items_of("items").collect();
        let own = degrees("latitude").zip(degrees("longitude"));
        let place = own.or_else(|| {
            let first = items.first()?;
            Some((first.get("latitude")?.raw_str(), first.get("longitude")?.raw_str()))
        });
        let url = place.and_then(|(latitude, longitude)| {
            Url::parse(format!("https://maps.apple.com/?ll={latitude},{longitude}")).ok()
        });
        let (caption, _) = self.own_caption(component);
        let mut fallback = Vec::new();
        for item in items {
            fallback.extend(prose::paragraph(self.own_caption(item).0));
        }
        Block::from(Embed {
            provider: Some("Apple Maps".into()),
            url,
            title: self.text(component, "accessibilityCaption"),
            caption,
            fallback,
            at: at(component),
            ..Embed::default()
        })
    }
}
