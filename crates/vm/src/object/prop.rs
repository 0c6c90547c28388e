//! Properties of objects, with the hooks and magic methods that stand for them.

use hhbc::func::Role;
use hhbc::imm::IncDecOp;
use runtime::array::Key;
use runtime::class::{
    self, Address, Asked, Asker, Found, Isset, Method, Place, Prop, Read, Unset, Write, from_magic,
};
use runtime::message::Message;
use runtime::object::{Object, Reference};
use runtime::raise::{OrExit, Raise, Res};
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

use super::guard::Kind;
use super::incomplete;
use super::juggling;
use super::list::Visible;
use crate::frame::{Context, Frame};
use crate::library;
use crate::request::Request;
use crate::scoped;

/// The code that asks: the function of a frame.
fn asker(rq: &Request, frame: &Frame, object: &Object, name: &Str, kind: Kind) -> Asker {
    Asker {
        scope: frame.scope(),
        juggling: juggling(frame),
        in_magic: rq.guards.has(object, kind, name),
        in_hook: is_hook_of(frame, object, name),
    }
}

/// Whether the frame runs a hook of this very property.
fn is_hook_of(frame: &Frame, object: &Object, name: &Str) -> bool {
    let func = frame.func();
    let text = func.name().as_bytes();
    let [b'$', rest @ ..] = text else { return false };
    let own = rest.strip_suffix(b"::get").or_else(|| rest.strip_suffix(b"::set"));
    own == Some(name.as_bytes())
        && frame.php().record().role == Role::Method
        && frame.this_object().is_some_and(|this| {
            this.ptr_eq(object) || this.lazy_instance().is_some_and(|real| real.ptr_eq(object))
        })
}

impl Request {
    fn call_on(&mut self, object: &Object, method: &Method, args: &[Value]) -> Res<Value> {
        self.call(scoped::method(method), Context::This(object.clone()), args)
    }

    fn call_magic(
        &mut self,
        (object, name, kind): (&Object, &Str, Kind),
        method: &Method,
        args: &[Value],
    ) -> Res<Value> {
        if let Some(value) = self.own_magic((object, kind), method, args)? {
            return Ok(value);
        }
        self.guards.enter(object, kind, name);
        let result = self.call_on(object, method, args);
        self.guards.leave();
        result.map(|value| value.unboxed().clone())
    }

    /// What `props_` of a class of the library does in place of a magic method of a script, in a
    /// list; none when the magic method is to be called.
    fn own_magic(
        &mut self,
        (object, kind): (&Object, Kind),
        method: &Method,
        args: &[Value],
    ) -> Res<Option<Value>> {
        let Some(own) = object.class().class().library_method(b"props_") else { return Ok(None) };
        let php = scoped::method(method).as_php();
        if php.is_some_and(|php| php.unit().is_library()) {
            return Ok(None);
        }
        let word = match kind {
            Kind::Get => "get",
            Kind::Set => "set",
            Kind::Isset => "isset",
            Kind::Unset => "unset",
        };
        let mut all = vec![Value::from(intern(word.as_bytes()))];
        all.extend_from_slice(args);
        let answer = self.call_on(object, own, &all)?;
        let list = answer.unboxed().as_array();
        Ok(list.and_then(|list| list.get_int(0)).map(|value| value.unboxed().clone()))
    }
}

/// Goes on with the object that a lazy one stands for: a magic method that runs for the one runs
/// for the other.
fn forward<R>(
    rq: &mut Request,
    (by, kind): (Asker, Kind),
    (object, name): (&Object, &Str),
    then: impl FnOnce(&mut Request, Asker, &Object) -> Res<R>,
) -> Res<R> {
    let real = rq.real_object(object)?;
    let is_in = rq.guards.has(&real, kind, name);
    let enters = by.in_magic && !is_in;
    if enters {
        rq.guards.enter(&real, kind, name);
    }
    let result = then(rq, Asker { in_magic: by.in_magic || is_in, ..by }, &real);
    if enters {
        rq.guards.leave();
    }
    result
}

/// Whether the magic method runs already for what stands for a proxy.
fn runs_for_instance(rq: &Request, object: &Object, kind: Kind, name: &Str) -> bool {
    object.lazy_instance().is_some_and(|real| rq.guards.has(&real, kind, name))
}

/// `$object->name`.
pub(crate) fn read(rq: &mut Request, frame: &Frame, object: &Object, name: &Str) -> Res<Value> {
    let by = asker(rq, frame, object, name, Kind::Get);
    read_by(rq, by, object, name)
}

impl Request {
    /// The value of a property that a scope sees, which a hook may have to make.
    pub(crate) fn visible_value(
        &mut self,
        object: &Object,
        seen: &Visible,
        scope: Option<runtime::object::ClassId>,
    ) -> Res<Value> {
        let class = object.class().class();
        let is_hooked = matches!(class.find_prop(&seen.name, scope),
            Found::Prop(prop) if prop.hooks.as_ref().is_some_and(|hooks| hooks.get.is_some()));
        if !is_hooked {
            return Ok(seen.value.clone());
        }
        let juggling = class::Juggling::Weak;
        let by = Asker { scope, juggling, in_magic: false, in_hook: false };
        read_by(self, by, object, &seen.name)
    }
}

/// `$object->name` in other code than that of a frame.
pub(crate) fn read_by(rq: &mut Request, by: Asker, object: &Object, name: &Str) -> Res<Value> {
    if library::INCOMPLETE.is(object.class()) {
        incomplete::warn(rq, object)?;
        return Ok(Value::NULL);
    }
    let asked = Asked { object, name, by };
    match class::read(rq, asked)? {
        Read::Value(value) => Ok(value),
        Read::Hook(get) => Ok(rq.call_on(object, get, &[])?.unboxed().clone()),
        Read::Lazy => read_real(rq, by, object, name),
        Read::Magic(_) if runs_for_instance(rq, object, Kind::Get, name) => {
            read_real(rq, by, object, name)
        }
        Read::Magic(get) => {
            let args = [Value::from(name.clone())];
            let value = rq.call_magic((object, name, Kind::Get), get, &args)?;
            from_magic(rq, asked, value)
        }
    }
}

fn read_real(rq: &mut Request, by: Asker, object: &Object, name: &Str) -> Res<Value> {
    forward(rq, (by, Kind::Get), (object, name), |rq, by, real| read_by(rq, by, real, name))
}

/// `$object->name` in `??` and in the middle of `isset`: null when it is not there.
pub(crate) fn read_quietly(
    rq: &mut Request,
    frame: &Frame,
    object: &Object,
    name: &Str,
) -> Res<Value> {
    let by = asker(rq, frame, object, name, Kind::Isset);
    match class::isset(rq, Asked { object, name, by })? {
        Isset::Known(false) => Ok(Value::NULL),
        Isset::Known(true) => read(rq, frame, object, name),
        Isset::Hook(get) => Ok(rq.call_on(object, get, &[])?.unboxed().clone()),
        Isset::Magic(_) if runs_for_instance(rq, object, Kind::Isset, name) => {
            forward(rq, (by, Kind::Isset), (object, name), |rq, _, real| {
                read_quietly(rq, frame, real, name)
            })
        }
        Isset::Magic(isset) => match ask_isset(rq, (object, name), isset)? {
            true => read_magic(rq, frame, object, name),
            false => Ok(Value::NULL),
        },
        Isset::Absent => read_magic(rq, frame, object, name),
        Isset::Lazy if asks_get(rq, object, name) => read_magic(rq, frame, object, name),
        Isset::Lazy => {
            let by = Asker { in_magic: true, ..by };
            forward(rq, (by, Kind::Isset), (object, name), |rq, _, real| {
                read_quietly(rq, frame, real, name)
            })
        }
    }
}

/// Whether `__get` can be asked for a property that nobody declared.
fn asks_get(rq: &Request, object: &Object, name: &Str) -> bool {
    let class = object.class().class();
    class.magic.get.is_some()
        && class.props.get(name.as_bytes()).is_none()
        && !rq.guards.has(object, Kind::Get, name)
}

/// What `__get` says of a property that is not there; null when nobody can be asked.
fn read_magic(rq: &mut Request, frame: &Frame, object: &Object, name: &Str) -> Res<Value> {
    let by = asker(rq, frame, object, name, Kind::Get);
    let asked = Asked { object, name, by };
    match ask_get(rq, asked)? {
        Some(value) => from_magic(rq, asked, value),
        None => Ok(Value::NULL),
    }
}

/// What `__get` gives, whatever the property's type; none when nobody can be asked.
fn ask_get(rq: &mut Request, asked: Asked<'_>) -> Res<Option<Value>> {
    let (object, name) = (asked.object, asked.name);
    let Some(get) = asked.magic(object.class().class().magic.get) else { return Ok(None) };
    let args = [Value::from(name.clone())];
    rq.call_magic((object, name, Kind::Get), get, &args).map(Some)
}

fn ask_isset(rq: &mut Request, (object, name): (&Object, &Str), isset: &Method) -> Res<bool> {
    let args = [Value::from(name.clone())];
    let answer = rq.call_magic((object, name, Kind::Isset), isset, &args)?;
    Ok(runtime::conv::to_bool(&answer))
}

/// Whether `__isset` or the value says that the property is there.
pub(crate) fn has(rq: &mut Request, frame: &Frame, object: &Object, name: &Str) -> Res<bool> {
    let by = asker(rq, frame, object, name, Kind::Isset);
    has_by(rq, by, object, name)
}

fn has_by(rq: &mut Request, by: Asker, object: &Object, name: &Str) -> Res<bool> {
    if library::INCOMPLETE.is(object.class()) {
        return incomplete::warn(rq, object).map(|()| false);
    }
    match class::isset(rq, Asked { object, name, by })? {
        Isset::Known(known) => Ok(known),
        Isset::Absent => Ok(false),
        Isset::Hook(get) => Ok(!rq.call_on(object, get, &[])?.unboxed().is_null()),
        Isset::Lazy => has_real(rq, by, object, name),
        Isset::Magic(_) if runs_for_instance(rq, object, Kind::Isset, name) => {
            has_real(rq, by, object, name)
        }
        Isset::Magic(isset) => ask_isset(rq, (object, name), isset),
    }
}

fn has_real(rq: &mut Request, by: Asker, object: &Object, name: &Str) -> Res<bool> {
    // `__isset` of what stands for the object is not asked again.
    let by = Asker { in_magic: true, ..by };
    forward(rq, (by, Kind::Isset), (object, name), |rq, by, real| has_by(rq, by, real, name))
}

/// `isset($object->name)`.
pub(crate) fn isset(rq: &mut Request, frame: &Frame, object: &Object, name: &Str) -> Res<bool> {
    has(rq, frame, object, name)
}

/// `empty($object->name)`: only `__isset` can say that what is not there has a value.
pub(crate) fn empty(rq: &mut Request, frame: &Frame, object: &Object, name: &Str) -> Res<bool> {
    if let Some(answer) = super::offset::empty_by_library(rq, object, false, &name.clone().into())?
    {
        return Ok(answer);
    }
    let by = asker(rq, frame, object, name, Kind::Isset);
    let value = match class::isset(rq, Asked { object, name, by })? {
        Isset::Absent => return Ok(true),
        Isset::Magic(isset) if !runs_for_instance(rq, object, Kind::Isset, name) => {
            if !ask_isset(rq, (object, name), isset)? {
                return Ok(true);
            }
            let by = asker(rq, frame, object, name, Kind::Get);
            ask_get(rq, Asked { object, name, by })?.unwrap_or(Value::NULL)
        }
        _ => read_quietly(rq, frame, object, name)?,
    };
    Ok(!runtime::conv::to_bool(value.unboxed()))
}

/// `$object->name = value`; the value that is then there.
pub(crate) fn write(
    rq: &mut Request,
    frame: &Frame,
    (object, name): (&Object, &Str),
    value: Value,
) -> Res<Value> {
    let by = writer(rq, frame, object, name);
    write_by(rq, by, (object, name), value)
}

/// The code that writes a property.
pub(crate) fn writer(rq: &Request, frame: &Frame, object: &Object, name: &Str) -> Asker {
    asker(rq, frame, object, name, Kind::Set)
}

/// `$object->name = value` in other code than that of a frame.
pub(crate) fn write_by(
    rq: &mut Request,
    by: Asker,
    (object, name): (&Object, &Str),
    value: Value,
) -> Res<Value> {
    incomplete::check(rq, object)?;
    let given = value.clone();
    match class::write(rq, Asked { object, name, by }, value)? {
        Write::Done(value) => Ok(value),
        Write::Hook(set, value) => {
            rq.call_on(object, set, &[value])?;
            Ok(given)
        }
        Write::Lazy(value) => write_real(rq, by, (object, name), value),
        Write::Magic(_, value) if runs_for_instance(rq, object, Kind::Set, name) => {
            write_real(rq, by, (object, name), value)
        }
        Write::Magic(set, value) => {
            let args = [Value::from(name.clone()), value];
            rq.call_magic((object, name, Kind::Set), set, &args)?;
            Ok(given)
        }
    }
}

fn write_real(
    rq: &mut Request,
    by: Asker,
    (object, name): (&Object, &Str),
    value: Value,
) -> Res<Value> {
    forward(rq, (by, Kind::Set), (object, name), |rq, by, real| {
        write_by(rq, by, (real, name), value)
    })
}

/// Creates a property that is to be changed in place and is not there, unless `__get` or the
/// class knows it; whether it did. PHP complains of its creation first, then that it was missing.
pub(crate) fn created(rq: &mut Request, frame: &Frame, object: &Object, name: &Str) -> Res<bool> {
    incomplete::check(rq, object)?;
    let class = object.class().class();
    if class.magic.get.is_some() || plain_slot(object, name, frame.scope()).is_some() {
        return Ok(false);
    }
    let by = asker(rq, frame, object, name, Kind::Isset);
    let Isset::Absent = class::isset(rq, Asked { object, name, by })? else { return Ok(false) };
    if class.first.dynamic.is_none_or(|slot| {
        let dynamic = object.slot(slot as usize);
        dynamic.as_array().is_some_and(|array| array.get(Key::of_str(name)).is_some())
    }) {
        return Ok(false);
    }
    write(rq, frame, (object, name), Value::NULL)?;
    let class = crate::class::class_text(object.class());
    rq.warn(&format!("Undefined property: {class}::${}", crate::class::shown(name)))?;
    Ok(true)
}

/// Changes a property that [`created`] made.
pub(crate) fn set_created(rq: &mut Request, object: &Object, name: &Str, value: Value) -> Res<()> {
    let Some(slot) = object.class().class().first.dynamic else { return Ok(()) };
    let mut object = object.clone();
    let mut place = object.slot_mut(slot as usize);
    let Some(props) = place.as_array_mut() else { return Ok(()) };
    props.assign(Key::of_str(name), value).or_exit(rq)
}

/// `unset($object->name)`.
pub(crate) fn unset(rq: &mut Request, frame: &Frame, object: &Object, name: &Str) -> Res<()> {
    let by = asker(rq, frame, object, name, Kind::Unset);
    unset_by(rq, by, object, name)
}

fn unset_by(rq: &mut Request, by: Asker, object: &Object, name: &Str) -> Res<()> {
    incomplete::check(rq, object)?;
    match class::unset(rq, Asked { object, name, by })? {
        Unset::Done => Ok(()),
        Unset::Magic(unset) if !runs_for_instance(rq, object, Kind::Unset, name) => {
            let args = [Value::from(name.clone())];
            rq.call_magic((object, name, Kind::Unset), unset, &args).map(drop)
        }
        Unset::Lazy | Unset::Magic(_) => {
            forward(rq, (by, Kind::Unset), (object, name), |rq, by, real| {
                unset_by(rq, by, real, name)
            })
        }
    }
}

/// Where a path goes on that passes through a property.
pub(crate) enum Passage {
    /// In this slot of the object; the row when its type must hold afterwards.
    Slot(u32, Option<&'static Prop>),
    /// In the array in this slot, under the name.
    Element(u32),
    /// In a value that nothing keeps.
    Temporary(Value),
}

/// Where `$object->name` is for what changes it in place, and in which object.
/// Refuses to read and write a typed property that has no value.
pub(crate) fn check_initialised(
    rq: &mut Request,
    frame: &Frame,
    object: &Object,
    name: &Str,
) -> Res<()> {
    let Some((slot, prop)) = plain_slot(object, name, frame.scope()) else { return Ok(()) };
    let is_missing = matches!(object.slot(slot as usize).view(), View::Uninit);
    if is_missing
        && prop.ty.is_some()
        && !object.is_lazy()
        && object.class().class().magic.get.is_none()
    {
        let member = prop.text();
        return Err(rq.throw(Message::UninitializedProperty { member }));
    }
    Ok(())
}

pub(crate) fn pass_through(
    rq: &mut Request,
    frame: &Frame,
    object: &Object,
    name: &Str,
) -> Res<(Object, Passage)> {
    let by = asker(rq, frame, object, name, Kind::Get);
    pass_by(rq, by, object, name)
}

fn pass_by(rq: &mut Request, by: Asker, object: &Object, name: &Str) -> Res<(Object, Passage)> {
    incomplete::check(rq, object)?;
    let address = class::prepare(rq, Asked { object, name, by })?;
    if let Address::Lazy = address {
        return forward(rq, (by, Kind::Get), (object, name), |rq, by, real| {
            pass_by(rq, by, real, name)
        });
    }
    Ok((object.clone(), passage(rq, (by, object, name), address)?))
}

fn passage(
    rq: &mut Request,
    (by, object, name): (Asker, &Object, &Str),
    address: Address,
) -> Res<Passage> {
    match address {
        Address::Lazy => Ok(Passage::Temporary(Value::NULL)),
        Address::Slot(slot, prop) => Ok(Passage::Slot(slot, prop.ty.map(|_| prop))),
        Address::Element(slot) => Ok(Passage::Element(slot)),
        Address::Copy(value) => Ok(Passage::Temporary(value)),
        Address::Hook(get) => {
            let value = rq.call_on(object, get, &[])?;
            let is_of_library =
                crate::scoped::method(get).as_php().is_some_and(|php| php.unit().is_library());
            if !is_of_library && !matches!(value.view(), View::Ref(_) | View::Object(_)) {
                let member = Asked { object, name, by }.member();
                return Err(rq.throw(Message::HookedInPlace { member }));
            }
            Ok(Passage::Temporary(value))
        }
        Address::Magic(_) if object.class().class().library_method(b"nest_").is_some() => {
            let value = rq.call_method(object, b"nest_", &[Value::from(name.clone())])?;
            Ok(Passage::Temporary(value))
        }
        Address::Magic(get) => {
            let value = overloaded(rq, (object, name), get)?;
            if matches!(value.view(), View::Ref(_)) {
                return Ok(Passage::Temporary(value));
            }
            class::from_magic(rq, Asked { object, name, by }, value).map(Passage::Temporary)
        }
    }
}

/// What `__get` gives for a property that is to be changed in place.
fn overloaded(
    rq: &mut Request,
    (object, name): (&Object, &Str),
    get: &'static class::Method,
) -> Res<Value> {
    let args = [Value::from(name.clone())];
    rq.guards.enter(object, Kind::Get, name);
    let value = rq.call_on(object, get, &args);
    rq.guards.leave();
    let value = value?;
    if !matches!(value.view(), View::Ref(_) | View::Object(_)) {
        rq.notice(&format!(
            "Indirect modification of overloaded property {}::${} has no effect",
            crate::class::class_text(object.class()),
            crate::class::shown(name)
        ))?;
    }
    Ok(value)
}

/// `&$object->name`.
pub(crate) fn reference(
    rq: &mut Request,
    frame: &Frame,
    object: &Object,
    name: &Str,
) -> Res<Reference> {
    let (object, passage) = pass_through(rq, frame, object, name)?;
    let object = &object;
    let made = match passage {
        Passage::Slot(slot, prop) => {
            if let Some(prop) = prop
                && matches!(object.slot(slot as usize).view(), View::Uninit)
            {
                let nullable = prop.ty.is_some_and(|ty| {
                    ty.hints()
                        .meets(hhbc::constraint::Hint::null.with(hhbc::constraint::Hint::mixed))
                });
                if !nullable {
                    let text = format!(
                        "Cannot access uninitialized non-nullable property {}::${} by reference",
                        crate::class::class_text(prop.class),
                        crate::class::shown(prop.name.as_bytes())
                    );
                    return Err(rq.throw_error("error", &text));
                }
                object.clone().slot_mut(slot as usize).set(Value::NULL);
                object.set_slot_state(slot as usize, 0);
            }
            object.set_may_be_cyclic();
            let made = object.clone().slot_mut(slot as usize).make_ref();
            if let (Ok(reference), Some(prop)) = (&made, prop) {
                class::bound::bind(reference, prop, Some(object));
            }
            made
        }
        Passage::Element(slot) => {
            let mut object = object.clone();
            let mut place = object.slot_mut(slot as usize);
            match place.as_array_mut() {
                Some(array) => {
                    let key = Key::of_str(name);
                    array.slot_or_null(key).and_then(|mut slot| slot.make_ref())
                }
                None => Reference::new_null(),
            }
        }
        Passage::Temporary(value) => match value.view() {
            View::Ref(reference) => Ok(reference.clone()),
            _ => Reference::new(value),
        },
    };
    made.map_err(|oom| rq.out_of_memory(oom))
}

/// Stores what a property holds after the operator failed whose result it was to get: null, when it
/// had no value and no type.
pub(crate) fn fail(frame: &Frame, object: &Object, name: &Str) {
    let Some((slot, prop)) = plain_slot(object, name, frame.scope()) else { return };
    let is_missing = matches!(object.slot(slot as usize).view(), View::Uninit);
    if is_missing && prop.ty.is_none() && object.class().class().magic.get.is_none() {
        object.clone().slot_mut(slot as usize).assign(Value::NULL);
    }
    if let Some(value) = prop.after_failure(juggling(frame)) {
        object.clone().slot_mut(slot as usize).assign(value);
    }
}

/// Refuses a step past the range of int of a property that takes no float.
pub(crate) fn check_step(
    rq: &mut Request,
    frame: &Frame,
    (object, name): (&Object, &Str),
    (old, new): (&Value, &Value),
) -> Res<()> {
    let Some((slot, prop)) = plain_slot(object, name, frame.scope()) else { return Ok(()) };
    let place = object.slot(slot as usize);
    if prop.ty.is_none() {
        let is_up = old.as_int().is_some_and(|int| int > 0);
        let op = if is_up { IncDecOp::PreInc } else { IncDecOp::PreDec };
        return crate::local::check_step(rq, &place.clone(), op, new);
    }
    let held = match place.view() {
        View::Ref(_) => "a reference held by property",
        _ => "property",
    };
    check_range(rq, prop, held, (old, new))
}

/// Refuses a step past the range of int of what a property holds, if that takes no float.
pub(crate) fn check_range(
    rq: &mut Request,
    prop: &Prop,
    held: &str,
    (old, new): (&Value, &Value),
) -> Res<()> {
    let (View::Int(int), View::Float(_)) = (old.view(), new.view()) else { return Ok(()) };
    let Some(ty) = prop.ty.map(|_| prop.type_text().unwrap_or_default()) else { return Ok(()) };
    let wanted = hhbc::constraint::Hint::float.with(hhbc::constraint::Hint::mixed);
    if prop.ty.is_some_and(|ty| ty.hints().meets(wanted)) {
        return Ok(());
    }
    let (verb, end) = if int > 0 { ("increment", "maximal") } else { ("decrement", "minimal") };
    let member = prop.text();
    let text = format!("Cannot {verb} {held} {member} of type {ty} past its {end} value");
    Err(rq.throw_error("typeerror", &text))
}

/// Whether an object has a dynamic property of this name.
pub(crate) fn is_dynamic(object: &Object, name: &Str) -> bool {
    let slot = object.class().class().first.dynamic;
    let held = slot.and_then(|slot| object.slot(slot as usize).as_array());
    held.is_some_and(|held| held.get(Key::of_str(name)).is_some())
}

/// Binds a dynamic property that was made although the warning about that threw.
fn bind_made(object: &Object, name: &Str, bound: &Value) {
    let Some(slot) = object.class().class().first.dynamic else { return };
    let mut object = object.clone();
    let mut place = object.slot_mut(slot as usize);
    let key = Key::of_str(name);
    if let Some(array) = place.as_array_mut()
        && array.get(key).is_some_and(Value::is_null)
    {
        // Without memory the property stays null.
        let _ = array.set(key, bound.clone());
    }
}

/// Binds a property to a reference.
pub(crate) fn bind(
    rq: &mut Request,
    frame: &Frame,
    (object, name): (&Object, &Str),
    bound: &Value,
) -> Res<()> {
    incomplete::check(rq, object)?;
    let by = asker(rq, frame, object, name, Kind::Get);
    // The property is made, or the error of one that cannot be, as for any change in place.
    let (object, passage) = match class::prepare(rq, Asked { object, name, by }) {
        Ok(Address::Hook(_)) => (object.clone(), Passage::Temporary(Value::NULL)),
        Ok(Address::Magic(get)) if object.class().class().library_method(b"nest_").is_none() => {
            (object.clone(), Passage::Temporary(overloaded(rq, (object, name), get)?))
        }
        Ok(Address::Lazy) => pass_by(rq, by, object, name)?,
        Ok(address) => (object.clone(), passage(rq, (by, object, name), address)?),
        Err(halt) => {
            bind_made(object, name, bound);
            return Err(halt);
        }
    };
    let object = &object;
    match passage {
        Passage::Slot(slot, prop) => {
            if let (Some(prop), View::Ref(reference)) = (prop, bound.view()) {
                class::bound::fit_one_more(rq, reference, (prop, juggling(frame)))?;
            }
            object.set_may_be_cyclic();
            let old = object.clone().slot_mut(slot as usize).replace(bound.clone());
            if let Some(prop) = prop {
                if let View::Ref(reference) = old.view() {
                    class::bound::unbind(reference, prop, Some(object));
                }
                if let View::Ref(reference) = bound.view() {
                    class::bound::bind(reference, prop, Some(object));
                }
            }
            object.set_slot_state(slot as usize, 0);
        }
        Passage::Element(slot) => {
            let mut object = object.clone();
            let mut place = object.slot_mut(slot as usize);
            if let Some(array) = place.as_array_mut() {
                let key = Key::of_str(name);
                let set = array.set(key, bound.clone());
                set.map_err(|oom| rq.out_of_memory(oom))?;
            }
        }
        Passage::Temporary(_) => {
            let text = "Cannot assign by reference to overloaded object";
            return Err(rq.throw_error("error", text));
        }
    }
    Ok(())
}

/// The slot of a property that reads and writes plainly in a scope, with its row.
pub(crate) fn plain_slot(
    object: &Object,
    name: &Str,
    scope: Option<runtime::object::ClassId>,
) -> Option<(u32, &'static Prop)> {
    let Found::Prop(prop) = object.class().class().find_prop(name, scope) else { return None };
    match prop.place {
        Place::Slot(slot) if prop.hooks.is_none() => Some((slot, prop)),
        _ => None,
    }
}

/// A name of the process as a string.
pub(crate) fn name(text: &str) -> Str {
    intern(text.as_bytes()).to_str()
}
