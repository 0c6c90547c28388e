//! Building the code of a function, instruction by instruction.
//!
//! [`FuncBuilder`] has one method for each row of the table. It keeps track of the depth of the
//! stack, of pending calls and of whether control gets here; what follows a terminal instruction
//! is not written until a label is bound.
//!
//! # Invariants
//! - Regions are ended in the reverse of the order in which they began.
//! - A label is bound at most once; where it is used before, the depth of its first use is the
//!   depth behind it. Code that is reached in no way known so far starts with an empty stack.

use std::fmt;

use crate::codec::Writer;
use crate::flags::{Flags, Flavour};
use crate::func::{Body, EhKind, EhRegion, LineMark};
use crate::imm::{
    ArrayId, BareThisOp, CallArgs, ClassId, ClsRef, ContCheckOp, Count, Double, FatalOp, FuncId,
    HookKind, Imm, ImmRef, IncDecOp, Int, IsTypeOp, IterId, IterIds, Label, Labels, LocalId,
    MemberKey, MemberMode, ObjMethodOp, Param, QueryOp, Rat, RefUse, SetOpOp, SilenceOp,
    StackDepth, StrId, StrIds, StrLabels,
};
use crate::instr::{Instr, Op, cells};

/// The code of a function under construction.
#[derive(Debug)]
pub struct FuncBuilder {
    out: Writer,
    labels: Vec<LabelState>,
    /// For each label that was written: where, and where its instruction starts.
    fixups: Vec<(u32, u32)>,
    regions: Regions,
    lines: Vec<LineMark>,
    line: u32,
    /// The line of the last mark.
    marked_line: u32,
    stack: StackState,
    calls: Vec<CallArgs>,
    /// Arguments of calls that are done, for the next ones.
    spare: Vec<CallArgs>,
    keeps_dead_code: bool,
}

/// Room that a function begins with: what most of them need.
const ROOM_BYTES: usize = 512;
const ROOM: usize = 24;
const CALLS: usize = 4;

#[derive(Debug, Default, Clone, Copy)]
struct LabelState {
    offset: Option<u32>,
    depth: Option<u32>,
}

#[derive(Debug)]
struct StackState {
    depth: u32,
    max: u32,
    alive: bool,
}

impl StackState {
    /// Control does not get further.
    fn end(&mut self) {
        (self.alive, self.depth) = (false, 0);
    }
}

#[derive(Debug, Default)]
struct Regions {
    /// Those that have begun, with the start of the current stretch; none while it is suspended.
    open: Vec<(EhKind<Label>, Option<u32>)>,
    done: Vec<(u32, u32, EhKind<Label>)>,
}

/// A region that has begun, by how many were open before.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RegionMark(usize);

/// A finished body, with what else is known of it.
#[derive(Debug)]
pub struct Built {
    /// The code.
    pub body: Body,
    /// How many cells the stack may take.
    pub max_stack_cells: u32,
}

/// A label that is used and was never bound.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UnboundLabel(pub Label);

impl fmt::Display for UnboundLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "label {} is used and not bound", self.0.0)
    }
}

impl Default for FuncBuilder {
    fn default() -> Self {
        Self::new()
    }
}

macro_rules! item_count {
    () => {
        1
    };
    ($count:ident) => {
        Imm::count(&$count)
    };
}

macro_rules! define_emitters {
    ([] $( $topic:ident { $(
        $(#[doc = $doc:literal])*
        $snake:ident = $Camel:ident { $($imm:ident : $ty:ident),* }
            [$($in:ident $(($in_count:ident))?)*] -> [$($out:ident $(($out_count:ident))?)*]
            $(, $($flag:ident)|+ )?;
    )* } )*) => {
        /// One method for each instruction. Each knows its row: no match on the instruction is
        /// left, which would be one of hundreds of arms.
        impl FuncBuilder { $($(
            $(#[doc = $doc])*
            pub fn $snake(&mut self, $($imm: $ty),*) {
                const FLAGS: Flags = Flags::NONE $( $( .with(Flags::$flag) )+ )?;
                if FLAGS.has(Flags::Call) {
                    return self.emit(Instr::$Camel { $($imm),* });
                }
                if FLAGS.has(Flags::Push) {
                    self.open_call();
                }
                if FLAGS.has(Flags::Pass) {
                    self.note_pass(Pass::of(&Instr::$Camel { $($imm: $imm.clone()),* }));
                }
                let Some(start) = self.begin(Op::$Camel) else { return };
                $( $imm.write(&mut self.out); )*
                let taken =
                    0u32 $( .saturating_add(cells(Flavour::$in, item_count!($($in_count)?))) )*;
                let left =
                    0u32 $( .saturating_add(cells(Flavour::$out, item_count!($($out_count)?))) )*;
                self.move_stack(taken, left);
                if FLAGS.has(Flags::Branch) {
                    self.fix_up(start);
                    $( $imm.refs(&mut |each| self.track_label(each)); )*
                }
                if FLAGS.has(Flags::Terminal) {
                    self.stack.end();
                }
            }
        )*)* }
    };
}

crate::for_each_op!(define_emitters);

impl FuncBuilder {
    /// An empty function.
    pub fn new() -> Self {
        Self {
            out: Writer::with_room(ROOM_BYTES),
            labels: Vec::with_capacity(ROOM),
            fixups: Vec::with_capacity(ROOM),
            regions: Regions::default(),
            lines: Vec::with_capacity(ROOM),
            line: 0,
            marked_line: 0,
            stack: StackState { depth: 0, max: 0, alive: true },
            calls: Vec::with_capacity(CALLS),
            spare: Vec::new(),
            keeps_dead_code: false,
        }
    }

    /// An empty function that also keeps what follows a terminal instruction.
    pub(crate) fn keeping_dead_code() -> Self {
        Self { keeps_dead_code: true, ..Self::new() }
    }

    /// Says that the code from here on comes from this line.
    pub fn line(&mut self, line: u32) {
        self.line = line;
    }

    /// Whether control can get here.
    pub fn is_alive(&self) -> bool {
        self.stack.alive
    }

    /// The offset of the next instruction.
    pub fn offset(&self) -> u32 {
        self.out.offset()
    }

    /// How many cells of the stack are in use here.
    pub fn depth(&self) -> u32 {
        self.stack.depth
    }

    /// A new label.
    pub fn label(&mut self) -> Label {
        self.labels.push(LabelState::default());
        Label(i32::try_from(self.labels.len() - 1).expect("invariant: labels fit code"))
    }

    /// Binds the label here. Control is then taken to get here: by falling through, by a jump
    /// before, or by one that follows.
    pub fn bind(&mut self, label: Label) {
        let here = self.out.offset();
        let alive = self.stack.alive;
        let depth = self.stack.depth;
        if let Some(state) = self.label_state(label) {
            state.offset = Some(here);
            let at_label = if alive { depth } else { state.depth.unwrap_or(0) };
            state.depth = Some(at_label);
            self.stack.depth = at_label;
        }
        self.stack.alive = true;
    }

    /// As [`bind`](Self::bind), unless the label is bound already; says whether it was not.
    pub(crate) fn bind_once(&mut self, label: Label) -> bool {
        let free = self.label_state(label).is_some_and(|state| state.offset.is_none());
        if free {
            self.bind(label);
        }
        free
    }

    /// As [`bind`](Self::bind) for a label to which no jump follows: control gets here only when
    /// it falls through or was sent here before.
    pub fn bind_end(&mut self, label: Label) {
        let used = self.label_state(label).is_some_and(|state| state.depth.is_some());
        if used || self.stack.alive {
            self.bind(label);
        } else {
            let here = self.out.offset();
            if let Some(state) = self.label_state(label) {
                state.offset = Some(here);
            }
        }
    }

    /// Where the label was bound.
    pub fn bound_at(&self, label: Label) -> Option<u32> {
        bound_at(&self.labels, label)
    }

    fn label_state(&mut self, label: Label) -> Option<&mut LabelState> {
        self.labels.get_mut(usize::try_from(label.0).ok()?)
    }

    /// Appends an instruction, when control can get here.
    pub fn emit(&mut self, instr: Instr) {
        self.append(&instr);
    }

    fn append(&mut self, instr: &Instr) {
        let op = instr.op();
        let flags = op.flags();
        self.track_call(instr, flags);
        let Some(start) = self.begin(op) else { return };
        instr.encode_imms(&mut self.out);
        let (taken, left) = instr.stack_cells();
        self.move_stack(taken, left);
        if flags.has(Flags::Branch) {
            self.fix_up(start);
            instr.refs(&mut |each| self.track_label(each));
        }
        if flags.has(Flags::Terminal) {
            self.stack.end();
        }
    }

    /// Writes an opcode, when control can get here; says where.
    #[inline]
    fn begin(&mut self, op: Op) -> Option<u32> {
        if !self.stack.alive && !self.keeps_dead_code {
            return None;
        }
        let start = self.out.offset();
        if self.line != self.marked_line {
            self.marked_line = self.line;
            self.lines.push(LineMark { offset: start, line: self.line });
        }
        op.encode(&mut self.out);
        Some(start)
    }

    #[inline]
    fn move_stack(&mut self, taken: u32, left: u32) {
        let stack = &mut self.stack;
        stack.depth = stack.depth.saturating_sub(taken).saturating_add(left);
        stack.max = stack.max.max(stack.depth);
        stack.alive = true;
    }

    /// Notes the labels just written by the instruction at `start`.
    fn fix_up(&mut self, start: u32) {
        self.fixups.extend(self.out.label_sites.drain(..).map(|site| (site, start)));
    }

    /// Control may go to what is referred to, if that is a label.
    fn track_label(&mut self, each: ImmRef) {
        let depth = self.stack.depth;
        if let ImmRef::Label(label) = each
            && let Some(state) = self.label_state(label)
        {
            state.depth.get_or_insert(depth);
        }
    }

    fn track_call(&mut self, instr: &Instr, flags: Flags) {
        if flags.has(Flags::Push) {
            self.open_call();
        } else if flags.has(Flags::Pass) {
            self.note_pass(Pass::of(instr));
        } else if flags.has(Flags::Call) {
            self.calls.pop();
        }
    }

    fn open_call(&mut self) {
        self.calls.push(self.spare.pop().unwrap_or_default());
    }

    fn note_pass(&mut self, pass: Option<Pass>) {
        if let Some((args, pass)) = self.calls.last_mut().zip(pass) {
            pass.add_to(args);
        }
    }

    /// The arguments that were passed to the innermost pending call, as `FCall` wants them.
    pub fn passed(&self) -> CallArgs {
        self.calls.last().cloned().unwrap_or_default()
    }

    /// Calls the innermost pending function with what was passed to it.
    pub fn call(&mut self) {
        let args = self.calls.last_mut().map(std::mem::take).unwrap_or_default();
        let call = Instr::FCall { args };
        self.append(&call);
        if let Instr::FCall { mut args } = call {
            (args.count, args.spreads) = (0, 0);
            args.names.clear();
            args.by_ref.clear();
            self.spare.push(args);
        }
    }

    /// Begins a handler: binds its label, with an empty stack, and takes what was thrown. The
    /// regions it is for have ended. When none of them holds code, control does not get here.
    pub fn begin_handler(&mut self, label: Label) {
        self.bind_end(label);
        self.catch();
    }

    /// Begins a region.
    pub fn begin_region(&mut self, kind: EhKind<Label>) -> RegionMark {
        let mark = RegionMark(self.regions.open.len());
        self.regions.open.push((kind, Some(self.out.offset())));
        mark
    }

    /// Ends the region, and those that began within it.
    pub fn end_region(&mut self, mark: RegionMark) {
        self.suspend_regions(mark);
        self.regions.open.truncate(mark.0);
    }

    /// Stops the region, and those that began within it, until they are resumed: for code that
    /// leaves them and has done what the unwinder would do.
    pub fn suspend_regions(&mut self, mark: RegionMark) {
        let here = self.out.offset();
        let mut handlers = Vec::new();
        let inner = self.regions.open.iter_mut().skip(mark.0).rev();
        for (kind, start) in inner {
            if let Some(start) = start.take().filter(|start| *start < here) {
                handlers.extend(kind.handlers());
                self.regions.done.push((start, here, kind.clone()));
            }
        }
        for handler in handlers {
            if let Some(state) = self.label_state(handler) {
                state.depth = Some(0);
            }
        }
    }

    /// Goes on with the region, and those within it.
    pub fn resume_regions(&mut self, mark: RegionMark) {
        let here = self.out.offset();
        for (_, start) in self.regions.open.iter_mut().skip(mark.0) {
            start.get_or_insert(here);
        }
    }

    /// Makes it an empty function again, with the room it has.
    pub fn clear(&mut self) {
        self.out.bytes.clear();
        self.out.label_sites.clear();
        self.labels.clear();
        self.fixups.clear();
        self.regions.open.clear();
        self.regions.done.clear();
        self.lines.clear();
        self.calls.clear();
        (self.line, self.marked_line) = (0, 0);
        self.stack = StackState { depth: 0, max: 0, alive: true };
    }

    /// The finished body. Regions that are still open end here.
    pub fn finish(&mut self) -> Result<Built, UnboundLabel> {
        self.end_region(RegionMark(0));
        let labels = &self.labels;
        let offset_of = |label: Label| bound_at(labels, label).ok_or(UnboundLabel(label));
        for (site, start) in &self.fixups {
            let at = *site as usize;
            let bytes = self.out.bytes[at..].first_chunk().copied().unwrap_or_default();
            let target = offset_of(Label(i32::from_le_bytes(bytes)))?;
            self.out.patch(*site, target.wrapping_sub(*start) as i32);
        }
        let eh = self.regions.done.iter().map(|(start, end, kind)| {
            let kind = kind.try_map(offset_of)?;
            Ok(EhRegion { start: *start, end: *end, kind })
        });
        let eh = eh.collect::<Result<_, _>>()?;
        let body = Body { code: self.out.bytes.clone(), eh, lines: self.lines.clone() };
        Ok(Built { body, max_stack_cells: self.stack.max })
    }
}

fn bound_at(labels: &[LabelState], label: Label) -> Option<u32> {
    labels.get(usize::try_from(label.0).ok()?)?.offset
}

/// How one argument is passed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Pass {
    /// The parameter it is for.
    pub param: Param,
    /// What kind of argument it is.
    pub kind: PassKind,
}

/// What kind of argument is passed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum PassKind {
    /// A cell.
    Cell,
    /// A variable, which becomes a reference when the parameter is one.
    Variable,
    /// All elements of a value.
    Spread,
}

impl Pass {
    /// How the instruction passes an argument, if it does.
    #[inline]
    pub(crate) fn of(instr: &Instr) -> Option<Self> {
        let (param, kind) = match instr {
            Instr::FPassC { param } | Instr::FPassCW { param } | Instr::FPassCE { param } => {
                (*param, PassKind::Cell)
            }
            Instr::FPassSpread { param } => (*param, PassKind::Spread),
            Instr::FPassV { param }
            | Instr::FPassVNop { param }
            | Instr::FPassR { param }
            | Instr::FPassN { param }
            | Instr::FPassG { param }
            | Instr::FPassS { param }
            | Instr::FPassL { param, .. }
            | Instr::FPassSD { param, .. }
            | Instr::FPassM { param, .. } => (*param, PassKind::Variable),
            _ => return None,
        };
        Some(Self { param, kind })
    }

    /// Counts the argument.
    pub(crate) fn add_to(self, args: &mut CallArgs) {
        let slot = args.count;
        args.count += 1;
        if let Param::Named(name) = self.param {
            args.names.push(name);
        }
        match self.kind {
            PassKind::Cell => {}
            PassKind::Variable => args.by_ref.push(slot),
            PassKind::Spread => args.spreads += 1,
        }
    }
}
