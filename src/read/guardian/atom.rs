//! Looks up atoms, which elements of CAPI name and the item holds apart from its blocks; and elements as older answers
//! have them.

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{Block, Callout, CalloutKind, Embed, Image};

use super::super::index::Index;
use super::super::prose::{heading, pixels};
use super::super::source::shortened;
use super::media::youtube;
use super::{Element, Guardian};

/// What atoms call their picture.
const PICTURES: [&str; 4] = ["guideImage", "headshot", "eventImage", "image"];

/// Returns the atoms that an item holds, by their identifiers.
pub(super) fn index<'d, 'a>(item: Value<'d, 'a>) -> Index<'a, Value<'d, 'a>> {
    let mut atoms = Index::new();
    for (_, list) in item.members_of("atoms") {
        for atom in list.items() {
            atom.str_of("id").into_iter().for_each(|id| atoms.add(id, atom));
        }
    }
    atoms
}

impl<'d, 'a> Guardian<'_, 'd, 'a> {
    /// The atom that an element names, if the item has it, or the caller knows it.
    pub(super) fn atom(&mut self, element: &Element<'d, 'a>) -> Vec<Block<'a>> {
        let id = element.string(&["atomId"]).into_owned();
        let own = self.atoms.get(&id).copied();
        let Some(atom) = own.or_else(|| self.source.reference(&id)) else {
            let message = format!("the atom `{}` is not in the document; a caller may hand it in", shortened(&id));
            self.values.add(Code::ReferenceMissing, element.whole, message);
            return Vec::new();
        };
        let data = atom.members_of("data");
        let data = data.map(|(_, data)| data).find(|data| data.kind() == Kind::Object);
        let whole = Element::part(atom);
        let inner = whole.with(data.unwrap_or(atom));
        self.atom_of(&whole, &inner).unwrap_or_else(|| self.html(&whole, &["defaultHtml"]))
    }

    fn atom_of(&mut self, whole: &Element<'d, 'a>, data: &Element<'d, 'a>) -> Option<Vec<Block<'a>>> {
        if let Some(film) = self.film(data) {
            return Some(vec![film]);
        }
        if data.get("events").is_some() {
            let mut blocks = self.timelines(data);
            if let Some(Block::Timeline(timeline)) = blocks.last_mut()
                && timeline.title.is_empty()
            {
                timeline.title = self.line(whole, &["title"]);
            }
            return Some(blocks);
        }
        let content = data.get("content").filter(|content| content.get("questions").is_some());
        if let Some(content) = content {
            let mut quiz = self.quiz(&data.with(content));
            if let Block::Questions(quiz) = &mut quiz {
                quiz.title = self.line(data, &["title"]);
            }
            return Some(vec![quiz]);
        }
        if data.get("item").is_some() || data.get("items").is_some() || data.get("body").is_some() {
            return Some(vec![self.box_of(whole, data)]);
        }
        None
    }

    /// A film whose newest version is on YouTube.
    fn film(&mut self, data: &Element<'d, 'a>) -> Option<Block<'a>> {
        let assets = data.items_of("assets");
        let is_youtube =
            |asset: &Value<'_, '_>| asset.str_of("platform").is_some_and(|name| name.eq_ignore_ascii_case("youtube"));
        let active = data.get("activeVersion").and_then(Value::as_integer);
        let version = |asset: &Value<'_, '_>| asset.get("version").and_then(Value::as_integer);
        let newest = assets.filter(is_youtube).max_by_key(|asset| (version(asset) == active, version(asset)))?;
        let film = youtube(&newest.str_of("id")?, data);
        Some(Block::from(Embed { title: self.text(data, &["title"]), ..film }))
    }

    /// A guide, a profile, an explainer or an answer: parts with titles of their own.
    fn box_of(&mut self, whole: &Element<'d, 'a>, data: &Element<'d, 'a>) -> Block<'a> {
        let title = self.line(data, &["title"]);
        let title = if title.is_empty() { self.line(whole, &["title"]) } else { title };
        let picture = PICTURES.iter().find_map(|name| data.get_in(name, "master"));
        let mut content = Vec::from_iter(picture.and_then(|picture| self.picture_of(picture)));
        content.extend(self.html(data, &["body"]));
        let items = data.items_of("items");
        for item in data.get("item").into_iter().chain(items) {
            let item = Element::part(item);
            let line = self.line(&item, &["title"]);
            content.extend(heading(2, line, item.whole));
            content.extend(self.html(&item, &["body"]));
        }
        Block::from(Callout { kind: CalloutKind::FactBox, title, content })
    }

    /// The picture of an atom, of which the largest file is known.
    fn picture_of(&mut self, picture: Value<'d, 'a>) -> Option<Block<'a>> {
        let element = Element::part(picture);
        let image = self.bare(element.first(&["file"])?)?;
        let size = picture.get("dimensions").unwrap_or(picture);
        let (width, height) = (pixels(size, "width"), pixels(size, "height"));
        Some(Block::from(Image { width, height, credit: self.credit(&element), ..image }))
    }

    /// An element as it stands beside the blocks: what there is to say about it stands with each of its files.
    pub(super) fn legacy(&mut self, value: Value<'d, 'a>) -> Vec<Block<'a>> {
        let assets = || value.items_of("assets");
        let fields = assets().find_map(|asset| asset.get("typeData")).unwrap_or(value);
        let name = value.str_of("type").unwrap_or_default().into_owned();
        let element = Element { name, fields, whole: value };
        self.media(&element).unwrap_or_default()
    }
}
