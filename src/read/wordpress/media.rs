//! The pictures of WordPress' media library: the one that leads a post, and those that the caller hands in; it knows
//! attachments, not the HTML of posts.

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{Alt, Credit, Image, Inline, Text, is_blank};

use super::super::prose::{first, first_string, pixels, text_of};
use super::super::values::{Values, at};
use super::super::{credit, figure, markup, words};
use super::terms::{embedded, is_refused, number_of};
use super::text_field;

/// Where Jetpack, Newspack and other plug-ins have the address of the picture that leads a post.
const ADDED: &str = "jetpack_featured_media_url|newspack_featured_image_src|featured_media_src_url|featured_media_url|featured_image_src|featured_image_url|featured_image_urls|featured_image|fimg_url|uagb_featured_image_src";

/// Returns the picture that leads a post.
pub(super) fn lead<'a>(post: Value<'_, 'a>, values: &mut Values<'_>) -> Option<Image<'a>> {
    let media = embedded(post, "wp:featuredmedia").and_then(|media| media.items().next());
    if let Some(media) = media.filter(|media| !is_refused(*media)) {
        return attachment(media, values);
    }
    if let Some(media) = post.get("better_featured_image").filter(|media| media.get("source_url").is_some()) {
        return attachment(media, values);
    }
    let added = words::found(ADDED, &mut |name| added_address(first(post, &[name])?));
    if let Some(address) = added.or_else(|| featured_address(post)).filter(|address| address.is_string()) {
        let caption = first_string(post, &["newspack_featured_image_caption"]);
        let caption = caption.map(|caption| markup::line(caption, values)).unwrap_or_default();
        let (caption, credit) = credit::split(caption);
        return Some(Image { src: values.media_url(address), caption, credit, at: at(address), ..Image::default() });
    }
    let id = number_of(post, "featured_media")?;
    let message = "the lead picture is given by a number only; a post that is asked for with `_embed` has the picture";
    values.add(Code::ReferenceMissing, id, message);
    None
}

/// The address in a field that a plug-in adds: alone, or in one of several sizes, each of which may be a list that
/// begins with it.
fn added_address<'d, 'a>(field: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let file = first(field, &["large", "uncropped", "full", "src", "url"]).unwrap_or(field);
    Some(file.items().next().unwrap_or(file)).filter(|address| address.is_string())
}

/// The picture that Yoast hands to other sites is the one that leads the post.
fn featured_address<'d, 'a>(post: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    number_of(post, "featured_media")?;
    post.get_in("yoast_head_json", "og_image")?.items().next()?.get("url")
}

/// Returns the picture that a record of the media library describes, if it is one.
pub(super) fn attachment<'a>(media: Value<'_, 'a>, values: &mut Values<'_>) -> Option<Image<'a>> {
    if media.get("media_type").is_some_and(|kind| !kind.is("image")) {
        return None;
    }
    let details = media.get("media_details").unwrap_or(media);
    let mut image = Image {
        id: media.get("id").and_then(Value::as_integer).map(|id| Text::from(id.to_string())),
        src: first(media, &["source_url"]).and_then(|address| values.media_url(address)),
        width: pixels(details, "width"),
        height: pixels(details, "height"),
        alt: text_of(values, media, &["alt_text"]).map_or(Alt::Absent, Alt::Text),
        caption: caption(media, values),
        at: at(media),
        ..Image::default()
    };
    image.title = text_field(media, "title").and_then(|title| markup::text(title, values));
    (image.caption, image.credit) = credit::settle(std::mem::take(&mut image.caption), credit_field(media, values));
    if let Some(meta) = details.get("image_meta") {
        image.credit = image.credit.take().or_else(|| text_of(values, meta, &["credit"]).map(credit::credit));
        image.copyright_notice = text_of(values, meta, &["copyright"]);
    }
    figure::renditions(values, details, "sizes", &mut image);
    Some(image)
}

fn caption<'a>(media: Value<'_, 'a>, values: &mut Values<'_>) -> Vec<Inline<'a>> {
    let caption = text_field(media, "caption").or_else(|| first_string(media, &["caption"]));
    let line = caption.map(|caption| markup::line(caption, values));
    line.filter(|line| !is_blank(line)).unwrap_or_default()
}

/// The credit in the fields that Newspack adds to the record of a picture.
fn credit_field<'a>(media: Value<'_, 'a>, values: &mut Values<'_>) -> Option<Credit<'a>> {
    let meta = media.get("meta").unwrap_or(media);
    let name = text_of(values, meta, &["_media_credit", "media_credit", "credit"]);
    let organisation = text_of(values, meta, &["_navis_media_credit_org", "navis_media_credit_org"]);
    let credit = credit::credit(figure::rights(name, organisation)?);
    let url = first_string(meta, &["_media_credit_url", "media_credit_url"]);
    let url = url.and_then(|url| values.url(url));
    Some(Credit { url: url.or_else(|| credit.url.clone()), ..credit })
}
