//! HTML text → tokens; it knows the tokenizer, not what tokens mean.

use std::convert::Infallible;

use html5gum::emitters::ForwardingEmitter;
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, Error, Reader, Span, State, Tokenizer};

/// Hands over the tokens of a text, each with its place.
pub(super) fn tokens(text: &str, mut each: impl FnMut(CallbackEvent<'_>, usize)) {
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
        each(event, span.start);
        None
    });
    emitter.naively_switch_states(true);
    // Text is read from memory, where nothing can go wrong.
    let _: Result<(), Infallible> = Tokenizer::new_with_emitter(Memory(text.as_bytes()), Quiet(emitter)).finish();
}

/// Text in memory, which is read by three functions, not by code of its own in every state of the tokenizer.
struct Memory<'s>(&'s [u8]);

impl Reader for Memory<'_> {
    type Error = Infallible;

    #[inline(never)]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        Ok(self.0.split_off_first().copied())
    }

    #[inline(never)]
    fn try_read_string(&mut self, string: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        let next = self
            .0
            .get(..string.len())
            .filter(|next| if case_sensitive { *next == string } else { next.eq_ignore_ascii_case(string) });
        Ok(next.and_then(|next| self.0.split_off(..next.len())).is_some())
    }

    /// Reads up to the next of the bytes that are looked for, or that byte alone.
    #[inline(never)]
    fn read_until<'b>(&'b mut self, ends: &[u8], _: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Infallible> {
        let length = if let [one, two, three, four] = *ends {
            // Text ends at one of four.
            let in_window = |window: &[u8]| {
                let end = memchr::memchr3(one, two, three, window);
                memchr::memchr(four, window.get(..end.unwrap_or(window.len()))?).or(end)
            };
            self.0.chunks(WINDOW).enumerate().find_map(|(index, window)| Some(index * WINDOW + in_window(window)?))
        } else {
            position(self.0, ends)
        };
        Ok(self.0.split_off(..length.unwrap_or(self.0.len()).max(1)))
    }
}

/// How many bytes are searched for one thing before they are searched for the next, so that what ends soon is not
/// searched to its end.
const WINDOW: usize = 64;

/// Where the next of some bytes is, which are the bits of a set.
fn position(text: &[u8], ends: &[u8]) -> Option<usize> {
    let mut set = [0_u64; 4];
    for end in ends {
        if let Some(bits) = set.get_mut(usize::from(end >> 6)) {
            *bits |= 1 << (end & 63);
        }
    }
    let is_end = |byte: &u8| set.get(usize::from(byte >> 6)).is_some_and(|bits| bits >> (byte & 63) & 1 == 1);
    text.iter().position(is_end)
}

/// Says nothing of errors and of what a doctype names, and stands once in the code, not in every state of the tokenizer.
struct Quiet<F: Callback<Infallible, usize>>(CallbackEmitter<F, Infallible, usize>);

impl<F: Callback<Infallible, usize>> ForwardingEmitter for Quiet<F> {
    type Token = Infallible;

    fn inner(&mut self) -> &mut impl Emitter<Token = Infallible> {
        &mut self.0
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_error(&mut self, _: Error) {}

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    #[inline(never)]
    fn emit_string(&mut self, string: &[u8]) {
        self.0.emit_string(string);
    }

    #[inline(never)]
    fn emit_current_tag(&mut self) -> Option<State> {
        self.0.emit_current_tag()
    }

    #[inline(never)]
    fn emit_current_comment(&mut self) {
        self.0.emit_current_comment();
    }

    #[inline(never)]
    fn init_comment(&mut self) {
        self.0.init_comment();
    }

    #[inline(never)]
    fn init_attribute(&mut self) {
        self.0.init_attribute();
    }

    #[inline(never)]
    fn push_attribute_name(&mut self, name: &[u8]) {
        self.0.push_attribute_name(name);
    }

    #[inline(never)]
    fn push_attribute_value(&mut self, value: &[u8]) {
        self.0.push_attribute_value(value);
    }

    #[inline(never)]
    fn push_tag_name(&mut self, name: &[u8]) {
        self.0.push_tag_name(name);
    }

    #[inline(never)]
    fn push_comment(&mut self, comment: &[u8]) {
        self.0.push_comment(comment);
    }

    #[inline(never)]
    fn init_doctype(&mut self) {
        self.0.init_doctype();
    }

    fn emit_current_doctype(&mut self) {}

    fn set_force_quirks(&mut self) {}

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
