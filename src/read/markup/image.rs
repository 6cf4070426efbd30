//! Pictures in HTML: their address, sizes and alternative text; it knows how pages load them late, not their captions.

use std::borrow::Cow;

use super::tag::{Kind, Tag};
use super::tree::Node;
use super::{Markup, srcset};
use crate::diagnostic::Code;
use crate::model::{Alt, Image, PageWidth, Rendition, Side, Text, plain_line};
use crate::read::source::{MOST_RENDITIONS, too_many};
use crate::read::{credit, words};

/// Where pages keep the address of a picture that is loaded late, before the one that stands in for it.
const ADDRESSES: [&str; 7] =
    ["data-src", "data-lazy-src", "data-original", "data-gif", "data-full-src", "data-gl-src", "src"];
const SIZES: [&str; 5] = ["data-srcset", "data-lazy-srcset", "srcset", "data-srcset-lazy", "data-gl-srcset"];

/// What the addresses of pictures have in them that show nothing but that something is being loaded, or sold.
const STAND_INS: &str =
    "doubleclick.net/|ajax-loader.|ajax_loader.|/blank.gif|/loader.gif|/loading.gif|/spacer.gif|/spinner.gif";

/// Whether the HTML for those without scripts shows the same picture.
pub(super) fn is_shown_in(picture: Node<'_, '_>, html: &str) -> bool {
    let names = ADDRESSES.iter().chain(&SIZES);
    let files = names.filter_map(|name| picture.attribute(name)?.split_ascii_whitespace().next()?.split('?').next());
    files.into_iter().any(|file| file.len() > 1 && !file.starts_with("data:") && html.contains(file))
}

/// Returns the address of a picture.
pub(super) fn address<'t, 's>(node: Node<'t, 's>) -> Option<&'t Cow<'s, str>> {
    let addresses = ADDRESSES.iter().filter_map(|name| node.attribute(name));
    let mut addresses = addresses.filter(|address| !address.trim().is_empty());
    let first = addresses.next()?;
    let is_stand_in =
        |address: &str| address.trim_start().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:"));
    if is_stand_in(first) { addresses.find(|address| !is_stand_in(address)).or(Some(first)) } else { Some(first) }
}

/// Whether nothing but a stand-in is there for a picture that the page shows right behind it without scripts.
fn is_stand_in(node: Node<'_, '_>, address: &str) -> bool {
    let next = node.next_element().and_then(Node::kind);
    next == Some(Kind::Noscript) && address.starts_with("data:")
}

/// Whether an address only names a picture that is described elsewhere (RFC 8141, RFC 4151).
fn is_name(address: &str) -> bool {
    words::after_exactly(address.trim_start(), "urn:|tag:").is_some()
}

/// Returns a number of pixels.
pub(super) fn pixels(node: Node<'_, '_>, name: &str) -> Option<u32> {
    let value = node.attribute(name)?.trim();
    let value = value.strip_suffix("px").unwrap_or(value);
    let whole = value.split_once('.').map_or(value, |(whole, _)| whole);
    whole.parse().ok().filter(|pixels| *pixels > 0)
}

/// Returns the width and the height in pixels.
pub(super) fn size(node: Node<'_, '_>) -> (Option<u32>, Option<u32>) {
    (pixels(node, "width"), pixels(node, "height"))
}

/// Returns whether a picture is one of the small ones that stand among letters.
pub(super) fn is_icon(node: Node<'_, '_>) -> bool {
    const LARGEST: u32 = 40;
    node.is_called_like("emoji|smiley|icon") || pixels(node, "height").is_some_and(|height| height <= LARGEST)
}

impl<'t, 's, 'a> Markup<'t, 's, 'a, '_, '_> {
    /// Returns the picture of an `img` element, unless it only counts readers.
    pub(super) fn image(&mut self, node: Node<'t, 's>) -> Option<Image<'a>> {
        if self.is_counter(node) {
            return None;
        }
        let (width, height) = size(node);
        let src = self.address(node).filter(|address| !is_stand_in(node, address));
        let (name, src) = if src.as_deref().is_some_and(is_name) { (src, None) } else { (None, src) };
        let mut image = Image {
            id: self.image_id(node).or(name),
            src: src.and_then(|address| self.media_url(node, address)),
            width,
            height,
            renditions: self.renditions(node),
            alt: self.alt(node),
            title: self.attribute(node, "title"),
            at: self.at(node),
            ..Image::default()
        };
        if image.src.is_none() {
            let largest = image.renditions.iter().max_by_key(|rendition| rendition.width);
            (image.src, image.width, image.height) =
                largest.map_or((None, width, height), |one| (Some(one.src.clone()), one.width, None));
        }
        (image.side, image.width_on_page) = layout(node);
        // Two pictures of one place say in attributes when each was made, and by whom.
        if self.paragraph.is_some_and(|pair| pair.is_called("juxtapose")) {
            image.caption = self.attribute(node, "data-label").map(plain_line).unwrap_or_default();
            image.credit = self.attribute(node, "data-credit").map(credit::credit);
        }
        Some(image)
    }

    /// The address of a picture.
    pub(super) fn address(&self, node: Node<'t, 's>) -> Option<Text<'a>> {
        address(node).map(|address| self.cow(address).into())
    }

    /// Whether a picture only counts readers.
    pub(super) fn is_counter(&mut self, node: Node<'t, 's>) -> bool {
        let style = node.style();
        let is_counter =
            size(node) == (Some(1), Some(1)) || (style.contains("width:1px") && style.contains("height:1px"));
        let is_stand_in =
            || node.first(&SIZES).is_none() && address(node).is_some_and(|address| words::is_in(STAND_INS, address));
        if is_counter {
            self.report(Code::HtmlDropped, node.start(), "a picture of one pixel in the HTML is left out");
        } else if is_stand_in() {
            self.report(Code::HtmlDropped, node.start(), "a picture that stands for something to come is left out");
            return true;
        }
        is_counter
    }

    /// An empty alternative text says that a picture says nothing (WCAG technique H67).
    pub(super) fn alt(&self, node: Node<'t, 's>) -> Alt<'a> {
        match node.attribute("alt") {
            None => Alt::Absent,
            // Webflow has words of its own for pictures that nobody has described where they stand.
            Some(text) if text == "__wf_reserved_inherit" => Alt::Absent,
            Some(text) if text.is_empty() || text == "__wf_reserved_decorative" => Alt::Decorative,
            Some(text) => Alt::Text(Text::from(self.cow(text))),
        }
    }

    /// What names a picture elsewhere: an association of ninjs, also in the words of the dpa, what Superdesk wrote in a
    /// comment before it, or the number that WordPress gives it.
    fn image_id(&mut self, node: Node<'t, 's>) -> Option<Text<'a>> {
        let before = self.embed.take();
        if let Some(id) =
            self.attribute(node, "data-assoc-ref").or_else(|| self.attribute(node, "ref").filter(|id| is_name(id)))
        {
            return Some(id);
        }
        let of_class = || {
            let classes = node.attribute("class")?;
            classes.split_ascii_whitespace().find_map(|class| class.strip_prefix("wp-image-"))
        };
        before.or_else(of_class).map(|id| Text::from(id.to_owned()))
    }

    /// The sizes that the element lists, and those of the `picture` around it.
    fn renditions(&mut self, node: Node<'t, 's>) -> Vec<Rendition<'a>> {
        let mut found = Vec::new();
        if let Some(list) = node.first(&SIZES) {
            self.add_candidates(node, list, &mut found);
        }
        let around = self.sources.take();
        let sources = around.map(|picture| picture.all_that(usize::MAX, &|node| node.is(Tag::Source)));
        for source in sources.unwrap_or_default() {
            let start = found.len();
            if let Some(list) = source.first(&SIZES) {
                self.add_candidates(source, list, &mut found);
            }
            let (media, media_type) = (self.attribute(source, "media"), self.attribute(source, "type"));
            for rendition in found.get_mut(start..).unwrap_or_default() {
                rendition.media.clone_from(&media);
                rendition.media_type.clone_from(&media_type);
            }
        }
        found
    }

    fn add_candidates(&mut self, node: Node<'t, 's>, list: &str, out: &mut Vec<Rendition<'a>>) {
        for (address, width) in srcset::candidates(list) {
            if out.len() == MOST_RENDITIONS {
                let message = too_many("picture", MOST_RENDITIONS, "renditions");
                return self.report(Code::LimitRenditions, node.start(), message);
            }
            if let Some(src) = self.media_url(node, Text::from(address.to_owned())) {
                out.push(Rendition { src, width, height: None, media_type: None, media: None });
            }
        }
    }
}

/// An empty alternative text says nothing beside a caption: systems write it for pictures that nobody described.
pub(super) fn settle_alt(image: &mut Image<'_>) {
    if image.alt == Alt::Decorative && !image.caption.is_empty() {
        image.alt = Alt::Absent;
    }
}

/// Returns beside what and how wide the classes of a figure say that it stands.
pub(super) fn layout(node: Node<'_, '_>) -> (Option<Side>, Option<PageWidth>) {
    let side = if node.is_called("alignleft|align-left") {
        Some(Side::Start)
    } else {
        node.is_called("alignright|align-right").then_some(Side::End)
    };
    let width = if node.is_called("alignwide|kg-width-wide") {
        Some(PageWidth::Wide)
    } else {
        node.is_called("alignfull|kg-width-full").then_some(PageWidth::Full)
    };
    (side, width)
}
