//! Reads what other sites show, and links to other pages.

use crate::diagnostic::Code;
use crate::json::items_in;
use crate::model::{Block, Definition, DefinitionList, Embed, Group, Image, LinkCard, LinkKind, Quote, Url};

use super::super::prose::pixels;
use super::super::values::at;
use super::super::{credit, embeds, prose, words};
use super::{Element, Guardian, plain};

/// Where the address of what is shown stands: that of its page, before that of its player.
const ADDRESS: [&str; 5] = ["originalUrl", "url", "embedUrl", "iframeUrl", "scriptUrl"];

/// Elements that show something of another site.
const EMBEDS: &str = "tweet|instagram|vine|soundcloud|spotify|document|map|videoyoutube|videovimeo|videofacebook|embed|interactive|interactiveatom|chartatom|genericatom|form|tiktok";

impl<'d, 'a> Guardian<'_, 'd, 'a> {
    pub(super) fn embed(&mut self, element: &Element<'d, 'a>) -> Option<Vec<Block<'a>>> {
        Some(match element.name.as_str() {
            name if words::has(EMBEDS, name) => Vec::from_iter(self.embed_of(element)),
            "richlink" | "link" | "membership" => Vec::from_iter(self.card(element)),
            "witness" => self.witness(element),
            "product" => self.product(element),
            _ => return None,
        })
    }

    /// Something of another site: its address, and what its HTML says where it does not load.
    pub(super) fn embed_of(&mut self, element: &Element<'d, 'a>) -> Option<Block<'a>> {
        let is_tracking = element.is_true("isThirdPartyTracking");
        let mut content = self.html(element, &["html"]);
        let url = self.url(element, &ADDRESS);
        if url.is_none() && content.is_empty() {
            if !is_tracking {
                let message = "the element says neither what it shows nor where it is";
                self.values.add(Code::MediaSrcMissing, element.whole, message);
            }
            return None;
        }
        let mut embed = Embed::default();
        match content.as_mut_slice() {
            [Block::Recording(_) | Block::Image(_)] => return content.pop(),
            [Block::Embed(own)] => {
                embed = std::mem::take(&mut **own);
                content.clear();
            }
            _ if url.is_none() => return self.of_html(element, content),
            _ => {}
        }
        let shown = url.map(|url| embeds::embed(url, at(element.whole))).unwrap_or_default();
        content.retain(|block| !is_link_to(block, shown.url.as_ref()));
        Some(Block::from(Embed {
            provider: shown.provider.or(embed.provider),
            url: shown.url.or(embed.url),
            title: self.text(element, &["title", "alt"]).or(embed.title),
            caption: self.line(element, &["caption"]),
            fallback: if embed.fallback.is_empty() { content } else { embed.fallback },
            width: pixels(element.fields, "width").or(embed.width),
            height: pixels(element.fields, "height").or(embed.height),
            at: at(element.whole),
        }))
    }

    /// HTML that embeds nothing is a part of the text.
    fn of_html(&mut self, element: &Element<'d, 'a>, mut content: Vec<Block<'a>>) -> Option<Block<'a>> {
        content.extend(prose::paragraph(self.line(element, &["caption"])));
        if content.len() == 1 {
            return content.pop();
        }
        Some(Block::from(Group { content, ..Group::default() }))
    }

    /// A link to another article. What stands before its headline says no more than that.
    fn card(&mut self, element: &Element<'d, 'a>) -> Option<Block<'a>> {
        let mut description = self.line(element, &["description"]);
        // Where an event is and what it costs.
        for name in ["venue", "location", "price"] {
            let line = self.line(element, &[name]);
            prose::add_below(&mut description, line);
        }
        let card = LinkCard {
            url: self.url(element, &["url", "originalUrl"]),
            title: self.line(element, &["text", "linkText", "label", "title"]),
            description,
            image: element.first(&["image"]).and_then(|image| self.bare(image)),
            kind: LinkKind::Interstitial,
            at: at(element.whole),
            ..LinkCard::default()
        };
        prose::link_card(card)
    }

    /// What a reader sent in: a picture, a film or words.
    fn witness(&mut self, element: &Element<'d, 'a>) -> Vec<Block<'a>> {
        let element = element.with(element.get("witnessTypeData").unwrap_or(element.fields));
        let author = self.text(&element, &["authorName", "photographer", "authorUsername"]);
        let title = self.text(&element, &["title"]);
        let page = self.url(&element, &["originalUrl", "url"]);
        let kind = element.string(&["witnessEmbedType", "type"]);
        if kind == "image" {
            let credit = author.map(credit::credit);
            return vec![Block::from(Image { credit, title, href: page, ..self.picture(&element) })];
        }
        if let Some(url) = self.url(&element, &["youtubeUrl"]) {
            let shown = embeds::embed(url, at(element.whole));
            let caption = self.line(&element, &["description", "youtubeDescription"]);
            return vec![Block::from(Embed { title, caption, ..shown })];
        }
        let mut content = Vec::from_iter(prose::paragraph(plain(title)));
        content.extend(self.html(&element, &["description", "html"]));
        vec![Block::Quote(Quote { content, cite: plain(author), cite_url: page })]
    }

    /// Something to buy: its words, its picture, and where it is sold.
    fn product(&mut self, element: &Element<'d, 'a>) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        let heading = self.line(element, &["primaryHeadingHtml", "primaryHeading", "productName"]);
        blocks.extend(prose::heading(2, heading, element.whole));
        blocks.extend(prose::paragraph(self.line(element, &["secondaryHeadingHtml", "secondaryHeading"])));
        blocks.extend(self.rating(element));
        if let Some(image) = element.get("image")
            && let Some(file) = image.get("file").or_else(|| image.get("url"))
        {
            let picture = self.picture(&Element::part(image));
            let src = self.bare(file).and_then(|file| file.src);
            let (width, height) = (pixels(image, "width"), pixels(image, "height"));
            blocks.push(Block::from(Image { src, width, height, ..picture }));
        }
        blocks.extend(self.attributes(element));
        blocks.extend(self.inner(element, "content"));
        for offer in items_in(element.get("productCtas").or_else(|| element.get("ctas"))) {
            let offer = Element::part(offer);
            let words = self.text(&offer, &["text", "retailer"]);
            blocks.push(Block::from(LinkCard {
                url: self.url(&offer, &["url"]),
                title: plain(prose::both(words, self.text(&offer, &["price"]), ", ")),
                kind: LinkKind::Product,
                at: at(offer.whole),
                ..LinkCard::default()
            }));
        }
        blocks
    }

    /// What a reviewer says of a product under one name each.
    fn attributes(&mut self, element: &Element<'d, 'a>) -> Option<Block<'a>> {
        let mut items = Vec::new();
        for value in element.items_of("customAttributes") {
            let attribute = Element::part(value);
            let description = vec![Block::Paragraph(self.line(&attribute, &["value"]))];
            items.push(Definition { term: self.line(&attribute, &["name"]), description, is_number: false });
        }
        let list = DefinitionList { title: Vec::new(), items };
        (!list.items.is_empty()).then(|| Block::from(list))
    }
}

/// Whether a block is nothing but a link to what is shown.
fn is_link_to(block: &Block<'_>, url: Option<&Url<'_>>) -> bool {
    let Block::Paragraph(line) = block else { return false };
    match line.as_slice() {
        [crate::model::Inline::Link(link)] => link.href.is_some() && link.href.as_ref() == url,
        _ => false,
    }
}
