//! `.` and `.=` with their operands, and constants of the script.

use hhbc::imm::SetOpOp;
use hhbc::instr::Instr;

use super::{Source, Window, local_source};
use crate::dispatch as fast;
use crate::dispatch::{Const, Handler, Item, Local};
use crate::exec::draft::{Draft, Field, Plan};

/// Any pattern of this room.
pub(super) fn fuse(window: Window<'_>) -> Option<Draft> {
    append(window)
        .or_else(|| print(window))
        .or_else(|| concat(window))
        .or_else(|| concat_all(window))
        .or_else(|| constant(window))
}

/// `echo value;`
fn print(window: Window<'_>) -> Option<Draft> {
    let loaded = window.load(0);
    let ahead = usize::from(loaded.is_some());
    let (Instr::Print {}, Instr::PopC {}) = (window.instr(ahead)?, window.instr(ahead + 1)?) else {
        return None;
    };
    let (handler, field): (Handler, Field) = match loaded {
        Some(source @ Source::Cell(_)) => (fast::print::<Local>, source.field()),
        Some(source @ Source::Const(_)) => (fast::print::<Const>, source.field()),
        None if window.depth() > 0 => (fast::print::<Item>, Field::cell(window.item(0))),
        None => return None,
    };
    Some(Draft::new(handler, ahead + 2).a(field))
}

/// The parts of a string, which are all on the stack.
fn concat_all(window: Window<'_>) -> Option<Draft> {
    let Instr::ConcatN { n } = window.instr(0)? else { return None };
    let first = window.item((n.0 as usize).checked_sub(1)?);
    Some(Draft::new(fast::concat_all, 1).a(Field::cell(first)).b(Field::Num(n.0 as i32)))
}

/// `$local .= value;`
fn append(window: Window<'_>) -> Option<Draft> {
    let loaded = window.load(0);
    let ahead = usize::from(loaded.is_some());
    let Instr::SetOpL { local, op: SetOpOp::ConcatEqual } = window.instr(ahead)? else {
        return None;
    };
    let Instr::PopC {} = window.instr(ahead + 1)? else { return None };
    let (handler, field): (Handler, Field) = match loaded {
        Some(source @ Source::Cell(_)) => (fast::append_local::<Local>, source.field()),
        Some(source @ Source::Const(_)) => (fast::append_local::<Const>, source.field()),
        None if window.depth() > 0 => (fast::append_local::<Item>, Field::cell(window.item(0))),
        None => return None,
    };
    let draft = Draft::new(handler, ahead + 2).a(local_source(*local).field());
    Some(draft.b(field))
}

/// `left . right`
fn concat(window: Window<'_>) -> Option<Draft> {
    let is_concat = |ahead| matches!(window.instr(ahead), Some(Instr::Concat {}));
    let free = window.free();
    let (first, second) = (window.load(0), window.load(1));
    let (handler, left, right, dest, sites): (Handler, Field, Field, usize, usize) =
        match (first, second) {
            (Some(left), Some(right)) if is_concat(2) => {
                let handler: Handler = match (left.is_const(), right.is_const()) {
                    (true, _) => fast::concat::<Const, Local>,
                    (false, false) => fast::concat::<Local, Local>,
                    (false, true) => fast::concat::<Local, Const>,
                };
                if left.is_const() && right.is_const() {
                    return None;
                }
                (handler, left.field(), right.field(), free, 3)
            }
            (Some(right), _) if is_concat(1) && window.depth() > 0 => {
                let handler: Handler = match right.is_const() {
                    true => fast::concat_item::<Const>,
                    false => fast::concat_item::<Local>,
                };
                (handler, Field::cell(window.item(0)), right.field(), free - 1, 2)
            }
            _ if is_concat(0) && window.depth() > 1 => {
                let left = Field::cell(window.item(1));
                (fast::concat_item::<Item>, left, Field::cell(window.item(0)), free - 2, 1)
            }
            _ => return None,
        };
    Some(Draft::new(handler, sites).a(left).b(right).d(Field::cell(dest)))
}

/// A constant that the script defines while it runs, or that code of a namespace names.
fn constant(window: Window<'_>) -> Option<Draft> {
    let unit = window.php().unit();
    let handle = match window.instr(0)? {
        Instr::Cns { name } => unit.const_slot(*name)?,
        Instr::CnsU { name, .. } => unit.unqualified_slot(*name)?,
        _ => return None,
    };
    let draft = Draft::new(fast::constant, 1).d(Field::cell(window.free()));
    Some(draft.a_plan(Plan::Constant(Box::new(handle))))
}
