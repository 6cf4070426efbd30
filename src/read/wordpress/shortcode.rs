//! Shortcodes, the markers in square brackets that WordPress' plugins replace when a post is shown → HTML; it knows
//! their names and attributes, not what becomes of the HTML.
//!
//! Words in square brackets are mostly words: a shortcode has attributes, an end, or a name that nobody would write.

mod parse;

use std::borrow::Cow;

use super::super::index::Index;
use super::super::{embeds, pictures, words};
use super::autop;
use crate::model::{At, is_letter};
use parse::{Ends, Shortcode, parse};

/// Elements in which brackets are brackets.
const VERBATIM: &str = "pre|code|script|style|textarea";
const CAPTION: &str = "caption|wp_caption";
const NOTE: &str = "footnote|efn_note|mfn|ref|fn";
const GALLERY: &str = "gallery|playlist|vc_gallery|vc_images_carousel|et_pb_gallery|av_gallery";
/// Where galleries have the numbers of their pictures, and a picture its own.
const PICTURES: [&str; 4] = ["ids", "include", "images", "gallery_ids"];
const PICTURE: [&str; 3] = ["image", "image_id", "attachment"];
const CODE: &str = "code|sourcecode|source|php|css|html|js|javascript|jscript|python|xml|sql|bash|java|ruby|highlight";
const RECORDING: &str = "audio|video|wp_audio|wp_video|wpvideo";
const SOUND: &str = "mp3|m4a|ogg|wav|flac|wma";
const FILM: &str = "mp4|m4v|webm|ogv|flv|mov";
const ADDRESS: &str = "url|src|href|link|video|video_url|image|image_url";
/// What is no more than its words.
const WORDS: &str = "button|btn|dropcap|box|quote|pullquote|highlight";
/// What the layouts of page builders are called.
const BUILDERS: &str = "vc_|et_pb_|fusion_|av_|mk_|cs_|fl_|ux_|nectar_|tm_pb_|tatsu_|wpb_|ct_|one_";
const LAYOUT: &str = "row|column|col|section|container|columns|two_third|three_fourth|clear|spacer|divider";

/// What is asked about a picture by its number.
pub(super) type Pictures<'p> = &'p mut dyn FnMut(&str) -> Option<String>;
/// Who is told what is wrong with the shortcode of a name.
pub(super) type Report<'p> = &'p mut dyn FnMut(Problem, &str);

/// What is wrong with a shortcode.
#[derive(Clone, Copy)]
pub(super) enum Problem {
    /// Nothing is known of its name.
    Unknown,
    /// It names pictures by numbers of which nothing is known.
    Numbers,
}

/// Bytes of what stands for a post or a film.
const LONGEST_ID: usize = 64;
/// Bytes of a shortcode that an author writes of, and does not mean.
const MOST_SHOWN: usize = 512;

/// Returns the text with HTML in the place of its shortcodes; the text itself if it has none.
pub(super) fn expand<'t>(text: &'t str, pictures: Pictures<'_>, report: Report<'_>) -> Cow<'t, str> {
    if !text.contains('[') {
        return Cow::Borrowed(text);
    }
    let mut expander = Expander {
        text,
        ends: Ends::of(text),
        opened: Index::new(),
        out: String::new(),
        notes: Vec::new(),
        pictures,
        report,
    };
    if expander.run() { Cow::Owned(without_tokens(expander.out)) } else { Cow::Borrowed(text) }
}

/// Adds a tag up to its first attribute, which stands behind it. The value is HTML already, but for the quotes.
pub(super) fn open(out: &mut String, tag: &str, name: &str, value: &str) {
    out.push_str(tag);
    attribute(out, name, value);
    out.push('>');
}

/// Adds an attribute, whose value is HTML already, but for the quotes.
#[inline(never)]
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    out.extend([" ", name, "=\"", &value.replace('"', "&quot;").replace('<', "&lt;"), "\""]);
}

/// Returns a picture with its caption, which is HTML.
pub(super) fn figure(address: &str, alt: &str, caption: &str) -> String {
    let mut html = String::from("<figure><img");
    attribute(&mut html, "src", address);
    attribute(&mut html, "alt", alt);
    html.push('>');
    if !caption.trim().is_empty() {
        html.extend(["<figcaption>", caption, "</figcaption>"]);
    }
    html.push_str("</figure>");
    html
}

struct Expander<'t, 'p> {
    text: &'t str,
    ends: Ends<'t>,
    /// The names of those that have begun, whose ends say nothing.
    opened: Index<'t, ()>,
    out: String,
    /// The footnotes, which stand in the text where they are referred to.
    notes: Vec<&'t str>,
    pictures: Pictures<'p>,
    report: Report<'p>,
}

impl<'t> Expander<'t, '_> {
    /// Returns whether the text had a shortcode.
    fn run(&mut self) -> bool {
        let mut at = 0;
        let mut has_any = false;
        while let Some(rest) = self.text.get(at..) {
            let Some(next) = rest.find(['[', '<']) else {
                self.out.push_str(rest);
                break;
            };
            let (before, rest) = rest.split_at(next);
            self.out.push_str(before);
            at += next;
            let len = self.step(rest, at);
            match len {
                Some(len) => {
                    has_any = true;
                    at += len;
                }
                None => {
                    let kept = if rest.starts_with('<') { markup(rest) } else { "[" };
                    self.out.push_str(kept);
                    at += kept.len();
                }
            }
        }
        self.add_notes();
        has_any
    }

    /// The footnotes stand below the text.
    fn add_notes(&mut self) {
        if self.notes.is_empty() {
            return;
        }
        self.out.push_str("\n<ol class=\"footnotes\">");
        for (index, note) in std::mem::take(&mut self.notes).into_iter().enumerate() {
            self.add(&["<li id=\"note-", &index.to_string(), "\">", note, "</li>"]);
        }
        self.out.push_str("</ol>");
    }

    fn note(&mut self, note: &'t str) {
        self.add(&["<sup><a href=\"#note-", &self.notes.len().to_string(), "\">*</a></sup>"]);
        self.notes.push(note);
    }

    #[inline(never)]
    fn add(&mut self, html: &[&str]) {
        html.iter().for_each(|part| self.out.push_str(part));
    }

    /// Returns the length of the shortcode that begins there, written as HTML.
    fn step(&mut self, rest: &'t str, at: usize) -> Option<usize> {
        let inside = rest.strip_prefix('[')?;
        if let Some(end) = inside.strip_prefix('/') {
            let name = parse::name(end);
            let is_end = self.opened.get(name).is_some() && end.get(name.len()..)?.starts_with(']');
            if is_end && is_layout(name) {
                self.out.push_str("</div>");
            }
            return is_end.then_some("[/]".len() + name.len());
        }
        // Two brackets are how authors write of shortcodes.
        if let Some(shown) = inside.strip_prefix('[') {
            parse(shown)?;
            self.out.push('[');
            let bytes = shown.as_bytes();
            let near = bytes.get(..MOST_SHOWN).unwrap_or(bytes);
            let end = near.windows(2).position(|pair| pair == b"]]").map_or(0, |end| end + 1);
            self.out.push_str(shown.get(..end)?);
            return (end > 0).then_some("[[".len() + end + "]".len());
        }
        let mut shortcode = parse(inside)?;
        let start = at + 1 + shortcode.len;
        let end = self.ends.after(shortcode.name, start);
        shortcode.content = end.and_then(|end| self.text.get(start..end));
        if !is_meant(&shortcode) {
            return None;
        }
        self.opened.add(shortcode.name.into(), ());
        let is_whole = self.write(&shortcode);
        let content = shortcode.content.filter(|_| is_whole);
        let end = content.map_or(0, |content| content.len() + "[/]".len() + shortcode.name.len());
        Some(1 + shortcode.len + end)
    }

    /// Writes a shortcode; returns whether its content is written with it.
    fn write(&mut self, shortcode: &Shortcode<'t>) -> bool {
        let name = shortcode.name;
        if words::has(CAPTION, name) && shortcode.content.is_some() {
            self.caption(shortcode);
        } else if let Some(note) = shortcode.content.filter(|_| words::has(NOTE, name)) {
            self.note(note);
        } else if words::has(CODE, name) && shortcode.content.is_some() {
            self.code(shortcode);
        } else if words::has(GALLERY, name) {
            self.gallery(shortcode);
            return false;
        } else if let Some(id) = picture(shortcode) {
            match (self.pictures)(&id) {
                Some(picture) => self.out.push_str(&picture),
                None => (self.report)(Problem::Numbers, name),
            }
        } else if let Some(address) = site(shortcode) {
            self.player(&address);
        } else if name == "embed" && shortcode.address().is_some() {
            self.player(&shortcode.address().unwrap_or_default());
        } else if words::has(RECORDING, name) && has_files(shortcode) {
            self.recording(shortcode);
        } else {
            return self.other(shortcode);
        }
        true
    }

    /// A picture with what is said about it: the rest of the content, or an attribute.
    fn caption(&mut self, shortcode: &Shortcode<'t>) {
        let content = shortcode.content.unwrap_or_default();
        let picture = content.find("<img").map_or(0, |at| at + autop::tag(content.get(at..).unwrap_or_default()).len());
        let (picture, rest) = content.split_at_checked(picture).unwrap_or((content, ""));
        let (end, words) = match rest.trim_start().strip_prefix("</a>") {
            Some(words) => ("</a>", words),
            None => ("", rest),
        };
        open(&mut self.out, "<figure", "class", &shortcode.get("align").unwrap_or_default());
        let given = if words.trim().is_empty() { shortcode.get("caption") } else { None };
        let given = given.unwrap_or_default();
        self.add(&[picture, end, "<figcaption>", words, &given, "</figcaption></figure>"]);
    }

    fn code(&mut self, shortcode: &Shortcode<'t>) {
        let content = shortcode.content.unwrap_or_default();
        self.out.push_str("<pre><code");
        let is_language = !matches!(shortcode.name, "code" | "sourcecode" | "source" | "highlight");
        let language = shortcode.get("language").or_else(|| shortcode.get("lang"));
        if let Some(language) = language.or_else(|| is_language.then_some(Cow::Borrowed(shortcode.name))) {
            attribute(&mut self.out, "class", &["language-", &language].concat());
        }
        // What WordPress has made paragraphs of is HTML; what an author typed is not.
        let is_html = content.contains("<br") || content.contains("<p>");
        let typed = if is_html { String::new() } else { content.trim_matches('\n').replace('<', "&lt;") };
        self.add(&[">", if is_html { content.trim() } else { &typed }, "</code></pre>"]);
    }

    fn gallery(&mut self, shortcode: &Shortcode<'t>) {
        let ids = PICTURES.iter().find_map(|name| shortcode.get(name)).unwrap_or_default();
        let ids = ids.split(',').map(str::trim).filter(|id| !id.is_empty());
        let found: Vec<_> = ids.filter_map(|id| (self.pictures)(id)).collect();
        if found.is_empty() {
            return (self.report)(Problem::Numbers, shortcode.name);
        }
        self.add(&["<figure class=\"wp-block-gallery\">", &found.concat(), "</figure>"]);
    }

    fn player(&mut self, address: &str) {
        self.add(&["<figure class=\"wp-block-embed\">", &address.replace('<', "&lt;"), "</figure>"]);
    }

    fn recording(&mut self, shortcode: &Shortcode<'t>) {
        let is_sound = shortcode.name.contains("audio");
        let element = if is_sound { "audio" } else { "video" };
        self.add(&["<", element]);
        for name in ["poster", "width", "height", "title"] {
            if let Some(value) = shortcode.get(name) {
                attribute(&mut self.out, name, &value);
            }
        }
        self.out.push('>');
        for source in files(shortcode) {
            open(&mut self.out, "<source", "src", &source);
        }
        self.add(&["</", element, ">"]);
    }

    /// One that is not known: what can be read of it is kept, and where it leads.
    fn other(&mut self, shortcode: &Shortcode<'t>) -> bool {
        let is_layout = is_layout(shortcode.name);
        if is_layout {
            self.out.push_str("<div>");
        }
        let address = shortcode.address();
        let leads = address.as_ref().is_some_and(|address| self.leads(shortcode, address));
        if !is_layout && !words::has(WORDS, shortcode.name) && address.is_none() {
            (self.report)(Problem::Unknown, shortcode.name);
        }
        let title = shortcode.get("title").or_else(|| shortcode.get("heading")).or_else(|| shortcode.get("text"));
        let title = title.filter(|title| !leads && title.contains(is_letter));
        if let Some(title) = title {
            let element = if shortcode.name.contains("heading") { "h2" } else { "p" };
            self.add(&["<", element, ">", &title, "</", element, ">"]);
        }
        if is_layout && shortcode.content.is_none() {
            self.out.push_str("</div>");
        }
        leads
    }

    /// Writes where one leads: a picture, what another site shows, or a link.
    fn leads(&mut self, shortcode: &Shortcode<'t>, address: &str) -> bool {
        let content = shortcode.content.map(str::trim).filter(|content| !content.is_empty() && *content != address);
        if pictures::is_file(address) && content.is_none() {
            self.out.push_str(&figure(address, &shortcode.get("alt").unwrap_or_default(), ""));
            return true;
        }
        if is_page(address) || shortcode.name.contains("frame") {
            self.player(address);
            return content.is_none();
        }
        let words = content.map(Cow::Borrowed).or_else(|| shortcode.get("title")).or_else(|| shortcode.get("text"));
        if content.is_some_and(|content| content.contains(['<', '['])) {
            return false;
        }
        open(&mut self.out, "<p><a", "href", address);
        self.add(&[&words.unwrap_or(Cow::Borrowed(address)), "</a></p>"]);
        true
    }
}

/// Whether it is a shortcode and not words in brackets.
fn is_meant(shortcode: &Shortcode<'_>) -> bool {
    let has_attributes = !shortcode.attributes.is_empty() || shortcode.content.is_some();
    let is_address = shortcode.bare.iter().any(|word| word.contains("://"));
    let is_number = embeds::BY_ID.iter().any(|(name, _)| *name == shortcode.name) && shortcode.bare.len() == 1;
    let is_name = shortcode.bare.is_empty() && (shortcode.name.contains('_') || words::has(GALLERY, shortcode.name));
    has_attributes || is_address || is_number || is_name
}

fn is_layout(name: &str) -> bool {
    words::has(LAYOUT, name) || words::after_exactly(name, BUILDERS).is_some()
}

/// The address of what one shows that is called after a site.
fn site(shortcode: &Shortcode<'_>) -> Option<String> {
    let is_name =
        |name: &str| shortcode.name.strip_suffix(name).is_some_and(|start| start.is_empty() || start.ends_with('_'));
    if !embeds::BY_ID.iter().any(|(name, _)| is_name(name)) {
        return None;
    }
    if let Some(address) = shortcode.address() {
        return Some(address.into_owned());
    }
    let id = shortcode.get("id").or_else(|| shortcode.get("tweet"));
    let id = id.or_else(|| shortcode.bare.first().map(|word| Cow::Borrowed(*word)));
    let id = id.or_else(|| shortcode.content.filter(|id| id.len() < LONGEST_ID).map(|id| Cow::Borrowed(id.trim())))?;
    if id.starts_with("https://") {
        return Some(id.into_owned());
    }
    embeds::page_by_id(&is_name, &id).map(|page| page.as_str().to_owned())
}

/// The number of the picture that a page builder shows, which is all that it says of it.
fn picture<'t>(shortcode: &Shortcode<'t>) -> Option<Cow<'t, str>> {
    let id = PICTURE.iter().find_map(|name| shortcode.get(name))?;
    let is_number = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && shortcode.name.contains("image")).then_some(id)
}

/// The files of a recording, in the order of the attributes.
fn files<'t>(shortcode: &Shortcode<'t>) -> Vec<Cow<'t, str>> {
    let is_file = |name: &str| name == "src" || words::has(SOUND, name) || words::has(FILM, name);
    let named = shortcode.attributes.iter().filter(|(name, _)| is_file(name));
    named.map(|(_, value)| Cow::Borrowed(*value)).collect()
}

/// Whether what a recording plays is a file, and no page of another site.
fn has_files(shortcode: &Shortcode<'_>) -> bool {
    let files = files(shortcode);
    !files.is_empty() && !files.iter().any(|file| is_page(file))
}

/// Whether an address is that of a page of a site that is known for what it shows.
fn is_page(address: &str) -> bool {
    embeds::from_address(address.to_owned(), At::default()).is_some()
}

/// A tag, or an element in which brackets are brackets, as it stands.
fn markup(text: &str) -> &str {
    let name = parse::name(text.get(1..).unwrap_or_default());
    if text.starts_with("<!--") {
        autop::through(text, "-->")
    } else if words::has_lower(VERBATIM, name) {
        autop::through(text, &["</", name, ">"].concat())
    } else if name.is_empty() && !text.starts_with("</") {
        "<"
    } else {
        autop::tag(text)
    }
}

/// The marks that Divi puts in the place of what its own code would write.
fn without_tokens(text: String) -> String {
    let mut parts = text.split("@ET-DC@");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once("==@").map_or(part, |(_, rest)| rest));
    }
    out
}
