//! Reads people and organisations: nodes, bare names, and several names in one string.

use crate::json::Value;
use crate::model::{Contributor, Role, Text, Url};

use super::super::credit;
use super::Reader;
use super::graph::is_a;

impl<'d, 'a> Reader<'_, 'd, 'a, '_, '_> {
    pub(super) fn persons(&mut self, node: Value<'d, 'a>, name: &str, role: Option<Role>) -> Vec<Contributor<'a>> {
        let mut people = Vec::new();
        for value in self.all(node, name) {
            self.add_people(value, role, &mut people);
        }
        people
    }

    fn add_people(&mut self, value: Value<'d, 'a>, role: Option<Role>, people: &mut Vec<Contributor<'a>>) {
        let before = people.len();
        let line = if value.is_string() { self.words(value) } else { None };
        let called = self.texts(value, "name");
        let is_one = called.len() == 1;
        for name in line.into_iter().chain(called).flat_map(names) {
            people.push(Contributor { name, role, ..Contributor::default() });
        }
        if let (Some([person]), true) = (people.get_mut(before..), is_one) {
            person.is_organization = is_a(value, is_organization);
            person.url = self.page(value);
            person.affiliation = self.text(value, "affiliation|worksFor");
            person.image = self.portrait(value).map(Box::new);
        }
    }

    /// The page about somebody: not one that only says who they are elsewhere, if there is another.
    fn page(&mut self, value: Value<'d, 'a>) -> Option<Url<'a>> {
        self.url(value, "url|sameAs").filter(|url| url.host().is_some() || url.as_str().starts_with('/'))
    }
}

/// Whether a type is one of schema.org's organisations that make news and pictures.
fn is_organization(name: &str) -> bool {
    name.ends_with("organization") || matches!(name, "corporation" | "ngo" | "governmentoffice")
}

/// The names in a string, where it reads like a list of names; who signs for others is not one of them.
fn names(line: Text<'_>) -> Vec<Text<'_>> {
    const BETWEEN: [&str; 4] = [" and ", " & ", ", ", "; "];
    let Some(line) = credit::without_address(line).map(credit::without_by) else { return Vec::new() };
    let mut parts = vec![line.as_str()];
    for between in BETWEEN {
        parts = parts.into_iter().flat_map(|part| part.split(between)).collect();
    }
    let is_name = |part: &&str| part.trim().contains(' ') && credit::are_names(part);
    if parts.len() > 1 && parts.iter().all(is_name) {
        return parts.into_iter().map(|part| Text::from(part.trim().to_owned())).collect();
    }
    vec![line]
}
