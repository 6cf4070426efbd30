//! Reads boxes, events, questions, definitions, corrections, ratings and groups.

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{
    Block, Callout, CalloutKind, Correction, CorrectionKind, Decimal, Definition, DefinitionList, Details, Event,
    Group, GroupRole, Question, Questions, Rating, Timeline,
};

use super::Canonical;

impl<'a> Canonical<'_, 'a> {
    /// The block of that name, if it stands beside the running text.
    pub(super) fn aside(&mut self, value: Value<'_, 'a>, name: &str) -> Option<Block<'a>> {
        Some(match name {
            "callout" => Block::from(Callout {
                kind: self.named_of(value, "kind", &CalloutKind::NAMES).unwrap_or(CalloutKind::Note),
                title: self.line_of(value, "title"),
                content: self.blocks_of(value, "content"),
            }),
            "details" => Block::from(Details {
                summary: self.line_of(value, "summary"),
                content: self.blocks_of(value, "content"),
                is_open: self.flag_of(value, "open").unwrap_or_default(),
            }),
            "timeline" => Block::from(Timeline {
                title: self.line_of(value, "title"),
                events: self.objects_of(value, "events").map(|event| self.event(event)).collect(),
            }),
            "questions" => Block::from(Questions {
                title: self.line_of(value, "title"),
                items: self.objects_of(value, "items").map(|item| self.question(item)).collect(),
            }),
            "definitionList" => Block::from(DefinitionList {
                title: self.line_of(value, "title"),
                items: self.objects_of(value, "items").map(|item| self.definition(item)).collect(),
            }),
            "correction" => Block::from(self.correction(value)),
            "group" => Block::from(Group {
                role: self.named_of(value, "role", &GroupRole::NAMES),
                columns: self.size_of(value, "columns"),
                content: self.blocks_of(value, "content"),
            }),
            _ => return None,
        })
    }

    /// The date of an event may be in words: "Spring 1911" is no mistake.
    fn event(&mut self, value: Value<'_, 'a>) -> Event<'a> {
        self.report_unknown_keys(value, "event");
        Event {
            date: self.text_of(value, "date").map(crate::model::Date::parse),
            title: self.line_of(value, "title"),
            content: self.blocks_of(value, "content"),
        }
    }

    fn question(&mut self, value: Value<'_, 'a>) -> Question<'a> {
        self.report_unknown_keys(value, "question");
        Question { question: self.line_of(value, "question"), answer: self.blocks_of(value, "answer") }
    }

    fn definition(&mut self, value: Value<'_, 'a>) -> Definition<'a> {
        self.report_unknown_keys(value, "definition");
        Definition {
            term: self.line_of(value, "term"),
            description: self.blocks_of(value, "description"),
            is_number: self.named_of(value, "display", &[(true, "number")]) == Some(true),
        }
    }

    /// A correction names its kind under `kind` as a block, and under `type` in the article's list of them.
    pub(super) fn correction(&mut self, value: Value<'_, 'a>) -> Correction<'a> {
        let kind = value.get("kind").or_else(|| value.get("type"));
        let kind = kind.and_then(|name| self.values.named(name, &CorrectionKind::NAMES));
        let content = self.blocks_of(value, "content");
        if content.is_empty() {
            self.values.add(Code::ValueInvalid, value, "the correction says nothing, so it is not shown");
        }
        Correction {
            kind: kind.unwrap_or(CorrectionKind::Correction),
            date: value.get("date").and_then(|date| self.date(date)),
            content,
        }
    }

    /// A rating without a value is none: nobody gave no stars.
    pub(super) fn rating(&mut self, value: Value<'_, 'a>) -> Option<Rating<'a>> {
        let Some(given) = self.decimal(value, "value") else {
            self.values.add(Code::ValueInvalid, value, "the rating has no value, so it is not shown");
            return None;
        };
        let max = self.decimal(value, "max").unwrap_or(Decimal::whole(5));
        if given.hundredths() > max.hundredths() {
            self.values.add(Code::ValueInvalid, value, "the rating is above the highest that can be given");
        }
        let min = self.decimal(value, "min").unwrap_or_default();
        Some(Rating { value: given, min, max, unit: self.text_of(value, "unit") })
    }

    fn decimal(&mut self, value: Value<'_, 'a>, key: &str) -> Option<Decimal> {
        let number = value.get(key)?;
        let decimal = Decimal::parse(number.raw_str());
        if decimal.is_none() {
            self.values.expected("a number that is not below 0", number);
        }
        decimal
    }
}
