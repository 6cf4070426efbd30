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
            Self::Image(image) => image_parts(image, visit),
            Self::Gallery(gallery) => {
                gallery.items.iter().for_each(|image| image_parts(image, visit));
                visit(Line(&gallery.caption));
            }
            Self::Recording(recording) => {
                visit(Line(&recording.caption));
                visit(Blocks(&recording.transcript));
            }
            Self::Embed(embed) => {
                visit(Blocks(&embed.fallback));
                visit(Line(&embed.caption));
            }
            Self::LinkCard(card) => card_parts(card, visit),
            Self::LinkList(list) => {
                visit(Line(&list.title));
                list.items.iter().for_each(|card| card_parts(card, visit));
            }
            Self::Callout(callout) => {
                visit(Line(&callout.title));
                visit(Blocks(&callout.content));
            }
            Self::Details(details) => {
                visit(Line(&details.summary));
                visit(Blocks(&details.content));
            }
            Self::Timeline(timeline) => {
                visit(Line(&timeline.title));
                for event in &timeline.events {
                    visit(Line(&event.title));
                    visit(Blocks(&event.content));
                }
            }
            Self::Questions(questions) => {
                visit(Line(&questions.title));
                for item in &questions.items {
                    visit(Line(&item.question));
                    visit(Blocks(&item.answer));
                }
            }
            Self::Definitions(list) => {
                visit(Line(&list.title));
                for item in &list.items {
                    visit(Line(&item.term));
                    visit(Blocks(&item.description));
                }
            }
            Self::Correction(correction) => visit(Blocks(&correction.content)),
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
