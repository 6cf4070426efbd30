//! Reads blocks that are lists of something: points, questions, events, figures.

use crate::json::{Kind as JsonKind, Value};
use crate::model::{
    Block, Date, Decimal, Definition, DefinitionList, Event, List, ListItem, Question, Questions, Rating, Timeline,
};

use super::super::prose::{Prose, first, list, paragraph, text_of};
use super::address::linked;
use super::fields::{blocks_of, line_in, line_of};
use super::{BODY, TITLE, picture, words_in};

/// What the items of a list are, or what they link to.
pub(super) fn targets<'d, 'r: 'd, 'a>(prose: &mut (dyn Prose<'r, 'a> + 'd), list: Value<'d, 'a>) -> Vec<Value<'d, 'a>> {
    list.items().map(|item| prose.target(item)).collect()
}

/// What a point is called or says.
const POINT: [&str; 8] = ["title", "heading", "headline", "name", "label", "point", "fact", "item"];

/// The points of a block: lines, or objects with names and values.
pub(super) fn points<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let field = list(
        value,
        &["items", "points", "keyPoints", "facts", "takeaways", "bullets", "list", "listItems", "list_items", "value"],
    )?;
    let mut items = Vec::new();
    for item in targets(prose, field) {
        let mut content = Vec::new();
        let line = if item.is_string() { line_in(prose, item) } else { line_of(prose, item, &POINT) };
        content.extend(paragraph(line));
        content.extend(blocks_of(prose, item, &BODY));
        if let Some(Block::Paragraph(line)) = content.first_mut() {
            *line = linked(prose, item, std::mem::take(line));
        }
        if content.is_empty() && item.kind() == JsonKind::Object {
            content = prose.blocks(item);
        }
        items.extend((!content.is_empty()).then_some(ListItem { content, checked: None }));
    }
    (!items.is_empty()).then_some(Block::List(List { start: None, items }))
}

/// Where questions are that stand together.
pub(super) const QUESTIONS: [&str; 6] = ["items", "questions", "faqs", "entries", "sections", "panels"];

pub(super) fn questions<'a>(
    prose: &mut dyn Prose<'_, 'a>,
    value: Value<'_, 'a>,
    items: Value<'_, 'a>,
) -> Option<Block<'a>> {
    // What is read twice in what is read twice takes its time, so none is read before all are known to be questions.
    let items = targets(prose, items);
    if items.iter().any(|item| first(*item, &QUESTION).is_none()) {
        return None;
    }
    let items: Vec<_> = items.into_iter().map(|item| question(prose, item)).collect();
    let title = line_of(prose, value, &TITLE);
    (!items.is_empty()).then(|| Block::from(Questions { title, items }))
}

const QUESTION: [&str; 5] = ["question", "title", "heading", "summary", "label"];

fn question<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Question<'a> {
    let question = line_of(prose, value, &QUESTION);
    Question { question, answer: blocks_of(prose, value, &["answer", "content", "body", "text", "description"]) }
}

const DATE: [&str; 4] = ["date", "year", "time", "label"];
const EVENT: [&str; 4] = ["title", "heading", "headline", "name"];

/// What happened when.
pub(super) fn timeline<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let items = list(value, &["events", "items", "entries", "milestones", "points"])?;
    let items = targets(prose, items);
    let says_something =
        |item: &Value<'_, 'a>| [&DATE[..], &EVENT, &BODY].iter().any(|names| first(*item, names).is_some());
    if !items.iter().all(says_something) {
        return None;
    }
    let mut events = Vec::new();
    for item in items {
        let mut content = blocks_of(prose, item, &BODY);
        content.extend(picture(prose, item));
        let date = text_of(prose.values(), item, &DATE).map(Date::parse);
        let title = line_of(prose, item, &EVENT);
        events.push(Event { date, title: linked(prose, item, title), content });
    }
    Some(Block::from(Timeline { title: line_of(prose, value, &TITLE), events }))
}

/// How good somebody finds something; where nothing says how much there is to give, it is five.
pub(super) fn rating<'a>(value: Value<'_, '_>) -> Option<Rating<'a>> {
    let number = |names: &[&str]| {
        let field = first(value, names)?;
        Decimal::parse(field.raw_str()).or_else(|| Decimal::parse(&field.as_str()?))
    };
    let given = number(&["rating", "stars", "score", "value"])?;
    let max = number(&["max", "maxRating", "bestRating", "outOf", "scale"]).unwrap_or(Decimal::whole(5));
    let is_possible = given.hundredths() <= max.hundredths();
    is_possible.then_some(Rating { value: given, min: Decimal::whole(0), max, unit: None })
}

/// Numbers that are to be seen from afar, each with what it counts; one may be all that there is.
pub(super) fn figures<'a>(prose: &mut dyn Prose<'_, 'a>, value: Value<'_, 'a>) -> Option<Block<'a>> {
    let list = list(value, &["items", "stats", "statistics", "figures", "numbers"]);
    let found = list.map_or_else(|| vec![value], |list| targets(prose, list));
    let terms = found.iter().map(|item| first(*item, &["value", "number", "figure", "stat", "amount"]));
    let terms: Vec<_> = terms.collect::<Option<_>>()?;
    let mut items = Vec::new();
    for (item, term) in found.into_iter().zip(terms) {
        let term = words_in(prose, term);
        let description = blocks_of(prose, item, &["label", "description", "text", "title", "caption"]);
        items.push(Definition { term, description, is_number: true });
    }
    let title = if list.is_some() { line_of(prose, value, &TITLE) } else { Vec::new() };
    (!items.is_empty()).then(|| Block::from(DefinitionList { title, items }))
}
