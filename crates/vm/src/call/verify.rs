//! Declared types of parameters and results.

use hhbc::constraint::{ClassTerm, Hint, TypeConstraint};
use hhbc::func::Attrs;
use hhbc::imm::{ClsRef, LocalId};
use runtime::array::Array;
use runtime::conv;
use runtime::object::ClassId;
use runtime::raise::{Halt, OrExit, Res};
use runtime::value::{Value, View};

use crate::class::func_text_of_argument;
use crate::frame::{Frame, Walker};
use crate::library;
use crate::request::Request;

/// Whether a value is of the type as it is.
#[inline]
fn fits(rq: &mut Request, frame: &Frame, ty: &TypeConstraint, value: &Value) -> Res<bool> {
    let hint = match value.view() {
        View::Uninit | View::Null => Hint::null,
        View::Bool(false) => Hint::r#false,
        View::Bool(true) => Hint::r#true,
        View::Int(_) => Hint::int,
        View::Float(_) => Hint::float,
        View::Str(_) => Hint::string,
        View::Array(_) => Hint::array.with(Hint::iterable),
        View::Object(_) => Hint::object,
        View::Resource(_) => Hint::NONE,
        View::Ref(inner) => return fits(rq, frame, ty, &inner.get()),
    };
    if ty.hints.has(Hint::mixed) || ty.hints.meets(hint) {
        return Ok(true);
    }
    if let View::Object(object) = value.view()
        && (is_of_class(rq, frame, ty, object.class())
            || ty.hints.has(Hint::iterable) && library::TRAVERSABLE.is_above(object.class()))
    {
        return Ok(true);
    }
    if ty.hints.has(Hint::callable) {
        return crate::callable::is_callable(rq, value, frame.scope());
    }
    Ok(false)
}

/// Has the site remember that objects of this one's class are of the type.
fn learn(frame: &Frame, value: &Value) {
    if let View::Object(object) = value.view() {
        crate::exec::meet_value(frame.site(), object.class(), object.class());
    }
}

/// Whether objects of a class are of one of the classes of the type.
fn is_of_class(rq: &mut Request, frame: &Frame, ty: &TypeConstraint, class: ClassId) -> bool {
    let mut one = |cls: &ClsRef| {
        let wanted = match cls {
            ClsRef::Named(name) => rq.class_at(frame.php().unit(), *name),
            ClsRef::SelfCls => frame.scope(),
            ClsRef::Parent => frame.scope().and_then(|scope| Some(scope.class().parent()?.id)),
            ClsRef::Static => frame.late_bound(),
        };
        wanted.is_some_and(|wanted| class.class().is_a(wanted))
    };
    if ty.hints.has(Hint::r#static)
        && frame.late_bound().is_some_and(|late| class.class().is_a(late))
    {
        return true;
    }
    ty.classes.iter().any(|term| match term {
        ClassTerm::One(cls) => one(cls),
        ClassTerm::All(all) => all.iter().all(&mut one),
    })
}

/// The value as the type wants it; none when it cannot be.
fn coerce(
    rq: &mut Request,
    frame: &Frame,
    ty: &TypeConstraint,
    value: &Value,
    strict: bool,
) -> Res<Option<Value>> {
    if fits(rq, frame, ty, value)? {
        return Ok(Some(value.clone()));
    }
    let has = |hint| ty.hints.meets(hint);
    if let View::Int(int) = value.view()
        && has(Hint::float)
    {
        return Ok(Some(Value::float(int as f64)));
    }
    if strict {
        return Ok(None);
    }
    runtime::class::juggle(rq, ty.hints, value)
}

fn type_text(frame: &Frame, ty: &TypeConstraint) -> String {
    ty.text(&mut |cls| match cls {
        ClsRef::Named(name) => String::from_utf8_lossy(frame.str(name).as_bytes()).into_owned(),
        other => {
            let class = match other {
                ClsRef::SelfCls => frame.scope(),
                ClsRef::Parent => frame.scope().and_then(|scope| Some(scope.class().parent()?.id)),
                _ => frame.late_bound(),
            };
            let word = || other.word().unwrap_or_default().to_owned();
            class.map_or_else(word, crate::class::class_text)
        }
    })
}

fn func_text(frame: &Frame) -> String {
    crate::class::func_text(frame.func())
}

/// Checks a parameter, coercing it in place.
pub(super) fn param(rq: &mut Request, frame: &mut Frame, id: LocalId) -> Res<()> {
    let param = frame.php().record().params.get(id.0 as usize);
    let Some(ty) = param.and_then(|param| param.ty.as_ref()) else { return Ok(()) };
    let variadic = param.is_some_and(|param| param.attrs.has(Attrs::variadic));
    if variadic {
        return rest(rq, frame, id, ty);
    }
    let value = frame.local(id).unboxed().clone();
    if fits(rq, frame, ty, &value)? {
        learn(frame, &value);
        return Ok(());
    }
    let caller = Walker::new(rq).nth(1);
    let strict = caller
        .as_ref()
        .and_then(|caller| caller.func.as_php())
        .is_some_and(|php| php.record().attrs.has(Attrs::strict));
    if let Some(value) = coerce(rq, frame, ty, &value, strict)? {
        crate::local::assign(frame.local_mut(id), value);
        return Ok(());
    }
    let is_library = frame.php().unit().is_library();
    if is_library
        && value.is_null()
        && !strict
        && let Some(value) = null_as_scalar(ty)
    {
        let name = param_name(frame, id);
        let (func, ty, number) =
            (func_text_of_argument(frame.func()), type_text(frame, ty), id.0 + 1);
        rq.deprecate(&format!(
            "{func}(): Passing null to parameter #{number} (${name}) of type {ty} is deprecated"
        ))?;
        crate::local::assign(frame.local_mut(id), value);
        return Ok(());
    }
    let given = given_name(rq, &value);
    let name = param_name(frame, id);
    if is_library && ty.hints.has(Hint::callable) {
        let or = if ty.hints.has(Hint::null) { " or null" } else { "" };
        return Err(refused_callback(rq, frame, (id, &name, or), &value));
    }
    let caller = caller.filter(|caller| !is_library && !is_of_library(caller));
    let place = caller.map_or_else(String::new, |caller| {
        let path = caller.func.as_php().map(|php| php.unit().path());
        let path = path
            .map_or_else(String::new, |path| String::from_utf8_lossy(path.as_bytes()).into_owned());
        format!(", called in {path} on line {}", caller.line())
    });
    let wanted = type_text(frame, ty);
    // PHP: functions that take any object in place of an array say only `array`; methods of
    // `BcMath\Number` have words of their own.
    let wanted = match &*wanted {
        "object|array" if is_library => "array",
        "BcMath\\Number|string|int" if is_library => "int, string, or BcMath\\Number",
        wanted => wanted,
    };
    let text = format!(
        "{}(): Argument #{} (${}) must be of type {wanted}, {given} given{place}",
        func_text_of_argument(frame.func()),
        id.0 + 1,
        name,
    );
    Err(rq.throw_error("typeerror", &text))
}

/// Whether a frame runs code of the library.
fn is_of_library(frame: &crate::frame::FrameInfo) -> bool {
    frame.func.as_php().is_some_and(|php| php.unit().is_library())
}

/// Whether all that a variadic parameter collected is of its type as it is.
fn all_fit(rq: &mut Request, frame: &Frame, ty: &TypeConstraint, all: &Array) -> Res<bool> {
    for (_, value) in all {
        let value = value.unboxed();
        let is_known = match value.view() {
            View::Object(object) => {
                let class = object.class();
                crate::exec::value_met(frame.site(), class, class)
            }
            _ => false,
        };
        if is_known {
            continue;
        }
        if !fits(rq, frame, ty, value)? {
            return Ok(false);
        }
        learn(frame, value);
    }
    Ok(true)
}

/// Checks what a variadic parameter collected, coercing it in place.
fn rest(rq: &mut Request, frame: &mut Frame, id: LocalId, ty: &TypeConstraint) -> Res<()> {
    let Some(all) = frame.local(id).unboxed().as_array().cloned() else { return Ok(()) };
    if all_fit(rq, frame, ty, &all)? {
        return Ok(());
    }
    let caller = Walker::new(rq).nth(1);
    let strict = caller
        .as_ref()
        .and_then(|caller| caller.func.as_php())
        .is_some_and(|php| php.record().attrs.has(Attrs::strict));
    let mut coerced = None;
    for (at, (key, value)) in all.iter().enumerate() {
        let value = value.unboxed().clone();
        if fits(rq, frame, ty, &value)? {
            continue;
        }
        if let Some(value) = coerce(rq, frame, ty, &value, strict)? {
            let changed: &mut Array = coerced.get_or_insert_with(|| all.clone());
            changed.set(key, value).or_exit(rq)?;
            continue;
        }
        let is_library = frame.php().unit().is_library();
        let place = caller.filter(|_| !is_library).and_then(|caller| {
            let path = caller.func.as_php()?.unit().path();
            let path = String::from_utf8_lossy(path.as_bytes()).into_owned();
            Some(format!(", called in {path} on line {}", caller.line()))
        });
        let text = format!(
            "{}(): Argument #{} must be of type {}, {} given{}",
            func_text_of_argument(frame.func()),
            id.0 as usize + at + 1,
            type_text(frame, ty),
            given_name(rq, &value),
            place.unwrap_or_default()
        );
        return Err(rq.throw_error("typeerror", &text));
    }
    if let Some(coerced) = coerced {
        crate::local::assign(frame.local_mut(id), Value::from(coerced));
    }
    Ok(())
}

/// The error of a builtin that asks for a callable and got another value.
fn refused_callback(
    rq: &mut Request,
    frame: &Frame,
    (id, name, or): (LocalId, &str, &str),
    value: &Value,
) -> Halt {
    let from = rq.caller_viewpoint();
    let reason = match crate::callable::resolve(rq, value, &from) {
        Ok(Ok(_)) => String::new(),
        Ok(Err(reason)) => reason,
        Err(halt) => return halt,
    };
    let (func, number) = (func_text_of_argument(frame.func()), id.0 + 1);
    let text =
        format!("{func}(): Argument #{number} (${name}) must be a valid callback{or}, {reason}");
    rq.throw_error("typeerror", &text)
}

/// What a value that is refused is called.
fn given_name(rq: &mut Request, value: &Value) -> String {
    match value.unboxed().view() {
        View::Bool(true) => "true".to_owned(),
        View::Bool(false) => "false".to_owned(),
        _ => conv::type_name(rq, value),
    }
}

fn param_name(frame: &Frame, id: LocalId) -> String {
    let name = frame.php().local_name(id.0).map(|name| frame.str(name));
    name.map(|name| String::from_utf8_lossy(name.as_bytes()).into_owned()).unwrap_or_default()
}

/// What a builtin takes null for when it asks for a scalar.
fn null_as_scalar(ty: &TypeConstraint) -> Option<Value> {
    let has = |hint| ty.hints.meets(hint);
    Some(match () {
        () if has(Hint::string) => Value::from(runtime::string::intern(b"")),
        () if has(Hint::int) => Value::int(0),
        () if has(Hint::float) => Value::float(0.0),
        () if has(Hint::bool) => Value::bool(false),
        () => return None,
    })
}

/// Checks the result on the stack, coercing it in place.
pub(super) fn result(rq: &mut Request, frame: &mut Frame) -> Res<()> {
    let record = frame.php().record();
    let Some(ty) = &record.ret else { return Ok(()) };
    let value = frame.top(0).unboxed().clone();
    if ty.hints.has(Hint::void) || fits(rq, frame, ty, &value)? {
        learn(frame, &value);
        return Ok(());
    }
    let strict = record.attrs.has(Attrs::strict);
    if let Some(value) = coerce(rq, frame, ty, &value, strict)? {
        crate::local::assign(frame.top_mut(0), value);
        return Ok(());
    }
    let given = given_name(rq, &value);
    let text = format!(
        "{}(): Return value must be of type {}, {given} returned",
        func_text(frame),
        type_text(frame, ty)
    );
    Err(rq.throw_error("typeerror", &text))
}

/// The error of a function that ends without its result.
pub(super) fn no_result(rq: &mut Request, frame: &Frame) -> Halt {
    let ty = frame.php().record().ret.as_ref();
    let ty = ty.map_or_else(String::new, |ty| type_text(frame, ty));
    let text = format!("{}(): Return value must be of type {ty}, none returned", func_text(frame));
    rq.throw_error("typeerror", &text)
}
