//! Sizes and crops, which take more numbers than cases of the format should hold.

use crate::diagnostic::Diagnostics;
use crate::model::{Block, Image};
use crate::read::context::{Context, Sanity};
use crate::read::source::Source;

/// Calls `test` with the picture that an object is.
fn with_image(image: &str, test: impl FnOnce(&Image<'_>)) {
    let context = Context { sanity: Sanity::new("p", "d"), ..Context::default() };
    let mut diagnostics = Diagnostics::default();
    let document = format!("[{image}]");
    let source = Source::new(document.as_bytes(), None, &context, &mut diagnostics).unwrap();
    let article = super::read(&source, &mut diagnostics);
    match article.body.as_slice() {
        [Block::Image(image)] => test(image),
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn check(asset: &str, more: &str, src: Option<&str>, size: Option<(u32, u32)>) {
    with_image(&format!(r#"{{"_type": "image", "asset": {{"_ref": "{asset}"}}{more}}}"#), |image| {
        assert_eq!(image.src.as_ref().map(|src| src.as_str()), src);
        assert_eq!(image.width.zip(image.height), size);
    });
}

#[test]
fn references_hold_the_size() {
    let src = Some("https://cdn.sanity.io/images/p/d/a1-20x10.png");
    check("image-a1-20x10-png", "", src, Some((20, 10)));
    for odd in ["image-a1-20x-png", "image-a1-png", "image-a/../b-20x10-png", "file-a1-pdf"] {
        check(odd, "", None, None);
    }
}

#[test]
fn a_crop_leaves_a_rest() {
    let crop = |edges: &str| format!(r#", "crop": {{{edges}}}"#);
    let src = |rect: &str| format!("https://cdn.sanity.io/images/p/d/a1-1000x500.jpg{rect}");
    let check = |edges: &str, rect: &str, size: (u32, u32)| {
        check("image-a1-1000x500-jpg", &crop(edges), Some(&src(rect)), Some(size));
    };
    check(r#""top": 0, "bottom": 0, "left": 0, "right": 0"#, "", (1000, 500));
    check(r#""top": 0.1, "bottom": 0.2, "left": 0.25, "right": 0.005"#, "?rect=250,50,745,350", (745, 350));
    check(r#""left": 0.333333333333"#, "?rect=333,0,667,500", (667, 500));
    check(r#""left": 0.9999999, "right": 0"#, "?rect=999,0,1,500", (1, 500));
    // What leaves nothing, or is no fraction, is no crop.
    check(r#""left": 0.5, "right": 0.5"#, "", (1000, 500));
    check(r#""left": "0.5", "top": 1e-3, "right": -1"#, "", (1000, 500));
}

#[test]
fn the_point_that_must_stay_is_told_from_the_crop() {
    let check = |crop: &str, x: &str, expected: &str| {
        let image = format!(
            r#"{{"_type": "image", "asset": {{"_ref": "image-a1-10x10-jpg"}}, "crop": {{{crop}}}, "hotspot": {{"x": {x}, "y": 0}}}}"#
        );
        with_image(&image, |image| assert_eq!(image.focal_point.unwrap().x.to_string(), expected, "{crop} {x}"));
    };
    check("", "0.25", "0.25");
    check(r#""left": 0.5"#, "0.75", "0.5");
    check(r#""left": 0.5"#, "0.25", "0");
    check(r#""right": 0.5"#, "0.75", "1");
}
