//! What a document of JSON:API refers to and has beside it, such as the paragraphs that Drupal makes bodies of; it knows
//! how resources refer to one another, not what their fields mean.

use crate::json::{Document, Kind, Value, items_in};

use super::index::Index;
use super::words;

/// Resources inside of resources.
const DEEPEST: usize = 6;

/// What the names of the types of resources begin with that are parts of a text, one below the other.
const SHOWN: [&str; 2] = ["paragraph--", "media--|file--"];

/// Where media that are no pictures have their files.
const FILES: &str = "field_media_document|field_media_audio_file|field_media_video_file";

/// Returns the resources that stand beside the one that was asked for, by their identifiers; Storyblok has stories there.
pub(super) fn included<'d, 'a>(root: Option<Value<'d, 'a>>) -> Index<'a, Value<'d, 'a>> {
    let mut by_id = Index::new();
    for (key, id) in [("included", "id"), ("rels", "uuid")] {
        for resource in items_in(root.and_then(|root| root.get(key))) {
            if let Some(id) = resource.str_of(id) {
                by_id.add(id, resource);
            }
        }
    }
    by_id
}

/// Returns whether an object is no more than the type and the identifier of a resource.
pub(super) fn is_identifier(object: Value<'_, '_>) -> bool {
    let mut keys = object.members().map(|(key, _)| key);
    let has = |key: &str| object.has_string(key);
    has("type") && has("id") && keys.all(|key| key.is("type") || key.is("id") || key.is("meta"))
}

/// Returns the name of a field as whoever made it knows it.
pub(super) fn plain(key: &str) -> &str {
    key.strip_prefix("field_").map_or(key, |name| name.strip_prefix("media_").unwrap_or(name))
}

/// Returns what a resource is made of as components, if it is made of paragraphs or has media that its header does not
/// show: a document of its own, all of which is where the resource refers to the first of them.
pub(super) fn paragraphs(
    root: Option<Value<'_, '_>>,
    resource: Value<'_, '_>,
    is_of_header: fn(&str) -> bool,
    is_text: fn(&str) -> bool,
) -> Option<Document<'static>> {
    let (mut parts, mut place) = (Vec::new(), None);
    for kinds in SHOWN {
        for (key, field) in resource.get("relationships")?.members() {
            let Some(data) = field.get("data") else { continue };
            // A header shows one picture.
            let one = Some(data).filter(|data| is_identifier(*data) && !is_of_header(key.raw_str()));
            let is_part = |kind: Value<'_, '_>| words::after_exactly(kind.raw_str(), kinds).is_some();
            let before = parts.len();
            parts.extend(data.items().chain(one).filter(|item| item.get("type").is_some_and(is_part)));
            place = place.or((parts.len() > before).then_some(data.offset()));
        }
    }
    let place = place?;
    let mut writer =
        Components { by_id: included(root), out: "[".to_owned(), left: root?.raw_str().len() * 2 + 65_536 };
    let mut texts = resource.members_of("attributes").filter(|(key, _)| is_text(key.raw_str()));
    if let Some((_, body)) = texts.find(|(_, text)| text.kind() != Kind::Null) {
        writer.out.push_str("{\"__component\":\"text\",\"text\":");
        writer.value(body);
        writer.out.push_str("},");
    }
    for item in parts {
        writer.resource(item, 0);
        writer.out.push(',');
    }
    writer.out.push_str("null]");
    Document::nested(writer.out, place).ok()
}

/// Writes resources with what they refer to in its place.
struct Components<'d, 'a> {
    by_id: Index<'a, Value<'d, 'a>>,
    out: String,
    /// How many bytes may still be written: a resource that stands in many places is not written without end.
    left: usize,
}

impl<'a> Components<'_, 'a> {
    fn value(&mut self, value: Value<'_, 'a>) {
        let quote = if value.is_string() { "\"" } else { "" };
        self.out.extend([quote, value.raw_str(), quote]);
    }

    fn member(&mut self, key: &str, value: Value<'_, 'a>) {
        self.out.extend([",\"", key, "\":"]);
        self.value(value);
    }

    /// The depth is bounded by [`DEEPEST`].
    fn resource(&mut self, identifier: Value<'_, 'a>, depth: usize) {
        let kind = identifier.get("type").map_or("", Value::raw_str);
        let found = identifier.str_of("id").and_then(|id| self.by_id.get(&id).copied());
        // A file is what its type says, and a document is a file.
        let mime = found.and_then(|found| found.get_in("attributes", "filemime")).map_or("", Value::raw_str);
        let name = match mime.split('/').next() {
            Some(name @ ("image" | "audio" | "video")) => name,
            Some(_) | None if kind == "media--document" => "file",
            Some(_) | None => kind.rsplit("--").next().unwrap_or(kind),
        };
        self.out.extend(["{\"__component\":\"", name, "\""]);
        match found.filter(|found| depth < DEEPEST && found.raw_str().len() <= self.left) {
            Some(found) => {
                self.left -= found.raw_str().len();
                identifier.members_of("meta").for_each(|(key, value)| {
                    self.member(key.raw_str(), value);
                });
                self.fields(found, depth);
            }
            None => identifier.get("id").into_iter().for_each(|id| self.member("_ref", id)),
        }
        self.out.push('}');
    }

    fn fields(&mut self, resource: Value<'_, 'a>, depth: usize) {
        for (key, value) in resource.members_of("attributes") {
            match key.raw_str() {
                "uri" => value.get("url").into_iter().for_each(|url| self.member("url", url)),
                "filemime" => self.member("mime", value),
                "filename" => self.member("name", value),
                "field_media_oembed_video" => self.member("url", value),
                key => self.member(plain(key), value),
            }
        }
        // The others say who made a resource, and of what kind it is.
        let fields = resource.members_of("relationships");
        for (key, field) in fields.filter(|(key, _)| key.raw_str().starts_with("field_")) {
            let Some(data) = field.get("data") else { continue };
            let name = if words::has(FILES, key.raw_str()) { "file" } else { plain(key.raw_str()) };
            self.out.extend([",\"", name, "\":"]);
            if is_identifier(data) {
                self.resource(data, depth + 1);
                continue;
            }
            self.out.push('[');
            for (count, item) in data.items().enumerate() {
                self.out.push_str(if count > 0 { "," } else { "" });
                self.resource(item, depth + 1);
            }
            self.out.push(']');
        }
    }
}
