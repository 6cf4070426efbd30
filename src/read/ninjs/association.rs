//! Finds the associations of an item: those that its body names, and those that stand around it.

use std::borrow::Cow;

use crate::diagnostic::Code;
use crate::json::{Value, items_in};
use crate::model::{Alt, Article, Block, Gallery, Image, ImageKind, LinkCard, MediaUrl, Recording, Url, plain_text};

use super::super::index::Index;
use super::super::piece::Body;
use super::super::prose;
use super::super::source::Source;
use super::super::values::at;
use super::super::{figure, markup, words};
use super::field::{field, first, named, texts};
use super::picture::{ADDRESSES, is_picture, is_recording, renditions};
use super::{IDS, Ninjs, kind};

/// Names of the association that leads an article.
const LEADS: &str = "mainpic|mainpicture|main|featuremedia|featureimage|lead|hero|teaser";

/// What the dpa says of an association instead.
const FEATURED: &str = "featureimage";

/// The associations of an item, and which of them the body shows.
pub(super) struct Associations<'d, 'a> {
    items: Vec<(String, Value<'d, 'a>)>,
    is_shown: Vec<bool>,
    /// Which one has a name, or a file of that address.
    known: Index<'a, usize>,
}

impl<'d, 'a> Associations<'d, 'a> {
    pub(super) fn of(item: Value<'d, 'a>, source: &'d Source<'a>) -> Self {
        let mut items = Vec::new();
        gather(item, source, &mut items);
        let own = items.len();
        // Superdesk has the groups of a newsroom's own once more, or alone.
        for (name, group) in field(item, "extra_items").map(named).unwrap_or_default() {
            let members = items_in(field(group, "items"));
            items.extend(members.map(|member| (name.to_string(), member)));
        }
        let mut known = Index::new();
        let mut is_shown = Vec::new();
        for (index, (name, item)) in items.iter().enumerate() {
            let id = first(*item, &IDS).and_then(Value::as_str);
            is_shown.push(index >= own && id.is_some_and(|id| known.get(&id).is_some()));
            known.add(Cow::Owned(name.clone()), index);
            for name in IDS.iter().filter_map(|key| first(*item, &[key])) {
                known.add(name.as_str().unwrap_or_default(), index);
            }
            for (_, rendition) in renditions(*item) {
                let string = |names: &[&str]| first(rendition, names).and_then(Value::as_str);
                if let Some(src) = string(&ADDRESSES).and_then(|href| MediaUrl::parse(href).ok()) {
                    known.add(Cow::Owned(src.as_str().to_owned()), index);
                }
                // Superdesk's name for a file stays when another server has it.
                if let Some(media) = string(&["media"]) {
                    known.add(Cow::Owned(file_name(&media).to_owned()), index);
                }
            }
        }
        Self { is_shown, items, known }
    }

    /// The item of a name, or of the address or the name of a file, which is then shown.
    fn take(&mut self, id: Option<&str>, src: Option<&str>) -> Option<Value<'d, 'a>> {
        let names = [id, src, src.map(file_name)];
        let index = *names.iter().flatten().find_map(|name| self.known.get(name))?;
        if let Some(is_shown) = self.is_shown.get_mut(index) {
            *is_shown = true;
        }
        self.items.get(index).map(|(_, item)| *item)
    }

    /// The items that are texts, which are then shown.
    fn take_texts(&mut self) -> Vec<Value<'d, 'a>> {
        let mut found = Vec::new();
        for ((_, item), is_shown) in self.items.iter().zip(&mut self.is_shown) {
            if !*is_shown && matches!(what(*item), What::Other) && !texts(*item, "body").is_empty() {
                *is_shown = true;
                found.push(*item);
            }
        }
        found
    }

    fn unshown(self) -> Vec<(String, Value<'d, 'a>)> {
        self.items.into_iter().zip(self.is_shown).filter(|(_, is_shown)| !is_shown).map(|(item, _)| item).collect()
    }
}

/// Adds the associations of an item. Those of a package stand in groups; the depth is bounded by that of JSON, since
/// what a reference stands for is not opened in turn.
fn gather<'d, 'a>(item: Value<'d, 'a>, source: &'d Source<'a>, out: &mut Vec<(String, Value<'d, 'a>)>) {
    for (name, item) in field(item, "associations").map(named).unwrap_or_default() {
        let has_files = !renditions(item).is_empty();
        let id = first(item, &IDS).and_then(Value::as_str).filter(|_| !has_files);
        let resolved = id.and_then(|id| source.reference(&id));
        // A package in a package is no more than what holds others together.
        if resolved.is_none() && is_package(item) && field(item, "associations").is_some() {
            gather(item, source, out);
        } else {
            let leads = field(item, "isfeatureimage").is_some_and(|leads| leads.as_bool() == Some(true));
            let name = if leads { FEATURED.to_owned() } else { name.into_owned() };
            out.push((name, resolved.unwrap_or(item)));
        }
    }
}

/// The last part of an address.
fn file_name(address: &str) -> &str {
    address.rsplit('/').next().unwrap_or_default()
}

pub(super) fn is_package(item: Value<'_, '_>) -> bool {
    matches!(&*kind(item), "composite" | "package")
}

impl<'a> Ninjs<'_> {
    /// Gives the pictures of the body what the associations that they stand for say.
    pub(super) fn resolve(&mut self, blocks: &mut [Block<'a>], associations: &mut Associations<'_, 'a>) {
        for block in blocks {
            if let Block::Image(image) = block {
                self.complete(image, associations);
            } else if let Block::Gallery(gallery) = block {
                gallery.items.iter_mut().for_each(|image| self.complete(image, associations));
            } else if let Block::Recording(recording) = block {
                self.complete_recording(recording, associations);
            }
        }
    }

    /// What the body says about a picture goes before what its association says.
    fn complete(&mut self, image: &mut Image<'a>, associations: &mut Associations<'_, 'a>) {
        let src = image.src.as_ref().map(MediaUrl::as_str);
        let Some(item) = associations.take(image.id.as_deref(), src) else { return };
        let mut full = self.picture(item);
        if full.src.is_none() {
            (full.src, full.width, full.height) = (image.src.take(), image.width, image.height);
        }
        super::super::pictures::complete(image, full.clone());
        // An alternative text that repeats the caption is none.
        if full.alt != Alt::Absent && image.alt.as_str() == plain_text(&image.caption) {
            image.alt.clone_from(&full.alt);
        }
        *image = Image {
            alt: std::mem::take(&mut image.alt),
            caption: std::mem::take(&mut image.caption),
            credit: image.credit.take(),
            href: image.href.take(),
            side: image.side,
            width_on_page: image.width_on_page,
            ..full
        };
    }

    fn complete_recording(&mut self, recording: &mut Recording<'a>, associations: &mut Associations<'_, 'a>) {
        let src = recording.sources.first().map(|source| source.src.as_str());
        let Some(item) = associations.take(None, src) else { return };
        let Block::Recording(full) = self.recording(item) else { return };
        if recording.caption.is_empty() {
            recording.caption = full.caption;
        }
        recording.credit = recording.credit.take().or(full.credit);
        recording.title = recording.title.take().or(full.title);
        recording.poster = recording.poster.take().or(full.poster);
        recording.duration = recording.duration.or(full.duration);
    }

    /// The texts of a package, each below its headline and byline.
    pub(super) fn members(&mut self, associations: &mut Associations<'_, 'a>) -> Body<'a> {
        let Body { mut blocks, mut notes } = Body::default();
        for item in associations.take_texts() {
            blocks.extend(prose::heading(2, self.first_line(item, "headline"), item));
            blocks.extend(self.byline(item).map(|byline| Block::Paragraph(prose::line(byline))));
            blocks.extend(self.body(item, &mut Article::default()).keep_notes(&mut notes));
        }
        Body { blocks, notes }
    }

    /// Shows what the body does not show: one picture leads the article, the others follow it, and other articles are
    /// named beside it.
    pub(super) fn rest(
        &mut self,
        associations: Associations<'_, 'a>,
        body: &[Block<'a>],
        article: &mut Article<'a>,
    ) -> Vec<Block<'a>> {
        let (mut media, mut embeds) = (Vec::new(), Vec::new());
        for (name, item) in associations.unshown() {
            if let Some(html) = first(item, &["embedcode", "embed_code"]) {
                embeds.extend(self.embed(item, html));
                continue;
            }
            match what(item) {
                What::Picture | What::Recording if renditions(item).is_empty() => self.missing(item),
                What::Picture => {
                    let mut image = self.picture(item);
                    if name.to_ascii_lowercase().contains("logo") {
                        image.kind = Some(ImageKind::Logo);
                    }
                    media.push((name, Block::from(image)));
                }
                What::Recording => media.push((name, self.recording(item))),
                What::Other => article.related.extend(self.related(item)),
            }
        }
        let named = media.iter().position(|(name, _)| words::has(LEADS, &name.to_ascii_lowercase()));
        let has_media = body.iter().any(|block| matches!(block, Block::Image(_) | Block::Gallery(_)));
        let is_sign = |block: &Block<'_>| matches!(block, Block::Image(image) if image.kind == Some(ImageKind::Logo));
        let first = media.iter().position(|(_, block)| !is_sign(block)).filter(|_| !has_media);
        let lead = named.or(first);
        article.lead_media = lead.map(|index| media.remove(index).1);
        let mut rest = together(media.into_iter().map(|(_, block)| block).collect());
        rest.extend(embeds);
        rest
    }

    /// What other sites show, in the HTML that they hand out.
    pub(super) fn embed(&mut self, item: Value<'_, 'a>, html: Value<'_, 'a>) -> Vec<Block<'a>> {
        let mut found = markup::blocks(html, &mut self.values).blocks;
        if let [Block::Embed(embed)] = found.as_mut_slice() {
            let title = plain_text(&self.first_line(item, "headline"));
            embed.title = embed.title.take().or((!title.is_empty()).then(|| title.into()));
        }
        if found.is_empty() {
            let message = "the embed shows nothing without its script, and is left out";
            self.values.add(Code::HtmlDropped, html, message);
        }
        // A picture of it says its caption as well.
        if matches!(what(item), What::Picture) && !renditions(item).is_empty() {
            let picture = Block::from(self.picture(item));
            if let [Block::Embed(embed)] = found.as_mut_slice() {
                embed.fallback.push(picture);
            } else {
                found.push(picture);
            }
        } else {
            let caption = self.first_line(item, "description");
            figure::add_caption(&mut found, caption);
        }
        found
    }

    fn missing(&mut self, item: Value<'_, 'a>) {
        let message = "an association has nothing to show; a caller may hand in what it refers to";
        self.values.add(Code::ReferenceMissing, item, message);
    }

    /// Another article.
    fn related(&mut self, item: Value<'_, 'a>) -> Option<LinkCard<'a>> {
        let mut title = self.first_line(item, "headline");
        if title.is_empty() {
            title = self.text_line(item, &["title"]);
        }
        if title.is_empty() {
            self.missing(item);
            return None;
        }
        let files = renditions(item).into_iter().filter_map(|(_, file)| first(file, &ADDRESSES));
        let mut places = first(item, &["uri"]).into_iter().chain(files).filter_map(Value::as_str);
        let url = places.find(|place| place.starts_with("http")).and_then(|place| Url::parse(place).ok());
        let description = self.first_line(item, "description");
        Some(LinkCard { url, title, description, at: at(item), ..LinkCard::default() })
    }
}

/// What an association is.
enum What {
    Picture,
    Recording,
    Other,
}

fn what(item: Value<'_, '_>) -> What {
    let files = renditions(item);
    match &*kind(item) {
        "picture" | "graphic" | "image" => What::Picture,
        "video" | "audio" | "animation" => What::Recording,
        "text" | "composite" | "package" => What::Other,
        _ if files.iter().any(|(_, file)| is_recording(*file)) => What::Recording,
        _ if files.iter().any(|(_, file)| is_picture(*file)) => What::Picture,
        _ => What::Other,
    }
}

/// Several pictures are a gallery.
fn together(blocks: Vec<Block<'_>>) -> Vec<Block<'_>> {
    let are_pictures = blocks.len() > 1 && blocks.iter().all(|block| matches!(block, Block::Image(_)));
    if !are_pictures {
        return blocks;
    }
    let mut gallery = Gallery::default();
    for block in blocks {
        if let Block::Image(image) = block {
            gallery.items.push(*image);
        }
    }
    vec![Block::from(gallery)]
}
