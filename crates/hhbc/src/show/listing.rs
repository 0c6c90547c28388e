//! The listing of a unit's code: offsets, encoded operands, lines of the source.
//!
//! Each function is listed with its header, then all headers once more. Functions follow each
//! other, so offsets run through the unit.

use std::fmt::Write;

use super::order::Order;
use super::{Form, Show, name_text};
use crate::func::{EhKind, EhRegion, Func, ParamDefault, Role};
use crate::imm::FuncId;
use crate::instr::instrs;
use crate::unit::Unit;

/// The listing of all functions of a unit.
pub fn listing(unit: &Unit) -> String {
    let order = Order::of(unit);
    let mut text = String::new();
    let mut headers = String::new();
    let mut base = 0u32;
    for (id, func) in unit.funcs.iter_ids() {
        let header = header(unit, id, func, base);
        text.push_str(&header);
        text.push('\n');
        code(&mut text, unit, &order, (func, base));
        text.push('\n');
        headers.push_str(&header);
        headers.push('\n');
        base = base.saturating_add(u32::try_from(func.body.code.len()).unwrap_or(u32::MAX));
    }
    text + &headers
}

fn header(unit: &Unit, id: FuncId, func: &Func, base: u32) -> String {
    let mut out = String::new();
    let _ = match func.role {
        Role::Main => writeln!(out, "Pseudo-main at {base}"),
        Role::Thunk => writeln!(out, "Thunk {} at {base}", id.0),
        _ => writeln!(out, "{} at {base}", title(unit, id, func)),
    };
    let frame = &func.frame;
    let _ = writeln!(out, "maxStackCells: {}", frame.max_stack_cells);
    let _ = writeln!(out, "numLocals: {}", frame.num_locals);
    let _ = writeln!(out, "numIterators: {}", frame.num_iters);
    for (at, param) in func.params.iter().enumerate() {
        if let Some(ParamDefault::Code { entry, .. }) = param.default {
            let _ = writeln!(out, "DV for parameter {at} at {}", base.wrapping_add(entry));
        }
    }
    for (at, region) in func.body.eh.iter().enumerate() {
        let _ = writeln!(out, "EH {at} {}", eh_text(unit, region, base));
    }
    out
}

fn title(unit: &Unit, id: FuncId, func: &Func) -> String {
    let name = name_text(unit.str(func.name));
    let owner = unit.classes.as_slice().iter().find(|class| class.members.contains(&id));
    match (func.role, owner) {
        (Role::Method, Some(class)) => {
            format!("Method {}::{name}", name_text(unit.str(class.name)))
        }
        (Role::Closure, _) => format!("Closure {name}"),
        _ => format!("Function {name}"),
    }
}

fn eh_text(unit: &Unit, region: &EhRegion, base: u32) -> String {
    let at = |offset: &u32| base.wrapping_add(*offset);
    let range = format!("from {} to {}", at(&region.start), at(&region.end));
    match &region.kind {
        EhKind::Catch(clauses) => {
            let clauses: Vec<String> = clauses
                .iter()
                .map(|(class, handler)| format!("{} {}", name_text(unit.str(*class)), at(handler)))
                .collect();
            format!("Catch {range}: {}", clauses.join(", "))
        }
        EhKind::Fault(handler) => format!("Fault {range}: {}", at(handler)),
        EhKind::Iter(iter) => format!("Iter {range}: {}", iter.0),
        EhKind::Silence(local) => format!("Silence {range}: {}", local.0),
        EhKind::Temp(local) => format!("Temp {range}: {}", local.0),
    }
}

fn code(text: &mut String, unit: &Unit, order: &Order, (func, base): (&Func, u32)) {
    let mut show = Show::new(unit, order, Form::Listing { base });
    show.func = Some(func);
    let mut marks = func.body.lines.iter().peekable();
    for item in instrs(&func.body.code) {
        let (at, instr) = match item {
            Ok(item) => item,
            Err(error) => {
                let _ = writeln!(show.text, "{}: // {error}", base.wrapping_add(error.at));
                break;
            }
        };
        while let Some(mark) = marks.next_if(|mark| mark.offset <= at) {
            let _ = writeln!(show.text, "// line {}", mark.line);
        }
        let _ = write!(show.text, "{}: ", base.wrapping_add(at));
        show.instr(at, &instr);
        show.text.push('\n');
    }
    text.push_str(&show.text);
}
