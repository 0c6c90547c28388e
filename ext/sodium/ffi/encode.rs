//! Bytes as text, in constant time.

use std::ffi::{CStr, c_char, c_int};
use std::ptr;

use libsodium_sys as c;

use super::Sodium;

/// Texts that stand for bytes, and how far one was read.
type Decode<'a> = &'a dyn Fn(*mut u8, usize, *mut usize, *mut *const c_char) -> c_int;

impl Sodium {
    /// In hexadecimal digits.
    pub fn hex(self, bytes: &[u8]) -> Vec<u8> {
        let mut out = vec![0; bytes.len() * 2 + 1];
        let (to, room) = (out.as_mut_ptr().cast(), out.len());
        // SAFETY: S1, S2.
        unsafe { c::sodium_bin2hex(to, room, bytes.as_ptr(), bytes.len()) };
        out.pop();
        out
    }

    /// In base 64 of a variant, which the library must know.
    pub fn base64(self, bytes: &[u8], variant: Base64) -> Vec<u8> {
        // SAFETY: S1; the variant is one.
        let room = unsafe { c::sodium_base64_encoded_len(bytes.len(), variant.0) };
        let mut out = vec![0; room];
        let to = out.as_mut_ptr().cast();
        // SAFETY: S1, S2.
        unsafe { c::sodium_bin2base64(to, room, bytes.as_ptr(), bytes.len(), variant.0) };
        out.pop();
        out
    }

    /// What hexadecimal digits stand for; none when there is something else between them that is
    /// not in `ignored`.
    pub fn unhex(self, text: &[u8], ignored: Option<&CStr>) -> Option<Vec<u8>> {
        let ignored = ignored.map_or(ptr::null(), CStr::as_ptr);
        let decode = |to, room, length, end| {
            let (from, count) = (text.as_ptr().cast(), text.len());
            // SAFETY: S1, S2, S4.
            unsafe { c::sodium_hex2bin(to, room, from, count, ignored, length, end) }
        };
        decoded(text, text.len() / 2, &decode)
    }

    /// The same of base 64.
    pub fn unbase64(self, text: &[u8], variant: Base64, ignored: Option<&CStr>) -> Option<Vec<u8>> {
        let ignored = ignored.map_or(ptr::null(), CStr::as_ptr);
        let decode = |to, room, length, end| {
            let (from, count) = (text.as_ptr().cast(), text.len());
            // SAFETY: S1, S2, S4.
            unsafe { c::sodium_base642bin(to, room, from, count, ignored, length, end, variant.0) }
        };
        decoded(text, text.len() / 4 * 3 + 2, &decode)
    }
}

fn decoded(text: &[u8], room: usize, decode: Decode<'_>) -> Option<Vec<u8>> {
    let (mut out, mut length, mut end) = (vec![0; room], 0, ptr::null());
    let status = decode(out.as_mut_ptr(), room, &raw mut length, &raw mut end);
    let is_all = end.addr() == text.as_ptr_range().end.addr();
    out.truncate(length);
    (status == 0 && is_all).then_some(out)
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
