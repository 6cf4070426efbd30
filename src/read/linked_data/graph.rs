//! The nodes of JSON-LD: which there are, what they refer to, and which of them is the article.

use std::borrow::Cow;

use crate::json::{Kind, Value};
use crate::read::index::Index;
use crate::read::words;

/// Properties whose values may be the article, or say where it stands.
const AROUND: &str = "@graph|mainEntity|mainEntityOfPage|breadcrumb|itemReviewed";

/// Articles whose names do not end in the word.
const ARTICLES: &str = "liveblogposting|blogposting|report|socialmediaposting|discussionforumposting|newsitem";

/// The nodes of one or several documents.
pub(in crate::read) struct Graph<'d, 'a> {
    nodes: Vec<Value<'d, 'a>>,
    known: Index<'a, Value<'d, 'a>>,
    /// What says something under an identifier of which another node may say more.
    stubs: Vec<(Cow<'a, str>, Value<'d, 'a>)>,
}

impl<'d, 'a> Graph<'d, 'a> {
    /// Returns the nodes that stand in the values.
    pub(in crate::read) fn of(roots: impl Iterator<Item = Value<'d, 'a>>) -> Self {
        let mut graph = Self { nodes: Vec::new(), known: Index::new(), stubs: Vec::new() };
        roots.for_each(|root| graph.add(root, true));
        for (id, stub) in std::mem::take(&mut graph.stubs) {
            graph.known.add(id, stub);
        }
        graph
    }

    /// The depth is bounded by that of JSON.
    fn add(&mut self, value: Value<'d, 'a>, is_node: bool) {
        value.items().for_each(|item| self.add(item, is_node));
        if value.kind() != Kind::Object {
            return;
        }
        if let Some(id) = value.str_of("@id") {
            if is_reference(value) {
                self.stubs.push((id, value));
            } else {
                self.known.add(id, value);
            }
        }
        if is_node && value.get("@type").is_some() {
            self.nodes.push(value);
        }
        for (key, member) in value.members() {
            let is_node = is_node && words::has(AROUND, key.raw_str());
            self.add(member, is_node);
        }
    }

    /// Returns the node that a reference stands for; any other value is itself.
    #[inline(never)]
    pub(super) fn resolved(&self, value: Value<'d, 'a>) -> Value<'d, 'a> {
        let is_reference = value.kind() == Kind::Object && is_reference(value);
        let id = if is_reference { value.str_of("@id") } else { None };
        id.and_then(|id| self.known.get(&id).copied()).unwrap_or(value)
    }

    /// Returns the article: of several the one that says the most, and if none is called so, what has a headline or is
    /// told as an article is.
    pub(super) fn article(&self) -> Option<Value<'d, 'a>> {
        let articles = self.nodes.iter().rev().filter(|node| is_a(**node, is_article));
        let has_headline = |node: &&Value<'_, '_>| {
            words::find("articleBody|reviewBody|headline", &mut |name| node.get(name).is_some()).is_some()
        };
        // A page may name several events beside its article.
        let mut guides = self.of_type(is_guide);
        let guide = guides.next().filter(|_| guides.next().is_none());
        let others = || self.nodes.iter().find(has_headline).copied().or(guide);
        articles.max_by_key(|node| len_of_body(**node)).copied().or_else(others)
    }

    /// Returns how long the body of the article is in JSON.
    pub(in crate::read) fn len_of_body(&self) -> usize {
        self.article().map(len_of_body).unwrap_or_default()
    }

    /// Returns the nodes of a type.
    pub(super) fn of_type(&self, is: fn(&str) -> bool) -> impl Iterator<Item = Value<'d, 'a>> {
        self.nodes.iter().copied().filter(move |node| is_a(*node, is))
    }
}

/// Whether a node refers to another: it says no type, or nothing else. Some say the name of what they refer to as well.
fn is_reference(value: Value<'_, '_>) -> bool {
    value.get("@type").is_none() || value.members().all(|(key, _)| key.raw_str().starts_with('@'))
}

fn len_of_body(node: Value<'_, '_>) -> usize {
    let len = |name: &str| node.get(name).map(|body| body.raw_str().len()).unwrap_or_default();
    len("articleBody").max(len("text")).max(len("liveBlogUpdate"))
}

pub(super) fn is_article(name: &str) -> bool {
    name.ends_with("article") || words::has(ARTICLES, name)
}

/// Whether a name is that of what is told as an article is: a recipe, a guide, questions, pictures, an event.
pub(super) fn is_guide(name: &str) -> bool {
    words::has("recipe|howto|faqpage|qapage|imagegallery|mediagallery", name) || name.ends_with("event")
}

/// Whether one of a node's types passes; they are given in lower case, without the address of the vocabulary.
#[inline(never)]
pub(super) fn is_a(node: Value<'_, '_>, is: fn(&str) -> bool) -> bool {
    let Some(types) = node.get("@type") else { return false };
    let passes = |name: Value<'_, '_>| {
        let name = name.as_str().unwrap_or_default();
        let name = name.rsplit(['/', ':']).next().unwrap_or_default().to_ascii_lowercase();
        is(&name)
    };
    passes(types) || types.items().any(passes)
}
