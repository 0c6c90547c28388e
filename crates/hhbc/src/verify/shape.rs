//! The shapes of code that is known to verify: what following all paths finds, and no rule is looked
//! at again.

use super::flow::left_slots;
use super::layout::default_entries;
use super::stack::{EMPTY, Shapes, Slot, Stacks};
use super::{Code, Reached};
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
    let bytes = &func.body.code;
    let mut code = Code::with_capacity(bytes.len() / 2);
    let mut numbers = vec![UNKNOWN; bytes.len() + 1];
    for decoded in instrs(bytes) {
        let (at, instr) = decoded.expect("invariant: code of a verified unit decodes");
        numbers[at as usize] = code.len() as u32;
        code.push((at, instr));
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
    let mut at = Vec::with_capacity(code.len());
    let mut reached = Vec::with_capacity(code.len());
    for ((offset, instr), stack) in code.into_iter().zip(before) {
        if stack != UNKNOWN {
            let (cells, record) = stacks.cells(stack);
            at.push((offset, stack));
            reached.push(Reached { offset, instr, cells, record });
        }
    }
    (reached, Shapes { at, stacks })
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
            if flags.has(Flags::Branch) {
                for label in instr.labels() {
                    self.enter(at.wrapping_add_signed(label.0), stack);
                }
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
            let stack = stacks.below(before, args.count as usize + 1);
            return left_slots(stacks, instr, stack);
        }
        Instr::FCallable {} => {
            let stack = stacks.below(before, 1);
            return left_slots(stacks, instr, stack);
        }
        _ => {}
    }
    let mut count = 0;
    instr.inputs(&mut |_, n| count += n);
    let stack = stacks.below(before, count);
    match Pass::of(instr) {
        Some(pass) => stacks.push(stack, pass.slot()),
        None => left_slots(stacks, instr, stack),
    }
}
