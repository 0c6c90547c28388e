//! Callable values: what they call, why they call nothing, and calls of them.

use runtime::array::{Array, Key};
use runtime::conv;
use runtime::native::Callable;
use runtime::raise::{OrExit, Res};
use runtime::string::{Str, intern};
use runtime::value::{Value, View};

use crate::callable::{self, Target, Viewpoint};
use crate::class::shown;
use crate::closure;
use crate::frame::Context;
use crate::func::Func;
use crate::request::Request;

/// What a value calls; the reason when it is no callable.
pub(crate) fn resolve(rq: &mut Request, value: &Value) -> Result<Callable, String> {
    match value.unboxed().view() {
        View::Str(name) => {
            if let Some(func) = rq.names.func_named(name) {
                return Ok(of_target(Target::plain(func)));
            }
        }
        View::Object(object) => {
            if let Some(target) = callable::invokable(object) {
                return Ok(of_target(target));
            }
        }
        _ => {}
    }
    let from = Viewpoint::of(rq);
    match callable::resolve(rq, value, &from) {
        Ok(resolved) => resolved.map(of_target),
        Err(fault) => {
            rq.callable_fault = Some(fault);
            Err(missing_class(value))
        }
    }
}

/// What is wrong with a callable whose class could not be loaded. PHP: there is no text where it is
/// the class that runs, and the advice against that was thrown.
pub(crate) fn missing_class(value: &Value) -> String {
    let named = match value.unboxed().view() {
        View::Array(array) => array.get(Key::Int(0)).map(|class| class.unboxed().clone()),
        _ => Some(value.unboxed().clone()),
    };
    let name = named.as_ref().and_then(Value::as_str).map_or_else(String::new, |name| shown(name));
    let class = name.split("::").next().unwrap_or_default();
    match ["self", "parent", "static"].iter().any(|word| class.eq_ignore_ascii_case(word)) {
        true => "(null)".to_owned(),
        false => format!("class \"{class}\" not found"),
    }
}

fn of_target(target: Target) -> Callable {
    let (this, class) = match target.context {
        Context::None => (None, None),
        Context::This(this) => (Some(this), None),
        Context::Class(class) => (None, Some(class)),
    };
    Callable { func: target.func, this, class, magic: target.called }
}

/// Advises against callables whose class is relative.
pub(crate) fn advise(rq: &mut Request, value: &Value, from: &Viewpoint) -> Res<()> {
    let is_relative = |class: &[u8]| {
        [&b"self"[..], b"parent", b"static"].iter().any(|word| class.eq_ignore_ascii_case(word))
    };
    let text = |value: Option<&Value>| value.and_then(|value| value.unboxed().as_str().cloned());
    let (class, method) = match value.unboxed().view() {
        View::Str(name) if name.contains(&b':') => {
            (name.split(|&byte| byte == b':').next().map(<[u8]>::to_vec), None)
        }
        View::Array(pair) => {
            (text(pair.get_int(0)).map(|class| class.to_vec()), text(pair.get_int(1)))
        }
        _ => return Ok(()),
    };
    let class = class.unwrap_or_default();
    if let Some(method) = method.filter(|method| method.windows(2).any(|pair| pair == b"::")) {
        if !class.is_empty() && !is_relative(&class) && rq.find_class(&class, true)?.is_none() {
            return Ok(());
        }
        let class = if class.is_empty() { name_of_target(rq, value) } else { shown(&class) };
        let method = shown(&method);
        return rq.deprecate(&format!(
            "Callables of the form [\"{class}\", \"{method}\"] are deprecated"
        ));
    }
    let has_parent = || from.scope.is_some_and(|scope| scope.class().parent().is_some());
    let is_missing = from.scope.is_none() || class.eq_ignore_ascii_case(b"parent") && !has_parent();
    if is_relative(&class) && !is_missing {
        let class = shown(&class).to_ascii_lowercase();
        return rq.deprecate(&format!("Use of \"{class}\" in callables is deprecated"));
    }
    Ok(())
}

/// The name of the class of the object in an array that is a callable.
fn name_of_target(rq: &mut Request, value: &Value) -> String {
    use runtime::raise::Raise as _;
    let target = value.unboxed().as_array().and_then(|pair| pair.get_int(0).cloned());
    match target.as_ref().map(|target| target.unboxed().view()) {
        Some(View::Object(object)) => rq.class_name(object),
        _ => String::new(),
    }
}

/// Whether a value has the form of a callable.
pub(crate) fn looks_like_one(value: &Value) -> bool {
    match value.unboxed().view() {
        View::Str(_) => true,
        View::Object(object) => closure::func_of(object).is_some(),
        View::Array(pair) => {
            let is_str = |value: &Value| matches!(value.unboxed().view(), View::Str(_));
            let is_target =
                |value: &Value| matches!(value.unboxed().view(), View::Str(_) | View::Object(_));
            pair.len() == 2
                && pair.get_int(0).is_some_and(is_target)
                && pair.get_int(1).is_some_and(is_str)
        }
        _ => false,
    }
}

/// How messages and `is_callable` call a value.
pub(crate) fn name(rq: &mut Request, value: &Value) -> Res<Str> {
    use runtime::raise::Raise as _;
    match value.unboxed().view() {
        View::Object(object) => {
            let class = rq.class_name(object);
            Str::new(format!("{class}::__invoke").as_bytes()).or_exit(rq)
        }
        View::Array(pair) if looks_like_one(value) => {
            let target = match pair.get_int(0).map(|value| value.unboxed().view()) {
                Some(View::Object(object)) => rq.class_name(object).into_bytes(),
                Some(View::Str(class)) => class.to_vec(),
                _ => Vec::new(),
            };
            let method = pair.get_int(1).and_then(|value| value.unboxed().as_str().cloned());
            let method = method.unwrap_or_else(|| intern(b"").to_str());
            Str::new(&[&target, &b"::"[..], &method].concat()).or_exit(rq)
        }
        View::Array(_) => Str::new(b"Array").or_exit(rq),
        _ => conv::to_str(rq, value.unboxed()),
    }
}

/// What a callable calls.
pub(crate) fn target(callable: &Callable) -> Target {
    let func: Option<&'static Func> = callable.func.downcast_ref();
    let func = func.expect("invariant: a callable is one of this request");
    let context = match (&callable.this, callable.class) {
        (Some(object), _) => Context::This(object.clone()),
        (None, Some(class)) => Context::Class(class),
        (None, None) => Context::None,
    };
    Target { func, context, called: callable.magic.clone() }
}

/// Calls with the elements of an array; string keys are names of parameters.
pub(crate) fn call_array(rq: &mut Request, callable: &Callable, args: &Array) -> Res<Value> {
    let target = target(callable);
    let boxed = crate::call::boxed(rq, target.func, args)?;
    let args = boxed.as_ref().unwrap_or(args);
    let (args, rest) = crate::call::arranged(rq, &target, args)?;
    rq.call_with_rest(&target, &args, rest)
}
