//! Lazy objects: made, initialised when a property is first needed, and what stands for them.
//!
//! A ghost is filled in place by its initialiser; a proxy is stood for by what its factory
//! returns. What initialises an object is kept as an array that the collector sees.
//!
//! # Invariants
//! - Z2: when an initialiser fails, the object holds what it held before, and is lazy again.
//!
//! # Not here
//! The table of lazy objects and the mark in their headers: the runtime.

use hhbc::func::Attrs;
use runtime::array::{Array, Key};
use runtime::class::{Class, Place, Prop, bound};
use runtime::object::{ClassId, Lazy, Object, SlotState};
use runtime::raise::{OrExit, Res};
use runtime::value::{Value, View};

use crate::callable::{Target, Viewpoint, resolve};
use crate::class::{cell, class_text, from_cell};
use crate::frame::{Context, Walker};
use crate::func::Func;
use crate::request::Request;
use crate::scoped;

/// How an object becomes lazy.
pub(crate) struct Manner {
    /// Whether another object will stand for it.
    pub is_proxy: bool,
    /// The options that scripts gave.
    pub options: i64,
    /// What they gave to initialise it.
    pub initializer: Value,
}

/// Serialising does not initialise the object.
const SKIP_ON_SERIALIZE: i64 = 8;
/// The destructor of an object that becomes lazy again does not run.
const SKIP_DESTRUCTOR: i64 = 16;

/// Where the parts of what initialises an object are.
mod part {
    pub const GIVEN: i64 = 0;
    pub const FUNC: i64 = 1;
    pub const CONTEXT: i64 = 2;
    pub const CALLED: i64 = 3;
}

/// What initialises an object, as its entry keeps it.
fn source(rq: &mut Request, given: &Value) -> Res<Value> {
    let is_script = |func: &Func| func.as_php().is_some_and(|php| !php.unit().is_library());
    let asker = Walker::new(rq).find(|frame| is_script(frame.func));
    let from = asker.map_or_else(Viewpoint::default, |frame| frame.viewpoint());
    let target = match resolve(rq, given, &from)? {
        Ok(target) => target,
        Err(refusal) => {
            let text = format!("Argument #1 ($initializer) must be a valid callback, {refusal}");
            return Err(rq.throw_error("typeerror", &text));
        }
    };
    let Some(number) = target.func.number() else { return Err(rq.fatal("Too many functions")) };
    let context = match target.context {
        Context::This(this) => Value::from(this),
        Context::Class(class) => cell(class),
        Context::None => Value::NULL,
    };
    let called = target.called.map_or(Value::NULL, Value::from);
    let parts = [given.clone(), Value::int(i64::from(number)), context, called];
    Array::from_values(parts).or_exit(rq).map(Value::from)
}

fn target(parts: &Array) -> Option<Target> {
    let part = |at| parts.get(Key::Int(at)).cloned().unwrap_or(Value::NULL);
    let func = Func::by_number(part(part::FUNC).as_int()? as u32)?;
    let context = part(part::CONTEXT);
    let context = match context.view() {
        View::Object(this) => Context::This(this.clone()),
        View::Int(_) => Context::Class(from_cell(&context)),
        _ => Context::None,
    };
    Some(Target { func, context, called: part(part::CALLED).as_str().cloned() })
}

/// What scripts gave to initialise an object that is not initialised yet.
pub(crate) fn initializer(object: &Object) -> Option<Value> {
    if !is_uninitialized(object) {
        return None;
    }
    object.with_lazy(|lazy| lazy.source.as_array()?.get(Key::Int(part::GIVEN)).cloned())?
}

/// Whether the object is lazy and has not been initialised.
pub(crate) fn is_uninitialized(object: &Object) -> bool {
    object.is_lazy() && object.with_lazy(|lazy| lazy.instance().is_none()).unwrap_or(false)
}

/// What `var_dump()` says before `object`.
pub(crate) fn mark(object: &Object) -> &'static str {
    match object.is_lazy().then(|| object.with_lazy(|lazy| lazy.is_proxy)).flatten() {
        Some(true) => "lazy proxy ",
        Some(false) => "lazy ghost ",
        None => "",
    }
}

fn is_library(class: &Class) -> bool {
    class.declared.is_none_or(|decl| scoped::unit_of(decl.unit).is_library())
}

/// The row of the property in a slot, as references are bound to it.
fn row_of(object: &Object, slot: usize) -> Option<&'static Prop> {
    let class = object.class().class();
    let prop = class.first.slots.get(slot)?;
    let is_it = |row: &&'static Prop| row.place == Place::Slot(slot as u32);
    let own = class.props.get(prop.name.as_bytes()).filter(is_it);
    own.or_else(|| prop.class.class().props.get(prop.name.as_bytes()).filter(is_it))
}

/// Sets a slot; the reference that it held is not bound to the property any more.
fn put(object: &Object, slot: usize, (value, state): (Value, u8)) {
    let old = object.clone().slot_mut(slot).replace(value);
    object.set_slot_state(slot, state);
    if let (View::Ref(reference), Some(prop)) = (old.view(), row_of(object, slot)) {
        bound::unbind(reference, prop, Some(object));
    }
}

/// Binds the reference that a slot holds.
fn bind_slot(object: &Object, slot: usize) {
    if let (View::Ref(reference), Some(prop)) = (object.slot(slot).view(), row_of(object, slot)) {
        bound::bind(reference, prop, Some(object));
    }
}

const EMPTY: u8 = SlotState::NEVER_SET | SlotState::LAZY;

fn is_lazy_slot(object: &Object, slot: usize) -> bool {
    object.slot_state(slot) & SlotState::LAZY != 0
}

fn lazy_slots(object: &Object) -> usize {
    (0..object.class().class().first.slots.len()).filter(|&slot| is_lazy_slot(object, slot)).count()
}

impl Request {
    /// A new lazy object.
    pub(crate) fn new_lazy(&mut self, class: ClassId, manner: Manner) -> Res<Object> {
        self.check_may_be_lazy(class.class())?;
        let source = source(self, &manner.initializer)?;
        if let Some(message) = class.class().refuses_new() {
            return Err(runtime::raise::Raise::throw(self, message));
        }
        self.make_first_values(class.class())?;
        let object = Object::new(class).or_exit(self)?;
        for slot in 0..class.class().first.slots.len() {
            put(&object, slot, (Value::UNINIT, EMPTY));
        }
        if lazy_slots(&object) > 0 {
            let Manner { is_proxy, options, .. } = manner;
            object.set_lazy(Lazy { is_proxy, options, source });
        }
        Ok(object)
    }

    fn check_may_be_lazy(&mut self, class: &'static Class) -> Res<()> {
        let is_closed = |class: &Class| is_library(class) && class.name.as_bytes() != b"stdClass";
        let name = class_text(class.id);
        if is_closed(class) {
            let text = format!("Cannot make instance of internal class lazy: {name} is internal");
            return Err(self.throw_error("error", &text));
        }
        let mut parents = std::iter::successors(class.parent(), |class| class.parent());
        if let Some(parent) = parents.find(|class| is_closed(class)) {
            let parent = class_text(parent.id);
            let text = format!(
                "Cannot make instance of internal class lazy: {name} inherits internal class \
                 {parent}"
            );
            return Err(self.throw_error("error", &text));
        }
        Ok(())
    }

    /// Makes an object lazy that is not, or not any more.
    pub(crate) fn reset_as_lazy(
        &mut self,
        object: &Object,
        class: ClassId,
        manner: Manner,
    ) -> Res<()> {
        self.check_may_be_lazy(class.class())?;
        let source = source(self, &manner.initializer)?;
        if object.is_lazy() {
            drop(object.end_lazy());
            self.run_destructors()?;
        } else if object.has_lazy_source() {
            let text = "Can not reset an object while it is being initialized";
            return Err(self.throw_error("error", text));
        } else if manner.options & SKIP_DESTRUCTOR == 0 && object.is_destructor_due() {
            object.set_destructed();
            self.destruct(object.clone())?;
        }
        if object.class().class().magic.destruct.is_some() {
            object.demand_destructor();
        }
        let is_final = object.class().class().attrs.has(Attrs::r#final);
        if let Some(slot) = object.class().class().first.dynamic {
            object.clone().slot_mut(slot as usize).set(Value::UNINIT);
        }
        for (slot, prop) in class.class().first.slots.iter().enumerate() {
            let is_set = !matches!(object.slot(slot).view(), View::Uninit);
            let is_open = object.slot_state(slot) & SlotState::REOPENED != 0;
            let is_last = is_final || prop.attrs.has(Attrs::r#final);
            if !(is_set && prop.is_readonly() && !is_open && is_last) {
                put(object, slot, (Value::UNINIT, EMPTY));
            }
        }
        if lazy_slots(object) > 0 {
            let Manner { is_proxy, options, .. } = manner;
            object.set_lazy(Lazy { is_proxy, options, source });
        }
        Ok(())
    }

    /// The object whose properties those of this one are: itself, or what stands for it. A lazy
    /// object is initialised.
    pub(crate) fn real_object(&mut self, object: &Object) -> Res<Object> {
        if !object.is_lazy() {
            return Ok(object.clone());
        }
        if let Some(instance) = object.lazy_instance() {
            return if instance.is_lazy() { self.real_object(&instance) } else { Ok(instance) };
        }
        match object.with_lazy(|lazy| lazy.is_proxy) {
            Some(true) => self.initialize_proxy(object),
            _ => self.initialize_ghost(object),
        }
    }

    /// As [`real_object`](Self::real_object), but for what is not initialised.
    pub(crate) fn shown_object(&mut self, object: &Object) -> Object {
        object.lazy_instance().unwrap_or_else(|| object.clone())
    }

    /// Calls what initialises the object. The object is not lazy meanwhile.
    fn call_initializer(&mut self, object: &Object) -> Res<Value> {
        let parts = object.with_lazy(|lazy| lazy.source.clone()).unwrap_or(Value::NULL);
        object.mark_lazy(false);
        match parts.as_array().and_then(target) {
            Some(target) => self.call_target(&target, &[Value::from(object.clone())]),
            None => Ok(Value::NULL),
        }
    }

    fn initialize_ghost(&mut self, object: &Object) -> Res<Object> {
        let class = object.class().class();
        let mut before = Vec::new();
        for slot in 0..class.id.record().slots as usize {
            before.push((object.slot(slot).clone(), object.slot_state(slot)));
            if slot < class.first.slots.len() && is_lazy_slot(object, slot) {
                put(object, slot, class.first_value(slot, &self.rds));
            }
        }
        let result = self.call_initializer(object).and_then(|value| match value.is_null() {
            true => Ok(()),
            false => {
                let text = "Lazy object initializer must return NULL or no value";
                Err(self.throw_error("typeerror", text))
            }
        });
        if let Err(halt) = result {
            for (slot, word) in before.into_iter().enumerate() {
                put(object, slot, word);
                bind_slot(object, slot);
            }
            object.mark_lazy(true);
            return Err(halt);
        }
        drop(before);
        drop(object.end_lazy());
        Ok(object.clone())
    }

    fn initialize_proxy(&mut self, object: &Object) -> Res<Object> {
        let made = self.call_initializer(object);
        let instance = match made.and_then(|made| self.instance_for(object, &made)) {
            Ok(instance) => instance,
            Err(halt) => {
                object.mark_lazy(true);
                return Err(halt);
            }
        };
        let Some(Lazy { is_proxy, options, source }) = object.end_lazy() else {
            return Ok(instance);
        };
        drop(source);
        self.empty_proxy(object, instance.class());
        object.set_lazy(Lazy { is_proxy, options, source: Value::from(instance.clone()) });
        Ok(instance)
    }

    /// Takes all properties out of a proxy, so that each access goes to what stands for it.
    fn empty_proxy(&mut self, object: &Object, class: ClassId) {
        if let Some(slot) = object.class().class().first.dynamic {
            object.clone().slot_mut(slot as usize).set(Value::UNINIT);
        }
        for slot in 0..class.class().first.slots.len() {
            put(object, slot, (Value::UNINIT, EMPTY));
        }
    }

    /// What a factory returned, as the object that stands for a proxy.
    fn instance_for(&mut self, proxy: &Object, made: &Value) -> Res<Object> {
        let name = class_text(proxy.class());
        let View::Object(instance) = made.unboxed().view() else {
            let given = match made.unboxed().view() {
                View::Bool(true) => "true".to_owned(),
                View::Bool(false) => "false".to_owned(),
                _ => runtime::conv::type_name(self, made),
            };
            let text = format!(
                "Lazy proxy factory must return an instance of a class compatible with {name}, \
                 {given} returned"
            );
            return Err(self.throw_error("typeerror", &text));
        };
        if !is_compatible(instance.class().class(), proxy.class().class()) {
            let real = class_text(instance.class());
            let text = format!(
                "The real instance class {real} is not compatible with the proxy class {name}. \
                 The proxy must be a instance of the same class as the real instance, or a \
                 sub-class with no additional properties, and no overrides of the __destructor or \
                 __clone methods."
            );
            return Err(self.throw_error("typeerror", &text));
        }
        if instance.ptr_eq(proxy) || instance.is_lazy() {
            let text = "Lazy proxy factory must return a non-lazy object";
            return Err(self.throw_error("error", text));
        }
        Ok(instance.clone())
    }

    /// Ends an object's laziness: what was not set has its first value.
    pub(crate) fn settle_lazy(&mut self, object: &Object) {
        let class = object.class().class();
        for slot in 0..class.first.slots.len() {
            if is_lazy_slot(object, slot) {
                put(object, slot, class.first_value(slot, &self.rds));
            }
        }
        drop(object.end_lazy());
    }

    /// A copy of a lazy object: what stands for a proxy is copied too.
    pub(super) fn clone_lazy(&mut self, object: &Object) -> Res<Object> {
        if is_uninitialized(object) {
            self.real_object(object)?;
        }
        if !object.is_lazy() {
            return self.copy_object(object);
        }
        let known = object.with_lazy(|lazy| (lazy.options, lazy.instance().cloned()));
        let Some((options, Some(instance))) = known else { return Ok(object.clone()) };
        let copy = Object::new(object.class()).or_exit(self)?;
        for slot in 0..object.class().class().first.slots.len() {
            put(&copy, slot, (Value::UNINIT, EMPTY));
        }
        let instance = self.copy_object(&instance)?;
        copy.set_lazy(Lazy { is_proxy: true, options, source: Value::from(instance) });
        Ok(copy)
    }

    /// The object that is serialised instead of this one.
    pub(crate) fn serialized_object(&mut self, object: &Object) -> Res<Object> {
        if !object.is_lazy() {
            return Ok(object.clone());
        }
        let options = object.with_lazy(|lazy| lazy.options).unwrap_or(0);
        match options & SKIP_ON_SERIALIZE != 0 {
            true => Ok(self.shown_object(object)),
            false => self.real_object(object),
        }
    }

    /// Gives the property in a slot its first value; the object is not lazy any more when that was
    /// the last.
    pub(crate) fn skip_lazy_slot(&mut self, object: &Object, slot: usize) {
        if is_lazy_slot(object, slot) {
            put(object, slot, object.class().class().first_value(slot, &self.rds));
            end_if_full(object);
        }
    }
}

/// Takes the mark from a slot, or gives it back; whether it was there.
pub(crate) fn mark_slot(object: &Object, slot: usize, is_lazy: bool) -> bool {
    let state = object.slot_state(slot);
    let bit = if is_lazy { SlotState::LAZY } else { 0 };
    object.set_slot_state(slot, state & !SlotState::LAZY | bit);
    state & SlotState::LAZY != 0
}

/// Ends the laziness of an object whose properties are all set.
pub(crate) fn end_if_full(object: &Object) {
    if is_uninitialized(object) && lazy_slots(object) == 0 {
        drop(object.end_lazy());
    }
}

/// Whether an object of class `real` can stand for a proxy.
fn is_compatible(real: &'static Class, proxy: &'static Class) -> bool {
    if real.id == proxy.id {
        return true;
    }
    let same = |one: Option<u32>, other: Option<u32>| {
        let scope = |class: &'static Class, at: Option<u32>| {
            at.and_then(|at| class.method(at)).map(|method| method.scope)
        };
        scope(real, one) == scope(proxy, other)
    };
    proxy.is_a(real.id)
        && real.props.rows().count() == proxy.props.rows().count()
        && same(real.magic.destruct, proxy.magic.destruct)
        && same(real.magic.clone, proxy.magic.clone)
}
