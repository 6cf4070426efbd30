//! Inline events → one line of inlines; it knows nothing of the blocks around the line.

mod tags;

use pulldown_cmark::{CowStr, LinkType};
use std::borrow::Cow;

use super::autolink;
use super::run::{Run, cow};
use super::template::Finder;
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Alt, At, Inline, InlineImage, Link, Mark, MediaUrl, Text, Url, plain_line};
use crate::read::piece::{Base, Own, copied};
use crate::read::source::{DEEPEST, shortened};
use crate::read::values::Values;
use crate::read::{markup, words};

/// A line as it stands finished.
pub(super) struct Finished<'a> {
    /// The inlines.
    pub(super) content: Vec<Inline<'a>>,
    /// The title of each picture among them, in order; an inline picture has no room for one, a figure has.
    pub(super) titles: Vec<Option<Text<'a>>>,
}

/// A line being read.
pub(super) struct Line<'s, 'a, 'd> {
    pub(super) diagnostics: &'d mut Diagnostics,
    source: &'s str,
    own: Own<'s, 'a>,
    base: Base,
    run: Run<'s>,
    content: Vec<Inline<'a>>,
    titles: Vec<Option<Text<'a>>>,
    spans: Vec<Span<'a>>,
    /// Spans that are open and not kept, because they nest too deep.
    flattened: usize,
    picture: Option<Picture<'a>>,
    templates: Finder,
    /// The end of a tag that is left out.
    skipped_to: usize,
    /// Where words end that are marked for the reader.
    marked_to: usize,
    is_depth_reported: bool,
}

/// A span whose end was not seen yet, with what stands before it.
struct Span<'a> {
    kind: Kind<'a>,
    before: Vec<Inline<'a>>,
    /// Whether a tag of HTML began it, so that another one ends it.
    is_html: bool,
}

enum Kind<'a> {
    Mark(Mark),
    Link(Link<'a>),
}

/// A picture whose alternative text is being read.
struct Picture<'a> {
    image: InlineImage<'a>,
    title: Option<Text<'a>>,
    /// Pictures inside of its alternative text; only their own alternative text counts.
    depth: usize,
}

impl<'s, 'a, 'd> Line<'s, 'a, 'd> {
    pub(super) fn new(source: &'s str, own: Own<'s, 'a>, base: Base, diagnostics: &'d mut Diagnostics) -> Self {
        Self {
            diagnostics,
            source,
            own,
            base,
            run: Run::default(),
            content: Vec::new(),
            titles: Vec::new(),
            spans: Vec::new(),
            flattened: 0,
            picture: None,
            templates: Finder::default(),
            skipped_to: 0,
            marked_to: usize::MAX,
            is_depth_reported: false,
        }
    }

    /// Returns how a part of the Markdown becomes the article's, and where the part lies that begins there.
    pub(super) fn piece(&self, start: usize) -> (Own<'s, 'a>, Base) {
        let base = match self.base {
            Base::Exact(before) => Base::Exact(before + start),
            Base::Around(place) => Base::Around(place),
        };
        (self.own, base)
    }

    /// Returns the place of an offset in the Markdown.
    pub(super) fn at(&self, offset: usize) -> At {
        At::new(self.offset(offset))
    }

    /// Reports what was found at an offset in the Markdown.
    pub(super) fn report(&mut self, code: Code, offset: usize, message: impl Into<String>) {
        let offset = self.offset(offset);
        self.diagnostics.add(code, Some(offset), message);
    }

    /// Reports once that something nests too deep.
    pub(super) fn report_depth(&mut self, offset: usize) {
        if !self.is_depth_reported {
            self.is_depth_reported = true;
            self.report(Code::LimitDepth, offset, format!("what nests deeper than {DEEPEST} levels is flattened"));
        }
    }

    fn offset(&self, offset: usize) -> usize {
        self.base.offset(offset)
    }

    /// Returns the article's text for the parser's.
    pub(super) fn own(&self, text: CowStr<'s>) -> Text<'a> {
        Text::from((self.own)(cow(text)))
    }

    /// Adds words as they are.
    pub(super) fn raw_text(&mut self, text: &CowStr<'s>) {
        self.run.push(self.source, text);
    }

    /// Adds a part of a computer's language.
    pub(super) fn code(&mut self, text: CowStr<'s>, at: usize) {
        if self.picture.is_some() {
            self.run.push_str(&text);
        } else if at >= self.skipped_to {
            self.flush();
            self.content.push(Inline::Code(self.own(text)));
        }
    }

    /// Adds the end of a line of the source, which is no more than a space.
    pub(super) fn soft_break(&mut self) {
        if !self.run.is_empty() || !self.content.is_empty() {
            self.run.push_str(" ");
        }
    }

    /// Adds the end of a line that is part of the text.
    pub(super) fn hard_break(&mut self) {
        if self.picture.is_some() {
            return self.run.push_str(" ");
        }
        self.flush();
        self.content.push(Inline::Break);
    }

    /// Adds a tag of raw HTML: a line break is one, anything else is left out.
    pub(super) fn html(&mut self, tag: &str, at: usize) {
        if at < self.skipped_to || tag.starts_with("<!--") {
        } else if is_line_break(tag) {
            self.hard_break();
        } else if tag.starts_with("</") {
            // An end tag that crosses other marks is passed over, as one without a beginning is.
            if self.flattened == 0 && self.spans.last().is_some_and(|span| span.is_html && ends(tag, &span.kind)) {
                self.end_span();
            }
        } else if let Some(mark) = markup::mark(tag) {
            self.begin_html(Kind::Mark(mark), at);
        } else {
            self.html_element(tag, at);
        }
    }

    fn begin_html(&mut self, kind: Kind<'a>, at: usize) {
        let spans = self.spans.len();
        self.begin(kind, at);
        if let Some(span) = self.spans.get_mut(spans) {
            span.is_html = true;
        }
    }

    /// A link or a picture that is written as HTML; anything else is reported.
    fn html_element(&mut self, tag: &str, at: usize) {
        let base = Base::Around(self.base.offset(at));
        let mut line = markup::line_of(tag, copied, base, &mut Values::new(self.diagnostics));
        match line.pop() {
            Some(Inline::Link(link)) if markup::tag_name(tag).eq_ignore_ascii_case("a") => {
                self.begin_html(Kind::Link(link), at);
            }
            // A film among words is where it can be seen.
            Some(Inline::Link(link)) if self.picture.is_none() => {
                self.flush();
                let address = link.href.as_ref().map(|href| plain_line(href.as_str().to_owned()));
                let content = if link.content.is_empty() { address.unwrap_or_default() } else { link.content };
                self.content.push(Inline::Link(Link { content, ..link }));
            }
            Some(Inline::Image(image)) if self.picture.is_none() => {
                self.flush();
                self.content.push(Inline::Image(image));
                self.titles.push(None);
            }
            _ => self.drop_html(tag, at),
        }
    }

    /// Reports HTML that is left out.
    pub(super) fn drop_html(&mut self, tag: &str, at: usize) {
        self.report(Code::HtmlDropped, at, ["raw HTML is not passed through: `", &shortened(tag), "`"].concat());
    }

    /// Adds a reference to a footnote.
    pub(super) fn note_reference(&mut self, label: CowStr<'s>, at: usize) {
        if self.picture.is_none() {
            self.flush();
            self.content.push(Inline::NoteRef { id: self.own(label), at: self.at(at) });
        }
    }

    /// Begins words that a mark sets off.
    pub(super) fn begin_mark(&mut self, mark: Mark, at: usize) {
        self.begin(Kind::Mark(mark), at);
    }

    /// Begins words that lead somewhere.
    pub(super) fn begin_link(&mut self, kind: LinkType, address: CowStr<'s>, at: usize) {
        if self.picture.is_some() {
            return;
        }
        let is_mail = kind == LinkType::Email;
        let address = if is_mail { ["mailto:", &address].concat().into() } else { (self.own)(cow(address)) };
        let href = Url::parse(address.clone()).map_err(|error| {
            let message = ["the link's address `", &shortened(&address), "` ", error.reason(), "; its words stay"];
            self.report(Code::LinkUnsafe, at, message.concat());
        });
        let link = Link { href: href.ok(), at: self.at(at), ..Link::default() };
        self.begin(Kind::Link(link), at);
    }

    fn begin(&mut self, kind: Kind<'a>, at: usize) {
        if self.picture.is_some() {
            return;
        }
        if self.flattened > 0 || self.spans.len() + 1 >= DEEPEST {
            self.flattened += 1;
            return self.report_depth(at);
        }
        self.flush();
        self.spans.push(Span { kind, before: std::mem::take(&mut self.content), is_html: false });
    }

    /// Ends the words that were begun last.
    pub(super) fn end(&mut self) {
        if self.picture.is_some() {
            return;
        }
        if self.flattened > 0 {
            self.flattened -= 1;
            return;
        }
        // Tags that nobody ended end with what they stand in.
        while self.spans.last().is_some_and(|span| span.is_html) {
            self.end_span();
        }
        self.end_span();
    }

    fn end_span(&mut self) {
        self.flush();
        let Some(Span { kind, before, .. }) = self.spans.pop() else { return };
        let content = std::mem::replace(&mut self.content, before);
        match kind {
            Kind::Mark(_) if content.is_empty() => {}
            Kind::Mark(mark) => self.content.push(Inline::Marked(mark, content)),
            Kind::Link(link) => self.content.push(Inline::Link(Link { content, ..link })),
        }
    }

    /// Begins a picture.
    pub(super) fn begin_picture(&mut self, address: CowStr<'s>, title: CowStr<'s>, at: usize) {
        if let Some(picture) = &mut self.picture {
            picture.depth += 1;
            return;
        }
        self.flush();
        let address = (self.own)(cow(address));
        let src = MediaUrl::parse(address.clone()).map_err(|error| {
            let message = ["the picture's address `", &shortened(&address), "` ", error.reason()];
            self.report(Code::ImgSrcUnsafe, at, message.concat());
        });
        let image = InlineImage { src: src.ok(), at: self.at(at), ..InlineImage::default() };
        let title = Some(self.own(title)).filter(|title| !title.is_blank());
        self.picture = Some(Picture { image, title, depth: 0 });
    }

    /// Ends the picture that was begun last.
    pub(super) fn end_picture(&mut self) {
        let Some(mut picture) = self.picture.take() else { return };
        if picture.depth > 0 {
            picture.depth -= 1;
            self.picture = Some(picture);
            return;
        }
        let mut alt = self.finish_text();
        // Obsidian has the size of a picture behind its alternative text.
        let size = alt.rsplit_once('|').map(|(words, size)| (words.len(), size.split_once('x').unwrap_or((size, ""))));
        if let Some((end, (width, height))) = size
            && let Ok(width) = width.parse()
        {
            (picture.image.width, picture.image.height) = (Some(width), height.parse().ok());
            alt = alt.slice(0..end);
        }
        picture.image.alt = if alt.is_blank() { Alt::Absent } else { Alt::Text(alt) };
        self.titles.push(picture.title);
        self.content.push(Inline::Image(picture.image));
    }

    /// Returns the lines of code and begins anew; the end of the last line is no part of it.
    pub(super) fn finish_code(&mut self) -> Text<'a> {
        let code = match self.run.take() {
            Cow::Borrowed(code) => Cow::Borrowed(code.strip_suffix('\n').unwrap_or(code)),
            Cow::Owned(mut code) => {
                code.truncate(code.strip_suffix('\n').unwrap_or(&code).len());
                Cow::Owned(code)
            }
        };
        Text::from((self.own)(code))
    }

    fn finish_text(&mut self) -> Text<'a> {
        Text::from((self.own)(self.run.take()))
    }

    /// Returns the line and begins anew.
    pub(super) fn finish(&mut self) -> Finished<'a> {
        while self.picture.is_some() {
            self.end_picture();
        }
        self.flattened = 0;
        while !self.spans.is_empty() {
            self.end();
        }
        self.flush();
        // What stood between a tag that is left out and the words.
        if self.skipped_to > 0 {
            if let Some(Inline::Text(text)) = self.content.first_mut() {
                *text = text.slice(text.len() - text.trim_start_matches(' ').len()..text.len());
            }
            if let Some(Inline::Text(text)) = self.content.last_mut() {
                *text = text.slice(0..text.trim_end_matches(' ').len());
            }
            self.content.retain(|inline| !matches!(inline, Inline::Text(text) if text.is_empty()));
        }
        Finished { content: std::mem::take(&mut self.content), titles: std::mem::take(&mut self.titles) }
    }

    fn flush(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let at = self.run.start(self.source).map(|start| self.at(start)).unwrap_or_default();
        let text = self.finish_text();
        if text.is_empty() {
            // There was nothing but characters that no text keeps.
        } else if self.spans.iter().any(|span| matches!(span.kind, Kind::Link(_))) {
            self.content.push(Inline::Text(text));
        } else {
            autolink::add(text, at, &mut self.content);
        }
    }
}

/// Whether an end tag ends a span.
fn ends(tag: &str, kind: &Kind<'_>) -> bool {
    match kind {
        Kind::Mark(open) => markup::mark(tag) == Some(*open),
        Kind::Link(_) => words::trim_of(tag, "</> ").eq_ignore_ascii_case("a"),
    }
}

/// Whether an inline shows nothing.
pub(super) fn is_space(inline: &Inline<'_>) -> bool {
    matches!(inline, Inline::Break) || matches!(inline, Inline::Text(text) if text.trim().is_empty())
}

/// Whether a tag is HTML's `br`, however it is spelt.
fn is_line_break(tag: &str) -> bool {
    tag.get(..3).is_some_and(|name| name.eq_ignore_ascii_case("<br"))
        && tag.as_bytes().get(3).is_some_and(|next| b">/ \t\n\r".contains(next))
}
