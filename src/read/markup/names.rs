//! What elements are called; it knows the names of HTML, and who knows those of others.

use super::amp;
use super::tag::{Kind, Tag};
use crate::model::{Mark, RecordingKind};

/// Every element that has a name of its own here, in the order of the names.
const NAMES: [(&str, Tag, Kind); 130] = [
    ("a", Tag::A, Kind::Link),
    ("abbr", Tag::Abbr, Kind::Abbreviation),
    ("acronym", Tag::Abbr, Kind::Abbreviation),
    ("address", Tag::Address, Kind::Box),
    ("annotation", Tag::Annotation, Kind::Nothing),
    ("applet", Tag::Applet, Kind::Player),
    ("article", Tag::Article, Kind::Box),
    ("aside", Tag::Aside, Kind::Aside),
    ("audio", Tag::Audio, Kind::Recording(RecordingKind::Audio)),
    ("b", Tag::B, Kind::Mark(Mark::Strong)),
    ("base", Tag::Void, Kind::Nothing),
    ("big", Tag::Big, Kind::Plain),
    // A figure and what it counts, in the XML of the Financial Times, and a quote as it has them.
    ("big-number-headline", Tag::Div, Kind::Box),
    ("big-number-intro", Tag::Div, Kind::Box),
    ("blockquote", Tag::Blockquote, Kind::Quote),
    ("body", Tag::Body, Kind::Box),
    ("br", Tag::Br, Kind::Break),
    ("button", Tag::Button, Kind::Plain),
    ("caption", Tag::Caption, Kind::Box),
    ("center", Tag::Center, Kind::Box),
    ("cite", Tag::Cite, Kind::Mark(Mark::Emphasis)),
    ("code", Tag::Code, Kind::Code),
    ("col", Tag::Void, Kind::Nothing),
    ("colgroup", Tag::Colgroup, Kind::Nothing),
    ("dd", Tag::Dd, Kind::Box),
    ("del", Tag::Del, Kind::Mark(Mark::Strikethrough)),
    ("details", Tag::Details, Kind::Details),
    ("dfn", Tag::Dfn, Kind::Mark(Mark::Emphasis)),
    ("dialog", Tag::Other, Kind::Nothing),
    ("dir", Tag::Ul, Kind::List),
    ("div", Tag::Div, Kind::Box),
    ("dl", Tag::Dl, Kind::Definitions),
    ("dt", Tag::Dt, Kind::Box),
    ("em", Tag::Em, Kind::Mark(Mark::Emphasis)),
    ("embed", Tag::Embed, Kind::Player),
    ("fieldset", Tag::Fieldset, Kind::Box),
    ("figcaption", Tag::Figcaption, Kind::Box),
    ("figure", Tag::Figure, Kind::Figure),
    ("font", Tag::Font, Kind::Plain),
    ("footer", Tag::Footer, Kind::Box),
    ("form", Tag::Form, Kind::Box),
    ("frame", Tag::Embed, Kind::Player),
    ("h1", Tag::H1, Kind::Heading(1)),
    ("h2", Tag::H2, Kind::Heading(2)),
    ("h3", Tag::H3, Kind::Heading(3)),
    ("h4", Tag::H4, Kind::Heading(4)),
    ("h5", Tag::H5, Kind::Heading(5)),
    ("h6", Tag::H6, Kind::Heading(6)),
    ("head", Tag::Head, Kind::Nothing),
    ("header", Tag::Header, Kind::Box),
    ("hgroup", Tag::Header, Kind::Box),
    // A heading in the text, in NITF.
    ("hl2", Tag::H2, Kind::Heading(2)),
    ("hr", Tag::Hr, Kind::Divider),
    ("html", Tag::Html, Kind::Box),
    ("i", Tag::I, Kind::Mark(Mark::Emphasis)),
    ("iframe", Tag::Iframe, Kind::Player),
    ("image", Tag::Img, Kind::Picture),
    ("img", Tag::Img, Kind::Picture),
    ("input", Tag::Input, Kind::Input),
    ("ins", Tag::Ins, Kind::Mark(Mark::Underline)),
    ("kbd", Tag::Kbd, Kind::Mark(Mark::Keyboard)),
    ("li", Tag::Li, Kind::Box),
    ("link", Tag::Link, Kind::Nothing),
    ("listing", Tag::Listing, Kind::Preformatted),
    ("main", Tag::Main, Kind::Box),
    ("mark", Tag::Mark, Kind::Mark(Mark::Highlight)),
    ("math", Tag::Math, Kind::Plain),
    ("menu", Tag::Menu, Kind::List),
    ("meta", Tag::Meta, Kind::Nothing),
    ("mfrac", Tag::Mfrac, Kind::Plain),
    ("mover", Tag::Msup, Kind::Plain),
    ("mroot", Tag::Mroot, Kind::Plain),
    ("msqrt", Tag::Msqrt, Kind::Plain),
    ("msub", Tag::Msub, Kind::Plain),
    ("msubsup", Tag::Msubsup, Kind::Plain),
    ("msup", Tag::Msup, Kind::Plain),
    ("mtd", Tag::Mtd, Kind::Plain),
    ("mtr", Tag::Mtr, Kind::Plain),
    ("munder", Tag::Msub, Kind::Plain),
    ("munderover", Tag::Msubsup, Kind::Plain),
    ("nav", Tag::Nav, Kind::Box),
    ("nobr", Tag::Nobr, Kind::Plain),
    ("noscript", Tag::Noscript, Kind::Noscript),
    ("object", Tag::Object, Kind::Player),
    ("ol", Tag::Ol, Kind::List),
    ("p", Tag::P, Kind::Paragraph),
    ("param", Tag::Void, Kind::Nothing),
    ("picture", Tag::Picture, Kind::Plain),
    ("plaintext", Tag::Plaintext, Kind::Preformatted),
    ("pre", Tag::Pre, Kind::Preformatted),
    ("pull-quote", Tag::Blockquote, Kind::Quote),
    ("pull-quote-source", Tag::Cite, Kind::Mark(Mark::Emphasis)),
    ("q", Tag::Q, Kind::Mark(Mark::Quote)),
    ("rp", Tag::Rp, Kind::Nothing),
    ("rt", Tag::Rt, Kind::Annotation),
    ("s", Tag::S, Kind::Mark(Mark::Strikethrough)),
    ("samp", Tag::Samp, Kind::Code),
    ("script", Tag::Script, Kind::Silent),
    ("search", Tag::Nav, Kind::Box),
    ("section", Tag::Section, Kind::Box),
    ("select", Tag::Select, Kind::Silent),
    ("small", Tag::Small, Kind::Plain),
    ("source", Tag::Source, Kind::Nothing),
    ("span", Tag::Span, Kind::Plain),
    ("strike", Tag::Strike, Kind::Mark(Mark::Strikethrough)),
    ("strong", Tag::Strong, Kind::Mark(Mark::Strong)),
    ("style", Tag::Style, Kind::Silent),
    ("sub", Tag::Sub, Kind::Mark(Mark::Subscript)),
    ("summary", Tag::Summary, Kind::Box),
    ("sup", Tag::Sup, Kind::Mark(Mark::Superscript)),
    ("svg", Tag::Svg, Kind::Silent),
    ("table", Tag::Table, Kind::Table),
    ("tbody", Tag::Tbody, Kind::Box),
    ("td", Tag::Td, Kind::Box),
    ("template", Tag::Template, Kind::Silent),
    ("textarea", Tag::Textarea, Kind::Silent),
    ("tfoot", Tag::Tfoot, Kind::Box),
    ("th", Tag::Th, Kind::Box),
    ("thead", Tag::Thead, Kind::Box),
    ("time", Tag::Time, Kind::Time),
    ("title", Tag::Title, Kind::Nothing),
    ("tr", Tag::Tr, Kind::Box),
    ("track", Tag::Track, Kind::Nothing),
    ("tt", Tag::Tt, Kind::Code),
    ("u", Tag::U, Kind::Mark(Mark::Underline)),
    ("ul", Tag::Ul, Kind::List),
    ("var", Tag::Var, Kind::Mark(Mark::Emphasis)),
    ("video", Tag::Video, Kind::Recording(RecordingKind::Video)),
    ("wbr", Tag::Void, Kind::Nothing),
    ("xmp", Tag::Xmp, Kind::Preformatted),
];

/// Returns the tag of a name in lower case, and what becomes of the element.
pub(super) fn named(name: &str) -> (Tag, Kind) {
    let index = NAMES.binary_search_by(|(known, ..)| (*known).cmp(name));
    match index.ok().and_then(|index| NAMES.get(index)) {
        Some((_, tag, kind)) => (*tag, *kind),
        None => {
            let other = if name.contains('-') { Tag::Custom } else { Tag::Other };
            amp::component(name).unwrap_or((other, Kind::Plain))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, NAMES, Tag, named};

    #[test]
    fn names_are_in_order() {
        assert!(NAMES.iter().map(|(name, ..)| name).is_sorted());
        for (name, tag, kind) in NAMES {
            assert_eq!(named(name), (tag, kind));
        }
        assert_eq!(named("blink"), (Tag::Other, Kind::Plain));
    }
}
