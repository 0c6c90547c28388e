//! Objects: made, copied, asked for their class, and `$this`.
//!
//! # Not here
//! Paths through objects and arrays: `member`. Linking of classes: the runtime.

pub(crate) mod cast;
mod collect;
mod compare;
mod convert;
mod destroy;
mod guard;
pub(crate) mod incomplete;
pub(crate) mod lazy;
mod list;
pub(crate) mod offset;
pub(crate) mod own;
pub(crate) mod prop;
mod view;

use hhbc::func::Attrs;
use hhbc::imm::{BareThisOp, ClsRef, Count, LocalId};
use runtime::class::{Callee, Juggling, Place, Prop, Scope};
use runtime::message::Message;
use runtime::object::{ClassId, Object, SlotState};
use runtime::raise::{Halt, OrExit, Raise, Res};
use runtime::value::{Value, View};

pub(crate) use cast::{from_value, to_array};
pub use collect::Collected;
pub use guard::Guards;
pub(crate) use list::{
    Seen, dynamic_props, is_asked, is_internal, is_made_up, is_of_library, is_shadowed, mark,
    own_props, seen, visible_props,
};
pub(crate) use view::view;

use crate::class::{class_text, from_cell, resolve, resolve_quietly, shown};
use crate::frame::{Context, Frame};
use crate::request::Request;
use crate::scoped;
use crate::throwable;

/// How code of a frame converts scalars.
pub(crate) fn juggling(frame: &Frame) -> Juggling {
    match frame.php().record().attrs.has(Attrs::strict) {
        true => Juggling::Strict,
        false => Juggling::Weak,
    }
}

/// The error of a value that a typed property refuses.
pub(crate) fn refused_value(rq: &mut Request, prop: &Prop, value: &Value) -> Halt {
    let value = match value.unboxed().view() {
        View::Bool(true) => "true".to_owned(),
        View::Bool(false) => "false".to_owned(),
        _ => runtime::conv::type_name(rq, value),
    };
    let member = format!("{}::${}", class_text(prop.class), shown(prop.name.as_bytes()));
    rq.throw(Message::PropertyType { value, member, ty: prop.type_text().unwrap_or_default() })
}

impl Request {
    /// A new object of a class of the library, whose slots the engine fills.
    pub(crate) fn new_object(&mut self, class: ClassId) -> Res<Object> {
        Object::new(class).or_exit(self)
    }

    /// A new object of a class with its first values; its constructor has not run.
    pub fn instantiate(&mut self, class: ClassId) -> Res<Object> {
        let class = class.class();
        if let Some(message) = class.refuses_new() {
            return Err(self.throw(message));
        }
        if crate::library::CLOSURE.is(class.id) {
            return Err(self.throw_error("error", "Instantiation of class Closure is not allowed"));
        }
        if crate::library::GENERATOR.is(class.id) {
            let text = "The \"Generator\" class is reserved for internal use and cannot be manually \
                        instantiated";
            return Err(self.throw_error("error", text));
        }
        self.settle_class(class)?;
        if !class.first.lazy.is_empty() {
            self.make_first_values(class)?;
        }
        let object = class.instantiate(&self.rds).or_exit(self)?;
        if throwable::is_throwable_class(class.id) {
            throwable::note_place(self, &object)?;
        }
        Ok(object)
    }

    /// Makes the first values of a class's properties that need code.
    pub(crate) fn make_first_values(&mut self, class: &'static runtime::class::Class) -> Res<()> {
        for pending in class.pending(&self.rds) {
            let scope = pending.prop.class;
            let func = scoped::code_in(pending.code, scope);
            let made = self.call(func, Context::Class(scope), &[])?;
            let value = match pending.prop.ty {
                None => made,
                Some(ty) => {
                    let kept = made.clone();
                    let scope = Scope::of(scope);
                    match runtime::class::coerce(self, (ty, scope), made, Juggling::Strict)? {
                        Some(value) => value,
                        None => return Err(refused_value(self, pending.prop, &kept)),
                    }
                }
            };
            self.rds.set(pending.handle, value);
        }
        Ok(())
    }

    /// A value as a property's type takes it, or the error that it does not.
    pub(crate) fn typed_property(&mut self, prop: &Prop, value: &Value) -> Res<Value> {
        let Some(ty) = prop.ty else { return Ok(value.clone()) };
        let scope = Scope::of(prop.class);
        let plain = value.unboxed().clone();
        match runtime::class::coerce(self, (ty, scope), plain, Juggling::Strict)? {
            Some(_) if matches!(value.view(), View::Ref(_)) => Ok(value.clone()),
            Some(coerced) => Ok(coerced),
            None => Err(refused_value(self, prop, value.unboxed())),
        }
    }

    /// A new object, whose constructor has run with these arguments.
    pub fn construct(&mut self, class: ClassId, args: &[Value]) -> Res<Object> {
        let object = self.instantiate(class)?;
        let class = class.class();
        if let Some(method) = class.magic.construct.and_then(|index| class.method(index)) {
            self.call(scoped::method(method), Context::This(object.clone()), args)?;
        }
        Ok(object)
    }

    /// A shallow copy of an object, whose `__clone` has run.
    pub(crate) fn clone_object(&mut self, object: &Object, scope: Option<ClassId>) -> Res<Object> {
        let class = object.class().class();
        let is_enum = class.kind == hhbc::class::ClassKind::Enum;
        let is_single = is_enum || class.library_method(b"uncloneable_").is_some();
        if is_single || class.attrs.has(Attrs::internal) && !crate::library::CLOSURE.is(class.id) {
            let name = class_text(class.id);
            let text = format!("Trying to clone an uncloneable object of class {name}");
            return Err(self.throw_error("error", &text));
        }
        let clone = class.magic.clone.and_then(|index| class.method(index));
        if clone.is_some()
            && let callee @ Callee::Hidden(method) = class.find_method(b"__clone", scope)
        {
            let _ = callee;
            let text = format!(
                "Call to {} {}::__clone() from {}",
                method.visibility().name(),
                class_text(class.id),
                crate::class::place_text(scope)
            );
            return Err(self.throw_error("error", &text));
        }
        match object.is_lazy() {
            true => self.clone_lazy(object),
            false => self.copy_object(object),
        }
    }

    /// A shallow copy of an object that is not lazy, whose `__clone` has run.
    fn copy_object(&mut self, object: &Object) -> Res<Object> {
        if object.is_lazy() {
            return self.clone_lazy(object);
        }
        let class = object.class().class();
        let clone = class.magic.clone.and_then(|index| class.method(index));
        let mut copy = Object::new(class.id).or_exit(self)?;
        if copy.take_slots_of(object) {
            for prop in class.props.rows() {
                if let Place::Slot(slot) = prop.place
                    && let View::Ref(reference) = copy.slot(slot as usize).view()
                {
                    runtime::class::bound::bind(reference, prop, Some(&copy));
                }
            }
        }
        if let Some(cloned) = class.magic.cloned.and_then(|index| class.method(index)) {
            let args = [Value::from(object.clone())];
            self.call(scoped::method(cloned), Context::This(copy.clone()), &args)?;
        }
        if let Some(clone) = clone {
            reopen(&copy, true);
            let result = self.call(scoped::method(clone), Context::This(copy.clone()), &[]);
            reopen(&copy, false);
            result?;
        }
        Ok(copy)
    }
}

/// Lets `__clone` set readonly properties once more, or ends that.
fn reopen(object: &Object, open: bool) {
    for (slot, prop) in object.class().class().first.slots.iter().enumerate() {
        if prop.is_readonly() {
            let state = object.slot_state(slot) & !SlotState::REOPENED;
            object.set_slot_state(slot, if open { state | SlotState::REOPENED } else { state });
        }
    }
}

fn push_constructor(rq: &mut Request, frame: &mut Frame, class: ClassId) -> Res<()> {
    if let Some(func) = frame.site().method_cache.method(class) {
        rq.settle_class(class.class())?;
        let object = class.class().instantiate(&rq.rds).or_exit(rq)?;
        frame.push(Value::from(object.clone()));
        frame.push_record(func, Context::This(object));
        return Ok(());
    }
    let object = rq.instantiate(class)?;
    let is_throwable = throwable::is_throwable_class(class);
    let class = class.class();
    let method = class.magic.construct.and_then(|index| class.method(index));
    let func = match method {
        None => scoped::pass(),
        Some(method) => match class.find_method(b"__construct", frame.scope()) {
            Callee::Hidden(hidden) => {
                object.set_destructed();
                let text = format!(
                    "Call to {} {}::__construct() from {}",
                    hidden.visibility().name(),
                    class_text(hidden.scope),
                    crate::class::place_text(frame.scope())
                );
                return Err(rq.throw_error("error", &text));
            }
            Callee::Method(method) => scoped::method(method),
            Callee::Magic(_) | Callee::Undefined => scoped::method(method),
        },
    };
    if class.first.lazy.is_empty() && !is_throwable {
        frame.site().method_cache.set_method(class.id, func);
    }
    frame.push(Value::from(object.clone()));
    frame.push_record(func, Context::This(object));
    Ok(())
}

/// `f_push_ctor`: see the table.
pub fn f_push_ctor(rq: &mut Request, frame: &mut Frame, _: &Count) -> Res<()> {
    let class = from_cell(&frame.pop());
    push_constructor(rq, frame, class)
}

/// `f_push_ctor_d`: see the table.
pub fn f_push_ctor_d(rq: &mut Request, frame: &mut Frame, _: &Count, cls: &ClsRef) -> Res<()> {
    let class = resolve(rq, frame, *cls)?;
    push_constructor(rq, frame, class)
}

impl Frame {
    /// The object that the function runs on.
    pub(crate) fn this_object(&self) -> Option<Object> {
        self.fp().record().this()
    }
}

fn without_this(rq: &mut Request) -> Halt {
    rq.throw_error("error", "Using $this when not in object context")
}

/// `$this`, or the error that there is none.
pub(crate) fn this_of(rq: &mut Request, frame: &Frame) -> Res<Object> {
    frame.this_object().ok_or_else(|| without_this(rq))
}

/// `this`: see the table.
pub fn this(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let this = this_of(rq, frame)?;
    frame.push(Value::from(this));
    Ok(())
}

/// `bare_this`: see the table.
pub fn bare_this(rq: &mut Request, frame: &mut Frame, op: &BareThisOp) -> Res<()> {
    let this = frame.this_object();
    if this.is_none() && *op != BareThisOp::NoNotice {
        return Err(without_this(rq));
    }
    frame.push(this.map_or(Value::NULL, Value::from));
    Ok(())
}

/// `check_this`: see the table.
pub fn check_this(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    this_of(rq, frame).map(drop)
}

/// `init_this_loc`: see the table.
pub fn init_this_loc(_: &mut Request, frame: &mut Frame, id: &LocalId) {
    let this = frame.this_object().map_or(Value::UNINIT, Value::from);
    *frame.local_mut(*id) = this;
}

/// `clone`: see the table.
pub fn clone(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let value = frame.pop();
    let View::Object(object) = value.unboxed().view() else {
        return Err(rq.throw_error("error", "__clone method called on non-object"));
    };
    let copy = rq.clone_object(object, frame.scope())?;
    frame.push(Value::from(copy));
    Ok(())
}

/// `instance_of`: see the table.
pub fn instance_of(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let class = frame.pop();
    let value = frame.pop();
    let class = match class.unboxed().view() {
        View::Object(object) => Some(object.class()),
        View::Str(name) => rq.find_class(&name.clone(), false)?,
        _ => return Err(rq.throw_error("error", "Class name must be a valid object or a string")),
    };
    frame.push(Value::bool(is_instance(&value, class)));
    Ok(())
}

/// `instance_of_d`: see the table.
pub fn instance_of_d(rq: &mut Request, frame: &mut Frame, cls: &ClsRef) -> Res<()> {
    let value = frame.pop();
    let class = match value.unboxed().view() {
        View::Object(_) => resolve_quietly(rq, frame, *cls)?,
        _ => None,
    };
    frame.push(Value::bool(is_instance(&value, class)));
    Ok(())
}

fn is_instance(value: &Value, class: Option<ClassId>) -> bool {
    match (value.unboxed().view(), class) {
        (View::Object(object), Some(class)) => object.class().class().is_a(class),
        _ => false,
    }
}
