//! The shapes of code that is known to verify: what following all paths finds, and no rule is looked
//! at again.

use super::flow::{Items, left_slots};
use super::layout::default_entries;
use super::stack::{EMPTY, Shapes, Slot, Stacks};
use super::{Code, Reached, reached};
use crate::build::Pass;
use crate::flags::Flags;
use crate::func::{Attrs, Func};
use crate::instr::{Instr, instrs};

/// What no stack is.
const UNKNOWN: u32 = u32::MAX;

struct Walk {
    code: Code,
    /// For each offset, the number of the instruction that starts there.
    numbers: Vec<u32>,
    /// For each instruction, the stack before it.
    before: Vec<u32>,
    stacks: Stacks,
    work: Vec<usize>,
}

/// The code of a function of a unit that verifies, with the shape of the stack before each
/// instruction; the same as [`trace`](super::trace) gives.
///
/// # Panics
/// When the code cannot be decoded.
pub fn shape(func: &Func) -> (Vec<Reached>, Shapes) {
    if func.attrs.has(Attrs::r#abstract) {
        return Default::default();
    }
    let decoded = instrs(&func.body.code).collect::<Result<Code, _>>();
    let code = decoded.expect("invariant: code of a verified unit decodes");
    let mut numbers = vec![UNKNOWN; func.body.code.len() + 1];
    for (number, (at, _)) in code.iter().enumerate() {
        numbers[*at as usize] = number as u32;
    }
    let before = vec![UNKNOWN; code.len()];
    let mut walk = Walk { code, numbers, before, stacks: Stacks::default(), work: Vec::new() };
    walk.enter(0, EMPTY);
    for entry in default_entries(func) {
        walk.enter(entry, EMPTY);
    }
    walk.run();
    while walk.enter_handlers(func) {
        walk.run();
    }
    let Walk { code, before, stacks, .. } = walk;
    let known = code.iter().zip(&before).filter(|(_, stack)| **stack != UNKNOWN);
    let shapes = Shapes { at: known.map(|((at, _), stack)| (*at, *stack)).collect(), stacks };
    (reached(code, &shapes), shapes)
}

impl Walk {
    fn enter(&mut self, at: u32, stack: u32) -> bool {
        let number = self.numbers[at as usize] as usize;
        let is_new = self.before[number] == UNKNOWN;
        if is_new {
            self.before[number] = stack;
            self.work.push(number);
        }
        is_new
    }

    fn run(&mut self) {
        while let Some(number) = self.work.pop() {
            self.follow(number);
        }
    }

    /// Follows the code from an instruction on to where it ends or is known.
    fn follow(&mut self, mut number: usize) {
        loop {
            let (at, instr) = &self.code[number];
            let stack = behind(&mut self.stacks, instr, self.before[number]);
            let (at, flags) = (*at, instr.op().flags());
            for label in instr.labels() {
                self.enter(at.wrapping_add_signed(label.0), stack);
            }
            number += 1;
            if flags.has(Flags::Terminal) || self.before[number] != UNKNOWN {
                return;
            }
            self.before[number] = stack;
        }
    }

    /// Enters the handlers of regions in which something that is reached may throw; whether one is
    /// new.
    fn enter_handlers(&mut self, func: &Func) -> bool {
        let mut any = false;
        for region in &func.body.eh {
            let throws = || {
                let inside = region.start as usize..region.end as usize;
                let numbers = self.numbers[inside].iter().filter(|number| **number != UNKNOWN);
                let mut numbers = numbers.map(|number| *number as usize);
                numbers.any(|number| {
                    let may_throw = self.code[number].1.op().has(Flags::MayThrow);
                    may_throw && self.before[number] != UNKNOWN
                })
            };
            let handlers: Vec<u32> = region.kind.handlers().into_iter().collect();
            if handlers.is_empty() || !throws() {
                continue;
            }
            for handler in handlers {
                any |= self.enter(handler, EMPTY);
            }
        }
        any
    }
}

/// The stack behind an instruction.
fn behind(stacks: &mut Stacks, instr: &Instr, before: u32) -> u32 {
    let under = |stacks: &Stacks, stack: u32, count: u32| {
        (0..count).fold(stack, |stack, _| stacks.node(stack).under)
    };
    match instr {
        Instr::Roll { n } => {
            let mut moved: Vec<Slot> = Vec::new();
            let mut stack = before;
            for _ in 0..=n.0 {
                let node = stacks.node(stack);
                moved.push(node.slot);
                stack = node.under;
            }
            let lowest = moved.pop();
            let above = moved.into_iter().rev();
            return above.chain(lowest).fold(stack, |stack, slot| stacks.push(stack, slot));
        }
        Instr::FCall { args } | Instr::FCallD { args, .. } => {
            let stack = under(stacks, before, args.count + 1);
            return left_slots(stacks, instr, stack);
        }
        Instr::FCallable {} => {
            let stack = under(stacks, before, 1);
            return left_slots(stacks, instr, stack);
        }
        _ => {}
    }
    let mut taken = Items::default();
    instr.inputs(&mut |flavour, n| taken.push(flavour, n));
    let count: usize = taken.items().map(|(_, n)| n).sum();
    let stack = under(stacks, before, count as u32);
    match Pass::of(instr) {
        Some(pass) => stacks.push(stack, pass.slot()),
        None => left_slots(stacks, instr, stack),
    }
}
