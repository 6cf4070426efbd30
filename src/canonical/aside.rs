//! Writes boxes, events, questions, definitions, corrections, ratings and groups.

use crate::json::Writer;
use crate::model::{
    Callout, CalloutKind, Correction, CorrectionKind, DefinitionList, Details, Group, GroupRole, Questions, Rating,
    Timeline,
};

use super::{blocks, date, flag, line, named, size, string, text};

pub(super) fn write_callout(callout: &Callout<'_>, json: &mut Writer) {
    json.key("type").string("callout");
    named("kind", Some(callout.kind), &CalloutKind::NAMES, json);
    line("title", &callout.title, json);
    blocks("content", &callout.content, json);
}

pub(super) fn write_details(details: &Details<'_>, json: &mut Writer) {
    json.key("type").string("details");
    line("summary", &details.summary, json);
    blocks("content", &details.content, json);
    flag("open", details.is_open, json);
}

pub(super) fn write_timeline(timeline: &Timeline<'_>, json: &mut Writer) {
    json.key("type").string("timeline");
    line("title", &timeline.title, json);
    json.key("events").objects(&timeline.events, |event, json| {
        date("date", event.date.as_ref(), json);
        line("title", &event.title, json);
        blocks("content", &event.content, json);
    });
}

pub(super) fn write_questions(questions: &Questions<'_>, json: &mut Writer) {
    json.key("type").string("questions");
    line("title", &questions.title, json);
    json.key("items").objects(&questions.items, |item, json| {
        line("question", &item.question, json);
        blocks("answer", &item.answer, json);
    });
}

pub(super) fn write_definitions(list: &DefinitionList<'_>, json: &mut Writer) {
    json.key("type").string("definitionList");
    line("title", &list.title, json);
    json.key("items").objects(&list.items, |item, json| {
        line("term", &item.term, json);
        blocks("description", &item.description, json);
        string("display", item.is_number.then_some("number"), json);
    });
}

pub(super) fn write_correction(correction: &Correction<'_>, json: &mut Writer) {
    json.key("type").string("correction");
    named("kind", Some(correction.kind), &CorrectionKind::NAMES, json);
    date("date", correction.date.as_ref(), json);
    blocks("content", &correction.content, json);
}

pub(super) fn write_rating(rating: &Rating<'_>, json: &mut Writer) {
    json.key("type").string("rating");
    for (key, number) in [("value", rating.value), ("min", rating.min), ("max", rating.max)] {
        json.key(key).decimal(number);
    }
    text("unit", rating.unit.as_ref(), json);
}

pub(super) fn write_group(group: &Group<'_>, json: &mut Writer) {
    json.key("type").string("group");
    named("role", group.role, &GroupRole::NAMES, json);
    size("columns", group.columns, json);
    blocks("content", &group.content, json);
}
