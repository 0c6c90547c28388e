//! Native methods of `Generator`.

use hhbc::imm::LocalId;
use runtime::array::{Array, Key};
use runtime::object::Object;
use runtime::raise::{OrExit as _, Res};
use runtime::string::Str;
use runtime::value::Value;

use super::{Input, State, field, is_over, resume, slot, start, state};
use crate::frame::Frame;
use crate::native_method::MethodRow;
use crate::object::this_of;
use crate::request::Request;

/// The methods.
pub(crate) const METHODS: &[MethodRow] = &[
    ("generator::rewind", rewind),
    ("generator::valid", valid),
    ("generator::current", current),
    ("generator::key", key),
    ("generator::next", next),
    ("generator::send", send),
    ("generator::throw", throw),
    ("generator::getreturn", get_return),
    ("generator::__debuginfo", debug_info),
];

fn rewind(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let generator = this_of(rq, frame)?;
    super::go_to_first(rq, &generator)?;
    Ok(Value::NULL)
}

fn valid(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let generator = this_of(rq, frame)?;
    start(rq, &generator)?;
    Ok(Value::bool(!is_over(&generator)))
}

fn read(rq: &mut Request, frame: &mut Frame, at: usize) -> Res<Value> {
    let generator = this_of(rq, frame)?;
    start(rq, &generator)?;
    Ok(super::shown(&generator, at).unboxed().clone())
}

fn current(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    read(rq, frame, slot::CURRENT)
}

fn key(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    read(rq, frame, slot::KEY)
}

fn next(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let generator = this_of(rq, frame)?;
    start(rq, &generator)?;
    resume(rq, &generator, Input::Send(Value::NULL))?;
    Ok(Value::NULL)
}

fn send(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let generator = this_of(rq, frame)?;
    start(rq, &generator)?;
    let value = frame.local(LocalId(0)).unboxed().clone();
    resume(rq, &generator, Input::Send(value))?;
    Ok(super::current(&generator).unboxed().clone())
}

fn throw(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let generator = this_of(rq, frame)?;
    start(rq, &generator)?;
    let value = frame.local(LocalId(0)).unboxed().clone();
    if let Some(object) = value.into_object() {
        resume(rq, &generator, Input::Throw(object))?;
    }
    Ok(super::current(&generator).unboxed().clone())
}

/// What the generator returned.
pub(super) fn result(rq: &mut Request, generator: &Object) -> Res<Value> {
    start(rq, generator)?;
    if state(generator) != State::Returned {
        let text = "Cannot get return value of a generator that hasn't returned";
        return Err(rq.throw_error("exception", text));
    }
    Ok(field(generator, slot::RESULT).value().clone())
}

fn get_return(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let generator = this_of(rq, frame)?;
    result(rq, &generator)
}

/// The name of its function.
fn debug_info(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let generator = this_of(rq, frame)?;
    let mut info = Array::new();
    if let Some(func) = super::func_of(&generator) {
        let name = Str::new(&super::whole_name(func)).or_exit(rq)?;
        let key = runtime::string::intern(b"function");
        info.set(Key::Str(key.as_str()), name.into()).or_exit(rq)?;
    }
    Ok(info.into())
}
