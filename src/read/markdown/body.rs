//! Markdown events → blocks and notes; it knows neither front matter nor headlines.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::builder::{Builder, Kind, Leaf};
use super::callout::Opening;
use super::line::Line;
use super::table::Rows;
use super::template::{self, Tag as Component};
use super::{callout, dialect};
use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Block, DefinitionList, Embed, Heading, Inline, List, ListItem, Mark, Note, Text, Url, plain_text};
use crate::read::piece::{Base, Body, Own, copied};
use crate::read::source::{MOST_BLOCKS, shortened, too_many};
use crate::read::values::Values;
use crate::read::{credit, embeds, markup, quote, readers, words};

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_SMART_PUNCTUATION)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// A line of a definition begins with a colon and a space. The parser takes any colon for one, `:tada:` included, so it
/// knows of definitions only where all colons are theirs.
fn options(markdown: &str) -> Options {
    let first_of_line = |at: usize| {
        let (before, colon) = markdown.split_at_checked(at)?;
        let before = words::trim_end_of(before, " \t");
        (before.is_empty() || before.ends_with('\n')).then(|| colon.get(1..).unwrap_or_default())
    };
    let mut colons = memchr::memchr_iter(b':', markdown.as_bytes()).filter_map(first_of_line).peekable();
    let has_definitions = colons.peek().is_some() && colons.all(|rest| words::begins_with(rest, " \t"));
    if has_definitions { OPTIONS.union(Options::ENABLE_DEFINITION_LIST) } else { OPTIONS }
}

/// Returns what a piece of Markdown says.
pub(super) fn blocks_of<'s, 'a>(
    markdown: &'s str,
    own: Own<'s, 'a>,
    base: Base,
    diagnostics: &mut Diagnostics,
) -> Body<'a> {
    match dialect::rewritten(markdown) {
        Some(rewritten) => parsed(&rewritten, markdown, Line::new(&rewritten, copied, base, diagnostics)),
        None => parsed(markdown, markdown, Line::new(markdown, own, base, diagnostics)),
    }
}

/// Returns what Markdown says that was made of an original.
fn parsed<'s, 'a>(markdown: &'s str, original: &str, line: Line<'s, 'a, '_>) -> Body<'a> {
    if memchr::memchr(b'&', markdown.as_bytes()).is_some() && !readers::ask(readers::ENTITIES) {
        return Body::default();
    }
    let mut reader = Reader { source: markdown, original, to: Builder::new(line), html: None, is_passed_over: false };
    for (event, range) in Parser::new_ext(markdown, options(markdown)).into_offset_iter() {
        if reader.to.count() >= MOST_BLOCKS && !matches!(event, Event::End(_)) {
            let message = too_many("article", MOST_BLOCKS, "blocks");
            reader.to.line.report(Code::LimitBlocks, range.start, message);
            break;
        }
        reader.read(event, range);
    }
    let (blocks, notes) = reader.to.finish();
    Body { blocks, notes }
}

struct Reader<'s, 'o, 'a, 'd> {
    source: &'s str,
    /// The source as its author wrote it.
    original: &'o str,
    to: Builder<'s, 'a, 'd>,
    /// HTML that is being put together, and where it begins.
    html: Option<(usize, String)>,
    /// Whether the paragraph is no text.
    is_passed_over: bool,
}

impl<'s> Reader<'s, '_, '_, '_> {
    fn read(&mut self, event: Event<'s>, range: Range<usize>) {
        match event {
            Event::End(TagEnd::Paragraph) if self.is_passed_over => self.is_passed_over = false,
            _ if self.is_passed_over => {}
            Event::Start(tag) => {
                self.to.leave_boxes(range.start);
                self.start(tag, range);
            }
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.to.text(text, range),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.to.inline().code(text, range.start);
            }
            Event::Html(line) => {
                if let Some((_, html)) = &mut self.html {
                    html.push_str(&line);
                }
            }
            Event::InlineHtml(tag) => self.to.inline().html(&tag, range.start),
            Event::FootnoteReference(label) => self.to.inline().note_reference(label, range.start),
            Event::SoftBreak | Event::HardBreak if self.to.end_title() => {}
            Event::SoftBreak if self.is_before_attribution(range.end) => self.to.inline().hard_break(),
            Event::SoftBreak => self.to.inline().soft_break(),
            Event::HardBreak => self.to.inline().hard_break(),
            Event::Rule => {
                self.to.leave_boxes(range.start);
                match dialect::directive(self.original, range.start) {
                    rule if words::begins_with(rule, "*-_") => self.to.add(Block::Divider),
                    directive => self.directive(&directive.replace(['\n', '\t'], " "), range.start),
                }
            }
            Event::TaskListMarker(is_done) => self.to.check(is_done),
        }
    }

    fn start(&mut self, tag: Tag<'s>, range: Range<usize>) {
        let at = range.start;
        match tag {
            Tag::Paragraph => self.start_paragraph(range),
            Tag::Heading { level, id, .. } => {
                let id = id.map(|id| self.to.line.own(id)).filter(|id| !id.is_blank());
                let heading = Heading { level: level as u8, content: Vec::new(), id, at: self.to.line.at(at) };
                self.to.open_leaf(Leaf::Heading(heading));
            }
            Tag::CodeBlock(kind) => self.start_code(kind),
            Tag::HtmlBlock => {
                self.to.open_leaf(Leaf::Html);
                self.start_html(range);
            }
            Tag::BlockQuote(_) => self.to.enter(Kind::Quote(Vec::new()), at),
            Tag::List(start) => {
                let start = start.map(|number| u32::try_from(number).unwrap_or(u32::MAX));
                self.to.enter(Kind::List(List { start, items: Vec::new() }), at);
            }
            Tag::Item => self.to.enter(Kind::Item(ListItem::default()), at),
            Tag::FootnoteDefinition(label) => {
                let note = Note { id: self.to.line.own(label), content: Vec::new(), at: self.to.line.at(at) };
                self.to.enter(Kind::Note(note), at);
            }
            Tag::Table(alignments) => self.to.open_table(Rows::new(&alignments, self.to.line.at(at))),
            Tag::TableCell => self.to.open_leaf(Leaf::Cell),
            Tag::Emphasis => self.to.inline().begin_mark(Mark::Emphasis, at),
            Tag::Strong => self.to.inline().begin_mark(Mark::Strong, at),
            Tag::Strikethrough => self.to.inline().begin_mark(Mark::Strikethrough, at),
            Tag::Superscript => self.to.inline().begin_mark(Mark::Superscript, at),
            Tag::Subscript => self.to.inline().begin_mark(Mark::Subscript, at),
            Tag::Link { link_type, dest_url, .. } => self.to.inline().begin_link(link_type, dest_url, at),
            Tag::Image { dest_url, title, .. } => self.to.inline().begin_picture(dest_url, title, at),
            Tag::DefinitionList => self.to.enter(Kind::Definitions(DefinitionList::default()), at),
            Tag::DefinitionListTitle => self.to.open_leaf(Leaf::Term),
            Tag::DefinitionListDefinition => self.to.enter(Kind::Definition, at),
            // The last comes only with an option that is off.
            Tag::TableHead | Tag::TableRow | Tag::MetadataBlock(_) => {}
        }
    }

    /// A paragraph may be what no reader is to see, or a tag that shows what is on another site.
    fn start_paragraph(&mut self, range: Range<usize>) {
        let at = range.start;
        let text = self.source.get(range).unwrap_or_default();
        let tag = template::alone(text);
        let is_shown = tag.is_some_and(|tag| self.tag(&tag, at)) || self.player(text, at);
        let is_mark = template::is_mark(text);
        self.is_passed_over = is_mark || is_shown || template::is_program(text);
        if is_shown {
            // It is not text.
        } else if self.is_passed_over && !is_mark {
            self.to.line.report(Code::BlockUnknown, at, "a part of a program in MDX is left out");
        } else if self.is_passed_over {
            // It says nothing.
        } else if let Some((opening, length)) = callout::of_quote(text).filter(|_| self.to.begins_quote()) {
            self.to.open_leaf(Leaf::Paragraph);
            self.to.line.skip_to(at + length);
            self.to.make_box(opening.as_ref());
        } else {
            self.to.open_leaf(Leaf::Paragraph);
        }
    }

    /// What a generator of sites sets apart, or shows with a tag of its own.
    fn directive(&mut self, directive: &str, at: usize) {
        let tag = Component { start: at, end: at, text: directive };
        if directive.starts_with("</") || directive.trim_matches(':').is_empty() {
            self.to.leave_box();
        } else if !directive.ends_with("/>") {
            let mut opening = callout::opening(directive);
            opening.is_caption = directive.starts_with('<') && self.tag(&tag, at);
            if directive.starts_with('<') && opening.is_nothing() && !opening.is_caption {
                self.to.line.drop_html(directive, at);
            }
            let is_indented = words::begins_with(directive, "!?");
            let until = || if is_indented { dialect::end_of_body(self.original, at) } else { usize::MAX };
            self.to.enter_box(&opening, at, &until);
        } else if !self.tag(&tag, at) {
            let message = ["the component `", &shortened(directive), "` is left out"].concat();
            self.to.line.report(Code::BlockUnknown, at, message);
        }
    }

    /// Shows the picture of a tag, or what it shows of another site; returns whether it shows anything.
    fn tag(&mut self, tag: &Component<'_>, at: usize) -> bool {
        let value = |name: &str| tag.value(name).map(str::to_owned);
        if let Some(address) = tag.picture() {
            self.to.open_leaf(Leaf::Paragraph);
            self.to.line.tag_picture(&Component { start: at, ..*tag }, address);
            self.to.close_leaf();
            let base = Base::Around(self.to.line.piece(at).1.offset(0));
            let caption = tag.caption().and_then(|caption| line_of(caption, base, self.to.line.diagnostics));
            let Some(image) = self.to.last_picture() else { return true };
            if let Some(caption) = caption {
                let given = tag.credit().map(|line| credit::credit(line.to_owned().into()));
                (image.caption, image.credit) = credit::settle(caption, given);
            }
            // Hugo has a title beside the caption, and an address behind the name of whoever made the picture.
            image.title = value("title").filter(|_| tag.value("caption").is_some()).map(Text::from);
            if let (Some(credit), Some(address)) = (&mut image.credit, value("attrlink")) {
                credit.url = Url::parse(address).ok().or(credit.url.take());
            }
        } else if let Some(url) = tag.embedded() {
            let embed = embeds::embed(url, self.to.line.at(at));
            self.to.add(Block::from(Embed { title: value("title").map(Text::from), ..embed }));
        } else {
            return false;
        }
        true
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::TableCell
            | TagEnd::DefinitionListTitle => self.to.close_leaf(),
            TagEnd::HtmlBlock => self.end_html(),
            TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::Item
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListDefinition => self.to.leave(),
            TagEnd::TableHead => self.to.end_row(Rows::end_head),
            TagEnd::TableRow => self.to.end_row(Rows::end_row),
            TagEnd::Table => self.to.close_table(),
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link => self.to.line.end(),
            TagEnd::Image => self.to.line.end_picture(),
            TagEnd::MetadataBlock(_) => {}
        }
    }

    /// The language is the first word after the fence.
    fn start_code(&mut self, kind: CodeBlockKind<'s>) {
        let language = match kind {
            CodeBlockKind::Indented => None,
            CodeBlockKind::Fenced(about) => {
                let word = match about {
                    CowStr::Borrowed(about) => CowStr::Borrowed(first_word(about)),
                    CowStr::Boxed(_) | CowStr::Inlined(_) => first_word(&about).to_owned().into(),
                };
                Some(self.to.line.own(word)).filter(|word| !word.is_blank())
            }
        };
        self.to.open_leaf(Leaf::Code(language));
    }

    /// Whether the next line of a quote names the one who is quoted.
    fn is_before_attribution(&self, end: usize) -> bool {
        let next = || self.source.get(end..).map(|next| words::trim_start_of(next, " \t>"));
        self.to.is_in_quote() && next().is_some_and(quote::is_attribution)
    }

    /// HTML in a quote or a list has the marks of that before each of its lines: its lines are put together first.
    fn start_html(&mut self, range: Range<usize>) {
        if !self.to.is_outermost() {
            self.html = Some((range.start, String::new()));
            return;
        }
        let html = self.source.get(range.clone()).unwrap_or_default();
        if self.part_of_html(html, range.start) {
            return;
        }
        let (own, base) = self.to.line.piece(range.start);
        let body = markup::blocks_of(html, own, base, &mut Values::new(self.to.line.diagnostics));
        self.to.add_body(body);
    }

    /// Reads HTML that stands before or behind Markdown which it holds: the beginning and the end of what readers open,
    /// and the caption of a figure. Returns whether it is such a part.
    fn part_of_html(&mut self, html: &str, at: usize) -> bool {
        let base = Base::Around(self.to.line.piece(at).1.offset(0));
        let mut rest = html.trim();
        if rest.starts_with("<figcaption") {
            return self.caption(rest, base);
        }
        let mut is_part = false;
        while let Some((before, after)) =
            rest.split_once("</details").filter(|(before, _)| !before.contains("<details"))
        {
            self.add_html(before, base);
            is_part |= self.to.leave_box();
            rest = after.split_once('>').map_or("", |(_, rest)| rest).trim();
        }
        if rest.starts_with("<details") && !rest.contains("</details") {
            let (summary, content) = rest.split_once("</summary>").unwrap_or((rest, ""));
            let line = markup::line_of(summary, copied, base, &mut Values::new(self.to.line.diagnostics));
            let title = plain_text(&line);
            let opening = Opening { kind: None, title: title.trim(), is_folded: true, quoted: None, is_caption: false };
            self.to.enter_box(&opening, at, &|| usize::MAX);
            (is_part, rest) = (true, content);
        }
        if is_part || rest.len() < html.trim().len() {
            self.add_html(rest, base);
            is_part = true;
        }
        is_part
    }

    /// Gives the picture that stands before it the caption of a figure; returns whether there is one without a caption.
    fn caption(&mut self, html: &str, base: Base) -> bool {
        if self.to.last_picture().is_none_or(|image| !image.caption.is_empty()) {
            return false;
        }
        let html = ["<figure><img src=\"-\">", html].concat();
        let mut body = markup::blocks_of(&html, copied, base, &mut Values::new(self.to.line.diagnostics));
        let (Some(image), [Block::Image(found)]) = (self.to.last_picture(), body.blocks.as_mut_slice()) else {
            return false;
        };
        image.caption = std::mem::take(&mut found.caption);
        image.credit = found.credit.take().or(image.credit.take());
        true
    }

    /// Adds the film, the sound or the picture in several types of file that a paragraph is; returns whether it is one.
    fn player(&mut self, text: &str, at: usize) -> bool {
        let text = text.trim();
        let is_all = ["audio", "picture", "video"].into_iter().any(|name| {
            let inner = text.strip_prefix('<').and_then(|text| text.strip_prefix(name));
            inner
                .and_then(|inner| inner.strip_suffix('>')?.strip_suffix(name))
                .is_some_and(|inner| inner.ends_with("</"))
        });
        if is_all {
            self.to.close_leaf();
            self.add_html(text, Base::Around(self.to.line.piece(at).1.offset(0)));
        }
        is_all
    }

    fn add_html(&mut self, html: &str, base: Base) {
        let body = markup::blocks_of(html, copied, base, &mut Values::new(self.to.line.diagnostics));
        self.to.add_body(body);
    }

    fn end_html(&mut self) {
        self.to.close_leaf();
        let Some((start, html)) = self.html.take() else { return };
        if self.part_of_html(&html, start) {
            return;
        }
        let base = Base::Around(self.to.line.piece(start).1.offset(0));
        self.add_html(&html, base);
    }
}

/// Returns the line that Markdown in an attribute or in front matter is, if it is more than words.
pub(super) fn line_of<'a>(markdown: &str, base: Base, diagnostics: &mut Diagnostics) -> Option<Vec<Inline<'a>>> {
    let markdown = Some(markdown).filter(|text| words::has_one_of(text, "*_[`<"))?;
    match blocks_of(markdown, copied, base, diagnostics).blocks.as_mut_slice() {
        [Block::Paragraph(line)] => Some(std::mem::take(line)),
        _ => None,
    }
}

fn first_word(about: &str) -> &str {
    words::up_to(about, " \t,").trim_start_matches("lang:")
}
