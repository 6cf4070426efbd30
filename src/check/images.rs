//! Pictures: the alternative text, which is neither a file's name nor the caption once more, and the address.

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Alt, Article, At, Inline, MediaUrl};

use super::walk;

pub(super) fn check(article: &Article<'_>, diagnostics: &mut Diagnostics) {
    walk::images(article, &mut |image| {
        if image.src.is_none() {
            let message = "the picture has no address, so only its caption and credit are shown";
            return diagnostics.add(Code::ImgSrcMissing, image.at.offset(), message);
        }
        alternative_text(&image.alt, image.src.as_ref(), image.at, diagnostics);
        if image.repeats_caption() {
            let message =
                "the alternative text repeats the caption, so it would be read twice; say what the picture shows";
            diagnostics.add(Code::ImgAltEqualsCaption, image.at.offset(), message);
        }
    });
    walk::inlines(article, &mut |inline| {
        if let Inline::Image(image) = inline {
            alternative_text(&image.alt, image.src.as_ref(), image.at, diagnostics);
        }
    });
}

fn alternative_text(alt: &Alt<'_>, src: Option<&MediaUrl<'_>>, at: At, diagnostics: &mut Diagnostics) {
    let (code, message) = match alt {
        Alt::Decorative => return,
        Alt::Absent => (
            Code::ImgAltMissing,
            "the picture has no alternative text; say what it shows, or that it is decorative (WCAG 1.1.1)".to_owned(),
        ),
        Alt::Text(text) if text.is_blank() => (
            Code::ImgAltWhitespace,
            "the alternative text is white space; say what the picture shows (WCAG 1.1.1)".to_owned(),
        ),
        Alt::Text(text) if is_file_name(text.trim(), src) => (
            Code::ImgAltFilename,
            ["the alternative text `", text.trim(), "` is the name of a file; say what the picture shows (WCAG 1.1.1)"]
                .concat(),
        ),
        Alt::Text(_) => return,
    };
    diagnostics.add(code, at.offset(), message);
}

/// A word that ends like a picture's file, begins like a camera's, is a hash, or is the last part of the address.
fn is_file_name(alt: &str, src: Option<&MediaUrl<'_>>) -> bool {
    let name = alt.split(['?', '#']).next().unwrap_or_default();
    let is_one_word = !name.contains(char::is_whitespace);
    is_one_word
        && (has_picture_extension(name) || is_from_camera(name) || is_hash(name) || is_end_of_address(name, src))
}

const EXTENSIONS: &str = "jpg|jpeg|jpe|png|gif|webp|avif|svg|heic|heif|tif|tiff|bmp|psd|jxl|raw";

fn has_picture_extension(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, extension)| {
        !stem.is_empty() && any(EXTENSIONS, &|known| known.eq_ignore_ascii_case(extension))
    })
}

/// What cameras, telephones and picture libraries call their files.
const CAMERAS: &str =
    "img_|img-|dsc_|dsc|dscn|dscf|pxl_|gopr|mvimg_|p10|p11|photo-|image-|screenshot_|screenshot-|untitled-";

/// The name goes on with digits and little else: "image-1542281286-9e0a" is one, "Image-making" is not.
fn is_from_camera(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    any(CAMERAS, &|camera| {
        let rest = name.strip_prefix(camera).unwrap_or_default();
        let digits = rest.bytes().filter(u8::is_ascii_digit).count();
        digits >= 3 && rest.bytes().next().is_some_and(|b| b.is_ascii_digit())
    })
}

/// Whether one of the words of a list passes, which has bars between them.
#[inline(never)]
fn any(words: &str, passes: &dyn Fn(&str) -> bool) -> bool {
    words.split('|').any(passes)
}

fn is_hash(name: &str) -> bool {
    let hex = name.bytes().filter(u8::is_ascii_hexdigit).count();
    hex >= 32 && name.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') && name.bytes().any(|b| b.is_ascii_digit())
}

/// A word alone may well be both; a name with a digit, hyphen or underscore in it is the file's.
fn is_end_of_address(name: &str, src: Option<&MediaUrl<'_>>) -> bool {
    let path = src.map_or("", MediaUrl::as_str).split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let odd = name.contains(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_'));
    !name.is_empty() && odd && (name.eq_ignore_ascii_case(file) || name.eq_ignore_ascii_case(stem))
}

#[cfg(test)]
mod tests {
    use super::super::findings;
    use super::check as rule;
    use crate::model::{Alt, Article, Block, Image, Inline, MediaUrl};

    fn check(alt: Alt<'_>, caption: &'static str, expected: &[&str]) {
        let image = Image {
            src: MediaUrl::parse("https://example.com/media/harbour-4.jpg").ok(),
            alt: alt.clone(),
            caption: vec![Inline::Text(caption.into())],
            ..Image::default()
        };
        assert_eq!(
            findings(rule, &Article { lead_media: Some(Block::from(image)), ..Article::default() }),
            expected,
            "{alt:?}"
        );
    }

    #[test]
    fn the_three_states() {
        check(Alt::Absent, "", &["img-alt-missing"]);
        check(Alt::Decorative, "", &[]);
        check(Alt::Text("A ferry at a quay.".into()), "", &[]);
        check(Alt::Text(" \n".into()), "", &["img-alt-whitespace"]);
    }

    #[test]
    fn the_caption_once_more() {
        check(Alt::Text("THE FERRY at dusk".into()), "The ferry, at dusk.", &["img-alt-equals-caption"]);
        check(Alt::Text("The ferry".into()), "The ferry at dusk.", &[]);
    }

    #[test]
    fn names_of_files() {
        let names = [
            "ferry_960x640.WEBP",
            "quay\\boats\\3.jpg",
            "a.png?size=2",
            "DSC_0042",
            "P1010023",
            "GOPR0123",
            "20240501_093000.heic",
            "0123456789abcdef0123456789abcdef",
            "photo-1542281286-9e0a16bb7366",
            "harbour-4",
        ];
        for name in names {
            check(Alt::Text(name.into()), "", &["img-alt-filename"]);
        }
        for words in [
            "DSC, the shipyard",
            "Model T in a garage.",
            "Ferry",
            "IMG, the agency",
            "Image-making",
            "A map.png on a screen",
            "ЧП",
        ] {
            check(Alt::Text(words.into()), "", &[]);
        }
    }
}
