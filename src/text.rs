//! Writes an article as plain text, for search indexes, mail and speech; it knows no HTML.
//!
//! Words of ours stand where the page has them and nobody could tell without them what a line is.

use std::borrow::Cow;

use crate::locale::{self, CivilTime, Locale, fill, fill_named};
use crate::model::{
    Article, Block, BlockPart, Callout, CalloutKind, Cell, Contributor, Correction, CorrectionKind, Credit, Date,
    Image, Inline, LinkCard, List, ListItem, Moment, Numbering, Post, Provenance, Rating, Recording, Repeats, Role,
    Table, Timeline, at_wall, is_blank, plain_text,
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
    let locale = article.language.as_ref().and_then(|tag| locale::find(tag.as_str()));
    let locale = locale.unwrap_or(Cow::Borrowed(locale::english()));
    let mut text = Text {
        out: String::new(),
        indent: String::new(),
        sign: None,
        is_tight: false,
        is_paid: false,
        notes: Numbering::of(&article.notes),
        repeats: Repeats::of(&article.body),
        locale: &locale,
    };
    text.line(&article.kicker);
    text.line(&article.headline);
    text.blocks(&article.standfirst);
    if article.byline.is_empty() {
        text.writers(&article.authors);
    } else {
        text.line(&article.byline);
    }
    text.other_work(&article.authors);
    text.paragraph(article.shown_dateline().map_or("", |place| place.as_str()));
    article.corrections.iter().for_each(|correction| text.correction(correction));
    text.blocks(article.lead_media.as_slice());
    text.body(&article.body);
    if let Some(date) = article.coverage_end.as_ref().filter(|_| !article.updates.is_empty()) {
        text.dated(text.locale.live_ended, Some(date));
    }
    article.updates.iter().for_each(|post| text.post(post));
    let mut number = 0;
    while let Some(note) = text.notes.next_unshown() {
        number += 1;
        text.marked(&format!("[{number}] "), &note.content);
    }
    text.out
}

/// The text so far, and what stands before each line that is added.
struct Text<'a> {
    out: String,
    indent: String,
    /// What stands before the next line only, such as the sign of a list's item.
    sign: Option<String>,
    /// Whether the next paragraph follows without an empty line, as the items of a plain list do.
    is_tight: bool,
    /// Whether what is written stands behind a wall already.
    is_paid: bool,
    notes: Numbering<'a>,
    repeats: Repeats<'a>,
    locale: &'a Locale<'static>,
}

impl<'a> Text<'a> {
    fn writers(&mut self, contributors: &[Contributor<'_>]) {
        self.people(self.locale.by, contributors, &[None, Some(Role::Author)]);
    }

    fn other_work(&mut self, contributors: &[Contributor<'_>]) {
        for (role, phrase) in [
            (Role::Photographer, self.locale.photographs_by),
            (Role::Illustrator, self.locale.illustrations_by),
            (Role::Editor, self.locale.edited_by),
            (Role::Translator, self.locale.translated_by),
        ] {
            self.people(phrase, contributors, &[Some(role)]);
        }
    }

    /// "By A, B and C", joined as the language joins a list.
    fn people(&mut self, phrase: &str, contributors: &[Contributor<'_>], roles: &[Option<Role>]) {
        let does = |person: &&Contributor<'_>| roles.contains(&person.role) && !person.name.is_blank();
        let count = contributors.iter().filter(does).count();
        let mut list = String::new();
        for (index, person) in contributors.iter().filter(does).enumerate() {
            list.push_str(self.locale.before(index, count, &person.name));
            list.push_str(&person.name);
        }
        if !list.is_empty() {
            self.paragraph(&fill(phrase, &list));
        }
    }

    /// Where what must be paid for follows, nobody is told that it is missing.
    fn body(&mut self, blocks: &'a [Block<'a>]) {
        self.repeats = Repeats::of(blocks);
        let Some((free, wall, paid)) = at_wall(blocks) else { return self.blocks(blocks) };
        self.blocks(free);
        self.is_paid = !paid.is_empty();
        self.block(wall);
        self.blocks(paid);
        self.is_paid = false;
    }

    /// What a post is, its time, and what it says.
    fn post(&mut self, post: &'a Post<'a>) {
        for (applies, word) in [(post.is_pinned, self.locale.pinned), (post.is_key_event, self.locale.key_event)] {
            if applies {
                self.paragraph(word);
                self.is_tight = true;
            }
        }
        self.dated("", post.published.as_ref());
        self.is_tight = false;
        self.line(&post.headline);
        self.writers(&post.authors);
        self.other_work(&post.authors);
        self.body(&post.body);
    }

    /// A word of ours and a date, either of which may be missing.
    fn dated(&mut self, word: &str, date: Option<&Date<'_>>) {
        let date = date.map(|date| self.date(date)).unwrap_or_default();
        let gap = if word.is_empty() || date.is_empty() { "" } else { " – " };
        self.paragraph(&[word, gap, &date].concat());
    }

    /// A date in words; words that name no moment are shown as they are.
    fn date(&self, date: &Date<'_>) -> String {
        let Some(Moment { year, month, day, time, offset }) = date.moment else { return date.source.trim().to_owned() };
        self.locale.date(CivilTime { year, month, day, time: time.map(|(hour, minute, _)| (hour, minute)), offset })
    }

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
            Block::Pullquote(pullquote) if self.repeats.has(pullquote) => {}
            Block::Pullquote(pullquote) => {
                self.line(&pullquote.content);
                self.cite(&pullquote.cite);
            }
            Block::Image(image) => self.image(image),
            Block::Gallery(gallery) => {
                gallery.items.iter().for_each(|image| self.image(image));
                self.captioned(&gallery.caption, gallery.credit.as_ref(), self.locale.image_credit, "");
            }
            Block::Recording(recording) => self.recording(recording),
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
            Block::Rating(rating) => self.rating(rating),
            Block::Callout(callout) => self.callout(callout),
            Block::Paywall if self.is_paid => {}
            Block::Paywall => self.paragraph(self.locale.subscribers_only),
            Block::Embed(embed) => {
                self.blocks(&embed.fallback);
                self.paragraph(embed.title.as_deref().unwrap_or_default().trim());
                self.captioned(&embed.caption, None, "", "");
            }
            Block::LinkCard(card) => self.card(card),
            Block::LinkList(list) => {
                self.line(&list.title);
                list.items.iter().for_each(|card| self.card(card));
            }
            Block::Heading(_) | Block::Details(_) | Block::Group(_) | Block::Ad | Block::Unknown(_) => {
                self.parts(block);
            }
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
            self.marked(&[&sign, task(item)].concat(), &item.content);
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
        let source = self.words(&table.source);
        if !source.trim().is_empty() {
            self.paragraph(&fill(self.locale.source, source.trim()));
        }
    }

    fn recording(&mut self, recording: &Recording<'_>) {
        self.paragraph(recording.title.as_deref().unwrap_or_default().trim());
        self.captioned(&recording.caption, recording.credit.as_ref(), self.locale.credit, "");
        self.under(self.locale.transcript, &recording.transcript);
    }

    /// Blocks under a word of ours that says what they are.
    fn under(&mut self, word: &str, blocks: &[Block<'_>]) {
        if !blocks.is_empty() {
            self.paragraph(word);
            self.blocks(blocks);
        }
    }

    /// A box says what it is where it has no title, or must not be taken for anything else.
    fn callout(&mut self, callout: &Callout<'_>) {
        let (word, must_be_said) = match callout.kind {
            CalloutKind::Note => (self.locale.note_box, false),
            CalloutKind::Warning => (self.locale.warning, true),
            CalloutKind::Information => (self.locale.information, false),
            CalloutKind::Disclaimer => (self.locale.disclaimer, true),
            CalloutKind::FactBox => (self.locale.fact_box, false),
            CalloutKind::KeyPoints => (self.locale.key_points, false),
        };
        if is_blank(&callout.title) {
            return self.under(word, &callout.content);
        }
        let title = self.words(&callout.title);
        let title = title.trim();
        self.paragraph(&if must_be_said { [word, " – ", title].concat() } else { title.to_owned() });
        self.blocks(&callout.content);
    }

    fn rating(&mut self, rating: &Rating<'_>) {
        let value = self.locale.decimal(rating.value.hundredths());
        let max = self.locale.decimal(rating.max.hundredths());
        let words = fill_named(self.locale.rating, &[("value", &value), ("max", &max)]);
        let unit = rating.unit.as_ref().map_or_else(String::new, |unit| [" (", unit, ")"].concat());
        self.paragraph(&[words, unit].concat());
    }

    fn timeline(&mut self, timeline: &Timeline<'_>) {
        self.line(&timeline.title);
        for event in &timeline.events {
            let title = self.words(&event.title);
            let date = event.date.as_ref().map(|date| self.date(date)).unwrap_or_default();
            let gap = if date.is_empty() || title.is_empty() { "" } else { ": " };
            self.paragraph(&[&date, gap, title.trim()].concat());
            self.blocks(&event.content);
        }
    }

    fn correction(&mut self, correction: &Correction<'_>) {
        if correction.content.is_empty() {
            return;
        }
        let word = match correction.kind {
            CorrectionKind::Correction => self.locale.correction,
            CorrectionKind::Clarification => self.locale.clarification,
            CorrectionKind::Update => self.locale.update,
            CorrectionKind::EditorsNote => self.locale.editors_note,
        };
        self.dated(word, correction.date.as_ref());
        self.blocks(&correction.content);
    }

    fn image(&mut self, image: &Image<'_>) {
        // As on the page, where a caption is the last thing in its figure.
        self.under(self.locale.picture_description, &image.long_description);
        self.captioned(&image.caption, image.credit.as_ref(), self.locale.image_credit, image.alt.as_str());
        if let Some(provenance) = image.provenance() {
            self.paragraph(match provenance {
                Provenance::Generated => self.locale.made_with_ai,
                Provenance::PartlyGenerated => self.locale.partly_made_with_ai,
                Provenance::Composite => self.locale.composite,
            });
        }
    }

    /// A caption, or what stands in for it, with the credit in brackets, and its label where it has none of its own.
    fn captioned(&mut self, caption: &[Inline<'_>], credit: Option<&Credit<'_>>, label: &str, otherwise: &str) {
        let credit = credit.filter(|credit| !credit.is_hidden && !credit.text.is_blank());
        let caption = self.words(caption);
        let caption = if caption.trim().is_empty() { otherwise } else { caption.trim() };
        let credit = credit.map_or_else(String::new, |credit| {
            let (label, gap) = if credit.is_labelled { ("", "") } else { (label, " ") };
            ["(", label, gap, credit.text.trim(), ")"].concat()
        });
        self.paragraph([caption, credit.as_str()].join(" ").trim());
    }

    fn cells(&mut self, row: &[Cell<'_>]) -> String {
        row.iter().map(|cell| self.words(&cell.content).trim().to_owned()).collect::<Vec<_>>().join("\t")
    }

    fn cite(&mut self, cite: &[Inline<'_>]) {
        let cite = self.words(cite);
        if !cite.trim().is_empty() {
            self.paragraph(&["— ", cite.trim()].concat());
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
                    Some((number, _)) => words.extend(["[", &number.to_string(), "]"]),
                    None => words.extend(["[", id, "]"]),
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
        self.sign = Some(self.sign.take().unwrap_or_else(|| self.indent.clone()) + sign);
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
        Some(true) => "☑ ",
        Some(false) => "☐ ",
        None => "",
    }
}
