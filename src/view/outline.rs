//! The levels and identifiers of the headings in the body; it knows the headings, not how they are shown.

use std::borrow::Cow;
use std::collections::{BTreeMap, VecDeque};

use crate::model::{Article, Block, Heading, is_blank, plain_text};

use super::options::{Options, Prefix};

/// The headings that are still to be shown, and where the fragments lead that an author can link to.
pub(super) struct Outline<'a> {
    places: VecDeque<Place>,
    targets: BTreeMap<Cow<'a, str>, String>,
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

impl<'a> Outline<'a> {
    pub(super) fn of(article: &'a Article<'a>, options: &Options) -> Self {
        let above = options.heading_level.get() - u8::from(is_blank(&article.headline));
        let mut builder = Builder {
            prefix: &options.id_prefix,
            used: BTreeMap::new(),
            places: VecDeque::new(),
            targets: BTreeMap::new(),
        };
        builder.add(&article.body, above);
        for post in &article.updates {
            builder.add(&post.body, above + u8::from(!is_blank(&post.headline)));
        }
        Self { places: builder.places, targets: builder.targets }
    }

    /// The place of the next heading, in the order in which the headings are shown.
    pub(super) fn next(&mut self) -> Option<Place> {
        self.places.pop_front()
    }

    /// Where a link to a fragment leads, if a heading here has that name.
    pub(super) fn target(&self, fragment: &str) -> Option<Cow<'a, str>> {
        self.targets.get(fragment).map(|id| Cow::Owned(format!("#{id}")))
    }
}

struct Builder<'o, 'a> {
    prefix: &'o Prefix,
    used: BTreeMap<String, u32>,
    places: VecDeque<Place>,
    targets: BTreeMap<Cow<'a, str>, String>,
}

impl<'a> Builder<'_, 'a> {
    /// Adds the headings of a body below the level `above`. A heading that skips a level is shown as if it did not
    /// (WCAG technique G141), and one that shows nothing does not count.
    fn add(&mut self, blocks: &'a [Block<'a>], above: u8) {
        let mut open: Vec<u8> = Vec::new();
        for block in blocks {
            let Block::Heading(heading) = block else { continue };
            let mut level = above;
            if !is_blank(&heading.content) {
                open.truncate(open.iter().take_while(|outer| **outer < heading.level).count());
                open.push(heading.level);
                level = above.saturating_add(u8::try_from(open.len()).unwrap_or(u8::MAX));
            }
            let id = self.id(heading);
            self.places.push_back(Place { level: level.clamp(1, 6), id });
        }
    }

    fn id(&mut self, heading: &'a Heading<'a>) -> String {
        let own = heading.id.as_ref().map(|id| slug(id, Case::Kept)).filter(|slug| !slug.is_empty());
        let slug = own.unwrap_or_else(|| slug(&plain_text(&heading.content), Case::Lower));
        let slug = self.unique(if slug.is_empty() { "heading".to_owned() } else { slug });
        let id = self.prefix.id(&format!("h-{slug}"));
        if let Some(own) = &heading.id {
            self.targets.entry(Cow::Borrowed(own.as_str())).or_insert_with(|| id.clone());
        }
        self.targets.entry(Cow::Owned(slug)).or_insert_with(|| id.clone());
        id
    }

    /// Counted, not searched, so that ten thousand headings of one text take linear time.
    fn unique(&mut self, slug: String) -> String {
        let mut candidate = slug.clone();
        while self.used.contains_key(&candidate) {
            let count = self.used.entry(slug.clone()).or_insert(1);
            *count += 1;
            candidate = format!("{slug}-{count}");
        }
        self.used.insert(candidate.clone(), 1);
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
        if is_separator(c) {
            if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        } else if case == Case::Lower {
            slug.extend(c.to_lowercase());
        } else {
            slug.push(c);
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// What is between words: everything that is neither a letter, a digit, nor a mark that belongs to a letter.
fn is_separator(c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_alphanumeric() && c != '_';
    }
    let is_symbol = matches!(c, '\u{80}'..='\u{bf}' | '\u{d7}' | '\u{f7}' | '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}' | '\u{fe10}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..);
    c.is_whitespace() || c.is_control() || (is_symbol && !c.is_alphanumeric())
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
