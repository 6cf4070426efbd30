//! What links lead to: the entries and assets that came with the document, or that the caller handed in; it knows
//! Contentful's links and nothing of what is shown.

use std::borrow::Cow;

use crate::diagnostic::Code;
use crate::json::Value;
use crate::read::index::Index;
use crate::read::source::Source;

/// Entries inside of entries.
const DEEPEST: usize = 8;

/// The entries and assets, by their identifier.
pub(super) struct Links<'d, 'a> {
    by_id: Index<'a, Value<'d, 'a>>,
    source: &'d Source<'a>,
    /// The entries that are being read, each in the one before it.
    open: Vec<Cow<'a, str>>,
    /// How many bytes of entries may still be read: one that stands in many places is not read without end.
    left: usize,
}

/// What a value stands for.
pub(super) enum Target<'d, 'a> {
    /// Nothing but itself: it is no link, or a whole entry or asset.
    Itself,
    /// This entry or asset.
    Found(Value<'d, 'a>),
    /// An entry or asset that is not there.
    Missing(Cow<'a, str>),
}

impl<'d, 'a> Links<'d, 'a> {
    pub(super) fn new(root: Value<'d, 'a>, source: &'d Source<'a>) -> Self {
        let mut by_id = Index::new();
        let mut add = |list: Value<'d, 'a>| {
            for value in list.items() {
                id(value).into_iter().for_each(|id| by_id.add(id, value));
            }
        };
        // REST has lists of entries and assets, GraphQL has lists by where in the text they stand.
        root.members_of("includes").for_each(|(_, list)| add(list));
        // The export of a space has all there is in two.
        ["items", "entries", "assets"].iter().filter_map(|name| root.get(name)).for_each(&mut add);
        for (_, kind) in root.members_of("links") {
            kind.members().for_each(|(_, list)| add(list));
        }
        // Gatsby has one list beside the string that the text is in.
        source.records().filter_map(|record| record.get("references")).for_each(add);
        Self { by_id, source, open: Vec::new(), left: source.text().len() * 2 + 65_536 }
    }

    /// Returns what a value stands for.
    pub(super) fn target(&self, value: Value<'_, 'a>) -> Target<'d, 'a> {
        let Some(sys) = value.get("sys") else { return Target::Itself };
        let is_link = sys.str_of("type").is_some_and(|name| name == "Link" || name == "ResourceLink");
        // GraphQL says no more than the identifier of what it lists elsewhere.
        if !is_link
            && (value.get("fields").is_some()
                || value.members().any(|(key, _)| !key.is("sys") && !key.is("__typename")))
        {
            return Target::Itself;
        }
        let Some(id) = sys.str_of("id").or_else(|| sys.str_of("urn")) else { return Target::Itself };
        self.record(&id).map_or(Target::Missing(id), Target::Found)
    }

    /// Returns the entry or asset of an identifier.
    pub(super) fn record(&self, id: &str) -> Option<Value<'d, 'a>> {
        self.by_id.get(id).copied().or_else(|| self.source.reference(id))
    }

    /// Begins with an entry, or says why it is not read.
    pub(super) fn open(&mut self, entry: Value<'_, 'a>) -> Result<(), (Code, &'static str)> {
        let id = id(entry).unwrap_or_default();
        if !id.is_empty() && self.open.contains(&id) {
            let message = "the entry that stands here is the one that it stands in; it is left out";
            return Err((Code::ReferenceCircle, message));
        }
        if self.open.len() == DEEPEST || !self.spend(entry) {
            let message = "the entry that stands here stands in too many others or too many places; it is left out";
            return Err((Code::LimitDepth, message));
        }
        self.open.push(id);
        Ok(())
    }

    /// Returns whether an entry may still be read, which is then as good as done.
    pub(super) fn spend(&mut self, entry: Value<'_, 'a>) -> bool {
        let left = self.left.checked_sub(entry.raw_str().len());
        self.left = left.unwrap_or(self.left);
        left.is_some()
    }

    /// Ends with the entry that was begun with last.
    pub(super) fn close(&mut self) {
        self.open.pop();
    }
}

/// Returns the fields of an entry or asset; GraphQL has them beside what is said about it.
pub(super) fn fields<'d, 'a>(record: Value<'d, 'a>) -> Value<'d, 'a> {
    record.get("fields").unwrap_or(record)
}

fn id<'a>(value: Value<'_, 'a>) -> Option<Cow<'a, str>> {
    value.get("sys").and_then(|sys| sys.str_of("id")).or_else(|| value.str_of("contentful_id"))
}
