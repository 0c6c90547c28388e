//! Unwinding: from what halts an instruction to the frame that handles it.
//!
//! # Invariants
//! - Slots and pending records of a frame are released before its handler runs or it is left.
//! - A frame that native code has entered is the last one; native code hands the halt on.

use hhbc::func::EhKind;
use hhbc::verify::Slot;
use runtime::object::has_doomed;
use runtime::raise::Halt;
use runtime::value::Value;

use crate::dispatch::{Pc, State, exit_pc};
use crate::exec::{FuncCode, Site, call_in};
use crate::frame::{ActRec, Fp, RECORD_CELLS};
use crate::func::PhpFunc;
use crate::request::Request;
use crate::throwable;

/// Leaves frames until one handles `halt`, from the frame `fp` at `site`, whose cells below `top`
/// are in use. Says where control goes on.
#[cold]
#[inline(never)]
pub(crate) fn unwind(
    rq: &mut Request,
    mut fp: Fp,
    mut site: &'static Site,
    mut top: usize,
    mut halt: Halt,
) -> State {
    loop {
        let php = fp.record().func().as_php().expect("invariant: a running frame has bytecode");
        let code = php.code();
        release_stack(fp, code, site, top);
        if has_doomed() && !matches!(halt, Halt::Exit) {
            halt = destruct_due(rq, (fp, site), halt);
        }
        let mut handler = leave_regions(rq, fp, php, site.offset, &halt);
        // What the iterators of loops held ends before a handler begins, or the frame is left.
        if has_doomed() && !matches!(halt, Halt::Exit) {
            let before = thrown(&halt);
            halt = destruct_due(rq, (fp, site), halt);
            if thrown(&halt) != before {
                handler = leave_regions(rq, fp, php, site.offset, &halt);
            }
        }
        if let Some(offset) = handler {
            let handler = code.sites().at(offset).and_then(|site| code.pc_of(0, site));
            let pc = handler.expect("invariant: handlers are boundaries");
            rq.set_caught(halt);
            return State { pc, fp };
        }
        if php.is_main() && rq.main_frame().is_some_and(|(main, _)| main == fp) {
            rq.keep_globals(fp, php);
        }
        let asked = crate::generator::asked(fp);
        let left = leave_frame(fp);
        if let Some(asked) = asked {
            match crate::generator::take_over(rq, &asked, fp.record(), returns_to(fp)) {
                Ok(outer) => {
                    (fp, site) = outer;
                    top = fp.record().func().slots();
                    continue;
                }
                Err(instead) => halt = instead,
            }
        }
        let Some((pc, caller)) = left else {
            rq.set_halt(halt);
            return State { pc: exit_pc(), fp };
        };
        fp = caller;
        (site, top) = calling_site(fp, pc);
    }
}

/// Where a frame returns to that was left.
fn returns_to(fp: Fp) -> (Option<Fp>, Pc) {
    (fp.record().caller(), fp.record().ret().unwrap_or_else(exit_pc))
}

/// Which exception is thrown.
fn thrown(halt: &Halt) -> Option<u32> {
    match halt {
        Halt::Throw(object) => Some(object.id()),
        Halt::Exit => None,
    }
}

/// Runs the destructors of what a halt has left without owners: what they throw goes on instead,
/// with what was thrown before behind it.
fn destruct_due(rq: &mut Request, (fp, site): (Fp, &'static Site), mut halt: Halt) -> Halt {
    rq.regs.at_site(fp, site);
    while has_doomed() {
        let Err(later) = rq.run_destructors() else { break };
        halt = throwable::after(halt, later);
    }
    halt
}

/// The site of the call, or of the step of a loop, that returns to `pc`, and the cells in use while it runs.
fn calling_site(fp: Fp, pc: Pc) -> (&'static Site, usize) {
    let php = fp.record().func().as_php().expect("invariant: a calling frame has bytecode");
    let located = php.code().locate(pc.prev());
    let (_, sites) = located.expect("invariant: a call returns behind itself");
    match call_in(sites) {
        Some(site) => (site, php.slots() + site.record as usize),
        None => {
            let step = sites.last().expect("invariant: who calls a generator has a site");
            (step, php.slots() + step.depth as usize)
        }
    }
}

/// Releases the evaluation stack of a frame below the cell `top`.
pub(crate) fn release_stack(fp: Fp, code: &FuncCode, site: &Site, top: usize) {
    let mut cell = fp.record().func().slots();
    for slot in code.sites().slots(site.offset).into_iter().rev() {
        if cell >= top {
            break;
        }
        if let Slot::Call { .. } = slot {
            ActRec::at(fp.cell(cell)).release();
            cell += RECORD_CELLS;
        } else {
            drop(fp.cell(cell).take());
            cell += 1;
        }
    }
    for extra in cell..top {
        drop(fp.cell(extra).take());
    }
}

/// Cleans up the regions around `offset` up to the one that handles `halt`: its handler.
fn leave_regions(
    rq: &mut Request,
    fp: Fp,
    php: &'static PhpFunc,
    offset: u32,
    halt: &Halt,
) -> Option<u32> {
    for region in php.record().body.regions_at(offset) {
        match &region.kind {
            EhKind::Catch(clauses) => {
                let Halt::Throw(object) = halt else { continue };
                let mut fits = |name| {
                    let class = rq.class_at(php.unit(), name);
                    class.is_some_and(|class| object.class().class().is_a(class))
                };
                if let Some((_, handler)) = clauses.iter().find(|(name, _)| fits(*name)) {
                    return Some(*handler);
                }
            }
            EhKind::Fault(handler) => {
                if matches!(halt, Halt::Throw(_)) || rq.is_destroying() {
                    return Some(*handler);
                }
            }
            EhKind::Iter(iter) => {
                let first = fp.cell(php.iter_cell(*iter));
                crate::iter::free_cells(first.value_mut(), first.up(1).value_mut());
            }
            EhKind::Silence(local) => {
                let level = std::mem::take(fp.cell(local.0 as usize).value_mut());
                rq.restore_error_level(&level);
            }
            EhKind::Temp(local) => {
                let cell = fp.cell(local.0 as usize);
                *cell.value_mut() = Value::UNINIT;
            }
        }
    }
    None
}

/// An object whose constructor fails is not destructed, unless its own method made the call.
fn note_failed_constructor(record: ActRec) {
    if !record.func().name().as_bytes().eq_ignore_ascii_case(b"__construct") {
        return;
    }
    let Some(this) = record.this() else { return };
    let is_entered = record.ret().is_none_or(|pc| pc == exit_pc());
    let caller = record.caller().filter(|_| !is_entered).and_then(|caller| caller.record().this());
    if !caller.is_some_and(|caller| caller.ptr_eq(&this)) {
        this.set_destructed();
    }
}

/// Releases a frame whose evaluation stack is empty. Where its caller goes on; none when native
/// code entered it.
fn leave_frame(fp: Fp) -> Option<(Pc, Fp)> {
    let record = fp.record();
    let php = record.func().as_php().expect("invariant: a running frame has bytecode");
    crate::generator::abandon(fp);
    let locals = php.locals() as usize;
    for cell in 0..locals {
        drop(fp.cell(cell).take());
    }
    let hidden = php.closure_cell().or(php.generator_cell()).unwrap_or(php.slots());
    for cell in (locals..hidden).step_by(2) {
        let first = fp.cell(cell);
        crate::iter::free_cells(first.value_mut(), first.up(1).value_mut());
    }
    for cell in hidden..php.slots() {
        drop(fp.cell(cell).take());
    }
    note_failed_constructor(record);
    record.release();
    let pc = record.ret().filter(|pc| *pc != exit_pc())?;
    Some((pc, record.caller()?))
}
