//! What there is to know about a story: headlines, dates, section, rights, corrections; it knows no elements.

use crate::diagnostic::Code;
use crate::json::{Value, items_in};
use crate::model::{Article, Correction, CorrectionKind, Crumb, Inline, Link, LinkCard, LinkKind, Text, plain_text};

use super::super::prose::{Prose, blocks_of, first, first_in, first_string};
use super::super::values::at;
use super::super::{markup, words};
use super::Ans;
use super::credits::reference;

/// Words for content that some readers have to pay for, and for content that nobody has to.
const ACCESS: &[(bool, &str)] = &[
    (false, "premium|subscriber|subscribers|subscription|locked|paid|paywall|members|metered"),
    (true, "free|open|public|gratis"),
];

/// When a story was published, as readers are told before all.
pub(super) const PUBLISHED: [&str; 3] = ["display_date", "first_publish_date", "publish_date"];

impl<'a> Ans<'_, '_, 'a> {
    pub(super) fn describe(&mut self, story: Value<'_, 'a>, article: &mut Article<'a>) {
        let is_published = story.get_in("additional_properties", "is_published");
        if let Some(flag) = is_published.filter(|flag| flag.as_bool() == Some(false)) {
            self.values.add(Code::ArticleDraft, flag, "the story is marked as not published");
        }
        article.id = self.words(story, &["_id"]);
        article.url = self.address(story, &["canonical_url", "website_url"]);
        article.genre = self.words(story, &["subtype"]);
        self.headlines(story, article);
        self.authors(story, article);
        article.dateline = self.words(story, &["location"]);
        article.published = self.date(story, &PUBLISHED);
        article.modified = self.date(story, &["last_updated_date"]);
        article.created = self.date(story, &["created_date"]);
        article.section = self.section(story);
        article.keywords = self.keywords(story);
        article.language = story.get("language").and_then(|language| self.values.language(language));
        article.copyright_notice = self.words(story, &["copyright"]);
        // Whether everybody can read a story, if its code is one of the usual words.
        let code = story.get("content_restrictions").and_then(|limits| limits.str_of("content_code"));
        article.accessible_for_free = code.and_then(|code| words::meaning(ACCESS, &code.to_ascii_lowercase()));
        article.corrections = self.corrections(story);
        article.related = self.related(story);
    }

    pub(super) fn address(&mut self, value: Value<'_, 'a>, names: &[&str]) -> Option<crate::model::Url<'a>> {
        let address = first_string(value, names)?;
        self.values.url(address)
    }

    pub(super) fn date(&mut self, value: Value<'_, 'a>, names: &[&str]) -> Option<crate::model::Date<'a>> {
        first(value, names).and_then(|date| self.values.date(date))
    }

    /// What sums a story up is left out where it only says the headline again.
    fn headlines(&mut self, story: Value<'_, 'a>, article: &mut Article<'a>) {
        let mut headline = |names: &[&str]| {
            let text = first_in(story, "headlines", names).filter(|text| text.is_string());
            text.map(|text| markup::line(text, &mut self.values)).unwrap_or_default()
        };
        article.headline = headline(&["basic", "web", "mobile", "native", "print"]);
        article.alternative_headline = headline(&["meta_title"]);
        article.kicker = self.kicker(story);
        let mut summary = ["subheadlines", "description"].iter();
        let summary = summary.find_map(|name| first_in(story, name, &["basic"]).filter(|text| text.is_string()));
        article.standfirst = summary.map(|text| self.blocks(text)).unwrap_or_default();
        if let [crate::model::Block::Paragraph(line)] = article.standfirst.as_slice()
            && plain_text(line) == plain_text(&article.headline)
        {
            article.standfirst.clear();
        }
    }

    /// The label of a story, and others that are switched on. A story that somebody has paid for says so, by a label of
    /// its own or by its only one.
    fn kicker(&mut self, story: Value<'_, 'a>) -> Vec<Inline<'a>> {
        let paid = story.get_in("owner", "sponsored");
        let paid = paid.filter(|paid| paid.as_bool() == Some(true));
        let labels = || story.members_of("label");
        let is_on = |label: Value<'_, '_>| label.is_true("display");
        let other = labels().filter(|(key, label)| !key.is("basic") && (paid.is_some() || is_on(*label)));
        let basic = labels().filter(|(key, _)| key.is("basic"));
        let (mut kicker, mut last) = (Vec::new(), String::new());
        for (_, label) in other.chain(basic) {
            let content = self.label(label);
            let words = plain_text(&content);
            if words == last || content.is_empty() {
                continue;
            }
            if !kicker.is_empty() {
                kicker.push(Inline::Text(", ".into()));
            }
            kicker.extend(content);
            last = words;
        }
        if let Some(paid) = paid.filter(|_| kicker.is_empty()) {
            let message = "somebody has paid for the story, and it has no label that says so";
            self.values.add(Code::ArticleSponsored, paid, message);
        }
        kicker
    }

    /// A label may be switched off.
    fn label(&mut self, label: Value<'_, 'a>) -> Vec<Inline<'a>> {
        if label.get("display").and_then(Value::as_bool) == Some(false) {
            return Vec::new();
        }
        let text = first_string(label, &["text"]);
        let content = text.map(|text| markup::line(text, &mut self.values)).unwrap_or_default();
        match self.address(label, &["url"]) {
            Some(url) if !content.is_empty() => {
                vec![Inline::Link(Link { href: Some(url), content, ..Link::default() })]
            }
            Some(_) | None => content,
        }
    }

    /// The section that a story belongs to: the one that was chosen, that of its site, or the first of those it is in.
    fn section(&mut self, story: Value<'_, 'a>) -> Option<Crumb<'a>> {
        let mut sections = Vec::from_iter(first_in(story, "taxonomy", &["primary_section", "primary_site"]));
        let site = story.str_of("canonical_website").unwrap_or_default();
        let websites = story.members_of("websites").filter(|(key, _)| site.is_empty() || key.is(&site));
        sections.extend(websites.filter_map(|(_, website)| website.get("website_section")));
        for name in ["sections", "sites"] {
            sections.extend(items_in(story.get_in("taxonomy", name)));
        }
        sections.into_iter().find_map(|section| self.crumb(section))
    }

    /// A section; one that is only referred to says no name.
    fn crumb(&mut self, section: Value<'_, 'a>) -> Option<Crumb<'a>> {
        let name = self.words(section, &["name", "title"])?;
        let path = ["path", "_id"]
            .iter()
            .find_map(|name| section.get(name).filter(|path| path.as_str().is_some_and(|path| path.starts_with('/'))));
        Some(Crumb { name, url: path.and_then(|path| self.values.url(path)) })
    }

    fn keywords(&mut self, story: Value<'_, 'a>) -> Vec<Text<'a>> {
        let mut found = Vec::new();
        let Some(taxonomy) = story.get("taxonomy") else { return found };
        for (list, name) in [("keywords", "keyword"), ("tags", "text"), ("seo_keywords", "")] {
            for item in taxonomy.items_of(list) {
                let word = if item.is_string() { self.values.text(item) } else { self.words(item, &[name]) };
                found.extend(word.filter(|word| !word.is_blank()));
            }
        }
        found
    }

    /// What was put right, and what the editor wants readers to know.
    fn corrections(&mut self, story: Value<'_, 'a>) -> Vec<Correction<'a>> {
        let list = story.items_of("corrections");
        let mut found: Vec<_> = list.filter_map(|correction| self.correction(correction)).collect();
        if let Some(note) = first_string(story, &["editor_note"]) {
            let content = self.blocks(note);
            found.push(Correction { kind: CorrectionKind::EditorsNote, date: None, content });
        }
        found
    }

    /// A correction, among those of a story or in its text.
    pub(super) fn correction(&mut self, value: Value<'_, 'a>) -> Option<Correction<'a>> {
        let name = first(value, &["correction_type", "subtype"]).and_then(Value::as_str).unwrap_or_default();
        let name = name.to_ascii_lowercase();
        let kind = if name.contains("clarif") {
            CorrectionKind::Clarification
        } else if name.contains("update") {
            CorrectionKind::Update
        } else if name.contains("note") {
            CorrectionKind::EditorsNote
        } else {
            CorrectionKind::Correction
        };
        let content = blocks_of(self, value, &["text", "content"]);
        let date = self.date(value, &["display_date", "published_date", "created_date"]);
        (!content.is_empty()).then_some(Correction { kind, date, content })
    }

    /// Other stories on the subject; those of which nothing is known have no headline to show.
    fn related(&mut self, story: Value<'_, 'a>) -> Vec<LinkCard<'a>> {
        let list = items_in(story.get_in("related_content", "basic"));
        list.filter_map(|item| self.related_story(item)).collect()
    }

    fn related_story(&mut self, item: Value<'_, 'a>) -> Option<LinkCard<'a>> {
        let source = self.source;
        let Some(id) = reference(item).and_then(Value::as_str) else { return self.story_card(item) };
        if let Some(story) = source.reference(&id) {
            return self.story_card(story);
        }
        self.values.missing(item, &id, "which is related");
        None
    }

    /// A story as a link to it.
    pub(super) fn story_card(&mut self, story: Value<'_, 'a>) -> Option<LinkCard<'a>> {
        let headline = first_in(story, "headlines", &["basic", "web"])?;
        let description = first_in(story, "description", &["basic"]);
        let picture = first_in(story, "promo_items", &["basic", "lead_art"]);
        Some(LinkCard {
            url: self.address(story, &["canonical_url", "website_url"]),
            title: self.line(headline),
            description: description.map(|text| self.line(text)).unwrap_or_default(),
            image: picture.and_then(|picture| self.picture(picture)),
            kind: LinkKind::Related,
            at: at(story),
            ..LinkCard::default()
        })
    }
}
