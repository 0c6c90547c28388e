//! Generators that are resumed as if they were functions: by a `foreach` and by methods.
//!
//! What is resumed is the end of a chain of delegations (`chain`).
//!
//! The frame is laid out above that of the loop, whose iterator is marked, or of the method, and
//! returns behind the step of the loop or the body of the method, where what it yielded is taken.

use runtime::array::Array;
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{DataType, Value, View};

use super::{
    State, chain, delegates, field, frame as saved, in_cell, is_generator, ops, set, set_int, slot,
};
use crate::dispatch::{Pc, State as Control, exit_pc};
use crate::frame::{ActRec, Cell, Fp, Receiver};
use crate::func::Func;
use crate::iter::{ADVANCED, MARK};
use crate::request::Request;

/// The object of an iterator whose second cell holds `mark`.
#[inline(always)]
fn of_iterator<'a>(iter: Cell, mark: i64) -> Option<&'a Object> {
    let second = iter.up(1);
    if second.tag() != DataType::Int64 || second.bits() != mark {
        return None;
    }
    match iter.value().view() {
        View::Object(object) => Some(object),
        _ => None,
    }
}

/// Where the frame of a generator is about to be laid out, and where its code goes on.
pub(super) struct Entry {
    record: ActRec,
    func: &'static Func,
    pub pc: Pc,
}

impl Entry {
    /// None when there is no room, or something else to do first.
    #[inline(always)]
    pub(super) fn at(record: ActRec, func: &'static Func, pc: Pc, rq: &Request) -> Option<Self> {
        let end = record.frame().address() + func.cells() * size_of::<Value>();
        (!rq.surprise().stops(end)).then_some(Self { record, func, pc })
    }

    /// Of a generator that has an address to resume at.
    #[inline(always)]
    pub(super) fn of(record: ActRec, generator: &Object, rq: &Request) -> Option<Self> {
        let pc = Pc::from_word(field(generator, slot::RESUME))?;
        Self::at(record, field(generator, slot::CALLEE).static_ref(), pc, rq)
    }

    /// Of a generator that has not begun and keeps its cells itself.
    #[inline(always)]
    pub(super) fn fresh(record: ActRec, generator: &Object, rq: &Request) -> Option<Self> {
        let func: &'static Func = field(generator, slot::CALLEE).static_ref();
        let entry = Self::at(record, func, chain::beginning(generator)?, rq)?;
        saved::owns_cells(generator, func.slots() - 1).then_some(entry)
    }

    /// Lays the frame out (G3), to go on with `sent`, as a call that returns to `to`.
    #[inline(always)]
    pub(super) fn lay_out(
        self,
        generator: &Object,
        to: (Option<Fp>, Pc),
        sent: Value,
        state: State,
    ) -> Control {
        let (fp, hidden) = (self.record.frame(), self.func.slots() - 1);
        if hidden > 0 {
            saved::restore_own(fp, hidden, generator);
        }
        saved::begin(self.record, self.func, generator, to);
        fp.cell(hidden).init(Receiver::of(generator).value());
        fp.cell(hidden + 1).init(sent);
        set_int(generator, slot::STATE, state as i64);
        field(generator, slot::RESUME).put(Value::NULL.into_raw());
        Control { pc: self.pc, fp }
    }
}

/// Lays out the frame of a suspended generator, or of the one that it delegates to in the end, at
/// `record`, to go on with `sent`, as a call that returns to `to`. Does nothing when that must be
/// left to native code.
#[inline(always)]
fn enter(
    rq: &mut Request,
    generator: &Object,
    record: ActRec,
    to: (Option<Fp>, Pc),
    sent: impl FnOnce() -> Value,
) -> Option<Control> {
    if !delegates(generator) {
        let entry = Entry::of(record, generator, rq)?;
        return Some(entry.lay_out(generator, to, sent(), State::Running));
    }
    let Some(end) = chain::known_end(generator) else {
        return chain::enter(rq, generator, record, to, sent());
    };
    let entry = Entry::of(record, end, rq)?;
    chain::run_for(generator, end);
    Some(entry.lay_out(end, to, sent(), State::Running))
}

/// Begins the generator that is the only item on the stack of a frame, above it; it returns to `ret`.
/// Does nothing when that must be left to native code.
pub(crate) fn begin(rq: &mut Request, caller: Fp, ret: Pc) -> Option<Control> {
    let item = caller.cell(caller.record().func().slots());
    let generator = chain::fresh(item)?;
    let entry = Entry::fresh(ActRec::at(item.up(1)), &generator, rq)?;
    Some(entry.lay_out(&generator, (Some(caller), ret), Value::NULL, State::Starting))
}

/// Calls the generator that the iterator is at, from a frame with nothing on its stack; it returns
/// to `ret`. Does nothing when that must be left to native code.
pub(crate) fn resume(rq: &mut Request, iter: Cell, caller: Fp, ret: Pc) -> Option<Control> {
    let generator = of_iterator(iter, MARK).filter(|object| is_generator(object))?;
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
        chain::settle_direct(rq, &generator)?;
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
    let pair = |source| (field(source, slot::KEY), field(source, slot::CURRENT));
    if field(generator, slot::RESUME).tag() == DataType::Int64 && !delegates(generator) {
        return Ok(Some(pair(generator)));
    }
    if let Some(end) = chain::known_end(generator) {
        return Ok(Some(pair(end)));
    }
    walked(generator).map(|source| source.map(pair))
}

/// Who gives the value of a generator that came back.
#[inline(never)]
fn walked(generator: &Object) -> Result<Option<&Object>, ()> {
    let source = if delegates(generator) { chain::giver(generator).ok_or(())? } else { generator };
    Ok((!super::is_over(source)).then_some(source))
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
    let generator = in_cell(fp, hidden)?;
    let state = super::own_state(generator);
    if state == State::Forced || !saved::save_in_place(fp, hidden, generator) {
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
    set_int(generator, slot::SITE, i64::from(site));
    let state = if state == State::Starting { State::First } else { State::Later };
    set_int(generator, slot::STATE, state as i64);
    field(generator, slot::RESUME).put(next.to_word());
    chain::note_yielded(generator);
    drop(fp.cell(hidden).take());
    Some(back(fp, put_aside(record)))
}

/// Returns `value` from the frame of a generator that runs for no other, and goes back to its caller.
/// Does nothing when that is not simple.
#[inline(never)]
pub(crate) fn return_to_caller(fp: Fp, value: Cell) -> Option<Control> {
    let generator = in_cell(fp, fp.record().func().slots() - 1)?.clone();
    let is_asked = !matches!(field(&generator, slot::ROOT).value().view(), View::Object(_));
    if !is_asked || super::own_state(&generator) == State::Forced {
        return None;
    }
    let to = finish(fp, &generator, value.take().unboxed().clone());
    Some(back(fp, to))
}

/// Ends a generator with `result` and puts its frame aside. Where that returns to.
#[inline(always)]
pub(super) fn finish(fp: Fp, generator: &Object, result: Value) -> (Option<Fp>, Pc) {
    let record = fp.record();
    saved::finish_with(generator, result);
    for number in 0..record.func().slots() {
        drop(fp.cell(number).take());
    }
    put_aside(record)
}

/// Goes back from a frame that was put aside: what called it finds null.
#[inline(always)]
fn back(fp: Fp, (caller, ret): (Option<Fp>, Pc)) -> Control {
    fp.record().cell().init(Value::NULL);
    Control { pc: ret, fp: caller.unwrap_or(fp) }
}

/// Goes past a delegation to an array without elements, which becomes what it returns.
#[inline(always)]
pub(crate) fn skips(fp: Fp, source: Cell) -> bool {
    let is_empty = source.value().as_array().is_some_and(Array::is_empty);
    let hidden = fp.record().func().slots() - 1;
    let skips = is_empty
        && in_cell(fp, hidden).is_some_and(|outer| super::own_state(outer) != State::Forced);
    if skips {
        source.replace(Value::NULL);
    }
    skips
}

/// Gives up what the record of a frame owns whose cells are put aside. Where it returns to.
#[inline(always)]
pub(super) fn put_aside(record: ActRec) -> (Option<Fp>, Pc) {
    if !record.is_bare() {
        record.release();
    }
    (record.caller(), record.ret().unwrap_or_else(exit_pc))
}
