//! Reads elements: which name is read how.

use crate::diagnostic::Code;
use crate::json::Value;
use crate::model::{Block, CalloutKind, Code as Lines, Pullquote, Quote, Unknown, plain_text};

use super::super::piece::{Base, copied};
use super::super::source::shortened;
use super::super::{markup, prose, quote};
use super::header::stars_of;
use super::{Element, Guardian};

impl<'d, 'a> Guardian<'_, 'd, 'a> {
    /// The blocks of a list of elements. The depth is bounded by that of JSON.
    pub(super) fn elements(&mut self, list: Value<'d, 'a>) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        for value in list.items() {
            if self.values.is_block(value, "an element") {
                self.element(&Element::of(value), &mut blocks);
            }
        }
        blocks
    }

    fn element(&mut self, element: &Element<'d, 'a>, out: &mut Vec<Block<'a>>) {
        match element.name.as_str() {
            "text" => out.extend(self.words(element)),
            "subheading" | "numberedtitle" => out.extend(self.subheading(element)),
            "table" | "highlight" | "itemlink" => out.extend(self.html(element, &["html"])),
            "blockquote" => out.extend(self.blockquote(element)),
            "pullquote" => out.extend(self.pullquote(element)),
            "comment" => out.push(self.comment(element)),
            "code" => out.extend(self.code(element)),
            "divider" => out.push(Block::Divider),
            "adplaceholder" => out.push(Block::Ad),
            "starrating" => out.extend(element.get("rating").and_then(Value::as_integer).and_then(stars_of)),
            "disclaimer" => out.extend(self.disclaimer(element)),
            "caption" => self.caption(element, out),
            // A list of the headings, which the page makes itself.
            "interactivecontents" => {}
            "recipe" | "productsummary" | "enhancedproductsummary" | "productcarousel" => self.machines(element),
            _ => match self.media(element).or_else(|| self.story(element)).or_else(|| self.embed(element)) {
                Some(blocks) => out.extend(blocks),
                None => out.push(self.unknown(element)),
            },
        }
    }

    /// CAPI keeps several paragraphs and headings in one element.
    fn words(&mut self, element: &Element<'d, 'a>) -> Vec<Block<'a>> {
        let mut blocks = self.html(element, &["html"]);
        if element.get("dropCap").is_some_and(|drop_cap| drop_cap.is("on") || drop_cap.as_bool() == Some(true)) {
            prose::drop_cap(blocks.first_mut());
        }
        blocks
    }

    fn subheading(&mut self, element: &Element<'d, 'a>) -> Vec<Block<'a>> {
        let blocks = self.html(element, &["html"]);
        match blocks.as_slice() {
            [Block::Paragraph(line)] => prose::heading(2, line.clone(), element.whole).into_iter().collect(),
            _ => blocks,
        }
    }

    fn blockquote(&mut self, element: &Element<'d, 'a>) -> Option<Block<'a>> {
        let mut content = self.html(element, &["html"]);
        if let [Block::Quote(_)] = content.as_slice() {
            return content.pop();
        }
        (!content.is_empty()).then_some(Block::Quote(Quote { content, ..Quote::default() }))
    }

    fn pullquote(&mut self, element: &Element<'d, 'a>) -> Option<Block<'a>> {
        let content = self.line(element, &["html"]);
        let cite = quote::cite(self.line(element, &["attribution"]));
        (!content.is_empty()).then_some(Block::Pullquote(Pullquote { content, cite }))
    }

    /// What a reader wrote.
    fn comment(&mut self, element: &Element<'d, 'a>) -> Block<'a> {
        Block::Quote(Quote {
            content: self.html(element, &["body", "html"]),
            cite: self.line(element, &["profileName", "authorName"]),
            cite_url: self.url(element, &["permalink", "originalUrl", "sourceUrl"]),
        })
    }

    fn code(&mut self, element: &Element<'d, 'a>) -> Vec<Block<'a>> {
        let language = self.text(element, &["language"]).filter(|name| name.as_str() != "Plain text");
        let Some(value) = element.first(&["html"]) else { return Vec::new() };
        let html = value.as_str().unwrap_or_default();
        // Without tags it is the lines themselves.
        let html = if html.contains('<') { html } else { ["<pre>", &*html, "</pre>"].concat().into() };
        let mut blocks = markup::blocks_of(&html, copied, Base::Around(value.offset()), &mut self.values).blocks;
        let lines = match blocks.as_mut_slice() {
            [Block::Code(code)] => {
                code.language = code.language.take().or(language);
                return blocks;
            }
            [Block::Preformatted(line)] => plain_text(line),
            _ => html.into_owned(),
        };
        if lines.trim().is_empty() {
            return Vec::new();
        }
        vec![Block::Code(Lines { language, text: lines.into(), caption: Vec::new() })]
    }

    fn disclaimer(&mut self, element: &Element<'d, 'a>) -> Option<Block<'a>> {
        let content = self.html(element, &["html"]);
        prose::callout(CalloutKind::Disclaimer, Vec::new(), content)
    }

    /// A caption by itself belongs to the picture before it.
    fn caption(&mut self, element: &Element<'d, 'a>, out: &mut Vec<Block<'a>>) {
        let line = self.line(element, &["captionText"]);
        let credit = self.credit(element);
        match out.last_mut() {
            Some(Block::Image(image)) if image.caption.is_empty() => {
                image.caption = line;
                image.credit = image.credit.take().or(credit);
            }
            Some(_) | None if !line.is_empty() => out.push(Block::Paragraph(line)),
            Some(_) | None => {}
        }
    }

    /// Data for machines, which repeats what the text says.
    fn machines(&mut self, element: &Element<'d, 'a>) {
        let message = format!("the element `{}` repeats the text for machines; it is left out", element.name);
        self.values.add(Code::KeyUnknown, element.whole, message);
    }

    fn unknown(&mut self, element: &Element<'d, 'a>) -> Block<'a> {
        let mut content = Vec::from_iter(prose::paragraph(self.line(element, &["title", "heading"])));
        content.extend(self.all(element, "html|body|caption|description"));
        for name in ["elements", "content", "body"] {
            content.extend(self.inner(element, name));
        }
        self.values.unknown_with(Code::BlockUnknown, element.whole, "element", &element.name, content.len());
        Block::Unknown(Unknown { name: shortened(&element.name).into_owned().into(), content })
    }
}
