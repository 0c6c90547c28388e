//! Native methods of `Fiber`.

use hhbc::imm::LocalId;
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::Value;

use super::{Fiber, Input, Stage, refuse, resume, switch};
use crate::callable;
use crate::frame::Frame;
use crate::native_method::MethodRow;
use crate::object::this_of;
use crate::request::Request;
use crate::request::ini::quantity;

/// The methods.
pub(crate) const METHODS: &[MethodRow] = &[
    ("fiber::prepare_", prepare),
    ("fiber::start", start),
    ("fiber::resume", resume_with),
    ("fiber::throw", throw),
    ("fiber::isstarted", is_started),
    ("fiber::issuspended", is_suspended),
    ("fiber::isrunning", is_running),
    ("fiber::isterminated", is_terminated),
    ("fiber::getreturn", get_return),
    ("fiber::suspend", suspend),
    ("fiber::getcurrent", get_current),
];

fn argument(frame: &Frame, at: u32) -> Value {
    frame.local(LocalId(at)).unboxed().clone()
}

fn prepare(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(object) = argument(frame, 0).into_object() else { return Ok(Value::NULL) };
    if rq.fibers.all.contains_key(&object.id()) {
        return Err(refuse(rq, "Cannot call constructor twice"));
    }
    let callable = argument(frame, 1);
    let from = rq.caller_viewpoint();
    let target = match callable::resolve(rq, &callable, &from)? {
        Ok(target) => target,
        Err(refusal) => {
            let text = format!(
                "Fiber::__construct(): Argument #1 ($callback) must be a valid callback, {refusal}"
            );
            return Err(rq.throw_error("typeerror", &text));
        }
    };
    let fiber = Fiber {
        object: object.downgrade(),
        stage: Stage::Fresh,
        target,
        coroutine: None,
        machine: None,
        result: Value::NULL,
        is_closing: false,
    };
    rq.fibers.all.insert(object.id(), fiber);
    object.demand_destructor();
    object.set_may_be_cyclic();
    Ok(Value::NULL)
}

fn stage(rq: &Request, object: &Object) -> Stage {
    rq.fibers.all.get(&object.id()).map_or(Stage::Threw, |fiber| fiber.stage)
}

/// Refuses to switch where a callback runs that may be called anywhere.
fn check_switch(rq: &mut Request) -> Res<()> {
    match rq.fibers.blocked {
        0 => Ok(()),
        _ => Err(refuse(rq, "Cannot switch fibers in current execution context")),
    }
}

fn start(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let object = this_of(rq, frame)?;
    check_switch(rq)?;
    if stage(rq, &object) != Stage::Fresh {
        return Err(refuse(rq, "Cannot start a fiber that has already been started"));
    }
    check_stack_size(rq)?;
    let target = rq.fibers.all.get(&object.id()).map(|fiber| fiber.target.clone());
    if let Some(target) = target {
        switch::prepare(rq, object.id(), target)?;
    }
    resume(rq, &object, Input::Send(argument(frame, 0)))
}

/// The least that PHP takes for the stack of a fiber: a page, and one that guards it.
const STACK_BYTES_MIN: i64 = 8192;

/// Fibers of ours have stacks of their own size; PHP's refusal of one that is too small is kept.
fn check_stack_size(rq: &mut Request) -> Res<()> {
    let size = rq.ini.get("fiber.stack_size").map(quantity);
    if size.is_some_and(|size| (0..STACK_BYTES_MIN).contains(&size)) {
        let text = format!(
            "Fiber stack size is too small, it needs to be at least {STACK_BYTES_MIN} bytes"
        );
        return Err(rq.throw_error("exception", &text));
    }
    Ok(())
}

fn resume_with(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let object = this_of(rq, frame)?;
    check_switch(rq)?;
    if stage(rq, &object) != Stage::Suspended {
        return Err(refuse(rq, "Cannot resume a fiber that is not suspended"));
    }
    resume(rq, &object, Input::Send(argument(frame, 0)))
}

fn throw(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let object = this_of(rq, frame)?;
    check_switch(rq)?;
    if stage(rq, &object) != Stage::Suspended {
        return Err(refuse(rq, "Cannot resume a fiber that is not suspended"));
    }
    match argument(frame, 0).into_object() {
        Some(thrown) => resume(rq, &object, Input::Throw(thrown)),
        None => Ok(Value::NULL),
    }
}

fn is_at(rq: &mut Request, frame: &Frame, stages: &[Stage]) -> Res<Value> {
    let object = this_of(rq, frame)?;
    Ok(Value::bool(stages.contains(&stage(rq, &object))))
}

fn is_started(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let stages = [Stage::Running, Stage::Suspended, Stage::Returned, Stage::Threw, Stage::Ended];
    is_at(rq, frame, &stages)
}

fn is_suspended(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    is_at(rq, frame, &[Stage::Suspended])
}

fn is_running(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    is_at(rq, frame, &[Stage::Running])
}

fn is_terminated(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    is_at(rq, frame, &[Stage::Returned, Stage::Threw, Stage::Ended])
}

fn get_return(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let object = this_of(rq, frame)?;
    let why = match stage(rq, &object) {
        Stage::Returned => {
            let fiber = rq.fibers.all.get(&object.id());
            return Ok(fiber.map_or(Value::NULL, |fiber| fiber.result.clone()));
        }
        Stage::Fresh => "The fiber has not been started",
        Stage::Threw => "The fiber threw an exception",
        Stage::Ended => "The fiber exited with a fatal error",
        Stage::Running | Stage::Suspended => "The fiber has not returned",
    };
    Err(refuse(rq, &format!("Cannot get fiber return value: {why}")))
}

fn suspend(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let Some(object) = rq.fibers.running.last().cloned() else {
        return Err(refuse(rq, "Cannot suspend outside of a fiber"));
    };
    if rq.is_destroying() {
        return Err(refuse(rq, "Cannot suspend in a force-closed fiber"));
    }
    check_switch(rq)?;
    // A suspended fiber does not keep itself alive.
    let id = object.id();
    drop(object);
    switch::out(rq, id, argument(frame, 0))
}

fn get_current(rq: &mut Request, _: &mut Frame) -> Res<Value> {
    Ok(rq.fibers.running.last().cloned().map_or(Value::NULL, Value::from))
}
