//! Eight bytes at a time, each in a lane of one number; it knows bytes and nothing of what they mean.

/// The top bit of each lane, which says what is found in it.
pub(crate) const TOPS: u64 = each(0x80);

/// Returns the byte in each lane.
#[inline(always)]
pub(crate) const fn each(byte: u8) -> u64 {
    u64::MAX / 255 * byte as u64
}

/// Returns lanes whose top bit is set where the lane is below a limit of at most 0x80, up to the first that is: a lane
/// borrows from the one after it only then.
#[inline(always)]
pub(crate) const fn below(lanes: u64, limit: u8) -> u64 {
    lanes.wrapping_sub(each(limit)) & !lanes
}

/// Returns lanes whose top bit is set where the lane is that byte, up to the first that is.
#[inline(always)]
pub(crate) const fn are(lanes: u64, byte: u8) -> u64 {
    below(lanes ^ each(byte), 1)
}

#[cfg(test)]
mod tests {
    use super::{TOPS, are, below};

    #[test]
    fn the_first_that_is_found_is_the_first_that_is_there() {
        for place in 0..8 {
            for byte in [0, 1, 0x1f, b'"', 0x7f, 0xc2, 0xff] {
                let mut bytes = [byte ^ 1; 8];
                bytes[place] = byte;
                let lanes = u64::from_le_bytes(bytes);
                assert_eq!((are(lanes, byte) & TOPS).trailing_zeros() as usize / 8, place);
                assert_eq!(are(lanes, byte ^ 0x80) & TOPS, 0);
            }
        }
        assert_eq!(below(u64::from_le_bytes(*b"a b\x1fc d "), 0x20) & TOPS, 0x80 << 24);
    }
}
