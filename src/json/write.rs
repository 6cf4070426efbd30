//! From values to text; it knows quotes and commas, not what is written.

/// Writes JSON from beginning to end. Its steps are not inlined: an article's writers take hundreds of them.
///
/// ```
/// use newsprint::json::Writer;
/// let mut json = Writer::indented();
/// json.object(|json| {
///     json.key("name").string("Zoë");
///     json.key("tags").array(|json| json.string("a"));
/// });
/// assert_eq!(json.finish(), "{\n  \"name\": \"Zoë\",\n  \"tags\": [\n    \"a\"\n  ]\n}");
/// ```
#[derive(Debug)]
pub struct Writer {
    out: String,
    is_indented: bool,
    /// How many arrays and objects are open, how many were at most, and how many may be.
    depth: usize,
    deepest: usize,
    most: usize,
    /// Whether the next value follows another one.
    after_value: bool,
    /// Whether the next value follows its key.
    after_key: bool,
}

impl Writer {
    /// Returns a writer of text with one value on each line.
    #[must_use]
    pub fn indented() -> Self {
        Self {
            out: String::new(),
            is_indented: true,
            depth: 0,
            deepest: 0,
            most: usize::MAX,
            after_value: false,
            after_key: false,
        }
    }

    /// Returns a writer of text on one line.
    #[must_use]
    pub fn compact() -> Self {
        Self { is_indented: false, ..Self::indented() }
    }

    /// Returns the writer for text in which arrays and objects nest no deeper than that; who writes asks what is
    /// [`left`](Self::left).
    pub(crate) fn at_most(self, most: usize) -> Self {
        Self { most, ..self }
    }

    /// Returns how many levels deeper arrays and objects may nest here.
    pub(crate) fn left(&self) -> usize {
        self.most.saturating_sub(self.depth)
    }

    /// Returns how deep arrays and objects nest in what is written.
    pub(crate) fn deepest(&self) -> usize {
        self.deepest
    }

    /// Writes an object whose members `write` writes.
    pub fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.begin('{');
        write(self);
        self.end('}');
    }

    /// Writes an array whose items `write` writes.
    pub fn array(&mut self, write: impl FnOnce(&mut Self)) {
        self.begin('[');
        write(self);
        self.end(']');
    }

    /// Writes an array of objects, whose members `write` writes.
    pub(crate) fn objects<T>(&mut self, items: &[T], write: fn(&T, &mut Self)) {
        self.array(|json| items.iter().for_each(|item| json.object(|json| write(item, json))));
    }

    /// Writes a key; a value must follow.
    #[inline(never)]
    pub fn key(&mut self, key: &str) -> &mut Self {
        self.before_value();
        self.quoted(key);
        self.out.push_str(if self.is_indented { ": " } else { ":" });
        self.after_key = true;
        self
    }

    /// Writes a string.
    #[inline(never)]
    pub fn string(&mut self, text: &str) {
        self.before_value();
        self.quoted(text);
        self.after_value = true;
    }

    /// Writes a whole number.
    pub fn integer(&mut self, number: impl Into<i64>) {
        self.raw(&number.into().to_string());
    }

    /// Writes a number of what displays it as JSON has it: digits, and a fraction after a point.
    pub fn decimal(&mut self, number: impl std::fmt::Display) {
        self.raw(&number.to_string());
    }

    /// Writes a truth value.
    pub fn boolean(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    /// Returns the text.
    #[must_use]
    pub fn finish(self) -> String {
        self.out
    }

    #[inline(never)]
    fn raw(&mut self, text: &str) {
        self.before_value();
        self.out.push_str(text);
        self.after_value = true;
    }

    #[inline(never)]
    fn begin(&mut self, open: char) {
        self.before_value();
        self.out.push(open);
        self.depth += 1;
        self.deepest = self.deepest.max(self.depth);
        self.after_value = false;
    }

    #[inline(never)]
    fn end(&mut self, close: char) {
        self.depth = self.depth.saturating_sub(1);
        if self.after_value {
            self.new_line();
        }
        self.out.push(close);
        self.after_value = true;
        self.after_key = false;
    }

    fn before_value(&mut self) {
        if std::mem::take(&mut self.after_key) {
            return;
        }
        if std::mem::take(&mut self.after_value) {
            self.out.push(',');
        }
        if !self.out.is_empty() {
            self.new_line();
        }
    }

    #[inline(never)]
    fn new_line(&mut self) {
        if self.is_indented {
            self.out.push('\n');
            self.out.extend(std::iter::repeat_n("  ", self.depth));
        }
    }

    fn quoted(&mut self, text: &str) {
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\t' => self.out.push_str("\\t"),
                '\r' => self.out.push_str("\\r"),
                '\u{0}'..='\u{1f}' => {
                    self.out.push_str(if c < '\u{10}' { "\\u000" } else { "\\u001" });
                    self.out.extend(char::from_digit(u32::from(c) % 16, 16));
                }
                _ => self.out.push(c),
            }
        }
        self.out.push('"');
    }
}

/// Returns JSON that can stand in a `script` element: nothing in it can end the element or be read as markup.
///
/// ```
/// use newsprint::json::escape_for_script;
/// assert_eq!(escape_for_script(r#"{"a":"</script>&"}"#), r#"{"a":"\u003c/script\u003e\u0026"}"#);
/// ```
#[must_use]
pub fn escape_for_script(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            _ => out.push(c),
        }
    }
    out
}
