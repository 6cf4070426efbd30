//! Names the parts of an article in its tree, for the views that a host has in JavaScript; it knows their names and
//! what they say, not what a host does with them.

use crate::canonical;
use crate::html::{Attribute, Element, Name, Node};
use crate::model::Block;
use crate::view::{Host, Part};

/// The host that keeps everything as it is, and says of every part which it is: by its name, or by its block as JSON,
/// after a `?` where the block is not known.
pub(super) struct Named;

impl Host for Named {
    fn show<'a>(&self, part: Part<'_>, built_in: Element<'a>) -> Node<'a> {
        built_in.with(Attribute::DataPart, name(part)).into()
    }

    fn fill<'a>(&self, block: &Block<'_>) -> Option<Node<'a>> {
        let is_hosts = matches!(block, Block::Ad | Block::Unknown(_));
        is_hosts.then(|| self.show(Part::Block(block), Element::new(Name::Div)))
    }
}

fn name(part: Part<'_>) -> String {
    let name = match part {
        Part::Breadcrumb => "breadcrumb",
        Part::Kicker => "kicker",
        Part::Headline => "headline",
        Part::Standfirst => "standfirst",
        Part::Byline => "byline",
        Part::Dates => "dates",
        Part::Series => "series",
        Part::Dateline => "dateline",
        Part::ReadingTime => "readingTime",
        Part::Corrections => "corrections",
        Part::Contents => "contents",
        Part::Notes => "notes",
        Part::Figure(image) => return canonical::image(image),
        Part::Block(block) => return canonical::block(block),
    };
    name.to_owned()
}
