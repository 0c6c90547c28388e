//! Global variables by name: `$GLOBALS['x']` and `global $x`.

use runtime::conv;
use runtime::object::Reference;
use runtime::raise::Res;
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::frame::Frame;
use crate::local::assign;
use crate::request::Request;

/// The name on top of the stack, taken off.
fn pop_name(rq: &mut Request, frame: &mut Frame) -> Res<Str> {
    let name = frame.pop();
    conv::to_str(rq, &name)
}

/// `c_get_g`: see the table.
pub fn c_get_g(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let name = pop_name(rq, frame)?;
    let value = rq.global_value(name.as_bytes());
    if value.is_none() {
        let shown = String::from_utf8_lossy(name.as_bytes()).into_owned();
        rq.warn(&format!("Undefined global variable ${shown}"))?;
    }
    frame.push(value.unwrap_or(Value::NULL));
    Ok(())
}

/// `c_get_quiet_g`: see the table.
pub fn c_get_quiet_g(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let name = pop_name(rq, frame)?;
    frame.push(rq.global_value(name.as_bytes()).unwrap_or(Value::NULL));
    Ok(())
}

/// `v_get_g`: see the table.
pub fn v_get_g(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let place = pop_place(rq, frame)?;
    frame.push(Value::from(place));
    Ok(())
}

fn pop_place(rq: &mut Request, frame: &mut Frame) -> Res<Reference> {
    let name = pop_name(rq, frame)?;
    rq.global_ref(name.as_bytes())
}

/// `isset_g`: see the table.
pub fn isset_g(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let name = pop_name(rq, frame)?;
    let is_set = rq.global_value(name.as_bytes()).is_some_and(|value| !value.is_null());
    frame.push(Value::bool(is_set));
    Ok(())
}

/// `empty_g`: see the table.
pub fn empty_g(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let name = pop_name(rq, frame)?;
    let is_full = rq.global_value(name.as_bytes()).is_some_and(|value| conv::to_bool(&value));
    frame.push(Value::bool(!is_full));
    Ok(())
}

/// `set_g`: see the table.
pub fn set_g(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let place = pop_place(rq, frame)?;
    let mut variable = Value::from(place);
    assign(&mut variable, value.clone());
    frame.push(value);
    Ok(())
}

/// `bind_g`: see the table.
pub fn bind_g(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let source = frame.pop();
    let name = pop_name(rq, frame)?;
    if let View::Ref(place) = source.view() {
        rq.bind_global(name.as_bytes(), place.clone());
    }
    frame.push(source);
    Ok(())
}

/// `unset_g`: see the table.
pub fn unset_g(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let name = pop_name(rq, frame)?;
    rq.unset_global(name.as_bytes());
    Ok(())
}
