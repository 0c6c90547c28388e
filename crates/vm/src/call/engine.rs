//! Functions that the engine does by itself.

use runtime::array::Array;
use runtime::message::Message;
use runtime::raise::{OrExit, Raise, Res};
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{abandon, begin};
use crate::dispatch::{Pc, State};
use crate::frame::{ActRec, Fp};
use crate::func::{EngineBody, Func};
use crate::request::Request;

/// Calls the engine's function of `record` with `count` arguments. On `Err` they are released.
pub(super) fn call(
    rq: &mut Request,
    record: ActRec,
    (body, count): (EngineBody, u32),
    (caller, ret): (Option<Fp>, Pc),
) -> Res<State> {
    if let EngineBody::ByName(target) = body {
        let count = pack(rq, record, target, count)?;
        return begin(rq, record, count, caller, ret);
    }
    let result = run(rq, record, body, count);
    abandon(record, count);
    record.cell().init(result?);
    Ok(State { pc: ret, fp: caller.unwrap_or(record.frame()) })
}

fn run(rq: &mut Request, record: ActRec, body: EngineBody, count: u32) -> Res<Value> {
    let args = record.frame().cell(0).values_mut(count as usize);
    match body {
        EngineBody::Enum(method) => {
            let Some(class) = record.func().scope() else { return Ok(Value::NULL) };
            crate::class::run_enum(rq, class, method, args)
        }
        EngineBody::PlainGet => {
            check_count(rq, record, ("get", 0, args.len()))?;
            let Some((object, slot)) = slot_of(record) else { return Ok(Value::NULL) };
            let own = object.class().class().props.get(record.func().name().as_bytes());
            match (object.slot(slot).view(), own.filter(|prop| prop.ty.is_some())) {
                (View::Uninit, Some(prop)) => {
                    Err(rq.throw(Message::UninitializedProperty { member: prop.text() }))
                }
                _ => Ok(object.slot(slot).clone()),
            }
        }
        EngineBody::PlainSet => {
            check_count(rq, record, ("set", 1, args.len()))?;
            if let (Some((mut object, slot)), Some(value)) = (slot_of(record), args.first()) {
                object.slot_mut(slot).assign(value.clone());
                object.set_slot_state(slot, 0);
                return Ok(value.clone());
            }
            Ok(Value::NULL)
        }
        EngineBody::Pass | EngineBody::ByName(_) => Ok(Value::NULL),
    }
}

/// Refuses more arguments than the hook of a plain property takes.
fn check_count(
    rq: &mut Request,
    record: ActRec,
    (hook, takes, given): (&str, usize, usize),
) -> Res<()> {
    if given <= takes {
        return Ok(());
    }
    let class = record.func().scope().map(crate::class::class_text).unwrap_or_default();
    let name = crate::class::shown(record.func().name().as_bytes());
    let expected = if takes == 1 { "exactly 1 argument" } else { "exactly 0 arguments" };
    let text = format!("{class}::${name}::{hook}() expects {expected}, {given} given");
    Err(rq.throw_error("argumentcounterror", &text))
}

fn slot_of(record: ActRec) -> Option<(runtime::object::Object, usize)> {
    let object = record.this()?;
    let class = record.func().scope()?.class();
    let prop = class.props.get(record.func().name().as_bytes())?;
    match prop.place {
        runtime::class::Place::Slot(slot) => Some((object, slot as usize)),
        _ => None,
    }
}

/// Turns the arguments into the name that was called and the list of them, for `__call`.
fn pack(rq: &mut Request, record: ActRec, target: &'static Func, count: u32) -> Res<u32> {
    let name = record.take_called_name();
    let fp = record.frame();
    let list = Array::from_values((0..count as usize).map(|at| fp.cell(at).value().clone()));
    let rest = record.take_extra();
    let list = list.and_then(|mut list| {
        for (key, value) in rest.iter().flatten() {
            list.set(key, value.clone())?;
        }
        Ok(list)
    });
    for at in 0..count as usize {
        drop(fp.cell(at).take());
        fp.cell(at).clear();
    }
    record.set_func(target);
    let list = match list.or_exit(rq) {
        Ok(list) => list,
        Err(halt) => {
            record.release();
            return Err(halt);
        }
    };
    if let Err(halt) = rq.reserve(fp.address() + 2 * size_of::<Value>()) {
        record.release();
        return Err(halt);
    }
    fp.cell(0).init(name.map_or(Value::NULL, |name: Str| Value::from(name)));
    fp.cell(1).init(Value::from(list));
    Ok(2)
}
