//! Shows galleries, recordings, embeds and links to other pages.

use std::borrow::Cow;

use crate::html::{Attribute, Element, Name};
use crate::locale::fill;
use crate::model::{
    Embed, Gallery, GalleryLayout, Inline, Language, LinkCard, LinkKind, LinkList, MediaUrl, Recording, RecordingKind,
    Text, Track, TrackKind, Url, is_blank, plain_text,
};

use super::aside::titled;
use super::figure::figcaption_of;
use super::picture::{silent_picture, sized};
use super::{View, link_to, shown};

impl<'a> View<'_, 'a> {
    /// Pictures in a list, so that a screen reader says how many there are; each keeps its own caption and credit.
    pub(super) fn gallery(&mut self, gallery: &'a Gallery<'a>) -> Option<Element<'a>> {
        let mut pictures = Vec::new();
        for image in &gallery.items {
            pictures.extend(self.figure(image).map(|figure| Element::new(Name::Li).child(figure)));
        }
        let caption = self.figcaption(&gallery.caption, gallery.credit.as_ref(), self.words.image_credit);
        if pictures.is_empty() {
            return caption.map(|caption| Element::classed(Name::Figure, "np-figure").child(caption));
        }
        let mut list = Element::classed(Name::Ul, "np-pictures");
        if gallery.layout == Some(GalleryLayout::Carousel) {
            // What scrolls must be reached by a keyboard (WCAG 2.1.1).
            list = list.with(Attribute::Tabindex, "0").with(Attribute::AriaLabel, self.words.gallery);
        }
        let list = list.children(pictures);
        let class = gallery_class(gallery.layout);
        Some(match caption {
            Some(caption) => Element::classed(Name::Figure, class).child(list).child(caption),
            None => Element::classed(Name::Div, class)
                .with(Attribute::Role, "group")
                .with(Attribute::AriaLabel, self.words.gallery)
                .child(list),
        })
    }

    /// A film or sound is a figure with its caption; what is said in it can be read below.
    pub(super) fn recording(&mut self, recording: &'a Recording<'a>) -> Option<Element<'a>> {
        let mut figure = Element::classed(Name::Figure, "np-figure np-recording");
        // What cannot be played here can at least be seen.
        let still = recording.poster.as_ref().filter(|_| recording.sources.is_empty());
        figure.extend(still.and_then(|still| silent_picture(still, "np-image")));
        figure.extend(self.player(recording));
        // A link to a page that plays it is called by the title already.
        let title =
            shown(recording.title.as_ref()).filter(|_| !recording.sources.is_empty() || recording.url.is_none());
        let credit = recording.credit.as_ref().and_then(|credit| self.credit(credit, self.words.credit));
        // A film with a caption shows what it is; a sound, or what cannot be played, shows it by its title alone.
        let is_seen = recording.kind == RecordingKind::Video && !recording.sources.is_empty();
        let title = title.filter(|_| !is_seen || is_blank(&recording.caption));
        let caption = self.titled(title, &recording.caption);
        figure.extend(figcaption_of(caption, credit));
        let figure = figure.unless_empty();
        let Some(transcript) = self.foldable(self.words.transcript, &recording.transcript) else { return figure };
        Some(Element::classed(Name::Div, "np-group").children(figure).child(transcript))
    }

    /// The caption below its title, unless it says that as well.
    fn titled(&mut self, title: Option<&'a Text<'a>>, caption: &'a [Inline<'a>]) -> Option<Element<'a>> {
        let Some(title) = title.filter(|title| !plain_text(caption).contains(title.as_str())) else {
            return self.caption(caption);
        };
        let span = Element::classed(Name::Span, "np-caption");
        if is_blank(caption) {
            return Some(span.text(title.as_str()));
        }
        let title = Element::new(Name::Strong).text(title.as_str());
        Some(self.line(span.child(title).child(Element::new(Name::Br)), caption))
    }

    /// Nothing plays by itself, and nothing but what the player needs is fetched before somebody plays it.
    fn player(&self, recording: &'a Recording<'a>) -> Option<Element<'a>> {
        if recording.sources.is_empty() {
            return recording.url.as_ref().map(|url| self.elsewhere(recording, url));
        }
        let (player, word) = match recording.kind {
            RecordingKind::Video => (film(recording), self.words.video),
            RecordingKind::Audio => (Element::classed(Name::Audio, "np-audio"), self.words.audio),
        };
        let label = shown(recording.title.as_ref()).map_or(word, |title| title.as_str());
        let mut player = player
            .with(Attribute::Controls, "")
            .with(Attribute::Preload, if recording.poster.is_some() { "none" } else { "metadata" })
            .with(Attribute::AriaLabel, label);
        player.extend(recording.sources.iter().map(|source| {
            Element::new(Name::Source)
                .with(Attribute::Src, source.src.as_str())
                .with_some(Attribute::Type, shown(source.media_type.as_ref()).map(|name| name.as_str()))
        }));
        let tracks = recording.tracks.iter().map(|track| self.track(track));
        let file = recording.sources.first().map(|source| source.src.as_str());
        let link = file.map(|file| link_to(file).text(label));
        Some(player.children(tracks).children(link))
    }

    /// Subtitles must say their language (HTML, "The track element"); those that do not are captions.
    fn track(&self, track: &'a Track<'a>) -> Element<'a> {
        let kind = match track.kind {
            TrackKind::Subtitles if track.language.is_none() => TrackKind::Captions,
            TrackKind::Captions | TrackKind::Subtitles | TrackKind::Descriptions | TrackKind::Chapters => track.kind,
        };
        let (name, word) = match kind {
            TrackKind::Captions => ("captions", self.words.captions),
            TrackKind::Subtitles => ("subtitles", self.words.subtitles),
            TrackKind::Descriptions => ("descriptions", self.words.audio_description),
            TrackKind::Chapters => ("chapters", self.words.chapters),
        };
        let label = shown(track.label.as_ref()).map_or(word, |label| label.as_str());
        Element::new(Name::Track)
            .with(Attribute::Kind, name)
            .with(Attribute::Src, track.src.as_str())
            .with_some(Attribute::Srclang, track.language.as_ref().map(Language::as_str))
            .with(Attribute::Label, label)
    }

    /// A recording that only another page can play.
    fn elsewhere(&self, recording: &'a Recording<'a>, url: &'a Url<'a>) -> Element<'a> {
        let link = link_to(url.as_str());
        let link = match shown(recording.title.as_ref()) {
            Some(title) => link.text(title.as_str()),
            None => {
                let site = url.host().map_or(Cow::Borrowed(self.words.another_site), Cow::Owned);
                self.ours(link, self.words.embed_open).text(fill(self.words.embed_open, &site))
            }
        };
        Element::classed(Name::P, "np-embed-link").child(link)
    }

    /// What another site shows stays there: here is what it says, and the way to it. Nothing of it is fetched.
    pub(super) fn embed(&mut self, embed: &'a Embed<'a>) -> Option<Element<'a>> {
        let content = self.blocks(&embed.fallback);
        let phrase = if content.is_empty() { self.words.embed_title } else { self.words.embed_open };
        let mut figure = Element::classed(Name::Figure, "np-figure np-embed").children(content);
        figure.extend(self.embed_link(embed, phrase));
        figure.extend(self.figcaption(&embed.caption, None, self.words.credit));
        figure.unless_empty()
    }

    /// The way there, called by its title, or else by a phrase with the site's name.
    fn embed_link(&self, embed: &'a Embed<'a>, phrase: &str) -> Option<Element<'a>> {
        let title = shown(embed.title.as_ref());
        let element = Element::classed(Name::P, "np-embed-link");
        let Some(url) = &embed.url else { return title.map(|title| element.text(title.as_str())) };
        let provider = embed.provider.as_ref().map(|provider| provider.as_str().to_owned());
        let site = provider.or_else(|| url.host()).unwrap_or_else(|| self.words.another_site.to_owned());
        let link = link_to(url.as_str());
        Some(match title {
            Some(title) => element.child(link.text(title.as_str())).text([" (", &site, ")"].concat()),
            None => element.child(self.ours(link, phrase).text(fill(phrase, &site))),
        })
    }

    pub(super) fn card(&mut self, card: &'a LinkCard<'a>) -> Option<Element<'a>> {
        self.card_as(Name::Div, card)
    }

    /// The title is the link; a card without one is called by its address.
    fn card_as(&mut self, name: Name, card: &'a LinkCard<'a>) -> Option<Element<'a>> {
        let mut element = Element::classed(name, "np-card");
        // The picture of another page says nothing that its title does not say.
        element.extend(card.image.as_ref().and_then(|image| silent_picture(image, "np-card-image")));
        element.extend(self.card_title(card));
        element.extend(self.some_line(Element::classed(Name::P, "np-card-description"), &card.description));
        let publisher = shown(card.publisher.as_ref());
        element.extend(publisher.map(|name| Element::classed(Name::P, "np-card-publisher").text(name.as_str())));
        element.unless_empty()
    }

    fn card_title(&mut self, card: &'a LinkCard<'a>) -> Option<Element<'a>> {
        let element = Element::classed(Name::P, "np-card-title");
        let Some(url) = &card.url else { return self.some_line(element, &card.title) };
        let rel = (card.kind == LinkKind::Product).then_some("sponsored");
        let link = Element::new(Name::A).with_some(Attribute::Rel, rel).with(Attribute::Href, url.as_str());
        let link = if is_blank(&card.title) { link.text(url.as_str()) } else { self.link_line(link, &card.title) };
        Some(element.child(link))
    }

    pub(super) fn link_list(&mut self, list: &'a LinkList<'a>) -> Option<Element<'a>> {
        let title = self.box_title(&list.title);
        self.cards(title, &list.items)
    }

    fn cards(&mut self, title: Option<Element<'a>>, cards: &'a [LinkCard<'a>]) -> Option<Element<'a>> {
        let items = cards.iter().filter_map(|card| self.card_as(Name::Li, card));
        titled("np-links", title, Element::classed(Name::Ul, "np-cards").children(items))
    }

    /// Other articles on the subject, after everything that belongs to this one.
    pub(super) fn related(&mut self, cards: &'a [LinkCard<'a>]) -> Option<Element<'a>> {
        let list = self.cards(None, cards)?;
        let id = self.id("related");
        let section = Element::classed(Name::Section, "np-related").with(Attribute::AriaLabelledby, id.clone());
        Some(section.child(self.section_heading(id, self.words.related)).child(list))
    }

    /// Lines whose breaks and spaces count.
    pub(super) fn preformatted(&mut self, line: &'a [Inline<'a>]) -> Option<Element<'a>> {
        self.some_line(Element::classed(Name::Pre, "np-verse"), line)
    }
}

/// A film with the picture that stands in its place before it plays.
fn film<'a>(recording: &'a Recording<'a>) -> Element<'a> {
    let poster = recording.poster.as_ref().and_then(|poster| poster.src.as_ref());
    let film = Element::classed(Name::Video, "np-video").with_some(Attribute::Poster, poster.map(MediaUrl::as_str));
    sized(film, recording.width, recording.height)
}

fn gallery_class(layout: Option<GalleryLayout>) -> &'static str {
    match layout {
        Some(GalleryLayout::Carousel) => "np-gallery np-carousel",
        Some(GalleryLayout::Pair) => "np-gallery np-pair",
        Some(GalleryLayout::Grid | GalleryLayout::Mosaic) | None => "np-gallery",
    }
}
