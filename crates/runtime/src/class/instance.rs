//! Making objects and first values.
//!
//! # Invariants
//! - N1: a first value that takes code is made once in a request, in the scope of the class that
//!   declares the property, and kept in the request data at the offset that the class knows.

use hhbc::constraint::Hint;
use hhbc::func::Init;
use hhbc::literal::{ArrayLit, Key as LitKey, Literal};
use hhbc::unit::Unit;

use super::Class;
use super::member::{Code, Initial, Prop};
use super::types::shown;
use crate::array::{Array, Key, static_array};
use crate::heap::Oom;
use crate::message::Message;
use crate::object::{Object, SlotState};
use crate::rds::{Handle, Rds};
use crate::string::intern;
use crate::value::{DataType, Value};

/// A first value that has to be made before objects can be.
#[derive(Clone, Copy)]
pub struct Pending {
    /// The property, whose type the value must have.
    pub prop: &'static Prop,
    /// The code that makes it.
    pub code: Code,
    /// Where the request keeps it.
    pub handle: Handle,
}

impl Class {
    /// Why `new` refuses the class, if it does.
    pub fn refuses_new(&self) -> Option<Message> {
        use hhbc::class::ClassKind;
        let kind = match self.kind {
            ClassKind::Class if self.attrs.has(hhbc::func::Attrs::r#abstract) => "abstract class",
            ClassKind::Class => return None,
            kind => kind.name(),
        };
        let class = shown(self.name.as_bytes());
        Some(Message::CannotInstantiate { kind, class })
    }

    /// The first values that this request has not made yet.
    pub fn pending(&'static self, rds: &Rds) -> Vec<Pending> {
        let missing = self.first.lazy.iter().filter(|(_, handle)| rds.get(*handle).is_none());
        let pending = missing.filter_map(|(slot, handle)| {
            let prop = self.first.slots.get(*slot as usize)?;
            let code = prop.initial.and_then(Initial::thunk)?;
            Some(Pending { prop, code, handle: *handle })
        });
        pending.collect()
    }

    /// A new object with its first values, of which none is [pending](Self::pending). The
    /// constructor is the caller's to run.
    pub fn instantiate(&self, rds: &Rds) -> Result<Object, Oom> {
        let mut object = Object::of_class(self)?;
        for (slot, handle) in &self.first.lazy {
            let value = rds.get(*handle).cloned();
            debug_assert!(value.is_some(), "invariant N1");
            if let Some(value) = value {
                object.slot_mut(*slot as usize).set(value);
                object.set_slot_state(*slot as usize, 0);
            }
        }
        Ok(object)
    }

    /// What a slot holds at first, none of which is [pending](Self::pending), and its state.
    pub fn first_value(&self, slot: usize, rds: &Rds) -> (Value, u8) {
        let made = self.first.lazy.iter().find(|(at, _)| *at as usize == slot);
        match made.and_then(|(_, handle)| rds.get(*handle)) {
            Some(value) => (value.clone(), 0),
            None => {
                let image = self.image();
                (image.get(slot).unwrap_or(Value::UNINIT), image.state(slot))
            }
        }
    }
}

impl Prop {
    /// What it holds at first, and the state of its slot. Uninit when that takes code
    /// ([`Initial::thunk`]).
    pub fn first_value(&self) -> Result<(Value, u8), Oom> {
        let value = match self.initial {
            Some(Initial { init: Init::Literal(literal), unit }) => {
                let value = literal_value(unit, literal)?;
                let only_float = self.ty.is_some_and(|ty| {
                    ty.hints().has(Hint::float) && !ty.hints().meets(Hint::int.with(Hint::mixed))
                });
                match value.as_int() {
                    Some(int) if only_float => Value::float(int as f64),
                    _ => value,
                }
            }
            Some(_) => Value::UNINIT,
            None if self.ty.is_none() && !self.is_readonly() => Value::NULL,
            None => Value::UNINIT,
        };
        let is_set = value.tag() != DataType::Uninit;
        let state = if is_set { 0 } else { SlotState::NEVER_SET };
        Ok((value, state))
    }
}

/// A literal of a unit as a value that lives as long as the process.
pub fn literal_value(unit: &Unit, literal: &Literal) -> Result<Value, Oom> {
    Ok(match literal {
        Literal::Null => Value::NULL,
        Literal::Bool(value) => Value::bool(*value),
        Literal::Int(value) => Value::int(*value),
        Literal::Double(value) => Value::float(value.get()),
        Literal::Str(text) => intern(unit.str(*text)).into(),
        Literal::Array(entries) => Value::from(literal_array(unit, entries)?),
    })
}

/// The same of a literal array.
pub fn literal_array(unit: &Unit, literal: &ArrayLit) -> Result<Array, Oom> {
    let mut array = Array::new();
    for (key, value) in &literal.entries {
        let value = literal_value(unit, value)?;
        match key {
            LitKey::Int(int) => array.set(Key::Int(*int), value)?,
            LitKey::Str(name) => array.set(Key::Str(intern(unit.str(*name)).as_str()), value)?,
        }
    }
    static_array(&array).ok_or(Oom)
}
