//! Variables that PHP reads when they are used, not when they are evaluated.
//!
//! A local without a value is complained about where it is used, and the handler of that warning
//! may change what the expression read before.

use hhbc::imm::{LocalId, MemberKey};
use hhbc::instr::Instr;
use runtime::object::Reference;
use runtime::raise::{OrExit, Res};
use runtime::value::{Value, View};

use crate::behind;
use crate::exec::Site;
use crate::frame::Frame;
use crate::local::{read_quietly, warn_undefined};
use crate::request::Request;

/// What `CGetL` pushes for a local without a value: Uninit when it is what a path assigns, which
/// complains when it stores that, else null, once the warning was given.
pub(crate) fn undefined(rq: &mut Request, frame: &mut Frame, id: LocalId) -> Res<Value> {
    if is_assigned(frame, id) {
        return Ok(Value::UNINIT);
    }
    warn_undefined(rq, frame, id).map_err(|halt| behind::pushed(rq, frame, halt))?;
    read_left_again(frame);
    Ok(Value::NULL)
}

/// What `VGetL` pushes for a local without a value: a reference without one when a path is bound
/// to it, or the variable that it names itself, which gets null with that, else a reference to null.
pub(crate) fn unbound(rq: &mut Request, frame: &mut Frame, id: LocalId) -> Res<Reference> {
    let is_bound = matches!(path_behind(frame), Some((_, Instr::BindM { .. })));
    let value = if is_bound || is_name_of_bound(frame, id) { Value::UNINIT } else { Value::NULL };
    let reference = Reference::new(value).or_exit(rq)?;
    *frame.local_mut(id) = Value::from(reference.clone());
    Ok(reference)
}

/// Whether the local behind the frame's site is also read for the name of the variable that is bound.
fn is_name_of_bound(frame: &Frame, id: LocalId) -> bool {
    let (sites, at) = (frame.php().code_sites(), frame.site().index as usize);
    let next = |count: usize| sites.get(at + count).map(|site| &site.instr);
    let is_read = matches!(next(1), Some(Instr::CGetL { local }) if *local == id);
    is_read && matches!(next(3), Some(Instr::BindN {} | Instr::BindG {}))
}

/// Gives null to a reference that [`unbound`] made, once the path is walked that is bound to it.
pub(crate) fn bind(reference: &Value) {
    if let View::Ref(reference) = reference.view()
        && let View::Uninit = reference.peek().view()
    {
        reference.clone().set(Value::NULL);
    }
}

/// Makes the local that was to be bound to a path, which failed, what it was before: no reference,
/// when nobody else has it.
pub(crate) fn unbind(frame: &mut Frame) {
    let Some(local) = only_bound(frame) else { return };
    let value = frame.local(local).unboxed().clone();
    *frame.local_mut(local) = value;
}

/// The local that a path is bound to, when nobody else has its reference.
pub(crate) fn only_bound(frame: &Frame) -> Option<LocalId> {
    let (sites, at) = (frame.php().code_sites(), frame.site().index as usize);
    let pushed = at.checked_sub(frame.site().path as usize + 1).and_then(|at| sites.get(at));
    let Some(Site { instr: Instr::VGetL { local }, .. }) = pushed else { return None };
    match frame.local(*local).view() {
        View::Ref(place) if place.count() == LOCAL_AND_STACK => Some(*local),
        _ => None,
    }
}

/// Owners of a reference that was pushed from a local where it is the only one.
const LOCAL_AND_STACK: i32 = 3;

/// Whether a path follows that assigns the local, which PHP reads at its end.
fn is_assigned(frame: &Frame, id: LocalId) -> bool {
    path_behind(frame).is_some_and(|(base, last)| {
        matches!(last, Instr::SetM { .. }) && !assigns_element_of(id, base, last)
    })
}

/// Whether a path, whose base and last instruction are given, assigns an element below a local.
pub(crate) fn assigns_element_of(id: LocalId, base: &Instr, last: &Instr) -> bool {
    let is_property = matches!(last, Instr::SetM { key, .. } if names_property(key));
    matches!(base, Instr::BaseL { local, .. } if *local == id) && !is_property
}

/// Whether a key is the name of a property.
pub(crate) fn names_property(key: &MemberKey) -> bool {
    matches!(key, MemberKey::PT(_) | MemberKey::PL(_) | MemberKey::PC(_))
}

/// The base and the final instruction of the path that begins behind the frame's site.
fn path_behind(frame: &Frame) -> Option<(&'static Instr, &'static Instr)> {
    let sites = frame.php().code_sites();
    let first = frame.site().index as usize + 1;
    let behind = sites.get(first..)?;
    let last = behind.iter().position(|site| site.path > 0)?;
    let is_one = behind[last].path as usize == last && !behind[0].is_leader;
    is_one.then(|| (&behind[0].instr, &behind[last].instr))
}

/// The local that an operand of the operator at the frame's site was read from, right before it.
pub(crate) fn operand(frame: &Frame, is_right: bool) -> Option<LocalId> {
    let (sites, at) = (frame.php().code_sites(), frame.site().index as usize);
    let before = |count: usize| {
        let behind = sites.get(at.checked_sub(count)? + 1)?;
        (!behind.is_leader).then(|| &sites[at - count].instr)
    };
    if let Some((pushed, pushes_right)) = settled(&before) {
        return match before(pushed)? {
            Instr::CGetL { local } if is_right == pushes_right => Some(*local),
            _ => None,
        };
    }
    match (before(1)?, is_right) {
        (Instr::CGetL { local }, true) | (Instr::CGetL2 { local }, false) => Some(*local),
        (Instr::CGetL { .. }, false) => match before(2)? {
            Instr::CGetL { local } => Some(*local),
            _ => None,
        },
        _ => None,
    }
}

/// Where the operand was pushed under which a reference was read, last, and whether it stayed on the
/// right.
fn settled<'a>(before: &dyn Fn(usize) -> Option<&'a Instr>) -> Option<(usize, bool)> {
    let rolls = |count| matches!(before(count), Some(Instr::Roll { .. }));
    let reads = |count| matches!(before(count), Some(Instr::Unbox {} | Instr::UnboxR {}));
    match rolls(1) {
        true => (reads(2) && rolls(3)).then_some((4, true)),
        false => (reads(1) && rolls(2)).then_some((3, false)),
    }
}

/// Reads the local that was pushed right before this one anew, if an operator takes both.
fn read_left_again(frame: &mut Frame) {
    read_again(frame, takes_two);
}

/// Reads the local that was pushed right before its key anew, if both make an element.
pub(crate) fn read_element_again(frame: &mut Frame) {
    read_again(frame, |instr| matches!(instr, Instr::AddElemC {}));
}

/// Reads the local that was pushed right before the frame's site anew, if the instruction behind it
/// takes both.
fn read_again(frame: &mut Frame, takes_both: impl Fn(&Instr) -> bool) {
    let (sites, at) = (frame.php().code_sites(), frame.site().index as usize);
    let neighbour = |at: Option<usize>| at.and_then(|at| sites.get(at));
    let Some(Site { instr: Instr::CGetL { local }, .. }) = neighbour(at.checked_sub(1)) else {
        return;
    };
    let is_taken = neighbour(Some(at + 1)).is_some_and(|site| takes_both(&site.instr));
    if is_taken && !frame.site().is_leader {
        *frame.top_mut(0) = read_quietly(frame, *local);
    }
}

/// Whether an instruction applies an operator to the two topmost cells.
fn takes_two(instr: &Instr) -> bool {
    let is_arith = instr.op().info().topic == "arith" && instr.stack_cells().0 == 2;
    is_arith || matches!(instr, Instr::Concat {})
}
