//! What a text has from the page that it was copied out of: buttons and labels around the article; it knows lines, not
//! what they say.

use super::super::source::{offset_in, shortened};
use super::super::{controls, words};
use crate::diagnostic::{Code, Diagnostics};

/// Empties the lines that were there for those who use the page, and reports them: those that say so, and several of
/// them one below the other of which one does.
pub(super) fn clear(lines: &mut [&str], text: &str, diagnostics: &mut Diagnostics) {
    for run in lines.chunk_by_mut(|one, next| may_be_control(one) && may_be_control(next)) {
        let said = || run.iter().map(|line| bare(line));
        let is_run = run.len() > 1 && said().any(controls::has_action);
        if let Some(first) = said().next().filter(|_| is_run || said().any(controls::is_control_or_label)) {
            let message = ["`", &shortened(first), "` is on the page that the text is from; it is left out"].concat();
            diagnostics.add(Code::BlockUnknown, offset_in(text, first), message);
            run.fill("");
        }
    }
}

fn may_be_control(line: &str) -> bool {
    !line.is_empty() && controls::may_be_control(bare(line))
}

/// A line without the space and the signs around its words.
fn bare(line: &str) -> &str {
    words::trim_end_of(line.trim(), "!…›» ")
}
