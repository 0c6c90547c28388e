//! Constants of classes, and the type `static`.

use hhbc::instr::Instr;
use runtime::class::literal_value;
use runtime::value::{DataType, Value};

use super::super::Vm;
use super::super::insn::Pc;
use super::call::class_meant;
use crate::exec::Site;
use crate::frame::Fp;
use crate::request::Request;

/// `d` is the constant of a class that the site, whose address is the constant `a`, names.
pub(crate) extern "C-unwind" fn class_constant(pc: Pc, fp: Fp, vm: Vm) {
    if !found(pc, fp, vm.rq()) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn found(pc: Pc, fp: Fp, rq: &mut Request) -> bool {
    let site: &'static Site = pc.constant(pc.a()).static_ref();
    match value_at(site, fp, rq) {
        Some(value) => {
            fp.at(pc.d() as usize).init(value);
            true
        }
        None => false,
    }
}

/// The constant, when it is made; the site remembers where its class has it.
#[inline(always)]
fn value_at(site: &'static Site, fp: Fp, rq: &mut Request) -> Option<Value> {
    let Instr::ClsCnsD { name, cls } = &site.instr else { return None };
    let class = class_meant(rq, fp, *cls)?;
    let consts = &class.class().consts;
    let at = match site.slot_cache.number(class) {
        Some(at) => at as usize,
        None => {
            let func = fp.record().func();
            let name = func.as_php()?.unit().str(*name).as_bytes();
            let constant = class.class().find_const(name, func.scope()).ok()?;
            let is_trait = constant.class.class().kind == hhbc::class::ClassKind::Trait;
            if !constant.decl.attributes.is_empty() || is_trait {
                return None;
            }
            let at = consts.index(name)?;
            site.slot_cache.set_number(class, at as u32);
            at
        }
    };
    let constant = consts.at(at)?;
    if let Some(slot) = constant.slot {
        return rq.rds.get(slot).cloned();
    }
    match &constant.initial?.init {
        hhbc::func::Init::Literal(literal) => literal_value(constant.initial?.unit, literal).ok(),
        hhbc::func::Init::Thunk { .. } => None,
    }
}

/// Goes on when the object in `a` is of the very class that `static` means, or when it is null and
/// `b` allows that.
pub(crate) extern "C-unwind" fn verify_static(pc: Pc, fp: Fp, vm: Vm) {
    let cell = fp.at(pc.a());
    let record = fp.record();
    let late = record.receiver().map(|this| this.class()).or_else(|| record.class());
    let fits = match cell.receiver() {
        Some(object) => late == Some(object.class()),
        None => cell.tag() == DataType::Null && pc.b() != 0,
    };
    if !fits {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}
