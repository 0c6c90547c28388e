//! Reading properties of objects, as far as no PHP code has to run; `change` writes them.
//!
//! Each operation either is done or names what its caller must call: a hook, or a magic method.
//! The caller knows which of those already run for this object and name, and says so in
//! [`Asked`], because a hook and a magic method see the property itself.
//!
//! # Invariants
//! - A1: no borrow of a slot is held while something is reported or converted: that may run
//!   handlers of the script. What was looked at before is looked at again.
//!
//! # Not here
//! Elements of arrays in properties, and the request's list of typed properties that a Ref is
//! bound to.

use super::coerce::{Juggling, Typed, coerce};
use super::find::{Found, place};
use super::member::{Method, Place, Prop, Visibility};
use super::{Class, Scope};
use crate::array::Key;
use crate::message::Message;
use crate::object::{ClassId, Object, SlotState};
use crate::raise::Res;
use crate::string::Str;
use crate::value::{DataType, Value};

/// A property of an object that is asked for.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// The object. The caller holds a count of its own.
    pub object: &'a Object,
    /// The name.
    pub name: &'a Str,
    /// By whom.
    pub by: Asker,
}

/// The code that asks.
#[derive(Clone, Copy)]
pub struct Asker {
    /// The class in whose scope it runs.
    pub scope: Option<ClassId>,
    /// Whether it converts scalars.
    pub juggling: Juggling,
    /// The magic method for this operation runs already for this object and name.
    pub in_magic: bool,
    /// It is a hook of this very property.
    pub in_hook: bool,
}

/// What reading gives.
pub enum Read {
    /// The value, a count of it.
    Value(Value),
    /// What this get hook returns.
    Hook(&'static Method),
    /// What `__get` returns.
    Magic(&'static Method),
    /// What the object gives that this lazy one stands for.
    Lazy,
}

/// What writing comes to.
pub enum Write {
    /// It is done; this is the value that is now there.
    Done(Value),
    /// This set hook is called with the value.
    Hook(&'static Method, Value),
    /// `__set` is called with the value.
    Magic(&'static Method, Value),
    /// The object is written that this lazy one stands for.
    Lazy(Value),
}

/// What `unset` comes to.
pub enum Unset {
    /// It is done.
    Done,
    /// `__unset` is called.
    Magic(&'static Method),
    /// It is a property of the object that this lazy one stands for.
    Lazy,
}

/// What `isset` finds.
pub enum Isset {
    /// The answer.
    Known(bool),
    /// Whether what this get hook returns is not null.
    Hook(&'static Method),
    /// `__isset` says it; `empty` and `??` then ask `__get`.
    Magic(&'static Method),
    /// The object says it that this lazy one stands for.
    Lazy,
    /// It is not, and there is no `__isset` to say otherwise; `??` asks `__get`.
    Absent,
}

/// Where a property is that is changed in place.
pub enum Address {
    /// In this slot; the row says which type must hold afterwards.
    Slot(u32, &'static Prop),
    /// In the array in this slot, under the name; there is such an element.
    Element(u32),
    /// Nowhere: a change of this value is lost, unless it is an object.
    Copy(Value),
    /// What this get hook returns.
    Hook(&'static Method),
    /// What `__get` returns.
    Magic(&'static Method),
    /// In the object that this lazy one stands for.
    Lazy,
}

impl Asked<'_> {
    pub(super) fn class(&self) -> &'static Class {
        self.object.class().class()
    }

    /// `Class::$name`.
    pub fn member(&self) -> String {
        self.class().prop_text(self.name.as_bytes())
    }

    /// The magic method, unless it runs already.
    pub fn magic(&self, index: Option<u32>) -> Option<&'static Method> {
        index.filter(|_| !self.by.in_magic).and_then(|index| self.class().method(index))
    }

    pub(super) fn find(&self) -> Found {
        self.class().find_prop(self.name.as_bytes(), self.by.scope)
    }

    /// The slot of a property that has one.
    pub(super) fn slot(&self, prop: &Prop) -> Option<u32> {
        match prop.place {
            Place::Slot(slot) => Some(slot),
            Place::Virtual | Place::Static(_) => None,
        }
    }

    /// A count of what a slot holds; Uninit is nothing.
    pub(super) fn in_slot(&self, slot: u32) -> Option<Value> {
        let value = self.object.slot(slot as usize);
        (value.tag() != DataType::Uninit).then(|| value.clone())
    }

    pub(super) fn was_never_set(&self, slot: u32) -> bool {
        self.object.slot_state(slot as usize) & SlotState::NEVER_SET != 0
    }

    /// Whether the slot is filled when the object is initialised, or is that of another object.
    pub(super) fn is_lazy(&self, slot: u32) -> bool {
        self.object.is_lazy() && self.object.slot_state(slot as usize) & SlotState::LAZY != 0
    }

    /// The object's own property of this name.
    pub(super) fn dynamic(&self) -> Option<Value> {
        let slot = self.class().first.dynamic?;
        let array = self.object.slot(slot as usize).as_array()?;
        array.get(Key::of_str(self.name)).cloned()
    }

    pub(super) fn write_once(
        &self,
        prop: &Prop,
        what: &'static str,
        rq: &mut dyn Typed,
    ) -> Res<()> {
        let slot = self.slot(prop).unwrap_or_default();
        let is_open = self.object.slot_state(slot as usize) & SlotState::REOPENED != 0;
        let is_set = self.in_slot(slot).is_some();
        if prop.is_readonly() && is_set && !is_open {
            return Err(rq.throw(Message::ReadonlyProperty { what, member: prop.text() }));
        }
        if prop.is_writable(self.by.scope) {
            return Ok(());
        }
        let set = match prop.set_visibility() {
            Visibility::Private => "private(set)",
            _ if prop.is_readonly() => "protected(set) readonly",
            _ => "protected(set)",
        };
        let (member, place) = (prop.text(), place(self.by.scope));
        Err(rq.throw(Message::PropertySetAccess { what, set, member, place }))
    }
}

/// `$object->name`. A property that is not there is null with a warning.
pub fn read(rq: &mut dyn Typed, asked: Asked<'_>) -> Res<Read> {
    let magic = asked.magic(asked.class().magic.get);
    let prop = match asked.find() {
        Found::Prop(prop) => Some(prop),
        Found::Dynamic => None,
        Found::Hidden(prop) => {
            return match magic {
                Some(get) => Ok(Read::Magic(get)),
                None => Err(rq.throw(asked.class().hidden_prop(prop))),
            };
        }
        Found::Static(_) => {
            if asked.class().magic.get.is_none() {
                rq.report(Message::StaticAsInstance { member: asked.member() })?;
            }
            None
        }
    };
    let Some(prop) = prop else { return read_dynamic(rq, asked, magic) };
    if let Some(hooks) = prop.hooks.as_deref().filter(|_| !asked.by.in_hook) {
        match (&hooks.get, asked.slot(prop)) {
            (Some(get), _) => return Ok(Read::Hook(get)),
            (None, None) => {
                return Err(rq.throw(Message::WriteOnlyProperty { member: asked.member() }));
            }
            (None, Some(_)) => {}
        }
    }
    let Some(slot) = asked.slot(prop) else {
        let member = asked.member();
        return Err(rq.throw(Message::VirtualProperty { what: "read from", member }));
    };
    match (asked.in_slot(slot), magic) {
        (Some(value), _) => Ok(Read::Value(value.unboxed().clone())),
        (None, _) if asked.is_lazy(slot) => Ok(Read::Lazy),
        (None, Some(get)) if !asked.was_never_set(slot) => Ok(Read::Magic(get)),
        (None, _) if prop.ty.is_some() => Err(rq.throw(prop.uninitialized())),
        (None, _) => undefined(rq, asked),
    }
}

/// What `__get` returned, as the value of the property that was unset: it must be of its type.
pub fn from_magic(rq: &mut dyn Typed, asked: Asked<'_>, value: Value) -> Res<Value> {
    let Found::Prop(prop) = asked.find() else { return Ok(value) };
    let Some(ty) = prop.ty else { return Ok(value) };
    let kept = value.clone();
    if let Some(value) = coerce(rq, (ty, Scope::of(prop.class)), value, asked.by.juggling)? {
        return Ok(value);
    }
    let (value, class) = (crate::conv::type_name(rq, &kept), prop.class.class().name);
    let (class, ty) = (super::types::shown(class.as_bytes()), ty.text_as_written());
    let member = prop.text();
    Err(rq.throw(Message::MagicGetType { value, class, member, ty }))
}

fn read_dynamic(rq: &mut dyn Typed, asked: Asked<'_>, magic: Option<&'static Method>) -> Res<Read> {
    match (asked.dynamic(), magic) {
        (Some(value), _) => Ok(Read::Value(value.unboxed().clone())),
        (None, Some(get)) => Ok(Read::Magic(get)),
        (None, None) => {
            check_name(rq, asked)?;
            match asked.object.is_lazy() {
                true => Ok(Read::Lazy),
                false => undefined(rq, asked),
            }
        }
    }
}

fn undefined(rq: &mut dyn Typed, asked: Asked<'_>) -> Res<Read> {
    rq.report(Message::UndefinedProperty { member: asked.member() })?;
    Ok(Read::Value(Value::NULL))
}

pub(super) fn check_name(rq: &mut dyn Typed, asked: Asked<'_>) -> Res<()> {
    match asked.name.as_bytes() {
        [0, ..] => Err(rq.throw(Message::PropertyWithNul {})),
        _ => Ok(()),
    }
}

/// `isset($object->name)`.
pub fn isset(rq: &mut dyn Typed, asked: Asked<'_>) -> Res<Isset> {
    let magic = asked.magic(asked.class().magic.isset);
    let found = asked.find();
    let is_declared = matches!(found, Found::Prop(_));
    let value = match found {
        Found::Prop(prop) => {
            let get = prop.hooks.as_deref().filter(|_| !asked.by.in_hook);
            if let Some(get) = get.and_then(|hooks| hooks.get.as_ref()) {
                return Ok(Isset::Hook(get));
            }
            let Some(slot) = asked.slot(prop) else {
                return Err(rq.throw(Message::WriteOnlyProperty { member: asked.member() }));
            };
            let value = asked.in_slot(slot);
            if value.is_none() && asked.is_lazy(slot) {
                return Ok(Isset::Lazy);
            }
            if value.is_none() && asked.was_never_set(slot) {
                return Ok(Isset::Known(false));
            }
            value
        }
        Found::Dynamic | Found::Static(_) => asked.dynamic(),
        Found::Hidden(_) => None,
    };
    Ok(match (value, magic) {
        (Some(value), _) => Isset::Known(!value.unboxed().is_null()),
        (None, Some(isset)) => Isset::Magic(isset),
        (None, None) if asked.object.is_lazy() && !is_declared => Isset::Lazy,
        (None, None) => Isset::Absent,
    })
}
