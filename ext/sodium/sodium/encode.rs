//! Bytes as text.

use std::ffi::CString;

use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;

use super::argument::{bytes_mut, until_nul};
use super::outcome::refused;
use crate::ffi::{Base64, sodium};

/// The string that `fill` writes into so many bytes; as long as it says, if it can.
fn coded(
    call: &mut Call<'_>,
    room: usize,
    fill: impl FnOnce(&mut [u8]) -> Option<usize>,
) -> Res<Option<Str>> {
    let mut text = call.alloc(Str::zeroed(room))?;
    match fill(bytes_mut(&mut text)) {
        Some(length) => call.alloc(text.slice(0..length)).map(Some),
        None => Ok(None),
    }
}

fn encoded(call: &mut Call<'_>, room: usize, fill: impl FnOnce(&mut [u8])) -> Res<Str> {
    let text = coded(call, room, |out| {
        fill(out);
        Some(room - 1)
    })?;
    Ok(text.expect("invariant: encoding does not fail"))
}

pub fn sodium_bin2hex(call: &mut Call<'_>, string: &Str) -> Res<Str> {
    encoded(call, string.len() * 2 + 1, |out| sodium().hex(out, string))
}

pub fn sodium_hex2bin(call: &mut Call<'_>, string: &Str, ignore: &Str) -> Res<Str> {
    let ignored = ignored(call, 2, ignore);
    let read = |out: &mut [u8]| sodium().unhex(out, string, ignored.as_deref());
    match coded(call, string.len() / 2, read)? {
        Some(bytes) => Ok(bytes),
        None => Err(refused(call, 1, "must be a valid hexadecimal string")),
    }
}

pub fn sodium_bin2base64(call: &mut Call<'_>, string: &Str, id: i64) -> Res<Str> {
    let variant = variant(call, id)?;
    let room = sodium().base64_room(string.len(), variant);
    encoded(call, room, |out| sodium().base64(out, string, variant))
}

pub fn sodium_base642bin(call: &mut Call<'_>, string: &Str, id: i64, ignore: &Str) -> Res<Str> {
    let variant = variant(call, id)?;
    let ignored = ignored(call, 3, ignore);
    let read = |out: &mut [u8]| sodium().unbase64(out, (string, variant), ignored.as_deref());
    match coded(call, string.len() / 4 * 3 + 2, read)? {
        Some(bytes) => Ok(bytes),
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
    (call.passed() >= position).then(|| until_nul(ignore))
}
