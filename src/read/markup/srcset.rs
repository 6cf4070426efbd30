//! The sizes of a picture as HTML lists them in `srcset`; it knows the list, not the addresses in it.

/// Returns the addresses of a list with their widths in pixels (HTML 4.8.4.2.2, parse a srcset attribute).
pub(super) fn candidates(list: &str) -> impl Iterator<Item = (&str, Option<u32>)> {
    let mut rest = list;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        if let Some(address) = address.strip_suffix(',') {
            rest = after;
            return Some((address.trim_end_matches(','), None));
        }
        let len = end_of_descriptors(after);
        let (descriptors, after) = after.split_at(len);
        rest = after;
        let outside =
            descriptors.rsplit_once(')').map_or_else(|| descriptors.split('(').next(), |(_, after)| Some(after));
        let words = outside.unwrap_or_default().split_ascii_whitespace();
        let width = words.filter_map(|word| word.strip_suffix('w')?.parse().ok()).next();
        Some((address, width.filter(|width| *width > 0)))
    })
}

/// Descriptors end at a comma that stands in no brackets.
fn end_of_descriptors(text: &str) -> usize {
    let mut is_in_brackets = false;
    let end = text.bytes().position(|byte| {
        match byte {
            b'(' => is_in_brackets = true,
            b')' => is_in_brackets = false,
            b',' if !is_in_brackets => return true,
            _ => {}
        }
        false
    });
    end.unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::candidates;

    #[track_caller]
    fn check(list: &str, expected: &[(&str, Option<u32>)]) {
        assert_eq!(candidates(list).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn candidates_are_read() {
        check("a.jpg 300w, b.jpg 600w", &[("a.jpg", Some(300)), ("b.jpg", Some(600))]);
        check("a.jpg, b.jpg 2x", &[("a.jpg", None), ("b.jpg", None)]);
        check(" ,a.jpg 300w,,b,c.jpg 1.5x ", &[("a.jpg", Some(300)), ("b,c.jpg", None)]);
        check("a.jpg f(1, 2) 5w, b", &[("a.jpg", Some(5)), ("b", None)]);
        check("data:,x ( , 3w", &[("data:,x", None)]);
        check("  ", &[]);
        check("a 0w", &[("a", None)]);
    }
}
