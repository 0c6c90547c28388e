//! Closures: a function with the variables it captured and what it is bound to.
//!
//! A closure of a function, method or builtin (`f(...)`) captures nothing; one that stands for
//! `__call` keeps the called name in place of captured values.
//!
//! # Invariants
//! - L1: the slots are those of the library's class, in its order.

use hhbc::func::Attrs;
use hhbc::imm::{Count, FuncId, LocalId};
use runtime::array::{Array, Key};
use runtime::layout::VmObject;
use runtime::object::{ClassId, Object, Reference};
use runtime::raise::{OrExit, Res};
use runtime::value::{TypedValue, Value, View};

use crate::callable::Target;
use crate::class::{cell, from_cell};
use crate::frame::{Context, Fp, Frame, Receiver};
use crate::func::{Func, PhpFunc};
use crate::native_method::MethodRow;
use crate::request::Request;
use crate::{library, scoped};

const FUNC: usize = 0;
const CAPTURED: usize = 1;
const THIS: usize = 2;
const CLASS: usize = 3;
const STATICS: usize = 4;

/// Byte offsets of the slots of a closure, for machine code.
pub struct ClosureSlot;

const fn at(slot: usize) -> i32 {
    (size_of::<VmObject>() + slot * size_of::<TypedValue>()) as i32
}

impl ClosureSlot {
    /// The number of its function.
    pub const FUNC: i32 = at(FUNC);
    /// The list of what it captured.
    pub const CAPTURED: i32 = at(CAPTURED);
    /// The object that it is bound to.
    pub const THIS: i32 = at(THIS);
    /// The class that it is bound to.
    pub const CLASS: i32 = at(CLASS);
}

/// The number of the class of closures, once there is one.
pub fn closure_class() -> Option<u32> {
    library::CLOSURE.id().map(|class| class.number())
}

/// Whether the object is a closure.
#[inline]
pub(crate) fn is_closure(object: &Object) -> bool {
    library::CLOSURE.is(object.class())
}

/// The function of a closure; none when it is another object.
pub(crate) fn func_of(object: &Object) -> Option<&'static Func> {
    let number = is_closure(object).then(|| field(object, FUNC).as_int())??;
    Func::by_number(number as u32)
}

/// What a closure is bound to.
pub(crate) fn context_of(closure: &Object) -> Context {
    match (field(closure, THIS).view(), field(closure, CLASS).view()) {
        (View::Object(this), _) => Context::This(this.clone()),
        (_, View::Int(_)) => Context::Class(from_cell(field(closure, CLASS))),
        _ => Context::None,
    }
}

/// Whether both are closures of the same function or method, on the same object or class.
pub(crate) fn are_alike(left: &Object, right: &Object) -> bool {
    let (Some(one), Some(other)) = (func_of(left), func_of(right)) else { return false };
    let is_same = |slot: usize| match (left.slot(slot).view(), right.slot(slot).view()) {
        (View::Object(one), View::Object(other)) => one.ptr_eq(other),
        (View::Str(one), View::Str(other)) => one == other,
        (View::Int(one), View::Int(other)) => one == other,
        (View::Null | View::Uninit, View::Null | View::Uninit) => true,
        _ => false,
    };
    std::ptr::eq(one, other)
        && !one.is_closure()
        && [CAPTURED, THIS, CLASS].iter().all(|slot| is_same(*slot))
}

/// What calling a closure runs.
pub(crate) fn target_of(object: &Object) -> Option<Target> {
    let func = func_of(object)?;
    if func.is_closure() {
        return Some(Target { func, context: Context::This(object.clone()), called: None });
    }
    let called = object.slot(CAPTURED).as_str().cloned();
    Some(Target { func, context: context_of(object), called })
}

/// The variables that a closure captured, by name.
pub(crate) fn captured(rq: &mut Request, closure: &Object) -> Res<Array> {
    let mut named = Array::new();
    let (Some(func), Some(values)) = (func_of(closure), closure.slot(CAPTURED).as_array()) else {
        return Ok(named);
    };
    let Some(php) = func.as_php() else { return Ok(named) };
    for (capture, (_, value)) in php.record().notes.captures.iter().zip(values) {
        let Some(name) = php.local_name(capture.local.0) else { continue };
        if matches!(value.view(), View::Uninit) {
            continue;
        }
        let name = php.unit().str(name);
        named.set(Key::Str(name.as_str()), value.clone()).or_exit(rq)?;
    }
    Ok(named)
}

/// The variables that a closure captured and its static ones, by name.
pub(crate) fn kept(rq: &mut Request, closure: &Object) -> Res<Array> {
    let mut named = captured(rq, closure)?;
    let Some(php) = func_of(closure).and_then(Func::as_php) else { return Ok(named) };
    for known in &php.record().notes.statics {
        let value = match (static_var(closure, known.name.0), &known.init) {
            (Some(place), _) => place.get(),
            (None, Some(hhbc::func::Init::Literal(literal))) => {
                php.unit().literal(literal).or_exit(rq)?
            }
            (None, _) => Value::NULL,
        };
        let name = php.unit().str(known.name);
        named.set(Key::Str(name.as_str()), value).or_exit(rq)?;
    }
    Ok(named)
}

/// A closure of `func`.
#[inline]
fn make(rq: &mut Request, func: &'static Func, captured: Value, bound: Context) -> Res<Object> {
    let Some(number) = func.number() else {
        return Err(rq.fatal("Too many functions"));
    };
    let class = library::CLOSURE.of(rq)?;
    let closure = Object::new(class).or_exit(rq)?;
    // All slots of a new closure are null.
    let slots = Receiver::of(&closure);
    slots.slot(FUNC).init(Value::int(i64::from(number)));
    slots.slot(CAPTURED).init(captured);
    match bound {
        Context::None => {}
        Context::This(this) => slots.slot(THIS).init(Value::from(this)),
        Context::Class(class) => slots.slot(CLASS).init(cell(class)),
    }
    Ok(closure)
}

/// A closure of what a callable runs.
pub(crate) fn of_target(rq: &mut Request, target: Target) -> Res<Object> {
    if target.func.is_closure()
        && let Context::This(closure) = target.context
    {
        return Ok(closure);
    }
    let captured = target.called.map_or(Value::NULL, Value::from);
    make(rq, target.func, captured, target.context)
}

/// The function of the closures that a site makes, in the scope of its frame; which the site remembers.
fn closure_in(frame: &Frame, php: &'static PhpFunc) -> &'static Func {
    let Some(scope) = frame.scope() else { return scoped::rescoped(php, None) };
    let cache = &frame.site().method_cache;
    cache.method(scope).unwrap_or_else(|| {
        let func = scoped::rescoped(php, Some(scope));
        cache.set_method(scope, func);
        func
    })
}

/// `create_cl`: see the table.
pub fn create_cl(rq: &mut Request, frame: &mut Frame, n: &Count, func: &FuncId) -> Res<()> {
    let captured = match n.0 {
        0 => Value::NULL,
        n => Value::from(Array::from_values(frame.topmost(n).iter().cloned()).or_exit(rq)?),
    };
    frame.discard(n.0);
    let base = frame.php().unit().func(*func);
    let (func, is_static) = match base.as_php() {
        Some(php) => {
            let is_static = php.record().attrs.has(Attrs::r#static);
            (closure_in(frame, php), is_static)
        }
        None => (base, true),
    };
    let this = if is_static { None } else { frame.this_object() };
    let bound = match this {
        Some(this) => Context::This(this),
        None => frame.late_bound().or_else(|| frame.scope()).map_or(Context::None, Context::Class),
    };
    let closure = make(rq, func, captured, bound)?;
    frame.push(Value::from(closure));
    Ok(())
}

/// `f_callable`: see the table.
pub fn f_callable(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let record = frame.pop_record();
    let called = record.take_called_name();
    let func = match record.func().as_by_name() {
        Some(func) => func,
        None => record.func(),
    };
    let context = match (record.this(), record.class()) {
        (Some(this), _) => Context::This(this),
        (None, Some(class)) => Context::Class(class),
        (None, None) => Context::None,
    };
    record.release();
    let closure = of_target(rq, Target { func, context, called })?;
    frame.push(Value::from(closure));
    Ok(())
}

/// Gives a closure's frame what it captured and what it is bound to, and keeps the closure in its
/// cell.
pub(crate) fn enter(fp: Fp, php: &PhpFunc) {
    let Some(at) = php.closure_cell() else { return };
    let record = fp.record();
    let Some(closure) = record.take_this() else { return };
    if let Some(captured) = field(&closure, CAPTURED).as_array() {
        for (capture, (_, value)) in php.record().notes.captures.iter().zip(captured) {
            fp.cell(capture.local.0 as usize).init(value.clone());
        }
    }
    match context_of(&closure) {
        Context::None => {}
        context => drop(record.replace_context(context)),
    }
    fp.cell(at).init(Value::from(closure));
}

/// A slot of a closure.
#[inline(always)]
fn field(closure: &Object, at: usize) -> &Value {
    Receiver::of(closure).slot(at).value()
}

/// The closure that a frame runs.
pub(crate) fn running(frame: &Frame) -> Option<Object> {
    let at = frame.php().closure_cell()?;
    match frame.fp().cell(at).value().view() {
        View::Object(closure) => Some(closure.clone()),
        _ => None,
    }
}

/// The place of a static variable of a closure.
pub(crate) fn static_var(closure: &Object, name: u32) -> Option<Reference> {
    let statics = closure.slot(STATICS).as_array()?;
    match statics.get(Key::Int(i64::from(name)))?.view() {
        View::Ref(place) => Some(place.clone()),
        _ => None,
    }
}

/// Sets the place of a static variable of a closure.
pub(crate) fn set_static_var(
    rq: &mut Request,
    closure: &mut Object,
    name: u32,
    place: Reference,
) -> Res<()> {
    let mut slot = closure.slot_mut(STATICS);
    if slot.get().as_array().is_none() {
        slot.set(Value::from(Array::new()));
    }
    let set = match slot.as_array_mut() {
        Some(statics) => statics.set(Key::Int(i64::from(name)), Value::from(place)),
        None => Ok(()),
    };
    set.or_exit(rq)
}

/// Static variables of a copy are its own from then on.
fn copy_statics(rq: &mut Request, from: &Object, to: &mut Object) -> Res<()> {
    let Some(statics) = from.slot(STATICS).as_array().cloned() else { return Ok(()) };
    for (key, value) in &statics {
        if let Key::Int(name) = key {
            let place = Reference::new(value.unboxed().clone()).or_exit(rq)?;
            set_static_var(rq, to, name as u32, place)?;
        }
    }
    Ok(())
}

/// The copy of a closure bound to `this`, in the scope of a class. `Err` of the text of PHP's
/// warning when that cannot be.
pub(crate) fn bind(
    rq: &mut Request,
    closure: &Object,
    this: Option<Object>,
    scope: Option<ClassId>,
) -> Res<Result<Object, String>> {
    let Some(func) = func_of(closure) else { return Ok(Err("Cannot bind closure".to_owned())) };
    if let Some(refusal) = refuses_binding(func, closure, this.as_ref(), scope) {
        return Ok(Err(refusal));
    }
    let own = match (&this, scope) {
        (Some(_), None) => Some(library::CLOSURE.of(rq)?),
        _ => scope,
    };
    let func = match func.as_php() {
        Some(php) if php.is_closure() => scoped::rescoped(php, own),
        _ => func,
    };
    let bound = match this {
        Some(this) => Context::This(this),
        None => scope.map_or(Context::None, Context::Class),
    };
    let mut copy = make(rq, func, closure.slot(CAPTURED).clone(), bound)?;
    copy_statics(rq, closure, &mut copy)?;
    Ok(Ok(copy))
}

fn refuses_binding(
    func: &'static Func,
    closure: &Object,
    this: Option<&Object>,
    scope: Option<ClassId>,
) -> Option<String> {
    let is_static = func.as_php().is_some_and(|php| php.record().attrs.has(Attrs::r#static));
    if this.is_some() && is_static {
        return Some("Cannot bind an instance to a static closure".to_owned());
    }
    let is_method = !func.is_closure() && func.scope().is_some();
    let had_this = matches!(closure.slot(THIS).view(), View::Object(_));
    if this.is_none() && is_method && !is_static {
        return Some("Cannot unbind $this of method".to_owned());
    }
    if this.is_none() && had_this && func.is_closure() && uses_this(func) {
        return Some("Cannot unbind $this of closure using $this".to_owned());
    }
    if let (Some(this), true, Some(class)) = (this, is_method, func.scope())
        && !this.class().class().is_a(class)
    {
        return Some(format!(
            "Cannot bind method {}() to object of class {}",
            crate::class::func_text(func),
            crate::class::class_text(this.class())
        ));
    }
    if let Some(scope) = scope
        && Some(scope) != func.scope()
        && scope.class().declared.is_some_and(|decl| scoped::unit_of(decl.unit).is_library())
    {
        let name = crate::class::class_text(scope);
        return Some(format!("Cannot bind closure to scope of internal class {name}"));
    }
    if !func.is_closure() && scope != func.scope() {
        let of = if is_method { "method" } else { "function" };
        return Some(format!("Cannot rebind scope of closure created from {of}"));
    }
    None
}

/// Whether the code mentions `$this`.
fn uses_this(func: &Func) -> bool {
    use hhbc::instr::Instr;
    let Some(php) = func.as_php() else { return false };
    hhbc::instr::instrs(&php.record().body.code).flatten().any(|(_, instr)| {
        matches!(
            instr,
            Instr::This {} | Instr::BareThis { .. } | Instr::BaseH {} | Instr::CheckThis {}
        )
    })
}

/// Native methods of `Closure`.
pub(crate) const METHODS: &[MethodRow] = &[
    ("closure::bind", bind_static),
    ("closure::bindto", bind_to),
    ("closure::call", call_with),
    ("closure::fromcallable", from_callable),
    ("closure::__invoke", invoke),
];

fn argument(frame: &Frame, at: u32) -> Value {
    frame.local(LocalId(at)).unboxed().clone()
}

fn bind_static(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let closure = argument(frame, 0).into_object();
    bind_as(rq, closure, argument(frame, 1), argument(frame, 2))
}

fn bind_to(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let closure = frame.this_object();
    bind_as(rq, closure, argument(frame, 0), argument(frame, 1))
}

/// Binds to an object and a scope as scripts name them.
fn bind_as(rq: &mut Request, closure: Option<Object>, this: Value, scope: Value) -> Res<Value> {
    let Some(closure) = closure else { return Ok(Value::NULL) };
    let own = func_of(&closure).and_then(Func::scope);
    let scope = match scope.view() {
        View::Object(object) => Some(object.class()),
        View::Str(name) if name.as_bytes() == b"static" => own,
        View::Str(name) => match rq.find_class(&name.clone(), true)? {
            Some(class) => Some(class),
            None => {
                let name = crate::class::shown(name);
                rq.warn(&format!("Class \"{name}\" not found"))?;
                return Ok(Value::NULL);
            }
        },
        _ => None,
    };
    match bind(rq, &closure, this.into_object(), scope)? {
        Ok(bound) => Ok(Value::from(bound)),
        Err(text) => {
            rq.warn(&text)?;
            Ok(Value::NULL)
        }
    }
}

fn call_with(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let closure = crate::object::this_of(rq, frame)?;
    let Some(this) = argument(frame, 0).into_object() else { return Ok(Value::NULL) };
    let scope = this.class();
    let bound = match bind(rq, &closure, Some(this), Some(scope))? {
        Ok(bound) => bound,
        Err(text) => {
            rq.warn(&text)?;
            return Ok(Value::NULL);
        }
    };
    call(rq, &bound, &argument(frame, 1))
}

/// Calls with the arguments that are left to a variadic parameter.
fn call(rq: &mut Request, closure: &Object, args: &Value) -> Res<Value> {
    let Some(target) = target_of(closure) else { return Ok(Value::NULL) };
    let args = args.as_array().cloned().unwrap_or_default();
    let (args, rest) = crate::call::arranged(rq, &target, &args)?;
    rq.call_with_rest(&target, &args, rest)
}

fn from_callable(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let callable = argument(frame, 0);
    if let View::Object(object) = callable.view()
        && is_closure(object)
    {
        return Ok(callable);
    }
    let from = rq.caller_viewpoint();
    let (reason, fault) = match crate::callable::resolve(rq, &callable, &from) {
        Ok(Ok(target)) => return of_target(rq, target).map(Value::from),
        Ok(Err(reason)) => (reason, None),
        Err(fault) => (crate::native::callable::missing_class(&callable), Some(fault)),
    };
    let text = format!("Failed to create closure from callable: {reason}");
    let refusal = rq.throw_error("typeerror", &text);
    Err(match fault {
        Some(fault) => crate::throwable::after(fault, refusal),
        None => refusal,
    })
}

fn invoke(rq: &mut Request, frame: &mut Frame) -> Res<Value> {
    let closure = crate::object::this_of(rq, frame)?;
    call(rq, &closure, &argument(frame, 0))
}
