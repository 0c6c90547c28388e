//! Calls of functions that are known when code is fused.

use runtime::value::{DataType, Value};

use super::super::insn::Pc;
use super::super::{State, Vm};
use crate::call;
use crate::exec::Site;
use crate::frame::{ActRec, Context, Fp};
use crate::func::Func;

/// Begins a call: the record at `a` of the function whose address is the constant `b`.
pub(crate) extern "C-unwind" fn push_known(pc: Pc, fp: Fp, vm: Vm) {
    let func: &'static Func = pc.constant(pc.b()).static_ref();
    ActRec::at(fp.at(pc.a())).begin(func, Context::None);
    next!(pc.next(), fp, vm)
}

/// Calls the pending function, which has bytecode: the record at `a`, `b` arguments.
pub(crate) extern "C-unwind" fn call_php(pc: Pc, fp: Fp, vm: Vm) {
    let record = ActRec::at(fp.at(pc.a()));
    let args = pc.b();
    let func = record.func();
    let frame = record.frame();
    let end = frame.address() + func.cells() * size_of::<Value>();
    if func.exact_args() as usize != args || vm.rq().surprise().stops(end) {
        slow!(pc, fp, vm)
    }
    for cell in args..func.slots() {
        frame.cell(cell).clear();
    }
    record.link(Some(fp), pc.next(), args as u32);
    next!(func.entry().load(), frame, vm)
}

/// Calls the pending function, which is native: the record at `a`, `b` arguments; the address of
/// the call's site is the constant `d`.
pub(crate) extern "C-unwind" fn call_native(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = native(pc, fp, vm);
    next!(pc, fp, vm)
}

#[inline(never)]
fn native(pc: Pc, fp: Fp, vm: Vm) -> State {
    let rq = vm.rq();
    let record = ActRec::at(fp.at(pc.a()));
    let site: &'static Site = pc.constant(pc.d() as usize).static_ref();
    rq.regs.at(pc, fp, site);
    let body = record.func().as_native().expect("invariant: fusing knew a native function");
    let strict = fp.record().func().is_strict();
    match call::native_call(rq, record, body, (pc.b() as u32, strict)) {
        Ok(()) => State { pc: pc.next(), fp },
        Err(halt) => {
            let top = fp.record().func().slots() + site.record as usize;
            crate::unwind::unwind(rq, fp, site, top, halt)
        }
    }
}

/// Makes sure that the stack item `a` is no reference.
pub(crate) extern "C-unwind" fn unbox(pc: Pc, fp: Fp, vm: Vm) {
    if fp.at(pc.a()).tag() == DataType::Ref {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}
