//! Static arrays by what they hold: literals that say the same are one block, however often they are
//! made into values.
//!
//! # Invariants
//! - K1: the arrays of the table are static, and so is what they hold: equal texts and equal inner
//!   arrays have equal addresses.

use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::sync::{PoisonError, RwLock};

use super::{Array, Form, Key};
use crate::heap::Oom;
use crate::string::hash::BuildNameHasher;
use crate::value::{Value, View};

/// An array of static values, told by its contents.
struct Known(Array);

// SAFETY: K1: nothing of it changes, and nothing in it belongs to a request.
unsafe impl Send for Known {}
// SAFETY: as above.
unsafe impl Sync for Known {}

static KNOWN: RwLock<Option<HashSet<Known, BuildNameHasher>>> = RwLock::new(None);

/// A key as words: ints and texts by their addresses.
fn key_words(key: Key<'_>) -> (bool, u64) {
    match key {
        Key::Int(int) => (false, int as u64),
        Key::Str(text) => (true, text.as_bytes().as_ptr().addr() as u64),
    }
}

/// A static value as words.
fn value_words(value: &Value) -> (u8, u64) {
    let word = match value.view() {
        View::Bool(is) => u64::from(is),
        View::Int(int) => int as u64,
        View::Float(float) => float.to_bits(),
        View::Str(text) => text.as_bytes().as_ptr().addr() as u64,
        View::Array(array) => array.0.addr().get() as u64,
        _ => 0,
    };
    (value.tag() as u8, word)
}

impl Known {
    /// What its elements do not say: how they are laid out, and which key comes next.
    fn form(&self) -> (u8, u8, i64) {
        let next_free = match self.0.form() {
            Form::Dict(dict) => dict.header().next_free.get(),
            Form::Packed(_) | Form::Shaped(_) => 0,
        };
        let header = self.0.header();
        (header.kind.get() as u8, header.aux.get(), next_free)
    }

    fn words(&self) -> impl Iterator<Item = ((bool, u64), (u8, u64))> {
        self.0.iter().map(|(key, value)| (key_words(key), value_words(value)))
    }
}

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        self.form() == other.form() && self.words().eq(other.words())
    }
}

impl Eq for Known {}

impl Hash for Known {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let (kind, aux, next_free) = self.form();
        state.write_u32(u32::from(kind) << 8 | u32::from(aux));
        state.write_u64(next_free as u64);
        for ((is_text, key), (tag, value)) in self.words() {
            state.write_u64(key);
            state.write_u64(value);
            state.write_u32(u32::from(is_text) << 8 | u32::from(tag));
        }
    }
}

impl Array {
    /// The static array that holds the same static values under the same keys; this one from now
    /// on, if there was none.
    pub(super) fn known(self) -> Result<Array, Oom> {
        let candidate = Known(self);
        let table = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = table.as_ref().and_then(|table| table.get(&candidate)) {
            return Ok(found.0.clone());
        }
        drop(table);
        let mut table = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
        let table = table.get_or_insert_default();
        // Another thread may have been faster.
        if let Some(found) = table.get(&candidate) {
            return Ok(found.0.clone());
        }
        let array = candidate.0.move_to_process()?;
        table.insert(Known(array.clone()));
        Ok(array)
    }
}
