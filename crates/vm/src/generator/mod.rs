//! Generators: functions whose frame is put aside between two values.
//!
//! A suspended frame is kept by the generator's object as a list of words: its locals, its
//! iterators and its evaluation stack, where a pending record takes three. To resume, the frame is
//! laid out anew on the VM stack: under native code that waits for it, or, by a `foreach` and when
//! nothing is delegated, as a call that returns behind the step of the loop (`direct`).
//!
//! # Invariants
//! - G1: the slots are those of the library's class, in its order.
//! - G2: while a generator runs, its frame's cell for it has a count of the object.
//! - G3: a generator that has an address to resume at is suspended, and its list has a word for
//!   each local and iterator and is its own. It goes on there when it delegates nothing any more.
//!   While it runs, the list has room for them and holds nothing.
//! - G4: a generator has a root while its frame is on the stack as a call for one that delegates to
//!   it, by others or itself. A generator that delegates to one that runs counts as running.
//! - G5: the chain of a root ends with the generator that runs for it; when none does and the root
//!   delegates, a last member that has the root's number and delegates to none is still the end.

mod chain;
mod delegate;
mod direct;
mod frame;
mod layout;
mod method;
mod ops;
mod run;
mod waiting;

use runtime::array::Array;
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{DataType, Value, View};
pub(crate) use waiting::{Delegation, args_aside, class_of, place_of, this_of};

pub(crate) use chain::{asked, delegate_directly, return_to_outer, settle_direct, take_over};
pub(crate) use direct::{
    advanced, begin as begin_directly, left_method, resume as resume_directly, resume_by_method,
    return_to_caller, skips, yield_to_caller, yielded,
};
pub(crate) use frame::is_guarded;
pub use layout::{GeneratorMark, GeneratorSlot, GeneratorState, generator_class};
pub(crate) use method::METHODS;
pub use ops::*;
use run::resume;

use crate::frame::{Cell, Fp, Frame, Receiver};
use crate::library;
use crate::request::Request;
use crate::throwable;

/// The slots of a generator's object. What it delegates to dies before what its own frame holds.
mod slot {
    /// The generators behind this one that ran for it, each delegating to the next (G5).
    pub const CHAIN: usize = 0;
    pub const DELEGATE: usize = 1;
    pub const CELLS: usize = 2;
    pub const FUNC: usize = 3;
    pub const THIS: usize = 4;
    pub const CLASS: usize = 5;
    pub const EXTRA: usize = 6;
    pub const SITE: usize = 7;
    pub const STATE: usize = 8;
    pub const CURRENT: usize = 9;
    pub const KEY: usize = 10;
    pub const RESULT: usize = 11;
    pub const LAST_KEY: usize = 12;
    pub const POSITION: usize = 13;
    pub const PASSED: usize = 14;
    /// Where the fused code goes on, while that takes no more than laying out the frame (G3).
    pub const RESUME: usize = 15;
    /// The address of the function.
    pub const CALLEE: usize = 16;
    /// The generator that was asked, while this one runs for it (G4); its number when this one has
    /// yielded since.
    pub const ROOT: usize = 17;
    /// Whether it ended before its first `yield`.
    pub const AT_ONCE: usize = 18;
}

/// How far a generator is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    /// Its code has not run.
    Fresh = 0,
    /// At its first `yield`.
    First = 1,
    /// At a later one.
    Later = 2,
    /// It runs behind that.
    Running = 3,
    /// It returned.
    Returned = 4,
    /// An exception ended it, or it was destroyed.
    Closed = 5,
    /// It runs to its first `yield`.
    Starting = 6,
    /// Nothing owns it any more; its `finally` blocks run, which may not yield.
    Forced = 7,
}

impl State {
    fn is_running(self) -> bool {
        matches!(self, Self::Running | Self::Starting | Self::Forced)
    }
}

/// What a generator is resumed with.
enum Input {
    Send(Value),
    Throw(Object),
}

/// Whether the object is a generator.
pub(crate) fn is_generator(object: &Object) -> bool {
    library::GENERATOR.is(object.class())
}

/// A slot of the generator's object.
#[inline(always)]
fn field(generator: &Object, at: usize) -> Cell {
    Receiver::of(generator).slot(at)
}

#[inline(always)]
fn int_in(generator: &Object, at: usize) -> i64 {
    field(generator, at).value().as_int().unwrap_or(0)
}

/// Changes an int of a generator that has been put aside before.
#[inline(always)]
fn set_int(generator: &Object, at: usize, value: i64) {
    let cell = field(generator, at);
    debug_assert!(cell.tag() == DataType::Int64);
    cell.set_bits(value);
}

/// How far a generator is; one that delegates to another runs while that one does.
#[inline(always)]
fn state(generator: &Object) -> State {
    match inner(generator) {
        Some(_) => chain::state_of(generator),
        None => own_state(generator),
    }
}

/// How far the generator's own frame is.
#[inline(always)]
fn own_state(generator: &Object) -> State {
    match int_in(generator, slot::STATE) {
        1 => State::First,
        2 => State::Later,
        3 => State::Running,
        4 => State::Returned,
        5 => State::Closed,
        6 => State::Starting,
        7 => State::Forced,
        _ => State::Fresh,
    }
}

#[inline(always)]
fn set(generator: &Object, at: usize, value: Value) {
    field(generator, at).replace(value);
}

fn set_state(generator: &Object, state: State) {
    set(generator, slot::STATE, Value::int(state as i64));
    set(generator, slot::RESUME, Value::NULL);
}

fn is_over(generator: &Object) -> bool {
    matches!(state(generator), State::Returned | State::Closed)
}

/// Whether the generator has come further than its first `yield`.
fn has_moved(generator: &Object) -> bool {
    match state(generator) {
        State::Later | State::Running | State::Starting => true,
        State::Returned | State::Closed => {
            !matches!(field(generator, slot::AT_ONCE).value().view(), View::Bool(true))
        }
        _ => false,
    }
}

/// Ends a generator: it keeps nothing but what it returned, and the last key and value, which others
/// see that delegate to it and have not gone on yet.
fn close(generator: &Object, state: State) {
    let at_once = own_state(generator) == State::Starting;
    set(generator, slot::AT_ONCE, Value::bool(at_once));
    set_state(generator, state);
    for at in [slot::CELLS, slot::THIS, slot::EXTRA, slot::DELEGATE, slot::ROOT, slot::CHAIN] {
        set(generator, at, Value::NULL);
    }
}

/// The generator that a frame runs, which the cell at `hidden` holds.
#[inline(always)]
fn in_cell<'a>(fp: Fp, hidden: usize) -> Option<&'a Object> {
    match fp.cell(hidden).value().view() {
        View::Object(generator) => Some(generator),
        _ => None,
    }
}

/// The generator that a frame runs.
fn running(frame: &Frame) -> Option<Object> {
    in_cell(frame.fp(), frame.php().generator_cell()?).cloned()
}

/// Runs the generator to its first `yield`, unless that was done; an error while that is under way.
fn start(rq: &mut Request, generator: &Object) -> Res<()> {
    match own_state(generator) {
        State::Fresh => resume(rq, generator, Input::Send(Value::NULL)),
        State::Starting if !delegates(generator) => check_idle(rq, generator),
        _ => Ok(()),
    }
}

fn check_idle(rq: &mut Request, generator: &Object) -> Res<()> {
    if state(generator).is_running() {
        return Err(rq.throw_error("error", "Cannot resume an already running generator"));
    }
    Ok(())
}

fn set_running(generator: &Object, before: State) {
    let is_first = before == State::Fresh;
    set_state(generator, if is_first { State::Starting } else { State::Running });
}

fn set_suspended(generator: &Object) {
    let is_first = own_state(generator) == State::Starting;
    set_state(generator, if is_first { State::First } else { State::Later });
    set(generator, slot::ROOT, Value::NULL);
}

/// Closes the generator of a frame that is left by an exception.
pub(crate) fn abandon(frame: Fp) {
    let Some(php) = frame.record().func().as_php() else { return };
    let Some(cell) = php.generator_cell() else { return };
    if let Some(generator) = in_cell(frame, cell)
        && state(generator).is_running()
    {
        close(generator, State::Closed);
    }
}

/// The generator that another delegates to, if it does.
#[inline(always)]
fn inner(generator: &Object) -> Option<&Object> {
    match field(generator, slot::DELEGATE).value().view() {
        View::Object(inner) if is_generator(inner) => Some(inner),
        _ => None,
    }
}

/// What a slot of a generator holds, or of the one it delegates to in the end; null when it is over.
fn shown(generator: &Object, at: usize) -> Value {
    if is_over(generator) {
        return Value::NULL;
    }
    field(chain::end(generator), at).value().clone()
}

#[inline(always)]
fn delegates(generator: &Object) -> bool {
    !field(generator, slot::DELEGATE).value().is_null()
}

/// Ends a generator that nothing owns any more: its `finally` blocks run, after those of the
/// generators that it alone delegates to.
pub(crate) fn destroy(rq: &mut Request, generator: &Object) -> Res<()> {
    match state(generator) {
        State::First | State::Later => {}
        // The fiber that it waits in will run them.
        running if running.is_running() => {
            set_state(generator, State::Forced);
            return Ok(());
        }
        _ => return Ok(()),
    }
    let before = run::release_chain(rq, generator);
    set_state(generator, State::Forced);
    let result = frame::unwind_suspended(rq, generator);
    close(generator, State::Closed);
    both(before, result)
}

/// What two ends came to.
fn both(before: Res<()>, later: Res<()>) -> Res<()> {
    match (before, later) {
        (Err(before), Err(later)) => Err(throwable::after(before, later)),
        (Ok(()), only) | (only, Ok(())) => only,
    }
}

/// For `foreach`: begins at the first value.
pub(crate) fn rewind(rq: &mut Request, generator: &Object) -> Res<()> {
    if is_over(generator) {
        let text = "Cannot traverse an already closed generator";
        return Err(rq.throw_error("exception", text));
    }
    go_to_first(rq, generator)
}

/// Runs the generator to its first `yield`; an error when it has come further.
fn go_to_first(rq: &mut Request, generator: &Object) -> Res<()> {
    start(rq, generator)?;
    if has_moved(generator) {
        let text = "Cannot rewind a generator that was already run";
        return Err(rq.throw_error("exception", text));
    }
    Ok(())
}

/// For `foreach`: goes on to the next value.
pub(crate) fn advance(rq: &mut Request, generator: &Object) -> Res<()> {
    resume(rq, generator, Input::Send(Value::NULL))
}

/// For `foreach`: whether there is a value.
pub(crate) fn is_valid(generator: &Object) -> bool {
    !is_over(generator)
}

/// For `foreach`: the value, perhaps a reference.
pub(crate) fn current(generator: &Object) -> Value {
    shown(generator, slot::CURRENT)
}

/// Whether its function is declared to yield references.
pub(crate) fn yields_references(generator: &Object) -> bool {
    let func = crate::func::Func::by_number(int_in(generator, slot::FUNC) as u32);
    let php = func.and_then(crate::func::Func::as_php);
    php.is_some_and(|php| php.record().attrs.has(hhbc::func::Attrs::by_ref))
}

/// For `foreach`: the key.
pub(crate) fn key(generator: &Object) -> Value {
    shown(generator, slot::KEY)
}

/// Where a generator is, and what it runs on.
pub(crate) struct Standing {
    pub func: &'static crate::func::Func,
    pub this: Value,
    /// The line; 0 when none is known.
    pub line: u32,
}

/// The name of a function with the whole name of its class.
pub(crate) fn whole_name(func: &crate::func::Func) -> Vec<u8> {
    match func.scope() {
        Some(class) => [class.class().name.as_bytes(), b"::", func.name().as_bytes()].concat(),
        None => func.name().as_bytes().to_vec(),
    }
}

/// The function that a generator runs or ran.
pub(crate) fn func_of(generator: &Object) -> Option<&'static crate::func::Func> {
    crate::func::Func::by_number(int_in(generator, slot::FUNC) as u32)
}

/// Where a generator is; none when it is over.
pub(crate) fn standing(generator: &Object) -> Option<Standing> {
    if is_over(generator) {
        return None;
    }
    let func = func_of(generator)?;
    let php = func.as_php()?;
    let line = match state(generator) {
        State::Fresh => php.record().notes.lines.0,
        _ => {
            let site = php.code().sites().all().get(int_in(generator, slot::SITE) as usize);
            site.and_then(|site| php.record().body.line_at(site.offset)).unwrap_or(0)
        }
    };
    Some(Standing { func, this: field(generator, slot::THIS).value().clone(), line })
}

/// The generators that hand on each other's values, from this one to the one that runs.
pub(crate) fn delegation(generator: &Object) -> Vec<Object> {
    let mut chain = vec![generator.clone()];
    while let Some(next) = chain.last().and_then(inner).filter(|next| !is_over(next)).cloned() {
        chain.push(next);
    }
    chain
}

/// The arguments of a generator's function, as they are now; none of one that runs.
pub(crate) fn args_of(generator: &Object) -> Vec<Value> {
    let count = func_of(generator).and_then(crate::func::Func::as_php);
    let count = count.map_or(0, |php| php.record().params.len());
    let list = field(generator, slot::CELLS).value();
    let Some(list) = list.as_array().filter(|_| !state(generator).is_running()) else {
        return Vec::new();
    };
    let args = (0..count as u32).map_while(|at| list.entry(at).map(|(_, value)| value.unboxed()));
    args.take_while(|value| !matches!(value.view(), View::Uninit)).cloned().collect()
}

/// Keeps the extra arguments and unnamed variables of a running frame with its generator, if it
/// has one.
pub(crate) fn keep_extra(frame: &Frame, extra: &Array) {
    if let Some(generator) = running(frame) {
        set(&generator, slot::EXTRA, Value::from(extra.clone()));
    }
}
