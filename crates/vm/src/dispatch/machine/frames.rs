//! What machine code is made for: the frame that is there, as its translator may look at it.

use std::ptr::NonNull;

use runtime::string::StaticStr;
use runtime::value::{Value, View};

use super::{KnownSlot, seen};
use crate::frame::{Cell, Fp};
use crate::func::Func;
use crate::machine::Seen;

/// A frame that is looked at while its function is translated.
pub struct Frames {
    fp: Fp,
    slots: usize,
}

impl Frames {
    pub(crate) fn new(fp: Fp, func: &'static Func) -> Self {
        Self { fp, slots: func.slots() }
    }

    /// What is in the first element of the first element … of the array in a local, as many steps
    /// down as asked; nothing where there is no such element.
    pub fn seen_inside(&self, local: usize, steps: usize) -> Seen {
        if local >= self.slots {
            return Seen::default();
        }
        let mut value = self.fp.cell(local).value().unboxed();
        for _ in 0..steps {
            let first = value.as_array().and_then(|array| array.iter().next());
            let Some((_, inner)) = first else { return Seen::default() };
            value = inner.unboxed();
        }
        Seen(seen(Cell::from_ptr(NonNull::from(value).cast())))
    }

    /// Whether the array in a local lacks the element under the int in another one.
    pub fn lacks(&self, local: usize, key: usize) -> bool {
        if local >= self.slots || key >= self.slots {
            return false;
        }
        let array = self.fp.cell(local).value().unboxed().as_array();
        let key = self.fp.cell(key).value().as_int();
        array.zip(key).is_some_and(|(array, key)| array.get_int(key).is_none())
    }

    /// The properties of these names, each of the object in the one before, from `$this` or the
    /// object in a local on, when they are nothing but slots.
    pub fn known_slots(&self, local: Option<usize>, names: &[StaticStr]) -> Option<Vec<KnownSlot>> {
        let mut object = match local {
            None => self.fp.record().this()?,
            Some(local) if local < self.slots => object_in(self.fp.cell(local).value())?,
            Some(_) => return None,
        };
        let scope = self.fp.record().func().scope();
        let mut known = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let (slot, prop) = crate::object::prop::plain_slot(&object, &name.to_str(), scope)?;
            let is_writable = prop.is_writable(scope);
            known.push(KnownSlot {
                class: object.class().number(),
                slot,
                accepts: crate::member::accepted(prop),
                writes: !prop.is_readonly() && is_writable,
                inits: is_writable && object.class().class().magic.set.is_none(),
            });
            if at + 1 < names.len() {
                let inner = object_in(object.slot(slot as usize))?;
                object = inner;
            }
        }
        Some(known)
    }

    /// What is in a local, as [`bit`]s.
    pub fn seen(&self, local: usize) -> Seen {
        Seen(if local < self.slots { seen(self.fp.cell(local)) } else { 0 })
    }
}

fn object_in(value: &Value) -> Option<runtime::object::Object> {
    match value.unboxed().view() {
        View::Object(object) => Some(object.clone()),
        _ => None,
    }
}
