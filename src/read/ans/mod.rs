//! Reads ANS, the JSON of Arc XP: stories, and the galleries, pictures and films that may stand alone; it knows the
//! schema's names, not the HTML in its texts.
//!
//! What Arc keeps for the newsroom (`planning`, `workflow`, `revision`, `contributors`) is never read.

mod credits;
mod element;
mod header;
mod image;
mod linked;
mod media;
mod text;

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostics};
use crate::json::{Kind, Value};
use crate::model::{Article, Block, Image, Inline, Note, Post, are_same};

use super::format::Format;
use super::prose::{self, Prose, first};
use super::source::{Shape, Source};
use super::values::Values;
use super::{aliases, pictures, words};

/// The row for ANS.
pub(super) const FORMAT: Format =
    Format { name: "ans", about: "ANS, the stories of Arc XP", shape: Shape::Json, matches, read };

/// What stands alone, and what holds several of those.
const TYPES: &str = "story|gallery|video|image|collection|results";
/// References in what references stand for.
const MOST_REFERENCES: usize = 4;

fn matches(source: &Source<'_>) -> bool {
    source.json().is_some_and(is_ans)
}

fn is_ans(value: Value<'_, '_>) -> bool {
    let is_typed = value.str_of("type").is_some_and(|name| words::has(TYPES, &name));
    let is_list = |name: &str| value.get(name).is_some_and(|list| list.kind() == Kind::Array);
    (is_typed && value.str_of("version").is_some_and(|version| is_version(&version))) || is_list("content_elements")
}

/// The schema has stayed below version 1.
fn is_version(version: &str) -> bool {
    let mut parts = version.split('.');
    let is_number = |part: Option<&str>| part.is_some_and(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    parts.next() == Some("0") && is_number(parts.next()) && is_number(parts.next()) && parts.next().is_none()
}

fn read<'a>(source: &Source<'a>, diagnostics: &mut Diagnostics) -> Article<'a> {
    let mut reader =
        Ans { values: Values::new(diagnostics), notes: Vec::new(), updates: Vec::new(), source, references: 0 };
    let Some(root) = source.json() else { return Article::default() };
    let mut article = reader.article(root);
    (article.notes, article.updates) = (reader.notes, reader.updates);
    article
}

/// What the readers of the parts share: the values, the notes in HTML, the stories that are posts of the one that they
/// stand in, and how deep in references it is.
struct Ans<'r, 's, 'a> {
    values: Values<'r>,
    notes: Vec<Note<'a>>,
    updates: Vec<Post<'a>>,
    source: &'s Source<'a>,
    references: usize,
}

impl<'a> Ans<'_, '_, 'a> {
    /// The first story of a collection is the article; any other thing is what leads an article of its own.
    fn article(&mut self, root: Value<'_, 'a>) -> Article<'a> {
        let kind = root.str_of("type").unwrap_or(Cow::Borrowed("story"));
        if matches!(&*kind, "collection" | "results") {
            // An answer to a search has them under another name.
            let stories = root.items_of("content_elements").chain(root.items_of("data"));
            let mut stories = stories.filter(|item| is_ans(*item));
            if let Some(story) = stories.next() {
                if let Some(second) = stories.next() {
                    let message = "the document holds several stories; only the first one is shown";
                    self.values.add(Code::ArticlesSeveral, second, message);
                }
                // Collections do not hold collections.
                return self.story(story, "story");
            }
        }
        self.story(root, &kind)
    }

    fn story(&mut self, root: Value<'_, 'a>, kind: &str) -> Article<'a> {
        let mut article = Article::default();
        self.describe(root, &mut article);
        // Some have a header of their own around the elements.
        if article.headline.is_empty() && kind == "story" {
            let source = self.source;
            aliases::describe(&mut article, root, &mut |id| source.reference(id), self.values.diagnostics);
        }
        match kind {
            "image" => self.picture_alone(root, &mut article),
            "gallery" => article.body = self.alone(root, &article),
            "video" => article.lead_media = self.alone(root, &article).into_iter().next(),
            _ => {
                article.body = self.lead(root, &mut article.lead_media);
                article.body.extend(self.elements(root));
                pictures::show_lead_once(&mut article);
            }
        }
        article
    }

    /// A picture alone has no headline but its title, and nobody wrote it.
    fn picture_alone(&mut self, root: Value<'_, 'a>, article: &mut Article<'a>) {
        let mut image = self.image(root);
        if article.headline.is_empty() {
            article.headline = image.title.take().map(Inline::Text).into_iter().collect();
        }
        article.authors.clear();
        article.byline.clear();
        article.lead_media = Some(Block::from(image));
    }

    /// What sums a gallery or a film up, and who made it, stands above it already.
    fn alone(&mut self, root: Value<'_, 'a>, article: &Article<'a>) -> Vec<Block<'a>> {
        let mut blocks = self.element(root);
        let block = blocks.first_mut();
        let said = prose::one_line(&article.standfirst);
        if let Some(Block::Gallery(gallery)) = block {
            (gallery.caption, gallery.credit) = (Vec::new(), None);
        } else if let Some(Block::Recording(film)) = block {
            film.credit = None;
            film.caption =
                Some(std::mem::take(&mut film.caption)).filter(|line| !are_same(line, &said)).unwrap_or_default();
        }
        blocks
    }

    /// Sets what leads a story: the art that was chosen for it, or else its picture in lists of stories, or what
    /// newsrooms have under names of their own. Returns the blocks of such art that cannot stand with the header.
    fn lead(&mut self, root: Value<'_, 'a>, lead: &mut Option<Block<'a>>) -> Vec<Block<'a>> {
        let items = root.get("promo_items");
        let item = items.and_then(|items| {
            let named = first(items, &["lead_art", "basic_gallery", "basic_video", "basic"]);
            named.or_else(|| items.members().map(|(_, item)| item).find(|item| item.kind() == Kind::Object))
        });
        let Some(item) = item.filter(|item| !item.says("type", "story")) else {
            return Vec::new();
        };
        let is_file = item.get("type").is_none() && first(item, &["url"]).is_some();
        let mut blocks = if is_file { vec![Block::from(self.image(item))] } else { self.element(item) };
        if matches!(blocks.as_slice(), [Block::Image(_) | Block::Gallery(_) | Block::Recording(_) | Block::Embed(_)]) {
            *lead = blocks.pop();
        }
        blocks
    }
}

impl<'r, 'a> Prose<'r, 'a> for Ans<'r, '_, 'a> {
    fn values(&mut self) -> &mut Values<'r> {
        &mut self.values
    }

    fn line(&mut self, value: Value<'_, 'a>) -> Vec<Inline<'a>> {
        if value.is_string() {
            self.html_line(value)
        } else {
            prose::line_inside(self, value, &["content", "text", "basic"])
        }
    }

    fn blocks(&mut self, value: Value<'_, 'a>) -> Vec<Block<'a>> {
        match value.kind() {
            Kind::String | Kind::EscapedString => self.html(value),
            Kind::Object => self.element(value),
            Kind::Array => prose::blocks_each(&mut value.items(), &mut |item| self.blocks(item)),
            Kind::Null | Kind::True | Kind::False | Kind::Number => Vec::new(),
        }
    }

    fn picture(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        // What a newsroom's own settings name has no type.
        let is_file = |url: Value<'_, '_>| url.as_str().is_some_and(|url| pictures::is_file(&url));
        if is_file(value) {
            return self.values.picture(value);
        }
        let url = first(value, &["url"])?;
        let is_image = value.get("type").map_or_else(|| is_file(url), |kind| kind.is("image"));
        is_image.then(|| self.image(value))
    }

    fn notes(&mut self) -> &mut Vec<Note<'a>> {
        &mut self.notes
    }
}
