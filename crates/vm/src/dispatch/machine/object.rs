//! What machine code knows of classes, and makes of them.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hhbc::imm::ClsRef;
use hhbc::instr::Instr;
use runtime::class::Class;
use runtime::object::ClassId;
use runtime::rds::Handle;

use super::super::Vm;
use crate::class::from_cell;
use crate::exec::{self, Site};
use crate::func::{Func, PhpFunc};
use crate::scoped;

/// A property that is nothing but its slot.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KnownSlot {
    /// The class of the object.
    pub class: u32,
    /// The number of the slot.
    pub slot: u32,
    /// The types that may be stored as they are, as bits of an array's `types`.
    pub accepts: u16,
    /// Whether it may be written where that was asked.
    pub writes: bool,
    /// Whether it may be written while it has no value.
    pub inits: bool,
}

/// The class and the method that a site met last.
pub fn known_method(site: &Site) -> Option<(u32, &'static Func)> {
    site.method_cache.last_method()
}

/// A class of which machine code makes objects.
#[derive(Clone, Copy)]
pub struct KnownClass {
    /// Its number.
    pub class: u32,
    /// The slot of the request that must have it; none where no name is asked.
    pub slot: Option<u32>,
    /// The constructor; none when there is none.
    pub constructor: Option<&'static Func>,
}

/// The class of which a site made an object last, when nothing but that is to be done.
pub fn known_class(php: &'static PhpFunc, site: &Site) -> Option<KnownClass> {
    let Instr::FPushCtorD { cls, .. } = site.instr else { return None };
    let (class, constructor) = known_method(site)?;
    let first = &ClassId::from_number(class).class().first;
    let slot = match cls {
        ClsRef::Named(name) => Some(php.unit().known_class_slot(name)?.number()),
        _ => None,
    };
    let constructor = Some(constructor).filter(|func| !std::ptr::eq(*func, scoped::pass()));
    (!first.settles).then_some(KnownClass { class, slot, constructor })
}

/// The class that a site met last, and its property.
pub fn known_slot(site: &Site) -> Option<KnownSlot> {
    let (class, slot) = site.slot_cache.last_slot()?;
    let (number, accepts) = (slot.slot() as u32, slot.accepted());
    let (writes, inits) = (slot.writes(), slot.inits());
    Some(KnownSlot { class, slot: number, accepts, writes, inits })
}

/// The class whose property a site wrote last, and the class of the object that it then found to be
/// of the property's type.
pub fn known_value(site: &Site) -> Option<(u32, u32)> {
    site.value_cache.last()
}

pub(super) extern "C" fn new_object(vm: Vm, class: &'static Class, slot: u64) -> u64 {
    let work = || {
        let rds = &vm.rq().rds;
        let bound = || rds.get(Handle::from_number(slot as u32)).map(from_cell);
        if slot != u64::from(u32::MAX) && bound() != Some(class.id) {
            return 0;
        }
        class.instantiate(rds).map_or(0, |object| object.into_block().as_ptr() as u64)
    };
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(0)
}

/// Where a site keeps what it met last, for machine code: the number of a class in the high half of a
/// word, and what was found for it in the low half.
pub struct LastMet;

impl LastMet {
    /// The class of an object that passed, which is in both halves.
    pub fn value(site: &Site) -> u64 {
        std::ptr::from_ref(&site.value_cache) as u64
    }

    /// The property of an object, whose slot is in the high half of the low half.
    pub fn slot(site: &Site) -> u64 {
        std::ptr::from_ref(&site.slot_cache) as u64
    }
}

pub(super) extern "C" fn method_met(site: &'static Site, class: u32) -> u64 {
    let class = ClassId::from_number(class);
    let found = site.method_cache.method(class).or_else(|| exec::method_met(site, class));
    found.map_or(0, |func| std::ptr::from_ref(func) as u64)
}

pub(super) extern "C" fn prop_met(site: &'static Site, class: u32) -> u64 {
    let class = ClassId::from_number(class);
    let found = site.slot_cache.slot(class).or_else(|| exec::slot_met(site, class));
    found.map_or(0, |found| found.slot() as u64 + 1)
}

pub(super) extern "C" fn passes_met(site: &'static Site, class: u32) -> u64 {
    let class = ClassId::from_number(class);
    u64::from(exec::value_met(site, class, class))
}
