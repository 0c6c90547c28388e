//! First values of an object's slots, copied when one is made.
//!
//! # Invariants
//! - G1: a word of an image is uncounted, or a block whose count nobody changes; so an image is
//!   shared by threads and copied without taking counts.

use super::instance::SlotState;
use crate::value::{DataType, Payload, TypedValue, Value, View};

/// A slot as it lies in memory: byte 9 is its state.
#[repr(C)]
#[derive(Clone, Copy)]
pub(super) struct ImageSlot {
    payload: Payload,
    tag: DataType,
    state: u8,
}

impl ImageSlot {
    /// A slot that is Uninit.
    pub(super) const EMPTY: Self =
        Self { payload: TypedValue::UNINIT.payload, tag: TypedValue::UNINIT.tag, state: 0 };
}

const _: () = assert!(size_of::<ImageSlot>() == size_of::<TypedValue>());
const _: () = assert!(std::mem::offset_of!(ImageSlot, state) == SlotState::OFFSET);

/// First values of all slots of a class.
#[derive(Clone, Default)]
pub struct Image(Vec<ImageSlot>);

// SAFETY: G1: what the words point to is immutable and lives as long as the process.
unsafe impl Send for Image {}
// SAFETY: G1, as above.
unsafe impl Sync for Image {}

impl Image {
    /// Sets the first value of a slot; slots before it that have none are Uninit. False, and no
    /// change, when the value is counted.
    pub fn set(&mut self, slot: usize, value: &Value, state: u8) -> bool {
        let is_static = match value.view() {
            View::Str(string) => string.is_static(),
            View::Array(array) => array.count() < 0,
            View::Object(_) | View::Resource(_) | View::Ref(_) => false,
            _ => true,
        };
        if is_static {
            self.0.resize(self.0.len().max(slot + 1), ImageSlot::EMPTY);
            let TypedValue { payload, tag } = value.as_raw();
            self.0[slot] = ImageSlot { payload, tag, state };
        }
        is_static
    }

    /// How many slots it has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it has no slots.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first value of a slot.
    pub fn get(&self, slot: usize) -> Option<Value> {
        let word = self.0.get(slot)?;
        // SAFETY: G1: the word is uncounted or static, so no count is taken or given up.
        Some(unsafe { Value::from_raw(TypedValue { payload: word.payload, tag: word.tag }) })
    }

    /// The state of a slot at first.
    pub fn state(&self, slot: usize) -> u8 {
        self.0.get(slot).map_or(0, |word| word.state)
    }

    /// The payload of each slot as bits, its tag and its state.
    pub fn bits(&self) -> impl Iterator<Item = (i64, DataType, u8)> {
        // SAFETY: all variants of a payload are eight initialised bytes.
        self.0.iter().map(|word| (unsafe { word.payload.int }, word.tag, word.state))
    }

    pub(super) fn words(&self) -> &[ImageSlot] {
        &self.0
    }
}
