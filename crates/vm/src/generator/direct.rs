//! Generators that a `foreach` resumes as if it called a function.
//!
//! The loop's iterator is marked, the frame is laid out above the loop's, and returns behind the
//! step of the loop, where what it yielded is taken.

use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{DataType, Value, View};

use super::{
    State, delegate, delegates, ended, field, frame as saved, int_in, is_generator, ops, run_own,
    set, slot,
};
use crate::dispatch::{Pc, State as Control, exit_pc};
use crate::frame::{ActRec, Cell, Fp};
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

/// Calls the generator that the iterator is at, from a frame with nothing on its stack; it returns
/// to `ret`. Does nothing when that must be left to native code.
pub(crate) fn resume(rq: &mut Request, iter: Cell, caller: Fp, ret: Pc) -> Option<Control> {
    let generator = of_iterator(iter, MARK)?;
    let before = super::state(generator);
    if !matches!(before, State::First | State::Later) || delegates(generator) {
        return None;
    }
    let func = Func::by_number(int_in(generator, slot::FUNC) as u32)?;
    let php = func.as_php()?;
    let next = php.code().sites().all().get(int_in(generator, slot::SITE) as usize + 1)?;
    let record = ActRec::at(caller.cell(caller.record().func().slots()));
    let fp = record.frame();
    let end = fp.address() + func.cells() * size_of::<Value>();
    let hidden = func.slots() - 1;
    if next.depth != 1
        || rq.surprise().stops(end)
        || !saved::restore_in_place(fp, hidden, generator)
    {
        return None;
    }
    saved::begin(record, func, generator, (Some(caller), ret));
    fp.cell(hidden).init(Value::from(generator.clone()));
    fp.cell(hidden + 1).init(Value::NULL);
    super::set_running(generator, before);
    iter.up(1).set_bits(ADVANCED);
    let pc = php.code().pc_of(0, next.index as usize);
    let pc = pc.expect("invariant: a resumption is a boundary");
    Some(Control { pc, fp })
}

/// What an iterator has whose generator was called.
pub(crate) enum Resumed {
    /// Its generator was not called.
    Not,
    /// The key and the value.
    Pair(Value, Value),
    /// Nothing more.
    Over,
    /// What only native code can find out.
    Unknown,
}

/// Looks at a generator that came back.
pub(crate) fn resumed(iter: Cell, keyed: bool) -> Resumed {
    let Some(generator) = of_iterator(iter, ADVANCED) else { return Resumed::Not };
    if delegates(generator) {
        return Resumed::Unknown;
    }
    if super::is_over(generator) {
        return Resumed::Over;
    }
    let key = if keyed { field(generator, slot::KEY).value().clone() } else { Value::NULL };
    Resumed::Pair(key, field(generator, slot::CURRENT).value().clone())
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
/// it the key, is on the stack, and goes back to its caller. Does nothing when that is not simple.
pub(crate) fn yield_to_caller(
    fp: Fp,
    value: Cell,
    key: Option<Cell>,
    site: i32,
) -> Option<Control> {
    let record = fp.record();
    let hidden = record.func().slots() - 1;
    let View::Object(generator) = fp.cell(hidden).value().view() else { return None };
    if !saved::save_in_place(fp, hidden, generator) {
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
    set(generator, slot::SITE, Value::int(i64::from(site)));
    super::set_suspended(generator);
    drop(fp.cell(hidden).take());
    record.release();
    let control =
        Control { pc: record.ret().unwrap_or_else(exit_pc), fp: record.caller().unwrap_or(fp) };
    record.cell().init(Value::NULL);
    Some(control)
}
