//! What a block holds: lines, pictures and further blocks; it knows no order but that of reading.

use super::{Block, Image, Inline, LinkCard};

/// Something that stands in a block.
#[derive(Clone, Copy, Debug)]
pub enum BlockPart<'b, 'a> {
    /// A line of text.
    Line(&'b [Inline<'a>]),
    /// A picture; its caption is not a part of its own.
    Image(&'b Image<'a>),
    /// Blocks.
    Blocks(&'b [Block<'a>]),
}

impl<'a> Block<'a> {
    /// Calls `visit` with what stands directly in the block, in the order of reading.
    ///
    /// ```
    /// use newsprint::model::{Block, BlockPart, Inline};
    /// let block = Block::Paragraph(vec![Inline::Text("It sails.".into())]);
    /// let mut lines = 0;
    /// block.parts(&mut |part| lines += usize::from(matches!(part, BlockPart::Line(_))));
    /// assert_eq!(lines, 1);
    /// ```
    pub fn parts<'b>(&'b self, visit: &mut dyn FnMut(BlockPart<'b, 'a>)) {
        use BlockPart::{Blocks, Line};
        match self {
            Self::Paragraph(line) | Self::DropCap(line) | Self::Preformatted(line) => visit(Line(line)),
            Self::Heading(heading) => visit(Line(&heading.content)),
            Self::List(list) => list.items.iter().for_each(|item| visit(Blocks(&item.content))),
            Self::Quote(quote) => {
                visit(Blocks(&quote.content));
                visit(Line(&quote.cite));
            }
            Self::Pullquote(pullquote) => {
                visit(Line(&pullquote.content));
                visit(Line(&pullquote.cite));
            }
            Self::Table(table) => {
                visit(Line(&table.caption));
                let rows = table.head.iter().chain(&table.body).chain(&table.foot);
                rows.flatten().for_each(|cell| visit(Line(&cell.content)));
                visit(Line(&table.note));
                visit(Line(&table.source));
            }
            Self::Code(code) => visit(Line(&code.caption)),
            Self::Group(group) => visit(Blocks(&group.content)),
            Self::Unknown(unknown) => visit(Blocks(&unknown.content)),
            Self::Divider | Self::Paywall | Self::Ad | Self::Rating(_) => {}
            Self::Image(_) | Self::Gallery(_) | Self::Recording(_) | Self::Embed(_) => self.media_parts(visit),
            Self::LinkCard(card) => card_parts(card, visit),
            Self::LinkList(list) => {
                visit(Line(&list.title));
                list.items.iter().for_each(|card| card_parts(card, visit));
            }
            Self::Callout(_)
            | Self::Details(_)
            | Self::Timeline(_)
            | Self::Questions(_)
            | Self::Definitions(_)
            | Self::Correction(_) => self.aside_parts(visit),
        }
    }

    fn media_parts<'b>(&'b self, visit: &mut dyn FnMut(BlockPart<'b, 'a>)) {
        use BlockPart::{Blocks, Line};
        if let Self::Image(image) = self {
            image_parts(image, visit);
        }
        if let Self::Gallery(gallery) = self {
            gallery.items.iter().for_each(|image| image_parts(image, visit));
            visit(Line(&gallery.caption));
        }
        if let Self::Recording(recording) = self {
            visit(Line(&recording.caption));
            visit(Blocks(&recording.transcript));
        }
        if let Self::Embed(embed) = self {
            visit(Blocks(&embed.fallback));
            visit(Line(&embed.caption));
        }
    }

    fn aside_parts<'b>(&'b self, visit: &mut dyn FnMut(BlockPart<'b, 'a>)) {
        use BlockPart::{Blocks, Line};
        if let Self::Callout(callout) = self {
            visit(Line(&callout.title));
            visit(Blocks(&callout.content));
        }
        if let Self::Details(details) = self {
            visit(Line(&details.summary));
            visit(Blocks(&details.content));
        }
        if let Self::Timeline(timeline) = self {
            visit(Line(&timeline.title));
            for event in &timeline.events {
                visit(Line(&event.title));
                visit(Blocks(&event.content));
            }
        }
        if let Self::Questions(questions) = self {
            visit(Line(&questions.title));
            for item in &questions.items {
                visit(Line(&item.question));
                visit(Blocks(&item.answer));
            }
        }
        if let Self::Definitions(list) = self {
            visit(Line(&list.title));
            for item in &list.items {
                visit(Line(&item.term));
                visit(Blocks(&item.description));
            }
        }
        if let Self::Correction(correction) = self {
            visit(Blocks(&correction.content));
        }
    }
}

fn image_parts<'b, 'a>(image: &'b Image<'a>, visit: &mut dyn FnMut(BlockPart<'b, 'a>)) {
    visit(BlockPart::Blocks(&image.long_description));
    visit(BlockPart::Image(image));
}

/// The picture of another page says nothing that its title does not say, and is no picture of this article.
fn card_parts<'b, 'a>(card: &'b LinkCard<'a>, visit: &mut dyn FnMut(BlockPart<'b, 'a>)) {
    visit(BlockPart::Line(&card.title));
    visit(BlockPart::Line(&card.description));
}
