//! How many tests passed and failed, as their runners say at the end; knows the words of cargo and Node.

/// The tests so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Tally {
    /// Adds what the output of a test runner says.
    pub(crate) fn add(&mut self, output: &str) {
        for line in output.lines() {
            if let Some(result) = line.trim_start().strip_prefix("test result: ") {
                self.passed += before(result, " passed");
                self.failed += before(result, " failed");
                self.skipped += before(result, " ignored");
            } else if let Some(count) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ ")) {
                self.passed += after(count, "pass ");
                self.failed += after(count, "fail ");
                self.skipped += after(count, "skipped ");
            }
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

fn before(result: &str, word: &str) -> usize {
    let number = result.split(word).next().and_then(|start| start.rsplit(' ').next());
    number.and_then(|number| number.parse().ok()).unwrap_or_default()
}

fn after(count: &str, word: &str) -> usize {
    count.strip_prefix(word).and_then(|number| number.trim().parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn the_words_of_cargo_and_of_node() {
        let mut tally = Tally::default();
        tally.add("\ntest result: ok. 61 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n");
        tally.add("# tests 9\n# pass 7\n# fail 0\n# skipped 2\n");
        tally.add("ℹ tests 9\nℹ pass 7\nℹ fail 1\n");
        assert_eq!(tally.to_string(), "75 passed, 1 failed, 3 skipped");
    }
}
