//! Static arrays: literals of units, immutable, shared by all threads, never freed.

use std::alloc::{Layout, alloc};
use std::ptr::NonNull;

use super::{Array, Form, Key, cursor, dict, shape_of};
use crate::heap::Oom;
use crate::layout::{VmHeader, flags};
use crate::string::{STATIC_COUNT, intern};
use crate::value::{TypedValue, Value, View};

/// The most keys that are looked for in order in a static array: those of a dict without an index.
const SHAPED_MAX: u32 = 8;

/// The static copy of `array`, strings interned, inner arrays static too: one block however often
/// it is asked for. `None` when it holds anything but null, booleans, numbers, strings and such
/// arrays, or the system has no memory.
pub fn static_array(array: &Array) -> Option<Array> {
    if array.is_empty() {
        return Some(Array::new());
    }
    if array.count() < 0 {
        return Some(array.clone());
    }
    let mut copy = array.duplicate(0).ok()?;
    for position in 0..copy.used() {
        if let Some((_, value)) = copy.entry(position) {
            let value = static_value(value)?;
            copy.slot_at_position(position)?.set(value);
        }
    }
    copy.intern_keys();
    let copy = copy.shaped().unwrap_or(copy);
    let header = copy.header();
    header.aux.set(array.header().aux.get());
    header.flags.set(0);
    copy.known().ok()
}

fn static_value(value: &Value) -> Option<Value> {
    match value.view() {
        View::Str(string) => Some(intern(string.as_bytes()).into()),
        View::Array(array) => static_array(array).map(Value::from),
        View::Null | View::Bool(_) | View::Int(_) | View::Float(_) => Some(value.clone()),
        View::Uninit | View::Object(_) | View::Resource(_) | View::Ref(_) => None,
    }
}

impl Array {
    /// An array of static values whose keys are few static strings, with a shape.
    fn shaped(&self) -> Option<Array> {
        let Form::Dict(dict) = self.form() else { return None };
        if dict.used() > SHAPED_MAX || dict.live() != dict.used() {
            return None;
        }
        let text = |at| match dict.key(at) {
            Key::Str(key) => Some(intern(key.as_bytes())),
            Key::Int(_) => None,
        };
        let keys: Option<Vec<_>> = (0..dict.used()).map(text).collect();
        let values = (0..dict.used()).map(|at| self.value(dict.slot(at)).clone());
        Array::of_shape(shape_of(&keys?)?, values).ok()
    }

    pub(super) fn intern_keys(&mut self) {
        let Form::Dict(dict) = self.form() else { return };
        for position in 0..dict.used() {
            if dict.element(position).key_kind.get() == dict::STR
                && let Key::Str(string) = dict.key(position)
            {
                let string_key = intern(string.as_bytes());
                let old = dict.element(position).key.get();
                dict.element(position)
                    .key
                    .set(super::KeyWord { string: string_key.as_block().cast() });
                // SAFETY: the key kind says string; the element no longer holds it.
                crate::value::unref(unsafe { old.string }.cast());
            }
        }
    }

    /// Copies the block to process memory with a count that nobody changes.
    pub(super) fn move_to_process(mut self) -> Result<Array, Oom> {
        let bytes = self.block_bytes();
        let layout = Layout::from_size_align(bytes, 16).map_err(|_| Oom)?;
        // SAFETY: a block has at least a header.
        let block = NonNull::new(unsafe { alloc(layout) }).ok_or(Oom)?;
        let initialised = self.initialised_bytes();
        for (start, length) in initialised {
            // SAFETY: within the block.
            let (from, to) = (unsafe { self.0.cast::<u8>().byte_add(start) }, block);
            // SAFETY: within the block.
            let to = unsafe { to.byte_add(start) };
            // SAFETY: both blocks have these bytes.
            unsafe { to.copy_from_nonoverlapping(from, length) };
        }
        let header = block.cast::<VmHeader>();
        // SAFETY: the header was copied.
        unsafe { header.as_ref() }.count.set(STATIC_COUNT);
        if self.header().flags.get() & flags::HAS_ITERATORS != 0 {
            cursor::forget(self.0);
        }
        self.free_moved();
        self.0 = header;
        Ok(self)
    }

    /// Size of the block.
    pub(super) fn block_bytes(&self) -> usize {
        match self.form() {
            Form::Packed(packed) => packed.code().bytes(),
            Form::Shaped(shaped) => shaped.bytes(),
            Form::Dict(dict) => dict.bytes(),
        }
    }

    /// Parts of the block that hold something: start and length.
    fn initialised_bytes(&self) -> [(usize, usize); 2] {
        match self.form() {
            Form::Packed(packed) => [(0, 16 + packed.len() * size_of::<TypedValue>()), (0, 0)],
            Form::Shaped(shaped) => [(0, 16 + shaped.shape().len() * 16), (0, 0)],
            Form::Dict(dict) => {
                let (elements, index) = dict.initialised_bytes();
                [(0, elements), index]
            }
        }
    }
}
