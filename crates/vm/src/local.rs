//! Locals, variables by name, and the evaluation stack itself.

use hhbc::constraint::Hint;
use hhbc::imm::{Count, IncDecOp, LocalId, Rat, RefUse, SetOpOp, StackDepth, StrId};
use hhbc::instr::Instr;
use runtime::class::{Juggling, bound};
use runtime::conv;
use runtime::object::Reference;
use runtime::ops;
use runtime::raise::{Halt, OrExit, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::arith::Operator;
use crate::frame::Frame;
use crate::in_place::InPlace;
use crate::late;
use crate::request::Request;
use crate::throwable;

/// The value of a local; warns when it has none.
pub(crate) fn read(rq: &mut Request, frame: &Frame, id: LocalId) -> Res<Value> {
    let value = frame.local(id).unboxed();
    if let View::Uninit = value.view() {
        warn_undefined(rq, frame, id)?;
        return Ok(Value::NULL);
    }
    Ok(value.clone())
}

/// The value of a local as it is now: null when it has none.
pub(crate) fn read_quietly(frame: &Frame, id: LocalId) -> Value {
    let value = frame.local(id).unboxed();
    if value.is_null() { Value::NULL } else { value.clone() }
}

pub(crate) fn warn_undefined(rq: &mut Request, frame: &Frame, id: LocalId) -> Res<()> {
    rq.warn(&undefined_text(frame, id))
}

/// The warning about a local without a value.
pub(crate) fn undefined_text(frame: &Frame, id: LocalId) -> String {
    let name = frame.php().local_name(id.0).map(|name| frame.str(name));
    let name =
        name.map_or_else(String::new, |name| String::from_utf8_lossy(name.as_bytes()).into_owned());
    format!("Undefined variable ${name}")
}

/// Assigns to a variable: through the reference, when it holds one.
pub(crate) fn assign(place: &mut Value, value: Value) {
    match place.view() {
        View::Ref(reference) => {
            let reference = reference.clone();
            reference.set(value);
        }
        _ => *place = value,
    }
}

/// Assigns to a variable what the properties bound to it make of the value, which is returned.
#[inline]
pub(crate) fn store(rq: &mut Request, frame: &mut Frame, id: LocalId, value: Value) -> Res<Value> {
    let juggling = crate::object::juggling(frame);
    store_in(rq, frame.local_mut(id), (value, juggling))
}

/// As [`store`], to a variable anywhere.
#[inline]
pub(crate) fn store_in(
    rq: &mut Request,
    place: &mut Value,
    (value, juggling): (Value, Juggling),
) -> Res<Value> {
    match place.view() {
        View::Ref(reference) => {
            let reference = reference.clone();
            if reference.type_sources() != 0 {
                return bound::assign(rq, &reference, (value, juggling));
            }
            reference.set(value.clone());
        }
        _ => *place = value.clone(),
    }
    Ok(value)
}

/// Refuses a step past the range of int of a variable that properties bind to int.
pub(crate) fn check_step(rq: &mut Request, place: &Value, op: IncDecOp, new: &Value) -> Res<()> {
    let (View::Ref(reference), View::Float(_)) = (place.view(), new.view()) else { return Ok(()) };
    if reference.type_sources() == 0 || reference.peek().as_int().is_none() {
        return Ok(());
    }
    let Some(member) = bound::refuses(reference, Hint::float) else { return Ok(()) };
    let (verb, end) = match op {
        IncDecOp::PreInc | IncDecOp::PostInc => ("increment", "maximal"),
        IncDecOp::PreDec | IncDecOp::PostDec => ("decrement", "minimal"),
    };
    let text = format!("Cannot {verb} a reference held by property {member} past its {end} value");
    Err(rq.throw_error("typeerror", &text))
}

/// Makes a variable a reference.
pub(crate) fn make_ref(rq: &mut Request, place: &mut Value) -> Res<Reference> {
    if let View::Ref(reference) = place.view() {
        return Ok(reference.clone());
    }
    let value = std::mem::replace(place, Value::UNINIT);
    let value = if value.is_null() { Value::NULL } else { value };
    let reference = Reference::new(value).or_exit(rq)?;
    *place = Value::from(reference.clone());
    Ok(reference)
}

/// Makes a variable a reference, which has no value when the variable has none.
pub(crate) fn make_place(rq: &mut Request, place: &mut Value) -> Res<Reference> {
    if let View::Ref(reference) = place.view() {
        return Ok(reference.clone());
    }
    let value = std::mem::replace(place, Value::UNINIT);
    let reference = Reference::new(value).or_exit(rq)?;
    *place = Value::from(reference.clone());
    Ok(reference)
}

/// `c_get_l`: see the table.
pub fn c_get_l(rq: &mut Request, frame: &mut Frame, id: &LocalId) -> Res<()> {
    let value = frame.local(*id).unboxed();
    let value = match value.view() {
        View::Uninit => late::undefined(rq, frame, *id)?,
        _ => value.clone(),
    };
    frame.push(value);
    Ok(())
}

/// `c_get_l2`: see the table.
pub fn c_get_l2(rq: &mut Request, frame: &mut Frame, id: &LocalId) -> Res<()> {
    let is_undefined = matches!(frame.local(*id).unboxed().view(), View::Uninit);
    let value = read(rq, frame, *id)?;
    if is_undefined {
        late::read_element_again(frame);
    }
    let top = frame.pop();
    frame.push(value);
    frame.push(top);
    Ok(())
}

/// `c_get_l3`: see the table.
pub fn c_get_l3(rq: &mut Request, frame: &mut Frame, id: &LocalId) -> Res<()> {
    let value = read(rq, frame, *id)?;
    let top = frame.pop();
    let second = frame.pop();
    frame.push(value);
    frame.push(second);
    frame.push(top);
    Ok(())
}

/// `c_get_quiet_l`: see the table.
pub fn c_get_quiet_l(_: &mut Request, frame: &mut Frame, id: &LocalId) {
    frame.push(read_quietly(frame, *id));
}

/// `cu_get_l`: see the table.
pub fn cu_get_l(_: &mut Request, frame: &mut Frame, id: &LocalId) {
    let value = frame.local(*id).unboxed().clone();
    frame.push(value);
}

/// `push_l`: see the table.
pub fn push_l(_: &mut Request, frame: &mut Frame, id: &LocalId) {
    let value = std::mem::replace(frame.local_mut(*id), Value::UNINIT);
    frame.push(value);
}

/// `pop_l`: see the table.
pub fn pop_l(rq: &mut Request, frame: &mut Frame, id: &LocalId) -> Res<()> {
    let value = frame.pop();
    store(rq, frame, *id, value).map(drop)
}

/// `v_get_l`: see the table.
pub fn v_get_l(rq: &mut Request, frame: &mut Frame, id: &LocalId) -> Res<()> {
    let reference = match frame.local(*id).view() {
        View::Uninit => late::unbound(rq, frame, *id)?,
        _ => make_ref(rq, frame.local_mut(*id))?,
    };
    frame.push(Value::from(reference));
    Ok(())
}

/// `isset_l`: see the table.
pub fn isset_l(_: &mut Request, frame: &mut Frame, id: &LocalId) {
    let set = !frame.local(*id).unboxed().is_null();
    frame.push(Value::bool(set));
}

/// `empty_l`: see the table.
pub fn empty_l(_: &mut Request, frame: &mut Frame, id: &LocalId) {
    let empty = !conv::to_bool(frame.local(*id));
    frame.push(Value::bool(empty));
}

/// `set_l`: see the table.
pub fn set_l(rq: &mut Request, frame: &mut Frame, id: &LocalId) -> Res<()> {
    let value = frame.top(0).clone();
    let stored = store(rq, frame, *id, value)?;
    *frame.top_mut(0) = stored;
    Ok(())
}

/// The operator of a compound assignment.
pub(crate) fn operator(op: SetOpOp) -> Operator {
    match op {
        SetOpOp::PlusEqual => ops::add,
        SetOpOp::MinusEqual => ops::sub,
        SetOpOp::MulEqual => ops::mul,
        SetOpOp::DivEqual => ops::div,
        SetOpOp::ModEqual => ops::modulo,
        SetOpOp::PowEqual => ops::pow,
        SetOpOp::ConcatEqual => |rq, left, right| ops::concat(rq, left, right).map(Value::from),
        SetOpOp::AndEqual => ops::bit_and,
        SetOpOp::OrEqual => ops::bit_or,
        SetOpOp::XorEqual => ops::bit_xor,
        SetOpOp::SlEqual => ops::shl,
        SetOpOp::SrEqual => ops::shr,
    }
}

/// `set_op_l`: see the table.
pub fn set_op_l(rq: &mut Request, frame: &mut Frame, id: &LocalId, op: &SetOpOp) -> Res<()> {
    let right = frame.pop();
    if let View::Str(_) | View::Array(_) = frame.local(*id).unboxed().view()
        && let Some(change) = InPlace::of(rq, *op, &right)?
        && let Some(result) = change.change(frame.local_mut(*id)).or_exit(rq)?
    {
        frame.push(result);
        return Ok(());
    }
    if let View::Uninit = frame.local(*id).unboxed().view() {
        // PHP: the variable is null from then on, whatever comes of the operator.
        assign(frame.local_mut(*id), Value::NULL);
        if let Err(halt) = warn_undefined(rq, frame, *id) {
            if matches!(halt, Halt::Throw(_)) && takes_quietly(*op, &right) {
                let left = read(rq, frame, *id)?;
                let result = operator(*op)(rq, &left, &right)?;
                store(rq, frame, *id, result)?;
            }
            return Err(halt);
        }
    }
    let left = read(rq, frame, *id)?;
    let right = match appended(rq, *op, &left, right) {
        Err(halt) => return Err(fail(rq, frame, frame.local(*id), halt)),
        Ok(Appended::Text(tail)) if is_still(frame.local(*id), &left) => {
            drop(left);
            let result = InPlace::Append(tail).change(frame.local_mut(*id)).or_exit(rq)?;
            frame.push(result.unwrap_or_default());
            return Ok(());
        }
        Ok(Appended::Text(tail)) => Value::from(tail),
        Ok(Appended::Operand(right)) => right,
    };
    let result = match operator(*op)(rq, &left, &right) {
        Err(halt) => return Err(fail(rq, frame, frame.local(*id), halt)),
        Ok(result) => result,
    };
    let now = frame.local(*id).unboxed();
    let result = match *op == SetOpOp::ConcatEqual && has_become_text(&left, now, &right) {
        true => now.clone(),
        false => {
            drop(left);
            store(rq, frame, *id, result)?
        }
    };
    frame.push(result);
    Ok(())
}

/// The right side of a compound assignment.
enum Appended {
    /// The text of an object that is appended to a string. Its conversion may have run code.
    Text(Str),
    /// Whatever else the operator takes.
    Operand(Value),
}

fn appended(rq: &mut Request, op: SetOpOp, left: &Value, right: Value) -> Res<Appended> {
    match (op, left.view(), right.view()) {
        (SetOpOp::ConcatEqual, View::Str(_), View::Object(_)) => {
            conv::to_str(rq, &right).map(Appended::Text)
        }
        _ => Ok(Appended::Operand(right)),
    }
}

/// Whether a variable has the string that was read from it. PHP: an object's text is appended to what
/// was there before it became text.
fn is_still(variable: &Value, read: &Value) -> bool {
    let strings = (variable.unboxed().as_str(), read.as_str());
    matches!(strings, (Some(now), Some(then)) if now.ptr_eq(then))
}

/// What goes on when an operator failed whose result a variable was to get. PHP: a reference that
/// types know gets their zero, but for a string that was to become longer.
pub(crate) fn fail(rq: &mut Request, frame: &Frame, variable: &Value, halt: Halt) -> Halt {
    let View::Ref(reference) = variable.view() else { return halt };
    let is_lengthened = matches!(reference.peek().view(), View::Str(_)) && appends(frame);
    if is_lengthened || reference.type_sources() == 0 || !matches!(halt, Halt::Throw(_)) {
        return halt;
    }
    match bound::fail(rq, reference, crate::object::juggling(frame)) {
        Ok(()) => halt,
        Err(refused) => throwable::after(halt, refused),
    }
}

fn appends(frame: &Frame) -> bool {
    use Instr as I;
    match &frame.site().instr {
        I::SetOpL { op, .. } | I::SetOpM { op, .. } | I::SetOpN { op } | I::SetOpG { op } => {
            *op == SetOpOp::ConcatEqual
        }
        _ => false,
    }
}

/// Whether an operator takes null and this without a word. PHP: one that does is applied also when a
/// handler threw before; `.` is not.
pub(crate) fn takes_quietly(op: SetOpOp, right: &Value) -> bool {
    use SetOpOp as Op;
    let takes_ints = matches!(
        op,
        Op::ModEqual | Op::AndEqual | Op::OrEqual | Op::XorEqual | Op::SlEqual | Op::SrEqual
    );
    match right.view() {
        _ if op == Op::ConcatEqual => false,
        View::Null | View::Bool(_) | View::Int(_) => true,
        View::Float(float) => !takes_ints || float.fract() == 0.0,
        View::Str(text) => conv::numeric::whole(text).is_some(),
        _ => false,
    }
}

/// Whether the conversion of a variable to which nothing is appended has put a string there. PHP: that
/// stays.
fn has_become_text(before: &Value, now: &Value, appended: &Value) -> bool {
    let is_nothing = match appended.view() {
        View::Null | View::Bool(false) => true,
        _ => appended.as_str().is_some_and(|text| text.is_empty()),
    };
    is_nothing && before.as_str().is_none() && now.as_str().is_some()
}

/// The value after a step, and the one that is the result.
pub(crate) fn step(rq: &mut Request, old: &Value, op: IncDecOp) -> Res<(Value, Value)> {
    let new = match op {
        IncDecOp::PreInc | IncDecOp::PostInc => ops::increment(rq, old)?,
        IncDecOp::PreDec | IncDecOp::PostDec => ops::decrement(rq, old)?,
    };
    let result = match op {
        IncDecOp::PreInc | IncDecOp::PreDec => new.clone(),
        IncDecOp::PostInc | IncDecOp::PostDec => old.clone(),
    };
    Ok((new, result))
}

/// The int after a step, and the value of the expression.
pub(crate) fn stepped(old: i64, op: IncDecOp) -> Option<(i64, i64)> {
    let (new, is_post) = match op {
        IncDecOp::PreInc => (old.checked_add(1)?, false),
        IncDecOp::PostInc => (old.checked_add(1)?, true),
        IncDecOp::PreDec => (old.checked_sub(1)?, false),
        IncDecOp::PostDec => (old.checked_sub(1)?, true),
    };
    Some((new, if is_post { old } else { new }))
}

/// Steps an int where it is: the result.
fn step_int(place: &mut Value, op: IncDecOp) -> Option<Value> {
    let (new, result) = stepped(place.unboxed().as_int()?, op)?;
    match place.view() {
        View::Ref(reference) if reference.type_sources() != 0 => return None,
        View::Ref(reference) => reference.set(Value::int(new)),
        _ => *place = Value::int(new),
    }
    Some(Value::int(result))
}

/// `inc_dec_l`: see the table.
pub fn inc_dec_l(rq: &mut Request, frame: &mut Frame, id: &LocalId, op: &IncDecOp) -> Res<()> {
    if let Some(result) = step_int(frame.local_mut(*id), *op) {
        frame.push(result);
        return Ok(());
    }
    if let View::Uninit = frame.local(*id).view() {
        // PHP: the variable is null whatever the warning does, and is stepped.
        if let Err(halt) = warn_undefined(rq, frame, *id) {
            let is_up = matches!(op, IncDecOp::PreInc | IncDecOp::PostInc);
            *frame.local_mut(*id) = if is_up { Value::int(1) } else { Value::NULL };
            return Err(halt);
        }
        *frame.local_mut(*id) = Value::NULL;
    }
    let old = read(rq, frame, *id)?;
    let (new, result) = step(rq, &old, *op)?;
    check_step(rq, &frame.local(*id).clone(), *op, &new)?;
    let stored = store(rq, frame, *id, new)?;
    let is_new = matches!(op, IncDecOp::PreInc | IncDecOp::PreDec);
    frame.push(if is_new { stored } else { result });
    Ok(())
}

/// `bind_l`: see the table.
pub fn bind_l(_: &mut Request, frame: &mut Frame, id: &LocalId) {
    let reference = frame.top(0).clone();
    *frame.local_mut(*id) = reference;
}

/// `unset_l`: see the table.
pub fn unset_l(_: &mut Request, frame: &mut Frame, id: &LocalId) {
    *frame.local_mut(*id) = Value::UNINIT;
}

/// `pop_c`: see the table.
pub fn pop_c(_: &mut Request, frame: &mut Frame) {
    drop(frame.pop());
}

/// `pop_v`: see the table.
pub fn pop_v(_: &mut Request, frame: &mut Frame) {
    drop(frame.pop());
}

/// `pop_r`: see the table.
pub fn pop_r(_: &mut Request, frame: &mut Frame) {
    drop(frame.pop());
}

/// `dup`: see the table.
pub fn dup(_: &mut Request, frame: &mut Frame) {
    let value = frame.top(0).clone();
    frame.push(value);
}

/// `nip`: see the table.
pub fn nip(_: &mut Request, frame: &mut Frame, n: &Count) {
    let top = frame.pop();
    frame.discard(n.0);
    frame.push(top);
}

/// `roll`: see the table.
pub fn roll(_: &mut Request, frame: &mut Frame, n: &Count) {
    let above: Vec<Value> = (0..n.0).map(|_| frame.pop()).collect();
    let rolled = frame.pop();
    for value in above.into_iter().rev() {
        frame.push(value);
    }
    frame.push(rolled);
}

fn notice_of(wanted: RefUse) -> Option<&'static str> {
    match wanted {
        RefUse::Quiet => None,
        RefUse::Assign => Some("Only variables should be assigned by reference"),
        RefUse::Return => Some("Only variable references should be returned by reference"),
        RefUse::Yield => Some("Only variable references should be yielded by reference"),
    }
}

/// `box_c`: see the table.
pub fn box_c(rq: &mut Request, frame: &mut Frame, wanted: &RefUse) -> Res<()> {
    if let Some(notice) = notice_of(*wanted) {
        rq.notice(notice)?;
    }
    let value = frame.pop();
    let reference = Reference::new(value).or_exit(rq)?;
    frame.push(Value::from(reference));
    Ok(())
}

/// `box_r`: see the table.
pub fn box_r(rq: &mut Request, frame: &mut Frame, wanted: &RefUse) -> Res<()> {
    match frame.top(0).view() {
        View::Ref(_) => Ok(()),
        _ => box_c(rq, frame, wanted),
    }
}

/// `box_r_nop`: see the table.
pub fn box_r_nop(_: &mut Request, _: &mut Frame) {}

/// `unbox`: see the table.
pub fn unbox(_: &mut Request, frame: &mut Frame) {
    let value = frame.pop();
    frame.push(value.unboxed().clone());
}

/// `unbox_r`: see the table.
pub fn unbox_r(_: &mut Request, frame: &mut Frame) {
    if let View::Ref(_) = frame.top(0).view() {
        let value = frame.pop();
        frame.push(value.unboxed().clone());
    }
}

/// `unbox_r_nop`: see the table.
pub fn unbox_r_nop(_: &mut Request, _: &mut Frame) {}

/// `assert_rat_l`: see the table.
pub fn assert_rat_l(_: &mut Request, _: &mut Frame, _: &LocalId, _: &Rat) {}

/// `assert_rat_stk`: see the table.
pub fn assert_rat_stk(_: &mut Request, _: &mut Frame, _: &StackDepth, _: &Rat) {}

/// The place of a static variable of the running function, or closure.
fn static_place(rq: &mut Request, frame: &Frame, name: StrId) -> Option<Reference> {
    match crate::closure::running(frame) {
        Some(closure) => crate::closure::static_var(&closure, name.0),
        None => rq.static_var(frame.func(), name.0),
    }
}

fn set_static_place(rq: &mut Request, frame: &Frame, name: StrId, place: Reference) -> Res<()> {
    match crate::closure::running(frame) {
        Some(mut closure) => crate::closure::set_static_var(rq, &mut closure, name.0, place),
        None => {
            rq.set_static_var(frame.func(), name.0, place);
            Ok(())
        }
    }
}

/// `static_loc`: see the table.
pub fn static_loc(rq: &mut Request, frame: &mut Frame, id: &LocalId, name: &StrId) -> Res<()> {
    let place = static_place(rq, frame, *name);
    let has_value = place.is_some();
    if let Some(place) = place {
        *frame.local_mut(*id) = Value::from(place);
    }
    frame.push(Value::bool(has_value));
    Ok(())
}

/// `static_loc_init`: see the table.
pub fn static_loc_init(rq: &mut Request, frame: &mut Frame, id: &LocalId, name: &StrId) -> Res<()> {
    let value = frame.pop();
    let place = match static_place(rq, frame, *name) {
        Some(place) => place,
        None => {
            let place = Reference::new(value).or_exit(rq)?;
            set_static_place(rq, frame, *name, place.clone())?;
            place
        }
    };
    *frame.local_mut(*id) = Value::from(place);
    Ok(())
}
