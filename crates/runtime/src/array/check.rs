//! The checker: whether a block keeps the invariants of its layout.

use super::{Array, Form, Key};
use crate::layout::flags;
use crate::value::{DataType, Value};

/// What [`Array::check`] found wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Malformed {
    /// An Uninit value where an element should be, or a word that `types` or `flags` deny.
    Word {
        /// Where.
        position: u32,
    },
    /// A key that a look-up does not find, or finds elsewhere.
    Lost {
        /// Where.
        position: u32,
    },
    /// A key that breaks K1, or an int key not below the next free one.
    Key {
        /// Where.
        position: u32,
    },
    /// A count of elements that is not true, or a tombstone at the end.
    Length,
}

impl Array {
    /// Checks one array, not what it contains.
    pub fn check(&self) -> Result<(), Malformed> {
        let mut live = 0;
        for position in 0..self.used() {
            if let Some((key, value)) = self.entry(position) {
                live += 1;
                self.check_element(position, key, value)?;
            }
        }
        let last_is_dead = self.used() > 0 && self.entry(self.used() - 1).is_none();
        if live == self.len() && !last_is_dead { Ok(()) } else { Err(Malformed::Length) }
    }

    fn check_element(&self, position: u32, key: Key, value: &Value) -> Result<(), Malformed> {
        let tag = value.tag();
        let [mut flag_bits, type_bits] = tag.array_bits().to_le_bytes();
        if value.as_array().is_some_and(|array| array.count() < 0) {
            flag_bits = 0;
        }
        let header = self.header();
        if tag == DataType::Uninit
            || header.aux.get() & type_bits != type_bits
            || header.flags.get() & flag_bits != flag_bits
        {
            return Err(Malformed::Word { position });
        }
        if self.find(key) != Some(position) {
            return Err(Malformed::Lost { position });
        }
        let key_is_good = match (self.form(), key) {
            (_, Key::Str(string)) => super::key::int_of(string.as_bytes()).is_none(),
            (Form::Dict(dict), Key::Int(int)) => {
                let next = dict.header().next_free.get();
                int < next || next == i64::MAX
            }
            (Form::Packed(_) | Form::Shaped(_), Key::Int(_)) => true,
        };
        let may_hold_counted = header.flags.get() & flags::MAY_HOLD_COUNTED != 0;
        let key_is_known = match key {
            Key::Str(string) => may_hold_counted || string.is_static(),
            Key::Int(_) => true,
        };
        if key_is_good && key_is_known { Ok(()) } else { Err(Malformed::Key { position }) }
    }
}
