//! Shows what stands beside the running text: boxes, events, questions, definitions, corrections, ratings.

use crate::html::{Attribute, Element, Name, Node};
use crate::locale::fill_named;
use crate::model::{
    Callout, CalloutKind, Correction, CorrectionKind, Date, Definition, DefinitionList, Details, Event, Group, Inline,
    Question, Questions, Rating, Timeline, is_blank,
};

use super::View;

impl<'a> View<'_, 'a> {
    /// A box is no landmark: there may be many, and none leads anywhere (WAI-ARIA 1.2, `note`).
    pub(super) fn callout(&mut self, callout: &'a Callout<'a>) -> Option<Element<'a>> {
        let (class, word) = self.callout_kind(callout.kind);
        let title = self.callout_title(callout, word);
        let content = self.blocks(&callout.content);
        let is_empty = content.is_empty() && is_blank(&callout.title);
        (!is_empty).then(|| self.named_box(class, title).children(content))
    }

    fn callout_title(&mut self, callout: &'a Callout<'a>, word: &'a str) -> Element<'a> {
        let title = Element::new(Name::Strong);
        if is_blank(&callout.title) {
            return self.our_text(title, word);
        }
        let title = if must_be_said(callout.kind) { title.child(self.our_words(word)).text(" – ") } else { title };
        self.line(title, &callout.title)
    }

    fn callout_kind(&self, kind: CalloutKind) -> (&'static str, &'a str) {
        match kind {
            CalloutKind::Note => ("np-callout", self.words.note_box),
            CalloutKind::Warning => ("np-callout np-warning", self.words.warning),
            CalloutKind::Information => ("np-callout", self.words.information),
            CalloutKind::Disclaimer => ("np-callout np-disclaimer", self.words.disclaimer),
            CalloutKind::FactBox => ("np-callout np-fact-box", self.words.fact_box),
            CalloutKind::KeyPoints => ("np-callout np-key-points", self.words.key_points),
        }
    }

    /// A box that is named by its title.
    fn named_box(&mut self, class: &'static str, title: Element<'a>) -> Element<'a> {
        self.boxes += 1;
        let id = self.id(&format!("box-{}", self.boxes));
        Element::classed(Name::Div, class)
            .with(Attribute::Role, "note")
            .with(Attribute::AriaLabelledby, id.clone())
            .child(Element::classed(Name::P, "np-box-title").with(Attribute::Id, id).child(title))
    }

    /// What nothing says how to open is open, and what holds nothing need not be opened.
    pub(super) fn details(&mut self, details: &'a Details<'a>) -> Option<Element<'a>> {
        if details.content.is_empty() {
            return self.some_line(Element::new(Name::P), &details.summary);
        }
        let summary = self.some_line(Element::new(Name::Summary), &details.summary);
        let content = self.blocks(&details.content);
        let Some(summary) = summary else {
            return Element::classed(Name::Div, "np-group").children(content).unless_empty();
        };
        let element = Element::classed(Name::Details, "np-details");
        Some(element.with_some(Attribute::Open, details.is_open.then_some("")).child(summary).children(content))
    }

    pub(super) fn timeline(&mut self, timeline: &'a Timeline<'a>) -> Option<Element<'a>> {
        let title = self.box_title(&timeline.title);
        let events = timeline.events.iter().filter_map(|event| self.event(event));
        titled("np-timeline", title, Element::classed(Name::Ol, "np-events").children(events))
    }

    pub(super) fn box_title(&mut self, title: &'a [Inline<'a>]) -> Option<Element<'a>> {
        self.strong_line("np-box-title", title)
    }

    fn event(&mut self, event: &'a Event<'a>) -> Option<Element<'a>> {
        let mut item = Element::new(Name::Li);
        item.extend(self.date_line("np-event-date", event.date.as_ref()));
        item.extend(self.box_title(&event.title));
        item.extend(self.blocks(&event.content));
        item.unless_empty()
    }

    fn date_line(&self, class: &'static str, date: Option<&'a Date<'a>>) -> Option<Element<'a>> {
        self.shown_date(date).map(|date| Element::classed(Name::P, class).child(date))
    }

    pub(super) fn questions(&mut self, questions: &'a Questions<'a>) -> Option<Element<'a>> {
        let title = self.box_title(&questions.title);
        let items = questions.items.iter().filter_map(|item| self.question(item));
        titled("np-questions", title, Element::classed(Name::Dl, "np-answers").children(items))
    }

    fn question(&mut self, item: &'a Question<'a>) -> Option<Element<'a>> {
        if is_blank(&item.question) && item.answer.is_empty() {
            return None;
        }
        let (mut asked, mut answered) = (Element::new(Name::Dt), Element::new(Name::Dd));
        if !is_blank(&item.question) {
            asked = self.line(asked.child(self.for_ears(self.words.question)), &item.question);
        }
        let answer = self.blocks(&item.answer);
        if !answer.is_empty() {
            answered = answered.child(self.for_ears(self.words.answer)).children(answer);
        }
        Some(Element::new(Name::Div).child(asked).child(answered))
    }

    /// A word for those who cannot see what it says.
    pub(super) fn for_ears(&self, word: &str) -> Element<'a> {
        self.ours(Element::classed(Name::Span, "np-vh"), word).text([word, " "].concat())
    }

    pub(super) fn definitions(&mut self, list: &'a DefinitionList<'a>) -> Option<Element<'a>> {
        let title = self.box_title(&list.title);
        let items = list.items.iter().filter_map(|item| self.definition(item));
        titled("np-definitions", title, Element::new(Name::Dl).children(items))
    }

    fn definition(&mut self, item: &'a Definition<'a>) -> Option<Element<'a>> {
        let term = self.line(Element::new(Name::Dt), &item.term);
        let description = self.blocks(&item.description);
        if is_blank(&item.term) && description.is_empty() {
            return None;
        }
        let class = if item.is_number { "np-number" } else { "np-definition" };
        Some(Element::classed(Name::Div, class).child(term).child(Element::new(Name::Dd).children(description)))
    }

    /// The corrections of the article, which stand where nobody can overlook them. Never inlined, as the rare blocks are
    /// not.
    #[inline(never)]
    pub(super) fn corrections(&mut self, corrections: &'a [Correction<'a>]) -> Option<Element<'a>> {
        let shown = corrections.iter().filter_map(|correction| self.correction(correction));
        Element::classed(Name::Div, "np-corrections").children(shown).unless_empty()
    }

    pub(super) fn correction(&mut self, correction: &'a Correction<'a>) -> Option<Element<'a>> {
        let word = match correction.kind {
            CorrectionKind::Correction => self.words.correction,
            CorrectionKind::Clarification => self.words.clarification,
            CorrectionKind::Update => self.words.update,
            CorrectionKind::EditorsNote => self.words.editors_note,
        };
        let content = self.blocks(&correction.content);
        if content.is_empty() {
            return None;
        }
        let label = self.our_text(Element::new(Name::Strong), word);
        let mut element = self.named_box("np-correction", label);
        element.extend(self.date_line("np-correction-date", correction.date.as_ref()));
        Some(element.children(content))
    }

    /// Stars for those who see them, words for everybody where stars do not do.
    pub(super) fn rating(&self, rating: &'a Rating<'a>) -> Element<'a> {
        let value = self.words.decimal(rating.value.hundredths());
        let max = self.words.decimal(rating.max.hundredths());
        let words = fill_named(self.words.rating, &[("value", &value), ("max", &max)]);
        let element = Element::classed(Name::P, "np-rating");
        match stars(rating) {
            Some(stars) => element
                .child(Element::classed(Name::Span, "np-stars").with(Attribute::AriaHidden, "true").text(stars))
                .text(" ")
                .child(self.ours(Element::classed(Name::Span, "np-vh"), self.words.rating).text(words)),
            None => self
                .ours(element, self.words.rating)
                .text(words)
                .text(rating.unit.as_ref().map_or_else(String::new, |unit| [" (", unit, ")"].concat())),
        }
    }

    /// Who gathered the figures of a table.
    pub(super) fn source_line(&mut self, line: &'a [Inline<'a>]) -> Option<Element<'a>> {
        if is_blank(line) {
            return None;
        }
        let (before, after) = self.words.source.split_once("{}").unwrap_or((self.words.source, ""));
        let element = Element::classed(Name::P, "np-source").child(self.our_words(before));
        Some(self.line(element, line).child(self.our_words(after)))
    }
}

/// A list under its title; one without items shows nothing but that.
pub(super) fn titled<'a>(class: &'static str, title: Option<Element<'a>>, list: Element<'a>) -> Option<Element<'a>> {
    Element::classed(Name::Div, class).children(title).children(list.unless_empty()).unless_empty()
}

/// Blocks that belong together; their headings are part of the outline where the group is.
pub(super) fn group<'a>(group: &Group<'a>, content: Vec<Node<'a>>) -> Option<Element<'a>> {
    let class = match group.columns {
        Some(2) => "np-group np-two-columns",
        Some(3) => "np-group np-three-columns",
        Some(4..) => "np-group np-four-columns",
        Some(_) | None => "np-group",
    };
    Element::classed(Name::Div, class).children(content).unless_empty()
}

/// Whether a box says what it is beside its title: neither a warning nor what the newsroom discloses may depend on a
/// colour (WCAG 1.4.1).
fn must_be_said(kind: CalloutKind) -> bool {
    matches!(kind, CalloutKind::Warning | CalloutKind::Disclaimer)
}

fn names_stars(unit: &str) -> bool {
    unit.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("star"))
}

/// One star for each that was given, a half where half a one was, and empty ones for the rest; ten are the most that an
/// eye can count.
fn stars(rating: &Rating<'_>) -> Option<String> {
    let (value, max) = (rating.value.hundredths(), rating.max.hundredths());
    let is_countable = max % 100 == 0 && (100..=1000).contains(&max) && value <= max && rating.min.hundredths() <= 100;
    if !is_countable || rating.unit.as_ref().is_some_and(|unit| !names_stars(unit)) {
        return None;
    }
    let half_stars = (value + 25) / 50;
    let full = usize::try_from(half_stars / 2).unwrap_or_default();
    let half = usize::from(half_stars % 2 == 1);
    let all = usize::try_from(max / 100).unwrap_or_default();
    Some(["★".repeat(full), "½".repeat(half), "☆".repeat(all.saturating_sub(full + half))].concat())
}
