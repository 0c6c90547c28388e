//! Making arrays, and asking for keys.

use hhbc::imm::{Count, StrIds};
use runtime::array::{Array, ArrayError, Key, shape_of};
use runtime::conv::{self, KeyUse};
use runtime::native::called;
use runtime::object::Object;
use runtime::raise::{Halt, OrExit, Raise, Res};
use runtime::value::{Value, View};

use crate::frame::Frame;
use crate::request::Request;

/// `new_array`: see the table.
pub fn new_array(rq: &mut Request, frame: &mut Frame, capacity: &Count) -> Res<()> {
    let array = Array::with_capacity(capacity.0 as usize).or_exit(rq)?;
    frame.push(Value::from(array));
    Ok(())
}

/// `new_mixed_array`: see the table.
pub fn new_mixed_array(rq: &mut Request, frame: &mut Frame, capacity: &Count) -> Res<()> {
    let array = Array::dict_with_capacity(capacity.0 as usize).or_exit(rq)?;
    frame.push(Value::from(array));
    Ok(())
}

/// `new_packed_array`: see the table.
pub fn new_packed_array(rq: &mut Request, frame: &mut Frame, n: &Count) -> Res<()> {
    let values = frame.topmost(n.0).iter().cloned();
    let array = Array::from_values(values).or_exit(rq)?;
    frame.discard(n.0);
    frame.push(Value::from(array));
    Ok(())
}

/// `new_struct_array`: see the table.
pub fn new_struct_array(rq: &mut Request, frame: &mut Frame, keys: &StrIds) -> Res<()> {
    let n = keys.0.len() as u32;
    let unit = frame.php().unit();
    let names = || keys.0.iter().map(|id| unit.str(*id)).collect::<Vec<_>>();
    let shape = if unit.is_passing() { None } else { shape_of(&names()) };
    let values = frame.topmost(n).iter().cloned();
    let array = match shape {
        Some(shape) => Array::of_shape(shape, values).or_exit(rq)?,
        None => {
            let mut array = Array::dict_with_capacity(keys.0.len()).or_exit(rq)?;
            for (id, value) in keys.0.iter().zip(values) {
                let name = unit.string_value(*id).or_exit(rq)?;
                let Some(name) = name.as_str() else { continue };
                array.set(Key::of_str(name), value).or_exit(rq)?;
            }
            array
        }
    };
    frame.discard(n);
    frame.push(Value::from(array));
    Ok(())
}

/// The array under construction that lies under `depth` others.
fn under_construction(frame: &mut Frame, depth: u32) -> &mut Array {
    frame.top_mut(depth).as_array_mut().expect("invariant: an array is under construction")
}

/// `add_elem_c`: see the table.
pub fn add_elem_c(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let key = frame.pop();
    let key = conv::to_key(rq, &key, KeyUse::Access)?;
    under_construction(frame, 0).set(key.as_key(), value).or_exit(rq)
}

/// `add_elem_v`: see the table.
pub fn add_elem_v(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    add_elem_c(rq, frame)
}

/// `add_new_elem_c`: see the table.
pub fn add_new_elem_c(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let added = under_construction(frame, 0).append(value);
    added.map_err(|error| not_added(rq, error))
}

/// `add_new_elem_v`: see the table.
pub fn add_new_elem_v(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    add_new_elem_c(rq, frame)
}

/// Why an element was not added, as PHP says it.
pub(crate) fn not_added(rq: &mut Request, error: ArrayError) -> Halt {
    match error {
        ArrayError::Oom => rq.out_of_memory(runtime::heap::Oom),
        ArrayError::NextIndexTaken => rq.throw_error(
            "error",
            "Cannot add element to the array as the next element is already occupied",
        ),
    }
}

/// `add_spread`: see the table.
pub fn add_spread(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let source = frame.pop();
    if let View::Object(object) = source.unboxed().view()
        && crate::library::TRAVERSABLE.is_above(object.class())
    {
        let object = object.clone();
        return add_pairs(rq, frame, &object);
    }
    let View::Array(source) = source.unboxed().view() else {
        return Err(not_unpacked(rq, "error", &source));
    };
    if under_construction(frame, 0).append_list(source).or_exit(rq)? {
        return Ok(());
    }
    for (key, value) in source {
        let value = value.element_copy();
        let array = under_construction(frame, 0);
        match key {
            Key::Int(_) => array.append(value).map_err(|error| not_added(rq, error))?,
            Key::Str(_) => array.set(key, value).or_exit(rq)?,
        }
    }
    Ok(())
}

/// The error of `...` before a value that holds no others.
pub(crate) fn not_unpacked(rq: &mut Request, class: &'static str, value: &Value) -> Halt {
    let given = match value.unboxed().view() {
        View::Bool(true) => "true".to_owned(),
        View::Bool(false) => "false".to_owned(),
        _ => runtime::conv::type_name(rq, value.unboxed()),
    };
    let text = format!("Only arrays and Traversables can be unpacked, {given} given");
    rq.throw_error(class, &text)
}

fn add_pairs(rq: &mut Request, frame: &mut Frame, object: &Object) -> Res<()> {
    for (key, value) in crate::iter::collect(rq, frame, object)? {
        let value = value.unboxed().clone();
        let array = under_construction(frame, 0);
        match key.unboxed().view() {
            View::Int(_) => array.append(value).map_err(|error| not_added(rq, error))?,
            View::Str(name) => match Key::of_str(name) {
                Key::Int(_) => array.append(value).map_err(|error| not_added(rq, error))?,
                key => array.set(key, value).or_exit(rq)?,
            },
            _ => {
                let text = "Keys must be of type int|string during array unpacking";
                return Err(rq.throw_error("error", text));
            }
        }
    }
    Ok(())
}

/// `ak_exists`: see the table.
pub fn ak_exists(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    called::note("array_key_exists");
    let array = frame.pop();
    let key = frame.pop();
    let View::Array(array) = array.unboxed().view() else {
        let given = match array.unboxed().view() {
            View::Bool(value) => value.to_string(),
            _ => conv::type_name(rq, array.unboxed()),
        };
        let text = format!(
            "array_key_exists(): Argument #2 ($array) must be of type array, {given} given"
        );
        return Err(rq.throw_error("typeerror", &text));
    };
    let key = conv::to_key(rq, &key, KeyUse::Access)?;
    let found = array.get(key.as_key()).is_some();
    frame.push(Value::bool(found));
    Ok(())
}
