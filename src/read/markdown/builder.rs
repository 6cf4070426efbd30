//! Blocks being put together; it knows when they begin and end, not how that was written.
//!
//! Events are a tree in document order. What is open is kept on a stack of ours, so that no input exhausts the machine's.

use std::ops::Range;

use pulldown_cmark::CowStr;

use super::callout::Opening;
use super::line::{Line, is_space};
use super::table::Rows;
use super::{figure, table};
use crate::diagnostic::Code;
use crate::model::{
    self, Block, Callout, CalloutKind, Definition, DefinitionList, Details, Heading, Image, Inline, List, ListItem,
    Note, Quote, Text, plain_line,
};
use crate::read::piece::Body;
use crate::read::source::{DEEPEST, MOST_NOTES, too_many};
use crate::read::{credit, quote};

/// Blocks being put together.
pub(super) struct Builder<'s, 'a, 'd> {
    /// The line that is being read, or the next one.
    pub(super) line: Line<'s, 'a, 'd>,
    leaf: Option<Leaf<'a>>,
    table: Option<Rows<'a>>,
    /// The blocks of the innermost container.
    blocks: Vec<Block<'a>>,
    containers: Vec<Container<'a>>,
    /// How deep a block nests that is added now.
    depth: usize,
    /// Containers that are open and not kept, because they nest too deep.
    flattened: usize,
    notes: Vec<Note<'a>>,
    count: usize,
}

/// A block that holds no blocks.
pub(super) enum Leaf<'a> {
    Paragraph,
    Heading(Heading<'a>),
    Code(Option<Text<'a>>),
    Cell,
    Html,
    /// What a box is called.
    Title,
    /// What a definition defines.
    Term,
}

/// What holds blocks.
pub(super) enum Kind<'a> {
    /// A quote, and who is quoted if its first line says so.
    Quote(Vec<Inline<'a>>),
    Callout(Callout<'a>),
    Details(Details<'a>),
    List(List<'a>),
    Item(ListItem<'a>),
    Definitions(DefinitionList<'a>),
    Definition,
    Note(Note<'a>),
    /// What stands in the component of a picture.
    Caption,
    /// What a generator sets apart and an article does not.
    Nothing,
}

/// A container whose end was not seen yet, with the blocks that stand before it.
struct Container<'a> {
    kind: Kind<'a>,
    before: Vec<Block<'a>>,
    /// Where it ends at the latest, if the parser does not know of it.
    until: Option<usize>,
}

impl<'a> Kind<'a> {
    /// A box, or what has to be opened to be read, which needs a title.
    fn of_box(opening: &Opening<'_>) -> Self {
        let title = Some(opening.title).filter(|title| !title.is_empty());
        let title = title.map(|title| plain_line(title.to_owned())).unwrap_or_default();
        if opening.is_folded {
            Self::Details(Details { summary: title, ..Details::default() })
        } else {
            Self::Callout(Callout { kind: opening.kind.unwrap_or(CalloutKind::Note), title, content: Vec::new() })
        }
    }

    /// How many levels deeper its blocks are: an item is a part of its list.
    fn levels(&self) -> usize {
        usize::from(!matches!(self, Self::Item(_) | Self::Definition | Self::Caption | Self::Nothing))
    }
}

impl<'s, 'a, 'd> Builder<'s, 'a, 'd> {
    pub(super) fn new(line: Line<'s, 'a, 'd>) -> Self {
        Self {
            line,
            leaf: None,
            table: None,
            blocks: Vec::new(),
            containers: Vec::new(),
            depth: 1,
            flattened: 0,
            notes: Vec::new(),
            count: 0,
        }
    }

    /// Returns how many blocks and items there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Returns the line that an inline goes into. Items of a tight list have no paragraph of their own: one is begun.
    pub(super) fn inline(&mut self) -> &mut Line<'s, 'a, 'd> {
        self.leaf.get_or_insert(Leaf::Paragraph);
        &mut self.line
    }

    /// Adds words to the open block.
    pub(super) fn text(&mut self, text: CowStr<'s>, range: Range<usize>) {
        match self.leaf {
            Some(Leaf::Code(_)) => self.line.raw_text(&text),
            Some(Leaf::Html) => {}
            Some(Leaf::Paragraph | Leaf::Heading(_) | Leaf::Cell | Leaf::Title | Leaf::Term) | None => {
                self.inline().text(text, range)
            }
        }
    }

    /// Adds a whole block.
    pub(super) fn add(&mut self, block: Block<'a>) {
        self.close_leaf();
        self.push(block);
    }

    /// Adds what stands in a piece of another kind, such as HTML.
    pub(super) fn add_body(&mut self, body: Body<'a>) {
        self.close_leaf();
        for block in body.blocks {
            self.push(block);
        }
        for note in body.notes {
            self.push_note(note);
        }
    }

    /// Returns the picture that was added last, if nothing stands behind it.
    pub(super) fn last_picture(&mut self) -> Option<&mut Image<'a>> {
        if let Some(Block::Image(image)) = self.blocks.last_mut() { Some(image) } else { None }
    }

    /// Returns whether nothing is open that holds blocks.
    pub(super) fn is_outermost(&self) -> bool {
        self.containers.is_empty() && self.flattened == 0
    }

    /// Says whether the task of the open item is done.
    pub(super) fn check(&mut self, is_done: bool) {
        if let Some(Container { kind: Kind::Item(item), .. }) = self.containers.last_mut() {
            item.checked = Some(is_done);
        }
    }

    /// Returns whether the innermost container is a quote.
    pub(super) fn is_in_quote(&self) -> bool {
        matches!(self.containers.last(), Some(Container { kind: Kind::Quote(_), .. }))
    }

    /// Returns whether what is read next begins a quote.
    pub(super) fn begins_quote(&self) -> bool {
        self.is_in_quote() && self.blocks.is_empty()
    }

    /// Makes a box of the quote that is open, or leaves it one; the line that is read next is its title.
    pub(super) fn make_box(&mut self, opening: Option<&Opening<'_>>) {
        if let Some(quote) = self.containers.last_mut().filter(|_| self.flattened == 0) {
            if let Some(opening) = opening {
                quote.kind = Kind::of_box(opening);
            }
            self.leaf = Some(Leaf::Title);
        }
    }

    /// Ends the title of a box, if one is open; returns whether it was.
    pub(super) fn end_title(&mut self) -> bool {
        let is_title = matches!(self.leaf, Some(Leaf::Title));
        if is_title {
            self.open_leaf(Leaf::Paragraph);
        }
        is_title
    }

    pub(super) fn open_leaf(&mut self, leaf: Leaf<'a>) {
        self.close_leaf();
        self.leaf = Some(leaf);
    }

    pub(super) fn close_leaf(&mut self) {
        match self.leaf.take() {
            None | Some(Leaf::Html) => {}
            Some(Leaf::Paragraph) => self.close_paragraph(),
            Some(Leaf::Heading(heading)) => {
                let content = self.line.finish().content;
                self.push(Block::Heading(Heading { content, ..heading }));
            }
            Some(Leaf::Code(language)) => {
                let text = self.line.finish_code();
                self.push(Block::Code(model::Code { language, text, caption: Vec::new() }));
            }
            Some(Leaf::Title) => {
                let content = self.line.finish().content;
                match self.containers.last_mut().map(|container| &mut container.kind) {
                    Some(Kind::Callout(callout)) => callout.title = content,
                    Some(Kind::Details(details)) => details.summary = content,
                    Some(Kind::Quote(cite)) => *cite = content,
                    Some(_) | None => {}
                }
            }
            Some(Leaf::Term) => {
                let term = self.line.finish().content;
                if let Some(Container { kind: Kind::Definitions(list), .. }) = self.containers.last_mut() {
                    list.items.push(Definition { term, ..Definition::default() });
                }
            }
            Some(Leaf::Cell) => {
                let content = self.line.finish().content;
                if let Some(rows) = &mut self.table {
                    rows.add(content, &mut self.line);
                }
            }
        }
    }

    /// A paragraph may be figures, or what belongs to the figure before it.
    fn close_paragraph(&mut self) {
        let line = self.line.finish();
        if line.content.iter().all(is_space) {
            return;
        }
        let rest = if !line.titles.is_empty() {
            let (images, rest) = figure::figures(line);
            for image in images {
                self.push(Block::from(image));
            }
            rest
        } else if let Some(Block::Image(image)) = self.blocks.last_mut() {
            figure::adopt(image, line.content)
        } else if let Some(Block::Table(table)) = self.blocks.last_mut() {
            table::adopt(table, line.content)
        } else {
            line.content
        };
        if !rest.is_empty() {
            self.push(Block::Paragraph(rest));
        }
    }

    pub(super) fn open_table(&mut self, rows: Rows<'a>) {
        self.close_leaf();
        self.table = Some(rows);
    }

    pub(super) fn end_row(&mut self, end: fn(&mut Rows<'a>)) {
        if let Some(rows) = &mut self.table {
            end(rows);
        }
    }

    pub(super) fn close_table(&mut self) {
        if let Some(rows) = self.table.take() {
            let mut table = rows.finish();
            let figures = figure::of_table(&mut table);
            if figures.is_empty() {
                return self.push(Block::Table(table));
            }
            figures.into_iter().for_each(|image| self.push(Block::from(image)));
        }
    }

    /// Opens a container. One that nests too deep is not kept, but what it holds is.
    pub(super) fn enter(&mut self, kind: Kind<'a>, at: usize) {
        if self.flattened > 0 || self.depth + kind.levels() > DEEPEST {
            self.close_leaf();
            self.flattened += 1;
            return self.line.report_depth(at);
        }
        self.open(kind, None);
    }

    fn open(&mut self, kind: Kind<'a>, until: Option<usize>) {
        self.close_leaf();
        self.depth += kind.levels();
        self.containers.push(Container { kind, before: std::mem::take(&mut self.blocks), until });
    }

    /// Opens a container that the parser does not know, which ends at `until` at the latest.
    pub(super) fn enter_box(&mut self, opening: &Opening<'_>, at: usize, until: &dyn Fn() -> usize) {
        let kind = match opening.quoted {
            _ if opening.is_caption => Kind::Caption,
            Some(person) => Kind::Quote(plain_line(person.to_owned())),
            None if opening.is_nothing() => Kind::Nothing,
            None => Kind::of_box(opening),
        };
        if self.flattened > 0 || self.depth + kind.levels() > DEEPEST {
            return self.line.report_depth(at);
        }
        self.open(kind, Some(until()));
    }

    /// Closes the containers that the parser does not know and that end here.
    pub(super) fn leave_boxes(&mut self, at: usize) {
        while self.ends_before(at) {
            self.leave_box();
        }
    }

    fn ends_before(&self, at: usize) -> bool {
        self.flattened == 0
            && self.containers.last().and_then(|container| container.until).is_some_and(|until| until <= at)
    }

    /// Closes the innermost container, if the parser does not know it; returns whether it does not.
    pub(super) fn leave_box(&mut self) -> bool {
        let is_box = self.flattened == 0 && self.containers.last().is_some_and(|container| container.until.is_some());
        if is_box {
            self.pop();
        }
        is_box
    }

    /// Closes the container that was opened last.
    pub(super) fn leave(&mut self) {
        self.close_leaf();
        if self.flattened > 0 {
            self.flattened -= 1;
            return;
        }
        while self.leave_box() {}
        self.pop();
    }

    fn pop(&mut self) {
        self.close_leaf();
        if let Some(Container { kind, before, .. }) = self.containers.pop() {
            let content = std::mem::replace(&mut self.blocks, before);
            self.close(kind, content);
        }
    }

    fn close(&mut self, kind: Kind<'a>, mut content: Vec<Block<'a>>) {
        self.depth -= kind.levels();
        match kind {
            Kind::Quote(line) if content.is_empty() && line.is_empty() => {}
            // One line alone is the quote.
            Kind::Quote(line) if content.is_empty() => {
                self.depth += 1;
                self.close(Kind::Quote(Vec::new()), vec![Block::Paragraph(line)]);
            }
            Kind::Quote(line) => {
                let (content, cite) = quote::said_by(content, quote::cite(line));
                self.push(Block::Quote(Quote { content, cite, cite_url: None }));
            }
            Kind::Callout(Callout { kind, mut title, .. }) => {
                if title.is_empty()
                    && let Some(Block::Heading(heading)) = content.first_mut()
                {
                    title = std::mem::take(&mut heading.content);
                    content.remove(0);
                }
                if !content.is_empty() || !title.is_empty() {
                    self.push(Block::from(Callout { kind, title, content }));
                }
            }
            Kind::Details(Details { summary, .. }) if summary.is_empty() || content.is_empty() => {
                let callout = Callout { kind: CalloutKind::Note, title: summary, content: Vec::new() };
                self.depth += 1;
                self.close(Kind::Callout(callout), content);
            }
            Kind::Details(details) => self.push(Block::from(Details { content, ..details })),
            Kind::List(list) => self.push(Block::List(list)),
            Kind::Item(item) => {
                self.count += 1;
                if let Some(Container { kind: Kind::List(list), .. }) = self.containers.last_mut() {
                    list.items.push(ListItem { content, ..item });
                }
            }
            Kind::Definitions(list) => self.push(Block::from(list)),
            Kind::Definition => {
                if let Some(Container { kind: Kind::Definitions(list), .. }) = self.containers.last_mut()
                    && let Some(definition) = list.items.last_mut()
                {
                    definition.description.extend(content);
                }
            }
            Kind::Note(note) => self.push_note(Note { content, ..note }),
            Kind::Caption => match (content.as_mut_slice(), self.blocks.last_mut()) {
                ([Block::Paragraph(line)], Some(Block::Image(image))) if image.caption.is_empty() => {
                    (image.caption, image.credit) = credit::settle(std::mem::take(line), image.credit.take());
                }
                _ => self.blocks.extend(content),
            },
            Kind::Nothing => self.blocks.extend(content),
        }
    }

    fn push_note(&mut self, note: Note<'a>) {
        if self.notes.len() == MOST_NOTES {
            let message = too_many("article", MOST_NOTES, "footnotes");
            self.line.diagnostics.add(Code::LimitNotes, note.at.offset(), message);
        }
        // One more than the limit is kept until the end, so that the limit is reported once.
        if self.notes.len() <= MOST_NOTES {
            self.notes.push(note);
        }
    }

    fn push(&mut self, block: Block<'a>) {
        self.count += 1;
        self.blocks.push(block);
    }

    /// Returns the blocks and the notes; what is still open ends here.
    pub(super) fn finish(mut self) -> (Vec<Block<'a>>, Vec<Note<'a>>) {
        self.close_leaf();
        self.close_table();
        self.flattened = 0;
        while !self.containers.is_empty() {
            self.pop();
        }
        self.notes.truncate(MOST_NOTES);
        (self.blocks, self.notes)
    }
}
