//! Names in lower case, by which tables know what has names in any case.

use std::ops::Deref;

use smallvec::SmallVec;

/// Names up to this length are folded without an allocation.
const SHORT: usize = 64;

/// A name in lower case.
pub(crate) struct Folded(SmallVec<[u8; SHORT]>);

impl Folded {
    /// That of a name in any case.
    #[inline]
    pub(crate) fn of(name: &[u8]) -> Self {
        let mut folded = SmallVec::from_slice(name);
        let (words, rest) = folded.as_chunks_mut();
        for word in words {
            *word = fold(u64::from_ne_bytes(*word)).to_ne_bytes();
        }
        rest.make_ascii_lowercase();
        Self(folded)
    }

    /// That of a constant, of which only the namespace has any case; none when it is written so.
    pub(crate) fn of_constant(name: &[u8]) -> Option<Self> {
        let at = name.iter().rposition(|&byte| byte == b'\\')?;
        let (namespace, _) = name.split_at(at);
        if !namespace.iter().any(u8::is_ascii_uppercase) {
            return None;
        }
        let mut folded = SmallVec::from_slice(name);
        folded[..at].make_ascii_lowercase();
        Some(Self(folded))
    }
}

/// Eight bytes, those of ASCII in lower case.
const fn fold(bytes: u64) -> u64 {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    const HIGH: u64 = EACH << 7;
    let low = bytes & !HIGH;
    let from_a = low + EACH * (0x80 - b'A' as u64);
    let above_z = low + EACH * (0x7f - b'Z' as u64);
    let is_upper = (from_a ^ above_z) & !bytes & HIGH;
    bytes | is_upper >> 2
}

impl Deref for Folded {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_is_that_of_each_byte() {
        for byte in 0..=u8::MAX {
            let name = [b'A', byte, b'z', 0xc3, byte, b'Z', b'[', byte, byte, b'Q'];
            assert_eq!(*Folded::of(&name), name.to_ascii_lowercase());
        }
    }
}
