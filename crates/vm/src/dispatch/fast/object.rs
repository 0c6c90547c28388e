//! Properties and methods of objects whose class the site has met.

use runtime::string::one_byte;
use runtime::value::{DataType, Value, View};

use super::super::Vm;
use super::super::insn::{Constant, Pc};
use super::array::{byte_of, element_of, is_empty_base, is_quiet_base, key_of};
use super::pass::Given;
use super::{Item, Local};
use crate::exec::{PlainSlot, Site, method_met, slot_met, value_met};
use crate::frame::{ActRec, Cell, Fp, Receiver};
use crate::member;
use crate::object::own;

/// Where the object of a member is.
pub(crate) trait Base {
    /// Whether it is a stack item, which the instruction consumes.
    const IS_ITEM: bool = false;
    /// The object, if it is one.
    fn receiver(pc: Pc, fp: Fp) -> Option<Receiver>;
}

/// `$this`.
pub(crate) struct This;

impl Base for This {
    #[inline(always)]
    fn receiver(_: Pc, fp: Fp) -> Option<Receiver> {
        fp.record().receiver()
    }
}

impl Base for Local {
    #[inline(always)]
    fn receiver(pc: Pc, fp: Fp) -> Option<Receiver> {
        fp.at(pc.a()).unboxed().receiver()
    }
}

impl Base for Item {
    const IS_ITEM: bool = true;
    #[inline(always)]
    fn receiver(pc: Pc, fp: Fp) -> Option<Receiver> {
        fp.at(pc.a()).receiver()
    }
}

#[inline(always)]
fn site(pc: Pc) -> &'static Site {
    pc.constant(pc.d() as usize).static_ref()
}

/// `b = a->name`, where `a` is the base; `d` is the site.
pub(crate) extern "C-unwind" fn prop_read<B: Base>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    let Some(found) = site(pc).slot_cache.slot(object.class()) else {
        return read_met::<B>(pc, fp, vm);
    };
    let slot = object.slot(found.slot()).unboxed();
    if slot.tag() == DataType::Uninit {
        slow!(pc, fp, vm)
    }
    let dest = fp.at(pc.b());
    if B::IS_ITEM {
        return read_from_item(pc, fp, vm);
    }
    dest.init(slot.value().clone());
    next!(pc.next(), fp, vm)
}

/// The same at a site that meets several classes, or this one for the first time.
#[inline(never)]
extern "C-unwind" fn read_met<B: Base>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    let Some(found) = slot_met(site(pc), object.class()) else {
        if !B::IS_ITEM && gives_own(site(pc), object, fp, fp.at(pc.b())) {
            next!(pc.next(), fp, vm)
        }
        learn(site(pc), fp, object);
        slow!(pc, fp, vm)
    };
    let slot = object.slot(found.slot()).unboxed();
    if slot.tag() == DataType::Uninit {
        slow!(pc, fp, vm)
    }
    if B::IS_ITEM {
        return read_from_item(pc, fp, vm);
    }
    fp.at(pc.b()).init(slot.value().clone());
    next!(pc.next(), fp, vm)
}

/// The slot of a property at a site, as far as it met the class.
#[inline(always)]
pub(super) fn slot_at(site: &'static Site, object: Receiver) -> Option<PlainSlot> {
    let class = object.class();
    site.slot_cache.slot(class).or_else(|| slot_met(site, class))
}

#[inline(never)]
extern "C-unwind" fn read_from_item(pc: Pc, fp: Fp, vm: Vm) {
    read_item(pc, fp);
    next_released!(pc.next(), fp, vm)
}

#[inline(never)]
fn read_item(pc: Pc, fp: Fp) {
    let item = fp.at(pc.a());
    let Some(object) = item.receiver() else { return };
    let Some(found) = slot_at(site(pc), object) else { return };
    let value = object.slot(found.slot()).unboxed().value().clone();
    let base = item.take();
    fp.at(pc.b()).init(value);
    drop(base);
}

/// `a->name = b`, where `b` is a stack item, which is consumed when `POPS`; `d` is the site.
pub(crate) extern "C-unwind" fn prop_write<B: Base, const POPS: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    let Some(found) = site(pc).slot_cache.slot(object.class()) else {
        return write_met::<B, POPS>(pc, fp, vm);
    };
    let item = fp.at(pc.b());
    if !found.accepts(item.tag()) && !is_known_object(pc, object, item) {
        return write_met::<B, POPS>(pc, fp, vm);
    }
    write_slot::<B, POPS>(pc, fp, vm, (object, found))
}

/// The same at a site that meets several classes.
#[inline(never)]
extern "C-unwind" fn write_met<B: Base, const POPS: bool>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    let Some(found) = slot_at(site(pc), object) else { slow!(pc, fp, vm) };
    let item = fp.at(pc.b());
    if !found.accepts(item.tag()) {
        let class = object.class();
        match item.receiver() {
            Some(value) if value_met(site(pc), class, value.class()) => {}
            _ => slow!(pc, fp, vm),
        }
    }
    write_slot::<B, POPS>(pc, fp, vm, (object, found))
}

#[inline(always)]
fn write_slot<B: Base, const POPS: bool>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
    (object, found): (Receiver, PlainSlot),
) {
    let (slot, item) = (object.slot(found.slot()), fp.at(pc.b()));
    match slot.tag() {
        DataType::Uninit => {
            if !found.inits() {
                slow!(pc, fp, vm)
            }
            object.set_state(found.slot(), 0);
        }
        old => {
            if !found.writes() {
                slow!(pc, fp, vm)
            }
            if old.is_counted() {
                return prop_write_over::<B, POPS>(pc, fp, vm);
            }
        }
    }
    slot.init(if POPS { item.take() } else { item.value().clone() });
    next!(pc.next(), fp, vm)
}

/// Whether the value is an object of the class that the site last knew to fit the property.
#[inline(always)]
fn is_known_object(pc: Pc, object: Receiver, item: Cell) -> bool {
    let Some(value) = item.receiver() else { return false };
    site(pc).value_cache.value(object.class()) == Some(value.class())
}

/// The same of a property that the site knows, and that holds something to release.
#[inline(never)]
extern "C-unwind" fn prop_write_over<B: Base, const POPS: bool>(pc: Pc, fp: Fp, vm: Vm) {
    if !written_over::<B, POPS>(pc, fp) {
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

#[inline(never)]
fn written_over<B: Base, const POPS: bool>(pc: Pc, fp: Fp) -> bool {
    let Some(object) = B::receiver(pc, fp) else { return false };
    let Some(found) = slot_at(site(pc), object) else { return false };
    let slot = object.slot(found.slot());
    if let View::Ref(reference) = slot.value().view()
        && reference.type_sources() != 0
    {
        return false;
    }
    replace::<POPS>(slot.unboxed(), fp.at(pc.b()));
    true
}

#[inline(never)]
fn replace<const POPS: bool>(slot: Cell, item: Cell) {
    let value = if POPS { item.take() } else { item.value().clone() };
    let old = slot.take();
    slot.init(value);
    drop(old);
}

/// Begins the call of a method of `a` with the record at `b`; `d` is the site.
pub(crate) extern "C-unwind" fn push_method<B: Base>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    let Some(func) = site(pc).method_cache.method(object.class()) else {
        return push_method_met::<B>(pc, fp, vm);
    };
    ActRec::at(fp.at(pc.b())).begin_on(func, object, !B::IS_ITEM);
    next!(pc.next(), fp, vm)
}

/// The same at a site that meets several classes.
#[inline(never)]
extern "C-unwind" fn push_method_met<B: Base>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    let Some(func) = method_met(site(pc), object.class()) else { slow!(pc, fp, vm) };
    ActRec::at(fp.at(pc.b())).begin_on(func, object, !B::IS_ITEM);
    next!(pc.next(), fp, vm)
}

/// `d = $this`
pub(crate) extern "C-unwind" fn push_this(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = fp.record().receiver() else { slow!(pc, fp, vm) };
    fp.at(pc.d() as usize).init(object.value());
    next!(pc.next(), fp, vm)
}

/// The key of the second step of a path.
#[derive(Clone, Copy)]
pub(crate) enum SecondKey {
    /// A property, found through the cache of the last site.
    Prop,
    /// The element under the value of a cell; `is_item`: of the stack, whose place the result takes.
    Cell { at: usize, is_item: bool },
    /// The element under a constant.
    Const(Constant),
}

/// A path of two steps.
pub(crate) struct TwoSteps {
    /// The site of the first property.
    pub first: &'static Site,
    /// The site of the whole path.
    pub last: &'static Site,
    pub key: SecondKey,
    /// Whether what is not there is null, and nothing is said of it.
    pub is_quiet: bool,
    /// To what it is passed, unless it is not, or by value for certain.
    pub given: Option<Given>,
}

impl TwoSteps {
    /// Whether a reference must be passed.
    #[inline(always)]
    fn is_by_ref(&self, fp: Fp) -> bool {
        self.given.is_some_and(|given| given.any_by_ref(fp))
    }

    /// The key of the element that the second step is to; none where it is to a property.
    fn key(&'static self, fp: Fp) -> Option<Cell> {
        match &self.key {
            SecondKey::Prop => None,
            SecondKey::Cell { at, .. } => Some(fp.at(*at).unboxed()),
            SecondKey::Const(key) => Some(key.cell()),
        }
    }

    /// What the path finds in a base that has nothing there, when it asks quietly.
    fn absent(&self, base: Cell) -> Option<&'static Value> {
        (self.is_quiet && is_quiet_base(base)).then_some(const { &Value::NULL })
    }
}

/// As [`read_two`], where the second step is likely to go into a list, or to a byte of a string.
pub(crate) extern "C-unwind" fn read_listed<B: Base>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    let path: &'static TwoSteps = pc.constant(pc.d() as usize).static_ref();
    let Some(value) = listed(path, fp, object) else { return read_two::<B>(pc, fp, vm) };
    if path.is_by_ref(fp) {
        slow!(pc, fp, vm)
    }
    fp.at(pc.b()).init(value);
    next!(pc.next(), fp, vm)
}

#[inline(always)]
fn listed(path: &'static TwoSteps, fp: Fp, object: Receiver) -> Option<Value> {
    let found = path.first.slot_cache.slot(object.class())?;
    let SecondKey::Cell { at, .. } = path.key else { return None };
    let key = fp.at(at).unboxed();
    if key.tag() != DataType::Int64 {
        return None;
    }
    let inner = object.slot(found.slot()).unboxed();
    match inner.value().as_array() {
        Some(list) => list.get_packed(key.bits()).map(|value| value.unboxed().clone()),
        None => byte_of(inner, key).map(|byte| Value::from(one_byte(byte))),
    }
}

/// `b = a->name->name` or `b = a->name[key]`; `d` is the path.
#[inline(never)]
pub(crate) extern "C-unwind" fn read_two<B: Base>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    if !two(pc, fp, object) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

/// What the first property of a path holds; none when nobody gave it a value.
fn inner_of(path: &'static TwoSteps, object: Receiver, fp: Fp) -> Option<Cell> {
    let inner = prop_cell(path.first, object, fp)?.unboxed();
    (inner.tag() != DataType::Uninit).then_some(inner)
}

#[inline(never)]
fn two(pc: Pc, fp: Fp, object: Receiver) -> bool {
    let path: &'static TwoSteps = pc.constant(pc.d() as usize).static_ref();
    if path.is_by_ref(fp) {
        return false;
    }
    let Some(inner) = inner_of(path, object, fp) else { return false };
    let Some(value) = second(path, inner, fp) else { return false };
    let dest = fp.at(pc.b());
    if let SecondKey::Cell { is_item: true, .. } = path.key {
        drop(dest.take());
    }
    dest.init(value);
    true
}

/// The value that the second step of a path finds.
fn second(path: &'static TwoSteps, inner: Cell, fp: Fp) -> Option<Value> {
    let value = match path.key(fp) {
        None => match inner.receiver() {
            Some(inner) => prop_cell(path.last, inner, fp).map(|last| last.unboxed().value()),
            None => path.absent(inner),
        },
        Some(key) => {
            if let Some(byte) = byte_of(inner, key) {
                return Some(Value::from(one_byte(byte)));
            }
            element_of(inner.value(), key).or_else(|| key_of(key).and_then(|_| path.absent(inner)))
        }
    };
    value.filter(|value| value.tag() != DataType::Uninit).cloned()
}

/// `b = isset(a->name[key])`; `d` is the path.
pub(crate) extern "C-unwind" fn isset_two<B: Base>(pc: Pc, fp: Fp, vm: Vm) {
    let Some(object) = B::receiver(pc, fp) else { slow!(pc, fp, vm) };
    let Some(is_set) = two_set(pc, fp, object) else { slow!(pc, fp, vm) };
    fp.at(pc.b()).init(Value::bool(is_set));
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn two_set(pc: Pc, fp: Fp, object: Receiver) -> Option<bool> {
    let path: &'static TwoSteps = pc.constant(pc.d() as usize).static_ref();
    let inner = inner_of(path, object, fp)?;
    let key = path.key(fp)?;
    if inner.tag().is_string() && key.tag() == DataType::Int64 {
        return Some(byte_of(inner, key).is_some());
    }
    let key = key_of(key)?;
    if is_empty_base(inner) {
        return Some(false);
    }
    let element = inner.value().as_array()?.get(key);
    Some(element.is_some_and(|value| !value.unboxed().is_null()))
}

/// The cell of the property that a site asks for, to be read: a slot, or one of the object's own.
fn prop_cell(site: &'static Site, object: Receiver, fp: Fp) -> Option<Cell> {
    let found = slot_at(site, object).map(|found| object.slot(found.slot()));
    found.or_else(|| own_cell(site, object, fp)).or_else(|| {
        learn(site, fp, object);
        None
    })
}

/// The cell of a property that is the object's own, to be read.
pub(super) fn own_cell(site: &'static Site, object: Receiver, fp: Fp) -> Option<Cell> {
    let func = fp.record().func();
    let (name, _) = member::named(func, site)?;
    let object = object.value().into_object()?;
    own::get(&object, &name, func.scope()).map(Cell::of)
}

/// The same, to be written.
pub(super) fn own_place(site: &'static Site, object: Receiver, fp: Fp) -> Option<Cell> {
    let func = fp.record().func();
    let (name, _) = member::named(func, site)?;
    let mut object = object.value().into_object()?;
    let place = own::place(&mut object, &name, func.scope()).ok()??;
    Some(Cell::from_ptr(place.as_raw()))
}

/// Puts the value of a property that is the object's own into a free cell, if there is one.
#[inline(never)]
fn gives_own(site: &'static Site, object: Receiver, fp: Fp, dest: Cell) -> bool {
    let Some(value) = own_cell(site, object, fp) else { return false };
    dest.init(value.unboxed().value().clone());
    true
}

/// Has a site remember the slot of its property.
#[cold]
#[inline(never)]
pub(super) fn learn(site: &'static Site, fp: Fp, object: Receiver) {
    if let View::Object(object) = object.value().view() {
        crate::member::learn_slot(fp.record().func(), site, object);
    }
}
