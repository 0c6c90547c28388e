//! Variables by name: of the running function, and global ones.
//!
//! Global variables are the locals of the main script, while it runs, and those of a table.
//! Included files and evaluated code share the variables of who includes them, as references; what
//! binds or unsets one of theirs does so by name, in all of those frames.

use hhbc::imm::{IncDecOp, Param, SetOpOp};
use runtime::array::{Array, Key};
use runtime::conv;
use runtime::heap::Oom;
use runtime::object::Reference;
use runtime::raise::{OrExit, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use crate::frame::{Frame, Walker};
use crate::in_place::InPlace;
use crate::request::Request;
use crate::{late, local};

/// Whose variables.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Function,
    Global,
}

/// Runs `body` on the variable; none when there is no such variable.
fn with<R>(
    rq: &mut Request,
    frame: &mut Frame,
    scope: Scope,
    name: &Str,
    body: impl FnOnce(&mut Value) -> R,
) -> Option<R> {
    if scope == Scope::Function
        && let Some(id) = frame.php().local_named(name)
    {
        return Some(body(frame.local_mut(id)));
    }
    if scope == Scope::Global || frame.is_main(rq) {
        return rq.with_global(name, body);
    }
    let kept = named(frame, name)?;
    let mut place = Value::from(kept.clone());
    let result = body(&mut place);
    if let View::Ref(bound) = place.view()
        && !bound.ptr_eq(&kept)
    {
        let bound = place.clone();
        with_kept(frame, name, |kept, key| kept.set(key, bound)).ok()?;
    }
    Some(result)
}

/// The key under which a frame keeps a variable that its function does not name: beside the
/// arguments beyond the declared ones, so that both live as long as the frame.
fn kept_key(name: &[u8]) -> Result<Str, Oom> {
    Str::join(&[b"$", name])
}

/// A variable that the function does not name.
fn named(frame: &Frame, name: &[u8]) -> Option<Reference> {
    let kept = frame.fp().record().extra()?;
    match kept.get(Key::Str(&kept_key(name).ok()?))?.view() {
        View::Ref(place) => Some(place.clone()),
        _ => None,
    }
}

/// The names and places of the variables that the function does not name, in their order.
pub(crate) fn unnamed(frame: &Frame) -> Vec<(Vec<u8>, Reference)> {
    let kept = frame.fp().record().extra().unwrap_or_default();
    let variable = |(key, value): (Key<'_>, &Value)| match (key, value.view()) {
        (Key::Str(name), View::Ref(place)) => Some((name[1..].to_vec(), place.clone())),
        _ => None,
    };
    kept.iter().filter_map(variable).collect()
}

/// Changes what a frame keeps.
fn with_kept<R>(
    frame: &Frame,
    name: &[u8],
    change: impl FnOnce(&mut Array, Key<'_>) -> Result<R, Oom>,
) -> Result<R, Oom> {
    let key = kept_key(name)?;
    let mut kept = frame.fp().record().take_extra().unwrap_or_default();
    let changed = change(&mut kept, Key::Str(&key));
    crate::generator::keep_extra(frame, &kept);
    frame.fp().record().set_extra(kept);
    changed
}

/// Gives the frame a variable that its function does not name.
fn name_place(rq: &mut Request, frame: &Frame, name: &[u8], place: Reference) -> Res<()> {
    with_kept(frame, name, |kept, key| kept.set(key, Value::from(place))).or_exit(rq)
}

/// The place of a variable that an included file shares, without a value when it has none.
pub(crate) fn shared_place(rq: &mut Request, frame: &mut Frame, name: &Str) -> Res<Reference> {
    if let Some(id) = frame.php().local_named(name) {
        return local::make_place(rq, frame.local_mut(id));
    }
    if frame.is_main(rq) || frame.php().is_main() {
        return rq.global_place(name);
    }
    if let Some(place) = named(frame, name) {
        return Ok(place);
    }
    let place = Reference::new(Value::UNINIT).or_exit(rq)?;
    name_place(rq, frame, name, place.clone())?;
    Ok(place)
}

fn name_of(rq: &mut Request, value: &Value) -> Res<Str> {
    conv::to_str(rq, value.unboxed())
}

/// The value; Uninit when there is none.
fn get(rq: &mut Request, frame: &mut Frame, scope: Scope, name: &Str) -> Value {
    let found = with(rq, frame, scope, name, |value| value.unboxed().clone());
    match found.filter(|value| !matches!(value.view(), View::Uninit)) {
        None if scope == Scope::Function && name.as_bytes() == b"this" => {
            frame.this_object().map_or(Value::UNINIT, Value::from)
        }
        found => found.unwrap_or(Value::UNINIT),
    }
}

/// The value; warns when there is none.
fn read(rq: &mut Request, frame: &mut Frame, scope: Scope, name: &Str) -> Res<Value> {
    let value = get(rq, frame, scope, name);
    if let View::Uninit = value.view() {
        let kind = if scope == Scope::Global { "global variable" } else { "variable" };
        let name = String::from_utf8_lossy(name).into_owned();
        rq.warn(&format!("Undefined {kind} ${name}"))?;
        return Ok(Value::NULL);
    }
    Ok(value)
}

/// The value, which changes; a variable that is not there is made, after the warning.
fn read_made(rq: &mut Request, frame: &mut Frame, scope: Scope, name: &Str) -> Res<Value> {
    let is_there = !matches!(get(rq, frame, scope, name).view(), View::Uninit);
    let value = read(rq, frame, scope, name)?;
    if !is_there {
        assign(rq, frame, scope, name, Value::NULL)?;
    }
    Ok(value)
}

/// The value of a variable of the function, for the beginning of a path.
pub(crate) fn value(rq: &mut Request, frame: &mut Frame, name: &Str, quiet: bool) -> Res<Value> {
    if quiet {
        let value = get(rq, frame, Scope::Function, name);
        return Ok(if value.is_null() { Value::NULL } else { value });
    }
    read(rq, frame, Scope::Function, name)
}

/// The place of a variable of the function, for a path that writes.
pub(crate) fn place(rq: &mut Request, frame: &mut Frame, name: &Str) -> Res<Reference> {
    reference(rq, frame, Scope::Function, name)
}

fn assign(rq: &mut Request, frame: &mut Frame, scope: Scope, name: &Str, value: Value) -> Res<()> {
    if name.as_bytes() == b"this" && scope == Scope::Function && !frame.is_main(rq) {
        return Err(rq.throw_error("error", "Cannot re-assign $this"));
    }
    let mut given = Some(value);
    let typed = with(rq, frame, scope, name, |place| match (place.view(), given.take()) {
        (View::Ref(reference), Some(value)) if reference.type_sources() != 0 => {
            Some((reference.clone(), value))
        }
        (_, value) => {
            local::assign(place, value.unwrap_or_default());
            None
        }
    });
    if let Some((reference, value)) = typed.flatten() {
        let juggling = crate::object::juggling(frame);
        return runtime::class::bound::assign(rq, &reference, (value, juggling)).map(drop);
    }
    if let Some(value) = given {
        make(rq, frame, scope, name)?.set(value);
    }
    Ok(())
}

/// A new variable.
fn make(rq: &mut Request, frame: &mut Frame, scope: Scope, name: &Str) -> Res<Reference> {
    if scope == Scope::Global || frame.is_main(rq) {
        return rq.global_ref(name);
    }
    let place = shared_place(rq, frame, name)?;
    if let View::Uninit = place.peek().view() {
        place.set(Value::NULL);
    }
    Ok(place)
}

fn reference(rq: &mut Request, frame: &mut Frame, scope: Scope, name: &Str) -> Res<Reference> {
    let place = shared_reference(rq, frame, scope, name)?;
    if scope == Scope::Global {
        place.note_asked();
    }
    Ok(place)
}

fn shared_reference(
    rq: &mut Request,
    frame: &mut Frame,
    scope: Scope,
    name: &Str,
) -> Res<Reference> {
    if let (Scope::Global, Some(place)) = (scope, rq.bound_global(name)) {
        return Ok(place.clone());
    }
    let mut old = None;
    with(rq, frame, scope, name, |place| {
        old = Some(std::mem::replace(place, Value::UNINIT));
    });
    let Some(old) = old else { return make(rq, frame, scope, name) };
    let mut place = old;
    let reference = local::make_ref(rq, &mut place);
    with(rq, frame, scope, name, |slot| *slot = place);
    reference
}

/// The value of a variable of a function, for builtins.
pub(crate) fn value_named(rq: &mut Request, frame: &mut Frame, name: &Str) -> Option<Value> {
    let value = get(rq, frame, Scope::Function, name);
    (!matches!(value.view(), View::Uninit)).then_some(value)
}

/// Gives a variable of a function a value, for builtins.
pub(crate) fn assign_named(
    rq: &mut Request,
    frame: &mut Frame,
    name: &Str,
    value: Value,
) -> Res<()> {
    assign(rq, frame, Scope::Function, name, value)
}

/// Makes a variable of a function a reference to a place, for builtins.
pub(crate) fn bind_named(
    rq: &mut Request,
    frame: &mut Frame,
    name: &Str,
    place: Reference,
) -> Res<()> {
    bind_shared(rq, frame, (Scope::Function, name), &place)
}

macro_rules! both_scopes {
    ($( $body:ident: $named:ident, $global:ident ($($imm:ident: $ty:ty),*); )*) => {$(
        #[doc = concat!("`", stringify!($named), "`: see the table.")]
        pub fn $named(rq: &mut Request, frame: &mut Frame $(, $imm: &$ty)*) -> Res<()> {
            $body(rq, frame, Scope::Function $(, $imm)*)
        }
        #[doc = concat!("`", stringify!($global), "`: see the table.")]
        pub fn $global(rq: &mut Request, frame: &mut Frame $(, $imm: &$ty)*) -> Res<()> {
            $body(rq, frame, Scope::Global $(, $imm)*)
        }
    )*};
}

both_scopes! {
    push_value: c_get_n, c_get_g();
    push_quiet: c_get_quiet_n, c_get_quiet_g();
    push_reference: v_get_n, v_get_g();
    push_isset: isset_n, isset_g();
    push_empty: empty_n, empty_g();
    set: set_n, set_g();
    set_op: set_op_n, set_op_g(op: SetOpOp);
    inc_dec: inc_dec_n, inc_dec_g(op: IncDecOp);
    bind: bind_n, bind_g();
    unset: unset_n, unset_g();
    pass: f_pass_n, f_pass_g(param: Param);
}

fn pop_name(rq: &mut Request, frame: &mut Frame) -> Res<Str> {
    let name = frame.pop();
    name_of(rq, &name)
}

fn push_value(rq: &mut Request, frame: &mut Frame, scope: Scope) -> Res<()> {
    let name = pop_name(rq, frame)?;
    let value = read(rq, frame, scope, &name)?;
    frame.push(value);
    Ok(())
}

fn push_quiet(rq: &mut Request, frame: &mut Frame, scope: Scope) -> Res<()> {
    let name = pop_name(rq, frame)?;
    let value = get(rq, frame, scope, &name);
    frame.push(if value.is_null() { Value::NULL } else { value });
    Ok(())
}

fn push_reference(rq: &mut Request, frame: &mut Frame, scope: Scope) -> Res<()> {
    let name = pop_name(rq, frame)?;
    let reference = reference(rq, frame, scope, &name)?;
    frame.push(Value::from(reference));
    Ok(())
}

fn push_isset(rq: &mut Request, frame: &mut Frame, scope: Scope) -> Res<()> {
    let name = pop_name(rq, frame)?;
    let set = !get(rq, frame, scope, &name).is_null();
    frame.push(Value::bool(set));
    Ok(())
}

fn push_empty(rq: &mut Request, frame: &mut Frame, scope: Scope) -> Res<()> {
    let name = pop_name(rq, frame)?;
    let empty = !conv::to_bool(&get(rq, frame, scope, &name));
    frame.push(Value::bool(empty));
    Ok(())
}

fn set(rq: &mut Request, frame: &mut Frame, scope: Scope) -> Res<()> {
    let value = frame.pop();
    let name = pop_name(rq, frame)?;
    assign(rq, frame, scope, &name, value.clone())?;
    frame.push(value);
    Ok(())
}

fn set_op(rq: &mut Request, frame: &mut Frame, scope: Scope, op: &SetOpOp) -> Res<()> {
    let right = frame.pop();
    let name = pop_name(rq, frame)?;
    if let Some(change) = InPlace::of(rq, *op, &right)?
        && let Some(result) = change_in_place(rq, frame, (scope, &name), &change)?
    {
        frame.push(result);
        return Ok(());
    }
    let left = read_made(rq, frame, scope, &name)?;
    let result = match local::operator(*op)(rq, &left, &right) {
        Err(halt) => {
            let place = with(rq, frame, scope, &name, |place| place.clone());
            return Err(local::fail(rq, frame, &place.unwrap_or_default(), halt));
        }
        Ok(result) => result,
    };
    assign(rq, frame, scope, &name, result.clone())?;
    frame.push(result);
    Ok(())
}

/// The new value of a variable that is changed where it is.
fn change_in_place(
    rq: &mut Request,
    frame: &mut Frame,
    (scope, name): (Scope, &Str),
    change: &InPlace,
) -> Res<Option<Value>> {
    let changed = with(rq, frame, scope, name, |place| change.change(place));
    changed.unwrap_or(Ok(None)).or_exit(rq)
}

fn inc_dec(rq: &mut Request, frame: &mut Frame, scope: Scope, op: &IncDecOp) -> Res<()> {
    let name = pop_name(rq, frame)?;
    let old = read_made(rq, frame, scope, &name)?;
    let (new, result) = local::step(rq, &old, *op)?;
    assign(rq, frame, scope, &name, new)?;
    frame.push(result);
    Ok(())
}

fn bind(rq: &mut Request, frame: &mut Frame, scope: Scope) -> Res<()> {
    let bound = frame.pop();
    let name = pop_name(rq, frame)?;
    let View::Ref(place) = bound.view() else { return Ok(()) };
    late::bind(&bound);
    bind_shared(rq, frame, (scope, &name), place)?;
    frame.push(bound);
    Ok(())
}

/// Binds a variable in all frames that share it.
fn bind_shared(
    rq: &mut Request,
    frame: &mut Frame,
    (scope, name): (Scope, &Str),
    place: &Reference,
) -> Res<()> {
    for mut outer in sharing(rq, frame, scope) {
        bind_in(rq, &mut outer, (scope, name), place)?;
    }
    bind_in(rq, frame, (scope, name), place)
}

fn bind_in(
    rq: &mut Request,
    frame: &mut Frame,
    (scope, name): (Scope, &Str),
    place: &Reference,
) -> Res<()> {
    let bound = Value::from(place.clone());
    if with(rq, frame, scope, name, |slot| *slot = bound).is_some() {
        return Ok(());
    }
    make(rq, frame, scope, name)?;
    if scope == Scope::Global || frame.is_main(rq) {
        rq.names.bind_global(name, place.clone());
        return Ok(());
    }
    name_place(rq, frame, name, place.clone())
}

/// The frames that share their variables with a file or evaluated code that runs, innermost first.
fn sharing(rq: &Request, frame: &Frame, scope: Scope) -> Vec<Frame> {
    let is_included = |frame: &Frame| frame.php().is_main() && !frame.is_main(rq);
    let mut frames = Vec::new();
    if scope == Scope::Global || !is_included(frame) {
        return frames;
    }
    for outer in Walker::new(rq).filter_map(|info| info.frame()).skip(1) {
        let goes_on = is_included(&outer);
        frames.push(outer);
        if !goes_on {
            break;
        }
    }
    frames
}

fn unset(rq: &mut Request, frame: &mut Frame, scope: Scope) -> Res<()> {
    let name = pop_name(rq, frame)?;
    for mut outer in sharing(rq, frame, scope) {
        unset_in(rq, &mut outer, scope, &name)?;
    }
    unset_in(rq, frame, scope, &name)
}

fn unset_in(rq: &mut Request, frame: &mut Frame, scope: Scope, name: &Str) -> Res<()> {
    with(rq, frame, scope, name, |slot| *slot = Value::UNINIT);
    if named(frame, name).is_some() {
        drop(with_kept(frame, name, |kept, key| kept.remove(key)).or_exit(rq)?);
    }
    rq.names.forget_global(name, scope == Scope::Global || frame.is_main(rq));
    Ok(())
}

fn pass(rq: &mut Request, frame: &mut Frame, scope: Scope, param: &Param) -> Res<()> {
    if crate::call::ops::wants_ref(frame, param).0 {
        return push_reference(rq, frame, scope);
    }
    push_value(rq, frame, scope)
}

/// `globals`: see the table.
pub fn globals(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let copy = rq.globals().or_exit(rq)?;
    frame.push(Value::from(copy));
    Ok(())
}
