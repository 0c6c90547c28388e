//! Op bodies of calls.

use hhbc::imm::{CallArgs, Count, FuncId, Label, LocalId, Param, StrId};
use hhbc::instr::Instr;
use runtime::array::{Array, Key};
use runtime::conv::KeyValue;
use runtime::heap::Oom;
use runtime::object::Reference;
use runtime::raise::{Halt, OrExit, Res};
use runtime::value::{Value, View};

use super::verify;
use crate::frame::{Context, Frame, Walker};
use crate::func::Func;
use crate::local;
use crate::ops::Flow;
use crate::request::Request;

pub(super) fn undefined(rq: &mut Request, name: &[u8]) -> Halt {
    let name = String::from_utf8_lossy(name).into_owned();
    rq.throw_error("error", &format!("Call to undefined function {name}()"))
}

/// `f_push_func`: see the table.
pub fn f_push_func(rq: &mut Request, frame: &mut Frame, _: &Count) -> Res<()> {
    let callable = frame.pop();
    let callable = callable.unboxed();
    super::method::push_dynamic(rq, frame, callable)
}

/// `f_push_func_d`: see the table.
pub fn f_push_func_d(rq: &mut Request, frame: &mut Frame, _: &Count, name: &StrId) -> Res<()> {
    push_named(rq, frame, *name, None)
}

/// `f_push_func_u`: see the table.
pub fn f_push_func_u(
    rq: &mut Request,
    frame: &mut Frame,
    _: &Count,
    name: &StrId,
    fallback: &StrId,
) -> Res<()> {
    push_named(rq, frame, *name, Some(*fallback))
}

/// Begins a call of the function that a name, or else another one, means at a site; which is looked up
/// once in a request.
fn push_named(
    rq: &mut Request,
    frame: &mut Frame,
    name: StrId,
    fallback: Option<StrId>,
) -> Res<()> {
    let (unit, request) = (frame.php().unit(), rq.rds.generation());
    if let Some(func) = crate::exec::func_met(frame.site(), request) {
        frame.push_record(func, Context::None);
        return Ok(());
    }
    let named = |name| rq.names.func(unit.folded(name));
    let found = named(name).or_else(|| fallback.and_then(named));
    if let Some(func) = found {
        crate::exec::meet_func(frame.site(), request, func);
    }
    push_found(rq, frame, found, name)
}

/// What the engine's library calls by a name that scripts may not use.
#[cold]
fn for_library(frame: &Frame, name: StrId) -> Option<&'static Func> {
    let unit = frame.php().unit();
    unit.is_library().then(|| crate::native::even_disabled(unit.folded(name).as_bytes())).flatten()
}

fn push_found(
    rq: &mut Request,
    frame: &mut Frame,
    found: Option<&'static Func>,
    name: StrId,
) -> Res<()> {
    let found = found.or_else(|| for_library(frame, name));
    let Some(func) = found else {
        return Err(undefined(rq, &frame.php().unit().unit().strings[name]));
    };
    frame.push_record(func, Context::None);
    Ok(())
}

/// The number of what is no parameter.
const NO_PARAM: u32 = 63;

/// Whether the pending function takes this parameter by reference, and then its number.
pub(crate) fn wants_ref(frame: &Frame, param: &Param) -> (bool, u32) {
    let func = frame.pending().func();
    let at = match param {
        Param::At(at) => *at,
        Param::Named(_) if func.by_ref().is_none() => return (false, NO_PARAM),
        Param::Named(name) => {
            let name = frame.str(*name);
            let at = match func.as_native() {
                Some(native) => native.param_named(name.as_bytes()).map(|at| at as u32),
                None => func.as_php().and_then(|php| php.param_named(name.as_bytes())),
            };
            at.unwrap_or(NO_PARAM)
        }
    };
    (func.by_ref().has(at), at)
}

/// Whether the pending function refuses what is no variable for this parameter.
fn needs_ref(frame: &Frame, param: &Param) -> bool {
    wants_ref(frame, param).0 && !frame.pending().func().prefers_refs()
}

/// `f_pass_c`: see the table.
pub fn f_pass_c(_: &mut Request, _: &mut Frame, _: &Param) {}

/// `f_pass_cw`: see the table.
pub fn f_pass_cw(rq: &mut Request, frame: &mut Frame, param: &Param) -> Res<()> {
    if needs_ref(frame, param) {
        rq.notice("Only variables should be passed by reference")?;
        box_top(rq, frame)?;
    }
    Ok(())
}

fn box_top(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let boxed = Reference::new(value).or_exit(rq)?;
    frame.push(Value::from(boxed));
    Ok(())
}

/// The name of a parameter. PHP: the variadic one has none in messages.
pub(super) fn param_name(func: &Func, at: u32) -> Option<String> {
    if let Some(native) = func.as_native() {
        return native.params.get(at as usize).map(|param| param.name().to_owned());
    }
    let php = func.as_php()?;
    let param = php.record().params.get(at as usize)?;
    let is_variadic = param.attrs.has(hhbc::func::Attrs::variadic);
    let id = php.local_name(at).filter(|_| !is_variadic)?;
    Some(String::from_utf8_lossy(php.unit().str(id).as_bytes()).into_owned())
}

/// `f_pass_ce`: see the table.
pub fn f_pass_ce(rq: &mut Request, frame: &mut Frame, param: &Param) -> Res<()> {
    if !needs_ref(frame, param) {
        return Ok(());
    }
    let at = wants_ref(frame, param).1;
    let func = frame.pending().func();
    let param = param_name(func, at).map(|name| format!(" (${name})"));
    let text = format!(
        "{}(): Argument #{}{} could not be passed by reference",
        crate::class::func_text(func),
        at + 1,
        param.unwrap_or_default()
    );
    Err(rq.throw_error("error", &text))
}

/// `f_pass_v`: see the table.
pub fn f_pass_v(_: &mut Request, frame: &mut Frame, param: &Param) {
    if !wants_ref(frame, param).0 {
        let value = frame.pop();
        frame.push(value.unboxed().clone());
    }
}

/// `f_pass_v_nop`: see the table.
pub fn f_pass_v_nop(_: &mut Request, _: &mut Frame, _: &Param) {}

/// `f_pass_r`: see the table.
pub fn f_pass_r(rq: &mut Request, frame: &mut Frame, param: &Param) -> Res<()> {
    let is_ref = matches!(frame.top(0).view(), View::Ref(_));
    match (wants_ref(frame, param).0, is_ref) {
        (true, false) if needs_ref(frame, param) => {
            rq.notice("Only variables should be passed by reference")?;
            box_top(rq, frame)?;
        }
        (false, true) => {
            let value = frame.pop();
            frame.push(value.unboxed().clone());
        }
        (true, _) | (false, false) => {}
    }
    Ok(())
}

/// `f_pass_l`: see the table.
pub fn f_pass_l(rq: &mut Request, frame: &mut Frame, param: &Param, id: &LocalId) -> Res<()> {
    let passed = if wants_ref(frame, param).0 {
        Value::from(local::make_ref(rq, frame.local_mut(*id))?)
    } else {
        local::read(rq, frame, *id)?
    };
    frame.push(passed);
    Ok(())
}

/// `f_pass_spread`: see the table.
pub fn f_pass_spread(rq: &mut Request, frame: &mut Frame, param: &Param) -> Res<()> {
    let value = frame.pop();
    let by_ref = frame.pending().func().by_ref();
    match value.unboxed().view() {
        View::Array(_) if !by_ref.is_none() && spread_local(frame).is_some() => {
            drop(value);
            let array = spread_refs(rq, frame, wants_ref(frame, param).1)?;
            frame.push(Value::from(array));
            Ok(())
        }
        View::Array(array) => {
            frame.push(Value::from(array.clone()));
            Ok(())
        }
        View::Object(object) if crate::library::TRAVERSABLE.is_above(object.class()) => {
            let first = wants_ref(frame, param).1;
            let see = |rq: &mut Request,
                       frame: &mut Frame,
                       (at, pair): (usize, &(Value, Value))| {
                let place = match pair.0.unboxed().view() {
                    View::Int(_) => Some(first + at as u32),
                    View::Str(name) => super::arrange::place_named(frame.pending().func(), name),
                    _ => None,
                };
                match place.filter(|at| by_ref.has(*at)) {
                    Some(at) => warn_spread(rq, frame, at),
                    None => Ok(()),
                }
            };
            let pairs = crate::iter::collect_seen(rq, frame, object, see)?;
            let mut array = runtime::array::Array::new();
            for (key, value) in pairs {
                let value = value.unboxed().clone();
                match key.unboxed().view() {
                    View::Int(_) => array.append(value).map_err(|_| runtime::heap::Oom),
                    View::Str(name) => match runtime::array::Key::of_str(name) {
                        Key::Int(_) => array.append(value).map_err(|_| runtime::heap::Oom),
                        key => array.set(key, value),
                    },
                    _ => {
                        let text = "Keys must be of type int|string during argument unpacking";
                        return Err(rq.throw_error("error", text));
                    }
                }
                .or_exit(rq)?;
            }
            frame.push(Value::from(array));
            Ok(())
        }
        _ => Err(crate::array::not_unpacked(rq, "typeerror", &value)),
    }
}

/// The local whose elements a spread hands over: a spread of anything else is by value.
fn spread_local(frame: &Frame) -> Option<LocalId> {
    let before = (frame.site().index as usize).checked_sub(1)?;
    match &frame.php().code_sites().get(before)?.instr {
        Instr::CGetL { local } => Some(*local),
        _ => None,
    }
}

/// The elements of the local's array, those for parameters by reference as references; the first
/// one is for the parameter `first`.
fn spread_refs(rq: &mut Request, frame: &mut Frame, first: u32) -> Res<Array> {
    let func = frame.pending().func();
    let Some(local) = spread_local(frame) else { return Ok(Array::new()) };
    let shared = match frame.local(local).view() {
        View::Ref(reference) => Some(reference.clone()),
        _ => None,
    };
    let args = match shared {
        Some(mut reference) => {
            let mut slot = reference.slot_mut();
            slot.as_array_mut().map(|array| refs_of(array, func, first))
        }
        None => frame.local_mut(local).as_array_mut().map(|array| refs_of(array, func, first)),
    };
    args.transpose().or_exit(rq).map(Option::unwrap_or_default)
}

fn refs_of(array: &mut Array, func: &Func, first: u32) -> Result<Array, Oom> {
    let owned = |(key, _): (Key<'_>, &Value)| match key {
        Key::Int(int) => KeyValue::Int(int),
        Key::Str(name) => KeyValue::Str(name.clone()),
    };
    let keys: Vec<KeyValue> = array.iter().map(owned).collect();
    let mut args = Array::new();
    let mut places = super::arrange::Places::behind(func, first);
    let mut is_failing = false;
    for key in keys {
        let place = places.next(key.as_key());
        // PHP: behind an element that the call fails at, none becomes a reference.
        is_failing |= place.is_none();
        let is_ref = !is_failing && place.is_some_and(|at| func.by_ref().has(at));
        let value = match array.slot(key.as_key())? {
            Some(mut slot) if is_ref => Value::from(slot.make_ref()?),
            Some(slot) => slot.get().unboxed().clone(),
            None => Value::NULL,
        };
        args.set(key.as_key(), value)?;
    }
    Ok(args)
}

fn warn_spread(rq: &mut Request, frame: &Frame, at: u32) -> Res<()> {
    let name = crate::class::func_text(frame.pending().func());
    rq.warn(&format!(
        "Cannot pass by-reference argument {} of {name}() by unpacking a Traversable, passing \
         by-value instead",
        at + 1
    ))
}

/// `f_call`: see the table.
pub fn f_call(_: &mut Request, _: &mut Frame, _: &CallArgs) -> Flow {
    Flow::Call
}

/// `f_call_d`: see the table.
pub fn f_call_d(_: &mut Request, _: &mut Frame, _: &CallArgs, _: &StrId, _: &StrId) -> Flow {
    Flow::Call
}

/// `f_call_builtin`: see the table.
pub fn f_call_builtin(
    rq: &mut Request,
    frame: &mut Frame,
    argc: &Count,
    passed: &Count,
    name: &StrId,
) -> Res<()> {
    let folded = frame.php().unit().folded(*name);
    let Some(func) = rq.names.func(folded) else { return Err(undefined(rq, folded.as_bytes())) };
    let args: Vec<Value> = frame.topmost(argc.0)[..passed.0 as usize].to_vec();
    let result = rq.call(func, Context::None, &args);
    frame.discard(argc.0);
    frame.push(result?);
    Ok(())
}

/// `verify_param_type`: see the table.
pub fn verify_param_type(rq: &mut Request, frame: &mut Frame, id: &LocalId) -> Res<()> {
    verify::param(rq, frame, *id)
}

/// `verify_ret_type_c`: see the table.
pub fn verify_ret_type_c(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    verify::result(rq, frame)
}

/// `verify_ret_type_v`: see the table.
pub fn verify_ret_type_v(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    verify::result(rq, frame)
}

/// `verify_ret_none`: see the table.
pub fn verify_ret_none(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    Err(verify::no_result(rq, frame))
}

/// `verify_ret_never`: see the table.
pub fn verify_ret_never(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let name = crate::class::func_text(frame.func());
    let word = if frame.scope().is_some() { "method" } else { "function" };
    let text = format!("{name}(): never-returning {word} must not implicitly return");
    Err(rq.throw_error("typeerror", &text))
}

/// `arg_given`: see the table.
pub fn arg_given(_: &mut Request, frame: &mut Frame, id: &LocalId, target: &Label) -> Flow {
    let given = !matches!(frame.local(*id).view(), View::Uninit);
    crate::control::jump_if(given, target)
}

/// `arg_missing`: see the table.
pub fn arg_missing(rq: &mut Request, frame: &mut Frame, _: &LocalId) -> Res<()> {
    let given = frame.fp().record().args();
    let caller = Walker::new(rq).nth(1).and_then(|caller| caller.func.as_php());
    let is_library = caller.is_some_and(|php| php.unit().is_library());
    let place = if is_library { (String::new(), 0) } else { rq.place_at(1) };
    Err(super::too_few(rq, frame.fp(), place, given))
}

/// `def_func`: see the table.
pub fn def_func(rq: &mut Request, frame: &mut Frame, func: &FuncId) -> Res<()> {
    let unit = frame.php().unit();
    let func = unit.func(*func);
    let name = func.as_php().map(|php| unit.folded(php.record().name));
    match name {
        Some(name) => rq.define_func(name, func),
        None => Ok(()),
    }
}
