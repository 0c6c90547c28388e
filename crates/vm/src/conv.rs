//! Casts and tests of types.

use hhbc::imm::{IsTypeOp, LocalId};
use runtime::conv;
use runtime::raise::Res;
use runtime::value::{Value, View};

use crate::frame::Frame;
use crate::local;
use crate::request::Request;

/// `cast_bool`: see the table.
pub fn cast_bool(_: &mut Request, frame: &mut Frame) {
    let value = frame.pop();
    frame.push(Value::bool(conv::to_bool(&value)));
}

/// `cast_int`: see the table.
pub fn cast_int(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let int = conv::to_int(rq, &value)?;
    frame.push(Value::int(int));
    Ok(())
}

/// `cast_double`: see the table.
pub fn cast_double(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let float = conv::to_float(rq, &value)?;
    frame.push(Value::float(float));
    Ok(())
}

/// `cast_string`: see the table.
pub fn cast_string(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let string = conv::to_str(rq, &value)?;
    frame.push(Value::from(string));
    Ok(())
}

/// `cast_array`: see the table.
pub fn cast_array(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let array = match value.unboxed().view() {
        View::Object(object) => rq.array_of_object(&object.clone())?,
        _ => conv::scalar_to_array(rq, &value)?,
    };
    frame.push(Value::from(array));
    Ok(())
}

/// `cast_object`: see the table.
pub fn cast_object(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let object = crate::object::from_value(rq, value.unboxed())?;
    frame.push(Value::from(object));
    Ok(())
}

/// `is_type_c`: see the table.
pub fn is_type_c(_: &mut Request, frame: &mut Frame, op: &IsTypeOp) {
    let value = frame.pop();
    frame.push(Value::bool(is_type(&value, *op)));
}

/// `is_type_l`: see the table.
pub fn is_type_l(rq: &mut Request, frame: &mut Frame, id: &LocalId, op: &IsTypeOp) -> Res<()> {
    let value = local::read(rq, frame, *id)?;
    frame.push(Value::bool(is_type(&value, *op)));
    Ok(())
}

fn is_type(value: &Value, op: IsTypeOp) -> bool {
    let view = value.unboxed().view();
    match op {
        IsTypeOp::Null => matches!(view, View::Null | View::Uninit),
        IsTypeOp::Bool => matches!(view, View::Bool(_)),
        IsTypeOp::Int => matches!(view, View::Int(_)),
        IsTypeOp::Dbl => matches!(view, View::Float(_)),
        IsTypeOp::Str => matches!(view, View::Str(_)),
        IsTypeOp::Arr => matches!(view, View::Array(_)),
        IsTypeOp::Obj => matches!(view, View::Object(_)),
        IsTypeOp::Res => matches!(view, View::Resource(_)),
        IsTypeOp::Scalar => {
            matches!(view, View::Bool(_) | View::Int(_) | View::Float(_) | View::Str(_))
        }
    }
}
