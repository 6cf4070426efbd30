//! Writes an article as plain text, for search indexes, mail and speech; it knows no HTML.

use crate::model::{Article, Block, Cell, Contributor, Image, Inline, ListItem, Numbering, Role, plain_text};

/// Returns the article as plain text: paragraphs with an empty line between them, captions and credits included.
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
    if let Some(image) = &article.lead_media {
        text.image(image);
    }
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
            Block::Paragraph(line) => self.line(line),
            Block::Heading(heading) => self.line(&heading.content),
            Block::List(list) => {
                for (index, item) in (0..).zip(&list.items) {
                    let sign = list
                        .start
                        .map_or_else(|| "• ".to_owned(), |start| format!("{}. ", start.saturating_add(index)));
                    self.is_tight = index > 0 && item.content.len() <= 1;
                    self.marked(&format!("{sign}{}", task(item)), &item.content);
                }
            }
            Block::Quote(quote) => {
                self.marked("> ", &quote.content);
                self.cite(&quote.cite);
            }
            Block::Pullquote(pullquote) => {
                self.line(&pullquote.content);
                self.cite(&pullquote.cite);
            }
            Block::Image(image) => self.image(image),
            Block::Table(table) => {
                self.line(&table.caption);
                let rows: Vec<String> =
                    table.head.iter().chain(&table.body).chain(&table.foot).map(|row| self.cells(row)).collect();
                self.paragraph(&rows.join("\n"));
            }
            Block::Code(code) => self.paragraph(code.text.trim_end()),
            Block::Divider => self.paragraph("* * *"),
            Block::Unknown(unknown) => self.blocks(&unknown.content),
        }
    }

    fn image(&mut self, image: &Image<'_>) {
        let credit = image.credit.as_ref().filter(|credit| !credit.is_hidden).map_or("", |credit| credit.text.trim());
        let caption = self.words(&image.caption);
        let caption = if caption.trim().is_empty() { image.alt.as_str() } else { caption.trim() };
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
