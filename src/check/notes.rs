//! Footnotes: every reference has its note, every note its reference.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Article, Inline};

use super::walk;

pub(super) fn check(article: &Article<'_>, diagnostics: &mut Diagnostics) {
    let notes: BTreeSet<&str> = article.notes.iter().map(|note| note.id.as_str()).collect();
    let mut references: BTreeSet<&str> = BTreeSet::new();
    walk::inlines(article, &mut |inline| {
        if let Inline::NoteRef { id, at } = inline {
            references.insert(id.as_str());
            if !notes.contains(id.as_str()) {
                diagnostics.add(Code::FootnoteRefOrphan, at.offset(), format!("there is no footnote `{id}`"));
            }
        }
    });
    for note in article.notes.iter().filter(|note| !references.contains(note.id.as_str())) {
        diagnostics.add(
            Code::FootnoteDefOrphan,
            note.at.offset(),
            format!("nothing refers to the footnote `{}`", note.id),
        );
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
