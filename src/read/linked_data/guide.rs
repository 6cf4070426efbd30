//! Reads what is no article and told as one: recipes and guides in steps, questions with their answers, events.

use crate::diagnostic::Code;
use crate::json::{Kind, Value};
use crate::model::{Block, Inline, List, ListItem, Mark, Question, Questions, Text, plain_line};
use crate::read::values::Values;
use crate::read::{prose, words};

use super::Reader;
use super::graph::{Graph, is_a, is_guide};

/// What the model has no place for.
const UNSHOWN: [&str; 13] = [
    "recipeYield",
    "prepTime",
    "cookTime",
    "totalTime",
    "performTime",
    "estimatedCost",
    "nutrition",
    "startDate",
    "endDate",
    "location",
    "performer",
    "organizer",
    "offers",
];

/// Says what of the article is not shown.
pub(in crate::read) fn report_unshown(graph: &Graph<'_, '_>, values: &mut Values<'_>) {
    let Some(node) = graph.article().filter(|node| is_a(*node, is_guide)) else { return };
    let names: Vec<_> = UNSHOWN.into_iter().filter(|name| node.get(name).is_some()).collect();
    if !names.is_empty() {
        let message = ["an article has no place for `", &names.join("`, `"), "`; it is left out"].concat();
        values.add(Code::KeyUnknown, node, message);
    }
}

impl<'d, 'a> Reader<'_, 'd, 'a, '_, '_> {
    /// What a guide says besides its description: what is needed, what is done with it, what is asked.
    pub(super) fn guide(&mut self, node: Value<'d, 'a>) -> Vec<Block<'a>> {
        let mut found = Vec::new();
        for name in ["recipeIngredient", "supply", "tool"] {
            let item = |text| ListItem { content: vec![Block::Paragraph(prose::line(text))], checked: None };
            let items: Vec<_> = self.texts(node, name).into_iter().map(item).collect();
            found.extend((!items.is_empty()).then_some(Block::List(List { start: None, items })));
        }
        for steps in ["recipeInstructions", "step"].iter().filter_map(|name| node.get(name)) {
            found.extend(self.steps(steps));
        }
        if is_a(node, |name| words::has("faqpage|qapage", name)) {
            let questions: Vec<_> = self.graph.of_type(|name| name == "question").collect();
            let items: Vec<_> = questions.into_iter().map(|question| self.question(question)).collect();
            found.extend((!items.is_empty()).then(|| Block::from(Questions { title: Vec::new(), items })));
        }
        found
    }

    /// Steps: one text, or a list whose items may have steps of their own. None is looked up, so that none is read twice,
    /// and the depth is bounded by that of JSON.
    fn steps(&mut self, value: Value<'d, 'a>) -> Vec<Block<'a>> {
        if value.is_string() {
            return self.part(value);
        }
        let one = Some(value).filter(|value| value.kind() == Kind::Object);
        let mut items = Vec::new();
        for step in value.items().chain(one) {
            let name = self.said(step, &["name"]).map(plain_line).unwrap_or_default();
            let text = Some(step).filter(|step| step.is_string()).or_else(|| step.get("text"));
            let mut content = text.map(|text| self.part(text)).unwrap_or_default();
            // Many call a step by all that it says.
            if !name.is_empty() && content.first() != Some(&Block::Paragraph(name.clone())) {
                content.insert(0, Block::Paragraph(vec![Inline::Marked(Mark::Strong, name)]));
            }
            let image = step.get("image").map(|image| image.items().next().unwrap_or(image));
            content.extend(image.and_then(|image| self.picture(image)).map(Block::from));
            content.extend(step.get("itemListElement").map(|steps| self.steps(steps)).unwrap_or_default());
            items.extend((!content.is_empty()).then_some(ListItem { content, checked: None }));
        }
        Vec::from_iter((!items.is_empty()).then_some(Block::List(List { start: Some(1), items })))
    }

    fn question(&mut self, node: Value<'d, 'a>) -> Question<'a> {
        let question = self.said(node, &["name", "text"]).map(plain_line).unwrap_or_default();
        let mut answer = Vec::new();
        for said in ["acceptedAnswer", "suggestedAnswer"].iter().filter_map(|name| node.get(name)) {
            let one = Some(said).filter(|said| said.kind() == Kind::Object);
            for text in said.items().chain(one).filter_map(|said| said.get("text")) {
                answer.extend(self.part(text));
            }
        }
        Question { question, answer }
    }

    /// The words of the first of the properties that is a string.
    fn said(&mut self, node: Value<'d, 'a>, names: &[&str]) -> Option<Text<'a>> {
        self.words(prose::first_string(node, names)?)
    }
}
