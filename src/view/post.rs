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
        let headline = (!is_blank(&post.headline)).then(|| format!("{id}-headline"));
        let mut header = Element::classed(Name::Header, "np-post-header");
        header.extend(
            post.published.as_ref().map(|date| Element::classed(Name::P, "np-post-dates").child(self.date(date))),
        );
        header.extend(headline.clone().map(|id| {
            let level = self.options.heading_level.get() + 1;
            let element = Element::classed(Name::heading(level), "np-post-headline").with(Attribute::Id, id);
            self.line(element, &post.headline)
        }));
        header.extend(self.authors(&post.authors));
        let mut element = Element::classed(Name::Article, "np-post")
            .with(Attribute::Id, id)
            .with_some(Attribute::AriaLabelledby, headline);
        if !header.is_empty() {
            element.push(header);
        }
        element.extend(self.body(&post.body));
        element
    }
}
