//! Calls of builtins that are known when code is fused.

use runtime::native::{self, Native, Param};
use runtime::raise::Res;
use runtime::value::Value;

use super::super::insn::{Constant, Pc};
use super::super::run::group;
use super::super::{State, Vm};
use super::call::or_unwind;
use crate::call;
use crate::exec::Site;
use crate::frame::{ActRec, Cell, Context, Fp};
use crate::func::Func;
use crate::request::Request;

/// Calls the pending function, which is native: the record at `a`, `b` arguments; the address of
/// the call's site is the constant `d`.
pub(crate) extern "C-unwind" fn call_native(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = native(pc, fp, vm);
    next_released!(pc, fp, vm)
}

#[inline(never)]
fn native(pc: Pc, fp: Fp, vm: Vm) -> State {
    let rq = vm.rq();
    let record = ActRec::at(fp.at(pc.a()));
    let site: &'static Site = pc.constant(pc.d() as usize).static_ref();
    rq.regs.at(pc, fp, site);
    let body = record.func().as_native().expect("invariant: fusing knew a native function");
    let strict = fp.record().func().is_strict();
    let called = call::native_call(rq, record, body, (pc.b() as u32, strict));
    or_unwind(rq, fp, site, called.map(|()| State { pc: pc.next(), fp }))
}

/// The same of one that is plain for that many arguments (`Native::is_plain_for`).
pub(crate) extern "C-unwind" fn call_plain_native(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = plain_native(pc, fp, vm);
    next_released!(pc, fp, vm)
}

/// As [`call_plain_native`].
#[inline(never)]
pub(super) fn plain_native(pc: Pc, fp: Fp, vm: Vm) -> State {
    let (record, given) = (ActRec::at(fp.at(pc.a())), pc.b());
    let body = record.func().as_native().expect("invariant: fusing knew a native function");
    let first = record.frame().cell(0);
    let fits = body.accepts(first.values_mut(given)) && record.is_bare();
    if !fits || stops(vm.rq(), first, body) {
        return native(pc, fp, vm);
    }
    for (at, param) in body.params.iter().enumerate().skip(given) {
        let Ok(value) = param.left_out() else {
            (given..at).for_each(|at| drop(first.up(at).take()));
            return native(pc, fp, vm);
        };
        first.up(at).init(value);
    }
    let site: &'static Site = pc.constant(pc.d() as usize).static_ref();
    finish(pc, fp, vm.rq(), (record, body, given, site))
}

/// Whether the frame of a builtin does not fit below the end of the stack.
#[inline(always)]
fn stops(rq: &Request, first: Cell, body: &'static Native) -> bool {
    rq.surprise().stops(first.address() + body.params.len() * size_of::<Value>())
}

/// Runs a builtin whose arguments, of which `given` were given, are as its parameters want them.
#[inline(always)]
fn finish(
    pc: Pc,
    fp: Fp,
    rq: &mut Request,
    (record, body, given, site): (ActRec, &'static Native, usize, &'static Site),
) -> State {
    let (first, cells) = (record.frame().cell(0), body.params.len());
    rq.regs.at(pc, fp, site);
    rq.regs.enter_native(record, (given as u32, cells as u32));
    let result: Res<Value> = body.run_filled(rq, (first.values_mut(cells), given));
    rq.regs.leave_native();
    let mut cell = first;
    for _ in 0..cells {
        if cell.tag().is_counted() {
            drop(cell.take());
        }
        cell = cell.up(1);
    }
    match result {
        Ok(value) => {
            record.cell().init(value);
            State { pc: pc.next(), fp }
        }
        Err(halt) => or_unwind(rq, fp, site, Err(halt)),
    }
}

/// What a parameter of a builtin gets that takes no more than a copy.
#[derive(Clone, Copy)]
pub(crate) struct Argument {
    from: ArgumentFrom,
    /// The types that the parameter accepts (`runtime::native::mask`).
    accepts: u16,
}

#[derive(Clone, Copy)]
enum ArgumentFrom {
    /// The cell that is so many bytes from the first local.
    Cell(usize),
    /// A constant that is known to be accepted.
    Const(Constant),
}

impl Argument {
    /// What the cell holds that is so many bytes from the first local.
    pub(crate) fn cell(at: usize, param: &Param) -> Self {
        Self { from: ArgumentFrom::Cell(at), accepts: param.accepts }
    }

    /// A constant; none when the parameter does not accept it as it is.
    pub(crate) fn constant(value: Constant, param: &Param) -> Option<Self> {
        let fits = param.accepts_tag(value.value().tag());
        fits.then_some(Self { from: ArgumentFrom::Const(value), accepts: param.accepts })
    }

    /// What stands for an argument that is left out; none when that has a count, or is a variable.
    pub(crate) fn default(param: &Param) -> Option<Self> {
        let value = Constant::from_value(param.default.plain()).filter(|_| !param.by_ref)?;
        Some(Self { from: ArgumentFrom::Const(value), accepts: param.accepts })
    }

    /// The cell that has the value; none when it is not as the parameter wants it.
    #[inline(always)]
    fn source(&'static self, fp: Fp) -> Option<Cell> {
        match &self.from {
            ArgumentFrom::Const(value) => Some(value.cell()),
            ArgumentFrom::Cell(at) => {
                let cell = fp.at(*at).unboxed();
                native::accepts_tag(self.accepts, cell.tag()).then_some(cell)
            }
        }
    }
}

/// A call of a builtin that is plain for these arguments.
pub(crate) struct PlainCall {
    pub func: &'static Func,
    pub native: &'static Native,
    /// One for each parameter.
    pub args: Box<[Argument]>,
    /// How many of them are given.
    pub given: usize,
    /// The site of the call itself.
    pub site: &'static Site,
}

/// Makes the call `d`, whose record is at `a`.
pub(crate) extern "C-unwind" fn call_with(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = called_with(pc, fp, vm);
    next!(pc, fp, vm)
}

#[inline(never)]
fn called_with(pc: Pc, fp: Fp, vm: Vm) -> State {
    let plan: &'static PlainCall = pc.constant(pc.d() as usize).static_ref();
    let record = ActRec::at(fp.at(pc.a()));
    let first = record.frame().cell(0);
    if stops(vm.rq(), first, plan.native) || !copied(plan, fp, first) {
        return group(pc, fp, vm.rq());
    }
    record.begin(plan.func, Context::None);
    finish(pc, fp, vm.rq(), (record, plan.native, plan.given, plan.site))
}

/// The same of a builtin that runs no script, for which the arguments are borrowed.
pub(crate) extern "C-unwind" fn call_pure_with(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = called_pure(pc, fp, vm);
    next!(pc, fp, vm)
}

#[inline(never)]
fn called_pure(pc: Pc, fp: Fp, vm: Vm) -> State {
    let plan: &'static PlainCall = pc.constant(pc.d() as usize).static_ref();
    let record = ActRec::at(fp.at(pc.a()));
    let first = record.frame().cell(0);
    if stops(vm.rq(), first, plan.native) || !lent(plan, fp, first) {
        return group(pc, fp, vm.rq());
    }
    let rq = vm.rq();
    rq.regs.at(pc, fp, plan.site);
    match plan.native.run_filled(rq, (first.values_mut(plan.args.len()), plan.given)) {
        Ok(value) => {
            record.cell().init(value);
            State { pc: pc.next(), fp }
        }
        Err(halt) => {
            let top = fp.record().func().slots() + plan.site.record as usize;
            crate::unwind::unwind(rq, fp, plan.site, top, halt)
        }
    }
}

/// Lends the words of the arguments to the cells where the builtin takes them; false when one is
/// not as its parameter wants it.
#[inline(always)]
fn lent(plan: &'static PlainCall, fp: Fp, first: Cell) -> bool {
    let mut to = first;
    for argument in &plan.args {
        let Some(cell) = argument.source(fp) else { return false };
        to.put(cell.word());
        to = to.up(1);
    }
    true
}

/// Copies the arguments to where the builtin takes them; false, and nothing was done, when one is
/// not as its parameter wants it.
#[inline(always)]
fn copied(plan: &'static PlainCall, fp: Fp, first: Cell) -> bool {
    if !lent(plan, fp, first) {
        return false;
    }
    let mut cell = first;
    for _ in 0..plan.args.len() {
        if cell.tag().is_counted() {
            cell.init(cell.value().clone());
        }
        cell = cell.up(1);
    }
    true
}
