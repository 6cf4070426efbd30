//! Reads what there is to know about an item: its headlines, its people and dates, its rights and its state.

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{Article, Contributor, Crumb, Role, Text};

use super::super::source::shortened;
use super::super::{markup, prose, words};
use super::field::{Words, field, first, named, texts};
use super::{IDS, Ninjs, kind, letters};

/// Roles of headlines that stand above the headline, and of those that sum the article up.
const KICKERS: &str = "kicker|overline|overtitle|prehead|vignette|label";
const SUMMARIES: &str = "subhead|sub|subheadline|subtitle|deck";
/// Roles of descriptions that are no summary of an article.
const NO_SUMMARIES: &str = "caption|creditline|alt|alttext|note|usage|writer";
/// What an item is about.
const SUBJECTS: &str = "keywords|keywordnames|subject|subjects|person|people|organisation|organisations|place|places|object|objects|event|events";
/// What parts a dateline from its text.
const DASHES: [char; 4] = ['-', '–', '—', ' '];
const ROLES: [(&str, Role); 9] = [
    ("writer", Role::Author),
    ("author", Role::Author),
    ("reporter", Role::Author),
    ("byline", Role::Author),
    ("photo", Role::Photographer),
    ("illustrat", Role::Illustrator),
    ("graphic", Role::Illustrator),
    ("editor", Role::Editor),
    ("translat", Role::Translator),
];

impl<'a> Ninjs<'_> {
    pub(super) fn describe(&mut self, item: Value<'_, 'a>, article: &mut Article<'a>) {
        let is_text = !matches!(&*kind(item), "picture" | "graphic" | "audio" | "video" | "animation");
        article.id = self.text(item, &IDS);
        self.headlines(item, article);
        if is_text {
            self.summary(item, article);
            article.byline = self.byline(item).map(prose::line).unwrap_or_default();
        }
        article.authors = self.authors(item);
        let place = field(item, "dateline").and_then(|line| field(line, "located"));
        article.dateline = self.text(item, &["located"]).or_else(|| self.text(place?, &["city"]));
        if article.dateline.is_none() {
            // The dpa ends it as it stands before a text.
            let line = self.text(item, &["dateline"]).map(|line| line.trim_end_matches(DASHES).to_owned().into());
            article.dateline = line.filter(|line: &Text<'_>| !line.is_blank());
        }
        self.dates(item, article);
        let lists = ["service", "genre", "genres", "subject", "subjects"];
        let section = lists.iter().find_map(|name| field(item, name).and_then(|list| self.name(list)));
        article.section = section.map(|name| Crumb { name, url: None });
        article.genre = field(item, "genre").or_else(|| field(item, "genres")).and_then(|genres| self.name(genres));
        let subjects = SUBJECTS.split('|').filter_map(|name| field(item, name));
        article.keywords = subjects.flat_map(|list| self.names(list)).collect();
        article.keywords.dedup();
        article.language = field(item, "language").and_then(|tag| self.values.language(tag));
        article.copyright_notice = self.text(item, &["copyrightnotice"]);
        article.copyright_holder = self.text(item, &["copyrightholder"]);
        article.usage_terms = self.text(item, &["usageterms"]);
        article.license = license(item).and_then(|url| self.values.url(url));
    }

    fn headlines(&mut self, item: Value<'_, 'a>, article: &mut Article<'a>) {
        let mut headlines = texts(item, "headline");
        let mut take = |is_meant: &dyn Fn(&str) -> bool| -> Option<Words<'_, 'a>> {
            let index = headlines.iter().position(|words| is_meant(&words.role))?;
            Some(headlines.remove(index))
        };
        let main = take(&|role| matches!(role, "" | "main"));
        let (kicker, summary) = (take(&|role| words::has(KICKERS, role)), take(&|role| words::has(SUMMARIES, role)));
        let other = headlines.into_iter().next();
        // The dpa has each by its own name.
        let kicker = kicker.or_else(|| first(item, &["kicker"]).map(Words::of));
        let summary = summary.or_else(|| first(item, &["subhead"]).map(Words::of));
        article.kicker = kicker.map(|words| self.line(&words)).unwrap_or_default();
        article.standfirst = summary.map(|words| self.blocks(&words)).unwrap_or_default();
        let (headline, other) = if main.is_some() { (main, other) } else { (other, None) };
        article.headline = match headline {
            Some(words) => self.line(&words),
            None => self.text_line(item, &["title"]),
        };
        article.alternative_headline = other.map(|words| self.line(&words)).unwrap_or_default();
        if let Some(extra) = field(item, "extra") {
            self.extra(extra, article);
        }
    }

    /// What a newsroom has defined itself in Superdesk: lines of the header by their names; other text is reported.
    fn extra(&mut self, extra: Value<'_, 'a>, article: &mut Article<'a>) {
        for (key, value) in extra.members() {
            let name = key.as_str().unwrap_or_default().to_ascii_lowercase();
            if words::has(KICKERS, &name) && article.kicker.is_empty() {
                article.kicker = markup::line(value, &mut self.values);
            } else if words::has(SUMMARIES, &name) && article.standfirst.is_empty() {
                article.standfirst = markup::blocks(value, &mut self.values).blocks;
            } else if value.as_str().is_some_and(|text| markup::is_html(&text)) {
                let message = ["the field `", &shortened(&name), "` is the newsroom's own; it is left out"].concat();
                self.values.add(Code::KeyUnknown, value, message);
            }
        }
    }

    /// The description, in the encoding that says the most.
    fn summary(&mut self, item: Value<'_, 'a>, article: &mut Article<'a>) {
        let mut descriptions = texts(item, "description");
        // What Superdesk calls it where it has not made ninjs of its item, and what the dpa does.
        descriptions.extend(texts(item, "abstract"));
        descriptions.extend(first(item, &["teaser"]).map(Words::of));
        let is_summary = |words: &&Words<'_, '_>| !words::has(NO_SUMMARIES, &words.role);
        // Of two equally good ones the first.
        if let Some(words) = descriptions.iter().rev().filter(is_summary).max_by_key(|words| words.is_html()) {
            let summary = self.blocks(words);
            // It stands below a headline of its own.
            if letters(&prose::one_line(&summary)) != letters(&prose::one_line(&article.standfirst)) {
                article.standfirst.extend(summary);
            }
        }
    }

    /// Who made an item, in a line; AP has a list of such lines.
    pub(super) fn byline(&mut self, item: Value<'_, 'a>) -> Option<Text<'a>> {
        let own = self.text(item, &["byline", "by"]);
        own.or_else(|| {
            // What is no more than a code says nothing to readers.
            let lines = field(item, "bylines")?.items().filter_map(|line| {
                let by = self.text(line, &["by"])?;
                let title = self.text(line, &["title"]).filter(|title| title.contains(' '));
                Some(title.map_or_else(|| by.clone(), |title| [&*by, " (", &*title, ")"].concat().into()))
            });
            let lines = lines.collect::<Vec<_>>();
            prose::joined(&mut lines.iter().map(Text::as_str), ", ")
        })
    }

    /// Superdesk names authors; others name where their information comes from, some of them people.
    fn authors(&mut self, item: Value<'_, 'a>) -> Vec<Contributor<'a>> {
        let mut found = Vec::new();
        let has_authors = field(item, "authors").is_some();
        let lists = ["authors", "infosources"].into_iter().filter_map(|name| field(item, name));
        for (name, person) in lists.flat_map(named) {
            let said = self.text(person, &["role"]).map(|role| role.to_ascii_lowercase()).unwrap_or_default();
            let role = ROLES.iter().find(|(own, _)| said.contains(own)).map(|(_, role)| *role);
            let name = Text::from(name).trimmed();
            if name.is_blank() || (role.is_none() && !has_authors) {
                continue;
            }
            let portrait = first(person, &["avatar_url"]).and_then(|src| self.values.picture(src));
            found.push(Contributor { name, role, image: portrait.map(Box::new), ..Contributor::default() });
        }
        found
    }

    /// An item is published when its first version is; this version may be a later one.
    fn dates(&mut self, item: Value<'_, 'a>, article: &mut Article<'a>) {
        let mut date = |name: &str| field(item, name).and_then(|date| self.values.date(date));
        let version = date("versioncreated");
        article.published = date("firstpublished").or_else(|| date("firstcreated")).or_else(|| version.clone());
        article.modified = version.filter(|version| article.published.as_ref() != Some(version));
        article.created = date("contentcreated");
    }

    fn name(&mut self, list: Value<'_, 'a>) -> Option<Text<'a>> {
        self.names(list).into_iter().next()
    }

    /// The names in a list of strings, or of objects with names.
    pub(super) fn names(&mut self, list: Value<'_, 'a>) -> Vec<Text<'a>> {
        let names = list.items().filter_map(|item| if item.is_string() { Some(item) } else { first(item, &["name"]) });
        names.filter_map(|name| self.values.text(name)).filter(|name| !name.is_blank()).map(Text::trimmed).collect()
    }

    /// What its publisher says about whether and when it may be shown.
    pub(super) fn report_state(&mut self, item: Value<'_, 'a>) {
        if matches!(&*kind(item), "event" | "planning") {
            self.values.add(Code::ValueInvalid, item, format!("an item of the type `{}` is no article", kind(item)));
        }
        if let Some(status) = first(item, &["pubstatus"]) {
            let said = status.as_str().unwrap_or_default().to_ascii_lowercase();
            let said = said.strip_prefix("stat:").unwrap_or(&said);
            let state = match said {
                "canceled" | "cancelled" => Some("was withdrawn"),
                "withheld" => Some("is withheld"),
                _ => None,
            };
            if let Some(state) = state {
                let message = ["the article ", state, " by its publisher"].concat();
                self.values.add(Code::ArticleWithheld, status, message);
            }
        }
        for (names, code, sentence) in [
            (["embargoed", "embargoeduntil"], Code::ArticleEmbargoed, "the article must not be published before"),
            (["expires", "expiry"], Code::ArticleExpires, "the article is to be taken down on"),
        ] {
            if let Some(date) = first(item, &names) {
                let said = date.as_str().unwrap_or_default();
                self.values.add(code, date, format!("{sentence} `{}`", shortened(&said)));
            }
        }
    }
}

/// The address of a licence, in the object or the list of objects that has it.
pub(super) fn license<'d, 'a>(item: Value<'d, 'a>) -> Option<Value<'d, 'a>> {
    let info = field(item, "rightsinfo")?;
    let infos = std::iter::once(info).chain(info.items());
    infos.into_iter().find_map(|info| first(info, &["linkedrights"]))
}
