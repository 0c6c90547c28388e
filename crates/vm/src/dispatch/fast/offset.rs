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
    let Some((asked, get)) = Asked::at(pc, fp, key, Offset::Get) else { return group(pc, fp, rq) };
    let exists = if D::IS_QUIET { asked.method(Offset::Exists) } else { None };
    if D::IS_QUIET && exists.is_none() {
        return group(pc, fp, rq);
    }
    let value = match asked.read(rq, get, exists) {
        Ok(value) => value,
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
    let Some((asked, exists)) = Asked::at(pc, fp, key, Offset::Exists) else {
        return group(pc, fp, rq);
    };
    let is_set = match asked.says(rq, exists) {
        Ok(is_set) => is_set,
        Err(halt) => return asked.halted(rq, halt),
    };
    if K::IS_ITEM {
        drop(key.take());
    }
    dest.init(Value::bool(is_set));
    State { pc: pc.next(), fp }
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
    /// The object at `a` with the method of a script that says what is asked; none when there is
    /// more to it.
    fn at(pc: Pc, fp: Fp, key: Cell, what: Offset) -> Option<(Self, &'static Func)> {
        let View::Object(object) = fp.at(pc.a()).unboxed().value().view() else { return None };
        let method = own_method(object.class(), what)?;
        let key = key.unboxed();
        if key.tag() == DataType::Uninit || object.is_lazy() {
            return None;
        }
        let (_, sites) = fp.record().func().as_php()?.code().locate(pc)?;
        let (object, key) = (object.clone(), key.value().clone());
        Some((Self { object, key, pc, fp, site: sites.get(1)? }, method))
    }

    fn method(&self, what: Offset) -> Option<&'static Func> {
        own_method(self.object.class(), what)
    }

    /// What `get` gives; null when `exists`, if it is to be asked, says that there is nothing.
    fn read(
        &self,
        rq: &mut Request,
        get: &'static Func,
        exists: Option<&'static Func>,
    ) -> Res<Value> {
        if let Some(exists) = exists
            && !self.says(rq, exists)?
        {
            return Ok(Value::NULL);
        }
        Ok(self.call(rq, get)?.unboxed().clone())
    }

    /// Whether `exists` says that there is one.
    fn says(&self, rq: &mut Request, exists: &'static Func) -> Res<bool> {
        Ok(runtime::conv::to_bool(&self.call(rq, exists)?))
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
