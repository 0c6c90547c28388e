//! Calls with spreads and names: arguments are put where the parameters are.

use hhbc::imm::CallArgs;
use runtime::array::{Array, Key};
use runtime::raise::{Halt, OrExit, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{abandon, is_variadic};
use crate::callable::Target;
use crate::frame::{ActRec, Frame};
use crate::func::Func;
use crate::request::Request;

/// Arguments by position, and those whose name no parameter has.
#[derive(Default)]
struct Arranged {
    by_position: Vec<Value>,
    rest: Option<Array>,
    has_named: bool,
}

/// Rewrites the slots of the pending call as positional arguments: how many there are. A
/// parameter that was passed over is Uninit. On `Err` the record and its arguments are released.
pub(super) fn arrange(
    rq: &mut Request,
    frame: &Frame,
    record: ActRec,
    args: &CallArgs,
) -> Res<u32> {
    if are_in_place(frame, record.func(), args) {
        return Ok(args.count);
    }
    let fp = record.frame();
    let slots: Vec<Value> = (0..args.count as usize).map(|at| fp.cell(at).take()).collect();
    let arranged = collect(rq, frame, record.func(), slots, args);
    let room = |count: usize| fp.address() + count * size_of::<Value>();
    let arranged = arranged.and_then(|mut arranged| {
        if let Some(rest) = arranged.rest.take() {
            match record.func().as_by_name() {
                None => record.set_extra(rest),
                Some(target) => {
                    let args = (arranged.by_position, rest);
                    arranged.by_position = packed(rq, record, target, args)?;
                }
            }
        }
        rq.reserve(room(arranged.by_position.len())).map(|()| arranged)
    });
    match arranged {
        Ok(arranged) => {
            let count = arranged.by_position.len();
            for (at, value) in arranged.by_position.into_iter().enumerate() {
                fp.cell(at).init(value);
            }
            Ok(count as u32)
        }
        Err(halt) => {
            abandon(record, 0);
            Err(halt)
        }
    }
}

/// Whether the named arguments lie where the parameters of their names take them.
fn are_in_place(frame: &Frame, func: &'static Func, args: &CallArgs) -> bool {
    let by_position = args.count as usize - args.names.len();
    let mut names = (by_position as u32..).zip(&args.names);
    args.spreads == 0
        && func.as_by_name().is_none()
        && names.all(|(slot, name)| place_named(func, frame.str(*name).as_str()) == Some(slot))
}

/// Makes a pending call by name one of the magic method itself, when it has named arguments: its
/// record has room for the name or for them. The arguments of the method.
fn packed(
    rq: &mut Request,
    record: ActRec,
    target: &'static Func,
    (by_position, named): (Vec<Value>, Array),
) -> Res<Vec<Value>> {
    let name = record.take_called_name();
    record.set_func(target);
    let list = together(by_position, &named).or_exit(rq)?;
    Ok(vec![name.map_or(Value::NULL, Value::from), Value::from(list)])
}

/// The list of arguments that a magic method gets.
pub(super) fn together(
    by_position: impl IntoIterator<Item = Value>,
    named: &Array,
) -> Result<Array, runtime::heap::Oom> {
    let mut list = Array::from_values(by_position)?;
    for (name, value) in named {
        list.set(name, value.clone())?;
    }
    Ok(list)
}

fn collect(
    rq: &mut Request,
    frame: &Frame,
    func: &'static Func,
    slots: Vec<Value>,
    args: &CallArgs,
) -> Res<Arranged> {
    let mut arranged = Arranged::default();
    for (slot, value) in (0..).zip(slots) {
        if args.is_spread(slot) {
            spread(rq, func, &mut arranged, &value)?;
        } else if let Some(name) = args.name_of(slot) {
            let name = frame.str(name);
            named(rq, func, &mut arranged, name.as_str(), value)?;
        } else {
            arranged.by_position.push(value);
        }
    }
    Ok(arranged)
}

/// The elements of an array as arguments of a call from native code: by position, and those whose
/// name no parameter has.
pub(crate) fn arranged(
    rq: &mut Request,
    target: &Target,
    source: &Array,
) -> Res<(Vec<Value>, Option<Array>)> {
    let func = target.func;
    let keeps_ref = |at| target.called.is_some() || keeps_ref(func, at);
    let mut arranged = Arranged::default();
    let mut is_named = false;
    for (key, value) in source {
        match key {
            Key::Int(_) if is_named => {
                let text = "Cannot use positional argument after named argument";
                return Err(rq.throw_error("error", text));
            }
            Key::Int(_) => {
                let is_ref = keeps_ref(arranged.by_position.len() as u32);
                arranged.by_position.push(passed(value, is_ref));
            }
            Key::Str(name) => {
                is_named = true;
                if target.called.is_some() {
                    let rest = arranged.rest.get_or_insert_default();
                    rest.set(Key::Str(name), value.clone()).or_exit(rq)?;
                    continue;
                }
                let is_ref = keeps_ref(place_named(func, name).unwrap_or(u32::MAX));
                named(rq, func, &mut arranged, name, passed(value, is_ref))?;
            }
        }
    }
    Ok((arranged.by_position, arranged.rest))
}

/// Whether an argument from native code stays a reference, if it is one; those for `__call` all do.
fn keeps_ref(func: &Func, at: u32) -> bool {
    func.by_ref().has(at) || func.prefers_refs()
}

fn passed(value: &Value, is_ref: bool) -> Value {
    if is_ref { value.clone() } else { value.unboxed().clone() }
}

/// Which parameters the elements of an array are for that is spread.
pub(super) struct Places<'a> {
    func: &'a Func,
    by_position: u32,
    has_named: bool,
}

impl<'a> Places<'a> {
    /// Behind so many arguments.
    pub(super) fn behind(func: &'a Func, by_position: u32) -> Self {
        Self { func, by_position, has_named: false }
    }

    /// The parameter of the next element; none when the call fails at it.
    pub(super) fn next(&mut self, key: Key<'_>) -> Option<u32> {
        let Key::Str(name) = key else {
            self.by_position += 1;
            return (!self.has_named).then_some(self.by_position - 1);
        };
        self.has_named = true;
        match place_named(self.func, name) {
            Some(at) => (at >= self.by_position).then_some(at),
            None => rest_of(self.func),
        }
    }
}

/// The same elements when some are for parameters by reference: those are references. What is none
/// is warned of, in the order of the elements, up to the one that the call fails at.
pub(crate) fn boxed(rq: &mut Request, func: &'static Func, source: &Array) -> Res<Option<Array>> {
    if func.by_ref().is_none() || func.prefers_refs() {
        return Ok(None);
    }
    let mut boxed = source.clone();
    let mut places = Places::behind(func, 0);
    for (key, value) in source {
        let Some(at) = places.next(key) else { break };
        if func.by_ref().has(at) && !matches!(value.view(), View::Ref(_)) {
            let value = super::box_one(rq, func, (at, value))?;
            boxed.set(key, value).or_exit(rq)?;
        }
    }
    Ok(Some(boxed))
}

fn spread(rq: &mut Request, func: &'static Func, to: &mut Arranged, source: &Value) -> Res<()> {
    let Some(source) = source.unboxed().as_array() else { return Ok(()) };
    for (key, value) in source {
        match key {
            Key::Int(_) if to.has_named => {
                let text = "Cannot use positional argument after named argument during unpacking";
                return Err(rq.throw_error("error", text));
            }
            Key::Int(_) => {
                let is_ref = func.by_ref().has(to.by_position.len() as u32);
                to.by_position.push(passed(value, is_ref));
            }
            Key::Str(name) => {
                let is_ref = is_ref_named(func, name);
                named(rq, func, to, name, passed(value, is_ref))?;
            }
        }
    }
    Ok(())
}

/// Whether an argument of this name is taken by reference; what no parameter has goes to the
/// variadic one.
pub(super) fn is_ref_named(func: &Func, name: &Str) -> bool {
    func.by_ref().has(place_named(func, name).unwrap_or(u32::MAX))
}

/// Where the parameter with a name is.
pub(super) fn place_named(func: &Func, name: &Str) -> Option<u32> {
    match func.as_native() {
        Some(native) => native.param_named(name).map(|at| at as u32),
        None => func.as_php().and_then(|php| php.param_named(name)),
    }
}

/// Puts an argument where the parameter of its name is.
fn named(
    rq: &mut Request,
    func: &'static Func,
    to: &mut Arranged,
    name: &Str,
    value: Value,
) -> Res<()> {
    to.has_named = true;
    let is_packed = func.as_by_name().is_some();
    let param = if is_packed { None } else { place_named(func, name) };
    let Some(param) = param else {
        return unknown(rq, func, to, name, value);
    };
    let at = param as usize;
    while to.by_position.len() <= at {
        to.by_position.push(Value::UNINIT);
    }
    if !matches!(to.by_position[at].view(), View::Uninit) {
        let text = format!(
            "Named parameter ${} overwrites previous argument",
            String::from_utf8_lossy(name)
        );
        return Err(rq.throw_error("error", &text));
    }
    to.by_position[at] = value;
    Ok(())
}

/// An argument whose name no parameter has goes to the variadic one.
fn unknown(
    rq: &mut Request,
    func: &'static Func,
    to: &mut Arranged,
    name: &Str,
    value: Value,
) -> Res<()> {
    if rest_of(func).is_none() {
        return Err(unknown_name(rq, name));
    }
    let rest = to.rest.get_or_insert_default();
    rest.set(Key::of_str(name), value).or_exit(rq)
}

/// The parameter that gets arguments whose names no parameters have.
fn rest_of(func: &Func) -> Option<u32> {
    if let Some(native) = func.as_native() {
        return native.variadic.as_ref().map(|_| native.params.len() as u32);
    }
    match func.as_php().filter(|php| is_variadic(php)) {
        Some(php) => Some(php.record().params.len() as u32 - 1),
        None => func.as_by_name().map(|_| 0),
    }
}

fn unknown_name(rq: &mut Request, name: &Str) -> Halt {
    let text = format!("Unknown named parameter ${}", String::from_utf8_lossy(name));
    rq.throw_error("error", &text)
}
