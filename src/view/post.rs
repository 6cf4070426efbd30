//! Shows the posts of a live blog.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::mem::replace;

use crate::html::{Attribute, Element, Name, Node};
use crate::model::{Article, Post, is_blank, is_letter_or_digit};

use super::{View, apart};

impl<'a> View<'_, 'a> {
    /// The posts in the order of the newsroom; a coverage that has ended says so first. Never inlined, as the rare blocks
    /// are not.
    #[inline(never)]
    pub(super) fn posts(&mut self, article: &'a Article<'a>) -> Element<'a> {
        // The names that newsrooms gave, each with how many posts have taken it.
        let mut given: BTreeMap<Cow<'static, str>, usize> = BTreeMap::new();
        for name in article.updates.iter().filter_map(post_name) {
            given.insert(name.into(), 0);
        }
        let mut number = 0;
        let mut section = Element::classed(Name::Section, "np-updates").with(Attribute::AriaLabel, self.words.updates);
        section.extend(self.ended(article));
        for (index, post) in article.updates.iter().enumerate() {
            let mut take = |name: &String| given.get_mut(name.as_str()).is_some_and(|taken| replace(taken, 1) == 0);
            let name = post_name(post).filter(|name| take(name)).unwrap_or_else(|| {
                number = index.max(number) + 1;
                while given.contains_key(number.to_string().as_str()) {
                    number += 1;
                }
                number.to_string()
            });
            section.push(self.post(&name, post));
        }
        section
    }

    fn ended(&self, article: &'a Article<'a>) -> Option<Element<'a>> {
        let date = self.shown_date(article.coverage_end.as_ref())?;
        let words = self.our_text(Element::new(Name::Strong), self.words.live_ended);
        Some(Element::classed(Name::P, "np-ended").child(words).text(" ").child(date))
    }

    fn post(&mut self, name: &str, post: &'a Post<'a>) -> Element<'a> {
        // The name comes last in both, so that no other post's name makes the same identifier.
        let (id, heading_id) = (self.id(&["post-", name].concat()), self.id(&["headline-", name].concat()));
        let heading = Element::classed(Name::heading(self.section_level()), "np-post-headline")
            .with(Attribute::Id, heading_id.clone());
        let date = post.shown_date().map(|date| self.permalink(&id, post, self.date(date)));
        let updated = self.update(post.published.as_ref(), post.modified.as_ref());
        let (date, heading) = if is_blank(&post.headline) {
            // A post that has only its time is found by that: readers go from heading to heading.
            (Vec::new(), date.map(|date| heading.child(date)))
        } else {
            let label = date.is_some().then(|| {
                let words = [self.words.post_link, ": "].concat();
                self.ours(Element::classed(Name::Span, "np-vh"), self.words.post_link).text(words)
            });
            (label.into_iter().chain(date).collect::<Vec<_>>(), Some(self.line(heading, &post.headline)))
        };
        let labelled_by = heading.as_ref().map(|_| heading_id);
        let mut header = Element::classed(Name::Header, "np-post-header");
        header.extend(self.post_labels(post));
        header.extend(apart(Element::classed(Name::P, "np-post-dates").children(date), updated).unless_empty());
        header.extend(heading);
        header.extend(self.post_bylines(&post.authors));
        let class = match (post.is_pinned, post.is_key_event) {
            (false, false) => "np-post",
            (false, true) => "np-post np-key-event",
            (true, false) => "np-post np-pinned",
            (true, true) => "np-post np-pinned np-key-event",
        };
        // Nothing can be found or named that has no heading: what has neither headline nor time is no article of its own.
        let name = if labelled_by.is_some() { Name::Article } else { Name::Div };
        let mut element =
            Element::classed(name, class).with(Attribute::Id, id).with_some(Attribute::AriaLabelledby, labelled_by);
        element.extend(header.unless_empty());
        element.extend(self.body(&post.body));
        element
    }

    /// The time leads to the post: to its own page, or to its place on this one.
    fn permalink(&self, id: &str, post: &'a Post<'a>, date: Node<'a>) -> Element<'a> {
        let link = Element::classed(Name::A, "np-permalink");
        let link = match &post.url {
            Some(url) => link.with(Attribute::Href, url.as_str()),
            None => link.with(Attribute::Href, ["#", id].concat()),
        };
        link.child(date)
    }

    fn post_labels(&self, post: &Post<'_>) -> Option<Element<'a>> {
        let mut labels = Element::classed(Name::P, "np-post-labels");
        for (applies, word) in [(post.is_pinned, self.words.pinned), (post.is_key_event, self.words.key_event)] {
            if applies {
                labels = apart(labels, Some(self.our_text(Element::classed(Name::Span, "np-label"), word)));
            }
        }
        labels.unless_empty()
    }
}

/// The publisher's identifier, so that two versions of a live blog call the same post by the same name; what an
/// identifier may not have is left out.
fn post_name(post: &Post<'_>) -> Option<String> {
    let name = post.id.as_ref()?.chars().filter(|c| is_letter_or_digit(*c) || matches!(c, '-' | '_'));
    let name = name.take(64).collect::<String>();
    (!name.is_empty()).then_some(name)
}
