//! Reads films, sounds, charts, posts of other sites, and links to other articles.

use crate::json::{Kind, Value, items_in};
use crate::model::{
    Alt, Block, Embed, Image, Inline, LinkCard, LinkKind, LinkList, Recording, RecordingKind, RecordingSource, Text,
    Track, TrackKind, Url,
};

use super::super::prose::{joined, line, media_url_of, pixels, url_of};
use super::super::values::at;
use super::super::{credit, embeds, markup};
use super::{ContentTree, children};

impl<'a> ContentTree<'_> {
    /// The block of that name, if it shows something from elsewhere.
    pub(super) fn media(&mut self, node: Value<'_, 'a>, name: &str) -> Option<Block<'a>> {
        Some(match name {
            "youtube-video" | "vimeo-video" | "acast-podcast" => self.embed(node),
            "tweet" => self.tweet(node),
            "flourish" => self.flourish(node),
            "video" => self.video(node),
            "clip-set" => self.clip_set(node),
            "custom-code-component" => self.component(node),
            "recommended" => self.recommended(node),
            "recommended-list" => Block::from(LinkList {
                title: self.words_line(node, "heading"),
                items: children(node).map(|item| self.teaser(item)).collect(),
            }),
            _ => return None,
        })
    }

    fn embed(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let url = url_of(&mut self.values, node, &["url"]);
        let embed = url.map(|url| embeds::embed(url, at(node))).unwrap_or_default();
        Block::from(Embed { title: self.words(node, "title"), at: at(node), ..embed })
    }

    /// The identifier of a post is its address; what the post said when it was fetched is HTML.
    fn tweet(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let url = self.words(node, "id").and_then(|id| {
            let is_number = id.bytes().all(|byte| byte.is_ascii_digit());
            let address = if is_number { format!("https://twitter.com/i/status/{id}") } else { id.to_string() };
            Url::parse(address).ok().filter(|url| url.host().is_some())
        });
        let html = node.get("html").filter(|html| html.is_string());
        let mut fallback = html.map(|html| markup::blocks(html, &mut self.values).blocks).unwrap_or_default();
        // The HTML of a post may be recognised as one.
        if let [Block::Embed(post)] = fallback.as_mut_slice() {
            fallback = std::mem::take(&mut post.fallback);
        }
        let embed = url.map(|url| embeds::embed(url, at(node))).unwrap_or_default();
        Block::from(Embed { fallback, at: at(node), ..embed })
    }

    /// A chart; the picture of it stands for it until it is loaded.
    fn flourish(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let description = self.words(node, "description");
        let place = if node.says("flourishType", "story") { "story/" } else { "visualisation/" };
        let url = self.words(node, "id").and_then(|id| {
            Url::parse(["https://public.flourish.studio/", place, embeds::word(&id)?, "/"].concat()).ok()
        });
        let mut fallback = Vec::new();
        if let Some(picture) = node.get("fallbackImage").filter(|picture| picture.kind() == Kind::Object) {
            let mut image = Image { at: at(picture), ..Image::default() };
            self.main(picture, &mut image);
            if let Some(description) = &description {
                image.alt = Alt::Text(description.clone());
            }
            fallback.push(Block::from(image));
        }
        let provider = Some("Flourish".into());
        Block::from(Embed { provider, url, title: description, fallback, at: at(node), ..Embed::default() })
    }

    /// A film of the publisher's own, of which the tree has the identifier and the title.
    fn video(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let id = self.words(node, "id");
        let url = id.and_then(|id| page("https://www.ft.com/video/", &id));
        let title = self.words(node, "title");
        Block::from(Recording { title, url, at: at(node), ..Recording::new(RecordingKind::Video) })
    }

    fn clip_set(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let clips = || node.items_of("clips");
        // The clip for small screens is another cut of the same film.
        let clip = clips().find(|clip| clip.str_of("format").as_deref() != Some("mobile")).or_else(|| clips().next());
        let files: Vec<_> = items_in(clip.and_then(|clip| clip.get("dataSource"))).collect();
        let largest = files.iter().copied().max_by_key(|file| pixels(*file, "pixelWidth"));
        let poster = clip.and_then(|clip| clip.get("poster")).filter(|poster| poster.is_string());
        let described = self.words(node, "description").map(|description| Block::Paragraph(line(description)));
        let mut transcript = Vec::from_iter(described);
        if let Some(body) = node.get_in("accessibility", "transcript") {
            transcript.extend(self.blocks(body));
        }
        let mut recording = Recording {
            title: self.words(node, "displayTitle").or_else(|| self.words(node, "systemTitle")),
            sources: files.iter().filter_map(|file| self.file(*file)).collect(),
            poster: poster.and_then(|poster| self.values.picture(poster)),
            caption: self.words_line(node, "caption"),
            credit: self.words(node, "credits").map(credit::credit),
            tracks: items_in(node.get_in("accessibility", "captions")).filter_map(|track| self.track(track)).collect(),
            transcript,
            width: largest.and_then(|file| pixels(file, "pixelWidth")),
            height: largest.and_then(|file| pixels(file, "pixelHeight")),
            at: at(node),
            ..Recording::new(RecordingKind::Video)
        };
        if recording.caption.is_empty() {
            recording.caption = self.words_line(node, "subtitle");
        }
        self.warn(node, &mut recording);
        Block::from(recording)
    }

    /// What a reader has to know before the film plays stands before its caption.
    fn warn(&mut self, node: Value<'_, 'a>, recording: &mut Recording<'a>) {
        let warnings = node.items_of("contentWarning");
        let words: Vec<_> = warnings.filter_map(|warning| self.values.text(warning)).collect();
        if let Some(words) = joined(&mut words.iter().map(Text::as_str), " ") {
            let end = if recording.caption.is_empty() { "" } else { " " };
            recording.caption.insert(0, Inline::Text([&*words, end].concat().into()));
        }
    }

    fn file(&mut self, file: Value<'_, 'a>) -> Option<RecordingSource<'a>> {
        let src = media_url_of(&mut self.values, file, &["binaryUrl"])?;
        Some(RecordingSource { src, media_type: self.words(file, "mediaType") })
    }

    fn track(&mut self, track: Value<'_, 'a>) -> Option<Track<'a>> {
        let src = media_url_of(&mut self.values, track, &["url"])?;
        Some(Track { kind: TrackKind::Captions, src, language: None, label: None })
    }

    /// What only the publisher's own code can show: the words among its attributes are kept.
    fn component(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let attributes = node.get("attributes").unwrap_or(node);
        let title = self.words(attributes, "title");
        let fallback = self.paragraphs(attributes, &["heading", "subtitle", "text", "description", "caption", "alt"]);
        Block::from(Embed { title, fallback, at: at(node), ..Embed::default() })
    }

    /// A link with a heading of its own is a list of one.
    fn recommended(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let card = self.teaser(node);
        let title = self.words_line(node, "heading");
        if title.is_empty() {
            return Block::from(card);
        }
        Block::from(LinkList { title, items: vec![card] })
    }

    fn teaser(&mut self, node: Value<'_, 'a>) -> LinkCard<'a> {
        let url = node.get_in("teaser", "url").and_then(|url| self.values.url(url));
        let id = self.words(node, "id");
        let mut title = self.words_line(node, "teaserTitleOverride");
        if title.is_empty() {
            title = node.get("teaser").map(|teaser| self.words_line(teaser, "title")).unwrap_or_default();
        }
        let picture = node.get_in("teaser", "image").filter(|picture| picture.get("url").is_some());
        let image = picture.map(|picture| {
            let mut image = Image { alt: Alt::Decorative, at: at(picture), ..Image::default() };
            self.main(picture, &mut image);
            image
        });
        let url = url.or_else(|| id.and_then(|id| page("https://www.ft.com/content/", &id)));
        LinkCard { url, title, image, kind: LinkKind::Related, at: at(node), ..LinkCard::default() }
    }
}

/// The page of the publisher's that has an identifier, which may be the end of an address.
fn page<'a>(place: &str, id: &str) -> Option<Url<'a>> {
    Url::parse([place, embeds::word(id.rsplit('/').next()?)?].concat()).ok()
}
