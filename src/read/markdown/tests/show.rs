//! An article as lines that a test can spell out.

use crate::model::{Article, Block, Cell, Crumb, Image, Inline, List, Mark, Scope};
use crate::read::markdown::Body;

/// The lines of an article; what it does not have has none.
pub(super) fn article(article: &Article<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |name: &str, text: Option<String>| lines.extend(text.map(|text| format!("{name}: {text}")));
    let some = |content: &[Inline<'_>]| (!content.is_empty()).then(|| line(content));
    add("id", article.id.as_ref().map(ToString::to_string));
    add("headline", some(&article.headline));
    add("kicker", some(&article.kicker));
    for block in &article.standfirst {
        let Block::Paragraph(content) = block else { panic!("{block:?}") };
        add("standfirst", some(content));
    }
    for author in &article.authors {
        let url = author.url.as_ref().map_or(String::new(), |url| format!(" -> {}", url.as_str()));
        add("author", Some(format!("{}{url}", author.name)));
    }
    for (name, date) in [("published", &article.published), ("modified", &article.modified)] {
        let moment = |date: &crate::model::Date<'_>| date.moment.map_or(String::new(), |moment| format!(" = {moment}"));
        add(name, date.as_ref().map(|date| format!("{}{}", date.source, moment(date))));
    }
    let crumb = |crumb: &Crumb<'_>| crumb.name.to_string();
    add("section", article.section.as_ref().map(crumb));
    add(
        "breadcrumb",
        (!article.breadcrumb.is_empty()).then(|| article.breadcrumb.iter().map(crumb).collect::<Vec<_>>().join(" > ")),
    );
    add(
        "keywords",
        (!article.keywords.is_empty())
            .then(|| article.keywords.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(", ")),
    );
    add("language", article.language.as_ref().map(|language| language.as_str().to_owned()));
    add("direction", article.direction.map(|direction| direction.as_str().to_owned()));
    add("lead", article.lead_image().map(image));
    blocks(&article.body, "", &mut lines);
    notes(&article.notes, &mut lines);
    lines
}

/// The lines of a body.
pub(super) fn body(body: &Body<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    blocks(&body.blocks, "", &mut lines);
    notes(&body.notes, &mut lines);
    lines
}

/// How many blocks or inlines stand inside of one another at most.
#[allow(clippy::wildcard_enum_match_arm, reason = "the other blocks are not for this format")]
pub(super) fn depth(content: &[Block<'_>]) -> usize {
    let block = |block: &Block<'_>| match block {
        Block::Quote(quote) => depth(&quote.content),
        Block::List(list) => list.items.iter().map(|item| depth(&item.content)).max().unwrap_or(0),
        Block::Paragraph(line) => inline_depth(line) - 1,
        _ => 0,
    };
    1 + content.iter().map(block).max().unwrap_or(0)
}

fn inline_depth(line: &[Inline<'_>]) -> usize {
    1 + line
        .iter()
        .map(|inline| if inline.content().is_empty() { 0 } else { inline_depth(inline.content()) })
        .max()
        .unwrap_or(0)
}

fn notes(notes: &[crate::model::Note<'_>], lines: &mut Vec<String>) {
    for note in notes {
        lines.push(format!("note {}", note.id));
        blocks(&note.content, "", lines);
    }
}

#[allow(clippy::wildcard_enum_match_arm, reason = "the other blocks are not for this format")]
fn blocks(content: &[Block<'_>], before: &str, lines: &mut Vec<String>) {
    for block in content {
        match block {
            Block::Paragraph(content) => lines.push(format!("{before}p: {}", line(content))),
            Block::Heading(heading) => {
                let id = heading.id.as_ref().map_or(String::new(), |id| format!("#{id}"));
                lines.push(format!("{before}h{}{id}: {}", heading.level, line(&heading.content)));
            }
            Block::List(content) => list(content, before, lines),
            Block::Quote(quote) => {
                let by = if quote.cite.is_empty() { String::new() } else { format!(" by {}", line(&quote.cite)) };
                lines.push(format!("{before}quote{by}"));
                blocks(&quote.content, &format!("{before}> "), lines);
            }
            Block::Image(picture) => lines.push(format!("{before}figure: {}", image(picture))),
            Block::Table(table) => {
                lines.push(format!("{before}table"));
                lines.extend(table.head.iter().chain(&table.body).flatten().map(cell));
            }
            Block::Code(code) => {
                let language = code.language.as_ref().map_or(String::new(), |language| format!(" {language}"));
                lines.push(format!("{before}code{language}: {}", code.text.replace('\n', "⏎")));
            }
            Block::Divider => lines.push(format!("{before}hr")),
            _ => panic!("no Markdown for {block:?}"),
        }
    }
}

fn list(list: &List<'_>, before: &str, lines: &mut Vec<String>) {
    lines.push(match list.start {
        None => format!("{before}ul"),
        Some(start) => format!("{before}ol {start}"),
    });
    for item in &list.items {
        let mark = match item.checked {
            None => "- ",
            Some(true) => "-x ",
            Some(false) => "-o ",
        };
        blocks(&item.content, &format!("{before}{mark}"), lines);
    }
}

fn cell(cell: &Cell<'_>) -> String {
    let name = if cell.scope == Some(Scope::Column) { "th" } else { "td" };
    let align = crate::model::Align::NAMES.iter().find(|(align, _)| cell.align == Some(*align));
    format!("{name}{}: {}", align.map_or(String::new(), |(_, align)| format!(" {align}")), line(&cell.content))
}

fn image(image: &Image<'_>) -> String {
    let mut parts = vec![image.src.as_ref().map_or("none", |src| src.as_str()).to_owned()];
    if !image.alt.as_str().is_empty() {
        parts.push(format!("alt {}", image.alt.as_str()));
    }
    if !image.caption.is_empty() {
        parts.push(format!("caption {}", line(&image.caption)));
    }
    parts.extend(image.credit.as_ref().map(|credit| format!("credit {}", credit.text)));
    parts.extend(image.href.as_ref().map(|href| format!("to {}", href.as_str())));
    parts.extend(image.width.map(|width| format!("{width} wide")));
    parts.join(" | ")
}

fn line(content: &[Inline<'_>]) -> String {
    content.iter().map(inline).collect()
}

fn inline(inline: &Inline<'_>) -> String {
    match inline {
        Inline::Text(text) => text.to_string(),
        Inline::Marked(Mark::Strong, content) => format!("strong({})", line(content)),
        Inline::Marked(Mark::Emphasis, content) => format!("em({})", line(content)),
        Inline::Marked(_, content) => format!("s({})", line(content)),
        Inline::Link(link) => {
            format!("link({}; {})", link.href.as_ref().map_or("none", |href| href.as_str()), line(&link.content))
        }
        Inline::Code(code) => format!("code({code})"),
        Inline::Break => "/".to_owned(),
        Inline::Image(image) => {
            format!("image({}; {})", image.src.as_ref().map_or("none", |src| src.as_str()), image.alt.as_str())
        }
        Inline::NoteRef { id, .. } => format!("^{id}"),
        Inline::Span(_) | Inline::Abbreviation { .. } | Inline::Mention(_) | Inline::Time { .. } => {
            panic!("no Markdown for {inline:?}")
        }
    }
}
