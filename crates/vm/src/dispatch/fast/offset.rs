//! Elements of objects whose class says in PHP what they are: `ArrayAccess`.
//!
//! The method runs in a frame above all others, to which the loop of the dispatcher is entered anew.

use hhbc::imm::LocalId;
use runtime::object::Object;
use runtime::raise::Res;
use runtime::value::{DataType, Value, View};

use super::super::insn::Pc;
use super::super::run::group;
use super::super::{State, Vm};
use super::array::NamedElement;
use super::{Dest, Operand};
use crate::call;
use crate::exec::Site;
use crate::frame::{ActRec, Cell, Context, Fp, Frame, Receiver};
use crate::func::Func;
use crate::local;
use crate::object::offset::{Offset, own_method};
use crate::request::Request;
use crate::unwind::unwind;

/// As `element` of an object.
#[inline(never)]
pub(super) extern "C-unwind" fn offset_element<K: Operand, D: Dest>(pc: Pc, fp: Fp, vm: Vm) {
    let key = K::at(pc, fp, pc.b());
    let State { pc, fp } = element::<D>(pc, fp, vm.rq(), (key, K::IS_ITEM, pc.d() as usize));
    next_released!(pc, fp, vm)
}

/// As `named_element` of an object.
#[inline(never)]
pub(super) extern "C-unwind" fn offset_named<D: Dest>(pc: Pc, fp: Fp, vm: Vm) {
    let named: &'static NamedElement = pc.constant(pc.d() as usize).static_ref();
    let State { pc, fp } = element::<D>(pc, fp, vm.rq(), (named.key.cell(), false, pc.b()));
    next_released!(pc, fp, vm)
}

/// As `isset_element` of an object.
#[inline(never)]
pub(super) extern "C-unwind" fn offset_isset<K: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let State { pc, fp } = isset::<K>(pc, fp, vm.rq());
    next_released!(pc, fp, vm)
}

/// `consumes` says whether the key is a stack item; `dest` is where the result goes, in bytes.
#[inline(never)]
fn element<D: Dest>(
    pc: Pc,
    fp: Fp,
    rq: &mut Request,
    (key, consumes, dest): (Cell, bool, usize),
) -> State {
    let Some(asked) = Asked::at(pc, fp, key) else { return group(pc, fp, rq) };
    let value = match asked.read(rq, D::IS_QUIET) {
        Ok(Some(value)) => value,
        Ok(None) => return group(pc, fp, rq),
        Err(halt) => return asked.halted(rq, halt),
    };
    if consumes {
        drop(key.take());
    }
    if !D::IS_LOCAL {
        fp.at(dest).init(value);
        return State { pc: pc.next(), fp };
    }
    let mut frame = Frame::new(fp, fp.record().func().slots(), asked.site);
    let local = LocalId((dest / size_of::<Value>()) as u32);
    match local::store(rq, &mut frame, local, value) {
        Ok(_) => State { pc: pc.next(), fp },
        Err(halt) => unwind(rq, fp, asked.site, asked.top() - usize::from(consumes), halt),
    }
}

#[inline(never)]
fn isset<K: Operand>(pc: Pc, fp: Fp, rq: &mut Request) -> State {
    let (key, dest) = (K::at(pc, fp, pc.b()), fp.at(pc.d() as usize));
    let Some(asked) = Asked::at(pc, fp, key) else { return group(pc, fp, rq) };
    match asked.exists(rq) {
        Ok(Some(is_set)) => {
            if K::IS_ITEM {
                drop(key.take());
            }
            dest.init(Value::bool(is_set));
            State { pc: pc.next(), fp }
        }
        Ok(None) => group(pc, fp, rq),
        Err(halt) => asked.halted(rq, halt),
    }
}

/// An object that is asked for an element.
struct Asked {
    object: Object,
    key: Value,
    pc: Pc,
    fp: Fp,
    /// The site that asks: the second of the instruction.
    site: &'static Site,
}

impl Asked {
    fn at(pc: Pc, fp: Fp, key: Cell) -> Option<Self> {
        let View::Object(object) = fp.at(pc.a()).unboxed().value().view() else { return None };
        let key = key.unboxed();
        if key.tag() == DataType::Uninit || object.is_lazy() {
            return None;
        }
        let (_, sites) = fp.record().func().as_php()?.code().locate(pc)?;
        Some(Self { object: object.clone(), key: key.value().clone(), pc, fp, site: sites.get(1)? })
    }

    /// The value; none, and nothing was called, when no method of a script gives it.
    fn read(&self, rq: &mut Request, quietly: bool) -> Res<Option<Value>> {
        let Some(get) = own_method(self.object.class(), Offset::Get) else { return Ok(None) };
        if quietly {
            match self.exists(rq)? {
                Some(true) => {}
                Some(false) => return Ok(Some(Value::NULL)),
                None => return Ok(None),
            }
        }
        let value = self.call(rq, get)?;
        Ok(Some(value.unboxed().clone()))
    }

    /// Whether there is one; none likewise.
    fn exists(&self, rq: &mut Request) -> Res<Option<bool>> {
        let Some(exists) = own_method(self.object.class(), Offset::Exists) else { return Ok(None) };
        let answer = self.call(rq, exists)?;
        Ok(Some(runtime::conv::to_bool(&answer)))
    }

    /// Calls a method with the key.
    fn call(&self, rq: &mut Request, func: &'static Func) -> Res<Value> {
        rq.regs.at(self.pc, self.fp, self.site);
        let pending = (ActRec::at(rq.free_cell()), std::slice::from_ref(&self.key));
        if !call::is_plain(rq, func, pending) {
            return rq.call(func, Context::This(self.object.clone()), pending.1);
        }
        let begin = |record: ActRec| record.begin_on(func, Receiver::of(&self.object), true);
        call::run_plain(rq, func, pending, begin)
    }

    /// The cells in use while the site runs.
    fn top(&self) -> usize {
        self.fp.record().func().slots() + self.site.depth as usize
    }

    fn halted(&self, rq: &mut Request, halt: runtime::raise::Halt) -> State {
        unwind(rq, self.fp, self.site, self.top(), halt)
    }
}
