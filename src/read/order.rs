//! Puts lists in order; it knows places in a list, not what stands there.
//!
//! The standard library's sort is compiled anew for each kind of list, and weighs more than a whole format. Lists here
//! are short, so one sort of places in a list does for all.

use std::cmp::Ordering;

/// Puts a list in the order that `compare` says; what is equal stays as it was.
pub(super) fn sort<T>(list: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let order = order(list.len(), &|one, other| match (list.get(one), list.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut items: Vec<_> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|place| items.get_mut(place).and_then(Option::take)));
}

/// The places of a list in order: runs of 1, 2, 4 … places are merged.
fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    let mut run = 1;
    while run < len {
        let mut merged = Vec::with_capacity(len);
        for pair in places.chunks(run * 2) {
            let (first, second) = pair.split_at(run.min(pair.len()));
            let (mut first, mut second) = (first.iter().peekable(), second.iter().peekable());
            while let (Some(one), Some(other)) = (first.peek(), second.peek()) {
                let next = if compare(**one, **other).is_gt() { &mut second } else { &mut first };
                merged.extend(next.next());
            }
            merged.extend(first.chain(second));
        }
        places = merged;
        run *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::sort;

    #[test]
    fn a_list_is_put_in_order() {
        for len in 0..40_u32 {
            let mut list: Vec<_> = (0..len).map(|place| (place * 7919 % 13, place)).collect();
            let mut expected = list.clone();
            sort(&mut list, &|one, other| one.0.cmp(&other.0));
            expected.sort_by_key(|item| item.0);
            assert_eq!(list, expected);
        }
    }
}
