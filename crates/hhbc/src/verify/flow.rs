//! The rules about paths through the code: what is on the stack, which iterators are live.
//!
//! Every instruction is entered with exactly one state, so each is visited once.

use super::iter::{Live, is_free, iter_effect, without};
use super::layout::{Layout, default_entries, frees_iter};
use super::stack::{EMPTY, Shapes, Slot, Stacks};
use super::{Breach, Rule};
use crate::build::{Pass, PassKind};
use crate::flags::{Flags, Flavour};
use crate::func::{Attrs, EhKind, Func};
use crate::imm::{CallArgs, ImmRef, IterId, Param};
use crate::instr::{Instr, Op};

/// What is known before an instruction.
#[derive(Clone, PartialEq, Eq, Debug)]
struct State {
    stack: u32,
    live: Live,
    /// Whether `CreateCont` is behind.
    created: bool,
}

struct Flow<'a> {
    func: &'a Func,
    layout: &'a Layout,
    stacks: Stacks,
    states: Vec<Option<State>>,
    work: Vec<usize>,
}

/// Follows all paths through a function.
pub(super) fn check(func: &Func, layout: &Layout) -> Result<Shapes, Breach> {
    let states = vec![None; layout.instrs.len()];
    let mut flow = Flow { func, layout, stacks: Stacks::default(), states, work: Vec::new() };
    let start = State { stack: EMPTY, live: Live::default(), created: false };
    flow.enter(0, 0, &start)?;
    for entry in default_entries(func) {
        flow.enter(entry, entry, &start)?;
    }
    while let Some(index) = flow.work.pop() {
        flow.visit(index)?;
    }
    let known = layout.instrs.iter().zip(&flow.states);
    let at = known.filter_map(|((at, _), state)| Some((*at, state.as_ref()?.stack))).collect();
    Ok(Shapes { stacks: flow.stacks, at })
}

impl Flow<'_> {
    /// Brings a state from the instruction at `from` to the one at `target`.
    fn enter(&mut self, from: u32, target: u32, state: &State) -> Result<(), Breach> {
        match self.layout.index_of(target) {
            Some(index) => self.enter_index(from, index, state),
            None => Err(Breach::at(Rule::Targets, from, "the target is no instruction")),
        }
    }

    fn enter_index(&mut self, from: u32, index: usize, state: &State) -> Result<(), Breach> {
        let target = self.layout.instrs[index].0;
        let Some(known) = &self.states[index] else {
            self.states[index] = Some(state.clone());
            self.work.push(index);
            return Ok(());
        };
        if known.stack != state.stack {
            let message = format!("the stack at {target} is not the same on all paths");
            return Err(Breach::at(Rule::Shape, from, message));
        }
        if known.created != state.created {
            let message = format!("only some paths to {target} have met CreateCont");
            return Err(Breach::at(Rule::Generators, from, message));
        }
        if known.live != state.live {
            let message = format!("the live iterators at {target} are not the same on all paths");
            return Err(Breach::at(Rule::Iterators, from, message));
        }
        Ok(())
    }

    fn visit(&mut self, index: usize) -> Result<(), Breach> {
        let Some(before) = self.states[index].clone() else { return Ok(()) };
        let layout = self.layout;
        let (at, instr) = &layout.instrs[index];
        let flags = instr.op().flags();
        self.check_return(*at, instr, &before)?;
        let created = self.check_generator(index, &before)?;
        let stack = self.effect(*at, instr, before.stack)?;
        self.check_size(*at, stack)?;
        let (next, taken) = iter_effect(*at, instr, &before.live)?;
        if flags.has(Flags::MayThrow) {
            let thrown = if is_free(instr) { &next } else { &before.live };
            self.throw(index, thrown, created)?;
        }
        for label in instr.labels() {
            if label.0 <= 0 && self.stacks.node(stack).calls > 0 {
                return Err(Breach::at(Rule::Calls, *at, "a branch back while a call is pending"));
            }
            let state = State { stack, live: taken.clone(), created };
            self.enter(*at, at.wrapping_add_signed(label.0), &state)?;
        }
        if flags.has(Flags::Terminal) {
            return Ok(());
        }
        match layout.instrs.get(index + 1) {
            None => Err(Breach::at(Rule::Ends, *at, "control runs past the end of the code")),
            Some((_, Instr::Catch {})) => {
                Err(Breach::at(Rule::Handlers, *at, "control falls into a handler"))
            }
            Some(_) => self.enter_index(*at, index + 1, &State { stack, live: next, created }),
        }
    }

    fn check_size(&self, at: u32, stack: u32) -> Result<(), Breach> {
        let cells = self.stacks.node(stack).cells;
        if cells <= self.func.frame.max_stack_cells {
            return Ok(());
        }
        let message = format!("the stack takes {cells} cells, more than the function says");
        Err(Breach::at(Rule::StackSize, at, message))
    }

    /// Sends what an exception at an instruction leaves to the handlers around it.
    fn throw(&mut self, index: usize, live: &Live, created: bool) -> Result<(), Breach> {
        let layout = self.layout;
        if live.is_empty() && layout.region[index].is_none() {
            return Ok(());
        }
        let at = layout.instrs[index].0;
        let mut left = live.clone();
        for region in layout.regions_around(index) {
            let kind = &self.func.body.eh[region].kind;
            if let Some(freed) = frees_iter(kind) {
                left = without(&left, freed);
            }
            let state = State { stack: EMPTY, live: left.clone(), created };
            for handler in kind.handlers() {
                self.enter(at, handler, &state)?;
            }
            if matches!(kind, EhKind::Fault(_)) {
                break;
            }
        }
        let covered = |iter: IterId| {
            let mut around = layout.regions_around(index);
            around.any(|region| frees_iter(&self.func.body.eh[region].kind) == Some(iter))
        };
        match live.iter().find(|(iter, _)| !covered(*iter)) {
            None => Ok(()),
            Some((iter, _)) => {
                let message = format!("iterator {} is live outside of a region", iter.0);
                Err(Breach::at(Rule::Iterators, at, message))
            }
        }
    }

    fn check_return(&self, at: u32, instr: &Instr, before: &State) -> Result<(), Breach> {
        let fault = |text: &str| Err(Breach::at(Rule::Returns, at, text));
        let op = instr.op();
        let returns = matches!(op, Op::RetC | Op::RetV | Op::NativeImpl);
        let wanted = u32::from(op != Op::NativeImpl);
        if returns && self.stacks.node(before.stack).depth > wanted {
            return fault("more than the result is on the stack");
        }
        if returns && !before.live.is_empty() {
            return fault("an iterator is live");
        }
        let attrs = self.func.attrs;
        if op == Op::RetV && (!attrs.has(Attrs::by_ref) || attrs.has(Attrs::generator)) {
            return fault("this function returns no reference");
        }
        Ok(())
    }

    /// Whether `CreateCont` is behind after the instruction.
    fn check_generator(&self, index: usize, before: &State) -> Result<bool, Breach> {
        let (at, instr) = &self.layout.instrs[index];
        let fault = |text: &str| Err(Breach::at(Rule::Generators, *at, text));
        let op = instr.op();
        let is_generator = self.func.attrs.has(Attrs::generator);
        if op.has(Flags::Suspend) && !is_generator {
            return fault("this function is no generator");
        }
        if op == Op::CreateCont {
            let in_region = self.layout.region[index].is_some();
            if before.created || in_region || before.stack != EMPTY {
                return fault("CreateCont is met twice, in a region, or within an expression");
            }
            return Ok(true);
        }
        let needs_it = op.has(Flags::Suspend) || (is_generator && op == Op::RetC);
        if needs_it && !before.created {
            return fault("CreateCont is not behind");
        }
        Ok(before.created)
    }

    /// The stack after an instruction.
    fn effect(&mut self, at: u32, instr: &Instr, before: u32) -> Result<u32, Breach> {
        self.check_depths(at, instr, before)?;
        if let Instr::Roll { n } = instr {
            return self.roll(at, before, n.0);
        }
        let mut stack = before;
        if let Instr::FCall { args } | Instr::FCallD { args, .. } = instr {
            stack = self.close_call(at, stack, args)?;
        } else if let Instr::FCallable {} = instr {
            stack = self.close_call(at, stack, &CallArgs::default())?;
        } else {
            stack = self.take(at, instr, stack)?;
        }
        if let Some(pass) = Pass::of(instr) {
            return self.pass(at, pass, stack);
        }
        Ok(left_slots(&mut self.stacks, instr, stack))
    }

    fn take(&self, at: u32, instr: &Instr, before: u32) -> Result<u32, Breach> {
        let mut wanted = Items::default();
        instr.inputs(&mut |flavour, n| wanted.push(flavour, n));
        let mut stack = before;
        for (flavour, n) in wanted.items().rev() {
            for _ in 0..n {
                stack = self.take_one(at, stack, flavour)?;
            }
        }
        Ok(stack)
    }

    fn take_one(&self, at: u32, stack: u32, wanted: Flavour) -> Result<u32, Breach> {
        let node = self.stacks.node(stack);
        match node.slot {
            _ if stack == EMPTY => {
                Err(Breach::at(Rule::Operands, at, "it takes more than is on the stack"))
            }
            Slot::Item(flavour) if wanted.has(flavour) => Ok(node.under),
            slot => {
                let message = format!("it takes {wanted:?}, found {slot:?}");
                Err(Breach::at(Rule::Operands, at, message))
            }
        }
    }

    fn check_depths(&self, at: u32, instr: &Instr, before: u32) -> Result<(), Breach> {
        if !instr.op().names_slots() {
            return Ok(());
        }
        let mut depths = Vec::new();
        instr.refs(&mut |each| {
            if let ImmRef::Depth(depth) = each {
                depths.push(depth.0);
            }
        });
        for (which, depth) in depths.into_iter().enumerate() {
            let wanted = match instr {
                // A key may be a reference: it is read when the step is made.
                Instr::BaseC { .. }
                | Instr::Dim { .. }
                | Instr::QueryM { .. }
                | Instr::VGetM { .. }
                | Instr::FPassM { .. }
                | Instr::SetM { .. }
                | Instr::SetOpM { .. }
                | Instr::IncDecM { .. }
                | Instr::BindM { .. }
                | Instr::UnsetM { .. } => Flavour::C.with(Flavour::V).with(Flavour::R),
                Instr::BaseSC { .. } if which == 1 => Flavour::A,
                Instr::AssertRATStk { .. } => Flavour::Any,
                _ => Flavour::C,
            };
            match self.stacks.peek(before, depth) {
                Some(Slot::Item(flavour)) if wanted.has(flavour) => {}
                _ => {
                    let message = format!("the slot at depth {depth} is not {wanted:?}");
                    return Err(Breach::at(Rule::Operands, at, message));
                }
            }
        }
        Ok(())
    }

    fn roll(&mut self, at: u32, before: u32, n: u32) -> Result<u32, Breach> {
        let mut moved = Vec::new();
        let mut stack = before;
        for _ in 0..=n {
            let slot = self.stacks.node(stack).slot;
            stack = self.take_one(at, stack, Flavour::Any)?;
            moved.push(slot);
        }
        let Some(lowest) = moved.pop() else { return Ok(stack) };
        let above = moved.into_iter().rev();
        Ok(above.chain([lowest]).fold(stack, |stack, slot| self.stacks.push(stack, slot)))
    }

    /// Passes an argument to the innermost pending call, whose operand is taken already.
    fn pass(&mut self, at: u32, pass: Pass, stack: u32) -> Result<u32, Breach> {
        let fault = |text: &str| Err(Breach::at(Rule::Calls, at, text));
        let top = self.stacks.node(stack);
        let is_spread = pass.kind == PassKind::Spread;
        if let Param::At(slot) = pass.param
            && slot != top.args
        {
            return fault("arguments are not passed in order");
        }
        match top.slot {
            Slot::Call { .. } if stack != EMPTY => {}
            Slot::Arg { param: Param::Named(_), .. } if matches!(pass.param, Param::At(_)) => {
                return fault("a positional argument after a named one");
            }
            Slot::Arg { is_spread: true, .. }
                if !is_spread && matches!(pass.param, Param::At(_)) =>
            {
                return fault("a positional argument after a spread");
            }
            Slot::Arg { .. } => {}
            _ => return fault("an argument without a pending call under it"),
        }
        if is_spread && matches!(pass.param, Param::Named(_)) {
            return fault("a spread has no name");
        }
        Ok(self.stacks.push(stack, pass.slot()))
    }

    /// Takes the arguments that `args` describes and the record under them.
    fn close_call(&self, at: u32, before: u32, args: &CallArgs) -> Result<u32, Breach> {
        let fault = |text: &str| Err(Breach::at(Rule::Calls, at, text));
        let mut stack = before;
        let mut by_ref = args.by_ref.iter().rev().peekable();
        for slot in (0..args.count.min(self.stacks.node(before).depth)).rev() {
            let node = self.stacks.node(stack);
            let Slot::Arg { param, may_be_ref, is_spread } = node.slot else {
                return fault("fewer arguments were passed than it calls with");
            };
            let named = args.name_of(slot).map(Param::Named);
            let described = named.unwrap_or(Param::At(slot)) == param
                && args.is_spread(slot) == is_spread
                && by_ref.next_if(|last| **last == slot).is_some() == may_be_ref;
            if !described {
                return fault("it does not describe the arguments that were passed");
            }
            stack = node.under;
        }
        let top = self.stacks.node(stack);
        match top.slot {
            _ if stack == EMPTY => fault("no call is pending"),
            Slot::Call { num_args } if num_args != args.count => {
                fault("FPush and FCall count different arguments")
            }
            Slot::Call { .. } if by_ref.peek().is_none() => Ok(top.under),
            Slot::Call { .. } => fault("it does not describe the arguments that were passed"),
            Slot::Arg { .. } => fault("more arguments were passed than it calls with"),
            Slot::Item(_) => fault("something lies above the arguments"),
        }
    }
}

impl Pass {
    /// What it leaves on the stack.
    pub(super) fn slot(self) -> Slot {
        let is_spread = self.kind == PassKind::Spread;
        let may_be_ref = self.kind == PassKind::Variable;
        Slot::Arg { param: self.param, may_be_ref, is_spread }
    }
}

/// The stack with what an instruction leaves on what it took from.
pub(super) fn left_slots(stacks: &mut Stacks, instr: &Instr, mut stack: u32) -> u32 {
    instr.outputs(&mut |flavour, n| {
        let slot = match flavour {
            Flavour::Ar => Slot::Call { num_args: pushed_args(instr) },
            flavour => Slot::Item(flavour),
        };
        for _ in 0..n {
            stack = stacks.push(stack, slot);
        }
    });
    stack
}

/// The stack items of one side of a row, of which there are few.
#[derive(Default)]
pub(super) struct Items {
    items: [(Flavour, usize); 4],
    len: usize,
}

impl Items {
    pub(super) fn push(&mut self, flavour: Flavour, n: usize) {
        self.items[self.len] = (flavour, n);
        self.len += 1;
    }

    pub(super) fn items(&self) -> impl DoubleEndedIterator<Item = (Flavour, usize)> + '_ {
        self.items[..self.len].iter().copied()
    }
}

/// How many arguments a call will get that the instruction begins.
fn pushed_args(instr: &Instr) -> u32 {
    match instr {
        Instr::FPushFunc { n }
        | Instr::FPushClsMethod { n }
        | Instr::FPushClsMethodF { n }
        | Instr::FPushCtor { n }
        | Instr::FPushCuf { n }
        | Instr::FPushCufF { n }
        | Instr::FPushFuncD { n, .. }
        | Instr::FPushFuncU { n, .. }
        | Instr::FPushObjMethod { n, .. }
        | Instr::FPushObjMethodD { n, .. }
        | Instr::FPushClsMethodD { n, .. }
        | Instr::FPushCtorD { n, .. }
        | Instr::FPushCufIter { n, .. }
        | Instr::FPushParentHook { n, .. } => n.0,
        _ => 0,
    }
}
