//! The picture that leads an article, in the shapes that front matter and CMSs give it; it knows names of fields, not
//! how fields are written.

use std::borrow::Cow;

use super::{Field, Fields, Value, is_listed, is_name, line, text, whole};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Alt, At, Image, Inline, MediaUrl, Text};
use crate::read::source::shortened;
use crate::read::words::{self, plain_name};
use crate::read::{credit, figure, json_api, pictures};

const IMAGE: &str = "leadimage|image|cover|hero|heroimage|featuredimage|featureimage|mainimage|primaryimage|coverimage|coverphoto|headerimage|bannerimage|teaserimage|leadmedia|overlayimage|photo|leadphoto|mainphoto|picture|topimage|urltoimage|thumbnail|images|ogimage|jetpackfeaturedmedia|featuredmediasrc|featuremedia|bild|titelbild|aufmacherbild|imagen|immagine|featuredmedia|heromedia|bilde";
/// What a field says of the picture, alone or behind the picture's own name.
const ALT: &str = "alt|alttext|alternativetext|alternativtext";
const CAPTION: &str = "caption|bildunterschrift|bildtext|bildetekst|legende";
const CREDIT: &str = "credit|attribution|photographer|credittext|creditline|bildnachweis|fotograf|urheber|creditphoto";
const SOURCE: &str = "src|url|image|path|file|filename|secureurl|sourceurl|imageurl|id";
/// Fields in which an object has another that says more of the picture.
pub(super) const INNER: &str = "image|asset|file|media|photo|picture|data|attributes|fields|value|details|mediadetails|dimensions|metadata|meta|uri";

pub(super) fn lead_media<'a>(fields: &mut Fields<'a>, diagnostics: &mut Diagnostics) -> Option<Image<'a>> {
    let index = words::found(IMAGE, &mut |name| {
        let is_it = |field: &Field<'_>| field.value != Value::Nothing && picture_name(&plain(&field.key)) == name;
        fields.0.iter().position(is_it)
    })?;
    let Field { key, mut value, at } = fields.0.swap_remove(index);
    let name = plain(&key);
    let name = picture_name(&name);
    if let Value::List(values) = value {
        value = values.into_iter().next()?;
    }
    let mut own = Vec::new();
    // The description of an asset of Contentful, which is told by its file, is what editors are asked to write as the
    // alternative text.
    let is_asset = flatten(&mut value, &mut own, 0);
    let mut own = Fields(own);
    let is_object = matches!(value, Value::Fields(_));
    let Some(address) = own.text(SOURCE).or_else(|| text(value)) else {
        // What says nothing of a picture may be none.
        if is_object && own.0.iter().any(|field| field.value != Value::Nothing && is_about(&field.key)) {
            let message = ["`", &key, "` describes a picture, and has no address of it; it is left out"].concat();
            diagnostics.add(Code::ValueInvalid, Some(at), message);
        }
        return None;
    };
    let src = media_url(address, &key, at, diagnostics)?;
    let mut number = |name: &str| own.text(name)?.parse().ok().filter(|number| *number > 0);
    let image = Image { src, width: number("width"), height: number("height"), at: At::new(at), ..Image::default() };
    let mut image = described(image, "", &mut own, diagnostics);
    if is_asset && image.alt == Alt::Absent {
        image.alt = own.text("description").map_or(Alt::Absent, Alt::Text);
    }
    image.title = own.text("title");
    if image.credit.is_none() {
        image.credit = figure::rights(own.text("copyright"), own.text("source")).map(credit::credit);
    }
    pictures::add_sizes(&mut image);
    Some(described(image, name, fields, diagnostics))
}

/// Gives the picture that leads an article what the fields beside it say and it does not say itself.
pub(super) fn describe<'a>(image: &mut Image<'a>, fields: &mut Vec<Field<'a>>, diagnostics: &mut Diagnostics) {
    let mut beside = Fields(std::mem::take(fields));
    *image = described(std::mem::take(image), "", &mut beside, diagnostics);
    *fields = beside.0;
}

/// The picture of that name with what the fields say about it and it does not say itself.
fn described<'a>(
    mut image: Image<'a>,
    name: &str,
    fields: &mut Fields<'a>,
    diagnostics: &mut Diagnostics,
) -> Image<'a> {
    if image.alt == Alt::Absent {
        let alt = about(fields, name, ALT).and_then(|field| text(field.value));
        image.alt = alt.or_else(|| fields.text("imagedescription")).map_or(Alt::Absent, Alt::Text);
    }
    if image.caption.is_empty() {
        image.caption = about(fields, name, CAPTION).map(|field| line(field, diagnostics)).unwrap_or_default();
    }
    let given = about(fields, name, CREDIT).and_then(|field| text(field.value)).map(credit::credit).or(image.credit);
    // What is a link of Markdown is read first.
    (image.caption, image.credit) = match image.caption.as_slice() {
        [Inline::Text(text)] if text.contains("](") => (image.caption, given),
        _ => credit::settle(image.caption, given),
    };
    image
}

/// Takes the field that says so of the picture of that name, or else of any.
fn about<'a>(fields: &mut Fields<'a>, name: &str, names: &str) -> Option<Field<'a>> {
    let says = |field: &Field<'_>| field.value != Value::Nothing && says(&field.key, names);
    let is_own = |field: &Field<'_>| plain(&field.key).starts_with(name) && says(field);
    let index = fields.0.iter().position(is_own).or_else(|| fields.0.iter().position(says))?;
    Some(fields.0.swap_remove(index))
}

/// Whether a field is a picture that may lead an article.
pub(super) fn is_picture(key: &str) -> bool {
    words::has(IMAGE, picture_name(&plain(key)))
}

/// Whether a field says something of a picture.
pub(super) fn is_about(key: &str) -> bool {
    [ALT, CAPTION, CREDIT].iter().any(|names| says(key, names))
}

/// What a field is called that may be a picture, or the address of one, as in `image_url`.
fn picture_name(plain: &str) -> &str {
    plain.strip_suffix("url").unwrap_or(plain)
}

fn says(key: &str, names: &str) -> bool {
    let key = plain(key);
    let is_behind = |name: &str| key.strip_prefix(name).is_some_and(|rest| words::has(names, rest));
    words::has(names, &key) || words::find(IMAGE, &mut |name| is_behind(name)).is_some()
}

fn plain(key: &str) -> Cow<'_, str> {
    let key = json_api::plain(key);
    plain_name(whole(key).filter(|rest| !rest.is_empty()).unwrap_or(key))
}

/// The address of a picture. Some sites name a picture by an identifier that only their generator can resolve: that is
/// no address, and no picture. The outer option is whether there is a picture, the inner whether its address is safe.
#[expect(clippy::option_option, reason = "a picture without a safe address is still a picture")]
fn media_url<'a>(
    address: Text<'a>,
    key: &str,
    at: usize,
    diagnostics: &mut Diagnostics,
) -> Option<Option<MediaUrl<'a>>> {
    let quoted = shortened(&address).into_owned();
    if !address.contains(['/', '.', ':']) {
        let message = ["`", key, "` names a picture, `", &quoted, "`, and not its address; it is left out"].concat();
        diagnostics.add(Code::ValueInvalid, Some(at), message);
        return None;
    }
    match MediaUrl::parse(address.into_cow()) {
        Ok(url) => Some(Some(url)),
        Err(error) => {
            let message = ["the picture's address `", &quoted, "` ", error.reason()].concat();
            diagnostics.add(Code::ImgSrcUnsafe, Some(at), message);
            Some(None)
        }
    }
}

/// Objects inside of the objects that pictures are.
const DEEPEST: usize = 6;

/// Takes the fields of an object and of the objects in it that are about the same picture, the outer ones first;
/// returns whether one of them is a file.
fn flatten<'a>(value: &mut Value<'a>, out: &mut Vec<Field<'a>>, depth: usize) -> bool {
    if let Value::List(values) = value
        && let Some(first) = values.first_mut()
    {
        return depth < DEEPEST && flatten(first, out, depth + 1);
    }
    let Value::Fields(fields) = value else { return false };
    let mut inner = Vec::new();
    let mut is_asset = false;
    for field in std::mem::take(fields) {
        let is_inner = matches!(field.value, Value::Fields(_) | Value::List(_)) && is_listed(INNER, &field.key);
        if is_inner {
            is_asset |= is_name(&field.key, "file");
            inner.push(field.value);
        } else {
            is_asset |= is_name(&field.key, "contenttype");
            out.push(field);
        }
    }
    for mut value in inner {
        is_asset |= depth < DEEPEST && flatten(&mut value, out, depth + 1);
    }
    is_asset
}
