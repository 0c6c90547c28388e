//! Arrays made from keys and values.

use runtime::array::{Ahead, Array, Key};
use runtime::conv;
use runtime::message::Message;
use runtime::native::Call;
use runtime::raise::{Halt, Res};
use runtime::value::{Value, View};

use super::{append, as_key, key_value, put};

pub(super) fn array_fill(
    call: &mut Call<'_>,
    start_index: i64,
    count: i64,
    value: &Value,
) -> Res<Array> {
    const COUNT_MAX: i64 = 0x1000_0000;
    if count < 0 {
        return Err(call.value_error(2, "must be greater than or equal to 0"));
    }
    if count >= COUNT_MAX {
        return Err(call.value_error(2, "is too large"));
    }
    if count > 0 && start_index > i64::MAX - (count - 1) {
        let text = "Cannot add element to the array as the next element is already occupied";
        return Err(call.throw(Message::Refused { text: text.to_owned() }));
    }
    if start_index == 0 {
        return call.list(std::iter::repeat_n(value.clone(), count as usize));
    }
    let mut array = Array::new();
    if count > 0 && !(0..count).contains(&start_index) {
        array = call.alloc(Array::hash_with_capacity(count as usize))?;
    }
    for offset in 0..count {
        put(call, &mut array, Key::Int(start_index + offset), value.clone())?;
    }
    Ok(array)
}

/// Stores under the key that a value is after conversion to a string.
fn put_converted(call: &mut Call<'_>, array: &mut Array, (key, value): (&Value, Value)) -> Res<()> {
    if let Some(key) = as_key(key) {
        return put(call, array, key, value);
    }
    let key = call.to_str(key)?;
    put(call, array, Key::of_str(&key), value)
}

/// An array for so many elements, the first of which this value is the key of.
fn sized(call: &mut Call<'_>, count: usize, first: Option<&Value>) -> Res<Array> {
    let made = match first.and_then(as_key) {
        Some(Key::Str(_)) => Array::hash_with_capacity(count),
        Some(Key::Int(1..)) => Array::dict_with_capacity(count),
        _ => return Ok(Array::new()),
    };
    call.alloc(made)
}

pub(super) fn array_fill_keys(call: &mut Call<'_>, keys: &Array, value: &Value) -> Res<Array> {
    let mut array = sized(call, keys.len(), keys.values().next())?;
    let mut ahead = Ahead::new(keys.values().map(as_key), keys.len());
    for key in keys.values() {
        ahead.step(&array);
        put_converted(call, &mut array, (key, value.clone()))?;
    }
    Ok(array)
}

pub(super) fn array_combine(call: &mut Call<'_>, keys: &Array, values: &Array) -> Res<Array> {
    if keys.len() != values.len() {
        let text = format!(
            "{}(): Argument #1 ($keys) and argument #2 ($values) must have the same number of elements",
            call.native().name
        );
        return Err(call.throw(Message::ValueRefused { text }));
    }
    let mut array = sized(call, keys.len(), keys.values().next())?;
    let mut ahead = Ahead::new(keys.values().map(as_key), keys.len());
    for (key, value) in keys.values().zip(values.values()) {
        ahead.step(&array);
        put_converted(call, &mut array, (key, value.element_copy()))?;
    }
    Ok(array)
}

pub(super) fn array_flip(call: &mut Call<'_>, array: &Array) -> Res<Array> {
    let mut flipped = sized(call, array.len(), array.values().next())?;
    let mut ahead = Ahead::new(array.values().map(as_key), array.len());
    for (key, value) in array {
        ahead.step(&flipped);
        match as_key(value) {
            Some(new) => put(call, &mut flipped, new, key_value(key))?,
            None => call.warn("Can only flip string and integer values, entry skipped")?,
        }
    }
    Ok(flipped)
}

pub(super) fn array_count_values(call: &mut Call<'_>, array: &Array) -> Res<Array> {
    let mut counts = Array::new();
    let mut ahead = Ahead::new(array.values().map(as_key), array.len());
    for (_, value) in array {
        ahead.step(&counts);
        let Some(key) = as_key(value) else {
            call.warn("Can only count string and integer values, entry skipped")?;
            continue;
        };
        let count = counts.get(key).and_then(Value::as_int).unwrap_or(0);
        put(call, &mut counts, key, Value::int(count + 1))?;
    }
    Ok(counts)
}

pub(super) fn array_pad(
    call: &mut Call<'_>,
    array: &Array,
    length: i64,
    value: &Value,
) -> Res<Array> {
    const LENGTH_MAX: u64 = 0x4000_0000;
    let wanted = length.unsigned_abs();
    if wanted >= LENGTH_MAX {
        return Err(call.value_error(2, "must not exceed the maximum allowed array size"));
    }
    let missing = (wanted as usize).saturating_sub(array.len());
    if missing == 0 {
        return Ok(array.clone());
    }
    let mut padded = Array::new();
    if length < 0 {
        for _ in 0..missing {
            append(call, &mut padded, value.element_copy())?;
        }
    }
    for (key, value) in array {
        let value = value.clone();
        match key {
            Key::Int(_) => append(call, &mut padded, value)?,
            key => put(call, &mut padded, key, value)?,
        }
    }
    if length > 0 {
        for _ in 0..missing {
            append(call, &mut padded, value.element_copy())?;
        }
    }
    Ok(padded)
}

pub(super) fn array_change_key_case(call: &mut Call<'_>, array: &Array, case: i64) -> Res<Array> {
    let mut changed = Array::new();
    for (key, value) in array {
        match key {
            Key::Int(_) => put(call, &mut changed, key, value.element_copy())?,
            Key::Str(key) => {
                let key = match case {
                    0 => key.to_ascii_lowercase(),
                    _ => key.to_ascii_uppercase(),
                };
                let key = call.str(&key)?;
                put(call, &mut changed, Key::of_str(&key), value.element_copy())?;
            }
        }
    }
    Ok(changed)
}

pub(super) fn array_sum(call: &mut Call<'_>, array: &Array) -> Res<Value> {
    match sum_of_ints(array) {
        Some(sum) => Ok(Value::int(sum)),
        None => reduce(call, array, ("Addition", Value::int(0)), runtime::ops::add),
    }
}

/// The sum, when all are ints and so is that.
fn sum_of_ints(array: &Array) -> Option<i64> {
    array.values().try_fold(0i64, |sum, value| match value.view() {
        View::Int(int) => sum.checked_add(int),
        _ => None,
    })
}

pub(super) fn array_product(call: &mut Call<'_>, array: &Array) -> Res<Value> {
    reduce(call, array, ("Multiplication", Value::int(1)), runtime::ops::mul)
}

type Operator = fn(&mut dyn runtime::raise::Raise, &Value, &Value) -> Res<Value>;

/// What the class of an object makes of the operator.
fn overloaded(call: &mut Call<'_>, name: &str, sum: &Value, value: &Value) -> Res<Option<Value>> {
    let operator = if name == "Addition" { "+" } else { "*" };
    let View::Object(object) = value.view() else { return Ok(None) };
    let (sum, object) = (sum.clone(), object.clone());
    match call.rq().object_cast(&object, runtime::raise::Cast::Number)? {
        Some(number) if operator == "+" => runtime::ops::add(call.rq(), &sum, &number).map(Some),
        Some(number) => runtime::ops::mul(call.rq(), &sum, &number).map(Some),
        None => call.rq().object_operator(operator, &sum, value),
    }
}

/// Folds numbers; arrays are skipped with a warning, strings read as numbers without one.
fn reduce(
    call: &mut Call<'_>,
    array: &Array,
    (name, start): (&str, Value),
    operator: Operator,
) -> Res<Value> {
    let mut sum = start;
    // PHP: what a warning throws is forgotten at the next one, which is not about an object.
    let mut thrown = Ok(());
    let complain = |call: &mut Call<'_>, ty: &str, thrown: &mut Res<()>| {
        *thrown = call.warn(format!("{name} is not supported on type {ty}"));
        match thrown {
            Err(Halt::Exit) => Err(Halt::Exit),
            _ => Ok(()),
        }
    };
    for (_, value) in array {
        let number = match value.unboxed().view() {
            View::Array(_) => {
                complain(call, "array", &mut thrown)?;
                continue;
            }
            View::Object(_)
                if let Some(result) = overloaded(call, name, &sum, value.unboxed())? =>
            {
                sum = result;
                continue;
            }
            View::Object(object) => {
                let class = call.rq().class_name(&object.clone());
                if thrown.is_ok() {
                    complain(call, &class, &mut thrown)?;
                }
                continue;
            }
            View::Str(text) => match conv::numeric::prefix(text) {
                Some(numeric) => {
                    if numeric.has_trailing {
                        call.rq().report(Message::Warning {
                            text: "A non-numeric value encountered".to_owned(),
                        })?;
                    }
                    match numeric.number {
                        conv::numeric::Number::Int(int) => Value::int(int),
                        conv::numeric::Number::Float(float) => Value::float(float),
                    }
                }
                None => {
                    complain(call, "string", &mut thrown)?;
                    // PHP: it counts as 0, but not behind a reference.
                    if matches!(value.view(), View::Ref(_)) {
                        continue;
                    }
                    Value::int(0)
                }
            },
            View::Resource(resource) => {
                let number = Value::int(i64::from(resource.id()));
                complain(call, "resource", &mut thrown)?;
                number
            }
            _ => value.unboxed().clone(),
        };
        sum = operator(call.rq(), &sum, &number)?;
    }
    thrown.map(|()| sum)
}
