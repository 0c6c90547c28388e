//! What functions give: strings that the library fills, exceptions.

use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::string::Str;

use super::argument::bytes_mut;

const EXCEPTION: &str = "SodiumException";

/// The exception with a text.
#[cold]
pub fn failed(call: &mut Call<'_>, text: &str) -> Halt {
    call.host().throw_instance(EXCEPTION, text, 0)
}

/// The exception about an argument; `rule` follows its name.
#[cold]
pub fn refused(call: &mut Call<'_>, position: usize, rule: &str) -> Halt {
    call.argument_error(EXCEPTION, position, rule)
}

/// A string of so many bytes that `fill` writes; none when that fails.
pub fn opened(
    call: &mut Call<'_>,
    length: usize,
    fill: impl FnOnce(&mut [u8]) -> bool,
) -> Res<Option<Str>> {
    let mut text = call.alloc(Str::zeroed(length))?;
    Ok(fill(bytes_mut(&mut text)).then_some(text))
}

/// The same, of what does not fail.
pub fn filled(
    call: &mut Call<'_>,
    length: usize,
    fill: impl FnOnce(&mut [u8]) -> bool,
) -> Res<Str> {
    match opened(call, length, fill)? {
        Some(text) => Ok(text),
        None => Err(failed(call, "internal error")),
    }
}

/// The string of bytes, which the library has unless it failed.
pub fn made<const N: usize>(call: &mut Call<'_>, bytes: Option<[u8; N]>) -> Res<Str> {
    match bytes {
        Some(bytes) => call.str(&bytes),
        None => Err(failed(call, "internal error")),
    }
}
