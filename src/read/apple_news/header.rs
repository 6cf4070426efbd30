//! Reads the header: the components that are parts of it, and the metadata.

use crate::json::{Kind, Value};
use crate::model::{Alt, Block, Contributor, Credit, ImageKind, Inline, Role, Text, is_letter_or_digit, plain_text};

use super::super::{credit, figure, prose};
use super::AppleNews;
use super::component::{is_media, is_picture};

/// Pieces of a byline; those after so many are text.
const LONGEST_BYLINE: usize = 32;

impl<'d, 'a> AppleNews<'_, 'd, 'a> {
    /// Who wrote it may be said in the byline and once more; what stands below the text belongs there.
    pub(super) fn byline(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let line = self.line(component);
        let byline = &mut self.article.byline;
        if self.is_in_text && !byline.is_empty() {
            out.extend(prose::paragraph(line));
        } else if says(&line, byline) {
            *byline = line;
        } else if !says(byline, &line) {
            prose::add_below(byline, line);
            self.is_in_text |= byline.len() > LONGEST_BYLINE;
        }
    }

    /// A second title is a heading of the text.
    pub(super) fn title(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let line = self.line(component);
        if self.article.headline.is_empty() {
            self.article.headline = line;
        } else {
            out.extend(prose::heading(2, line, component));
        }
    }

    /// Who made a picture: the one before it, if that has no credit, or all of the article's.
    pub(super) fn credit_line(&mut self, component: Value<'d, 'a>, role: Role, out: &mut [Block<'a>]) {
        let line = Text::from(plain_text(&self.line(component))).trimmed();
        if line.is_blank() {
            return;
        }
        if let Some(Block::Image(image)) = out.last_mut()
            && image.credit.is_none()
        {
            image.credit = Some(credit::credit(line));
            return;
        }
        let (_, rest) = line.rsplit_once(" by ").unwrap_or(("", &line));
        let found = credit::people(rest, role).0;
        let mut names: Vec<_> = found.iter().map(|person| person.name.as_str()).collect();
        if names.is_empty() {
            names.push(rest);
        }
        let people = names.into_iter().map(|name| contributor(name.to_owned().into(), role));
        self.article.authors.extend(people);
    }

    /// Completes the header from the metadata.
    pub(super) fn describe(&mut self) {
        let root = self.root;
        self.article.id = self.text(root, "identifier");
        self.article.language = root.get("language").and_then(|tag| self.values.language(tag));
        if self.article.headline.is_empty() {
            self.article.headline = self.text(root, "title").map(prose::line).unwrap_or_default();
        }
        let metadata = root.get("metadata").filter(|metadata| metadata.kind() == Kind::Object);
        if self.article.standfirst.is_empty() {
            let excerpt = metadata.and_then(|metadata| self.text(metadata, "excerpt"));
            let summary = self.text(root, "subtitle").or(excerpt);
            let is_new = |text: &Text<'_>| text.as_str() != plain_text(&self.article.headline);
            self.article.standfirst.extend(summary.filter(is_new).map(|text| Block::Paragraph(prose::line(text))));
        }
        if let Some(metadata) = metadata {
            self.metadata(metadata);
        }
    }

    fn metadata(&mut self, metadata: Value<'d, 'a>) {
        self.article.url = prose::url_of(&mut self.values, metadata, &["canonicalURL"]);
        let mut date = |name: &str| metadata.get(name).and_then(|date| self.values.date(date));
        let (published, modified, created) = (date("datePublished"), date("dateModified"), date("dateCreated"));
        self.article.modified = modified.filter(|modified| Some(modified) != published.as_ref());
        (self.article.published, self.article.created) = (published, created);
        let authors = self.names(metadata, "authors").into_iter().map(|name| contributor(name, Role::Author));
        self.article.authors.splice(0..0, authors);
        self.article.keywords = self.names(metadata, "keywords");
        // The picture that stands for the article in lists leads it, if it shows no other.
        if let Some(thumbnail) = metadata.get("thumbnailURL").filter(|_| !shows_picture(self.root)) {
            self.article.lead_media = self.picture_in(thumbnail, thumbnail).map(Block::from);
        }
    }

    fn names(&mut self, metadata: Value<'d, 'a>, name: &str) -> Vec<Text<'a>> {
        let names = metadata.items_of(name).filter(|name| name.is_string());
        names.filter_map(|name| self.values.text(name).filter(|name| !name.is_blank())).collect()
    }

    /// Adds what is shown, with the caption that stands before it.
    #[inline(never)]
    pub(super) fn add_shown(&mut self, mut block: Block<'a>, out: &mut Vec<Block<'a>>) {
        self.is_captioned = false;
        if let Some(caption) = self.caption.take() {
            self.caption = give(&mut block, caption);
            self.is_captioned = self.caption.is_none();
            self.end_caption(out);
        }
        out.push(block);
    }

    /// A caption belongs to what stands before it, or else to what follows. One with lists in it is a text.
    pub(super) fn caption(&mut self, component: Value<'d, 'a>, out: &mut Vec<Block<'a>>) {
        self.end_caption(out);
        let caption = self.blocks(component);
        let is_text = self.are_captions_text || !caption.iter().all(|block| matches!(block, Block::Paragraph(_)));
        if is_text {
            return out.extend(caption);
        }
        self.caption = match out.last_mut() {
            Some(block) if !self.is_captioned || !(is_media(block) || matches!(block, Block::Table(_))) => {
                give(block, caption)
            }
            Some(Block::Image(image)) if image.credit.is_none() => {
                image.credit = credit_alone(&caption);
                image.credit.is_none().then_some(caption)
            }
            Some(_) | None => Some(caption),
        };
        self.is_captioned |= self.caption.is_none();
    }
}

fn contributor(name: Text<'_>, role: Role) -> Contributor<'_> {
    Contributor { name, role: Some(role), ..Contributor::default() }
}

/// Whether an article shows a picture somewhere. The depth is bounded by that of JSON.
fn shows_picture(container: Value<'_, '_>) -> bool {
    container.items_of("components").any(|component| {
        is_picture(component)
            || component.get_in("style", "fill").is_some_and(|fill| fill.get("URL").is_some())
            || shows_picture(component)
    })
}

/// The credit that a second caption is.
fn credit_alone<'a>(caption: &[Block<'a>]) -> Option<Credit<'a>> {
    let line = prose::one_line(caption);
    let text = plain_text(&line);
    if credit::are_names(&text) {
        return Some(credit::credit(text.into()));
    }
    let (rest, found) = credit::split(line);
    found.filter(|_| rest.is_empty())
}

/// Gives a caption to a block that has room for it; returns it if there is none.
///
/// The caption that a picture has itself is for when it fills the screen, and is what VoiceOver reads where nothing else
/// is said: beside another caption it is the alternative text, or else stands below the other.
#[inline(never)]
fn give<'a>(block: &mut Block<'a>, blocks: Vec<Block<'a>>) -> Option<Vec<Block<'a>>> {
    if let Block::Image(image) = block {
        if image.kind == Some(ImageKind::Logo) {
            return Some(blocks);
        }
        let (line, credit) = credit::split(prose::one_line(&blocks));
        let own = std::mem::replace(&mut image.caption, line);
        if !own.is_empty() && !says(&image.caption, &own) {
            if image.alt == Alt::Absent {
                image.alt = Alt::Text(plain_text(&own).into());
            } else if says(&own, &image.caption) {
                image.caption = own;
            } else {
                prose::add_below(&mut image.caption, own);
            }
        }
        image.credit = credit.or(image.credit.take());
        return None;
    }
    let own = if matches!(block, Block::Code(_)) { None } else { figure::captioned(block) };
    let Some((caption, own_credit)) = own else { return Some(blocks) };
    if !caption.is_empty() {
        return Some(blocks);
    }
    let line = prose::one_line(&blocks);
    match own_credit {
        Some(own_credit) => (*caption, *own_credit) = credit::split(line),
        // What has no credit of its own says it in its caption.
        None => *caption = line,
    }
    None
}

/// Whether a line says all that another says.
fn says(line: &[Inline<'_>], other: &[Inline<'_>]) -> bool {
    let letters =
        |line: &[Inline<'_>]| -> String { plain_text(line).chars().filter(|c| is_letter_or_digit(*c)).collect() };
    letters(line).contains(&letters(other))
}
