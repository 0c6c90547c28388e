//! An allocated unit as text: for traces and tests.

use std::fmt::Write;

use regalloc2::{Edit, Function as _, ProgPoint};

use super::{Allocated, Allocator, Apply, Found, Scratch, Spot, environment, run};
use crate::inst::GPR_NAMES;
use crate::text::InstText;
use crate::unit::{BlockId, Unit};

/// The blocks of a unit with machine registers, the moves between instructions, and where the
/// values of each record are.
pub fn allocated_text(unit: &mut Unit, allocator: Allocator) -> Result<String, String> {
    crate::opt::split_critical(unit);
    let order = crate::opt::order(unit).blocks;
    let mut scratch = Scratch::default();
    let allocated =
        run(unit, &order, allocator, &mut scratch).map_err(|error| error.to_string())?;
    allocated.check(&environment())?;
    let mut text = String::new();
    for (number, &block) in order.iter().enumerate() {
        block_text(unit, &allocated, (number, block), &mut text);
    }
    Ok(text)
}

fn block_text(unit: &Unit, allocated: &Allocated<'_>, at: (usize, BlockId), text: &mut String) {
    let (number, block) = at;
    _ = writeln!(text, "{block}: {}", unit.blocks[block].area.name());
    let range = allocated.function.block_insns(regalloc2::Block::new(number));
    let insts = &unit.blocks[block].insts;
    let pseudo = range.len() - insts.len();
    let moves = |point: ProgPoint, text: &mut String| {
        for (at, Edit::Move { from, to }) in &allocated.output.edits {
            if *at == point && from != to {
                _ = writeln!(text, "  {} <- {}", spot(Spot::of(*to)), spot(Spot::of(*from)));
            }
        }
    };
    for (index, at) in range.iter().enumerate() {
        moves(ProgPoint::before(at), text);
        if let Some(index) = index.checked_sub(pseudo) {
            let allocations = allocated.output.inst_allocs(at).iter();
            let mut apply = Apply { unit, allocations, live: Vec::new() };
            let mut inst = insts[index];
            inst.visit(&mut apply);
            _ = write!(text, "  {}", InstText(unit, &inst));
            let live: Vec<String> = apply
                .live
                .iter()
                .map(|found| match found {
                    Found::Spot(s) => spot(*s),
                    Found::Imm(v) => v.to_string(),
                    Found::Source => "source".to_string(),
                })
                .collect();
            let live =
                if live.is_empty() { String::new() } else { format!("  ; {}", live.join(", ")) };
            _ = writeln!(text, "{live}");
        }
        moves(ProgPoint::after(at), text);
    }
}

fn spot(spot: Spot) -> String {
    match spot {
        Spot::Gpr(number) => GPR_NAMES[usize::from(number)].to_string(),
        Spot::Xmm(number) => format!("xmm{number}"),
        Spot::Slot(slot) => format!("slot{slot}"),
    }
}
