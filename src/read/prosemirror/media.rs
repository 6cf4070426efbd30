//! Reads pictures, galleries, and what stands on other pages.

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{Alt, Block, Credit, Embed, Gallery, Image, Inline, PageWidth, Side, Text, plain_text};

use super::super::marks::{Marks, Run};
use super::super::prose::{add_below, first, first_string, line_of, one_line, pixels, text_of};
use super::super::values::at;
use super::super::words::meaning;
use super::super::{credit, custom, embeds, figure, pictures, prose, recordings};
use super::ProseMirror;
use super::node::{Kind, attrs, children, is_inline, kind, name};

/// Where the address of a picture stands.
const SOURCE: [&str; 5] = ["src", "url", "filename", "dataSrc", "secure_url"];
/// How wide Substack, Atlassian and others want a picture.
const WIDTHS: &[(PageWidth, &str)] =
    &[(PageWidth::Full, "full|full-width"), (PageWidth::Wide, "large|wide"), (PageWidth::Column, "small")];
const SIDES: &[(Side, &str)] =
    &[(Side::Start, "left|align-start|wrap-left"), (Side::End, "right|align-end|wrap-right")];

/// Whether fields are those of a picture's file.
pub(super) fn is_file(about: Value<'_, '_>) -> bool {
    let is_string = |name: &str| about.has_string(name);
    // Other things have an address as well.
    is_string("src")
        || about.str_of("filename").is_some_and(|name| !recordings::is_recording(&name))
        || (is_string("url") && about.get("alt").is_some())
}

impl<'a> ProseMirror<'_, '_, 'a> {
    pub(super) fn add_media(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        let kind = kind(node);
        if kind == Kind::Figure {
            return self.add_figure(node, blocks);
        }
        let block = if kind == Kind::Image {
            self.image(node).map(Block::from)
        } else if kind == Kind::Gallery {
            self.gallery(node)
        } else if kind == Kind::Page {
            self.page(node)
        } else {
            // A button may have a paragraph in it, such as what a reader is asked to do.
            if children(node).any(|child| self::kind(child) == Kind::Paragraph) {
                blocks.extend(self.content(node));
            }
            self.card(node)
        };
        // What has no page of its own is what editors say to one another.
        if block.is_none() && name(node) == "comment" {
            return;
        }
        // What stands in a node that shows something is its caption.
        let mut shown = match block {
            None if kind == Kind::Page => custom::unknown(self, attrs(node), &name(node)),
            block => Vec::from_iter(block),
        };
        if matches!(kind, Kind::Image | Kind::Page) {
            let caption = self.caption(node);
            figure::add_caption(&mut shown, caption);
        }
        blocks.extend(shown);
    }

    /// A picture by what its node says, or by what the caller says that its file is.
    pub(super) fn image(&mut self, node: Value<'_, 'a>) -> Option<Image<'a>> {
        let about = attrs(node);
        if let Some(image) = self.file(about) {
            return Some(image);
        }
        let id = first(about, &["id", "fileId", "mediaId"]).and_then(Value::as_str).unwrap_or_default();
        let inner = first(about, &["image"]).filter(|inner| is_file(*inner));
        if let Some(file) = inner.or_else(|| self.source.reference(&id))
            && let Some(mut image) = self.file(file)
        {
            figure::describe(self, about, &mut image);
            return Some(image);
        }
        if id.is_empty() {
            self.values.add(Code::ImgSrcMissing, node, "the picture has no address");
        } else {
            self.values.missing(node, &id, "the file of a picture");
        }
        let image = figure::described(self, None, &[about], node);
        (!image.caption.is_empty()).then_some(image)
    }

    /// The picture that fields describe, if they have the address of one.
    pub(super) fn file(&mut self, about: Value<'_, 'a>) -> Option<Image<'a>> {
        let address = first_string(about, &SOURCE)?;
        let mut image = figure::described(self, Some(address), &[about], about);
        if image.width.is_none() {
            (image.width, image.height) = (pixels(about, "width"), pixels(about, "height"));
        }
        self.place(about, &mut image);
        Some(image)
    }

    fn place(&mut self, about: Value<'_, 'a>, image: &mut Image<'a>) {
        for key in ["imageSize", "layout", "align", "size"] {
            let Some(word) = about.str_of(key) else { continue };
            image.width_on_page = image.width_on_page.or(meaning(WIDTHS, &word));
            image.side = image.side.or(meaning(SIDES, &word));
        }
        if about.is_true("fullscreen") {
            image.width_on_page = Some(PageWidth::Full);
        }
    }

    /// A picture with its caption and credit beside it, and what else somebody put into the same figure.
    fn add_figure(&mut self, node: Value<'_, 'a>, blocks: &mut Vec<Block<'a>>) {
        let mut figure = Image { at: at(node), ..Image::default() };
        let mut others = Vec::new();
        let (mut pictures, mut line) = (Vec::new(), None);
        let mut run = Run::default();
        for child in children(node) {
            let kind = kind(child);
            if kind == Kind::Image {
                pictures.extend(self.image(child));
            } else if kind == Kind::Caption {
                let words = self.caption(child);
                add_below(&mut figure.caption, words);
            } else if kind == Kind::Credit {
                let text = plain_text(&self.words(child));
                line = Some(text.trim()).filter(|text| !text.is_empty()).map(|text| Text::from(text.to_owned()));
            } else if is_inline(child) {
                // Some schemas have the caption as the content of the figure.
                self.add_inline(child, Marks::default(), &mut run);
            } else {
                // A figure may hold a table or a quote.
                others.extend(self.block(child));
            }
        }
        add_below(&mut figure.caption, run.finish());
        figure::describe(self, attrs(node), &mut figure);
        if pictures.is_empty() {
            pictures.extend(self.file(attrs(node)));
        }
        let credit = line.map(credit::credit);
        if let Some(first) = pictures.first_mut() {
            self.place(attrs(node), first);
        }
        if pictures.len() < 2 {
            let picture = pictures.pop();
            // What is said of a picture that is not there is shown as of one, unless it is said of something else.
            let is_there = picture.is_some();
            let image = picture.unwrap_or_else(|| Image { at: at(node), ..Image::default() });
            let image = merged(image, figure, credit);
            let says_something = !image.caption.is_empty() || image.credit.is_some();
            if is_there || (says_something && others.is_empty()) {
                blocks.push(Block::from(image));
            } else if let [quote] = others.as_mut_slice()
                && let Some(cite) = super::block::cite_of(quote)
            {
                *cite = image.caption;
            } else {
                others.extend(prose::paragraph(image.caption));
                others.extend(image.credit.map(|credit| Block::Paragraph(prose::line(credit.text))));
            }
        } else {
            let (caption, found) = credit::split(figure.caption);
            let credit = credit.or(figure.credit).or(found);
            let gallery = Gallery { items: pictures, caption, credit, layout: None, at: at(node) };
            blocks.push(Block::from(gallery));
        }
        blocks.extend(others);
    }

    /// A caption is a line, or paragraphs one below the other.
    fn caption(&mut self, node: Value<'_, 'a>) -> Vec<Inline<'a>> {
        if children(node).all(is_inline) {
            return self.words(node);
        }
        one_line(&self.content(node))
    }

    /// Pictures in a row; Substack names them in the attributes.
    pub(super) fn gallery(&mut self, node: Value<'_, 'a>) -> Option<Block<'a>> {
        let mut caption = line_of(self, attrs(node), &["caption", "title"]);
        let mut items = Vec::new();
        for child in children(node) {
            if kind(child) == Kind::Image {
                items.extend(self.image(child));
            } else {
                add_below(&mut caption, one_line(&self.block(child)));
            }
        }
        items.iter_mut().for_each(figure::finish);
        let gallery = Gallery { items, caption, at: at(node), ..Gallery::default() };
        (!gallery.items.is_empty()).then(|| Block::from(gallery))
    }

    /// What stands on another page, by its address or by the identifier that the node's name says where to find.
    fn page(&mut self, node: Value<'_, 'a>) -> Option<Block<'a>> {
        let about = attrs(node);
        let address = first_string(about, &["url", "src", "href"]);
        let id = first(about, &["videoId", "instagram_id", "id"]).and_then(Value::as_str).unwrap_or_default();
        let url = match address {
            Some(address) => self.values.url(address),
            None => embeds::page_by_id(&|site| name(node).starts_with(site), &id),
        };
        let shown = embeds::embed(url?, at(node));
        Some(Block::from(Embed {
            title: text_of(&mut self.values, about, &["title", "name"]).or(shown.title),
            caption: line_of(self, about, &["caption", "full_text", "description"]),
            width: pixels(about, "width"),
            height: pixels(about, "height"),
            ..shown
        }))
    }
}

/// What a figure says of its picture counts before what the picture says itself.
fn merged<'a>(image: Image<'a>, figure: Image<'a>, credit: Option<Credit<'a>>) -> Image<'a> {
    let is_said_again = image.caption.is_empty() || pictures::says_same(&image, &figure);
    let own = if is_said_again { Vec::new() } else { image.caption };
    let mut merged = Image { caption: figure.caption, ..image };
    add_below(&mut merged.caption, own);
    merged.credit = credit.or(figure.credit).or(merged.credit);
    if merged.alt == Alt::Absent {
        merged.alt = figure.alt;
    }
    merged.href = merged.href.or(figure.href);
    figure::finish(&mut merged);
    merged
}
