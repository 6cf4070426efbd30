//! Writes lines of text.

use crate::json::Writer;
use crate::model::{Direction, Inline, Mark, MediaUrl, plain_text};

use super::{deep, language, line, name, size, string, text, url, write_alt, write_contributor};

/// The depth of inlines is bounded where they are read, so this cannot exhaust the stack.
pub(super) fn write_line(pieces: &[Inline<'_>], json: &mut Writer) {
    if deep::is_deepest(json) {
        let words = Inline::Text(plain_text(pieces).into());
        return json.object(|json| write_piece(&words, json));
    }
    for piece in pieces {
        json.object(|json| write_piece(piece, json));
    }
}

fn write_piece(piece: &Inline<'_>, json: &mut Writer) {
    let kind = match piece {
        Inline::Text(_) => "text",
        Inline::Marked(mark, _) => name(*mark, &Mark::NAMES).unwrap_or_default(),
        Inline::Link(_) => "link",
        Inline::Code(_) => "code",
        Inline::Break => "lineBreak",
        Inline::Image(_) => "image",
        Inline::Span(_) => "span",
        Inline::Abbreviation { .. } => "abbr",
        Inline::NoteRef { .. } => "footnoteRef",
        Inline::Mention(_) => "mention",
        Inline::Time { .. } => "time",
    };
    json.key("type").string(kind);
    match piece {
        Inline::Text(text) | Inline::Code(text) => json.key("value").string(text),
        Inline::Link(link) => {
            url("href", link.href.as_ref(), json);
            string("rel", link.is_sponsored.then_some("sponsored"), json);
            language("lang", link.language.as_ref(), json);
        }
        Inline::Image(image) => {
            string("src", image.src.as_ref().map(MediaUrl::as_str), json);
            write_alt(&image.alt, json);
            size("width", image.width, json);
            size("height", image.height, json);
        }
        Inline::Span(span) => {
            language("lang", span.language.as_ref(), json);
            string("dir", span.direction.map(Direction::as_str), json);
        }
        Inline::Abbreviation { title, .. } => text("title", Some(title), json),
        Inline::NoteRef { id, .. } => json.key("id").string(id),
        Inline::Mention(contributor) => write_contributor(contributor, json),
        Inline::Time { date, .. } => json.key("datetime").string(&date.source),
        Inline::Marked(..) | Inline::Break => {}
    }
    line("content", piece.content(), json);
}
