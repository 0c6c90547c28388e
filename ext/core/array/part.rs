//! Parts of arrays.

use runtime::array::{Array, IntKeys};
use runtime::native::{ArrayRef, Call};
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::{append, put_new};

/// Where a part begins and how long it is: both count from the end when negative.
fn clamp(count: usize, offset: i64, length: Option<i64>) -> (usize, usize) {
    let count = count as i64;
    let start = if offset < 0 { offset.saturating_add(count).max(0) } else { offset.min(count) };
    let end = match length {
        None => count,
        Some(length) if length < 0 => length.saturating_add(count).max(start),
        Some(length) => start.saturating_add(length).min(count),
    };
    (start as usize, (end - start) as usize)
}

pub(super) fn array_slice(
    call: &mut Call<'_>,
    array: &Array,
    offset: i64,
    length: Option<i64>,
    preserve_keys: bool,
) -> Res<Array> {
    let (offset, length) = clamp(array.len(), offset, length);
    let keys = if preserve_keys { IntKeys::Keep } else { IntKeys::Renumber };
    let slice = array.slice(offset, length, keys);
    call.alloc(slice)
}

pub(super) fn array_splice(
    call: &mut Call<'_>,
    array: ArrayRef<'_>,
    offset: i64,
    length: Option<i64>,
    replacement: &Value,
) -> Res<Array> {
    let values = match replacement.unboxed().view() {
        View::Object(object) => call.host().object_array(&object.clone())?,
        _ => runtime::conv::scalar_to_array(call.rq(), replacement)?,
    };
    let spliced = array.with(|array| {
        let (offset, length) = clamp(array.len(), offset, length);
        array.splice(offset, length, &values)
    });
    call.alloc(spliced)
}

pub(super) fn array_chunk(
    call: &mut Call<'_>,
    array: &Array,
    length: i64,
    preserve_keys: bool,
) -> Res<Array> {
    if length < 1 {
        return Err(call.value_error(2, "must be greater than 0"));
    }
    let mut chunks = Array::new();
    let mut chunk = Array::new();
    for (key, value) in array {
        if preserve_keys {
            put_new(call, &mut chunk, key, value.element_copy())?;
        } else {
            append(call, &mut chunk, value.element_copy())?;
        }
        if chunk.len() as i64 == length {
            append(call, &mut chunks, std::mem::take(&mut chunk).into())?;
        }
    }
    if !chunk.is_empty() {
        append(call, &mut chunks, chunk.into())?;
    }
    Ok(chunks)
}
