//! Op bodies of paths.

use hhbc::imm::{
    ClsRef, Count, IncDecOp, LocalId, MemberKey, MemberMode, Param, QueryOp, SetOpOp, StackDepth,
    StrId,
};
use hhbc::instr::Instr;
use runtime::array::Array;
use runtime::class::{Juggling, bound};
use runtime::conv::{KeyUse, KeyValue};
use runtime::object::{Object, Reference};
use runtime::raise::{Halt, OrExit, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::assign::{self, Assigned};
use super::read::{self, missing};
use super::refusal::not_object;
use super::write::{self, End, Entered, Holder, Stop, fixed};
use super::{Key, Path, fast};
use crate::array::not_added;
use crate::behind;
use crate::frame::Frame;
use crate::in_place::InPlace;
use crate::late;
use crate::local;
use crate::object::offset::{self, Offset};
use crate::object::own;
use crate::object::prop;
use crate::request::Request;
use crate::throwable;

macro_rules! steps {
    ($($snake:ident($($imm:ident: $ty:ty),*);)*) => {$(
        #[doc = concat!("`", stringify!($snake), "`: a step, done by the final instruction.")]
        pub fn $snake(_: &mut Request, _: &mut Frame $(, $imm: &$ty)*) {
            $( let _ = $imm; )*
        }
    )*};
}

steps! {
    base_l(local: LocalId, mode: MemberMode);
    base_c(depth: StackDepth, mode: MemberMode);
    base_h();
    base_gc(depth: StackDepth, mode: MemberMode);
    base_gl(local: LocalId, mode: MemberMode);
    base_gt(name: StrId, mode: MemberMode);
    base_nc(depth: StackDepth, mode: MemberMode);
    base_nl(local: LocalId, mode: MemberMode);
    base_sc(name: StackDepth, cls: StackDepth, mode: MemberMode);
    base_sd(name: StrId, cls: ClsRef, mode: MemberMode);
    dim(mode: MemberMode, key: MemberKey);
}

/// `query_m`: see the table.
pub fn query_m(
    rq: &mut Request,
    frame: &mut Frame,
    n: &Count,
    op: &QueryOp,
    key: &MemberKey,
) -> Res<()> {
    if let Some(value) = fast::read(frame, n.0, *op, key) {
        frame.push(value);
        return Ok(());
    }
    let usage = match op {
        QueryOp::Isset | QueryOp::Empty => KeyUse::Isset,
        QueryOp::CGet | QueryOp::CGetQuiet | QueryOp::CGetList => KeyUse::Access,
    };
    let mut path = Path::for_reading(frame, key, usage);
    path.takes_keys = n.0 > 0;
    let value = read::query(rq, frame, &mut path, *op)?;
    frame.discard(n.0);
    frame.push(value);
    Ok(())
}

/// The name of the property at the end of a path.
fn prop_name(path: &Path) -> Option<Str> {
    match path.keys.last() {
        Some(Key::Prop(name)) => Some(name.clone()),
        _ => None,
    }
}

fn last_key(path: &Path) -> Key {
    path.keys.last().cloned().unwrap_or(Key::New)
}

fn reference_at(rq: &mut Request, frame: &mut Frame, path: &mut Path) -> Res<Reference> {
    path.only_finds = true;
    let made = write::at_end(rq, frame, path, |holder, key, _| {
        let Holder::Array(array) = holder else {
            return Err(Stop::Throw("error", NO_REFERENCE.to_owned()));
        };
        let mut slot = match fixed(key) {
            Some(key) => array.slot_or_null(key.as_key())?,
            None => array.append_slot()?,
        };
        Ok(slot.make_ref()?)
    })?;
    match made {
        End::Done(reference) => Ok(reference),
        End::Object(object) => match prop_name(path) {
            Some(name) => prop::reference(rq, frame, &object, &name),
            None => {
                let value = offset::in_place(rq, &object, &last_key(path).value())?;
                match value.view() {
                    View::Ref(reference) => Ok(reference.clone()),
                    _ => Reference::new(value).or_exit(rq),
                }
            }
        },
        End::NotObject(value) => Err(not_object(rq, "modify", &last_key(path), &value)),
        End::Gone => Err(rq.throw_error("error", NO_REFERENCE)),
        End::Nothing | End::Lost | End::Wants => Reference::new_null().or_exit(rq),
    }
}

/// The error of a reference to a byte of a string.
const NO_REFERENCE: &str = "Cannot create references to/from string offsets";

/// `v_get_m`: see the table.
pub fn v_get_m(rq: &mut Request, frame: &mut Frame, n: &Count, key: &MemberKey) -> Res<()> {
    let mut path = Path::of(rq, frame, key, KeyUse::Access)?;
    let reference = reference_at(rq, frame, &mut path)?;
    frame.discard(n.0);
    frame.push(Value::from(reference));
    Ok(())
}

/// `f_pass_m`: see the table.
pub fn f_pass_m(
    rq: &mut Request,
    frame: &mut Frame,
    param: &Param,
    n: &Count,
    key: &MemberKey,
) -> Res<()> {
    if crate::call::ops::wants_ref(frame, param).0 {
        return v_get_m(rq, frame, n, key);
    }
    query_m(rq, frame, n, &QueryOp::CGet, key)
}

/// `set_m`: see the table.
pub fn set_m(rq: &mut Request, frame: &mut Frame, n: &Count, key: &MemberKey) -> Res<()> {
    if fast::write(rq, frame, n.0, key)? {
        if n.0 > 0 {
            let value = frame.pop();
            frame.discard(n.0);
            frame.push(value);
        }
        return Ok(());
    }
    let mut assigned = Assigned::top(frame);
    if late::names_property(key) && super::steps(frame).len() == 1 {
        // PHP: the value of a property is asked for before its name.
        let defined = assigned.define(rq, frame);
        defined.map_err(|halt| refused_base(rq, frame, key, halt))?;
    }
    let mut path = Path::of(rq, frame, key, KeyUse::Access)?;
    let value = assign::set(rq, frame, &mut path, assigned)?;
    frame.discard(n.0 + 1);
    frame.push(value);
    Ok(())
}

/// What goes on when the handler of an undefined value of a property threw. PHP: null is assigned, and
/// what is no object is refused too.
fn refused_base(rq: &mut Request, frame: &Frame, key: &MemberKey, halt: Halt) -> Halt {
    let Ok(path) = Path::of(rq, frame, key, KeyUse::Access) else { return halt };
    let value = match (path.base_local(0), path.base) {
        (Some(local), _) => frame.local(local).unboxed().clone(),
        (None, Instr::BaseH {}) => frame.this_object().map_or(Value::NULL, Value::from),
        _ => return halt,
    };
    if let View::Object(object) = value.view() {
        if let Some(name) = prop_name(&path) {
            behind::property(rq, frame, object, &name);
        }
        return halt;
    }
    let refused = not_object(rq, "assign", &last_key(&path), &value);
    throwable::after(halt, refused)
}

/// Complains about a path that begins at a local without a value. PHP: when a handler throws, the
/// local is an array all the same, and a key that none can have is still refused.
fn warn_undefined_base(rq: &mut Request, frame: &mut Frame, path: &mut Path) -> Res<()> {
    let Instr::BaseL { local, .. } = path.base else { return Ok(()) };
    if !matches!(frame.local(*local).unboxed().view(), View::Uninit) {
        return Ok(());
    }
    let Err(halt) = local::warn_undefined(rq, frame, *local) else { return Ok(()) };
    let unsets = matches!(frame.site().instr, Instr::UnsetM { .. });
    if unsets || matches!(path.keys[0], Key::Prop(_)) {
        return Err(halt);
    }
    let made = made_of_nothing(rq, frame, path)?;
    local::assign(frame.local_mut(*local), Value::from(made));
    path.read_again(frame, 0);
    let is_refused = matches!(
        &path.keys[0],
        Key::Raw(key) if matches!(key.view(), View::Object(_) | View::Array(_))
    );
    match is_refused.then(|| path.convert(rq, frame, 0)) {
        Some(Err(refused)) => Err(throwable::after(halt, refused)),
        _ => Err(halt),
    }
}

/// The array that a local without a value becomes although the handler threw. PHP: the element that
/// its first step makes is there, and an operator that needs no word is applied to it.
fn made_of_nothing(rq: &mut Request, frame: &Frame, path: &Path) -> Res<Array> {
    let mut array = Array::new();
    if !matches!(path.keys[0], Key::New) {
        return Ok(array);
    }
    let value = match &frame.site().instr {
        Instr::SetOpM { op, .. }
            if path.keys.len() == 1 && local::takes_quietly(*op, frame.top(0)) =>
        {
            local::operator(*op)(rq, &Value::NULL, frame.top(0))?
        }
        _ => Value::NULL,
    };
    array.append(value).map_err(|error| not_added(rq, error))?;
    Ok(array)
}

/// Makes of an old value the new one and the result of the expression.
type Change<'c> = &'c mut dyn FnMut(&mut Request, &Value) -> Res<(Value, Value)>;

/// Reads the member at the end of the path, has `change` make the new value and the result of
/// that, stores the one and gives the other.
fn update(
    rq: &mut Request,
    frame: &mut Frame,
    path: &mut Path,
    (verb, refusal): (&str, &'static str),
    change: Change<'_>,
) -> Res<Value> {
    let old = write::at_end(rq, frame, path, |holder, key, warn| {
        let Holder::Array(array) = holder else {
            return Err(Stop::Throw("error", refusal.to_owned()));
        };
        let Some(key) = fixed(key) else {
            let made = write::append_null(array)?;
            return Ok((Value::NULL, Some(made), array.as_block()));
        };
        if let Some(value) = array.get(key.as_key()) {
            return Ok((value.clone(), None, array.as_block()));
        }
        warn(missing(key.as_key()), Some(array))?;
        array.set(key.as_key(), Value::NULL)?;
        Ok((Value::NULL, None, array.as_block()))
    })?;
    let object = match old {
        // PHP: an operator is not applied to what a handler has taken; a step is.
        End::Lost if verb == "assign" => return Ok(Value::NULL),
        End::Lost => return Ok(change(rq, &Value::NULL)?.1),
        End::Done((old, made, found_in)) => {
            if let (Some(index), Some(key)) = (made, path.keys.last_mut()) {
                *key = Key::Elem(KeyValue::Int(index));
            }
            let (new, result) = match change(rq, old.unboxed()) {
                Err(halt) if verb == "assign" => return Err(local::fail(rq, frame, &old, halt)),
                changed => changed?,
            };
            // PHP: what is made goes where the element was, also when that is nobody's any more.
            path.was_found = true;
            if verb != "assign" {
                local::check_step(rq, &old, direction(&old), &new)?;
            }
            let is_typed = matches!(old.view(), View::Ref(place) if place.type_sources() != 0);
            drop(old);
            let stored = assign::set(rq, frame, path, Assigned::to_found(new, found_in))?;
            return Ok(if is_typed && verb == "assign" { stored } else { result });
        }
        End::Object(object) => object,
        End::NotObject(value) => {
            return Err(not_object(rq, verb, &last_key(path), &value));
        }
        End::Gone => return Err(rq.throw_error("error", refusal)),
        End::Nothing | End::Wants => return Ok(Value::NULL),
    };
    match prop_name(path) {
        Some(name) => {
            let old = match prop::created(rq, frame, &object, &name) {
                Ok(true) => {
                    let (new, result) = change(rq, &Value::NULL)?;
                    prop::set_created(rq, &object, &name, new)?;
                    return Ok(result);
                }
                Ok(false) => prop::read(rq, frame, &object, &name)?,
                Err(halt) => return Err(change_created(rq, frame, (&object, &name), change, halt)),
            };
            let (new, result) = match change(rq, &old) {
                Err(halt) if verb == "assign" => {
                    return Err(fail(rq, frame, (&object, &name), halt));
                }
                changed => changed?,
            };
            if verb != "assign" {
                prop::check_step(rq, frame, (&object, &name), (&old, &new))?;
            }
            drop(old);
            let is_new = result.tag() == new.tag();
            if let (Some(place), "assign") = (typed_reference(frame, &object, &name), verb) {
                return bound::assign(rq, &place, (new, crate::object::juggling(frame)));
            }
            let stored = prop::write(rq, frame, (&object, &name), new)?;
            Ok(if is_new && verb == "assign" { stored } else { result })
        }
        None => {
            let key = last_key(path).value();
            if verb != "assign" && offset::is_of_script(&object, Offset::Get) {
                return step_offset(rq, &object, &key, change);
            }
            let old = offset::get(rq, &object, &key).map_err(|before| {
                if verb != "assign" {
                    return before;
                }
                // PHP: an offset that cannot be read is then refused.
                throwable::after(before, offset::no_array(rq, &object))
            })?;
            let (new, result) = change(rq, &old)?;
            drop(old);
            path.read_again_from(frame, path.keys.len() - 1);
            let key = last_key(path).value();
            offset::access(rq, &object, Offset::Set, &[key, new])?;
            Ok(result)
        }
    }
}

/// Changes a property whose creation a handler did not like; what it threw. PHP: `.=`, `--` and what
/// would give a warning do nothing then.
fn change_created(
    rq: &mut Request,
    frame: &Frame,
    (object, name): (&Object, &Str),
    change: Change<'_>,
    halt: Halt,
) -> Halt {
    let does_nothing = match &frame.site().instr {
        Instr::SetOpM { op, .. } => !local::takes_quietly(*op, frame.top(0)),
        Instr::IncDecM { op, .. } => matches!(op, IncDecOp::PreDec | IncDecOp::PostDec),
        _ => false,
    };
    if !does_nothing && matches!(halt, Halt::Throw(_)) && prop::is_dynamic(object, name) {
        let changed = change(rq, &Value::NULL);
        let stored = changed.and_then(|(new, _)| prop::write(rq, frame, (object, name), new));
        drop(stored);
    }
    halt
}

/// The reference in a property that types know; what an operator makes is checked as that.
fn typed_reference(frame: &Frame, object: &Object, name: &Str) -> Option<Reference> {
    let (slot, prop) = prop::plain_slot(object, name, frame.scope())?;
    let View::Ref(place) = object.slot(slot as usize).view() else { return None };
    let is_open = !prop.is_readonly() && prop.is_writable(frame.scope());
    (is_open && place.type_sources() != 0).then(|| place.clone())
}

/// What goes on when an operator failed whose result a property was to get.
fn fail(rq: &mut Request, frame: &Frame, (object, name): (&Object, &Str), halt: Halt) -> Halt {
    match typed_reference(frame, object, name) {
        Some(place) => local::fail(rq, frame, &Value::from(place), halt),
        None if matches!(halt, Halt::Throw(_)) => {
            prop::fail(frame, object, name);
            halt
        }
        None => halt,
    }
}

/// Which way a step goes that leaves the range of int.
fn direction(old: &Value) -> IncDecOp {
    let is_up = old.unboxed().as_int().is_some_and(|int| int > 0);
    if is_up { IncDecOp::PreInc } else { IncDecOp::PreDec }
}

/// Steps what `offsetGet` of a script gives: without effect, unless it is a reference.
fn step_offset(rq: &mut Request, object: &Object, key: &Value, change: Change<'_>) -> Res<Value> {
    let old = offset::in_place(rq, object, key)?;
    if let View::Ref(place) = old.view() {
        let (new, result) = change(rq, &place.get())?;
        local::check_step(rq, &old, direction(&old), &new)?;
        bound::assign(rq, place, (new, Juggling::Weak))?;
        return Ok(result);
    }
    Ok(change(rq, &old)?.1)
}

const NO_STRING_OFFSET: &str = "Cannot use assign-op operators with string offsets";

/// `set_op_m`: see the table.
pub fn set_op_m(
    rq: &mut Request,
    frame: &mut Frame,
    n: &Count,
    op: &SetOpOp,
    key: &MemberKey,
) -> Res<()> {
    if let Some(result) = fast::apply(rq, frame, n.0, (*op, key))? {
        frame.discard(1);
        frame.push(result);
        return Ok(());
    }
    let mut path = Path::of(rq, frame, key, KeyUse::Access)?;
    warn_undefined_base(rq, frame, &mut path)?;
    let right = frame.top(0).clone();
    let changed = match InPlace::of(rq, *op, &right)? {
        Some(change) => change_in_place(rq, frame, &mut path, &change)?,
        None => None,
    };
    let result = match changed {
        Some(result) => result,
        None => update(rq, frame, &mut path, ("assign", NO_STRING_OFFSET), &mut |rq, left| {
            let result = local::operator(*op)(rq, left, &right)?;
            Ok((result.clone(), result))
        })?,
    };
    frame.discard(n.0 + 1);
    frame.push(result);
    Ok(())
}

/// Changes the member at the end of a path where it is; its new value.
fn change_in_place(
    rq: &mut Request,
    frame: &mut Frame,
    path: &mut Path,
    change: &InPlace,
) -> Res<Option<Value>> {
    let done = write::at_end(rq, frame, path, |holder, key, _| {
        let (Holder::Array(array), Some(key)) = (holder, fixed(key)) else { return Ok(None) };
        if !array.get(key.as_key()).is_some_and(|old| change.takes(old)) {
            return Ok(None);
        }
        let Some(slot) = array.slot(key.as_key())? else { return Ok(None) };
        Ok(Some(change.change_slot(slot)?))
    })?;
    let mut object = match done {
        End::Done(done) => return Ok(done),
        End::Object(object) => object,
        End::Lost => return Ok(Some(Value::NULL)),
        End::Gone => return Err(rq.throw_error("error", NO_STRING_OFFSET)),
        End::Nothing | End::NotObject(_) | End::Wants => return Ok(None),
    };
    let Some(name) = prop_name(path) else { return Ok(None) };
    let slot = match prop::plain_slot(&object, &name, frame.scope()) {
        None => own::place(&mut object, &name, frame.scope()).or_exit(rq)?,
        Some((_, prop)) if prop.is_readonly() || !prop.is_writable(frame.scope()) => None,
        Some((slot, _)) => Some(object.slot_mut(slot as usize)),
    };
    let Some(slot) = slot.filter(|slot| change.takes(slot.get())) else { return Ok(None) };
    change.change_slot(slot).map(Some).or_exit(rq)
}

/// `inc_dec_m`: see the table.
pub fn inc_dec_m(
    rq: &mut Request,
    frame: &mut Frame,
    n: &Count,
    op: &IncDecOp,
    key: &MemberKey,
) -> Res<()> {
    if let Some(result) = fast::step(frame, n.0, *op, key) {
        frame.push(result);
        return Ok(());
    }
    let mut path = Path::of(rq, frame, key, KeyUse::Access)?;
    warn_undefined_base(rq, frame, &mut path)?;
    path.only_finds = true;
    let words = ("increment/decrement", "Cannot increment/decrement string offsets");
    let result = update(rq, frame, &mut path, words, &mut |rq, old| local::step(rq, old, *op))?;
    frame.discard(n.0);
    frame.push(result);
    Ok(())
}

/// `bind_m`: see the table.
pub fn bind_m(rq: &mut Request, frame: &mut Frame, n: &Count, key: &MemberKey) -> Res<()> {
    let reference = frame.top(0).clone();
    bind_at(rq, frame, key, &reference).inspect_err(|_| late::unbind(frame))?;
    frame.discard(n.0 + 1);
    frame.push(reference);
    Ok(())
}

/// Binds the member at the end of a path to a reference.
fn bind_at(rq: &mut Request, frame: &mut Frame, key: &MemberKey, reference: &Value) -> Res<()> {
    let mut path = Path::of(rq, frame, key, KeyUse::Access)?;
    path.only_finds = true;
    path.binds_base =
        late::only_bound(frame).is_some_and(|local| path.base_local(0) == Some(local));
    let end = write::at_end(rq, frame, &mut path, |holder, key, _| match (holder, fixed(key)) {
        (Holder::Array(array), Some(key)) => Ok(array.set(key.as_key(), reference.clone())?),
        (Holder::Array(array), None) => Ok(array.append(reference.clone())?),
        (Holder::Text(_), _) => Err(Stop::Throw("error", NO_REFERENCE.to_owned())),
    })?;
    let is_bound = match end {
        End::Object(object) => match prop_name(&path) {
            Some(name) => {
                late::bind(reference);
                prop::bind(rq, frame, (&object, &name), reference)?;
                true
            }
            None => offset::bind(rq, &object, (&last_key(&path).value(), reference))?,
        },
        // PHP: what no variable holds is none: what `offsetGet` gave, what a handler has freed.
        End::Lost => false,
        End::Done(()) => !path.entered.as_ref().is_some_and(Entered::is_temporary),
        End::NotObject(value) => {
            late::bind(reference);
            return Err(not_object(rq, "modify", &last_key(&path), &value));
        }
        End::Gone => return Err(rq.throw_error("error", NO_REFERENCE)),
        End::Nothing | End::Wants => true,
    };
    late::bind(reference);
    match is_bound {
        true => Ok(()),
        false => Err(rq.throw_error("error", NOT_BOUND)),
    }
}

const NOT_BOUND: &str = "Cannot assign by reference to an array dimension of an object";

/// `unset_m`: see the table.
pub fn unset_m(rq: &mut Request, frame: &mut Frame, n: &Count, key: &MemberKey) -> Res<()> {
    let mut path = Path::of(rq, frame, key, KeyUse::Unset)?;
    if !matches!(path.keys[..], [Key::Prop(_)]) {
        warn_undefined_base(rq, frame, &mut path)?;
    }
    for mode in &mut path.modes {
        *mode = MemberMode::Unset;
    }
    let end = write::at_end(rq, frame, &mut path, |holder, key, _| match (holder, key) {
        (Holder::Array(array), Key::Elem(key)) => array.remove(key.as_key()).map_err(Stop::from),
        _ => Ok(None),
    })?;
    match end {
        End::Object(object) => match prop_name(&path) {
            Some(name) => prop::unset(rq, frame, &object, &name)?,
            None => {
                let key = last_key(&path).value();
                drop(offset::access(rq, &object, Offset::Unset, &[key])?);
            }
        },
        End::Done(removed) => drop(removed),
        End::Nothing | End::Lost | End::Gone | End::NotObject(_) | End::Wants => {}
    }
    frame.discard(n.0);
    Ok(())
}
