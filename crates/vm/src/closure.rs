//! Closures: a function with the variables it captured.
//!
//! An object of the class `Closure` holds the function's number and the list of what it captured.
//!
//! # Not here
//! Binding to objects and scopes: they need classes.

use std::sync::LazyLock;

use hhbc::imm::{Count, FuncId};
use runtime::array::Array;
use runtime::object::{ClassId, ClassRecord, Object, define_class};
use runtime::raise::{OrExit, Res};
use runtime::registry::Registry;
use runtime::string::{StaticStr, intern};
use runtime::value::Value;

use crate::frame::{Fp, Frame};
use crate::func::{Func, PhpFunc};
use crate::request::Request;

static CLASS: LazyLock<Option<ClassId>> = LazyLock::new(|| {
    define_class(ClassRecord {
        name: intern(b"Closure"),
        slots: 2,
        has_destructor: false,
        may_be_cyclic: true,
    })
});

static FUNCS: Registry<&'static Func> = Registry::new();
const FUNC: usize = 0;
const CAPTURED: usize = 1;

fn is_closure(object: &Object) -> bool {
    *CLASS == Some(object.class())
}

/// Whether the object is a closure and this is its class's name in lower case.
pub(crate) fn is_closure_name(object: &Object, folded: StaticStr) -> bool {
    is_closure(object) && folded.as_bytes() == b"closure"
}

/// The function of a closure; none when it is another object.
pub(crate) fn func_of(object: &Object) -> Option<&'static Func> {
    let number = is_closure(object).then(|| object.slot(FUNC).as_int())??;
    FUNCS.get(number as u32).copied()
}

/// A closure of `func`.
pub(crate) fn make(rq: &mut Request, func: &'static Func, captured: Array) -> Res<Value> {
    let number = func.number(|| FUNCS.add(func));
    let (Some(number), Some(class)) = (number, *CLASS) else {
        return Err(rq.fatal("Too many functions"));
    };
    let mut closure = Object::new(class).or_exit(rq)?;
    closure.slot_mut(FUNC).set(Value::int(i64::from(number)));
    closure.slot_mut(CAPTURED).set(Value::from(captured));
    Ok(Value::from(closure))
}

/// `create_cl`: see the table.
pub fn create_cl(rq: &mut Request, frame: &mut Frame, n: &Count, func: &FuncId) -> Res<()> {
    let captured = Array::from_values(frame.topmost(n.0).iter().cloned()).or_exit(rq)?;
    frame.discard(n.0);
    let func = frame.php().unit().func(*func);
    let closure = make(rq, func, captured)?;
    frame.push(closure);
    Ok(())
}

/// `f_callable`: see the table.
pub fn f_callable(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let record = frame.pop_record();
    if let Some(closure) = record.this() {
        record.release();
        frame.push(Value::from(closure));
        return Ok(());
    }
    let closure = make(rq, record.func(), Array::new())?;
    frame.push(closure);
    Ok(())
}

/// Gives a closure's frame the variables it captured.
pub(crate) fn bind_captured(fp: Fp, php: &PhpFunc) {
    let Some(closure) = fp.record().this() else { return };
    let Some(captured) = closure.slot(CAPTURED).as_array() else { return };
    for (capture, (_, value)) in php.record().notes.captures.iter().zip(captured) {
        fp.cell(capture.local.0 as usize).init(value.clone());
    }
}
