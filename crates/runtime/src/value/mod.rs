//! Values: the 16-byte word of locals, stack cells and slots, and who owns what it points to.
//!
//! [`TypedValue`] is the word itself, without ownership. [`Value`] owns one count of the block it
//! points to; [`ValueRef`] borrows one from a place that owns it. [`View`] is how Rust code looks
//! into any of them.
//!
//! # Invariants
//! - V1: a `Value` with a counted tag points to a live block of the matching kind and owns one of
//!   its counts (or the count is negative).
//! - V2: only payload and tag of a word are ever written; the other 7 bytes belong to the
//!   container that the word lies in.
//! - V3: a borrow of what a Ref or an object holds ends before script code may run or a value is
//!   stored through another handle.
//!
//! # Not here
//! Conversions and operators: `conv`, `ops`.

mod datatype;
mod lent;
mod release;
mod slot;

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::NonNull;

pub use datatype::{DataType, types};
pub use lent::Lent;
pub use release::give_up_shared;
pub(crate) use release::{Children, retain, unref, unref_string};
pub(crate) use slot::write_word;
pub use slot::{Slot, SlotMut};

use crate::array::Array;
use crate::heap::Oom;
use crate::layout::VmHeader;
use crate::object::{Object, Reference, Resource};
use crate::string::{StaticStr, Str};

/// The first 8 bytes of a value.
#[repr(C)]
#[derive(Clone, Copy)]
pub union Payload {
    /// Of ints, and of booleans as 0 or 1.
    pub int: i64,
    /// Of doubles.
    pub float: f64,
    /// Of everything from StaticString up.
    pub block: NonNull<VmHeader>,
}

/// A tagged word without ownership. Bytes 9 to 15 are not part of it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct TypedValue {
    /// What the tag says.
    pub payload: Payload,
    /// The type.
    pub tag: DataType,
}

const _: () = assert!(size_of::<TypedValue>() == 16);
const _: () = assert!(std::mem::offset_of!(TypedValue, tag) == 8);

impl TypedValue {
    /// No value.
    pub const UNINIT: Self = Self { payload: Payload { int: 0 }, tag: DataType::Uninit };

    /// The block that a string or counted word points to.
    #[inline]
    pub(crate) fn block(self) -> NonNull<VmHeader> {
        debug_assert!(self.tag >= DataType::StaticString);
        // SAFETY: T1: the tag says that the payload is a block.
        unsafe { self.payload.block }
    }
}

/// A value that owns what it points to.
#[repr(transparent)]
pub struct Value(TypedValue);

/// What a value is, borrowed.
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// No value.
    Uninit,
    /// `null`.
    Null,
    /// A boolean.
    Bool(bool),
    /// An int.
    Int(i64),
    /// A float.
    Float(f64),
    /// A string.
    Str(&'a Str),
    /// An array.
    Array(&'a Array),
    /// An object.
    Object(&'a Object),
    /// A resource.
    Resource(&'a Resource),
    /// A PHP reference.
    Ref(&'a Reference),
}

impl Value {
    /// No value.
    pub const UNINIT: Self = Self(TypedValue::UNINIT);
    /// `null`.
    pub const NULL: Self = Self(TypedValue { payload: Payload { int: 0 }, tag: DataType::Null });

    /// A boolean.
    #[inline]
    pub const fn bool(value: bool) -> Self {
        Self(TypedValue { payload: Payload { int: value as i64 }, tag: DataType::Boolean })
    }

    /// An int.
    #[inline]
    pub const fn int(value: i64) -> Self {
        Self(TypedValue { payload: Payload { int: value }, tag: DataType::Int64 })
    }

    /// A float.
    #[inline]
    pub const fn float(value: f64) -> Self {
        Self(TypedValue { payload: Payload { float: value }, tag: DataType::Double })
    }

    #[inline]
    const fn block(block: NonNull<VmHeader>, tag: DataType) -> Self {
        Self(TypedValue { payload: Payload { block }, tag })
    }

    /// Takes over the count that `word` stands for.
    ///
    /// # Safety
    /// `word` satisfies V1, and the count is not given up elsewhere.
    #[inline]
    pub const unsafe fn from_raw(word: TypedValue) -> Self {
        Self(word)
    }

    /// The word; the caller now owns its count.
    #[inline]
    pub const fn into_raw(self) -> TypedValue {
        let word = self.0;
        std::mem::forget(self);
        word
    }

    /// The word; the count stays with `self`.
    #[inline]
    pub const fn as_raw(&self) -> TypedValue {
        self.0
    }

    /// The tag.
    #[inline]
    pub const fn tag(&self) -> DataType {
        self.0.tag
    }

    /// What it is. A caller that asks for one kind must not pay for the others.
    #[inline(always)]
    pub fn view(&self) -> View<'_> {
        match self.0.tag {
            DataType::Uninit => View::Uninit,
            DataType::Null => View::Null,
            // SAFETY: the tag says that the payload is an int.
            DataType::Boolean => View::Bool(unsafe { self.0.payload.int } != 0),
            // SAFETY: as above.
            DataType::Int64 => View::Int(unsafe { self.0.payload.int }),
            // SAFETY: the tag says that the payload is a double.
            DataType::Double => View::Float(unsafe { self.0.payload.float }),
            // SAFETY: V1, and `Str` is the pointer alone.
            DataType::StaticString | DataType::String => View::Str(unsafe { self.handle() }),
            // SAFETY: V1, and `Array` is the pointer alone.
            DataType::Array => View::Array(unsafe { self.handle() }),
            // SAFETY: V1, and `Object` is the pointer alone.
            DataType::Object => View::Object(unsafe { self.handle() }),
            // SAFETY: V1, and `Resource` is the pointer alone.
            DataType::Resource => View::Resource(unsafe { self.handle() }),
            // SAFETY: V1, and `Reference` is the pointer alone.
            DataType::Ref => View::Ref(unsafe { self.handle() }),
        }
    }

    /// The payload as a handle.
    ///
    /// # Safety
    /// `H` is the transparent handle type of the tag.
    #[inline]
    unsafe fn handle<H>(&self) -> &H {
        const { assert!(size_of::<H>() == 8) };
        // SAFETY: the caller's promise; the payload lives as long as `self`.
        unsafe { NonNull::from(&self.0.payload).cast::<H>().as_ref() }
    }

    /// The int, when it is one.
    #[inline]
    pub fn as_int(&self) -> Option<i64> {
        match self.view() {
            View::Int(int) => Some(int),
            _ => None,
        }
    }

    /// The string, when it is one.
    #[inline]
    pub fn as_str(&self) -> Option<&Str> {
        // SAFETY: V1, and `Str` is the pointer alone.
        self.0.tag.is_string().then(|| unsafe { self.handle() })
    }

    /// The array, when it is one.
    #[inline]
    pub fn as_array(&self) -> Option<&Array> {
        // SAFETY: V1, and `Array` is the pointer alone.
        (self.0.tag == DataType::Array).then(|| unsafe { self.handle() })
    }

    /// Appends to a string in place, or to a copy when it has other owners. False when it is no
    /// string.
    #[inline]
    pub fn append_text(&mut self, tail: &[u8]) -> Result<bool, Oom> {
        if !matches!(self.0.tag, DataType::String | DataType::StaticString) {
            return Ok(false);
        }
        // SAFETY: V1, and `Str` is the pointer alone; `self` is borrowed mutably.
        let string = unsafe { NonNull::from(&mut self.0.payload).cast::<Str>().as_mut() };
        string.append(tail)?;
        self.0.tag = DataType::String;
        Ok(true)
    }

    /// Writes a byte of a string that nobody else has. False when there is none at this offset.
    pub fn write_byte(&mut self, at: usize, byte: u8) -> bool {
        if self.0.tag != DataType::String {
            return false;
        }
        // SAFETY: V1, and `Str` is the pointer alone; `self` is borrowed mutably.
        let string = unsafe { NonNull::from(&mut self.0.payload).cast::<Str>().as_mut() };
        let place = string.as_bytes_mut().and_then(|bytes| bytes.get_mut(at));
        place.map(|place| *place = byte).is_some()
    }

    /// The array for writing, when it is one.
    #[inline]
    pub fn as_array_mut(&mut self) -> Option<&mut Array> {
        if self.0.tag != DataType::Array {
            return None;
        }
        // SAFETY: V1, and `Array` is the pointer alone; `self` is borrowed for as long.
        Some(unsafe { NonNull::from(&mut self.0.payload).cast::<Array>().as_mut() })
    }

    /// The object, when it is one, with the count of `self`.
    #[inline]
    pub fn into_object(self) -> Option<Object> {
        if self.0.tag != DataType::Object {
            return None;
        }
        let block = self.0.block();
        std::mem::forget(self);
        // SAFETY: V1; the count of `self` is taken over.
        Some(unsafe { Object::from_block(block) })
    }

    /// The value behind a Ref, or the value itself. V3 bounds the borrow.
    #[inline]
    pub fn unboxed(&self) -> &Value {
        match self.view() {
            View::Ref(reference) => reference.peek(),
            _ => self,
        }
    }

    /// An element as another array gets it: a reference that only its array holds is unwrapped.
    #[inline(always)]
    pub fn element_copy(&self) -> Value {
        if self.0.tag == DataType::Ref { self.unwrapped_copy() } else { self.clone() }
    }

    #[cold]
    fn unwrapped_copy(&self) -> Value {
        match self.view() {
            View::Ref(reference) if reference.count() == 1 => reference.get(),
            _ => self.clone(),
        }
    }

    /// Whether it is Uninit or `null`.
    #[inline]
    pub const fn is_null(&self) -> bool {
        self.0.tag.is_null()
    }
}

impl Clone for Value {
    /// Takes another count.
    #[inline]
    fn clone(&self) -> Self {
        if self.0.tag.is_counted() {
            retain(self.0.block());
        }
        Self(self.0)
    }
}

impl Drop for Value {
    /// Gives up the count. Never runs script code: an object whose class has a destructor goes to
    /// the queue of [`crate::object::Graveyard`].
    #[inline]
    fn drop(&mut self) {
        if self.0.tag.is_counted() {
            unref(self.0.block());
        }
    }
}

impl Default for Value {
    fn default() -> Self {
        Self::NULL
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.view() {
            View::Uninit => f.write_str("uninit"),
            View::Null => f.write_str("null"),
            View::Bool(value) => write!(f, "{value}"),
            View::Int(value) => write!(f, "{value}"),
            View::Float(value) => write!(f, "{value:?}"),
            View::Str(value) => write!(f, "{value:?}"),
            View::Array(value) => write!(f, "{value:?}"),
            View::Object(value) => write!(f, "object#{}", value.id()),
            View::Resource(_) => f.write_str("resource"),
            View::Ref(value) => write!(f, "&{:?}", value.peek()),
        }
    }
}

macro_rules! value_from_handle {
    ($($handle:ty => $tag:ident;)+) => {$(
        impl From<$handle> for Value {
            #[inline]
            fn from(handle: $handle) -> Self {
                Self::block(handle.into_block(), DataType::$tag)
            }
        }
    )+};
}
value_from_handle! { Array => Array; Object => Object; Resource => Resource; Reference => Ref; }

impl From<Str> for Value {
    #[inline]
    fn from(string: Str) -> Self {
        let tag = if string.is_static() { DataType::StaticString } else { DataType::String };
        Self::block(string.into_block(), tag)
    }
}

impl From<StaticStr> for Value {
    #[inline]
    fn from(string: StaticStr) -> Self {
        Self::block(string.to_str().into_block(), DataType::StaticString)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::int(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Self::float(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::bool(value)
    }
}

/// A value borrowed from a place that owns it, as a word that fits two registers.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct ValueRef<'a> {
    word: TypedValue,
    owner: PhantomData<&'a Value>,
}

impl<'a> ValueRef<'a> {
    /// Borrows `word`.
    ///
    /// # Safety
    /// For `'a`, a place that is not written owns the count that `word` stands for.
    #[inline]
    pub const unsafe fn from_raw(word: TypedValue) -> Self {
        Self { word, owner: PhantomData }
    }
}

impl<'a> From<&'a Value> for ValueRef<'a> {
    #[inline]
    fn from(value: &'a Value) -> Self {
        Self { word: value.0, owner: PhantomData }
    }
}

impl Deref for ValueRef<'_> {
    type Target = Value;
    #[inline]
    fn deref(&self) -> &Value {
        // SAFETY: the word is borrowed from an owner (see `from_raw`); a `Value` is the word alone.
        unsafe { NonNull::from(&self.word).cast::<Value>().as_ref() }
    }
}

#[cfg(test)]
mod tests;
