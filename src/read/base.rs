//! Resolves the relative addresses of an article that has been read; it knows where an article has addresses.

use crate::model::{
    Article, Block, Contributor, Credit, Crumb, Embed, Image, Inline, LinkCard, MediaUrl, Note, Recording, Url,
};

/// Resolves every relative address in an article. The depth is bounded where articles are read.
pub(super) fn resolve(article: &mut Article<'_>, base: &Url<'_>) {
    let mut walk = Walk { base };
    walk.header(article);
    walk.blocks(&mut article.standfirst);
    walk.blocks(article.lead_media.as_mut_slice());
    walk.blocks(&mut article.body);
    article.corrections.iter_mut().for_each(|correction| walk.blocks(&mut correction.content));
    article.related.iter_mut().for_each(|card| walk.card(card));
    for post in &mut article.updates {
        walk.url(&mut post.url);
        walk.line(&mut post.headline);
        post.authors.iter_mut().for_each(|author| walk.contributor(author));
        walk.blocks(&mut post.body);
    }
    for Note { content, .. } in &mut article.notes {
        walk.blocks(content);
    }
}

struct Walk<'b> {
    base: &'b Url<'b>,
}

impl Walk<'_> {
    fn url(&mut self, url: &mut Option<Url<'_>>) {
        if let Some(url) = url {
            url.resolve(self.base);
        }
    }

    fn media_url(&mut self, url: &mut Option<MediaUrl<'_>>) {
        if let Some(url) = url {
            url.resolve(self.base);
        }
    }

    fn header(&mut self, article: &mut Article<'_>) {
        self.url(&mut article.url);
        self.url(&mut article.license);
        for line in [&mut article.kicker, &mut article.headline, &mut article.alternative_headline, &mut article.byline]
        {
            self.line(line);
        }
        article.authors.iter_mut().for_each(|author| self.contributor(author));
        let crumbs = article.breadcrumb.iter_mut().chain(&mut article.section).chain(&mut article.publisher);
        crumbs.for_each(|Crumb { url, .. }| self.url(url));
        if let Some(series) = &mut article.series {
            self.url(&mut series.url);
        }
    }

    fn contributor(&mut self, contributor: &mut Contributor<'_>) {
        self.url(&mut contributor.url);
        if let Some(image) = &mut contributor.image {
            self.image(image);
        }
    }

    fn credit(&mut self, credit: &mut Option<Credit<'_>>) {
        if let Some(credit) = credit {
            self.url(&mut credit.url);
            credit.creators.iter_mut().for_each(|creator| self.contributor(creator));
        }
    }

    fn image(&mut self, image: &mut Image<'_>) {
        self.media_url(&mut image.src);
        image.renditions.iter_mut().for_each(|rendition| rendition.src.resolve(self.base));
        self.line(&mut image.caption);
        self.credit(&mut image.credit);
        for url in
            [&mut image.license, &mut image.acquire_license_page, &mut image.digital_source_type, &mut image.href]
        {
            self.url(url);
        }
        self.blocks(&mut image.long_description);
    }

    fn line(&mut self, line: &mut [Inline<'_>]) {
        for inline in line {
            if let Inline::Link(link) = inline {
                self.url(&mut link.href);
            }
            if let Inline::Image(image) = inline {
                self.media_url(&mut image.src);
            }
            if let Inline::Mention(contributor) = inline {
                self.contributor(contributor);
            }
            if let Some(content) = inline.content_mut() {
                self.line(content);
            }
        }
    }

    fn blocks(&mut self, blocks: &mut [Block<'_>]) {
        blocks.iter_mut().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &mut Block<'_>) {
        match block {
            Block::Paragraph(line) | Block::DropCap(line) | Block::Preformatted(line) => self.line(line),
            Block::Heading(heading) => self.line(&mut heading.content),
            Block::List(list) => list.items.iter_mut().for_each(|item| self.blocks(&mut item.content)),
            Block::Quote(quote) => {
                self.blocks(&mut quote.content);
                self.line(&mut quote.cite);
                self.url(&mut quote.cite_url);
            }
            Block::Pullquote(quote) => {
                self.line(&mut quote.content);
                self.line(&mut quote.cite);
            }
            Block::Image(image) => self.image(image),
            Block::Gallery(gallery) => {
                gallery.items.iter_mut().for_each(|image| self.image(image));
                self.line(&mut gallery.caption);
                self.credit(&mut gallery.credit);
            }
            Block::Recording(recording) => self.recording(recording),
            Block::Embed(embed) => self.embed(embed),
            Block::Table(table) => {
                let rows = table.head.iter_mut().chain(&mut table.body).chain(&mut table.foot);
                rows.flatten().for_each(|cell| self.line(&mut cell.content));
                [&mut table.caption, &mut table.note, &mut table.source].into_iter().for_each(|line| self.line(line));
            }
            Block::Code(code) => self.line(&mut code.caption),
            Block::LinkCard(card) => self.card(card),
            Block::LinkList(list) => {
                self.line(&mut list.title);
                list.items.iter_mut().for_each(|card| self.card(card));
            }
            Block::Correction(correction) => self.blocks(&mut correction.content),
            Block::Group(group) => self.blocks(&mut group.content),
            Block::Unknown(unknown) => self.blocks(&mut unknown.content),
            Block::Callout(callout) => {
                self.line(&mut callout.title);
                self.blocks(&mut callout.content);
            }
            Block::Details(details) => {
                self.line(&mut details.summary);
                self.blocks(&mut details.content);
            }
            Block::Timeline(timeline) => {
                self.line(&mut timeline.title);
                for event in &mut timeline.events {
                    self.line(&mut event.title);
                    self.blocks(&mut event.content);
                }
            }
            Block::Questions(questions) => {
                self.line(&mut questions.title);
                for item in &mut questions.items {
                    self.line(&mut item.question);
                    self.blocks(&mut item.answer);
                }
            }
            Block::Definitions(list) => {
                self.line(&mut list.title);
                for item in &mut list.items {
                    self.line(&mut item.term);
                    self.blocks(&mut item.description);
                }
            }
            Block::Divider | Block::Paywall | Block::Ad | Block::Rating(_) => {}
        }
    }

    fn recording(&mut self, recording: &mut Recording<'_>) {
        self.url(&mut recording.url);
        recording.sources.iter_mut().for_each(|source| source.src.resolve(self.base));
        recording.tracks.iter_mut().for_each(|track| track.src.resolve(self.base));
        if let Some(poster) = &mut recording.poster {
            self.image(poster);
        }
        self.line(&mut recording.caption);
        self.credit(&mut recording.credit);
        self.blocks(&mut recording.transcript);
    }

    fn embed(&mut self, embed: &mut Embed<'_>) {
        self.url(&mut embed.url);
        self.line(&mut embed.caption);
        self.blocks(&mut embed.fallback);
    }

    fn card(&mut self, card: &mut LinkCard<'_>) {
        self.url(&mut card.url);
        self.line(&mut card.title);
        self.line(&mut card.description);
        if let Some(image) = &mut card.image {
            self.image(image);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Url;
    use crate::{Options, canonical, read};

    /// Every place of an article that has an address has a relative one here.
    #[test]
    fn every_address_is_resolved() {
        let image = r#""src": "r/i", "sources": [{"src": "r/s"}], "license": "r/l", "acquireLicensePage": "r/q", "href": "r/h",
            "digitalSourceType": "r/d", "creditText": "C", "creditUrl": "r/u", "caption": LINE,
            "longDescription": {"type": "paragraph", "content": LINE}"#;
        let line = r#"[{"type": "link", "href": "r/a", "content": {"type": "strong", "content": {"type": "image", "src": "r/b"}}},
            {"type": "mention", "name": "M", "url": "r/m"}, {"type": "span", "lang": "pt", "content": {"type": "link", "href": "r/n"}}]"#;
        let card = r#"{"type": "linkCard", "url": "r/c", "title": LINE, "image": {IMAGE}}"#;
        let article = r#"{"type": "article", "url": "r/0", "license": "r/1", "headline": LINE, "kicker": LINE, "byline": LINE,
            "standfirst": [LINE], "authors": [{"name": "A", "url": "r/2", "image": {IMAGE}}], "breadcrumb": [{"name": "B", "url": "r/3"}],
            "section": {"name": "S", "url": "r/4"}, "publisher": {"name": "P", "url": "r/5"}, "series": {"name": "S", "url": "r/6"},
            "leadMedia": {IMAGE}, "corrections": [{"content": LINE}], "relatedLinks": [CARD], "updates": [{"url": "r/7", "headline": LINE,
            "authors": [{"name": "A", "url": "r/8"}], "body": LINE}], "body": [LINE, CARD, {"type": "heading", "content": LINE},
            {"type": "list", "items": [LINE]}, {"type": "blockquote", "content": LINE, "cite": LINE, "citeUrl": "r/9"},
            {"type": "pullquote", "content": LINE, "cite": LINE}, {"type": "gallery", "items": [{IMAGE}], "caption": LINE},
            {"type": "video", "sources": [{"src": "r/v"}], "url": "r/w", "tracks": [{"src": "r/t"}], "poster": {IMAGE}, "caption": LINE,
            "transcript": LINE}, {"type": "embed", "url": "r/e", "caption": LINE, "fallback": LINE},
            {"type": "table", "caption": LINE, "head": [[LINE]], "body": [[LINE]], "note": LINE, "source": LINE},
            {"type": "code", "text": "x", "caption": LINE}, {"type": "linkList", "title": LINE, "items": [CARD]},
            {"type": "callout", "kind": "note", "title": LINE, "content": LINE}, {"type": "details", "summary": LINE, "content": LINE},
            {"type": "timeline", "title": LINE, "events": [{"title": LINE, "content": LINE}]},
            {"type": "questions", "title": LINE, "items": [{"question": LINE, "answer": LINE}]},
            {"type": "definitionList", "items": [{"term": LINE, "description": LINE}]}, {"type": "group", "content": LINE},
            {"type": "unheard", "content": LINE}, {"type": "footnotes", "items": [{"id": "n", "content": LINE}]}]}"#;
        let source = article.replace("CARD", card).replace("IMAGE", image).replace("LINE", line);
        let mut options = Options::default();
        let written = |options: &Options| canonical::write(&read(source.as_bytes(), options).unwrap().article);
        let relative = written(&options).matches("\"r/").count();
        options.context.base = Some(Url::parse("https://example.org/x").unwrap());
        let resolved = written(&options);
        assert!(relative > 150, "{relative}");
        assert_eq!(resolved.matches("\"https://example.org/r/").count(), relative, "{resolved}");
    }

    #[test]
    fn what_points_into_the_page_stays() {
        let mut options = Options::default();
        options.context.base = Some(Url::parse("https://example.org/x").unwrap());
        let source = br##"{"type": "article", "body": [{"type": "link", "href": "#tides", "content": "x"}]}"##;
        assert!(canonical::write(&read(source, &options).unwrap().article).contains("\"#tides\""));
    }
}
