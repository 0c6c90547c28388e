//! Fibers: each has a native stack and a VM stack of its own.
//!
//! Switching exchanges what of the request belongs to one flow of control, the [`Machine`], and
//! then the native stack. Frames below a fiber are those of whoever resumed it last.
//!
//! # Invariants
//! - B1: a coroutine is resumed on the thread that made it, with the request that owns it.
//! - B2: a fiber that is suspended when its object goes is resumed once more, to leave its frames.

mod held;
mod method;
mod switch;

use std::collections::HashMap;

use runtime::object::{Object, WeakObject};
use runtime::raise::{Halt, Res};
use runtime::value::Value;

pub(crate) use held::note_held;
pub(crate) use method::METHODS;
use switch::Coroutine;
pub(crate) use switch::Machine;

use crate::callable::Target;
use crate::frame::{FrameInfo, Walker};
use crate::library;
use crate::request::Request;
use crate::stack::Stack;

/// What a fiber is resumed with.
enum Input {
    Send(Value),
    Throw(Object),
    /// Its object is gone.
    Destroy,
}

/// How far a fiber is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stage {
    Fresh,
    Running,
    Suspended,
    Returned,
    Threw,
    /// It ended with the request.
    Ended,
}

/// A fiber.
struct Fiber {
    object: WeakObject,
    stage: Stage,
    target: Target,
    coroutine: Option<Coroutine>,
    /// The flow of control that does not run: the fiber's while it is suspended, that of who
    /// resumed it while it runs.
    machine: Option<Machine>,
    result: Value,
    /// Whether its object is gone: it runs once more, to leave its frames.
    is_closing: bool,
}

/// The fibers of a request.
#[derive(Default)]
pub struct Fibers {
    all: HashMap<u32, Fiber>,
    /// Those that run, the innermost last, each with the object that it keeps alive.
    running: Vec<Object>,
    idle: Vec<switch::Stacks>,
    /// How many callbacks run that may be called anywhere, and so may not switch.
    blocked: u32,
}

impl Fibers {
    /// Whether the fiber that runs is closing: nobody has resumed it.
    pub(crate) fn is_closing(&self) -> bool {
        let innermost = self.running.last().and_then(|object| self.all.get(&object.id()));
        innermost.is_some_and(|fiber| fiber.is_closing)
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Shows the stacks of the flows of control that do not run.
    pub(crate) fn each_stack(&self, see: impl FnMut(&Stack)) {
        let machines = self.all.values().filter_map(|fiber| fiber.machine.as_ref());
        machines.map(|machine| &machine.stack).for_each(see);
    }
}

/// The frames of a fiber, the innermost first; none before it starts and after it ends.
pub(crate) fn frames(rq: &Request, object: &Object) -> Option<Vec<FrameInfo>> {
    let of = |machine: &Machine| -> Vec<FrameInfo> {
        Walker::of(machine.regs, &machine.entries).collect()
    };
    let fiber = rq.fibers.all.get(&object.id())?;
    match fiber.stage {
        Stage::Suspended => fiber.machine.as_ref().map(of),
        Stage::Running => {
            let at = rq.fibers.running.iter().position(|running| running.ptr_eq(object))?;
            // What a fiber runs while another runs on top is kept with that one. Without such,
            // frames of who resumed it lie below its own.
            if let Some(above) = rq.fibers.running.get(at + 1) {
                return rq.fibers.all.get(&above.id())?.machine.as_ref().map(of);
            }
            let mut frames: Vec<FrameInfo> = Walker::new(rq).collect();
            let below = fiber.machine.as_ref().map_or(0, |machine| of(machine).len());
            frames.truncate(frames.len().saturating_sub(below));
            Some(frames)
        }
        Stage::Fresh | Stage::Returned | Stage::Threw | Stage::Ended => None,
    }
}

/// Whether the object is a fiber.
pub(crate) fn is_fiber(object: &Object) -> bool {
    library::FIBER.is(object.class())
}

fn refuse(rq: &mut Request, text: &str) -> Halt {
    rq.throw_error("fibererror", text)
}

/// Resumes a fiber; what it suspends with, or null when it ends.
fn resume(rq: &mut Request, object: &Object, input: Input) -> Res<Value> {
    rq.fibers.running.push(object.clone());
    let outcome = switch::into(rq, object.id(), input);
    rq.fibers.running.pop();
    let fiber = rq.fibers.all.get_mut(&object.id());
    let Some(fiber) = fiber else { return Ok(Value::NULL) };
    match outcome? {
        switch::Left::Suspended(value) => {
            fiber.stage = Stage::Suspended;
            object.demand_destructor();
            Ok(value)
        }
        switch::Left::Ended(Ok(value)) => {
            fiber.stage = Stage::Returned;
            fiber.result = value;
            fiber.target = Target::plain(crate::scoped::pass());
            object.demand_destructor();
            Ok(Value::NULL)
        }
        switch::Left::Ended(Err(halt)) => {
            let threw = matches!(halt, Halt::Throw(_));
            fiber.stage = if threw { Stage::Threw } else { Stage::Ended };
            fiber.target = Target::plain(crate::scoped::pass());
            object.demand_destructor();
            Err(halt)
        }
    }
}

/// Leaves the frames of a fiber whose object is gone.
pub(crate) fn destroy(rq: &mut Request, object: &Object) -> Res<()> {
    let is_suspended =
        rq.fibers.all.get(&object.id()).is_some_and(|fiber| fiber.stage == Stage::Suspended);
    if !is_suspended {
        rq.fibers.all.remove(&object.id());
        return Ok(());
    }
    if let Some(fiber) = rq.fibers.all.get_mut(&object.id()) {
        fiber.is_closing = true;
    }
    let outer = rq.set_destroying(true);
    let result = resume(rq, object, Input::Destroy);
    let ended = rq.set_destroying(outer);
    rq.fibers.all.remove(&object.id());
    object.set_destructed();
    match result {
        Ok(_) => Ok(()),
        Err(Halt::Exit) if ended && !rq.is_over() => Ok(()),
        Err(halt) => Err(halt),
    }
}

impl Request {
    /// Runs what may not switch to another fiber.
    pub(crate) fn without_switches<T>(&mut self, run: impl FnOnce(&mut Self) -> T) -> T {
        self.fibers.blocked += 1;
        let result = run(self);
        self.fibers.blocked = self.fibers.blocked.saturating_sub(1);
        result
    }

    /// Destroys the fibers that are left at the end of the script.
    pub(crate) fn end_fibers(&mut self) {
        let mut left: Vec<Object> =
            self.fibers.all.values().filter_map(|fiber| fiber.object.get()).collect();
        left.sort_by_key(Object::id);
        for object in left {
            // What a `finally` block throws now has nowhere to go.
            let _ = destroy(self, &object);
        }
        self.fibers = Fibers::default();
    }
}
