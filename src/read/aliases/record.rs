//! The record of a CMS → fields; it knows how CMSs wrap what they hold, not what fields are called.

use std::borrow::Cow;

use super::rich::words_of;
use super::state::FLAGS;
use super::tables::Beside;
use super::{AUTHORS, Field, HEADLINE, KEYWORDS, SECTION, Value, image, is_listed};
use crate::diagnostic::{Code, Diagnostics};
use crate::json::{self, Kind};
use crate::model::Language;
use crate::read::json_api;
use crate::read::recognise::editor::is_node;
use crate::read::source::shortened;

/// Values inside of values; what is deeper is no part of a header.
const DEEPEST: usize = 12;
/// Values of one record: what refers to another in circles ends somewhere.
const MOST: usize = 4_000;

/// Looks for what an identifier stands for.
pub(in crate::read) type Resolve<'r, 'd, 'a> = &'r mut dyn FnMut(&str) -> Option<json::Value<'d, 'a>>;

/// Returns the fields of a record that a header is read from. What its references stand for is in their place; those
/// that stand for nothing are reported.
pub(super) fn fields<'d, 'a>(
    record: json::Value<'d, 'a>,
    beside: &Beside<'d, 'a>,
    is_wanted: &dyn Fn(&str) -> bool,
    resolve: Resolve<'_, 'd, 'a>,
    diagnostics: &mut Diagnostics,
) -> Vec<Field<'a>> {
    let mut reader = Reader { resolve, diagnostics, left: MOST, is_name: false };
    let mut fields = Vec::new();
    // Payload has whom the identifiers of the authors stand for in a field of its own.
    let is_said_again = |name: &str| name == "authors" && record.get("populatedAuthors").is_some();
    let more = beside.fields.into_iter().flat_map(json::Value::members);
    for (key, value) in record.members().chain(more) {
        let Some(name) = key.as_str().map(without_collection).filter(|name| is_wanted(name)) else { continue };
        if is_said_again(&name) {
            continue;
        }
        reader.is_name = is_listed(AUTHORS, &name) || is_listed(SECTION, &name) || is_listed(KEYWORDS, &name);
        // Where a headline is in several languages, the first of them is that of the article.
        if is_listed(HEADLINE, &name) && localised(value).is_some() {
            let tag = value.members().map(|(key, _)| key).find(|key| !key.raw_str().starts_with('_'));
            let tag = tag.and_then(json::Value::as_str).unwrap_or_default();
            fields.push(Field { key: "i18nlang".into(), value: Value::Text(tag), at: key.offset() });
        }
        let value = reader.field(&name, only(value).unwrap_or(value));
        let name = match &*name {
            // Drupal calls by this name whoever wrote an article, and others what it is called in its address.
            "uid" if matches!(value, Value::Fields(_)) => "author".into(),
            // It has one date beside that of the last change, which is the one that its pages show.
            "created" if record.get("changed").is_some() => "publishedat".into(),
            _ => name,
        };
        fields.push(Field { key: name, value, at: key.offset() });
    }
    for (name, records) in &beside.lists {
        reader.is_name = true;
        let list = records.iter().map(|record| reader.value(*record, 0)).collect();
        fields.push(Field { key: (*name).into(), value: Value::List(list), at: record.offset() });
    }
    // Drupal has what sums an article up beside its text.
    let body = record.get("body").map(|body| body.items().next().unwrap_or(body));
    if let Some(summary) = body.and_then(|body| body.get("summary")) {
        fields.push(Field { key: "summary".into(), value: reader.value(summary, 0), at: summary.offset() });
    }
    fields
}

/// The name of a field that holds several: GraphQL has `tagsCollection` at Contentful.
fn without_collection(name: Cow<'_, str>) -> Cow<'_, str> {
    let end = name.strip_suffix("Collection").map(str::len);
    match (name, end) {
        (Cow::Borrowed(name), Some(end)) => Cow::Borrowed(name.get(..end).unwrap_or(name)),
        (name, _) => name,
    }
}

struct Reader<'r, 'd, 'a> {
    resolve: Resolve<'r, 'd, 'a>,
    diagnostics: &'r mut Diagnostics,
    left: usize,
    /// Whether what is read is called something, so that an identifier stands for something else.
    is_name: bool,
}

impl<'d, 'a> Reader<'_, 'd, 'a> {
    /// A truth value says something of an article in few places.
    fn field(&mut self, name: &str, value: json::Value<'d, 'a>) -> Value<'a> {
        match value.as_bool() {
            Some(true) if name != "draft" => Value::Nothing,
            Some(false) if !is_listed(FLAGS, name) => Value::Nothing,
            Some(_) | None => self.value(value, 0),
        }
    }

    fn value(&mut self, value: json::Value<'d, 'a>, depth: usize) -> Value<'a> {
        if depth == DEEPEST || self.left == 0 {
            return Value::Nothing;
        }
        self.left -= 1;
        match value.kind() {
            Kind::Null => Value::Nothing,
            Kind::Number | Kind::String if self.is_name && is_identifier(value) => {
                match (self.resolve)(value.raw_str()) {
                    Some(found) => self.value(found, depth + 1),
                    None => self.missing(value, value.raw_str()),
                }
            }
            Kind::True | Kind::False | Kind::Number => Value::Text(Cow::Owned(value.raw_str().to_owned())),
            Kind::String | Kind::EscapedString => {
                let text = value.as_str().unwrap_or_default();
                if text.trim().is_empty() { Value::Nothing } else { Value::Text(text) }
            }
            Kind::Array if value.items().next().is_some_and(is_node) => words_of(value),
            Kind::Array if localised_item(value).is_some() => {
                localised_item(value).map_or(Value::Nothing, |value| self.value(value, depth + 1))
            }
            Kind::Array => Value::List(value.items().map(|item| self.value(item, depth + 1)).collect()),
            Kind::Object => {
                let is_name = std::mem::take(&mut self.is_name);
                let object = self.object(value, depth);
                self.is_name = is_name;
                object
            }
        }
    }

    fn object(&mut self, object: json::Value<'d, 'a>, depth: usize) -> Value<'a> {
        if let Some(id) = reference(object) {
            return match (self.resolve)(&id) {
                Some(found) => self.referred(object, found, depth + 1),
                None => self.missing(object, &id),
            };
        }
        if is_node(object) {
            return words_of(object);
        }
        if let Some(id) = object.get("target_id").filter(|_| object.get("alt").is_none()) {
            return self.missing(object, id.raw_str());
        }
        if let Some(inner) = unwrapped(object) {
            return self.value(inner, depth + 1);
        }
        let mut fields = Vec::new();
        for (key, value) in object.members() {
            let name = key.as_str().unwrap_or_default();
            let value = self.value(value, depth + 1);
            fields.push(Field { key: name, value, at: key.offset() });
        }
        Value::Fields(fields)
    }

    /// What a reference stands for. Resources of JSON:API have their files apart from their fields, and what is said of
    /// a picture where it is referred to.
    fn referred(&mut self, reference: json::Value<'d, 'a>, found: json::Value<'d, 'a>, depth: usize) -> Value<'a> {
        // One that stands in many places is not read without end.
        self.left = self.left.saturating_sub(found.raw_str().len() / 256);
        let mut value = self.value(found, depth);
        if let Value::Fields(fields) = &mut value {
            let is_file = |key: json::Value<'_, '_>| key.as_str().is_some_and(|key| is_listed(image::INNER, &key));
            let files = found.members_of("relationships").filter(|(key, _)| is_file(*key));
            for (key, field) in reference.members_of("meta").chain(files) {
                let value = self.value(field, depth + 1);
                fields.push(Field { key: key.as_str().unwrap_or_default(), value, at: key.offset() });
            }
        }
        value
    }

    fn missing(&mut self, object: json::Value<'d, 'a>, id: &str) -> Value<'a> {
        // The files of Sanity are not looked up: their names say where they are.
        if id.starts_with("image-") || id.starts_with("file-") {
            return Value::Nothing;
        }
        let message = ["nothing is known of `", &shortened(id), "`, which the article refers to"].concat();
        self.diagnostics.add(Code::ReferenceMissing, Some(object.offset()), message);
        Value::Nothing
    }
}

/// The only value of a field: Drupal's own answers have each in an object in a list.
fn only<'d, 'a>(field: json::Value<'d, 'a>) -> Option<json::Value<'d, 'a>> {
    let mut items = field.items();
    let item = items.next().filter(|item| items.next().is_none() && item.get("label").is_none())?;
    item.get("value")
}

/// Whether a value is a number, or an identifier as databases make them: 24 digits of MongoDB, or a UUID.
fn is_identifier(value: json::Value<'_, '_>) -> bool {
    let text = value.raw_str();
    let are_digits = text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    value.kind() == Kind::Number || (matches!(text.len(), 24 | 36) && are_digits)
}

/// The identifier of what an object stands for, if it says no more than that: a reference of Sanity or a link of
/// Contentful.
fn reference<'a>(object: json::Value<'_, 'a>) -> Option<Cow<'a, str>> {
    let link = object.get("sys").filter(|sys| sys.says("type", "Link"));
    let resource = Some(object).filter(|object| json_api::is_identifier(*object));
    object.str_of("_ref").or_else(|| link.or(resource)?.str_of("id"))
}

/// What an object is wrapped around: the fields of an entry, the answer about one, the links that GraphQL has to
/// others, the only one of several languages.
fn unwrapped<'d, 'a>(object: json::Value<'d, 'a>) -> Option<json::Value<'d, 'a>> {
    // Drupal has what an editor typed beside what it made of that.
    if let Some(text) = object.get("processed").filter(|text| text.is_string()) {
        return Some(text);
    }
    for name in ["fields", "attributes", "data", "node", "nodes", "edges", "items"] {
        if let Some(inner) = object.get(name).filter(|inner| matches!(inner.kind(), Kind::Object | Kind::Array)) {
            return Some(inner);
        }
    }
    localised(object)
}

/// The value of the first language, if all that an object has is one value for each of some languages.
pub(in crate::read) fn localised<'d, 'a>(object: json::Value<'d, 'a>) -> Option<json::Value<'d, 'a>> {
    let is_tag =
        |name: &str| matches!(name.split('-').next().unwrap_or_default().len(), 2) && Language::parse(name).is_some();
    // Sanity says of such an object what its type is.
    let mut members = object.members().filter(|(key, _)| !key.raw_str().starts_with('_'));
    let (first, value) = members.next()?;
    let mut others = members.peekable();
    // An identifier and nothing beside it is one, and not what is said in Indonesian.
    let is_id = first.is("id") && others.peek().is_none();
    let are_tags =
        !is_id && is_tag(&first.as_str()?) && others.all(|(key, _)| key.as_str().is_some_and(|key| is_tag(&key)));
    are_tags.then_some(value)
}

/// The value of the first language in a list that Sanity's plug-in for languages makes.
pub(in crate::read) fn localised_item<'d, 'a>(list: json::Value<'d, 'a>) -> Option<json::Value<'d, 'a>> {
    let first = list.items().next()?;
    first.str_of("_type").filter(|name| name.starts_with("internationalizedArray"))?;
    first.get("value")
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Diagnostics;
    use crate::model::{Article, Block, plain_text};
    use crate::read::context::{Context, References};
    use crate::read::source::Source;

    fn check(record: &str, expected: &str) {
        let references = References::parse(
            r#"{"p": {"name": "Robin Example"}, "q": {"sys": {}, "fields": {"name": {"en-GB": "Kim Example"}}}}"#
                .to_owned(),
        );
        let context = Context { references: references.ok(), ..Context::default() };
        let mut diagnostics = Diagnostics::default();
        let mut source = Source::new(record.as_bytes(), None, &context, &mut diagnostics).unwrap();
        source.show(Default::default(), &[0]);
        let mut article = Article::default();
        super::super::complete(&mut article, &source, &mut diagnostics);
        assert_eq!(show(&article, &diagnostics), expected, "{record}");
    }

    /// What an article says in its header, one part after another.
    fn show(article: &Article<'_>, diagnostics: &Diagnostics) -> String {
        let mut out = Vec::new();
        let mut add = |name: &str, text: String| out.extend((!text.is_empty()).then(|| format!("{name} {text}")));
        add("h", plain_text(&article.headline));
        for block in &article.standfirst {
            block.parts(&mut |part| {
                if let crate::model::BlockPart::Line(line) = part {
                    add("s", plain_text(line));
                }
            });
        }
        article.authors.iter().for_each(|author| add("by", author.name.to_string()));
        article.published.iter().for_each(|date| add("at", date.source.to_string()));
        article.section.iter().for_each(|section| add("in", section.name.to_string()));
        article.keywords.iter().for_each(|keyword| add("tag", keyword.to_string()));
        article.language.iter().for_each(|language| add("lang", language.as_str().to_owned()));
        if let Some(Block::Image(image)) = &article.lead_media {
            let src = image.src.as_ref().map_or("", |src| src.as_str());
            add("img", format!("{src} {:?} {}", image.width, image.alt.as_str()));
            add("cap", plain_text(&image.caption));
            add("credit", image.credit.as_ref().map_or(String::new(), |credit| credit.text.to_string()));
        }
        diagnostics.iter().for_each(|found| add("!", found.code.to_string()));
        out.join("; ")
    }

    #[test]
    fn names_of_many_systems() {
        check(r#"{"title": "Ferry late", "custom_excerpt": "It waits.", "excerpt": "x"}"#, "h Ferry late; s It waits.");
        check(
            r#"{"title": null, "headline": "Ferry late", "publishedAt": 1714550000000}"#,
            "h Ferry late; at 2024-05-01T07:53:20Z",
        );
        check(
            r#"{"draft_title": "A", "draft_subtitle": "B", "locale": "pt_BR", "published": true}"#,
            "h A; s B; lang pt-BR",
        );
        check(r#"{"deck": [{"_type": "block", "children": [{"text": "It "}, {"text": "waits."}]}]}"#, "s It waits.");
        check(r#"{"status": "draft"}"#, "! article-draft");
        check(r#"{"status": "scheduled"}"#, "! article-draft");
        check(r#"{"publishedAt": null, "is_published": false}"#, "! article-draft");
        check(r#"{"status": "Archived", "published": false}"#, "! article-draft");
        check(r#"{"publishedAt": null, "_status": "published"}"#, "");
        check(r#"{"published_at": null, "date": "May 1, 2024"}"#, "at May 1, 2024");
        check(r#"{"_id": "drafts.x7", "publishedAt": null}"#, "! article-draft");
        check(r#"{"lang": "default"}"#, "");
        check(r#"{"title": "A", "date": "Jul 08 2022"}"#, "h A; at Jul 08 2022");
        check(r#"{"title": "A", "date": "last-modified"}"#, "h A; ! time-invalid");
    }

    #[test]
    fn html_in_lines() {
        check(r#"{"title": "Tom &amp; the &#8220;ferry&#8221;"}"#, "h Tom & the “ferry”");
        check(r#"{"title": "Q&A; or &amp;lt;b&amp;gt;"}"#, "h Q&A; or &lt;b&gt;");
        check(r#"{"title": "AT&T; a < b"}"#, "h AT&T; a < b");
        check(r#"{"excerpt": "<p>It waits.</p>\n<p>We too.</p>"}"#, "s It waits.; s We too.");
        check(r#"{"excerpt": "<p>It waits [&hellip;]</p>"}"#, "s It waits");
        check(r#"{"category": {"name": "Sea &amp; sky"}, "tags": ["A &amp; B"]}"#, "in Sea & sky; tag A & B");
    }

    #[test]
    fn people_and_subjects() {
        check(
            r#"{"author": {"node": {"name": "Kim"}}, "tags": {"edges": [{"node": {"name": "sea"}}]}}"#,
            "by Kim; tag sea",
        );
        check(r#"{"authorsCollection": {"items": [{"name": "Kim"}, {"name": "Lee"}]}}"#, "by Kim; by Lee");
        check(r#"{"author": {"id": "x7"}}"#, "");
        check(
            r#"{"authors": ["65f0c2a1b3d4e5f601234567", "p"], "tags": [7]}"#,
            "by p; ! reference-missing; ! reference-missing",
        );
        check(r#"{"authors": ["p"], "populatedAuthors": [{"id": "p", "name": "Kim"}]}"#, "by Kim");
        check(
            r#"{"author": {"id": 7, "name": "Kim"}, "title": {"de": "Spät", "en": "Late"}}"#,
            "h Spät; by Kim; lang de",
        );
        check(r#"{"author": "Robin Example <robin@news.example>"}"#, "by Robin Example");
        check(r#"{"author": "robin@news.example (Robin Example)"}"#, "by Robin Example");
        check(r#"{"authors": [{"name": "robin@news.example"}, "kim@news.example"]}"#, "");
        check(r#"{"author": "@robin"}"#, "by @robin");
        check(r#"{"author": {"firstName": "Robin", "lastName": "Example", "title": "Editor"}}"#, "by Robin Example");
        check(
            r#"{"authors": [{"_ref": "p"}, {"_type": "reference", "_ref": "x"}]}"#,
            "by Robin Example; ! reference-missing",
        );
        check(r#"{"author": {"sys": {"type": "Link", "id": "q"}}}"#, "by Kim Example");
        check(
            r#"{"author": {"data": {"id": 1, "attributes": {"name": "Kim"}}}, "tags": {"data": [{"attributes": {"name": "sea"}}]}}"#,
            "by Kim; tag sea",
        );
        check(
            r#"{"primary_tag": {"name": "News", "slug": "n"}, "tags": [{"name": "sea"}, "port"]}"#,
            "in News; tag sea; tag port",
        );
    }

    #[test]
    fn pictures() {
        check(
            r#"{"image": {"filename": "/a.jpg", "copyright": "Kim Example", "source": "Example Agency"}}"#,
            "img /a.jpg None ; credit Kim Example / Example Agency",
        );
        check(
            r#"{"feature_image": "/a.jpg", "feature_image_alt": "A ferry.", "feature_image_caption": "Late. (Photo by Kim Example)"}"#,
            "img /a.jpg None A ferry.; cap Late.; credit Photo by Kim Example",
        );
        check(r#"{"cover": {"image": "/a.jpg", "alt": "A ferry.", "relative": true}}"#, "img /a.jpg None A ferry.");
        check(
            r#"{"cover": {"data": {"attributes": {"url": "/a.jpg", "width": 800, "alternativeText": "A ferry."}}}}"#,
            "img /a.jpg Some(800) A ferry.",
        );
        check(
            r#"{"heroImage": {"sys": {}, "fields": {"title": "t", "description": "A ferry.", "file": {"url": "//e.org/a.jpg", "details": {"image": {"width": 800}}}}}}"#,
            "img https://e.org/a.jpg Some(800) A ferry.",
        );
        check(
            r#"{"image": {"image": {"url": "/a.jpg"}, "caption": "Late.", "credit": "Kim Example", "alt": "A ferry."}}"#,
            "img /a.jpg None A ferry.; cap Late.; credit Kim Example",
        );
    }

    #[test]
    fn circles_end() {
        let references = r#"{"a": {"author": [{"_ref": "a"}, {"_ref": "a"}, {"_ref": "a"}, {"_ref": "a"}]}}"#;
        let context = Context { references: References::parse(references.to_owned()).ok(), ..Context::default() };
        let mut diagnostics = Diagnostics::default();
        let source = r#"{"author": {"_ref": "a"}}"#;
        let mut source = Source::new(source.as_bytes(), None, &context, &mut diagnostics).unwrap();
        source.show(Default::default(), &[0]);
        super::super::complete(&mut Article::default(), &source, &mut diagnostics);
    }
}
