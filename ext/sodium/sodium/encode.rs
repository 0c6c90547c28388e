//! Bytes as text.

use std::ffi::CString;

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

use super::outcome::refused;
use crate::ffi::{Base64, sodium};

pub fn sodium_bin2hex(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    call.str(&sodium().hex(string))
}

pub fn sodium_hex2bin(call: &mut Call<'_>, string: &Str, ignore: &Str) -> Res<Str> {
    let ignored = ignored(call, 2, ignore);
    match sodium().unhex(string, ignored.as_deref()) {
        Some(bytes) => call.str(&bytes),
        None => Err(refused(call, 1, "must be a valid hexadecimal string")),
    }
}

pub fn sodium_bin2base64(call: &mut Call<'_>, string: &Str, id: i64) -> Res<Str> {
    let variant = variant(call, id)?;
    call.str(&sodium().base64(string, variant))
}

pub fn sodium_base642bin(call: &mut Call<'_>, string: &Str, id: i64, ignore: &Str) -> Res<Str> {
    let variant = variant(call, id)?;
    let ignored = ignored(call, 3, ignore);
    match sodium().unbase64(string, variant, ignored.as_deref()) {
        Some(bytes) => call.str(&bytes),
        None => Err(refused(call, 1, "must be a valid base64 string")),
    }
}

fn variant(call: &mut Call<'_>, id: i64) -> Res<Base64> {
    let rule = "must be a valid base64 variant identifier";
    Base64::new(id).ok_or_else(|| refused(call, 2, rule))
}

/// The bytes that the argument at `position` lets a text have in between; NUL is one of them
/// whenever it is given.
fn ignored(call: &mut Call<'_>, position: usize, ignore: &Str) -> Option<CString> {
    let text = ignore.split(|&byte| byte == 0).next().unwrap_or_default();
    let text = CString::new(text).expect("invariant: it has no NUL");
    (call.passed() >= position).then_some(text)
}
