//! Reads the cards of Ghost, whose words are HTML.

use crate::diagnostic;
use crate::json::Value;
use crate::model::{
    Alt, Block, Callout, CalloutKind, Code, Decimal, Details, Embed, Gallery, Image, Inline, LinkCard, LinkKind,
    PageWidth, Rating, Recording, RecordingKind, RecordingSource,
};

use super::super::prose::{self, first, first_string, media_url_of, pixels, text_of, url_of};
use super::super::values::at;
use super::super::{embeds, figure, markdown};
use super::node::{Card, children, name};
use super::{Lexical, Prose};

impl<'a> Lexical<'_, '_, 'a> {
    pub(super) fn add_card(&mut self, card: Card, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        // What is for letters alone is not for readers of the page.
        if node.get("visibility").is_some_and(is_for_mail) {
            return;
        }
        // The cards of Ghost have their words in fields; what has nodes in it, or no file of its own, is another editor's.
        let has_no_file = matches!(card, Card::Video | Card::Audio) && first(node, &["src"]).is_none();
        if card != Card::Image && (has_no_file || children(node).next().is_some()) {
            return blocks.extend(self.other(node));
        }
        match card {
            Card::Image => blocks.extend(self.card_image(node).map(Block::from)),
            Card::Gallery => blocks.push(self.gallery(node)),
            Card::Embed => self.add_embed(node, blocks),
            Card::Bookmark => blocks.push(self.bookmark(node)),
            Card::Video => blocks.extend(self.recording(node, RecordingKind::Video)),
            Card::Audio => blocks.extend(self.recording(node, RecordingKind::Audio)),
            Card::File => blocks.extend(self.file_card(node)),
            Card::Html => blocks.extend(self.html_blocks(node, &["html"])),
            Card::Markdown => {
                let body = first_string(node, &["markdown"]).map(|text| markdown::blocks(text, &mut self.values));
                blocks.extend(body.unwrap_or_default().keep_notes(&mut self.notes));
            }
            Card::Code => blocks.push(Block::Code(Code {
                language: text_of(&mut self.values, node, &["language"]),
                text: text_of(&mut self.values, node, &["code"]).unwrap_or_default(),
                caption: self.html_line(node, &["caption"]),
            })),
            Card::Callout => {
                let content = self.html_blocks(node, &["calloutText", "text"]);
                blocks.push(Block::from(Callout { kind: CalloutKind::Note, title: Vec::new(), content }));
            }
            Card::Toggle => blocks.push(Block::from(Details {
                summary: self.html_line(node, &["heading"]),
                content: self.html_blocks(node, &["content"]),
                is_open: false,
            })),
            Card::Button => blocks.extend(self.button(node)),
            Card::Header => self.add_header(node, blocks),
            Card::Product => self.add_product(node, blocks),
            Card::Call => self.add_call(node, blocks),
        }
    }

    /// A picture of Ghost, of Lexical's playground, or of a gallery. Captions are HTML, or a document of their own.
    pub(super) fn card_image(&mut self, node: Value<'_, 'a>) -> Option<Image<'a>> {
        let address = first_string(node, &["src", "url"]);
        let mut image = Image { at: at(node), ..Image::default() };
        image.src = address.and_then(|src| self.values.media_url(src));
        image.caption = self.caption(node);
        figure::describe(self, node, &mut image);
        image.width_on_page = match node.str_of("cardWidth").as_deref() {
            Some("wide") => Some(PageWidth::Wide),
            Some("full") => Some(PageWidth::Full),
            Some(_) | None => None,
        };
        figure::finish(&mut image);
        // One with a caption is shown, and reported when it is looked at.
        let is_something = address.is_some() || !image.caption.is_empty();
        if !is_something {
            self.values.add(diagnostic::Code::ImgSrcMissing, node, "the picture has no address");
        }
        is_something.then_some(image)
    }

    fn caption(&mut self, node: Value<'_, 'a>) -> Vec<Inline<'a>> {
        match node.get("caption") {
            Some(caption) if !caption.is_string() => self.line(caption.get("editorState").unwrap_or(caption)),
            Some(_) => self.html_line(node, &["caption"]),
            None => self.words(node),
        }
    }

    fn gallery(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let pictures = node.items_of("images");
        let items = pictures.filter_map(|image| self.card_image(image)).collect();
        let (caption, credit) = super::super::credit::split(self.html_line(node, &["caption"]));
        Block::from(Gallery { items, caption, credit, layout: None, at: at(node) })
    }

    /// What another page shows; Ghost keeps its HTML as well, which says something where there is no address.
    fn add_embed(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        let id = first(node, &["videoID", "tweetID", "id"]).and_then(Value::as_str).unwrap_or_default();
        let url = match first(node, &["url"]) {
            Some(url) => self.values.url(url),
            None => embeds::page_by_id(&|site| name(node) == site, &id),
        };
        let Some(url) = url else {
            let found = self.html_blocks(node, &["html"]);
            if found.is_empty() {
                self.values.add(diagnostic::Code::MediaSrcMissing, node, "the embed has no address");
            }
            return blocks.extend(found);
        };
        let shown = embeds::embed(url, at(node));
        let about = node.get("metadata").unwrap_or(node);
        blocks.push(Block::from(Embed {
            title: text_of(&mut self.values, about, &["title"]).or(shown.title),
            caption: self.html_line(node, &["caption"]),
            width: pixels(about, "width"),
            height: pixels(about, "height"),
            ..shown
        }));
    }

    fn bookmark(&mut self, node: Value<'_, 'a>) -> Block<'a> {
        let about = node.get("metadata").unwrap_or(node);
        let url = url_of(&mut self.values, node, &["url"]);
        let mut title = prose::line_of(self, about, &["title"]);
        if title.is_empty() {
            title.extend(url.as_ref().map(|url| Inline::Text(url.as_str().to_owned().into())));
        }
        let mut description = prose::line_of(self, about, &["description"]);
        let caption = self.html_line(node, &["caption"]);
        prose::add_below(&mut description, caption);
        let thumbnail = first_string(about, &["thumbnail"]);
        Block::from(LinkCard {
            url,
            title,
            description,
            image: thumbnail.and_then(|thumbnail| self.values.picture(thumbnail)),
            publisher: text_of(&mut self.values, about, &["publisher", "author"]),
            kind: LinkKind::Bookmark,
            at: at(node),
        })
    }

    fn recording(&mut self, node: Value<'_, 'a>, kind: RecordingKind) -> Option<Block<'a>> {
        let Some(src) = media_url_of(&mut self.values, node, &["src"]) else {
            self.values.add(diagnostic::Code::MediaSrcMissing, node, "the recording has no file");
            return None;
        };
        let thumbnail = first(node, &["customThumbnailSrc", "thumbnailSrc"]).filter(|_| kind == RecordingKind::Video);
        let poster = thumbnail.and_then(|src| self.values.picture(src));
        let seconds = node.get("duration").and_then(|duration| duration.raw_str().split('.').next()?.parse().ok());
        Some(Block::from(Recording {
            title: text_of(&mut self.values, node, &["title"]),
            sources: vec![RecordingSource { src, media_type: text_of(&mut self.values, node, &["mimeType"]) }],
            poster: poster.map(|image| Image { alt: Alt::Decorative, ..image }),
            caption: self.html_line(node, &["caption"]),
            duration: seconds,
            width: pixels(node, "width"),
            height: pixels(node, "height"),
            at: at(node),
            ..Recording::new(kind)
        }))
    }

    fn file_card(&mut self, node: Value<'_, 'a>) -> Option<Block<'a>> {
        prose::link_card(LinkCard {
            url: url_of(&mut self.values, node, &["src", "url"]),
            title: prose::line_of(self, node, &["fileTitle", "title", "fileName"]),
            description: prose::line_of(self, node, &["fileCaption", "caption"]),
            kind: LinkKind::Bookmark,
            at: at(node),
            ..LinkCard::default()
        })
    }

    fn button(&mut self, node: Value<'_, 'a>) -> Option<Block<'a>> {
        let url = url_of(&mut self.values, node, &["buttonUrl", "url"]);
        let title = prose::line_of(self, node, &["buttonText", "text"]);
        prose::link_card(LinkCard { url, title, kind: LinkKind::Bookmark, at: at(node), ..LinkCard::default() })
    }

    /// The picture of a card that is there for its words. One behind the words is decoration; other backgrounds are
    /// colours.
    fn background(&mut self, node: Value<'_, 'a>) -> Option<Block<'a>> {
        let is_colour = node.get("backgroundImageStyle").is_some_and(|style| !style.is("image"));
        let behind = first(node, &["backgroundImageSrc"]);
        let alt = if behind.is_some() { Alt::Decorative } else { Alt::Absent };
        let src = behind.or_else(|| first(node, &["imageUrl"])).filter(|src| src.is_string() && !is_colour)?;
        Some(Block::from(Image { alt, ..self.values.picture(src)? }))
    }

    /// A large heading with a line below it.
    fn add_header(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        blocks.extend(self.background(node));
        blocks.extend(prose::heading(2, self.html_line(node, &["header", "heading"]), node));
        blocks.extend(prose::paragraph(self.html_line(node, &["subheader", "subheading"])));
        if node.is_true("buttonEnabled") {
            blocks.extend(self.button(node));
        }
    }

    fn add_product(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        let picture = first(node, &["productImageSrc"]).and_then(|src| self.values.picture(src));
        let (width, height) = (pixels(node, "productImageWidth"), pixels(node, "productImageHeight"));
        let image = picture.map(|image| Image { width, height, ..image });
        blocks.push(Block::from(LinkCard {
            url: url_of(&mut self.values, node, &["productUrl"]),
            title: self.html_line(node, &["productTitle"]),
            description: self.html_line(node, &["productDescription"]),
            image,
            publisher: None,
            kind: LinkKind::Product,
            at: at(node),
        }));
        let stars = pixels(node, "productStarRating").filter(|stars| *stars <= 5);
        if node.is_true("productRatingEnabled")
            && let Some(stars) = stars
        {
            let (value, max) = (Decimal::whole(stars), Decimal::whole(5));
            blocks.push(Block::Rating(Rating { value, min: Decimal::whole(1), max, unit: Some("stars".into()) }));
        }
    }

    /// What readers are asked to do: to subscribe, to buy, to look at something.
    fn add_call(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        let names = if is_off(node, "hasSponsorLabel") { &["header"][..] } else { &["sponsorLabel", "header"] };
        let title = self.html_line(node, names);
        let mut content: Vec<_> = self.background(node).into_iter().collect();
        content.extend(self.html_blocks(node, &["textValue", "subheader"]));
        content.extend(prose::paragraph(self.html_line(node, &["disclaimer"])));
        if first(node, &["buttonUrl"]).is_some() && !is_off(node, "showButton") {
            content.extend(self.button(node));
        }
        blocks.extend(prose::callout(CalloutKind::Note, title, content));
    }
}

fn is_off(value: Value<'_, '_>, key: &str) -> bool {
    value.get(key).and_then(Value::as_bool) == Some(false)
}

/// Whether Ghost sends something by mail and shows it to nobody on the page.
fn is_for_mail(visibility: Value<'_, '_>) -> bool {
    let web = visibility.get("web");
    let is_shown = web.is_none_or(|web| !is_off(web, "nonMember") || first(web, &["memberSegment"]).is_some());
    !is_shown || is_off(visibility, "showOnWeb")
}
