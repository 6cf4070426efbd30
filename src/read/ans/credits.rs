//! Who made a story or a picture; it knows the two lists that ANS has for that, and which of them is shown.

use crate::diagnostic::Code;
use crate::json::{Kind, Value, items_in};
use crate::model::{Article, Contributor, Credit, Inline, Role, Text};

use super::super::prose::{both, first, first_in, first_string, joined};
use super::super::{credit, words};
use super::Ans;

/// Parts of the names of lists, with what those in them did.
const ROLES: [(&str, Role); 5] = [
    ("photo", Role::Photographer),
    ("illustrat", Role::Illustrator),
    ("graphic", Role::Illustrator),
    ("edit", Role::Editor),
    ("translat", Role::Translator),
];

impl<'a> Ans<'_, '_, 'a> {
    /// Sets the authors, and the byline where the newsroom wrote one by hand.
    pub(super) fn authors(&mut self, story: Value<'_, 'a>, article: &mut Article<'a>) {
        let vanity = story
            .get("vanity_credits")
            .filter(|credits| first(*credits, &["by"]).is_some_and(|list| list.kind() == Kind::Array));
        let shown = vanity.map(|credits| self.people(credits)).unwrap_or_default();
        if !shown.is_empty() && shown.iter().all(|person| credit::are_names(&person.name)) {
            article.authors = shown;
        } else {
            article.byline = names(&shown).map(Inline::Text).into_iter().collect();
            article.authors = story.get("credits").map(|credits| self.people(credits)).unwrap_or_default();
        }
        for author in &mut article.authors {
            author.name = credit::without_by(std::mem::take(&mut author.name));
        }
    }

    /// The people of all lists: those of `by` first, the others with what their list says that they did.
    pub(super) fn people(&mut self, credits: Value<'_, 'a>) -> Vec<Contributor<'a>> {
        let mut found = self.listed(credits.get("by"), Role::Author);
        for (key, list) in credits.members() {
            let key = key.as_str().unwrap_or_default().to_ascii_lowercase();
            if !words::has("by|affiliation|social_media|additional_properties", &key) {
                let role = ROLES.iter().find(|(part, _)| key.contains(part)).map_or(Role::Author, |(_, role)| *role);
                found.extend(self.listed(Some(list), role));
            }
        }
        found
    }

    fn listed(&mut self, list: Option<Value<'_, 'a>>, role: Role) -> Vec<Contributor<'a>> {
        items_in(list).filter_map(|person| self.person(person, role)).collect()
    }

    fn person(&mut self, value: Value<'_, 'a>, role: Role) -> Option<Contributor<'a>> {
        if let Some(id) = reference(value) {
            let source = self.source;
            if let Some(person) = id.as_str().and_then(|id| source.reference(&id)) {
                return self.named(person, role);
            }
            // A draft may say itself whom it refers to.
            let said = value.get("referent").and_then(|referent| referent.get("referent_properties"));
            if let Some(person) = said.and_then(|person| self.named(person, role)) {
                return Some(person);
            }
            let message = "somebody is given by an identifier of which nothing is known";
            self.values.add(Code::ReferenceMissing, id, message);
            return None;
        }
        self.named(value, role)
    }

    fn named(&mut self, value: Value<'_, 'a>, role: Role) -> Option<Contributor<'a>> {
        let name = self.name(value)?;
        let url = first_string(value, &["url", "bio_page"]).and_then(|url| self.values.url(url));
        let portrait = first_in(value, "image", &["url"]).or_else(|| first(value, &["image"]));
        let portrait = portrait.filter(|url| url.is_string());
        let portrait = portrait.and_then(|address| self.values.picture(address));
        let affiliation = self.words(value, &["org"]).filter(|org| *org != name);
        Some(Contributor {
            name,
            url,
            role: Some(role),
            affiliation,
            image: portrait.map(Box::new),
            ..Contributor::default()
        })
    }

    /// The name that somebody chose for this piece goes before the one in the list of authors, which Arc has beside it.
    fn name(&mut self, value: Value<'_, 'a>) -> Option<Text<'a>> {
        let listed = value.get_in("additional_properties", "original");
        let listed = listed.filter(|_| first(value, &["byline"]).is_none());
        let name = listed.and_then(|listed| self.words(listed, &["byline"]));
        let name = name.or_else(|| self.words(value, &["byline", "name"]));
        let name = name.or_else(|| {
            let name = both(self.words(value, &["first_name"]), self.words(value, &["last_name"]), " ");
            name.or_else(|| self.words(value, &["org"]))
        });
        name.map(Text::trimmed).filter(|name| !name.is_blank())
    }

    /// The credit of a picture: those who made it, and after a slash those who passed it on.
    pub(super) fn credit(&mut self, value: Value<'_, 'a>) -> Option<Credit<'a>> {
        let vanity = value.get("vanity_credits").filter(|credits| first(*credits, &["by", "affiliation"]).is_some());
        let credits = vanity.or_else(|| value.get("credits"))?;
        let mut people = self.listed(credits.get("by"), Role::Photographer);
        let owners = self.listed(credits.get("affiliation"), Role::Photographer);
        let owner = names(&owners);
        let line = both(names(&people), owner.clone(), "/")?;
        people.retain(|person| credit::are_names(&person.name));
        let mut credit = credit::credit_by(line, people);
        credit.provider = credit.provider.or(owner);
        Some(credit)
    }
}

/// The names of people in one line, if there are any.
fn names<'a>(people: &[Contributor<'a>]) -> Option<Text<'a>> {
    joined(&mut people.iter().map(|person| &*person.name), ", ")
}

/// The identifier of what a value only refers to.
pub(super) fn reference<'d, 'a>(value: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    value.get("type").filter(|kind| kind.is("reference"))?;
    value.get("referent")?.get("id").filter(|id| id.is_string())
}
