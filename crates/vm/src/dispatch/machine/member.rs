//! What machine code knows of the static members of classes, and asks of global variables.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hhbc::func::Role;
use hhbc::imm::ClsRef;
use hhbc::instr::Instr;
use runtime::conv;
use runtime::object::ClassId;
use runtime::value::{DataType, Value};

use super::super::Vm;
use super::super::insn::Constant;
use super::string_of;
use crate::class::{ConstantPlace, StaticPlace, constant_in};
use crate::exec::{PlainSlot, Site};
use crate::func::Func;
use crate::machine::Named;

/// A class that an instruction names, as its site met it last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NamedClass {
    /// Its number.
    pub class: u32,
    /// When it is that.
    pub when: Meant,
}

/// When a name means the class that a site met last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meant {
    /// In all requests.
    Always,
    /// When the slot of the request with this number has it.
    InSlot(u32),
    /// When `static` means it.
    Late,
}

impl NamedClass {
    /// The class with a number, where it is certain in `func` that `cls` means it, or can be checked.
    fn met(func: &'static Func, cls: ClsRef, class: u32) -> Option<Self> {
        let is = |meant: Option<ClassId>| meant.is_some_and(|meant| meant.number() == class);
        let when = match cls {
            ClsRef::Named(name) => {
                let unit = func.as_php()?.unit();
                Meant::InSlot(unit.known_class_slot(name)?.number())
            }
            ClsRef::SelfCls if is(func.scope()) => Meant::Always,
            ClsRef::Parent if is(func.scope()?.class().parent().map(|parent| parent.id)) => {
                Meant::Always
            }
            ClsRef::Static if func.as_php()?.record().role == Role::Method => Meant::Late,
            _ => return None,
        };
        Some(Self { class, when })
    }
}

/// A static property with a value in a slot of the request.
#[derive(Clone, Copy, Debug)]
pub struct KnownStatic {
    /// The class.
    pub of: NamedClass,
    /// The slot.
    pub slot: u32,
    /// The types that may be stored as they are, as bits of an array's `types`.
    pub accepts: u16,
    /// Whether it may be written.
    pub writes: bool,
}

/// The static property that a site met last, unless a request must first make values of its class.
pub fn known_static(func: &'static Func, site: &Site) -> Option<KnownStatic> {
    let (Instr::CGetSD { cls, .. }
    | Instr::IssetSD { cls, .. }
    | Instr::EmptySD { cls, .. }
    | Instr::SetSD { cls, .. }
    | Instr::SetOpSD { cls, .. }
    | Instr::IncDecSD { cls, .. }) = site.instr
    else {
        return None;
    };
    let (class, number) = site.slot_cache.last()?;
    let place = StaticPlace::of_number(number);
    let of = NamedClass::met(func, cls, class).filter(|_| !place.settles())?;
    let fits = site.value_cache.last_slot().filter(|(of, _)| *of == class).map(|(_, fits)| fits);
    Some(KnownStatic {
        of,
        slot: place.handle().number(),
        accepts: fits.map_or(0, PlainSlot::accepted),
        writes: fits.is_some_and(PlainSlot::writes),
    })
}

/// The constant of a class that a site met last. One that takes its class from the stack does so where
/// that is the one of `$this`.
pub fn known_class_constant(func: &'static Func, site: &Site) -> Option<(NamedClass, Named)> {
    let (class, number) = site.slot_cache.last()?;
    let of = match site.instr {
        Instr::ClsCnsD { cls, .. } => NamedClass::met(func, cls, class)?,
        _ => NamedClass { class, when: Meant::Late },
    };
    let known = match ConstantPlace::of_number(number) {
        ConstantPlace::Slot(handle) => Named::Slot(handle.number()),
        ConstantPlace::InClass(at) => {
            let value = constant_in(ClassId::from_number(class), at)?;
            Named::Fixed(Constant::from_value(value)?)
        }
    };
    Some((of, known))
}

/// The static method that a site met last.
pub fn known_static_method(
    func: &'static Func,
    site: &Site,
) -> Option<(NamedClass, &'static Func)> {
    let Instr::FPushClsMethodD { cls, .. } = site.instr else { return None };
    let (class, method) = site.method_cache.last_method()?;
    let of = NamedClass::met(func, cls, class)?;
    method.is_static_method().then_some((of, method))
}

pub(super) extern "C" fn global_place(vm: Vm, name: u64) -> u64 {
    let work = || {
        let name = string_of(name);
        let place = name.as_str().and_then(|name| vm.rq().global_cell(name))?;
        (place.tag() != DataType::Uninit).then(|| std::ptr::from_ref(place) as u64)
    };
    catch_unwind(AssertUnwindSafe(work)).ok().flatten().unwrap_or(0)
}

pub(super) extern "C" fn truth(place: &Value) -> u64 {
    u64::from(catch_unwind(AssertUnwindSafe(|| conv::to_bool(place.unboxed()))).unwrap_or(false))
}
