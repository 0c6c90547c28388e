//! Going through objects that can be iterated.

#[rustfmt::skip]
mod r#gen;

pub use r#gen::{CONSTANTS, NATIVES};

use runtime::array::Array;
use runtime::conv::{self, KeyUse};
use runtime::native::Call;
use runtime::object::Object;
use runtime::raise::{OrExit as _, Res};
use runtime::value::{Value, View};

use super::{callable, request};
use crate::library;
use crate::request::Request;

/// The iterator of an object that can be iterated.
fn iterator_of(rq: &mut Request, object: &Object) -> Res<Object> {
    let mut object = object.clone();
    while library::ITERATOR_AGGREGATE.is_above(object.class()) {
        let inner = rq.call_method(&object, b"getiterator", &[])?;
        let View::Object(inner) = inner.view() else {
            let class = crate::class::class_text(object.class());
            let text = format!(
                "Objects returned by {class}::getIterator() must be traversable or implement \
                 interface Iterator"
            );
            return Err(rq.throw_error("exception", &text));
        };
        object = inner.clone();
    }
    Ok(object)
}

/// Calls `each` with the iterator at each of its elements, until that says no.
fn iterate(
    rq: &mut Request,
    object: &Object,
    mut each: impl FnMut(&mut Request, &Object) -> Res<bool>,
) -> Res<()> {
    let iterator = iterator_of(rq, object)?;
    rq.call_method(&iterator, b"rewind", &[])?;
    loop {
        let valid = rq.call_method(&iterator, b"valid", &[])?;
        if !conv::to_bool(&valid) || !each(rq, &iterator)? {
            return Ok(());
        }
        rq.call_method(&iterator, b"next", &[])?;
    }
}

fn iterator_to_array(call: &mut Call<'_>, iterator: &Value, preserve_keys: bool) -> Res<Array> {
    let object = match iterator.view() {
        View::Object(object) => object.clone(),
        View::Array(array) if preserve_keys => return Ok(array.clone()),
        _ => {
            let values: Vec<Value> = iterator
                .as_array()
                .into_iter()
                .flatten()
                .map(|(_, value)| value.unboxed().clone())
                .collect();
            return call.list(values);
        }
    };
    let mut collected = Array::new();
    iterate(request(call), &object, |rq, iterator| {
        let value = rq.call_method(iterator, b"current", &[])?.unboxed().clone();
        if !preserve_keys {
            collected.append(value).map_err(|_| runtime::heap::Oom).or_exit(rq)?;
            return Ok(true);
        }
        let key = rq.call_method(iterator, b"key", &[])?;
        let key = conv::to_key(rq, &key, KeyUse::Access)?;
        collected.set(key.as_key(), value).or_exit(rq)?;
        Ok(true)
    })?;
    Ok(collected)
}

fn iterator_count(call: &mut Call<'_>, iterator: &Value) -> Res<i64> {
    let object = match iterator.view() {
        View::Object(object) => object.clone(),
        _ => return Ok(iterator.as_array().map_or(0, Array::len) as i64),
    };
    let mut count = 0;
    iterate(request(call), &object, |_, _| {
        count += 1;
        Ok(true)
    })?;
    Ok(count)
}

fn iterator_apply(
    call: &mut Call<'_>,
    iterator: &Value,
    callback: &Value,
    args: Option<&Array>,
) -> Res<i64> {
    let View::Object(object) = iterator.view() else { return Ok(0) };
    let called = call.callable(2, callback)?;
    let args = args.cloned().unwrap_or_default();
    let mut count = 0;
    iterate(request(call), object, |rq, _| {
        count += 1;
        let result = callable::call_array(rq, &called, &args)?;
        Ok(runtime::conv::to_bool(&result))
    })?;
    Ok(count)
}
