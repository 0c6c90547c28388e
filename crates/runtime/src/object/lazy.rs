//! Lazy objects: their properties come from code that runs when one is first needed.
//!
//! What is known of them lies in a table of the thread, so that ordinary objects have no room for
//! it. Their header says that they are lazy in the bit [`LAZY`] of the class number: what compares
//! class numbers (inline caches, guards of machine code) misses, and all else asks
//! [`Object::class`], which takes the bit away.
//!
//! # Invariants
//! - Z1: an object whose header has the bit has an entry in the table. One whose first values are
//!   just being made has an entry and not the bit.
//!
//! # Not here
//! When first values are made, and what runs then: the interpreter.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ptr::NonNull;

use super::instance::Object;
use crate::layout::{Kind, VmHeader};
use crate::value::{Value, View};

/// The bit of a header's class number that says that the object is lazy.
pub(crate) const LAZY: u32 = 1 << 31;

/// What is known of a lazy object.
pub struct Lazy {
    /// Whether another object stands for it once it is initialised.
    pub is_proxy: bool,
    /// The options that scripts gave.
    pub options: i64,
    /// What initialises it; the instance of a proxy that is initialised.
    pub source: Value,
}

impl Lazy {
    /// The object that stands for an initialised proxy.
    pub fn instance(&self) -> Option<&Object> {
        match self.source.view() {
            View::Object(instance) => Some(instance),
            _ => None,
        }
    }
}

thread_local! {
    /// By the object's number.
    static TABLE: RefCell<HashMap<u32, Lazy>> = RefCell::new(HashMap::new());
}

impl Object {
    /// Whether the object is lazy: not initialised, or a proxy.
    #[inline]
    pub fn is_lazy(&self) -> bool {
        self.class_word().get() & LAZY != 0
    }

    /// Makes the object lazy.
    pub fn set_lazy(&self, lazy: Lazy) {
        let old = TABLE.with_borrow_mut(|table| table.insert(self.id(), lazy));
        drop(old);
        self.mark_lazy(true);
        self.set_may_be_cyclic();
    }

    /// Says whether the object is lazy, without a change of what is known of it (Z1).
    pub fn mark_lazy(&self, is_lazy: bool) {
        let word = self.class_word();
        word.set(if is_lazy { word.get() | LAZY } else { word.get() & !LAZY });
    }

    /// Whether the object is lazy or is being initialised.
    pub fn has_lazy_source(&self) -> bool {
        TABLE.with_borrow(|table| table.contains_key(&self.id()))
    }

    /// Asks what is known of the object as a lazy one.
    pub fn with_lazy<R>(&self, ask: impl FnOnce(&Lazy) -> R) -> Option<R> {
        TABLE.with_borrow(|table| table.get(&self.id()).map(ask))
    }

    /// Ends the object's laziness.
    pub fn end_lazy(&self) -> Option<Lazy> {
        self.mark_lazy(false);
        TABLE.with_borrow_mut(|table| table.remove(&self.id()))
    }

    /// The object that stands for an initialised proxy, through all proxies between.
    pub fn lazy_instance(&self) -> Option<Object> {
        if !self.is_lazy() {
            return None;
        }
        let mut found = self.with_lazy(|lazy| lazy.instance().cloned())??;
        while let Some(Some(next)) =
            found.is_lazy().then(|| found.with_lazy(|lazy| lazy.instance().cloned())).flatten()
        {
            found = next;
        }
        Some(found)
    }
}

/// What a dying object with the bit gives up.
pub(crate) fn take_source(id: u32) -> Option<Value> {
    TABLE.with_borrow_mut(|table| table.remove(&id)).map(|lazy| lazy.source)
}

/// Whether a block is a lazy object.
pub(crate) fn is_lazy_block(header: &VmHeader) -> bool {
    header.kind.get() == Kind::Object && header.word0.get() & LAZY != 0
}

/// The block that a lazy object holds outside its slots.
pub(crate) fn source_block(header: &VmHeader) -> Option<NonNull<VmHeader>> {
    if !is_lazy_block(header) {
        return None;
    }
    TABLE.with_borrow(|table| {
        let word = table.get(&header.word1.get())?.source.as_raw();
        word.tag.is_counted().then(|| word.block())
    })
}

/// Forgets all lazy objects when the request's heap is reset.
pub(super) fn reset() {
    // The blocks go with the heap: what still owns one must not release it.
    TABLE.with_borrow_mut(|table| table.drain().for_each(std::mem::forget));
}
