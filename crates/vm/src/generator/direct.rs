//! Generators that are resumed as if they were functions: by a `foreach` and by methods.
//!
//! The frame is laid out above that of the loop, whose iterator is marked, or of the method, and
//! returns behind the step of the loop or the body of the method, where what it yielded is taken.

use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{DataType, Value, View};

use super::{
    State, delegate, delegates, ended, field, frame as saved, is_generator, ops, run_own, set, slot,
};
use crate::dispatch::{Pc, State as Control, exit_pc};
use crate::frame::{ActRec, Cell, Fp, Receiver};
use crate::func::Func;
use crate::iter::{ADVANCED, MARK};
use crate::request::Request;

/// The generator of an iterator whose second cell holds `mark`.
#[inline(always)]
fn of_iterator<'a>(iter: Cell, mark: i64) -> Option<&'a Object> {
    let second = iter.up(1);
    if second.tag() != DataType::Int64 || second.bits() != mark {
        return None;
    }
    match iter.value().view() {
        View::Object(object) if is_generator(object) => Some(object),
        _ => None,
    }
}

/// Lays the frame of a suspended generator out at `record`, to go on with `sent`, as a call that
/// returns to `to`. Does nothing when that must be left to native code.
#[inline(always)]
fn enter(
    rq: &mut Request,
    generator: &Object,
    record: ActRec,
    to: (Option<Fp>, Pc),
    sent: impl FnOnce() -> Value,
) -> Option<Control> {
    let pc = Pc::from_word(field(generator, slot::RESUME))?;
    let func: &'static Func = field(generator, slot::CALLEE).static_ref();
    let (fp, hidden) = (record.frame(), func.slots() - 1);
    let end = fp.address() + func.cells() * size_of::<Value>();
    if rq.surprise().stops(end) {
        return None;
    }
    if hidden > 0 {
        saved::restore_own(fp, hidden, generator);
    }
    saved::begin(record, func, generator, to);
    fp.cell(hidden).init(Receiver::of(generator).value());
    fp.cell(hidden + 1).init(sent());
    field(generator, slot::STATE).put(Value::int(State::Running as i64).into_raw());
    field(generator, slot::RESUME).put(Value::NULL.into_raw());
    Some(Control { pc, fp })
}

/// Calls the generator that the iterator is at, from a frame with nothing on its stack; it returns
/// to `ret`. Does nothing when that must be left to native code.
pub(crate) fn resume(rq: &mut Request, iter: Cell, caller: Fp, ret: Pc) -> Option<Control> {
    let generator = of_iterator(iter, MARK)?;
    let record = ActRec::at(caller.cell(caller.record().func().slots()));
    let control = enter(rq, generator, record, (Some(caller), ret), || Value::NULL)?;
    iter.up(1).set_bits(ADVANCED);
    Some(control)
}

/// Calls the generator whose method's frame this is, with its argument when the method `sends` it;
/// it returns to `ret`. Does nothing when that must be left to native code.
pub(crate) fn resume_by_method(
    rq: &mut Request,
    method: Fp,
    sends: bool,
    ret: Pc,
) -> Option<Control> {
    let generator = method.record().receiver()?.value().into_object()?;
    let record = ActRec::at(method.cell(method.record().func().slots()));
    let sent = || if sends { method.cell(0).unboxed().value().clone() } else { Value::NULL };
    enter(rq, &generator, record, (Some(method), ret), sent)
}

/// What a method returns that called its generator; `gives` when that is the generator's value.
pub(crate) fn left_method(rq: &mut Request, method: Fp, gives: bool) -> Res<Value> {
    let this = method.record().receiver().map(Receiver::value);
    let Some(generator) = this.and_then(Value::into_object) else { return Ok(Value::NULL) };
    if delegates(&generator) {
        settle_direct(rq, &generator)?;
    }
    if !gives {
        return Ok(Value::NULL);
    }
    Ok(super::current(&generator).unboxed().clone())
}

/// The generator that the iterator has called.
#[inline(always)]
pub(crate) fn advanced<'a>(iter: Cell) -> Option<&'a Object> {
    of_iterator(iter, ADVANCED)
}

/// The key and the value of a generator that came back; an error when only native code can find
/// them out, and none when there are no more.
#[inline(always)]
pub(crate) fn yielded(generator: &Object) -> Result<Option<(Cell, Cell)>, ()> {
    if delegates(generator) {
        return Err(());
    }
    if super::is_over(generator) {
        return Ok(None);
    }
    Ok(Some((field(generator, slot::KEY), field(generator, slot::CURRENT))))
}

/// Finds the first value of what a generator that came back delegates to.
pub(crate) fn settle_direct(rq: &mut Request, generator: &Object) -> Res<()> {
    if !delegates(generator) {
        return Ok(());
    }
    super::set_running(generator, super::state(generator));
    let result = delegate::first(rq, generator).and_then(|step| match ended(generator, step) {
        Some(input) => run_own(rq, generator, input),
        None => Ok(()),
    });
    super::settle(generator, &result);
    result
}

/// Suspends the frame `fp` at the site with this number, of which nothing but the value, and under
/// it the key, is on the stack, and goes back to its caller; the code goes on at `next`. Does
/// nothing when that is not simple.
#[inline(always)]
pub(crate) fn yield_to_caller(
    fp: Fp,
    value: Cell,
    key: Option<Cell>,
    (site, next): (i32, Pc),
) -> Option<Control> {
    let record = fp.record();
    let hidden = record.func().slots() - 1;
    let View::Object(generator) = fp.cell(hidden).value().view() else { return None };
    if super::state(generator) == State::Forced || !saved::save_in_place(fp, hidden, generator) {
        return None;
    }
    let key = match key {
        Some(key) => {
            ops::note_key(generator, key.value());
            key.take()
        }
        None => ops::next_key(generator),
    };
    set(generator, slot::CURRENT, value.take());
    set(generator, slot::KEY, key);
    field(generator, slot::SITE).put(Value::int(i64::from(site)).into_raw());
    let is_first = super::state(generator) == State::Starting;
    let state = if is_first { State::First } else { State::Later };
    field(generator, slot::STATE).put(Value::int(state as i64).into_raw());
    field(generator, slot::RESUME).put(next.to_word());
    drop(fp.cell(hidden).take());
    if !record.is_bare() {
        record.release();
    }
    let control =
        Control { pc: record.ret().unwrap_or_else(exit_pc), fp: record.caller().unwrap_or(fp) };
    record.cell().init(Value::NULL);
    Some(control)
}
