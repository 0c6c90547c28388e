//! Arguments: keys and nonces of one length, variables that hold a string.

use std::ffi::CString;

use runtime::native::Call;
use runtime::object::Reference;
use runtime::raise::{Halt, Res};
use runtime::string::Str;
use runtime::value::Value;

use super::outcome::refused;

/// The bytes of an argument, of which there must be as many as a constant says. Its name is given
/// without `SODIUM_CRYPTO_`.
pub fn fixed<'a, const N: usize>(
    call: &mut Call<'_>,
    position: usize,
    text: &'a Str,
    constant: &str,
) -> Res<&'a [u8; N]> {
    match text.as_bytes().try_into() {
        Ok(bytes) => Ok(bytes),
        Err(_) => Err(wrong_length(call, position, constant)),
    }
}

#[cold]
fn wrong_length(call: &mut Call<'_>, position: usize, constant: &str) -> Halt {
    refused(call, position, &format!("must be SODIUM_CRYPTO_{constant} bytes long"))
}

/// The secret and the public key of an argument that is both.
pub fn pair<'a, const S: usize, const P: usize>(
    call: &mut Call<'_>,
    position: usize,
    text: &'a Str,
    constant: &str,
) -> Res<(&'a [u8; S], &'a [u8; P])> {
    match text.as_bytes().split_first_chunk() {
        Some((secret, public)) if public.len() == P => {
            Ok((secret, public.first_chunk().expect("invariant: so many are left")))
        }
        _ => Err(wrong_length(call, position, constant)),
    }
}

/// The string of a variable, to be changed in place: the variable has none until it gets it back.
pub fn take_string(call: &mut Call<'_>, variable: &Reference) -> Res<Option<Str>> {
    let Some(shared) = variable.peek().as_str().cloned() else { return Ok(None) };
    variable.set(Value::NULL);
    if shared.is_unique() {
        return Ok(Some(shared));
    }
    let mut own = call.alloc(Str::zeroed(shared.len()))?;
    bytes_mut(&mut own).copy_from_slice(&shared);
    Ok(Some(own))
}

/// The bytes of a string that nobody else has.
pub fn bytes_mut(own: &mut Str) -> &mut [u8] {
    own.as_bytes_mut().expect("invariant: the string has a single owner")
}

/// The part of a text that the library sees where it looks for NUL.
pub fn until_nul(text: &Str) -> CString {
    let text = text.split(|&byte| byte == 0).next().unwrap_or_default();
    CString::new(text).expect("invariant: it has no NUL")
}
