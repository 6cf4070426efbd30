//! HTML in Markdown; it knows whether it can be read yet, not how it is read.

use crate::diagnostic::{Code, Diagnostics};
use crate::model::Inline;
use crate::read::piece::{Base, Body, Own};
use crate::read::values::Values;
use crate::read::{markup, readers};

/// Returns the blocks and footnotes of HTML; where HTML is not read yet, that is said.
pub(super) fn blocks<'s, 'a>(html: &'s str, own: Own<'s, 'a>, base: Base, diagnostics: &mut Diagnostics) -> Body<'a> {
    if is_read(html, base, diagnostics) { read_blocks(html, own, base, diagnostics) } else { Body::default() }
}

/// Returns the one line of HTML; where HTML is not read yet, that is said.
pub(super) fn line<'s, 'a>(
    html: &'s str,
    own: Own<'s, 'a>,
    base: Base,
    diagnostics: &mut Diagnostics,
) -> Vec<Inline<'a>> {
    if is_read(html, base, diagnostics) { read_line(html, own, base, diagnostics) } else { Vec::new() }
}

fn is_read(html: &str, base: Base, diagnostics: &mut Diagnostics) -> bool {
    let is_here = readers::is_here(readers::SHARED);
    if !is_here && !html.trim().is_empty() {
        diagnostics.add(Code::FormatUnread, Some(base.offset(0)), readers::unread("HTML"));
    }
    is_here
}

#[inline(never)]
fn read_blocks<'s, 'a>(html: &'s str, own: Own<'s, 'a>, base: Base, diagnostics: &mut Diagnostics) -> Body<'a> {
    markup::blocks_of(html, own, base, &mut Values::new(diagnostics))
}

#[inline(never)]
fn read_line<'s, 'a>(html: &'s str, own: Own<'s, 'a>, base: Base, diagnostics: &mut Diagnostics) -> Vec<Inline<'a>> {
    markup::line_of(html, own, base, &mut Values::new(diagnostics))
}
