//! What suspended fibers hold, for the collector of cycles.
//!
//! # Not here
//! What native functions hold that were left in the middle: it counts as held from outside.

use hhbc::verify::Slot;
use runtime::object::{Object, cycle};
use runtime::value::{Value, View};

use super::{Fiber, Machine, Stage};
use crate::frame::{ActRec, Context, Frame, RECORD_CELLS, Walker};
use crate::request::Request;

/// Tells the collector what each fiber holds.
pub(crate) fn note_held(rq: &Request) {
    for fiber in rq.fibers.all.values() {
        let Some(owner) = fiber.object.get() else { continue };
        note_target(&owner, fiber);
        cycle::note_held(&owner, &fiber.result);
        if let (Stage::Suspended, Some(machine)) = (fiber.stage, &fiber.machine) {
            // The coroutine has a target of its own.
            note_target(&owner, fiber);
            note_frames(&owner, machine);
        }
    }
}

fn note_target(owner: &Object, fiber: &Fiber) {
    if let Context::This(this) = &fiber.target.context {
        cycle::note_held(owner, &Value::from(this.clone()));
    }
}

fn note_frames(owner: &Object, machine: &Machine) {
    let mut is_innermost = true;
    for info in Walker::of(machine.regs, &machine.entries) {
        let Some(frame) = info.frame() else { continue };
        let at = if is_innermost { frame.site().depth } else { frame.site().record };
        note_frame(owner, &frame, frame.php().slots() + at as usize);
        is_innermost = false;
    }
}

/// Tells of the locals of a frame, and of its evaluation stack below the cell `top`.
fn note_frame(owner: &Object, frame: &Frame, top: usize) {
    let (fp, php) = (frame.fp(), frame.php());
    note_record(owner, fp.record());
    for cell in 0..php.slots() {
        note(owner, fp.cell(cell).value());
    }
    let mut cell = php.slots();
    for slot in php.code().sites().slots(frame.site().offset).into_iter().rev() {
        if cell >= top {
            break;
        }
        if let Slot::Call { .. } = slot {
            note_record(owner, ActRec::at(fp.cell(cell)));
            cell += RECORD_CELLS;
        } else {
            note(owner, fp.cell(cell).value());
            cell += 1;
        }
    }
}

fn note_record(owner: &Object, record: ActRec) {
    if let Some(this) = record.this() {
        cycle::note_held(owner, &Value::from(this));
    }
    if let Some(extra) = record.extra() {
        cycle::note_held(owner, &Value::from(extra.clone()));
    }
}

fn note(owner: &Object, value: &Value) {
    if !matches!(value.view(), View::Uninit) {
        cycle::note_held(owner, value);
    }
}
