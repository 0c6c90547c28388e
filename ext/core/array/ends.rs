//! Both ends of an array.

use runtime::array::Array;
use runtime::native::{ArrayRef, Call};
use runtime::raise::Res;
use runtime::value::Value;

use super::append;

pub(super) fn array_push(call: &mut Call<'_>, array: ArrayRef<'_>, values: &[Value]) -> Res<i64> {
    let mut held = array.with(std::mem::take);
    let mut result = Ok(());
    for value in values {
        result = append(call, &mut held, value.clone());
        if result.is_err() {
            break;
        }
    }
    let length = held.len() as i64;
    array.set(held);
    result.map(|()| length)
}

pub(super) fn array_pop(call: &mut Call<'_>, array: ArrayRef<'_>) -> Res<Value> {
    let popped = array.with(Array::pop);
    Ok(call.alloc(popped)?.map(|value| value.unboxed().clone()).unwrap_or_default())
}

pub(super) fn array_shift(call: &mut Call<'_>, array: ArrayRef<'_>) -> Res<Value> {
    let shifted = array.with(Array::shift);
    Ok(call.alloc(shifted)?.map(|value| value.unboxed().clone()).unwrap_or_default())
}

pub(super) fn array_unshift(
    call: &mut Call<'_>,
    array: ArrayRef<'_>,
    values: &[Value],
) -> Res<i64> {
    let length = array.with(|array| array.unshift(values).map(|()| array.len() as i64));
    call.alloc(length)
}
