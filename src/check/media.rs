//! Film, sound, embeds, links to other pages: what somebody who cannot see or hear them needs.

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Article, Block, BlockPart, Embed, Image, ImageKind, LinkCard, Recording, RecordingKind, is_blank};

use super::walk;

pub(super) fn check(article: &Article<'_>, diagnostics: &mut Diagnostics) {
    walk::blocks(article, &mut |block| {
        if let Block::Recording(item) = block {
            recording(item, diagnostics);
        }
        if let Block::Embed(item) = block {
            embed(item, diagnostics);
        }
        if let Block::LinkCard(item) = block {
            card(item, diagnostics);
        }
        if let Block::LinkList(list) = block {
            list.items.iter().for_each(|item| card(item, diagnostics));
        }
        block.parts(&mut |part| {
            if let BlockPart::Image(image) = part {
                chart(image, diagnostics);
            }
        });
    });
    article.related.iter().for_each(|item| card(item, diagnostics));
}

fn recording(recording: &Recording<'_>, diagnostics: &mut Diagnostics) {
    let at = recording.at.offset();
    if recording.sources.is_empty() {
        let message = if recording.url.is_some() {
            "the recording has no file, so readers are sent to the page that plays it"
        } else {
            "the recording has neither a file nor a page that plays it, so nothing can be played"
        };
        return diagnostics.add(Code::MediaSrcMissing, at, message);
    }
    let has_transcript = !recording.transcript.is_empty();
    match recording.kind {
        RecordingKind::Video if !recording.has_captions() => diagnostics.add(
            Code::VideoNoCaptions,
            at,
            "the film has no captions, so those who do not hear it miss what is said (WCAG 1.2.2)",
        ),
        RecordingKind::Audio if !has_transcript => diagnostics.add(
            Code::AudioNoTranscript,
            at,
            "the recording has no transcript, so those who do not hear it miss all of it (WCAG 1.2.1)",
        ),
        RecordingKind::Video | RecordingKind::Audio => {}
    }
}

fn embed(embed: &Embed<'_>, diagnostics: &mut Diagnostics) {
    // A post that stands there in its own words says what it is.
    if embed.fallback.is_empty() && embed.title.as_ref().is_none_or(|title| title.is_blank()) {
        let message = "the embed has no title, so readers cannot tell what they would load (WCAG 4.1.2)";
        diagnostics.add(Code::EmbedTitleMissing, embed.at.offset(), message);
    }
    if embed.url.is_none() {
        let message = "the embed has no address, so readers see only what is said about it";
        diagnostics.add(Code::MediaSrcMissing, embed.at.offset(), message);
    }
}

fn card(card: &LinkCard<'_>, diagnostics: &mut Diagnostics) {
    let at = card.at.offset();
    if card.url.is_none() {
        diagnostics.add(Code::LinkNoTarget, at, "the link to another page has no address to lead to");
    } else if is_blank(&card.title) {
        diagnostics.add(Code::LinkUrlText, at, "the link to another page has no title, so its address is shown");
    }
}

/// A chart or a map says more than fits an alternative text (WAI, complex images).
fn chart(image: &Image<'_>, diagnostics: &mut Diagnostics) {
    let is_complex = matches!(image.kind, Some(ImageKind::Chart | ImageKind::Map | ImageKind::Graphic));
    if is_complex && image.src.is_some() && image.long_description.is_empty() {
        let message = "the picture is a chart, a map or a graphic and has no long description; say in it what the \
                       picture shows, figure by figure (WCAG 1.1.1)";
        diagnostics.add(Code::ImgComplexNoLongDescription, image.at.offset(), message);
    }
}

#[cfg(test)]
mod tests {
    use super::super::findings;
    use super::check as rule;
    use crate::model::{
        Article, Block, Embed, Image, ImageKind, LinkCard, MediaUrl, Recording, RecordingKind, RecordingSource, Track,
        TrackKind, Url,
    };

    fn check(block: Block<'_>, expected: &[&str]) {
        assert_eq!(findings(rule, &Article { body: vec![block], ..Article::default() }), expected);
    }

    fn recording(kind: RecordingKind) -> Recording<'static> {
        let src = MediaUrl::parse("/tide.mp4").ok();
        let sources = src.map(|src| RecordingSource { src, media_type: None });
        Recording { sources: sources.into_iter().collect(), ..Recording::new(kind) }
    }

    #[test]
    fn recordings_have_words() {
        check(Block::from(recording(RecordingKind::Video)), &["video-no-captions"]);
        check(Block::from(recording(RecordingKind::Audio)), &["audio-no-transcript"]);
        check(Block::from(Recording::new(RecordingKind::Audio)), &["media-src-missing"]);
        let mut captioned = recording(RecordingKind::Video);
        let src = MediaUrl::parse("/tide.vtt").ok();
        let track = |src| Track { kind: TrackKind::Captions, src, language: None, label: None };
        captioned.tracks.extend(src.map(track));
        check(Block::from(captioned), &[]);
    }

    #[test]
    fn embeds_have_titles() {
        check(Block::Embed(Box::default()), &["embed-title-missing", "media-src-missing"]);
        let url = Url::parse("/a").ok();
        check(Block::from(Embed { title: Some("Tides".into()), url: url.clone(), ..Embed::default() }), &[]);
        check(Block::from(Embed { fallback: vec![Block::Divider], url, ..Embed::default() }), &[]);
    }

    #[test]
    fn links_lead_somewhere() {
        check(Block::LinkCard(Box::default()), &["link-no-target"]);
        let url = Url::parse("/a").ok();
        check(Block::from(LinkCard { url, ..LinkCard::default() }), &["link-url-text"]);
    }

    #[test]
    fn charts_are_described() {
        let chart = Image { src: MediaUrl::parse("/c.png").ok(), kind: Some(ImageKind::Chart), ..Image::default() };
        check(Block::from(chart), &["img-complex-no-long-description"]);
    }
}
