//! Blocks: what the data of each tool become; it knows their fields, not how pictures and lists are kept.

use crate::json::{Kind, Value};
use crate::model::{self, Block, CalloutKind, Cell, Code, Heading, LinkCard, LinkKind, Quote, Scope, Table};

use super::super::prose::{
    Prose, blocks_each, blocks_of, callout, columns, first, first_string, line_of, paragraph, text_of, url_of,
};
use super::super::recognise::kind::kind_of_box;
use super::super::values::at;
use super::super::{custom, embeds, figure, quote};
use super::EditorJs;
use super::media::link;
use super::tool::{Tool, pictures, tool, unread};

impl<'a> EditorJs<'_, 'a> {
    pub(super) fn block(&mut self, block: Value<'_, 'a>) -> Vec<Block<'a>> {
        if !self.values.is_block(block, "a block") {
            return Vec::new();
        }
        let name = block.str_of("type").unwrap_or_default();
        let data = block.get("data").unwrap_or(block);
        let mut blocks = self.data(&name, data);
        self.notes_of(block, &mut blocks);
        blocks
    }

    /// The blocks that are the data of a tool.
    fn data(&mut self, name: &str, data: Value<'_, 'a>) -> Vec<Block<'a>> {
        let tool = tool(name, data);
        for key in unread(tool, data) {
            self.values.left_out(key);
        }
        let block = match tool {
            Tool::Paragraph => return self.paragraph(data),
            Tool::Html => return blocks_of(self, data, &["html", "content"]),
            Tool::Other => return self.other(name, data),
            Tool::Heading => self.heading(data),
            Tool::List => self.list(data),
            Tool::Quote => self.quote(data),
            Tool::Picture => Some(Block::from(self.image(data))),
            Tool::Pictures => pictures(data).map(|pictures| self.gallery(data, pictures)),
            Tool::File => self.file(data),
            Tool::Embed => self.embed(data),
            Tool::Table => Some(Block::Table(self.table(data))),
            Tool::Code => self.code(data),
            Tool::Divider => Some(Block::Divider),
            Tool::Warning => self.warning(name, data),
            Tool::LinkCard => self.link_card(data),
            Tool::Button => self.button(data),
            Tool::Columns => Some(self.columns(data)),
        };
        block.into_iter().collect()
    }

    /// An address that stands alone shows what is there.
    fn paragraph(&mut self, data: Value<'_, 'a>) -> Vec<Block<'a>> {
        let Some(text) = first(data, &["text", "content"]) else { return Vec::new() };
        let address = text.as_str().filter(|text| text.starts_with("http") && !text.contains(['<', ' ', '&']));
        if let Some(embed) = address.and_then(|address| embeds::from_address(address, at(text))) {
            return vec![Block::from(embed)];
        }
        Vec::from_iter(paragraph(self.line(text)))
    }

    fn heading(&mut self, data: Value<'_, 'a>) -> Option<Block<'a>> {
        let named = data.str_of("titleType").and_then(|name| name.strip_prefix('H')?.parse().ok());
        let named = named.filter(|level| (1..=6).contains(level));
        let level = named.unwrap_or_else(|| self.values.level(data.get("level")));
        let content = line_of(self, data, &["text", "title", "titleText"]);
        let id = text_of(&mut self.values, data, &["anchor", "id"]);
        let heading = Heading { level, content, id, at: at(data) };
        (!model::is_blank(&heading.content)).then_some(Block::Heading(heading))
    }

    /// What the tool calls a caption is whose words they are.
    fn quote(&mut self, data: Value<'_, 'a>) -> Option<Block<'a>> {
        let content = blocks_of(self, data, &["text", "quote", "content"]);
        let cite = line_of(self, data, &["caption", "author", "cite"]);
        let is_empty = content.is_empty() && cite.is_empty();
        let (content, cite) = quote::said_by(content, cite);
        (!is_empty).then_some(Block::Quote(Quote { content, cite, cite_url: None }))
    }

    fn code(&mut self, data: Value<'_, 'a>) -> Option<Block<'a>> {
        let text = first_string(data, &["code", "text"])?;
        let text = self.values.text(text)?;
        let language = text_of(&mut self.values, data, &["language", "languageCode", "lang", "mode"]);
        Some(Block::Code(Code { language, text, caption: line_of(self, data, &["caption"]) }))
    }

    /// A warning, or one of the boxes that alerts of other kinds are.
    fn warning(&mut self, name: &str, data: Value<'_, 'a>) -> Option<Block<'a>> {
        let word = data.str_of("type").unwrap_or_else(|| name.to_ascii_lowercase().into());
        let kind = kind_of_box(&word).unwrap_or(CalloutKind::Warning);
        let title = line_of(self, data, &["title"]);
        let content = blocks_of(self, data, &["message", "text", "content"]);
        callout(kind, title, content)
    }

    fn link_card(&mut self, data: Value<'_, 'a>) -> Option<Block<'a>> {
        let url = url_of(&mut self.values, data, &["link"]);
        let meta = data.get("meta").unwrap_or(data);
        let image = meta.get("image").filter(|image| figure::is_address(*image) || first(*image, &["url"]).is_some());
        let card = LinkCard {
            url,
            title: line_of(self, meta, &["title"]),
            description: line_of(self, meta, &["description"]),
            image: image.map(|image| self.image(image)),
            publisher: text_of(&mut self.values, meta, &["site_name", "siteName"]),
            kind: LinkKind::Bookmark,
            at: at(data),
        };
        let is_empty = card.url.is_none() && card.title.is_empty() && card.description.is_empty();
        (!is_empty).then(|| Block::from(card))
    }

    fn button(&mut self, data: Value<'_, 'a>) -> Option<Block<'a>> {
        let content = line_of(self, data, &["text"]);
        match url_of(&mut self.values, data, &["link"]) {
            Some(url) if !model::is_blank(&content) => Some(Block::Paragraph(vec![link(url, content)])),
            Some(_) | None => paragraph(content),
        }
    }

    /// Documents that stand side by side.
    fn columns(&mut self, data: Value<'_, 'a>) -> Block<'a> {
        let named = data.members_of("itemContent").map(|(_, column)| column);
        columns(data.items_of("cols").chain(named).map(|column| self.document(column)).collect())
    }

    fn table(&mut self, data: Value<'_, 'a>) -> Table<'a> {
        let mut table = Table { at: at(data), caption: self.titled(data), ..Table::default() };
        let has_head = data.is_true("withHeadings");
        let mut cells = 0;
        for (index, row) in data.items_of("content").enumerate() {
            let is_head = has_head && index == 0;
            if !self.values.more_cells(&mut cells, row.items().count(), row) {
                break;
            }
            let scope = is_head.then_some(Scope::Column);
            let row = row.items().map(|cell| Cell { content: self.line(cell), scope, ..Cell::default() }).collect();
            if is_head { table.head.push(row) } else { table.body.push(row) }
        }
        table
    }

    /// One that a site made for itself: what its name and fields say, and else what can be read of it.
    fn other(&mut self, name: &str, data: Value<'_, 'a>) -> Vec<Block<'a>> {
        if data.kind() == Kind::Array {
            return blocks_each(&mut data.items(), &mut |item| self.data(name, item));
        }
        custom::blocks(self, data, name)
    }
}
