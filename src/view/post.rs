//! Shows the posts of a live blog.

use crate::html::{Attribute, Element, Name};
use crate::model::{Post, is_blank};

use super::View;

impl<'a> View<'_, 'a> {
    pub(super) fn posts(&mut self, posts: &'a [Post<'a>]) -> Option<Element<'a>> {
        if posts.is_empty() {
            return None;
        }
        let posts = posts.iter().enumerate().map(|(index, post)| self.post(index, post)).collect::<Vec<_>>();
        Some(
            Element::classed(Name::Section, "np-updates")
                .with(Attribute::AriaLabel, self.words.updates)
                .children(posts),
        )
    }

    fn post(&mut self, index: usize, post: &'a Post<'a>) -> Element<'a> {
        let id = self.id(&format!("post-{}", index + 1));
        let heading_id = format!("{id}-headline");
        let heading = Element::classed(Name::heading(self.section_level()), "np-post-headline")
            .with(Attribute::Id, heading_id.clone());
        let date = post.shown_date().map(|date| self.date(date));
        let (date, heading) = if is_blank(&post.headline) {
            // A post that has only its time is found by that: readers go from heading to heading.
            (None, date.map(|date| heading.child(date)))
        } else {
            (date, Some(self.line(heading, &post.headline)))
        };
        let labelled_by = heading.as_ref().map(|_| heading_id);
        let mut header = Element::classed(Name::Header, "np-post-header");
        header.extend(date.map(|date| Element::classed(Name::P, "np-post-dates").child(date)));
        header.extend(heading);
        header.extend(self.authors(&post.authors));
        let mut element = Element::classed(Name::Article, "np-post")
            .with(Attribute::Id, id)
            .with_some(Attribute::AriaLabelledby, labelled_by);
        if !header.is_empty() {
            element.push(header);
        }
        element.extend(self.body(&post.body));
        element
    }
}
