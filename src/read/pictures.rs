//! Pictures that come in several files: which is the picture, which are sizes of it, which are other crops; and which
//! pictures are one and the same. It knows sizes and addresses, not formats.

use crate::model::{Alt, Article, Block, Image, MediaUrl, Rendition, plain_text};

use super::index::Index;
use super::source::MOST_RENDITIONS;
use super::words;

/// A file narrower than this, in pixels, is a thumbnail, if there is a wider one.
const NARROWEST: u32 = 200;

/// Gives a picture its files: the widest is the picture, the others of its shape are renditions of it. What is of
/// another shape is a crop that somebody made for another place, and thumbnails are for lists: both are left out.
pub(super) fn set_files<'a>(image: &mut Image<'a>, files: Vec<Rendition<'a>>) {
    let own = image.src.take().map(|src| Rendition {
        src,
        width: image.width,
        height: image.height,
        media_type: None,
        media: None,
    });
    // The first of the widest: the file that the picture had already goes before others.
    let mut best: Option<Rendition<'a>> = own;
    let mut others = Vec::new();
    for file in files {
        match &best {
            Some(known) if file.width <= known.width => others.push(file),
            Some(_) | None => others.extend(best.replace(file)),
        }
    }
    let Some(best) = best else { return };
    image.width = best.width;
    image.height = best.height;
    let (width, height) = (best.width, best.height);
    for file in others {
        let is_kept = file.src != best.src
            && file.width.is_none_or(|width| width >= NARROWEST)
            && is_same_shape((width, height), (file.width, file.height))
            && image.renditions.len() < MOST_RENDITIONS
            && !image.renditions.iter().any(|known| known.src == file.src);
        if is_kept {
            image.renditions.push(file);
        }
    }
    image.src = Some(best.src);
}

/// Whether two sizes are of one shape, but for what rounding takes off; a size that is not known may be.
fn is_same_shape(one: (Option<u32>, Option<u32>), other: (Option<u32>, Option<u32>)) -> bool {
    let ((Some(width), Some(height)), (Some(other_width), Some(other_height))) = (one, other) else { return true };
    let (one, other) = (u64::from(width) * u64::from(other_height), u64::from(other_width) * u64::from(height));
    // Two in a hundred, and one pixel of the smaller file.
    one.abs_diff(other) * 50 <= one.max(other) + 50 * u64::from(width.max(height))
}

/// Services that make other sizes of a picture when its address asks them for a width in `w`: Sanity's, Contentful's.
const SERVICES: [&str; 2] = ["https://cdn.sanity.io/images/", "https://images.ctfassets.net/"];
/// The widths that are asked for.
const WIDTHS: [u32; 5] = [400, 800, 1200, 1600, 2400];

/// Adds the sizes that the service of a picture makes of it. Drawings have none.
pub(super) fn add_sizes(image: &mut Image<'_>) {
    let Some(src) = image.src.as_ref().filter(|src| is_served(src)) else { return };
    let mark = if src.as_str().contains('?') { '&' } else { '?' };
    let width = image.width.unwrap_or_default();
    for width in WIDTHS.into_iter().filter(|narrower| *narrower < width) {
        if let Ok(src) = MediaUrl::parse(format!("{}{mark}w={width}", src.as_str())) {
            let (width, height) = (Some(width), None);
            image.renditions.push(Rendition { src, width, height, media_type: None, media: None });
        }
    }
}

/// Returns whether a service makes other sizes and cuts of a picture.
pub(super) fn is_served(src: &MediaUrl<'_>) -> bool {
    let is_theirs = SERVICES.iter().any(|service| src.as_str().starts_with(service));
    is_theirs && !src.as_str().contains(".svg")
}

/// Returns whether a file is called after a sign, which sites show where there is no picture.
pub(super) fn is_called_sign(src: &MediaUrl<'_>) -> bool {
    let path = src.as_str().split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    words::is_in("logo|placeholder", &name)
}

/// Returns whether two pictures are the same one, in whatever sizes.
pub(super) fn is_same(one: &Image<'_>, other: &Image<'_>) -> bool {
    let is_same_id = matches!((&one.id, &other.id), (Some(one), Some(other)) if one == other);
    let addresses = |image: &Image<'_>| image.src.as_ref().map(key);
    is_same_id || matches!((addresses(one), addresses(other)), (Some(one), Some(other)) if one == other)
}

/// Returns whether the captions of two pictures have the same words.
pub(super) fn says_same(one: &Image<'_>, other: &Image<'_>) -> bool {
    plain_text(&one.caption) == plain_text(&other.caption)
}

/// Returns whether a picture that follows another one is the same, and nothing else is said of it: pages have one for each
/// width of a window, and one to enlarge.
pub(super) fn is_again(last: &Image<'_>, next: &Image<'_>) -> bool {
    let says_other = matches!((&last.alt, &next.alt), (Alt::Text(last), Alt::Text(next)) if last != next);
    let is_of_other = matches!((&last.credit, &next.credit), (Some(last), Some(next)) if last.text != next.text);
    is_same(last, next) && captions_agree(last, next) && !says_other && !is_of_other
}

/// Whether one of two pictures has no caption, or both have the same.
fn captions_agree(one: &Image<'_>, other: &Image<'_>) -> bool {
    one.caption.is_empty() || other.caption.is_empty() || says_same(one, other)
}

/// What of an address names the picture and not one of its files: no scheme, no size, no query, but for what a service is
/// asked for that makes other sizes of any picture.
fn key(address: &MediaUrl<'_>) -> String {
    const SIZES: &str = "w|h|q|width|height|quality|size|dpr|fit|crop|auto|format|fm";
    let address = address.as_str();
    let address = address.split_once("//").map_or(address, |(_, rest)| rest);
    let address = address.split('#').next().unwrap_or_default();
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    if !query.is_empty() && !is_file(path) {
        let is_size = |asked: &&str| words::has(SIZES, asked.split('=').next().unwrap_or_default());
        return query.split('&').filter(|asked| !is_size(asked)).fold(path.to_owned(), |key, asked| key + "&" + asked);
    }
    let (stem, extension) = path.rsplit_once('.').unwrap_or((path, ""));
    let stem = stem.strip_suffix("-scaled").unwrap_or(stem);
    let stem = stem.rsplit_once('-').filter(|(_, size)| is_size(size)).map_or(stem, |(stem, _)| stem);
    [stem, ".", extension].concat()
}

/// Whether it is a size such as `300x200`.
fn is_size(text: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('x').is_some_and(|(width, height)| is_number(width) && is_number(height))
}

/// Gives the pictures of an article what others say of the same pictures, and returns those that it does not show.
pub(super) fn unshown<'a>(images: Vec<Image<'a>>, article: &mut Article<'a>) -> Vec<Image<'a>> {
    let blocks = article.lead_media.iter_mut().chain(&mut article.body);
    let mut shown: Vec<_> =
        blocks.filter_map(|block| if let Block::Image(image) = block { Some(image) } else { None }).collect();
    let mut known = Index::new();
    for (index, image) in shown.iter().enumerate() {
        if let Some(src) = &image.src {
            known.add(key(src).into(), index);
        }
    }
    let mut others = Vec::new();
    for image in images {
        let index = image.src.as_ref().and_then(|src| known.get(&key(src)).copied());
        match index.and_then(|index| shown.get_mut(index)) {
            Some(shown) => complete(shown, image),
            None => others.push(image),
        }
    }
    others
}

/// Takes the picture that leads the article out of its body, where it is the first picture there too, unless something
/// else is said of it there.
pub(super) fn show_lead_once(article: &mut Article<'_>) {
    let Some(Block::Image(lead)) = &mut article.lead_media else { return };
    let first = article.body.iter().position(|block| matches!(block, Block::Image(_)));
    let Some(index) = first else { return };
    if let Some(Block::Image(image)) = article.body.get_mut(index)
        && is_same(lead, image)
        && captions_agree(lead, image)
    {
        complete(lead, std::mem::take(&mut **image));
        article.body.remove(index);
    }
}

/// Gives a picture what the same picture says that it does not say itself.
pub(super) fn complete<'a>(lead: &mut Image<'a>, image: Image<'a>) {
    if !matches!(lead.alt, Alt::Text(_)) && !matches!(image.alt, Alt::Absent) {
        lead.alt = image.alt;
    }
    if lead.width.is_none() && lead.src == image.src {
        (lead.width, lead.height) = (image.width, image.height);
    }
    if lead.caption.is_empty() {
        lead.caption = image.caption;
    }
    if lead.renditions.is_empty() {
        lead.renditions = image.renditions;
    }
    lead.credit = lead.credit.take().or(image.credit);
    lead.href = lead.href.take().or(image.href);
    lead.license = lead.license.take().or(image.license);
    lead.acquire_license_page = lead.acquire_license_page.take().or(image.acquire_license_page);
    lead.copyright_notice = lead.copyright_notice.take().or(image.copyright_notice);
}

/// Returns whether an address is that of a picture's file, by its ending.
pub(super) fn is_file(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit('.').next().unwrap_or_default();
    words::has_lower("jpg|jpeg|png|gif|webp|avif|svg|bmp|tif|tiff", ending)
}

#[cfg(test)]
mod tests {
    use super::{is_same, set_files, show_lead_once};
    use crate::model::{Article, Block, Image, MediaUrl, Rendition};

    fn image(src: &str) -> Image<'_> {
        Image { src: MediaUrl::parse(src).ok(), ..Image::default() }
    }

    fn file(src: &str, width: u32, height: u32) -> Rendition<'_> {
        let src = MediaUrl::parse(src).unwrap();
        Rendition { src, width: Some(width), height: Some(height), media_type: None, media: None }
    }

    #[test]
    fn the_widest_is_the_picture() {
        let mut picture = image("a.jpg");
        (picture.width, picture.height) = (Some(1000), Some(667));
        let files = vec![
            file("thumb.jpg", 150, 100),
            file("square.jpg", 600, 600),
            file("m.jpg", 500, 333),
            file("l.jpg", 1500, 1000),
            file("m.jpg", 500, 333),
        ];
        set_files(&mut picture, files);
        assert_eq!(picture.src.as_ref().map(MediaUrl::as_str), Some("l.jpg"));
        assert_eq!((picture.width, picture.height), (Some(1500), Some(1000)));
        let renditions: Vec<_> = picture.renditions.iter().map(|rendition| rendition.src.as_str()).collect();
        assert_eq!(renditions, ["m.jpg", "a.jpg"]);
    }

    #[test]
    fn one_picture_has_many_addresses() {
        let same = |one: &str, other: &str| is_same(&image(one), &image(other));
        assert!(same("https://a.example/ferry-300x200.jpg", "http://a.example/ferry.jpg?w=9"));
        assert!(same("/ferry-scaled.jpg", "/ferry.jpg"));
        assert!(!same("/ferry-1.jpg", "/ferry-2.jpg"));
        assert!(!same("/ferry.jpg", "/ferry.png"));
    }

    #[test]
    fn the_lead_is_shown_once() {
        let mut repeated = image("/a-300x200.jpg");
        repeated.caption = vec![crate::model::Inline::Text("The ferry".into())];
        let mut article = Article {
            lead_media: Some(Block::from(image("/a.jpg"))),
            body: vec![Block::Divider, Block::from(repeated), Block::from(image("/a.jpg"))],
            ..Article::default()
        };
        show_lead_once(&mut article);
        assert_eq!(article.body.len(), 2);
        let Some(Block::Image(lead)) = article.lead_media else { panic!("the lead is gone") };
        assert_eq!(lead.caption.len(), 1);
    }
}
