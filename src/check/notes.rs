//! Footnotes: every reference has its note, every note its reference.

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Article, Inline, Numbering};

use super::walk;

pub(super) fn check(article: &Article<'_>, diagnostics: &mut Diagnostics) {
    let mut numbering = Numbering::of(&article.notes);
    walk::inlines(article, &mut |inline| {
        let Inline::NoteRef { id, at } = inline else { return };
        match numbering.refer(id) {
            Some((_, None)) => {
                let message = "there are too many references to footnotes for this one to be a link";
                diagnostics.add(Code::LimitNotes, at.offset(), message.to_owned());
            }
            Some(_) => {}
            None => diagnostics.add(Code::FootnoteRefOrphan, at.offset(), ["there is no footnote `", id, "`"].concat()),
        }
    });
    let mut number = 0;
    while let Some(note) = numbering.next_unshown() {
        number += 1;
        if numbering.references(number) == 0 {
            let message = ["nothing refers to the footnote `", &note.id, "`"].concat();
            diagnostics.add(Code::FootnoteDefOrphan, note.at.offset(), message);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::findings;
    use super::check as rule;
    use crate::model::{Article, At, Block, Inline, Note};

    fn check(references: &[&'static str], notes: &[&'static str], expected: &[&str]) {
        let line = references.iter().map(|id| Inline::NoteRef { id: (*id).into(), at: At::default() }).collect();
        let notes = notes.iter().map(|id| Note { id: (*id).into(), ..Note::default() }).collect();
        assert_eq!(
            findings(rule, &Article { body: vec![Block::Paragraph(line)], notes, ..Article::default() }),
            expected
        );
    }

    #[test]
    fn references_and_notes_belong_together() {
        check(&["a", "a"], &["a"], &[]);
        check(&["a"], &[], &["footnote-ref-orphan"]);
        check(&[], &["a"], &["footnote-def-orphan"]);
    }
}
