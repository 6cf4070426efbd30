//! Writes galleries, recordings, embeds and links to other pages.

use crate::json::Writer;
use crate::model::{
    Embed, Gallery, GalleryLayout, Image, ImageKind, LinkCard, LinkKind, LinkList, MediaUrl, PageWidth, Recording,
    RecordingKind, Rendition, Side, TrackKind,
};

use super::{blocks, date, deep, language, line, name, size, string, text, url, write_credit, write_image};

pub(super) fn write_gallery(gallery: &Gallery<'_>, json: &mut Writer) {
    json.key("type").string("gallery");
    string("layout", gallery.layout.and_then(|layout| name(layout, &GalleryLayout::NAMES)), json);
    json.key("items").array(|json| gallery.items.iter().for_each(|image| json.object(|json| write_image(image, json))));
    line("caption", &gallery.caption, json);
    if let Some(credit) = &gallery.credit {
        write_credit(credit, json);
    }
}

pub(super) fn write_recording(recording: &Recording<'_>, json: &mut Writer) {
    json.key("type").string(match recording.kind {
        RecordingKind::Video => "video",
        RecordingKind::Audio => "audio",
    });
    text("title", recording.title.as_ref(), json);
    url("url", recording.url.as_ref(), json);
    if !recording.sources.is_empty() {
        json.key("sources").array(|json| {
            for source in &recording.sources {
                json.object(|json| {
                    json.key("src").string(source.src.as_str());
                    text("type", source.media_type.as_ref(), json);
                });
            }
        });
    }
    image("poster", recording.poster.as_ref(), json);
    line("caption", &recording.caption, json);
    if let Some(credit) = &recording.credit {
        write_credit(credit, json);
    }
    write_tracks(recording, json);
    size("duration", recording.duration, json);
    blocks("transcript", &recording.transcript, json);
    size("width", recording.width, json);
    size("height", recording.height, json);
}

fn write_tracks(recording: &Recording<'_>, json: &mut Writer) {
    if recording.tracks.is_empty() {
        return;
    }
    json.key("tracks").array(|json| {
        for track in &recording.tracks {
            json.object(|json| {
                string("kind", name(track.kind, &TrackKind::NAMES), json);
                json.key("src").string(track.src.as_str());
                language("lang", track.language.as_ref(), json);
                text("label", track.label.as_ref(), json);
            });
        }
    });
}

pub(super) fn write_embed(embed: &Embed<'_>, json: &mut Writer) {
    json.key("type").string("embed");
    text("provider", embed.provider.as_ref(), json);
    url("url", embed.url.as_ref(), json);
    text("title", embed.title.as_ref(), json);
    line("caption", &embed.caption, json);
    blocks("fallback", &embed.fallback, json);
    size("width", embed.width, json);
    size("height", embed.height, json);
}

pub(super) fn write_links(list: &LinkList<'_>, json: &mut Writer) {
    json.key("type").string("linkList");
    line("title", &list.title, json);
    json.key("items").array(|json| list.items.iter().for_each(|card| json.object(|json| write_card(card, json))));
}

pub(super) fn write_card(card: &LinkCard<'_>, json: &mut Writer) {
    json.key("type").string("linkCard");
    string("kind", name(card.kind, &LinkKind::NAMES), json);
    url("url", card.url.as_ref(), json);
    line("title", &card.title, json);
    line("description", &card.description, json);
    image("image", card.image.as_ref(), json);
    text("publisher", card.publisher.as_ref(), json);
}

pub(super) fn image(key: &str, image: Option<&Image<'_>>, json: &mut Writer) {
    if let Some(image) = image.filter(|_| !deep::is_deepest(json)) {
        json.key(key).object(|json| write_image(image, json));
    }
}

pub(super) fn write_renditions(renditions: &[Rendition<'_>], json: &mut Writer) {
    if renditions.is_empty() {
        return;
    }
    json.key("sources").array(|json| {
        for rendition in renditions {
            json.object(|json| {
                json.key("src").string(MediaUrl::as_str(&rendition.src));
                size("width", rendition.width, json);
                size("height", rendition.height, json);
                text("type", rendition.media_type.as_ref(), json);
                text("media", rendition.media.as_ref(), json);
            });
        }
    });
}

/// What is known of a picture beyond what is seen of it.
pub(super) fn write_picture_facts(image: &Image<'_>, json: &mut Writer) {
    text("copyrightHolder", image.copyright_holder.as_ref(), json);
    text("usageTerms", image.usage_terms.as_ref(), json);
    date("dateCreated", image.created.as_ref(), json);
    text("contentLocation", image.location.as_ref(), json);
    string("kind", image.kind.and_then(|kind| name(kind, &ImageKind::NAMES)), json);
    blocks("longDescription", &image.long_description, json);
    if let Some(point) = image.focal_point {
        json.key("focalPoint").object(|json| {
            json.key("x").decimal(point.x);
            json.key("y").decimal(point.y);
        });
    }
    if image.width_on_page.is_some() || image.side.is_some() {
        json.key("layout").object(|json| {
            string("width", image.width_on_page.and_then(|width| name(width, &PageWidth::NAMES)), json);
            string("align", image.side.and_then(|side| name(side, &Side::NAMES)), json);
        });
    }
}
