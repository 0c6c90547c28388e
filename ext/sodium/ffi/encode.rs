//! Bytes as text, in constant time.

use std::ffi::{CStr, c_char, c_int};
use std::ptr;

use libsodium_sys as c;

use super::{Outcome, Sodium};

impl Sodium {
    /// Writes hexadecimal digits, two for each byte, and NUL.
    pub fn hex(self, out: &mut [u8], bytes: &[u8]) {
        assert_eq!(out.len(), bytes.len() * 2 + 1, "invariant S2: it fits");
        let to = out.as_mut_ptr().cast();
        // SAFETY: S1, S2.
        unsafe { c::sodium_bin2hex(to, out.len(), bytes.as_ptr(), bytes.len()) };
    }

    /// How long so many bytes are in base 64, NUL included.
    pub fn base64_room(self, length: usize, variant: Base64) -> usize {
        // SAFETY: S1; the variant is one.
        unsafe { c::sodium_base64_encoded_len(length, variant.0) }
    }

    /// Writes base 64 and NUL.
    pub fn base64(self, out: &mut [u8], bytes: &[u8], variant: Base64) {
        assert_eq!(out.len(), self.base64_room(bytes.len(), variant), "invariant S2: it fits");
        let to = out.as_mut_ptr().cast();
        // SAFETY: S1, S2.
        unsafe { c::sodium_bin2base64(to, out.len(), bytes.as_ptr(), bytes.len(), variant.0) };
    }

    /// Writes what hexadecimal digits stand for; how many bytes these are, when there is nothing
    /// between the digits that is not in `ignored`.
    pub fn unhex(self, out: &mut [u8], text: &[u8], ignored: Option<&CStr>) -> Option<usize> {
        let (mut length, mut end) = (0, ptr::null());
        // SAFETY: S1, S2, S4.
        let outcome = unsafe {
            c::sodium_hex2bin(
                out.as_mut_ptr(),
                out.len(),
                text.as_ptr().cast(),
                text.len(),
                ignored.map_or(ptr::null(), CStr::as_ptr),
                &raw mut length,
                &raw mut end,
            )
        };
        (outcome.is_success() && is_end(text, end)).then_some(length)
    }

    /// The same of base 64.
    pub fn unbase64(
        self,
        out: &mut [u8],
        (text, variant): (&[u8], Base64),
        ignored: Option<&CStr>,
    ) -> Option<usize> {
        let (mut length, mut end) = (0, ptr::null());
        // SAFETY: S1, S2, S4.
        let outcome = unsafe {
            c::sodium_base642bin(
                out.as_mut_ptr(),
                out.len(),
                text.as_ptr().cast(),
                text.len(),
                ignored.map_or(ptr::null(), CStr::as_ptr),
                &raw mut length,
                &raw mut end,
                variant.0,
            )
        };
        (outcome.is_success() && is_end(text, end)).then_some(length)
    }
}

/// Whether the library has read a text to its end.
fn is_end(text: &[u8], end: *const c_char) -> bool {
    end.addr() == text.as_ptr_range().end.addr()
}

/// A variant of base 64.
#[derive(Clone, Copy)]
pub struct Base64(c_int);

impl Base64 {
    /// The variant with a number.
    pub fn new(number: i64) -> Option<Self> {
        // PHP: only the lower half of the number counts.
        let number = number as c_int;
        (number & !6 == 1).then_some(Self(number))
    }
}
