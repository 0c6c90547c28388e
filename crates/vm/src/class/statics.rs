//! Static properties.

use hhbc::class::ClassKind;
use hhbc::imm::{ClsRef, IncDecOp, Param, SetOpOp, StrId};
use runtime::class::{Class, Initial, Juggling, Place, Prop, Scope};
use runtime::conv;
use runtime::object::{ClassId, Reference};
use runtime::raise::{Halt, OrExit, Raise, Res};
use runtime::rds::Handle;
use runtime::string::Str;
use runtime::value::{Value, View};

use super::{from_cell, resolve};
use crate::exec::{PlainSlot, Site};
use crate::frame::{Context, Frame};
use crate::in_place::InPlace;
use crate::local;
use crate::member::accepted;
use crate::request::Request;

/// A static property of a class.
#[derive(Clone, Copy)]
pub(crate) struct Static {
    prop: &'static Prop,
    handle: Handle,
}

/// Where a static property is, as sites remember it.
#[derive(Clone, Copy)]
pub(crate) struct StaticPlace(u32);

impl StaticPlace {
    const SETTLES: u32 = 1 << 31;

    /// That of a property which a scope sees and says nothing of, and what may be stored in it.
    pub(crate) fn of(
        class: ClassId,
        name: &[u8],
        scope: Option<ClassId>,
    ) -> Option<(Self, PlainSlot)> {
        let row = class.class();
        let prop = row.find_static(name, scope).ok().filter(|_| row.kind != ClassKind::Trait)?;
        let Place::Static(handle) = prop.place else { return None };
        let settles = if row.first.settles { Self::SETTLES } else { 0 };
        let fits = PlainSlot::new(0, accepted(prop), (prop.is_writable(scope), false))?;
        (handle.number() < Self::SETTLES).then_some((Self(handle.number() | settles), fits))
    }

    /// As a number, for caches.
    pub(crate) fn number(self) -> u32 {
        self.0
    }

    /// That of a number.
    #[inline(always)]
    pub(crate) fn of_number(number: u32) -> Self {
        Self(number)
    }

    /// Whether the class has values that a request makes before its properties are read.
    #[inline(always)]
    pub(crate) fn settles(self) -> bool {
        self.0 & Self::SETTLES != 0
    }

    /// The slot that holds it.
    #[inline(always)]
    pub(crate) fn handle(self) -> Handle {
        Handle::from_number(self.0 & !Self::SETTLES)
    }
}

impl Request {
    /// The static property of this name that code in `scope` sees, with its first value.
    pub(crate) fn static_prop(
        &mut self,
        class: ClassId,
        name: &[u8],
        scope: Option<ClassId>,
    ) -> Res<Static> {
        let prop = match class.class().find_static(name, scope) {
            Ok(prop) => prop,
            Err(message) => return Err(self.throw(message)),
        };
        if class.class().kind == ClassKind::Trait {
            self.deprecate(&format!(
                "Accessing static trait property {} is deprecated, it should only be accessed on \
                 a class using the trait",
                prop.text()
            ))?;
        }
        if class.class().kind != ClassKind::Trait {
            self.settle_class(class.class())?;
        }
        self.initialised(prop)
    }

    /// Makes the values of a class's constants and static properties that need code. PHP does so
    /// when the class gets its first object or is first asked for a static property.
    pub(crate) fn settle_class(&mut self, class: &'static Class) -> Res<()> {
        if !class.first.settles || !self.settled.insert(class.id.number()) {
            return Ok(());
        }
        let made = self.settle_members(class);
        if made.is_err() {
            self.settled.remove(&class.id.number());
        }
        made
    }

    /// Whether this request has nothing left to make before the class's first object.
    #[inline]
    pub(crate) fn is_settled(&self, class: &Class) -> bool {
        !class.first.settles || self.settled.contains(&class.id.number())
    }

    fn settle_members(&mut self, class: &'static Class) -> Res<()> {
        if let Some(parent) = class.parent() {
            self.settle_class(parent)?;
        }
        let needs_code = |initial: Option<Initial>| initial.and_then(Initial::thunk).is_some();
        for constant in class.consts.rows() {
            if constant.class == class.id && !constant.is_case && needs_code(constant.initial) {
                self.constant_value(class.id, constant)?;
            }
        }
        for prop in class.props.rows() {
            if prop.is_static() && prop.class == class.id && needs_code(prop.initial) {
                self.initialised(prop)?;
            }
        }
        Ok(())
    }

    fn initialised(&mut self, prop: &'static Prop) -> Res<Static> {
        let Place::Static(handle) = prop.place else {
            return Err(self.fatal("A static property has no place"));
        };
        if self.rds.get(handle).is_none() {
            let value = match prop.initial.and_then(Initial::thunk) {
                None => prop.first_value().map_or(Value::UNINIT, |(value, _)| value),
                Some(code) => {
                    let func = crate::scoped::code_in(code, prop.class);
                    let value = self.call(func, Context::Class(prop.class), &[])?;
                    self.typed_static(prop, value, Juggling::Strict)?
                }
            };
            self.rds.set(handle, value);
        }
        Ok(Static { prop, handle })
    }

    fn typed_static(
        &mut self,
        prop: &'static Prop,
        value: Value,
        juggling: Juggling,
    ) -> Res<Value> {
        let Some(ty) = prop.ty else { return Ok(value) };
        let kept = value.clone();
        let scope = Scope::of(prop.class);
        match runtime::class::coerce(self, (ty, scope), value, juggling)? {
            Some(value) => Ok(value),
            None => Err(crate::object::refused_value(self, prop, &kept)),
        }
    }

    /// Runs `body` on the place of a static property.
    pub(crate) fn with_static<R>(
        &mut self,
        at: Static,
        body: impl FnOnce(&mut Value) -> R,
    ) -> Option<R> {
        self.rds.get_mut(at.handle).map(body)
    }

    /// The value; an uninitialised typed one is an error.
    pub(crate) fn static_value(&mut self, at: Static) -> Res<Value> {
        let value = self.rds.get(at.handle).map_or(Value::NULL, |value| value.unboxed().clone());
        if !matches!(value.view(), View::Uninit) {
            return Ok(value);
        }
        let text = format!(
            "Typed static property {}::${} must not be accessed before initialization",
            super::class_text(at.prop.class),
            super::shown(at.prop.name.as_bytes())
        );
        Err(self.throw_error("error", &text))
    }

    /// The place as a reference.
    pub(crate) fn static_ref(&mut self, at: Static) -> Res<Reference> {
        let old = self.with_static(at, |place| std::mem::replace(place, Value::UNINIT));
        let mut place = old.unwrap_or(Value::NULL);
        let reference = local::make_ref(self, &mut place);
        self.with_static(at, |slot| *slot = place);
        if let Ok(reference) = &reference {
            runtime::class::bound::bind(reference, at.prop, None);
        }
        reference
    }

    /// Ends what [`static_ref`](Self::static_ref) began for a place that was no reference, unless
    /// somebody else holds it by now.
    pub(crate) fn take_static_back(&mut self, at: Static) {
        let reference = self.with_static(at, |place| match place.view() {
            View::Ref(reference) if reference.count() == 1 => {
                let reference = reference.clone();
                *place = reference.get();
                Some(reference)
            }
            _ => None,
        });
        if let Some(reference) = reference.flatten() {
            runtime::class::bound::unbind(&reference, at.prop, None);
        }
    }

    /// Assigns; the value as it then is.
    pub(crate) fn assign_static(
        &mut self,
        at: Static,
        value: Value,
        juggling: Juggling,
        scope: Option<ClassId>,
    ) -> Res<Value> {
        if !at.prop.is_writable(scope) {
            let text = format!(
                "Cannot modify {}(set) property {}::${} from {}",
                at.prop.set_visibility().name(),
                super::class_text(at.prop.class),
                super::shown(at.prop.name.as_bytes()),
                super::member::place_text(scope)
            );
            return Err(self.throw_error("error", &text));
        }
        let value = self.typed_static(at.prop, value, juggling)?;
        self.put_static(at, value, juggling)
    }

    /// Replaces by what an operator made of the value. PHP: where a reference is, its types speak.
    fn update_static(
        &mut self,
        at: Static,
        value: Value,
        juggling: Juggling,
        scope: Option<ClassId>,
    ) -> Res<Value> {
        match self.bound_static(at) {
            Some(_) if at.prop.is_writable(scope) => self.put_static(at, value, juggling),
            _ => self.assign_static(at, value, juggling, scope),
        }
    }

    /// The new value of a static property that is changed where it is.
    fn change_static(&mut self, at: Static, change: &InPlace) -> Res<Option<Value>> {
        let changed = self.with_static(at, |place| change.change(place));
        changed.unwrap_or(Ok(None)).or_exit(self)
    }

    /// The reference with types that a static property is.
    fn bound_static(&mut self, at: Static) -> Option<Reference> {
        let bound = self.with_static(at, |place| match place.view() {
            View::Ref(reference) if reference.type_sources() != 0 => Some(reference.clone()),
            _ => None,
        });
        bound.flatten()
    }

    fn put_static(&mut self, at: Static, value: Value, juggling: Juggling) -> Res<Value> {
        if let Some(reference) = self.bound_static(at) {
            return runtime::class::bound::assign(self, &reference, (value, juggling));
        }
        let kept = value.clone();
        let old = self.with_static(at, |place| match place.view() {
            View::Ref(reference) => {
                reference.clone().set(value);
                Value::NULL
            }
            _ => std::mem::replace(place, value),
        });
        drop(old);
        Ok(kept)
    }
}

macro_rules! both_forms {
    ($( $body:ident: $by_stack:ident, $by_name:ident ($($imm:ident: $ty:ty),*) takes $taken:literal; )*) => {$(
        #[doc = concat!("`", stringify!($by_stack), "`: see the table.")]
        pub fn $by_stack(rq: &mut Request, frame: &mut Frame $(, $imm: &$ty)*) -> Res<()> {
            let operand = if $taken { Some(frame.pop()) } else { None };
            let name = frame.pop();
            let class = from_cell(&frame.pop());
            let name = conv::to_str(rq, name.unboxed())?;
            $body(rq, frame, (class, &name), operand $(, $imm)*)
        }
        #[doc = concat!("`", stringify!($by_name), "`: see the table.")]
        pub fn $by_name(
            rq: &mut Request, frame: &mut Frame $(, $imm: &$ty)*, name: &StrId, cls: &ClsRef,
        ) -> Res<()> {
            let class = resolve(rq, frame, *cls)?;
            let operand = if $taken { Some(frame.pop()) } else { None };
            let name: Str = frame.str(*name).to_str();
            $body(rq, frame, (class, &name), operand $(, $imm)*)
        }
    )*};
}

both_forms! {
    push_value: c_get_s, c_get_sd() takes false;
    push_quiet: c_get_quiet_s, c_get_quiet_sd() takes false;
    push_reference: v_get_s, v_get_sd() takes false;
    push_isset: isset_s, isset_sd() takes false;
    push_empty: empty_s, empty_sd() takes false;
    set: set_s, set_sd() takes true;
    set_op: set_op_s, set_op_sd(op: SetOpOp) takes true;
    inc_dec: inc_dec_s, inc_dec_sd(op: IncDecOp) takes false;
    bind: bind_s, bind_sd() takes true;
    pass: f_pass_s, f_pass_sd(param: Param) takes false;
}

type Named<'a> = (ClassId, &'a Str);

fn push_value(
    rq: &mut Request,
    frame: &mut Frame,
    (class, name): Named,
    _: Option<Value>,
) -> Res<()> {
    let at = rq.static_prop(class, name, frame.scope())?;
    let value = rq.static_value(at)?;
    frame.push(value);
    Ok(())
}

/// The value, or null; nothing is an error but what the first value throws.
pub(crate) fn quiet_value(
    rq: &mut Request,
    scope: Option<ClassId>,
    (class, name): (ClassId, &Str),
) -> Res<Value> {
    let Ok(prop) = class.class().find_static(name, scope) else { return Ok(Value::NULL) };
    let at = rq.initialised(prop)?;
    let value = rq.with_static(at, |place| place.unboxed().clone()).unwrap_or(Value::NULL);
    Ok(if value.is_null() { Value::NULL } else { value })
}

fn push_quiet(rq: &mut Request, frame: &mut Frame, named: Named, _: Option<Value>) -> Res<()> {
    let value = quiet_value(rq, frame.scope(), named)?;
    frame.push(value);
    Ok(())
}

fn push_reference(
    rq: &mut Request,
    frame: &mut Frame,
    (class, name): Named,
    _: Option<Value>,
) -> Res<()> {
    let at = rq.static_prop(class, name, frame.scope())?;
    let reference = rq.static_ref(at)?;
    frame.push(Value::from(reference));
    Ok(())
}

/// Has the site remember where a static property is.
pub(crate) fn learn_static(site: &Site, class: ClassId, name: &[u8], scope: Option<ClassId>) {
    if site.slot_cache.number(class).is_some() {
        return;
    }
    if let Some((place, fits)) = StaticPlace::of(class, name, scope) {
        site.slot_cache.set_number(class, place.number());
        site.value_cache.set_number(class, fits.number());
    }
}

fn push_isset(rq: &mut Request, frame: &mut Frame, named: Named, _: Option<Value>) -> Res<()> {
    learn_static(frame.site(), named.0, named.1, frame.scope());
    let value = quiet_value(rq, frame.scope(), named)?;
    frame.push(Value::bool(!value.is_null()));
    Ok(())
}

fn push_empty(rq: &mut Request, frame: &mut Frame, named: Named, _: Option<Value>) -> Res<()> {
    learn_static(frame.site(), named.0, named.1, frame.scope());
    let value = quiet_value(rq, frame.scope(), named)?;
    frame.push(Value::bool(!conv::to_bool(&value)));
    Ok(())
}

fn set(rq: &mut Request, frame: &mut Frame, (class, name): Named, value: Option<Value>) -> Res<()> {
    let at = rq.static_prop(class, name, frame.scope())?;
    let value = value.unwrap_or(Value::NULL);
    let value = rq.assign_static(at, value, crate::object::juggling(frame), frame.scope())?;
    frame.push(value);
    Ok(())
}

fn set_op(
    rq: &mut Request,
    frame: &mut Frame,
    (class, name): Named,
    right: Option<Value>,
    op: &SetOpOp,
) -> Res<()> {
    let at = rq.static_prop(class, name, frame.scope())?;
    let right = right.unwrap_or(Value::NULL);
    if at.prop.is_writable(frame.scope())
        && let Some(change) = InPlace::of(rq, *op, &right)?
        && let Some(result) = rq.change_static(at, &change)?
    {
        frame.push(result);
        return Ok(());
    }
    let left = rq.static_value(at)?;
    let applied = local::operator(*op)(rq, &left, &right);
    if let (Err(Halt::Throw(_)), Some(value)) =
        (&applied, at.prop.after_failure(crate::object::juggling(frame)))
    {
        rq.with_static(at, |place| match place.view() {
            View::Ref(reference) => reference.set(value),
            _ => *place = value,
        });
    }
    let result = applied?;
    drop(left);
    let result = rq.update_static(at, result, crate::object::juggling(frame), frame.scope())?;
    frame.push(result);
    Ok(())
}

fn inc_dec(
    rq: &mut Request,
    frame: &mut Frame,
    (class, name): Named,
    _: Option<Value>,
    op: &IncDecOp,
) -> Res<()> {
    let at = rq.static_prop(class, name, frame.scope())?;
    let old = rq.static_value(at)?;
    let (new, result) = local::step(rq, &old, *op)?;
    match rq.bound_static(at) {
        Some(reference) => local::check_step(rq, &Value::from(reference), *op, &new)?,
        None => crate::object::prop::check_range(rq, at.prop, "property", (&old, &new))?,
    }
    drop(old);
    rq.update_static(at, new, crate::object::juggling(frame), frame.scope())?;
    frame.push(result);
    Ok(())
}

fn bind(
    rq: &mut Request,
    frame: &mut Frame,
    (class, name): Named,
    bound: Option<Value>,
) -> Res<()> {
    let at = rq.static_prop(class, name, frame.scope())?;
    let bound = bound.unwrap_or(Value::NULL);
    if let View::Ref(reference) = bound.view() {
        let typed = (at.prop, crate::object::juggling(frame));
        runtime::class::bound::fit_one_more(rq, reference, typed)?;
    }
    let kept = bound.clone();
    let old = rq.with_static(at, |place| std::mem::replace(place, kept));
    if let Some(View::Ref(reference)) = old.as_ref().map(Value::view) {
        runtime::class::bound::unbind(reference, at.prop, None);
    }
    drop(old);
    if let View::Ref(reference) = bound.view() {
        runtime::class::bound::bind(reference, at.prop, None);
    }
    frame.push(bound);
    Ok(())
}

fn pass(
    rq: &mut Request,
    frame: &mut Frame,
    named: Named,
    operand: Option<Value>,
    param: &Param,
) -> Res<()> {
    if crate::call::ops::wants_ref(frame, param).0 {
        return push_reference(rq, frame, named, operand);
    }
    push_value(rq, frame, named, operand)
}
