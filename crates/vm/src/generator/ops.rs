//! Op bodies of generators.

use hhbc::imm::ContCheckOp;
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{Value, View};

use super::{Input, chain, delegate, frame as saved, running, set, slot};
use crate::class::cell;
use crate::dispatch::{Constant, State};
use crate::frame::{ActRec, Fp, Frame};
use crate::object::this_of;
use crate::ops::Flow;
use crate::request::Request;

/// `create_cont`: see the table.
pub fn create_cont(rq: &mut Request, frame: &mut Frame) -> Res<Flow> {
    let class = crate::library::GENERATOR.of(rq)?;
    let generator = rq.new_object(class)?;
    take_record(&generator, frame.fp().record());
    saved::save(rq, frame, &generator)?;
    Ok(Flow::Return(Value::from(generator)))
}

/// Moves what a record has and says into a new generator.
fn take_record(generator: &Object, record: ActRec) {
    let func = record.func();
    let begin = |at, value: Value| super::field(generator, at).init(value);
    begin(slot::FUNC, Value::int(i64::from(func.number().unwrap_or(0))));
    begin(slot::CALLEE, Constant::address(func).value());
    begin(slot::THIS, record.take_this().map_or(Value::NULL, Value::from));
    begin(slot::CLASS, record.class().map_or(Value::NULL, cell));
    begin(slot::EXTRA, record.take_extra().map_or(Value::NULL, Value::from));
    begin(slot::PASSED, Value::int(i64::from(record.args())));
    begin(slot::LAST_KEY, Value::int(-1));
    begin(slot::STATE, Value::int(super::State::Fresh as i64));
}

/// As [`create_cont`] at the site with this number: the caller of the frame goes on. Does nothing when
/// there is no memory.
#[inline(never)]
pub(crate) fn create_directly(rq: &mut Request, fp: Fp, site: i32) -> Option<State> {
    let record = fp.record();
    let class = crate::library::GENERATOR.of(rq).ok()?;
    let generator = Object::new(class).ok()?;
    let list = saved::aside(fp, record.func().slots() - 1).ok()?;
    take_record(&generator, record);
    super::field(&generator, slot::CELLS).init(Value::from(list));
    super::field(&generator, slot::SITE).init(Value::int(i64::from(site)));
    let (caller, pc) = super::direct::put_aside(record);
    record.cell().init(Value::from(generator));
    Some(State { pc, fp: caller.unwrap_or(fp) })
}

/// Suspends the running frame; what `store` does to the generator is what it yields.
fn suspend(rq: &mut Request, frame: &mut Frame, store: impl FnOnce(&Object)) -> Res<Flow> {
    let Some(generator) = running(frame) else {
        return Err(rq.fatal("A generator's frame has no generator"));
    };
    if super::state(&generator) == super::State::Forced {
        let text = "Cannot yield from finally in a force-closed generator";
        return Err(rq.throw_error("error", text));
    }
    store(&generator);
    saved::save(rq, frame, &generator)?;
    super::set_suspended(&generator);
    Ok(Flow::Return(Value::NULL))
}

#[inline(always)]
pub(super) fn next_key(generator: &Object) -> Value {
    let last = super::int_in(generator, slot::LAST_KEY);
    let next = last.wrapping_add(1);
    super::field(generator, slot::LAST_KEY).put(Value::int(next).into_raw());
    Value::int(next)
}

#[inline(always)]
pub(super) fn note_key(generator: &Object, key: &Value) {
    let last = super::int_in(generator, slot::LAST_KEY);
    if let Some(int) = key.as_int().filter(|int| *int > last) {
        set(generator, slot::LAST_KEY, Value::int(int));
    }
}

fn yield_next(rq: &mut Request, frame: &mut Frame) -> Res<Flow> {
    let value = frame.pop();
    suspend(rq, frame, |generator| {
        set(generator, slot::CURRENT, value);
        set(generator, slot::KEY, next_key(generator));
    })
}

fn yield_pair(rq: &mut Request, frame: &mut Frame) -> Res<Flow> {
    let value = frame.pop();
    let key = frame.pop();
    suspend(rq, frame, |generator| {
        note_key(generator, &key);
        set(generator, slot::CURRENT, value);
        set(generator, slot::KEY, key);
    })
}

/// `yield_c`: see the table.
pub fn yield_c(rq: &mut Request, frame: &mut Frame) -> Res<Flow> {
    yield_next(rq, frame)
}

/// `yield_k`: see the table.
pub fn yield_k(rq: &mut Request, frame: &mut Frame) -> Res<Flow> {
    yield_pair(rq, frame)
}

/// `yield_v`: see the table.
pub fn yield_v(rq: &mut Request, frame: &mut Frame) -> Res<Flow> {
    yield_next(rq, frame)
}

/// `yield_kv`: see the table.
pub fn yield_kv(rq: &mut Request, frame: &mut Frame) -> Res<Flow> {
    yield_pair(rq, frame)
}

/// `yield_from`: see the table.
pub fn yield_from(rq: &mut Request, frame: &mut Frame) -> Res<Flow> {
    let source = frame.pop();
    if running(frame).is_some_and(|generator| super::state(&generator) == super::State::Forced) {
        let text = "Cannot use \"yield from\" in a force-closed generator";
        return Err(rq.throw_error("error", text));
    }
    let Some(delegate) = delegate::of_value(rq, &source)? else {
        return Err(
            rq.throw_error("error", "Can use \"yield from\" only with arrays and Traversables")
        );
    };
    if let View::Object(inner) = delegate.view()
        && super::is_generator(inner)
        && running(frame).is_some_and(|generator| chain::ends_with(inner, &generator))
    {
        let text = "Impossible to yield from the Generator being currently run";
        return Err(rq.throw_error("error", text));
    }
    suspend(rq, frame, |generator| {
        set(generator, slot::CHAIN, Value::NULL);
        delegate::note_unasked(generator);
        set(generator, slot::DELEGATE, delegate);
    })
}

/// Ends the generator of a frame with what its function returns.
pub(crate) fn return_from(frame: &Frame, value: Value) {
    if let Some(generator) = running(frame) {
        saved::finish_with(&generator, value.unboxed().clone());
    }
}

/// `cont_start`: see the table.
pub fn cont_start(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let generator = this_of(rq, frame)?;
    super::start(rq, &generator)?;
    frame.push(Value::NULL);
    Ok(())
}

/// `cont_enter`: see the table.
pub fn cont_enter(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let generator = this_of(rq, frame)?;
    super::resume(rq, &generator, Input::Send(value))?;
    frame.push(Value::NULL);
    Ok(())
}

/// `cont_raise`: see the table.
pub fn cont_raise(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let generator = this_of(rq, frame)?;
    if let View::Object(object) = value.view() {
        super::resume(rq, &generator, Input::Throw(object.clone()))?;
    }
    frame.push(Value::NULL);
    Ok(())
}

/// `cont_check`: see the table.
pub fn cont_check(rq: &mut Request, frame: &mut Frame, op: &ContCheckOp) -> Res<()> {
    let generator = this_of(rq, frame)?;
    match op {
        ContCheckOp::CheckStarted => super::start(rq, &generator),
        ContCheckOp::FirstYield => super::rewind(rq, &generator),
        ContCheckOp::IgnoreStarted => super::check_idle(rq, &generator),
    }
}

/// `cont_valid`: see the table.
pub fn cont_valid(_: &mut Request, frame: &mut Frame) {
    let valid = frame.this_object().is_some_and(|generator| super::is_valid(&generator));
    frame.push(Value::bool(valid));
}

/// `cont_key`: see the table.
pub fn cont_key(_: &mut Request, frame: &mut Frame) {
    let key = frame.this_object().map_or(Value::NULL, |generator| super::key(&generator));
    frame.push(key);
}

/// `cont_current`: see the table.
pub fn cont_current(_: &mut Request, frame: &mut Frame) {
    let value = frame.this_object().map_or(Value::NULL, |generator| super::current(&generator));
    frame.push(value.unboxed().clone());
}

/// `cont_return`: see the table.
pub fn cont_return(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let generator = this_of(rq, frame)?;
    let value = super::method::result(rq, &generator)?;
    frame.push(value);
    Ok(())
}
