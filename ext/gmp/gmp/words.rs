//! Numbers as words of bytes.

use dashu_int::UBig;
use dashu_int::ops::UnsignedAbs as _;
use runtime::native::Call;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::Value;

use super::number::{argument, made};

const MSW_FIRST: i64 = 1;
const LSW_FIRST: i64 = 2;
const LITTLE_ENDIAN: i64 = 4;
const BIG_ENDIAN: i64 = 8;
const NATIVE_ENDIAN: i64 = 16;

/// How words are laid out.
struct Layout {
    size: usize,
    /// Whether the lowest word comes first.
    low_first: bool,
    /// Whether the lowest byte of a word comes first.
    is_little: bool,
}

fn layout(call: &mut Call<'_>, size: i64, flags: i64) -> Res<Layout> {
    let Some(size) = usize::try_from(size).ok().filter(|size| *size > 0) else {
        return Err(call.value_error(2, "must be greater than or equal to 1"));
    };
    let order = flags & (MSW_FIRST | LSW_FIRST);
    if order == MSW_FIRST | LSW_FIRST {
        return Err(call.value_error(3, "cannot use multiple word order options"));
    }
    let endian = flags & (LITTLE_ENDIAN | BIG_ENDIAN | NATIVE_ENDIAN);
    if endian.count_ones() > 1 {
        return Err(call.value_error(3, "cannot use multiple endian options"));
    }
    let is_little = endian != BIG_ENDIAN;
    Ok(Layout { size, low_first: order == LSW_FIRST, is_little })
}

/// Turns bytes whose lowest is the first into words, or back.
fn arranged(bytes: &[u8], layout: &Layout) -> Vec<u8> {
    let word = |word: &[u8]| -> Vec<u8> {
        let mut word = word.to_vec();
        if !layout.is_little {
            word.reverse();
        }
        word
    };
    let words = bytes.chunks(layout.size).map(word);
    if layout.low_first { words.flatten().collect() } else { words.rev().flatten().collect() }
}

pub fn gmp_import(call: &mut Call<'_>, data: &Str, word_size: i64, flags: i64) -> Res<Value> {
    let layout = layout(call, word_size, flags)?;
    if !data.len().is_multiple_of(layout.size) {
        return Err(call.value_error(1, "must be a multiple of argument #2 ($word_size)"));
    }
    let number = UBig::from_le_bytes(&arranged(data, &layout));
    made(call, &number.into())
}

pub fn gmp_export(call: &mut Call<'_>, num: &Value, word_size: i64, flags: i64) -> Res<Str> {
    let layout = layout(call, word_size, flags)?;
    let number = argument(call, 1, num)?.unsigned_abs();
    if number == UBig::ZERO {
        return call.str(b"");
    }
    if layout.size > i64::MAX as usize / 4 {
        return Err(call.value_error(2, "is too large for argument #1 ($num)"));
    }
    super::check_bits(call, layout.size.checked_mul(8))?;
    let mut bytes = number.to_le_bytes().into_vec();
    bytes.resize(bytes.len().next_multiple_of(layout.size), 0);
    call.str(&arranged(&bytes, &layout))
}
