//! Reads elements that tell something in parts: timelines, questions, key points, guides, profiles, quizzes.

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{
    Alt, Block, Callout, CalloutKind, Date, Embed, Event, Image, List, ListItem, Question, Questions, Timeline,
};

use super::super::values::at;
use super::super::{credit, prose};
use super::header::blocks_of;
use super::{Element, Guardian, plain};

/// What a call to readers says below its title, and that of a reporter, in their order.
const CALL: &str = "subtitle|description|overrideDescription|html|intro|mainTextHeading|mainText|emailContact|messagingContact|securedropContact|endNote";

impl<'d, 'a> Guardian<'_, 'd, 'a> {
    pub(super) fn story(&mut self, element: &Element<'d, 'a>) -> Option<Vec<Block<'a>>> {
        Some(match element.name.as_str() {
            "timeline" | "dcrtimeline" | "dcrsectionedtimeline" | "timelineatom" => self.timelines(element),
            "keytakeaways" => self.parts(element, "keyTakeaways"),
            "miniprofiles" => self.parts(element, "miniProfiles"),
            "multibylines" => self.parts(element, "multiBylines"),
            "qandaexplainer" => vec![self.questions(element, "qAndAExplainers")],
            "list" => self.list(element),
            "guideatom" | "profileatom" | "explaineratom" => vec![self.guide(element)],
            "qa" | "qandaatom" => vec![self.question(element)],
            "quizatom" => vec![self.quiz(element)],
            "callout" | "reportercallout" => self.callout(element).into_iter().collect(),
            "newslettersignup" => vec![self.newsletter(element)],
            "contentatom" => self.atom(element),
            "crossword" => vec![self.crossword(element)],
            _ => return None,
        })
    }

    /// One timeline for each of its sections.
    pub(super) fn timelines(&mut self, element: &Element<'d, 'a>) -> Vec<Block<'a>> {
        let sections: Vec<_> = element.items_of("sections").collect();
        let sections = if sections.is_empty() { vec![element.fields] } else { sections };
        let mut blocks = Vec::new();
        for section in sections {
            let section = Element::part(section);
            blocks.extend(self.html(&section, &["description"]));
            blocks.push(Block::from(Timeline {
                title: self.line(&section, &["title"]),
                events: section.items_of("events").map(|event| self.event(event)).collect(),
            }));
        }
        blocks
    }

    fn event(&mut self, value: Value<'d, 'a>) -> Event<'a> {
        let event = Element::part(value);
        let date = prose::both(self.text(&event, &["date"]), self.text(&event, &["toDate"]), " – ").map(Date::parse);
        let mut content = Vec::from_iter(prose::paragraph(plain(self.text(&event, &["label"]))));
        if let Some(main) = event.get("main") {
            content.extend(self.single(main));
        }
        match event.get("body") {
            Some(body) if body.is_string() => content.extend(blocks_of(self, body)),
            Some(body) => content.extend(self.elements(body)),
            None => {}
        }
        Event { date, title: self.line(&event, &["title"]), content }
    }

    /// The blocks of one element.
    fn single(&mut self, value: Value<'d, 'a>) -> Vec<Block<'a>> {
        let element = Element::of(value);
        self.media(&element).or_else(|| self.embed(&element)).unwrap_or_default()
    }

    /// Parts that begin with a heading.
    fn parts(&mut self, element: &Element<'d, 'a>, list: &str) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        for item in element.items_of(list) {
            let part = Element::part(item);
            let title = self.line(&part, &["title", "label"]);
            blocks.extend(prose::heading(2, title, item));
            blocks.extend(prose::paragraph(self.line(&part, &["byline"])));
            blocks.extend(self.html(&part, &["bio"]));
            blocks.extend(self.body_of(&part));
            blocks.extend(self.html(&part, &["endNote"]));
        }
        blocks
    }

    /// The elements of a part: some lists call them its body.
    fn body_of(&mut self, part: &Element<'d, 'a>) -> Vec<Block<'a>> {
        let name = if part.get("elements").is_some() { "elements" } else { "body" };
        self.inner(part, name)
    }

    fn questions(&mut self, element: &Element<'d, 'a>, list: &str) -> Block<'a> {
        let mut items = Vec::new();
        for item in element.items_of(list) {
            let part = Element::part(item);
            items.push(Question { question: self.line(&part, &["title"]), answer: self.body_of(&part) });
        }
        Block::from(Questions { title: Vec::new(), items })
    }

    /// A list of parts, of a kind that its name says.
    fn list(&mut self, element: &Element<'d, 'a>) -> Vec<Block<'a>> {
        let kind = element.string(&["listElementType", "type"]).to_ascii_lowercase().replace('_', "");
        if kind.contains("qanda") {
            return vec![self.questions(element, "items")];
        }
        self.parts(element, "items")
    }

    fn guide(&mut self, element: &Element<'d, 'a>) -> Block<'a> {
        let content = self.illustrated(element);
        let title = plain(prose::both(self.text(element, &["label"]), self.text(element, &["title"]), ": "));
        Block::from(Callout { kind: CalloutKind::FactBox, title, content })
    }

    /// The words of an element, below its picture if it has one.
    fn illustrated(&mut self, element: &Element<'d, 'a>) -> Vec<Block<'a>> {
        let mut content = Vec::new();
        if let Some(image) = element.first(&["img"]).and_then(|src| self.bare(src)) {
            let credit = self.text(element, &["credit"]).map(credit::credit);
            content.push(Block::from(Image { credit, ..image }));
        }
        content.extend(self.html(element, &["html", "body"]));
        content
    }

    fn question(&mut self, element: &Element<'d, 'a>) -> Block<'a> {
        let question = Question { question: self.line(element, &["title"]), answer: self.illustrated(element) };
        Block::from(Questions { title: Vec::new(), items: vec![question] })
    }

    /// The questions of a quiz with the answers to choose from.
    pub(super) fn quiz(&mut self, element: &Element<'d, 'a>) -> Block<'a> {
        let mut items = Vec::new();
        for value in element.items_of("questions") {
            let question = Element::part(value);
            let mut answer = Vec::new();
            if let Some(mut image) = question.first(&["imageUrl"]).and_then(|src| self.bare(src)) {
                image.alt = self.text(&question, &["imageAlt"]).map_or(image.alt, Alt::Text);
                answer.push(Block::from(image));
            }
            let choices = question.items_of("answers").map(|choice| {
                let choice = Element::part(choice);
                ListItem { content: vec![Block::Paragraph(self.line(&choice, &["text", "answerText"]))], checked: None }
            });
            answer.push(Block::List(List { start: None, items: choices.collect() }));
            items.push(Question { question: self.line(&question, &["text", "questionText"]), answer });
        }
        let title = self.line(element, &["title"]);
        Block::from(Questions { title, items })
    }

    /// A call to readers; the form that belongs to it is the site's own.
    fn callout(&mut self, element: &Element<'d, 'a>) -> Option<Block<'a>> {
        let mut title = self.line(element, &["title", "overrideTitle"]);
        let mut prompt = self.line(element, &["prompt", "overridePrompt"]);
        if title.is_empty() {
            std::mem::swap(&mut title, &mut prompt);
        }
        let mut content = Vec::from_iter(prose::paragraph(prompt));
        content.extend(self.all(element, CALL));
        // How readers reach the newsroom: by a message to a number, for one.
        for contact in element.items_of("contacts") {
            let contact = Element::part(contact);
            content.extend(prose::paragraph(self.line(&contact, &["name"])));
            content.extend(self.all(&contact, "value|guidance"));
        }
        let callout = prose::callout(CalloutKind::Note, title, content);
        if callout.is_none() {
            let message = "the call to readers is not in the document, only the number of its campaign";
            self.values.add(Code::ReferenceMissing, element.whole, message);
        }
        callout
    }

    fn newsletter(&mut self, element: &Element<'d, 'a>) -> Block<'a> {
        let newsletter = element.with(element.get("newsletter").unwrap_or(element.fields));
        let title = self.line(&newsletter, &["name"]);
        let content = newsletter.first(&["description"]).map(|text| blocks_of(self, text)).unwrap_or_default();
        Block::from(Callout { kind: CalloutKind::Note, title, content })
    }

    /// A puzzle is played on its page.
    fn crossword(&mut self, element: &Element<'d, 'a>) -> Block<'a> {
        let inner = element.get("crossword").unwrap_or(element.fields);
        let puzzle = Element::part(inner);
        let title = self.text(&puzzle, &["name"]);
        let url = self.on_site(&puzzle.string(&["id"])).or_else(|| self.page.clone());
        Block::from(Embed { title, url, at: at(element.whole), ..Embed::default() })
    }
}
