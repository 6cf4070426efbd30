//! What holds for inputs that nobody wrote.

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;

const INPUTS: u64 = 240;

/// Holds a property for inputs made by chance, the same ones each time. With `ARBTEST_BUDGET_MS` it looks for others for
/// as many milliseconds, and says the seed of one that fails; `ARBTEST_SEED` makes that one again.
pub(crate) fn by_chance(mut property: impl FnMut(&mut Unstructured<'_>) -> Result<()>) {
    if ["ARBTEST_BUDGET_MS", "ARBTEST_SEED"].iter().any(|name| std::env::var_os(name).is_some()) {
        return arbtest(property).run();
    }
    let mut held = 0;
    for number in 1..=INPUTS {
        let bytes = 32 << (number % 12);
        let seed = number.wrapping_mul(0x9e37_79b9) << 32 | bytes;
        arbtest(|u| {
            // An input that ends before the property is done shows nothing.
            held += u64::from(property(u).is_ok());
            Ok(())
        })
        .seed(seed)
        .run();
    }
    assert!(held > INPUTS / 2, "only {held} of {INPUTS} inputs were long enough");
}
