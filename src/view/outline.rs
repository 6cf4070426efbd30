//! The levels and identifiers of the headings in the body; it knows the headings, not how they are shown.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::vec::IntoIter;

use crate::model::{Article, Block, Heading, is_blank, is_letter_or_digit, lower, plain_text};

use super::options::{Options, Prefix};

/// The headings that are still to be shown, and the names that an author can link to.
pub(super) struct Outline {
    places: IntoIter<Place>,
    /// The slugs that are taken, each with the number that the next of its kind gets.
    slugs: BTreeMap<Cow<'static, str>, usize>,
    /// The level that the first headings follow.
    pub(super) above: u8,
}

/// The place of a heading.
pub(super) struct Place {
    /// 1 to 6, as it is shown.
    pub(super) level: u8,
    /// The identifier, prefix and all.
    pub(super) id: String,
}

/// An identifier that is longer says nothing more.
const LONGEST_SLUG: usize = 64;

impl Outline {
    pub(super) fn of(article: &Article<'_>, options: &Options) -> Self {
        // Where there is no headline to follow, the first headings take its level.
        let above = options.heading_level.get() - u8::from(is_blank(&article.headline));
        let mut builder = Builder { prefix: &options.id_prefix, slugs: BTreeMap::new(), places: Vec::new() };
        builder.add(&article.body, above);
        for post in &article.updates {
            let has_heading = post.shown_date().is_some() || !is_blank(&post.headline);
            builder.add(&post.body, above + u8::from(has_heading));
        }
        Self { places: builder.places.into_iter(), slugs: builder.slugs, above }
    }

    /// The place of the next heading, in the order in which the headings are shown.
    pub(super) fn next(&mut self) -> Option<Place> {
        self.places.next()
    }

    /// The places of the headings that are still to be shown.
    pub(super) fn coming(&self) -> &[Place] {
        self.places.as_slice()
    }

    /// The identifier of the heading that a link to a fragment means, if one has that name.
    pub(super) fn target(&self, fragment: &str, prefix: &Prefix) -> Option<String> {
        let slug = slug(fragment, Case::Kept);
        self.slugs.contains_key(slug.as_str()).then(|| heading_id(prefix, &slug))
    }
}

fn heading_id(prefix: &Prefix, slug: &str) -> String {
    prefix.id(&["h-", slug].concat())
}

/// Hands over the headings in the order in which they are shown. A group is part of the outline that it stands in; the
/// depth of blocks is bounded where they are read.
pub(super) fn outline_headings<'b, 'a>(blocks: &'b [Block<'a>], each: &mut dyn FnMut(&'b Heading<'a>)) {
    for block in blocks {
        if let Block::Group(group) = block {
            outline_headings(&group.content, each);
        }
        if let Block::Heading(heading) = block {
            each(heading);
        }
    }
}

struct Builder<'o> {
    prefix: &'o Prefix,
    slugs: BTreeMap<Cow<'static, str>, usize>,
    places: Vec<Place>,
}

impl Builder<'_> {
    /// Adds the headings of a body below the level `above`. A heading that skips a level is shown as if it did not
    /// (WCAG technique G141), and one that shows nothing does not count.
    fn add(&mut self, blocks: &[Block<'_>], above: u8) {
        // The levels of the headings that are not closed yet.
        let mut open: Vec<u8> = Vec::new();
        outline_headings(blocks, &mut |heading| {
            let mut level = above;
            if !is_blank(&heading.content) {
                while open.last().is_some_and(|inner| *inner >= heading.level) {
                    open.pop();
                }
                open.push(heading.level);
                level = above.saturating_add(u8::try_from(open.len()).unwrap_or(u8::MAX));
            }
            let id = self.id(heading);
            self.places.push(Place { level: level.clamp(1, 6), id });
        });
    }

    fn id(&mut self, heading: &Heading<'_>) -> String {
        let mut slug = heading.id.as_ref().map_or_else(String::new, |id| slug(id, Case::Kept));
        if slug.is_empty() {
            slug = self::slug(&plain_text(&heading.content), Case::Lower);
        }
        if slug.is_empty() {
            slug.push_str("heading");
        }
        heading_id(self.prefix, &self.unique(slug))
    }

    /// Counted, not searched, so that ten thousand headings of one text take linear time.
    fn unique(&mut self, slug: String) -> String {
        let mut candidate = slug.clone();
        while let Some(count) = self.slugs.get(candidate.as_str()) {
            let count = self.slugs.get(slug.as_str()).copied().unwrap_or(*count) + 1;
            self.slugs.insert(Cow::Owned(slug.clone()), count);
            candidate = [slug.as_str(), "-", count.to_string().as_str()].concat();
        }
        self.slugs.insert(Cow::Owned(candidate.clone()), 1);
        candidate
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Kept,
    Lower,
}

/// The words of a text joined by hyphens; letters of every script stay.
fn slug(text: &str, case: Case) -> String {
    let mut slug = String::new();
    for c in text.chars() {
        if slug.len() >= LONGEST_SLUG {
            break;
        }
        if !is_letter_or_digit(c) && c != '_' {
            if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        } else if case == Case::Lower {
            slug.push(lower(c));
        } else {
            slug.push(c);
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::super::options::{Level, Options};
    use super::{Article, Block, Case, Heading, Outline, slug};
    use crate::model::{At, Inline};

    fn check(headings: &[(u8, &str)], expected: &[(u8, &str)]) {
        let heading = |(level, words): &(u8, &'static str)| {
            Block::Heading(Heading {
                level: *level,
                content: vec![Inline::Text((*words).into())],
                id: None,
                at: At::default(),
            })
        };
        let headings: Vec<(u8, &'static str)> =
            headings.iter().map(|(level, words)| (*level, String::from(*words).leak() as &str)).collect();
        let article = Article {
            headline: vec![Inline::Text("Headline".into())],
            body: headings.iter().map(heading).collect(),
            ..Article::default()
        };
        let mut outline =
            Outline::of(&article, &Options { heading_level: Level::new(1).unwrap(), ..Options::default() });
        let places: Vec<_> = std::iter::from_fn(|| outline.next()).map(|place| (place.level, place.id)).collect();
        let places: Vec<_> = places.iter().map(|(level, id)| (*level, id.as_str())).collect();
        assert_eq!(places, expected);
    }

    #[test]
    fn levels_never_skip() {
        check(&[(2, "a"), (4, "b"), (3, "c"), (2, "d")], &[(2, "np-h-a"), (3, "np-h-b"), (3, "np-h-c"), (2, "np-h-d")]);
        check(&[(1, "a"), (2, "b")], &[(2, "np-h-a"), (3, "np-h-b")]);
        check(&[(3, "a"), (2, "b")], &[(2, "np-h-a"), (2, "np-h-b")]);
    }

    #[test]
    fn identifiers_are_unique() {
        let expected = [(2, "np-h-a"), (2, "np-h-a-2"), (2, "np-h-a-2-2"), (2, "np-h-a-3"), (2, "np-h-heading")];
        check(&[(2, "a"), (2, "a"), (2, "a 2"), (2, "a"), (2, "?")], &expected);
    }

    #[test]
    fn letters_of_every_script_stay() {
        for (words, expected) in [
            ("Why now?", "why-now"),
            ("  “Où” — l’été ", "où-l-été"),
            ("東京で会いましょう。", "東京で会いましょう"),
            ("क्या हुआ", "क्या-हुआ"),
            ("a<b>\"c\" 'd'", "a-b-c-d"),
        ] {
            assert_eq!(slug(words, Case::Lower), expected);
        }
    }
}
