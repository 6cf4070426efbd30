//! Reads pictures: Sanity names them by references that hold their size, and crops them by fractions.

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{Decimal, FocalPoint, Image, MediaUrl};

use super::super::prose::{first, first_string, pixels};
use super::super::values::{at, millionths};
use super::super::words::plain_name;
use super::super::{figure, pictures};
use super::PortableText;

impl<'a> PortableText<'_, 'a> {
    /// A picture is an object with an asset that is one, one whose type says so, or one around a picture.
    pub(super) fn image(&mut self, value: Value<'_, 'a>) -> Option<Image<'a>> {
        if value.kind() != Kind::Object {
            return None;
        }
        let called = value.str_of("_type").unwrap_or_default();
        let name = plain_name(&called);
        let has_address = first(value, &ADDRESS).is_some_and(Value::is_string);
        // A query may have left out what it is called.
        let is_nameless = name.is_empty() && is_at_address(value);
        let is_called_one = name == "image" || (has_address && name.ends_with("image")) || is_nameless;
        // A query may have asked for no more of the asset than its address.
        let is_shown = |asset: Value<'_, '_>| is_called_one && first(asset, &["url"]).is_some_and(Value::is_string);
        let asset = first(value, &["asset"]).filter(|asset| is_image(*asset) || is_shown(*asset));
        let inner = first(value, &["image", "photo", "picture", "mainImage"]).filter(|inner| is_picture(*inner));
        if !is_called_one && asset.or(inner).is_none() && !figure::is_cloudinary(value) {
            return None;
        }
        let mut image = Image { at: at(value), ..Image::default() };
        figure::describe(self, value, &mut image);
        if figure::cloudinary(self, value, &mut image) {
            return Some(image);
        }
        match (asset, inner) {
            (Some(asset), _) => self.place(value, asset, &mut image),
            (None, Some(inner)) => self.surround(&mut image, inner),
            (None, None) => image.src = self.address(value),
        }
        figure::finish(&mut image);
        Some(image)
    }

    /// The words of the object around a picture come before those of the picture.
    fn surround(&mut self, image: &mut Image<'a>, inner: Value<'_, 'a>) {
        if figure::cloudinary(self, inner, image) {
            return;
        }
        figure::describe(self, inner, image);
        match first(inner, &["asset"]) {
            Some(asset) => self.place(inner, asset, image),
            None => image.src = self.address(inner),
        }
    }

    fn address(&mut self, value: Value<'_, 'a>) -> Option<MediaUrl<'a>> {
        first_string(value, &ADDRESS).and_then(|src| self.values.media_url(src))
    }

    /// The address and the size of an asset, as much of it as the crop leaves.
    fn place(&mut self, value: Value<'_, 'a>, asset: Value<'_, 'a>, image: &mut Image<'a>) {
        // What a caller found behind the reference says more than the reference.
        let id = asset.str_of("_ref").or_else(|| asset.str_of("_id")).unwrap_or_default();
        let asset = self.referred(asset).unwrap_or(asset);
        figure::describe(self, asset, image);
        let parts = Asset::parse(&id);
        let stated = asset.get_in("metadata", "dimensions");
        let size = |name: &str| stated.and_then(|stated| pixels(stated, name));
        let width = size("width").or(parts.map(|parts| parts.width));
        let height = size("height").or(parts.map(|parts| parts.height));
        let crop = value.get("crop").and_then(Crop::of).unwrap_or_default();
        image.src = self.address(asset).or_else(|| self.address_of(asset, parts));
        if let Some((width, height)) = width.zip(height) {
            let (left, width) = rest(width, crop.left, crop.right);
            let (top, height) = rest(height, crop.top, crop.bottom);
            (image.width, image.height) = (Some(width), Some(height));
            if let Some(src) = image.src.as_ref().filter(|_| crop != Crop::default())
                && pictures::is_served(src)
                && !src.as_str().contains('?')
            {
                image.src = MediaUrl::parse(format!("{}?rect={left},{top},{width},{height}", src.as_str())).ok();
            }
        }
        pictures::add_sizes(image);
        image.focal_point = value.get("hotspot").and_then(|hotspot| focal_point(hotspot, crop));
        image.id = (!id.is_empty()).then(|| id.into());
    }

    /// The address that Sanity gives a picture: it takes a project and a dataset, which only the caller knows.
    fn address_of(&mut self, asset: Value<'_, 'a>, parts: Option<Asset<'_>>) -> Option<MediaUrl<'a>> {
        let Asset { id, width, height, extension } = parts?;
        let source = self.source;
        let Some(sanity) = &source.context().sanity else {
            let message = "the picture's address takes the project and the dataset of Sanity, which are not given";
            self.values.add(Code::ImgSrcMissing, asset, message);
            return None;
        };
        let (project, dataset) = (sanity.project(), sanity.dataset());
        MediaUrl::parse(format!("https://cdn.sanity.io/images/{project}/{dataset}/{id}-{width}x{height}.{extension}"))
            .ok()
    }
}

/// Whether an asset is a picture, and not another file.
fn is_image(asset: Value<'_, '_>) -> bool {
    let name = asset.str_of("_ref").or_else(|| asset.str_of("_id")).unwrap_or_default();
    let kind = asset.str_of("mimeType").or_else(|| asset.str_of("_type")).unwrap_or_default();
    let has_size = asset.get("metadata").is_some_and(|metadata| metadata.get("dimensions").is_some());
    name.starts_with("image-")
        || kind.starts_with("image/")
        || kind == "sanity.imageAsset"
        || has_size
        || is_at_address(asset)
}

/// Whether an object has the address of a picture.
fn is_at_address(value: Value<'_, '_>) -> bool {
    first(value, &ADDRESS).and_then(Value::as_str).is_some_and(|address| pictures::is_file(&address))
}

fn is_picture(value: Value<'_, '_>) -> bool {
    let is_shown = |asset: Value<'_, '_>| asset.get("mimeType").is_none() && asset.has_string("url");
    value.get("asset").is_some_and(|asset| is_image(asset) || is_shown(asset))
        || (value.says("_type", "image") && first(value, &ADDRESS).is_some())
        || is_at_address(value)
        || figure::is_cloudinary(value)
}

/// Where the address of a picture is that is not kept in Sanity.
const ADDRESS: [&str; 3] = ["src", "url", "imageUrl"];

/// The parts of an asset's name, `image-<id>-<width>x<height>-<extension>`.
#[derive(Clone, Copy)]
struct Asset<'n> {
    id: &'n str,
    width: u32,
    height: u32,
    extension: &'n str,
}

impl<'n> Asset<'n> {
    fn parse(name: &'n str) -> Option<Self> {
        let (rest, extension) = name.strip_prefix("image-")?.rsplit_once('-')?;
        let (id, size) = rest.rsplit_once('-')?;
        let (width, height) = size.split_once('x')?;
        let is_word =
            |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        (is_word(id) && is_word(extension)).then_some(())?;
        Some(Self { id, width: width.parse().ok()?, height: height.parse().ok()?, extension })
    }
}

/// A millionth of a width or a height.
type Millionths = u64;
const WHOLE: Millionths = 1_000_000;

/// What is cut off at each edge.
#[derive(Clone, Copy, Default, PartialEq)]
struct Crop {
    top: Millionths,
    bottom: Millionths,
    left: Millionths,
    right: Millionths,
}

impl Crop {
    /// The crop, if it leaves something.
    fn of(value: Value<'_, '_>) -> Option<Self> {
        let edge = |name: &str| value.get(name).and_then(fraction).unwrap_or_default();
        let crop = Self { top: edge("top"), bottom: edge("bottom"), left: edge("left"), right: edge("right") };
        (crop.top + crop.bottom < WHOLE && crop.left + crop.right < WHOLE).then_some(crop)
    }
}

/// Where the rest of an edge begins and how long it is, at least a pixel.
fn rest(len: u32, before: Millionths, behind: Millionths) -> (u32, u32) {
    let part =
        |millionths: Millionths| u32::try_from((Millionths::from(len) * millionths + WHOLE / 2) / WHOLE).unwrap_or(len);
    let start = part(before).min(len.saturating_sub(1));
    (start, len.saturating_sub(part(behind)).saturating_sub(start).max(1))
}

/// The point that must stay in sight, told from the edges of what the crop leaves.
fn focal_point(hotspot: Value<'_, '_>, crop: Crop) -> Option<FocalPoint> {
    let x = within(hotspot.get("x").and_then(fraction)?, crop.left, crop.right);
    let y = within(hotspot.get("y").and_then(fraction)?, crop.top, crop.bottom);
    Some(FocalPoint { x: decimal(x)?, y: decimal(y)? })
}

fn within(point: Millionths, before: Millionths, behind: Millionths) -> Millionths {
    (point.saturating_sub(before) * WHOLE / (WHOLE - before - behind)).min(WHOLE)
}

fn decimal(millionths: Millionths) -> Option<Decimal> {
    u32::try_from((millionths + 5_000) / 10_000).ok().map(Decimal::of_hundredths)
}

/// A fraction from 0 to 1, as JSON writes it.
fn fraction(value: Value<'_, '_>) -> Option<Millionths> {
    let number = Millionths::try_from(millionths(value)?).ok()?;
    (number < 2 * WHOLE).then_some(number.min(WHOLE))
}
