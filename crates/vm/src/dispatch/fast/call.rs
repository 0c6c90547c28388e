//! Calls of functions that are known when code is fused.

use hhbc::imm::ClsRef;
use hhbc::instr::Instr;
use runtime::array::Array;
use runtime::object::{ClassId, Object};
use runtime::raise::Res;
use runtime::value::{DataType, Value, View};

use super::super::insn::Pc;
use super::super::run::group;
use super::super::{State, Vm};
use super::class::{OfClass, class_of};
use super::native::{call_plain_native, plain_native};
use crate::call;
use crate::exec::{Missing, Site, func_met};
use crate::frame::{ActRec, Cell, Context, Fp};
use crate::func::Func;
use crate::request::Request;
use crate::scoped;

/// Begins a call: the record at `a` of the function whose address is the constant `b`.
pub(crate) extern "C-unwind" fn push_known(pc: Pc, fp: Fp, vm: Vm) {
    let func: &'static Func = pc.constant(pc.b()).static_ref();
    ActRec::at(fp.at(pc.a())).begin(func, Context::None);
    next!(pc.next(), fp, vm)
}

/// Begins a call: the record at `a` of the function that the site, whose address is the constant
/// `d`, found when it ran before.
pub(crate) extern "C-unwind" fn push_met(pc: Pc, fp: Fp, vm: Vm) {
    let site: &'static Site = pc.constant(pc.d() as usize).static_ref();
    let Some(func) = func_met(site, vm.rq().rds.generation()) else { slow!(pc, fp, vm) };
    ActRec::at(fp.at(pc.a())).begin(func, Context::None);
    next!(pc.next(), fp, vm)
}

/// Calls the pending function: the record at `a`, `b` arguments; the address of the call's site is
/// the constant `d`.
pub(crate) extern "C-unwind" fn call_php(pc: Pc, fp: Fp, vm: Vm) {
    let record = ActRec::at(fp.at(pc.a()));
    let args = pc.b();
    let func = record.func();
    let frame = record.frame();
    if func.exact_args() as usize != args || stops(vm.rq(), record, func) {
        return call_any(pc, fp, vm);
    }
    frame.cell(args).clear_locals_to(frame.cell(func.slots()));
    record.link(Some(fp), pc.next(), args as u32);
    next!(func.entry().load(), frame, vm)
}

/// The same of a function of an unqualified name, which is likely to be a builtin.
pub(crate) extern "C-unwind" fn call_unqualified(pc: Pc, fp: Fp, vm: Vm) {
    if ActRec::at(fp.at(pc.a())).func().is_plain_native_for(pc.b()) {
        return call_plain_native(pc, fp, vm);
    }
    call_php(pc, fp, vm)
}

/// The same, whatever function it is.
#[inline(never)]
extern "C-unwind" fn call_any(pc: Pc, fp: Fp, vm: Vm) {
    let func = ActRec::at(fp.at(pc.a())).func();
    let State { pc, fp } = match func.is_plain_native_for(pc.b()) {
        true => plain_native(pc, fp, vm),
        false => begun(pc, fp, vm),
    };
    next_released!(pc, fp, vm)
}

#[inline(never)]
fn begun(pc: Pc, fp: Fp, vm: Vm) -> State {
    begun_with(pc, fp, vm.rq(), pc.b())
}

/// As [`call_php`], where the last argument is a list that is spread.
pub(crate) extern "C-unwind" fn call_spread(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = spread(pc, fp, vm);
    next_released!(pc, fp, vm)
}

#[inline(never)]
fn spread(pc: Pc, fp: Fp, vm: Vm) -> State {
    let rq = vm.rq();
    match laid_out(rq, ActRec::at(fp.at(pc.a())), pc.b() - 1) {
        Some(count) => begun_with(pc, fp, rq, count),
        None => group(pc, fp, rq),
    }
}

/// Lays the elements of a list out as arguments behind so many others: how many there are then. None,
/// and nothing was done, when there is more to it.
#[inline(always)]
fn laid_out(rq: &Request, record: ActRec, before: usize) -> Option<usize> {
    let func = record.func();
    let first = record.frame().cell(before);
    let list = first.unboxed().value().as_array().filter(|list| list.is_list())?;
    let count = before + list.len();
    let end = record.frame().cell(count.max(func.cells())).address();
    if !func.by_ref().is_none() || func.as_by_name().is_some() || rq.surprise().stops(end) {
        return None;
    }
    let list = first.take();
    for (at, value) in list.unboxed().as_array().into_iter().flat_map(Array::values).enumerate() {
        first.up(at).init(value.unboxed().clone());
    }
    Some(count)
}

#[inline(always)]
fn begun_with(pc: Pc, fp: Fp, rq: &mut Request, count: usize) -> State {
    let record = ActRec::at(fp.at(pc.a()));
    let call = (count, fp, pc.next());
    if let Some(state) = closure_entered(rq, record, call) {
        return state;
    }
    if let Some(state) = entered_with_defaults(rq, record, call) {
        return state;
    }
    let site: &'static Site = pc.constant(pc.d() as usize).static_ref();
    rq.regs.at(pc, fp, site);
    let begun = call::begin(rq, record, count as u32, Some(fp), pc.next());
    or_unwind(rq, fp, site, begun)
}

/// Where control goes on after the call at `site` of the frame `fp`.
#[inline(always)]
pub(super) fn or_unwind(
    rq: &mut Request,
    fp: Fp,
    site: &'static Site,
    called: Res<State>,
) -> State {
    called.unwrap_or_else(|halt| {
        let top = fp.record().func().slots() + site.record as usize;
        crate::unwind::unwind(rq, fp, site, top, halt)
    })
}

/// Whether the frame of a pending function does not fit below the end of the stack, or there is
/// something to do first.
#[inline(always)]
fn stops(rq: &Request, record: ActRec, func: &Func) -> bool {
    rq.surprise().stops(record.frame().address() + func.cells() * size_of::<Value>())
}

/// Enters the frame of a closure that is called with all its arguments and no others.
#[inline(always)]
fn closure_entered(
    rq: &mut Request,
    record: ActRec,
    (args, caller, ret): (usize, Fp, Pc),
) -> Option<State> {
    let func = record.func();
    let frame = record.frame();
    if func.closure_args() as usize != args || stops(rq, record, func) {
        return None;
    }
    let php = func.as_php()?;
    frame.cell(args).clear_locals_to(frame.cell(func.slots()));
    record.link(Some(caller), ret, args as u32);
    crate::closure::enter(frame, php);
    Some(State { pc: func.entry().load(), fp: frame })
}

/// Enters the frame of a function that is called with fewer arguments than it has parameters.
#[inline(always)]
fn entered_with_defaults(
    rq: &mut Request,
    record: ActRec,
    (args, caller, ret): (usize, Fp, Pc),
) -> Option<State> {
    let func = record.func();
    let frame = record.frame();
    let is_plain = func.exact_args() != u32::MAX && (func.exact_args() as usize) > args;
    if !is_plain || record.has_extra() || stops(rq, record, func) {
        return None;
    }
    let code = func.as_php()?.code();
    let mut entry = None;
    let mut cell = frame.cell(args);
    for missing in code.missing(args) {
        match (*missing)? {
            Missing::Constant(value) => cell.put(value.word()),
            Missing::Code(site) => {
                cell.clear();
                entry.get_or_insert(site);
            }
        }
        cell = cell.up(1);
    }
    let pc = match entry {
        Some(site) => code.pc_of(0, site as usize)?,
        None => func.entry().load(),
    };
    cell.clear_locals_to(frame.cell(func.slots()));
    record.link(Some(caller), ret, args as u32);
    Some(State { pc, fp: frame })
}

/// `new` without arguments: the object at `a`, the result of the constructor, which does not take
/// any, above it; the address of the site is the constant `d`, that of the call's the constant `b`.
pub(crate) extern "C-unwind" fn new_object(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = made(pc, fp, vm);
    next_released!(pc, fp, vm)
}

#[inline(never)]
fn made(pc: Pc, fp: Fp, vm: Vm) -> State {
    let rq = vm.rq();
    let Some((object, func)) = instantiated(pc, fp, rq) else {
        return group(pc, fp, rq);
    };
    let cell = fp.at(pc.a());
    if std::ptr::eq(func, scoped::pass()) {
        cell.init(Value::from(object));
        cell.up(1).init(Value::NULL);
        return State { pc: pc.next(), fp };
    }
    let record = put_constructor(cell, object, func);
    let site: &'static Site = pc.constant(pc.b()).static_ref();
    rq.regs.at(pc, fp, site);
    let begun = call::begin(rq, record, 0, Some(fp), pc.next());
    or_unwind(rq, fp, site, begun)
}

/// Makes an object and begins the call of its constructor: the object at `a`, the record above it;
/// the address of the site is the constant `d`.
pub(crate) extern "C-unwind" fn push_constructor(pc: Pc, fp: Fp, vm: Vm) {
    if !constructed(pc, fp, vm) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn constructed(pc: Pc, fp: Fp, vm: Vm) -> bool {
    let Some((object, func)) = instantiated(pc, fp, vm.rq()) else { return false };
    put_constructor(fp.at(pc.a()), object, func);
    true
}

/// What `new` makes at the site whose address is the constant `d`, and its constructor, when both are
/// known without more ado.
#[inline(always)]
fn instantiated(pc: Pc, fp: Fp, rq: &mut Request) -> Option<(Object, &'static Func)> {
    let site: &'static Site = pc.constant(pc.d() as usize).static_ref();
    let Instr::FPushCtorD { cls, .. } = &site.instr else { return None };
    let class = class_meant(rq, fp, *cls)?;
    let func = site.method_cache.method(class)?;
    let class = class.class();
    if !rq.is_settled(class) {
        return None;
    }
    Some((class.instantiate(&rq.rds).ok()?, func))
}

/// Puts an object in a dead cell, and above it the record of the call of its constructor.
#[inline(always)]
fn put_constructor(cell: Cell, object: Object, constructor: &'static Func) -> ActRec {
    cell.init(Value::from(object.clone()));
    let record = ActRec::at(cell.up(1));
    record.begin(constructor, Context::This(object));
    record
}

/// Begins the call of a static method of the class that `d` names, which the site found when it ran
/// before: the record at `a`.
pub(crate) extern "C-unwind" fn push_static_method(pc: Pc, fp: Fp, vm: Vm) {
    let plan: &'static OfClass = pc.constant(pc.d() as usize).static_ref();
    let class = plan.met(vm.rq());
    let Some((class, func)) = class.and_then(|class| Some((class, plan.method(class)?))) else {
        return push_static_method_of(pc, fp, vm);
    };
    ActRec::at(fp.at(pc.a())).begin(func, Context::Class(class));
    next!(pc.next(), fp, vm)
}

/// The same of a class that the instruction does not name, or has not met.
#[inline(never)]
extern "C-unwind" fn push_static_method_of(pc: Pc, fp: Fp, vm: Vm) {
    if static_pushed(pc, fp, vm.rq()).is_none() {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn static_pushed(pc: Pc, fp: Fp, rq: &mut Request) -> Option<()> {
    let plan: &'static OfClass = pc.constant(pc.d() as usize).static_ref();
    let class = match plan.class {
        ClsRef::Named(_) => class_of(plan, fp, rq).ok()??,
        cls => class_meant(rq, fp, cls)?,
    };
    let func = plan.method(class)?;
    let called = match plan.class {
        ClsRef::Named(_) => class,
        _ => class_meant(rq, fp, ClsRef::Static)
            .filter(|late| late.class().is_a(class))
            .unwrap_or(class),
    };
    ActRec::at(fp.at(pc.a())).begin(func, Context::Class(called));
    Some(())
}

/// The class that a reference means in a frame, when it is known without more ado.
#[inline(always)]
pub(super) fn class_meant(rq: &mut Request, fp: Fp, cls: ClsRef) -> Option<ClassId> {
    let record = fp.record();
    match cls {
        ClsRef::Named(name) => rq.class_at(record.func().as_php()?.unit(), name),
        ClsRef::SelfCls => record.func().scope(),
        ClsRef::Static => match record.receiver() {
            Some(this) => Some(this.class()),
            None => record.class(),
        },
        ClsRef::Parent => None,
    }
}

/// Begins the call of the closure in the stack item `a`, where the record begins too.
pub(crate) extern "C-unwind" fn push_closure(pc: Pc, fp: Fp, vm: Vm) {
    if !closure_pushed(fp.at(pc.a())) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn closure_pushed(item: Cell) -> bool {
    let View::Object(object) = item.value().view() else { return false };
    let Some(func) = crate::closure::func_of(object).filter(|func| func.is_closure()) else {
        return false;
    };
    let Some(object) = item.take().into_object() else { return false };
    ActRec::at(item).begin(func, Context::This(object));
    true
}

/// Makes sure that the stack item `a` is no reference.
pub(crate) extern "C-unwind" fn unbox(pc: Pc, fp: Fp, vm: Vm) {
    if fp.at(pc.a()).tag() == DataType::Ref {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}
