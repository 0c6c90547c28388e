//! Templates: the keys of arrays that are made often, laid out once.
//!
//! # Invariants
//! - T1: the block of a template is in process memory, belongs to it alone, and is never written;
//!   its keys are ints and interned strings, its values null. No handle of it leaves this module.

use std::alloc::{Layout, dealloc};

use super::{Array, Form};
use crate::heap::Oom;
use crate::value::Value;

/// The keys of a dict. Threads may share it.
pub struct Template(Array);

// SAFETY: T1: nothing of it changes, and nothing in it belongs to a request.
unsafe impl Send for Template {}
// SAFETY: as above.
unsafe impl Sync for Template {}

impl Template {
    /// The template of arrays with the keys of `sample`, which is a dict; `None` of other arrays.
    pub fn of(sample: &Array) -> Result<Option<Self>, Oom> {
        if !matches!(sample.form(), Form::Dict(_)) {
            return Ok(None);
        }
        let mut array = Array::dict_with_capacity(sample.len())?;
        for (key, _) in sample {
            array.set(key, Value::NULL)?;
        }
        array.intern_keys();
        Ok(Some(Self(array.move_to_process()?)))
    }
}

impl Drop for Template {
    fn drop(&mut self) {
        let Ok(layout) = Layout::from_size_align(self.0.block_bytes(), 16) else { return };
        let block = std::mem::take(&mut self.0).into_block().cast().as_ptr();
        // SAFETY: T1: allocated with this layout, and nobody else knows the block.
        unsafe { dealloc(block, layout) };
    }
}

impl Array {
    /// An array with the keys of a template, each value null.
    pub fn of_template(template: &Template) -> Result<Self, Oom> {
        let Form::Dict(dict) = template.0.form() else { return Ok(Self::new()) };
        Ok(Self(dict.copy_block()?.block().cast()))
    }

    /// Puts `value` where the element at a position of a dict with one owner is: for arrays that
    /// came from a template. Elsewhere nothing happens.
    #[inline]
    pub fn fill(&mut self, position: usize, value: Value) {
        let Form::Dict(dict) = self.form() else { return };
        if !self.is_unique() || position >= dict.used() as usize {
            return;
        }
        let header = dict.header();
        super::note(&header.flags, &header.types, value.tag());
        self.slot_at(position as u32).set(value);
    }
}

#[cfg(test)]
mod tests {
    use super::super::Key;
    use super::{Array, Template};
    use crate::string::intern;
    use crate::value::Value;

    #[test]
    fn arrays_of_a_template_are_their_own() {
        let name = intern(b"name").to_str();
        let mut sample = Array::new();
        sample.set(Key::Int(0), Value::int(1)).expect("memory");
        sample.set(Key::Str(&name), Value::int(2)).expect("memory");
        let template = Template::of(&sample).expect("memory").expect("a dict");
        let mut array = Array::of_template(&template).expect("memory");
        array.fill(1, Value::int(5));
        array.fill(2, Value::int(6));
        assert!(array.get_int(0).is_some_and(Value::is_null));
        assert_eq!(array.get_str(&name).and_then(Value::as_int), Some(5));
        array.append(Value::int(7)).expect("memory");
        drop(template);
        assert_eq!(array.get_int(1).and_then(Value::as_int), Some(7));
    }
}
