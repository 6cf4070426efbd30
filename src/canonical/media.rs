//! Writes galleries, recordings, embeds and links to other pages.

use crate::json::Writer;
use crate::model::{
    Embed, Gallery, GalleryLayout, Image, ImageKind, LinkCard, LinkKind, LinkList, PageWidth, Recording, RecordingKind,
    Rendition, Side, TrackKind,
};

use super::{blocks, date, deep, language, line, named, object, objects, size, text, url, write_credit, write_image};

pub(super) fn write_gallery(gallery: &Gallery<'_>, json: &mut Writer) {
    json.key("type").string("gallery");
    named("layout", gallery.layout, &GalleryLayout::NAMES, json);
    json.key("items").objects(&gallery.items, write_image);
    line("caption", &gallery.caption, json);
    write_credit(gallery.credit.as_ref(), json);
}

pub(super) fn write_recording(recording: &Recording<'_>, json: &mut Writer) {
    json.key("type").string(match recording.kind {
        RecordingKind::Video => "video",
        RecordingKind::Audio => "audio",
    });
    text("title", recording.title.as_ref(), json);
    url("url", recording.url.as_ref(), json);
    objects("sources", &recording.sources, json, |source, json| {
        json.key("src").string(source.src.as_str());
        text("type", source.media_type.as_ref(), json);
    });
    image("poster", recording.poster.as_ref(), json);
    line("caption", &recording.caption, json);
    write_credit(recording.credit.as_ref(), json);
    objects("tracks", &recording.tracks, json, |track, json| {
        named("kind", Some(track.kind), &TrackKind::NAMES, json);
        json.key("src").string(track.src.as_str());
        language("lang", track.language.as_ref(), json);
        text("label", track.label.as_ref(), json);
    });
    size("duration", recording.duration, json);
    blocks("transcript", &recording.transcript, json);
    size("width", recording.width, json);
    size("height", recording.height, json);
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
    json.key("items").objects(&list.items, write_card);
}

pub(super) fn write_card(card: &LinkCard<'_>, json: &mut Writer) {
    json.key("type").string("linkCard");
    named("kind", Some(card.kind), &LinkKind::NAMES, json);
    url("url", card.url.as_ref(), json);
    line("title", &card.title, json);
    line("description", &card.description, json);
    image("image", card.image.as_ref(), json);
    text("publisher", card.publisher.as_ref(), json);
}

pub(super) fn image(key: &str, image: Option<&Image<'_>>, json: &mut Writer) {
    object(key, image.filter(|_| !deep::is_deepest(json)), json, write_image);
}

pub(super) fn write_renditions(renditions: &[Rendition<'_>], json: &mut Writer) {
    objects("sources", renditions, json, |rendition, json| {
        json.key("src").string(rendition.src.as_str());
        size("width", rendition.width, json);
        size("height", rendition.height, json);
        text("type", rendition.media_type.as_ref(), json);
        text("media", rendition.media.as_ref(), json);
    });
}

/// What is known of a picture beyond what is seen of it.
pub(super) fn write_picture_facts(image: &Image<'_>, json: &mut Writer) {
    text("copyrightHolder", image.copyright_holder.as_ref(), json);
    text("usageTerms", image.usage_terms.as_ref(), json);
    date("dateCreated", image.created.as_ref(), json);
    text("contentLocation", image.location.as_ref(), json);
    named("kind", image.kind, &ImageKind::NAMES, json);
    blocks("longDescription", &image.long_description, json);
    object("focalPoint", image.focal_point.as_ref(), json, |point, json| {
        json.key("x").decimal(point.x);
        json.key("y").decimal(point.y);
    });
    if image.width_on_page.is_some() || image.side.is_some() {
        json.key("layout").object(|json| {
            named("width", image.width_on_page, &PageWidth::NAMES, json);
            named("align", image.side, &Side::NAMES, json);
        });
    }
}
