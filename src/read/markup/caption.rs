//! Which elements are a figure, its caption and its credit; it knows the classes that systems give them.

use super::tag::{Kind, Tag};
use super::tree::Node;
use crate::model::is_letter_or_digit;
use crate::read::{credit, words};

/// Words of a line below a picture that nothing calls its caption.
const WORDS_OF_CAPTION: usize = 25;
const TEXTS_OF_CAPTION: u32 = 4;
/// What slides are called that a script shows one after the other, and what says which of them one sees.
const SLIDES: &str = "gallery|slideshow|carousel|swiper|splide|slick-slider|flickity";
pub(super) const COUNTERS: &str =
    "carousel-button|carousel-counter|gallery-counter|slick-counter|slide-counter|slider-counter|swiper-pagination";

/// What newsrooms call the line below a picture.
const CAPTION: &str = "caption|legend|cutline|bildtext|bildunterschrift|bildetekst|billedtekst|bijschrift|kuvateksti|didascalia|epigrafe|pie-de-foto|piefoto|slide-title";

/// The captions and credits of a figure.
#[derive(Default)]
pub(super) struct Captions<'t, 's> {
    pub(super) captions: Vec<Node<'t, 's>>,
    pub(super) credits: Vec<Node<'t, 's>>,
    /// Whether microdata say that they are about a picture, so that who made it is whom they name.
    is_of_image: bool,
}

impl<'t, 's> Captions<'t, 's> {
    /// Returns the captions and credits that belong to a figure, and not to a figure in it.
    pub(super) fn of(figure: Node<'t, 's>) -> Self {
        let is_image = |kind: &str| kind.trim_end().ends_with("/ImageObject");
        let is_of_image = figure.attribute("itemtype").is_some_and(|kind| is_image(kind));
        let mut found = Self { is_of_image, ..Self::default() };
        found.gather(figure);
        found
    }

    fn gather(&mut self, node: Node<'t, 's>) {
        for child in node.children().filter(|child| child.words() > 0) {
            if is_caption(child) {
                self.captions.push(child);
                self.gather_credits(child);
            } else if is_credit(child) && child.has_that(&is_caption) {
                self.gather(child);
            } else if is_credit(child) || (self.is_of_image && is_maker(child)) {
                self.credits.push(child);
            } else if !is_apart(child) && !is_one_of_several(node, child) {
                self.gather(child);
            }
        }
    }

    /// The credits that stand in a caption.
    fn gather_credits(&mut self, caption: Node<'t, 's>) {
        let all = letters(caption);
        for child in caption.children().filter(|child| !sells(*child)) {
            if is_credit(child) || (is_credit_of(caption, child) && all > letters(child)) {
                self.credits.push(child);
            } else {
                self.gather_credits(child);
            }
        }
    }

    /// How many texts with words are in them.
    fn words(&self) -> u32 {
        let outside = |credit: &&Node<'t, 's>| !self.captions.iter().any(|caption| caption.holds(**credit));
        let captions: u32 = self.captions.iter().map(|caption| caption.words()).sum();
        captions + self.credits.iter().filter(outside).map(|credit| credit.words()).sum::<u32>()
    }
}

/// Whether a part of a caption is its credit: a `cite`, what is called its author, what says nothing but a credit with a
/// label, or what ends the caption and begins as credits do, or has nothing but names and stands beside the other parts
/// of the caption, behind a sentence or without a space behind its words.
fn is_credit_of(caption: Node<'_, '_>, part: Node<'_, '_>) -> bool {
    let is_mark = match part.kind() {
        Some(Kind::Box | Kind::Plain) => false,
        Some(Kind::Mark(_)) => true,
        _ => return part.has_class(&|class| class.ends_with("author")),
    };
    if part.is(Tag::Cite) || part.has_class(&|class| class.ends_with("author")) {
        return true;
    }
    let text = part.plain_text();
    let text = text.trim();
    if credit::is_announced_alone(text) {
        return true;
    }
    // Who made it and who has the rights may stand side by side.
    let is_end = |node: Node<'_, '_>| node.kind() == Some(Kind::Plain) && !node.is_before_words(caption);
    if part.is_before_words(caption) && !part.next_element().is_some_and(is_end) {
        return false;
    }
    let all = caption.plain_text();
    let (before, _) = all.rsplit_once(text).unwrap_or_default();
    let ends_sentence = |last: char| matches!(last, '.' | '!' | '?');
    let is_glued = !is_mark && before.ends_with(|last: char| is_letter_or_digit(last) || ends_sentence(last));
    let is_behind = is_glued || before.trim_end().ends_with(ends_sentence);
    let is_apart = || !is_mark && !caption.has_own_words();
    let are_names = || ((is_glued || text.contains(' ')) && credit::are_names(text)) || credit::is_agency(text);
    let is_labelled = || !is_mark && credit::credit(text.into()).is_labelled;
    is_labelled() || (are_names() && (is_behind || is_apart()))
}

/// Whether an element has other words than those of one in it; a dash is none.
pub(super) fn says_more(node: Node<'_, '_>, inner: Node<'_, '_>) -> bool {
    letters(node) > letters(inner)
}

/// How many letters and digits are in an element.
pub(super) fn letters(node: Node<'_, '_>) -> usize {
    node.plain_text().chars().filter(|c| is_letter_or_digit(*c)).count()
}

/// Whether an element has one of the pictures of the one around it, whose caption is its own.
fn is_one_of_several(node: Node<'_, '_>, child: Node<'_, '_>) -> bool {
    child.pictures() == 1 && node.pictures() > 1 && child.has_block()
}

/// Whether an element has captions of its own, which are not those of what it stands in.
fn is_apart(node: Node<'_, '_>) -> bool {
    matches!(node.kind(), Some(Kind::Figure | Kind::List | Kind::Quote | Kind::Table) | None)
        || node.is(Tag::Li)
        || is_gallery_item(node)
}

/// Whether a list of terms is a picture with its caption, as WordPress wrote galleries before HTML had figures.
pub(super) fn is_gallery_item(node: Node<'_, '_>) -> bool {
    node.kind() == Some(Kind::Definitions) && node.is_called("gallery-item") && node.pictures() > 0
}

/// Whether an element is the caption of a figure.
pub(super) fn is_caption(node: Node<'_, '_>) -> bool {
    let is_named = || node.is_called_like(CAPTION);
    let is_bare = || node.is(Tag::Figcaption) && !node.is_called_like("credit");
    let may_be = || node.is(Tag::Figcaption) || is_line(node);
    let is_named = || is_named() || node.has_word("itemprop", "caption");
    node.pictures() == 0 && node.words() > 0 && (is_bare() || (may_be() && is_named()))
}

/// Whether an element is the credit of a figure. What is called a source outside of one may be the article's.
pub(super) fn is_credit(node: Node<'_, '_>) -> bool {
    const PICTURES: &str = "caption|foto|image|img|media|photo|picture";
    let is_of_picture = |class: &str| class.ends_with("author") && words::is_in(PICTURES, class);
    is_credit_alone(node)
        || (is_mere_line(node) && node.has_class(&|class| class.ends_with("source") || is_of_picture(class)))
}

/// Whether an element is called a credit wherever it stands.
pub(super) fn is_credit_alone(node: Node<'_, '_>) -> bool {
    const WORDS: &str = "credit|byline|photographer|fotograf|attribution|copyright|courtesy|bildautor";
    is_mere_line(node) && node.is_called_like(WORDS)
}

/// Whether an element is a link below a picture to where it is sold.
pub(super) fn sells(node: Node<'_, '_>) -> bool {
    const WORDS: &str = "purchase licensing rights|buy photo|buy this photo|license this photo";
    node.is(Tag::A) && words::has_lower(WORDS, node.first_text())
}

/// Whether microdata call an element who made what it stands in.
fn is_maker(node: Node<'_, '_>) -> bool {
    let is_called = |name: &&str| node.has_word("itemprop", name);
    is_mere_line(node) && ["author", "copyrightHolder", "creator", "creditText"].iter().any(is_called)
}

fn is_mere_line(node: Node<'_, '_>) -> bool {
    node.pictures() == 0 && node.words() > 0 && is_line(node)
}

/// Whether an element may hold a line of its own.
fn is_line(node: Node<'_, '_>) -> bool {
    matches!(
        node.kind(),
        Some(Kind::Box | Kind::Paragraph | Kind::Plain | Kind::Mark(_) | Kind::Link | Kind::Heading(_))
    )
}

/// Whether an element that is no `figure` is one all the same: a picture with a caption, or a gallery.
pub(super) fn is_figure(node: Node<'_, '_>) -> bool {
    let pictures = node.pictures();
    if pictures == 1 && node.has_that(&is_portrait) {
        return false;
    }
    if pictures == 1 {
        let captions = Captions::of(node);
        return captions.words() == node.words() && captions.words() > 0 || is_picture_box(node);
    }
    pictures > 1 && (is_gallery(node) || shares_caption(node))
}

/// Whether an element is called after an author and the picture of them that is all it has.
pub(super) fn is_portrait(node: Node<'_, '_>) -> bool {
    node.words() == 0
        && node.has_class(&|class| {
            let has_word = |list: &str| class.split(['-', '_']).any(|word| words::has(list, word));
            has_word("avatar|headshot|mugshot")
                || (has_word("author|byline|contributor|reporter")
                    && has_word("image|images|img|photo|picture|portrait|thumb|thumbnail"))
        })
}

/// Whether an element is called after the picture in it and has nothing else but a line below and its credit.
fn is_picture_box(node: Node<'_, '_>) -> bool {
    const NAMES: &str = "picbox|image|photo|picture|img|media|bild|foto|thumb";
    // Of several texts the last says whose picture it is.
    let is_announced = || node.words() <= TEXTS_OF_CAPTION && credit::is_announced(&node.parted_text());
    let credits = || Captions::of(node).credits.into_iter().map(Node::words).sum::<u32>();
    node.words() > 0
        && node.is_called_like(NAMES)
        && !node.is_called("wp-block-media-text")
        && (node.has_block() || node.kind() == Some(Kind::Box))
        && !node.has_that(&Node::is_heading)
        && node.count() <= WORDS_OF_CAPTION
        && (node.words() == 1 || is_announced() || node.words() == credits() + 1)
}

/// Whether nothing but pictures stands in an element, with one caption for all of them.
fn shares_caption(node: Node<'_, '_>) -> bool {
    let is_picture = |child: Node<'_, '_>| {
        matches!(child.kind(), Some(Kind::Figure | Kind::Picture | Kind::Link)) && child.words() == 0
    };
    let is_other = |child: Node<'_, '_>| child.kind().is_some() && !is_caption(child) && !is_picture(child);
    let captions = node.children().filter(|child| is_caption(*child)).count();
    captions == 1 && !node.has_child(&is_other) && !node.has_own_words()
}

/// Whether an element is a gallery: it is called so, and each of its words belongs to a picture.
pub(super) fn is_gallery(node: Node<'_, '_>) -> bool {
    if node.pictures() < 2 || !node.is_called_like(SLIDES) {
        return false;
    }
    if node.words() == 0 {
        return true;
    }
    let mut of_captions = 0;
    let mut last: Option<Node<'_, '_>> = None;
    for element in node.all_that(usize::MAX, &|element| is_caption(element) || is_credit(element)) {
        if last.is_none_or(|last| !last.holds(element)) {
            of_captions += element.words();
            last = Some(element);
        }
    }
    let buttons = node.all_that(usize::MAX, &|element| element.is(Tag::Button) || element.is_called(COUNTERS));
    of_captions + buttons.into_iter().map(Node::words).sum::<u32>() == node.words()
}
