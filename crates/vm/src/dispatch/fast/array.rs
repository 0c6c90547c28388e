//! Elements of arrays.

use std::sync::atomic::{AtomicU64, Ordering};

use runtime::array::{Array, Key, Place, Shape};
use runtime::heap::Oom;
use runtime::object::Reference;
use runtime::string::{Str, one_byte, one_byte_made};
use runtime::value::{DataType, Value, View};

use super::super::Vm;
use super::super::insn::{Constant, Pc};
use super::arith::{Binary, compute, consume_one as consume_item};
use super::local::is_busy;
use super::offset::{offset_element, offset_isset, offset_named};
use super::{Dest, Operand};
use crate::frame::{Cell, Fp};

/// The key that a cell holds, when it need not be converted. It is good for one step.
#[inline(always)]
pub(super) fn key_of<'a>(cell: Cell) -> Option<Key<'a>> {
    match cell.tag() {
        DataType::Int64 => Some(Key::Int(cell.bits())),
        DataType::StaticString | DataType::String => Some(Key::of_str(cell.value().as_str()?)),
        _ => None,
    }
}

/// The element of `base` under the key in `key`.
#[inline(always)]
pub(super) fn element_of(base: &Value, key: Cell) -> Option<&Value> {
    Some(base.unboxed().as_array()?.get(key_of(key)?)?.unboxed())
}

/// `d = a[b]`, where `a` is a local.
pub(crate) extern "C-unwind" fn element<K: Operand, D: Dest>(pc: Pc, fp: Fp, vm: Vm) {
    let key = K::at(pc, fp, pc.b());
    let dest = fp.at(pc.d() as usize);
    let found = match fp.at(pc.a()).unboxed().value().as_array() {
        Some(array) if key.tag() == DataType::Int64 => array.get_packed(key.bits()),
        _ => None,
    };
    let Some(value) = found else { return byte_element::<K, D>(pc, fp, vm) };
    if value.tag() == DataType::Ref || is_busy::<D>(dest.tag()) {
        return element_by_search::<K, D>(pc, fp, vm);
    }
    dest.init(value.clone());
    next!(pc.next(), fp, vm)
}

/// `d = a[b]` where `a` is what is taken apart and no reference: strings have no elements then.
pub(crate) extern "C-unwind" fn list_element<K: Operand, D: Dest>(pc: Pc, fp: Fp, vm: Vm) {
    let key = K::at(pc, fp, pc.b());
    let dest = fp.at(pc.d() as usize);
    let found = match fp.at(pc.a()).value().as_array() {
        Some(array) if key.tag() == DataType::Int64 => array.get_packed(key.bits()),
        _ => None,
    };
    let Some(value) = found else { return list_element_by_search::<K, D>(pc, fp, vm) };
    if value.tag() == DataType::Ref || is_busy::<D>(dest.tag()) {
        return list_element_by_search::<K, D>(pc, fp, vm);
    }
    dest.init(value.clone());
    next!(pc.next(), fp, vm)
}

/// The same for any array and key.
#[inline(never)]
extern "C-unwind" fn list_element_by_search<K: Operand, D: Dest>(pc: Pc, fp: Fp, vm: Vm) {
    if fp.at(pc.a()).value().as_array().is_none() {
        slow!(pc, fp, vm)
    }
    element_by_search::<K, D>(pc, fp, vm)
}

/// As [`element`] for a string.
#[inline(never)]
extern "C-unwind" fn byte_element<K: Operand, D: Dest>(pc: Pc, fp: Fp, vm: Vm) {
    let base = fp.at(pc.a()).unboxed();
    let dest = fp.at(pc.d() as usize);
    let byte = byte_of(base, K::at(pc, fp, pc.b())).and_then(one_byte_made);
    let (Some(text), false) = (byte, is_busy::<D>(dest.tag())) else {
        return element_by_search::<K, D>(pc, fp, vm);
    };
    dest.init(Value::from(text));
    next!(pc.next(), fp, vm)
}

/// As [`element`] for any array and key.
#[inline(never)]
extern "C-unwind" fn element_by_search<K: Operand, D: Dest>(pc: Pc, fp: Fp, vm: Vm) {
    let (key, dest) = (K::at(pc, fp, pc.b()), fp.at(pc.d() as usize));
    let fits = !D::IS_LOCAL || dest.tag() != DataType::Ref;
    if !fits || !search(fp.at(pc.a()), key, dest, (K::IS_ITEM, D::IS_LOCAL)) {
        if fits && is_object(fp.at(pc.a())) {
            return offset_element::<K, D>(pc, fp, vm);
        }
        if D::IS_QUIET && key_of(key).is_some() && is_quiet_base(fp.at(pc.a()).unboxed()) {
            return nothing_there::<K>(pc, fp, vm);
        }
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

#[inline(always)]
fn is_object(base: Cell) -> bool {
    base.unboxed().tag() == DataType::Object
}

/// Whether a value is of a kind that has no members.
#[inline(always)]
pub(super) fn is_empty_base(base: Cell) -> bool {
    use DataType::{Boolean, Double, Int64, Null, Uninit};
    matches!(base.tag(), Uninit | Null | Boolean | Int64 | Double)
}

/// Whether a base in which a key was not found gives null to what asks quietly: it is no string and
/// no object.
#[inline(always)]
pub(super) fn is_quiet_base(base: Cell) -> bool {
    is_empty_base(base) || base.tag() == DataType::Array
}

/// `d` is null; the key at `b` is consumed.
#[inline(never)]
extern "C-unwind" fn nothing_there<K: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    if K::IS_ITEM {
        release(fp.at(pc.b()));
    }
    fp.at(pc.d() as usize).init(Value::NULL);
    next_released!(pc.next(), fp, vm)
}

/// The byte of a string at an offset, from its end when that is negative.
pub(super) fn byte_of(base: Cell, key: Cell) -> Option<u8> {
    if key.tag() != DataType::Int64 {
        return None;
    }
    let bytes = base.value().as_str()?.as_bytes();
    let from_end = if key.bits() < 0 { bytes.len() as i64 } else { 0 };
    bytes.get(usize::try_from(key.bits() + from_end).ok()?).copied()
}

/// Copies the element to `dest`, consuming the key and replacing what `dest` holds as asked. False
/// when there is none.
#[inline(never)]
fn search(base: Cell, key: Cell, dest: Cell, (consumes, replaces): (bool, bool)) -> bool {
    let value = match element_of(base.value(), key) {
        Some(value) => value.clone(),
        None => match byte_of(base.unboxed(), key) {
            Some(byte) => Value::from(one_byte(byte)),
            None => return false,
        },
    };
    if consumes {
        drop(key.take());
    }
    let old = if replaces { dest.take() } else { Value::UNINIT };
    dest.init(value);
    drop(old);
    true
}

/// Where the array that was met last has the element of one name.
pub(crate) struct ShapePlace(
    /// The number of the shape above 32 bits for the position; all ones at first.
    AtomicU64,
);

impl Default for ShapePlace {
    fn default() -> Self {
        Self(AtomicU64::new(u64::MAX))
    }
}

impl ShapePlace {
    #[inline(always)]
    pub(crate) fn get(&self) -> Place {
        let word = self.0.load(Ordering::Relaxed);
        ((word >> 32) as u32, word as u32)
    }

    #[inline(always)]
    pub(super) fn set(&self, (shape, position): Place) {
        self.0.store(u64::from(shape) << 32 | u64::from(position), Ordering::Relaxed);
    }

    /// The element of an array, whose place is remembered.
    #[inline]
    pub(crate) fn find<'a>(&self, array: &'a Array, name: &Str) -> Option<&'a Value> {
        let (place, value) = array.find_place(Key::of_str(name))?;
        self.set(place);
        Some(value)
    }
}

/// A read of an element by a name.
pub(crate) struct NamedElement {
    pub key: Constant,
    place: ShapePlace,
}

impl NamedElement {
    /// Of this name.
    pub(crate) fn new(key: Constant) -> Self {
        Self { key, place: ShapePlace::default() }
    }

    #[inline(always)]
    fn name(&'static self) -> Option<&'static Str> {
        self.key.cell().value().as_str()
    }

    /// The element of an array, if it is where it was the last time.
    #[inline(always)]
    fn known<'a>(&'static self, array: &'a Array) -> Option<&'a Value> {
        array.get_at_place(self.place.get(), self.name()?)
    }

    /// The element of an array.
    fn find<'a>(&'static self, array: &'a Array) -> Option<&'a Value> {
        self.place.find(array, self.name()?)
    }

    /// Assigns to the element; gives the value back that is not for a reference with types, or for
    /// which there is no memory.
    #[inline(never)]
    fn assign(&self, array: &mut Array, name: &Str, value: Value) -> Option<Value> {
        match array.assign_untyped(Key::of_str(name), value.clone()) {
            Ok(Ok(place)) => {
                self.place.set(place);
                None
            }
            _ => Some(value),
        }
    }
}

/// `a["name"] = d`, where `a` is a local and `b` the element.
pub(crate) extern "C-unwind" fn set_named<V: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let named: &'static NamedElement = pc.constant(pc.b()).static_ref();
    let source = V::at(pc, fp, pc.d() as usize);
    if !assign_named(named, fp.at(pc.a()), source, V::IS_ITEM) {
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

#[inline(never)]
fn assign_named(named: &'static NamedElement, base: Cell, source: Cell, moves: bool) -> bool {
    if matches!(source.tag(), DataType::Uninit | DataType::Ref) {
        return false;
    }
    let array = super::local::open(base).and_then(array_of);
    let Some((array, name)) = array.zip(named.name()) else { return false };
    let value = if moves { source.take() } else { source.value().clone() };
    let refused = match array.replace_at_place(named.place.get(), name, value) {
        Ok(old) => {
            drop(old);
            return true;
        }
        Err(value) => named.assign(array, name, value),
    };
    match refused {
        Some(value) if moves => source.init(value),
        Some(_) => {}
        None => return true,
    }
    false
}

/// `b = a["name"]`, where `a` is a local and `d` the element.
pub(crate) extern "C-unwind" fn named_element<D: Dest>(pc: Pc, fp: Fp, vm: Vm) {
    let named: &'static NamedElement = pc.constant(pc.d() as usize).static_ref();
    let dest = fp.at(pc.b());
    let array = fp.at(pc.a()).unboxed().value().as_array();
    let Some(value) = array.and_then(|array| named.known(array)) else {
        return named_by_search::<D>(pc, fp, vm);
    };
    if value.tag() == DataType::Ref || is_busy::<D>(dest.tag()) {
        return named_by_search::<D>(pc, fp, vm);
    }
    dest.init(value.clone());
    next!(pc.next(), fp, vm)
}

/// The same for any array.
#[inline(never)]
extern "C-unwind" fn named_by_search<D: Dest>(pc: Pc, fp: Fp, vm: Vm) {
    let named: &'static NamedElement = pc.constant(pc.d() as usize).static_ref();
    let (base, dest) = (fp.at(pc.a()), fp.at(pc.b()));
    let fits = !D::IS_LOCAL || dest.tag() != DataType::Ref;
    if !fits || !search_named(named, base, dest, D::IS_LOCAL) {
        if fits && is_object(base) {
            return offset_named::<D>(pc, fp, vm);
        }
        if !D::IS_QUIET || !is_quiet_base(base.unboxed()) {
            slow!(pc, fp, vm)
        }
        dest.init(Value::NULL);
    }
    next_released!(pc.next(), fp, vm)
}

#[inline(never)]
fn search_named(named: &'static NamedElement, base: Cell, dest: Cell, replaces: bool) -> bool {
    let found = base.unboxed().value().as_array().and_then(|array| named.find(array));
    let Some(value) = found else { return false };
    let value = value.unboxed().clone();
    let old = if replaces { dest.take() } else { Value::UNINIT };
    dest.init(value);
    drop(old);
    true
}

/// `a` becomes an array of the shape `d` with the `b` items from `a` on.
pub(crate) extern "C-unwind" fn new_struct_array(pc: Pc, fp: Fp, vm: Vm) {
    if !shaped(pc, fp) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn shaped(pc: Pc, fp: Fp) -> bool {
    let shape: &'static Shape = pc.constant(pc.d() as usize).static_ref();
    let first = fp.at(pc.a());
    let Some(items) = plain_items(first, pc.b()) else { return false };
    put_array(first, Array::of_shape(shape, items))
}

/// The `count` items from `first` on, to be moved; none when one is a reference.
#[inline(always)]
fn plain_items(first: Cell, count: usize) -> Option<impl Iterator<Item = Value>> {
    let is_ref = |at: usize| first.up(at).tag() == DataType::Ref;
    (!(0..count).any(is_ref)).then(|| (0..count).map(move |at| first.up(at).take()))
}

/// Puts an array in a dead cell; false when there is none for want of memory.
#[inline(always)]
fn put_array(cell: Cell, made: Result<Array, Oom>) -> bool {
    made.map(|array| cell.init(Value::from(array))).is_ok()
}

/// `a` becomes a list of the `b` items from `a` on.
pub(crate) extern "C-unwind" fn new_list(pc: Pc, fp: Fp, vm: Vm) {
    if !listed(fp.at(pc.a()), pc.b()) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn listed(first: Cell, count: usize) -> bool {
    let Some(items) = plain_items(first, count) else { return false };
    put_array(first, Array::from_values(items))
}

/// The item above the array `a`, a key, and the one above that, a value, become its element.
pub(crate) extern "C-unwind" fn add_element(pc: Pc, fp: Fp, vm: Vm) {
    let array = fp.at(pc.a());
    if !added(array, Some(array.up(1)), array.up(2)) {
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

/// The item above the array `a` becomes its last element.
pub(crate) extern "C-unwind" fn add_last_element(pc: Pc, fp: Fp, vm: Vm) {
    let array = fp.at(pc.a());
    if !added(array, None, array.up(1)) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn added(array: Cell, key: Option<Cell>, item: Cell) -> bool {
    let Some(array) = array_of(array) else { return false };
    let value = item.value().clone();
    let is_added = match key {
        None => array.append(value).is_ok(),
        Some(key) => key_of(key).is_some_and(|key| array.set(key, value).is_ok()),
    };
    if is_added {
        drop(item.take());
        key.map(Cell::take);
    }
    is_added
}

/// `d` is whether `a[b]` is there and not null, where `a` is a local.
pub(crate) extern "C-unwind" fn isset_element<K: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let (base, key) = (fp.at(pc.a()), K::at(pc, fp, pc.b()));
    let Some(is_set) = is_set(base, key) else {
        if is_object(base) {
            return offset_isset::<K>(pc, fp, vm);
        }
        slow!(pc, fp, vm)
    };
    let dest = fp.at(pc.d() as usize);
    if K::IS_ITEM && key.tag().is_counted() {
        release(key);
        dest.init(Value::bool(is_set));
        next_released!(pc.next(), fp, vm)
    }
    dest.init(Value::bool(is_set));
    next!(pc.next(), fp, vm)
}

/// The item `a` becomes whether the key that it is exists in the array above it.
pub(crate) extern "C-unwind" fn key_exists(pc: Pc, fp: Fp, vm: Vm) {
    let key = fp.at(pc.a());
    if key.up(1).tag() != DataType::Array || !exists(key) {
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

/// False when the key is none that is looked for as it is.
#[inline(never)]
fn exists(key: Cell) -> bool {
    let Some(found) = key.up(1).value().as_array().zip(key_of(key)) else { return false };
    let exists = found.0.get(found.1).is_some();
    drop(key.up(1).take());
    key.replace(Value::bool(exists));
    true
}

/// Releases what an item holds.
#[inline(never)]
pub(super) fn release(item: Cell) {
    drop(item.take());
}

/// None when more must be asked than an array.
#[inline(never)]
fn is_set(base: Cell, key: Cell) -> Option<bool> {
    let (base, key) = (base.unboxed(), key.unboxed());
    if base.tag().is_string() && key.tag() == DataType::Int64 {
        return Some(byte_of(base, key).is_some());
    }
    let key = key_of(key)?;
    if is_empty_base(base) {
        return Some(false);
    }
    let value = base.value().as_array()?.get(key);
    Some(value.is_some_and(|value| !value.unboxed().is_null()))
}

/// `d = a[b][c]`, where `a` is a local and `c` a number, the upper half of `d`.
pub(crate) extern "C-unwind" fn element_of_element_at<K: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let (key, at) = (K::at(pc, fp, pc.b()), i64::from(pc.d() >> 16));
    let dest = fp.at((pc.d() & 0xffff) as usize);
    let row = match fp.at(pc.a()).unboxed().value().as_array() {
        Some(array) if key.tag() == DataType::Int64 => array.get_packed(key.bits()),
        _ => None,
    };
    let found = match row.and_then(Value::as_array) {
        Some(row) => row.get_packed(at),
        None => None,
    };
    let Some(value) = found else { return element_by_number::<K>(pc, fp, vm) };
    if value.tag() == DataType::Ref {
        return element_by_number::<K>(pc, fp, vm);
    }
    dest.init(value.clone());
    next!(pc.next(), fp, vm)
}

/// The same for any arrays and key, and for a byte of a string.
#[inline(never)]
extern "C-unwind" fn element_by_number<K: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let (key, at) = (K::at(pc, fp, pc.b()), i64::from(pc.d() >> 16));
    let dest = fp.at((pc.d() & 0xffff) as usize);
    if !search_twice(fp.at(pc.a()), key, Cell::of(&Value::int(at)), dest) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

/// `d = a[b][c]`, where `a` is a local; `c` is the upper half of `d`.
pub(crate) extern "C-unwind" fn element_of_element<K: Operand, L: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let (first, second) = (K::at(pc, fp, pc.b()), L::at(pc, fp, (pc.d() >> 16) as usize));
    let dest = fp.at((pc.d() & 0xffff) as usize);
    if !search_twice(fp.at(pc.a()), first, second, dest) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn search_twice(base: Cell, first: Cell, second: Cell, dest: Cell) -> bool {
    let Some(row) = element_of(base.value(), first) else { return false };
    let value = match element_of(row, second) {
        Some(value) => value.clone(),
        None => match byte_of(Cell::of(row).unboxed(), second.unboxed()) {
            Some(byte) => Value::from(one_byte(byte)),
            None => return false,
        },
    };
    dest.init(value);
    true
}

/// The array of a local, for writing.
#[inline(always)]
fn array_of<'a>(cell: Cell) -> Option<&'a mut Array> {
    cell.value_mut().as_array_mut()
}

/// `a[b] = d`, where `a` is a local.
pub(crate) extern "C-unwind" fn set_element<K: Operand, V: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let (key, source) = (K::at(pc, fp, pc.b()), V::at(pc, fp, pc.d() as usize));
    let tag = source.tag();
    let base = fp.at(pc.a()).unboxed();
    if base.tag() == DataType::Array && key.tag() != DataType::Int64 {
        return set_element_by_key::<K, V>(pc, fp, vm);
    }
    if base.tag() == DataType::String {
        return set_byte::<K, V>(pc, fp, vm);
    }
    if base.tag() != DataType::Array
        || (!V::IS_ITEM && (tag == DataType::Uninit || tag == DataType::Ref))
    {
        slow!(pc, fp, vm)
    }
    let replaced =
        array_of(base).is_some_and(|array| array.replace_packed(key.bits(), source.word()));
    if !replaced && !assign(base, key.bits(), source, V::IS_ITEM) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

/// The same of a byte of a string.
#[inline(never)]
extern "C-unwind" fn set_byte<K: Operand, V: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let (key, source) = (K::at(pc, fp, pc.b()), V::at(pc, fp, pc.d() as usize));
    if !write_byte(fp.at(pc.a()), key, source) {
        slow!(pc, fp, vm)
    }
    if V::IS_ITEM {
        consume_item(fp, source);
    }
    next!(pc.next(), fp, vm)
}

/// Writes a byte of a string that nobody else has. False when there is none at this offset, or not
/// one byte to be written.
#[inline(never)]
pub(super) fn write_byte(base: Cell, key: Cell, source: Cell) -> bool {
    let value = source.unboxed();
    if key.tag() != DataType::Int64 {
        return false;
    }
    let Some(&[byte]) = value.value().as_str().map(|text| text.as_bytes()) else { return false };
    let at = usize::try_from(key.bits());
    at.is_ok_and(|at| base.unboxed().value_mut().write_byte(at, byte))
}

/// The same for a key of any type.
#[inline(never)]
extern "C-unwind" fn set_element_by_key<K: Operand, V: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let (key, source) = (K::at(pc, fp, pc.b()), V::at(pc, fp, pc.d() as usize));
    if !assign_by_key(fp.at(pc.a()), key.unboxed(), source, V::IS_ITEM) {
        slow!(pc, fp, vm)
    }
    consume_item(fp, key);
    next_released!(pc.next(), fp, vm)
}

#[inline(never)]
fn assign_by_key(base: Cell, key: Cell, source: Cell, moves: bool) -> bool {
    if matches!(source.tag(), DataType::Uninit | DataType::Ref) {
        return false;
    }
    let Some(base) = super::local::open(base) else { return false };
    let Some(array) = array_of(base) else { return false };
    let done = super::path::assign_element(array, key, source).is_some();
    if done && moves {
        drop(source.take());
    }
    done
}

/// Assigns an element; false when there is no memory.
#[inline(never)]
fn assign(base: Cell, key: i64, source: Cell, moves: bool) -> bool {
    let Some(array) = array_of(base) else { return false };
    if let Some(View::Ref(element)) = array.get_int(key).map(Value::view)
        && element.type_sources() != 0
    {
        return false;
    }
    let value = if moves { source.take() } else { source.value().clone() };
    let stored = array.assign(Key::Int(key), value).is_ok();
    if !stored && moves {
        source.init(Value::NULL);
    }
    stored
}

/// `a[] = d`, where `a` is a local.
pub(crate) extern "C-unwind" fn append_element<V: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    let source = V::at(pc, fp, pc.d() as usize);
    let tag = source.tag();
    let base = fp.at(pc.a()).unboxed();
    let unfit = !V::IS_ITEM && (tag == DataType::Uninit || tag == DataType::Ref);
    if base.tag() != DataType::Array || unfit {
        slow!(pc, fp, vm)
    }
    if !append(base, source, V::IS_ITEM) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

/// Appends an element; false when there is no memory or no index.
#[inline(never)]
fn append(base: Cell, source: Cell, moves: bool) -> bool {
    let value = if moves { source.take() } else { source.value().clone() };
    let Some(array) = array_of(base) else { return false };
    let stored = array.append(value).is_ok();
    if !stored && moves {
        source.init(Value::NULL);
    }
    stored
}

/// `a[b] op= d` on numbers, where `a` is a local.
pub(crate) extern "C-unwind" fn update_element<O: Binary, K: Operand, V: Operand>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let (key, right) = (K::at(pc, fp, pc.b()), V::at(pc, fp, pc.d() as usize));
    let base = fp.at(pc.a()).unboxed();
    if key.tag() != DataType::Int64 || !update::<O>(base, key.bits(), right) {
        return update_element_by_key::<O, K, V>(pc, fp, vm);
    }
    next!(pc.next(), fp, vm)
}

/// The same for any array and key.
#[inline(never)]
extern "C-unwind" fn update_element_by_key<O: Binary, K: Operand, V: Operand>(
    pc: Pc,
    fp: Fp,
    vm: Vm,
) {
    let (key, right) = (K::at(pc, fp, pc.b()), V::at(pc, fp, pc.d() as usize));
    if !update_by_key::<O>(fp.at(pc.a()), key.unboxed(), right.unboxed()) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn update_by_key<O: Binary>(base: Cell, key: Cell, right: Cell) -> bool {
    let Some(array) = super::local::open(base).and_then(array_of) else { return false };
    let Some(key) = key_of(key) else { return false };
    array.update_word(key, |left| compute::<O>(Cell::of(left), right))
}

/// False when the element or the operand is no number, or the array must be copied.
#[inline(always)]
fn update<O: Binary>(base: Cell, key: i64, right: Cell) -> bool {
    let Some(array) = array_of(base) else { return false };
    let Some(left) = array.get_packed(key) else { return false };
    let left = Cell::of(left);
    let Some(word) = compute::<O>(left, right) else { return false };
    array.replace_packed(key, word)
}

/// `a[b] += d`, where `a` is a local, the element an int, and `d` a number.
pub(crate) extern "C-unwind" fn step_element<K: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    if !stepped(fp.at(pc.a()), K::at(pc, fp, pc.b()), i64::from(pc.d())) {
        slow!(pc, fp, vm)
    }
    next!(pc.next(), fp, vm)
}

#[inline(never)]
fn stepped(base: Cell, key: Cell, by: i64) -> bool {
    let Some(array) = super::local::open(base).and_then(array_of) else { return false };
    let Some(key) = key_of(key.unboxed()) else { return false };
    array.update_word(key, |old| Some(Value::int(old.as_int()?.checked_add(by)?).into_raw()))
}

/// Binds the local `d` to a reference to `a[b]`, where `a` is a local and `b` an int.
pub(crate) extern "C-unwind" fn bind_element<K: Operand>(pc: Pc, fp: Fp, vm: Vm) {
    if !bind(fp.at(pc.a()), K::at(pc, fp, pc.b()), fp.at(pc.d() as usize)) {
        slow!(pc, fp, vm)
    }
    next_released!(pc.next(), fp, vm)
}

/// False when the base is no array, the key is none that is looked for as it is, or there is no
/// memory.
#[inline(never)]
fn bind(base: Cell, key: Cell, bound: Cell) -> bool {
    let Some(key) = key_of(key.unboxed()) else { return false };
    let made = match base.value().view() {
        View::Ref(reference) => {
            let mut reference = reference.clone();
            let mut slot = reference.slot_mut();
            slot.as_array_mut().and_then(|array| reference_to(array, key))
        }
        _ => array_of(base).and_then(|array| reference_to(array, key)),
    };
    let Some(reference) = made else { return false };
    let old = bound.take();
    bound.init(Value::from(reference));
    drop(old);
    true
}

fn reference_to(array: &mut Array, key: Key<'_>) -> Option<Reference> {
    if let Some(View::Ref(reference)) = array.get(key).map(Value::view)
        && array.is_unique()
    {
        return Some(reference.clone());
    }
    array.slot_or_null(key).ok()?.make_ref().ok()
}
