//! Native code that runs generators: the last of a chain of delegations, then, as long as the last
//! one ends, the one before it. They run one after the other, so that a chain takes no more of the
//! native stack than one generator.

use runtime::object::{Object, has_doomed};
use runtime::raise::{Halt, OrExit, Res};
use runtime::value::Value;

use super::{
    Input, State, both, chain, check_idle, close, delegate, delegates, field, frame, inner,
    is_over, own_state, set, set_running, set_state, set_suspended, slot, state,
};
use crate::request::Request;

/// Runs the generator to its next `yield`, or to its end.
pub(super) fn resume(rq: &mut Request, generator: &Object, input: Input) -> Res<()> {
    check_idle(rq, generator)?;
    let before = state(generator);
    if is_over(generator) {
        return match input {
            Input::Send(_) => Ok(()),
            Input::Throw(object) => Err(Halt::Throw(object)),
        };
    }
    let knows_end = chain::last(generator).ptr_eq(chain::end(generator));
    if !knows_end {
        chain::note_members(generator).or_exit(rq)?;
    }
    set_running(generator, before);
    let waited = chain::length(generator);
    let next = if waited > 0 { Next::Resume(input) } else { Next::GoOn(input) };
    Run { root: generator, waited }.finish(rq, next)
}

/// Finds the value of a generator that came back and delegates, where that was left to native code.
pub(super) fn settle(rq: &mut Request, generator: &Object) -> Res<()> {
    Run { root: generator, waited: 0 }.finish(rq, Next::Settle)
}

/// A chain that runs for its root, the last that the root knows.
struct Run<'a> {
    root: &'a Object,
    /// How many of them had been put aside before the root was resumed.
    waited: usize,
}

/// What comes next of the last member.
enum Next {
    /// It has the next value.
    Value,
    /// It has ended.
    End,
    /// Its frame came back: it may have delegated to others.
    Settle,
    /// It begins, or goes on where it was put aside.
    Resume(Input),
    /// It goes on behind its delegation.
    GoOn(Input),
}

impl Run<'_> {
    fn finish(&self, rq: &mut Request, mut next: Next) -> Res<()> {
        loop {
            let ended = match self.turn(rq, next) {
                Ok(Next::End) => Ok(()),
                Err(halt) => Err(halt),
                Ok(Next::Value) => {
                    note_stop(self.last(), &Ok(()));
                    chain::note_value(self.root);
                    return Ok(());
                }
                Ok(other) => {
                    next = other;
                    continue;
                }
            };
            note_stop(self.last(), &ended);
            if self.is_alone() {
                return ended;
            }
            next = Next::GoOn(self.leave(rq, ended)?);
        }
    }

    fn last(&self) -> &Object {
        chain::last(self.root)
    }

    fn is_alone(&self) -> bool {
        self.last().ptr_eq(self.root)
    }

    fn turn(&self, rq: &mut Request, next: Next) -> Res<Next> {
        let last = self.last().clone();
        let ran = self.waiting(rq, |rq| match next {
            Next::Resume(input) => match state(&last) {
                State::Returned => Ok(Next::End),
                before => {
                    enter(rq, &last, before)?;
                    run(rq, &last, input)
                }
            },
            Next::GoOn(input) => run(rq, &last, input),
            other => Ok(other),
        })?;
        if matches!(ran, Next::Settle) { self.follow(rq) } else { Ok(ran) }
    }

    /// Runs native code for the last of the chain, for which the others wait.
    fn waiting<R>(&self, rq: &mut Request, body: impl FnOnce(&mut Request) -> R) -> R {
        if self.is_alone() {
            return body(rq);
        }
        let last = self.last().clone();
        rq.waits((self.root, Some(&last)), body)
    }

    /// Goes to the end of what the last of the chain, which came back, delegates to.
    fn follow(&self, rq: &mut Request) -> Res<Next> {
        let mut last = self.last().clone();
        while let Some(next) = inner(&last).filter(|_| !delegate::is_unasked(&last)).cloned() {
            chain::add(self.root, &next).or_exit(rq)?;
            if !last.ptr_eq(self.root) {
                set(&last, slot::CHAIN, Value::NULL);
            }
            last = next;
        }
        if !delegates(&last) {
            return Ok(if is_over(&last) { Next::End } else { Next::Value });
        }
        if !delegate::is_unasked(&last) {
            return Ok(Next::Value);
        }
        note_asking(&last);
        if let Some(fresh) = inner(&last).filter(|inner| own_state(inner) == State::Fresh) {
            chain::add(self.root, fresh).or_exit(rq)?;
            return Ok(Next::Resume(Input::Send(Value::NULL)));
        }
        let step = self.waiting(rq, |rq| stepped(rq, &last, |rq| delegate::first(rq, &last)))?;
        Ok(ended(&last, step).map_or(Next::Value, Next::GoOn))
    }

    /// Goes back from the last of the chain, which has ended, to the one that delegates to it: what
    /// that goes on with.
    fn leave(&self, rq: &mut Request, ended: Res<()>) -> Res<Input> {
        let was_aside = chain::length(self.root) <= self.waited;
        let last = self.last().clone();
        chain::cut(self.root);
        let outer = self.last();
        let input = match ended {
            Ok(()) => Input::Send(field(&last, slot::RESULT).value().clone()),
            Err(Halt::Throw(object)) => Input::Throw(object),
            Err(Halt::Exit) if rq.is_destroying() => {
                set(outer, slot::DELEGATE, Value::NULL);
                return Err(unwind_chain(rq, chain::members(self.root)));
            }
            Err(Halt::Exit) => return Err(Halt::Exit),
        };
        set(outer, slot::DELEGATE, Value::NULL);
        let is_aside = was_aside && !outer.ptr_eq(self.root);
        if is_aside || !own_state(outer).is_running() {
            set(outer, slot::ROOT, Value::NULL);
            set_running(outer, State::Later);
        }
        Ok(input)
    }
}

/// Notes that a generator runs which others delegate to.
fn enter(rq: &mut Request, generator: &Object, before: State) -> Res<()> {
    if before == State::Closed {
        let text = "Generator yielded from aborted, no return value available";
        return Err(rq.throw_error("closedgeneratorexception", text));
    }
    check_idle(rq, generator)?;
    set_running(generator, before);
    Ok(())
}

/// Goes on with what the generator delegates to that is no generator, and with its own frame when
/// that is done.
fn run(rq: &mut Request, generator: &Object, mut input: Input) -> Res<Next> {
    if delegates(generator) {
        let step = stepped(rq, generator, |rq| delegate::step(rq, generator, input))?;
        let Some(next) = ended(generator, step) else { return Ok(Next::Value) };
        input = next;
    }
    frame::run(rq, generator, input)?;
    Ok(Next::Settle)
}

/// Notes that a generator, which was put aside for that, asks what it delegates to for the first time.
fn note_asking(generator: &Object) {
    let begins = matches!(own_state(generator), State::First | State::Starting);
    set(generator, slot::POSITION, Value::NULL);
    set(generator, slot::ROOT, Value::NULL);
    set_state(generator, if begins { State::Starting } else { State::Running });
}

/// Notes how far a generator came that still counts as running.
fn note_stop(generator: &Object, result: &Res<()>) {
    if state(generator).is_running() {
        match result {
            Ok(()) => set_suspended(generator),
            Err(_) => close(generator, State::Closed),
        }
    }
}

/// The result of a step in what a generator delegates to, behind whose end the generator's own blocks
/// run when its fiber is destroyed.
fn stepped(
    rq: &mut Request,
    generator: &Object,
    step: impl FnOnce(&mut Request) -> Res<delegate::Step>,
) -> Res<delegate::Step> {
    match rq.waits((generator, None), step) {
        Err(Halt::Exit) if rq.is_destroying() => {
            set(generator, slot::DELEGATE, Value::NULL);
            Err(unwind_chain(rq, vec![generator.clone()]))
        }
        result => result,
    }
}

/// What the generator's own frame goes on with when its delegate is done.
fn ended(generator: &Object, step: delegate::Step) -> Option<Input> {
    let delegate::Step::Ended(input) = step else { return None };
    set(generator, slot::DELEGATE, Value::NULL);
    Some(input)
}

/// Runs the `finally` blocks of a chain of delegations from its end, the fiber of which is destroyed.
fn unwind_chain(rq: &mut Request, members: Vec<Object>) -> Halt {
    for last in members.into_iter().rev() {
        set(&last, slot::DELEGATE, Value::NULL);
        if let Err(halt) = frame::unwind_suspended(rq, &last) {
            return halt;
        }
        close(&last, State::Closed);
    }
    Halt::Exit
}

/// Releases what a generator delegates to from the end, one generator after the other.
pub(super) fn release_chain(rq: &mut Request, generator: &Object) -> Res<()> {
    set(generator, slot::CHAIN, Value::NULL);
    let mut members = vec![generator.clone()];
    while let Some(next) = members.last().and_then(inner).filter(|next| next.count() == 1) {
        members.push(next.clone());
    }
    let mut result = Ok(());
    while let Some(outer) = members.pop() {
        set(&outer, slot::DELEGATE, Value::NULL);
        if own_state(&outer).is_running() {
            set_suspended(&outer);
        }
        if has_doomed() {
            result = both(result, rq.run_destructors());
        }
    }
    result
}
