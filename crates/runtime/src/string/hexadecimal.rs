//! Bytes as hexadecimal digits.

use super::Str;
use crate::heap::Oom;

const DIGITS: [u8; 16] = *b"0123456789abcdef";

impl Str {
    /// Two hexadecimal digits for each byte.
    pub fn hexadecimal(bytes: &[u8]) -> Result<Self, Oom> {
        let mut text = Self::zeroed(bytes.len() * 2)?;
        if let Some(digits) = text.as_bytes_mut() {
            for (pair, &byte) in digits.as_chunks_mut::<2>().0.iter_mut().zip(bytes) {
                *pair = [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]];
            }
        }
        Ok(text)
    }
}
