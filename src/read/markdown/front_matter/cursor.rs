//! A place in a text and the steps from there; it knows lines and columns, not what stands in them.

use super::Problem;

/// A place in a text, and what could not be read on the way there. Its steps are not inlined: front matter is short, and so the code for it may be small instead of
/// quick.
pub(super) struct Cursor<'a> {
    text: &'a str,
    end: usize,
    at: usize,
    line_start: usize,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Cursor<'a> {
    /// Returns the place `at` of a text that ends at `end`.
    pub(super) fn new(text: &'a str, at: usize, end: usize) -> Self {
        Self { text, end, at, line_start: at, problems: Vec::new() }
    }

    /// Returns the place as an offset in bytes.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Returns the text from here on.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..self.end).unwrap_or_default()
    }

    /// Returns the text from here to the end of the line.
    #[inline(never)]
    pub(super) fn line(&self) -> &'a str {
        let rest = self.rest();
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default().trim_end()
    }

    /// Returns the next byte.
    pub(super) fn peek(&self) -> Option<u8> {
        self.rest().as_bytes().first().copied()
    }

    /// Returns how many bytes there are before this one in its line.
    pub(super) fn column(&self) -> usize {
        self.at - self.line_start
    }

    /// Goes `bytes` further, into a later line if need be.
    #[inline(never)]
    pub(super) fn skip(&mut self, bytes: usize) {
        let passed = self.rest().get(..bytes).unwrap_or_default();
        if let Some(line_end) = memchr::memrchr(b'\n', passed.as_bytes()) {
            self.line_start = self.at + line_end + 1;
        }
        self.at += passed.len();
    }

    /// Takes a text if it comes next.
    #[inline(never)]
    pub(super) fn take(&mut self, text: &str) -> bool {
        let is_next = self.rest().starts_with(text);
        if is_next {
            self.skip(text.len());
        }
        is_next
    }

    /// Goes to the next byte that is no space in this line.
    #[inline(never)]
    pub(super) fn skip_spaces(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r')) {
            self.at += 1;
        }
    }

    /// Goes to the beginning of the next line.
    #[inline(never)]
    pub(super) fn skip_line(&mut self) {
        let rest = self.rest();
        self.at += memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
        self.line_start = self.at;
    }

    /// Goes to the line after that in which something began that cannot be read.
    pub(super) fn pass_over(&mut self, start: usize, problem: Problem) {
        self.problems.push(problem);
        self.at = start;
        self.skip_line();
    }

    /// Goes to the next byte that belongs to neither white space nor a comment.
    #[inline(never)]
    pub(super) fn skip_blank(&mut self) {
        loop {
            self.skip_spaces();
            match self.peek() {
                Some(b'\n' | b'#') => self.skip_line(),
                Some(_) | None => return,
            }
        }
    }

    /// Goes to the next line if this one ends here, a comment aside.
    #[inline(never)]
    pub(super) fn end_line(&mut self) -> Result<(), Problem> {
        self.skip_spaces();
        match self.peek() {
            None | Some(b'\n' | b'#') => {
                self.skip_line();
                Ok(())
            }
            Some(_) => Err(self.expected("the end of the line")),
        }
    }

    /// Returns what is wrong here.
    pub(super) fn expected(&self, expected: &'static str) -> Problem {
        Problem { at: self.at, expected }
    }
}
