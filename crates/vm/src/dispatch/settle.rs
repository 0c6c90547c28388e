//! What follows an op body that did more than fall through.

use hhbc::imm::Label;
use runtime::object::has_doomed;
use runtime::raise::Res;
use runtime::value::Value;

use super::State;
use super::insn::Pc;
use crate::call;
use crate::exec::Site;
use crate::frame::{Fp, Frame};
use crate::ops::Flow;
use crate::request::Request;
use crate::unwind::{release_stack, unwind};

/// Where control goes on after the op body of `frame`'s site.
#[inline(never)]
pub(super) fn settle(rq: &mut Request, pc: Pc, frame: Frame, result: Res<Flow>) -> State {
    let site = frame.site();
    let returns = matches!(result, Ok(Flow::Return(_)));
    let (calls, caller) = (matches!(result, Ok(Flow::Call)), frame.fp());
    let state = go_on(rq, pc, frame, result);
    let enters = calls && state.fp != caller;
    if has_doomed() && !enters {
        return destroy(rq, state, (!returns).then_some(site));
    }
    state
}

/// Runs the destructors that are due, between the instruction at `done`, if that is known, and
/// the one where control goes on.
#[cold]
pub(super) fn destroy(rq: &mut Request, state: State, done: Option<&'static Site>) -> State {
    let State { pc, fp } = state;
    if pc == super::exit_pc() {
        return state;
    }
    let Some(php) = fp.record().func().as_php() else { return state };
    let code = php.code();
    let Some(next) = code.site_at(pc) else { return state };
    let before = || code.locate(pc.prev()).and_then(|(_, sites)| sites.last());
    let done =
        done.filter(|done| code.sites().all().as_ptr_range().contains(&std::ptr::from_ref(*done)));
    let site = done.or_else(before).unwrap_or(next);
    rq.regs.at(pc, fp, site);
    match rq.run_destructors() {
        Ok(()) => state,
        Err(halt) => {
            let slots = php.slots();
            release_stack(fp, code, next, slots + next.depth as usize);
            unwind(rq, fp, site, slots, halt)
        }
    }
}

fn go_on(rq: &mut Request, pc: Pc, frame: Frame, result: Res<Flow>) -> State {
    let (fp, site) = (frame.fp(), frame.site());
    match result {
        Ok(Flow::Next) => State { pc: pc.next(), fp },
        Ok(Flow::Jump(label)) => jump(rq, pc, fp, site, label),
        Ok(Flow::Call) => call(rq, &frame, pc.next()),
        Ok(Flow::Return(value)) => leave(fp, value),
        Err(halt) => unwind(rq, fp, site, frame.top_cell(), halt),
    }
}

/// Makes the pending call of the frame, which returns to `ret`.
pub(super) fn call(rq: &mut Request, frame: &Frame, ret: Pc) -> State {
    let (fp, site) = (frame.fp(), frame.site());
    call::start(rq, frame, ret).unwrap_or_else(|halt| {
        let top = frame.pending_cell();
        unwind(rq, fp, site, top, halt)
    })
}

/// Ends the frame: releases what it holds and gives the result to the caller.
#[inline]
fn leave(fp: Fp, result: Value) -> State {
    let record = fp.record();
    for cell in 0..record.func().slots() {
        drop(fp.cell(cell).take());
    }
    record.release();
    let state = State {
        pc: record.ret().unwrap_or_else(super::exit_pc),
        fp: record.caller().unwrap_or(fp),
    };
    record.cell().init(result);
    state
}

fn jump(rq: &mut Request, pc: Pc, fp: Fp, site: &'static Site, label: Label) -> State {
    let php = fp.record().func().as_php().expect("invariant: a running frame has bytecode");
    let code = php.code();
    let (number, _) = code.locate(pc).expect("invariant: `pc` is in the frame's code");
    let target = code.sites().target(site, label).and_then(|site| code.pc_of(number, site));
    let pc = target.expect("invariant: targets are boundaries");
    if label.0 <= 0 && rq.surprise().is_flagged() {
        return serve_flags(rq, pc, fp);
    }
    State { pc, fp }
}

/// Serves the flags of the surprise word before the instruction at `pc` runs.
pub(super) fn serve_flags(rq: &mut Request, pc: Pc, fp: Fp) -> State {
    let php = fp.record().func().as_php().expect("invariant: a running frame has bytecode");
    let (_, sites) = php.code().locate(pc).expect("invariant: `pc` is in the frame's code");
    let Some(site) = sites.first() else { return State { pc, fp } };
    rq.regs.at(pc, fp, site);
    match rq.serve_flags() {
        Ok(()) => State { pc, fp },
        Err(halt) => {
            let top = php.slots() + site.depth as usize;
            unwind(rq, fp, site, top, halt)
        }
    }
}
