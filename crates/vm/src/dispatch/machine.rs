//! What leads to machine code, and what machine code calls.
//!
//! Helpers are `extern "C"` functions that machine code calls with everything observable in its
//! cell. They say where the interpreter was, run op bodies, and answer with [`Left`].
//!
//! # Invariants
//! - H1: no panic leaves a helper; one ends the request.
//! - H2: machine code passes the request that runs, its frame, and sites of the frame's function.

mod array;
mod frames;
mod member;
mod object;
mod text;

use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr::NonNull;
use std::sync::LazyLock;

use hhbc::instr::Instr;
use runtime::array::Array;
use runtime::layout::VmHeader;
use runtime::native::{Native, Param};
use runtime::object::has_doomed;
use runtime::raise::{Halt, Res};
use runtime::value::{DataType, Payload, TypedValue, Value, View};

use array::{
    append, count, element_int, element_str, find_int, find_str, next_ref, put_int, put_str,
    separate, set_int, set_str,
};
pub use frames::Frames;
pub use member::{
    KnownStatic, Meant, NamedClass, known_class_constant, known_static, known_static_method,
};
use member::{global_place, truth};
pub use object::{
    KnownClass, KnownSlot, LastMet, known_class, known_method, known_slot, known_value,
};
use object::{method_met, new_object, passes_met, prop_met};
use text::{append_text, case_of, element_named, join_text, same_text};
pub use text::{byte_strings, keeps_texts, shape_place, text_cases};

use super::insn::{Constant, ExecCell, Pc};
use super::settle::settle;
use super::{State, Vm, exit_pc};
use crate::exec::{AFTER_EXIT, MachineCode, PROFILING, Site};
use crate::frame::{ActRec, Cell, Fp, Frame};
use crate::func::{Func, PhpFunc};
use crate::machine::{Heat, Hot, Phase, Profile, Way, bit, frames, translator};
use crate::ops::{self, Flow};
use crate::request::Request;

static COUNT: LazyLock<[ExecCell; 1]> = LazyLock::new(|| [ExecCell::fused(entry_counted, 0, 0, 0)]);
static PROFILE: LazyLock<[ExecCell; 1]> =
    LazyLock::new(|| [ExecCell::fused(entry_profiled, 0, 0, 0)]);

/// The instruction with which a function begins whose entries are counted.
pub(crate) fn count_entry() -> Pc {
    Pc::start_of(&*COUNT)
}

extern "C-unwind" fn entry_counted(_: Pc, fp: Fp, vm: Vm) {
    let php = fp.record().func().as_php();
    let counted_on = php.filter(|php| php.heat().count_on()).and_then(PhpFunc::made_code);
    let pc = match counted_on {
        Some(code) => code.start(),
        None => counted(fp),
    };
    next!(pc, fp, vm)
}

#[cold]
#[inline(never)]
fn counted(fp: Fp) -> Pc {
    let (func, php) = of_frame(fp);
    if php.heat().count(|| enough(php)) && php.heat().warm() {
        func.entry().store(Pc::start_of(&*PROFILE));
    }
    php.code().start()
}

/// After how many entries or rounds a function is watched.
fn enough(php: &'static PhpFunc) -> u32 {
    translator().map_or(u32::MAX, |of| of.thresholds().hot_for(php))
}

fn of_frame(fp: Fp) -> (&'static Func, &'static PhpFunc) {
    let func = fp.record().func();
    (func, func.as_php().expect("invariant: a running frame has bytecode"))
}

extern "C-unwind" fn entry_profiled(_: Pc, fp: Fp, vm: Vm) {
    let pc = profiled(fp);
    next!(pc, fp, vm)
}

#[inline(never)]
fn profiled(fp: Fp) -> Pc {
    let (func, php) = of_frame(fp);
    for param in 0..php.record().params.len() {
        php.note_param(param, seen(fp.cell(param)));
    }
    if php.heat().count(enough_profiled) {
        php.heat().enter(Phase::Asked);
        func.entry().store(php.code().start());
        ask(func, None, fp);
        return func.entry().load();
    }
    php.code().pc_of(PROFILING, 0).unwrap_or_else(|| php.code().start())
}

/// After how many entries or rounds that were watched the translator is asked.
fn enough_profiled() -> u32 {
    translator().map_or(u32::MAX, |of| of.thresholds().profiled.saturating_add(1))
}

fn ask(func: &'static Func, head: Option<usize>, fp: Fp) {
    if let Some(translator) = translator() {
        translator.translate(&Hot { func, head, frame: &frames(fp, func) });
    }
}

/// The head of a loop in fused code, until it has its own handler back.
pub(crate) extern "C-unwind" fn count_head(pc: Pc, fp: Fp, vm: Vm) {
    let (pc, handler) = match head_counted(pc, fp) {
        Some(original) => (pc, original),
        None => head_reached(pc, fp),
    };
    #[cfg(tail_dispatch)]
    {
        return handler(pc, fp, vm);
    }
    #[cfg(not(tail_dispatch))]
    {
        handler(pc, fp, vm);
    }
}

/// Counts a round of a loop where that is neither the first nor the last that is counted: the handler of
/// the loop's instruction.
#[inline(always)]
fn head_counted(pc: Pc, fp: Fp) -> Option<super::Handler> {
    let head = fp.record().func().as_php()?.made_code()?.head_at(pc)?;
    let is_counted = head.heat.phase() == Phase::Counted;
    (is_counted && head.heat.count_on()).then_some(head.original)
}

#[inline(never)]
fn head_reached(pc: Pc, fp: Fp) -> (Pc, super::Handler) {
    let php = of_frame(fp).1;
    let code = php.code();
    let head = code.head_at(pc).expect("invariant: heads are known");
    if let Some(machine) = head.machine() {
        return (machine, machine.handler());
    }
    match head.heat.phase() {
        Phase::Counted => {
            if head.heat.count(|| enough(php)) {
                head.heat.warm();
            }
        }
        Phase::Profiled => {
            if let Some(pc) = code.pc_of(PROFILING, head.site as usize) {
                return (pc, pc.handler());
            }
        }
        Phase::Asked => pc.set_handler(head.original),
    }
    (pc, head.original)
}

/// The head of a loop in code that notes types.
pub(crate) extern "C-unwind" fn profile_head(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = head_profiled(pc, fp, vm.rq());
    next!(pc, fp, vm)
}

#[inline(never)]
fn head_profiled(pc: Pc, fp: Fp, rq: &mut Request) -> State {
    let (func, php) = of_frame(fp);
    let code = php.code();
    let site = code.number_of(pc.site());
    let head = code.head_of(site).expect("invariant: heads are known");
    match head.heat.phase() {
        Phase::Counted if head.heat.count(|| enough(php)) => {
            head.heat.warm();
        }
        Phase::Counted if !is_watched(php, site) => {
            let pc = code.pc_of(0, site);
            return State { pc: pc.expect("invariant: heads are boundaries"), fp };
        }
        Phase::Profiled if head.heat.count(enough_profiled) => {
            head.heat.enter(Phase::Asked);
            if head.machine().is_none() {
                ask(func, Some(site), fp);
            }
        }
        _ => {}
    }
    if head.heat.phase() == Phase::Asked || head.machine().is_some() {
        let pc = head.machine().or_else(|| code.pc_of(0, site));
        return State { pc: pc.expect("invariant: heads are boundaries"), fp };
    }
    step_profiled(pc, fp, rq)
}

/// Whether a function is watched, or a loop around the head of another one. Otherwise what notes types was
/// never seen before machine code was left for it, and a loop in it is not watched before it is hot.
fn is_watched(php: &'static PhpFunc, site: usize) -> bool {
    let is_profiled = |heat: &Heat| heat.phase() == Phase::Profiled;
    let before = php.code().heads().iter().filter(|head| (head.site as usize) < site);
    is_profiled(php.heat()) || before.into_iter().any(|head| is_profiled(&head.heat))
}

/// An instruction of code that notes types.
pub(crate) extern "C-unwind" fn profile_step(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = step_profiled(pc, fp, vm.rq());
    next!(pc, fp, vm)
}

#[inline(never)]
fn step_profiled(pc: Pc, fp: Fp, rq: &mut Request) -> State {
    let (func, php) = of_frame(fp);
    let site = pc.site();
    let profile = php.code().profile();
    let number = php.code().number_of(site);
    note_operands(profile, number, site, fp);
    let mut frame = Frame::new(fp, func.slots(), site);
    rq.regs.at(pc, fp, site);
    match ops::run_instr(rq, &mut frame) {
        Ok(Flow::Next) => {
            let mut leaves = false;
            site.instr.outputs(&mut |_, count| leaves |= count > 0);
            if leaves {
                // What is copied goes under the item on top.
                let above = usize::from(matches!(site.instr, Instr::CGetL2 { .. }));
                profile.note(number, seen(fp.cell(frame.top_cell() - 1 - above)));
            }
            note_callee(profile, number, &frame);
            if let Instr::IterInit { value, .. } | Instr::IterInitK { value, .. } = &site.instr {
                profile.note(number, seen(fp.cell(value.0 as usize)));
            }
            if has_doomed() {
                return settle(rq, pc, frame, Ok(Flow::Next));
            }
            State { pc: pc.next(), fp }
        }
        other => {
            let verifies =
                matches!(site.instr, Instr::VerifyParamType { .. } | Instr::VerifyRetTypeC {});
            if verifies && other.is_err() {
                profile.refuse_class(number);
            }
            settle(rq, pc, frame, other)
        }
    }
}

/// Notes what an instruction finds in its local.
fn note_operands(profile: &Profile, number: usize, site: &Site, fp: Fp) {
    match &site.instr {
        Instr::BaseL { local, .. } => profile.note(number, seen(fp.cell(local.0 as usize))),
        Instr::CGetL { local }
        | Instr::CGetL2 { local }
        | Instr::FPassL { local, .. }
        | Instr::SetOpL { local, .. }
        | Instr::IncDecL { local, .. } => {
            profile.note(number, seen(fp.cell(local.0 as usize)) & bit::REF);
        }
        Instr::IterNext { iter, value, .. } | Instr::IterNextK { iter, value, .. } => {
            let array = fp.cell(of_frame(fp).1.iter_cell(*iter));
            let kind = seen(array) & bit::KINDS;
            let element = seen(fp.cell(value.0 as usize)) & !bit::KINDS;
            profile.note(number, kind | element);
            if let View::Object(object) = array.value().view()
                && crate::generator::is_generator(object)
                && let Some(func) = crate::generator::func_of(object)
            {
                profile.note_callee(number, func);
            }
        }
        Instr::VerifyParamType { local } => note_value(profile, number, fp.cell(local.0 as usize)),
        Instr::VerifyRetTypeC {} => {
            let top = fp.record().func().slots() + site.depth as usize - 1;
            note_value(profile, number, fp.cell(top));
        }
        _ => {}
    }
}

/// Notes the function of the call that an instruction began.
fn note_callee(profile: &Profile, number: usize, frame: &Frame) {
    let mut begins = false;
    frame.site().instr.outputs(&mut |flavour, _| begins |= flavour.cells() > 1);
    if begins {
        let record = frame.top_cell() - crate::frame::RECORD_CELLS;
        profile.note_callee(number, ActRec::at(frame.fp().cell(record)).func());
    }
}

/// Notes a value, and its class if it is an object.
fn note_value(profile: &Profile, number: usize, cell: Cell) {
    profile.note(number, seen(cell));
    if let View::Object(object) = cell.value().view() {
        profile.note_class(number, object.class().number());
    }
}

/// What is in a cell, as bits; also of one that belongs to a record.
fn seen(cell: Cell) -> u32 {
    match cell.raw_tag() {
        0x00 => bit::UNINIT,
        0x08 => bit::NULL,
        0x09 => bit::BOOL,
        0x0a => bit::INT,
        0x0b => bit::DBL,
        0x0c | 0x14 => bit::STR,
        0x20 => bit::ARR | cell.value().as_array().map_or(bit::HASH, kind_of),
        0x30 => bit::OBJ,
        0x40 => bit::RES,
        0x50 => bit::REF | (seen(cell.unboxed()) & !bit::REF),
        _ => 0,
    }
}

fn kind_of(array: &Array) -> u32 {
    match array {
        _ if array.is_empty() || array.get_packed(0).is_some() => bit::PACKED,
        _ if array.is_dict() => bit::HASH,
        _ => bit::HASH | bit::SHAPED,
    }
}

/// Where machine code goes on after a helper.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Left {
    /// 0: behind the instruction. 1: at its target. Otherwise the exec instruction to leave for.
    pub pc: u64,
    /// The frame to leave for.
    pub fp: u64,
}

impl Left {
    const NEXT: Self = Self { pc: 0, fp: 0 };
    const JUMP: Self = Self { pc: 1, fp: 0 };

    fn at(state: State) -> Self {
        Self { pc: state.pc.address(), fp: state.fp.address() as u64 }
    }
}

/// Byte offsets of the fields of an activation record.
pub struct Record;

impl Record {
    /// The function.
    pub const FUNC: i32 = 0;
    /// The caller's frame.
    pub const CALLER: i32 = 8;
    /// Where the caller goes on.
    pub const RET: i32 = 16;
    /// The context object.
    pub const CONTEXT: i32 = 24;
    /// Arguments beyond the declared ones.
    pub const EXTRA: i32 = 32;
    /// How many arguments there are, 32 bits.
    pub const ARGS: i32 = 40;
    /// One more than the number of the class that `static` means without an object, 32 bits; or 0.
    pub const CLASS: i32 = 44;
}

/// Where a frame's record begins, from its first local.
pub const FRAME: i32 = -(crate::frame::RECORD_CELLS as i32) * 16;

/// How to find the surprise word: the offset of its address in the request.
pub fn surprise_path() -> i32 {
    Request::SURPRISE_AT as i32
}

/// How to find the thread's heap: the offset of its address in the request.
pub fn heap_path() -> i32 {
    Request::HEAP_AT as i32
}

/// How to find the thread's numbers of objects: the offset of their address in the request.
pub fn numbers_path() -> i32 {
    Request::NUMBERS_AT as i32
}

/// How to find the request data: their offset in the request.
pub fn rds_path() -> i32 {
    Request::RDS_AT as i32
}

/// The exec instruction at which a frame goes on that leaves machine code before a site.
pub fn resume_at(php: &'static PhpFunc, site: usize) -> u64 {
    let code = php.code();
    let pc = code.pc_of(AFTER_EXIT, site).or_else(|| code.pc_of(0, site));
    pc.map_or(0, Pc::address)
}

/// The same of one that leaves because the site was never seen: what follows is.
pub fn watched_at(php: &'static PhpFunc, site: usize) -> u64 {
    let pc = php.code().pc_of(PROFILING, site);
    pc.map_or_else(|| resume_at(php, site), Pc::address)
}

macro_rules! helpers {
    ($($(#[$doc:meta])* $Name:ident = $name:ident;)*) => {
        /// What machine code calls.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Helper { $($(#[$doc])* $Name,)* }

        impl Helper {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$Name),*];

            /// The name, for dumps.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Name => stringify!($name),)* }
            }

            /// The address.
            pub fn address(self) -> u64 {
                match self { $(Self::$Name => $name as *const () as u64,)* }
            }
        }
    };
}

helpers! {
    /// `(vm, fp, site) -> Left`: runs the op body of a site.
    Step = step;
    /// `(vm, fp, site, native) -> Left`: calls a builtin that runs no script, whose arguments are lent.
    CallPure = call_pure;
    /// `(vm, fp, site, cell) -> Left`: starts the call of a site, which returns behind `cell`.
    Call = call;
    /// `(vm, fp, cell) -> Left`: returns the value of a cell.
    Return = return_value;
    /// `(payload, tag) -> bool`: gives up a count; whether destructors are due.
    Release = release;
    /// `(cell) -> bool`: gives up what a cell holds; whether destructors are due.
    ReleaseCell = release_cell;
    /// `(vm, fp, site) -> Left`: runs the destructors that are due behind a site.
    Settle = settle_site;
    /// `(vm, pc, fp) -> Left`: runs the destructors that are due before an exec instruction of a frame.
    Destroy = destroy;
    /// `(vm, fp, site, to | from << 32) -> Left`: assigns what a cell holds to a local, as the last thing
    /// that a site does.
    Assign = assign;
    /// `(array, key) -> address`: the element under an int, inside a reference; or 0.
    ElementInt = element_int;
    /// `(array, string) -> address`: the element under a string, inside a reference; or 0.
    ElementStr = element_str;
    /// `(array, key) -> address`: the element under an int; or 0.
    FindInt = find_int;
    /// `(array, string) -> address`: the element under a string; or 0.
    FindStr = find_str;
    /// `(cell, key, payload, tag) -> bool`: assigns to an element of the array in a cell. The count is
    /// taken over when it is true.
    SetInt = set_int;
    /// `(cell, payload, tag) -> bool`: appends to the array in a cell. The count is taken over
    /// when it is true.
    Append = append;
    /// `(cell, string, payload, tag) -> bool`: assigns to the element under a string.
    SetStr = set_str;
    /// `(cell, key, payload, tag) -> done`: assigns to an element of the array in a cell, whatever it
    /// held: 0 when that could not be done, 2 when destructors are due, else 1.
    PutInt = put_int;
    /// `(cell, string, payload, tag) -> done`: the same of the element under a string.
    PutStr = put_str;
    /// `(array, string, place) -> address`: the element under a constant string, which is no reference;
    /// or 0. The place is learned.
    ElementNamed = element_named;
    /// `(target, tail, consumed) -> bool`: appends a text to the string in a cell; gives up the tail
    /// when `consumed` has the bit 1.
    AppendText = append_text;
    /// `(left, right, to, consumed) -> bool`: puts the text of two cells to a third, which may be the
    /// left one; gives up the left one when `consumed` has the bit 0, the right one when it has the bit 1.
    JoinText = join_text;
    /// `(string, string) -> bool`: whether both have the same bytes.
    SameText = same_text;
    /// `(string, cases) -> number`: which of the cases of a switch a string is, or how many these are.
    CaseOf = case_of;
    /// `(site, class) -> address`: the function that a site met for a method of a class; or 0.
    MethodMet = method_met;
    /// `(site, class) -> number`: one more than the slot of the property that a site met in a class; or 0.
    PropMet = prop_met;
    /// `(site, class) -> bool`: whether objects of a class passed at a site.
    PassesMet = passes_met;
    /// `(vm, class, slot) -> object`: a new object of a class, which a slot of the request must have, unless
    /// that is the highest number; or 0.
    NewObject = new_object;
    /// `(cell) -> bool`: makes the array in a cell one that may be written.
    Separate = separate;
    /// `(array) -> length`: the number of elements.
    Count = count;
    /// `(iterator, cell) -> bool`: puts the reference to the next element of a loop by reference to a
    /// dead cell. Nothing is done when it is false.
    NextRef = next_ref;
    /// `(vm, name) -> address`: the global variable with a name, inside a reference; or 0 when it has no
    /// value.
    GlobalPlace = global_place;
    /// `(place) -> bool`: whether a value is true.
    Truth = truth;
}

/// Runs a helper's work; a panic in it ends the request (H1).
fn guarded(vm: Vm, fp: Fp, work: impl FnOnce(&mut Request) -> Left) -> Left {
    let outcome = catch_unwind(AssertUnwindSafe(|| work(vm.rq())));
    outcome.unwrap_or_else(|panic| {
        let rq = vm.rq();
        rq.note_panic(&*panic);
        rq.set_halt(Halt::Exit);
        Left::at(State { pc: exit_pc(), fp })
    })
}

fn pc_of_site(fp: Fp, site: &'static Site) -> Pc {
    let code = of_frame(fp).1.code();
    let number = code.number_of(site);
    let pc = code.pc_of(AFTER_EXIT, number).or_else(|| code.pc_of(0, number));
    pc.expect("invariant: plain code has every site")
}

extern "C" fn step(vm: Vm, fp: Fp, site: &'static Site) -> Left {
    guarded(vm, fp, |rq| {
        let mut frame = Frame::new(fp, fp.record().func().slots(), site);
        rq.regs.at(exit_pc(), fp, site);
        match ops::run_instr(rq, &mut frame) {
            Ok(Flow::Jump(_)) if !has_doomed() && site.instr.labels().len() == 1 => Left::JUMP,
            other => finish(rq, frame, other),
        }
    })
}

/// Where control goes on after an op body.
fn finish(rq: &mut Request, frame: Frame, result: Res<Flow>) -> Left {
    if matches!(result, Ok(Flow::Next)) && !has_doomed() {
        return Left::NEXT;
    }
    let pc = pc_of_site(frame.fp(), frame.site());
    match settle(rq, pc, frame, result) {
        state if state.pc == pc.next() => Left::NEXT,
        state => Left::at(state),
    }
}

extern "C" fn call_pure(vm: Vm, fp: Fp, site: &'static Site, native: &'static Native) -> Left {
    guarded(vm, fp, |rq| {
        let top = fp.record().func().slots() + site.record as usize;
        let record = ActRec::at(fp.cell(top));
        let cells = record.frame().cell(0).values_mut(native.params.len());
        let Instr::FCall { args } = &site.instr else { return Left::NEXT };
        rq.regs.at(exit_pc(), fp, site);
        match native.run_filled(rq, (cells, args.count as usize)) {
            Ok(value) => {
                record.cell().init(value);
                Left::NEXT
            }
            Err(halt) => Left::at(crate::unwind::unwind(rq, fp, site, top, halt)),
        }
    })
}

extern "C" fn call(vm: Vm, fp: Fp, site: &'static Site, cell: Pc) -> Left {
    guarded(vm, fp, |rq| {
        let frame = Frame::new(fp, fp.record().func().slots(), site);
        rq.regs.at(cell, fp, site);
        Left::at(settle(rq, cell, frame, Ok(Flow::Call)))
    })
}

extern "C" fn return_value(vm: Vm, fp: Fp, cell: u64) -> Left {
    guarded(vm, fp, |rq| {
        let result = fp.cell(cell as usize);
        let word = result.word();
        result.clear();
        let state = super::fast::release_frame(word, fp);
        Left::at(if has_doomed() { super::settle::destroy(rq, state, None) } else { state })
    })
}

extern "C" fn release(payload: u64, tag: u64) -> u64 {
    let work = || drop(owned(payload, tag));
    u64::from(catch_unwind(AssertUnwindSafe(work)).is_err() || has_doomed())
}

extern "C" fn release_cell(cell: Cell) -> u64 {
    let value = cell.take();
    cell.clear();
    u64::from(catch_unwind(AssertUnwindSafe(|| drop(value))).is_err() || has_doomed())
}

extern "C" fn settle_site(vm: Vm, fp: Fp, site: &'static Site) -> Left {
    guarded(vm, fp, |rq| {
        let frame = Frame::new(fp, fp.record().func().slots(), site);
        finish(rq, frame, Ok(Flow::Next))
    })
}

extern "C" fn destroy(vm: Vm, pc: Pc, fp: Fp) -> Left {
    guarded(vm, fp, |rq| Left::at(super::settle::destroy(rq, State { pc, fp }, None)))
}

extern "C" fn assign(vm: Vm, fp: Fp, site: &'static Site, cells: u64) -> Left {
    guarded(vm, fp, |rq| {
        let (to, from) = (fp.cell((cells & 0xffff_ffff) as usize), fp.cell((cells >> 32) as usize));
        rq.regs.at(exit_pc(), fp, site);
        let frame = Frame::new(fp, fp.record().func().slots(), site);
        let juggling = crate::object::juggling(&frame);
        let stored = crate::local::store_in(rq, to.value_mut(), (from.take(), juggling));
        finish(rq, frame, stored.map(|_| Flow::Next))
    })
}

/// The value of a payload and a tag that machine code has.
fn owned(payload: u64, tag: u64) -> Value {
    let payload = Payload { int: payload as i64 };
    // SAFETY: H2: machine code passes tags that it loaded or knows.
    let tag = unsafe { std::mem::transmute::<u8, DataType>(tag as u8) };
    // SAFETY: H2: machine code passes the count that it has.
    unsafe { Value::from_raw(TypedValue { payload, tag }) }
}

/// The array of a block, without its count.
fn borrowed(block: NonNull<VmHeader>) -> ManuallyDrop<Array> {
    // SAFETY: H2: the block is an array that a cell keeps alive.
    ManuallyDrop::new(unsafe { Array::from_block(block) })
}

/// The string of a block, without its count.
fn string_of(block: u64) -> ManuallyDrop<Value> {
    ManuallyDrop::new(owned(block, DataType::String as u64))
}

/// The tag and the payload of what stands for an argument of a builtin that is left out; none when that
/// has a count, or is a variable.
pub fn left_out(param: &Param) -> Option<(DataType, u64)> {
    let value = Constant::from_value(param.default.plain()).filter(|_| !param.by_ref)?;
    Some((value.value().tag(), block_of(value)))
}

/// The address of the block of a constant that has one.
pub(crate) fn block_of(constant: Constant) -> u64 {
    let word = constant.value().into_raw();
    // SAFETY: all payloads are eight bytes without padding.
    unsafe { word.payload.int as u64 }
}

/// Cells through which machine code is entered, before there is any.
pub struct Ways {
    code: MachineCode,
    ways: Vec<Way>,
}

impl Ways {
    /// Cells for the ways of a function, whose numbers are their positions; none when there are too
    /// many.
    pub fn new(php: &'static PhpFunc, ways: &[Way]) -> Option<Self> {
        let code = MachineCode::of(php, ways, never)?;
        Some(Self { code, ways: ways.to_vec() })
    }

    /// Whether the first way is the entry of the function.
    pub fn begins(&self) -> bool {
        self.ways.first() == Some(&Way::Entry)
    }

    /// The address of the cell of a way.
    pub fn address(&self, number: usize) -> u64 {
        self.code.way(number).address()
    }

    /// The address of the fused instruction that a way leads behind, and that of its handler.
    pub fn instruction(&self, number: usize) -> (u64, u64) {
        let pc = self.code.instruction(number);
        (pc.address(), pc.handler() as *const () as u64)
    }

    /// The same of the one that follows that instruction, for what it has called.
    pub fn following(&self, number: usize) -> (u64, u64) {
        let pc = self.code.instruction(number).next();
        (pc.address(), pc.handler() as *const () as u64)
    }

    /// Lets all ways lead to the machine code at an address. The entry and the heads among them are
    /// taken from now on.
    ///
    /// # Safety
    /// At the address is code that takes a program counter, a frame and a request, and keeps K2.
    pub unsafe fn publish(self, func: &'static Func, address: u64) {
        // SAFETY: the caller's promise.
        let handler = unsafe { std::mem::transmute::<u64, super::Handler>(address) };
        let Some(php) = func.as_php() else { return };
        let code = php.code();
        let cells: Vec<Pc> = (0..self.ways.len()).map(|number| self.code.way(number)).collect();
        for pc in &cells {
            pc.set_handler(handler);
        }
        code.add_machine(self.code);
        for (way, pc) in self.ways.iter().zip(cells) {
            match way {
                Way::Entry => func.entry().store(pc),
                Way::Head(site) => {
                    if let Some(head) = code.head_of(*site) {
                        head.machine.store(pc);
                        code.watch(head);
                    }
                }
                Way::Return(_) | Way::Behind(_) | Way::Taken(_) => {}
            }
        }
    }
}

extern "C-unwind" fn never(_: Pc, _: Fp, _: Vm) {}

/// Lets a function and its loops be profiled again, because its machine code is left too often;
/// for good when `for_good`.
pub fn reconsider(func: &'static Func, for_good: bool) {
    let Some(php) = func.as_php() else { return };
    let code = php.code();
    let phase = if for_good { Phase::Asked } else { Phase::Profiled };
    if func.entry().load() != count_entry() {
        php.heat().enter(phase);
        let profile = Pc::start_of(&*PROFILE);
        func.entry().store(if for_good { code.start() } else { profile });
    }
    for head in code.heads() {
        head.machine.store(exit_pc());
        if head.heat.phase() != Phase::Counted {
            head.heat.enter(phase);
        }
        code.watch(head);
    }
}

/// Copies a value from one cell to another that is dead, and takes a count.
pub fn copy_cell(from: u64, to: u64) {
    let cell = |address: u64| {
        Cell::from_ptr(NonNull::new(address as *mut TypedValue).expect("invariant: H2"))
    };
    cell(to).init(cell(from).value().clone());
}
