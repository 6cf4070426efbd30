//! Writes an article as plain text, for search indexes, mail and speech; it knows no HTML.

use crate::model::{
    Article, Block, BlockPart, Cell, Contributor, Correction, Credit, Image, Inline, LinkCard, List, ListItem,
    Numbering, Role, Table, Timeline, plain_text,
};

/// Returns the article as plain text: paragraphs with an empty line between them, captions and credits included.
///
/// Other articles on the subject are left out: what is said in them is not said here.
///
/// ```
/// use newsprint::{model::{Article, Block, Inline}, text};
/// let article = Article {
///     headline: vec![Inline::Text("Ferry returns".into())],
///     body: vec![Block::Paragraph(vec![Inline::Text("It sails.".into())])],
///     ..Article::default()
/// };
/// assert_eq!(text::write(&article), "Ferry returns\n\nIt sails.\n");
/// ```
#[must_use]
pub fn write(article: &Article<'_>) -> String {
    let mut text = Text {
        out: String::new(),
        indent: String::new(),
        sign: None,
        is_tight: false,
        notes: Numbering::of(&article.notes),
    };
    text.line(&article.kicker);
    text.line(&article.headline);
    text.blocks(&article.standfirst);
    if article.byline.is_empty() {
        text.paragraph(&names(&article.authors));
    } else {
        text.line(&article.byline);
    }
    text.paragraph(article.dateline.as_deref().unwrap_or_default());
    article.corrections.iter().for_each(|correction| text.correction(correction));
    text.blocks(article.lead_media.as_slice());
    text.blocks(&article.body);
    for post in &article.updates {
        text.paragraph(post.published.as_ref().map_or("", |date| date.source.as_str()));
        text.line(&post.headline);
        text.paragraph(&names(&post.authors));
        text.blocks(&post.body);
    }
    let mut number = 0;
    while let Some(note) = text.notes.next_unshown() {
        number += 1;
        text.marked(&format!("[{number}] "), &note.content);
    }
    text.out
}

fn names(contributors: &[Contributor<'_>]) -> String {
    let wrote = |contributor: &&Contributor<'_>| matches!(contributor.role, None | Some(Role::Author));
    contributors.iter().filter(wrote).map(|contributor| contributor.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The text so far, and what stands before each line that is added.
struct Text<'a> {
    out: String,
    indent: String,
    /// What stands before the next line only, such as the sign of a list's item.
    sign: Option<String>,
    /// Whether the next paragraph follows without an empty line, as the items of a plain list do.
    is_tight: bool,
    notes: Numbering<'a>,
}

impl Text<'_> {
    /// The depth of blocks is bounded where they are read, so this cannot exhaust the stack.
    fn blocks(&mut self, blocks: &[Block<'_>]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block<'_>) {
        match block {
            Block::Paragraph(line) | Block::DropCap(line) => self.line(line),
            Block::Preformatted(line) => {
                let words = self.words(line);
                self.paragraph(words.trim_start_matches('\n').trim_end());
            }
            Block::List(list) => self.list(list),
            Block::Quote(quote) => {
                self.marked("> ", &quote.content);
                self.cite(&quote.cite);
            }
            Block::Pullquote(pullquote) => {
                self.line(&pullquote.content);
                self.cite(&pullquote.cite);
            }
            Block::Image(image) => self.image(image),
            Block::Gallery(gallery) => {
                gallery.items.iter().for_each(|image| self.image(image));
                self.captioned(&gallery.caption, gallery.credit.as_ref(), "");
            }
            Block::Recording(recording) => {
                self.paragraph(recording.title.as_deref().unwrap_or_default().trim());
                self.captioned(&recording.caption, recording.credit.as_ref(), "");
                self.blocks(&recording.transcript);
            }
            Block::Table(table) => self.table(table),
            Block::Code(code) => {
                self.line(&code.caption);
                self.paragraph(code.text.trim_end());
            }
            Block::Divider => self.paragraph("* * *"),
            Block::Timeline(timeline) => self.timeline(timeline),
            Block::Questions(questions) => {
                self.line(&questions.title);
                for item in &questions.items {
                    self.line(&item.question);
                    self.blocks(&item.answer);
                }
            }
            Block::Definitions(list) => {
                self.line(&list.title);
                for item in &list.items {
                    self.line(&item.term);
                    self.is_tight = !item.term.is_empty();
                    self.marked("  ", &item.description);
                }
            }
            Block::Correction(correction) => self.correction(correction),
            Block::Rating(rating) => {
                let unit = rating.unit.as_deref().unwrap_or_default();
                self.paragraph(format!("{}/{} {unit}", rating.value, rating.max).trim_end());
            }
            Block::Embed(embed) => {
                self.blocks(&embed.fallback);
                self.paragraph(embed.title.as_deref().unwrap_or_default().trim());
                self.captioned(&embed.caption, None, "");
            }
            Block::LinkCard(card) => self.card(card),
            Block::LinkList(list) => {
                self.line(&list.title);
                list.items.iter().for_each(|card| self.card(card));
            }
            Block::Heading(_)
            | Block::Callout(_)
            | Block::Details(_)
            | Block::Group(_)
            | Block::Paywall
            | Block::Ad
            | Block::Unknown(_) => self.parts(block),
        }
    }

    /// What stands in a block, one below the other.
    fn parts(&mut self, block: &Block<'_>) {
        block.parts(&mut |part| match part {
            BlockPart::Line(line) => self.line(line),
            BlockPart::Image(image) => self.image(image),
            BlockPart::Blocks(blocks) => self.blocks(blocks),
        });
    }

    fn list(&mut self, list: &List<'_>) {
        for (index, item) in (0..).zip(&list.items) {
            let sign = list.start.map_or_else(|| "• ".to_owned(), |start| format!("{}. ", start.saturating_add(index)));
            self.is_tight = index > 0 && item.content.len() <= 1;
            self.marked(&format!("{sign}{}", task(item)), &item.content);
        }
    }

    /// A card without a title is called by its address, as it is where it can be followed; its picture says nothing.
    fn card(&mut self, card: &LinkCard<'_>) {
        let title = self.words(&card.title);
        let address = card.url.as_ref().map_or("", |url| url.as_str());
        self.paragraph(if title.trim().is_empty() { address } else { title.trim() });
        self.is_tight = true;
        self.line(&card.description);
        self.is_tight = true;
        self.paragraph(card.publisher.as_deref().unwrap_or_default().trim());
        self.is_tight = false;
    }

    fn table(&mut self, table: &Table<'_>) {
        self.line(&table.caption);
        let rows: Vec<String> =
            table.head.iter().chain(&table.body).chain(&table.foot).map(|row| self.cells(row)).collect();
        self.paragraph(&rows.join("\n"));
        self.line(&table.note);
        self.line(&table.source);
    }

    fn timeline(&mut self, timeline: &Timeline<'_>) {
        self.line(&timeline.title);
        for event in &timeline.events {
            let title = self.words(&event.title);
            let date = event.date.as_ref().map_or("", |date| date.source.as_str());
            let gap = if date.is_empty() || title.is_empty() { "" } else { ": " };
            self.paragraph(&[date, gap, title.trim()].concat());
            self.blocks(&event.content);
        }
    }

    fn correction(&mut self, correction: &Correction<'_>) {
        if correction.content.is_empty() {
            return;
        }
        self.paragraph(correction.date.as_ref().map_or("", |date| date.source.as_str()));
        self.blocks(&correction.content);
    }

    fn image(&mut self, image: &Image<'_>) {
        // As on the page, where a caption is the last thing in its figure.
        self.blocks(&image.long_description);
        self.captioned(&image.caption, image.credit.as_ref(), image.alt.as_str());
    }

    /// A caption, or what stands in for it, with the credit in brackets.
    fn captioned(&mut self, caption: &[Inline<'_>], credit: Option<&Credit<'_>>, otherwise: &str) {
        let credit = credit.filter(|credit| !credit.is_hidden).map_or("", |credit| credit.text.trim());
        let caption = self.words(caption);
        let caption = if caption.trim().is_empty() { otherwise } else { caption.trim() };
        let credit = if credit.is_empty() { String::new() } else { format!("({credit})") };
        self.paragraph([caption, credit.as_str()].join(" ").trim());
    }

    fn cells(&mut self, row: &[Cell<'_>]) -> String {
        row.iter().map(|cell| self.words(&cell.content).trim().to_owned()).collect::<Vec<_>>().join("\t")
    }

    fn cite(&mut self, cite: &[Inline<'_>]) {
        let cite = self.words(cite);
        if !cite.trim().is_empty() {
            self.paragraph(&format!("— {}", cite.trim()));
        }
    }

    fn line(&mut self, line: &[Inline<'_>]) {
        let words = self.words(line);
        self.paragraph(words.trim());
    }

    /// The words of a line; a reference to a footnote is its number.
    fn words(&mut self, line: &[Inline<'_>]) -> String {
        let mut words = String::new();
        self.add_words(line, &mut words);
        words
    }

    /// The depth of inlines is bounded where they are read, so this cannot exhaust the stack.
    fn add_words(&mut self, line: &[Inline<'_>], words: &mut String) {
        for inline in line {
            match inline {
                Inline::NoteRef { id, .. } => match self.notes.refer(id) {
                    Some((number, _)) => words.push_str(&format!("[{number}]")),
                    None => words.push_str(&format!("[{id}]")),
                },
                Inline::Marked(..)
                | Inline::Link(_)
                | Inline::Span(_)
                | Inline::Abbreviation { .. }
                | Inline::Time { .. } => {
                    self.add_words(inline.content(), words);
                }
                Inline::Text(_) | Inline::Code(_) | Inline::Break | Inline::Image(_) | Inline::Mention(_) => {
                    words.push_str(&plain_text(std::slice::from_ref(inline)));
                }
            }
        }
    }

    /// Blocks whose first line begins with a sign and whose other lines are as far in.
    fn marked(&mut self, sign: &str, blocks: &[Block<'_>]) {
        let outer = self.indent.len();
        self.sign = Some(format!("{}{sign}", self.sign.take().unwrap_or_else(|| self.indent.clone())));
        self.indent.extend(std::iter::repeat_n(' ', sign.chars().count()));
        self.blocks(blocks);
        self.indent.truncate(outer);
        self.sign = None;
    }

    fn paragraph(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !std::mem::take(&mut self.is_tight) && !self.out.is_empty() {
            self.out.push('\n');
        }
        for line in text.lines() {
            match self.sign.take() {
                Some(sign) => self.out.push_str(&sign),
                None if line.is_empty() => {}
                None => self.out.push_str(&self.indent),
            }
            self.out.push_str(line);
            self.out.push('\n');
        }
    }
}

fn task(item: &ListItem<'_>) -> &'static str {
    match item.checked {
        Some(true) => "[x] ",
        Some(false) => "[ ] ",
        None => "",
    }
}
