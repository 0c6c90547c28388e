//! Chains of generators that hand on each other's values: the last runs for the first.
//!
//! Its frame takes the place of the one that delegates to it, and returns where that would: `yield`
//! goes to whoever asked the first, `return` to the frame before it, an exception as well.

use runtime::array::Array;
use runtime::heap::Oom;
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{DataType, Value, View};

use super::direct::{Entry, finish, put_aside};
use super::{
    State, delegate, delegates, field, frame as saved, in_cell, inner, is_generator, own_state,
    set, set_int, set_state, slot,
};
use crate::dispatch::{Pc, State as Control};
use crate::exec::Site;
use crate::frame::{ActRec, Cell, Fp};
use crate::func::Func;
use crate::request::Request;

/// The generator at the end of the chain.
#[inline(always)]
pub(super) fn end(generator: &Object) -> &Object {
    let Some(mut end) = inner(generator) else { return generator };
    if let Some(end) = noted_end(generator) {
        return end;
    }
    while let Some(next) = inner(end) {
        end = next;
    }
    end
}

/// The generators of the chain that one begins, which is the first.
pub(super) fn members(generator: &Object) -> Vec<Object> {
    std::iter::successors(Some(generator), |at| inner(at)).cloned().collect()
}

/// Whether the chain that one generator begins ends with the other.
pub(super) fn ends_with(generator: &Object, last: &Object) -> bool {
    end(generator).ptr_eq(last)
}

/// How far a generator is that delegates to another.
pub(super) fn state_of(generator: &Object) -> State {
    match own_state(generator) {
        _ if own_state(end(generator)).is_running() => State::Running,
        State::Starting => State::First,
        State::Running => State::Later,
        other => other,
    }
}

/// The generator whose value that of a delegating one is; none while only native code can tell.
#[inline(always)]
pub(super) fn giver(generator: &Object) -> Option<&Object> {
    if let Some(end) = noted_end(generator).filter(|_| delegates(generator)) {
        return matches!(own_state(end), State::First | State::Later).then_some(end);
    }
    let (mut giver, mut outer) = (generator, generator);
    while let Some(next) = inner(giver) {
        (outer, giver) = (giver, next);
    }
    let has_value = matches!(own_state(giver), State::First | State::Later);
    let is_plain = !delegates(giver) && !delegate::is_unasked(outer);
    (has_value && is_plain).then_some(giver)
}

/// As [`direct`](super::direct)'s of a generator that delegates and does not know to whom in the end.
#[inline(never)]
pub(super) fn enter(
    rq: &mut Request,
    root: &Object,
    record: ActRec,
    to: (Option<Fp>, Pc),
    sent: Value,
) -> Option<Control> {
    let generator = walked_end(root)?;
    let entry = Entry::of(record, &generator, rq)?;
    run_for(root, &generator);
    Some(entry.lay_out(&generator, to, sent, State::Running))
}

/// Notes that the generator at the end of a root's chain is about to run for it.
#[inline(always)]
pub(super) fn run_for(root: &Object, generator: &Object) {
    set_int(root, slot::STATE, State::Later as i64);
    set(generator, slot::ROOT, Value::from(root.clone()));
}

/// The end of the chain that a generator which delegates has noted, if it still is that (G5).
#[inline(always)]
fn noted_end(root: &Object) -> Option<&Object> {
    let last = before_end(root, 1)?;
    let is_noted = field(last, slot::ROOT).value().as_int() == Some(i64::from(root.id()));
    (is_noted && !delegates(last)).then_some(last)
}

/// The same of one whose frame can be laid out directly.
#[inline(always)]
pub(super) fn known_end(root: &Object) -> Option<&Object> {
    noted_end(root).filter(|last| field(last, slot::RESUME).tag() == DataType::Int64)
}

/// The end of the chain, which the root then knows; none while only native code can tell.
#[cold]
fn walked_end(root: &Object) -> Option<Object> {
    if noted_end(root).is_some() {
        return None;
    }
    let giver = giver(root)?.clone();
    note_members(root).ok()?;
    Some(giver)
}

/// Makes the root know its chain.
pub(super) fn note_members(root: &Object) -> Result<(), Oom> {
    set(root, slot::CHAIN, Value::NULL);
    members(root).iter().skip(1).try_for_each(|member| add(root, member))
}

/// Adds to the chain of a root.
pub(super) fn add(root: &Object, generator: &Object) -> Result<(), Oom> {
    let cell = field(root, slot::CHAIN).value_mut();
    if cell.as_array().is_none() {
        *cell = Array::new().into();
    }
    let Some(chain) = cell.as_array_mut() else { return Ok(()) };
    chain.append(Value::from(generator.clone())).map_err(|_| Oom)
}

/// Takes the end off the chain of a root.
pub(super) fn cut(root: &Object) {
    if let Some(chain) = field(root, slot::CHAIN).value_mut().as_array_mut() {
        drop(chain.pop());
    }
}

/// The member of a root's chain that is so many places from behind its end.
#[inline(always)]
fn before_end(root: &Object, places: u32) -> Option<&Object> {
    let chain = field(root, slot::CHAIN).value().as_array()?;
    match chain.packed_before_end(places)?.view() {
        View::Object(member) => Some(member),
        _ => None,
    }
}

/// Notes that a generator has yielded for its root, if it has one.
#[inline(always)]
pub(super) fn note_yielded(generator: &Object) {
    let cell = field(generator, slot::ROOT);
    if let View::Object(root) = cell.value().view() {
        let number = Value::int(i64::from(root.id()));
        cell.replace(number);
    }
}

/// The end of the chain that a root knows, which is itself when it knows none.
pub(super) fn last(root: &Object) -> &Object {
    before_end(root, 1).unwrap_or(root)
}

/// Notes that the end of a root's chain has yielded for it.
pub(super) fn note_value(root: &Object) {
    let last = last(root);
    if !last.ptr_eq(root) {
        set(last, slot::ROOT, Value::int(i64::from(root.id())));
    }
}

/// How many generators run for a root.
pub(super) fn length(root: &Object) -> usize {
    field(root, slot::CHAIN).value().as_array().map_or(0, Array::len)
}

/// The object in a cell, if it is a generator that has not begun.
#[inline(always)]
pub(super) fn fresh(source: Cell) -> Option<Object> {
    let View::Object(object) = source.value().view() else { return None };
    let begins = is_generator(object) && own_state(object) == State::Fresh;
    begins.then(|| object.clone())
}

/// Where the code of a generator that has not begun starts.
pub(super) fn beginning(generator: &Object) -> Option<Pc> {
    let func: &'static Func = field(generator, slot::CALLEE).static_ref();
    let site = super::int_in(generator, slot::SITE) as usize;
    func.as_php()?.code().pc_of(0, site + 1)
}

/// Puts the frame `fp` aside at the site with this number, of which nothing but `source` is on the
/// stack, and begins the generator there, to which it delegates; its own code goes on at `next`.
/// Does nothing when that is not simple.
#[inline(never)]
pub(crate) fn delegate_directly(
    rq: &mut Request,
    fp: Fp,
    source: Cell,
    (site, next): (i32, Pc),
) -> Option<Control> {
    let record = fp.record();
    let hidden = record.func().slots() - 1;
    let (outer, inner) = (in_cell(fp, hidden)?, fresh(source)?);
    if own_state(outer) == State::Forced {
        return None;
    }
    let entry = Entry::fresh(record, &inner, rq)?;
    if !saved::owns_cells(outer, hidden) {
        return None;
    }
    let root = match field(outer, slot::ROOT).value().view() {
        View::Object(root) => root.clone(),
        _ => {
            set(outer, slot::CHAIN, Value::NULL);
            outer.clone()
        }
    };
    add(&root, &inner).ok()?;
    set(outer, slot::ROOT, Value::NULL);
    set(&inner, slot::ROOT, Value::from(root));
    let is_saved = saved::save_in_place(fp, hidden, outer);
    debug_assert!(is_saved, "its list is its own");
    set(outer, slot::POSITION, Value::NULL);
    set_int(outer, slot::SITE, i64::from(site));
    field(outer, slot::RESUME).put(next.to_word());
    set(outer, slot::DELEGATE, source.take());
    drop(fp.cell(hidden).take());
    let to = put_aside(record);
    Some(entry.lay_out(&inner, to, Value::NULL, State::Starting))
}

/// Returns `value` from the frame of a generator that runs for one that delegates to it: the frame
/// before it goes on. Does nothing when that is not simple.
#[inline(never)]
pub(crate) fn return_to_outer(rq: &mut Request, fp: Fp, value: Cell) -> Option<Control> {
    let record = fp.record();
    let generator = in_cell(fp, record.func().slots() - 1)?.clone();
    let Asked { root, outer } = asked_of(&generator)?;
    let entry = Entry::of(record, &outer, rq)?;
    cut(&root);
    let result = value.take().unboxed().clone();
    let to = finish(fp, &generator, result.clone());
    set(&outer, slot::DELEGATE, Value::NULL);
    note_root(&outer, &root);
    let starts = own_state(&outer) == State::Starting;
    let state = if starts { State::Starting } else { State::Running };
    Some(entry.lay_out(&outer, to, result, state))
}

/// For whom a generator runs.
pub(crate) struct Asked {
    /// Who was asked.
    root: Object,
    /// Who delegates to it.
    outer: Object,
}

impl Asked {
    /// Those that wait, the innermost first.
    pub(crate) fn waiting(&self) -> Vec<Object> {
        let chain = field(&self.root, slot::CHAIN).value().as_array();
        let members = chain.into_iter().flat_map(Array::iter);
        let members = members.filter_map(|(_, member)| member.clone().into_object());
        let mut waiting: Vec<Object> = std::iter::once(self.root.clone()).chain(members).collect();
        waiting.pop();
        waiting.reverse();
        waiting
    }
}

/// For whom the generator of a frame runs; none when it was itself asked, or there is none.
pub(crate) fn asked(fp: Fp) -> Option<Asked> {
    let hidden = fp.record().func().as_php()?.generator_cell()?;
    asked_of(in_cell(fp, hidden)?)
}

fn asked_of(generator: &Object) -> Option<Asked> {
    let View::Object(root) = field(generator, slot::ROOT).value().view() else { return None };
    let outer = before_end(root, 2).unwrap_or(root);
    Some(Asked { root: root.clone(), outer: outer.clone() })
}

fn note_root(generator: &Object, root: &Object) {
    if !generator.ptr_eq(root) {
        set(generator, slot::ROOT, Value::from(root.clone()));
    }
}

/// Lays out, where the frame of a generator was that an exception has ended, the one that delegated
/// to it, to return to `to`. The frame and the site that the exception now leaves.
pub(crate) fn take_over(
    rq: &mut Request,
    asked: &Asked,
    record: ActRec,
    to: (Option<Fp>, Pc),
) -> Res<(Fp, &'static Site)> {
    let Asked { root, outer } = asked;
    cut(root);
    set(outer, slot::DELEGATE, Value::NULL);
    let is_forced = rq.is_destroying();
    set_state(outer, if is_forced { State::Forced } else { State::Running });
    note_root(outer, root);
    let restored = saved::lay_out_at(rq, outer, record, to)?;
    restored.release_stack();
    Ok((restored.fp, restored.site))
}

/// Finds the value of a generator that came back and delegates, where that was left to native code.
pub(crate) fn settle_direct(rq: &mut Request, generator: &Object) -> Res<()> {
    if !delegates(generator) || giver(generator).is_some() {
        return Ok(());
    }
    super::run::settle(rq, generator)
}
