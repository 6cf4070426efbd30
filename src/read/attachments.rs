//! Files that stand beside an article; it knows what a file is by its type and its name, not which systems have some.

use crate::json::Value;
use crate::model::{Article, Block, Image, LinkCard, LinkKind, Recording, RecordingSource};

use super::index::Index;
use super::prose::{first, line, pixels, text_of};
use super::values::{Values, at};
use super::{pictures, recordings, words};

/// Puts the files of a list below an article that does not show them: what can be seen or heard as such, and cards that
/// lead to the others. The names are those of JSON Feed 1.1, of Superdesk and of Airtable.
pub(super) fn add<'a>(article: &mut Article<'a>, files: Value<'_, 'a>, values: &mut Values<'_>) {
    let mut images = Vec::new();
    let mut others = Vec::new();
    for file in files.items() {
        match block(values, file) {
            Some(Block::Image(image)) => images.push(*image),
            Some(block) => others.push(block),
            None => {}
        }
    }
    let mut played = Index::new();
    for block in article.lead_media.iter().chain(&article.body) {
        sources(block).for_each(|address| played.add(address.to_owned().into(), ()));
    }
    others.retain(|block| !sources(block).any(|address| played.get(address).is_some()));
    let images: Vec<Image<'a>> = pictures::unshown(images, article);
    article.body.extend(images.into_iter().map(Block::from));
    article.body.extend(others);
}

/// Where the files of a recording are.
fn sources<'b>(block: &'b Block<'_>) -> impl Iterator<Item = &'b str> {
    let recording = if let Block::Recording(recording) = block { Some(recording) } else { None };
    recording.into_iter().flat_map(|recording| &recording.sources).map(|source| source.src.as_str())
}

fn block<'a>(values: &mut Values<'_>, file: Value<'_, 'a>) -> Option<Block<'a>> {
    let address = first(file, &["url", "href"]).filter(|address| address.is_string())?;
    let media_type = text_of(values, file, &["mime_type", "mimetype", "type"]).filter(|name| name.contains('/'));
    let kind = media_type.as_deref().and_then(recordings::kind_of_type);
    let title = text_of(values, file, &["title"]);
    let at = at(file);
    if let Some(kind) = kind.or_else(|| recordings::kind_of_name(&address.as_str()?)) {
        let sources = vec![RecordingSource { src: values.media_url(address)?, media_type }];
        let duration = pixels(file, "duration_in_seconds");
        return Some(Block::from(Recording { title, sources, duration, at, ..Recording::new(kind) }));
    }
    if media_type.is_some_and(|media_type| words::up_to(&media_type, "/") == "image") {
        let (width, height) = (pixels(file, "width"), pixels(file, "height"));
        return values.picture(address).map(|image| Block::from(Image { width, height, ..image }));
    }
    let url = Some(values.url(address)?);
    let title = title.or_else(|| text_of(values, file, &["filename"])).map(line).unwrap_or_default();
    let description = text_of(values, file, &["description"]).map(line).unwrap_or_default();
    Some(Block::from(LinkCard { url, title, description, kind: LinkKind::Bookmark, at, ..LinkCard::default() }))
}
