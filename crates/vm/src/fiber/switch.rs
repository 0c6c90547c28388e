//! Switching between native stacks.

#![expect(unsafe_code, reason = "the request and the yielder cross native stacks")]

use std::ptr::NonNull;

use corosensei::stack::{DefaultStack, Stack as _};
use corosensei::{CoroutineResult, Yielder};
use runtime::raise::{Halt, Res};
use runtime::value::Value;

use super::{Input, Stage, refuse};
use crate::callable::Target;
use crate::object::Guards;
use crate::request::{Regs, Request};
use crate::stack::Stack;

/// Native stack of a fiber.
const NATIVE_BYTES: usize = 2 << 20;
/// What is left of it when the interpreter refuses to be entered again.
const NATIVE_RESERVE_BYTES: usize = 256 << 10;
/// The most stacks that are kept for later fibers.
const IDLE_MAX: usize = 16;

type Native = corosensei::Coroutine<Lent, Value, Res<Value>, DefaultStack>;

/// The request, lent to the fiber, and what it is resumed with.
type Lent = (NonNull<Request>, Input);

/// A coroutine with the way out of it.
pub(super) struct Coroutine {
    native: Option<Native>,
    /// The yielder of the coroutine, once it has begun.
    yielder: Option<NonNull<Yielder<Lent, Value>>>,
}

/// Stacks of a fiber that has ended.
pub(super) struct Stacks {
    native: DefaultStack,
    vm: Stack,
}

/// What belongs to one flow of control.
pub(crate) struct Machine {
    pub stack: Stack,
    pub regs: Regs,
    pub entries: Vec<Regs>,
    /// Its generators that wait for what they delegate to.
    pub waiting: Vec<crate::generator::Delegation>,
    /// How many of the entries belong to who resumed it.
    pub floor: usize,
    pub guards: Guards,
    pub native_limit: usize,
    /// Which errors it reports, once it has begun.
    pub level: Option<i64>,
}

/// How control came back.
pub(super) enum Left {
    Suspended(Value),
    Ended(Res<Value>),
}

/// What PHP says when the system grants no further mapping.
const NO_STACK: &str = "Fiber stack protect failed: mprotect failed: Cannot allocate memory (12)";

fn stacks(rq: &mut Request) -> Res<Stacks> {
    if let Some(stacks) = rq.fibers.idle.pop() {
        return Ok(stacks);
    }
    let native = DefaultStack::new(NATIVE_BYTES);
    match (native, Stack::reserve_small()) {
        (Ok(native), Ok(vm)) => Ok(Stacks { native, vm }),
        _ => Err(rq.throw_error("exception", NO_STACK)),
    }
}

/// Makes the coroutine of a fiber that is about to start.
pub(super) fn prepare(rq: &mut Request, id: u32, target: Target) -> Res<()> {
    let Stacks { native, vm } = stacks(rq)?;
    let limit = native.limit().get() + NATIVE_RESERVE_BYTES;
    let body = move |yielder: &Yielder<Lent, Value>, (rq, input)| {
        let mut rq: NonNull<Request> = rq;
        // SAFETY: B1: the resumer lends the request until control goes back.
        let rq = unsafe { rq.as_mut() };
        rq.guarded(|rq| begin(rq, (id, &target), NonNull::from(yielder), input))
    };
    let native = Native::with_stack(native, body);
    let machine = Machine {
        stack: vm,
        regs: Regs::default(),
        entries: Vec::new(),
        waiting: Vec::new(),
        floor: 0,
        guards: Guards::default(),
        native_limit: limit,
        level: None,
    };
    if let Some(fiber) = rq.fibers.all.get_mut(&id) {
        fiber.coroutine = Some(Coroutine { native: Some(native), yielder: None });
        fiber.machine = Some(machine);
    }
    Ok(())
}

fn begin(
    rq: &mut Request,
    (id, target): (u32, &Target),
    yielder: NonNull<Yielder<Lent, Value>>,
    input: Input,
) -> Res<Value> {
    if let Some(coroutine) = rq.fibers.all.get_mut(&id).and_then(|fiber| fiber.coroutine.as_mut()) {
        coroutine.yielder = Some(yielder);
    }
    let args = match input {
        Input::Send(args) => args,
        Input::Throw(object) => return Err(Halt::Throw(object)),
        Input::Destroy => return Err(Halt::Exit),
    };
    let list = args.as_array().cloned().unwrap_or_default();
    drop(args);
    let (args, rest) = crate::call::arranged(rq, target, &list)?;
    drop(list);
    rq.call_with_rest(target, &args, rest)
}

/// Exchanges the flow of control that runs with a fiber's; the fiber keeps the other.
fn exchange(rq: &mut Request, id: u32, enters: bool) {
    let machine = rq.fibers.all.get_mut(&id).and_then(|fiber| fiber.machine.take());
    let Some(machine) = machine else { return };
    let other = if enters { rq.enter_machine(machine) } else { rq.leave_machine(machine) };
    if let Some(fiber) = rq.fibers.all.get_mut(&id) {
        fiber.machine = Some(other);
    }
}

/// Enters a fiber until it suspends or ends.
pub(super) fn into(rq: &mut Request, id: u32, input: Input) -> Res<Left> {
    let taken = rq.fibers.all.get_mut(&id).and_then(|fiber| {
        fiber.stage = Stage::Running;
        fiber.coroutine.as_mut()?.native.take()
    });
    let Some(mut native) = taken else { return Err(refuse(rq, "A fiber has no stack")) };
    exchange(rq, id, true);
    let outcome = native.resume((NonNull::from(&mut *rq), input));
    exchange(rq, id, false);
    match outcome {
        CoroutineResult::Yield(value) => {
            let fiber = rq.fibers.all.get_mut(&id);
            if let Some(coroutine) = fiber.and_then(|fiber| fiber.coroutine.as_mut()) {
                coroutine.native = Some(native);
            }
            Ok(Left::Suspended(value))
        }
        CoroutineResult::Return(result) => {
            keep_stacks(rq, id, native.into_stack());
            Ok(Left::Ended(result))
        }
    }
}

fn keep_stacks(rq: &mut Request, id: u32, native: DefaultStack) {
    let Some(fiber) = rq.fibers.all.get_mut(&id) else { return };
    fiber.coroutine = None;
    let machine = fiber.machine.take();
    if let Some(machine) = machine
        && rq.fibers.idle.len() < IDLE_MAX
    {
        rq.fibers.idle.push(Stacks { native, vm: machine.stack });
    }
}

/// Leaves the innermost fiber with a value, until it is resumed.
pub(super) fn out(rq: &mut Request, id: u32, value: Value) -> Res<Value> {
    let coroutine = rq.fibers.all.get(&id).and_then(|fiber| fiber.coroutine.as_ref());
    let Some(yielder) = coroutine.and_then(|coroutine| coroutine.yielder) else {
        return Err(refuse(rq, "Cannot suspend outside of a fiber"));
    };
    // SAFETY: B1: the yielder lives on the native stack that runs.
    let (_, input) = unsafe { yielder.as_ref() }.suspend(value);
    match input {
        Input::Send(value) => Ok(value),
        Input::Throw(object) => Err(Halt::Throw(object)),
        Input::Destroy => Err(Halt::Exit),
    }
}
