//! Films, sounds and what other sites show; it knows streams and the answers of oEmbed, not stories.

use crate::json::{Kind, Value, items_in};
use crate::model::{
    Alt, Block, Embed, Image, Inline, Recording, RecordingKind, RecordingSource, Text, Track, TrackKind, Url,
};

use super::super::prose::{Prose, blocks_of, first, first_in, first_string, line_of, media_url_of, pixels};
use super::super::values::at;
use super::super::words::meaning;
use super::super::{credit, custom, embeds, figure, markup, order};
use super::Ans;
use super::text::from_base64;

impl<'a> Ans<'_, '_, 'a> {
    /// A film or a sound. One that has no file that browsers play is what its player shows.
    pub(super) fn recording(&mut self, value: Value<'_, 'a>, kind: RecordingKind) -> Vec<Block<'a>> {
        let sources = self.streams(value);
        if sources.is_empty()
            && let Some(html) = first(value, &["embed_html"])
        {
            let mut blocks = self.blocks(html);
            if let [Block::Embed(embed)] = blocks.as_mut_slice() {
                embed.title = embed.title.take().or_else(|| self.title(value));
                embed.caption = self.description(value);
            }
            if !blocks.is_empty() {
                return blocks;
            }
        }
        let recording = Recording {
            title: self.title(value),
            sources,
            url: self.address(value, &["canonical_url"]),
            poster: self.poster(value),
            caption: self.description(value),
            credit: self.credit(value),
            tracks: self.tracks(value),
            // ANS counts milliseconds.
            duration: value.get("duration").and_then(Value::as_integer).and_then(|ms| u32::try_from(ms / 1000).ok()),
            transcript: blocks_of(self, value, &["transcript"]),
            at: at(value),
            ..Recording::new(kind)
        };
        vec![Block::from(recording)]
    }

    fn title(&mut self, value: Value<'_, 'a>) -> Option<Text<'a>> {
        markup::text(first_in(value, "headlines", &["basic"])?, &mut self.values)
    }

    fn description(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        let text = ["description", "subheadlines"].iter().find_map(|name| first_in(value, name, &["basic"]));
        text.map(|text| self.line(text)).unwrap_or_default()
    }

    /// The files that browsers play, the best one first.
    fn streams(&mut self, value: Value<'_, 'a>) -> Vec<RecordingSource<'a>> {
        const TYPES: &[(&str, &str)] = &[
            ("video/mp4", "mp4"),
            ("video/webm", "webm"),
            ("audio/mpeg", "mp3"),
            // What is called `ts` is a list of pieces in MPEG-TS.
            ("application/x-mpegurl", "m3u8|hls|ts"),
        ];
        let mut found = Vec::new();
        for stream in value.items_of("streams") {
            let Some(address) = first_string(stream, &["url"]) else { continue };
            let kind = stream.str_of("stream_type").unwrap_or_default();
            let media_type = meaning(TYPES, &kind);
            if media_type.is_none() && !kind.is_empty() {
                continue;
            }
            let Some(src) = self.values.media_url(address) else { continue };
            let rate = stream.get("bitrate").and_then(Value::as_integer).unwrap_or_default();
            found.push((rate, RecordingSource { src, media_type: media_type.map(Text::from) }));
        }
        if let Some(address) = first(value, &["source_url"]).filter(|url| found.is_empty() && url.is_string()) {
            let src = self.values.media_url(address);
            let media_type = self.words(value, &["mimetype"]);
            return src.map(|src| RecordingSource { src, media_type }).into_iter().collect();
        }
        order::sort(&mut found, &|one, other| other.0.cmp(&one.0));
        // A list of pieces is played by fewer browsers than a file.
        let (mut file, mut list) = (None, None);
        for (_, source) in found {
            let is_list = source.media_type.as_deref() == Some("application/x-mpegurl");
            let best = if is_list { &mut list } else { &mut file };
            best.get_or_insert(source);
        }
        file.into_iter().chain(list).collect()
    }

    fn poster(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        let named = value.get("promo_image").or_else(|| value.get_in("promo_items", "basic"));
        let image = named.filter(|image| first(*image, &["url"]).is_some_and(Value::is_string))?;
        Some(self.image(image))
    }

    /// Browsers show texts in WebVTT only.
    fn tracks(&mut self, value: Value<'_, 'a>) -> Vec<Track<'a>> {
        let files = items_in(value.get_in("subtitles", "urls"));
        let files = files.filter(|file| file.str_of("format").is_some_and(|format| format.contains("VTT")));
        let mut found = Vec::new();
        for file in files {
            let Some(src) = media_url_of(&mut self.values, file, &["url"]) else { continue };
            let language = file.get("language").and_then(|language| self.values.language(language));
            found.push(Track { kind: TrackKind::Captions, src, language, label: None });
        }
        found
    }

    /// What a service answers that was asked how to show a page of another site.
    pub(super) fn oembed(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        let answer = value.get("raw_oembed").unwrap_or(value);
        // A draft has no more than the address that the service is asked for.
        let asked = value.get("referent").filter(|_| value.get("raw_oembed").is_none());
        let asked = asked.and_then(|referent| self.referred_page(referent));
        let url = asked.or_else(|| self.address(answer, &["url", "_id"]));
        let mut blocks = first(answer, &["html"]).map(|html| self.html(html)).unwrap_or_default();
        let shown =
            if let [Block::Embed(embed)] = blocks.as_mut_slice() { Some(std::mem::take(&mut **embed)) } else { None };
        let mut embed = match (shown, url) {
            (Some(Embed { provider, fallback, .. }), Some(url)) => {
                Embed { provider, fallback, ..embeds::embed(url, at(value)) }
            }
            (Some(shown), None) => shown,
            (None, Some(url)) => Embed { fallback: blocks, ..embeds::embed(url, at(value)) },
            (None, None) => return blocks,
        };
        embed.provider = embed.provider.take().or_else(|| self.words(answer, &["provider_name"]));
        embed.title = self.words(answer, &["title"]);
        embed.caption = line_of(self, value, &["caption"]);
        (embed.width, embed.height) = (pixels(answer, "width"), pixels(answer, "height"));
        vec![Block::from(embed)]
    }

    /// What a customer of Arc shows in its own way: where it is, and what its settings say for readers.
    pub(super) fn custom_embed(&mut self, value: Value<'_, 'a>) -> Option<Vec<Block<'a>>> {
        let embed = value.get("embed")?;
        let settings = embed.get("config").filter(|settings| settings.kind() == Kind::Object).unwrap_or(embed);
        let name = value.str_of("subtype").unwrap_or_default();
        let name = name.strip_prefix("custom-").unwrap_or(&name);
        // All of the settings may stand in an object of their own.
        let mut fields = settings.members().map(|(_, field)| field);
        let only = fields.next().filter(|field| fields.next().is_none() && field.kind() == Kind::Object);
        let settings = only.unwrap_or(settings);
        if let Some(html) = settings.str_of("base64HTML").and_then(|html| from_base64(&html)) {
            return Some(self.html_of(&html, settings));
        }
        if let Some(blocks) = custom::named(self, settings, name) {
            return Some(blocks);
        }
        if let Some(card) = self.story_card(settings) {
            return Some(vec![Block::from(card)]);
        }
        if let Some(src) = media_url_of(&mut self.values, settings, &["image_src", "photo"]) {
            let mut image = Image {
                src: Some(src),
                alt: self.words(settings, &["image_alt", "alt"]).map_or(Alt::Absent, Alt::Text),
                caption: line_of(self, settings, &["image_caption", "caption", "title"]),
                credit: self.words(settings, &["image_credit"]).map(credit::credit),
                href: self.address(settings, &["link"]),
                at: at(value),
                ..Image::default()
            };
            figure::settle(&mut image);
            return Some(vec![Block::from(image)]);
        }
        let page = self.address(settings, &["url", "href", "link"]).or_else(|| self.address(embed, &["url"]));
        let page = page.filter(|page| page.host().is_some());
        let Some(url) = page else { return Some(custom::unknown(self, settings, name)) };
        let mut shown = Embed {
            title: self.words(settings, &["title", "headline"]),
            caption: line_of(self, settings, &["caption", "description"]),
            fallback: blocks_of(self, settings, &["body", "content", "text", "html"]),
            ..embeds::embed(url, at(value))
        };
        let says_nothing = shown.title.is_none() && shown.caption.is_empty() && shown.fallback.is_empty();
        if says_nothing && first(settings, &["question", "answers", "items", "quote", "image", "images"]).is_some() {
            shown.fallback = custom::unknown(self, settings, name);
        }
        Some(vec![Block::from(shown)])
    }

    /// Where a reference to a post or film of another site leads: its identifier is an address, or a number there.
    pub(super) fn referred_page(&mut self, referent: Value<'_, 'a>) -> Option<Url<'a>> {
        let id = referent.get("id").filter(|id| id.is_string())?;
        let text = id.as_str()?;
        if text.starts_with("http") {
            return self.values.url(id);
        }
        let provider = referent.str_of("provider").unwrap_or_default();
        embeds::page_by_id(&|site| provider.contains(site), &text)
    }
}
