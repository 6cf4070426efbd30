//! The words and sizes that pictures carry in most systems; it knows the names of their fields, not where they stand.

use crate::json::{Kind, Value};
use crate::model::{Alt, Block, Credit, Image, ImageKind, Inline, Rendition, Text, plain_line};

use super::prose::{self, Prose, first, first_of, first_string, line_of, name_of, pixels, text_of};
use super::values::{Values, at};
use super::{credit, pictures, recordings, words};

const ALT: [&str; 6] = ["alt", "altText", "alternativeText", "alt_text", "alternative_text", "accessibilityCaption"];
const CAPTION: [&str; 7] =
    ["caption", "figcaption", "captionText", "legend", "bildetekst", "bildtext", "bildunterschrift"];
const CREDIT: &str = "credit|creditText|creditLine|credit_line|credits|attribution|photoCredit|photo_credit|imageCredit|photographer|creator";

/// The fields in which a block has its picture.
const PICTURE: [&str; 7] = ["image", "asset", "photo", "picture", "media", "file", "img"];
/// Fields in which a block has the address of its picture.
const ADDRESS: [&str; 6] = ["imageUrl", "image_url", "image", "photoUrl", "photo", "picture"];
/// What else a block says that is nothing but a picture with words about it: what it is called by editors, and how it is
/// shown.
const ABOUT: &str = "sys|__typename|_uid|_key|_editable|component|id|blockType|blockName|title|name|internalName|internalTitle|entryTitle|copyright|copyrightNotice|source|link|href|linkUrl|focalPoint|focus|crop|layout|size|width|height|align|alignment|position|style|variant|aspectRatio|contentfulMetadata";

/// The places of a caption and a credit in a block.
type Captioned<'b, 'a> = (&'b mut Vec<Inline<'a>>, Option<&'b mut Option<Credit<'a>>>);

/// Returns the picture in a block that is nothing but a picture with words about it.
pub(super) fn wrapped<'d, 'a>(block: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let is_named = |key: &str| words::has(ABOUT, key) || PICTURE.contains(&key) || is_said_of(key);
    // A truth value says how a picture is shown.
    let is_about = |(key, field): (Value<'_, '_>, Value<'_, '_>)| {
        field.kind() == Kind::Null || field.as_bool().is_some() || key.as_str().is_some_and(|key| is_named(&key))
    };
    let inner = first(block, &PICTURE)?;
    block.members().all(is_about).then_some(inner)
}

/// Whether a field of a block says something of its picture.
pub(super) fn is_said_of(key: &str) -> bool {
    ALT.contains(&key) || CAPTION.contains(&key) || words::has(CREDIT, key)
}

/// Returns the picture in a block that has more than that, with what the block says of it, and the field that it is in.
pub(super) fn among<'d, 'a>(prose: &mut dyn Prose<'_, 'a>, block: Value<'d, 'a>) -> Option<(Value<'d, 'a>, Image<'a>)> {
    let Some(field) = first(block, &PICTURE).filter(|field| field.kind() == Kind::Object) else {
        let field = first_string(block, &ADDRESS).filter(|field| is_address(*field))?;
        let mut image = described(prose, Some(field), &[block], block);
        finish(&mut image);
        return Some((field, image));
    };
    let mut image = prose.picture(field)?;
    // Its title is the block's.
    let title = image.title.take();
    describe(prose, block, &mut image);
    finish(&mut image);
    Some((field, Image { title, ..image }))
}

/// Returns the picture in a block that has no more than its address, with what the block says of it.
pub(super) fn addressed<'a>(prose: &mut dyn Prose<'_, 'a>, block: Value<'_, 'a>) -> Option<Image<'a>> {
    let is_file = |field: &Value<'_, '_>| field.as_str().is_some_and(|address| pictures::is_file(&address));
    let named = first_string(block, &ADDRESS).filter(|field| is_address(*field));
    let address = named.or_else(|| first_string(block, &["src", "url"]).filter(is_file))?;
    let mut image = described(prose, Some(address), &[block], block);
    if image.caption.is_empty() {
        image.caption = image.title.take().map(plain_line).unwrap_or_default();
    }
    finish(&mut image);
    Some(image)
}

/// Whether a field that is called as pictures are is an address, and not a name.
pub(super) fn is_address(field: Value<'_, '_>) -> bool {
    field.as_str().is_some_and(|text| text.contains('/') && !text.contains(' ') && !recordings::is_recording(&text))
}

/// Reads the fields that are there and that the picture does not have yet: those of a block before those of its file.
pub(super) fn describe<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, image: &mut Image<'a>) {
    if image.alt == Alt::Absent {
        image.alt = alt(prose, value);
    }
    if image.caption.is_empty() {
        image.caption = line_of(prose, value, &CAPTION);
    }
    let line = first_of(value, CREDIT).filter(|_| image.credit.is_none()).and_then(|field| name_of(prose, field));
    let values = prose.values();
    let copyright = text_of(values, value, &["copyrightNotice", "copyright"]);
    if image.credit.is_none() {
        let line = line.filter(|line| !line.contains("://"));
        let source = text_of(values, value, &["source"]);
        image.credit =
            line.or_else(|| rights(copyright.clone().filter(|_| source.is_some()), source)).map(credit::credit);
    }
    image.title = image.title.take().or_else(|| text_of(values, value, &["title"]));
    image.copyright_notice = image.copyright_notice.take().or(copyright);
    if image.href.is_none()
        && let Some(href) = first_string(value, &["href", "link", "linkUrl"])
    {
        image.href = values.url(href);
    }
    // One size without the other belongs to the page and not to the file.
    if image.width.is_none()
        && image.height.is_none()
        && let (Some(width), Some(height)) = (pixels(value, "width"), pixels(value, "height"))
    {
        (image.width, image.height) = (Some(width), Some(height));
    }
}

/// Returns the picture at an address, which stands in some place, with what the values say of it.
pub(super) fn described<'a>(
    prose: &mut dyn Prose<'_, 'a>,
    address: Option<Value<'_, 'a>>,
    about: &[Value<'_, 'a>],
    place: Value<'_, 'a>,
) -> Image<'a> {
    let src = address.and_then(|address| prose.values().media_url(address));
    let mut image = Image { src, at: at(place), ..Image::default() };
    for value in about {
        describe(prose, *value, &mut image);
    }
    image
}

/// Reads a picture that Cloudinary keeps, as its plugins for many systems write it: the asset, or a list of one. Returns
/// whether it is one.
pub(super) fn cloudinary<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>, image: &mut Image<'a>) -> bool {
    let mut files = value.items();
    let file = files.next().unwrap_or(value);
    if files.next().is_some() || !is_cloudinary(file) {
        return false;
    }
    describe(prose, file, image);
    if let Some(custom) = file.get_in("context", "custom") {
        describe(prose, custom, image);
    }
    image.src = first(file, &["secure_url", "url"]).and_then(|address| prose.values().media_url(address));
    finish(image);
    true
}

/// Returns whether an object is a picture that Cloudinary keeps.
pub(super) fn is_cloudinary(file: Value<'_, '_>) -> bool {
    file.says("resource_type", "image")
}

/// Returns where a block has its caption, and its credit if it can have one, if it can have a caption.
pub(super) fn captioned<'b, 'a>(block: &'b mut Block<'a>) -> Option<Captioned<'b, 'a>> {
    Some(if let Block::Image(image) = block {
        (&mut image.caption, Some(&mut image.credit))
    } else if let Block::Gallery(gallery) = block {
        (&mut gallery.caption, Some(&mut gallery.credit))
    } else if let Block::Recording(recording) = block {
        (&mut recording.caption, Some(&mut recording.credit))
    } else if let Block::Embed(embed) = block {
        (&mut embed.caption, None)
    } else if let Block::Table(table) = block {
        (&mut table.caption, None)
    } else if let Block::Code(code) = block {
        (&mut code.caption, None)
    } else {
        return None;
    })
}

/// Gives the only one of some blocks a caption, if it shows something and has none; it is a paragraph below other blocks.
pub(super) fn add_caption<'a>(blocks: &mut Vec<Block<'a>>, caption: Vec<Inline<'a>>) {
    let own = match blocks.as_mut_slice() {
        [Block::Image(image)] => Some(&mut image.caption),
        [Block::Embed(embed)] => Some(&mut embed.caption),
        [Block::Recording(recording)] => Some(&mut recording.caption),
        [Block::Gallery(gallery)] => Some(&mut gallery.caption),
        _ => None,
    };
    match own.filter(|own| own.is_empty()) {
        Some(own) => *own = caption,
        None => blocks.extend(prose::paragraph(caption)),
    }
    if let [Block::Image(image)] = blocks.as_mut_slice() {
        finish(image);
    }
}

/// Adds the same picture in the other sizes that a system made of it, which its record has under a key.
pub(super) fn renditions<'a>(values: &mut Values<'_>, record: Value<'_, 'a>, key: &str, image: &mut Image<'a>) {
    let mut files = Vec::new();
    for (_, format) in record.members_of(key) {
        let Some(address) = first_string(format, &["url", "src", "source_url"]) else { continue };
        let Some(src) = values.media_url(address) else { continue };
        let (width, height) = (pixels(format, "width"), pixels(format, "height"));
        files.push(Rendition { src, width, height, media_type: None, media: None });
    }
    pictures::set_files(image, files);
}

/// Whether an object around a picture has nothing to say but what a picture does.
pub(super) fn is_all(value: Value<'_, '_>) -> bool {
    let is_named = |link: Value<'_, '_>| first(link, &["label", "title", "text"]).is_some();
    first_of(value, PROSE).is_none() && !first(value, &["link", "cta", "button"]).is_some_and(is_named)
}

/// What newsrooms call the kinds of pictures, in small letters.
const KINDS: &[(ImageKind, &str)] = &[
    (ImageKind::Photo, "photograph|photo"),
    (ImageKind::Illustration, "illustration"),
    (ImageKind::Composite, "composite"),
    (ImageKind::Graphic, "graphic"),
    (ImageKind::Chart, "chart"),
    (ImageKind::Map, "map"),
    (ImageKind::Cartoon, "cartoon"),
    (ImageKind::Screenshot, "screenshot|screengrab"),
];

/// Returns the kind of picture that a newsroom calls so, in whatever case.
pub(super) fn kind(name: &str) -> Option<ImageKind> {
    words::meaning(KINDS, &name.to_ascii_lowercase())
}

/// Fields that belong to a block with a picture in it, and not to the picture.
const PROSE: &str = "body|content|text|heading|headline|subtitle|items|columns|rows|quote|message|summary|bio|biography|role|jobTitle|buttonText|ctaText|linkText";

/// Takes the credit out of the caption when no field had one. Where the caption has none either, it is whoever has the
/// rights.
pub(super) fn finish(image: &mut Image<'_>) {
    settle(image);
    if image.credit.is_none() {
        image.credit = image.copyright_notice.clone().map(credit::credit);
    }
}

/// Takes the credit out of the caption when no field had one, or where the caption says it again.
#[inline(never)]
pub(super) fn settle(image: &mut Image<'_>) {
    (image.caption, image.credit) = credit::settle(std::mem::take(&mut image.caption), image.credit.take());
}

/// Says who a picture comes from, where its credit does not.
pub(super) fn add_provider<'a>(image: &mut Image<'a>, provider: Option<Text<'a>>) {
    match &mut image.credit {
        Some(credit) => credit.provider = credit.provider.take().or(provider),
        None => image.credit = provider.map(credit::credit),
    }
}

/// Returns what a file says of whoever has its rights and of where it is from, as a credit.
pub(super) fn rights<'a>(copyright: Option<Text<'a>>, source: Option<Text<'a>>) -> Option<Text<'a>> {
    // What is called a source may be the address that a picture was taken from.
    let source = source.filter(|source| !source.is_blank() && !source.contains("://"));
    match (copyright.filter(|copyright| !copyright.is_blank()), source) {
        (Some(copyright), Some(source)) if !copyright.contains(&*source) => {
            Some([&*copyright, " / ", &*source].concat().into())
        }
        (copyright, source) => copyright.or(source),
    }
}

fn alt<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Alt<'a> {
    if first(value, &["decorative", "isDecorative"]).and_then(Value::as_bool) == Some(true) {
        return Alt::Decorative;
    }
    text_of(prose.values(), value, &ALT).map_or(Alt::Absent, Alt::Text)
}
