//! Entering the dispatcher, and the instructions that belong to no function.

use std::sync::LazyLock;

use runtime::native::called;
use runtime::raise::Res;
use runtime::value::Value;

use super::enter::enter;
use super::insn::{ExecCell, Pc};
use super::machine::count_entry;
use super::settle::{self, settle};
use super::{State, Vm};
use crate::call::note_call;
use crate::frame::{ActRec, Fp, Frame};
use crate::machine::{Phase, translator};
use crate::ops;
use crate::request::{Regs, Request};
use crate::unit::Mode;

static EXIT: LazyLock<[ExecCell; 1]> = LazyLock::new(|| [ExecCell::fused(exit, 0, 0, 0)]);
static TRANSLATE: LazyLock<[ExecCell; 1]> = LazyLock::new(|| [ExecCell::fused(translate, 0, 0, 0)]);

/// The instruction to which a frame returns that native code has entered.
pub(crate) fn exit_pc() -> Pc {
    Pc::start_of(&*EXIT)
}

/// The instruction with which a function begins that is not yet translated.
pub(crate) fn translate_entry() -> Pc {
    Pc::start_of(&*TRANSLATE)
}

/// Runs from `pc` in the frame `fp` until the frame returns that `record` belongs to, and takes
/// its result.
pub(crate) fn run(rq: &mut Request, pc: Pc, fp: Fp, record: ActRec) -> Res<Value> {
    let regs = rq.regs.save();
    run_from(rq, regs, (pc, fp))?;
    Ok(record.cell().take())
}

/// The same where nothing runs yet, with the result left where the record began.
pub(crate) fn run_frame(rq: &mut Request, pc: Pc, fp: Fp) -> Res<()> {
    debug_assert!(rq.regs.is_idle());
    run_from(rq, Regs::default(), (pc, fp))
}

#[inline(always)]
fn run_from(rq: &mut Request, regs: Regs, (pc, fp): (Pc, Fp)) -> Res<()> {
    rq.guarded_from(regs, |rq| {
        dispatch(pc, fp, Vm(std::ptr::NonNull::from(rq)));
        Ok(())
    })?;
    rq.take_halt().map_or(Ok(()), Err)
}

#[cfg(tail_dispatch)]
fn dispatch(pc: Pc, fp: Fp, vm: Vm) {
    enter(pc, fp, vm, pc.handler());
}

#[cfg(not(tail_dispatch))]
fn dispatch(pc: Pc, fp: Fp, vm: Vm) {
    let exit = exit_pc();
    vm.rq().regs.resume(pc, fp);
    loop {
        let (pc, fp) = vm.rq().regs.resumed();
        if pc == exit {
            return;
        }
        enter(pc, fp, vm, pc.handler());
    }
}

/// Ends the chain. Machine code may come here without the trampoline's knowing.
#[cfg(tail_dispatch)]
extern "C-unwind" fn exit(_: Pc, _: Fp, _: Vm) {}

#[cfg(not(tail_dispatch))]
extern "C-unwind" fn exit(pc: Pc, fp: Fp, vm: Vm) {
    vm.rq().regs.resume(pc, fp);
}

extern "C-unwind" fn translate(_: Pc, fp: Fp, vm: Vm) {
    let pc = translate_frame(fp, vm);
    next!(pc, fp, vm)
}

#[cold]
#[inline(never)]
fn translate_frame(fp: Fp, _: Vm) -> Pc {
    let func = fp.record().func();
    let Some(php) = func.as_php() else { return exit_pc() };
    let start = php.code().start();
    let caller = fp.record().caller().filter(|caller| *caller != fp);
    if called::is_on() && php.unit().is_library() && !note_call(func, caller) {
        return start;
    }
    let counts = php.unit().mode() == Mode::Fused && translator().is_some();
    func.entry().store(if counts && php.heat().phase() == Phase::Counted {
        count_entry()
    } else {
        start
    });
    start
}

/// Goes on with another translation of the same function.
pub(crate) extern "C-unwind" fn switch_code(pc: Pc, fp: Fp, vm: Vm) {
    let pc = switched(pc, fp);
    next!(pc, fp, vm)
}

#[inline(never)]
fn switched(pc: Pc, fp: Fp) -> Pc {
    let php = fp.record().func().as_php();
    let other = php.and_then(|php| php.code().pc_of(pc.a(), pc.d() as usize));
    other.expect("invariant: translation switches to boundaries only")
}

/// Runs the op bodies of the group at `pc`, one by one. Behind the call of a builtin in the group it
/// goes on; other calls return behind the group.
#[cold]
#[inline(never)]
pub(crate) extern "C-unwind" fn run_group(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = group(pc, fp, vm.rq());
    next!(pc, fp, vm)
}

/// The same, for a handler that goes on by itself.
#[inline(never)]
pub(super) fn group(pc: Pc, fp: Fp, rq: &mut Request) -> State {
    let php = fp.record().func().as_php().expect("invariant: fused code belongs to a function");
    let (_, sites) = php.code().locate(pc).expect("invariant: `pc` is in the frame's code");
    let slots = php.slots();
    for (at, site) in sites.iter().enumerate() {
        let mut frame = Frame::new(fp, slots, site);
        rq.regs.at(pc, fp, site);
        let result = ops::run_instr(rq, &mut frame);
        let is_last = at + 1 == sites.len();
        match result {
            Ok(ops::Flow::Next) if !is_last => {}
            Ok(ops::Flow::Call) if !is_last => {
                let state = settle::call(rq, &frame, pc.next());
                if state.pc != pc.next() || state.fp != fp {
                    return state;
                }
            }
            result => return settle(rq, pc, frame, result),
        }
    }
    State { pc: pc.next(), fp }
}

/// Runs the destructors that are due, before the instruction at `pc`.
#[cold]
#[inline(never)]
pub(super) extern "C-unwind" fn destroy(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = settle::destroy(vm.rq(), State { pc, fp }, None);
    next!(pc, fp, vm)
}

/// Serves a flag of the surprise word before the instruction at `pc` runs.
#[cold]
#[inline(never)]
pub(super) fn surprised(pc: Pc, fp: Fp, rq: &mut Request) -> State {
    settle::serve_flags(rq, pc, fp)
}
