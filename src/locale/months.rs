//! The months of a language, read from one list by the compiler; it knows no language.

use super::packed::text;

/// Returns the months of a list with bars between them.
pub(super) const fn months(list: &str) -> [&str; 12] {
    let mut months = [""; 12];
    let mut free: &mut [&str] = &mut months;
    let mut rest = list.as_bytes();
    while let [month, others @ ..] = free {
        let (name, after) = next(rest);
        *month = text(name);
        free = others;
        rest = after;
    }
    months
}

/// What stands before the next bar, and what follows it.
const fn next(list: &[u8]) -> (&[u8], &[u8]) {
    let mut rest = list;
    while let [byte, after @ ..] = rest {
        if *byte == b'|' {
            return (list.split_at(list.len() - rest.len()).0, after);
        }
        rest = after;
    }
    (list, rest)
}
