//! Arrays: ordered maps from ints and strings to values, copied when written while shared.
//!
//! Three layouts hide behind one handle: *packed* (keys 0, 1, 2 …), *shaped* (the keys of a
//! literal), *dict* (anything). An array starts packed or shaped and becomes a dict when a key
//! does not fit, or when a key is removed other than by `array_pop`.
//!
//! Elements have *positions*, from 0 up to [`Array::used`]; in a dict some positions may be empty.
//! Positions stay valid while elements are added or removed elsewhere, except where a function
//! says that it renumbers.
//!
//! # Invariants
//! - A1, A2: see `packed`. An `Array` owns a count of its block.
//! - M1: a [`SlotMut`](crate::value::SlotMut) borrows the handle mutably, so no slot address
//!   outlives the next use of the array; nothing in this module runs script code.
//! - A3: `types` and `flags` describe at least what is stored (see [`types`]).
//!
//! # Not here
//! Which values are keys and what PHP says about others: `conv`. Sorting.

mod ahead;
mod check;
mod cursor;
mod dict;
mod index;
mod iter;
pub mod key;
mod known;
mod literal;
mod named;
mod order;
mod packed;
mod place;
mod search;
mod separate;
mod shape;
mod table;
mod template;
mod write;

use std::cell::Cell;
use std::fmt;
use std::ptr::NonNull;

pub use ahead::Ahead;
pub use check::Malformed;
pub use cursor::{CursorId, close_cursor};
use dict::Dict;
pub use dict::{INT as INT_KEY, STR as STR_KEY};
pub use iter::{Iter, Values};
pub use key::{Key, KeyWord, int_of};
pub use literal::static_array;
pub use named::Place;
pub use order::IntKeys;
use packed::Packed;
use shape::Shaped;
pub use shape::{SHAPE_KEYS_MAX, Shape, shape_of};
pub use template::Template;
pub use write::ArrayError;

use crate::heap::Oom;
use crate::layout::{Kind, VmDict, VmElement, VmHeader, VmPacked, flags};
use crate::string::{StaticStr, Str, hash};
use crate::value::{DataType, Slot, TypedValue, Value, View, retain, types, unref};

/// An owned array. Cloning takes a count; writing copies when there is more than one.
#[repr(transparent)]
pub struct Array(NonNull<VmHeader>);

/// The layout of an array, with a handle to its block.
#[derive(Clone, Copy)]
enum Form {
    Packed(Packed),
    Shaped(Shaped),
    Dict(Dict),
}

/// Flags that a copy of an array inherits.
const COPIED_FLAGS: u8 =
    flags::MAY_HOLD_REF | flags::MAY_HOLD_COUNTED | flags::INDEXED | flags::HASHED;

/// Keeps A3 when a word with this tag is stored.
#[inline]
fn note(flags: &Cell<u8>, types: &Cell<u8>, tag: DataType) {
    note_bits(flags, types, tag.array_bits());
}

/// The same, of bits that [`DataType::array_bits`] gave.
#[inline]
fn note_bits(flags: &Cell<u8>, types: &Cell<u8>, bits: u16) {
    let [flag_bits, type_bits] = bits.to_le_bytes();
    flags.set(flags.get() | flag_bits);
    types.set(types.get() | type_bits);
}

/// Frees the block of a dead array whose elements are released.
pub(crate) fn free_block(block: NonNull<VmHeader>) {
    // SAFETY: dying, not yet freed.
    if unsafe { block.as_ref() }.flags.get() & flags::HAS_ITERATORS != 0 {
        cursor::forget(block);
    }
    match form_of(block) {
        Form::Packed(packed) => packed.free(),
        Form::Shaped(shaped) => shaped.free(),
        Form::Dict(dict) => dict.free(),
    }
}

/// Offset and stride of the value words of a dict; before each stands a key that may have a count.
pub(crate) const DICT_WORDS: (usize, usize) =
    (size_of::<VmDict>() + dict::WORD_OFFSET, size_of::<VmElement>());

/// Number of the value words of an array block.
#[inline]
pub(crate) fn word_count(block: NonNull<VmHeader>) -> usize {
    match form_of(block) {
        Form::Packed(packed) => packed.len(),
        Form::Shaped(shaped) => shaped.shape().len(),
        Form::Dict(dict) => dict.used() as usize,
    }
}

/// Gives up the count of the key that belongs to a value slot of a dying dict.
#[inline(always)]
pub(crate) fn release_key(slot: Slot) {
    dict::release_key(slot);
}

#[inline]
fn form_of(block: NonNull<VmHeader>) -> Form {
    // SAFETY: A1: callers pass blocks that are not yet freed.
    match unsafe { block.as_ref() }.kind.get() {
        // SAFETY: the kind says so.
        Kind::Packed => Form::Packed(unsafe { Packed::from_block(block) }),
        // SAFETY: the kind says so.
        Kind::Shaped => Form::Shaped(unsafe { Shaped::from_block(block) }),
        kind => {
            debug_assert_eq!(kind, Kind::Dict);
            // SAFETY: A1: an array that is neither packed nor shaped is a dict.
            Form::Dict(unsafe { Dict::from_block(block) })
        }
    }
}

impl Array {
    /// The empty array. Allocates nothing.
    #[inline]
    pub fn new() -> Self {
        Self(Packed::empty().block().cast())
    }

    /// An empty packed array with room for `capacity` elements.
    pub fn with_capacity(capacity: usize) -> Result<Self, Oom> {
        if capacity == 0 {
            return Ok(Self::new());
        }
        Ok(Self(Packed::alloc(packed::code_for(capacity)?)?.block().cast()))
    }

    /// An empty dict with room for `capacity` elements.
    pub fn dict_with_capacity(capacity: usize) -> Result<Self, Oom> {
        let dict = Dict::alloc(capacity)?;
        dict.header().list_size.set(place::table_for(capacity));
        Ok(Self(dict.block().cast()))
    }

    /// Makes an empty array one that PHP keeps as a hash.
    pub fn hash_with_capacity(capacity: usize) -> Result<Self, Oom> {
        Ok(Self(Dict::alloc(capacity)?.block().cast()))
    }

    /// A packed array of `values`.
    pub fn from_values<I>(values: I) -> Result<Self, Oom>
    where
        I: IntoIterator<Item = Value>,
    {
        let mut values = values.into_iter();
        let mut array = Self::with_capacity(values.size_hint().0)?;
        loop {
            array.fill_room(&mut values);
            let Some(value) = values.next() else { return Ok(array) };
            array.append(value).map_err(|_| Oom)?;
        }
    }

    /// A list for whoever puts a frame aside, with room for `count` words that may be anything, Uninit
    /// and references too. Scripts must never see it.
    pub fn of_words(count: usize) -> Result<Self, Oom> {
        let list = Self::with_capacity(count)?;
        // SAFETY: A1: the block is live.
        let header = unsafe { list.0.as_ref() };
        if count > 0 {
            header.flags.set(header.flags.get() | flags::MAY_HOLD_REF | flags::MAY_HOLD_COUNTED);
            header.aux.set(u8::MAX);
        }
        Ok(list)
    }

    /// The address of the first of the words of [`of_words`](Self::of_words).
    #[inline]
    pub fn words(&mut self) -> NonNull<TypedValue> {
        debug_assert_eq!(self.kind(), Kind::Packed);
        // SAFETY: the words of a packed array follow its header, within the block.
        unsafe { self.0.byte_add(size_of::<VmPacked>()) }.cast()
    }

    /// Says how many of the words of [`of_words`](Self::of_words) hold something: the first ones. A list
    /// that others hold too, as the collector of cycles does, can only be emptied, for all of them.
    #[inline]
    pub fn set_word_count(&mut self, count: usize) {
        let Form::Packed(packed) = self.form() else { return };
        debug_assert!((self.is_unique() || count == 0) && count <= packed.capacity());
        packed.header().length.set(count as u32);
    }

    /// An array with the keys of `shape`. Where `values` ends early, `null` is stored.
    pub fn of_shape<I>(shape: &'static Shape, values: I) -> Result<Self, Oom>
    where
        I: IntoIterator<Item = Value>,
    {
        let shaped = Shaped::alloc(shape)?;
        let mut values = values.into_iter();
        for index in 0..shape.len() {
            shaped.fill(index, values.next().unwrap_or_default().into_raw());
        }
        Ok(Self(shaped.block().cast()))
    }

    #[inline]
    fn form(&self) -> Form {
        form_of(self.0)
    }

    #[inline]
    fn header(&self) -> &VmHeader {
        // SAFETY: A1: the handle owns a count.
        unsafe { self.0.as_ref() }
    }

    /// Number of elements.
    #[inline]
    pub fn len(&self) -> usize {
        match self.form() {
            Form::Packed(packed) => packed.len(),
            Form::Shaped(shaped) => shaped.shape().len(),
            Form::Dict(dict) => dict.live() as usize,
        }
    }

    /// Whether there are no elements.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the keys are 0, 1, 2 … in this order: `array_is_list`.
    pub fn is_list(&self) -> bool {
        match self.form() {
            Form::Packed(_) => true,
            Form::Shaped(_) => false,
            Form::Dict(_) => self.iter().zip(0..).all(|((key, _), index)| key == Key::Int(index)),
        }
    }

    /// The layout in use.
    #[inline]
    pub fn kind(&self) -> Kind {
        self.header().kind.get()
    }

    /// What types may be stored; see [`types`].
    #[inline]
    pub fn element_types(&self) -> u8 {
        self.header().aux.get()
    }

    /// Whether this handle is the only owner.
    #[inline]
    pub fn is_unique(&self) -> bool {
        self.header().count.get() == 1
    }

    /// The number of owners, negative for static arrays.
    pub fn count(&self) -> i32 {
        self.header().count.get()
    }

    /// Whether both are the same block.
    #[inline]
    pub fn ptr_eq(&self, other: &Array) -> bool {
        self.0 == other.0
    }

    /// The value of an int key.
    #[inline]
    pub fn get_int(&self, key: i64) -> Option<&Value> {
        match self.form() {
            Form::Packed(packed) => {
                let index = usize::try_from(key).ok().filter(|&index| index < packed.len())?;
                Some(self.value(packed.slot(index)))
            }
            Form::Shaped(_) => None,
            Form::Dict(dict) => self.dict_value(dict, dict.find_int(key)),
        }
    }

    /// Whether it is a dict: its elements have their keys beside them.
    pub fn is_dict(&self) -> bool {
        self.header().kind.get() == Kind::Dict
    }

    /// The value of an int key of a packed array; `None` of any other layout.
    #[inline(always)]
    pub fn get_packed(&self, key: i64) -> Option<&Value> {
        let header = self.header();
        if header.kind.get() != Kind::Packed || key as u64 >= u64::from(header.word0.get()) {
            return None;
        }
        match self.form() {
            Form::Packed(packed) => Some(self.value(packed.slot(key as usize))),
            Form::Shaped(_) | Form::Dict(_) => None,
        }
    }

    /// Stores a value without a count over another one, at an int key of a packed array with one
    /// owner. False, and nothing happens, when it is not all that.
    #[inline(always)]
    pub fn replace_packed(&mut self, key: i64, value: TypedValue) -> bool {
        let header = self.header();
        if header.kind.get() != Kind::Packed
            || header.count.get() != 1
            || key as u64 >= u64::from(header.word0.get())
            || value.tag.is_counted()
        {
            return false;
        }
        let Form::Packed(packed) = self.form() else { return false };
        let slot = packed.slot(key as usize);
        if self.value(slot).tag().is_counted() {
            return false;
        }
        header.aux.set(header.aux.get() | value.tag.array_bits().to_le_bytes()[1]);
        // SAFETY: A2: one owner, borrowed mutably; neither word has a count.
        unsafe { crate::value::write_word(slot, value) };
        true
    }

    /// Exchanges a value, which is neither a reference nor Uninit, with that of an int key of a packed
    /// array with one owner. False, and nothing happens, when it is not all that, or the element is a
    /// reference.
    #[inline(always)]
    pub fn exchange_packed(&mut self, key: i64, value: &mut Value) -> bool {
        let header = self.header();
        if header.kind.get() != Kind::Packed
            || header.count.get() != 1
            || key as u64 >= u64::from(header.word0.get())
        {
            return false;
        }
        let Form::Packed(packed) = self.form() else { return false };
        let slot = packed.slot(key as usize);
        if self.value(slot).tag() == DataType::Ref {
            return false;
        }
        note(&header.flags, &header.aux, value.tag());
        // SAFETY: A2: one owner, borrowed mutably; a `Value` is the word alone.
        std::mem::swap(unsafe { slot.cast::<Value>().as_mut() }, value);
        true
    }

    /// The value of a string key that satisfies K1.
    #[inline]
    pub fn get_str(&self, key: &Str) -> Option<&Value> {
        match self.form() {
            Form::Dict(dict) => self.dict_value(dict, dict.find_str(key)),
            Form::Packed(_) => None,
            Form::Shaped(shaped) => self.get_shaped(shaped, key),
        }
    }

    /// The value of the key that some bytes stand for.
    pub fn get_bytes(&self, bytes: &[u8]) -> Option<&Value> {
        if let Some(int) = int_of(bytes) {
            return self.get_int(int);
        }
        let hash = hash::hash(bytes);
        match self.form() {
            Form::Dict(dict) => self.dict_value(dict, dict.find_bytes(bytes, hash)),
            Form::Packed(_) => None,
            Form::Shaped(shaped) => {
                let index = shaped.shape().find_bytes(bytes, hash)?;
                Some(self.value(shaped.slot(index)))
            }
        }
    }

    #[inline(never)]
    fn get_shaped(&self, shaped: Shaped, key: &Str) -> Option<&Value> {
        Some(self.value(shaped.slot(shaped.shape().find(key)?)))
    }

    /// The value of a key.
    #[inline]
    pub fn get(&self, key: Key) -> Option<&Value> {
        match key {
            Key::Int(int) => self.get_int(int),
            Key::Str(string) => self.get_str(string),
        }
    }

    /// The value of a name known to the compiler.
    #[inline]
    pub fn get_static(&self, key: StaticStr) -> Option<&Value> {
        self.get(Key::of_str(key.as_str()))
    }

    #[inline]
    fn dict_value(&self, dict: Dict, position: u32) -> Option<&Value> {
        (position != dict::NONE).then(|| self.value(dict.slot(position)))
    }

    /// A slot of this array, for reading.
    #[inline]
    fn value(&self, slot: Slot) -> &Value {
        // SAFETY: the slot is initialised and lives as long as the handle's count; a `Value` is
        // the word alone.
        unsafe { slot.cast::<Value>().as_ref() }
    }

    /// The position of a key.
    pub fn position_of(&self, key: Key) -> Option<u32> {
        self.find(key)
    }

    #[inline(always)]
    fn find(&self, key: Key) -> Option<u32> {
        let found = match (self.form(), key) {
            (Form::Dict(dict), Key::Str(string)) => dict.find_str(string),
            (form, key) => Self::find_in(form, key),
        };
        (found != dict::NONE).then_some(found)
    }

    #[inline(never)]
    fn find_in(form: Form, key: Key) -> u32 {
        match (form, key) {
            (Form::Packed(packed), Key::Int(int)) => {
                let index =
                    u32::try_from(int).ok().filter(|&index| (index as usize) < packed.len());
                index.unwrap_or(dict::NONE)
            }
            (Form::Shaped(shaped), Key::Str(string)) => {
                shaped.shape().find(string).map_or(dict::NONE, |index| index as u32)
            }
            (Form::Dict(dict), key) => dict.find(key),
            (Form::Packed(_), Key::Str(_)) | (Form::Shaped(_), Key::Int(_)) => dict::NONE,
        }
    }

    /// Takes over a count of an array block.
    ///
    /// # Safety
    /// The block is a live array, and the caller owned the count.
    pub unsafe fn from_block(block: NonNull<VmHeader>) -> Self {
        Self(block)
    }

    /// The block; the caller now owns the count.
    #[inline]
    pub fn into_block(self) -> NonNull<VmHeader> {
        let block = self.0;
        std::mem::forget(self);
        block
    }

    /// The block; the count stays here.
    #[inline]
    pub fn as_block(&self) -> NonNull<VmHeader> {
        self.0
    }

    /// Marks the array as being traversed; false when it was already, so that a traversal that
    /// comes back to it stops. Static arrays contain no cycle and are never marked.
    pub fn enter(&self) -> bool {
        let header = self.header();
        if header.count.get() < 0 {
            return true;
        }
        let entered = header.flags.get() & flags::VISITED == 0;
        header.flags.set(header.flags.get() | flags::VISITED);
        entered
    }

    /// Ends what [`enter`](Self::enter) began.
    pub fn leave(&self) {
        let header = self.header();
        if header.count.get() >= 0 {
            header.flags.set(header.flags.get() & !flags::VISITED);
        }
    }
}

impl Default for Array {
    fn default() -> Self {
        Self::new()
    }
}

impl Clone for Array {
    #[inline]
    fn clone(&self) -> Self {
        retain(self.0);
        Self(self.0)
    }
}

impl Drop for Array {
    #[inline]
    fn drop(&mut self) {
        unref(self.0);
    }
}

impl fmt::Debug for Array {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (key, value) in self {
            match key {
                Key::Int(int) => map.entry(&int, value),
                Key::Str(string) => map.entry(string, value),
            };
        }
        map.finish()
    }
}

/// A copy of a word for a copy of the array `source`: a Ref that nobody else holds is unwrapped,
/// unless it holds `source` itself.
#[inline]
fn copy_word(word: TypedValue, source: NonNull<VmHeader>) -> TypedValue {
    if word.tag == DataType::Ref {
        return copy_ref(word, source);
    }
    if word.tag.is_counted() {
        retain(word.block());
    }
    word
}

#[cold]
fn copy_ref(word: TypedValue, source: NonNull<VmHeader>) -> TypedValue {
    // SAFETY: the array owns the count of the Ref; `ManuallyDrop` leaves it there.
    let value = std::mem::ManuallyDrop::new(unsafe { Value::from_raw(word) });
    let inner = value.unboxed();
    let is_source = inner.as_array().is_some_and(|array| array.as_block() == source);
    let is_alone = matches!(value.view(), View::Ref(reference) if reference.is_alone());
    if is_alone && !is_source { inner.clone().into_raw() } else { Value::clone(&value).into_raw() }
}

/// `types` of an array whose slots may be written from outside.
const ANY_TYPES: u8 = types::UNKNOWN;

#[cfg(test)]
mod tests;
